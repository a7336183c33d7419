"""Whatever a document holds, every extractor answers, in reading order, the same each time."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.extract.paper import Paper, procedure

FRAGMENTS = st.sampled_from([
    "MỤC LỤC", "1. MỤC ĐÍCH", "PHẠM VI", "5. NỘI DUNG", "a. Thành phần hồ sơ:", "c Đối tượng", "7. HỒ SƠ LƯU",
    "I. CHUNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Mẫu số 01", "PHỤ LỤC", "PHỤ LỤC 1", "Phụ lục 1, 2 kèm theo",
    "mục 5, 6", "Mã hiệu:", "Mã hiệu: QT 01", "Lần ban hành", "01", "Ngày ban hành: /07/2021", "Trang: 1/2",
    "Tên quy trình: A ____", "QUY TRÌNH", "Soạn thảo", "Xem xét", "Phê duyệt", "Họ tên", "Chữ ký",
    "Nội dung sửa đổi", "Lần sửa đổi", "Ngày", "UBND: Ủy ban nhân dân", "UBND", "HĐND (Hội đồng nhân dân)",
    "(sau đây gọi tắt là TTHC)", "Từ viết tắt", "Nghĩa", "BIÊN BẢN", "QUYẾT ĐỊNH", "đánh giá nội bộ", "DỰ THẢO",
    "………", "ngày … tháng … năm", "[ghi rõ]", "Nơi nhận:", "(", ")", "k\u200eý", "ho\u0323", "Ðề", "B¶o Th¾ng",
    "chaøo caùc", "\t", "", " ", "-", "1.", "đ)", "::", "BM.01", "½ ngày", "KT. CHỦ TỊCH", "Chú thích:", "Ví dụ",
    "%", "\n", "1.012345",
])
TEXT = st.one_of(FRAGMENTS, st.lists(FRAGMENTS, min_size=2, max_size=4).map(" ".join), st.text(max_size=20))


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """A few blocks of all sorts, some behind a whole procedure."""
    paper = procedure() if draw(st.booleans()) else Paper()
    for _ in range(draw(st.integers(0, 10))):
        what = draw(st.sampled_from("pppptmfb"))
        if what == "t":
            width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
            cell = TEXT.filter(lambda t: t != "^")
            paper.table(*[[draw(cell) for _ in range(width)] for _ in range(height)])
        elif what in "mf":
            paper.margin("header" if what == "m" else "footer", draw(TEXT), section=draw(st.integers(1, 2)))
        else:
            paper.p(draw(TEXT), bold=draw(st.sampled_from((None, True, False))),
                    number=draw(st.sampled_from(("", "", "", "1.", "a)", "-", "II.", "5.1"))),
                    level=draw(st.sampled_from((0, 0, 0, 1, 2))), page_break=draw(st.booleans()))
    return paper


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers())
def test_every_extractor_answers(paper: Paper) -> None:
    facts = paper.facts()
    assert facts == paper.facts()
    for name in ("sections", "contents", "abbreviations", "references", "annexes", "placeholders"):
        orders = [entry.at.order for entry in getattr(facts, name)]
        assert orders == sorted(orders), name
    if facts.attachments_from:
        limit = facts.attachments_from.order
        assert all(entry.at.order < limit for entry in (*facts.sections, *facts.placeholders, *facts.references))
