"""The files of a new rule, ready to be filled in."""

from __future__ import annotations

import re
from pathlib import Path

from qmslint.model.errors import UsageError
from qmslint.model.text import Text

_RULE = '''"""Một câu: điều gì sai. Vì sao đáng nêu; cách sửa; khi nào im lặng.

One sentence: what is wrong. Why it matters; how to mend it; when the rule is silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, document_rule, kinds


@document_rule(
    "{name}",
    title=Text("Tên lỗi bằng tiếng Việt", "Name of the defect in English"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="{version}",
)
def {function}(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Yield a finding where …"""
    if document.identity.title:
        return
    yield context.finding(
        Text("Tài liệu chưa có tên.", "The document has no title."),
        mend=Text("Ghi tên tài liệu ở trang bìa.", "Write the title on the cover."),
    )
'''

_GOOD = """qmslint: record/1
kind: tthc-procedure
control_blocks:
  - {place: cover, code: QT 01/TP, title: Đăng ký khai sinh}
"""
_BAD = """qmslint: record/1
kind: tthc-procedure
control_blocks:
  - {place: cover, code: QT 01/TP}
"""


def write(root: Path, pack: str, name: str) -> list[Path]:
    """Write the rule's file and its two fixtures; nothing that exists is touched. Returns the new paths."""
    from qmslint import __version__

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise UsageError(Text("Tên quy tắc: chữ thường và dấu gạch nối.", "A rule's name: small letters and hyphens."))
    function = name.replace("-", "_")
    package = root / "rules" / f"qmslint_{pack}"
    if not package.is_dir():
        raise UsageError(Text(f"Không có gói “{pack}”.", f"There is no pack “{pack}”."))
    fixtures = root / "fixtures" / "rules" / name
    files = {
        package / f"{function}.py": _RULE.format(name=name, function=function, version=__version__),
        fixtures / "good" / "document.yaml": _GOOD,
        fixtures / "bad" / "document.yaml": _BAD,
    }
    written = []
    for path, text in files.items():
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written
