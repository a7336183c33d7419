"""`qmslint explain`: why a rule speaks, how to mend, when it is silent."""

from __future__ import annotations

import click

from qmslint.cli.console import write
from qmslint.cli.options import lang_option


@click.command("explain")
@click.argument("rule")
@lang_option
def command(rule: str, lang: str) -> None:
    """Giải thích một quy tắc / explain a rule."""
    from qmslint.model.text import Text
    from qmslint.plugins.manager import Plugins
    from qmslint.run.plan import unknown_name

    rules = Plugins().rules
    if rule not in rules:
        raise unknown_name(rule, rules, Text("quy tắc", "rule"))
    found = rules[rule]
    lines = [
        f"{found.name}: {found.title.in_language(lang)}", "", found.doc, "",
        f"pack: {found.pack}   level: {found.level}   confidence: {found.confidence}   since: {found.since}",
    ]
    if found.clauses:
        lines.append(f"ISO 9001:2015: {', '.join(found.clauses)}")
    if found.basis:
        lines.append(f"{'Căn cứ' if lang == 'vi' else 'Basis'}: {'; '.join(found.basis)}")
    write(("\n".join(lines) + "\n").encode())
