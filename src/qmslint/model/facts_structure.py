"""How a document is built and what it names: sections, contents, citations, abbreviations, references, forms."""

from __future__ import annotations

from qmslint.model.facts_control import WrittenDate
from qmslint.model.location import WHOLE, Location
from qmslint.model.tuples import NamedTuple


class Section(NamedTuple):
    """One heading as printed. `key` names a known section ("purpose", "content", …) whatever its words are."""

    title: str
    number: str = ""  # "5", "5.1", "a", "II": without the dot or bracket
    level: int = 1  # 1 = main section, 2 = item under it …
    key: str = ""
    automatic: bool = False  # the number is Word's
    text: str = ""  # the words under it, up to the next heading, at most a few hundred characters
    at: Location = WHOLE


class ContentsEntry(NamedTuple):
    """One line of the printed table of contents."""

    title: str
    number: str = ""
    page: str = ""
    at: Location = WHOLE


class Citation(NamedTuple):
    """A legal document or standard named in the text.

    `number` is in normal form ("123/2015/NĐ-CP", "TCVN ISO 9001:2015"), "" when cited by name alone. `host` is the
    index of the citation inside whose title this one stands ("sửa đổi, bổ sung … Nghị định số …"), -1 if none.
    """

    type: str  # "luat", "nghi-dinh", "thong-tu", "quyet-dinh", "nghi-quyet", …, "standard"
    number: str = ""
    year: int = 0  # year in the number, or of a law cited by name
    issuer: str = ""  # as cited, else by the symbol
    date: WrittenDate | None = None
    name: str = ""  # "Luật Hộ tịch", where cited by name
    title: str = ""  # what follows: "quy định chi tiết …"
    article: str = ""  # "điểm a khoản 4 Điều 4"
    text: str = ""  # the whole citation as written
    host: int = -1
    relation: str = ""  # what the host does to this one: "amends", "replaces", "repeals", "details", "promulgates"
    normative: bool = True  # VBQPPL: only these start the three-month clock
    malformed: str = ""  # why the number is not well formed, as a code: "year", "symbol", "doubled-year", …
    section: str = ""  # key of the section it stands in: "legal-basis", "references", "revisions", "attachment", …
    at: Location = WHOLE


class Abbreviation(NamedTuple):
    """An entry of the list of abbreviations."""

    short: str
    meaning: str
    at: Location = WHOLE


class AbbreviationUse(NamedTuple):
    """An abbreviation met in the body: how often, first where, in which words."""

    short: str
    uses: int
    context: str  # the words around the first use
    expanded: bool = False  # explained where first used: "Hội đồng nhân dân (HĐND)"
    at: Location = WHOLE


class Reference(NamedTuple):
    """A pointer inside the document or the set: "mục 5", "Phụ lục 1", "BM.01"."""

    kind: str  # "section", "annex", "form", "document"
    target: str  # "5", "1", "BM.01"
    text: str  # the words as written
    attached: bool = False  # said to be attached ("kèm theo")
    resolves: bool | None = None  # inside this document; None = not decided here
    at: Location = WHOLE


class Annex(NamedTuple):
    """An annex that stands in the document: its number and title."""

    number: str
    title: str = ""
    at: Location = WHOLE


class Placeholder(NamedTuple):
    """Template text left in the body: "…", "[ghi rõ]", a blank date."""

    text: str
    reason: str  # "dots", "bracket", "blank-date", "template", "highlight"
    at: Location = WHOLE


class EncodingDefect(NamedTuple):
    """Characters that print alike and are not the right ones."""

    defect: str  # "not-nfc", "invisible", "look-alike", "legacy-tcvn3", "legacy-vni", …
    text: str  # the first word concerned, as written
    shown: str  # the same word as it should be
    total: int  # how many in the document
    at: Location = WHOLE
    sure: bool = True  # False: an old font is likely and not certain, the text was left as it stands


class FormEntry(NamedTuple):
    """One row of the section of forms."""

    name: str
    code: str = ""
    at: Location = WHOLE


class RecordEntry(NamedTuple):
    """One row of the section of records kept."""

    name: str
    keeper: str = ""
    retention: str = ""
    at: Location = WHOLE
