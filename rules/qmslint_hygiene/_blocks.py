"""What the control blocks of a document say, block by block, in words that a reader finds again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from qmslint.api import ControlBlock, Location, NamedTuple, QualityDocument, Related, Settings, Text, fold
from qmslint_hygiene._control_words import words

V = TypeVar("V")
_PLACES = {
    "cover": Text("trang bìa", "the cover"),
    "header": Text("đầu trang", "the page header"),
    "footer": Text("chân trang", "the page footer"),
    "record": Text("phần khai đầu tệp", "the head of the file"),
}
_VARIANTS = {"first": Text(" (trang đầu)", " (first page)"), "even": Text(" (trang chẵn)", " (even pages)")}


class Said(NamedTuple, Generic[V]):
    """One statement of one block: what is compared, the words, the block, the place."""

    value: V
    text: str
    block: ControlBlock
    at: Location


@lru_cache(maxsize=16384)
def plain_code(code: str) -> str:
    """A code as it is compared: letters and figures only."""
    return re.sub(r"[\W_]+", "", fold(code))


def own_blocks(document: QualityDocument, settings: Settings) -> tuple[ControlBlock, ...]:
    """The blocks that identify the document itself, not a form printed behind it."""
    forms = {
        (block.section, block.code.text)
        for block in document.control_blocks
        if block.code and block.section > 1 and is_form_code(block.code.text, document, settings)
    }
    sections = {section for section, _ in forms}
    return tuple(b for b in document.control_blocks if b.place not in ("header", "footer") or b.section not in sections)


def is_form_code(code: str, document: QualityDocument, settings: Settings) -> bool:
    """Whether `code` is that of a form, not of a procedure."""
    if plain_code(code) == plain_code(document.identity.code):
        return False
    if any(re.fullmatch(pattern, code, re.IGNORECASE) for pattern in settings.codes.forms):
        return True
    if any(form.code and plain_code(form.code) == plain_code(code) for form in document.forms):
        return True
    return fold(code).startswith(words("form-codes"))


def said(
    blocks: Iterable[ControlBlock], read: Callable[[ControlBlock], tuple[V, str, Location] | None]
) -> list[Said[V]]:
    """What `read` finds in each block, the cover first."""
    found = []
    for block in sorted(blocks, key=lambda b: b.place in ("header", "footer")):
        answer = read(block)
        if answer is not None:
            found.append(Said(answer[0], answer[1], block, answer[2]))
    return found


def place_of(block: ControlBlock) -> Text:
    """The block in words: "chân trang phần 3"."""
    name = _PLACES.get(block.place, Text(block.place, block.place))
    if block.place not in ("header", "footer"):
        return name
    section = Text(f" phần {block.section}", f" of section {block.section}") if block.section else Text("", "")
    variant = _VARIANTS.get(block.at.variant, Text("", ""))
    return Text(name.vi + section.vi + variant.vi, name.en + section.en + variant.en)


def groups(statements: Iterable[Said[V]]) -> Iterator[tuple[V, list[Said[V]]]]:
    """Statements by value, in the order in which each value is first said."""
    found: dict[V, list[Said[V]]] = {}
    for statement in statements:
        found.setdefault(statement.value, []).append(statement)
    return iter(found.items())


def places(statements: Iterable[Said[V]]) -> Text:
    """The places of the statements: "trang bìa, chân trang phần 1, 2"."""
    found: dict[Text, list[str]] = {}
    for statement in statements:
        block = statement.block
        plain = block.place in ("header", "footer") and block.section and not _VARIANTS.get(block.at.variant)
        name = _PLACES[block.place] if plain else place_of(block)
        found.setdefault(name, [])
        if plain and str(block.section) not in found[name]:
            found[name].append(str(block.section))
    return Text(
        ", ".join(f"{n.vi} phần {', '.join(numbers)}" if numbers else n.vi for n, numbers in found.items()),
        ", ".join(f"{n.en} of section {', '.join(numbers)}" if numbers else n.en for n, numbers in found.items()),
    )


def told(statements: Iterable[Said[V]]) -> Text:
    """All values with their places: "“01” ở trang bìa, “1” ở chân trang phần 3; “2” ở chân trang phần 1, 2"."""
    vi, en = [], []
    for _, same in groups(statements):
        written = {text: places(s for s in same if s.text == text) for text in dict.fromkeys(s.text for s in same)}
        vi.append(", ".join(f"“{text}” ở {place.vi}" for text, place in written.items()))
        en.append(", ".join(f"“{text}” on {place.en}" for text, place in written.items()))
    return Text("; ".join(vi), "; ".join(en))


def related(path: str, statements: Iterable[Said[V]]) -> list[Related]:
    """The statements as places that belong to a finding."""
    return [Related(path, s.at, Text(f"“{s.text}”", f"“{s.text}”")) for s in statements]
