"""Registers from files: the columns of agencies, YAML, layers, the cache; broken ones, one clear word each."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from qmslint.api import (
    Inspection,
    ListedLaw,
    Location,
    QualityDocument,
    Settings,
    SourceFile,
    Workspace,
    WrittenDate,
)
from qmslint.law.register import LegalRegister
from qmslint.law.register_data import data_of_register, register_of_data
from qmslint.plugins.manager import Plugins
from qmslint.plugins.parts import Limits
from qmslint.run import register_reading
from qmslint.run.cache import Cache
from qmslint.run.library import make_plan
from qmslint.run.register_reading import read_register
from qmslint.run.registers import built_in, load_register
from qmslint.run.world import calendar_of, register_of
from tests.run.workbooks import csv_of, docx_of, ods_of, workbook_of

PLUGINS = Plugins()
HEAD = ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành", "Ngày hiệu lực", "Ghi chú"]
ROW = ["1", "118/2025/NĐ-CP", "09/06/2025", "Về cơ chế một cửa", "Chính phủ", "01/07/2025", ""]

DECREE = "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về một cửa"


def read(name: str, data: bytes) -> LegalRegister:
    return read_register(name, data, PLUGINS, Limits())


@pytest.mark.parametrize("make", [workbook_of, docx_of, csv_of, ods_of])
def test_the_same_list_in_every_format(make: Callable[..., tuple[str, bytes]]) -> None:
    name, data = make([["DANH MỤC VĂN BẢN PHÁP LÝ"], [], HEAD, ["I. NGHỊ ĐỊNH"], ROW,
                       ["2", "Luật Hộ tịch năm 2014", "", "Luật Hộ tịch", "Quốc hội", "01/01/2016", ""]])
    register = read(name, data)
    assert register.problems == ()
    first, second = register.documents
    assert (first.number, first.title, first.issuer, first.signed, first.in_force) == (
        "118/2025/NĐ-CP", "Về cơ chế một cửa", "Chính phủ", date(2025, 6, 9), date(2025, 7, 1))
    assert first.file == name and first.row >= 3
    assert second.type == "luat" and register.named("Luật Hộ tịch") == second


@pytest.mark.parametrize(
    ("head", "row", "field", "value"),
    [
        (["STT", "Mã hiệu văn bản", "Tên văn bản", "Phân loại", "Cơ quan ban hành", "Ngày hiệu lực", "Tình trạng",
          "Đơn vị theo dõi", "Rà soát gần nhất"],
         ["1", "42/2022/NĐ-CP", "Dịch vụ công", "Nghị định", "Chính phủ", "", "Hết hiệu lực", "VP", "1/7/2026"],
         "status", "expired"),
        (["Thời gian", "Số văn bản", "Cơ quan ban hành", "Trích yếu"],
         ["9/6/2025", "118/2025/NĐ-CP", "Chính phủ", "Một cửa"], "signed", date(2025, 6, 9)),
        (["Tên văn bản", "Hiệu lực"], [DECREE, "01/7/2025"],
         "in_force", date(2025, 7, 1)),
        (["Tên văn bản", "Hiệu lực"], [DECREE, "Còn hiệu lực"],
         "signed", date(2025, 6, 9)),
        (["SỐ KÝ HIỆU", "TRÍCH YẾU NỘI DUNG", "NGÀY KÝ"], ["118/2025/NÐ - CP", "Một cửa", "09.06.2025"],
         "number", "118/2025/NĐ-CP"),
        (["Số, ký hiệu\nvăn bản", "Trích yếu", "Ngày hết hiệu lực"], ["4/2023/NQ-HĐND", "Phí", "31/12/2026"],
         "expires", date(2026, 12, 31)),
        (["Số ký hiệu (văn bản)", "Trích yếu"], ["Nghị định số 118/2025/NĐ-CP", "Một cửa"], "type", "nghi-dinh"),
        (["Number", "Title", "Effective date"], ["118/2025/NĐ-CP", "One stop", "2025-07-01"],
         "in_force", date(2025, 7, 1)),
        (["Số, ký hiệu", "Trích yếu"], ["101/QĐ-BKHCN", "Mô hình khung"], "normative", False),
    ],
)
def test_columns_as_agencies_call_them(head: list[str], row: list[str], field: str, value: object) -> None:
    register = read(*csv_of([head, row]))
    assert not register.problems
    assert getattr(register.documents[0], field) == value


def test_titles_in_two_rows() -> None:
    register = read(*csv_of([
        ["TT", "Số, ký hiệu", "Ngày", "Ngày", "Trích yếu"], ["TT", "Số, ký hiệu", "ban hành", "hiệu lực", "Trích yếu"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"], ["1", "118/2025/NĐ-CP", "9/6/2025", "1/7/2025", "Một cửa"],
    ]))
    assert register.problems == ()
    row = register.documents[0]
    assert (row.signed, row.in_force, row.row) == (date(2025, 6, 9), date(2025, 7, 1), 4)


def test_remarks_and_titles_say_what_documents_do() -> None:
    register = read(*csv_of([
        HEAD,
        ["1", "61/2018/NĐ-CP", "23/4/2018", "Một cửa", "", "21/6/2018",
         "Bị thay thế bởi Nghị định số 118/2025/NĐ-CP từ ngày 01/7/2025"],
        ["2", "107/2021/NĐ-CP", "6/12/2021", "Sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP", "",
         "6/12/2021", ""],
        ["3", "118/2025/NĐ-CP", "9/6/2025", "Một cửa", "", "1/7/2025", "Được sửa đổi bởi Nghị định số 9/2026/NĐ-CP"],
    ]))
    assert register.problems == ()
    standing = register.standing("61/2018/NĐ-CP", date(2025, 7, 1))
    assert standing is not None and (standing.state, standing.since) == ("expired", date(2025, 7, 1))
    assert [d.number for d in register.replaced_by("61/2018/NĐ-CP", date(2026, 1, 1))] == ["118/2025/NĐ-CP"]
    assert [t.document.number for t in register.touches("61/2018/NĐ-CP")] == ["107/2021/NĐ-CP", "118/2025/NĐ-CP"]
    assert [t.document.number for t in register.touches("118/2025/NĐ-CP")] == ["9/2026/NĐ-CP"]


YAML = """
qmslint: legal-register/1
source: Sổ theo dõi của Văn phòng
checked_on: 20/11/2026
documents:
  - number: 118/2025/NĐ-CP
    title: Một cửa
    in_force: 2025-07-01
    parts: [{part: Điều 40, in_force: 01/01/2026}]
    replaces: [61/2018/NĐ-CP, {number: 107/2021/NĐ-CP, since: 2025-07-01}]
    amended_by: 309/2026/NĐ-CP
    transition: Hồ sơ nộp trước 01/07/2025 theo quy định cũ
    tthc: [1.001193]
"""


def test_yaml_says_everything() -> None:
    register = read("dm.yaml", YAML.encode())
    assert register.problems == ()
    row = register.documents[0]
    assert row.row == 6 and row.checked_on == date(2026, 11, 20) and row.source == "Sổ theo dõi của Văn phòng"
    assert row.tthc == ("1.001193",) and row.transition.startswith("Hồ sơ nộp")
    assert register.clocks(row) == ((date(2025, 7, 1), ""), (date(2026, 1, 1), "Điều 40"))
    assert [d.number for d in register.documents] == ["118/2025/NĐ-CP", "309/2026/NĐ-CP"]


def test_what_was_imported_can_be_read_again() -> None:
    import yaml

    register = read("dm.yaml", YAML.encode())
    text = yaml.safe_dump(data_of_register(register), allow_unicode=True)
    again = read("dm.yaml", text.encode())
    plain = [d._replace(file="", row=0) for d in register.documents]
    assert [d._replace(file="", row=0) for d in again.documents] == plain


def test_a_typed_record_may_serve_as_a_register() -> None:
    text = "qmslint: record/1\nkind: legal-list\nlisted_laws:\n  - {number: 118/2025/NĐ-CP, effective: 01/07/2025}\n"
    assert read("dm.yaml", text.encode()).documents[0].in_force == date(2025, 7, 1)


# ── broken registers ──


def bomb() -> bytes:
    names = "abcdefgh"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{m}'] * 9)}]" for m, n in pairwise(names)]
    return ("\n".join(lines) + "\ndocuments: *h\n").encode()


def damaged() -> bytes:
    return workbook_of([HEAD, ROW])[1][:300]


def other_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "x")
    return buffer.getvalue()


def table(*rows: list[str]) -> bytes:
    return csv_of([HEAD, *rows])[1]


def changed(**cells: str) -> list[str]:
    places = {"number": 1, "signed": 2, "title": 3, "in_force": 5, "note": 6}
    row = list(ROW)
    for name, value in cells.items():
        row[places[name]] = value
    return row


BROKEN: list[tuple[str, str, bytes, str, int]] = [
    # name of the case, file, bytes, code of the problem, row (0 = the file)
    ("empty file", "dm.csv", b"", "empty", 0),
    ("empty workbook", *workbook_of([]), "empty", 0),
    ("no header", *csv_of([["a", "b"], ["1", "2"]]), "no-header", 0),
    ("header without number or title", *csv_of([["TT", "Ngày ban hành", "Ghi chú"], ["1", "2", "3"]]), "no-header", 0),
    ("unknown column", *csv_of([[*HEAD, "Trích yêu văn bản"], [*ROW, "x"]]), "unknown-column", 1),
    ("column twice", *csv_of([[*HEAD, "Ngày ký"], [*ROW, "1/1/2025"]]), "column-twice", 1),
    ("duplicate number", "dm.csv", table(ROW, ROW), "duplicate", 3),
    ("impossible date", "dm.csv", table(changed(signed="31/02/2025")), "date-impossible", 2),
    ("half a date", "dm.csv", table(changed(signed="…/6/2025")), "date-impossible", 2),
    ("words for a date", "dm.csv", table(changed(in_force="sau 45 hôm")), "wrong-value", 2),
    ("effect before signing", "dm.csv", table(changed(in_force="01/06/2025")), "effect-before-signing", 2),
    ("year against date", "dm.csv", table(changed(signed="09/06/2024", in_force="")), "year-mismatch", 2),
    ("malformed number", "dm.csv", table(changed(number="65/20004/QĐ-BNV", signed="", in_force="")),
     "number-malformed", 2),
    ("no number", "dm.csv", table(changed(number="")), "number-missing", 2),
    ("formula", "dm.csv", table(changed(number="=A1&B1", title="Nghị định 118/2025/NĐ-CP")), "formula", 2),
    ("acts on itself", "dm.yaml", b"documents:\n- {number: 1/2025/TT-BTP, amends: 1/2025/TT-BTP}\n", "own-target", 2),
    ("cycle", "dm.yaml", b"documents:\n- {number: 1/2025/TT-BTP, replaces: 2/2025/TT-BTP}\n"
     b"- {number: 2/2025/TT-BTP, replaces: 1/2025/TT-BTP}\n", "cycle", 2),
    ("order", "dm.yaml", b"documents:\n- {number: 1/2024/TT-BTP, signed: 2024-01-01, amends: 2/2025/TT-BTP}\n"
     b"- {number: 2/2025/TT-BTP, signed: 2025-01-01}\n", "order", 2),
    ("unknown key", "dm.yaml", b"documents:\n- {number: 1/2025/TT-BTP, sined: 2025-01-01}\n", "unknown-key", 2),
    ("wrong type", "dm.yaml", b"documents:\n- {number: 1/2025/TT-BTP, title: [a, b]}\n", "wrong-value", 2),
    ("a list of lists", "dm.yaml", b"documents:\n- [1/2025/TT-BTP]\n", "wrong-value", 2),
    ("unknown status", "dm.yaml", b"documents:\n- {number: 1/2025/TT-BTP, status: xanh}\n", "wrong-value", 2),
    ("not YAML", "dm.yaml", b"documents:\n- {number: 1\n", "unreadable", 0),
    ("a bomb", "dm.yaml", bomb(), "unreadable", 0),
    ("another schema", "dm.yaml", b"qmslint: register/9\ndocuments: [1/2025/TT-BTP]\n", "wrong-schema", 1),
    ("no documents", "dm.yaml", b"documents: 7\n", "empty", 0),
    ("not JSON", "dm.json", b"{", "syntax", 0),
    ("not UTF-8", "dm.csv", "Số, ký hiệu,Trích yếu\n".encode("utf-16-le"), "syntax", 0),
    ("damaged workbook", "dm.xlsx", damaged(), "unreadable", 0),
    ("another zip", "dm.xlsx", other_zip(), "unreadable", 0),
    ("a picture", "dm.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64), "unreadable", 0),
]


@pytest.mark.parametrize(("name", "data", "code", "row"), [case[1:] for case in BROKEN], ids=[c[0] for c in BROKEN])
def test_a_broken_register_gets_one_clear_word(name: str, data: bytes, code: str, row: int) -> None:
    register = read(name, data)
    assert [problem.code for problem in register.problems] == [code]
    problem = register.problems[0]
    assert problem.file == name and problem.row == row
    assert problem.message.vi and problem.message.en and problem.mend.vi and problem.mend.en
    assert LegalRegister().layered(register).problems == register.problems


def test_a_million_rows_are_bounded() -> None:
    line = "1,118/2025/NĐ-CP,09/06/2025,Một cửa,Chính phủ,01/07/2025,\n"
    data = (",".join(f'"{t}"' for t in HEAD) + "\n" + "".join(
        line.replace("118/", f"{n % 90000 + 1}/") for n in range(1_000_000))).encode()
    register = read("dm.csv", data)
    assert [p.code for p in register.own_problems] == ["too-many-rows"]
    assert len(register.documents) == 50_000


def test_a_missing_file_is_a_problem_and_stops_nothing(tmp_path: Path) -> None:
    register = load_register(tmp_path / "không có.xlsx", "không có.xlsx", PLUGINS, Limits(), Cache(None))
    assert [p.code for p in register.problems] == ["vanished"]


def test_a_sheet_is_named(tmp_path: Path) -> None:
    name, data = workbook_of([HEAD, changed(signed="31/02/2025")], sheet="Danh mục 2026")
    problem = read(name, data).problems[0]
    assert (problem.sheet, problem.row) == ("Danh mục 2026", 2)


# ── the cache and the run ──


def test_a_register_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "dm.yaml"
    file.write_text(YAML, encoding="utf-8")
    first = Cache(tmp_path / "cache")
    fresh = load_register(file, "dm.yaml", PLUGINS, Limits(), first)
    first.close()
    monkeypatch.setattr(register_reading, "read_register", lambda *_: pytest.fail("parsed again"))
    kept = load_register(file, "dm.yaml", PLUGINS, Limits(), Cache(tmp_path / "cache"))
    assert kept.documents == fresh.documents and kept.problems == fresh.problems


def test_the_agencys_list_lies_over_the_provinces_and_that_over_the_built_in(tmp_path: Path) -> None:
    (tmp_path / "qmslint.yaml").write_text("legal_registers: [tinh.yaml, dm.csv]\nholidays: nghi.yaml\n", "utf-8")
    (tmp_path / "nghi.yaml").write_text("holidays: {2027-02-05: Tết}\nyears: [2027]\n", "utf-8")
    province = "documents:\n- {number: 118/2025/NĐ-CP, transition: của tỉnh, title: T}\n"
    (tmp_path / "tinh.yaml").write_text(province, "utf-8")
    (tmp_path / "dm.csv").write_bytes(csv_of([HEAD, changed(title="của cơ quan", signed="", in_force="")])[1])
    plan = make_plan([tmp_path], cache=tmp_path / "cache")
    row = register_of(plan).get("118/2025/NĐ-CP")
    assert row is not None
    assert (row.title, row.transition, row.in_force) == ("của cơ quan", "của tỉnh", date(2025, 7, 1))
    calendar = calendar_of(plan)
    assert calendar.covers(2027) and not calendar.works(date(2027, 2, 5))


def test_a_list_read_with_the_set_may_serve(tmp_path: Path) -> None:
    day = WrittenDate("02/7/2025", date(2025, 7, 2))
    law = ListedLaw("7118/2025/NĐ-CP", "Một cửa", effective=day, at=Location(row=4))
    listed = QualityDocument(path="dm.xlsx", kind="legal-list", listed_laws=(law,))
    plan = make_plan([tmp_path], settings=Settings(legal_registers=("dm.xlsx",)))
    row = register_of(plan, Workspace([Inspection(SourceFile("dm.xlsx"), listed)])).get("7118/2025/NĐ-CP")
    assert row is not None and (row.in_force, row.file, row.row) == (date(2025, 7, 2), "dm.xlsx", 4)
    assert [p.code for p in register_of(plan, Workspace([])).own_problems] == ["vanished"]


def test_the_built_in_register_is_sound() -> None:
    from importlib.resources import files

    register = built_in(PLUGINS)
    assert register.problems == () and len(register.documents) > 90
    assert all(row.source and row.checked_on and row.certainty.value in ("V", "V2") for row in register.documents)
    data = json.loads(files("qmslint_currency").joinpath("data", "legal_register.json").read_text("utf-8"))
    parsed = register_of_data(data, "qmslint")
    assert parsed.problems == ()
    for ours, theirs in zip(register.documents, parsed.documents, strict=True):
        assert set(ours.relations) == set(theirs.relations), ours.number
        assert ours._replace(relations=()) == theirs._replace(relations=())


def test_what_the_built_in_register_knows() -> None:
    register = built_in(PLUGINS)
    day = date(2026, 11, 22)
    states = {n: s.state for n in ("42/2022/NĐ-CP", "118/2025/NĐ-CP", "367/2025/NĐ-CP", "144/2006/QĐ-TTg",
                                   "61/2018/NĐ-CP", "80/2015/QH13") if (s := register.standing(n, day))}
    assert states == {"42/2022/NĐ-CP": "expired", "118/2025/NĐ-CP": "in-force", "367/2025/NĐ-CP": "partly",
                      "144/2006/QĐ-TTg": "expired", "61/2018/NĐ-CP": "unknown", "80/2015/QH13": "expired"}
    assert [t.document.number for t in register.touches("118/2025/NĐ-CP", date(2026, 5, 1), day)
            if t.effective] == ["309/2026/NĐ-CP", "310/2026/NĐ-CP"]
    assert register.get("63/2020/QH14") is None  # only recalled, never read: not shipped
