"""The words of the paragraph that is being read: bytes by the font's code page, Unicode, looks, changes."""

from __future__ import annotations

from qmslint.api import Run
from qmslint.read.rtf.head import Head
from qmslint.read.rtf.state import Font, State
from qmslint.read.symbols import unmasked

_NO_FONT = Font()
_Look = tuple[bool, bool, bool, float, str]


class Ink:
    """Collects one paragraph."""

    __slots__ = ("_head", "_look", "_piece", "_raw", "changes", "changing", "original", "pictures", "runs", "skip")

    def __init__(self, head: Head, changing: int) -> None:
        self._head = head
        self._raw = bytearray()
        self._piece: list[str] = []
        self._look: tuple[_Look, int, str] | None = None
        self.skip = 0  # signs that stand for the Unicode letter before them
        self.runs: list[Run] = []
        self.original: list[str] | None = None
        self.pictures = 0
        self.changes = 0
        self.changing = changing  # 1 in an insertion, -1 in a deletion: a change may cross paragraphs

    def octets(self, data: bytes, state: State) -> None:
        """Bytes in the code page of the font; the first ones may stand for a Unicode letter that was read."""
        if self.skip:
            taken = min(self.skip, len(data))
            self.skip -= taken
            data = data[taken:]
        if data and self._ready(state):
            self._raw += data

    def letter(self, text: str, state: State) -> None:
        """A letter that needs no code page."""
        if self._ready(state):
            self._decode()
            self._piece.append(text)

    def _ready(self, state: State) -> bool:
        """Whether what comes now is shown or kept; opens a new run where the look changes."""
        if state.hidden:
            return False
        change = -1 if state.deleted else 1 if state.revised else 0
        font = self._head.fonts.get(state.font, _NO_FONT)
        codec = "symbol" if font.symbol else font.codec or self._head.codec
        look = (state.bold, state.italic, state.caps, state.size, font.name), change, codec
        if look != self._look:
            self._flush()
            if change and change != self.changing:
                self.changes += 1
            self.changing = change
            self._look = look
        return True

    def _decode(self) -> None:
        if self._raw and self._look is not None:
            codec = self._look[2]
            if codec == "symbol":
                self._piece.append("".join(chr(0xF000 + b) if b >= 0x80 else chr(b) for b in self._raw))
            else:
                self._piece.append(self._raw.decode(codec, "replace"))
            self._raw.clear()

    def _flush(self) -> None:
        self._decode()
        if self._piece and self._look is not None:
            look, change, _ = self._look
            text = unmasked(_whole("".join(self._piece)), look[4])
            self._piece = []
            if change and self.original is None:
                self.original = ["".join(run.text for run in self.runs)]
            if self.original is not None and change <= 0:
                self.original.append(text)
            if change >= 0:
                if self.runs and self.runs[-1][1:] == look:
                    self.runs[-1] = Run(self.runs[-1].text + text, *look)
                else:
                    self.runs.append(Run(text, *look))

    def finish(self) -> tuple[str, tuple[Run, ...], str | None]:
        """The text, the runs, the text before the changes where it differs."""
        self._flush()
        self._look = None
        text = "".join(run.text for run in self.runs)
        original = "".join(self.original) if self.original is not None else None
        return text, tuple(self.runs), original if original != text else None


def _whole(text: str) -> str:
    """Surrogates joined to letters; a lone one becomes the sign for an unreadable letter."""
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
