"""The published bounds of every input. Each can be changed in qmslint.yaml (`limits:`)."""

from __future__ import annotations

from qmslint.model.tuples import NamedTuple

MAY_BE_ZERO = frozenset({"ocr_pages"})
"""Bounds of what is only done where it is asked for; each other one is a number above 0."""


class Limits(NamedTuple):
    """The published bounds of every input. Over a bound is one finding that names it, never a hang."""

    file_bytes: int = 200 * 2**20
    unpacked_bytes: int = 400 * 2**20  # of the parts that are read
    entries: int = 10_000
    ratio: int = 500  # unpacked to packed, of one part above 1 MiB
    xml_depth: int = 256
    paragraphs: int = 250_000
    cells: int = 500_000
    text_characters: int = 40_000_000
    pages: int = 3_000
    ocr_pages: int = 0  # scanned pages of one PDF that may be read by Tesseract; 0: none is
    yaml_nodes: int = 200_000
    yaml_aliases: int = 1_000
    yaml_depth: int = 40  # of records in YAML and in JSON
    folder_depth: int = 64
    seconds: float = 20.0  # of the processor, one file; a clock on the wall may show three times as many
    memory_bytes: int = 1536 * 2**20  # address space beyond what a reading process starts with
