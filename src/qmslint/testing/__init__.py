"""The public kit for rule authors: judge a folder or facts by one rule, compare with what it should say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from qmslint.judge.apply import judge
from qmslint.model.document import SourceFile
from qmslint.model.facts import QualityDocument
from qmslint.model.finding import Finding
from qmslint.model.inspection import Inspection
from qmslint.model.settings import Settings
from qmslint.model.workspace import Workspace
from qmslint.plugins.manager import Plugins
from qmslint.plugins.rule import Rule, World
from qmslint.run.library import check

__all__ = ["AS_OF", "bad_lines", "findings_in", "judge_facts"]

AS_OF = date(2026, 11, 24)
"""The date of judgement of fixtures that name none."""


def judge_facts(
    rule: Rule,
    *documents: QualityDocument,
    settings: Settings | None = None,
    as_of: date = AS_OF,
    options: object | None = None,
) -> list[Finding]:
    """What `rule` says of these facts."""
    named = [d if d.path else d._replace(path=f"{number}.docx") for number, d in enumerate(documents, 1)]
    inspections = [Inspection(SourceFile(document.path), document) for document in named]
    settings = settings or Settings()
    chosen = {rule.name: options} if options is not None else {}
    return list(judge(Workspace(inspections, settings), [rule], World(as_of, settings), chosen).findings)


def findings_in(folder: Path, rule: str, plugins: Plugins | None = None) -> list[Finding]:
    """What the rule named `rule` says of the documents in `folder`. A file `as-of` beside or in it gives the date."""
    report = check(folder, as_of=_as_of(folder), select=[rule], plugins=plugins)
    return [finding for finding in report.findings if finding.rule == rule]


def bad_lines(findings: Iterable[Finding]) -> list[str]:
    """Findings as the lines of a `bad.txt`: `path: place: level: message`."""
    return [f"{f.path or '.'}: {f.at.label('vi')}: {f.level}: {f.message.vi}" for f in findings]


def _as_of(folder: Path) -> date:
    for candidate in (folder / "as-of", folder.parent / "as-of"):
        if candidate.is_file():
            return date.fromisoformat(candidate.read_text(encoding="utf-8").strip())
    return AS_OF
