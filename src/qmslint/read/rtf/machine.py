"""The machine that walks over the tokens of one story and obeys their control words (RTF 1.9.1)."""

from __future__ import annotations

from qmslint.api import Location
from qmslint.read.guard import over
from qmslint.read.rtf.shared import MARGINS, Aside, Shared
from qmslint.read.rtf.state import State, codec_of_page
from qmslint.read.rtf.story import Story
from qmslint.read.rtf.tables import RowDefinition
from qmslint.read.rtf.tokens import Token

_MAX_GROUPS = 5_000
_LETTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}
_SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\"}
_ALIGNMENTS = {"ql": "", "qc": "center", "qr": "right", "qj": "both", "qd": "both"}
_FLAGS = {"b": "bold", "i": "italic", "caps": "caps", "v": "hidden", "deleted": "deleted", "revised": "revised"}
_SKIPPED = frozenset(
    (
        "colortbl", "fldinst", "nonshppict", "objdata", "objclass", "objname", "shprslt", "pn", "nonesttables",
        "themedata", "datastore", "generator", "xmlnstbl", "rsidtbl", "mmathPr", "latentstyles", "listtable",
        "listoverridetable", "revtbl", "bkmkstart", "bkmkend", "atrfstart", "atrfend", "atnref", "atndate", "atnparent",
        "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pgdsctbl", "filetbl", "xe", "tc", "tcn", "txe",
        "rxe", "falt", "panose", "template", "private", "userprops", "docvar", "datafield", "formfield", "ffdeftext",
        "blipuid", "background", "sp",
    )
)  # fmt: skip
_STARRED = frozenset(
    ("shppict", "shpinst", "annotation", "atnauthor", "nesttableprops", "do", "ud", "cs", "objemb", "mhtmltag")
)
_INFO = ("title", "author", "operator")
_TIMES = ("creatim", "revtim", "printim")
_LOOKS = frozenset(("f", "fs", "plain", "uc", "pard", "s", "outlinelevel", "intbl", "itap", "pagebb", *_ALIGNMENTS))
_BLOCKS = frozenset(
    (
        "par", "page", "cell", "nestcell", "row", "nestrow", "sect", "sectd", "titlepg", "facingp", "ansicpg", "deff",
    )
)  # fmt: skip
_ROWS = frozenset(("trowd", "trleft", "clmrg", "clvmgf", "clvmrg", "cellx"))
_GROUPS = frozenset(
    (
        "fonttbl", "stylesheet", "info", "footnote", "annotation", "atnauthor", "listtext", "pntext", "shptxt",
        "dptxbxtext", "pict", *_INFO, *_TIMES, *MARGINS,
    )
)  # fmt: skip
_KNOWN = frozenset(("u", *_SKIPPED, *_STARRED, *_FLAGS, *_LETTERS, *_LOOKS, *_BLOCKS, *_ROWS, *_GROUPS))


class Machine:
    """Reads one story. At the end `state` is what is in force there."""

    def __init__(self, reader: Shared, story: Story, state: State) -> None:
        self.reader = reader
        self.head = reader.head
        self.story = story
        self.state = state
        self.stack: list[State] = []
        self.starred = False
        self.jump: int | None = None
        self.author = ""
        self.flags = (False, 0)  # of the cell that is being defined: continues left, vertical

    def run(self, start: int, end: int) -> None:
        """Token by token; a group that nobody reads, or that is read later, is jumped over."""
        tokens = self.reader.source.tokens(start, end, _KNOWN)
        try:
            token = next(tokens)
            while True:
                self.jump = None
                self._token(token)
                token = next(tokens) if self.jump is None else tokens.send(self.jump)
        except StopIteration:
            return

    def _token(self, token: Token) -> None:
        kind = token.kind
        if kind == "text":
            self._octets(token.text.encode("latin-1"))
        elif kind == "word":
            starred, self.starred = self.starred, False
            self._word(token, starred)
        elif kind == "hex":
            self._octets(bytes((int(token.text, 16),)))
        elif kind == "brace":
            self._brace(token.text)
        else:
            self._sign(token.text)

    def _octets(self, data: bytes) -> None:
        if self.state.destination == "text":
            self.story.ink.octets(data, self.state)

    def _brace(self, brace: str) -> None:
        self.story.ink.skip = 0
        self.starred = False
        if brace == "{":
            if len(self.stack) >= _MAX_GROUPS:
                raise over("xml_depth")
            self.stack.append(self.state)
            self.state = self.state.inner()
        elif self.stack:
            self.state = self.stack.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.starred = True
        elif sign in "\r\n":
            self._word(Token("word", "par", None, 0, 0), False)
        elif sign in _SIGNS and self.state.destination == "text":
            if self.story.ink.skip:
                self.story.ink.skip -= 1
            else:
                self.story.ink.letter(_SIGNS[sign], self.state)

    def _word(self, token: Token, starred: bool) -> None:
        word, number, state = token.text, token.number, self.state
        if word not in _KNOWN:  # most words are of no interest
            if starred:
                self._pass(token)
        elif word in _SKIPPED or (starred and word not in _STARRED):
            end = self._pass(token)
            if word == "sp" and self.reader.source.text.find("\\pict", token.end, end) >= 0:
                self.story.ink.pictures += 1  # a shape that is filled with a picture
        elif word in _FLAGS:
            setattr(state, _FLAGS[word], number != 0)
        elif word == "u":
            if state.destination == "text" and number is not None:
                self.story.ink.letter(chr(number % 65536), state)
                self.story.ink.skip = state.skip_after_unicode
        elif word in _LETTERS:
            if state.destination == "text":
                self.story.ink.letter(_LETTERS[word], state)
        elif word in _LOOKS:
            self._look(word, number)
        elif word in _BLOCKS:
            self._block(word, number)
        elif word in _ROWS:
            self._row(word, number)
        else:
            self._group(token)

    # ── looks and paragraphs ──

    def _look(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "f":
            state.font = number or 0
        elif word == "fs":
            state.size = min(max(number or 24, 0), 20_000) / 2
        elif word == "plain":
            state.plain(self.head.font)
        elif word == "uc":
            state.skip_after_unicode = min(max(number or 0, 0), 8)
        elif word in _ALIGNMENTS:
            state.alignment = _ALIGNMENTS[word]
        elif word == "pard":
            state.paragraph()
        elif word == "s":
            state.style = number or 0
        elif word == "outlinelevel":
            state.level = (number or 0) + 1 if (number or 0) < 9 else 0
        elif word == "intbl":
            state.in_table = number != 0
        elif word == "itap":
            state.depth = number or 0
        elif word == "pagebb":
            state.page_break = number != 0

    def _block(self, word: str, number: int | None) -> None:
        story = self.story
        if word == "par":
            if self.state.destination == "text":
                story.end_paragraph(self.state)
        elif word == "page":
            story.page_break = True
        elif word == "cell":
            story.end_cell(self.state, 1)
        elif word == "nestcell":
            story.end_cell(self.state, self.state.depth)
        elif word == "row":
            story.end_row(1)
        elif word == "nestrow":
            story.end_row(self.state.depth)
        elif word == "sect":
            if not story.empty:
                story.end_paragraph(self.state)
            self.reader.end_section()
        elif word == "sectd":
            self.reader.title_page = False
        elif word == "titlepg":
            self.reader.title_page = True
        elif word == "facingp":
            self.head.even_pages = True
        elif word == "ansicpg":
            self.head.codec = codec_of_page(number or 0)
        elif word == "deff":
            self.head.font = self.state.font = number or 0

    def _row(self, word: str, number: int | None) -> None:
        story = self.story
        if word == "trowd":
            story.row, self.flags = RowDefinition(), (False, 0)
        elif word == "trleft":
            story.row = story.row._replace(left=number or 0)
        elif word == "clmrg":
            self.flags = True, self.flags[1]
        elif word in ("clvmgf", "clvmrg"):
            self.flags = self.flags[0], 3 if word == "clvmgf" else 1
        elif word == "cellx":
            row = story.row
            if len(row.edges) < 1_000:
                edge = max(number or 0, (row.edges[-1] if row.edges else row.left) + 1)
                story.row = RowDefinition(
                    row.left, (*row.edges, edge), (*row.continues_left, self.flags[0]), (*row.vertical, self.flags[1])
                )
            self.flags = False, 0

    # ── groups with a purpose of their own ──

    def _group(self, token: Token) -> None:
        word = token.text
        reader = self.reader
        if word == "fonttbl":
            reader.head.read_fonts(token.end, self._pass(token))
        elif word == "stylesheet":
            reader.head.read_styles(token.end, self._pass(token))
        elif word in _TIMES:
            reader.head.read_time(word, token.end, self._pass(token))
        elif word in _INFO and self.state.destination == "info":
            reader.head.say(word, self._words(token))
        elif word == "info":
            self.state.destination = "info"
        elif word in MARGINS:
            reader.margin(word, token.end, self._pass(token))
        elif word in ("footnote", "annotation"):
            self._aside(token)
        elif word == "atnauthor":
            self.author = self._words(token)
        elif word in ("listtext", "pntext"):
            self.story.set_number(self._words(token))
        elif word in ("shptxt", "dptxbxtext"):
            self.story.boxes.append((token.end, self._pass(token)))
        elif word == "pict":
            self._pass(token)
            if self.state.destination == "text":
                self.story.ink.pictures += 1

    def _pass(self, token: Token) -> int:
        """Jump to the end of the group in which the token stands; where that is."""
        self.jump = self.reader.source.after_group(token.end)
        return self.jump

    def _aside(self, token: Token) -> None:
        end = self._pass(token)
        if self.story.is_aside:
            return  # a note in a note is none
        if token.text == "annotation":
            self.reader.asides.append(Aside("comment", token.end, end, self.author))
        else:
            kind = "endnote" if "\\ftnalt" in self.reader.source.text[token.end : token.end + 40] else "footnote"
            self.reader.asides.append(Aside(kind, token.end, end))

    def _words(self, token: Token) -> str:
        """What a group says, as one line."""
        end = self._pass(token)
        inner = Story(self.reader, Location())
        Machine(self.reader, inner, State(self.state.font)).run(token.end, end)
        return inner.ink.finish()[0]
