"""Bên quan tâm chưa ghi nhu cầu, mong đợi, hoặc cách đáp ứng và theo dõi: khoản 4.2 đòi xác định yêu cầu của họ, theo
dõi và xem xét. Cách sửa: điền ô trống hoặc thêm cột. Nếu cả bảng thiếu một nội dung thì chỉ nói một lần. Chưa xét được
khi không đọc được bảng các bên quan tâm.

An interested party without its needs, or without how they are met and monitored: 4.2 asks to determine, monitor and
review them. Mend it by filling the cell or adding the column. What the whole table lacks is told once. Says that it
cannot judge where the table could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    InterestedParty,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    kinds,
    shorten,
)
from qmslint_iso9001._reviews import named

ASKED = {
    "need": Text("nhu cầu, mong đợi", "needs and expectations"),
    "response": Text("cách đáp ứng, theo dõi", "how they are met and monitored"),
}
MEND = Text("Bổ sung vào bảng các bên quan tâm.", "Add it to the table of interested parties.")


@document_rule(
    "party-without-need",
    title=Text("Bên quan tâm ghi chưa đủ", "Interested party is not fully described"),
    clauses=("4.2",),
    level=Level.WARNING,
    since="0.1",
)
def party_without_need(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """What the table has nowhere, once; then what single parties lack."""
    parties = document.parties
    if not parties:
        if document.kind == kinds.INTERESTED_PARTIES:
            context.cannot_judge(Text("không đọc được bên quan tâm nào kèm nhu cầu",
                                      "no interested party with needs could be read"))
        return
    nowhere = [key for key in ASKED if not any(_said(party, key) for party in parties)]
    if len(parties) == 1 and not parties[0].missing_columns:
        nowhere = []  # one row tells nothing of the columns
    if nowhere:
        names = named([ASKED[key] for key in nowhere])
        yield context.finding(
            Text(f"Bảng {len(parties)} bên quan tâm không ghi {names.vi} của bên nào.",
                 f"The table of {len(parties)} interested parties does not state {names.en} of any."),
            mend=MEND, at=parties[0].at, evidence=parties[0].name, confidence=Confidence.MEDIUM,
        )
    for party in parties:
        lacking = [ASKED[key] for key in ASKED if key not in nowhere and not _said(party, key)]
        if lacking:
            names, name = named(lacking), shorten(party.name, 80)
            yield context.finding(
                Text(f"Bên quan tâm “{name}” chưa ghi {names.vi}.",
                     f"The interested party “{name}” has no {names.en}."),
                mend=MEND, at=party.at, evidence=party.name,
            )


def _said(party: InterestedParty, key: str) -> bool:
    return bool(str(getattr(party, key)).strip())
