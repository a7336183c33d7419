"""The documented information that clauses of ISO 9001:2015 ask to maintain or retain, and what satisfies each.

Source: ISO 9001:2015 (TCVN ISO 9001:2015), the clause named in each line; "maintain" is a document, "retain" a record
(Annex A.6). Only clauses whose evidence is a document of a kind that can be recognised: records that live in
registers and case files (7.1.5, 8.2.3, 8.5.2, 8.6 …) are not looked for, nor 10.2.2, which asks for none where
nothing went wrong.
"""

from __future__ import annotations

from collections.abc import Callable

from qmslint.api import NamedTuple, QualityDocument, Text, kinds


class Required(NamedTuple):
    """One line: the clause, what it asks for, the kinds that satisfy it, or a fact in a document of another kind."""

    clause: str
    what: Text
    kinds: tuple[str, ...]
    states: Callable[[QualityDocument], bool] = lambda document: False
    record: bool = False


REQUIRED = (
    Required("4.3", Text("phạm vi của hệ thống quản lý chất lượng", "the scope of the QMS"),
             (kinds.QUALITY_MANUAL, kinds.PUBLICATION_DECISION), lambda d: bool(d.publication and d.publication.scope)),
    Required("4.4.2", Text("tài liệu hỗ trợ việc thực hiện các quá trình (quy trình, sổ tay)",
                           "documents that support the operation of the processes"),
             (kinds.QUALITY_MANUAL, kinds.SYSTEM_PROCEDURE, kinds.TTHC_PROCEDURE)),
    Required("5.2.2", Text("chính sách chất lượng", "the quality policy"), (kinds.QUALITY_POLICY,),
             lambda d: bool(d.policy and d.policy.commitments)),
    Required("6.2.1", Text("mục tiêu chất lượng", "quality objectives"), (kinds.QUALITY_OBJECTIVES,),
             lambda d: bool(d.objectives and d.objectives.objectives)),
    Required("7.2", Text("bằng chứng về năng lực (hồ sơ đào tạo, chứng chỉ)", "evidence of competence"),
             (kinds.TRAINING_RECORD,), record=True),
    Required("8.1", Text("quy trình tác nghiệp của các thủ tục, công việc trong phạm vi",
                         "procedures of the work in scope"),
             (kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE)),
    Required("9.1.1", Text("kết quả theo dõi, đo lường (khảo sát sự hài lòng, kết quả mục tiêu)",
                           "results of monitoring and measurement"),
             (kinds.SURVEY,), lambda d: bool(d.objectives and d.objectives.has_results), record=True),
    Required("9.2.2", Text("biên bản hoặc báo cáo đánh giá nội bộ", "minutes or report of the internal audit"),
             (kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT), record=True),
    Required("9.3.3", Text("biên bản xem xét của lãnh đạo", "minutes of the management review"),
             (kinds.MANAGEMENT_REVIEW,), lambda d: d.review is not None, record=True),
)
