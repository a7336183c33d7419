"""The Word files of the fixtures are what their recipe makes."""

from __future__ import annotations

import pytest
from fixtures.make.procedures import FILES, RULES, paper
from fixtures.make.word import docx

from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes


@pytest.mark.parametrize("name", FILES)
def test_stored_as_made(name: str) -> None:
    assert (RULES / name).read_bytes() == docx(paper(FILES[name])), "run python -m fixtures.make.procedures"


def test_the_file_says_what_the_recipe_says() -> None:
    plugins = Plugins()
    path = RULES / "step-times-mismatch" / "good" / "o-gop-hai-chieu.docx"
    document = inspect_bytes(path.name, path.read_bytes(), plugins).document
    assert document is not None and document.procedure is not None
    found = document.procedure
    assert [step.number for step in found.steps] == ["1", "2", "3", "4", "5"], "Word prints numbers of empty cells"
    assert [step.responsible for step in found.steps[:2]] == ["Bộ phận Một cửa", "Bộ phận Một cửa"]
    assert [(c.scenario, c.duration and c.duration.amount) for c in found.time_columns] == [("", 3), ("có xác minh", 5)]
    assert [[(t.column, t.shared, t.first) for t in step.times] for step in found.steps[2:4]] == [
        [(0, 2, True), (1, 2, True)], [(0, 2, False), (1, 2, False)],
    ]
    chart = RULES / "process-table-missing" / "good" / "luu-do.docx"
    drawn = inspect_bytes(chart.name, chart.read_bytes(), plugins).document
    assert drawn is not None and drawn.procedure is not None and drawn.procedure.process_form == "chart"
    assert [step.name for step in drawn.procedure.steps] == [
        "Tiếp nhận hồ sơ", "Thẩm tra hồ sơ", "Ký giấy xác nhận", "Trả kết quả",
    ]
