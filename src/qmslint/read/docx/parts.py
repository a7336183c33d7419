"""The parts of a package by what they are, found through relationships, with the usual places as a fallback.

Source: ISO/IEC 29500-2 (packages), 29500-1, 11.3. A relationship whose target is missing is passed over, as Word does.
"""

from __future__ import annotations

import posixpath
from typing import Any

from qmslint.api import Limits, UnreadableDocument
from qmslint.read.docx.cutting import Cuttings
from qmslint.read.docx.interning import Interner
from qmslint.read.docx.names import STRICT
from qmslint.read.guard import Package, damaged, parse_xml

_TEXTS = ("footnotes", "endnotes", "comments")


class Parts:
    """The parts of one document, parsed when asked for."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self.cuttings = Cuttings()
        self.interner = Interner(limits, self.cuttings.cut)
        self.main_name = self._main_name()
        self._known: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
        self._unpaired: set[str] = set()

    def _targets(self, part: str) -> tuple[dict[str, str], dict[str, str]]:
        """What the relationships of a part lead to: by their identifiers, by their kinds."""
        known = self._known.get(part)
        if known is None:
            known = self._known[part] = {}, {}
            folder, name = posixpath.split(part)
            for identifier, kind, target, external in self._relationships(f"{folder}/_rels/{name}.rels"):
                if not external:
                    path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                    known[0][identifier] = path
                    known[1].setdefault(kind, path)
        return known

    def _main_name(self) -> str:
        for _, kind, target, external in self._relationships("_rels/.rels"):
            if kind == "officedocument" and not external and self._package.has(target):
                return target.lstrip("/")
        if self._package.has("word/document.xml"):
            return "word/document.xml"
        raise damaged("no main part")

    def _relationships(self, name: str) -> list[tuple[str, str, str, bool]]:
        root = self._parsed(name)
        return [
            (
                element.get("Id") or "",
                (element.get("Type") or "").rpartition("/")[2].lower(),
                element.get("Target") or "",
                element.get("TargetMode") == "External",
            )
            for element in (root if root is not None else ())
        ]

    def main(self) -> Any:
        """The root of the main part."""
        return self._parsed(self.main_name, needed=True, text=True)

    def name_of(self, kind: str) -> str:
        """The name of the part of this kind ("footnotes", …) that belongs to the main part, "" where there is none."""
        return self._targets(self.main_name)[1].get(kind, "")

    def related(self, kind: str) -> Any:
        """The root of the part of this kind ("styles", "numbering", …), None where there is none."""
        path = self.name_of(kind)
        return self._parsed(path, text=kind in _TEXTS) if path else None

    def named(self, identifier: str, part: str = "") -> str:
        """The name of the part to which a relationship of `part` leads (of the main part where none is said)."""
        return self._targets(part or self.main_name)[0].get(identifier, "")

    def root(self, name: str, text: bool = False) -> Any:
        """The root of a part by its name, None where it is missing or damaged. `text`: it holds paragraphs."""
        return self._parsed(name, text=text) if name else None

    def found(self, identifier: str, part: str) -> tuple[str, bytes | None]:
        """Name and bytes of the part to which a relationship of `part` leads; None: the package has no such part."""
        name = self.named(identifier, part)
        return name, self._package.read(name) if name and self._package.has(name) else None

    def paired(self, name: str) -> bool:
        """Whether every field that begins in a part (already parsed) ends there."""
        return name not in self._unpaired

    def core(self) -> Any:
        """The root of the core properties."""
        for _, kind, target, external in self._relationships("_rels/.rels"):
            if kind == "core-properties" and not external:
                return self._parsed(target)
        return None

    def _parsed(self, name: str, needed: bool = False, text: bool = False) -> Any:
        data = self._package.read(name)
        if not data:
            if needed:
                raise damaged(f"no {name}")
            return None
        if b"purl.oclc.org" in data[:8192]:
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        if text and b"fldChar" in data and data.count(b'fldCharType="begin"') != data.count(b'fldCharType="end"'):
            self._unpaired.add(name)
        try:
            return self.interner.parse(data, name) if text else parse_xml(data, self._limits, name)
        except UnreadableDocument:
            if needed:
                raise
            return None  # a damaged side part is no reason to refuse the text
