"""Trong bài có đoạn nói về thủ tục khác: bước “Ghi vào Sổ đăng ký khai sinh” hay câu “Người yêu cầu đăng ký khai sinh
…” nằm trong quy trình đăng ký kết hôn. Đoạn này sót lại khi chép từ quy trình anh em; ai làm theo sẽ ghi nhầm sổ,
nhầm tờ khai. Sửa: viết lại theo thủ tục này hoặc bỏ đoạn. Mỗi văn bản báo một lần cho mỗi thủ tục lạ, kèm các chỗ khác.
Im lặng với tên văn bản pháp luật, mức phí chung, mục hồ sơ lưu (có quy tắc riêng), biểu mẫu in kèm, thủ tục kết hợp.

A passage speaks of another procedure: the step “Ghi vào Sổ đăng ký khai sinh” (register of births) in a marriage
procedure. It was left over when the document was copied from a sister; who follows it uses the wrong register or form.
Mend: write it for this procedure or take it out. One finding for each foreign subject, with its other places. Silent on
titles of laws, common fees, the list of records (a rule of its own), printed forms, and combined procedures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    QualityDocument,
    Reading,
    Text,
    Workspace,
    fold,
    kinds,
    shorten,
    workspace_rule,
)
from qmslint_hygiene._places import under
from qmslint_hygiene._sisters import Phrases, Sisters, sisters_of, telling
from qmslint_hygiene._subjects import (
    foreign_to,
    has,
    of_title,
    procedures,
    strong_papers,
    subjects,
)
from qmslint_hygiene._wording import named_elsewhere

FACT = "hygiene:named-papers"
# A register, an application, an applicant: what follows is the procedure to which it belongs.
_PAPER = re.compile(
    r"(?:sổ(?<!\wsổ) (?:đăng ký|cấp|chứng thực)|tờ khai(?<!\wtờ khai)|đơn(?<!\wđơn) (?:đề nghị|xin)"
    r"|yêu cầu(?<!\wyêu cầu) đăng ký) [^;:.()/\n]{4,70}"
)
_LEGAL = re.compile(r"(?:nghị định|thông tư|quyết định|nghị quyết|luật) (?:số )?\d|\d/(?:\d{4}/)?(?:nđ|tt|qđ|nq)")
_SKIPPED = ("records", "references", "definitions", "forms", "revisions", "approval")
_MOST = 150


def named_papers(reading: Reading) -> tuple[Extra, ...]:
    """Each register, application and applicant that the body names, once a line, outside of titles of laws."""
    behind = reading.facts.get("attachments_from")
    spans = _skipped(reading)
    found: list[Extra] = []
    for line in reading.lines_with(("sổ ", "tờ khai ", "đơn ", "yêu cầu ")):
        if behind is not None and line.at.order >= behind.order:
            break
        folded = line.folded
        if any(start <= line.at.order < end for start, end in spans):
            continue
        for match in _PAPER.finditer(folded):
            if len(found) < _MOST and not _LEGAL.search(folded[max(0, match.start() - 160) : match.start()]):
                words = shorten(line.text.lstrip(" -+*•–"), 160)
                found.append(Extra(FACT, (("paper", match[0].strip()), ("words", words)), under(reading, line.at)))
    return tuple(found)


def _skipped(reading: Reading) -> list[tuple[int, int]]:
    """From where to where the sections go in which papers of others have their place."""
    sections = reading.facts.get("sections", ())
    spans = []
    for index, section in enumerate(sections):
        if section.key in _SKIPPED:
            after = next((s.at.order for s in sections[index + 1 :] if s.level <= section.level), 1 << 30)
            spans.append((section.at.order, after))
    return spans


PAPERS = Extractor(FACT, named_papers, needs=("sections", "attachments_from", "kind"), kinds=(kinds.TTHC_PROCEDURE,))


@workspace_rule(
    "passage-foreign",
    title=Text("Đoạn văn của thủ tục khác", "Passage of another procedure"),
    clauses=("7.5.2", "8.5.1"),
    level=Level.WARNING,
    since="0.1",
)
def passage_foreign(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document and foreign subject."""
    known = procedures(workspace)
    sisters = sisters_of(workspace)
    kept = {fold(record.name): document for document in reversed(known) for record in document.records}
    registers = Phrases((name, document) for name, document in kept.items() if name.startswith("sổ "))
    for document in known:
        papers = document.extras(FACT)
        if not papers:
            continue
        if of_title(document.identity.title):
            yield from _of_other_subjects(document, papers, workspace, context)
        yield from _of_sisters(document, papers, registers, sisters, context)


def _of_other_subjects(
    document: QualityDocument, papers: tuple[Extra, ...], workspace: Workspace, context: Context[Any]
) -> Iterator[Finding]:
    """Papers of subjects that are not the document's."""
    named = [(paper, strong_papers(paper.get("paper"))) for paper in papers]
    foreign = foreign_to(document, {key for _, of_subject in named for key in of_subject}, workspace)
    for subject in subjects() if foreign else ():
        if subject.key in foreign:
            found = [(paper, of_subject[subject.key]) for paper, of_subject in named if subject.key in of_subject]
            yield _finding(document, [paper for paper, _ in found], found[0][1], subject.name, context)


def _of_sisters(
    document: QualityDocument,
    papers: tuple[Extra, ...],
    registers: Phrases[QualityDocument],
    sisters: Sisters,
    context: Context[Any],
) -> Iterator[Finding]:
    """Registers that another procedure of the set keeps and is named after, and this one does not keep."""
    own = telling(fold(document.identity.title))
    kept = [fold(record.name) for record in document.records]
    found: dict[str, tuple[QualityDocument, str, list[Extra]]] = {}
    for paper in papers:
        register = paper.get("paper")
        if not register.startswith("sổ ") or strong_papers(register):
            continue
        if len(telling(register) & own) > 1 or any(has(register, name) for name in kept):
            continue
        for name, sister in registers.inside(register):
            if sister is not document and sisters.of(name.removeprefix("sổ "), document) is sister:
                found.setdefault(sister.path, (sister, name, []))[2].append(paper)
                break
    for sister, kept_there, passages in found.values():
        title = Text(f"“{sister.identity.title}”", f"“{sister.identity.title}”")
        yield _finding(document, passages, kept_there, title, context, Confidence.MEDIUM)


def _finding(
    document: QualityDocument,
    papers: list[Extra],
    paper: str,
    name: Text,
    context: Context[Any],
    confidence: Confidence = Confidence.HIGH,
) -> Finding:
    lines = {extra.at.order: extra for extra in reversed(papers)}  # a line that names two papers is one place
    first, *others = (lines[order] for order in sorted(lines))
    title, words = document.identity.title, first.get("words")
    more = Text("", "")
    if others:
        more = Text(f" (và {len(others)} chỗ khác)", f" (and {len(others)} more)")
    return context.finding(
        Text(
            f"Câu “{words}” nói về thủ tục {name.vi} ({paper}), không phải “{title}”{more.vi}; có thể sót lại khi chép "
            "từ quy trình khác.",
            f"“{words}” is about {name.en} ({paper}), not about “{title}”{more.en}; it may be left over from another "
            "procedure.",
        ),
        mend=Text(
            "Viết lại câu này cho đúng thủ tục (tên sổ, tờ khai, người yêu cầu), hoặc bỏ nếu không liên quan.",
            "Write it for this procedure (register, application, applicant), or take it out.",
        ),
        document=document,
        at=first.at,
        evidence=words,
        confidence=confidence,
        related=named_elsewhere(document.path, [(extra.at, extra.get("words")) for extra in others]),
    )
