"""YAML as plain data with the line of every key: so that a message can say "line 12"."""

from __future__ import annotations

import re
from typing import Any

from qmslint.model.errors import UsageError
from qmslint.model.text import Text

_VIETNAMESE_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_MAX_NODES = 50_000

Lines = dict[tuple[str | int, ...], int]


def load_with_lines(text: str, name: str, nodes: int = _MAX_NODES, depth: int = 40) -> tuple[Any, Lines]:
    """Plain data and the line (from 1) of each place. Dates stay ISO strings; dd/mm/yyyy becomes ISO.

    `nodes`: how many values there may be; `depth`: how deep the lines of places are noted.

    Raises UsageError with the line for anything that is not plain YAML.
    """
    import yaml  # settings that were read before are known by their text, without it

    try:
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        why = getattr(error, "problem", None) or str(error)
        raise UsageError(
            Text(f"{name}, dòng {line}: không đúng cú pháp YAML ({why}).", f"{name}, line {line}: not YAML ({why})."),
            Text("Kiểm tra dấu hai chấm, thụt lề (dùng dấu cách, không dùng Tab) và dấu nháy.",
                 "Check colons, indentation (spaces, not tabs) and quotes."),
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(Text(f"{name}: không đọc được ({error}).", f"{name}: unreadable ({error}).")) from error
    lines: Lines = {}
    counter = [nodes, depth]
    data = {} if node is None else _plain(node, (), lines, name, counter)
    return data, lines


def _plain(node: Any, path: tuple[str | int, ...], lines: Lines, name: str, counter: list[int]) -> Any:
    counter[0] -= 1
    if counter[0] < 0 or len(path) > 40:
        raise UsageError(Text(f"{name}: tệp quá lớn hoặc quá nhiều tầng.", f"{name}: too large or too deep."))
    if len(path) <= counter[1]:
        lines[path] = node.start_mark.line + 1
    if node.id == "mapping":
        return _mapping(node, path, lines, name, counter)
    if node.id == "sequence":
        return [_plain(child, (*path, i), lines, name, counter) for i, child in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: Any, path: tuple[str | int, ...], lines: Lines, name: str, counter: list[int]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in data:
            raise UsageError(Text(f"{name}, dòng {line}: khóa “{key}” ghi hai lần.",
                                  f"{name}, line {line}: the key “{key}” stands twice."))
        data[key] = _plain(value_node, (*path, key), lines, name, counter)
        if len(path) < counter[1]:
            lines[(*path, key)] = line
    return data


def _scalar(node: Any) -> Any:
    value = node.value
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return value.lower() in ("yes", "true", "on")
    if kind == "int" and re.fullmatch(r"-?[0-9]{1,18}", value):
        return int(value)
    date = _VIETNAMESE_DATE.fullmatch(value)
    if date:
        day, month, year = date.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    return value
