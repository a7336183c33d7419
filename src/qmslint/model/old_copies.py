"""Folders in which people keep replaced copies: "Bản cũ 2025", "Quy trình (hết hiệu lực)"."""

from __future__ import annotations

from functools import lru_cache

from qmslint.model.text import fold

_WHOLE = ("cũ", "old", "obsolete", "superseded", "đã thay thế", "da thay the")  # alone or as the last word
_BEGIN = ("bản cũ", "ban cu", "hết hiệu lực", "het hieu luc", "lỗi thời", "loi thoi")  # first or last
_MARKS = str.maketrans(dict.fromkeys("_-.()[]", " "))


def in_old_folder(path: str) -> bool:
    """Whether a folder above the file at `path` says that what it holds is no longer in force."""
    folders = path.rpartition("/")[0]
    return bool(folders) and _says_old(folders)


@lru_cache(maxsize=4096)
def _says_old(folders: str) -> bool:
    for folder in folders.split("/"):
        name = " ".join(fold(folder).translate(_MARKS).split())
        if any(name == word or name.endswith(" " + word) for word in (*_WHOLE, *_BEGIN)):
            return True
        if name.startswith(tuple(word + " " for word in _BEGIN)):
            return True
    return False
