"""Pointers inside the document or the set: "mục 5", "Phụ lục 1, 2 kèm theo", "BM.01", "QT-HT 04"."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import Extractor, Line, Reading, Reference, Section, fold
from qmslint.extract.cells import clean
from qmslint.extract.patterns import late
from qmslint.extract.text.annexes import annex_lines, normal_number
from qmslint.extract.text.body import body_lines, first_section, place
from qmslint.extract.text.sections import section_starts
from qmslint.extract.words import book

_MORE = r"(?:\s*(?:,|;|và|hoặc|đến)\s*(?:{word}\s*)?{one})*"
_SECTION_ONE = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:\.?[a-zđ](?![\w]))?(?![\w/%])|[IVX]{1,5}(?!\w))"
_ANNEX_ONE = r"(?:\d{1,2}(?![\w/])|[IVX]{1,5}(?!\w)|[A-H](?!\w))"


def _list_of(word: str, one: str) -> str:
    return rf"(?<!\w)(?P<word>{word})(?:\s+số)?\s+(?P<list>{one}{_MORE.format(word=word, one=one)})"


_SECTION = late(lambda: _list_of(f"(?i:{book().pattern('section-words')})", _SECTION_ONE))
_ANNEX = late(lambda: _list_of(f"(?i:{book().pattern('annex')})", _ANNEX_ONE))
_CODE = late(
    r"(?<![\w/.-])(?:(?P<form>BM|MB|BMT|BMQT)|QT|HD(?=\.))(?:[ .-][A-ZĐ]{1,8})?[ .-]?\d{1,3}(?:[./-][A-ZĐ\d]{1,10})*"
    r"(?![\w/])"
)
_ITEM = late(r"\d{1,2}(?:\.\d{1,2})*(?:\.?[a-zđ](?!\w))?|[IVX]{1,5}(?!\w)|[A-H](?!\w)")
_NOT_BEFORE = late(r"(?:danh|hạng|đề|tiểu|chuyên|thư|số|tiêu|chương)\s*$", re.IGNORECASE)
_OF_A_LAW = late(r"mẫu(?:\s+số)?\s+\d[\w./-]*\s*(?:,|tại|thuộc|của|theo|-|–)?\s*$", re.IGNORECASE)  # "Mẫu 08 Phụ lục I"
_STOP = late(r"[.;](?:\s|$)|\n")
_CITED = late(r"\d+/\d{4}/|\d/(?:QĐ|TT|NĐ|NQ|CT)|9001:|iso \d", re.IGNORECASE)
_OWN = ("của quy trình này", "quy trình này", "của tài liệu này", "tài liệu này", "của văn bản này")


@cache
def _law() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{book().pattern('law-words')})(?!\w)")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:của|trong|tại|thuộc|ở)?\s*(?:{book().pattern('elsewhere-words')})(?!\w)")


def references(reading: Reading) -> tuple[Reference, ...]:
    """Each target once, where it is named first; one said to be attached before the others."""
    own = {fold(b.code.text).replace(" ", "") for b in reading.facts.get("control_blocks", ()) if b.code}
    numbers = _numbers(section_starts(reading))
    annexes = annex_lines(reading)
    heads = {index for index, _ in annexes}
    present = {annex.number for _, annex in annexes}
    found: dict[tuple[str, str], Reference] = {}
    start = first_section(reading)
    for index, line in enumerate(body_lines(reading)):
        if index < start or index in heads:
            continue
        for kind, target, text, attached in _in_line(line):
            if kind in ("form", "document") and target.replace(" ", "").lower() in own:
                continue
            known = found.get((kind, target))
            if known is not None and (known.attached or not attached):
                continue
            resolves = target in numbers if kind == "section" else target in present if kind == "annex" else None
            found[kind, target] = Reference(kind, target, text, attached, resolves, place(reading, index))
    return tuple(sorted(found.values(), key=lambda reference: (reference.at.order, reference.kind, reference.target)))


def _numbers(starts: tuple[tuple[int, Section], ...]) -> set[str]:
    """Every number that a reader can follow: "5", "5.1", "5.a" for item a of section 5."""
    numbers: set[str] = set()
    main = ""
    for _, section in starts:
        if section.level == 1:
            main = section.number
        if section.number:
            numbers.add(section.number)
            if section.level > 1 and main:
                numbers.add(f"{main}.{section.number}")
    return numbers


def _in_line(line: Line) -> list[tuple[str, str, str, bool]]:
    folded = line.folded
    found: list[tuple[str, str, str, bool]] = []
    has_section, has_annex = "mục " in folded, "phụ lục " in folded
    has_code = "BM" in line.text or "MB" in line.text or "QT" in line.text or "HD." in line.text
    if not (has_section or has_annex or has_code or "section " in folded or "annex " in folded):
        return found
    text = clean(line.text)
    if has_section or "section " in folded:
        found.extend(_sections(text))
    if has_annex or "annex " in folded:
        found.extend(_annexes(text))
    if has_code:
        for match in _CODE.finditer(text):
            found.append(("form" if match["form"] else "document", match[0], match[0], False))
    return found


def _sections(text: str) -> list[tuple[str, str, str, bool]]:
    found = []
    for match in _SECTION.finditer(text):
        if _NOT_BEFORE.search(text, max(0, match.start() - 12), match.start()) or _is_foreign(text, match.span()):
            continue
        for item in _ITEM.findall(match["list"]):
            found.append(("section", _normal_section(item), match[0], False))
    return found


def _annexes(text: str) -> list[tuple[str, str, str, bool]]:
    attached_words = book().variants("attached")
    found = []
    for match in _ANNEX.finditer(text):
        after = fold(text[match.end() : match.end() + 30]).lstrip("( ,")
        attached = after.startswith((*attached_words, "được đính kèm"))
        of_a_law = not attached and _OF_A_LAW.search(text, max(0, match.start() - 30), match.start())
        if of_a_law or _is_foreign(text, match.span()):
            continue
        for item in _ITEM.findall(match["list"]):
            found.append(("annex", normal_number(item), " ".join(text[match.start() : match.end() + 9].split())
                          if attached else match[0], attached))
    return found


def _normal_section(item: str) -> str:
    if item[-1].isalpha() and item[:1].isdigit():
        return f"{item[:-1].rstrip('.')}.{item[-1]}"
    return item


def _is_foreign(text: str, span: tuple[int, int]) -> bool:
    """Whether the place named is one of a law or standard: it is named close before, or behind with "của"."""
    behind = text[span[1] : span[1] + 80]
    if fold(behind).lstrip().startswith(_OWN):
        return False
    before = text[max(0, span[0] - 70) : span[0]]
    stop = max((m.end() for m in _STOP.finditer(before)), default=0)
    near = fold(before[stop:])
    if _CITED.search(near) or _law().search(near[-30:]):
        return True
    if _elsewhere().match(fold(behind)):
        return True
    match = _STOP.search(behind)
    behind = fold(behind[: match.start()] if match else behind)
    closing = behind.find(")")
    if closing >= 0 and "(" not in behind[:closing]:
        behind = behind[:closing]
    return _law().search(behind) is not None


EXTRACTORS = (Extractor("references", references, version=2, needs=("control_blocks",)),)
