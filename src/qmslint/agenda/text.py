"""Agenda and impact as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from qmslint.agenda.words import change, counted, name_of, remarks
from qmslint.agenda.wrap import fit
from qmslint.law.agenda import Agenda, DueItem
from qmslint.law.doubt import doubt_of
from qmslint.law.impact import Impact, Touched
from qmslint.law.period import say
from qmslint.law.register_nouns import STATE_WORDS
from qmslint.law.update import NO_EFFECT, UNDATED
from qmslint.model.text import Text

_NAMED = 5
"""So many documents are named of which the same cannot be told; the rest are counted."""


def agenda_text(agenda: Agenda, language: str = "vi", columns: int = 0) -> str:
    """The agenda by last day, overdue first; what could not be told at the end. `columns`: where lines are broken."""
    def put(text: Text) -> str:
        return text.in_language(language)

    until = Text(f" đến {say(agenda.until)}", f" until {say(agenda.until)}") if agenda.until else Text("", "")
    lines = [put(Text(f"Việc cập nhật pháp luật, tính đến ngày {say(agenda.as_of)}{until.vi}",
                      f"Changes of law to be taken in, as of {say(agenda.as_of)}{until.en}")), ""]
    for day, items in groupby(agenda.items, key=lambda item: item.rolled):
        group = list(items)
        lines.append(f"{put(Text('Hạn', 'Due by'))} {say(day)}, {put(_left(group[0]))}")
        for item in group:
            note = remarks(item).in_language(language)
            lines.append(f"  {name_of(item)}")
            lines.append(f"    {put(change(item.update))}: {put(counted(item.update.state, item.update.days))}")
            if note:
                lines.append(f"    ({note})")
        lines.append("")
    if not agenda.items:
        lines += [put(Text("Không có việc nào đến hạn.", "Nothing is due.")), ""]
    lines += [put(line) for line in _undecided(agenda)]
    late = sum(item.overdue for item in agenda.items)
    lines.append(put(Text(
        f"{len(agenda.items)} việc, {late} quá hạn; {len(agenda.undecided)} chưa biết; {agenda.documents} tài liệu "
        f"phải theo pháp luật; sổ văn bản có {agenda.laws} văn bản.",
        f"{len(agenda.items)} changes, {late} overdue; {len(agenda.undecided)} cannot be told; {agenda.documents} "
        f"documents must follow the law; the register knows {agenda.laws} laws.",
    )))
    lines += [put(line) for line in _unread(agenda.unread)]
    return "\n".join(fit(lines, columns)) + "\n"


def _unread(paths: tuple[str, ...]) -> Iterator[Text]:
    """The files of which nothing is known because they could not be read."""
    if paths:
        shown = "; ".join(paths[:_NAMED]) + ("; …" if len(paths) > _NAMED else "")
        yield Text(f"Không đọc được {len(paths)} tệp, chưa biết gì về chúng (xem qmslint check): {shown}",
                   f"{_counted(len(paths), 'file')} cannot be read, nothing is known there (see qmslint check): "
                   f"{shown}")


def _undecided(agenda: Agenda) -> Iterator[Text]:
    """What cannot be told, once for each law and reason, and the way out."""
    if not agenda.undecided:
        return
    groups: dict[tuple[str, Text], list[str]] = {}
    for one in agenda.undecided:
        groups.setdefault((one.law, one.reason), []).append(one.path.rpartition("/")[2])
    yield Text("Chưa biết:", "Cannot be told:")
    for (law, reason), names in groups.items():
        rest = len(names) - _NAMED
        shown = "; ".join(names[:_NAMED])
        more = Text(f"; và {rest} tài liệu nữa", f"; and {rest} more") if rest > 0 else Text("", "")
        yield Text(f"  {law}: {reason.vi}", f"  {law}: {reason.en}")
        count = _counted(len(names), "document")
        yield Text(f"    {len(names)} tài liệu: {shown}{more.vi}", f"    {count}: {shown}{more.en}")
    reasons = {reason for _, reason in groups}
    if NO_EFFECT in reasons:
        law = next(law for law, reason in groups if reason == NO_EFFECT)
        row = f"- {{number: {law}, in_force: …}}"
        yield Text(f"  Cách làm: ghi ngày có hiệu lực vào sổ văn bản của cơ quan (legal_registers trong qmslint.yaml): "
                   f"{row}", f"  The way out: give the date of effect in the agency's own register (legal_registers in "
                   f"qmslint.yaml): {row}")
    if UNDATED in reasons:
        yield Text("  Cách làm: ghi ngày ban hành vào tài liệu.", "  The way out: write the date of issue.")
    yield Text("", "")


def _counted(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count} {thing}s"


def _left(item: DueItem) -> Text:
    days = item.working_days
    if days < 0:
        return Text(f"đã quá {-days} ngày làm việc", f"{_counted(-days, 'working day')} ago")
    return Text(f"còn {days} ngày làm việc", f"{_counted(days, 'working day')} left")


def impact_text(impact: Impact, language: str = "vi", columns: int = 0) -> str:
    """What a law touches, document by document, with the places. `columns`: where lines are broken."""
    def put(text: Text) -> str:
        return text.in_language(language)

    lines = [f"{impact.number}  {impact.law.title if impact.law else ''}".rstrip()]
    lines += [f"  {put(line)}" for line in (*_whose(impact), _standing(impact), *_way_out(impact))]
    lines.append("")
    by_path: dict[str, list[Touched]] = {}
    for touched in impact.documents:
        by_path.setdefault(touched.path, []).append(touched)
    for path, of_it in by_path.items():
        lines.append(" ".join(part for part in (of_it[0].code, of_it[0].title) if part) or path)
        if of_it[0].code or of_it[0].title:
            lines.append(f"  {path}")
        for touched in of_it:
            lines.append(f"  {put(touched.how)}{': ' + put(_state(touched)) if touched.state else ''}")
        places = list(dict.fromkeys(at for touched in of_it for at in touched.places))
        lines += [f"    {at.label(language)}" for at in places[:12]]
        if len(places) > 12:
            more = len(places) - 12
            lines.append(put(Text(f"    và {more} chỗ nữa", f"    and {more} places more")))
    if not impact.documents:
        lines.append(put(Text("Không tài liệu nào bị ảnh hưởng.", "It touches no document.")))
    lines += ["", put(Text(f"Liên quan đến {len(by_path)} trong {impact.searched} tài liệu đã đọc.",
                           f"It concerns {len(by_path)} of the {impact.searched} documents read."))]
    lines += [put(line) for line in _unread(impact.unread)]
    return "\n".join(fit(lines, columns)) + "\n"


def _whose(impact: Impact) -> Iterator[Text]:
    """Of a number that several places have given: which one this is."""
    if impact.namesakes:
        mine = impact.law.issuer or impact.law.territory if impact.law else ""
        others = "; ".join(law.issuer or law.territory for law in impact.namesakes)
        yield Text(f"Đang xét văn bản của {mine}; sổ văn bản còn có văn bản cùng số của {others}.",
                   f"This is the one of {mine}; the register also has that number of {others}.")


def _way_out(impact: Impact) -> Iterator[Text]:
    doubt = doubt_of(impact.standing) if impact.standing is not None else None
    if doubt is not None:
        yield Text(f"Để biết, ghi vào sổ văn bản của cơ quan: - {doubt.row}",
                   f"To know, write into the agency's own register: - {doubt.row}")


def _state(touched: Touched) -> Text:
    state = counted(touched.state, touched.days)
    if touched.reason.vi:
        state = Text(f"{state.vi} ({touched.reason.vi})", f"{state.en} ({touched.reason.en})")
    if touched.deadline is None or touched.state in ("absorbed", "silenced", ""):
        return state
    end = say(touched.deadline.rolled)
    return Text(f"{state.vi}; hạn cập nhật {end}", f"{state.en}; due by {end}")


def _standing(impact: Impact) -> Text:
    if impact.standing is None:
        return Text("Không có trong sổ văn bản.", "Not in the register.")
    state, since = STATE_WORDS[impact.standing.state], impact.standing.since
    doubt = doubt_of(impact.standing)
    if doubt is not None:
        return Text(f"Ngày {say(impact.as_of)}: {state.vi} ({doubt.reason.vi}).",
                    f"On {say(impact.as_of)}: {state.en} ({doubt.reason.en}).")
    by = ", ".join(law.number for law in impact.standing.by)
    vi = state.vi + (f" từ {say(since)}" if since else "") + (f" (bởi {by})" if by else "")
    en = state.en + (f" since {say(since)}" if since else "") + (f" (by {by})" if by else "")
    return Text(f"Ngày {say(impact.as_of)}: {vi}.", f"On {say(impact.as_of)}: {en}.")
