"""Mục “Biểu mẫu” liệt kê một biểu mẫu có mã nhưng trong bộ tài liệu không có tệp biểu mẫu đó, cũng không in kèm sau
quy trình: người làm không có mẫu để dùng, hoặc dùng mẫu trôi nổi. Sửa: bổ sung tệp biểu mẫu hoặc bỏ khỏi danh mục. Mỗi
văn bản báo một lần, gồm mọi biểu mẫu thiếu. Chỉ xét khi bộ tài liệu có để tệp biểu mẫu; nếu không có tệp biểu mẫu nào
thì nói rõ là chưa xét được. Im lặng với biểu mẫu không có mã và biểu mẫu in kèm có ghi mã.

The section of forms lists a form by its code, and neither a file of the set nor a form printed behind the document
carries it: nobody has the form. Mend: add the file or take the form off the list. One finding a document. Judged only
where the set holds files of forms at all; else it says so. Silent on forms without a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Context,
    Extra,
    Extractor,
    Finding,
    FormEntry,
    Level,
    Reading,
    Text,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_hygiene._codes import coded_forms, codes_of_files, key
from qmslint_hygiene._wording import listed, named_elsewhere

FACT = "hygiene:printed-codes"
# BM, MB, BMT, BMQT, M, B or F: it begins with the letter, what may not stand before is asked after it.
_CODE = re.compile(
    r"[BFM](?<![\w/.-][BFM])(?:(?<=B)M|(?<=M)B|(?<=B)MT|(?<=B)MQT|)"
    r"[ .-]?(?:[A-ZĐ]{1,10}[ .-]?)?\d{1,3}(?:[./-][A-ZĐ\d]{1,10})*"
)


def printed_codes(reading: Reading) -> tuple[Extra, ...]:
    """The codes of forms on the pages behind the document, headers and footers included."""
    behind = reading.facts.get("attachments_from")
    if behind is None:
        return ()
    found: dict[str, Extra] = {}
    for line in reading.lines:
        if line.at.order >= behind.order and len(line.text) < 80:
            for match in _CODE.finditer(line.text):
                found.setdefault(match[0], Extra(FACT, (("code", match[0]),), line.at))
    return tuple(found.values())


PRINTED = Extractor(FACT, printed_codes, needs=("attachments_from", "kind"), kinds=kinds.CONTROLLED)


@workspace_rule(
    "form-missing",
    title=Text("Biểu mẫu được liệt kê nhưng không có", "Listed form that is absent"),
    clauses=("7.5.3",),
    level=Level.ERROR,
    since="0.1",
)
def form_missing(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    listing = [d for d in workspace.of_kind(*kinds.CONTROLLED) if coded_forms(d)]
    absent: list[tuple[int, list[FormEntry]]] = []
    present = len(workspace.of_kind(kinds.FORM))
    for index, document in enumerate(listing):
        printed = {key(extra.get("code")) for extra in document.extras(FACT)}
        coded = [entry for entry in document.forms if entry.code]
        absent_here = [entry for entry in coded if key(entry.code) not in printed]
        missing = [entry for entry in absent_here if key(entry.code) not in codes_of_files(workspace)]
        present += len(coded) - len(missing)
        absent.append((index, missing))
    if listing and not present:
        context.cannot_judge(
            Text(
                "bộ tài liệu không kèm tệp biểu mẫu nào nên chưa đối chiếu được danh mục biểu mẫu",
                "the set holds no file of a form, so the lists of forms could not be compared",
            )
        )
        return
    for index, missing in absent:
        if missing:
            document = listing[index]
            shown = listed([f"{entry.code} “{entry.name}”" for entry in missing], 8)
            yield context.finding(
                Text(
                    f"Mục biểu mẫu liệt kê {shown.vi} nhưng bộ tài liệu không có và cũng không in kèm.",
                    f"The section of forms lists {shown.en}, which is neither in the set nor printed behind.",
                ),
                mend=Text(
                    "Bổ sung tệp biểu mẫu vào bộ tài liệu, hoặc bỏ khỏi mục biểu mẫu nếu không còn dùng.",
                    "Add the file of the form, or take it off the list if it is no longer used.",
                ),
                document=document,
                at=missing[0].at,
                evidence="; ".join(entry.code for entry in missing),
                related=named_elsewhere(document.path, [(entry.at, entry.code) for entry in missing[1:]]),
            )
