"""The number of the edition and of the revision that a control block claims, where it is a number."""

from __future__ import annotations

from qmslint.api import ControlBlock, Location
from qmslint_hygiene._editions import edition_number, revision_number


def stated_editions(block: ControlBlock) -> tuple[int, str, Location] | None:
    """The edition of a block."""
    number = edition_number(block.edition.text) if block.edition else None
    return (number, block.edition.text, block.edition.at) if block.edition and number is not None else None


def stated_revisions(block: ControlBlock) -> tuple[int, str, Location] | None:
    """The revision of a block: a field of its own, or behind the edition ("01/02")."""
    for phrase, number in (
        (block.revision, edition_number(block.revision.text) if block.revision else None),
        (block.edition, revision_number(block.edition.text) if block.edition else None),
    ):
        if phrase and number is not None:
            return number, phrase.text, phrase.at
    return None
