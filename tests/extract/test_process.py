"""The steps of a process as every template prints them: merged cells, headings, cases, charts, lists."""

from __future__ import annotations

from fractions import Fraction
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qmslint.api import Location, Place, Procedure, Unit
from tests.extract.paper import Paper, procedure
from tests.extract.test_procedure import content, facts_of

HEAD = ["TT", "Trình tự các bước công việc*", "Trách nhiệm", "Thời gian (03 ngày làm việc)"]


def table(*rows: list[object], paper: Paper | None = None) -> Procedure:
    """The procedure with one process table."""
    return facts_of((paper or content()).p("k. Quy trình xử lý công việc:", bold=True).table(*rows))


def sums(found: Procedure) -> list[Fraction]:
    """The sum of every time column, a shared cell counted once."""
    return [
        sum((t.duration.amount for s in found.steps for t in s.times if t.column == c and t.first and t.duration),
            Fraction(0))
        for c in range(len(found.time_columns))
    ]


def test_the_department_template() -> None:
    found = facts_of(procedure())
    assert found.process_form == "table" and found.columns == ("number", "step", "responsible", "time")
    assert found.process_at is not None and found.process_at.heading == "h. Quy trình các bước xử lý công việc"
    assert [(s.number, s.name, s.responsible) for s in found.steps] == [
        ("1", "Tiếp nhận hồ sơ TTHC", "Bộ phận Một cửa"), ("2", "Phê duyệt", "Lãnh đạo UBND xã"),
    ]
    limit = found.time_columns[0]
    assert (limit.scenario, limit.duration and limit.duration.amount, limit.at.row) == ("", 2, 1)
    assert sums(found) == [2] and found.steps[0].at.row == 2


@pytest.mark.parametrize(("text", "amount"), [
    ("½ ngày", Fraction(1, 2)), ("1/2 ngày", Fraction(1, 2)), ("-1/2 ngày", Fraction(1, 2)),
    ("1,5 ngày", Fraction(3, 2)),
    ("2.5 ngày", Fraction(5, 2)), ("01", Fraction(1)), ("01  ngày", Fraction(1)), ("- 01", Fraction(1)),
    ("10 ngày, kể từ ngày nhận đủ hồ sơ", Fraction(10)), ("02 (hai) ngày làm việc", Fraction(2)), ("½", Fraction(1, 2)),
    ("0,5", Fraction(1, 2)), ("½ ngày (04 giờ)", Fraction(1, 2)), ("01 ngày\nlàm việc", Fraction(1)),
])
def test_every_written_time(text: str, amount: Fraction) -> None:
    time = table(HEAD, ["1", "Bước", "A", text]).steps[0].times[0]
    assert time.duration is not None and (time.duration.amount, time.duration.same_day) == (amount, False)


@pytest.mark.parametrize(
    "text", ["sau 15 giờ", "Giờ hành chính", "10 ngày trước khi họp", "theo phiếu hẹn", "Tại chỗ 1 ngày, mạng 3 ngày"]
)
def test_times_without_one_number_have_none(text: str) -> None:
    time = table(HEAD, ["1", "Bước", "A", text]).steps[0].times[0]
    assert (time.text, time.duration) == (text, None)


def test_the_same_day() -> None:
    time = table(HEAD, ["1", "Bước", "A", "Ngay trong ngày"]).steps[0].times[0]
    assert time.duration is not None and time.duration.same_day


def test_a_column_of_steps_beside_their_content_is_one_of_numbers() -> None:
    found = table(["Các bước", "Nội dung", "Trách nhiệm", "Thời gian"], ["1", "Nhận hồ sơ", "A", "01 ngày"])
    assert [(s.number, s.name) for s in found.steps] == [("1", "Nhận hồ sơ")]
    alone = table(["TT", "Các bước", "Trách nhiệm", "Thời gian"], ["1", "Nhận hồ sơ", "A", "01 ngày"])
    assert [(s.number, s.name) for s in alone.steps] == [("1", "Nhận hồ sơ")]


def test_a_merged_time_counts_once() -> None:
    found = table(HEAD, ["1", "Tiếp nhận", "A", "01 ngày"], ["2", "Thẩm định", "B", "^"], ["3", "Ký", "C", "02 ngày"])
    assert [[(t.shared, t.first) for t in s.times] for s in found.steps] == [[(2, True)], [(2, False)], [(1, True)]]
    assert sums(found) == [3]


def test_a_cell_over_two_time_columns_counts_in_both() -> None:
    found = table(
        ["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Thời gian có xác minh"],
        ["1", "Tiếp nhận", "A", "01 ngày", None], ["2", "Xác minh", "B", "1 ngày", "5 ngày"],
        ["3", "Ký", "C", "", "2 ngày"],
    )
    assert sums(found) == [2, 8] and [c.scenario for c in found.time_columns] == ["", "có xác minh"]
    assert [len(s.times) for s in found.steps] == [2, 2, 1]


def test_one_step_of_two_rows_has_two_persons_and_both_times() -> None:
    found = table(HEAD, ["1", "Thẩm định", "Chuyên viên", "01 ngày"], ["^", "^", "Trưởng phòng", "½ ngày"],
                  ["2", "Ký", "Giám đốc", "1,5 ngày"])
    assert [(s.number, s.name, s.responsible) for s in found.steps] == [
        ("1", "Thẩm định", "Chuyên viên; Trưởng phòng"), ("2", "Ký", "Giám đốc"),
    ]
    assert sums(found) == [3]


def test_a_merged_person_counts_for_every_step() -> None:
    found = table(HEAD, ["1", "Tiếp nhận", "Một cửa", "1 ngày"], ["2", "Trả", "^", "2 ngày"])
    assert [s.responsible for s in found.steps] == ["Một cửa", "Một cửa"]


def test_headings_of_two_and_three_rows() -> None:
    two = table(
        ["TT", "Trình tự các bước", "Trách nhiệm", "Thời gian", None, "Biểu mẫu"],
        ["^", "^", "^", "Không xác minh: 02 ngày làm việc", "Có xác minh: 05 ngày làm việc", "^"],
        ["1", "Tiếp nhận", "A", "02 ngày", "05 ngày", "BM.01"],
    )
    assert [(c.scenario, c.duration and c.duration.amount) for c in two.time_columns] == [("", 2), ("có xác minh", 5)]
    assert [(s.name, s.result) for s in two.steps] == [("Tiếp nhận", "BM.01")] and sums(two) == [2, 5]
    three = table(
        ["TT", "Trình tự các bước", "Trách nhiệm", "Thời gian", None],
        ["^", "^", "^", "không xác minh", "có xác minh"], ["^", "^", "^", "03 ngày làm việc", "08 ngày làm việc"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"], ["1", "Tiếp nhận", "A", "3 ngày", "8 ngày"],
    )
    assert [(c.scenario, c.duration and c.duration.amount) for c in three.time_columns] == [("", 3), ("có xác minh", 8)]
    assert [s.name for s in three.steps] == ["Tiếp nhận"]
    loose = table(["TT", "Trình tự các bước", "Trách nhiệm", "Thời gian", "Thời gian"],
                  ["", "", "", "02 ngày", "Có xác minh: 05 ngày"], ["1", "Tiếp nhận", "A", "02 ngày", "05 ngày"])
    assert [c.duration and c.duration.amount for c in loose.time_columns] == [2, 5] and len(loose.steps) == 1


def test_three_time_columns() -> None:
    heads = ["TT", "Nội dung công việc", "Người thực hiện"]
    found = table([*heads, "Thời gian", "Thời gian có xác minh", "Thời gian trực tuyến"],
                  ["1", "Tiếp nhận", "A", "1 ngày", "2 ngày", "3 ngày"])
    assert sums(found) == [1, 2, 3] and [c.scenario for c in found.time_columns] == ["", "có xác minh", "trực tuyến"]


def test_an_empty_column_is_no_column_of_times() -> None:
    found = table(["TT", "Trình tự", "Trách nhiệm", "Thời gian", None, ""], ["1", "Tiếp nhận", "A", "1 ngày", "", ""],
                  ["2", "Trả", "B", "2 ngày", "", ""])
    assert len(found.time_columns) == 1 and sums(found) == [3]
    left = table(["TT", "Trình tự", "Trách nhiệm", "Thời gian", None], ["1", "Tiếp nhận", "A", "", "1 ngày"])
    assert len(left.time_columns) == 1 and sums(left) == [1]


def test_numbers_that_word_makes() -> None:
    paper = content().p("k. Quy trình xử lý công việc:", bold=True)
    made = paper.grid([HEAD, ["", "Tiếp nhận", "A", "1 ngày"], ["", "Trả", "B", "2 ngày"]])
    rows = [made.rows[0]]
    for number, row in enumerate(made.rows[1:], 1):
        block = row[0].blocks[0]._replace(number=f"{number}.")
        rows.append((row[0]._replace(blocks=(block,)), *row[1:]))
    paper.blocks.append(made._replace(rows=tuple(rows)))
    assert [s.number for s in facts_of(paper).steps] == ["1", "2"]


@pytest.mark.parametrize(("name", "number", "rest"), [
    ("Bước 1: Tiếp nhận", "Bước 1", "Tiếp nhận"), ("B2. Thẩm định", "B2", "Thẩm định"),
    ("3. Ký duyệt", "3", "Ký duyệt"), ("Tiếp nhận", "", "Tiếp nhận"), ("01 bộ hồ sơ", "", "01 bộ hồ sơ"),
])
def test_numbers_in_the_name(name: str, number: str, rest: str) -> None:
    step = table(["Trình tự các bước", "Trách nhiệm", "Thời gian"], [name, "A", "1 ngày"]).steps[0]
    assert (step.number, step.name) == (number, rest)


def test_a_row_of_the_total_is_kept_apart() -> None:
    found = table(HEAD, ["1", "Tiếp nhận", "A", "3 ngày"], ["Tổng cộng", None, None, "03 ngày"])
    assert [(s.name, [t.text for t in s.times]) for s in found.steps] == [
        ("Tiếp nhận", ["3 ngày"]), ("Tổng cộng", ["03 ngày"]),
    ]
    spoken = table(HEAD, ["1", "Tiếp nhận", "A", "3 ngày"], ["", "Tổng thời gian giải quyết: 03 ngày", None, None])
    assert [s.name for s in spoken.steps] == ["Tiếp nhận", "Tổng thời gian giải quyết"]
    assert [t.text for t in spoken.steps[1].times] == ["Tổng thời gian giải quyết: 03 ngày"]


def test_headings_of_groups_and_notes_are_no_steps() -> None:
    found = table(HEAD, ["I. TẠI CẤP XÃ", None, None, None], ["1", "Tiếp nhận", "A", "1 ngày"], HEAD,
                  ["II", "TẠI CẤP TỈNH", None, None], ["2", "Trả", "B", "2 ngày"], ["", "", "", ""],
                  ["Ghi chú: thời gian tính từ khi nhận đủ hồ sơ.", None, None, None])
    assert [s.name for s in found.steps] == ["Tiếp nhận", "Trả"] and sums(found) == [3]


def test_cases_in_rows_have_columns_of_their_own() -> None:
    found = table(HEAD, ["Trường hợp không xác minh", None, None, None], ["1", "Tiếp nhận", "A", "3 ngày"],
                  ["Trường hợp phải xác minh", None, None, None], ["1", "Xác minh", "B", "8 ngày"])
    assert [c.scenario for c in found.time_columns] == ["", "có xác minh"] and sums(found) == [3, 8]


def test_cells_in_two_languages() -> None:
    found = table(["No/TT", "Trình tự các bước / Steps", "Trách nhiệm\nResponsibility", "Thời gian / Time"],
                  ["1", "Tiếp nhận\nReceive the file", "Một cửa\nOne-stop shop", "½ ngày / ½ day"])
    assert found.columns == ("number", "step", "responsible", "time")
    step = found.steps[0]
    assert (step.name, step.responsible) == ("Tiếp nhận Receive the file", "Một cửa One-stop shop")
    assert sums(found) == [Fraction(1, 2)]


def test_a_table_cut_in_two_goes_on() -> None:
    paper = content().p("k. Quy trình:", bold=True).table(HEAD, ["1", "Tiếp nhận", "A", "1 ngày"])
    paper.p("").table(["2", "Thẩm định", "B", "1 ngày"], ["3", "Ký", "C", "½ ngày"])
    paper.p("(tiếp theo)").table(HEAD, ["4", "Trả", "A", "½ ngày"])
    found = facts_of(paper)
    assert [s.number for s in found.steps] == ["1", "2", "3", "4"]
    assert len(found.time_columns) == 1 and sums(found) == [3]


def test_two_tables_are_two_cases() -> None:
    paper = content().p("k. Quy trình:", bold=True).p("1. Trường hợp nộp trực tiếp")
    paper.table(HEAD, ["1", "A", "A", "3 ngày"])
    paper.p("2. Trường hợp nộp trực tuyến").table(HEAD, ["1", "B", "B", "2 ngày"])
    found = facts_of(paper)
    assert [c.scenario for c in found.time_columns] == ["trực tiếp", "trực tuyến"] and sums(found) == [3, 2]


def test_another_table_behind_is_not_the_process() -> None:
    paper = content().p("k. Quy trình:", bold=True).table(HEAD, ["1", "Tiếp nhận", "A", "3 ngày"])
    paper.p("Bảng mức thu:").table(["1", "Lệ phí", "8.000", "đồng"]).p("7. HỒ SƠ LƯU", bold=True)
    paper.table(["TT", "Nội dung", "Trách nhiệm", "Thời gian lưu"], ["1", "Sổ", "Văn thư", "5 năm"])
    assert [s.name for s in facts_of(paper).steps] == ["Tiếp nhận"]


def test_tables_that_are_no_process() -> None:
    for head in (["TT", "Nội dung", "Trách nhiệm", "Thời gian lưu trữ"],
                 ["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt"],
                 ["STT", "Nội dung sửa đổi", "Lần sửa đổi", "Ngày"]):
        assert not facts_of(content().p("a. Phí: không", bold=True).table(head, ["1", "a", "b", "c"])).steps


def test_what_a_bare_number_counts() -> None:
    found = table(["TT", "Trình tự", "Trách nhiệm", "Thời gian (giờ)"], ["1", "A", "B", "04"])
    assert found.steps[0].times[0].duration is not None and found.steps[0].times[0].duration.unit is Unit.HOUR
    paper = content().p("k. Quy trình:", bold=True)
    paper.table(["TT", "Trình tự", "Trách nhiệm", "Thời gian"], ["1", "A", "B", "1/2"])
    assert facts_of(paper).steps[0].times[0].duration is None
    paper.p("Ghi chú: Đơn vị tính thời gian là ngày làm việc, bằng 8 giờ.")
    duration = facts_of(paper).steps[0].times[0].duration
    assert duration is not None and (duration.amount, duration.unit) == (Fraction(1, 2), Unit.WORKING_DAY)


def test_a_description_beside_an_empty_flow_chart_names_the_step() -> None:
    found = table(["Bước", "Lưu đồ", "Mô tả", "Trách nhiệm"], ["1", "", "Lập kế hoạch", "Thư ký"])
    assert [(s.number, s.name, s.responsible) for s in found.steps] == [("1", "Lập kế hoạch", "Thư ký")]
    hospital = table(["Bước/Lưu đồ", "Mô tả", "Trách nhiệm"], ["Lập kế hoạch", "Hằng năm", "Thư ký"])
    assert [(s.name, s.responsible) for s in hospital.steps] == [("Lập kế hoạch", "Thư ký")]


def test_a_flow_chart_of_text_boxes() -> None:
    paper = content().p("k. Lưu đồ:", bold=True)
    for box, text in enumerate(("Bắt đầu", "Tiếp nhận hồ sơ", "Chuyên viên", "Thẩm định", "Đạt", "½ ngày", "Ký duyệt")):
        paper.blocks.append(paper.paragraph(text, Location(order=1000 + box * 5, place=Place.BOX, paragraph=1)))
    found = facts_of(paper)
    assert found.process_form == "chart"
    assert [s.name for s in found.steps] == ["Tiếp nhận hồ sơ", "Thẩm định", "Ký duyệt"]
    assert found.process_at is not None and found.process_at.place == Place.BOX and not found.columns


def test_a_list_of_steps() -> None:
    paper = content().p("a. Trình tự thực hiện:", bold=True).p("Bước 1: Nộp hồ sơ tại Một cửa (Công chức Một cửa)")
    paper.p("- Bước 2. Thẩm định trong 02 ngày làm việc").p("b. Phí: không", bold=True)
    found = facts_of(paper)
    assert found.process_form == "list" and [(s.number, s.responsible) for s in found.steps] == [
        ("Bước 1", "Công chức Một cửa"), ("Bước 2", ""),
    ]
    assert [t.text for t in found.steps[1].times] == ["02 ngày làm việc"]


def test_points_that_name_who_acts_are_a_process_and_others_are_not() -> None:
    paper = content().p("a. Quy trình xử lý công việc:", bold=True)
    paper.p("1. Công chức tiếp nhận hồ sơ;").p("2. Lãnh đạo ký;").p("*Ghi chú:").p("1. Lãnh đạo có thể vắng mặt.")
    assert [s.name for s in facts_of(paper).steps] == ["Công chức tiếp nhận hồ sơ;", "Lãnh đạo ký;"]
    paper = content().p("a. Trình tự thực hiện:", bold=True).p("- Nộp hồ sơ;").p("- Nhận kết quả.")
    assert not facts_of(paper).steps and facts_of(paper).process_at is None


def test_a_system_procedure_has_steps_too() -> None:
    paper = content()
    paper.table(["Bước", "Nội dung", "Người thực hiện", "Biểu mẫu"], ["1", "Lập kế hoạch", "Thư ký", "BM.01"])
    found = paper.facts("system-procedure").procedure
    assert [(s.number, s.name, s.responsible, s.result) for s in found.steps] == [
        ("1", "Lập kế hoạch", "Thư ký", "BM.01"),
    ]


# ── whatever the cells hold ──

AMOUNTS = st.sampled_from(("½ ngày", "01 ngày", "1,5 ngày", "2.5 ngày", "02 (hai) ngày làm việc", "1/2 ngày"))
VALUES = {"½ ngày": Fraction(1, 2), "01 ngày": Fraction(1), "1,5 ngày": Fraction(3, 2), "2.5 ngày": Fraction(5, 2),
          "02 (hai) ngày làm việc": Fraction(2), "1/2 ngày": Fraction(1, 2)}


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(AMOUNTS, st.integers(1, 4)), min_size=1, max_size=6), st.integers(1, 3), st.booleans())
def test_shared_cells_count_once_however_they_are_merged(runs: list[tuple[str, int]], columns: int, cut: bool) -> None:
    rows: list[list[object]] = []
    for text, height in runs:
        for place in range(height):
            cell = text if not place else "^"
            times: list[object] = [cell] if columns == 1 else [cell, *([None] * (columns - 1))]
            if columns > 1 and place:
                times = ["^"] * columns
            rows.append([str(len(rows) + 1), f"Việc {len(rows)}", "A", *times])
    heads = ["TT", "Trình tự", "Trách nhiệm", *[f"Thời gian trường hợp {'abc'[n]}{n}" for n in range(columns)]]
    paper = content().p("k. Quy trình:", bold=True)
    at = next((n for n, row in enumerate(rows) if n and "^" not in row), 0) if cut else 0
    paper.table(heads, *(rows[:at] or rows))
    if at:
        paper.table(*rows[at:])
    found = facts_of(paper)
    assert len(found.steps) == len(rows) and len(found.time_columns) == columns
    assert sums(found) == [sum((VALUES[text] for text, _ in runs), Fraction(0))] * columns
    for step in found.steps:
        assert all(time.shared >= 1 for time in step.times)


WORDS = st.sampled_from([
    "TT", "Trình tự", "Trách nhiệm", "Thời gian", "Thời gian (03 ngày)", "Kết quả", "Bước 1: Nộp", "½ ngày", "01", "",
    "Tổng cộng", "Trường hợp có xác minh", "Tên hồ sơ", "Nơi lưu", "Thời gian lưu", "Chuyên viên", "(1)", "a. Phí:",
    "b. Thời hạn giải quyết: 3 ngày, trường hợp nếu thì", "Lưu đồ", "Mô tả", "6. BIỂU MẪU", "7. HỒ SƠ LƯU", "BM.01",
    "^", "Mã TTHC: 1.001193", "đối với", "trong đó 5 ngày", "; - ", "5.4", "Thời gian xử lý", "½", "HỒ SƠ",
    "k. Quy trình:",
])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_document_makes_an_extractor_fail(data: st.DataObject) -> None:
    paper = content() if data.draw(st.booleans()) else procedure()
    for _ in range(data.draw(st.integers(1, 6))):
        if data.draw(st.booleans()):
            paper.p(data.draw(WORDS), bold=data.draw(st.booleans()))
            continue
        rows: list[list[object]] = []
        width = data.draw(st.integers(1, 6))
        for r in range(data.draw(st.integers(1, 5))):
            row: list[object] = [data.draw(WORDS if c == 0 else st.one_of(WORDS, st.none())) for c in range(width)]
            rows.append([("x" if cell == "^" and not r else cell) for cell in row])
        paper.table(*rows)
    facts = paper.facts(data.draw(st.sampled_from(("tthc-procedure", "system-procedure"))))
    found = facts.procedure
    assert found is None or all(t.column < len(found.time_columns) or found.process_form == "list"
                                for s in found.steps for t in s.times)
    orders = [item.at.order for item in (found.items if found else ())]
    assert orders == sorted(orders)


@pytest.mark.parametrize(
    "piece", [";", "(", "(;", "nếu ", "trường hợp ; ", "1.001193", "½ ", "-", "a. ", "Bước 1: ", " ", "BM"]
)
def test_long_cells_and_lines_are_read_in_time(piece: str) -> None:
    long = piece * (60_000 // len(piece))
    paper = content().p(f"b. Thời hạn giải quyết: {long}", bold=True).p(long).p("k. Quy trình:", bold=True)
    paper.table(["TT", "Trình tự", "Trách nhiệm", "Thời gian"], ["", "", "", f"Có xác minh {long}"],
                [long, long, long, long], ["1", f"Bước 1: {long}", "A", "1 ngày"])
    paper.p("6. BIỂU MẪU", bold=True).p(long).table(["TT", "Mã hiệu", "Tên biểu mẫu"], ["1", "", f"Phiếu {long}"])
    paper.p("7. HỒ SƠ LƯU", bold=True).table(["TT", "Tên hồ sơ", "Nơi lưu"], [long, long, long])
    started = process_time()
    facts_of(paper)
    assert process_time() - started < 20, "a quadratic search takes minutes"
