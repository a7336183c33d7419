"""Thuộc tính của tệp (File → Info → Title) còn tiêu đề của tệp mẫu, như “MỤC LỤC”, “TÊN CƠ QUAN …”, hoặc tên của tài
liệu khác trong bộ. Khi đăng lên mạng hay chuyển sang PDF, tiêu đề này hiện ở thẻ trình duyệt và kết quả tìm kiếm (khoản
7.5.2 a). Cách sửa: ghi tên tài liệu vào ô Title hoặc để trống. Im lặng khi ô Title trống hay ghi tên khác mẫu.

The properties of the file (Title) still hold the title of its template ("MỤC LỤC") or that of another document of the
set; it shows in browser tabs and search results once the file is published (7.5.2 a). Write the document's title or
leave it empty. Silent on an empty title and on any other words.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    Location,
    NoOptions,
    Place,
    QualityDocument,
    Reading,
    Text,
    Workspace,
    fold,
    kinds,
    shorten,
    workspace_rule,
)
from qmslint_hygiene import _titles
from qmslint_hygiene._control_words import words
from qmslint_hygiene._lists import current, named

FACT = "hygiene:properties"


def properties(reading: Reading) -> tuple[Extra, ...]:
    """The title in the properties of a procedure or manual."""
    title = " ".join(reading.document.properties.title.split())
    return (Extra(FACT, (("title", title),), Location(place=Place.PROPERTIES)),) if title else ()


PROPERTIES = Extractor(FACT, properties, needs=("stated", "kind"), kinds=kinds.CONTROLLED)


@workspace_rule(
    "properties-stale",
    title=Text("Thuộc tính của tệp còn tiêu đề của tệp mẫu", "The file's properties hold an old title"),
    clauses=("7.5.2",),
    level=Level.INFO,
    since="0.1",
)
def properties_stale(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """A title of a template, or of another document of the set."""
    documents = current(workspace)
    titles: dict[tuple[str, ...], QualityDocument] = {}
    for document in documents:
        titles.setdefault(_titles.core(document.identity.title), document)
    for document in documents:
        for extra in document.extras(FACT):
            title = extra.get("title")
            other = titles.get(_titles.core(title)) if len(_titles.core(title)) > 1 else None
            if other is not None and not _titles.apart(other.identity.title, document.identity.title):
                other = None
            if other is None and not _template(title):
                continue
            whose = Text("của tệp mẫu", "a template's")
            if other:
                whose = Text(f"của {named(other)}", f"that of {named(other)}")
            yield context.finding(
                Text(
                    f"Ô Title trong thuộc tính của tệp ghi “{shorten(title, 80)}”, là tiêu đề {whose.vi}.",
                    f"The title in the file's properties, “{shorten(title, 80)}”, is {whose.en}.",
                ),
                mend=Text(
                    "Trong Word: Tệp → Thông tin → Tiêu đề: ghi tên tài liệu, hoặc để trống.",
                    "In Word: File → Info → Title: write the document's title, or leave it empty.",
                ),
                at=extra.at,
                evidence=title,
                document=document,
            )


def _template(title: str) -> bool:
    folded = fold(title).strip(" .…_-")
    return any(folded == word or (len(word) > 8 and folded.startswith(word)) for word in words("stale-titles"))
