"""What a folder is: a whole system or some papers of it, and what its manual or settings declare not applicable."""

from __future__ import annotations

import re

from qmslint.api import Workspace, fold, kinds

# Documents that speak for the whole system: where one of them lies, the others are looked for.
WHOLE_SYSTEM = (kinds.QUALITY_MANUAL, kinds.QUALITY_POLICY, kinds.DOCUMENT_LIST, kinds.PUBLICATION_DECISION)
# Section.text keeps the first words under a heading only, so the heading and those words must say it.
_EXCLUDED = re.compile(r"không áp dụng|loại trừ|không thuộc phạm vi|not applicable|exclu")
_CLAUSE = re.compile(r"(?<![\d.])(?:[4-9]|10)(?:\.\d{1,2})+(?![\d/])")


def is_system(workspace: Workspace) -> bool:
    """Whether the set means to be a whole system: it has settings or a document that speaks for all."""
    return bool(workspace.settings.path) or bool(workspace.of_kind(*WHOLE_SYSTEM))


def not_applicable(workspace: Workspace) -> frozenset[str]:
    """Clauses declared not applicable with a reason, in the settings or in a manual ("7.1.5")."""
    declared = {item.clause.strip() for item in workspace.settings.not_applicable if item.reason.strip()}
    for manual in workspace.of_kind(kinds.QUALITY_MANUAL):
        if manual.scope:
            declared.update(one.clause for one in manual.scope.exclusions if one.reason.strip())
        for section in manual.sections:
            words = fold(f"{section.title} {section.text}")
            if _EXCLUDED.search(words):
                declared.update(_CLAUSE.findall(words))
    return frozenset(declared)


def is_excluded(clause: str, declared: frozenset[str]) -> bool:
    """Whether `clause` or a clause above it is declared not applicable."""
    return any(clause == other or clause.startswith(other + ".") for other in declared)
