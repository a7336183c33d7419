"""A register read from the bytes of its file: YAML, JSON, CSV, and whatever the readers read (Excel, Word).

Loaded only where nothing is kept of the file (`run/registers.py`): grammars and tables are dear to load.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qmslint.config.yaml_lines import load_with_lines
from qmslint.law.register import LegalRegister
from qmslint.law.register_builder import RegisterBuilder
from qmslint.law.register_data import decode_register, failed, register_of_data
from qmslint.law.register_tables import MOST_ROWS, Grid, read_grids
from qmslint.model.codec import encode
from qmslint.model.document import Document, SourceFile, Table
from qmslint.model.errors import QmslintError, UnreadableDocument
from qmslint.model.facts import QualityDocument
from qmslint.model.limits import Limits
from qmslint.model.text import Text
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import reader_for

_NODES = 1_000_000


def of_listed(document: QualityDocument) -> LegalRegister:
    """The register that a list of laws of the set is."""
    builder = RegisterBuilder(document.path)
    for law in document.listed_laws:
        dates = {"signed": law.issued, "in_force": law.effective, "expires": law.expires, "checked_on": law.reviewed}
        values = {"number": law.number, "title": law.title, "issuer": law.issuer, "status": law.status,
                  "note": law.note, **{key: day.text for key, day in dates.items() if day is not None}}
        builder.add(values, law.at.row or law.at.line, law.at.sheet)
    return LegalRegister(builder.documents, builder.problems)


def read_register(name: str, data: bytes, plugins: Plugins, limits: Limits) -> LegalRegister:
    """The register that these bytes hold, by the suffix of `name`."""
    suffix = Path(name).suffix.lower()
    try:
        if suffix in (".yaml", ".yml"):
            plain, lines = load_with_lines(_text(data), Path(name).name, _NODES, 3)
            return register_of_data(plain, name, lambda path: lines.get(path, 0))
        if suffix == ".json":
            return register_of_data(json.loads(_text(data)), name)
        if suffix in (".csv", ".tsv", ".txt"):
            return _of_grids([Grid(_csv_rows(_text(data)))] if data.strip() else [], name)
        return _by_reader(name, data, plugins, limits)
    except QmslintError as error:
        return failed("unreadable", name, error.message, error.mend)
    except (ValueError, RecursionError) as error:
        return failed(
            "syntax", name, Text(f"Tệp không đúng cú pháp ({error}).", f"The file is malformed ({error})."),
            Text("Mở tệp, sửa chỗ đã nêu rồi lưu lại bằng mã UTF-8.", "Mend it there and save it as UTF-8."),
        )


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _csv_rows(text: str) -> Iterator[Sequence[str]]:
    import csv

    head = text[:20_000]
    delimiter = max(",;\t|", key=head.count)
    text = text.replace("\0", "")
    try:
        for index, row in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=delimiter)):
            if index > MOST_ROWS + 100:
                break
            yield row
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _of_grids(grids: Iterable[Grid], name: str) -> LegalRegister:
    builder = RegisterBuilder(name)
    read_grids(grids, builder)
    return LegalRegister(builder.documents, builder.problems)


# ── by a reader ──


def _by_reader(name: str, data: bytes, plugins: Plugins, limits: Limits) -> LegalRegister:
    reader = reader_for(data, name, plugins.readers)
    if reader is None:
        raise UnreadableDocument(
            "unknown-format", Text("Không nhận ra định dạng của tệp.", "The format of the file is not known."),
            Text("Lưu danh mục thành .xlsx, .docx, .csv hoặc .yaml.", "Save the list as .xlsx, .docx, .csv or .yaml."),
        )
    from qmslint.run.pool import FORKS, Bounds, Lost, answer_all  # not before something has to be read

    if not (reader.isolate or FORKS):
        return _of_document(reader.read(SourceFile(name, reader.format, "", len(data)), data, limits), name)
    setup = partial(_setup, plugins.recipe, limits)
    bounds = Bounds(lambda task: limits.seconds, limits.memory_bytes)
    for _, answer in answer_all(setup, [(name, data)], 1, bounds):
        if not isinstance(answer, Lost):
            return decode_register(json.loads(answer))
    raise UnreadableDocument(
        "died", Text("Việc đọc tệp này làm tiến trình đọc dừng đột ngột.", "Reading this file killed its process."),
        Text("Mở bằng Excel rồi lưu lại thành .xlsx.", "Open it in Excel and save it as .xlsx."),
    )


def _setup(recipe: Any, limits: Limits) -> Any:
    plugins = Plugins.from_recipe(recipe)

    def answer(task: tuple[str, bytes]) -> str:
        name, data = task
        reader = reader_for(data, name, plugins.readers)
        assert reader is not None
        try:
            document = reader.read(SourceFile(name, reader.format, "", len(data)), data, limits)
            found = _of_document(document, name)
        except UnreadableDocument as error:
            found = failed(error.reason, name, error.message, error.mend)
        return json.dumps([encode(found.documents), encode(found.own_problems)])

    return answer


def _of_document(document: Document, name: str) -> LegalRegister:
    if document.record is not None:
        lines = {tuple(path.replace("[", ".[").split(".")): line for path, line in document.record.lines}
        return register_of_data(
            document.record.data, name,
            lambda path: lines.get(tuple(f"[{p}]" if isinstance(p, int) else p for p in path), 0),
        )
    return _of_grids([_grid(block) for block in document.blocks if isinstance(block, Table)], name)


def _grid(table: Table) -> Grid:
    first = next((cell.at for row in table.rows for cell in row), table.at)
    rows = ([cell.text for cell in row] for row in table.rows)
    return Grid(rows, first.row or 1, first.sheet)
