"""Typed records (.yaml, .json with `qmslint: record/1`): facts stated outright, and optional text beside them.

What the keys mean is for the extractor of stated facts to say; here they are plain data with lines.
"""

from __future__ import annotations

import re

from qmslint.api import Document, Limits, Reader, Record, SourceFile, Text, UnreadableDocument
from qmslint.read.plain_data import Plain, from_json, from_yaml, unfit
from qmslint.read.record_blocks import TextBlocks
from qmslint.read.sniff import sniff

SCHEMA = "record/1"
_MARK = re.compile(rb"(?:^|[\r\n{,])[ \t\xef\xbb\xbf]*[\"']?qmslint[\"']?\s*:\s*[\"']?record/")


def recognises(data: bytes, name: str) -> bool:
    """Whether this is YAML or JSON that calls itself a record; other YAML files are no documents."""
    return sniff(data, name) in ("yaml", "json") and _MARK.search(data) is not None


def passes_over(data: bytes, name: str) -> str:
    """Why a YAML or JSON file that does not call itself a record is none of the set: a workflow, a lock file, a key."""
    return "no-record" if sniff(data, name) in ("yaml", "json") else ""


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The record and the blocks of its `text:`. Raises UnreadableDocument, nothing else."""
    text = decoded(data, limits)
    plain = from_json(text, limits) if text.lstrip()[:1] in ("{", "[") and _is_json(source) else from_yaml(text, limits)
    return document_of(source, plain, limits)


def document_of(source: SourceFile, plain: Plain, limits: Limits) -> Document:
    """The Document of a record's plain data."""
    data = plain.data
    if not isinstance(data, dict):
        raise unfit(1, "bản ghi phải gồm các khóa (kind: …)", "a record consists of keys (kind: …)")
    if data.get("qmslint", SCHEMA) != SCHEMA:
        line = dict(plain.lines).get("qmslint", 1)
        raise unfit(line, f"không biết phiên bản “{data['qmslint']}”; phiên bản đọc được: {SCHEMA}",
                    f"unknown version “{data['qmslint']}”; the one that is read: {SCHEMA}")
    blocks = TextBlocks(plain.lines, limits).blocks(data.get("text"), "text")
    stated = {key: value for key, value in data.items() if key not in ("qmslint", "text")}
    return Document(source, blocks, record=Record(stated, plain.lines))


def decoded(data: bytes, limits: Limits) -> str:
    """UTF-8 text, with or without the mark at its start, line ends as \\n."""
    if len(data) > limits.text_characters:
        from qmslint.read.guard import over

        raise over("text_characters")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableDocument(
            "not-utf8",
            Text(f"Dòng {line}: tệp không ghi bằng mã UTF-8.", f"Line {line}: the file is not in UTF-8."),
            Text("Mở tệp bằng trình soạn thảo, lưu lại với mã UTF-8.", "Open it in an editor and save it as UTF-8."),
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_json(source: SourceFile) -> bool:
    return source.path.lower().endswith(".json")


READER = Reader("record", (".yaml", ".yml", ".json"), recognises, read, passes_over=passes_over)
