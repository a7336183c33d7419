"""Bảng các bước giao việc cho một phòng, ban, bộ phận không có trong danh sách đơn vị của cơ quan (qmslint.yaml,
agency.units): đơn vị đã đổi tên, đã sáp nhập, hoặc chép từ cơ quan khác; bước đó không có ai làm. Sửa: ghi tên đơn vị
hiện có. Chưa khai báo danh sách đơn vị thì nói rõ là chưa xét được. Im lặng với chức danh chung (chuyên viên, lãnh đạo,
văn thư), tên chung (phòng chuyên môn, Bộ phận Một cửa) và cơ quan bên ngoài.

A step is given to an office, board or section that is not among the agency's units (settings, agency.units): renamed,
merged, or copied from another agency. Mend: name a unit that exists. Without the list of units it says that it cannot
judge. Silent on general roles and names and on other agencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    Location,
    QualityDocument,
    Text,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_hygiene._data import load
from qmslint_hygiene._wording import elsewhere

_SPLIT = re.compile(r"[/,;\n()+]| - | – |\bvà\b(?= (?:phòng|ban|bộ phận|tổ|văn phòng|trung tâm)\b)|\bhoặc\b")


@workspace_rule(
    "role-unknown",
    title=Text("Đơn vị không có trong cơ quan", "Unit that the agency does not have"),
    clauses=("5.3", "8.5.1"),
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    since="0.1",
)
def role_unknown(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document and unit."""
    units = [_plain(unit) for unit in context.settings.agency.units]
    documents = [d for d in workspace.of_kind(*kinds.CONTROLLED) if d.procedure is not None and d.procedure.steps]
    if not units:
        if documents:
            context.cannot_judge(
                Text(
                    "chưa khai báo các đơn vị của cơ quan (qmslint.yaml, agency.units)",
                    "the settings do not name the units of the agency (qmslint.yaml, agency.units)",
                )
            )
        return
    for document in documents:
        for name, places in _unknown(document, units).items():
            yield context.finding(
                Text(
                    f"Bước giao cho “{name}”, nhưng cơ quan không có đơn vị này (theo qmslint.yaml).",
                    f"A step is given to “{name}”, and the agency has no such unit (by qmslint.yaml).",
                ),
                mend=Text(
                    "Ghi tên đơn vị hiện có; nếu đơn vị có thật thì bổ sung vào agency.units.",
                    "Name a unit that exists; if this one does, add it to agency.units.",
                ),
                document=document,
                at=places[0],
                evidence=name,
                related=elsewhere(document.path, places[1:]),
            )


def _unknown(document: QualityDocument, units: list[str]) -> dict[str, list[Location]]:
    """The units named in the steps that are neither the agency's nor everybody's, with their places."""
    long = {fold(entry.short): entry.meaning for entry in document.abbreviations}
    found: dict[str, list[Location]] = {}
    assert document.procedure is not None
    for step in document.procedure.steps:
        for piece in _SPLIT.split(step.responsible):
            name = _unit(long.get(fold(piece), piece))
            plain = _plain(name)
            if len(plain.split()) < 2 or plain.startswith(_everywhere()):
                continue
            if not any(unit in plain or plain in unit for unit in units):
                found.setdefault(name, []).append(step.at)
    return found


@lru_cache(maxsize=4096)
def _unit(piece: str) -> str:
    """The name of the unit in a piece of the column: "Phòng Nội vụ" of "Trưởng Phòng Nội vụ"; "" when it has none."""
    words = piece.split()
    for index in range(len(words)):
        rest = fold(" ".join(words[index:]))
        if words[index][:1].isupper() and rest.startswith(_unit_words()):
            return " ".join(words[index:])
    return ""


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())


@cache
def _unit_words() -> tuple[str, ...]:
    return tuple(fold(word) + " " for word in load("roles")["unit-words"])


@cache
def _everywhere() -> tuple[str, ...]:
    return tuple(_plain(word) for word in load("roles")["everywhere"])
