"""What the name of a font says of its letters: the families of before Unicode, and which of them draw capitals only."""

from __future__ import annotations

import re
from functools import lru_cache

from qmslint.model.tuples import NamedTuple


class Family(NamedTuple):
    """An old family of fonts: the codec of its letters ("" = none of them), and whether it draws capitals only."""

    codec: str = ""
    capitals: bool = False


_NONE = Family()
_STARTS = (("tcvn3", re.compile(r"\.vn[a-z]|vn(?:time|arial)")), ("vni", re.compile(r"vni[- ]")),
           ("vps", re.compile(r"vps[- ]?[a-z]")))
_WEIGHT = re.compile(r"[ ,-]+(?:bold|italic|regular|oblique|bolditalic)+$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def family(font: str) -> Family:
    """The family of a font, by its name as Word or a PDF ("ABCDEF+.VnTimeH-Bold") writes it."""
    name = font.partition("+")[2] or font
    lower = name.lower()
    for codec, start in _STARTS:
        if start.match(lower):
            return Family(codec, codec == "tcvn3" and _WEIGHT.sub("", name).endswith("H"))
    return _NONE
