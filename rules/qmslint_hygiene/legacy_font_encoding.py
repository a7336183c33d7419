"""Văn bản còn đoạn gõ bằng bảng mã cũ (TCVN3/ABC, VNI, VPS, VIQR …): chỉ đọc được khi máy có đúng phông chữ cũ, mở
trên máy khác thành chữ lạ. Quyết định 72/2002/QĐ-TTg yêu cầu dùng Unicode (TCVN 6909:2001) từ 01/01/2003. Sửa: chuyển
mã các đoạn này sang Unicode rồi soát lại chữ hoa. Các quy tắc khác đọc đoạn đó sau khi đã giải mã. Im lặng khi chỉ tên
phông là phông cũ (.VnTime …) mà chữ đã là Unicode; chỗ chưa chắc thì để nguyên chữ, nói ra với độ tin cậy thấp.

Part of the text is typed in an encoding of before Unicode (TCVN3, VNI, VPS, VIQR …): without its font it turns into
strange signs. Decision 72/2002/QĐ-TTg asks for Unicode since 01/01/2003. Mend: convert these parts and check the
capitals. The other rules read such parts decoded. Silent where only the font has an old name and the text is Unicode
already; what is in doubt is left as it stands, and said with low confidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Confidence, Context, EncodingDefect, Finding, Level, QualityDocument, Text, document_rule

_NAMES = {"legacy-tcvn3": "TCVN3 (ABC)", "legacy-vni": "VNI", "legacy-vps": "VPS", "legacy-1258": "Windows-1258",
          "legacy-viqr": "VIQR"}


@document_rule(
    "legacy-font-encoding",
    title=Text("Chữ gõ bằng bảng mã cũ", "Text in an encoding of before Unicode"),
    clauses=("7.5.2",),
    basis=("72/2002/QĐ-TTg",),
    level=Level.ERROR,
    since="0.1",
)
def legacy_font_encoding(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document and encoding, with what the first words say."""
    for defect in document.encoding:
        name = _NAMES.get(defect.defect)
        if name is None:
            continue
        if not defect.sure:
            yield _doubtful(defect, name, context)
            continue
        yield context.finding(
            Text(
                f"{defect.total} chữ gõ bằng bảng mã {name}, không phải Unicode; “{defect.text}” đọc là "
                f"“{defect.shown}”.",
                f"{defect.total} word(s) are typed in {name}, not in Unicode; “{defect.text}” reads “{defect.shown}”.",
            ),
            mend=Text(
                f"Chuyển các đoạn này từ {name} sang Unicode bằng công cụ chuyển mã của bộ gõ, đổi "
                "sang phông Unicode (Times New Roman) và soát lại chữ hoa.",
                "Convert these parts to Unicode, use a Unicode font (Times New Roman) and check the capitals.",
            ),
            at=defect.at,
            evidence=defect.text,
        )


def _doubtful(defect: EncodingDefect, name: str, context: Context[Any]) -> Finding:
    return context.finding(
        Text(
            f"“{defect.text}” có thể gõ bằng bảng mã {name} (khi đó đọc là “{defect.shown}”) nhưng chưa đủ chắc, nên "
            f"vẫn được xét như đang viết; có {defect.total} chữ như vậy.",
            f"“{defect.text}” may be typed in {name} (it would read “{defect.shown}”), which is not certain: "
            f"{defect.total} word(s) were judged as they stand.",
        ),
        mend=Text(
            f"Mở tệp và nhìn đoạn này: nếu là chữ {name} thì chuyển sang Unicode, nếu không thì đổi sang phông "
            "Unicode (Times New Roman).",
            f"Look at this part: convert it to Unicode if it is {name}, else give it a Unicode font.",
        ),
        at=defect.at,
        evidence=defect.text,
        confidence=Confidence.LOW,
    )
