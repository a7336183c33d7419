"""The exceptions that cross a border. Each carries what a person should read, in both languages."""

from __future__ import annotations

from qmslint.model.text import Text


class QmslintError(Exception):
    """The base of all errors that qmslint raises on purpose."""

    def __init__(self, message: Text, mend: Text | None = None) -> None:
        super().__init__(message.vi)
        self.message = message
        self.mend = mend or Text("", "")


class UnreadableDocument(QmslintError):  # noqa: N818 - it is a value more often than an error
    """One document cannot be read. It becomes a finding for that file and stops nothing else."""

    def __init__(self, reason: str, message: Text, mend: Text | None = None, page: int = 0) -> None:
        super().__init__(message, mend)
        self.reason = reason
        self.page = page


class UsageError(QmslintError):
    """Wrong settings, an unknown name, a plugin that fails to load: the run stops with exit status 2."""


class NothingToCheck(QmslintError):  # noqa: N818
    """No document was found: exit status 3, never a silent zero."""
