"""What a file really is, by its first bytes and, for packages, by what they hold. The name decides only for text."""

from __future__ import annotations

from qmslint.api import Limits
from qmslint.read.zip_directory import entries

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIME = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.spreadsheet-template": "ods",
}
_last: tuple[object, int, str, str] = (None, 0, "", "")


def sniff(data: bytes, name: str) -> str:
    """The format of these bytes: "docx", "xlsx", "doc", "xls", "odt", "ods", "rtf", "pdf", "html", "text", "" …

    Every reader asks in turn, so the last answer is kept.
    """
    global _last
    if _last[0] is data and _last[2] == name:
        return _last[3]
    answer = _sniff(data, name.rpartition(".")[2].lower())
    _last = (data, len(data), name, answer)
    return answer


def _sniff(data: bytes, suffix: str) -> str:
    if data[:8] == _OLE:
        return _ole(data)
    if data[:4] == b"PK\x03\x04":
        return _package(data)
    if data[:5] == b"%PDF-" or b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:5] == b"{\\rtf":
        return "rtf"
    if data[:2] in (b"\xdb\xa5", b"\xdc\xa5"):
        return "doc"
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if b"\x00" in data[:4096] or not data:
        return ""
    return {"md": "markdown", "markdown": "markdown", "yaml": "yaml", "yml": "yaml", "json": "json"}.get(suffix, "text")


def _ole(data: bytes) -> str:
    for stream, answer in (
        ("EncryptedPackage", "encrypted-ooxml"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"),
    ):
        if stream.encode("utf-16-le") in data:
            return answer
    return "ole"


def _package(data: bytes) -> str:
    try:
        names = {entry.name.lower() for entry in entries(data)}
        if "mimetype" in names:
            from qmslint.read.guard import Package

            said = Package(data, Limits()).read("mimetype")
            return _MIME.get(said[:200].decode("ascii", "replace").strip(), "zip")
    except Exception:  # a damaged package is named by its suffix and refused by its reader
        start = data[:65536]
        named = next((short for long, short in _MIME.items() if long.encode() + b"PK" in start[:256]), "zip")
        return "docx" if b"word/" in start else "xlsx" if b"xl/" in start else named
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "xlsx" if any(name.startswith("xl/") for name in names) else "zip"
