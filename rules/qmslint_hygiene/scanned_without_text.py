"""Tệp hoặc trang chỉ là ảnh quét, không có chữ để đọc: phần đó chưa được xét (khoản 7.5.3.1). Cách sửa: dùng tệp Word
gốc, hoặc nhận dạng chữ (OCR) rồi lưu lại. Nhiều trang quét của một tệp được báo chung một lần. Im lặng khi trong tệp
có chữ bên cạnh ảnh (chữ ký, dấu, lưu đồ).

The file or some of its pages are scans without text, so they were not judged (7.5.3.1). Use the Word original, or run
text recognition. All scanned pages of one file make one finding. Silent where text stands beside the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    Location,
    NoOptions,
    Paragraph,
    QualityDocument,
    Reading,
    Related,
    Text,
    Workspace,
    workspace_rule,
)

NAME = "scanned-without-text"
FACT = "hygiene:pictures-only"


def pictures_only(reading: Reading) -> tuple[Extra, ...]:
    """One entry when a document holds pictures and not a single word."""
    if reading.lines or reading.document.record is not None:
        return ()
    pictures = sum(b.pictures if isinstance(b, Paragraph) else sum(c.pictures for c in b.own_cells())
                   for b in reading.document.blocks)
    return (Extra(FACT, (("pictures", str(pictures)),)),) if pictures else ()


PICTURES_ONLY = Extractor(FACT, pictures_only)


@workspace_rule(
    NAME,
    title=Text("Bản quét không có chữ", "A scan without text"),
    clauses=("7.5.3.1",),
    level=Level.WARNING,
    since="0.1",
)
def scanned_without_text(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding a file, naming the first place; the others are related."""
    for inspection in workspace.inspections:
        path = inspection.source.path
        document = inspection.document or QualityDocument(path=path)
        pictures = document.extras(FACT)
        problems = [problem for problem in inspection.problems if problem.rule == NAME]
        if problems:
            first, more = problems[0], len(problems) - 1
            count = Text(f" (và {more} chỗ khác)", f" (and {more} more)") if more else Text("", "")
            message = Text(
                first.message.vi.rstrip(".") + count.vi + "; phần này chưa được xét.",
                first.message.en.rstrip(".") + count.en + "; it was not judged.",
            )
            yield _finding(document, message, first.at, context, [Related(path, p.at) for p in problems[1:]])
        elif pictures:
            number = pictures[0].get("pictures")
            message = Text(
                f"Tệp chỉ có {number} ảnh, không có chữ nào để đọc; chưa được xét.",
                f"The file holds {number} pictures and not a word to read; it was not judged.",
            )
            yield _finding(document, message, pictures[0].at, context, [])


def _finding(
    document: QualityDocument, message: Text, at: Location, context: Context[NoOptions], others: list[Related]
) -> Finding:
    return context.finding(
        message,
        mend=Text(
            "Dùng tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi lưu lại.",
            "Use the Word original, or run text recognition (OCR) and save.",
        ),
        at=at,
        document=document,
        related=others,
    )
