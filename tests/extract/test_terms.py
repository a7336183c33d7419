"""Names of what no longer exists: what is a use and what only a mention; long lines take their length and no more."""

from __future__ import annotations

import time

import pytest

from qmslint.run.inspect import inspect_bytes
from qmslint.run.library import make_plan

PLAN = make_plan(())


def names(*lines: str) -> set[str]:
    """The terms that a document of these lines uses."""
    text = "\n".join(["qmslint: record/1", "kind: tthc-procedure", "text:", *(f'  - "{line}"' for line in lines)])
    document = inspect_bytes("a.yaml", text.encode(), PLAN.plugins, PLAN.limits).document
    assert document is not None
    return {extra.get("name") for extra in document.extra if extra.name == "currency:terms"}


@pytest.mark.parametrize("line", [
    "Nộp tại Ủy ban nhân dân huyện.", "Trình UBND  cấp huyện phê duyệt.", "Gửi Phòng Tư pháp cấp huyện.",
    "Ủy ban nhân dân\u00a0quận xác nhận.", "UBND cấp huyện nơi thường trú của người yêu cầu.",
    "Nộp tại trụ sở UBND huyện.", "chuyển ủy ban nhân dân thị xã",
])
def test_a_district_that_is_given_work(line: str) -> None:
    assert names(line) == {"cấp huyện"}


@pytest.mark.parametrize("line", [
    "Nghị định số 120/2025/NĐ-CP ngày 11/6/2025 về thẩm quyền của Ủy ban nhân dân cấp huyện.",
    "Ủy ban nhân dân huyện (cũ) đã bàn giao hồ sơ.", "Nhiệm vụ chuyển giao từ UBND cấp huyện cho UBND cấp xã.",
    "Địa chỉ: trụ sở Ủy ban nhân dân huyện.", "Cụm từ “UBND huyện” được thay.", "Ủy ban nhân dân xã.",
    "Trước đây do Ủy ban nhân dân huyện giải quyết, nay là xã.", "UBND huyện, nay là UBND xã An Bình.",
])
def test_a_district_that_is_only_mentioned(line: str) -> None:
    assert names(line) == set()


def test_a_line_of_a_million_letters() -> None:
    line = "Ủy ban nhân dân huyện và Nghị định số 1/2020/NĐ-CP ban hành " * 6000
    begun = time.process_time()
    names(line)
    assert time.process_time() - begun < 20
