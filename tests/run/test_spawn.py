"""Where a worker is no copy of the process (Windows, macOS): a fresh interpreter gives the same report."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

CODE = """
import sys
if __name__ == "__main__":
    import qmslint.run.pool
    qmslint.run.pool.FORKS = False
    from datetime import date
    from qmslint import check
    report = check(sys.argv[1], as_of=date(2026, 11, 24), jobs=int(sys.argv[2]))
    print(len(report.documents), *sorted(f.fingerprint for f in report.findings))
"""


def test_fresh_interpreters_read_the_same(tmp_path: Path) -> None:
    script = tmp_path / "spawned.py"
    script.write_text(CODE, encoding="utf-8")
    folder = ROOT / "fixtures" / "agency-with-defects" / "04. Quy trình TTHC"
    said = [
        subprocess.run([sys.executable, script, folder, jobs], capture_output=True, text=True, check=True).stdout
        for jobs in ("1", "2")
    ]
    assert said[0] == said[1] and len(said[0].split()) > 20
