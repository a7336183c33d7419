"""How a document identifies itself and who answers for it: control blocks, approvals, revisions."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from qmslint.model.location import WHOLE, Location
from qmslint.model.tuples import NamedTuple


class Phrase(NamedTuple):
    """Some words of the document, as written (white space run together), and where."""

    text: str
    at: Location = WHOLE


class WrittenDate(NamedTuple):
    """A date as written. `value` is None when it is incomplete ("/07/2021") or impossible ("31/02/2025")."""

    text: str
    value: date | None = None
    problem: str = ""  # "", "incomplete", "impossible"
    at: Location = WHOLE


class ControlBlock(NamedTuple):
    """One block that identifies the document: the cover, a running header, a footer of one section."""

    place: str  # "cover", "header", "footer", "record"
    at: Location = WHOLE
    section: int = 0  # Word section of a header or footer
    agency: Phrase | None = None
    title: Phrase | None = None
    code: Phrase | None = None
    edition: Phrase | None = None  # "Lần ban hành: 01"
    revision: Phrase | None = None  # "Lần sửa đổi: 02", where told apart from the edition
    issued: WrittenDate | None = None
    effective: WrittenDate | None = None
    page: Phrase | None = None  # "17/17" as last shown


class Identity(NamedTuple):
    """Who the document says it is: the cover's word first, then headers and footers."""

    code: str = ""
    title: str = ""
    edition: str = ""  # digits without leading zeros ("1"), or as written when not a number
    issued: date | None = None
    effective: date | None = None
    agency: str = ""
    at: Location = WHOLE


class Role(StrEnum):
    """Who answers for a document."""

    DRAFTER = "drafter"  # soạn thảo, biên soạn, người viết
    REVIEWER = "reviewer"  # xem xét, soát xét, kiểm tra
    APPROVER = "approver"  # phê duyệt, người duyệt


class Signature(StrEnum):
    """With what a signature cell is filled."""

    PICTURE = "picture"
    TEXT = "text"  # "(đã ký)", a name typed in the signature's place
    DIGITAL = "digital"
    NONE = "none"


class Approval(NamedTuple):
    """One column of the approval table."""

    role: Role
    name: str = ""
    position: str = ""  # chức vụ
    signature: Signature = Signature.NONE
    signed_on: WrittenDate | None = None
    at: Location = WHOLE


class Revision(NamedTuple):
    """One row of the revision table, empty ones too."""

    number: str = ""  # lần sửa đổi / lần ban hành as written
    date: WrittenDate | None = None
    content: str = ""
    reason: str = ""  # cơ sở pháp lý hoặc căn cứ
    part: str = ""  # page or section concerned
    at: Location = WHOLE

    @property
    def filled(self) -> bool:
        """Whether somebody wrote in this row (its running number does not count)."""
        return bool(self.content or self.reason or self.date or self.part)
