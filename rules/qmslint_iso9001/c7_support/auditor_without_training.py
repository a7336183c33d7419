"""Người đánh giá nội bộ không có tên trong hồ sơ đào tạo về đánh giá hoặc ISO 9001: khoản 7.2 đòi bằng chứng về năng
lực. Cách sửa: bổ sung giấy chứng nhận, danh sách lớp đào tạo, hoặc cử người đã được đào tạo. Chưa xét được khi không
đọc được tên đoàn đánh giá, hoặc bộ hồ sơ không có hồ sơ đào tạo nào ghi tên người. Im lặng với thư ký đoàn.

An internal auditor is not named in any training record on audits or ISO 9001: 7.2 asks for evidence of competence.
Mend it by adding the certificate or list, or by sending trained people. Says that it cannot judge where the team could
not be read or no training record of the set names people. Silent on the secretary of the team.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    Person,
    QualityDocument,
    Text,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_iso9001._words import AUDIT_TRAINING, person

AUDITS = (kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT, kinds.AUDIT_PLAN)
NO_AUDITOR = re.compile(r"thư ký|quan sát|ghi biên bản|secretary|observer")


@workspace_rule(
    "auditor-without-training",
    title=Text("Người đánh giá chưa có hồ sơ đào tạo", "Auditor without a training record"),
    kinds=(*AUDITS, kinds.TRAINING_RECORD),
    clauses=("7.2",),
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    since="0.1",
)
def auditor_without_training(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each auditor whom no record names."""
    audits = [document for document in workspace.of_kind(*AUDITS) if not document.draft]
    if not audits:
        return
    auditors = _auditors(audits)
    if not auditors:
        context.cannot_judge(Text("không đọc được tên thành viên đoàn đánh giá", "no auditor's name could be read"))
        return
    records = [d for d in workspace.documents if d.training and d.training.people and _is_fit(d)]
    if not records:
        context.cannot_judge(Text("bộ hồ sơ không có hồ sơ đào tạo về đánh giá nội bộ hoặc ISO ghi tên người học",
                                  "no training record on audits or ISO in the set names its participants"))
        return
    trained = {person(fold(one.name)) for d in records if d.training for one in d.training.people}
    for name, (auditor, document) in auditors.items():
        if name not in trained:
            yield context.finding(
                Text(f"{auditor.name} tham gia đánh giá nội bộ nhưng không có tên trong {len(records)} hồ sơ đào tạo "
                     "về đánh giá, ISO 9001.",
                     f"{auditor.name} audits, but none of the {len(records)} training records on audits or ISO 9001 "
                     "names this person."),
                mend=Text("Bổ sung giấy chứng nhận hoặc danh sách đào tạo có tên người này; nếu chưa học thì cử đi đào "
                          "tạo trước kỳ đánh giá sau.",
                          "Add the certificate or list with this name; train the person before the next audit."),
                at=auditor.at, evidence=auditor.name, document=document,
            )


def _auditors(audits: list[QualityDocument]) -> dict[str, tuple[Person, QualityDocument]]:
    """Each auditor once, by compared name, where first named."""
    found: dict[str, tuple[Person, QualityDocument]] = {}
    for document in audits:
        for one in document.audit.team if document.audit else ():
            name = person(fold(re.split(r"[,(;:]| - ", one.name)[0]))
            if len(name.split()) >= 2 and not NO_AUDITOR.search(fold(one.role)):
                found.setdefault(name, (one, document))
    return found


def _is_fit(document: QualityDocument) -> bool:
    """Whether a record is about audits or the standard, as far as it says what it is about."""
    assert document.training is not None
    subject = document.training.subject
    words = fold(f"{subject.text if subject else ''} {document.identity.title}")
    return not words.strip() or bool(AUDIT_TRAINING.search(words))
