"""Whether an objective can be measured: a figure with something counted, a date, or a measure said in words."""

from __future__ import annotations

import re

from qmslint.api import Objective, fold
from qmslint_iso9001._words import NO_MEASURE, WORD_MEASURE


def is_measurable(objective: Objective) -> bool:
    """Whether the words, the measure or the target of `objective` say what must be reached.

    Years, numbers of laws, standards and plans are no measure.
    """
    return states_measure(objective.text) or any(
        states_measure(words) or bool(re.fullmatch(r"\D{0,3}\d{1,3}([.,]\d+)?", fold(words)))
        for words in (objective.measure, objective.target)
    )


def states_measure(words: str) -> bool:
    """Whether `words` hold a measure."""
    folded = fold(words)
    return bool(re.search(r"\d", NO_MEASURE.sub(" ", folded)) or WORD_MEASURE.search(folded))
