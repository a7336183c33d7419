"""Sự hài lòng của tổ chức, công dân chưa được đo lường trong năm: khoản 9.1.2 đòi theo dõi cảm nhận của khách hàng.
Cách sửa: khảo sát, tổng hợp kết quả, lưu vào hồ sơ. Im lặng khi biên bản xem xét của lãnh đạo trong năm đã bàn kết quả
này; chưa xét được khi phiếu, báo cáo khảo sát không đọc được kết quả hoặc ngày, hoặc thư mục không lưu hồ sơ năm nào.

Satisfaction was not measured within the year: 9.1.2 asks to monitor how customers perceive the service. Mend it by a
survey whose results are kept. Silent where the management review of the year discussed such results; says that it
cannot judge where results or date of a survey could not be read, or the folder keeps no records.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, Workspace, kinds, workspace_rule
from qmslint_iso9001._reviews import held_on
from qmslint_iso9001._sets import is_system

RECORDS = (kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT, kinds.MANAGEMENT_REVIEW)
YEAR = timedelta(days=366)
MEND = Text("Khảo sát, tổng hợp kết quả trong năm và lưu vào hồ sơ; hoặc bổ sung báo cáo đã có.",
            "Make the survey of the year and keep its results; or add the report if there is one.")


@workspace_rule(
    "satisfaction-unmeasured",
    title=Text("Chưa đo lường sự hài lòng trong năm", "Satisfaction was not measured within the year"),
    kinds=(kinds.SURVEY, *RECORDS),
    clauses=("9.1.2",),
    level=Level.WARNING,
    since="0.1",
)
def satisfaction_unmeasured(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """The newest results against the day of judgement."""
    surveys = [document for document in workspace.documents if document.survey and not document.draft]
    if not (surveys or is_system(workspace)) or _reviewed(workspace, context.as_of):
        return
    measured = [d for d in surveys if d.survey and (d.survey.result or d.survey.respondents)]
    if not measured:
        if surveys:
            context.cannot_judge(Text("không đọc được kết quả trong phiếu, báo cáo khảo sát",
                                      "no result could be read in the surveys"))
        elif not workspace.of_kind(*RECORDS):
            context.cannot_judge(Text("thư mục không lưu hồ sơ đánh giá, xem xét hay khảo sát nào",
                                      "the folder keeps no record of audits, reviews or surveys"))
        else:
            yield context.finding(
                Text("Bộ hồ sơ không có kết quả đo lường sự hài lòng của tổ chức, công dân.",
                     "The set holds no result of measuring satisfaction."),
                mend=MEND, evidence="9.1.2",
            )
        return
    dated = [(last, document) for document in measured if (last := _last_day(document, context.as_of))]
    if not dated:
        context.cannot_judge(Text("không đọc được năm của khảo sát", "the year of the survey could not be read"))
        return
    last, newest = max(dated, key=lambda item: (item[0], item[1].path))
    if context.as_of - last > YEAR:
        assert newest.survey is not None
        at = newest.survey.result.at if newest.survey.result else newest.identity.at
        yield context.finding(
            Text(f"Kết quả đo lường sự hài lòng gần nhất là năm {last.year}, đã quá một năm.",
                 f"The newest results on satisfaction are of {last.year}, more than a year old."),
            mend=MEND, at=at, evidence=newest.survey.result.text if newest.survey.result else str(last.year),
            document=newest,
        )


def _last_day(document: QualityDocument, as_of: date) -> date | None:
    """The last day that the results may speak of: the date of the report or the end of its year."""
    survey = document.survey
    if survey is None:
        return None
    stated = survey.date.value if survey.date else None
    end = date(survey.year, 12, 31) if 1 <= survey.year <= 9999 else None
    return min(max(day for day in (stated, end) if day), as_of) if stated or end else None


def _reviewed(workspace: Workspace, as_of: date) -> bool:
    """Whether a management review of the last year discussed satisfaction (9.3.2 c1)."""
    return any(
        review.review is not None and any(one.key == "c1" for one in review.review.inputs)
        and (day := held_on(review)) is not None and as_of - day <= YEAR
        for review in workspace.documents
    )
