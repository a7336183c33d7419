"""Văn bản gọi nơi nhận hồ sơ bằng tên mà pháp luật không (còn) dùng: "Bộ phận tiếp nhận và hoàn trả kết quả", bộ
phận một cửa cấp huyện. Người dân tìm nơi nộp theo tên, nên tên phải đúng. Sửa: dùng tên hiện hành. Im lặng với văn
bản ban hành trước khi đổi tên, tên nằm trong tên văn bản được viện dẫn hoặc trong ngoặc kép, chỗ ghi "(cũ)", "trước
đây", và các biểu mẫu in kèm. Mỗi tên chỉ báo một lần một văn bản.

The document calls the unit that receives files by a name the law does not (any longer) use. Mend: use the name in
force. Silent on documents issued before the change, on titles of cited documents, quotations, "(cũ)", "trước đây",
and on the printed forms attached. Each name is reported once a document, with the number of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from qmslint.api import (
    Catalogue,
    Confidence,
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    Line,
    QualityDocument,
    Reading,
    Text,
    document_rule,
    fold,
    kinds,
)
from qmslint_vn_admin._data import load

FACT = "vn_admin:receiving-unit"
_CITED = re.compile(r"\d+/(?:\d{4}/)?[a-zđ]{1,6}-[a-zđ0-9]")
_FORMER = re.compile(r"[\s,;(]*(?:\(?cũ\b|trước đây|nay là|trước ngày|được đổi tên|\(nay)")
_READ = (
    kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL, kinds.QUALITY_POLICY, kinds.QUALITY_OBJECTIVES,
    kinds.RISK_REGISTER, kinds.TTHC_LIST, kinds.INTERESTED_PARTIES, kinds.CONTEXT,
)  # fmt: skip


def receiving_units(reading: Reading) -> tuple[Extra, ...]:
    """Each outdated name that occurs: `name`, `words` as folded, `count`, first place."""
    forms_from = reading.facts.get("attachments_from")
    found: dict[str, tuple[str, int, Line]] = {}
    for line in reading.lines:
        if forms_from is not None and line.at.order >= forms_from.order:
            break
        # These words are in every name: most lines end here.
        if "kết quả" not in line.folded and "một cửa" not in line.folded and "hành chính công" not in line.folded:
            continue
        for name, spellings in _names():
            if any(spelling in line.folded and _used(line.folded, spelling) for spelling in spellings):
                first = found.get(name, (line.text, 0, line))
                found[name] = (first[0], first[1] + 1, first[2])
    return tuple(
        Extra(FACT, (("name", name), ("words", words), ("count", str(count))), line.at)
        for name, (words, count, line) in found.items()
    )


@cache
def _names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each outdated name with its spellings, folded."""
    names = load("outdated_names")["names"]
    return tuple((entry["name"], tuple(fold(spelling) for spelling in entry["folded"])) for entry in names)


def _used(line: str, name: str) -> bool:
    """Whether the line itself uses the name: not quoted, not in the title of a cited document, not "(cũ)"."""
    start = line.find(name)
    while start >= 0:
        before, after = line[:start], line[start + len(name) :]
        if before.count('"') % 2 == 0 and not _CITED.search(before) and not _FORMER.match(after):
            return True
        start = line.find(name, start + 1)
    return False


RECEIVING_UNITS = Extractor(FACT, receiving_units, needs=("stated", "kind", "attachments_from"), kinds=_READ)

NAMES = Catalogue(
    "receiving-units", "terms", lambda: load("outdated_names")["names"], {"source": "61/2018/NĐ-CP; 118/2025/NĐ-CP"}
)


@document_rule(
    "receiving-unit-outdated",
    title=Text("Tên nơi nhận hồ sơ không đúng", "Wrong or outdated name of the receiving unit"),
    kinds=_READ,
    clauses=("7.5.3",),
    basis=("61/2018/NĐ-CP", "118/2025/NĐ-CP"),
    level=Level.WARNING,
    since="0.1",
)
def receiving_unit_outdated(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Each name that had been replaced when the document was issued."""
    names = {entry["name"]: entry for entry in load("outdated_names")["names"]}
    issued = document.identity.issued or document.identity.effective or context.as_of
    for extra in document.extras(FACT):
        entry = names.get(extra.get("name"))
        if entry is None or issued < entry["since"] or context.as_of < entry["since"]:
            continue
        count = int(extra.get("count") or "1")
        times = Text(f" ({count} chỗ)", f" ({count} places)") if count > 1 else Text("", "")
        yield context.finding(
            Text(
                f"Văn bản dùng tên “{entry['name']}”{times.vi}; pháp luật không (còn) gọi như vậy. Tên hiện hành: "
                f"{entry['instead']['vi']}.",
                f"The document says “{entry['name']}”{times.en}; the law does not (any longer) call it so. The name in "
                f"force: {entry['instead']['en']}.",
            ),
            mend=Text(
                f"Thay bằng tên hiện hành ({entry['instead']['vi']}), kể cả trong bảng chữ viết tắt.",
                f"Use the name in force ({entry['instead']['en']}), in the list of abbreviations too.",
            ),
            at=document.place(extra.at),
            evidence=extra.get("words"),
            confidence=Confidence.HIGH,
        )
