"""Where something stands in a document, as its reader would say it.

The reader of a format makes every Location while it reads; nobody searches for the place again. A Location
knows no path: the document does.
"""

from __future__ import annotations

from qmslint.model.tuples import NamedTuple


class Place:
    """The parts of a document in which text can stand (values of `Location.place`)."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    BOX = "box"
    COMMENT = "comment"
    SHEET = "sheet"
    LINE = "line"
    KEY = "key"
    PROPERTIES = "properties"
    WHOLE = "whole"


class Location(NamedTuple):
    """A place, in reading order. Numbers count from 1 as a person counts; 0 means "does not apply".

    order      position in reading order inside the document; what sorts before is read before
    place      one of Place
    section    section of a header or footer (first section is 1), or of the body
    variant    "first", "even" or "" (every page) of a header or footer
    table      which table of the document (nested ones counted where they start), row and column in its grid
    paragraph  which paragraph of its container (the body, the cell, the header)
    page       printed page, where the format knows it
    line       line of a text file
    sheet      name of the sheet; key: path of keys in a record ("steps[2].time")
    heading    the heading under which it stands, once the sections are known
    """

    order: int = 0
    place: str = Place.BODY
    section: int = 0
    variant: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    paragraph: int = 0
    page: int = 0
    line: int = 0
    sheet: str = ""
    key: str = ""
    heading: str = ""

    def under(self, heading: str) -> Location:
        """The same place, said to stand under `heading`."""
        return self._replace(heading=heading)

    def label(self, language: str = "vi") -> str:
        """The place in words: "chân trang, phần 2", "mục 5, bảng 4, dòng 3, cột 2"."""
        words = _WORDS[language if language == "en" else "vi"]
        parts: list[str] = []
        if self.heading:
            parts.append(f"{words['under']} “{self.heading}”")
        if self.place in (Place.HEADER, Place.FOOTER):
            variant = f" ({words[self.variant]})" if self.variant else ""
            parts.append(f"{words[self.place]}{variant}, {words['section']} {self.section}")
        elif self.place in (Place.FOOTNOTE, Place.ENDNOTE, Place.BOX, Place.COMMENT, Place.PROPERTIES):
            parts.append(words[self.place])
        if self.sheet:
            parts.append(f"{words['sheet']} “{self.sheet}”")
            if self.row:
                parts.append(f"{words['cell']} {column_letters(self.column or 1)}{self.row}")
        elif self.table and not self.line:  # the line of a text file is the better place
            parts.append(f"{words['table']} {self.table}")
            if self.row:
                parts.append(f"{words['row']} {self.row}, {words['column']} {self.column}")
        elif self.paragraph and self.place in (Place.BODY, Place.FOOTNOTE, Place.ENDNOTE):
            parts.append(f"{words['paragraph']} {self.paragraph}")
        if self.page:
            parts.append(f"{words['page']} {self.page}")
        if self.line:
            parts.append(f"{words['line']} {self.line}")
        if self.key:
            parts.append(f"{words['key']} {self.key}")
        return ", ".join(parts) or words[Place.WHOLE]


WHOLE = Location(place=Place.WHOLE)
"""The document as a whole: for what is missing, which stands nowhere."""


def column_letters(column: int) -> str:
    """Column 1 is A, 27 is AA, as spreadsheets print them."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


_WORDS = {
    "vi": {
        "under": "dưới đề mục", "header": "đầu trang", "footer": "chân trang", "first": "trang đầu",
        "even": "trang chẵn", "section": "phần (section)", "footnote": "chú thích cuối trang",
        "endnote": "chú thích cuối văn bản", "box": "hộp văn bản", "comment": "ghi chú của Word",
        "properties": "thuộc tính của tệp", "sheet": "trang tính", "cell": "ô", "table": "bảng", "row": "dòng",
        "column": "cột", "paragraph": "đoạn", "page": "trang", "line": "dòng", "key": "khóa", "whole": "toàn văn bản",
    },
    "en": {
        "under": "under the heading", "header": "page header", "footer": "page footer", "first": "first page",
        "even": "even pages", "section": "section", "footnote": "footnote", "endnote": "endnote",
        "box": "text box", "comment": "Word comment", "properties": "file properties", "sheet": "sheet",
        "cell": "cell", "table": "table", "row": "row", "column": "column", "paragraph": "paragraph",
        "page": "page", "line": "line", "key": "key", "whole": "whole document",
    },
}
