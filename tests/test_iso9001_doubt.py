"""Rules on the organization say once that they cannot judge where the paper is missing or was not understood."""

from __future__ import annotations

from datetime import date

import pytest

from qmslint.api import (
    WHOLE,
    Audit,
    AuditFinding,
    Citation,
    ContextIssue,
    CorrectiveAction,
    Identity,
    ListedLaw,
    ManagementReview,
    Objective,
    Objectives,
    Person,
    Phrase,
    QualityDocument,
    ReviewInput,
    Settings,
    SteeringCommittee,
    Survey,
    Training,
    Workspace,
    WrittenDate,
    kinds,
)
from qmslint.judge.apply import judge
from qmslint.model.document import SourceFile
from qmslint.model.inspection import Inspection
from qmslint.model.settings import Agency
from qmslint.plugins.manager import Plugins
from qmslint.plugins.rule import World
from qmslint_currency._dated import judged_from

RULES = Plugins().rules
AS_OF = date(2026, 11, 24)


def said(rule: str, *documents: QualityDocument, settings: Settings | None = None) -> tuple[int, int]:
    """How many findings, and how often the rule says that it cannot judge."""
    named = [document._replace(path=f"{number}.docx") for number, document in enumerate(documents)]
    settings = settings or Settings()
    workspace = Workspace([Inspection(SourceFile(one.path), one) for one in named], settings)
    verdict = judge(workspace, [RULES[rule]], World(AS_OF, settings), {})
    return len(list(verdict.findings)), len(verdict.not_judged)


def of(kind: str, **facts: object) -> QualityDocument:
    return QualityDocument(kind=kind)._replace(**facts)  # type: ignore[arg-type]


MANUAL = of(kinds.QUALITY_MANUAL)
POLICY = of(kinds.QUALITY_POLICY)
MINUTES = of(kinds.AUDIT_MINUTES, audit=Audit(team=(Person("Trần Văn Mẫu"), Person("Lê Thị Thử", "thư ký"))))
FOUND = of(kinds.AUDIT_MINUTES, audit=Audit(WrittenDate("20/5/2026", date(2026, 5, 20)), findings=(
    AuditFinding("05/05 hồ sơ đúng trình tự; hồ sơ số 17 thiếu phiếu kiểm soát", "nonconformity"),)))
PROCEDURE = of(kinds.TTHC_PROCEDURE, citations=(
    Citation("nghi-dinh", "118/2025/NĐ-CP", section="legal-basis"),
    Citation("nghi-dinh", "123/2015/NĐ-CP", section="references"),
    Citation("luat", name="Luật Hộ tịch", section="references"),
))


@pytest.mark.parametrize(("rule", "documents"), [
    ("scope-incomplete", [POLICY]), ("scope-incomplete", [MANUAL]),
    ("context-one-sided", [MANUAL]), ("context-one-sided", [of(kinds.CONTEXT)]),
    ("context-one-sided", [of(kinds.CONTEXT, issues=(ContextIssue("A", "internal"), ContextIssue("B")))]),
    ("party-without-need", [of(kinds.INTERESTED_PARTIES)]), ("process-map-incomplete", [MANUAL]),
    ("steering-committee-missing", [POLICY]),
    ("auditor-without-training", [MINUTES]), ("auditor-without-training", [of(kinds.AUDIT_MINUTES)]),
    ("auditor-without-training", [MINUTES, of(kinds.TRAINING_RECORD, training=Training())]),
    ("auditor-without-training", [MINUTES, of(kinds.TRAINING_RECORD, training=Training(
        Phrase("Phòng cháy, chữa cháy"), None, (Person("Đỗ Thị Lạ"),)))]),
    ("external-documents-unlisted", [PROCEDURE, MANUAL, of(kinds.LEGAL_LIST)]),
    ("external-documents-unlisted", [PROCEDURE, of(kinds.LEGAL_LIST, listed_laws=(
        ListedLaw("1/2020/NĐ-CP", "A", "Chính phủ", WrittenDate("2020"), status="Còn hiệu lực"),))]),
    ("satisfaction-unmeasured", [POLICY]), ("satisfaction-unmeasured", [of(kinds.SURVEY, survey=Survey())]),
    ("satisfaction-unmeasured", [of(kinds.SURVEY, survey=Survey(respondents=20))]),
])
def test_doubt_is_said_once(rule: str, documents: list[QualityDocument]) -> None:
    assert said(rule, *documents) == (0, 1)


@pytest.mark.parametrize(("rule", "documents"), [
    ("context-one-sided", [PROCEDURE]), ("steering-committee-missing", [PROCEDURE]),
    ("auditor-without-training", [MANUAL]), ("external-documents-unlisted", [PROCEDURE]),
    ("satisfaction-unmeasured", [PROCEDURE]), ("scope-incomplete", [PROCEDURE]),
    ("steering-committee-missing", [MANUAL, of(kinds.ADMINISTRATIVE_DOCUMENT, steering=SteeringCommittee(
        Phrase("Quyết định thành lập Ban Chỉ đạo ISO"), True))]),
    ("satisfaction-unmeasured", [POLICY, of(kinds.MANAGEMENT_REVIEW, review=ManagementReview(
        WrittenDate("10/9/2026", date(2026, 9, 10)), inputs=(ReviewInput("c1", "96% hài lòng", WHOLE),)))]),
    ("external-documents-unlisted", [PROCEDURE, of(kinds.LEGAL_LIST, listed_laws=(
        ListedLaw("118 /2025/NÐ-CP", "A", "Chính phủ", WrittenDate("2025"), status="Còn hiệu lực"),
        ListedLaw("123/2015/NĐ-CP", "B", "Chính phủ", WrittenDate("2015"), status="Còn hiệu lực")))]),
    ("objective-plan-incomplete", [of(kinds.QUALITY_OBJECTIVES, format="docx", identity=Identity(
        title="BÁO CÁO Kết quả thực hiện mục tiêu chất lượng năm 2025"), objectives=Objectives(
            2025, (Objective("Trả kết quả đúng hẹn", target="97%", year=2025),), has_results=True))]),
    ("nonconformity-without-action", [FOUND, of(kinds.CORRECTIVE_ACTION, corrective_actions=(CorrectiveAction(
        "KPH-03", "Hồ sơ số 17 (QT-ĐC-03) thiếu phiếu kiểm soát quá trình giải quyết hồ sơ theo quy định chung."),))]),
    ("action-without-finding", [FOUND, of(kinds.CORRECTIVE_ACTION, corrective_actions=tuple(CorrectiveAction(
        number, "Hồ sơ số 17 thiếu phiếu kiểm soát", raised_on=WrittenDate("21/5/2026", date(2026, 5, 21)))
        for number in ("KPH-01", "")))]),
    ("review-figures-mismatch", [FOUND, of(kinds.MANAGEMENT_REVIEW, review=ManagementReview(
        WrittenDate("10/9/2026", date(2026, 9, 10)), inputs=(
            ReviewInput("c6", "Đánh giá nội bộ và bên ngoài: 03 điểm không phù hợp", WHOLE),)))]),
])
def test_nothing_is_said_of_what_is_right_or_not_asked(rule: str, documents: list[QualityDocument]) -> None:
    assert said(rule, *documents) == (0, 0)


@pytest.mark.parametrize(("rule", "documents"), [
    ("steering-committee-missing", [MANUAL]), ("external-documents-unlisted", [PROCEDURE, MANUAL]),
    ("satisfaction-unmeasured", [POLICY, MINUTES]),
    ("satisfaction-unmeasured", [of(kinds.SURVEY, survey=Survey(2024, respondents=20))]),
])
def test_what_a_whole_system_lacks(rule: str, documents: list[QualityDocument]) -> None:
    assert said(rule, *documents) == (1, 0)


def test_an_agency_that_is_not_bound_needs_no_committee() -> None:
    assert said("steering-committee-missing", MANUAL, settings=Settings(agency=Agency(mandatory=False))) == (0, 0)


def test_a_record_is_judged_by_the_day_of_its_meeting() -> None:
    held = of(kinds.MANAGEMENT_REVIEW, review=ManagementReview(WrittenDate("16/12/2024", date(2024, 12, 16))))
    assert judged_from(held, AS_OF) == date(2024, 12, 16)
    assert judged_from(of(kinds.QUALITY_OBJECTIVES, objectives=Objectives(2024)), AS_OF) == date(2024, 1, 1)
    assert judged_from(POLICY, AS_OF) == AS_OF
