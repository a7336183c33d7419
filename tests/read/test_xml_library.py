"""lxml is whole, whatever stood in for `inspect` while it was loaded."""

from __future__ import annotations

import subprocess
import sys

_WHOLE = """
import sys
from qmslint.read import xml_library
etree = xml_library.etree()
assert etree is xml_library.etree() and "inspect" not in sys.modules

class Target:
    def start(self, tag, attributes): self.tag = tag
    def end(self, tag): pass
    def close(self): return self.tag

assert etree.fromstring("<a><b/></a>", etree.XMLParser(target=Target())) == "b"
import inspect
assert inspect.getfullargspec(Target.start).args == ["self", "tag", "attributes"] and inspect.__file__
"""
_THREADS = """
import sys, threading
from qmslint.read import xml_library
hold = threading.Event()
threading.Thread(target=hold.wait, daemon=True).start()
xml_library.etree()
assert "inspect" in sys.modules and sys.modules["inspect"].__file__
hold.set()
"""


def _run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_it_works_with_parser_targets_and_leaves_the_real_module() -> None:
    _run(_WHOLE)


def test_beside_another_thread_nothing_stands_in() -> None:
    _run(_THREADS)
