"""A whole small plug-in: a format, a kind, a fact, rules. It misbehaves on request, as documents do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator

from qmslint.api import (
    Context,
    Document,
    Extra,
    Extractor,
    Finding,
    Identity,
    Kind,
    Level,
    Limits,
    Location,
    NoOptions,
    Paragraph,
    QualityDocument,
    Reader,
    Reading,
    Rule,
    SourceFile,
    Text,
    UnreadableDocument,
    Workspace,
    document_rule,
    hookimpl,
    workspace_rule,
)


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """Lines of text; some words make the reader misbehave."""
    text = data.decode()
    if "UNREADABLE" in text:
        raise UnreadableDocument("toy", Text("không đọc được", "unreadable"))
    if "RAISE" in text:
        raise KeyError("a bug of the reader")
    if "DIE" in text:
        os._exit(7)
    if "HANG" in text:
        time.sleep(60)
    lines = text.splitlines()
    return Document(source, tuple(Paragraph(line, Location(i, line=i)) for i, line in enumerate(lines, 1)))


def read_isolated(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The same, in a process of its own."""
    return read(source, data, limits)


def identity(reading: Reading) -> Identity:
    """The first line is the code."""
    if any(line.text == "EXTRACTOR-BUG" for line in reading.lines):
        raise ZeroDivisionError("a bug of the extractor")
    return Identity(code=reading.lines[0].text if reading.lines else "")


def shouts(reading: Reading) -> tuple[Extra, ...]:
    """Lines in capitals."""
    shouted = [line for line in reading.lines[1:] if line.text.isupper()]
    return tuple(Extra("toy:shout", (("words", line.text),), line.at) for line in shouted)


@document_rule("toy-shout", title=Text("Viết hoa", "Shouting"), clauses=("7.5.2",), level=Level.WARNING, since="0")
def toy_shout(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Lines in capitals."""
    for shout in document.extras("toy:shout"):
        words = shout.get("words")
        if words == "RULE-BUG":
            raise RuntimeError("a bug of the rule")
        message = Text(f"“{words}” viết hoa", f"“{words}” shouts")
        yield context.finding(message, mend=Text("a", "b"), at=shout.at, evidence=words)


@workspace_rule("toy-twin", title=Text("Trùng mã", "Same code"), clauses=("7.5.2",), level=Level.ERROR, since="0")
def toy_twin(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One code on two documents."""
    for code, documents in workspace.by_code.items():
        if len(documents) > 1:
            message = Text(f"trùng {code}", f"{code} twice")
            yield context.finding(message, mend=Text("a", "b"), document=documents[0], evidence=code)
    if not workspace.documents:
        context.cannot_judge(Text("không có tài liệu", "no document"))


@hookimpl
def qmslint_readers() -> Iterable[Reader]:
    return (
        Reader("note", (".note",), lambda data, name: name.endswith(".note"), read),
        Reader("wild", (".wild",), lambda data, name: name.endswith(".wild"), read_isolated, isolate=True),
    )


@hookimpl
def qmslint_kinds() -> Iterable[Kind]:
    return (Kind("note", Text("ghi chép", "note")),)


@hookimpl
def qmslint_extractors() -> Iterable[Extractor]:
    return (
        Extractor("kind", lambda reading: reading.kind_by_settings or "note"),
        Extractor("identity", identity, needs=("kind",)),
        Extractor("toy:shout", shouts),
    )


@hookimpl
def qmslint_rules() -> Iterable[Rule]:
    return (toy_shout, toy_twin)
