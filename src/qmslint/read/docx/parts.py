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
        self._main = self._main_name()
        self._by_id: dict[str, str] = {}
        self._by_type: dict[str, str] = {}
        folder, name = posixpath.split(self._main)
        for identifier, kind, target, external in self._relationships(f"{folder}/_rels/{name}.rels"):
            if not external:
                path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                self._by_id[identifier] = path
                self._by_type.setdefault(kind, path)

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
        return self._parsed(self._main, needed=True, text=True)

    def related(self, kind: str) -> Any:
        """The root of the part of this kind ("styles", "numbering", …), None where there is none."""
        path = self._by_type.get(kind)
        return self._parsed(path, text=kind in _TEXTS) if path else None

    def by_id(self, identifier: str) -> Any:
        """The root of the part that a relationship names."""
        path = self._by_id.get(identifier)
        return self._parsed(path, text=True) if path else None

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
        try:
            return self.interner.parse(data, name) if text else parse_xml(data, self._limits, name)
        except UnreadableDocument:
            if needed:
                raise
            return None  # a damaged side part is no reason to refuse the text
