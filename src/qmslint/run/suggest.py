"""What qmslint.yaml could say for a folder, guessed from its documents; every guess is commented."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

from qmslint.model import kinds
from qmslint.model.inspection import Inspection

_HEAD = """\
# Cấu hình của qmslint cho bộ tài liệu này. Dòng bắt đầu bằng dấu # là chú thích.
# Settings of qmslint for this set of documents. Lines that start with # are comments.
"""


def settings_text(inspections: Sequence[Inspection]) -> str:
    """A commented qmslint.yaml for these documents."""
    documents = [i.document for i in inspections if i.document is not None]
    agencies = Counter(d.identity.agency for d in documents if d.identity.agency)
    name = agencies.most_common(1)[0][0] if agencies else "?"
    lines = [
        _HEAD,
        "agency:",
        f"  name: {_quoted(name)}  # tên cơ quan / name of the agency",
        "  # level: commune  # ministry | province | department | commune | unit",
        "  # head:  # người đứng đầu qua các thời kỳ / heads with their terms",
        "  #   - {name: Nguyễn Văn A, title: Chủ tịch, since: 2025-07-01}",
        "",
        *_lists(inspections),
        *_codes([d.identity.code for d in documents if d.identity.code]),
        *_unclassified(inspections),
        "# Quy tắc: đổi mức hoặc tắt / rules: change a level or switch off",
        "# rules:",
        "#   abbreviation-unused: {enabled: false}",
        "",
        "# Miễn trừ có lý do, có hạn / waivers with reason and term",
        "# waivers:",
        "#   - {rule: signature-missing, path: \"Quy trình/*.docx\", reason: \"Bản ký giấy lưu tại Văn phòng\",",
        "#      until: 2027-06-30, approved_by: \"Chủ tịch\"}",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in written)


def _lists(inspections: Sequence[Inspection]) -> list[str]:
    lines: list[str] = []
    for key, kind, words in (
        ("document_list", kinds.DOCUMENT_LIST, "danh mục tài liệu nội bộ / list of internal documents"),
        ("tthc_list", kinds.TTHC_LIST, "danh mục TTHC / list of TTHC"),
    ):
        paths = [i.source.path for i in inspections if i.document is not None and i.document.kind == kind]
        comment = "" if len(paths) == 1 else "# "
        value = _quoted(paths[0]) if paths else '"?"'
        lines.append(f"{comment}{key}: {value}  # {words}")
    return [*lines, ""]


def _codes(codes: Sequence[str]) -> list[str]:
    """The shape that most codes share, digits counted loosely: an example of a grammar."""
    plain = [re.escape(code).replace("\\ ", " ") for code in codes if code.isprintable()]
    shapes = Counter(re.sub(r"[0-9]+", r"[0-9]+", code) for code in plain)
    if not shapes:
        return []
    shape, total = shapes.most_common(1)[0]
    return [
        "# Mã hiệu tài liệu, biểu thức chính quy / codes of documents, regular expressions",
        f"# {total}/{len(codes)} mã có dạng / codes look like:",
        "# codes:",
        "#   documents:",
        f"#     - '{shape}'",
        "",
    ]


def _unclassified(inspections: Sequence[Inspection]) -> list[str]:
    unknown = [
        i.source.path for i in inspections if i.document is not None and i.document.kind == kinds.UNCLASSIFIED
    ]
    if not unknown:
        return []
    lines = ["# Chưa nhận ra loại của các tệp sau; hãy chọn loại / kind not recognised, please choose:", "# kinds:"]
    lines += [f"#   - {{glob: {_quoted(path)}, kind: ?}}" for path in unknown[:40]]
    return [*lines, ""]
