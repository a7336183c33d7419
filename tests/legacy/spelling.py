"""Unicode Vietnamese written in the old encodings, for tests: the way back of each table."""

from __future__ import annotations

from qmslint.legacy.codecs import tcvn3_table, vni_table

SMALL = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
LETTERS = SMALL + SMALL.upper()
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}


def written(text: str, codec: str) -> str:
    """`text` as it stood in the old encoding. TCVN3 has no capitals with tones: its small letters stand for them."""
    if codec == "tcvn3":
        keys = {letter: key for key, letter in tcvn3_table().items()}
        return "".join(keys.get(c) or keys.get(c.lower(), c) for c in text)
    keys = {}
    for key, letter in vni_table().items():
        keys.setdefault(letter, key)
    return "".join(keys.get(c, c) for c in text)


def without_capitals(text: str) -> str:
    """`text` as TCVN3 brings it back: capitals with tones are small."""
    keys = tcvn3_table().values()
    return "".join(c if c in keys else c.lower() if c.lower() in keys else c for c in text)
