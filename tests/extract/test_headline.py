"""The date beside the place, as an administrative document carries it."""

from __future__ import annotations

from datetime import date

import pytest

from qmslint.extract.text.headline import place_date
from tests.extract.paper import Paper


@pytest.mark.parametrize(("line", "day"), [
    ("Sơn Hải, ngày 05 tháng 01 năm 2026", date(2026, 1, 5)),
    ("Sơn Hải, ngày 05/01/2026", date(2026, 1, 5)),
    ("TP. Đông Sơn, ngày 5/1/2026.", date(2026, 1, 5)),
    ("Quyết định số 12/QĐ-UBND, ngày 05/01/2026", None),
    ("Biên bản họp, ngày 05/01/2026", None),
    ("Ngày ban hành: 05/01/2026", None),
    ("Sơn Hải, ngày 05/01/2026 của Ủy ban nhân dân xã", None),
])
def test_the_date_beside_the_place(line: str, day: date | None) -> None:
    found = place_date(Paper().p("ỦY BAN NHÂN DÂN").p(line).reading())
    assert (found.value if found else None) == day
