"""How the register is shown to a person: one document with all that is known; the citations of a file with standing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from qmslint.law.doubt import doubt_of
from qmslint.law.number import parse_number
from qmslint.law.period import say
from qmslint.law.register import LegalRegister, Standing
from qmslint.law.register_keys import is_local, whose
from qmslint.law.register_nouns import STATE_WORDS
from qmslint.model.inspection import Inspection
from qmslint.model.legal import Certainty, LegalDocument, RelationKind
from qmslint.model.text import Text, shorten

STATES = {**STATE_WORDS, "": Text("không có trong sổ văn bản", "not in the register")}
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
_DONE = {
    RelationKind.AMENDS: Text("được sửa đổi, bổ sung bởi", "amended by"),
    RelationKind.REPLACES: Text("bị thay thế bởi", "replaced by"),
    RelationKind.REPEALS: Text("bị bãi bỏ bởi", "repealed by"),
    RelationKind.DETAILS: Text("được quy định chi tiết bởi", "detailed by"),
    RelationKind.CONSOLIDATES: Text("được hợp nhất bởi", "consolidated by"),
    RelationKind.CORRECTS: Text("được đính chính bởi", "corrected by"),
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
        doubt = doubt_of(standing)
        line("Để biết, ghi vào sổ văn bản của cơ quan", "To know, write into the agency's own register",
             f"- {doubt.row}" if doubt else "")
    line("Thay bằng", "Replaced by", ", ".join(d.number for d in register.replaced_by(row.number, on, whose(row))))
    line("Địa bàn", "Territory", row.territory)
    line("Chuyển tiếp", "Transition", row.transition)
    for relation in row.relations:
        part = f"{relation.part} {_OF[lang]} " if relation.part else ""
        of = f" {_OF[lang]} {relation.issuer}" if relation.issuer else ""
        lines.append(f"  → {_ACTS[relation.kind].in_language(lang)} {part}{relation.target}{of}")
    for touch in register.touches(row.number, issuer=whose(row)):
        since = {"vi": "từ", "en": "from"}[lang] + f" {say(touch.effective)}" if touch.effective else {
            "vi": "chưa rõ từ ngày nào", "en": "from which day is not known"}[lang]
        part = f"{touch.relation.part}: " if touch.relation.part else ""
        lines.append(f"  ← {part}{_DONE[touch.relation.kind].in_language(lang)} {touch.document.number}, {since}")
    line("Độ tin cậy", "Certainty", _CERTAINTY[row.certainty].in_language(lang))
    line("Nguồn", "Source", row.source)
    line("Kiểm tra ngày", "Checked on", say(row.checked_on) if row.checked_on else "")
    line("Ghi ở", "Written in", _where(row, lang))
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
            key = f"{number} {whose(document) if document else citation.issuer}" if is_local(number) else number
            if not number or key in rows:
                continue
            standing = register.standing(number, on, citation.issuer) if document else None
            doubt = doubt_of(standing) if standing else None
            alike = () if document or citation.number else register.namesakes(citation.name)
            reason = doubt.reason if doubt else _alike(alike)
            rows[key] = {
                "number": number, "issuer": document.issuer if document else citation.issuer,
                "title": document.title if document else citation.title or citation.name,
                "state": standing.state if standing else "", "since": _iso(standing.since) if standing else None,
                "by": [d.number for d in standing.by] if standing else [],
                "certainty": standing.certainty.value if standing else "",
                "reason": {"vi": reason.vi, "en": reason.en}, "row": doubt.row if doubt else "",
                "path": inspection.source.path, "text": shorten(citation.text, 160),
            }
    return list(rows.values())


def unread_lines(inspections: Iterable[Inspection], lang: str) -> list[str]:
    """The files that could not be read, so that nothing is known of what they cite."""
    words = {"vi": "không đọc được, chưa biết viện dẫn gì", "en": "cannot be read, what it cites is not known"}[lang]
    return [
        f"{one.source.path}: {words}. {' '.join(problem.message.in_language(lang) for problem in one.problems[:1])}"
        for one in inspections if one.document is None
    ]


def status_lines(rows: list[dict[str, Any]], on: date, lang: str) -> list[str]:
    """The rows for a person."""
    head = {"vi": f"Hiệu lực ngày {say(on)}:", "en": f"Standing on {say(on)}:"}[lang]
    if not rows:
        return [head, {"vi": "  Tài liệu không viện dẫn văn bản nào.", "en": "  Nothing is cited."}[lang]]
    lines = [head]
    for row in rows:
        state = STATES[row["state"]].in_language(lang)
        since = say(date.fromisoformat(row["since"])) if row["since"] else ""
        by, reason = ", ".join(row["by"]), row["reason"][lang]
        if reason:
            state, by = (state if row["state"] else {"vi": "chưa rõ là văn bản nào", "en": "not clear which"}[lang]), ""
        more = " ".join(filter(None, (
            f"{'từ' if lang == 'vi' else 'since'} {since}" if since else "", f"({by})" if by else "",
            f"({reason})" if reason else "",
            {"vi": "[nguồn thứ cấp, cần đối chiếu]", "en": "[secondary source, to be checked]"}[lang]
            if row["certainty"] == "V2" else "",
        )))
        whose_law = f" {_OF[lang]} {row['issuer']}:" if row["issuer"] and is_local(row["number"]) else ""
        lines.append(f"  {row['number'] + whose_law:<24} {state} {more}".rstrip())
    return lines + _way_out(rows, lang)


def _way_out(rows: list[dict[str, Any]], lang: str) -> list[str]:
    """What to write into the agency's own register, so that more is known."""
    doubtful = [row["row"] for row in rows if row["row"]]
    missing = [
        f"number: {row['number']}" + (f", issuer: {row['issuer']}" if row["issuer"] and is_local(row["number"]) else "")
        for row in rows if not row["state"] and not row["reason"]["vi"]
        and (number := parse_number(row["number"])) is not None and number.normative  # own decisions need no row
    ]
    if not doubtful and not missing:
        return []
    lines = ["", {
        "vi": "Để biết thêm, ghi vào sổ văn bản của cơ quan (tệp nêu ở legal_registers trong qmslint.yaml):",
        "en": "To know more, write into the agency's own register (named at legal_registers in qmslint.yaml):",
    }[lang]]
    lines += [f"  - {row}" for row in doubtful[:_SHOWN]]
    lines += [f"  - {{{named}, signed: …, in_force: …}}" for named in missing[: _SHOWN - len(doubtful)]]
    rest = len(doubtful) + len(missing) - _SHOWN
    return lines + ([f"  … ({'và' if lang == 'vi' else 'and'} {rest})"] if rest > 0 else [])


def _alike(laws: Iterable[LegalDocument]) -> Text:
    """Why a law cited by its name alone is not one law: several bear that name."""
    numbers = ", ".join(law.number for law in laws)
    return Text(f"cùng tên: {numbers}; cần ghi thêm năm", f"of that name: {numbers}; the year is needed"
                ) if numbers else Text("", "")


_SHOWN = 12
"""So many rows to be written are proposed."""


_OF = {"vi": "của", "en": "of"}


def _where(row: LegalDocument, lang: str) -> str:
    """In which register the row stands, and where."""
    if row.file == "qmslint":
        return {"vi": "sổ văn bản kèm theo chương trình", "en": "the register that comes with the program"}[lang]
    at = f"{'dòng' if lang == 'vi' else 'row'} {row.row}" if row.row else ""
    return ", ".join(filter(None, (row.file, row.sheet, at)))


def _standing(standing: Standing, lang: str) -> str:
    words = STATES[standing.state].in_language(lang)
    doubt = doubt_of(standing)
    if doubt is not None:
        return f"{words} ({doubt.reason.in_language(lang)})"
    if standing.since is not None:
        words += f" {'từ' if lang == 'vi' else 'since'} {say(standing.since)}"
    if standing.by:
        words += f" ({', '.join(document.number for document in standing.by)})"
    return words


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
