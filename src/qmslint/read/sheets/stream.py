"""XML read as a stream: the wanted elements one by one, each forgotten when the next one comes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from qmslint.api import Limits
from qmslint.read import xml_library
from qmslint.read.guard import parse_xml, refused_xml


def elements(data: bytes, tags: tuple[str, ...], limits: Limits, name: str) -> Iterator[Any]:
    """Each finished element with one of these tags. No entity is expanded, nothing is fetched, nesting is bounded."""
    etree = xml_library.etree()

    if b"<!ENTITY" in data[:65536]:
        parse_xml(data, limits, name)  # says why not
    events = etree.iterparse(
        BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=limits.xml_depth > 256, remove_comments=True, remove_pis=True, collect_ids=False,
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise refused_xml(error, name) from error
