"""Agenda and impact as text for a terminal."""

from __future__ import annotations

from itertools import groupby

from qmslint.agenda.words import STATES, change, counted, name_of, remarks
from qmslint.law.agenda import Agenda, DueItem
from qmslint.law.impact import Impact, Touched
from qmslint.law.period import say
from qmslint.model.text import Text


def agenda_text(agenda: Agenda, language: str = "vi") -> str:
    """The agenda by last day, overdue first; what could not be told at the end."""
    def put(text: Text) -> str:
        return text.in_language(language)

    until = Text(f" đến {say(agenda.until)}", f" until {say(agenda.until)}") if agenda.until else Text("", "")
    lines = [put(Text(f"Việc cập nhật pháp luật, tính đến ngày {say(agenda.as_of)}{until.vi}",
                      f"Changes of law to be taken in, as of {say(agenda.as_of)}{until.en}")), ""]
    for day, items in groupby(agenda.items, key=lambda item: item.rolled):
        group = list(items)
        lines.append(f"{say(day)}  {put(_left(group[0]))}")
        for item in group:
            note = remarks(item).in_language(language)
            lines.append(f"  {name_of(item)}")
            lines.append(f"    {put(change(item.update))}: {put(counted(item.update.state, item.update.days))}")
            if note:
                lines.append(f"    ({note})")
        lines.append("")
    if not agenda.items:
        lines += [put(Text("Không có việc nào đến hạn.", "Nothing is due.")), ""]
    for one in agenda.undecided[:20]:
        lines.append(put(Text(f"Chưa biết: {one.path}, {one.law}: {one.reason.vi}",
                              f"Cannot tell: {one.path}, {one.law}: {one.reason.en}")))
    late = sum(item.overdue for item in agenda.items)
    lines.append(put(Text(
        f"{len(agenda.items)} việc, {late} quá hạn; {len(agenda.undecided)} chưa biết; {agenda.documents} tài liệu "
        f"phải theo pháp luật; sổ văn bản có {agenda.laws} văn bản.",
        f"{len(agenda.items)} changes, {late} overdue; {len(agenda.undecided)} cannot be told; {agenda.documents} "
        f"documents must follow the law; the register knows {agenda.laws} laws.",
    )))
    return "\n".join(lines) + "\n"


def _left(item: DueItem) -> Text:
    days = item.working_days
    if days < 0:
        return Text(f"đã qua {-days} ngày làm việc", f"{-days} working days ago")
    return Text(f"còn {days} ngày làm việc", f"{days} working days left")


def impact_text(impact: Impact, language: str = "vi") -> str:
    """What a law touches, document by document, with the places."""
    def put(text: Text) -> str:
        return text.in_language(language)

    lines = [f"{impact.number}  {impact.law.title if impact.law else ''}".rstrip(), f"  {put(_standing(impact))}", ""]
    for touched in impact.documents:
        lines.append(" ".join(part for part in (touched.code, touched.title) if part) or touched.path)
        if touched.code or touched.title:
            lines.append(f"  {touched.path}")
        lines.append(f"  {put(touched.how)}: {put(_state(touched))}")
        lines += [f"    {at.label(language)}" for at in touched.places[:12]]
        if len(touched.places) > 12:
            more = len(touched.places) - 12
            lines.append(put(Text(f"    và {more} chỗ nữa", f"    and {more} places more")))
    if not impact.documents:
        lines.append(put(Text("Không tài liệu nào bị ảnh hưởng.", "It touches no document.")))
    paths = len({touched.path for touched in impact.documents})
    lines += ["", put(Text(f"{paths} trong {impact.searched} tài liệu.", f"{paths} of {impact.searched} documents."))]
    return "\n".join(lines) + "\n"


def _state(touched: Touched) -> Text:
    state = counted(touched.state, touched.days) if touched.state else STATES[""]
    if touched.reason.vi:
        state = Text(f"{state.vi} ({touched.reason.vi})", f"{state.en} ({touched.reason.en})")
    if touched.deadline is None or touched.state in ("absorbed", "silenced", ""):
        return state
    end = say(touched.deadline.rolled)
    return Text(f"{state.vi}; hạn cập nhật {end}", f"{state.en}; due by {end}")


def _standing(impact: Impact) -> Text:
    if impact.standing is None:
        return Text("Không có trong sổ văn bản.", "Not in the register.")
    names = {
        "in-force": Text("đang có hiệu lực", "in force"), "not-yet": Text("chưa có hiệu lực", "not yet in force"),
        "expired": Text("đã hết hiệu lực", "ended"), "partly": Text("hết hiệu lực một phần", "ended in part"),
        "unknown": Text("chưa rõ hiệu lực", "standing not known"),
    }  # fmt: skip
    state, since = names[impact.standing.state], impact.standing.since
    by = ", ".join(law.number for law in impact.standing.by)
    vi = state.vi + (f" từ {say(since)}" if since else "") + (f" (bởi {by})" if by else "")
    en = state.en + (f" since {say(since)}" if since else "") + (f" (by {by})" if by else "")
    return Text(f"Ngày {say(impact.as_of)}: {vi}.", f"On {say(impact.as_of)}: {en}.")
