"""Corrective action forms: one or several in a document, with the four parts by their many names; logs of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from qmslint.api import (
    Cell,
    CorrectiveAction,
    Extractor,
    Location,
    Reading,
    Table,
    WrittenDate,
    find_dates,
    fold,
    kinds,
    paragraphs,
)
from qmslint.extract.cells import one_line, written
from qmslint.extract.checking.corrective_words import (
    is_approved,
    is_closed,
    number_in,
    task_of,
    written_due,
)
from qmslint.extract.checking.meetings import days
from qmslint.extract.control.signatures import is_signing_line
from qmslint.extract.kind.kind_titles import title_kind
from qmslint.extract.system.flow import Item, Part, filled, items, labels, of_key, parts, spread, where
from qmslint.extract.system.grids import Grid, Row, grids, names_of, rows_of
from qmslint.extract.text.headline import is_state_heading, place_date
from qmslint.extract.text.numbering import take_apart_text

_MAIN = ("nonconformity", "cause", "action", "cause-action")
_LATE = ("cause", "action", "cause-action", "approval", "verification", "verified", "closing")


def corrective_actions(reading: Reading) -> tuple[CorrectiveAction, ...]:
    """Every corrective action, in reading order; nothing where the layout is not understood."""
    logs = [grid for grid in grids(reading, "action-columns", 4, ("nonconformity",))
            if grid.columns.keys() & {"cause", "action"}]
    found = [_of_row(row) for grid in logs for row in rows_of(grid) if not row.group and row.get("nonconformity")]
    taken = [grid.table for grid in logs]
    tasks = [grid for table in reading.tables[:200] if table not in taken and (grid := _tasks_in(table))]
    flow = spread(items(reading, [grid.table for grid in (*logs, *tasks)]), labels("action-labels"))
    forms = list(_forms(flow))
    starts = [form[0].head.line.at.order for form in forms]
    for number, form in enumerate(forms):
        own = [grid for grid in tasks if bisect_right(starts, grid.order) == number + 1]
        action = _of_form(reading, form, own)
        if action is not None:
            found.append(action)
    return tuple(sorted(found, key=lambda action: action.at.order))


def _tasks_in(table: Table) -> Grid | None:
    """The rows of a table, often in the midst of a form, that list what is done, by whom and by when."""
    for number, row in enumerate(table.rows[:-1]):
        columns: dict[str, int] = {}
        for index, cell in enumerate(row if len(row) > 1 else ()):
            for name in names_of(written(cell), "action-columns"):
                columns.setdefault("action" if name == "nonconformity" else name, index)
        if "action" not in columns or not columns.keys() & {"responsible", "due"} or "cause" in columns:
            continue
        if len({id(row[index]) for index in columns.values()}) < len(columns):
            continue
        own = list(takewhile(partial(_is_task, columns), table.rows[number + 1 :]))
        if own:
            return Grid(table._replace(rows=(row, *own), at=row[0].at), 0, columns)
    return None


def _is_task(columns: dict[str, int], row: tuple[Cell, ...]) -> bool:
    """Whether a row goes on with the tasks: its cells are parted as the headings are, no other part begins."""
    cells = [row[index] for index in columns.values() if index < len(row)]
    begins = labels("action-labels").at_start(fold(take_apart_text(row[0].text).words))[0]
    return len({id(cell) for cell in cells}) == len(columns) and begins not in _LATE[3:]


# ---- forms


def _forms(flow: Sequence[Item]) -> Iterator[list[Part]]:
    """The parts of each form: a new one begins at its title, or where the nonconformity is told again."""
    known = labels("action-labels")
    current: list[Part] = []
    for chunk in _by_title(flow):
        for part in parts(chunk, known):
            again = part.key == "nonconformity" and any(p.key in _LATE for p in current)
            if again and any(p.key == "nonconformity" for p in current):
                head = _head_of_next(current)
                yield current[: len(current) - len(head)]
                current = head
            current.append(part)
        if current:
            yield current
        current = []


def _by_title(flow: Sequence[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    titled = False  # what stands above the first title belongs to the first form
    for item in flow:
        title = len(item.words) < 120 and item.stands_out and title_kind(item.folded) == kinds.CORRECTIVE_ACTION
        if title and titled:
            yield chunk
            chunk = []
        titled = titled or title
        if not is_state_heading(item.line.folded):
            chunk.append(item)
    if chunk:
        yield chunk


def _head_of_next(current: list[Part]) -> list[Part]:
    """Number and date that stand just before the next form's first part."""
    head: list[Part] = []
    for part in reversed(current):
        if part.key not in ("number", "raised", "source"):
            break
        head.insert(0, part)
    return head


def _of_form(reading: Reading, form: Sequence[Part], tasks: Sequence[Grid]) -> CorrectiveAction | None:
    """One form with the tables of tasks in it; None where fewer than two of its main parts are labelled."""
    labelled = {key for part in form for key in part.key.split("-") if part.key in _MAIN}
    if len(labelled) < 2:
        return None
    raised = _date(reading, form, "raised") or _head_date(reading, form)
    nonconformity, cause, action = _texts(form)
    rows = [row for grid in tasks for row in rows_of(grid) if row.get("action")]
    action = "; ".join(text for text in (action, *(row.get("action") for row in rows)) if text)
    who = _text(form, "responsible") or "; ".join(dict.fromkeys(w for row in rows if (w := row.get("responsible"))))
    due = _due(reading, form) or _last_due(rows)
    told_who, told_due = task_of(action, form[0].head.line.at)
    verification = _text(form, "verification")
    verified = _date(reading, form, "verified") or _last_date(reading, form, "verification")
    closing = " ".join(part.text for part in of_key(form, "closing"))
    first = next(part for part in form if part.key in _MAIN)
    return CorrectiveAction(
        _number(form), nonconformity, cause, action, who or told_who, due or told_due, _approved(reading, form),
        verification, verified, is_closed(closing, verification), raised, where(reading, first.head),
    )


def _own(part: Part) -> list[str]:
    """The words of a part without the lines of who signs."""
    texts = [filled(part.rest)]
    for item in part.body:
        if is_signing_line(item.line.folded) or (item.line.in_table and not part.head.line.in_table):
            break
        texts.append(filled(item.words))
    return [text for text in texts if text and not _is_signing_hint(text)]


def _is_signing_hint(text: str) -> bool:
    folded = fold(text)
    return folded.startswith("(") and "ký" in folded and len(folded) < 60


def _text(form: Sequence[Part], key: str) -> str:
    return "; ".join(text for part in of_key(form, key) if (text := " ".join(_own(part))))[:800]


def _texts(form: Sequence[Part]) -> tuple[str, str, str]:
    nonconformity, cause, action = _text(form, "nonconformity"), _text(form, "cause"), _text(form, "action")
    both = _text(form, "cause-action")
    # One part for both, told together: it is neither silent on the cause nor on the action.
    return nonconformity, cause or both, action or both


def _number(form: Sequence[Part]) -> str:
    for part in of_key(form, "number"):
        found = number_in(part.rest or " ".join(part.texts[:1]))
        if found:
            return found
    heads = [text for part in form[:2] for text in (part.head.words, *(i.words for i in part.body[:6]))]
    return next((found for text in heads if (found := number_in(text, labelled=True))), "")


def _date(reading: Reading, form: Sequence[Part], key: str) -> WrittenDate | None:
    for part in of_key(form, key):
        for item, text in ((part.head, part.rest), *((i, i.words) for i in part.body)):
            found, _ = days(text, where(reading, item))
            if found and found.value:
                return found
    return None


def _last_date(reading: Reading, form: Sequence[Part], key: str) -> WrittenDate | None:
    """The latest day in a part: what is told there of earlier days led up to it."""
    found = [day for part in of_key(form, key)
             for item, text in ((part.head, part.rest), *((i, i.words) for i in part.body))
             for _, _, day in find_dates(text, where(reading, item)) if day.value]
    return max(found, key=lambda day: (day.value, -day.at.order), default=None)


def _head_date(reading: Reading, form: Sequence[Part]) -> WrittenDate | None:
    """The date in what stands before the first part, the date beside the place, or the date under the first part."""
    for part in form:
        if part.key in _LATE:
            return None
        for item in (part.head, *part.body):
            if "ngày" in item.folded:
                found, _ = days(item.words, where(reading, item))
                # In the sentence that tells what is wrong a date is of what happened, not of the form.
                if found and found.value and (part.key != "nonconformity" or "ngày" in item.folded[:20]):
                    return found
    return place_date(reading)


def _due(reading: Reading, form: Sequence[Part]) -> WrittenDate | None:
    for part in of_key(form, "due"):
        text = " ".join(_own(part))
        if text:
            return written_due(text, where(reading, part.head))
    return None


def _last_due(rows: Sequence[Row]) -> WrittenDate | None:
    """The latest of the deadlines in a table of tasks; where none is a day, the first as written."""
    dues = [written_due(row.get("due"), row.cells["due"].at) for row in rows if row.get("due")]
    return max((due for due in dues if due.value), key=lambda due: str(due.value), default=next(iter(dues), None))


def _approved(reading: Reading, form: Sequence[Part]) -> bool:
    for part in of_key(form, "approval"):
        words = [part.rest, *(item.words for item in part.body)]
        if is_approved(" \n".join(words)) or _pictured(reading, form, part):
            return True
    return False


def _pictured(reading: Reading, form: Sequence[Part], part: Part) -> bool:
    """Whether a picture stands between the head of `part` and the next part."""
    start = part.head.line.at.order
    orders = [p.head.line.at.order for p in form if p.head.line.at.order > start]
    stop = min(orders, default=start + 60)
    return any(p.pictures and start <= p.at.order < stop for p in paragraphs(reading.document.blocks))


# ---- logs


def _of_row(row: Row) -> CorrectiveAction:
    """One row of a log."""

    def at(name: str) -> Location:
        cell = row.cells.get(name)
        return cell.at if cell is not None else row.at

    verified, _ = days(row.get("verified"), at("verified"))
    verification = row.get("verification")
    if verified is None and verification:
        verified, _ = days(verification, at("verification"))
    raised, _ = days(row.get("raised"), at("raised"))
    number = row.get("number") or ""
    who, due = task_of(row.get("action"), at("action"))
    return CorrectiveAction(
        one_line(number), row.get("nonconformity"), row.get("cause"), row.get("action"),
        row.get("responsible") or who, written_due(row.get("due"), at("due")) if row.get("due") else due,
        bool(row.get("approval")) and is_approved(row.get("approval"), by_name=True), verification, verified,
        is_closed(row.get("closing"), verification), raised, row.at,
    )


EXTRACTORS = (
    Extractor("corrective_actions", corrective_actions, version=4, needs=("kind", "control_blocks"),
              kinds=(kinds.CORRECTIVE_ACTION,)),
)
