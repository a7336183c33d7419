"""Quy trình thiếu một trong các mục mà mẫu quy trình của cơ quan quy định. Mẫu thường dùng có bảy mục: mục đích, phạm
vi, tài liệu viện dẫn, định nghĩa/viết tắt, nội dung, biểu mẫu, hồ sơ lưu. Cơ quan dùng mẫu khác thì khai báo trong
qmslint.yaml (khóa sections). Sửa: bổ sung mục thiếu; nếu không có nội dung thì ghi “Không có”. Im lặng khi đề mục gộp
hai mục làm một (“Mục đích và phạm vi áp dụng”); không xét khi văn bản không có đề mục nào nhận ra được.

The procedure lacks a section that the agency's template asks for; by default the usual seven, else those named in the
settings (`sections`). Mend: add it; write “Không có” where there is nothing to say. Silent where one heading names two
sections; not judged where no heading was recognised. One finding a document names them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule, fold, kinds
from qmslint_hygiene._data import load
from qmslint_hygiene._wording import quoted

USUAL = ("purpose", "scope", "references", "definitions", "content", "forms", "records")


@document_rule(
    "section-missing",
    title=Text("Thiếu mục của mẫu quy trình", "Section of the template is missing"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def section_missing(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    wanted = context.settings.sections or USUAL
    present = {section.key for section in document.sections if section.key}
    if len(present & set(wanted)) < min(2, len(wanted)):
        context.cannot_judge(
            Text(
                "không nhận ra các đề mục của văn bản nên không biết thiếu mục nào",
                "the headings were not recognised, so it is not known which are missing",
            )
        )
        return
    titles = [fold(section.title) for section in document.sections]
    missing = [key for key in wanted if key not in present and not _named_together(key, titles)]
    if missing:
        names = load("sections")
        vi = quoted([names[key]["vi"] if key in names else key for key in missing]).vi
        en = quoted([names[key]["en"] if key in names else key for key in missing]).en
        yield context.finding(
            Text(f"Quy trình không có mục {vi}.", f"The procedure has no section {en}."),
            mend=Text(
                "Bổ sung mục còn thiếu theo mẫu; không có nội dung thì vẫn giữ đề mục và ghi “Không có”. Cơ quan dùng "
                "mẫu khác thì khai báo các mục trong qmslint.yaml.",
                "Add the section as in the template; where there is nothing to say keep the heading and write “Không "
                "có”. An agency with another template names its sections in qmslint.yaml.",
            ),
            evidence=vi,
        )


def _named_together(key: str, titles: list[str]) -> bool:
    words = load("sections").get(key, {}).get("words", ())
    return any(fold(word) in title for word in words for title in titles)
