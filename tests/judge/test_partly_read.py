"""A document of which parts were not read is not accused of lacking what may stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qmslint.api import (
    WHOLE,
    Context,
    Finding,
    Inspection,
    Location,
    NoOptions,
    Problem,
    QualityDocument,
    Related,
    SourceFile,
    Text,
    Workspace,
    World,
    document_rule,
    workspace_rule,
)
from qmslint.judge.apply import judge


@document_rule("toy-missing", title=Text("Thiếu", "Missing"))
def toy_missing(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Says that something is missing, and that something is wrong in a place."""
    yield context.finding(Text("thiếu", "missing"), mend=Text("bổ sung", "add it"), at=WHOLE)
    yield context.finding(Text("sai", "wrong"), mend=Text("sửa", "mend it"), at=Location(3, page=1))


@document_rule("toy-wrong", title=Text("Sai", "Wrong"))
def toy_wrong(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Says that something is wrong in a place."""
    yield context.finding(Text("sai", "wrong"), mend=Text("sửa", "mend it"), at=Location(3, page=1))


@workspace_rule("toy-apart", title=Text("Khác nhau", "Apart"))
def toy_apart(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Says that two documents contradict each other, and something about another one."""
    for path, other in (("b.docx", "a.pdf"), ("c.docx", "b.docx")):
        document, at = QualityDocument(path, "docx"), Location(1)
        yield context.finding(
            Text("khác", "apart"), mend=Text("sửa", "mend it"), document=document, at=at, related=[Related(other, at)])


def places(problems: tuple[Problem, ...]) -> tuple[list[int], int]:
    inspection = Inspection(SourceFile("a.pdf", "pdf"), QualityDocument("a.pdf", "pdf"), problems)
    found = judge(Workspace([inspection]), [toy_missing], World(date(2026, 11, 24)))
    return sorted(finding.at.page for finding in found.findings), len(found.not_judged)


def test_what_is_missing_is_said_of_a_document_that_was_read_whole() -> None:
    assert places(()) == ([0, 1], 0)


def test_what_is_missing_may_stand_on_a_scanned_page() -> None:
    scan = Problem("scanned-without-text", "scanned", Text("ảnh quét", "a scan"), Text("", ""), Location(9, page=2))
    assert places((scan,)) == ([1], 1)


def test_what_rests_on_recognised_words_is_of_low_confidence() -> None:
    read = Problem("scanned-without-text", "ocr", Text("ảnh quét", "a scan"), Text("", ""), Location(9, page=2))
    inspections = [
        Inspection(SourceFile("a.pdf", "pdf"), QualityDocument("a.pdf", "pdf"), (read,)),
        Inspection(SourceFile("b.docx", "docx"), QualityDocument("b.docx", "docx")),
    ]
    rules = [toy_missing, toy_wrong, toy_apart]
    found = judge(Workspace(inspections), rules, World(date(2026, 11, 24)))
    assert sorted((f.path, f.rule, str(f.confidence)) for f in found.findings) == [
        ("a.pdf", "toy-wrong", "low"),
        ("b.docx", "toy-apart", "low"), ("b.docx", "toy-missing", "high"), ("b.docx", "toy-missing", "high"),
        ("b.docx", "toy-wrong", "high"), ("c.docx", "toy-apart", "high"),
    ]
    assert [(one.rule, one.path) for one in found.not_judged] == [("toy-missing", "a.pdf")]
