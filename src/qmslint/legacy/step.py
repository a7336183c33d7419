"""The step between reader and extractors: a document whose text is Unicode, and what was decoded in it.

Every place keeps its Location, and a merged cell stays one object at all its places.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.legacy.evidence import FOR, vote
from qmslint.legacy.fonts import Family, family
from qmslint.legacy.stretch import decoded, decoded_words, stretches, whole_letters
from qmslint.legacy.verdict import DOUBT, NOTHING, WHOLE, WORDS, Verdict, Weighing
from qmslint.model.document import Block, Cell, Comment, Decoded, Document, Paragraph, Run, Table, paragraphs

_LONG = 200  # so many letters at most, and
_SHOWN = 8  # so many words are kept of what was decoded


def in_unicode(document: Document) -> Document:
    """`document` with what was typed in old encodings decoded, as far as there is no doubt."""
    weighing = Weighing()
    for paragraph in _everywhere(document):
        for font, runs in stretches(_runs(paragraph)):
            weighing.add("".join([run.text for run in runs]), font)
    for comment in document.comments:
        weighing.add(comment.text, "")
    return _Decoding(weighing).document(document)


def _everywhere(document: Document) -> Iterator[Paragraph]:
    yield from paragraphs(document.blocks)
    for blocks in [m.blocks for m in document.margins] + [n.blocks for n in document.notes]:
        yield from paragraphs(blocks)


def _runs(paragraph: Paragraph) -> tuple[Run, ...]:
    """Its runs, where they are its text; else the whole text in the font that most of it has."""
    if paragraph.runs and "".join([run.text for run in paragraph.runs]) == paragraph.text:
        return paragraph.runs
    font = max(paragraph.runs, key=lambda run: len(run.text)).font if paragraph.runs else ""
    return (Run(paragraph.text, font=font),)


class _Decoding:
    """Decodes one document, and keeps what it decoded."""

    def __init__(self, weighing: Weighing) -> None:
        self._weighing = weighing
        self._cells: dict[int, Cell] = {}
        self._found: list[Decoded] = []

    def document(self, document: Document) -> Document:
        """The document in Unicode; the same object where nothing was to be said."""
        changed = document._replace(
            blocks=self._blocks(document.blocks),
            margins=tuple([m._replace(blocks=self._blocks(m.blocks, m.inherited)) for m in document.margins]),
            notes=tuple([n._replace(blocks=self._blocks(n.blocks)) for n in document.notes]),
            comments=tuple([self._comment(comment) for comment in document.comments]),
        )
        return changed._replace(decoded=tuple(self._found)) if self._found else document

    def _blocks(self, blocks: tuple[Block, ...], again: bool = False) -> tuple[Block, ...]:
        kept = len(self._found)
        made = tuple([self._paragraph(b) if isinstance(b, Paragraph) else self._table(b) for b in blocks])
        if again:  # the same margin once more: said already
            del self._found[kept:]
        return made

    def _table(self, table: Table) -> Table:
        return table._replace(rows=tuple([tuple([self._cell(cell) for cell in row]) for row in table.rows]))

    def _cell(self, cell: Cell) -> Cell:
        known = self._cells.get(id(cell))
        if known is None:
            known = self._cells[id(cell)] = cell._replace(blocks=self._blocks(cell.blocks))
        return known

    def _comment(self, comment: Comment) -> Comment:
        verdict = self._weighing.judge(comment.text, "")
        self._say([Run(comment.text)], verdict, comment)
        return comment._replace(text=self._text(comment.text, Family(), verdict))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        runs: list[Run] = []
        last = Verdict()
        source = _runs(paragraph)
        for font, held in stretches(source):
            verdict = self._weighing.judge("".join([run.text for run in held]), font)
            if verdict.codec is not None and verdict.deed == WHOLE:
                held = whole_letters(held, verdict.codec)
            self._say(held, verdict, paragraph)
            last = verdict if verdict.deed in (WHOLE, WORDS) else last
            runs += [run._replace(text=self._text(run.text, family(run.font), verdict)) for run in held]
        text = "".join([run.text for run in runs])
        if text == paragraph.text:
            return paragraph
        changed = paragraph._replace(text=text, runs=tuple(runs) if source is paragraph.runs else ())
        return self._rest(changed, family(source[0].font), last)

    def _rest(self, paragraph: Paragraph, kind: Family, verdict: Verdict) -> Paragraph:
        """What belongs to a decoded paragraph and stands in no run: its number, its text before the changes."""
        number, original = paragraph.number, paragraph.original
        if original is not None:
            own = self._weighing.judge(original, kind.codec)
            original = self._text(original, kind, own if own.deed != NOTHING else verdict)
        if verdict.codec is not None and not number.isascii():  # a bullet is no letter
            number = decoded_words(number, verdict.codec, kind.codec, kind.capitals)
        return paragraph._replace(number=number, original=original)

    def _text(self, text: str, kind: Family, verdict: Verdict) -> str:
        if verdict.codec is not None and verdict.deed == WHOLE:
            return decoded(text, verdict.codec, kind.codec, kind.capitals)
        if verdict.codec is not None and verdict.deed == WORDS:
            return decoded_words(text, verdict.codec, kind.codec, kind.capitals)
        return text.upper() if kind.capitals and text.isascii() and self._weighing.decoded(kind.codec) else text

    def _say(self, runs: list[Run], verdict: Verdict, where: Paragraph | Comment) -> None:
        """Keeps what is decoded, or may have to be, with its first words as they read."""
        if verdict.codec is None:
            return
        text, whole = "".join([run.text for run in runs]), verdict.deed == WHOLE
        words = [
            word for word in verdict.codec.word.finditer(text)
            if (whole and not word[0].isascii()) or vote(word[0], verdict.codec) == FOR
        ]
        start = words[0].start() if words and not whole else 0
        sure = verdict.deed != DOUBT
        reads = verdict if sure else verdict._replace(deed=WHOLE)
        shown = "".join([self._text(part, family(font), reads) for part, font in _from(runs, start)])
        first = [" ".join(words.split()[:_SHOWN]) for words in (text[start : start + _LONG], shown)]
        self._found.append(Decoded(verdict.codec.name, first[0], first[1], len(words), where.at, sure))


def _from(runs: list[Run], start: int) -> Iterator[tuple[str, str]]:
    """The texts of the runs with their fonts, from this place of their joined text as far as is shown."""
    end = start + _LONG
    for run in runs:
        if start < len(run.text) and end > 0:
            yield run.text[start:end], run.font
        start, end = max(0, start - len(run.text)), max(0, end - len(run.text))
