"""Documents made by hand for tests: paragraphs and tables with places, as a reader would give them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qmslint.api import Block, Cell, Document, Location, Margin, Paragraph, Reading, Run, SourceFile, Table, paragraphs
from qmslint.plugins.manager import Plugins

CellText = "str | tuple[str, ...] | Cell | None"


class Paper:
    """A document under construction. `p` adds a paragraph, `table` a table, `header`/`footer` a margin."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.margins: list[Margin] = []
        self._order = 0
        self._tables = 0
        self._count = 0
        self.section = 1

    def _next(self) -> int:
        self._order += 1
        return self._order

    def paragraph(self, text: str, at: Location, **facts: Any) -> Paragraph:
        """One paragraph; `bold` gives it one bold run (or plain run when False)."""
        bold = facts.pop("bold", None)
        runs = facts.pop("runs", ())
        if bold is not None:
            runs = (Run(text, bold=bold),)
        return Paragraph(text, at, runs=runs, **facts)

    def p(self, text: str, **facts: Any) -> Paper:
        """A paragraph of the body."""
        self._count += 1
        at = Location(order=self._next(), section=self.section, paragraph=self._count)
        self.blocks.append(self.paragraph(text, at, **facts))
        return self

    def lines(self, text: str) -> Paper:
        """A paragraph for each line that is not empty."""
        for line in text.strip("\n").split("\n"):
            if line.strip():
                self.p(line.strip("\r"))
        return self

    def grid(self, rows: Sequence[Sequence[Any]], pictures: dict[tuple[int, int], int] | None = None,
             **where: Any) -> Table:
        """A table: None = merged with the cell on the left, "^" with the cell above; "\\n" parts paragraphs,
        "\\v" lines of one."""
        self._tables += 1
        number = self._tables
        at = Location(order=self._next(), section=self.section, table=number, **where)
        grid: list[tuple[Cell, ...]] = []
        for r, row in enumerate(rows):
            cells: list[Cell] = []
            for c, text in enumerate(row):
                if text is None:
                    cells.append(cells[-1])
                    continue
                if text == "^":
                    cells.append(grid[-1][c])
                    continue
                place = at._replace(order=self._next(), row=r + 1, column=c + 1)
                blocks = tuple(
                    self.paragraph(part.replace("\v", "\n"), place._replace(order=self._next(), paragraph=n + 1),
                                   pictures=(pictures or {}).get((r, c), 0) if n == 0 else 0)
                    for n, part in enumerate(str(text).split("\n"))
                )
                span = 1
                while c + span < len(row) and row[c + span] is None:
                    span += 1
                cells.append(Cell(blocks, place, 1, span))
            grid.append(tuple(cells))
        return Table(tuple(grid), at)

    def table(self, *rows: Sequence[Any], pictures: dict[tuple[int, int], int] | None = None) -> Paper:
        """A table of the body."""
        self.blocks.append(self.grid(rows, pictures))
        return self

    def margin(self, kind: str, *lines: str, section: int = 1, variant: str = "", rows: Sequence[Sequence[Any]] = (),
               inherited: bool = False) -> Paper:
        """A header or footer of lines, or of one table."""
        at = Location(order=self._next(), place=kind, section=section, variant=variant)
        blocks: list[Block] = [self.paragraph(line, at._replace(paragraph=n + 1)) for n, line in enumerate(lines)]
        if rows:
            keep, self.section = self.section, section
            blocks.append(self.grid(rows, place=kind))
            self.section = keep
        self.margins.append(Margin(kind, section, variant, tuple(blocks), at, inherited))
        return self

    def header(self, *lines: str, **facts: Any) -> Paper:
        """A page header."""
        return self.margin("header", *lines, **facts)

    def footer(self, *lines: str, **facts: Any) -> Paper:
        """A page footer."""
        return self.margin("footer", *lines, **facts)

    def document(self, path: str = "a.docx") -> Document:
        """The document so far."""
        return Document(SourceFile(path, "docx"), tuple(self.blocks), tuple(self.margins))

    def reading(self, kind: str = "") -> Reading:
        """A reading of it, nothing known yet."""
        return Reading(self.document(), kind)

    def facts(self, kind: str = "") -> Any:
        """Every fact that the extractors find in it; a failing extractor fails the test."""
        from qmslint.run.inspect import facts_of

        inspection = facts_of(self.document(), _plugins(), kind)
        assert not inspection.problems, inspection.problems
        assert inspection.document is not None
        return inspection.document


_CACHE: list[Plugins] = []


def _plugins() -> Plugins:
    if not _CACHE:
        _CACHE.append(Plugins())
    return _CACHE[0]


def procedure(code: str = "QT 05/HT-TP", title: str = "Cấp bản sao trích lục hộ tịch") -> Paper:
    """A procedure as a department keeps it: cover, contents, approval, revision log, seven sections."""
    paper = Paper()
    paper.table(
        ["UBND XÃ AN BÌNH", "QUY TRÌNH", f"Mã hiệu: {code}", None],
        ["^", title, "Lần ban hành:", "02"],
        ["^", "^", "Ngày ban hành: 05/3/2026", None],
    )
    paper.p("MỤC LỤC", bold=True).p("SỬA ĐỔI TÀI LIỆU")
    names = ["MỤC ĐÍCH", "PHẠM VI", "TÀI LIỆU VIỆN DẪN", "ĐỊNH NGHĨA/VIẾT TẮT", "NỘI DUNG QUY TRÌNH", "BIỂU MẪU",
             "HỒ SƠ CẦN LƯU"]
    for number, name in enumerate(names, 1):
        paper.p(name, number=f"{number}.")
    paper.table(
        ["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt"],
        ["Họ tên", "Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví"],
        ["Chữ ký", "", "", ""],
        ["Chức vụ", "Chuyên viên", "Trưởng phòng", "Phó Chủ tịch\nUBND xã"],
        pictures={(2, 1): 1, (2, 2): 1, (2, 3): 1},
    )
    paper.p("TRANG THEO DÕI SỐ LẦN SỬA ĐỔI TÀI LIỆU", bold=True)
    paper.table(
        ["STT", "Tóm lược nội dung\ncần sửa đổi", "Cơ sở pháp lý hoặc căn cứ\nvề việc sửa đổi", "Lần sửa đổi"],
        ["1.", "Sửa thời hạn", "Nghị định số 18/2026/NĐ-CP", "01"],
        ["2.", "", "", ""],
    )
    paper.p("MỤC ĐÍCH", number="1.", bold=True).p("Quy định trình tự, cách thức thực hiện.", bold=False)
    paper.p("PHẠM VI", number="2.", bold=True).p("Áp dụng tại UBND xã.", bold=False)
    paper.p("TÀI LIỆU VIỆN DẪN", number="3.", bold=True)
    paper.p("Tiêu chuẩn quốc gia TCVN ISO 9001:2015.", number="-", bold=False)
    paper.p("Các văn bản đề cập tại mục 5 của Quy trình này.", number="-", bold=False)
    paper.p("ĐỊNH NGHĨA VÀ VIẾT TẮT", number="4.", bold=True)
    paper.p("UBND\t: \tỦy ban nhân dân", number="-", bold=False)
    paper.p("TTHC\t\t:\tThủ tục hành chính", number="-", bold=False)
    paper.p("5. NỘI DUNG ", bold=True)
    paper.p("a. Thành phần, số lượng hồ sơ:", bold=True).p("- Tờ khai theo mẫu;", bold=False)
    paper.p("b. Thời hạn giải quyết: 02 ngày làm việc.", bold=True)
    paper.p("c Đối tượng thực hiện thủ tục hành chính: Cá nhân", bold=True)
    paper.p("d. Cơ quan thực hiện thủ tục hành chính: UBND xã", bold=True)
    paper.p("đ. Kết quả thực hiện thủ tục hành chính: Trích lục", bold=True)
    paper.p("e. Phí, lệ phí: 8.000 đồng/bản", bold=True)
    paper.p("g.Tên mẫu đơn, mẫu tờ khai: Không.", bold=True)
    paper.p("h. Quy trình các bước xử lý công việc:", bold=True)
    paper.table(
        ["TT", "Trình tự các bước công việc*", "Trách nhiệm", "Thời gian (02 ngày làm việc)"],
        ["1.", "Tiếp nhận hồ sơ TTHC", "Bộ phận Một cửa", "½ ngày"],
        ["2.", "Phê duyệt", "Lãnh đạo UBND xã", "1,5 ngày"],
    )
    paper.p("6. BIỂU MẪU", bold=True).p("Mẫu sổ theo dõi hồ sơ;", number="-", bold=False)
    paper.p("7. HỒ SƠ  LƯU TRỮ", bold=True)
    paper.table(
        ["STT", "Tên biểu mẫu/ hồ sơ", "Nơi lưu/ người lưu trữ", "Thời gian lưu trữ"],
        ["01", "Sổ theo dõi hồ sơ", "UBND xã", "Vĩnh viễn"],
    )
    paper.header(f"Tên quy trình: {title} ____________________")
    paper.footer(rows=[["Ngày hiệu lực:  05/3/2026", "Trang: 3/9", "Lần ban hành: 2"]])
    return paper


def texts(document: Document) -> list[str]:
    """Every paragraph's text of the body."""
    return [paragraph.text for paragraph in paragraphs(document.blocks)]
