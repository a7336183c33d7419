"""Trong chữ có ký tự vô hình (dấu hướng chữ U+200E, khoảng trắng rỗng U+200B, gạch nối mềm U+00AD …), thường do chép
từ trang web hoặc tệp PDF. Người đọc không thấy, nhưng tìm “quản lý” không ra, đối chiếu với danh mục bị lệch. Sửa: xóa
cả chữ rồi gõ lại, hoặc tìm và thay bằng rỗng. Mỗi văn bản báo một lần, kèm số chữ, chữ đầu tiên và ký tự ấy nằm giữa
hai chữ cái nào. Im lặng với khoảng trắng không ngắt dòng, vốn dùng đúng chỗ.

Words hold characters that nobody sees (U+200E, U+200B, U+00AD …), mostly copied from web pages or PDF files. Searching
and comparing fail on them. Mend: type the word anew, or replace them by nothing. Reported once a document with their
number, the first word, and between which of its letters the sign stands. Silent on no-break spaces, which have their
use.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from qmslint.api import INVISIBLE, Context, Finding, Fix, Level, QualityDocument, Text, document_rule
from qmslint_hygiene._wording import code_points

_NAMES = {
    "\u00ad": Text("dấu gạch nối mềm", "a soft hyphen"),
    "\u200b": Text("khoảng trắng rỗng", "a space of no width"),
    "\u200c": Text("dấu ngăn nối chữ", "a zero-width non-joiner"),
    "\u200d": Text("dấu nối chữ", "a zero-width joiner"),
    "\u200e": Text("dấu hướng chữ từ trái sang phải", "a left-to-right mark"),
    "\u200f": Text("dấu hướng chữ từ phải sang trái", "a right-to-left mark"),
    "\u2060": Text("dấu cấm ngắt dòng", "a word joiner"),
    "\ufeff": Text("dấu đầu tệp", "a byte order mark"),
    "\ufffc": Text("chỗ giữ cho hình", "a place kept for a picture"),
}
_OTHER = Text("ký tự điều khiển", "a control character")  # U+202A … of direction, U+2061 … of formulas


@document_rule(
    "invisible-character",
    title=Text("Ký tự vô hình trong chữ", "Invisible characters in the text"),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def invisible_character(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document: how many words, and the first."""
    for defect in document.encoding:
        if defect.defect != "invisible":
            continue
        signs = "".join(dict.fromkeys(character for character in defect.text if character in INVISIBLE))
        where, more = _where(defect.text, signs[:1]), _more(signs[1:])
        code = f" ({code_points(signs[0])})" if signs else ""
        first = (Text(f"Chữ đầu tiên là “{defect.shown}”", f"The first is “{defect.shown}”") if defect.shown
                 else Text("Chỗ đầu tiên", "The first place"))
        yield context.finding(
            Text(
                f"{defect.total} chữ có ký tự vô hình. {first.vi}: {where.vi}"
                f"{code}{more.vi}. Người đọc không thấy nhưng tìm kiếm và đối chiếu "
                "chữ này sẽ không ra.",
                f"{defect.total} word(s) hold invisible characters. {first.en}: {where.en}"
                f"{code}{more.en}. Nobody sees them, but searching and comparing these words fail.",
            ),
            mend=_mend(signs),
            at=defect.at,
            evidence=defect.text,
            fix=Fix(defect.text, defect.shown),
        )


def _where(word: str, sign: str) -> Text:
    """Between which letters of `word` the sign first stands, and what it is called."""
    if not sign:  # it stands behind the forty characters that are kept of a long word
        return Text("ở phần sau có ký tự điều khiển", "a control character stands further behind")
    name = _NAMES.get(sign, _OTHER)
    before, after = (unicodedata.normalize("NFC", _seen(part)) for part in word.split(sign, 1))
    if not before and not after:
        return Text(f"chỉ có {name.vi} đứng một mình", f"nothing but {name.en}")
    if not before:
        return Text(f"trước “{after[0]}” có {name.vi}", f"{name.en} stands before “{after[0]}”")
    if not after:
        return Text(f"sau “{before[-1]}” có {name.vi}", f"{name.en} stands behind “{before[-1]}”")
    if unicodedata.combining(after[0]):
        return Text(f"giữa “{before[-1]}” và dấu của nó có {name.vi}",
                    f"{name.en} stands between “{before[-1]}” and its mark")
    return Text(f"giữa “{before[-1]}” và “{after[0]}” có {name.vi}",
                f"{name.en} stands between “{before[-1]}” and “{after[0]}”")


def _more(signs: str) -> Text:
    """The other signs of the word."""
    if not signs:
        return Text("", "")
    names = [(_NAMES.get(sign, _OTHER), code_points(sign)) for sign in signs]
    return Text(f", rồi {', '.join(f'{name.vi} ({code})' for name, code in names)}",
                f", then {', '.join(f'{name.en} ({code})' for name, code in names)}")


def _seen(text: str) -> str:
    return "".join(character for character in text if character not in INVISIBLE)


def _mend(signs: str) -> Text:
    """How to be rid of them; Word finds a character by its number."""
    if not signs:
        return Text("Xóa cả chữ rồi gõ lại.", "Delete the word and type it anew.")
    sought = [f"^u{ord(sign)}" for sign in signs]
    return Text(
        f"Xóa cả chữ rồi gõ lại. Muốn xóa hết một lần trong Word: Tìm và thay thế (Ctrl+H), ô Tìm ghi "
        f"{', rồi '.join(sought)}, ô Thay bằng để trống.",
        f"Delete the word and type it anew. To delete all at once in Word: Find and replace (Ctrl+H), find "
        f"{', then '.join(sought)}, replace by nothing.",
    )
