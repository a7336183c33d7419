"""Blocks to sign in at the end of a document: lines of one paragraph, two signers on a line, positions over lines."""

from __future__ import annotations

import pytest

from qmslint.api import Cell, Paragraph, Signature
from qmslint.extract.control.signatures import bare_name, names_signer, signatures_at_end
from qmslint.extract.system.people import people
from tests.extract.paper import Paper


def soft(paper: Paper, *cells: str) -> Paper:
    """A table to sign in whose cells are one paragraph each, with soft line breaks."""
    table = paper.grid([["x"] * len(cells)])
    row = tuple(Cell((Paragraph(text, cell.blocks[0].at),), cell.at)
                for text, cell in zip(cells, table.rows[0], strict=True))
    paper.blocks.append(table._replace(rows=(row,)))
    return paper


def signed(paper: Paper) -> list[tuple[str, str, Signature]]:
    """Position, name and signature of each who signs."""
    return [(one.position, one.name, one.signature) for one in signatures_at_end(paper.reading())]


def test_a_cell_that_is_one_paragraph() -> None:
    paper = soft(Paper(), "THƯ KÝ\n\n(Đã ký)\n\nTrần Văn Mẫu", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nPHẠM VĂN VÍ")
    assert signed(paper) == [("THƯ KÝ", "Trần Văn Mẫu", Signature.TEXT),
                             ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "PHẠM VĂN VÍ", Signature.NONE)]


def test_positions_over_several_lines() -> None:
    paper = soft(Paper(), "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
                 "TRƯỞNG ĐOÀN ĐÁNH GIÁ\nCHÁNH VĂN PHÒNG\nHĐND VÀ UBND\n\n(đã ký)\n\nTrần Văn Mẫu")
    assert signed(paper) == [("TRƯỞNG ĐOÀN ĐÁNH GIÁ CHÁNH VĂN PHÒNG HĐND VÀ UBND", "Trần Văn Mẫu", Signature.TEXT)]
    paper = soft(Paper(), "", "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\n\nPHÓ CHỦ TỊCH UBND PHƯỜNG\nBS. Lê Thị Thử")
    assert signed(paper) == [("TM. BAN CHỈ ĐẠO TRƯỞNG BAN PHÓ CHỦ TỊCH UBND PHƯỜNG", "Lê Thị Thử", Signature.NONE)]


def test_two_signers_on_one_line() -> None:
    paper = Paper()
    for line in ("ĐẠI DIỆN PHÒNG TƯ PHÁP\t\tTM. ĐOÀN ĐÁNH GIÁ", "\t\tTRƯỞNG ĐOÀN", "(Đã ký)\t\t(Đã ký)",
                 "Trần Văn Mẫu\t\t\tThS. Lê Thị Thử"):
        paper.p(line, alignment="center")
    assert signed(paper) == [("ĐẠI DIỆN PHÒNG TƯ PHÁP", "Trần Văn Mẫu", Signature.TEXT),
                             ("TM. ĐOÀN ĐÁNH GIÁ TRƯỞNG ĐOÀN", "Lê Thị Thử", Signature.TEXT)]


def test_capitals_that_are_no_place_to_sign() -> None:
    paper = Paper().p("THƯ KÝ CUỘC HỌP ĐỌC BIÊN BẢN", alignment="center").p("Cuộc họp nhất trí thông qua biên bản.")
    assert signed(paper) == []


@pytest.mark.parametrize(("line", "expected"), [
    ("T/M BAN CHỈ ĐẠO", True), ("KT/ CHỦ TỊCH", True), ("TRƯỞNG BAN CHỈ ĐẠO ISO", True),
    ("Trưởng phòng Tư pháp", False), ("KẾT LUẬN CỦA CHỦ TRÌ", False),
])
def test_for_whom_is_signed(line: str, expected: bool) -> None:
    assert names_signer(line) is expected


@pytest.mark.parametrize("text", ["ThS. Lê Thị Thử", "BS.CKII Lê Thị Thử", "PGS.TS. Lê Thị Thử", "Thiếu tá Lê Thị Thử"])
def test_titles_are_no_part_of_a_name(text: str) -> None:
    assert bare_name(text) == "Lê Thị Thử"
    (one,) = people(f"{text} - Trưởng phòng")
    assert (one.name, one.position) == ("Lê Thị Thử", "Trưởng phòng")


def test_people_one_after_the_other() -> None:
    found = people("bà Lê Thị Thử (Trưởng đoàn), ông Trần Văn Mẫu (Phòng Kinh tế, Hạ tầng và Đô thị), bà Ngô Thị Dụ")
    assert [(one.name, one.person(Paper().grid([["x"]]).at).unit) for one in found] == [
        ("Lê Thị Thử", ""), ("Trần Văn Mẫu", "Phòng Kinh tế, Hạ tầng và Đô thị"), ("Ngô Thị Dụ", "")]
