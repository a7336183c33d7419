"""The books of words: read by hand, and the same as YAML says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from qmslint.api import fold
from qmslint.extract import words

FILES = sorted(words.FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_our_reading_equals_yaml(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert words.parse(text) == yaml.load(text, yaml.BaseLoader)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_entries_are_words(path: Path) -> None:
    for entries in words.parse(path.read_text(encoding="utf-8")).values():
        for values in entries.values() if isinstance(entries, dict) else [entries]:
            assert isinstance(values, (list, str)) and all(fold(v) for v in values)


def test_small_shapes() -> None:
    text = 'a: [x, "y, z"]\n# c\nb:\n  one: two words # why\n  list:\n    - "k: v"\n    - w\nlong: [p,\n  q]\n'
    assert words.parse(text) == yaml.load(text, yaml.BaseLoader)


def test_both_languages_and_folding() -> None:
    labels = words.book().table("control-labels")
    assert labels[fold("MÃ  HIỆU")] == "code"
    assert labels["effective date"] == "effective"
    assert words.book().variants("roles", "approver")[0] == "phê duyệt"
