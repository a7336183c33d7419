"""Every hostile file gets the answer it got before: read, or one reason. A file that stops failing fails here too."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from fixtures.make import hostile

from qmslint.model.inspection import Inspection
from qmslint.model.limits import Limits
from qmslint.run.check import find
from qmslint.run.gather import gather
from qmslint.run.library import check, make_plan

# name, "read" or the reason, and the limit where one was passed
EXPECTED = {line.split()[0]: tuple(line.split()[1:]) for line in """
zip-ratio.docx                   too-large ratio
zip-ratio.xlsx                   too-large ratio
zip-ratio.odt                    too-large ratio
zip-nested.docx                  unknown-format
zip-directory-says-small.docx    too-large ratio
zip-directory-says-huge.docx     too-large unpacked_bytes
zip-directory-far.docx           damaged
zip-wrong-checksum.docx          damaged
zip-twice.docx                   read
zip-zip64.docx                   read
zip-locked.docx                  encrypted
zip-descriptor.docx              read
zip-method-99.docx               damaged
zip-stored.docx                  read
zip-many-entries.docx            too-large entries
zip-picture.docx                 read
zip-comment.docx                 damaged
zip-prefix.docx                  unknown-format
zip-cut.docx                     damaged
zip-head-only.docx               damaged
zip-empty.docx                   damaged
zip-climbs.docx                  read
xml-laughs.docx                  entities
xml-late-laughs.docx             entities
xml-external.docx                entities
xml-external-dtd.docx            entities
xml-deep.docx                    too-large xml_depth
xml-deep-tables.docx             read
xml-deep-boxes.docx              read
xml-attribute.docx               too-large ratio
xml-cut.docx                     damaged
xml-two-roots.docx               damaged
xml-other-root.docx              damaged
xml-nul.docx                     damaged
xml-utf16.docx                   read
xml-false-encoding.docx          damaged
word-no-main.docx                damaged
word-main-only.docx              read
word-main-empty.docx             damaged
word-dangling.docx               read
word-broken-styles.docx          read
word-styles-circle.docx          read
word-styles-chain.docx           read
word-numbering-circle.docx       read
word-roman.docx                  read
word-level-far.docx              read
word-span.docx                   read
word-span-5000-digits.docx       read
word-spans.docx                  too-large cells
word-skipped.docx                read
word-cells.docx                  too-large paragraphs
word-100000-cells.docx           read
word-200000-paragraphs.docx      read
word-300000-paragraphs.docx      too-large paragraphs
word-one-paragraph.docx          too-large ratio
word-header-of-itself.docx       read
word-sections.docx               too-large paragraphs
word-chunks.docx                 too-large entries
word-fields.docx                 read
word-letters.docx                read
ole-whole.doc                    read
ole-fat-circle.doc               damaged
ole-fat-pair.doc                 damaged
ole-fat-far.doc                  damaged
ole-small-fat-circle.doc         read
ole-directory-circle.doc         damaged
ole-difat-circle.doc             damaged
ole-sector-shift.doc             damaged
ole-head-only.doc                damaged
ole-cut.doc                      damaged
ole-magic-only.doc               damaged
ole-nothing-inside.doc           damaged
ole-encrypted.docx               encrypted
ole-encrypted.xlsx               encrypted
doc-encrypted.doc                encrypted
doc-word-6.doc                   too-old
doc-text-huge.doc                read
doc-text-negative.doc            damaged
doc-pieces-far.doc               damaged
doc-pieces-long.doc              damaged
doc-styles-far.doc               read
doc-pages-far.doc                read
doc-summary.doc                  read
doc-wild.doc                     damaged
doc-no-table.doc                 damaged
doc-table-zeros.doc              damaged
doc-table-ones.doc               damaged
doc-html-inside.doc              unknown-format
doc-package-inside.doc           read
xls-no-workbook.xls              damaged
xls-far-record.xls               damaged
xls-zero-records.xls             damaged
sheet-corner.xlsx                read
sheet-wide.xlsx                  read
sheet-shared-string.xlsx         too-large text_characters
sheet-rows.xlsx                  too-large cells
sheet-dates.xlsx                 read
sheet-places.xlsx                damaged
sheet-merges.xlsx                read
sheet-merges-rows.xlsx           too-large cells
sheet-formats.xlsx               damaged
sheet-same-part.xlsx             read
sheet-no-workbook.xlsx           damaged
sheet-broken-core.xlsx           read
sheet-broken-styles.xlsx         damaged
sheet-no-sheet.xlsx              damaged
sheet-entities.xlsx              entities
sheet-binary.xlsx                unknown-format
odf-spaces.odt                   too-large text_characters
odf-table-repeats.odt            too-large cells
odf-columns.odt                  read
odf-span.odt                     read
odf-deep.odt                     too-large xml_depth
odf-deep-lists.odt               too-large xml_depth
odf-styles-circle.odt            read
odf-level-far.odt                read
odf-no-content.odt               damaged
odf-rows.ods                     too-large cells
odf-cells.ods                    too-large cells
odf-empty-repeats.ods            read
odf-rows-5000-digits.ods         read
odf-dates.ods                    read
rtf-whole.rtf                    read
rtf-deep.rtf                     too-large xml_depth
rtf-open.rtf                     damaged
rtf-close.rtf                    read
rtf-bin.rtf                      damaged
rtf-bin-negative.rtf             read
rtf-number.rtf                   read
rtf-skip.rtf                     read
rtf-cells.rtf                    too-large paragraphs
rtf-rows.rtf                     read
rtf-paragraphs.rtf               too-large paragraphs
rtf-nested-rows.rtf              read
rtf-nested-far.rtf               read
rtf-list-far.rtf                 read
rtf-levels.rtf                   read
rtf-cut.rtf                      damaged
rtf-head-only.rtf                damaged
pdf-whole.pdf                    read
pdf-empty.pdf                    empty
pdf-head-only.pdf                damaged
pdf-cut.pdf                      damaged
pdf-xref-far.pdf                 read
pdf-xref-zeros.pdf               read
pdf-xref-huge.pdf                read
pdf-prev-loop.pdf                read
pdf-page-loop.pdf                read
pdf-count-lies.pdf               read
pdf-count-negative.pdf           read
pdf-pages.pdf                    too-large pages
pdf-deep-tree.pdf                damaged
pdf-no-pages.pdf                 damaged
pdf-form-in-itself.pdf           read
pdf-outline-loop.pdf             read
pdf-bomb.pdf                     read
pdf-letters.pdf                  read
pdf-lines.pdf                    read
pdf-deep-arrays.pdf              read
pdf-page-huge.pdf                read
pdf-actions.pdf                  read
pdf-password.pdf                 encrypted
yaml-anchors.yaml                too-large yaml_nodes
yaml-anchor-of-itself.yaml       record
yaml-merge-of-itself.yaml        record
yaml-31-february.yaml            record
yaml-5000-digits.yaml            record
yaml-deep.yaml                   too-large yaml_depth
yaml-deep-closed.yaml            too-large yaml_depth
yaml-nodes.yaml                  too-large yaml_nodes
yaml-tag.yaml                    record
yaml-two.yaml                    record
yaml-long-key.yaml               record
yaml-utf16.yaml                  unknown-format
yaml-latin.yaml                  not-utf8
yaml-nul.yaml                    unknown-format
yaml-surrogate.yaml              record
json-deep.json                   too-large yaml_depth
json-nan.json                    record
json-5000-digits.json            record
json-surrogate.json              record
json-cut.json                    record
json-twice.json                  record
md-brackets.md                   read
md-bracket-lines.md              read
md-comments.md                   read
md-links.md                      read
md-emphasis.md                   read
md-quotes.md                     too-large yaml_depth
md-back-ticks.md                 read
md-lists.md                      too-large yaml_depth
md-table.md                      too-large cells
md-html.md                       read
md-entities.md                   read
md-front.md                      record
md-nul.md                        unknown-format
empty.docx                       empty
empty.md                         empty
empty.yaml                       empty
lies-pdf.docx                    unknown-format
lies-html.xlsx                   unknown-format
lies-text.docx                   unknown-format
lies-rtf.doc                     read
lies-workbook.docx               read
lies-word.xlsx                   read
lies-word.md                     read
lies-zip.docx                    unknown-format
lies-picture.docx                unknown-format
zeros.docx                       damaged
""".strip().splitlines()}

PATIENT = Limits(seconds=120)  # what a file is answered does not depend on how busy the machine is


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder)
    return folder


@pytest.fixture(scope="module")
def inspections(folder: Path) -> dict[str, Inspection]:
    plan = make_plan([folder], jobs=2, limits=PATIENT)
    return {i.source.path: i for i in gather(plan, find(plan).files)}


def test_every_case_has_an_expectation() -> None:
    assert list(EXPECTED) == list(hostile.CASES)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_answer_is_the_expected_one(name: str, inspections: dict[str, Inspection]) -> None:
    inspection, (expected, *limit) = inspections[name], EXPECTED[name]
    if expected == "read":
        assert inspection.document is not None and not inspection.problems
        return
    assert inspection.document is None
    (problem,) = inspection.problems
    assert problem.reason == expected, problem.message
    assert all(f"“{word}”" in problem.message.vi and f"“{word}”" in problem.message.en for word in limit)
    assert problem.message.vi and problem.mend.vi and problem.mend.en


def test_an_agency_with_hostile_files_gets_the_report_of_the_rest(folder: Path, tmp_path: Path) -> None:
    agency = tmp_path / "agency"
    shutil.copytree(Path(__file__).parents[1] / "fixtures" / "agency-with-defects", agency)
    wanted = check(agency, as_of=date(2026, 11, 24), jobs=2)
    bad = [name for name, (outcome, *_) in EXPECTED.items() if outcome != "read"]
    bad = bad[:: len(bad) // max(1, len(wanted.documents) // 19)]
    (agency / "zz").mkdir()
    for name in bad:
        shutil.copy(folder / name, agency / "zz" / name)
    report = check(agency, as_of=date(2026, 11, 24), jobs=2)
    assert len(bad) >= len(report.documents) // 20 and len(wanted.findings) > 50
    assert [f for f in report.findings if not f.path.startswith("zz/")] == list(wanted.findings)
    found = sorted(f.path for f in report.findings if f.rule == "document-unreadable" and f.path.startswith("zz/"))
    assert found == sorted(f"zz/{name}" for name in bad)


def test_the_report_accounts_for_every_file(folder: Path) -> None:
    report = check(folder, as_of=date(2026, 11, 24), jobs=2, limits=PATIENT)
    assert {d.path for d in report.documents} == set(EXPECTED) and not report.ignored
    unreadable = {name for name, outcome in EXPECTED.items() if outcome != ("read",)}
    assert {d.path for d in report.documents if d.status == "unreadable"} == unreadable
    assert [f.path for f in report.findings if f.rule == "document-unreadable"] == sorted(unreadable)
    assert report.internal_errors == 0
