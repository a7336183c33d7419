"""Control blocks: what the cover and every running header and footer say of the document's identity."""

from __future__ import annotations

from qmslint.api import Block, ControlBlock, Extractor, Location, Margin, NamedTuple, Paragraph, Phrase, Reading, Table
from qmslint.extract.cells import clean, written
from qmslint.extract.control.control_labels import Pair, pairs_of
from qmslint.extract.control.control_title import agency_of, is_agency, strip_title
from qmslint.extract.patterns import late
from qmslint.extract.text.dates import written_date
from qmslint.extract.words import book

_CODE = late(r"[\w&]+(?:(?:[ ./&-]|\s-\s)+[\w&]+)*")
_LONE_CODE = late(r"(?=.*\d)(?=.*[A-ZĐ]{2})[A-ZĐ]{1,8}\d*(?:[ ./-][A-ZĐ\d]+)*(?:\.\d+)*")
_PAGE = late(r"\d+(?:\s*/\s*\d+)?")
_COUNTED = late(r"0{0,2}1[.)]?")
_RULE = late(r"[\s_.…\-–—=*]+$")
_KEYS = ("code", "edition", "revision", "issued", "effective", "title", "agency")  # the page is another on each page
_COVER_BLOCKS = 14  # the cover is among the first blocks that are not empty
_BLOCK_CELLS = 1_000  # a control block has some thirty cells; what stands behind so many is no cover and no header


class _Piece(NamedTuple):
    """A paragraph or cell of a control block: its text and where it stands in the grid."""

    text: str
    at: Location
    pairs: tuple[Pair, ...]
    row: int = -1
    column: int = -1
    last_column: int = -1
    last_row: int = -1


class _Found(NamedTuple):
    fields: dict[str, Phrase]
    loose: list[_Piece]  # pieces that carry no label and are nobody's value


def control_blocks(reading: Reading) -> tuple[ControlBlock, ...]:
    """The cover, then every header and footer that says something of its own."""
    found = []
    cover = _cover(reading)
    if cover:
        found.append(cover)
    seen: set[tuple[object, ...]] = set()
    for margin in reading.document.margins:
        if margin.inherited:
            continue
        block = _margin(margin)
        if block is None:
            continue
        key = (block.place, block.section, *(getattr(getattr(block, k), "text", None) for k in _KEYS))
        if key not in seen:
            seen.add(key)
            found.append(block)
    return tuple(found)


def _cover(reading: Reading) -> ControlBlock | None:
    """The first table, or else the first lines, that carry at least two labels of a control block."""
    stops = book().variants("contents")
    lines: list[Block] = []
    seen = 0
    for block in reading.document.blocks:
        if isinstance(block, Table):
            found = _Found({}, []) if _is_list(block) else _read((block,))
            if found.fields.keys() & {"edition", "issued", "effective"}:
                _code_below(found)
            if len(found.fields) >= 2 and found.fields.keys() & {"code", "edition", "issued", "effective"}:
                return _block("cover", block.at, 0, found, titled=True)
        elif block.text.isspace() or not block.text:
            continue
        elif clean(block.text).strip().lower() in stops or len(block.text) > 400:
            break
        else:
            lines.append(block)
        seen += 1
        if seen >= _COVER_BLOCKS:
            break
    if not any(":" in line.text or "：" in line.text for line in lines if isinstance(line, Paragraph)):
        return None
    found = _read(tuple(lines))
    if "code" not in found.fields or len(found.fields) < 2:
        return None
    return _block("cover", next(iter(found.fields.values())).at, 0, found, titled=True)


def _is_list(table: Table) -> bool:
    """Whether the labels are the heads of columns over rows of a list: no control block, but a list of documents."""
    long = len(table.rows) >= 4 and table.width >= 4
    for index, row in enumerate(table.rows[:6]):
        heads = [cell for cell in row[:_BLOCK_CELLS]
                 if (pairs := pairs_of(clean(written(cell)), alone=True)) and not pairs[0].value]
        if len(heads) >= 2:
            below = table.rows[index + 1 :]
            if below and row[0] not in heads and _COUNTED.fullmatch(below[0][0].text.strip()):
                return True  # even of one row: it is counted
            return long and sum(any(cell.text.strip() for cell in later) for later in below) >= 2
    return False


def _margin(margin: Margin) -> ControlBlock | None:
    found = _read(margin.blocks)
    in_table = any(isinstance(block, Table) for block in margin.blocks)
    labelled = bool(found.fields.keys() & {"code", "edition", "revision", "issued", "effective"})
    if not labelled:
        _lone_code(found)
    block = _block(margin.kind, margin.at, margin.section, found, margin.kind == "header" and in_table and labelled)
    if not any((block.code, block.title, block.edition, block.revision, block.issued, block.effective)):
        return None
    return block


def _lone_code(found: _Found) -> None:
    """A header that is nothing but a code: "BM01/VPUB-QT 7.0"."""
    for piece in found.loose:
        text = " ".join(piece.text.split())
        if _LONE_CODE.fullmatch(text):
            found.fields.setdefault("code", Phrase(text, piece.at))
            found.loose.remove(piece)
            return


def _code_below(found: _Found) -> None:
    """A code without a label below the word for the document: "QUY TRÌNH⏎QT-KT-09"."""
    for index, piece in enumerate(found.loose):
        head, broken, below = piece.text.strip().partition("\n")
        text = " ".join(below.split())
        if broken and strip_title(head) == (True, "") and _LONE_CODE.fullmatch(text):
            found.fields.setdefault("code", Phrase(text, piece.at))
            found.loose[index] = piece._replace(text=head)
            return


def _block(place: str, at: Location, section: int, found: _Found, titled: bool) -> ControlBlock:
    fields = found.fields
    if "agency" not in fields:
        agency = agency_of([(piece.text, piece.at) for piece in found.loose])
        if agency:
            fields["agency"] = agency
    if "title" not in fields:
        title = _title(found.loose, titled)
        if title:
            fields["title"] = title
    issued, effective = fields.get("issued"), fields.get("effective")
    return ControlBlock(
        place, at, section,
        agency=fields.get("agency"), title=fields.get("title"), code=fields.get("code"),
        edition=fields.get("edition"), revision=fields.get("revision"),
        issued=written_date(issued.text, issued.at) if issued else None,
        effective=written_date(effective.text, effective.at) if effective else None,
        page=fields.get("page"),
    )


def _read(blocks: tuple[Block, ...]) -> _Found:
    found = _Found({}, [])
    for block in blocks:
        pieces = _cells(block) if isinstance(block, Table) else [_piece(block.text, block.at)]
        taken: set[int] = set()
        for index, piece in enumerate(pieces):
            _take(found.fields, piece, pieces, taken)
            if not piece.pairs and piece.text and not piece.text.isspace():
                taken.add(-index - 1)
        found.loose.extend(p for i, p in enumerate(pieces) if -i - 1 in taken and i not in taken)
    return found


def _piece(text: str, at: Location, place: tuple[int, int, int, int] = (-1, -1, -1, -1)) -> _Piece:
    text = clean(text)
    row, column, last_column, last_row = place
    return _Piece(text, at, pairs_of(text, alone=row >= 0), row, column, last_column, last_row)


def _cells(table: Table) -> list[_Piece]:
    """The first cells of a table, each once."""
    pieces: list[_Piece] = []
    for r, row in enumerate(table.rows):
        if len(pieces) >= _BLOCK_CELLS:
            break
        for c, cell in enumerate(row[:_BLOCK_CELLS]):
            if (c and row[c - 1] is cell) or (r and c < len(table.rows[r - 1]) and table.rows[r - 1][c] is cell):
                continue
            place = (r, c, c + max(cell.column_span, 1) - 1, r + max(cell.row_span, 1) - 1)
            pieces.append(_piece(written(cell), cell.at, place))
    return pieces


def _take(fields: dict[str, Phrase], piece: _Piece, pieces: list[_Piece], taken: set[int]) -> None:
    """Put the values of `piece`'s labels into `fields`; a label without one looks to its right, then below."""
    waiting = [pair for pair in piece.pairs if not pair.value]
    values: list[tuple[str, str, Location]] = [(p.field, p.value, piece.at) for p in piece.pairs if p.value]
    if waiting and piece.row >= 0:
        index = _neighbour(piece, pieces)
        if index is not None:
            other = pieces[index]
            rows = [line for line in other.text.split("\n") if line.strip()]
            if len(waiting) == 1:
                values.append((waiting[0].field, " ".join(rows) if waiting[0].field == "title" else rows[0], other.at))
                taken.add(index)
            elif len(rows) == len(waiting):
                values.extend((pair.field, row, other.at) for pair, row in zip(waiting, rows, strict=True))
                taken.add(index)
    for field, value, at in values:
        text = _tidy(field, value)
        if text and field != "other":
            fields.setdefault(field, Phrase(text, at))


def _neighbour(piece: _Piece, pieces: list[_Piece]) -> int | None:
    """The cell to the right, else the one below, if it carries no label itself."""
    right = below = None
    for index, other in enumerate(pieces):
        if other.pairs or not other.text.strip():
            continue
        if other.row <= piece.row <= other.last_row and other.column == piece.last_column + 1:
            right = index
        elif other.row == piece.last_row + 1 and other.column <= piece.column <= other.last_column:
            below = index
    return right if right is not None else below


def _tidy(field: str, value: str) -> str:
    text = " ".join(value.split())
    if field in ("issued", "effective"):
        return text[:60]
    if field == "page":
        match = _PAGE.search(text)
        return match[0].replace(" ", "") if match else ""
    text = _RULE.sub("", text)
    if field == "code":
        match = _CODE.match(text)
        return match[0][:60] if match else ""
    return text[:30] if field in ("edition", "revision") else text


def _title(loose: list[_Piece], titled: bool) -> Phrase | None:
    """The title among pieces without label: what stands behind or below "QUY TRÌNH", else the only other words."""
    for index, piece in enumerate(loose):
        known, rest = strip_title(piece.text)
        if not known:
            continue
        if rest:
            return Phrase(_RULE.sub("", rest), piece.at)
        below = [
            p for p in loose[index + 1 :]
            if (p.column <= piece.column <= p.last_column or piece.row < 0) and not is_agency(p.text)
        ]
        if below:
            return Phrase(_RULE.sub("", " ".join(below[0].text.split())), below[0].at)
    if titled:
        others = [
            p for p in loose
            if not is_agency(p.text) and len(p.text.split()) >= 2 and strip_title(p.text) != (True, "")
        ]
        if len(others) == 1:
            return Phrase(_RULE.sub("", " ".join(others[0].text.split())), others[0].at)
    return None


EXTRACTORS = (Extractor("control_blocks", control_blocks, version=3),)
