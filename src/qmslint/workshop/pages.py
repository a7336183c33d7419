"""Reference pages: one for each rule, a list of all, and the matrix of clauses. Made from the rules and fixtures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qmslint.plugins.manager import Plugins
from qmslint.plugins.rule import Rule

_NOTE = "<!-- Made by `make docs` from the rule's file and its fixtures. -->\n"


def write(docs: Path) -> list[Path]:
    """Write every page; pages of rules that are gone are removed. Returns the paths."""
    rules = list(Plugins().rules.values())
    folder = docs / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    pages = {folder / f"{rule.name}.md": page(rule, docs.parent / "fixtures" / "rules") for rule in rules}
    pages[folder / "README.md"] = index(rules)
    pages[docs / "clauses.md"] = matrix(rules)
    for old in folder.glob("*.md"):
        if old not in pages:
            old.unlink()
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")
    return sorted(pages)


def page(rule: Rule, fixtures: Path) -> str:
    """The page of one rule."""
    rows = [
        ("pack", rule.pack), ("level", str(rule.level)), ("confidence", str(rule.confidence)),
        ("reads", ", ".join(rule.kinds) or ("the whole set" if rule.scope == "workspace" else "every kind")),
        ("ISO 9001:2015", ", ".join(rule.clauses) or "–"), ("basis", "; ".join(rule.basis) or "–"),
        ("since", rule.since),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    text = f"{_NOTE}# {rule.name}\n\n**{rule.title.vi}** / {rule.title.en}\n\n{rule.doc}\n\n| | |\n|---|---|\n{table}\n"
    bad = fixtures / rule.name / "bad.txt"
    if bad.is_file():
        text += f"\n## Ví dụ / example\n\n```text\n{bad.read_text(encoding='utf-8').strip()}\n```\n"
    return text


def index(rules: Iterable[Rule]) -> str:
    """All rules by pack."""
    lines = [_NOTE, "# Các quy tắc / rules", ""]
    pack = ""
    for rule in sorted(rules, key=lambda r: (r.pack, r.name)):
        if rule.pack != pack:
            pack = rule.pack
            lines += ["", f"## {pack}", "", "| rule | level | |", "|---|---|---|"]
        lines.append(f"| [{rule.name}]({rule.name}.md) | {rule.level} | {rule.title.vi} / {rule.title.en} |")
    return "\n".join(lines) + "\n"


def matrix(rules: Iterable[Rule]) -> str:
    """Which rules look at which clause."""
    by_clause: dict[tuple[int, ...], list[Rule]] = {}
    for rule in rules:
        for clause in rule.clauses:
            key = tuple(int(part) for part in clause.split(".") if part.isdigit())
            by_clause.setdefault(key, []).append(rule)
    lines = [_NOTE, "# Điều khoản ISO 9001:2015 và quy tắc / clauses and rules", "", "| clause | rules |", "|---|---|"]
    for key in sorted(by_clause):
        names = ", ".join(f"[{r.name}](rules/{r.name}.md)" for r in sorted(by_clause[key], key=lambda r: r.name))
        lines.append(f"| {'.'.join(map(str, key))} | {names} |")
    return "\n".join(lines) + "\n"
