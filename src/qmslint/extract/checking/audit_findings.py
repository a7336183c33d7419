"""What an audit found: items under a heading that names the type, rows of a table, lines that bear their own type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from qmslint.api import AuditFinding, Location, NamedTuple, Phrase, Reading, fold, kinds
from qmslint.extract.cells import one_line
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK, NONE, Part, filled, label_of, labels, where
from qmslint.extract.system.grids import Grid, Row, rows_of
from qmslint.extract.system.people import is_unit
from qmslint.extract.words import book

TYPED = ("nonconformity", "observation", "recommendation", "strength")
_CLAUSE = late(r"(?<!\w)(?:điều khoản|điều|khoản|mục|clause)\s*(?:số\s*)?"
               r"((?:[4-9]|10)(?:\.\d{1,2})*(?:\.[a-g]|[a-g]\b)?)"
               r"(?![\d/])|\(((?:[4-9]|10)(?:\.\d{1,2})+[a-g]?)\)|^((?:[4-9]|10)(?:\.\d{1,2})+[a-g]?)\s*[:–-]")
_FORM = late(r"(?:phiếu|car)(?:\s+(?:yêu cầu|hành động|khắc phục|không phù hợp|kph|hđkp|nc)(?=[\s:]))*"
             r""
             r"(?:\s*(?:số|no\.?)\s*:?\s*((?:[a-zđ]{1,5}\s(?=\d))?(?=[\w./-]*\d)[\w./-]{1,28})"
             r"|\s*:?\s*((?:[a-zđ]{2,6}[\s.-]?)\d[\w./-]{0,24}))", 2)
_CODE = late(r"^((?:kph|nc|obs|lý|kn|ofi)[\s.-]*\d{1,3}(?:[/-]\d{2,4})?)\s*(?:\([^)]{1,60}\)\s*)?[:.)–-]\s*|"
             r"^(?:điểm\s+)?(?:không phù hợp|kph|lưu ý|khuyến nghị)\s*(?:số\s*)?(\d{1,2})\s*[:.)–-]\s*", 2)
_TYPE_ASIDE = late(r"[\[(]\s*([^\])\d]{1,30}?)\s*(?:\d{0,2})[\])]")
_MARK = late(r"\s*[xX✓✔☒☑√vV]\s*")


class Found(NamedTuple):
    """What was found, whether the paper says that nothing was, and the units that findings name."""

    findings: tuple[AuditFinding, ...] = ()
    nothing: bool = False
    units: tuple[Phrase, ...] = ()


def findings_of(reading: Reading, parts: Sequence[Part], tables: Sequence[Grid]) -> Found:
    """The findings in parts and tables, in reading order."""
    found: list[AuditFinding] = []
    nothing = says_nothing_found(reading)
    for part in parts:
        if part.key in (*TYPED, "weakness"):
            listed = list(_listed(reading, part))
            found += listed
            nothing = nothing or (part.key == "nonconformity" and not listed and is_none(part.text))
        elif part.key == "findings":
            found += [f for f in _listed(reading, part) if f.type]
    for grid in tables:
        found += _tabled(reading, grid, parts)
    found.sort(key=lambda finding: finding.at.order)
    units = tuple(Phrase(f.unit, f.at) for f in found if f.unit and is_unit(f.unit))
    return Found(tuple(found), nothing, units)


def says_nothing_found(reading: Reading) -> bool:
    """Whether a sentence says that no nonconformity was found."""
    words = book(BOOK).variants("nothing-found")
    return any(word in line.folded for line in reading.lines if "không" in line.folded or "no" in line.folded
               for word in words)


def is_none(text: str) -> bool:
    """Whether `text` only says that there is nothing."""
    folded = fold(text).strip(" .:-+;")
    words = book(BOOK).variants("none-words")
    return folded in words or folded in ("0", "00") or (
        len(folded) < 60 and any(folded.startswith(word + " ") for word in words) and "không phù hợp" not in folded[12:]
        and not any(c.isdigit() for c in folded) and folded.count(" ") < 6)


@cache
def _types() -> dict[str, str]:
    return book(BOOK).table("finding-types")


def type_of(text: str) -> str:
    """The type that a short text names ("NC", "Điểm lưu ý"), "" if none."""
    folded = fold(text).strip(" .:;-()[]")
    if not folded or len(folded) > 60:
        return ""
    if folded in _types():
        return _types()[folded]
    name, length = labels("finding-types").at_start(folded)
    return name if length >= 2 and (length > 3 or not folded[length:].strip(" 0123456789.:-/")) else ""


# ---- running text


def _listed(reading: Reading, part: Part) -> Iterator[AuditFinding]:
    """The items of a part; labels below an item ("- Bằng chứng: …") belong to it."""
    asides = _TYPE_ASIDE.search(part.head.words) if part.key == "weakness" else None  # "Tồn tại (điểm không phù hợp)"
    kind = part.key if part.key in TYPED else type_of(asides[1]) if asides else ""
    lines = [(item, item.words) for item in part.body if not item.line.folded.startswith("nơi nhận")]
    if part.rest:
        lines.insert(0, (part.head, part.rest))
    top = min((item.rank for item, _ in lines if item is not part.head), default=NONE)
    current: AuditFinding | None = None
    for item, words in lines:
        text = filled(words)
        name, value = label_of(item, labels("finding-details")) if item is not part.head else ("", "")
        if name and value and current is not None:
            current = _detailed(current, name, filled(value))
            continue
        if not text or is_none(text):
            continue
        deeper = item is not part.head and (item.rank > top or (item.rank == NONE and top != NONE))
        if current is not None and (deeper or name):
            current = _goes_on(current, text)
            continue
        if current is not None:
            yield current
        current = finding(text, kind, where(reading, item), item.number if item.number.isdigit() else "")
    if current is not None:
        yield current


def _goes_on(current: AuditFinding, text: str) -> AuditFinding:
    if current.text.endswith(":") or current.evidence:
        return current._replace(text=f"{current.text} {text}") if not current.evidence else current
    return current._replace(evidence=text)


def _detailed(current: AuditFinding, name: str, value: str) -> AuditFinding:
    if name == "text":
        return current._replace(text=f"{current.text.rstrip(' :.')}: {value}" if current.text else value)
    if name == "clause":
        return current._replace(clause=clause_in(value) or value)
    if name == "type":
        return current._replace(type=type_of(value) or current.type)
    if name == "action":
        return current._replace(action=form_in(f"phiếu số {value}") or value)
    if name == "evidence":
        return current._replace(evidence=value)
    return current._replace(unit=value) if name == "unit" else current


def finding(text: str, kind: str, at: Location, number: str = "") -> AuditFinding:
    """A finding of one sentence: number, type, clause and form as the sentence itself names them."""
    code, aside = _CODE.match(text), ""
    if code:
        number = one_line(code[1] or code[2])
        kind = kind or type_of(code[0].partition("(")[0].rstrip(" :.)-0123456789"))
        aside, text = code[0], text[code.end() :].strip() or text
    if not kind:
        asides = [type_of(match[1]) for match in _TYPE_ASIDE.finditer(text)]
        kind = next((name for name in asides if name), "") or type_of(text.partition(":")[0] if ":" in text else "")
    clause = clause_in(text) or clause_in(aside)
    unit, colon, rest = text.partition(":")
    if colon and rest.strip() and len(unit) < 80 and is_unit(unit):
        return AuditFinding(rest.strip(), kind, clause, "", unit.strip(), number, form_in(text), at)
    return AuditFinding(text, kind, clause, "", "", number, form_in(text), at)


def clause_in(text: str) -> str:
    """The clause that `text` names, "" if none."""
    folded = fold(text)
    match = _CLAUSE.search(folded)
    if match:
        return match[1] or match[2] or match[3]
    bare = folded.strip(" .;")
    alone = bare[:1].isdigit() and len(bare) < 12 and all(c.isdigit() or c in ".,; abcdefg" for c in bare)
    return bare if alone else ""


def form_in(text: str) -> str:
    """The number of a corrective action form that `text` names, "" if none."""
    match = _FORM.search(text)
    return (match[1] or match[2]).strip(" .,;)") if match else ""


# ---- tables


def _tabled(reading: Reading, grid: Grid, parts: Sequence[Part]) -> Iterator[AuditFinding]:
    """The findings in the rows of a table; a heading or a dividing row above may give their type."""
    above = next((part for part in reversed(parts) if part.head.line.at.order < grid.order and part.key), None)
    common = above.key if above is not None and above.key in TYPED else ""
    checklist = reading.kind == kinds.AUDIT_CHECKLIST or "question" in grid.columns
    for row in rows_of(grid):
        if row.group:
            common = type_of(row.group) or common
            continue
        found = _row(row, common)
        marked = _marked(grid, row)
        found = found._replace(type=found.type or marked)
        if checklist and found.type not in TYPED[:3]:
            continue
        if found.text and not is_none(found.text):
            yield found


def _row(row: Row, common: str) -> AuditFinding:
    text = row.get("text")
    evidence = row.get("evidence")
    said = row.get("type")
    kind = type_of(said) or _inside(said)
    if not text:
        text, evidence = (said, evidence) if kind and len(said.split()) > 3 else (evidence or row.get("question"), "")
    own = finding(text, kind or common, row.at)
    clause = row.get("clause")
    number = row.get("number") or own.number or row.get("running").strip(" .")
    return own._replace(
        clause=clause_in(clause) or clause or own.clause, evidence=evidence, unit=row.get("unit"), number=number,
        action=form_in(f"phiếu số {row.get('action')}") or row.get("action") or own.action,
    )


def _inside(said: str) -> str:
    """The type with which a longer remark begins: "NC: chưa cập nhật danh mục"."""
    head = said.partition(":")[0] if ":" in said[:40] else said.partition(" - ")[0]
    return type_of(head) if len(head) < 40 else ""


def _marked(grid: Grid, row: Row) -> str:
    """The type of the column in which a row is ticked, where each type has a column of its own."""
    headings = grid.table.rows[grid.head : grid.head + 2]  # the types may stand in a second row: "Đánh giá" over "Đạt"
    for cells in grid.table.rows[grid.head + 1 :]:
        if row.cells and any(cell is next(iter(row.cells.values())) for cell in cells):
            marked = [column for column, cell in enumerate(cells) if _MARK.fullmatch(cell.text)]
            titles = (heading[column].text for column in marked for heading in headings if column < len(heading))
            return next((name for title in titles if (name := type_of(title))), "")
    return ""

