"""Small OpenDocument files: the XML that matters, in a zip."""

from __future__ import annotations

import io
import zipfile

from qmslint.api import Document, Limits, SourceFile
from qmslint.read.odf import READERS

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("meta", "meta"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
TEXT, SHEETS = "text", "spreadsheet"


def package(parts: dict[str, str], kind: str) -> bytes:
    """A zip with its mimetype first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def odf(body: str, *, kind: str = TEXT, automatic: str = "", styles: str = "", masters: str = "", meta: str = "",
        manifest: str = "") -> bytes:
    """A file with this body; styles where they are needed."""
    parts = {
        "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": manifest or "<manifest/>",
    }
    return package(parts, kind)


def read(data: bytes, name: str = "a.odt", limits: Limits | None = None) -> Document:
    """What the reader of these bytes makes of them."""
    reader = next(reader for reader in READERS if reader.recognises(data, name))
    return reader.read(SourceFile(name, reader.format), data, limits or Limits())


def text(body: str, limits: Limits | None = None, **parts: str) -> Document:
    """A text with this body, read."""
    return read(odf(body, **parts), "a.odt", limits)
