"""Danh mục hồ sơ lưu ghi hồ sơ của thủ tục khác: quy trình đăng ký kết hôn mà lưu “Sổ đăng ký khai sinh”, “Kết quả:
Giấy khai sinh”. Đây là lỗi chép từ quy trình anh em, gặp nhiều nhất trong hồ sơ thật; lưu theo bảng này thì hồ sơ của
chính thủ tục không ai lưu. Sửa: thay bằng sổ, kết quả của thủ tục này. Xét theo đối tượng của quy trình (tên, kết quả,
tờ khai) và theo tên các quy trình khác trong bộ. Mỗi văn bản báo một lần cho mỗi thủ tục bị chép. Im lặng với sổ dùng
chung (theo dõi hồ sơ, giấy hẹn, phiếu kiểm soát), với thủ tục liên thông hoặc kết hợp, và với giấy tờ người dân
nộp kèm.

The list of records names those of another procedure: a marriage procedure that keeps “Sổ đăng ký khai sinh” (register
of births). It was copied from a sister document, the most frequent defect of real sets. Mend: name this procedure's own
register and result. Judged by the subject of the procedure and by the titles of the others in the set. One finding for
each procedure copied from. Silent on registers that all share, combined procedures, and papers that citizens hand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    QualityDocument,
    RecordEntry,
    Related,
    Text,
    Workspace,
    fold,
    workspace_rule,
)
from qmslint_hygiene._sisters import Sisters, sisters_of
from qmslint_hygiene._subjects import (
    Subject,
    foreign_to,
    has,
    of_title,
    procedures,
    strong_papers,
    subjects,
    weak_papers,
    words,
)
from qmslint_hygiene._wording import quoted


@workspace_rule(
    "records-foreign",
    title=Text("Hồ sơ lưu của thủ tục khác", "Records of another procedure"),
    clauses=("7.5.3", "8.5.1"),
    level=Level.WARNING,
    since="0.1",
)
def records_foreign(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document and procedure copied from."""
    known = procedures(workspace)
    sisters = sisters_of(workspace)
    for document in known:
        if not document.records:
            continue
        rest = list(document.records)
        for subject, rows in _of_other_subjects(document, workspace):
            rest = [row for row in rest if row not in rows]
            yield _finding(document, rows, subject.name, _source(document, subject, known), context)
        yield from _of_sisters(document, rest, sisters, context)


def _of_other_subjects(
    document: QualityDocument, workspace: Workspace
) -> Iterator[tuple[Subject, list[RecordEntry]]]:
    """The rows that belong to a subject which is not the document's; weak ones only beside a strong one."""
    names = [(row, fold(row.name)) for row in document.records]
    named = {key for _, name in names for key in (*strong_papers(name), *weak_papers(name))}
    foreign = foreign_to(document, named, workspace)
    for subject in subjects() if foreign else ():
        if subject.key not in foreign:
            continue
        strong: list[RecordEntry] = []
        weak: list[RecordEntry] = []
        for row, name in names:
            if subject.key in strong_papers(name):
                strong.append(row)
            elif subject.key in weak_papers(name):
                (strong if name.startswith("kết quả") else weak).append(row)
        if strong:
            yield subject, [row for row in document.records if row in strong or row in weak]


def _source(
    document: QualityDocument, subject: Subject, known: tuple[QualityDocument, ...]
) -> tuple[QualityDocument, RecordEntry] | None:
    """The procedure of the set from which the rows may come, with its row."""
    for other in known:
        if other is not document and subject.key in of_title(other.identity.title):
            for row in other.records:
                if subject.key in strong_papers(fold(row.name)):
                    return other, row
    return None


def _of_sisters(
    document: QualityDocument, rows: list[RecordEntry], sisters: Sisters, context: Context[Any]
) -> Iterator[Finding]:
    """Rows that carry the title of another procedure of the set."""
    said = ""
    found: dict[str, tuple[QualityDocument, list[RecordEntry]]] = {}
    for row in rows:
        name = fold(row.name)
        start = next((word for word in words("own-papers") if name.startswith(word + " ")), "")
        paper = name[len(start) :].strip(" :") if start else ""
        if not paper:
            continue
        sister = sisters.of(paper, document)
        if sister is None:
            continue
        said = said or _said_elsewhere(document)
        if not has(said, paper):
            found.setdefault(sister.path, (sister, []))[1].append(row)
    for sister, copied in found.values():
        name = f"“{sister.identity.title}”"
        yield _finding(document, copied, Text(name, name), (sister, copied[0]), context, Confidence.MEDIUM)


def _said_elsewhere(document: QualityDocument) -> str:
    """The words of all sections but that of the records, folded."""
    own = (section for section in document.sections if section.key != "records")
    return " ".join(fold(f"{section.title} {section.text}") for section in own)


def _finding(
    document: QualityDocument,
    rows: list[RecordEntry],
    name: Text,
    source: tuple[QualityDocument, RecordEntry] | None,
    context: Context[Any],
    confidence: Confidence = Confidence.HIGH,
) -> Finding:
    named = quoted([row.name for row in rows], 6)
    title = document.identity.title
    if confidence is Confidence.HIGH and not of_title(title):
        confidence = Confidence.MEDIUM
    from_where = Text("", "")
    related: tuple[Related, ...] = ()
    if source is not None:
        code = source[0].identity.code or source[0].path
        from_where = Text(f" (giống quy trình {code})", f" (like procedure {code})")
        at = source[1].at if source[1] in source[0].records else source[0].identity.at
        related = (Related(source[0].path, at, Text(source[0].identity.title, source[0].identity.title)),)
    return context.finding(
        Text(
            f"Danh mục hồ sơ lưu ghi {named.vi}: đây là hồ sơ của thủ tục {name.vi}, không phải của “{title}”"
            f"{from_where.vi}.",
            f"The list of records names {named.en}: records of {name.en}, not of “{title}”{from_where.en}.",
        ),
        mend=Text(
            "Thay bằng sổ và kết quả của chính thủ tục này; soát lại cả bảng vì có thể chép từ quy trình khác.",
            "Name the register and the result of this procedure; check the whole table, it seems copied.",
        ),
        document=document,
        at=rows[0].at,
        evidence="; ".join(row.name for row in rows),
        confidence=confidence,
        related=related,
    )
