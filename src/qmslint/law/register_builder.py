"""RegisterBuilder: rows of any source, as field → value, made into legal documents; what is not understood is said.

A value that cannot be used leaves its field unknown and the rest of the row as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qmslint.law.citation import parse_citations
from qmslint.law.dates import read_date
from qmslint.law.number import parse_number
from qmslint.law.register_effects import Effect, effects_of_note, effects_of_title, since_in
from qmslint.law.register_keys import differ, is_local, key_of, whose
from qmslint.law.register_nouns import ACTIVE, DATES, PASSIVE
from qmslint.law.register_values import STATES, RowValues
from qmslint.law.register_words import state_of
from qmslint.law.title import parse_title
from qmslint.model.legal import Certainty, LegalDocument, Relation, RelationKind
from qmslint.model.text import Text, shorten

LISTS = ("fields", "tthc")
_NAMED = ("luat", "bo-luat", "phap-lenh", "hien-phap")
_FORMULA = "="


class RegisterBuilder(RowValues):
    """Takes rows one by one; `documents` and `problems` are what came of them."""

    def __init__(self, file: str = "", defaults: Mapping[str, Any] | None = None) -> None:
        super().__init__(file)
        self._defaults = dict(defaults or {})
        self._documents: list[LegalDocument] = []
        self._passive: list[tuple[str, str, Relation, LegalDocument]] = []

    def add(self, values: Mapping[str, Any], row: int, sheet: str = "") -> None:
        """One row. Keys: the fields of LegalDocument, "note", "effect", and relations ("replaces", "amended_by", …)."""
        self._row, self._sheet, self._number = row, sheet, ""
        cells = {key: value for key, value in values.items() if value not in (None, "")}
        formula = False
        for key, value in list(cells.items()):
            if isinstance(value, str) and value.lstrip().startswith(_FORMULA) and len(value.strip()) > 1:
                self._say_formula(key, value)
                formula = formula or key == "number"
                del cells[key]
        facts = self._identity(cells, quiet=formula)
        if facts is None:
            return
        self._number = facts["number"]
        for key, value in cells.items():
            if key in DATES:
                facts[key] = self._date(key, value) or facts.get(key)
            elif key in LISTS:
                facts[key] = tuple(str(one).strip() for one in (value if isinstance(value, list) else [value]))
            elif key in ("territory", "transition", "source", "issuer"):
                facts[key] = self._text(key, value) or facts.get(key, "")
        self._state(cells, facts)
        self._other(cells, facts)
        document = LegalDocument(
            **{**self._defaults, **{key: value for key, value in facts.items() if value not in (None, "", ())}},
            file=self.file, row=row, sheet=sheet,
        )
        self._documents.append(document._replace(relations=self._relations(cells, document)))
        self._number = ""

    @property
    def documents(self) -> tuple[LegalDocument, ...]:
        """Every document, those included that are known only for what they did to a listed one."""
        found = list(self._documents)
        places: dict[str, list[int]] = {}
        for index, row in enumerate(found):
            places.setdefault(key_of(row.number), []).append(index)
        for number, issuer, relation, row in self._passive:
            known_rows = places.setdefault(key_of(number), [])
            at = _row_of(found, known_rows, issuer or relation.issuer) if known_rows else len(found)
            if not known_rows:
                known_rows.append(at)
                known = parse_number(number)
                found.append(LegalDocument(
                    known.number if known else number, type=known.type if known else "",
                    issuer=issuer or (known.issuer if known and not known.issuer.isupper() else ""),
                    normative=known.normative if known else True, certainty=row.certainty,
                    source=row.source, file=row.file, row=row.row, sheet=row.sheet,
                ))
            later = found[at]
            if not any((one.kind, key_of(one.target)) == (relation.kind, key_of(relation.target))
                       and not differ(one.issuer, relation.issuer) for one in later.relations):
                found[at] = later._replace(relations=(*later.relations, relation))
        return tuple(found)

    # ── what document it is ──

    def _identity(self, cells: Mapping[str, Any], quiet: bool = False) -> dict[str, Any] | None:
        """Number, type, title, and what the words around a number say; None when the row names no document."""
        title, written = self._text("title", cells.get("title", "")), self._text("number", cells.get("number", ""))
        number = (parse_number(written) or parse_title(written)) if written else None
        facts: dict[str, Any] = {"title": title}
        if number is None:
            for text in (written, title):
                cited = parse_citations(text) if text else []
                if cited and (cited[0].number or cited[0].name):
                    first = cited[0]
                    facts |= {
                        "number": first.number or f"{first.name} {first.year or ''}".strip(), "type": first.type,
                        "issuer": first.issuer, "signed": first.date.value if first.date else None,
                        "normative": first.normative,
                    }
                    if text is title and first.number:
                        facts["title"] = first.title or title
                    return facts
            return self._without_number(written, title, not quiet and len(cells) > 1)
        if number.malformed and not _malformed(number.number):
            self._number = number.number
            self.say(
                "number-malformed",
                Text(f"Số “{written}” viết sai dạng, được hiểu là {number.number}.",
                     f"The number “{written}” is malformed; it is read as {number.number}."),
                Text("Viết như trên văn bản gốc.", "Write it as the original does."),
            )
        kind = number.type
        if "type" in cells:
            kind = _type_of(self._text("type", cells["type"])) or kind
        facts |= {"number": number.number, "type": kind, "normative": number.normative}
        if number.issuer and not number.issuer.isupper():
            facts["issuer"] = number.issuer
        again = parse_citations(title)[:1] if "/" in title else []
        if again and key_of(again[0].number) == key_of(number.number):  # the title begins with the number again
            facts["title"] = again[0].title or title
            facts["issuer"] = again[0].issuer or facts.get("issuer", "")
            facts["signed"] = again[0].date.value if again[0].date else None
        return facts

    def _without_number(self, written: str, title: str, speak: bool) -> dict[str, Any] | None:
        if written and any(letter.isdigit() for letter in written):
            return {"number": " ".join(written.split()), "title": title, "type": "", "normative": False}
        if speak and title:
            self.say(
                "number-missing",
                Text(f"Dòng “{shorten(title, 60)}” không có số, ký hiệu văn bản.",
                     f"The row “{shorten(title, 60)}” has no number of a document."),
                Text("Ghi số, ký hiệu (ví dụ 118/2025/NĐ-CP) hoặc tên luật kèm năm.",
                     "Write its number (118/2025/NĐ-CP), or the law's name with its year."),
            )
        return None

    # ── state, parts, relations ──

    def _state(self, cells: Mapping[str, Any], facts: dict[str, Any]) -> None:
        """Status, from its own column, from a column that holds a date or a state, from the remark."""
        if "effect" in cells:
            effect = self._text("effect", cells["effect"])
            found = read_date(effect)
            state = state_of(effect)
            if found is not None and found.value is not None and state != "expired":
                facts.setdefault("in_force", found.value)
            elif found is not None and found.value is not None:
                facts.setdefault("expires", found.value)
            elif state:
                facts["status"] = state
        if "status" in cells:
            status = self._text("status", cells["status"])
            facts["status"] = state_of(status)
            if not facts["status"] and status:
                self._wrong("status", status, STATES)
            elif facts["status"] == "expired" and "expires" not in facts:
                facts["expires"] = since_in(status)
        note = cells.get("note", "")
        if isinstance(note, str) and not facts.get("status") and state_of(note) in ("expired", "partly-expired"):
            facts["status"] = state_of(note)
            if facts["status"] == "expired" and "expires" not in facts:
                facts["expires"] = since_in(note)

    def _other(self, cells: Mapping[str, Any], facts: dict[str, Any]) -> None:
        if "normative" in cells:
            if isinstance(cells["normative"], bool):
                facts["normative"] = cells["normative"]
            else:
                self._wrong("normative", cells["normative"], Text("true hoặc false", "true or false"))
        if "certainty" in cells:
            if cells["certainty"] in list(Certainty):
                facts["certainty"] = Certainty(cells["certainty"])
            else:
                self._wrong("certainty", cells["certainty"], Text("V, V2 hoặc U", "V, V2 or U"))
        if "parts" in cells:
            facts["parts"] = tuple(self._parts(cells["parts"]))

    def _relations(self, cells: Mapping[str, Any], document: LegalDocument) -> tuple[Relation, ...]:
        found: dict[tuple[RelationKind, str, str], Relation] = {}
        by = whose(document) if is_local(document.number) else ""
        for key, kind in ACTIVE.items():
            for target, part, since, issuer in self._targets(key, cells.get(key)):
                found[kind, key_of(target), f"{part}{issuer}"] = Relation(kind, target, part, since, issuer)
        for key, kind in PASSIVE.items():
            for later, part, since, issuer in self._targets(key, cells.get(key)):
                relation = Relation(kind, document.number, part, since or document.expires, by)
                self._passive.append((later, issuer, relation, document))
        note = cells.get("note", "")
        effects: list[Effect] = effects_of_title(document.type, document.number, document.title)
        effects += effects_of_note(note) if isinstance(note, str) else []
        for effect in effects:
            if effect.passive:
                since = effect.since or (None if effect.part else document.expires)
                relation = Relation(effect.kind, document.number, effect.part, since, by)
                self._passive.append((effect.other, effect.issuer, relation, document))
            elif key_of(effect.other) != key_of(document.number):
                relation = Relation(effect.kind, effect.other, effect.part, effect.since, effect.issuer)
                found.setdefault((effect.kind, key_of(effect.other), f"{effect.part}{effect.issuer}"), relation)
        return tuple(found.values())


def _row_of(rows: list[LegalDocument], indexes: list[int], issuer: str) -> int:
    """Of the rows of one number that of an issuer, else the first."""
    return next((i for i in indexes if not differ(whose(rows[i]), issuer)), indexes[0])


def _malformed(number: str) -> bool:
    known = parse_number(number)
    return bool(known and known.malformed)  # then the register itself will say so


def _type_of(text: str) -> str:
    from qmslint.law.citation_words import TYPE_WORDS

    words = " ".join(text.lower().split())
    return TYPE_WORDS.get(words, words if words in TYPE_WORDS.values() or words == "standard" else "")
