"""Kế hoạch thực hiện mục tiêu thiếu nội dung: khoản 6.2.2 đòi làm gì, nguồn lực nào, ai chịu trách nhiệm, khi nào xong
và đánh giá kết quả thế nào. Cách sửa: bổ sung cột còn thiếu hoặc điền ô còn trống. Im lặng khi kế hoạch nằm ở văn bản
khác cùng năm trong bộ hồ sơ, hoặc văn bản không nêu mục tiêu nào.

The plan to reach the objectives lacks something: 6.2.2 asks what, with which resources, who, when, and how results
are evaluated. Mend it by adding the missing column or filling the empty cell. Silent where the plan stands in another
document of the same year in the set, or where a document states no objective.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    Objectives,
    QualityDocument,
    Text,
    Workspace,
    fold,
    same,
    shorten,
    workspace_rule,
)
from qmslint_iso9001._reading import is_read
from qmslint_iso9001._words import OBJECTIVE_RESULTS

ASKED = {
    "what": Text("làm gì (nội dung, biện pháp)", "what will be done"),
    "resources": Text("nguồn lực cần dùng", "what resources are needed"),
    "who": Text("ai chịu trách nhiệm", "who is responsible"),
    "when": Text("thời gian hoàn thành", "when it is completed"),
    "evaluation": Text("cách đánh giá kết quả", "how results are evaluated"),
}


def names(keys: list[str]) -> Text:
    """The asked things under `keys`, in words."""
    return Text("; ".join(ASKED[key].vi for key in keys), "; ".join(ASKED[key].en for key in keys))


@workspace_rule(
    "objective-plan-incomplete",
    title=Text("Kế hoạch thực hiện mục tiêu thiếu nội dung", "Plan to reach the objectives is incomplete"),
    clauses=("6.2.2",),
    level=Level.ERROR,
    since="0.1",
)
def objective_plan_incomplete(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Objectives without a plan; columns the plan lacks, once a table; rows with empty cells."""
    stated = [(document, document.objectives) for document in workspace.documents if document.objectives]
    for document, objectives in stated:
        if objectives.plan:
            yield from judge_plan(document, objectives, elsewhere(document, objectives, stated), context)
        elif objectives.objectives and objectives.has_plan and is_read(document):
            context.cannot_judge(
                Text("kế hoạch thực hiện mục tiêu không ở dạng bảng nên không đọc được từng nội dung",
                     "the plan to reach the objectives is no table, so its contents could not be read"), document)
        elif objectives.has_results and (reports(document) or any(
            other is not document and known.year == objectives.year and known.objectives and not known.has_results
            for other, known in stated
        )):
            continue  # a report; the plan belongs to the paper that sets the objectives
        elif objectives.objectives and not objectives.has_plan and not any(
            (other.plan or other.has_plan) and other.year in (0, objectives.year) for _, other in stated
        ):
            yield context.finding(
                Text(f"Có {len(objectives.objectives)} mục tiêu nhưng không thấy kế hoạch thực hiện: "
                     f"chưa rõ {names(list(ASKED)).vi}.",
                     f"There are {len(objectives.objectives)} objectives but no plan to reach them: "
                     f"it is open {names(list(ASKED)).en}."),
                mend=Text("Lập kế hoạch thực hiện mục tiêu với đủ năm nội dung của khoản 6.2.2.",
                          "Draw up a plan with the five things that 6.2.2 asks for."),
                document=document,
            )


def reports(document: QualityDocument) -> bool:
    """Whether the title says that the paper reports results: "BÁO CÁO kết quả thực hiện mục tiêu chất lượng"."""
    return bool(OBJECTIVE_RESULTS.match(fold(document.identity.title)))


def elsewhere(
    document: QualityDocument, objectives: Objectives, stated: list[tuple[QualityDocument, Objectives]]
) -> frozenset[str]:
    """What plans of the same year and unit in other documents have a column for."""
    return frozenset(
        key for other, known in stated for row in known.plan for key in ASKED
        if other is not document and known.year == objectives.year and same(known.unit, objectives.unit)
        and key not in row.missing_columns and getattr(row, key).strip()
    )


def judge_plan(
    document: QualityDocument, objectives: Objectives, told_elsewhere: frozenset[str], context: Context[NoOptions]
) -> Iterator[Finding]:
    """What the plan of one document lacks."""
    told: list[tuple[str, ...]] = []
    for row in objectives.plan:
        lacking = [key for key in ASKED if key in row.missing_columns and key not in told_elsewhere]
        if lacking and row.missing_columns not in told:
            told.append(row.missing_columns)
            what = names(lacking)
            yield context.finding(
                Text(f"Bảng kế hoạch thực hiện mục tiêu không có cột cho: {what.vi}.",
                     f"The table of the plan has no column for: {what.en}."),
                mend=Text(f"Thêm cột và điền cho từng mục tiêu: {what.vi}.",
                          f"Add the column and fill it for every objective: {what.en}."),
                at=row.at, evidence=row.objective, document=document,
            )
        empty = [key for key in ASKED if key not in row.missing_columns and not getattr(row, key).strip()]
        if empty and (row.objective.strip() or row.what.strip()):
            what, words = names(empty), shorten(row.objective or row.what, 80)
            yield context.finding(
                Text(f"Kế hoạch cho mục tiêu “{words}” để trống: {what.vi}.",
                     f"The plan for the objective “{words}” leaves open: {what.en}."),
                mend=Text("Điền ô còn trống; nếu không cần nguồn lực riêng thì ghi rõ điều đó.",
                          "Fill the empty cell; if no resources of its own are needed, say so."),
                at=row.at, evidence=row.objective or row.what, document=document,
            )
