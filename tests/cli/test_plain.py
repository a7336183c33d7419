"""A command line that is understood without click is understood as click would have."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.cli import check as by_click
from qmslint.cli.checking import CheckRequest
from qmslint.cli.plain import request_of

_SAID = """
--as-of --format --select --ignore --fail-on --changed --lang --config --jobs -j --no-cache --output -o --help -h -- -
--as-of=2026-11-24 --jobs=2 --form --lang=en 2026-11-24 24/11/2026 30/02/2026 24/11 text json vi en VI never error 2 -1
+1 1_0 ٣ 9.2 folder a.docx
"""
_ANY = st.binary(max_size=8).map(lambda said: said.replace(b"\0", b"").decode("utf-8", "surrogateescape"))
"""What a system hands over: any bytes but the null, where they are no UTF-8 as Python takes them in (PEP 383)."""
_LETTERS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
WORDS = st.one_of(st.sampled_from([*_SAID.split(), "", " 2 ", "thư mục"]), _LETTERS, _ANY)


@contextmanager
def listened() -> Iterator[list[CheckRequest]]:
    """What the command of click asks for, instead of a check."""
    heard: list[CheckRequest] = []
    real = by_click.check
    by_click.check = lambda asked: heard.append(asked) or 0  # type: ignore[attr-defined, func-returns-value]
    try:
        yield heard
    finally:
        by_click.check = real  # type: ignore[attr-defined]


def _click_hears(arguments: list[str]) -> CheckRequest | None:
    with listened() as heard:
        try:
            by_click.command.main(arguments, standalone_mode=False)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            return None
    return heard[0] if heard else None


@given(st.lists(WORDS, max_size=8))
def test_what_is_understood_is_what_click_understands(words: list[str]) -> None:
    asked = request_of(["check", *words])
    if asked is not None:
        assert asked == _click_hears(words)


def test_what_hooks_and_scripts_write_is_understood() -> None:
    line = (
        "check --changed a.docx --as-of 24/11/2026 --select 9.2 --select hygiene --ignore x --fail-on never --jobs 2"
        " --lang en --no-cache --output r.json --format json b.docx"
    )
    asked = request_of(line.split())
    assert asked == CheckRequest(
        paths=("a.docx", "b.docx"), as_of=date(2026, 11, 24), format="json", select=("9.2", "hygiene"), ignore=("x",),
        fail_on="never", changed=True, lang="en", jobs=2, no_cache=True, output="r.json",
    )
    assert request_of(["check"]) == CheckRequest()


@pytest.mark.parametrize(
    "line",
    [
        "", "--help", "rules", "check --help", "check -o x", "check --jobs", "check --jobs two", "check --jobs -1",
        "check --lang fr", "check --as-of=2026-11-24", "check -- a", "check --as-of 30/02/2026",
        "check --lang vi --lang en", "check --verbose",
    ],
)
def test_the_rest_is_left_to_click(line: str) -> None:
    assert request_of(line.split()) is None


def test_words_that_complete_a_line_are_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_QMSLINT_COMPLETE", "bash_complete")
    assert request_of(["check", "a"]) is None


def test_click_is_not_loaded_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Ghi chú\n", encoding="utf-8")
    code = (
        "import sys\nfrom qmslint import cli\ncli._leave = sys.exit\n"
        "sys.argv = ['qmslint', 'check', '--jobs', '1', '.']\n"
        "try: cli.main()\nfinally: assert not {'click', 'inspect', 'pluggy', 'dataclasses'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
