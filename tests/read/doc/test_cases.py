"""The constructs of Word as LibreOffice writes them into .doc are shown as they are from .docx."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures.make.word_cases import cases, word_file

from qmslint.api import Limits, SourceFile
from qmslint.read.doc import READER
from tests.read.office import converted, office
from tests.read.outline import outline

pytestmark = [pytest.mark.office, office]

DIFFERENT = {
    "box-in-a-box": "LibreOffice drops the outer box, which has no shape",
    "box-of-vml": "LibreOffice makes a picture of a group without positions",
    "chart": "a chart becomes an embedded object",
    "chunk-of-doc": "LibreOffice does not import .doc",
    "chunk-of-rtf": "LibreOffice does not import RTF",
    "chunk-of-word-with-parts": "LibreOffice imports paragraphs alone and drops the sections",
    "chunks-not-read": "LibreOffice passes them over",
    "chunk-of-html": "LibreOffice does not import pages",
    "chunk-of-text": "LibreOffice does not import texts",
    "content-controls": "LibreOffice ends a content control around blocks with a paragraph of its own",
    "diagram": "a diagram becomes a picture",
    "empty-numbered-paragraphs": "LibreOffice breaks the page behind the empty item",
    "docx-js": "LibreOffice counts pages itself and knows no list without its part",
    "field-results": "LibreOffice counts pages itself",
    "field-without-end": "LibreOffice drops the text",
    "fields-drawn-by-word": "LibreOffice drops the fields",
    "fields-nested": "LibreOffice counts pages itself",
    "google-docs": "LibreOffice counts pages itself and draws ● with a symbol font",
    "hidden-text": "LibreOffice takes webHidden for hidden",
    "libreoffice": "LibreOffice counts pages itself",
    "list-continues-and-restarts": "LibreOffice makes a list of its own of each w:num",
    "list-in-styles": "LibreOffice gives a style without a level the first",
    "list-levels": "LibreOffice drops w:isLgl",
    "margins-of-sections": "LibreOffice gives a section of one page the first-page header alone",
    "margins-with-tables-and-boxes": "word art of the header becomes a picture",
    "math": "a formula becomes an embedded object",
    "math-between-paragraphs": "LibreOffice drops the formula",
    "notes": "LibreOffice takes notes in the order of their part",
    "number-formats": "the format knows no Vietnamese words, zeros and dashes as LibreOffice writes it",
    "pictures": "LibreOffice drops pictures without data",
    "preserved-white-space": "LibreOffice trims",
    "rows-not-shown": "LibreOffice shows hidden and deleted rows",
    "run-in-heading": "LibreOffice drops the hidden mark",
    "sections-on-the-same-page": "LibreOffice drops an empty section",
    "strict": "a chart and a formula become embedded objects",
    "tracked-paragraph-marks": "LibreOffice does not mark the mark of a wholly deleted paragraph",
    "word-art": "word art is a picture too",
    "wps-office": "LibreOffice drops boxes without a shape",
}
"""Cases in which the .doc itself says something else, and why."""


def test_the_constructs_are_shown_alike(tmp_path: Path) -> None:
    every = tuple(cases())
    files = []
    for case in every:
        files.append(tmp_path / f"{case.name}.docx")
        files[-1].write_bytes(word_file(case))
    differing = set()
    for case, data in zip(every, converted(files, "doc", tmp_path / "office"), strict=True):
        if outline(READER.read(SourceFile("a.doc", "doc"), data, Limits())) != case.shown:
            differing.add(case.name)
    assert differing == set(DIFFERENT)  # neither more nor fewer: a reason that no longer holds is struck off
