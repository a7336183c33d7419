"""The values of one row of a register: text, dates, other documents; what cannot be used is said at the row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from qmslint.law.citation import parse_citations
from qmslint.law.dates import read_date
from qmslint.law.number import parse_number
from qmslint.law.register_effects import since_in
from qmslint.law.register_keys import is_local, place_of
from qmslint.law.register_nouns import RegisterProblem
from qmslint.model.legal import PartInForce
from qmslint.model.text import Text, shorten


class RowValues:
    """Reads values, and keeps the problems of the rows read so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[RegisterProblem] = []
        self._row, self._sheet, self._number = 0, "", ""

    def begin(self, sheet: str) -> None:
        """What follows stands on this sheet, and is of no document yet."""
        self._row, self._sheet, self._number = 0, sheet, ""

    def say(self, code: str, message: Text, mend: Text, row: int | None = None) -> None:
        """Note a problem, at the row under way unless another is given."""
        where = self._row if row is None else row
        self.problems.append(RegisterProblem(code, message, mend, self._number, self.file, where, self._sheet))

    def _text(self, key: str, value: Any) -> str:
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            return " ".join(str(value).split())
        self._wrong(key, value, Text("một dòng chữ", "a line of text"))
        return ""

    def _date(self, key: str, value: Any) -> date | None:
        if isinstance(value, date):
            return value
        found = read_date(value) if isinstance(value, str) else None
        if found is None:
            if not isinstance(value, str) or any(letter.isdigit() for letter in value):
                self._wrong(key, value, Text("một ngày (24/11/2026)", "a date (24/11/2026)"))
            return None
        if found.value is None:
            self.say(
                "date-impossible",
                Text(f"Ngày “{shorten(value, 40)}” ({_NAMES.get(key, Text(key, key)).vi}) không có thật hoặc thiếu.",
                     f"The date “{shorten(value, 40)}” ({_NAMES.get(key, Text(key, key)).en}) is none, or not whole."),
                Text("Ghi đủ ngày, tháng, năm như trên bản gốc.", "Write day, month and year as the original does."),
            )
        return found.value

    def _wrong(self, key: str, value: Any, wanted: Text) -> None:
        name = _NAMES.get(key, Text(key, key))
        shown = shorten(str(value), 40)
        self.say(
            "wrong-value",
            Text(f"“{shown}” không dùng được cho “{name.vi}”.", f"“{shown}” cannot be the value of “{name.en}”."),
            Text(f"Ghi {wanted.vi}, hoặc để trống khi chưa biết.", f"Write {wanted.en}, or leave it empty."),
        )

    def _say_formula(self, key: str, value: str) -> None:
        self.say(
            "formula",
            Text(f"Ô “{_NAMES.get(key, Text(key, key)).vi}” chứa công thức “{shorten(value, 40)}”, không phải giá trị.",
                 f"The cell “{key}” holds a formula “{shorten(value, 40)}”, no value."),
            Text("Dán lại dưới dạng giá trị (Paste Values).", "Paste it again as a value."),
        )

    def _parts(self, value: Any) -> Iterable[PartInForce]:
        for one in value if isinstance(value, list) else [value]:
            day = self._date("in_force", one["in_force"]) if isinstance(one, dict) and one.get("in_force") else None
            if day is None or not isinstance(one.get("part"), str):
                self._wrong("parts", one, Text("{part: Điều 3, in_force: 01/07/2026}", "{part: …, in_force: …}"))
            else:
                yield PartInForce(one["part"], day)

    def _targets(self, key: str, value: Any) -> Iterable[tuple[str, str, date | None, str]]:
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and isinstance(one.get("number"), str):
                part = one.get("part", "")
                since = self._date("in_force", one["since"]) if one.get("since") else None
                issuer = one.get("issuer", "")
                yield (_normal(one["number"]), part if isinstance(part, str) else "", since,
                       issuer if isinstance(issuer, str) else "")
            elif isinstance(one, str):
                known = parse_number(one)
                cited = [] if known else [cite for cite in parse_citations(one) if cite.number and cite.host < 0]
                if known or cited:
                    for number, by in [(known.number, "")] if known else [(c.number, c.issuer) for c in cited]:
                        yield number, "", since_in(one), by if is_local(number) and place_of(by) else ""
                elif any(letter.isdigit() for letter in one):
                    self._wrong(key, one, Text("số của văn bản kia", "the number of the other document"))
            elif one is not None:
                self._wrong(key, one, Text("số của văn bản kia", "the number of the other document"))


def _normal(number: str) -> str:
    known = parse_number(number)
    return known.number if known else " ".join(number.split())


_NAMES = {
    "number": Text("số, ký hiệu", "number"), "title": Text("trích yếu", "title"),
    "issuer": Text("cơ quan ban hành", "issuer"), "signed": Text("ngày ban hành", "signed"),
    "in_force": Text("ngày có hiệu lực", "in_force"), "expires": Text("ngày hết hiệu lực", "expires"),
    "status": Text("tình trạng hiệu lực", "status"), "checked_on": Text("ngày rà soát", "checked_on"),
    "replaced_by": Text("văn bản thay thế", "replaced_by"), "note": Text("ghi chú", "note"),
}
STATES = Text(
    "Còn hiệu lực, Hết hiệu lực, Hết hiệu lực một phần hoặc Chưa có hiệu lực",
    "in-force, expired, partly-expired or not-yet",
)
