"""What reading a .doc costs: against the same document as .docx, and against LibreOffice's conversion of it.

Goals: ≤ 2 × the instructions of reading the .docx twin; LibreOffice's batch conversion, its start not counted, takes
≥ 20 × the processor time of reading.
"""

from __future__ import annotations

import gc
import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from qmslint.workshop.callgrind import per_turn

_READ = """
import gc
gc.disable()
from pathlib import Path
from qmslint.api import Limits, SourceFile
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import reader_for
path = {path!r}
data = Path(path).read_bytes()
reader = reader_for(data, path, Plugins().readers)
for _ in range(TURNS):
    reader.read(SourceFile("a", reader.format), data, Limits())
"""
_TURNS = 5


def rows(root: Path) -> Iterator[tuple[str, float, float]]:
    """Rows of the table of costs: what, ratio, goal (0 = none). Without twins or LibreOffice there are fewer."""
    folder = root.parent / "shared" / "samples" / "real"
    files = sorted(folder.glob("*.doc"))
    for number, path in enumerate(files, 1):
        twin = folder / "converted" / f"{path.name}x"
        if twin.exists():
            ratio = per_turn(_READ.format(path=str(path))) / per_turn(_READ.format(path=str(twin)))
            yield f"read sample {number} as .doc / as .docx", ratio, 2
    if files and shutil.which("soffice"):
        yield "20 x CPU of reading the .doc samples / of LibreOffice's batch conversion", 20 * _share(files), 1


def _share(files: Sequence[Path]) -> float:
    """Processor time of reading, as a share of what LibreOffice takes for the same files beyond its start."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder, "profile").as_uri()
        _conversion(files[:1], profile, folder)  # makes the profile
        one = min(_conversion(files[:1], profile, folder) for _ in range(3))
        more = min(_conversion([*files, files[0]], profile, folder) for _ in range(3))
    return _reading(files) / max(more - one, 0.001)


def _conversion(files: Sequence[Path], profile: str, folder: str) -> float:
    """Processor seconds of one start of LibreOffice that converts these files (a file named twice, twice)."""
    target = Path(folder, "out")
    names = [str(path) for path in files]
    if len(set(names)) < len(names):
        copy = Path(folder, f"copy{files[-1].suffix}")
        shutil.copyfile(files[-1], copy)
        names[-1] = str(copy)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", str(target),
         *names],
        check=True, capture_output=True, timeout=300, env=dict(os.environ),
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _reading(files: Sequence[Path]) -> float:
    """Processor seconds of reading these files once, the modules already loaded; the best of a few turns."""
    from qmslint.api import Limits, SourceFile
    from qmslint.plugins.manager import Plugins
    from qmslint.run.inspect import reader_for

    contents = [path.read_bytes() for path in files]
    reader = reader_for(contents[0], files[0].name, Plugins().readers)
    assert reader is not None
    best = float("inf")
    gc.collect()
    gc.disable()
    for _ in range(_TURNS):
        start = time.process_time()
        for data in contents:
            reader.read(SourceFile("a.doc", "doc"), data, Limits())
        best = min(best, time.process_time() - start)
    gc.enable()
    return best
