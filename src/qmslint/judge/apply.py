"""Applying rules: each to every document of its kinds, then those about the set. A rule that fails is a finding."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from qmslint.model.base import Confidence, Level
from qmslint.model.facts import QualityDocument
from qmslint.model.finding import Finding, fingerprint
from qmslint.model.inspection import Inspection
from qmslint.model.location import Place
from qmslint.model.report import NotJudged
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple
from qmslint.model.workspace import Workspace
from qmslint.plugins.rule import Context, Rule, World

INTERNAL_ERROR = "internal-error"
"""The name under which a rule that failed is reported."""


class Judgement(NamedTuple):
    """What the rules said, in the order of reports."""

    findings: tuple[Finding, ...]
    not_judged: tuple[NotJudged, ...]
    internal_errors: int


def judge(
    workspace: Workspace,
    rules: Iterable[Rule],
    world: World,
    options: Mapping[str, Any] | None = None,
    begin: Callable[[float], None] = lambda share: None,
) -> Judgement:
    """Judge the set by `rules`. `options`: rule name → its validated options; a missing one means its defaults.

    `begin` is told how much time each rule is granted: 1 for one document, more for a large set.
    """
    whole = 1 + len(workspace.documents) / 50
    partly = {i.source.path for i in workspace.inspections if i.document is not None and _has_unread_parts(i)}
    recognised = {i.source.path for i in workspace.inspections if _is_recognised(i)}
    findings: list[Finding] = []
    not_judged: list[NotJudged] = []
    errors = 0
    made = tuple.__new__  # a third of what Context(…) costs, thousands of times
    for rule in rules:
        chosen = (options or {}).get(rule.name) or rule.options()
        check = rule.check
        for document in _subjects(rule, workspace):
            context: Context[Any] = made(Context, (rule, world, chosen, document, not_judged))
            try:
                begin(whole if document is None else 1)
                found = list(check(workspace if document is None else document, context))
                if not found:
                    continue  # as nearly always: thousands of calls are worth being short
                _demand_findings(found)
                if document is not None and document.path in partly:
                    found = _seen(found, document, document.path in recognised, not_judged)
                findings += found
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # a rule may call compiled code, whose panics are no Exception
                errors += 1
                findings.append(_internal_error(rule, document, error))
    begin(whole)
    findings = [_doubted(finding, recognised) for finding in findings]
    ordered = number_repeats(sorted((at_settings_level(f, world) for f in findings), key=lambda f: f.sort_key))
    return Judgement(tuple(ordered), tuple(sorted(set(not_judged))), errors)


def _demand_findings(given: Iterable[Finding]) -> None:
    """Raise TypeError when a rule yielded anything else."""
    for finding in given:
        if not isinstance(finding, Finding):
            raise TypeError(f"not a finding: {finding!r:.80}")


def _has_unread_parts(inspection: Inspection) -> bool:
    """Whether parts of a document that was read were not: scanned pages, inserted files that cannot be read."""
    return any(problem.rule in ("scanned-without-text", "document-unreadable") for problem in inspection.problems)


def _is_recognised(inspection: Inspection) -> bool:
    """Whether words of a document were recognised on scanned pages, so that nothing in it is certain."""
    return any(problem.reason == "ocr" for problem in inspection.problems)


def _doubted(finding: Finding, recognised: Collection[str]) -> Finding:
    """The finding, of low confidence where it rests on a document whose words were recognised."""
    if not recognised or finding.rule == INTERNAL_ERROR:
        return finding
    if finding.path in recognised or any(other.path in recognised for other in finding.related):
        return finding._replace(confidence=Confidence.LOW)
    return finding


def _seen(
    found: list[Finding], document: QualityDocument, recognised: bool, not_judged: list[NotJudged]
) -> list[Finding]:
    """The findings that stand somewhere; what is missing may stand in the parts that were not read.

    Recognition sees no signature and loses words: there a rule on what is missing cannot judge, wherever it points.
    """
    missing = [
        finding for finding in found
        if finding.at.place == Place.WHOLE or (recognised and finding.rule.endswith("-missing"))
    ]
    not_judged += [
        NotJudged(rule, document.path, Text(
            "một phần của tệp không đọc được hoặc là ảnh quét, điều thiếu có thể nằm ở đó",
            "part of the file was not read, or is a scan, and may hold what is missing",
        ))
        for rule in {finding.rule for finding in missing}
    ]
    return [finding for finding in found if finding not in missing]


def _subjects(rule: Rule, workspace: Workspace) -> Iterable[QualityDocument | None]:
    if rule.scope == "workspace":
        return (None,)
    documents = workspace.of_kind(*rule.kinds) if rule.kinds else workspace.documents
    if rule.reads_drafts:
        return documents
    return tuple(document for document in documents if not document.draft)


def at_settings_level(finding: Finding, world: World) -> Finding:
    """The finding at the level that the settings give its rule, where they do."""
    setting = world.settings.rules.get(finding.rule)
    if setting is None or setting.level is None:
        return finding
    return finding._replace(level=setting.level)


def number_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """Give each finding its fingerprint; equal ones are told apart by their order."""
    seen: dict[tuple[str, str, str], int] = {}
    numbered = []
    for finding in findings:
        key = (finding.rule, finding.path, finding.evidence)
        occurrence = seen.get(key, 0)
        seen[key] = occurrence + 1
        numbered.append(finding._replace(fingerprint=fingerprint(*key, occurrence)))
    return numbered


def _internal_error(rule: Rule, document: QualityDocument | None, error: BaseException) -> Finding:
    where = document.path if document else ""
    return Finding(
        rule=INTERNAL_ERROR,
        level=Level.ERROR,
        message=Text(
            f"Quy tắc “{rule.name}” bị lỗi bên trong ({type(error).__name__}: {error}); chưa xét được.",
            f"The rule “{rule.name}” failed ({type(error).__name__}: {error}); it did not judge.",
        ),
        mend=Text(
            "Đây là lỗi của công cụ, không phải của tài liệu: hãy báo cho nhóm phát triển kèm thông báo này.",
            "This is a fault of the tool, not of the document: please report it with this message.",
        ),
        path=where,
        evidence=rule.name,
    )
