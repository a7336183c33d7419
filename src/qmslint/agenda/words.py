"""The words of agendas and impacts, in both languages, and how a change of law is said in a cell or a line."""

from __future__ import annotations

from qmslint.law.agenda import DueItem, tie_of
from qmslint.law.period import say
from qmslint.law.update import Update, UpdateState
from qmslint.model.legal import Certainty
from qmslint.model.text import Text

STATES = {
    "absorbed": Text("đã cập nhật", "taken in"),
    "late": Text("đã cập nhật, muộn", "taken in, late"),
    "due": Text("đến hạn", "due"),
    "overdue": Text("quá hạn", "overdue"),
    "coming": Text("sắp có hiệu lực", "coming into force"),
    "silenced": Text("có điều khoản chuyển tiếp", "transitional clause"),
    "unknown": Text("chưa biết", "cannot tell"),
    "fallen": Text("đã hết hiệu lực", "ended"),
    "": Text("chỉ nêu tên", "named only"),
}
"""States of a document towards a change, "fallen" and "" those of an impact."""


def counted(state: str, days: int) -> Text:
    """A state with its number of days: "quá hạn 19 ngày"."""
    name = STATES[state]
    if state == UpdateState.OVERDUE:
        return Text(f"quá hạn {days} ngày", f"overdue by {_days(days)}")
    if state in (UpdateState.DUE, UpdateState.COMING):
        left = Text(f"còn {days} ngày", f"{_days(days)} left")
        return left if state == UpdateState.DUE else Text(f"{name.vi}, {left.vi}", f"{name.en}, {left.en}")
    if state == UpdateState.LATE:
        return Text(f"{name.vi} {days} ngày", f"{name.en} by {_days(days)}")
    return name


def change(update: Update) -> Text:
    """A change of law: "118/2025/NĐ-CP thay thế 61/2018/NĐ-CP, có hiệu lực 01/07/2025"."""
    tie, part = tie_of(update), f"{update.part} " if update.part else ""
    day = say(update.effective) if update.effective else "…"
    return Text(f"{update.law.number} {tie.vi}, {part}có hiệu lực {day}",
                f"{update.law.number} {tie.en}, {part}in force {day}")


def remarks(item: DueItem) -> Text:
    """What to know of a deadline: rest days, provisional, secondary sources, doubt."""
    update, vi, en = item.update, [], []
    if item.nominal != item.rolled:
        vi.append(f"đủ ba tháng ngày {say(item.nominal)}, lùi vì ngày nghỉ")
        en.append(f"three months end on {say(item.nominal)}, moved on by days of rest")
    if item.provisional:
        vi.append("tạm tính, lịch nghỉ năm đó chưa đủ")
        en.append("provisional, holidays of that year not all known")
    if update.certainty is Certainty.SECONDARY:
        vi.append("chưa kiểm chứng ở nguồn chính thức, cần đối chiếu")
        en.append("not verified in an authoritative source, to be checked")
    if update.doubtful:
        vi.append("đã viện dẫn, chưa thấy rà soát lại từ khi phần này có hiệu lực")
        en.append("cited, not seen reviewed since this part came into force")
    if update.weak:
        vi.append("có thể không liên quan đến quy trình này, cần xem")
        en.append("may not concern this procedure, to be looked at")
    return Text("; ".join(vi), "; ".join(en))


def name_of(item: DueItem) -> str:
    """What a document is called: code and title, else its path."""
    return " ".join(part for part in (item.code, item.title) if part) or item.path


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
