"""What is due, in every format: the calendar by the letter of RFC 5545, the workbook without formulas, text, JSON."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.agenda.ics import agenda_ics
from qmslint.agenda.json import agenda_json, impact_json
from qmslint.agenda.text import agenda_text, impact_text
from qmslint.agenda.xlsx import agenda_xlsx
from qmslint.cli.app import app
from qmslint.law.agenda import Agenda, agenda_of
from qmslint.law.calendar import Calendar
from qmslint.law.citation import parse_citations
from qmslint.law.followed import followed
from qmslint.law.impact import Impact, impact_of
from qmslint.law.register import LegalRegister
from qmslint.model.document import SourceFile
from qmslint.model.facts import Identity, QualityDocument
from qmslint.model.inspection import Inspection
from qmslint.model.legal import LegalDocument, Relation, RelationKind
from qmslint.model.workspace import Workspace

CALENDAR = Calendar()
OLD, NEW, LATER = "901/2018/NĐ-CP", "902/2025/NĐ-CP", "903/2026/NĐ-CP"
FIXTURE = Path(__file__).parents[2] / "fixtures" / "rules" / "law-update-overdue" / "bad"


def register(title: str = "Về cơ chế một cửa") -> LegalRegister:
    return LegalRegister((
        LegalDocument(OLD, title, signed=date(2018, 4, 23), in_force=date(2018, 6, 21)),
        LegalDocument(NEW, title, signed=date(2025, 6, 9), in_force=date(2025, 7, 1),
                      relations=(Relation(RelationKind.REPLACES, OLD),)),
        LegalDocument(LATER, title, signed=date(2026, 10, 5), in_force=date(2026, 12, 1),
                      relations=(Relation(RelationKind.AMENDS, NEW),)),
        LegalDocument("904/2026/NĐ-CP", title, relations=(Relation(RelationKind.AMENDS, NEW),)),
    ))


def workspace(count: int = 2, title: str = "Đăng ký khai sinh", path: str = "QT {n}.docx") -> Workspace:
    cited = tuple(c._replace(section="legal-basis") for c in parse_citations(f"Nghị định số {OLD}"))
    documents = [
        QualityDocument(
            path=path.format(n=n), kind="tthc-procedure", citations=cited,
            identity=Identity(code=f"QT {n:02}", title=title, issued=date(2024, 7, 1)),
        )
        for n in range(1, count + 1)
    ]
    return Workspace(Inspection(SourceFile(d.path), d) for d in documents)


def agenda(as_of: date = date(2026, 11, 24), until: date | None = None, laws: str = "x", **more: str) -> Agenda:
    known = register(laws)
    return agenda_of(followed(workspace(**more), known, CALENDAR, as_of), CALENDAR, as_of, until, 4)  # type: ignore[arg-type]


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_what_is_due_stands_by_its_last_day() -> None:
    found = agenda()
    assert [(i.path, i.update.law.number, i.rolled, i.overdue) for i in found.items] == [
        ("QT 1.docx", NEW, date(2025, 10, 1), True), ("QT 2.docx", NEW, date(2025, 10, 1), True),
        ("QT 1.docx", LATER, date(2027, 3, 1), False), ("QT 2.docx", LATER, date(2027, 3, 1), False),
    ]
    assert found.items[2].provisional and found.items[2].working_days > 60
    assert {one.law for one in found.undecided} == {"904/2026/NĐ-CP"}
    assert len(agenda(until=date(2026, 12, 31)).items) == 2  # what is overdue stays


def test_the_calendar_keeps_the_letter_of_the_standard() -> None:
    data = agenda_ics(agenda(laws="Tên; có, dấu \\ và\nxuống dòng " * 9))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode()  # no character is torn apart
    lines = unfolded(data)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2  # one for each law and last day
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 2
    assert lines.count("DTSTAMP:20261124T000000Z") == 2
    assert "DTSTART;VALUE=DATE:20251001" in lines and "DTEND;VALUE=DATE:20251002" in lines
    description = next(line for line in lines if line.startswith("DESCRIPTION:902"))
    assert "Tên\\; có\\, dấu \\\\ và\\nxuống" in description


def events(data: bytes) -> list[dict[str, str]]:
    """The events as a stranger's program reads them: unfolded, split at the first colon, escapes undone."""
    found: list[dict[str, str]] = []
    inner = 0
    for line in unfolded(data):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        inner += (line == "BEGIN:VALARM") - (line == "END:VALARM")
        if found and not inner and name not in ("BEGIN", "END"):
            key = name.partition(";")[0]
            assert key not in found[-1], f"{key} twice in one event"
            found[-1][key] = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
        if line == "END:VEVENT":
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"} <= found[-1].keys()
    return found


def test_a_foreign_reader_gets_every_word_back() -> None:
    title = "Tên; có, dấu \\ và \"ngoặc\": hết"
    data = agenda_ics(agenda(laws=title, title="Quy trình, một; hai"))
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    found = events(data)
    assert len(found) == 2 and len({one["UID"] for one in found}) == 2
    assert title in found[0]["DESCRIPTION"] and "QT 01 Quy trình, một; hai" in found[0]["DESCRIPTION"]
    for one in found:
        assert re.fullmatch(r"[0-9a-f]{24}@qmslint", one["UID"]) and one["DTSTAMP"] == "20261124T000000Z"
        assert int(one["DTEND"]) > int(one["DTSTART"]) and "\n" in one["DESCRIPTION"]


@given(st.text(max_size=200))
def test_any_words_come_back(words: str) -> None:
    kept = "".join(sign for sign in words if sign == "\t" or (sign >= " " and sign != "\x7f" and not sign.isspace()))
    kept = kept.encode("utf-8", "replace").decode().replace("\\", "/")
    description = events(agenda_ics(agenda(laws=f"a{kept}z")))[0]["DESCRIPTION"]
    assert f"a{kept}z" in description


def test_an_event_stays_itself_in_either_language() -> None:
    found = agenda()
    vi, en = (events(agenda_ics(found, language)) for language in ("vi", "en"))
    assert [one["UID"] for one in vi] == [one["UID"] for one in en]
    assert "tài liệu" in vi[0]["SUMMARY"] and "documents" in en[0]["SUMMARY"]
    assert not any("tài liệu" in one["SUMMARY"] for one in en)


def test_the_sheet_prints_on_a4_with_its_titles_and_says_what_is_not_known() -> None:
    from python_calamine import CalamineWorkbook

    data = agenda_xlsx(agenda(laws="Tên rất dài của một văn bản quy phạm pháp luật " * 6))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book, sheet, styles = (package.read(f"xl/{name}.xml").decode()
                               for name in ("workbook", "worksheets/sheet1", "styles"))
    assert "!$A$1:$K$6</definedName>" in book and "!$2:$2</definedName>" in book
    assert 'orientation="landscape" fitToWidth="1" fitToHeight="0"' in sheet and 'formatCode="dd/mm/yyyy"' in styles
    heights = [int(one) for one in re.findall(r'<row r="[0-9]+" ht="([0-9]+)"', sheet)]
    assert len(heights) == 6 and min(heights[2:]) > 60  # the long title is wrapped and seen whole
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(1).to_python()
    assert [row[0] for row in rows] == ["Văn bản pháp luật", "904/2026/NĐ-CP", "904/2026/NĐ-CP"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_texts_fit_the_terminal_and_group_what_is_not_known(language: str) -> None:
    found = agenda(count=9, laws="Tên rất dài của một văn bản quy phạm pháp luật " * 4)  # type: ignore[arg-type]
    text = agenda_text(found._replace(unread=("hỏng.docx",)), language, 80)
    assert all(len(line) <= 80 for line in text.splitlines())
    assert text.count("904/2026/NĐ-CP: ") == 1  # once for all nine documents, with the row that settles it
    assert "- {number: 904/2026/NĐ-CP, in_force: …}" in text and "hỏng.docx" in text
    assert all(len(line) <= 80 for line in impact_text(impact(NEW), language, 80).splitlines())


def test_an_event_keeps_its_identity_when_documents_come_and_go() -> None:
    def uids(count: int, as_of: date) -> set[str]:
        data = agenda_ics(agenda(as_of, count=count))  # type: ignore[arg-type]
        return {line for line in unfolded(data) if line.startswith("UID:")}

    assert uids(1, date(2026, 11, 24)) == uids(5, date(2026, 10, 24))


@given(st.text(max_size=300))
def test_any_title_folds_and_unfolds(title: str) -> None:
    data = agenda_ics(agenda(title=title))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = unfolded(data)
    assert all(re.match(r"[A-Z-]+[;:]", line) for line in lines if line)


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "a<b>&\"'", "\x00\x0b\ud800x"])
def test_no_text_of_a_document_becomes_a_formula(words: str) -> None:
    from python_calamine import CalamineWorkbook

    data = agenda_xlsx(agenda(laws=words, title=words))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        styles = package.read("xl/styles.xml").decode()
    assert "<f>" not in sheet and "<f " not in sheet
    used = {int(number) for number in re.findall(r's="(\d+)" t="inlineStr"', sheet)}
    formats = re.findall(r"<xf [^>]*>", styles.split("<cellXfs")[1])
    assert used and all('quotePrefix="1"' in formats[number] for number in used)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[2][0] == date(2025, 10, 1) and rows[2][5] == NEW
    assert data == agenda_xlsx(agenda(laws=words, title=words))


def test_text_and_json_say_the_same() -> None:
    found = agenda()
    data = json.loads(agenda_json(found))
    assert data["schema"] == "qmslint-due/1" and data["summary"]["overdue"] == 2
    assert data["items"][0]["rolled"] == "2025-10-01" and data["items"][0]["state"] == "overdue"
    for language, words in (("vi", "quá hạn 419 ngày"), ("en", "overdue by 419 days")):
        assert words in agenda_text(found, language)
    empty = agenda(date(2024, 7, 2))._replace(items=())
    assert "Không có việc nào" in agenda_text(empty) and unfolded(agenda_ics(empty))[-2] == "END:VCALENDAR"
    assert agenda_xlsx(empty)


def impact(number: str, as_of: date = date(2026, 11, 24)) -> Impact:
    known, here = register(), workspace()
    return impact_of(number, here, followed(here, known, CALENDAR, as_of), known, CALENDAR, as_of)


def test_impact_of_a_law_that_comes_and_of_one_that_falls() -> None:
    coming = impact(LATER)
    assert [(t.path, t.state, t.deadline and t.deadline.nominal) for t in coming.documents] == [
        ("QT 1.docx", "coming", date(2027, 3, 1)), ("QT 2.docx", "coming", date(2027, 3, 1))]
    assert all(t.places for t in coming.documents)  # where the law is cited that it touches
    fallen = impact(OLD)
    assert {t.state for t in fallen.documents} == {"absorbed", "fallen"}
    assert "hạn cập nhật 01/10/2025" in impact_text(fallen) and NEW in impact_text(fallen)
    unknown = impact("999/2020/NĐ-CP")
    assert unknown.documents == () and "Không có trong sổ" in impact_text(unknown)
    assert json.loads(impact_json(coming))["documents"][0]["state"] == "coming"


@pytest.mark.parametrize("format_", ["text", "json", "ics", "xlsx"])
def test_the_command_writes_every_format(format_: str, tmp_path: Path) -> None:
    target = tmp_path / f"out.{format_}"
    arguments = ["due", str(FIXTURE), "--as-of", "2026-11-24", "--format", format_, "--no-cache", "-o", str(target)]
    app.main(arguments, standalone_mode=False)
    assert target.stat().st_size > 300


def test_the_command_shows_an_impact(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    app.main(["impact", NEW, str(FIXTURE), "--as-of", "2026-11-24", "--no-cache"], standalone_mode=False)
    assert "thay thế 901/2018/NĐ-CP: quá hạn 419 ngày" in capsysbinary.readouterr().out.decode()
