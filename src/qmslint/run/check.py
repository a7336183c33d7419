"""One run from plan to report: discover, gather facts, judge, waive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qmslint.judge.apply import INTERNAL_ERROR, judge, number_repeats
from qmslint.judge.waive import waive
from qmslint.model.base import Confidence, Level
from qmslint.model.errors import NothingToCheck
from qmslint.model.facts import Identity
from qmslint.model.finding import Finding
from qmslint.model.inspection import Ignored, Inspection
from qmslint.model.kinds import UNCLASSIFIED
from qmslint.model.location import Location, Place
from qmslint.model.report import CheckedDocument, Report
from qmslint.model.settings import Waiver
from qmslint.model.text import Text
from qmslint.model.workspace import Workspace
from qmslint.run.discover import discover
from qmslint.run.found import Found
from qmslint.run.gather import Progress, gather
from qmslint.run.plan import Plan
from qmslint.run.watch import watched
from qmslint.run.world import world_of

WAIVER_DEAD = "waiver-dead"
"""The name under which a waiver that met no finding is reported."""


def run(plan: Plan, progress: Progress | None = None) -> Report:
    """Check everything below the plan's targets. Raises NothingToCheck when there is no document."""
    found = find(plan)
    report = judge_inspections(plan, gather(plan, found.files, progress), found.ignored)
    if not report.documents:
        raise _nothing(plan, len(report.ignored))
    return report


def find(plan: Plan) -> Found:
    """The files of the plan. Raises NothingToCheck when there is none."""
    found = discover(
        plan.root, plan.targets, _suffixes(plan), plan.settings.exclude, plan.limits.folder_depth, plan.cache
    )
    if not found.files:
        raise _nothing(plan, len(found.ignored))
    return found


def _suffixes(plan: Plan) -> list[str]:
    return sorted({suffix for reader in plan.plugins.readers for suffix in reader.suffixes})


def _nothing(plan: Plan, ignored: int) -> NothingToCheck:
    suffixes = " ".join(_suffixes(plan))
    return NothingToCheck(
        Text(f"Không có tài liệu nào để kiểm tra trong “{plan.root}” ({ignored} tệp bị bỏ qua).",
             f"There is no document to check in “{plan.root}” ({ignored} files ignored)."),
        Text(f"Các đuôi tệp được đọc: {suffixes}", f"Suffixes that are read: {suffixes}"),
    )


def judge_inspections(plan: Plan, inspections: Sequence[Inspection], ignored: Iterable[Ignored] = ()) -> Report:
    """Phase two: judge what phase one found."""
    workspace = Workspace([i for i in inspections if not i.ignored], plan.settings)
    old = workspace.old_copies
    passed_over = [Ignored(i.source.path, i.ignored) for i in inspections if i.ignored]
    passed_over += [Ignored(path, "old-copy") for path in old]
    world = world_of(plan, workspace)
    with watched(plan.limits.seconds) as begin:
        judgement = judge(workspace, plan.rules, world, plan.options, begin)
    failed = _failed_extractors(workspace)
    findings = _ordered((*judgement.findings, *failed)) if failed else judgement.findings
    waiving = waive(findings, plan.settings.waivers, plan.as_of)
    dead = _dead(plan, waiving.dead)
    return Report(
        as_of=plan.as_of,
        root=plan.root.name,
        findings=_ordered((*waiving.findings, *dead)) if plan.settings.waivers else waiving.findings,
        waived=waiving.waived,
        not_judged=judgement.not_judged,
        documents=tuple([_checked(i) for i in workspace.inspections if i.source.path not in old]),
        ignored=tuple(sorted((*ignored, *passed_over))),
        rules_run=tuple(rule.name for rule in plan.rules),
        plugins=plan.plugins.info,
        agency=plan.settings.agency.name,
        settings_path=plan.settings.path,
        internal_errors=judgement.internal_errors + len(failed),
    )


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of reports, numbered anew: some were added or taken away."""
    return tuple(number_repeats(sorted(findings, key=lambda f: f.sort_key)))


def _failed_extractors(workspace: Workspace) -> list[Finding]:
    return [
        Finding(INTERNAL_ERROR, Level.ERROR, p.message, p.mend, i.source.path, p.at, p.reason)
        for i in workspace.inspections
        for p in i.problems
        if p.rule == INTERNAL_ERROR
    ]


def _dead(plan: Plan, waivers: Iterable[Waiver]) -> list[Finding]:
    """Waivers that met no finding although their rule ran over the whole set: an open door nobody needs."""
    ran = {rule.name for rule in plan.rules}
    return [
        Finding(
            rule=WAIVER_DEAD,
            level=Level.ERROR,
            message=Text(
                f"Miễn trừ quy tắc “{waiver.rule}” cho “{waiver.path}” không còn ứng với phát hiện nào.",
                f"The waiver of “{waiver.rule}” for “{waiver.path}” meets no finding any more.",
            ),
            mend=Text("Xóa dòng miễn trừ này, hoặc sửa lại đường dẫn.", "Delete this waiver, or correct its path."),
            path=plan.settings.path,
            at=Location(place=Place.LINE, line=waiver.line),
            evidence=f"{waiver.rule} {waiver.path}",
        )
        for waiver in waivers
        if plan.whole_set and waiver.rule in ran
    ]


def _checked(inspection: Inspection) -> CheckedDocument:
    path, document = inspection.source.path, inspection.document
    if document is None:
        problem = inspection.problems[0]
        return CheckedDocument(
            path, UNCLASSIFIED, Confidence.LOW, "unreadable", problem.reason, Identity(), inspection.source.format
        )
    status = "unclassified" if document.kind == UNCLASSIFIED else "checked"
    return CheckedDocument(
        path, document.kind, document.kind_confidence, status, document.kind_reason, document.identity, document.format
    )

