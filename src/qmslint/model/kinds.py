"""The kinds of document a quality management system keeps. A plug-in may add more through `qmslint_kinds`."""

from __future__ import annotations

from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class Kind(NamedTuple):
    """One kind of document: its name for ever, and what people call it."""

    name: str
    title: Text
    controlled: bool = False  # carries code, edition and date in a control block


TTHC_PROCEDURE = "tthc-procedure"
SYSTEM_PROCEDURE = "system-procedure"
QUALITY_MANUAL = "quality-manual"
QUALITY_POLICY = "quality-policy"
QUALITY_OBJECTIVES = "quality-objectives"
CONTEXT = "context"
INTERESTED_PARTIES = "interested-parties"
RISK_REGISTER = "risk-register"
AUDIT_PLAN = "audit-plan"
AUDIT_CHECKLIST = "audit-checklist"
AUDIT_MINUTES = "audit-minutes"
AUDIT_REPORT = "audit-report"
CORRECTIVE_ACTION = "corrective-action"
MANAGEMENT_REVIEW = "management-review"
DOCUMENT_LIST = "document-list"
LEGAL_LIST = "legal-list"
TTHC_LIST = "tthc-list"
PUBLICATION_DECISION = "publication-decision"
PROMULGATION_DECISION = "promulgation-decision"
SURVEY = "satisfaction-survey"
TRAINING_RECORD = "training-record"
ADMINISTRATIVE_DOCUMENT = "administrative-document"
FORM = "form"
UNCLASSIFIED = "unclassified"

CONTROLLED = (TTHC_PROCEDURE, SYSTEM_PROCEDURE, QUALITY_MANUAL)
"""Kinds that carry a control block (QT, HT, MH of the catalogue)."""

BUILT_IN_KINDS = (
    Kind(TTHC_PROCEDURE, Text("quy trình giải quyết TTHC", "procedure for an administrative procedure (TTHC)"), True),
    Kind(SYSTEM_PROCEDURE, Text("quy trình hệ thống", "system procedure"), True),
    Kind(QUALITY_MANUAL, Text("mô hình/sổ tay chất lượng", "quality manual or model"), True),
    Kind(QUALITY_POLICY, Text("chính sách chất lượng", "quality policy")),
    Kind(QUALITY_OBJECTIVES, Text("mục tiêu chất lượng và kế hoạch", "quality objectives and plan")),
    Kind(CONTEXT, Text("bối cảnh của tổ chức", "context of the organization")),
    Kind(INTERESTED_PARTIES, Text("các bên quan tâm", "interested parties")),
    Kind(RISK_REGISTER, Text("sổ rủi ro và cơ hội", "register of risks and opportunities")),
    Kind(AUDIT_PLAN, Text("kế hoạch đánh giá nội bộ", "internal audit plan")),
    Kind(AUDIT_CHECKLIST, Text("phiếu ghi chép đánh giá", "audit checklist")),
    Kind(AUDIT_MINUTES, Text("biên bản đánh giá nội bộ", "internal audit minutes")),
    Kind(AUDIT_REPORT, Text("báo cáo đánh giá nội bộ", "internal audit report")),
    Kind(CORRECTIVE_ACTION, Text("phiếu hành động khắc phục", "corrective action form")),
    Kind(MANAGEMENT_REVIEW, Text("biên bản xem xét của lãnh đạo", "management review minutes")),
    Kind(DOCUMENT_LIST, Text("danh mục tài liệu nội bộ", "list of internal documents")),
    Kind(LEGAL_LIST, Text("danh mục văn bản pháp lý", "list of legal documents")),
    Kind(TTHC_LIST, Text("danh mục TTHC", "list of administrative procedures")),
    Kind(PUBLICATION_DECISION, Text("quyết định, bản công bố HTQLCL", "publication of the QMS")),
    Kind(PROMULGATION_DECISION, Text("quyết định ban hành tài liệu", "decision promulgating documents")),
    Kind(SURVEY, Text("khảo sát sự hài lòng", "satisfaction survey")),
    Kind(TRAINING_RECORD, Text("hồ sơ đào tạo", "training record")),
    Kind(ADMINISTRATIVE_DOCUMENT, Text("văn bản hành chính khác", "other administrative document")),
    Kind(FORM, Text("biểu mẫu", "form")),
    Kind(UNCLASSIFIED, Text("chưa nhận ra loại", "unclassified")),
)
