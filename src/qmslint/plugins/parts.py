"""The other things a plug-in can bring: readers, extractors, renderers, catalogues. Plain typed values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from qmslint.model.document import Document, SourceFile
from qmslint.model.errors import UnreadableDocument
from qmslint.model.limits import Limits
from qmslint.model.report import Report
from qmslint.model.tuples import NamedTuple
from qmslint.plugins.reading import Reading

ReadFunction = Callable[[SourceFile, bytes, Limits], Document]
ReadManyFunction = Callable[
    [Sequence[tuple[SourceFile, bytes]], Limits], Sequence["Document | UnreadableDocument"]
]


class Reader(NamedTuple):
    """bytes → Document, for one format. `read` returns a Document or raises UnreadableDocument, nothing else."""

    format: str  # "docx"
    suffixes: tuple[str, ...]  # (".docx", ".docm"): which names are worth opening
    recognises: Callable[[bytes, str], bool]  # (all bytes, file name) → whether these bytes are of this format
    read: ReadFunction
    read_many: ReadManyFunction | None = None  # where one start for many files pays
    isolate: bool = False  # compiled code that can abort the interpreter: always read in a worker process
    version: int = 1  # raised whenever the result for the same bytes may change
    passes_over: Callable[[bytes, str], str] | None = None  # asked when no reader knows the bytes: "" = should have
    # been readable; else why a file of this name is no document at all ("no-record"): ignored and counted


class Extractor(NamedTuple):
    """Document → one fact. `fact` is a field of QualityDocument, or "pack:name" for a fact of a plug-in (Extra)."""

    fact: str
    extract: Callable[[Reading], Any]
    needs: tuple[str, ...] = ()  # facts that must be known before
    kinds: tuple[str, ...] = ()  # only for these kinds; empty = all
    version: int = 1


class RenderOptions(NamedTuple):
    """How a report is to be shown."""

    language: str = "vi"
    width: int = 80  # columns of the terminal; 0 = do not wrap
    colour: bool = False
    only: frozenset[str] | None = None  # show only findings of these paths


class Renderer(NamedTuple):
    """Report → bytes, in one format."""

    name: str  # "json"
    suffix: str  # ".json"
    render: Callable[[Report, RenderOptions], bytes]
    title: str = ""


class Catalogue(NamedTuple):
    """Data of a plug-in, loaded when first asked for. `kind`: "clauses", "legal-register", "holidays", "terms"."""

    name: str
    kind: str
    load: Callable[[], Any]
    metadata: Mapping[str, str] = MappingProxyType({})
