"""Findings about changes of law, grouped as pieces of work: shared by the rules on what is overdue, due and late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from qmslint.api import Certainty, Context, Location, Related, Text, Update, Workspace, by_cited
from qmslint_currency._view import Judged, judged


def groups(
    workspace: Workspace, context: Context[Any], wanted: Callable[[Update], bool]
) -> Iterator[tuple[Judged, tuple[Update, ...]]]:
    """For each document the groups of wanted changes, in each the most pressing first.

    What is not sure is a group of its own: it takes nothing from the weight of what is.
    """
    for one in judged(workspace, context):
        for group in by_cited(update for update in one.updates if wanted(update)).values():
            ordered = sorted(group, key=lambda u: (u.effective or context.as_of, u.law.number))
            for part in ([u for u in ordered if not unsure(u)], [u for u in ordered if unsure(u)]):
                if part:
                    yield one, tuple(part)


def unsure(update: Update) -> bool:
    """Whether the change rests on facts that nobody verified, or a doubt is left."""
    return update.certainty is Certainty.SECONDARY or update.doubtful


def evidence(group: tuple[Update, ...]) -> str:
    """What a finding on the group goes by: the cited laws, of what is not sure the changing ones."""
    first = group[0]
    if unsure(first):
        return ", ".join(dict.fromkeys(update.law.number for update in group))
    return ", ".join(first.through or (first.law.number,))


def place(one: Judged, group: tuple[Update, ...]) -> tuple[Location, tuple[Related, ...]]:
    """Where the laws concerned are cited first, and the other places."""
    places = sorted({at for update in group for at in update.places})
    if not places:
        return one.document.identity.at, ()
    return places[0], tuple(
        Related(one.document.path, at, Text("cũng viện dẫn ở đây", "cited here too")) for at in places[1:6]
    )


def subject_word(one: Judged) -> Text:
    """What the document is called in a message."""
    return Text("danh mục", "the list") if one.document.kind == "legal-list" else Text("văn bản", "the document")
