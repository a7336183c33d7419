"""Tệp hoặc trang chỉ là ảnh quét, không có chữ để đọc: phần đó chưa được xét (khoản 7.5.3.1). Cách sửa: dùng tệp Word
gốc, hoặc nhận dạng chữ (OCR) rồi lưu lại. Nhiều trang quét của một tệp được báo chung một lần. Im lặng khi trong tệp
có chữ bên cạnh ảnh (chữ ký, dấu, lưu đồ). Trang quét đã được nhận dạng chữ (`ocr_pages`) chỉ được ghi chú: chữ có thể
sai, nên mọi phát hiện về tệp đó có độ tin cậy thấp.

The file or some of its pages are scans without text, so they were not judged (7.5.3.1). Use the Word original, or run
text recognition. All scanned pages of one file make one finding. Silent where text stands beside the pictures. Pages
whose words were recognised (`ocr_pages`) are only noted: all findings on that file are of low confidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qmslint.api import (
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    Location,
    NoOptions,
    Paragraph,
    Problem,
    QualityDocument,
    Reading,
    Related,
    Text,
    Workspace,
    workspace_rule,
)

NAME = "scanned-without-text"
FACT = "hygiene:pictures-only"
READ = "ocr"  # the reason of a page whose words were recognised
MEND = Text(
    "Dùng tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi lưu lại.",
    "Use the Word original, or run text recognition (OCR) and save.",
)


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
        for reason in dict.fromkeys(problem.reason for problem in problems):
            yield _told([problem for problem in problems if problem.reason == reason], document, context)
        if pictures and not problems:
            number = pictures[0].get("pictures")
            message = Text(
                f"Tệp chỉ có {number} ảnh, không có chữ nào để đọc; chưa được xét.",
                f"The file holds {number} pictures and not a word to read; it was not judged.",
            )
            yield _finding(document, message, pictures[0].at, context, [])


def _told(problems: Sequence[Problem], document: QualityDocument, context: Context[NoOptions]) -> Finding:
    """One finding for all pages of which the same is to be said."""
    first, more = problems[0], len(problems) - 1
    read = first.reason == READ
    count = Text(f" (và {more} chỗ khác)", f" (and {more} more)") if more else Text("", "")
    end = Text(".", ".") if read else Text("; phần này chưa được xét.", "; it was not judged.")
    message = Text(
        first.message.vi.rstrip(".") + count.vi + end.vi,
        first.message.en.rstrip(".") + count.en + end.en,
    )
    others = [Related(document.path, problem.at) for problem in problems[1:]]
    found = _finding(document, message, first.at, context, others, first.mend)
    return found._replace(level=Level.INFO) if read else found


def _finding(
    document: QualityDocument, message: Text, at: Location, context: Context[NoOptions], others: list[Related],
    mend: Text = MEND,
) -> Finding:
    return context.finding(
        message,
        mend=mend,
        at=at,
        document=document,
        related=others,
    )
