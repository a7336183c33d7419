"""Fields: what stands between begin and separate is the instruction, what stands after it is shown.

Source: ISO/IEC 29500-1, 17.16 (fields), 17.16.13 to 17.16.28 (legacy form fields).
"""

from __future__ import annotations

from typing import Any

from qmslint.read.docx.names import W, number, on, val
from qmslint.read.field_results import FieldNumbers

_CHECKBOX, _DROPDOWN = "FORMCHECKBOX", "FORMDROPDOWN"


class _Field:
    __slots__ = ("form", "instruction", "result", "separated")

    def __init__(self, form: Any) -> None:
        self.form = form
        self.instruction: list[str] = []
        self.separated = False
        self.result = False  # whether anything was shown as its result


class Fields:
    """Complex fields that are open; a field may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._numbers = FieldNumbers()
        self._instructing = 0
        self.paired = True  # False: ends are missing in this part, so nothing but instructions is held back

    @property
    def hidden(self) -> bool:
        """Whether what comes now is an instruction."""
        return self._instructing > 0

    def enter(self, paired: bool) -> None:
        """A new part begins: no field runs from one part into another."""
        self._open.clear()
        self._instructing = 0
        self.paired = paired

    def say(self, text: str) -> None:
        """A piece of an instruction."""
        if self._open and not self._open[-1].separated:
            self._open[-1].instruction.append(text)

    def showed(self) -> None:
        """Something was shown: the open field has a result."""
        if self._open:
            self._open[-1].result = True

    def mark(self, element: Any) -> str:
        """A fldChar. Returns what Word shows by itself where a field ends."""
        kind = element.get(W + "fldCharType") or ""
        if kind == "begin":
            self._open.append(_Field(element.find(W + "ffData")))
            self._instructing += self.paired
        elif kind == "separate" and self._open and not self._open[-1].separated:
            self._open[-1].separated = True
            self._instructing -= self.paired
        elif kind == "end" and self._open:
            field = self._open.pop()
            if not field.separated:
                self._instructing -= self.paired
            return "" if self.hidden else self._drawn(field)
        return ""

    def simple(self, instruction: str) -> str:
        """What a simple field shows for which the file holds no result."""
        return "" if self.hidden else self._numbers.shown(instruction)

    def _drawn(self, field: _Field) -> str:
        instruction = "".join(field.instruction)
        kind = instruction.strip().partition(" ")[0].upper()
        if kind == _CHECKBOX and field.form is not None:
            box = field.form.find(W + "checkBox")
            return _ticked(box) if box is not None else "☐"
        if field.result:
            return ""
        if kind == _DROPDOWN and field.form is not None:
            return _chosen(field.form.find(W + "ddList"))
        return self._numbers.shown(instruction)


def _ticked(box: Any) -> str:
    state = box.find(W + "checked")
    state = box.find(W + "default") if state is None else state
    return "☒" if state is not None and on(state) else "☐"


def _chosen(choices: Any) -> str:
    if choices is None:
        return ""
    entries = choices.findall(W + "listEntry")
    result = choices.find(W + "result")
    result = choices.find(W + "default") if result is None else result
    place = number(val(result)) if result is not None else 0
    return val(entries[place]) if 0 <= place < len(entries) else ""
