"""Thư mục làm việc còn bản cũ của tài liệu (cùng mã hiệu, lần ban hành thấp hơn): có thể dùng nhầm bản hết hiệu lực
(khoản 7.5.3.2). Cách sửa: chuyển bản cũ vào thư mục lưu, đánh dấu “hết hiệu lực”, hoặc xóa. Im lặng với bản nằm trong
thư mục “lưu”, “cũ”, “hết hiệu lực”; với bản dự thảo; khi hai tài liệu khác tên (code-duplicated báo). Bản cũ trong thư
mục “bản cũ”, “hết hiệu lực” thì không quy tắc nào xét; tổng kết đếm chúng vào số tệp bỏ qua.

An older edition of a document is still in the working folder (same code, lower edition), so that the wrong one may be
used (7.5.3.2). Move it to an archive folder, mark it, or delete it. Silent on archive folders, drafts, and documents of
different titles (code-duplicated speaks of those). What lies in a folder of old copies no rule judges; the
summary counts it among the files ignored.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    Workspace,
    workspace_rule,
)
from qmslint_hygiene import _titles
from qmslint_hygiene._blocks import plain_code
from qmslint_hygiene._editions import edition_number
from qmslint_hygiene._lists import current


@workspace_rule(
    "superseded-copy-present",
    title=Text("Còn bản cũ trong thư mục làm việc", "An older edition in the working folder"),
    clauses=("7.5.3.2",),
    level=Level.WARNING,
    since="0.1",
)
def superseded_copy_present(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Every copy that a later one of the same code and title replaces."""
    codes: dict[str, list[QualityDocument]] = {}
    for document in current(workspace):
        if document.identity.code:
            codes.setdefault(plain_code(document.identity.code), []).append(document)
    for documents in codes.values():
        for document in documents:
            later = [other for other in documents if _replaces(other, document)]
            if later:
                yield _finding(document, max(later, key=_age), context)


def _age(document: QualityDocument) -> tuple[int, int]:
    issued = document.identity.issued
    return edition_number(document.identity.edition) or 0, issued.toordinal() if issued else 0


def _replaces(new: QualityDocument, old: QualityDocument) -> bool:
    if _titles.apart(old.identity.title, new.identity.title):
        return False
    mine, theirs = edition_number(old.identity.edition), edition_number(new.identity.edition)
    if mine is not None and theirs is not None and mine != theirs:
        return mine < theirs
    issued, later = old.identity.issued, new.identity.issued
    return issued is not None and later is not None and issued < later


def _finding(old: QualityDocument, new: QualityDocument, context: Context[NoOptions]) -> Finding:
    sure = edition_number(old.identity.edition) != edition_number(new.identity.edition)
    return context.finding(
        Text(
            f"Đây là bản cũ của {old.identity.code} ({_which(old).vi}); thư mục đã có bản mới hơn ({_which(new).vi}): "
            f"{new.path}.",
            f"This is an old copy of {old.identity.code} ({_which(old).en}); a newer one ({_which(new).en}) is in the "
            f"folder: {new.path}.",
        ),
        mend=Text(
            "Chuyển bản cũ vào thư mục lưu và đánh dấu “Hết hiệu lực”, hoặc xóa khỏi thư mục làm việc.",
            "Move the old copy to an archive folder and mark it as withdrawn, or delete it.",
        ),
        at=old.identity.at,
        evidence=old.identity.code,
        document=old,
        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        related=[Related(new.path, new.identity.at)],
    )


def _which(document: QualityDocument) -> Text:
    vi, en = [], []
    if document.identity.edition:
        vi.append(f"lần ban hành {document.identity.edition}")
        en.append(f"edition {document.identity.edition}")
    if document.identity.issued:
        vi.append(f"ngày {document.identity.issued:%d/%m/%Y}")
        en.append(f"of {document.identity.issued:%d/%m/%Y}")
    return Text(", ".join(vi), ", ".join(en))
