"""How findings of this pack put several things into one sentence: quoted words, numbers, places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qmslint.api import Location, Related, Text, shorten


def quoted(items: Sequence[str], limit: int = 12) -> Text:
    """The items in quotation marks, as one reads them out; what is over `limit` is counted."""
    return listed([f"“{shorten(item, 80)}”" for item in items], limit)


def listed(items: Sequence[str], limit: int = 12) -> Text:
    """"a, b và c" / "a, b and c"; what is over `limit` is counted."""
    if len(items) > limit:
        shown = ", ".join(items[:limit])
        more = len(items) - limit
        return Text(f"{shown} và {more} chỗ khác", f"{shown} and {more} more")
    if len(items) < 2:
        return Text("".join(items), "".join(items))
    head, last = ", ".join(items[:-1]), items[-1]
    return Text(f"{head} và {last}", f"{head} and {last}")


def elsewhere(path: str, places: Iterable[Location]) -> tuple[Related, ...]:
    """The other places of one finding, at most ten: a reader needs no more to see the pattern."""
    return tuple(Related(path, at) for at in list(places)[:10])


def named_elsewhere(path: str, places: Iterable[tuple[Location, str]]) -> tuple[Related, ...]:
    """The same, each place with its own words."""
    return tuple(Related(path, at, Text(shorten(words, 120), shorten(words, 120))) for at, words in list(places)[:10])


def code_points(text: str) -> str:
    """The characters as Unicode names them: "U+200E, U+00AD"."""
    return ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in text))
