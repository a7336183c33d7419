"""Quy trình giải quyết TTHC thiếu nội dung mà Điều 8 Nghị định 63/2010/NĐ-CP yêu cầu. Bảy nội dung luôn phải có (tên,
trình tự, cách thức, thành phần và số lượng hồ sơ, thời hạn, đối tượng, cơ quan giải quyết); mẫu đơn, kết quả, yêu cầu
điều kiện, phí lệ phí thì "nếu có": nên ghi rõ "Không" thay vì bỏ trống. Sửa: thêm mục còn thiếu vào phần nội dung.
Im lặng khi bảng quy trình đã thể hiện trình tự, lời văn đã nói cách nộp hồ sơ, phần phạm vi đã nêu người nộp, mục nơi
tiếp nhận đã nêu cơ quan, lời của mục khác đã nêu (“Kết quả: …”). Chỉ thiếu cách thức thực hiện thì là cảnh báo: nhiều
mẫu để nội dung này ở quyết định công bố. Không xét “quy trình nội bộ” chỉ gồm các bước xử lý.

An item that 63/2010/NĐ-CP Article 8 asks for is missing from a procedure for a TTHC. Seven are always due; four only
where they exist, and there the habit is to write "Không" instead of leaving them out. Mend: add the item. Silent where
the process table itself shows the sequence, the text says how files are handed in, the scope names who applies, the
place of reception names the agency, or another item says it under a label of its own ("Kết quả: …"). Where only the
manner is missing it is a warning, as many templates leave it to the decision that published the TTHC. One finding
names all that is missing; where no item could be read, or a "quy trình nội bộ" holds the steps only, the rule says that
it cannot judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    Procedure,
    QualityDocument,
    Text,
    TthcItem,
    document_rule,
    fold,
    kinds,
)
from qmslint_vn_admin._data import has, words

ALWAYS = {
    "sequence": Text("trình tự thực hiện", "sequence of steps"),
    "manner": Text("cách thức thực hiện", "manner of filing"),
    "dossier": Text("thành phần, số lượng hồ sơ", "contents and number of files"),
    "time-limit": Text("thời hạn giải quyết", "time limit"),
    "subject": Text("đối tượng thực hiện", "who may apply"),
    "agency": Text("cơ quan giải quyết", "agency that settles it"),
}
_SAID = ("subject", "agency", "result", "conditions", "fee")  # with a label of their own within another item
WHERE_ANY = {
    "form": Text("mẫu đơn, mẫu tờ khai", "forms"),
    "result": Text("kết quả thực hiện", "result"),
    "conditions": Text("yêu cầu, điều kiện", "requirements and conditions"),
    "fee": Text("phí, lệ phí", "fees"),
}


@document_rule(
    "procedure-item-missing",
    title=Text("Quy trình thiếu nội dung bắt buộc của TTHC", "An item that a TTHC must specify is missing"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.2.2",),
    basis=("63/2010/NĐ-CP Điều 8",),
    level=Level.ERROR,
    since="0.1",
)
def procedure_item_missing(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Name the items that are not there."""
    procedure = document.procedure
    if procedure is None or not procedure.items:
        context.cannot_judge(
            Text(
                "Không đọc được các mục nội dung (a, b, c…) của quy trình nên chưa xét được mục nào thiếu.",
                "The items (a, b, c…) of the procedure could not be read, so what is missing is not known.",
            )
        )
        return
    there = _shown(document, procedure)
    if "dossier" not in there and fold(document.identity.title).startswith(words("internal-procedure")):
        context.cannot_judge(
            Text(
                "Quy trình nội bộ chỉ ghi các bước xử lý; hồ sơ, phí, kết quả… theo quyết định công bố TTHC, nên chưa "
                "xét mục nào thiếu.",
                "An internal procedure holds the steps only; dossier, fee and result stand in the decision that "
                "published the TTHC, so what is missing is not judged.",
            )
        )
        return
    at = procedure.items[0].at
    missing = [text for key, text in ALWAYS.items() if key not in there]
    if missing == [ALWAYS["manner"]]:
        yield _without_manner(context, procedure)
    elif missing:
        names = Text("; ".join(m.vi for m in missing), "; ".join(m.en for m in missing))
        yield context.finding(
            Text(
                f"Quy trình không có mục: {names.vi}. Đây là nội dung bắt buộc của một TTHC.",
                f"The procedure has no item for: {names.en}. A TTHC must specify this.",
            ),
            mend=Text(
                "Bổ sung mục còn thiếu, chép đúng theo quyết định công bố TTHC.",
                "Add the missing item, as the decision that published the TTHC has it.",
            ),
            at=at,
            evidence=_titles(procedure),
            # The tables of a PDF are put together from lines: an item may be there and not be read as one.
            confidence=Confidence.MEDIUM if document.format == "pdf" else None,
        )
    silent = [text for key, text in WHERE_ANY.items() if key not in there]
    if silent:
        names = Text("; ".join(m.vi for m in silent), "; ".join(m.en for m in silent))
        yield context.finding(
            Text(
                f"Quy trình không nhắc tới: {names.vi}. Nếu thủ tục không có thì cần ghi rõ “Không”.",
                f"The procedure does not speak of: {names.en}. Where there is none, it should say so.",
            ),
            mend=Text(
                "Thêm mục này; nếu TTHC không quy định thì ghi “Không”.",
                "Add the item; write “Không” where the TTHC has none.",
            ),
            at=at,
            evidence=_titles(procedure),
            level=Level.WARNING,
            confidence=Confidence.MEDIUM,
        )


def _without_manner(context: Context[Any], procedure: Procedure) -> Finding:
    return context.finding(
        Text(
            "Quy trình không nói hồ sơ được nộp bằng cách nào (trực tiếp, qua bưu chính, trực tuyến).",
            "The procedure does not say how files are handed in (in person, by post, online).",
        ),
        mend=Text(
            "Thêm mục “Cách thức thực hiện”, chép đúng theo quyết định công bố TTHC.",
            "Add the item “Cách thức thực hiện”, as the decision that published the TTHC has it.",
        ),
        at=procedure.items[0].at,
        evidence=_titles(procedure),
        level=Level.WARNING,
        confidence=Confidence.MEDIUM,
    )


def _titles(procedure: Procedure) -> str:
    return "; ".join(dict.fromkeys(item.title for item in procedure.items))


def _shown(document: QualityDocument, procedure: Procedure) -> set[str]:
    """The items that are there, or shown otherwise. Words are looked for only where they would tell something new."""
    there = {item.key for item in procedure.items}
    if procedure.process_at is not None or procedure.steps or "process" in there:
        there.add("sequence")
    if "manner" not in there and ("place" in there or document.extras("vn_admin:manner") or any(
        has(f"{item.title} {item.text}", "manner") for item in procedure.items
    ) or any(has(step.name, "manner") for step in procedure.steps)):
        there.add("manner")
    if procedure.time_limits or any(limit.duration for limit in procedure.time_columns):
        there.add("time-limit")
    if "dossier-count" in there:
        there.add("dossier")
    if "subject" not in there and any(
        section.key == "scope" and has(section.text, "applicant") for section in document.sections
    ):
        there.add("subject")
    if "place" in there:
        there.add("agency")
    if "form" not in there and (
        document.forms or any(has(f"{item.title} {item.text}", "form-mention") for item in procedure.items)
    ):
        there.add("form")
    silent = [key for key in _SAID if key not in there]
    labelled = _labelled(procedure.items) if silent else []
    return there.union(key for key in silent if any(_says(line, key) for line in labelled))


def _labelled(items: Iterable[TthcItem]) -> list[str]:
    """The folded lines of the items that may name another one: "UBND xã. Kết quả: Bản sao được chứng thực"."""
    return [fold(line) for item in items if ":" in item.text for line in item.text.split("\n") if ":" in line]


def _says(line: str, key: str) -> bool:
    """Whether a folded line names an item. Nearly none holds its words, and finding that out is cheap."""
    return any(word in line for word in words(f"said-{key}")) and _said_within(key).search(line) is not None


@cache
def _said_within(key: str) -> re.Pattern[str]:
    labels = "|".join(re.escape(word) for word in words(f"said-{key}"))
    return re.compile(rf"(?:^|[.;+•(-])\s*(?:{labels})\s*(?:\([^)]*\)\s*)?:")
