"""Waivers: findings that the agency accepted, with reason, approver and term. A waiver out of term counts no more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from qmslint.model.finding import Finding
from qmslint.model.report import Waived
from qmslint.model.settings import Waiver
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class Waiving(NamedTuple):
    """The outcome: what stands, what was waived, which waivers met nothing."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    dead: tuple[Waiver, ...]


def waive(findings: Iterable[Finding], waivers: Iterable[Waiver], as_of: date) -> Waiving:
    """Set aside the findings that a waiver in term covers. `until` is the last day on which it holds."""
    waivers = tuple(waivers)
    used: set[Waiver] = set()
    standing: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        matching = [w for w in waivers if w.rule == finding.rule and path_matches(w.path, finding.path)]
        used.update(matching)
        valid = next((w for w in matching if w.until is None or as_of <= w.until), None)
        if valid is not None:
            waived.append(Waived(finding, valid.reason, valid.until, valid.approved_by))
        else:
            standing.append(_with_note(finding, matching[0]) if matching else finding)
    return Waiving(tuple(standing), tuple(waived), tuple(w for w in waivers if w not in used))


def _with_note(finding: Finding, waiver: Waiver) -> Finding:
    until = waiver.until.strftime("%d/%m/%Y") if waiver.until else ""
    return finding._replace(
        message=Text(
            f"{finding.message.vi} (Miễn trừ đã hết hạn ngày {until}.)",
            f"{finding.message.en} (Its waiver ended on {until}.)",
        )
    )


def path_matches(pattern: str, path: str) -> bool:
    """Whether a glob covers a path: `*` inside one folder, `**` across folders, anything else as it is."""
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = []
    index = 0
    while index < len(pattern):
        if pattern.startswith("**/", index):
            parts.append("(?:.*/)?")
            index += 3
        elif pattern.startswith("**", index):
            parts.append(".*")
            index += 2
        elif pattern[index] == "*":
            parts.append("[^/]*")
            index += 1
        elif pattern[index] == "?":
            parts.append("[^/]")
            index += 1
        else:
            parts.append(re.escape(pattern[index]))
            index += 1
    return re.compile("".join(parts), re.DOTALL)
