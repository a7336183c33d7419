"""The tokens of an RTF file, and the way over a group that nobody reads (RTF 1.9.1, "Basic entities")."""

from __future__ import annotations

import re
from collections.abc import Generator

from qmslint.api import NamedTuple

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|([{}])|\\([^a-zA-Z'])|[\r\n\x00]+|([^\\{}\r\n\x00]+)|\\",
    re.DOTALL,
)
_STRUCTURE = re.compile(r"\\bin([0-9]{1,10}) ?|\\.|[{}]", re.DOTALL)


class Token(NamedTuple):
    """One token. `kind`: "word", "hex", "brace", "sign", "text"; `start`, `end`: where it stands."""

    kind: str
    text: str
    number: int | None
    start: int
    end: int


class Source:
    """The characters of the file, one for each byte, and the place where reading goes on."""

    def __init__(self, data: bytes) -> None:
        self.text = data.decode("latin-1")
        self.length = len(self.text)

    def tokens(
        self, start: int, end: int, known: frozenset[str] | None = None
    ) -> Generator[Token, int | None, None]:
        """The tokens between two places; `send` a place to go on from there. `known`: the words that matter."""
        position = start
        starred = False
        match_at = _TOKEN.match
        while position < end:
            match = match_at(self.text, position, end)
            if match is None:
                position += 1
                continue
            before, position = position, match.end()
            word, number, code, brace, sign, words = match.groups()
            if words is not None:
                token = Token("text", words, None, before, position)
            elif word is not None:
                starred, after_star = False, starred
                if known is not None and not after_star and word not in known and word != "bin":
                    continue
                value = int(number) if number else None
                if word == "bin" and value:
                    position = min(position + max(value, 0), end)
                    continue
                token = Token("word", word, value, before, position)
            elif code is not None:
                token = Token("hex", code, None, before, position)
            elif brace is not None:
                token = Token("brace", brace, None, before, position)
            elif sign is not None:
                starred = sign == "*"
                token = Token("sign", sign, None, before, position)
            else:
                continue
            jump = yield token
            if jump is not None:
                position = jump

    def after_group(self, position: int) -> int:
        """The place of the brace that closes the group in which `position` stands."""
        depth = 1
        while True:
            match = _STRUCTURE.search(self.text, position)
            if match is None:
                return self.length
            position = match.end()
            if match[1] is not None:
                position = min(position + int(match[1]), self.length)
            elif match[0] == "{":
                depth += 1
            elif match[0] == "}":
                depth -= 1
                if depth == 0:
                    return match.start()
