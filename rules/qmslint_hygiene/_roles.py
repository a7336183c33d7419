"""The roles of the approval table in words."""

from __future__ import annotations

from collections.abc import Iterable

from qmslint.api import Role, Text, fold
from qmslint_hygiene._control_words import words

NAMES = {
    Role.DRAFTER: Text("người soạn thảo", "drafter"),
    Role.REVIEWER: Text("người xem xét", "reviewer"),
    Role.APPROVER: Text("người phê duyệt", "approver"),
}


def listed(roles: Iterable[Role]) -> Text:
    """The roles, once each, in a row."""
    names = [NAMES[role] for role in dict.fromkeys(roles)]
    return Text(", ".join(n.vi for n in names), ", ".join(n.en for n in names))


def person(name: str) -> str:
    """A person's name as it is compared: without titles before it."""
    folded = fold(name).strip(" .,;:")
    stripped = True
    while stripped:
        stripped = False
        for word in words("honorifics"):
            if folded.startswith(word + " ") or (word.endswith(".") and folded.startswith(word)):
                folded, stripped = folded[len(word) :].strip(), True
                break
    return folded
