"""A plug-in that misbehaves as its documents ask: it hangs, dies, swells, raises what it must not, states nonsense."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

from qmslint.api import (
    Context,
    Document,
    Extractor,
    Finding,
    Identity,
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
    document_rule,
    hookimpl,
)


class PanicError(BaseException):
    """What compiled libraries raise: no Exception."""


def _hang() -> None:
    while True:
        pass


def _swell() -> None:
    held = []
    while True:
        held.append(bytes(2**24))  # asked for, never touched: its bound is passed at once, however slow the machine


def _print() -> None:
    os.write(1, b"noise of a library\n")
    os.write(2, b"noise of a library\n")


def _raise(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


def _recurse() -> None:
    _recurse()


ACTS: dict[str, Callable[[], None]] = {
    "HANG": _hang,
    "SLEEP": lambda: time.sleep(600),
    "KILL": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "ABORT": os.abort,
    "LEAVE": lambda: os._exit(0),
    "EXIT": lambda: sys.exit(0),
    "SWELL": _swell,
    "PANIC": _raise(PanicError("panicked")),
    "INTERRUPT": _raise(KeyboardInterrupt()),
    "ERROR": _raise(KeyError("a bug")),
    "RECURSE": _recurse,
    "NOISE": _print,
}


def read(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """Lines of text; the first word makes the reader misbehave."""
    text = data.decode("utf-8", "replace")
    word = text.partition("\n")[0]
    if word == "NOTHING":
        return None  # type: ignore[return-value]
    if word in ACTS:
        ACTS[word]()
    lines = text.splitlines()
    return Document(source, tuple(Paragraph(line, Location(i, line=i)) for i, line in enumerate(lines, 1)))


def identity(reading: Reading) -> Any:
    """The first line is the code; some words make the extractor misbehave."""
    first = reading.lines[0].text if reading.lines else ""
    if first == "FACT-OF-A-WRONG-KIND":
        return 7
    if first == "FACT-THAT-IS-NO-DATA":
        return Identity(code=object())  # type: ignore[arg-type]
    if first == "FACT-PANIC":
        raise PanicError("panicked")
    return Identity(code=first)


@document_rule("beast-loud", title=Text("To", "Loud"), clauses=("7.5.2",), level=Level.ERROR, since="0")
def loud(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Every document is told its code."""
    code = document.identity.code
    if code == "RULE-ERROR":
        raise RuntimeError("a bug of the rule")
    if code == "RULE-PANIC":
        raise PanicError("panicked")
    while code == "RULE-HANG":
        with suppress(Exception):
            _hang()
    if code == "RULE-NONSENSE":
        yield "no finding"  # type: ignore[misc]
    yield context.finding(Text(f"mã “{code}”", f"code “{code}”"), mend=Text("a", "b"), evidence=code)


@hookimpl
def qmslint_readers() -> Iterable[Reader]:
    return (Reader("beast", (".beast",), lambda data, name: name.endswith(".beast"), read),)


@hookimpl
def qmslint_extractors() -> Iterable[Extractor]:
    return (Extractor("kind", lambda reading: "form"), Extractor("identity", identity))


@hookimpl
def qmslint_rules() -> Iterable[Rule]:
    return (loud,)
