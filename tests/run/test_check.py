"""The whole run, with a toy plug-in: same report however it is run, and nothing that misbehaves stops the rest."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from qmslint.model.errors import NothingToCheck, UsageError
from qmslint.model.report import Report
from qmslint.model.settings import RuleSetting, Settings, Waiver
from qmslint.plugins.manager import Plugins
from qmslint.plugins.parts import Limits
from qmslint.run.library import check
from tests.run import toy_plugin

DAY = date(2026, 11, 24)


def toy() -> Plugins:
    plugins = Plugins(())
    plugins.register(toy_plugin, "tests.run.toy_plugin")
    return plugins


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_name(path.name + ("" if "." in path.name else ".note"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def lint(folder: Path, **options: object) -> Report:
    options.setdefault("as_of", DAY)
    options.setdefault("plugins", toy())
    options.setdefault("settings", Settings())
    return check(folder, **options)  # type: ignore[arg-type]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    rng = random.Random(7)
    return write(tmp_path / "set", **{
        f"f{i % 5}__d{i:03}": f"C{rng.randrange(20)}\nquiet\n" + ("LOUD\n" * rng.randrange(3)) for i in range(60)
    })


def test_the_same_report_for_any_processes_order_and_cache(many: Path, tmp_path: Path) -> None:
    plain = lint(many)
    assert len(plain.findings) > 20 and {f.rule for f in plain.findings} == {"toy-shout", "toy-twin"}
    cache = tmp_path / "cache"
    assert lint(many, jobs=3) == plain
    assert lint(many, jobs=2, cache=cache) == plain
    assert lint(many, cache=cache) == plain
    files = [str(p) for p in many.rglob("*.note")]
    random.Random(3).shuffle(files)
    assert check(files, as_of=DAY, plugins=toy(), settings=Settings()).findings == plain.findings
    assert check({p.relative_to(many).as_posix(): p.read_bytes() for p in many.rglob("*.note")}, as_of=DAY,
                 plugins=toy(), settings=Settings()).findings == plain.findings


def test_a_warm_cache_reads_nothing(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = lint(many, cache=tmp_path / "c")
    monkeypatch.setattr("qmslint.run.gather._answer", lambda *a: pytest.fail("a file was read again"))
    assert lint(many, cache=tmp_path / "c") == first


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "set", a="C1\nquiet", b="C2")
    assert lint(folder, cache=tmp_path / "c").findings == ()
    write(folder, a="C1\nLOUDER")
    assert [f.evidence for f in lint(folder, cache=tmp_path / "c").findings] == ["LOUDER"]


def test_what_misbehaves_costs_itself_only(tmp_path: Path) -> None:
    folder = write(tmp_path, a="C1\nLOUD", b="UNREADABLE", c="RAISE", d="EXTRACTOR-BUG", e="")
    report = lint(folder)
    assert [d.status for d in report.documents] == ["checked", "unreadable", "unreadable", "checked", "checked"]
    assert {f.path for f in report.findings if f.rule == "toy-shout"} >= {"a.note"}
    assert report.internal_errors == 1
    assert "identity" in next(f for f in report.findings if f.rule == "internal-error").evidence


def test_isolated_readers_may_die_or_hang(tmp_path: Path) -> None:
    folder = write(tmp_path, **{"a.wild": "C1\nLOUD", "b.wild": "DIE", "c.wild": "HANG", "d.wild": "C2\nLOUD"})
    report = lint(folder, jobs=2, limits=Limits(seconds=1.5))
    assert [(d.path, d.reason) for d in report.documents if d.status == "unreadable"] == [
        ("b.wild", "died"), ("c.wild", "timeout")
    ]
    assert [f.path for f in report.findings] == ["a.wild", "d.wild"]


def test_a_rule_that_fails_is_a_finding_and_the_rest_stands(tmp_path: Path) -> None:
    report = lint(write(tmp_path, a="C1\nRULE-BUG", b="C1\nLOUD"))
    assert {f.rule for f in report.findings} == {"internal-error", "toy-shout", "toy-twin"}
    assert report.internal_errors == 1


def test_levels_switches_and_waivers(tmp_path: Path) -> None:
    folder = write(tmp_path, a="C1\nLOUD", b="C1\nLOUD")
    settings = Settings(
        rules={"toy-twin": RuleSetting(enabled=False)},
        waivers=(
            Waiver("toy-shout", "a.note", "vì sao", date(2026, 11, 24), "ai"),
            Waiver("toy-shout", "b.note", "vì sao", date(2026, 11, 23), "ai"),
            Waiver("toy-shout", "zz/*.note", "vì sao", None, "ai", line=9),
        ),
        path="qmslint.yaml",
    )
    report = lint(folder, settings=settings)
    assert [w.finding.path for w in report.waived] == ["a.note"]
    assert [(f.rule, f.path) for f in report.findings] == [("toy-shout", "b.note"), ("waiver-dead", "qmslint.yaml")]
    assert "hết hạn" in report.findings[0].message.vi and report.findings[1].at.line == 9


def test_selection_by_rule_pack_and_clause(tmp_path: Path) -> None:
    folder = write(tmp_path, a="C1\nLOUD", b="C1")
    assert lint(folder, select=["toy-twin"]).rules_run == ("toy-twin",)
    assert lint(folder, select=["7.5"]).rules_run == ("toy-shout", "toy-twin")
    assert lint(folder, select=["7.5"], ignore=["toy-twin"]).rules_run == ("toy-shout",)
    with pytest.raises(UsageError, match="toy-twim"):
        lint(folder, select=["toy-twim"])
    with pytest.raises(UsageError):
        lint(folder, select=["7.50"])


def test_nothing_to_check_is_never_green(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    with pytest.raises(NothingToCheck):
        lint(tmp_path)
    with pytest.raises(NothingToCheck):
        lint(tmp_path / "nowhere")


def test_sources_are_never_touched(many: Path, tmp_path: Path) -> None:
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns, p.stat().st_mode) for p in many.rglob("*") if p.is_file()}
    lint(many, jobs=2, cache=tmp_path / "cache")
    after = {p: (p.read_bytes(), p.stat().st_mtime_ns, p.stat().st_mode) for p in many.rglob("*") if p.is_file()}
    assert after == before


def test_a_plugin_that_clashes_or_fails_stops_the_run() -> None:
    plugins = toy()
    plugins.register(type("Twin", (), {"qmslint_rules": toy_plugin.qmslint_rules})(), "twin")
    with pytest.raises(UsageError):
        _ = plugins.rules
