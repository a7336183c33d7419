"""What a rule says of its fixtures, for its author to read and store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qmslint.plugins.manager import Plugins
from qmslint.testing import bad_lines, findings_in


def write_bad_txt(fixtures: Path, rules: Iterable[str], write: bool) -> str:
    """The lines for each rule; stored in its `bad.txt` when `write` is set."""
    plugins = Plugins()
    out: list[str] = []
    for rule in rules:
        folder = fixtures / rule
        good = findings_in(folder / "good", rule, plugins)
        lines = bad_lines(findings_in(folder / "bad", rule, plugins))
        out += [f"!! good is not silent: {line}" for line in bad_lines(good)]
        out += lines or [f"!! {rule}: bad is silent"]
        if write and lines:
            (folder / "bad.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "\n".join(out) + "\n"
