"""Inputs and outputs of the management review, in the words of an inspector. Source: ISO 9001:2015, 9.3.2 and 9.3.3."""

from __future__ import annotations

from datetime import date

from qmslint.api import QualityDocument, Text, Workspace

FEW = 4  # with fewer inputs recognised the minutes may be of a layout that is not understood
INPUTS = {
    "a": Text("a) tình trạng các hành động từ lần xem xét trước", "a) status of actions from previous reviews"),
    "b": Text("b) thay đổi của vấn đề bên trong, bên ngoài", "b) changes in external and internal issues"),
    "c1": Text("c1) sự hài lòng của tổ chức, công dân và phản hồi", "c1) customer satisfaction and feedback"),
    "c2": Text("c2) mức độ thực hiện mục tiêu chất lượng", "c2) extent to which objectives have been met"),
    "c3": Text("c3) kết quả các quá trình, sự phù hợp của dịch vụ", "c3) process performance and conformity"),
    "c4": Text("c4) sự không phù hợp và hành động khắc phục", "c4) nonconformities and corrective actions"),
    "c5": Text("c5) kết quả theo dõi và đo lường", "c5) monitoring and measurement results"),
    "c6": Text("c6) kết quả đánh giá", "c6) audit results"),
    "c7": Text("c7) nhà cung cấp bên ngoài", "c7) external providers"),
    "d": Text("d) sự đầy đủ của nguồn lực", "d) adequacy of resources"),
    "e": Text("e) hiệu lực của hành động giải quyết rủi ro, cơ hội", "e) effectiveness of actions on risks"),
    "f": Text("f) cơ hội cải tiến", "f) opportunities for improvement"),
}
OUTPUTS = {
    "improvement": Text("cơ hội cải tiến", "opportunities for improvement"),
    "changes": Text("nhu cầu thay đổi hệ thống", "need for changes to the QMS"),
    "resources": Text("nhu cầu nguồn lực", "resource needs"),
}


def named(texts: list[Text]) -> Text:
    """Several things in one line."""
    return Text("; ".join(text.vi for text in texts), "; ".join(text.en for text in texts))


def held_on(document: QualityDocument) -> date | None:
    """The day of the review, None when it is not fully written."""
    return document.review.date.value if document.review and document.review.date else None


def in_order(workspace: Workspace) -> list[tuple[date, QualityDocument]]:
    """Dated reviews, the oldest first."""
    dated = [(day, document) for document in workspace.documents if (day := held_on(document))]
    return sorted(dated, key=lambda item: (item[0], item[1].path))
