"""The scales on which everything is graded: level, confidence."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is: an error contradicts the law or the system itself."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 2 for error: larger is graver."""
        return _LEVELS.index(self)


class Confidence(StrEnum):
    """How sure we are of a finding or a classification. Doubt is said, never hidden."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for low, 2 for high."""
        return _CONFIDENCES.index(self)


_LEVELS = (Level.INFO, Level.WARNING, Level.ERROR)
_CONFIDENCES = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
