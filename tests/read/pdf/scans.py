"""Scans made by code: printed pages as pictures; and a program that answers as Tesseract does."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

_PROGRAM = '''#!{python}
import sys
data = sys.stdin.buffer.read()
if "--list-langs" in sys.argv:
    print("List of available languages (2):")
    print({languages!r})
    sys.exit(0)
assert sys.argv[1:3] == ["stdin", "stdout"] and data.startswith(b"P5\\n"), sys.argv
{then}
print("level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext")
print({table!r})
'''


def row(text: str, left: int, top: int, width: int, height: int, line: int, sure: float = 95.0) -> str:
    """One row of the table: a word, or a printed line where `text` is a blank."""
    return "\t".join(map(str, (5, 1, 1, 1, line, 1, left, top, width, height, sure, text)))


def sentence(text: str, top: int, line: int) -> list[str]:
    """The words of a line of letters 12 points large, at 300 dots to the inch."""
    rows, left = [], 300
    for word in text.split():
        rows.append(row(word, left, top, 24 * len(word), 33, line))
        left += 24 * len(word) + 16
    return rows


def program(folder: Path, rows: list[str], languages: str = "eng\nvie", then: str = "") -> Path:
    """A program named tesseract in `folder`."""
    folder.mkdir(exist_ok=True)
    path = folder / "tesseract"
    table = "\n".join(rows)
    path.write_text(_PROGRAM.format(python=sys.executable, languages=languages, table=table, then=then), "utf-8")
    path.chmod(0o755)
    return path


def scanned(printed: bytes, pages: int) -> bytes:
    """The first pages of a printed PDF as pictures, without a letter of text."""
    import pypdfium2

    source: Any = pypdfium2.PdfDocument(printed)
    made: Any = pypdfium2.PdfDocument.new()
    for number in range(pages):
        width, height = source[number].get_size()
        picture = pypdfium2.PdfImage.new(made)
        picture.set_bitmap(source[number].render(scale=200 / 72, grayscale=True))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page = made.new_page(width, height)
        page.insert_obj(picture)
        page.gen_content()
    whole = BytesIO()
    made.save(whole)
    return whole.getvalue()
