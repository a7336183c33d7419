"""Danh mục văn bản pháp luật của cơ quan (legal_registers trong qmslint.yaml) có dòng không hiểu được hoặc mâu thuẫn:
không đọc được tệp, trùng số, ngày không có thật, hiệu lực trước ngày ký, văn bản thay thế nhau thành vòng. Mọi kết luận
về hiệu lực và thời hạn ba tháng dựa vào danh mục này, nên dòng sai làm sai kết luận. Sửa đúng dòng được nêu; xem thêm
bằng lệnh qmslint law lint. Im lặng khi không khai báo danh mục, với danh mục kèm theo công cụ, và về những lỗi mà
legal-list-row-invalid đã nêu.

The agency's own register of legal documents (legal_registers in qmslint.yaml) holds rows that cannot be understood or
contradict one another. All that is said of standing and of the three months rests on it. Mend the row named; see
qmslint law lint. Silent where no register is named, on the register that comes with the program, and on what
legal-list-row-invalid says already.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Certainty,
    Confidence,
    Context,
    Finding,
    Level,
    Location,
    Place,
    RegisterProblem,
    Text,
    Workspace,
    workspace_rule,
)
from qmslint_currency._lists import legal_lists, told_of

_GRAVE = frozenset(
    ("unreadable", "syntax", "vanished", "empty", "no-header", "too-large", "died", "too-many-rows", "wrong-schema")
)
"""What costs the whole register, or much of it."""

_SLIGHT = ("unknown-column", "column-twice", "unknown-key")
# What legal-list-row-invalid or legal-list-mismatch may say of a row, where the register is one of the documents.
_TOLD = frozenset((
    "contradicts-known", "date-impossible", "effect-before-signing", "expiry-before-effect", "number-malformed",
    "year-mismatch",
))  # fmt: skip
_MOST = 50


@workspace_rule(
    "legal-register-defective",
    title=Text("Danh mục văn bản pháp luật có lỗi", "The register of legal documents is defective"),
    clauses=("7.5.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.WARNING,
    since="0.1",
)
def legal_register_defective(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Each problem of the registers that the settings name; beyond fifty of a file, how many more."""
    if not context.settings.legal_registers:
        return
    named = [
        problem for problem in context.register.problems_in(context.settings.legal_registers)
        if not _told(problem, workspace, context)
    ]
    for file in dict.fromkeys(problem.file for problem in named):
        problems = [problem for problem in named if problem.file == file]
        for problem in problems[:_MOST]:
            yield _finding(problem, context)
        if len(problems) > _MOST:
            more = len(problems) - _MOST
            yield context.finding(
                Text(f"Danh mục còn {more} lỗi khác.", f"{more} more problems of the register."),
                mend=Text("Xem đầy đủ bằng lệnh: qmslint law lint.", "See all with: qmslint law lint."),
                evidence=f"{file} {more}",
            )._replace(path=file)


def _told(problem: RegisterProblem, workspace: Workspace, context: Context[Any]) -> bool:
    """Whether another rule says it of the row, because the register is a list of the set."""
    if problem.code not in _TOLD or not problem.number:
        return False
    return any(
        f"/{document.path}".endswith(f"/{problem.file}") and told_of(document, problem.number, context.register)
        for document in legal_lists(workspace)
    )


def _finding(problem: RegisterProblem, context: Context[Any]) -> Finding:
    level = Level.ERROR if problem.code in _GRAVE else Level.INFO if problem.code in _SLIGHT else Level.WARNING
    found = context.finding(
        problem.message, mend=problem.mend, evidence=problem.number or problem.message.vi, level=level,
        confidence=Confidence.LOW if problem.certainty is Certainty.SECONDARY else Confidence.HIGH,
    )
    if problem.sheet:
        at = Location(order=problem.row, sheet=problem.sheet, row=problem.row)
    elif problem.row:
        at = Location(order=problem.row, place=Place.LINE, line=problem.row)
    else:
        at = found.at
    return found._replace(path=problem.file, at=at)
