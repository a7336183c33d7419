"""Registers as plain data (YAML, JSON): `qmslint: legal-register/1`, and a list of documents with their relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from qmslint.law.register import LegalRegister, RegisterProblem
from qmslint.law.register_nouns import ACTIVE, DATES, PASSIVE
from qmslint.model.codec import decode
from qmslint.model.legal import Certainty, LegalDocument, Relation
from qmslint.model.text import Text

if TYPE_CHECKING:
    from qmslint.law.register_builder import RegisterBuilder

SCHEMA = "legal-register/1"
_KEYS = (
    *(name for name in LegalDocument._fields if name not in ("file", "row", "sheet", "relations")),
    "note", *ACTIVE, *PASSIVE,
)
_RECORD = "record/1"
_RECORD_KEYS = {"issued": "signed", "effective": "in_force", "reviewed": "checked_on"}
_ROOT = ("qmslint", "documents", "source", "checked_on", "certainty")
LineOf = Callable[[tuple[str | int, ...]], int]


def register_of_data(data: Any, file: str = "", line_of: LineOf | None = None) -> LegalRegister:
    """The register that plain data spell; what they say wrongly is a problem at its line, never an exception."""
    from qmslint.law.register_builder import RegisterBuilder  # nothing of it for data that are trusted
    from qmslint.law.register_tables import MOST_ROWS

    line_of = line_of or (lambda path: int(path[1]) + 1 if len(path) > 1 and isinstance(path[1], int) else 0)
    if isinstance(data, dict) and data.get("qmslint") == _RECORD:
        return _of_record(data, file, line_of)
    builder = RegisterBuilder(file, _defaults(data))
    rows = data if isinstance(data, list) else data.get("documents") if isinstance(data, dict) else None
    if isinstance(data, dict):
        _check_root(data, builder, line_of)
    if not isinstance(rows, list) or not rows:
        builder.say(
            "empty", Text("Tệp không nêu văn bản nào.", "The file names no document."),
            Text("Viết: documents: rồi mỗi văn bản một dấu gạch, có khóa number.",
                 "Write “documents:”, then one dash a document, with the key “number”."), 0,
        )
        rows = []
    for index, row in enumerate(rows):
        line = line_of(("documents", index) if isinstance(data, dict) else (index,))
        if index >= MOST_ROWS:
            builder.say("too-many-rows", Text(f"Hơn {MOST_ROWS} văn bản; phần sau không được đọc.",
                                              f"More than {MOST_ROWS} documents; the rest is not read."),
                        Text("Tách thành nhiều tệp.", "Split the file."), line)
            break
        _read_row(row, line, builder)
    return LegalRegister(builder.documents, builder.problems)


def _of_record(data: dict[str, Any], file: str, line_of: LineOf) -> LegalRegister:
    """The list of laws of a typed record, which may serve as a register too."""
    rows = data.get("listed_laws")
    rows = rows if isinstance(rows, list) else []
    known = [{_RECORD_KEYS.get(k, k): v for k, v in row.items()} if isinstance(row, dict) else row for row in rows]
    return register_of_data(
        {"documents": known}, file, lambda path: line_of(("listed_laws", *path[1:]) if path[0] == "documents" else path)
    )


def _defaults(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        return {}
    found: dict[str, Any] = {}
    if isinstance(data.get("source"), str):
        found["source"] = data["source"]
    if data.get("certainty") in list(Certainty):
        found["certainty"] = Certainty(data["certainty"])
    with suppress(KeyError, ValueError):
        found["checked_on"] = date.fromisoformat(str(data["checked_on"]))
    return found


def _check_root(data: dict[str, Any], builder: RegisterBuilder, line_of: LineOf) -> None:
    for key in data:
        if key not in _ROOT:
            _say_unknown(key, _ROOT, builder, line_of((key,)))
    if data.get("qmslint", SCHEMA) != SCHEMA:
        builder.say(
            "wrong-schema", Text(f"Tệp ghi “qmslint: {data['qmslint']}”, cần “{SCHEMA}”.",
                                 f"The file says “qmslint: {data['qmslint']}”, “{SCHEMA}” is needed."),
            Text(f"Ghi dòng đầu: qmslint: {SCHEMA}", f"Write as the first line: qmslint: {SCHEMA}"),
            line_of(("qmslint",)),
        )


def _read_row(row: Any, line: int, builder: RegisterBuilder) -> None:
    if isinstance(row, str):
        row = {"number": row}
    if not isinstance(row, dict):
        builder.say("wrong-value", Text("Mỗi văn bản phải gồm các khóa (number, title, …).",
                                        "A document must consist of keys (number, title, …)."),
                    Text("Viết “- number: 118/2025/NĐ-CP”.", "Write “- number: 118/2025/NĐ-CP”."), line)
        return
    known = {}
    for key, value in row.items():
        if key in _KEYS:
            known[key] = value
        else:
            _say_unknown(str(key), _KEYS, builder, line)
    builder.add(known, line)


def _say_unknown(key: str, keys: tuple[str, ...], builder: RegisterBuilder, line: int) -> None:
    from difflib import get_close_matches

    near = get_close_matches(key, keys, n=1)
    hint = Text(f" Có phải “{near[0]}”?", f" Did you mean “{near[0]}”?") if near else Text("", "")
    builder.say(
        "unknown-key", Text(f"Không có khóa “{key}”.{hint.vi}", f"There is no key “{key}”.{hint.en}"),
        Text(f"Các khóa: {', '.join(keys[:12])} …", f"The keys: {', '.join(keys[:12])} …"), line,
    )


def data_of_register(register: LegalRegister) -> dict[str, Any]:
    """A register as plain data, ready to be written: only what is known, relations by their short keys."""
    return {"qmslint": SCHEMA, "documents": [_plain(document) for document in register.documents]}


def _plain(document: LegalDocument) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in LegalDocument._fields:
        value = getattr(document, name)
        if name in ("file", "row", "sheet", "relations") or value == LegalDocument._field_defaults.get(name):
            continue
        if name in DATES:
            row[name] = value.isoformat()
        elif name == "parts":
            row[name] = [{"part": part.part, "in_force": part.in_force.isoformat()} for part in value]
        else:
            row[name] = list(value) if isinstance(value, tuple) else str(value) if name == "certainty" else value
    for relation in document.relations:
        row.setdefault(relation.kind.value, []).append(_plain_relation(relation))
    return row


def _plain_relation(relation: Relation) -> Any:
    if not relation.part and relation.since is None and not relation.issuer:
        return relation.target
    found = {"number": relation.target, "part": relation.part}
    if relation.since is not None:
        found["since"] = relation.since.isoformat()
    found["issuer"] = relation.issuer
    return {key: value for key, value in found.items() if value}


def trusted_register(data: Mapping[str, Any], file: str = "") -> LegalRegister:
    """The register of data that are known to be right (a file of the program, held by a test): nothing is parsed.

    Numbers stand in normal form, dates are ISO, relations are stated. The same as `register_of_data`, in a hundredth
    of the time.
    """
    common = _defaults(data)
    return LegalRegister(_trusted(row, common, file, index) for index, row in enumerate(data["documents"], 1))


def _trusted(row: Mapping[str, Any], common: Mapping[str, Any], file: str, index: int) -> LegalDocument:
    values: dict[str, Any] = {"file": file, "row": index, **common}
    relations: list[Relation] = []
    for key, value in row.items():
        if key in ACTIVE:
            for one in value:
                target, part, since, issuer = (one, "", None, "") if isinstance(one, str) else (
                    one["number"], one.get("part", ""), one.get("since"), one.get("issuer", "")
                )
                day = date.fromisoformat(since) if since else None
                relations.append(Relation(ACTIVE[key], target, part, day, issuer))
        elif key in DATES:
            values[key] = date.fromisoformat(value)
        elif key == "certainty":
            values[key] = Certainty(value)
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    return LegalDocument(**values, relations=tuple(relations))


def decode_register(data: Any) -> LegalRegister:
    """The register that was kept as plain JSON. Raises ValueError."""
    documents, problems = data
    return LegalRegister(
        decode(tuple[LegalDocument, ...], documents), decode(tuple[RegisterProblem, ...], problems)
    )


def failed(code: str, name: str, message: Text, mend: Text) -> LegalRegister:
    """The register of a file that cannot be read: one problem."""
    if not mend.vi:
        mend = Text("Mở tệp, sửa lại rồi lưu, hoặc dùng mẫu: qmslint law import.", "Mend the file and save it again.")
    return LegalRegister((), (RegisterProblem(code, message, mend, "", name, 0),))
