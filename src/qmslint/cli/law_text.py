"""How the register is shown to a person: one document with all that is known; the citations of a file with standing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from qmslint.law.period import say
from qmslint.law.register import LegalRegister, Standing
from qmslint.law.register_keys import whose
from qmslint.law.register_nouns import STATE_WORDS
from qmslint.model.inspection import Inspection
from qmslint.model.legal import Certainty, LegalDocument, RelationKind
from qmslint.model.text import Text, shorten

STATES = {**STATE_WORDS, "": Text("không có trong danh mục", "not in the register")}
_CERTAINTY = {
    Certainty.VERIFIED: Text("đã đối chiếu nguồn chính thức", "read in an authoritative source"),
    Certainty.SECONDARY: Text("nguồn thứ cấp, cần đối chiếu", "secondary source, to be checked"),
    Certainty.USER: Text("theo danh mục của cơ quan", "by the agency's own register"),
}
_ACTS = {
    RelationKind.AMENDS: Text("sửa đổi, bổ sung", "amends"), RelationKind.REPLACES: Text("thay thế", "replaces"),
    RelationKind.REPEALS: Text("bãi bỏ", "repeals"), RelationKind.DETAILS: Text("quy định chi tiết", "details"),
    RelationKind.CONSOLIDATES: Text("hợp nhất", "consolidates"), RelationKind.CORRECTS: Text("đính chính", "corrects"),
}


def shown(row: LegalDocument, register: LegalRegister, on: date, lang: str) -> str:
    """All that is known of one document, line by line."""
    standing = register.standing(row.number, on, whose(row))
    lines = [f"{row.number}  {row.title}".rstrip()]

    def line(vi: str, en: str, value: str) -> None:
        if value:
            lines.append(f"  {vi if lang == 'vi' else en}: {value}")

    line("Cơ quan ban hành", "Issuer", row.issuer)
    line("Ngày ký", "Signed", say(row.signed) if row.signed else "")
    for day, part in register.clocks(row):
        line("Có hiệu lực", "In force", say(day) + (f" ({part})" if part else ""))
    line("Hết hiệu lực", "Expires", say(row.expires) if row.expires else "")
    if standing is not None:
        line(f"Ngày {say(on)}", f"On {say(on)}", _standing(standing, lang))
    line("Thay bằng", "Replaced by", ", ".join(d.number for d in register.replaced_by(row.number, on, whose(row))))
    line("Địa bàn", "Territory", row.territory)
    line("Chuyển tiếp", "Transition", row.transition)
    for relation in row.relations:
        part = f" ({relation.part})" if relation.part else ""
        lines.append(f"  → {_ACTS[relation.kind].in_language(lang)} {relation.target}{part}")
    for touch in register.touches(row.number, issuer=whose(row)):
        since = say(touch.effective) if touch.effective else {"vi": "chưa rõ ngày", "en": "date not known"}[lang]
        part = f" ({touch.relation.part})" if touch.relation.part else ""
        lines.append(f"  ← {touch.document.number} {_ACTS[touch.relation.kind].in_language(lang)}{part}, {since}")
    line("Độ tin cậy", "Certainty", _CERTAINTY[row.certainty].in_language(lang))
    line("Nguồn", "Source", row.source)
    line("Kiểm tra ngày", "Checked on", say(row.checked_on) if row.checked_on else "")
    line("Tệp", "File", ", ".join(filter(None, (row.file, row.sheet, str(row.row) if row.row else ""))))
    return "\n".join(lines)


def shown_data(row: LegalDocument, register: LegalRegister, on: date) -> dict[str, Any]:
    """The same as plain data."""
    standing = register.standing(row.number, on, whose(row))
    return {
        "number": row.number, "title": row.title, "type": row.type, "issuer": row.issuer,
        "signed": _iso(row.signed), "in_force": [{"date": day.isoformat(), "part": part}
                                                 for day, part in register.clocks(row)],
        "expires": _iso(row.expires), "as_of": on.isoformat(), "state": standing.state if standing else "",
        "since": _iso(standing.since) if standing else None, "by": [d.number for d in standing.by] if standing else [],
        "replaced_by": [d.number for d in register.replaced_by(row.number, on, whose(row))],
        "relations": [{"kind": r.kind.value, "number": r.target, "part": r.part, "since": _iso(r.since)}
                      for r in row.relations],
        "touched_by": [{"kind": t.relation.kind.value, "number": t.document.number, "part": t.relation.part,
                        "effective": _iso(t.effective)} for t in register.touches(row.number, issuer=whose(row))],
        "certainty": row.certainty.value, "source": row.source, "checked_on": _iso(row.checked_on),
        "file": row.file, "row": row.row, "sheet": row.sheet,
    }


def status_rows(inspections: Iterable[Inspection], register: LegalRegister, on: date) -> list[dict[str, Any]]:
    """One row for each document cited, in the order of first citation."""
    rows: dict[str, dict[str, Any]] = {}
    for inspection in inspections:
        for citation in inspection.document.citations if inspection.document else ():
            document = (register.get(citation.number, citation.issuer) if citation.number
                        else register.named(citation.name, citation.year))
            by_name = f"{citation.name} {citation.year or ''}".strip()
            number = document.number if document else citation.number or by_name
            if not number or number in rows:
                continue
            standing = register.standing(number, on, citation.issuer) if document else None
            rows[number] = {
                "number": number, "title": document.title if document else citation.title or citation.name,
                "state": standing.state if standing else "", "since": _iso(standing.since) if standing else None,
                "by": [d.number for d in standing.by] if standing else [],
                "certainty": standing.certainty.value if standing else "",
                "path": inspection.source.path, "text": shorten(citation.text, 160),
            }
    return list(rows.values())


def status_lines(rows: list[dict[str, Any]], on: date, lang: str) -> list[str]:
    """The rows for a person."""
    head = {"vi": f"Hiệu lực ngày {say(on)}:", "en": f"Standing on {say(on)}:"}[lang]
    if not rows:
        return [head, {"vi": "  Tài liệu không viện dẫn văn bản nào.", "en": "  Nothing is cited."}[lang]]
    lines = [head]
    for row in rows:
        state = STATES[row["state"]].in_language(lang)
        since = say(date.fromisoformat(row["since"])) if row["since"] else ""
        by = ", ".join(row["by"])
        more = " ".join(filter(None, (
            f"{'từ' if lang == 'vi' else 'since'} {since}" if since else "", f"({by})" if by else "",
            "?" if row["certainty"] == "V2" else "",
        )))
        lines.append(f"  {row['number']:<24} {state} {more}".rstrip())
    return lines


def _standing(standing: Standing, lang: str) -> str:
    words = STATES[standing.state].in_language(lang)
    if standing.since is not None:
        words += f" {'từ' if lang == 'vi' else 'since'} {say(standing.since)}"
    if standing.by:
        words += f" ({', '.join(document.number for document in standing.by)})"
    return words


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
