"""The JSON Schema of typed records, made from the types of the nouns, so that it cannot differ from what is read."""

from __future__ import annotations

import types
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin

from qmslint.api import Citation, Location, QualityDocument, kinds
from qmslint.extract.stated.stated import OWN, SHORT, fields_of

_SCALAR = ["string", "number", "boolean"]  # values are read as written, so an unquoted 01 or 07 is welcome
_LOOKS = {
    "number": {"type": _SCALAR}, "style": {"type": "string"}, "alignment": {"type": "string"},
    "font": {"type": "string"}, "bold": {"type": "boolean"}, "level": {"type": "integer"},
    "pictures": {"type": "integer"}, "page_break": {"type": "boolean"},
}


def record_schema() -> dict[str, Any]:
    """The schema of a record, JSON Schema draft 2020-12."""
    definitions: dict[str, Any] = {}
    keys = {
        name: _schema(hint, definitions) for name, hint in fields_of(QualityDocument).items() if name not in OWN
    }
    keys["kind"] = {
        "type": "string", "examples": [kind.name for kind in kinds.BUILT_IN_KINDS],
        "description": "Loại tài liệu; the kind of document",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "qmslint record/1",
        "description": "Bản ghi có kiểu: dữ kiện nêu thẳng. A typed record: facts stated outright.",
        "type": "object",
        "properties": {"qmslint": {"const": "record/1"}, **keys, "text": {"$ref": "#/$defs/text"}},
        "required": ["qmslint"],
        "additionalProperties": False,
        "$defs": {**definitions, **_text_definitions()},
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = next(choice for choice in get_args(hint) if choice is not type(None))
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if origin is tuple:
        return {"type": ["array", "null"], "items": _nullable(_schema(get_args(hint)[0], definitions))}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if hasattr(hint, "_fields"):
        _define(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if hint is bool:
        return {"enum": [True, False, "có", "không", "yes", "no"]}
    if hint is int:
        return {"type": "integer"}
    if hint in (Fraction, date):
        return {"type": _SCALAR}
    return {"type": _SCALAR}


def _define(noun: Any, definitions: dict[str, Any]) -> None:
    if noun.__name__ in definitions:
        return
    definitions[noun.__name__] = {}  # a noun may hold itself
    properties = {
        name: _nullable(_schema(hint, definitions)) if name in noun._field_defaults else _schema(hint, definitions)
        for name, hint in fields_of(noun).items()
    }
    required = [name for name in noun._fields if name not in noun._field_defaults]
    if noun is Citation:
        required = []  # `text` alone is read by the grammar
    mapping: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        mapping["required"] = required
    first_line = (noun.__doc__ or "").strip().split("\n")[0]
    short = [{"type": _SCALAR}] if noun in SHORT or noun in (Citation, Location) else []
    definitions[noun.__name__] = {"description": first_line, "anyOf": [mapping, *short]}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in schema and {"type": "null"} in schema["anyOf"]:
        return schema
    if isinstance(schema.get("type"), list) and "null" in schema["type"]:
        return schema
    return {"anyOf": [schema, {"type": "null"}]}


def _text_definitions() -> dict[str, Any]:
    words = {"type": _SCALAR}
    paragraph = {"anyOf": [
        words,
        {"type": "object", "properties": {"heading": words, **_LOOKS}, "required": ["heading"],
         "additionalProperties": False},
        {"type": "object", "properties": {"paragraph": words, **_LOOKS}, "required": ["paragraph"],
         "additionalProperties": False},
        {"type": "object", "properties": {"table": {"$ref": "#/$defs/table"}}, "required": ["table"],
         "additionalProperties": False},
    ]}
    cell = {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/block"}, {"type": "array", "items": _nullable(words)}]}
    return {
        "block": paragraph,
        "table": {"type": "array", "items": {"type": "array", "items": cell},
                  "description": "“<” = merged with the cell on the left, “^” = with the cell above"},
        "text": {"anyOf": [words, {"type": "null"}, {"type": "array", "items": _nullable({"$ref": "#/$defs/block"})}]},
    }
