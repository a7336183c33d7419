"""What to say of bytes that no reader knows: what they really are, as far as their beginning tells."""

from __future__ import annotations

from qmslint.model.errors import UnreadableDocument
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AGAIN = Text("Chép lại tệp gốc vào thư mục, hoặc xóa tệp này.", "Copy the original again, or delete this file.")
_SAVE = Text("Mở bằng Word hoặc Excel rồi lưu lại thành .docx hoặc .xlsx.",
             "Open it in Word or Excel and save it as .docx or .xlsx.")


class _Sign(NamedTuple):
    """How a kind of file begins, and what it is."""

    starts: tuple[bytes, ...]
    vi: str
    en: str
    mend: Text = _SAVE


_SIGNS = (
    _Sign((b"%PDF-",), "tệp PDF", "a PDF file",
          Text("Cài phần đọc PDF: pip install 'qmslint[pdf]', và đặt đuôi tệp là .pdf.",
               "Install the reader of PDF: pip install 'qmslint[pdf]', and name the file .pdf.")),
    _Sign((b"{\\rtf",), "tệp RTF", "an RTF file"),
    _Sign((b"<!doctype html", b"<html"), "trang web (HTML)", "a web page (HTML)"),
    _Sign((b"<?xml",), "tệp XML", "an XML file"),
    _Sign((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"), "ảnh", "a picture",
          Text("Dùng tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi lưu thành .docx.",
               "Use the Word original, or run text recognition (OCR) and save it as .docx.")),
    _Sign((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), "tệp nén", "an archive", Text("Giải nén tệp.", "Unpack it.")),
    _Sign((b"MZ", b"\x7fELF"), "chương trình", "a program", Text("Xóa tệp này.", "Delete this file.")),
    _Sign((b"\xff\xfe", b"\xfe\xff"), "văn bản ghi bằng mã UTF-16", "a text in UTF-16",
          Text("Mở tệp bằng trình soạn thảo, lưu lại với mã UTF-8.", "Open it in an editor and save it as UTF-8.")),
)


def unknown(data: bytes) -> UnreadableDocument:
    """The error for bytes that no reader knows."""
    if not data:
        return UnreadableDocument("empty", Text("Tệp rỗng (0 byte).", "The file is empty (0 bytes)."), _AGAIN)
    if data[:8] == _OLE:
        return _compound(data)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _package(data)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for sign in _SIGNS:
        if start[:16].lower().startswith(tuple(s.lower() for s in sign.starts)):
            return UnreadableDocument(
                "unknown-format",
                Text(f"Nội dung tệp thực ra là {sign.vi}, không phải định dạng mà đuôi tên tệp nói.",
                     f"The file is really {sign.en}, not what its suffix says."),
                sign.mend,
            )
    if not data.strip(b"\0"):
        return UnreadableDocument(
            "damaged", Text("Tệp chỉ gồm các byte 0: việc sao chép hay tải về đã hỏng.",
                            "The file holds nothing but zero bytes: copying or loading it failed."), _AGAIN)
    return UnreadableDocument(
        "unknown-format",
        Text("Nội dung tệp không phải định dạng nào mà công cụ đọc được, dù phần mở rộng của tên là quen thuộc.",
             "The bytes are of no format that can be read, although the name's suffix is a known one."),
        _SAVE,
    )


def _compound(data: bytes) -> UnreadableDocument:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableDocument(
            "encrypted",
            Text("Tệp có đặt mật khẩu.", "The file is protected by a password."),
            Text("Mở tệp, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại.",
                 "Open it, remove the password (File, Info, Protect Document) and save."),
        )
    return UnreadableDocument(
        "damaged",
        Text("Tệp Office đời cũ này bị cắt cụt, hoặc bên trong không có tài liệu Word hay Excel.",
             "This old Office file is cut short, or there is no Word or Excel document in it."),
        _AGAIN,
    )


def _package(data: bytes) -> UnreadableDocument:
    if len(data) < 100 or data.rfind(b"PK\x05\x06") < 0:
        return UnreadableDocument(
            "damaged", Text("Tệp bị cắt cụt.", "The file is cut short."), _AGAIN)
    return UnreadableDocument(
        "unknown-format",
        Text("Tệp là một tệp nén (zip), bên trong không có tài liệu Word, Excel hay OpenDocument.",
             "The file is a zip archive with no Word, Excel or OpenDocument document in it."),
        Text("Giải nén, đưa từng tài liệu vào thư mục.", "Unpack it and put each document into the folder."),
    )
