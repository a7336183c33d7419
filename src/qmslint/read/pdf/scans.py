"""Pages that are pictures only: named, and where the settings ask for it (`ocr_pages`), read by Tesseract.

What was recognised becomes groups of letters like those of any page; each such page is reported as read that way.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

import pypdfium2.raw as c

from qmslint.api import Limits, NamedTuple, Text
from qmslint.read.pdf.shapes import Font, Group, Page, Ruling
from qmslint.read.pdf.tesseract import Tesseract, Word, found, words_of

_DOTS = 300  # to the inch
_MOST_DOTS = 40_000_000  # of one picture: larger pages are drawn smaller
_WALL = 3  # a program may wait this many times as long as it may compute
_LARGE = 0.2  # of the page: a picture of this size is the scan
_LOW = frozenset("gjpqyQ,;()[]{}|/\\_@$")  # letters and signs that reach below the line
_HIGH = frozenset("bdfhklđ")
_CAPITAL, _SMALL = 0.67, 0.46  # heights of letters, of the size
_ALIKE = 0.3  # lines that differ less from the page's usual size are of that size
_COPY = Text("Đối chiếu với bản gốc; tốt nhất dùng tệp Word gốc hoặc PDF xuất từ Word.",
             "Compare with the original; better use the Word original or a PDF exported from Word.")
_READ = Text(
    "Trang này là ảnh quét, chữ do máy nhận dạng (OCR) nên có thể sai; mọi phát hiện về tệp này có độ tin cậy thấp.",
    "This page is a scan whose words were recognised (OCR) and may be wrong; all findings on this file are of low "
    "confidence.",
)
_ABSENT = Text(
    "Trang này chỉ là ảnh quét; cấu hình yêu cầu nhận dạng chữ (ocr_pages) nhưng máy chưa có Tesseract với dữ liệu "
    "tiếng Việt.",
    "This page is a scan; the settings ask for recognition (ocr_pages), but Tesseract with Vietnamese data is not "
    "installed.",
)
_INSTALL = Text(
    "Cài Tesseract và dữ liệu tiếng Việt (Ubuntu, Debian: sudo apt install tesseract-ocr tesseract-ocr-vie), kiểm tra "
    "bằng “tesseract --list-langs” có “vie”; hoặc dùng tệp Word gốc.",
    "Install Tesseract and its Vietnamese data (Ubuntu, Debian: sudo apt install tesseract-ocr tesseract-ocr-vie), "
    "check that “tesseract --list-langs” names “vie”; or use the Word original.",
)
_FAILED = Text("Trang này chỉ là ảnh quét, và chương trình Tesseract không nhận dạng được chữ nào.",
               "This page is a scan, and Tesseract recognised no words on it.")


class Scan(NamedTuple):
    """A page without text, and what became of it: "scanned", "ocr", "no-ocr", "ocr-failed"."""

    page: int
    reason: str
    message: Text = Text("", "")
    mend: Text = Text("", "")


def read_scans(document: Any, pages: Iterable[Page], limits: Limits) -> tuple[Scan, ...]:
    """Every page without text; the first `ocr_pages` of them get the words that are recognised."""
    scans = [page for page in pages if is_scan(page)]
    if not scans or not limits.ocr_pages:
        return tuple(Scan(page.number, "scanned") for page in scans)
    tesseract = found()
    if tesseract is None:
        return tuple(Scan(page.number, "no-ocr", _ABSENT, _INSTALL) for page in scans)
    chosen = scans[: limits.ocr_pages]
    done = [_recognise(document, page, tesseract, limits) for page in chosen]
    return (*done, *(Scan(page.number, "scanned") for page in scans[len(chosen) :]))


def is_scan(page: Page) -> bool:
    """Whether a page shows something but holds no text."""
    if page.groups or page.sideways:
        return False
    return any(box.width * box.height > _LARGE * page.width * page.height for box in page.pictures) or page.drawn > 200


def _recognise(document: Any, page: Page, tesseract: Tesseract, limits: Limits) -> Scan:
    scale = min(_DOTS / 72, (_MOST_DOTS / max(1.0, page.width * page.height)) ** 0.5)
    picture = _drawn(document, page, scale)
    words = words_of(tesseract, picture, round(72 * scale), _WALL * limits.seconds) if picture else None
    if not words or not any(word.text for word in words):
        return Scan(page.number, "ocr-failed", _FAILED, _COPY)
    page.groups += groups_of(words, page.height, scale)
    _rule(page, words, scale)
    area = page.width * page.height
    page.pictures = [box for box in page.pictures if box.width * box.height <= _LARGE * area]
    return Scan(page.number, "ocr", _READ, _COPY)


def _drawn(document: Any, page: Page, scale: float) -> bytes:
    """The page as a grey picture (PNM), b"" when it cannot be drawn."""
    width, height = max(1, round(page.width * scale)), max(1, round(page.height * scale))
    if width * height > 2 * _MOST_DOTS:
        return b""
    raw = c.FPDF_LoadPage(document, page.number - 1)
    if not raw:
        return b""
    bitmap = c.FPDFBitmap_CreateEx(width, height, c.FPDFBitmap_Gray, None, 0)
    try:
        if not bitmap:
            return b""
        c.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        c.FPDF_RenderPageBitmap(bitmap, raw, 0, 0, width, height, 0, c.FPDF_ANNOT | c.FPDF_GRAYSCALE)
        stride = c.FPDFBitmap_GetStride(bitmap)
        rows = ctypes.string_at(c.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        if bitmap:
            c.FPDFBitmap_Destroy(bitmap)
        c.FPDF_ClosePage(raw)
    if stride != width:
        rows = b"".join([rows[start : start + width] for start in range(0, stride * height, stride)])
    return b"P5\n%d %d\n255\n" % (width, height) + rows


def groups_of(words: Sequence[Word], height: float, scale: float) -> list[Group]:
    """Words of a picture as groups of letters of a page `height` points high; words of one line share its baseline.

    Printed lines, which have no text, are left out.
    """
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        if word.text:
            lines.setdefault(word.line, []).append(word)
    bases = {key: _base(line) for key, line in lines.items()}
    sizes = {key: _size(line, bases[key]) / scale for key, line in lines.items()}
    usual = median(sizes.values()) if sizes else 0.0
    found: list[Group] = []
    for key, line in lines.items():
        size = usual if abs(sizes[key] - usual) < _ALIKE * usual else sizes[key]
        found += [_group(word, height - bases[key] / scale, max(1.0, size), scale) for word in line]
    return found


def _rule(page: Page, words: Iterable[Word], scale: float) -> None:
    """Put the printed lines on the page, so that tables come out as tables."""
    for word in words:
        x, y = word.left / scale, page.height - word.top / scale
        if word.is_level:
            page.level.append(Ruling(y, x, x + word.width / scale))
        elif word.is_upright:
            page.upright.append(Ruling(x, y - word.height / scale, y))


def _group(word: Word, base: float, size: float, scale: float) -> Group:
    left, step = word.left / scale, word.width / scale / len(word.text)
    edges = tuple((left + number * step, left + (number + 1) * step) for number in range(len(word.text)))
    return Group(word.text, left, (word.left + word.width) / scale, base, round(size, 1), Font(), edges, True, True)


def _base(line: Sequence[Word]) -> float:
    """Where the letters of a line stand, in dots from above: below marks and tails are not counted."""
    standing = [word.bottom for word in line if not _reaches_down(word.text)]
    return median(standing) if standing else median(word.bottom - 0.2 * word.height for word in line)


def _reaches_down(text: str) -> bool:
    return any(letter in _LOW or letter == "\u0323" for letter in unicodedata.normalize("NFD", text))


def _size(line: Sequence[Word], base: float) -> float:
    """The size of a line's letters in dots, by those words whose height says it."""
    found = []
    for word in line:
        letters = unicodedata.normalize("NFD", word.text)
        if any(unicodedata.combining(letter) for letter in letters) or not word.text.isalnum():
            continue
        tall = any(letter in _HIGH or letter.isupper() or letter.isdigit() for letter in letters)
        found.append((base - word.top) / (_CAPITAL if tall else _SMALL))
    return max(1.0, median(found)) if found else max(word.height for word in line) / 1.1
