"""Bảng các quá trình thiếu điều phải có: khoản 4.4.1 đòi xác định đầu vào, đầu ra, trách nhiệm, chuẩn mực và cách đo
lường của mỗi quá trình. Cách sửa: thêm cột hoặc điền ô trống. Chưa xét được khi sổ tay không có bảng quá trình (bảng
có cột đầu vào hoặc đầu ra); cột thiếu chỉ nói một lần.

The table of processes lacks what it must say: 4.4.1 asks for input, output, responsibility, criteria and measures of
each process. Mend it by adding the column or filling the cell. Says that it cannot judge where the manual has no such
table (one with inputs or outputs); a missing column is told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, document_rule, kinds, shorten
from qmslint_iso9001._reviews import named

ASKED = {
    "input": Text("đầu vào", "the input"),
    "output": Text("đầu ra", "the output"),
    "owner": Text("người chịu trách nhiệm", "who is responsible"),
    "criteria": Text("chuẩn mực, chỉ số đo lường", "criteria and measures"),
}
MEND = Text("Bổ sung vào bảng các quá trình.", "Add it to the table of processes.")


@document_rule(
    "process-map-incomplete",
    title=Text("Bảng quá trình chưa đủ", "The process map is incomplete"),
    kinds=(kinds.QUALITY_MANUAL,),
    clauses=("4.4.1",),
    level=Level.WARNING,
    since="0.1",
)
def process_map_incomplete(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Columns that are missing, once; then empty cells."""
    processes = document.processes
    if not processes:
        context.cannot_judge(Text("không thấy bảng quá trình có đầu vào, đầu ra trong sổ tay",
                                  "no table of processes with inputs and outputs was found in the manual"))
        return
    told: set[tuple[str, ...]] = set()
    for process in processes:
        missing = tuple(key for key in ASKED if key in process.missing_columns)
        if missing and missing not in told:
            told.add(missing)
            names = named([ASKED[key] for key in missing])
            yield context.finding(
                Text(f"Bảng quá trình không có cột {names.vi}.",
                     f"The table of processes has no column for {names.en}."),
                mend=MEND, at=process.at, evidence=process.name,
            )
        empty = [ASKED[key] for key in ASKED if key not in missing and not str(getattr(process, key)).strip()]
        if empty:
            names, name = named(empty), shorten(process.name, 80)
            yield context.finding(
                Text(f"Quá trình “{name}” chưa ghi {names.vi}.", f"The process “{name}” does not state {names.en}."),
                mend=MEND, at=process.at, evidence=process.name,
            )
