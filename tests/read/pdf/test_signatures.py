"""Digital signatures of a PDF: who and when, read from bytes that openssl signed and a document made by code."""

from __future__ import annotations

from base64 import b64decode

from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Limits, SourceFile
from qmslint.read.pdf.certificates import signer_of
from qmslint.read.pdf.document import read_document as read

# Made once: openssl cms -sign, by a certificate of an invented person, beside that of the invented body that issued it.
SIGNED = b64decode("""
MIIEMgYJKoZIhvcNAQcCoIIEIzCCBB8CAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBoIIDQzCCAXwwggEhAhRXhObFIjJv7d6xLwiPY0M4
IZYTIDAKBggqhkjOPQQDAjA1MQswCQYDVQQGEwJWTjEmMCQGA1UEAwwdQ8ahIHF1YW4gY2jhu6luZyB0aOG7sWMgVGjhu60wHhcNMjYxMTI1MTUz
NjMyWhcNMzYxMTIyMTUzNjMyWjBLMQswCQYDVQQGEwJWTjEfMB0GA1UECgwWVUJORCB4w6MgQW4gUGjDuiBUaOG7rTEbMBkGA1UEAwwSVHLhuqdu
IFRo4buLIE3huqt1MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEmq1/bb/5iGJLLbLSLqQXi0ptpxkHmIAA19ujnGbhHbsxXwVMNDhFFTlGOfYS
tIe+Mi4o8Po5ed63QeWE7owMAjAKBggqhkjOPQQDAgNJADBGAiEAsc1i3pLl5bTvHa2q4feb/1kuxY4YOKB7svN8Apo2LTYCIQCuc9v7tb2YBKI7
VYk4RiMRok3FpDScw5QCjkYXJ1FG9TCCAb8wggFloAMCAQICFCyslypYMLsclT2lqsAw/RdOFWhPMAoGCCqGSM49BAMCMDUxCzAJBgNVBAYTAlZO
MSYwJAYDVQQDDB1DxqEgcXVhbiBjaOG7qW5nIHRo4buxYyBUaOG7rTAeFw0yNjExMjUxNTM2MzJaFw0zNjExMjIxNTM2MzJaMDUxCzAJBgNVBAYT
AlZOMSYwJAYDVQQDDB1DxqEgcXVhbiBjaOG7qW5nIHRo4buxYyBUaOG7rTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEVXDJQE56z5E5w3g8jr
tU/gpITbmJqmdGZqhLNzYe+0NeRsG6ltVyQudipuNaggqUcQuiv3yslSgy2o093PFR6jUzBRMB0GA1UdDgQWBBQDL+PRVUkYVZoCbfK4WL7gCJ0D
UDAfBgNVHSMEGDAWgBQDL+PRVUkYVZoCbfK4WL7gCJ0DUDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQCHsA4Nigtsyc2cAq4D
VlrmpkEecuqlOm4MRw/iFmX/6AIgefNh52MuvAXr5w2cJ6urcTE+RUFRlnBfFss5bz/AowgxgbYwgbMCAQEwTTA1MQswCQYDVQQGEwJWTjEmMCQG
A1UEAwwdQ8ahIHF1YW4gY2jhu6luZyB0aOG7sWMgVGjhu60CFFeE5sUiMm/t3rEvCI9jQzghlhMgMAsGCWCGSAFlAwQCATAKBggqhkjOPQQDAgRG
MEQCICZ8d+/2dgiEN9J1/aMHDp8wqDRbogRW4WtQaRtMTeWrAiBQb6n0cxKTVfJncx/gI6nJvcfVArELr3CgLPzn+4OMbw==
""")


def signed_paper(contents: bytes, when: bytes = b"(D:20261124093000+07'00')") -> bytes:
    """A PDF of one line and one field of a signature below it."""
    text = b"BT /F 12 Tf 72 700 Td (QUYET DINH) Tj ET"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R]"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Sig1) /Rect [300 500 500 560] /P 3 0 R /V 7 0 R >>",
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 10]"
        b" /M %s /Contents <%s> >>" % (when, contents.hex().encode()),
    ]
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, rows)
    return data + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(data))


def remarks(data: bytes) -> tuple[str, ...]:
    return read(SourceFile("a.pdf", "pdf"), data, Limits()).remarks


def test_who_signed_is_the_holder_not_the_issuer() -> None:
    assert signer_of(SIGNED) == "Trần Thị Mẫu"
    assert signer_of(SIGNED + bytes(500)) == "Trần Thị Mẫu"  # the place kept for a signature is larger than it


def test_a_signature_is_named_where_it_stands_and_never_called_verified() -> None:
    words = "(Chữ ký số: Trần Thị Mẫu, ký ngày 24/11/2026 09:30; chưa kiểm tra chữ ký)"
    document = read(SourceFile("a.pdf", "pdf"), signed_paper(SIGNED + bytes(200)), Limits())
    assert words in document.remarks
    assert any(words in getattr(block, "text", "") and block.at.page == 1 for block in document.blocks)


def test_a_signature_that_says_nothing_is_still_one() -> None:
    for contents, when in ((b"", b"()"), (b"\x30\x80", b"(yesterday)"), (SIGNED[:300], b"(D:2026)")):
        assert "(Chữ ký số; chưa kiểm tra chữ ký)" in remarks(signed_paper(contents, when))


@given(st.binary(max_size=400) | st.integers(0, len(SIGNED)).flatmap(
    lambda at: st.binary(min_size=1, max_size=4).map(lambda new: SIGNED[:at] + new + SIGNED[at + len(new) :])))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    assert isinstance(signer_of(data), str)
