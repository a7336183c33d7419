"""The package of an OpenDocument file: its parts, parsed; its properties (ODF 1.3, part 2, and part 3, 4.3)."""

from __future__ import annotations

from typing import Any

from qmslint.api import Limits, Properties, UnreadableDocument
from qmslint.read.guard import Package, damaged, encrypted, parse_xml
from qmslint.read.odf.names import DC, META, OFFICE


class Parts:
    """content.xml, styles.xml and meta.xml of one file."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._package = Package(data, limits)
        self._limits = limits
        if self._package.has("encrypted-package") or b"encryption-data" in self._package.read("META-INF/manifest.xml"):
            raise encrypted()
        self.content = self._root("content.xml")
        if self.content is None:
            raise damaged("content.xml")
        self.styles = self._side("styles.xml")

    def body(self, name: str) -> Any:
        """The element office:`name` below office:body."""
        element = self.content.find(f"{OFFICE}body/{OFFICE}{name}")
        if element is None:
            raise damaged(f"content.xml: no {name}")
        return element

    def properties(self) -> Properties:
        """What meta.xml says."""
        root = self._side("meta.xml")
        meta = root.find(OFFICE + "meta") if root is not None else None
        said = {str(e.tag): (e.text or "").strip() for e in meta} if meta is not None else {}
        last = said.get(DC + "creator", "")
        return Properties(
            title=said.get(DC + "title", ""),
            author=said.get(META + "initial-creator") or last,
            last_modified_by=last,
            created=said.get(META + "creation-date", ""),
            modified=said.get(DC + "date", ""),
            last_printed=said.get(META + "print-date", ""),
            application=said.get(META + "generator", ""),
        )

    def _root(self, name: str) -> Any:
        data = self._package.read(name)
        return parse_xml(data, self._limits, name) if data else None

    def _side(self, name: str) -> Any:
        try:
            return self._root(name)
        except UnreadableDocument as error:
            if error.reason == "damaged":
                return None  # a damaged side part is no reason to refuse the text
            raise
