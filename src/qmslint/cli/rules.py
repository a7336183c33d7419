"""`qmslint rules`: every rule on a line."""

from __future__ import annotations

import click

from qmslint.cli.console import write
from qmslint.cli.options import lang_option


@click.command("rules")
@lang_option
def command(lang: str) -> None:
    """Liệt kê các quy tắc / list the rules."""
    from qmslint.plugins.manager import Plugins

    lines: list[str] = []
    pack = ""
    for rule in sorted(Plugins().rules.values(), key=lambda r: (r.pack, r.name)):
        if rule.pack != pack:
            pack = rule.pack
            lines.append(f"{pack}:")
        clauses = f" [{', '.join(rule.clauses)}]" if rule.clauses else ""
        lines.append(f"  {rule.name}  ({rule.level}){clauses}")
        lines.append(f"      {rule.title.in_language(lang)}")
    write(("\n".join(lines) + "\n").encode())
