"""The head of an RTF file: code page, fonts, styles, what the file says of itself."""

from __future__ import annotations

from qmslint.api import Properties
from qmslint.read.rtf.state import SYMBOL, Font, Style, codec_of_charset, codec_of_page
from qmslint.read.rtf.tokens import Source

_INFO = {"title": "title", "author": "author", "operator": "last_modified_by"}
_TIMES = {"creatim": "created", "revtim": "modified", "printim": "last_printed"}
_MAX_ENTRIES = 20_000


class Head:
    """What the whole file shares."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.codec = "cp1252"
        self.font = 0
        self.fonts: dict[int, Font] = {}
        self.styles: dict[int, Style] = {}
        self.properties = Properties()
        self.even_pages = False

    def read_fonts(self, start: int, end: int) -> None:
        """The table of fonts between two places."""
        number, name, codec, symbol, depth = -1, "", "", False, 0
        for token in self._source.tokens(start, end):
            if token.kind == "brace":
                depth += 1 if token.text == "{" else -1
            elif token.text == "f" and token.number is not None:
                number, name, codec, symbol = token.number, "", "", False
            elif token.text == "fcharset":
                codec, symbol = codec_of_charset(token.number or 0), token.number == SYMBOL
            elif token.text == "cpg" and token.number:
                codec = codec_of_page(token.number)
            elif token.kind in ("text", "hex") and depth <= 1 and len(self.fonts) < _MAX_ENTRIES:
                name += token.text if token.kind == "text" else chr(int(token.text, 16))
                self.fonts[number] = Font(name.partition(";")[0].strip()[:80], codec, symbol)

    def read_styles(self, start: int, end: int) -> None:
        """The table of paragraph styles between two places."""
        number, level, name, depth, wanted = 0, 0, "", 0, True
        for token in self._source.tokens(start, end):
            if token.kind == "brace":
                depth += 1 if token.text == "{" else -1
                if token.text == "{" and depth == 1:
                    number, level, name, wanted = 0, 0, "", True
                elif token.text == "}" and depth == 0 and wanted and len(self.styles) < _MAX_ENTRIES:
                    self.styles[number] = Style(name.partition(";")[0].strip()[:80], level)
            elif token.text in ("cs", "ts", "ds") and token.kind == "word":
                wanted = False
            elif token.text == "s" and token.kind == "word" and token.number is not None:
                number = token.number
            elif token.text == "outlinelevel" and token.kind == "word":
                level = (token.number or 0) + 1 if (token.number or 0) < 9 else 0
            elif token.kind == "text" and depth == 1:
                name += token.text
            elif token.kind == "word" and token.text == "u" and token.number is not None and depth == 1:
                name += chr(token.number % 65536)

    def say(self, name: str, words: str) -> None:
        """A line of the information group: {\\title …}."""
        field = _INFO.get(name)
        if field:
            self.properties = self.properties._replace(**{field: words.strip()})

    def read_time(self, name: str, start: int, end: int) -> None:
        """A moment of the information group: {\\creatim\\yr2026\\mo9\\dy15}."""
        said = {t.text: t.number or 0 for t in self._source.tokens(start, end) if t.kind == "word"}
        field = _TIMES.get(name)
        if field and 1 <= said.get("mo", 0) <= 12 and 1 <= said.get("dy", 0) <= 31 and 0 < said.get("yr", 0) < 10_000:
            day = f"{said['yr']:04}-{said['mo']:02}-{said['dy']:02}"
            clock = f"T{said.get('hr', 0) % 24:02}:{said.get('min', 0) % 60:02}:{said.get('sec', 0) % 60:02}"
            self.properties = self.properties._replace(**{field: day + clock})
