"""Tables over the end of a page: a row that was parted is one row again; a row of its own stays."""

from __future__ import annotations

import pytest

from qmslint.read.pdf.grids import Field, Grid
from qmslint.read.pdf.joining import join_pages
from qmslint.read.pdf.layout import plain_text
from qmslint.read.pdf.paragraphs import Drawn
from qmslint.read.pdf.shapes import Box

Rows = list[list[str]]
STEPS: Rows = [
    ["TT", "Trình tự", "Trách nhiệm", "Thời gian"],
    ["1", "Tiếp nhận hồ sơ.", "Công chức", "01 ngày"],
    ["2", "- Đóng dấu.", "Văn thư", "1/2 ngày"],
]


def _grid(rows: Rows, page: int) -> Grid:
    xs = [50.0 + 100 * column for column in range(len(rows[0]) + 1)]
    ys = [700.0 - 20 * row for row in range(len(rows) + 1)]
    places = [
        [
            Field(row, column, 1, 1, Box(xs[column], ys[row + 1], xs[column + 1], ys[row]), page,
                  [Drawn(words=words)] if words else [])
            for column, words in enumerate(cells)
        ]
        for row, cells in enumerate(rows)
    ]  # fmt: skip
    return Grid(Box(xs[0], ys[-1], xs[-1], ys[0]), xs, ys, places, page)


def _joined(one: Rows, two: Rows) -> Rows:
    (table,) = join_pages([([_grid(one, 1)], 50, 450), ([_grid(two, 2)], 50, 450)])
    assert isinstance(table, Grid)
    return [["\n".join(plain_text(item) for item in field.content) for field in row] for row in table.places]


@pytest.mark.parametrize("after", [[], [["3", "Trả kết quả.", "Công chức", "1/2 ngày"]]])
def test_more_of_one_cell_goes_on_with_its_row(after: Rows) -> None:
    found = _joined(STEPS, [["", "- Thu lệ phí. - Trả hồ sơ.", "", ""], *after])
    assert found == [*STEPS[:2], ["2", "- Đóng dấu.\n- Thu lệ phí. - Trả hồ sơ.", "Văn thư", "1/2 ngày"], *after]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (STEPS, [["3", "Trả kết quả.", "", ""]]),  # a number of its own
        (STEPS, [["", "- Trả kết quả.", "", ""], ["", "- Lưu hồ sơ.", "", ""]]),  # rows without numbers are usual here
        ([*STEPS, ["", "- Thu lệ phí.", "Văn thư", ""]], [["", "- Trả hồ sơ.", "", ""]]),  # and here
    ],
)
def test_a_row_of_its_own_stays(before: Rows, after: Rows) -> None:
    assert _joined(before, after) == [*before, *after]
