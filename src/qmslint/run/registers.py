"""Legal registers from files: YAML, JSON, CSV, and whatever the readers read (Excel, Word); kept by content.

A file that cannot be read is one problem of the register; nothing else stops.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial, reduce
from pathlib import Path
from typing import Any

import qmslint
from qmslint.config.yaml_lines import load_with_lines
from qmslint.law.register import LegalRegister, RegisterProblem
from qmslint.law.register_builder import RegisterBuilder
from qmslint.law.register_data import register_of_data
from qmslint.law.register_tables import MOST_ROWS, Grid, read_grids
from qmslint.law.territory import Territories
from qmslint.model.codec import decode, encode
from qmslint.model.document import Document, SourceFile, Table
from qmslint.model.errors import QmslintError, UnreadableDocument
from qmslint.model.facts import QualityDocument
from qmslint.model.legal import LegalDocument
from qmslint.model.limits import Limits
from qmslint.model.text import Text
from qmslint.plugins.manager import Plugins, versions
from qmslint.run.cache import Cache
from qmslint.run.inspect import digest_of, reader_for
from qmslint.run.opening import contents

_NODES = 1_000_000
_VERSION = 3
"""Raised whenever the same bytes may give another register."""


@lru_cache(maxsize=4)
def built_in(plugins: Plugins) -> LegalRegister:
    """The registers that plug-ins bring, later ones over earlier ones; made once for the same plug-ins."""
    found = [catalogue.load() for catalogue in plugins.catalogues if catalogue.kind == "legal-register"]
    return reduce(LegalRegister.layered, found, LegalRegister((), (), territories(plugins)))


def territories(plugins: Plugins) -> Territories:
    """The mergers of provinces that plug-ins know of, from the latest day that one of them names."""
    merged: dict[str, Sequence[str]] = {}
    days: list[date] = []
    for catalogue in plugins.catalogues:
        if catalogue.kind == "territories":
            merged.update(catalogue.load())
            days += [date.fromisoformat(day) for day in (catalogue.metadata.get("since"),) if day]
    return Territories(merged, max(days, default=None))


def with_files(
    register: LegalRegister, names: Iterable[str], folder: Path, plugins: Plugins, limits: Limits, cache: Cache,
    documents: Mapping[str, QualityDocument] | None = None,
) -> LegalRegister:
    """`register` with the files over it, later ones over earlier ones. `names` start from `folder`.

    A name that is no file may be one of `documents`: a list of laws that was read with the set.
    """
    for name in names:
        listed = (documents or {}).get(name)
        if listed is not None and listed.listed_laws and not (folder / name).is_file():
            layer = of_listed(listed)
        else:
            layer = load_register(folder / name, name, plugins, limits, cache)
        register = register.layered(layer)
    return register


def of_listed(document: QualityDocument) -> LegalRegister:
    """The register that a list of laws of the set is."""
    builder = RegisterBuilder(document.path)
    for law in document.listed_laws:
        dates = {"signed": law.issued, "in_force": law.effective, "expires": law.expires, "checked_on": law.reviewed}
        values = {"number": law.number, "title": law.title, "issuer": law.issuer, "status": law.status,
                  "note": law.note, **{key: day.text for key, day in dates.items() if day is not None}}
        builder.add(values, law.at.row or law.at.line, law.at.sheet)
    return LegalRegister(builder.documents, builder.problems)


def load_register(path: Path, name: str, plugins: Plugins, limits: Limits, cache: Cache) -> LegalRegister:
    """The register in one file. `name` is how messages call it."""
    try:
        data = contents(str(path), limits)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return _failed("vanished", name, Text(f"Không mở được tệp ({why}).", f"The file cannot be opened ({why})."),
                       Text("Kiểm tra đường dẫn và quyền đọc.", "Check path and permission."))
    except UnreadableDocument as error:
        return _failed(error.reason, name, error.message, error.mend)
    ground = (qmslint.__version__, str(_VERSION), versions(plugins.readers), *LegalDocument._fields, name)
    key = f"register/{digest_of(data)}/{digest_of('/'.join(ground).encode('utf-8', 'surrogatepass'))}"
    kept = _from_cache(cache.get(key))
    if kept is None:
        kept = read_register(name, data, plugins, limits)
        plain = [encode(kept.documents), encode(kept.own_problems)]
        cache.put(key, json.dumps(plain, separators=(",", ":")).encode())
    return kept


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
        return _failed("unreadable", name, error.message, error.mend)
    except (ValueError, RecursionError) as error:
        return _failed(
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
            found = _failed(error.reason, name, error.message, error.mend)
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


# ── the cache ──


def _from_cache(kept: bytes | None) -> LegalRegister | None:
    if kept is None:
        return None
    try:
        return decode_register(json.loads(kept))
    except ValueError:
        return None


def decode_register(data: Any) -> LegalRegister:
    """The register that was kept as plain JSON. Raises ValueError."""
    documents, problems = data
    return LegalRegister(
        decode(tuple[LegalDocument, ...], documents), decode(tuple[RegisterProblem, ...], problems)
    )


def _failed(code: str, name: str, message: Text, mend: Text) -> LegalRegister:
    if not mend.vi:
        mend = Text("Mở tệp, sửa lại rồi lưu, hoặc dùng mẫu: qmslint law import.", "Mend the file and save it again.")
    return LegalRegister((), (RegisterProblem(code, message, mend, "", name, 0),))
