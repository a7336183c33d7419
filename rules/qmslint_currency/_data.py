"""The data of the pack: names, papers and standards, each with source and date, loaded when first asked for."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from qmslint.api import Certainty, NamedTuple, Text, fold, load_data


class Term(NamedTuple):
    """Something that no longer exists: what it is called, since when it is gone, what stands in its place."""

    group: str  # "body", "unit", "paper"
    name: str
    words: tuple[str, ...]  # folded
    hints: tuple[str, ...]  # folded; one of them is in every form
    instead: Text
    since: date
    source: str
    certainty: Certainty
    basis: str = ""


@cache
def load(name: str) -> Any:
    """The data of `data/<name>.json`."""
    return load_data(__file__, name)


@cache
def terms() -> tuple[Term, ...]:
    """Every term of the pack, absorbed provinces among the units."""
    data = load("terms")
    groups = {"bodies": "body", "units": "unit", "papers": "paper"}
    found = [_term(groups[key], entry) for key in groups for entry in data[key]]
    return (*found, *_provinces(data["provinces"]))


def _term(group: str, entry: dict[str, Any]) -> Term:
    return Term(
        group, entry["name"], tuple(fold(word) for word in entry["words"]),
        tuple(fold(hint) for hint in entry["hints"]), Text(entry["instead"]["vi"], entry["instead"]["en"]),
        entry["since"], entry["source"], Certainty(entry["certainty"]), entry.get("basis", ""),
    )


def _provinces(data: dict[str, Any]) -> list[Term]:
    """Only "tỉnh X" names the province; X alone may be a town, a river, a person."""
    return [
        Term("unit", f"tỉnh {name}", (fold(f"tỉnh {name}"),), (fold(f"tỉnh {name}"),),
             Text(f"{survivor} (sau hợp nhất)", f"{survivor} (after the merger)"), data["since"], data["source"],
             Certainty(data["certainty"]))
        for survivor, absorbed in data["merged"].items() for name in absorbed
    ]  # fmt: skip


@cache
def pattern(term: Term) -> re.Pattern[str]:
    """Any form of the term, as whole words of a folded text; the longest form first."""
    forms = "|".join(re.escape(word) for word in sorted(term.words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


@cache
def merged_provinces() -> dict[str, list[str]]:
    """Province of today → those merged into it."""
    found: dict[str, list[str]] = load("terms")["provinces"]["merged"]
    return found


@cache
def territories() -> dict[str, list[str]]:
    """Province of today → those whose rules it took over: merged into it, or itself under an older name."""
    renamed: dict[str, list[str]] = load("terms")["provinces"]["renamed"]
    return {**merged_provinces(), **renamed}
