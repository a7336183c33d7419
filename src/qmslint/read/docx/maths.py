"""Formulas in one line, as a person would type them: fractions with a stroke, small digits above and below.

Source: ISO/IEC 29500-1, 22.1 (Office Math Markup Language).
"""

from __future__ import annotations

from typing import Any

from qmslint.read.docx.names import M, W

FORMULAS = frozenset((M + "oMath", M + "oMathPara"))
_ABOVE = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_BELOW = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SMALL = frozenset("0123456789+-")


def formula(element: Any, depth: int = 0) -> str:
    """The text of a formula or a part of it."""
    if depth > 64:
        return ""
    kind = element.tag
    if kind == M + "t":
        return element.text or ""
    if kind == M + "f":
        return f"{_part(element, 'num', depth)}/{_part(element, 'den', depth)}"
    if kind in (M + "sSup", M + "sSub", M + "sSubSup"):
        below, above = _part(element, "sub", depth), _part(element, "sup", depth)
        return _part(element, "e", depth) + _small(below, "_", _BELOW) + _small(above, "^", _ABOVE)
    if kind == M + "rad":
        return f"√({_part(element, 'e', depth)})"
    if kind == M + "d":
        inside = _property(element, "sepChr", "|").join(
            formula(part, depth + 1) for part in element.findall(M + "e")
        )
        return _property(element, "begChr", "(") + inside + _property(element, "endChr", ")")
    if kind == M + "nary":
        sign = _property(element, "chr", "∫")
        limits = _small(_part(element, "sub", depth), "_", _BELOW) + _small(_part(element, "sup", depth), "^", _ABOVE)
        return sign + limits + _part(element, "e", depth)
    if kind in (W + "del", W + "moveFrom"):
        return ""
    return "".join(formula(child, depth + 1) for child in element if isinstance(child.tag, str))


def _part(element: Any, name: str, depth: int) -> str:
    part = element.find(M + name)
    return formula(part, depth + 1) if part is not None else ""


def _property(element: Any, name: str, default: str) -> str:
    found = element.find(f"{M}{element.tag.rpartition('}')[2]}Pr/{M}{name}")
    return default if found is None else found.get(M + "val") or ""


def _small(text: str, sign: str, digits: dict[int, int]) -> str:
    if not text:
        return ""
    if all(letter in _SMALL for letter in text):
        return text.translate(digits)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"
