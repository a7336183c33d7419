"""Bảng tính có trang, dòng hoặc cột bị ẩn mà vẫn chứa dữ liệu, hoặc công thức chưa lưu kết quả: người đọc không thấy,
nên công cụ cũng không xét phần đó (khoản 7.5.3.1: thông tin phải sẵn có và phù hợp để dùng). Cách sửa: cho hiện lại,
hoặc xóa phần không dùng; với công thức, mở bằng Excel rồi lưu lại. Im lặng với trang ẩn trống và với dòng do bộ lọc ẩn
đi (những dòng này vẫn được đọc).

A workbook hides sheets, rows or columns that hold something, or keeps formulas without their values: a reader does not
see them, so they were not judged (7.5.3.1). Show or delete them; for formulas, save with Excel. Silent on empty hidden
sheets and on rows that a filter hides, which are read.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Reading,
    Text,
    document_rule,
    shorten,
)

FACT = "hygiene:hidden-content"
_WORDS = {
    "hidden-sheet": Text("trang tính ẩn “{}”", "the hidden sheet “{}”"),
    "hidden-rows": Text("dòng ẩn trên trang tính “{}”", "hidden rows on the sheet “{}”"),
    "hidden-columns": Text("cột ẩn trên trang tính “{}”", "hidden columns on the sheet “{}”"),
    "formula-without-value": Text(
        "công thức chưa lưu kết quả trên trang tính “{}”", "formulas without stored values on the sheet “{}”"
    ),
}


def hidden(reading: Reading) -> tuple[Extra, ...]:
    """One entry for each thing that the reader saw and did not read."""
    parted = (remark.partition(": ") for remark in reading.document.remarks)
    return tuple(Extra(FACT, (("what", what), ("sheet", sheet))) for what, _, sheet in parted if what in _WORDS)


HIDDEN = Extractor(FACT, hidden)


@document_rule(
    "hidden-content",
    title=Text("Phần bị ẩn của bảng tính", "Hidden parts of a workbook"),
    clauses=("7.5.3.1",),
    level=Level.INFO,
    since="0.1",
)
def hidden_content(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding a workbook, naming every hidden part."""
    found = document.extras(FACT)
    if not found:
        return
    named = [(_WORDS[extra.get("what")], shorten(extra.get("sheet"), 60)) for extra in found]
    vi = "; ".join(words.vi.format(sheet) for words, sheet in named[:6])
    en = "; ".join(words.en.format(sheet) for words, sheet in named[:6])
    more = Text(f"; và {len(named) - 6} chỗ khác", f"; and {len(named) - 6} more") if len(named) > 6 else Text("", "")
    yield context.finding(
        Text(f"Chưa xét, vì người mở tệp không nhìn thấy: {vi}{more.vi}.",
             f"Not judged, as whoever opens the file does not see it: {en}{more.en}."),
        mend=Text(
            "Cho hiện lại phần còn dùng, xóa phần không dùng; công thức thì mở bằng Excel và lưu lại.",
            "Show what is in use, delete what is not; for formulas, open with Excel and save.",
        ),
        document=document,
    )
