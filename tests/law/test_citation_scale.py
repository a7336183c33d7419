"""Citations at scale: the national register's glued text, labelled by hand; the six samples; linear time."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from qmslint.api import Settings, parse_citations
from qmslint.run.library import inspect

LABELS = Path(__file__).parent / "labels"


def labels(name: str) -> dict[str, set[str]]:
    lines = (LABELS / name).read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {row[0]: set(row[1:]) for row in rows}


def numbers(text: str) -> set[str]:
    return {citation.number for citation in parse_citations(text) if citation.number}


@pytest.mark.samples
def test_the_national_register(samples: Path) -> None:
    wanted = labels("national_tthc.txt")
    with gzip.open(samples.parents[1] / "data" / "national-tthc.jsonl.gz", "rt", encoding="utf-8") as stream:
        texts = {row["ma_thu_tuc"]: row["can_cu_phap_ly"] for row in map(json.loads, stream)}
    assert len(wanted) == 200
    seen = right = found = 0
    for code, expected in wanted.items():
        ours = numbers(texts[code])
        seen, right, found = seen + len(expected), right + len(expected & ours), found + len(ours)
    assert seen > 700
    assert right / seen >= 0.98 and right / found >= 0.98


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tại Việt Nam04/2015/TT-BCANhập cảnh", {"04/2015/TT-BCA"}),
        ("Luật 51/2019/QH1451/2019/QH14Thông tư 57/2020/TT-BCA57/2020/TT-BCA", {"51/2019/QH14", "57/2020/TT-BCA"}),
        ("Luật Thú yLuật 79/2015/QH13quy định", {"79/2015/QH13"}),
        ("đến hết năm 202344/2023/TT-BTCLuật", {"44/2023/TT-BTC"}),
        ("TẠI VIỆT NAM25/2021/TT-BTCQUY ĐỊNH MỨC THU", {"25/2021/TT-BTC"}),
        ("Nghị quyết số 66.7/2025/NQ-CP của Chính phủ", {"66.7/2025/NQ-CP"}),
        ("năm 2001.22/2025/TT-BXD", {"22/2025/TT-BXD"}),
        ("Thi hành án dân sự.1898/QĐ-BTPLuật", {"1898/QĐ-BTP"}),
        ("Nghị định 63/2011/NĐ-CP - Quy định chi tiết", {"63/2011/NĐ-CP"}),
        ("Nghị định số 123/2015/NĐ-CPngày 15/11/2015", {"123/2015/NĐ-CP"}),
        ("Quyết định số 19/2014/QĐ-TTgvề việc", {"19/2014/QĐ-TTg"}),
        ("Thông tư số 53/2025/TT-BCAngày 01/7/2025", {"53/2025/TT-BCA"}),
        ("Nghị định số 46/2020/NĐ-CP46/2020", {"46/2020/NĐ-CP"}),
        ("Quyết định 493/QĐ-UBND - Phú Nhuận", {"493/QĐ-UBND"}),
        ("mã hiệu QT 01/CX-HCTP, BM.02/QT-05, ngày 15/11/2015", set()),
        ("trang 1/2-3, tỷ lệ 1/500, 24/7", set()),
    ],
)
def test_where_spaces_are_missing(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected


WORST = (
    "1", "1/", "12/2020/", "12/2020/NĐ-", "Nghị định số ", "Luật ", "Luật sửa đổi, bổ sung ", "(",
    "điểm a khoản 1 Điều 2 ",
    "A-", "1.1/", "a12/2020/TT-BTC", "1/A_", "của Bộ , ", "ngày tháng năm ", "TCVN ISO 9001:2015 ",
    "Nghị định số 12/2020/NĐ-CP ngày 1/2/2020 của Chính phủ quy định về ",
)
WORK = """
from qmslint.api import find_dates, parse_citations
from tests.law.test_citation_scale import WORST
for piece in WORST:
    parse_citations((piece * SIZE)[:SIZE])
    find_dates((piece * SIZE)[:SIZE])
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("valgrind") is None, reason="counting instructions needs valgrind")
def test_three_times_the_text_costs_three_times_the_instructions() -> None:
    from qmslint.workshop.callgrind import count

    none, one, three = (count("-c", f"SIZE = {size}\n{WORK}") for size in (300, 4_300, 12_300))
    assert (three - none) / (one - none) <= 3.15


def test_five_megabytes_of_digits_and_slashes_name_nothing() -> None:
    for piece in ("1", "1/", "12/2020/", "123456789/"):
        text = (piece * 5_000_000)[:5_000_000]
        assert parse_citations(text) == []


@pytest.mark.samples
def test_the_six_samples(samples: Path) -> None:
    lines = (LABELS / "samples.txt").read_text("utf-8").splitlines()
    wanted: dict[str, list[tuple[str, ...]]] = {}
    for line in lines[1:]:
        sample, *rest = line.split("\t")
        wanted.setdefault(sample, []).append(tuple(rest))
    files = [path for path in sorted(samples.iterdir()) if path.suffix in (".doc", ".docx")]
    assert len(files) == len(wanted) == 6
    for inspection in inspect([str(path) for path in files], settings=Settings()):
        assert inspection.document is not None
        ours = [
            (c.number or c.name, str(c.year or ""), c.date.value.isoformat() if c.date and c.date.value else "",
             c.relation)
            for c in inspection.document.citations
        ]
        assert ours == wanted[inspection.source.path.rpartition("/")[2].split(".")[0]]
