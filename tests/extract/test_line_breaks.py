"""Several things in one paragraph: headings over their words, abbreviations, annexes of other papers."""

from __future__ import annotations

from tests.extract.paper import Paper, procedure


def test_several_abbreviations_in_one_paragraph() -> None:
    paper = Paper().p("1. MỤC ĐÍCH", bold=True).p("Lời.").p("4. VIẾT TẮT", bold=True)
    paper.p("HTX: hợp tác xã; TCKH: Phòng Tài chính - Kế hoạch. GCN: giấy chứng nhận\nUBND: Ủy ban nhân dân.")
    paper.p("TTHC: thủ tục hành chính; công việc: gồm nhiều bước.").p("5. NỘI DUNG", bold=True).p("Lời.")
    assert [(a.short, a.meaning) for a in paper.facts().abbreviations] == [
        ("HTX", "hợp tác xã"), ("TCKH", "Phòng Tài chính - Kế hoạch."), ("GCN", "giấy chứng nhận"),
        ("UBND", "Ủy ban nhân dân."), ("TTHC", "thủ tục hành chính; công việc: gồm nhiều bước."),
    ]


def test_a_heading_and_its_words_parted_by_a_line_break() -> None:
    paper = Paper().p("1. Mục đích\nQuy định thống nhất.").p("2. Phạm vi áp dụng\nÁp dụng tại xã.")
    paper.p("3. Tài liệu viện dẫn\n- Luật Đất đai").p("5. Nội dung", bold=True).p("Lời.")
    assert [(s.number, s.title, s.key) for s in paper.facts().sections] == [
        ("1", "Mục đích", "purpose"), ("2", "Phạm vi áp dụng", "scope"), ("3", "Tài liệu viện dẫn", "references"),
        ("5", "Nội dung", "content"),
    ]


def test_the_annex_of_a_form_is_no_annex_of_this_document() -> None:
    paper = procedure().p("Đơn theo Mẫu 08 Phụ lục I; xem thêm Phụ lục IV.")
    assert [r.target for r in paper.facts().references if r.kind == "annex"] == ["IV"]
