"""The step: what is decoded, what is left alone, and that places and cells stay what they are."""

from __future__ import annotations

import gzip
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.legacy.gate import suspect
from qmslint.legacy.step import in_unicode
from qmslint.model.document import Cell, Comment, Document, Margin, Note, Paragraph, Run, SourceFile, Table
from qmslint.model.location import Location
from tests.legacy.spelling import CODECS, FONTS, LETTERS, kept, written

_SOURCE = SourceFile("a.docx", "docx")
_WORDS = "Quy trình tiếp nhận, thẩm định và trả kết quả hồ sơ đăng ký khai sinh tại Ủy ban nhân dân cấp xã"


def paragraph(*runs: tuple[str, str], order: int = 1, **facts: str) -> Paragraph:
    made = tuple(Run(text, font=font) for text, font in runs)
    return Paragraph("".join(run.text for run in made), Location(order=order), runs=made, **facts)  # type: ignore[arg-type]


def document(*paragraphs: Paragraph) -> Document:
    return Document(_SOURCE, paragraphs)


def shown(*runs: tuple[str, str]) -> str:
    block = in_unicode(document(paragraph(*runs))).blocks[0]
    assert isinstance(block, Paragraph) and "".join(run.text for run in block.runs) == block.text
    return block.text


@pytest.mark.parametrize(("name", "font"), [*((n, FONTS[n]) for n in FONTS), *((n, "Times New Roman") for n in CODECS)])
def test_text_in_an_old_encoding_is_decoded(name: str, font: str) -> None:
    text = written(_WORDS, name)
    assert suspect(text)
    made = in_unicode(document(paragraph((text, font))))
    expected = kept(_WORDS, name)
    assert [block.text for block in made.blocks] == [expected]  # type: ignore[union-attr]
    [piece] = made.decoded
    assert piece.sure and piece.codec == name and 0 < piece.words <= len(text.split())
    assert piece.text == " ".join(text.split()[:8]) and piece.shown == " ".join(expected.split()[:8])


def test_a_font_of_capitals_prints_capitals() -> None:
    assert shown(("Quy tr×nh ", ".VnTimeH"), ("c¬ quan", ".VnTimeH-Bold")) == "QUY TRÌNH CƠ QUAN"
    assert shown(("uy ban ", ".VnTimeH"), ("huyÖn", ".VnTime")) == "UY BAN huyện"
    assert shown(("uy ban nhân dân", ".VnTimeH"),) == "uy ban nhân dân"  # Unicode: the name of the font says nothing


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman"])
@pytest.mark.parametrize("text", [
    _WORDS, _WORDS.upper(), "né, lá, bé, cô, thú", "Điều 5 § 2", "UBND", "5 × 3 ± 2 °C ½ ngày", "Microsoft® Word®",
    "café, déjà vu, naïve, où est-il", "niño, señor, mañana", "für die Größe schöner Häuser", "Søren på Malmø må nå så",
    "QT-01/HT; BM.01-QT.02; 123/2015/NĐ-CP", "« trích » · dấu ¶ và ©", "\uf0b7 gạch đầu dòng", "25 µm, 3 kg·m",
    "a^2 + b^2 = c^2, x^n, u+v, C++", "What do you want? It's a test. Is it so? I do.", "for (a(1), o+1, e^x) dd if",
    "ðề án, ðơn, ðó là ðiều ði ðến", "Ðại học Ð", "[^a-z]+ (u+) o^o", "^^", "Tämä on hyvä, pää", "år, på, få",
])
def test_unicode_and_foreign_text_stays(text: str, font: str) -> None:
    source = document(paragraph((text, font)), paragraph(("Một đoạn nữa", font)))
    made = in_unicode(source)
    assert made.blocks == source.blocks
    assert not [piece for piece in made.decoded if piece.sure]


def test_two_short_words_prove_nothing_without_a_font() -> None:
    assert shown(("ña, ñe", "")) == "ña, ñe"
    assert shown(("ña, ñe", "VNI-Times")) == "đa, đe"


def test_one_paragraph_may_be_old_and_the_next_unicode() -> None:
    old, new = paragraph((written("Bước một: nhận hồ sơ", "tcvn3"), ".VnTime")), paragraph((_WORDS, ".VnTime"))
    made = in_unicode(document(old, new, old))
    assert [b.text for b in made.blocks] == ["Bước một: nhận hồ sơ", _WORDS, "Bước một: nhận hồ sơ"]  # type: ignore[union-attr]
    assert made.blocks[1] is new


def test_capitals_among_which_tones_were_typed_small() -> None:
    assert shown(("QUY TR×NH Sè 5/N§-CP, thÞ x· Hµ", ".VnTime")) == "QUY TRÌNH Số 5/NĐ-CP, thị xã Hà"


def test_unicode_typed_into_an_old_sentence() -> None:
    assert shown(("Quy tr×nh tiếp nhận hå s¬", ".VnTime")) == "Quy trình tiếp nhận hồ sơ"


def test_a_word_cut_by_runs_is_one_word() -> None:
    assert shown(("Quy tr", ".VnTime"), ("×nh", ".VnTime")) == "Quy trình"
    assert shown(("giaûi quye", "VNI-Times"), ("át hoà", "VNI-Times"), (" sô", "VNI-Times")) == "giải quyết hồ sơ"


def test_a_few_words_are_carried_by_the_rest() -> None:
    rest = [paragraph((written(_WORDS, "tcvn3"), "")) for _ in range(3)]
    assert in_unicode(document(*rest, paragraph(("Môc", ""), order=9))).blocks[3].text == "Mục"  # type: ignore[union-attr]
    assert shown(("Môc", "")) == "Môc"
    assert in_unicode(document(*rest, paragraph(("Søren", "")))).blocks[3].text == "Søren"  # type: ignore[union-attr]


def test_a_word_that_lost_a_letter_does_not_keep_its_sentence_from_being_read() -> None:
    rest = [paragraph((written(_WORDS, "tcvn3"), "")) for _ in range(3)]
    lost = paragraph((written("Trình tự các bước", "tcvn3").replace("\xad", ""), ""), order=9)
    assert in_unicode(document(*rest, lost)).blocks[3].text == "Trình tự các bớc"  # type: ignore[union-attr]
    assert in_unicode(document(lost)).blocks[0] == lost


def test_everything_of_a_document_is_decoded_and_places_stay() -> None:
    text, at = written(_WORDS, "tcvn3"), Location(order=3)
    one = paragraph((text, ".VnTime"), order=4, number="B\u00adíc 1:", original="X· " + text)
    merged = Cell((one,), at, 2, 2)
    plain = Cell((paragraph(("5", "")),), at)
    table = Table(((merged, merged), (merged, merged), (plain, plain)), at)
    source = Document(
        _SOURCE, (table,), (Margin("header", 1, "", (one,), at), Margin("header", 2, "", (one,), at, inherited=True)),
        (Note("footnote", (one,), at),), (Comment("An", text, at),),
    )
    made = in_unicode(source)
    decoded = kept(_WORDS, "tcvn3")
    [changed] = made.blocks
    assert isinstance(changed, Table)
    cells = {id(cell) for row in changed.rows[:2] for cell in row}
    assert len(cells) == 1 and changed.rows[0][0].row_span == 2 and changed.rows[2][0].blocks == plain.blocks
    [inside] = changed.rows[0][0].blocks
    assert isinstance(inside, Paragraph)
    assert (inside.text, inside.number, inside.original) == (decoded, "Bước 1:", "Xã " + decoded)
    assert inside.at == one.at
    assert [m.blocks[0].text for m in made.margins] == [decoded] * 2  # type: ignore[union-attr]
    assert made.notes[0].blocks[0].text == made.comments[0].text == decoded  # type: ignore[union-attr]
    assert len(made.decoded) == 4  # a margin that is linked to the one before is told once, a merged cell too


def test_letters_in_the_symbol_area_are_read() -> None:
    text = "".join(chr(0xF000 + ord(c)) if ord(c) > 0x7F else c for c in written(_WORDS, "tcvn3"))
    assert suspect(text) and shown((text, ".VnTime")) == kept(_WORDS, "tcvn3")


def test_doubt_is_said_and_changes_nothing() -> None:
    text = "tr×nh ¶bcd ®xyz w¶q"
    made = in_unicode(document(paragraph((text, ".VnTime"))))
    assert made.blocks[0].text == text  # type: ignore[union-attr]
    assert [piece.sure for piece in made.decoded] == [False]


@given(st.lists(st.tuples(st.text(max_size=20), st.sampled_from(["", ".VnTime", ".VnTimeH", "VNI-Times"]))))
def test_no_text_breaks_the_step(runs: list[tuple[str, str]]) -> None:
    source = document(paragraph(*runs))
    made = in_unicode(source)
    [block] = made.blocks
    assert isinstance(block, Paragraph) and "".join(run.text for run in block.runs) == block.text


@given(
    st.lists(st.text(alphabet=LETTERS + "bcdghklmnpqrstvx", min_size=1), min_size=1),
    st.sampled_from(["", *FONTS.values()]),
)
def test_unicode_is_never_changed(words: list[str], font: str) -> None:
    text = " ".join(["đăng", *words])
    made = in_unicode(document(paragraph((text, font))))
    assert font or made.blocks[0].text == text  # type: ignore[union-attr]


@pytest.mark.samples
def test_titles_of_procedures_are_recognised(samples: Path) -> None:
    with gzip.open(samples.parents[1] / "data" / "national-tthc.jsonl.gz", "rt", encoding="utf-8") as lines:
        titles = [unicodedata.normalize("NFC", json.loads(line)["ten_thu_tuc"]) for line in lines]
    for title in titles:
        for font in ("", *FONTS.values()):
            assert not in_unicode(document(paragraph((title, font)))).decoded
    plain = str.maketrans("–“”", '-""')
    long = [title.translate(plain) for title in titles if len(title.split()) >= 5]
    for name in CODECS:
        right = sum(shown((written(title, name) + " nay", "")) == kept(title + " nay", name) for title in long)
        assert right >= 0.95 * len(long), name
