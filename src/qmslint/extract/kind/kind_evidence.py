"""What speaks for a kind of document: titles, words on the cover, items, columns, blanks to fill in."""

from __future__ import annotations

from functools import cache

from qmslint.api import Confidence, Line, NamedTuple, Paragraph, Reading, fold
from qmslint.extract.cells import heading_row_of, headings, one_line
from qmslint.extract.kind.kind_titles import Wanted, wanted
from qmslint.extract.patterns import late
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.headline import is_state_heading, stands_out, title_lines, type_of
from qmslint.extract.text.sections import section_starts
from qmslint.extract.words import book

_BLANK = late(r"[.…_]{5,}|…{2,}")
_CODE_HEAD = late(r"[a-zđ]{1,8}(?=[\W\d_]|$)")
_FIGURES = late(r"[0-9]")
_LETTERS = late(r"[^\W\d_]+")
_ROW_NUMBER = late(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[a-zđ]|[ivx]{1,5})[.)]?")
_TTHC_CODE = late(r"[1-9](?<![\d.][1-9])\.\d{6}(?!\d)")  # it begins with a digit, soon found


class Title(NamedTuple):
    """A line, or a few, that may be the title."""

    text: str
    folded: str
    confidence: Confidence
    official: bool = False  # begins with a type of administrative document and stands out


def titles(reading: Reading) -> list[Title]:
    """What may be the title, best first: headline, title of the control block, other lines that stand out, sheets."""
    found: list[Title] = []
    headline = title_lines(reading)
    state = any(is_state_heading(line.folded) for line in reading.lines[:14])
    if headline:
        whole = " ".join(one_line(line.text) for line in headline)
        sure = Confidence.HIGH if state or headline[0].text.isupper() else Confidence.MEDIUM
        found.append(Title(whole, fold(whole), sure, True))
        found.append(Title(one_line(headline[0].text), headline[0].folded, sure, True))
    for block in reading.facts.get("control_blocks", ()):
        if block.title:
            found.append(Title(block.title.text, fold(block.title.text), Confidence.HIGH))
    for line in reading.lines[:25]:
        if len(line.text) < 200 and stands_out(line) and not is_state_heading(line.folded):
            found.append(Title(one_line(line.text), line.folded, Confidence.HIGH if line.text.isupper()
                               else Confidence.MEDIUM, bool(type_of(line.folded))))
    for sheet in reading.document.sheets:
        if not sheet.hidden:
            found.append(Title(sheet.name, fold(sheet.name), Confidence.MEDIUM))
    for line in reading.lines[:8]:
        found.append(Title(one_line(line.text)[:200], line.folded[:200], Confidence.LOW))
    return found


def procedure_marks(reading: Reading) -> tuple[str, str]:
    """The words that call the document a procedure, and its code when it is one of procedures; "" where absent."""
    words = book("titles").variants("procedure-words")
    word = ""
    for line in reading.lines[:14]:
        folded = line.folded
        if len(folded) < 250 and any(folded == w or folded.startswith(w + " ") for w in words) and stands_out(line):
            word = one_line(line.text)
            break
    if not word:
        for margin in reading.document.margins:
            text = next((b.text for b in margin.blocks if isinstance(b, Paragraph) and b.text.strip()), "")
            if fold(text).startswith(("tên quy trình", "quy trình")):
                word = "Tên quy trình"
                break
    return word, _code(reading, "procedure-codes")


def _code(reading: Reading, key: str) -> str:
    heads = book("titles").variants(key)
    for block in reading.facts.get("control_blocks", ()):
        if block.code:
            match = _CODE_HEAD.match(fold(block.code.text))
            if match and match[0] in heads:
                return str(block.code.text)
    return ""


@cache
def _items() -> tuple[str, ...]:
    return book("titles").variants("tthc-items")


def tthc_marks(reading: Reading) -> list[str]:
    """The items of a TTHC among the headings, as printed, and the code of a TTHC."""
    found: dict[str, str] = {}
    for _, section in section_starts(reading):
        if section.level >= 2 or not section.key:
            folded = fold(section.title)
            item = next((i for i in _items() if folded == i or folded.startswith(i + " ")), "")
            if item:
                found.setdefault(item, section.title)
    if len(found) < 3:
        lines = reading.lines[: attached_index(reading)]
        for index, line in enumerate(lines):
            folded = line.folded
            broken = "\n" in line.text  # "Kết quả⏎Giấy chứng nhận"
            head = fold(line.text.strip().partition("\n")[0]) if broken else folded
            known = broken or ":" in head or line.paragraph.bold
            if len(head) < 200 and (known or _numbered_cell(lines, index)):
                words = head.lstrip("0123456789.)-+* ")
                words = words[2:].lstrip(" .)/") if words[1:2] in (".", ")", "/") else words
                item = next((i for i in _items() if words == i or words.startswith((i + " ", i + ":"))), "")
                if item:
                    found.setdefault(item, one_line(line.text)[:60])
            match = _TTHC_CODE.search(folded) if "." in folded and any(w in folded for w in _tthc_words()) else None
            if match:
                found.setdefault("code", match[0])
    return list(found.values())


def _numbered_cell(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line is the title of a numbered row: "5.2 | Thành phần hồ sơ", "2. Thành phần hồ sơ"."""
    line = lines[index]
    if not line.in_table or len(line.folded) > 100 or not index:
        return False
    before, at = lines[index - 1], line.at
    beside = before.in_table and (before.at.table, before.at.row) == (at.table, at.row) and before.at.column < at.column
    own = bool(line.paragraph.number) or _ROW_NUMBER.fullmatch(line.folded.split(" ", 1)[0]) is not None
    return own or (beside and _ROW_NUMBER.fullmatch(before.folded) is not None)


@cache
def _tthc_words() -> tuple[str, ...]:
    return book("titles").variants("tthc-words")


def system_title(reading: Reading, candidates: list[Title]) -> str:
    """The words of the title by which the system runs itself ("đánh giá nội bộ"), or a code of such procedures."""
    words = (*book("titles").variants("procedure-words"), "")
    for title in candidates[:12]:
        folded = title.folded
        for word in words:
            if word and not folded.startswith(word + " "):
                continue
            rest = folded[len(word) :].lstrip(" :-")
            if any(phrase.begins(rest) for phrase in _system_titles()):
                return title.text
    for block in reading.facts.get("control_blocks", ()):
        if block.code and _parts(fold(block.code.text)) & set(book("titles").variants("system-codes")):
            return str(block.code.text)
    return ""


@cache
def _system_titles() -> tuple[Wanted, ...]:
    return tuple(wanted(phrase) for phrase in book("titles").variants("system-titles"))


def _parts(code: str) -> set[str]:
    """The letters before the number: behind it they name a field ("QT-01/HT" is of hộ tịch)."""
    number = _FIGURES.search(code)
    return set(_LETTERS.findall(code[: number.start()] if number else code))


def form_marks(reading: Reading) -> str:
    """The mark of a form: its code in header or footer, or "Mẫu số 01" and the like at its head; "" if none."""
    code = _code(reading, "form-codes")
    if code:
        return code
    words, others = book("titles").variants("form-words"), book("titles").variants("form-words-not")
    for line in reading.lines[:12]:
        folded = line.folded
        if len(folded) >= 120 or folded.startswith(others):
            continue
        if any(folded == w or folded.startswith(w + " ") for w in words) and stands_out(line):
            return one_line(line.text)
    return ""


def blanks(reading: Reading) -> float:
    """Which share of the lines holds a blank to fill in."""
    lines = reading.lines[:200]
    if not lines:
        return 0.0
    return sum(1 for line in lines if ("..." in line.folded or "__" in line.folded) and _BLANK.search(line.text)) / len(
        lines
    )


def list_columns(reading: Reading) -> tuple[str, str]:
    """The kind of list that the headings of a table show, and those headings; ("", "") if none."""
    for table in reading.tables[:6]:
        if table.width < 3 or len(table.rows) < 2:
            continue
        best, most, words = "", 2, ""
        heads = headings(table, rows=8)
        for kind, names in _columns().items():
            row, columns = heading_row_of(heads, names, 3)
            if row >= 0 and len(columns) > most:
                best, most = kind, len(columns)
                words = "; ".join(one_line(table.rows[row][c].text) for c in sorted(columns.values()))
        if best:
            return best, words
    return "", ""


@cache
def _columns() -> dict[str, dict[str, str]]:
    by_kind: dict[str, dict[str, str]] = {}
    for phrase, kind in book("titles").table("columns").items():
        by_kind.setdefault(kind, {})[phrase] = phrase
    return by_kind
