"""Markdown (.md), with a typed record as optional YAML front matter: headings, paragraphs, lists as printed, tables."""

from __future__ import annotations

import re
from typing import Any

from qmslint.api import Block, Document, Limits, Reader, SourceFile, UnreadableDocument
from qmslint.read.plain_data import Plain, from_yaml, unfit
from qmslint.read.record import decoded, document_of
from qmslint.read.sniff import sniff

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_BARS = 200_000  # each may be a cell, and a cell costs the parser more than a letter
_CHARACTERS = 5_000_000  # the parser needs a second or more for each million


def recognises(data: bytes, name: str) -> bool:
    """Whether this is text in a file named .md."""
    return sniff(data, name) == "markdown"


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document that the text shows, and the record of its front matter. Raises UnreadableDocument, nothing else."""
    text = decoded(data, limits)
    if len(text) > min(_CHARACTERS, limits.text_characters):
        from qmslint.read.guard import over

        raise over("text_characters")
    if text.count("|") > min(_BARS, limits.cells):
        from qmslint.read.guard import over

        raise over("cells")
    front = _FRONT.match(text)
    plain = from_yaml(front[1] or "", limits, first_line=2) if front else Plain(None, ())
    document = document_of(source, plain, limits) if _is_record(plain) else Document(source)
    body = text[front.end():] if front else text
    skipped = text.count("\n", 0, front.end()) if front else 0
    return document._replace(blocks=(*document.blocks, *_blocks(body, skipped, len(plain.lines), limits)))


def _blocks(text: str, skipped: int, order: int, limits: Limits) -> tuple[Block, ...]:
    from qmslint.read.markdown_blocks import blocks_of

    try:
        return blocks_of(text, skipped, order, limits)
    except (UnreadableDocument, MemoryError):
        raise
    except Exception as error:
        why = type(error).__name__
        raise unfit(1, f"không đọc được Markdown ({why})", f"unreadable Markdown ({why})") from error


def _is_record(plain: Plain) -> bool:
    """Whether this front matter names itself a record or holds nothing but our keys; a web site's title is none."""
    data: Any = plain.data
    if not isinstance(data, dict) or not data:
        return False
    if "qmslint" in data:
        return True
    from qmslint.api import QualityDocument

    return set(data) <= {*QualityDocument._fields, "text"} - {"path", "format", "extra"}


READER = Reader("markdown", (".md", ".markdown"), recognises, read)
