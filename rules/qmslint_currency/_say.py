"""How the rules on law say things: a change of law and its deadline in words, how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from qmslint.api import Certainty, Confidence, Text, Update, UpdateState, tie_of


def said(day: date | None) -> str:
    """A date as documents print it."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day else "…"


def change(update: Update) -> Text:
    """The change in words: "118/2025/NĐ-CP (thay thế 61/2018/NĐ-CP; có hiệu lực 01/07/2025)"."""
    law, day, part = update.law.number, said(update.effective), f"{update.part} " if update.part else ""
    tie = tie_of(update)
    return Text(
        f"{law} ({tie.vi}; {part}có hiệu lực {day})",
        f"{law} ({tie.en}; {part}in force {day})",
    )


def standing(update: Update) -> Text:
    """How far the document is: overdue by so many days, so many days left."""
    if update.state is UpdateState.OVERDUE:
        return Text(f"quá hạn {update.days} ngày", f"overdue by {days(update.days)}")
    if update.state is UpdateState.LATE:
        return Text(f"muộn {update.days} ngày", f"late by {days(update.days)}")
    return Text(f"còn {update.days} ngày", f"{days(update.days)} left")


def days(count: int) -> str:
    """A number of days in English."""
    return "1 day" if count == 1 else f"{count} days"


def deadline(update: Update) -> Text:
    """The deadline with the reasoning, both days where rest days moved it on."""
    end = update.deadline
    if end is None:
        return Text("", "")
    if end.nominal == end.rolled:
        text = Text(f"hạn cập nhật là {said(end.rolled)}", f"due by {said(end.rolled)}")
    else:
        moved = end.reasons[2] if len(end.reasons) > 2 else Text("", "")
        moved = Text(moved.vi.rstrip("."), moved.en.rstrip("."))
        text = Text(
            f"hạn cập nhật tính đủ ba tháng là {said(end.nominal)}, lùi đến {said(end.rolled)} [{moved.vi}]",
            f"due by {said(end.nominal)}, moved on to {said(end.rolled)} [{moved.en}]",
        )
    if not end.provisional:
        return text
    return Text(f"{text.vi} (tạm tính, lịch nghỉ chưa đủ)", f"{text.en} (provisional: holidays not all known)")


def more(updates: Sequence[Update]) -> Text:
    """The other changes of the same group, each with its standing."""
    if not updates:
        return Text("", "")
    parts = [(change(update), standing(update)) for update in updates]
    vi = "; ".join(f"{what.vi}: {how.vi}" for what, how in parts)
    en = "; ".join(f"{what.en}: {how.en}" for what, how in parts)
    return Text(f" Cùng liên quan: {vi}.", f" Also: {en}.")


def sureness(updates: Iterable[Update]) -> Confidence:
    """High; medium where it bears only loosely; low where the facts are secondary or the doubt is ours."""
    updates = tuple(updates)
    if any(update.certainty is Certainty.SECONDARY or update.doubtful for update in updates):
        return Confidence.LOW
    return Confidence.MEDIUM if all(update.weak for update in updates) else Confidence.HIGH


def mended(mend: Text, low: bool) -> Text:
    """How to mend, the check of the original first where the facts were not read in an authoritative source."""
    if not low:
        return mend
    return Text(
        f"Đối chiếu văn bản gốc trước, vì dữ liệu này chưa được kiểm chứng ở nguồn chính thức. {mend.vi}",
        f"See the original first, for this was not verified in an authoritative source. {mend.en}",
    )


def unverified(updates: Iterable[Update]) -> bool:
    """Whether one of the changes rests on secondary sources, or on the map of merged provinces alone."""
    return any(update.certainty is Certainty.SECONDARY for update in updates)


def sure(update: Update) -> bool:
    """Whether the change may be held against the document as an error."""
    return update.certainty is not Certainty.SECONDARY and not update.doubtful and not update.weak
