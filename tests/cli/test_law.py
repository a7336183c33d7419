"""`qmslint law`: what an officer asks and is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from qmslint.cli.law import command
from qmslint.model.errors import NothingToCheck, UsageError
from tests.run.workbooks import csv_of, docx_of

HEAD = ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Ngày hiệu lực", "Ghi chú"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def law(*arguments: str) -> Result:
    result = CliRunner().invoke(command, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def data(*arguments: str) -> Any:
    return json.loads(law(*arguments).stdout)


def test_show_one_document() -> None:
    text = law("show", "42/2022/NĐ-CP", "--as-of", "22/11/2026").stdout
    for words in ("Chính phủ", "24/06/2022", "hết hiệu lực từ 01/07/2026 (224/2026/NĐ-CP)",
                  "← bị bãi bỏ bởi 224/2026/NĐ-CP, từ 01/07/2026", "Nguồn"):
        assert words in text
    assert "chưa có hiệu lực" not in text
    before = data("show", "42/2022/NĐ-CP", "--as-of", "2026-06-30", "--format", "json")
    assert before[0]["state"] != "expired" and before[0]["certainty"] == "V"


def test_show_a_law_by_name_and_what_is_not_there() -> None:
    assert "60/2014/QH13" in law("show", "Luật", "Hộ", "tịch").stdout
    both = law("show", "Luật Tổ chức chính quyền địa phương").stdout  # two of that name: both are shown
    assert "72/2025/QH15" in both and "77/2015/QH13" in both
    assert "issuer: Hội đồng nhân dân tỉnh Sóc Trăng" in " ".join(law("show", "12/2023/NQ-HĐND").stdout.split())
    with pytest.raises(NothingToCheck) as caught:
        law("show", "118/2025")
    assert caught.value.mend.vi == "Có phải: 118/2025/NĐ-CP?"
    with pytest.raises(NothingToCheck):
        law("show", "999/2031/NĐ-CP")


def test_the_agencys_own_register_counts(here: Path) -> None:
    (here / "qmslint.yaml").write_text("legal_registers: [dm.csv]\n", "utf-8")
    rows = [HEAD, ["1", "61/2018/NĐ-CP", "", "Một cửa", "", "Thay thế bởi Nghị định số 118/2025/NĐ-CP từ 01/7/2025"]]
    (here / "dm.csv").write_bytes(csv_of(rows)[1])
    shown = data("show", "61/2018/NĐ-CP", "--as-of", "2026-11-22", "--format", "json")[0]
    assert (shown["state"], shown["since"], shown["replaced_by"]) == ("expired", "2025-07-01", ["118/2025/NĐ-CP"])
    assert (shown["file"], shown["row"]) == ("dm.csv", 2)


def test_status_of_what_a_paper_cites(here: Path) -> None:
    text = "# Quy trình\n\nCăn cứ Nghị định số 42/2022/NĐ-CP; Nghị định số 118/2025/NĐ-CP; Thông tư số 9/2031/TT-BTP.\n"
    (here / "qt.md").write_text(text, "utf-8")
    result = law("status", "qt.md", "--as-of", "2026-11-22")
    assert result.exit_code == 1
    lines = {line.split()[0]: line for line in result.stdout.splitlines()[1:] if line.split()}
    assert "hết hiệu lực từ 01/07/2026 (224/2026/NĐ-CP)" in lines["42/2022/NĐ-CP"]
    assert "còn hiệu lực" in lines["118/2025/NĐ-CP"]
    assert "không có trong sổ văn bản" in lines["9/2031/TT-BTP"]


def test_a_file_that_cannot_be_read_is_said_and_is_not_green(here: Path) -> None:
    (here / "hong.docx").write_bytes(b"x")
    with pytest.raises(NothingToCheck) as caught:
        law("status", "hong.docx")
    assert "hong.docx" in caught.value.message.vi and "cannot be read" in caught.value.message.en
    (here / "qt.md").write_text("# Quy trình\n\nCăn cứ Nghị định số 118/2025/NĐ-CP.\n", "utf-8")
    both = law("status", ".", "--as-of", "2026-11-22")
    assert both.exit_code == 1 and "118/2025/NĐ-CP" in both.stdout and "hong.docx" in both.stderr


def test_one_number_of_two_provinces_is_two_laws(here: Path) -> None:
    (here / "qt.md").write_text(
        "# Quy trình\n\nCăn cứ Nghị quyết số 04/2024/NQ-HĐND của HĐND tỉnh Sóc Trăng; Nghị quyết số "
        "04/2024/NQ-HĐND của HĐND tỉnh Cà Mau.\n", "utf-8")
    text = " ".join(law("status", "qt.md", "--as-of", "2026-11-22").stdout.split())
    assert "của Hội đồng nhân dân tỉnh Sóc Trăng: chưa rõ" in text
    assert "của HĐND tỉnh Cà Mau: không có trong sổ văn bản" in text
    assert "- {number: 04/2024/NQ-HĐND, issuer: HĐND tỉnh Cà Mau, signed" in text


def test_what_is_not_known_has_its_reason_and_the_way_out(here: Path) -> None:
    (here / "qt.md").write_text(
        "# Quy trình\n\nCăn cứ Nghị định số 61/2018/NĐ-CP; Thông tư số 9/2031/TT-BTP; Luật Tổ chức chính quyền địa "
        "phương; Quyết định số 12/QĐ-UBND.\n", "utf-8")
    for lang, words in (
        ("vi", ("chưa rõ hiệu lực (chưa có nguồn xác nhận", "cùng tên: 72/2025/QH15, 77/2015/QH13",
                "- {number: 61/2018/NĐ-CP, status: …", "- {number: 9/2031/TT-BTP, signed: …", "legal_registers")),
        ("en", ("standing not known (no source says", "of that name: 72/2025/QH15, 77/2015/QH13",
                "- {number: 61/2018/NĐ-CP, status: …", "own register", "legal_registers")),
    ):
        written = law("status", "qt.md", "--as-of", "2026-11-22", "--lang", lang).stdout
        assert all(len(line) <= 80 for line in written.splitlines())
        text = " ".join(written.split())
        assert all(word in text for word in words), text
        assert "{number: 12/QĐ-UBND" not in text  # the agency's own decisions need no row
    shown = " ".join(law("show", "61/2018/NĐ-CP", "--as-of", "2026-11-22").stdout.split())
    assert "chưa có nguồn xác nhận" in shown and "- {number: 61/2018/NĐ-CP" in shown


LAW, HEIR = "7001/2020/NĐ-CP", "7002/2025/NĐ-CP"


@pytest.mark.parametrize(("rows", "words", "mend"), [
    ([{"number": LAW, "signed": "2020-01-01"}], "không ghi ngày có hiệu lực", f"{{number: {LAW}, in_force"),
    ([{"number": LAW, "in_force": "2020-02-01"}, {"number": HEIR, "replaces": [LAW]}],
     f"{HEIR} thay thế hoặc bãi bỏ văn bản này, nhưng không rõ từ ngày nào", f"{{number: {HEIR}, in_force"),
    ([{"number": LAW, "status": "expired", "checked_on": "2026-12-31"}], "không rõ từ ngày nào", "expires"),
])
def test_every_doubt_names_its_cause(here: Path, rows: list[dict[str, Any]], words: str, mend: str) -> None:
    (here / "so.yaml").write_text(yaml.safe_dump({"documents": rows}, allow_unicode=True), "utf-8")
    (here / "qmslint.yaml").write_text("legal_registers: [so.yaml]\n", "utf-8")
    shown = " ".join(law("show", LAW, "--as-of", "2026-11-22").stdout.split())
    assert "chưa rõ hiệu lực (" in shown and words in shown and mend in shown.split("ghi vào sổ")[1]


def test_import_and_what_was_not_understood(here: Path) -> None:
    rows = [[*HEAD, "Người giữ sổ"], ["1", "118/2025/NĐ-CP", "31/02/2025", "Một cửa", "01/7/2025", "", "An"]]
    (here / "dm.docx").write_bytes(docx_of(rows)[1])
    result = law("import", "dm.docx", "-o", "dm.yaml")
    assert result.exit_code == 0
    assert "Người giữ sổ" in result.stderr and "31/02/2025" in result.stderr and "1 văn bản" in result.stderr
    written = yaml.safe_load((here / "dm.yaml").read_text("utf-8"))
    assert written["documents"][0]["in_force"] == "2025-07-01" and "signed" not in written["documents"][0]
    assert law("lint", "dm.yaml").exit_code == 0


def test_lint_names_file_row_and_the_way_out(here: Path) -> None:
    row = ["1", "9/2025/TT-BTP", "09/06/2025", "Một cửa", "01/5/2025", ""]
    (here / "dm.csv").write_bytes(csv_of([HEAD, row])[1])
    result = law("lint", "dm.csv")
    assert result.exit_code == 1
    assert result.stdout.startswith("dm.csv, dòng 2: 9/2025/TT-BTP có hiệu lực ngày 01/05/2025, trước ngày ký")
    assert "→ Đối chiếu" in result.stdout
    assert "row 2" in law("lint", "dm.csv", "--lang", "en").stdout


WORKED = [
    ("01/07/2025", "01/10/2025", "01/10/2025"), ("05/08/2026", "05/11/2026", "05/11/2026"),
    ("01/12/2014", "01/03/2015", "02/03/2015"), ("30/11/2025", "28/02/2026", "02/03/2026"),
    ("29/11/2025", "28/02/2026", "02/03/2026"), ("28/02/2026", "28/05/2026", "28/05/2026"),
    ("31/01/2026", "30/04/2026", "04/05/2026"), ("26/01/2026", "26/04/2026", "28/04/2026"),
    ("18/11/2025", "18/02/2026", "23/02/2026"), ("24/08/2026", "24/11/2026", "25/11/2026"),
    ("01/06/2026", "01/09/2026", "03/09/2026"), ("01/10/2026", "01/01/2027", "04/01/2027"),
    ("30/11/2026", "28/02/2027", "01/03/2027"),
]
"""In force, nominal, rolled: worked out by hand."""


def iso(day: str) -> str:
    return "-".join(reversed(day.split("/")))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("day", "nominal", "rolled"), WORKED)
def test_worked_deadlines(day: str, nominal: str, rolled: str, lang: str) -> None:
    provisional = day in ("01/10/2026", "30/11/2026")  # the holidays of 2027 are not decided
    for written in (day, iso(day)):
        found = data("deadline", written, "--format", "json", "--lang", lang)
        assert (found["start"], found["nominal"], found["rolled"]) == (iso(day), iso(nominal), iso(rolled))
        assert found["provisional"] is provisional
        text = law("deadline", written, "--lang", lang).stdout
        first, last, *reasons = text.splitlines()
        assert nominal in first and rolled in last and reasons
        assert ("(tạm tính)" in last or "(provisional)" in last) is provisional
        assert all(len(line) <= 80 for line in text.splitlines())


def test_deadline() -> None:
    text = law("deadline", "24/08/2026").stdout
    assert "Hạn danh nghĩa: 24/11/2026" in text and "Hạn cuối: 25/11/2026" in text
    assert "Ngày Văn hóa Việt Nam" in text and "tạm tính" not in text.lower()
    found = data("deadline", "2026-10-01", "--format", "json")
    assert (found["nominal"], found["rolled"], found["provisional"]) == ("2027-01-01", "2027-01-04", True)
    assert any("holidays" in reason for reason in found["reasons"])
    assert data("deadline", "2026-11-20", "--working-days", "3", "--format", "json")["rolled"] == "2026-11-26"
    with pytest.raises(UsageError):
        law("deadline", "2026-11-20", "--days", "3", "--months", "1")
    with pytest.raises(UsageError):
        law("deadline", "9999-12-01")


def test_a_file_of_holidays_makes_the_year_sure(here: Path) -> None:
    (here / "qmslint.yaml").write_text("holidays: nghi.yaml\n", "utf-8")
    (here / "nghi.yaml").write_text("holidays: {2027-01-01: Tết Dương lịch}\nyears: [2027]\n", "utf-8")
    assert data("deadline", "2026-10-01", "--format", "json")["provisional"] is False
