"""Phase one for one file: bytes → Document → facts. Whatever happens, the answer is an Inspection."""

from __future__ import annotations

from collections.abc import Sequence

from qmslint.legacy.gate import suspect
from qmslint.model.digest import blake2b
from qmslint.model.document import Document, SourceFile, Unread
from qmslint.model.errors import UnreadableDocument
from qmslint.model.facts import Extra, KnownFacts, QualityDocument
from qmslint.model.inspection import Inspection, Problem
from qmslint.model.limits import Limits
from qmslint.model.location import WHOLE
from qmslint.model.text import Text
from qmslint.plugins.manager import Plugins
from qmslint.plugins.parts import Extractor, Reader
from qmslint.plugins.reading import Reading

UNREADABLE = "document-unreadable"
SCANNED = "scanned-without-text"
INTERNAL = "internal-error"
_SCANS = ("scanned", "ocr", "no-ocr", "ocr-failed")  # what became of a scanned page: not read, read, asked for in vain
_FIELDS = frozenset(QualityDocument._fields)


def digest_of(data: bytes) -> str:
    """The content's identity."""
    return blake2b(data, digest_size=16).hexdigest()


def reader_for(data: bytes, name: str, readers: Sequence[Reader]) -> Reader | None:
    """The reader that knows these bytes."""
    return next((reader for reader in readers if reader.recognises(data, name)), None)


def inspect_bytes(
    path: str, data: bytes, plugins: Plugins, limits: Limits | None = None, kind: str = "", digest: str = ""
) -> Inspection:
    """The facts of one document, or why it could not be read. `kind`: what the settings say it is."""
    limits = limits or Limits()
    reader = reader_for(data, path, plugins.readers)
    source = SourceFile(path, reader.format if reader else "", digest or digest_of(data), len(data))
    try:
        if reader is None:
            reason = _passed_over(data, path, plugins.readers)
            if reason:
                return Inspection(source, ignored=reason)
            from qmslint.run.unknown import unknown

            raise unknown(data)
        return facts_of(reader.read(source, data, limits), plugins, kind)
    except UnreadableDocument as error:
        return unreadable(source, error)
    except BaseException as error:  # the panics of compiled libraries are no Exception
        if isinstance(error, KeyboardInterrupt):
            raise
        return unreadable(source, _broken(error))


def inspect_many(
    files: Sequence[tuple[str, bytes, str]], reader: Reader, plugins: Plugins, limits: Limits | None = None
) -> list[Inspection]:
    """The same for many files of one reader that reads many at once. `files`: (path, bytes, kind by settings)."""
    limits = limits or Limits()
    sources = [SourceFile(path, reader.format, digest_of(data), len(data)) for path, data, _ in files]
    assert reader.read_many is not None
    try:
        answers = reader.read_many([(s, data) for s, (_, data, _) in zip(sources, files, strict=True)], limits)
        answers = list(answers)
    except Exception as error:
        return [unreadable(source, _broken(error)) for source in sources]
    inspections = []
    for source, answer, (_, _, kind) in zip(sources, answers, files, strict=True):
        if isinstance(answer, UnreadableDocument):
            inspections.append(unreadable(source, answer))
        else:
            inspections.append(_facts_or_why(answer, source, plugins, kind))
    return inspections


def _facts_or_why(document: Document, source: SourceFile, plugins: Plugins, kind: str) -> Inspection:
    try:
        return facts_of(document, plugins, kind)
    except Exception as error:
        return unreadable(source, _broken(error))


def unreadable(source: SourceFile, error: UnreadableDocument) -> Inspection:
    """An inspection that says why there are no facts."""
    return Inspection(source, None, (Problem(UNREADABLE, error.reason, error.message, error.mend, WHOLE),))


def facts_of(document: Document, plugins: Plugins, kind: str = "") -> Inspection:
    """Every fact that the extractors find in `document`."""
    reading = Reading(document, kind)
    if suspect(reading.written):
        from qmslint.legacy.step import in_unicode

        reading = Reading(in_unicode(document), kind)
    problems = [_scanned(part) if part.reason in _SCANS else _lost(part) for part in document.unread]
    extras: list[Extra] = []
    for extractor in plugins.extractors:
        if extractor.fact in reading.facts and extractor.fact in _FIELDS:
            continue  # stated outright by a typed record
        if extractor.kinds and reading.kind not in extractor.kinds:
            continue
        try:
            _take(reading.facts, extras, extractor, extractor.extract(reading))
        except UnreadableDocument as error:
            return unreadable(document.source, error)
        except MemoryError:
            return unreadable(document.source, out_of_memory())
        except Exception as error:
            problems.append(_failed(extractor, error))
    facts = {name: value for name, value in reading.facts.items() if name in _FIELDS}
    facts.update(path=document.source.path, format=document.source.format, extra=tuple(extras))
    return Inspection(document.source, QualityDocument(**facts), tuple(problems))


def _take(facts: KnownFacts, extras: list[Extra], extractor: Extractor, value: object) -> None:
    if extractor.fact == "stated":
        facts.update(value or {})  # type: ignore[call-overload]
    elif extractor.fact in _FIELDS:
        facts[extractor.fact] = value
    else:
        facts[extractor.fact] = value
        extras.extend(value if isinstance(value, tuple) and not isinstance(value, Extra) else ())


def _lost(part: Unread) -> Problem:
    return Problem(UNREADABLE, part.reason, part.message, part.mend, part.at)


def _scanned(part: Unread) -> Problem:
    if part.message.vi:
        return Problem(SCANNED, part.reason, part.message, part.mend, part.at)
    return Problem(
        SCANNED,
        "scanned",
        Text("Trang này chỉ là ảnh quét, không có chữ để đọc.", "This page is a scan: it holds no text to read."),
        Text(
            "Dùng tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi lưu lại.",
            "Use the Word original, or run text recognition (OCR) and save.",
        ),
        part.at,
    )


def _failed(extractor: Extractor, error: BaseException) -> Problem:
    what = f"{extractor.fact}: {type(error).__name__}: {error}"
    return Problem(
        INTERNAL,
        extractor.fact,
        Text(f"Công cụ bị lỗi khi đọc dữ kiện “{what}”; phần này chưa được xét.",
             f"The tool failed to read the fact “{what}”; this part was not judged."),
        Text("Hãy báo cho nhóm phát triển kèm thông báo này.", "Please report it with this message."),
    )


def _passed_over(data: bytes, name: str, readers: Sequence[Reader]) -> str:
    """Why the readers of this suffix hold such a file to be no document at all; "" when none of them does."""
    suffix = "." + name.rpartition(".")[2].lower()
    asked = (r.passes_over(data, name) for r in readers if r.passes_over is not None and suffix in r.suffixes)
    return next((reason for reason in asked if reason), "")


def nonsense(source: SourceFile, error: BaseException) -> Inspection:
    """An inspection that says that a part of the tool stated what no fact can be."""
    what = f"{type(error).__name__}: {error}"[:200]
    return Inspection(source, None, (Problem(
        INTERNAL,
        "facts",
        Text(f"Công cụ bị lỗi: dữ kiện đọc được từ tệp này không dùng được ({what}); tệp chưa được xét.",
             f"The tool failed: what was read from this file cannot be used ({what}); the file was not judged."),
        Text("Hãy báo cho nhóm phát triển kèm thông báo này.", "Please report it with this message."),
    ),))


def out_of_memory() -> UnreadableDocument:
    """The error for a file that needs more memory than a worker may use."""
    return UnreadableDocument(
        "memory",
        Text("Đọc tệp này cần quá nhiều bộ nhớ (memory_bytes).",
             "Reading this file takes too much memory (memory_bytes)."),
        Text("Tách thành nhiều tệp nhỏ hơn, hoặc lấy lại bản gốc nếu tệp hỏng.",
             "Split it into smaller files, or get the original if it is damaged."),
    )


def _broken(error: BaseException) -> UnreadableDocument:
    if isinstance(error, MemoryError):
        return out_of_memory()
    why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return UnreadableDocument(
        "damaged",
        Text(f"Không đọc được tệp, có thể tệp hỏng ({why}).", f"The file cannot be read and may be damaged ({why})."),
        Text("Mở bằng Word, lưu lại thành tệp mới rồi kiểm tra lại.",
             "Open it in Word, save it as a new file, check again."),
    )
