"""Rủi ro ghi chưa đủ: mỗi rủi ro cần nguyên nhân, mức độ, biện pháp, người chịu trách nhiệm và thời hạn thì mới quản
lý được (khoản 6.1.2). Cách sửa: điền ô trống hoặc thêm cột. Nếu cả sổ không có một nội dung thì chỉ nói một lần. Im
lặng với dòng cơ hội; với người, thời hạn khi rủi ro được ghi là chấp nhận; với điều mà bảng khác trong bộ hồ sơ (kế
hoạch giải quyết rủi ro) đã ghi.

A risk is not fully described: each needs cause, level, action, owner and deadline to be managed (6.1.2). Mend it by
filling the cell or adding the column. What the whole register lacks is told once. Silent on opportunities, on owner
and deadline where the risk is accepted, and on what another paper of the set (the plan on the risks) states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qmslint.api import Context, Finding, Level, NoOptions, Risk, Text, Workspace, fold, shorten, workspace_rule
from qmslint_iso9001._reviews import named
from qmslint_iso9001._words import ACCEPTED_RISK

ASKED = {
    "cause": Text("nguyên nhân", "the cause"),
    "level": Text("mức độ rủi ro", "the level"),
    "action": Text("biện pháp", "the action"),
    "owner": Text("người chịu trách nhiệm", "who is responsible"),
    "due": Text("thời hạn", "the deadline"),
}
MEND = Text("Bổ sung vào sổ rủi ro; rủi ro được chấp nhận thì ghi rõ “chấp nhận” và lý do.",
            "Add it to the register; where the risk is accepted, say so and why.")


@workspace_rule(
    "risk-incomplete",
    title=Text("Rủi ro ghi chưa đủ", "Risk is not fully described"),
    clauses=("6.1.2",),
    level=Level.ERROR,
    since="0.1",
)
def risk_incomplete(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """What a register has nowhere, once; then what single risks lack."""
    for document in workspace.documents:
        risks = [risk for risk in document.risks if risk.text.strip() and not risk.opportunity]
        if not risks:
            continue
        others = [risk for other in workspace.documents if other is not document for risk in other.risks]
        nowhere = [key for key in ASKED if all(not getattr(risk, key).strip() for risk in document.risks)]
        elsewhere = [key for key in nowhere if any(getattr(risk, key).strip() for risk in others)]
        # One row tells nothing of the columns.
        told = [key for key in nowhere if key not in elsewhere] if len(risks) > 1 else []
        if told:
            names = named([ASKED[key] for key in told])
            yield context.finding(
                Text(f"Cả {len(risks)} rủi ro trong sổ đều không ghi {names.vi}.",
                     f"None of the {len(risks)} risks states {names.en}."),
                mend=MEND, at=risks[0].at, evidence=risks[0].text, document=document,
            )
        for risk in risks:
            keys = [key for key in missing(risk) if key not in (*told, *elsewhere)]
            lacking = [ASKED[key] for key in keys if not _told_by((*others, *document.risks), risk, key)]
            if lacking:
                names, words = named(lacking), shorten(risk.text, 80)
                yield context.finding(
                    Text(f"Rủi ro “{words}” chưa ghi {names.vi}.", f"The risk “{words}” does not state {names.en}."),
                    mend=MEND, at=risk.at, evidence=risk.text, document=document,
                )


def missing(risk: Risk) -> list[str]:
    """Keys of what one risk lacks."""
    accepted = bool(ACCEPTED_RISK.search(fold(f"{risk.action} {risk.level}")))
    needed = [key for key in ASKED if not (accepted and key in ("action", "owner", "due"))]
    return [key for key in needed if not getattr(risk, key).strip()]


def _told_by(others: Iterable[Risk], risk: Risk, key: str) -> bool:
    """Whether another row or paper says of the same risk what is missing here."""
    words = fold(risk.text)
    return any(getattr(other, key).strip() and fold(other.text) == words for other in others)
