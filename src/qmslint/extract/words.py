"""The words by which parts of a document are known: reads `words/*.yaml`, folds every variant once.

The files are YAML of one simple shape, so that anybody can add a label: mappings, lists and plain words, nothing
typed. They are read here by hand: PyYAML would cost each worker more than the reading of a document.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from qmslint.api import fold

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("vi", "en")


class Book:
    """One book of words: `words/vi_NAME.yaml` and `words/en_NAME.yaml` together (`vi.yaml`, `en.yaml` for "")."""

    def __init__(self, name: str = "") -> None:
        suffix = f"_{name}" if name else ""
        self._pages = [
            parse(path.read_text(encoding="utf-8"))
            for path in (FOLDER / f"{language}{suffix}.yaml" for language in LANGUAGES)
            if path.is_file()
        ]

    @cache  # noqa: B019 - books live as long as the process
    def table(self, key: str) -> dict[str, str]:
        """Folded variant → name, for a mapping of names to lists of variants. The first mention of a variant counts."""
        found: dict[str, str] = {}
        for name, variants in self._entries(key).items():
            for variant in variants:
                found.setdefault(fold(variant), name)
        return found

    @cache  # noqa: B019
    def variants(self, key: str, name: str = "") -> tuple[str, ...]:
        """The folded variants of a list, or of one `name` in a mapping, as they stand."""
        if name:
            return tuple(dict.fromkeys(fold(variant) for variant in self._entries(key).get(name, ())))
        return tuple(dict.fromkeys(fold(v) for page in self._pages for v in page.get(key, ())))

    @cache  # noqa: B019
    def pattern(self, key: str, name: str = "") -> str:
        """A regular expression for any of the variants in folded text, longest first."""
        import re

        words = self.variants(key, name) if name or not self._is_mapping(key) else tuple(self.table(key))
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    @cache  # noqa: B019
    def written(self, key: str) -> tuple[str, ...]:
        """The entries of a list as they are written, not folded: where capitals count."""
        return tuple(str(entry) for page in self._pages for entry in page.get(key, ()))

    def _is_mapping(self, key: str) -> bool:
        return any(isinstance(page.get(key), dict) for page in self._pages)

    def _entries(self, key: str) -> dict[str, list[str]]:
        merged: dict[str, list[str]] = {}
        for page in self._pages:
            for name, variants in page.get(key, {}).items():
                merged.setdefault(name, []).extend([variants] if isinstance(variants, str) else variants)
        return merged


@cache
def book(name: str = "") -> Book:
    """The book called `name`, read once."""
    return Book(name)


def parse(text: str) -> dict[str, Any]:
    """The mapping in `text`: mappings by indentation, `- item` and `[a, b]` lists, plain or "quoted" words."""
    lines: list[tuple[int, str]] = []
    for raw in text.splitlines():
        bare = raw.strip()
        if not bare or bare.startswith("#"):
            continue
        if lines and lines[-1][1].count("[") > lines[-1][1].count("]"):  # a list in brackets goes on
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {bare}")
        else:
            lines.append((len(raw) - len(raw.lstrip()), bare))
    value, _ = _block(lines, 0, lines[0][0] if lines else 0)
    return value if isinstance(value, dict) else {}


def _block(lines: list[tuple[int, str]], index: int, indent: int) -> tuple[dict[str, Any] | list[str], int]:
    if index < len(lines) and lines[index][1].startswith("- "):
        items: list[str] = []
        while index < len(lines) and lines[index][0] == indent and lines[index][1].startswith("- "):
            items.append(_plain(lines[index][1][2:]))
            index += 1
        return items, index
    mapping: dict[str, Any] = {}
    while index < len(lines) and lines[index][0] == indent:
        key, _, rest = lines[index][1].partition(":")
        rest = rest.strip()
        index += 1
        if rest.startswith("["):
            mapping[_plain(key)] = _flow(rest)
        elif rest:
            mapping[_plain(key)] = _plain(rest)
        else:
            mapping[_plain(key)], index = _block(lines, index, lines[index][0] if index < len(lines) else 0)
    return mapping, index


def _flow(text: str) -> list[str]:
    inside = text.strip()[1:].rpartition("]")[0]
    if '"' not in inside:
        return [item.strip() for item in inside.split(",") if item.strip()]
    items: list[str] = []
    for number, part in enumerate(inside.split('"')):
        if number % 2:
            items.append(part)
        else:
            items.extend(item.strip() for item in part.split(",") if item.strip())
    return items


def _plain(text: str) -> str:
    text = text.strip()
    if text.startswith('"') and text.count('"') >= 2:
        return text[1 : text.index('"', 1)]
    return text.partition(" #")[0].rstrip()
