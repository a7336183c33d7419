"""What a syllable is."""

from __future__ import annotations

import pytest

from qmslint.legacy.syllable import is_syllable

_SYLLABLES = (
    "quy trình giải quyết hồ sơ đăng ký khai sinh Nghị định gì giếng giữ quốc quýt quyển khuỷu ngoèo nghiêng ướt ưu "
    "hòa hoà thuỷ thủy Ý kiến ỦY BAN NHÂN DÂN xuống thuở yếu oan uyên chuyện ghi kênh nghề cuộc người rượu hươu ăn"
)
_OTHERS = "cê kà ngê gê trìnhh tr×nh bãó thức̣ mat̀ cách̀ wổ fàn jú ắ1 quốk hưa̓ cấn̉ giìn ynh"


@pytest.mark.parametrize("word", _SYLLABLES.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", _OTHERS.split())
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_a_stopped_syllable_rises_or_is_heavy() -> None:
    assert is_syllable("các") and is_syllable("cạch")
    assert not any(map(is_syllable, ("càc", "cảch", "cãp", "cùt")))
