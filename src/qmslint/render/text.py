"""The report as text for a person at a terminal or in a pipe: by document, evidence, reason, remedy, then the sums."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from qmslint.api import INVISIBLE, Finding, Level, Renderer, RenderOptions, Report, Text
from qmslint.render.words import IGNORED, LEVELS, WORDS

# What a terminal would obey becomes a blank. What nobody sees is left out: a blank would part the word it stands in,
# and the rule that speaks of it says where it is.
_CONTROL = re.compile(rf"([\x00-\x1f\x7f-\x9f\ud800-\udfff])|[{INVISIBLE}\u2066-\u2069]")
_COLOURS = {Level.ERROR: "31;1", Level.WARNING: "33;1", Level.INFO: "36;1"}


def render(report: Report, options: RenderOptions) -> bytes:
    """The report as UTF-8 text, wrapped to `options.width` columns (0 = not wrapped)."""
    shown = [f for f in report.findings if options.only is None or f.path in options.only]
    lines: list[str] = []
    for path, group in groupby(shown, key=lambda f: f.path):
        lines += _document(path, list(group), report, options)
    lines += _summary(report, shown, options)
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def safe(text: str) -> str:
    """The text on one line without anything that a terminal would obey and without signs that nobody sees."""
    return _CONTROL.sub(lambda match: " " if match[1] else "", text.replace("\n", " ⏎ "))


def _document(path: str, findings: list[Finding], report: Report, options: RenderOptions) -> list[str]:
    title = safe(path) if path else WORDS["whole-set"].in_language(options.language)
    lines = [_paint(title, "1", options)]
    for finding in findings:
        lines += _finding(finding, options)
    return [*lines, ""]


def _finding(finding: Finding, options: RenderOptions) -> list[str]:
    language = options.language
    level = LEVELS[finding.level].in_language(language)
    doubt = "" if finding.confidence == "high" else f", {WORDS[finding.confidence].in_language(language)}"
    head = f"  {_paint(level + doubt, _COLOURS[finding.level], options)}  {finding.rule}"
    lines = [head]
    if finding.path:
        lines += _field("where", finding.at.label(language), options)
    lines += _wrapped(safe(finding.message.in_language(language)), options)
    if finding.evidence and safe(finding.evidence) not in safe(finding.message.in_language(language)):
        lines += _field("evidence", f"“{safe(finding.evidence)}”", options)
    for related in finding.related:
        where = related.at.label(language)
        where = where if related.path in ("", finding.path) else f"{related.path}: {where}"
        said = related.message.in_language(language)
        lines += _field("see", safe(f"{where}: {said}" if said else where), options)
    basis = _basis(finding, language)
    if basis:
        lines += _field("basis", basis, options)
    lines += _field("mend", safe(finding.mend.in_language(language)), options)
    return lines


def _basis(finding: Finding, language: str) -> str:
    clauses = f"ISO 9001:2015 {', '.join(finding.clauses)}" if finding.clauses else ""
    return "; ".join(part for part in (clauses, *finding.basis) if part)


def _field(name: str, value: str, options: RenderOptions) -> list[str]:
    return _wrapped(f"{WORDS[name].in_language(options.language)}: {value}", options)


def _wrapped(text: str, options: RenderOptions) -> list[str]:
    text = safe(text)
    if not options.width:
        return [f"      {text}"]
    from textwrap import wrap

    return wrap(
        text, max(40, options.width), initial_indent="      ", subsequent_indent="        ", break_on_hyphens=False
    )


def _paint(text: str, code: str, options: RenderOptions) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if options.colour else text


def _summary(report: Report, shown: list[Finding], options: RenderOptions) -> list[str]:
    language = options.language
    levels = Counter(f.level for f in shown)
    counts = ", ".join(f"{levels[level]} {LEVELS[level].in_language(language)}" for level in LEVELS)
    statuses = Counter(d.status for d in report.documents)
    lines = [_paint(WORDS["summary"].in_language(language), "1", options)]
    lines += _row("found", Text(f"{len(shown)} ({counts})", f"{len(shown)} ({counts})"), options)
    read = statuses["checked"] + statuses["unclassified"]
    lines += _row("checked", Text(
        f"{read} tài liệu, trong đó {statuses['unclassified']} chưa nhận ra loại",
        f"{read} documents, {statuses['unclassified']} of them unclassified"), options)
    lines += _row("unreadable", Text(f"{statuses['unreadable']} tệp", f"{statuses['unreadable']} files"), options)
    lines += _row("ignored", _ignored(report), options)
    if report.waived:
        lines += _row("waived", Text(f"{len(report.waived)} phát hiện", f"{len(report.waived)} findings"), options)
    lines += _row("rules", Text(f"{len(report.rules_run)}", f"{len(report.rules_run)}"), options)
    lines += _not_judged(report, options)
    lines += _row("as-of", Text(report.as_of.strftime("%d/%m/%Y"), report.as_of.isoformat()), options)
    settings = report.settings_path or WORDS["none"].in_language(language)
    lines += _row("settings", Text(safe(settings), safe(settings)), options)
    return lines


def _ignored(report: Report) -> Text:
    reasons = Counter(i.reason for i in report.ignored)
    vi = ", ".join(f"{n} {IGNORED[r].vi if r in IGNORED else r}" for r, n in sorted(reasons.items()))
    en = ", ".join(f"{n} {IGNORED[r].en if r in IGNORED else r}" for r, n in sorted(reasons.items()))
    total = len(report.ignored)
    return Text(f"{total} tệp{f' ({vi})' if vi else ''}", f"{total} files{f' ({en})' if en else ''}")


def _not_judged(report: Report, options: RenderOptions) -> list[str]:
    if not report.not_judged:
        return []
    lines = _row("not-judged", Text(f"{len(report.not_judged)}", f"{len(report.not_judged)}"), options)
    reasons = Counter((n.rule, n.reason) for n in report.not_judged)
    for (rule, reason), total in sorted(reasons.items()):
        times = f" (×{total})" if total > 1 else ""
        lines += _wrapped(safe(f"- {rule}{times}: {reason.in_language(options.language)}"), options)
    return lines


def _row(name: str, value: Text, options: RenderOptions) -> list[str]:
    text = safe(f"{WORDS[name].in_language(options.language)}: {value.in_language(options.language)}")
    if not options.width:
        return [f"  {text}"]
    from textwrap import wrap

    return wrap(text, max(40, options.width), initial_indent="  ", subsequent_indent="    ")


RENDERER = Renderer("text", ".txt", render, "Văn bản / text")
