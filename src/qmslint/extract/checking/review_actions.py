"""Decisions of a management review: rows of a table, or sentences of the conclusion that give somebody a task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qmslint.api import Reading, ReviewAction, fold, fold_with_offsets
from qmslint.extract.cells import one_line
from qmslint.extract.checking.corrective_words import task_of, written_due
from qmslint.extract.checking.review_inputs import names_in
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK, Part, filled, where
from qmslint.extract.system.grids import Grid, rows_of
from qmslint.extract.words import book

_NAMED_FIRST = late(lambda: rf"^((?:các\s+)?(?:{book(BOOK).pattern('unit-words')})(?:\s[^:;.,]{{2,70}}?)?)"
                    rf"(?:\s*:\s*(?=\S)|\s+(?={book(BOOK).pattern('task-verbs')})\b)")

_LEAD = 60  # letters before the colon of "Cơ hội cải tiến: …"


def is_decisions(grid: Grid) -> bool:
    """Whether a table gives tasks: what, and who or by when."""
    columns = grid.columns
    return bool(columns.keys() & {"text", "decision"}) and bool(columns.keys() & {"responsible", "due"})


def actions_of(reading: Reading, conclusion: Sequence[Part], decided: Sequence[Grid]) -> tuple[ReviewAction, ...]:
    """Every task that was given, in reading order."""
    found = [*_tabled(decided), *_told(reading, conclusion)]
    return tuple(sorted(found, key=lambda action: action.at.order))


def output_of(text: str) -> str:
    """Which output of 9.3.3 a task is, "" where its words do not tell. What stands before a colon is believed first."""
    lead, colon, _ = text.partition(":")
    for words in (lead, text) if colon and len(lead) < _LEAD else (text,):
        names = names_in(fold(words), "review-outputs")
        if names:
            return next(name for name in ("resources", "changes", "improvement") if name in names)
    return ""


def _tabled(decided: Sequence[Grid]) -> Iterator[ReviewAction]:
    for grid in decided:
        group = ""
        for row in rows_of(grid):
            if row.group:
                group = row.group
                continue
            text = row.get("decision") if "decision" in grid.columns else row.get("text")
            named = row.get("responsible") or row.get("due")
            if not text or (not named and fold(text).startswith(book(BOOK).variants("no-task-words"))):
                continue  # "Ghi nhận", "Duy trì": nobody is told to do anything
            who, due = task_of(text, row.at)
            cell = row.cells.get("due")
            written = written_due(row.get("due"), cell.at) if cell is not None and row.get("due") else due
            if "responsible" not in grid.columns and not who:
                who = _first(text)
            responsible = row.get("responsible") or who
            output = output_of(text) or output_of(group) or output_of(row.get("text"))
            yield ReviewAction(text, output, responsible, written, row.at)


def _first(text: str) -> str:
    folded = fold_with_offsets(one_line(text))
    match = _NAMED_FIRST.match(folded.text)
    if match is None:
        return ""
    start, end = folded.original_span(*match.span(1))
    return one_line(text)[start:end].strip()


def _told(reading: Reading, conclusion: Sequence[Part]) -> Iterator[ReviewAction]:
    """Sentences that give a task: "Giao …", or somebody named first and a deadline. Mere exhortations are none."""
    for part in conclusion:
        lines = [(part.head, part.rest)] if part.rest else []
        for item, text in (*lines, *((i, i.words) for i in part.body)):
            words = filled(text)
            at = where(reading, item)
            who, due = task_of(words, at)
            who = who or _first(words)
            if who and (due or fold(words).startswith(tuple(book(BOOK).variants("given-to")))):
                yield ReviewAction(words, output_of(words), who, due, at)
