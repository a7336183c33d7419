"""Phase one for all files: from the cache where the content is known, read in workers where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import qmslint
from qmslint.judge.waive import path_matches
from qmslint.model.digest import blake2b
from qmslint.model.document import SourceFile
from qmslint.model.errors import UnreadableDocument
from qmslint.model.inspection import Inspection
from qmslint.model.limits import Limits
from qmslint.model.settings import Settings
from qmslint.model.shelved import brought_back, shape, shelved
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple
from qmslint.plugins.manager import Plugins, versions
from qmslint.plugins.parts import Reader
from qmslint.run.cache import Cache
from qmslint.run.discover import long_path
from qmslint.run.found import FoundFile
from qmslint.run.inspect import inspect_bytes, inspect_many, nonsense, out_of_memory, reader_for, unreadable
from qmslint.run.opening import contents, digest, too_many_bytes
from qmslint.run.plan import SERIAL_BELOW, Plan

_MUCH = 8 * 2**20  # bytes: so much is worth several workers, however few the files

if TYPE_CHECKING:
    from qmslint.run.pool import Lost


class Given(NamedTuple):
    """A document that is not on disk: its name and its bytes."""

    path: str
    data: bytes

    @property
    def size(self) -> int:
        """How many bytes."""
        return len(self.data)


Progress = Callable[[int, int], None]
File = FoundFile | Given
Task = tuple[File, ...]
Read = Iterator[tuple[File, Inspection, bytes]]  # the bytes that keep it, b"" where there are none


def gather(plan: Plan, files: Sequence[FoundFile], progress: Progress | None = None) -> list[Inspection]:
    """One inspection for each file, in the order of `files`."""
    cache = Cache(plan.cache)
    try:
        return _gather(plan, files, cache, progress or (lambda done, total: None))
    finally:
        cache.close()


def gather_given(plan: Plan, documents: Mapping[str, bytes]) -> list[Inspection]:
    """One inspection for each document, by name. They are read as files are, and no cache knows them."""
    given = [Given(name, bytes(data)) for name, data in sorted(documents.items())]
    found = {file.path: inspection for file, inspection, _ in _read(plan, given)}
    return [found[file.path] for file in given]


def _gather(plan: Plan, files: Sequence[FoundFile], cache: Cache, progress: Progress) -> list[Inspection]:
    found: dict[File, Inspection] = {}
    keys: dict[File, str] = {}
    unread: list[FoundFile] = []
    ground = _ground(plan.plugins, plan.limits)
    for file in files:
        inspection, keys[file] = _from_cache(plan, file, cache, ground)
        if inspection is None:
            unread.append(file)
        else:
            found[file] = inspection
    progress(len(found), len(files))
    for read, inspection, kept in _read(plan, unread):
        found[read] = inspection
        if keys[read] and kept and not _passing(inspection):
            cache.put(keys[read], kept)
        progress(len(found), len(files))
    return [found[file] for file in files]


def _passing(inspection: Inspection) -> bool:
    """Whether the trouble may be gone at the next run (a missing converter, a busy machine): not kept."""
    passing = ("no-converter", "died", "timeout", "memory", "vanished", "missing-extra", "internal-error", "no-ocr",
               "ocr-failed")
    return any(p.reason in passing or p.rule == "internal-error" for p in inspection.problems)


def _from_cache(plan: Plan, file: FoundFile, cache: Cache, ground: str) -> tuple[Inspection | None, str]:
    if plan.cache is None:
        return None, ""
    content = cache.digest(file)
    if not content:
        try:
            content = digest(long_path(file.disk), plan.limits)
        except (OSError, UnreadableDocument):
            return None, ""
        cache.remember_digest(file, content)
    key = "/".join((content, _short(file.path), kind_by_settings(plan.settings, file.path), ground))
    kept = cache.get(key)
    if kept is None:
        return None, key
    try:
        return brought_back(kept, known=True), key
    except ValueError:
        return None, key


def _short(path: str) -> str:
    return blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@lru_cache(maxsize=8)
def _ground(plugins: Plugins, limits: Limits) -> str:
    """What the facts of the same bytes depend on besides them: the program, readers, extractors, nouns, bounds."""
    parts = (qmslint.__version__, versions(plugins.readers), versions(plugins.extractors), shape(), str(plugins.info),
             str(limits))
    return blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def _read(plan: Plan, files: Sequence[File]) -> Read:
    if not files:
        return iter(())
    alone, together, isolate = _sorted_by_need(plan, files)
    tasks = [(f,) for f in alone] + together
    from qmslint.run.pool import FORKS

    if FORKS or isolate or (len(tasks) >= SERIAL_BELOW and plan.workers > 1) or plan.jobs != 1:
        many = len(tasks) >= SERIAL_BELOW or sum(file.size for file in files) > _MUCH
        return _read_in_workers(plan, tasks, plan.workers if many else 1)
    return _read_here(plan, tasks)


def _sorted_by_need(plan: Plan, files: Sequence[File]) -> tuple[list[File], list[Task], bool]:
    """Files read one by one; files read many at once; whether any needs a process of its own."""
    by_suffix: dict[str, Reader] = {}
    for reader in plan.plugins.readers:
        for suffix in reader.suffixes:
            by_suffix.setdefault(suffix, reader)
    alone: list[File] = []
    groups: dict[str, list[File]] = {}
    isolate = False
    for file in files:
        by_name = by_suffix.get("." + file.path.rpartition(".")[2].lower())
        if by_name is not None and by_name.read_many is not None:
            groups.setdefault(by_name.format, []).append(file)
        else:
            alone.append(file)
            isolate = isolate or (by_name is not None and by_name.isolate)
    return alone, [tuple(group) for group in groups.values()], isolate


def _read_here(plan: Plan, tasks: Sequence[Task]) -> Read:
    for task in tasks:
        for file, inspection in zip(task, _answer(plan.plugins, plan.settings, plan.limits, task), strict=True):
            yield file, *_understood(file, _spelled(inspection))


def _read_in_workers(plan: Plan, tasks: Sequence[Task], jobs: int) -> Read:
    from qmslint.run.pool import FORKS, Bounds, Lost, answer_all  # not before something has to be read

    setup = partial(_setup, plan.plugins if FORKS else plan.plugins.recipe, plan.settings, plan.limits)

    bounds = Bounds(partial(_seconds, plan.limits), plan.limits.memory_bytes)
    lost: list[Task] = []
    for index, answer in answer_all(setup, tasks, jobs, bounds):
        task = tasks[index]
        if not isinstance(answer, Lost):
            for file, sent in zip(task, answer, strict=True):
                yield file, *_understood(file, sent)
        elif len(task) > 1:
            lost.extend((file,) for file in task)  # one of many was to blame: try each alone
        else:
            yield task[0], _lost(task[0], answer), b""
    if lost:
        yield from _read_in_workers(plan, lost, jobs)


def _seconds(limits: Limits, task: Task) -> float:
    """How long a task may take; a page to be recognised in a PDF may take as long as a file."""
    pages = sum(limits.ocr_pages for file in task if file.path.lower().endswith(".pdf"))
    return limits.seconds * (len(task) + pages)


def _setup(given: Any, settings: Settings, limits: Limits) -> Callable[[Task], list[bytes]]:
    """In the worker: answer each task as bytes. `given`: the plug-ins in a copy, else the recipe to load them."""
    plugins = given if isinstance(given, Plugins) else Plugins.from_recipe(given)

    def answer(task: Task) -> list[bytes]:
        return [_spelled(inspection) for inspection in _answer(plugins, settings, limits, task)]

    return answer


def _spelled(inspection: Inspection) -> bytes:
    """An inspection as bytes. What a plug-in stated and no noun can hold becomes an internal error of the file."""
    try:
        return shelved(inspection)
    except (TypeError, ValueError, AttributeError, RecursionError) as error:
        return shelved(nonsense(inspection.source, error))


def _understood(file: File, sent: bytes) -> tuple[Inspection, bytes]:
    """The inspection that a worker sent, once it is checked, and the bytes that keep it."""
    try:
        return brought_back(sent), sent
    except ValueError as error:
        return nonsense(SourceFile(file.path, "", "", file.size), error), b""


def _answer(plugins: Plugins, settings: Settings, limits: Limits, task: Task) -> list[Inspection]:
    read: list[tuple[File, bytes]] = []
    answers: dict[File, Inspection] = {}
    for file in task:
        try:
            read.append((file, _bytes_of(file, limits)))
        except UnreadableDocument as error:
            answers[file] = unreadable(SourceFile(file.path, "", "", file.size), error)
        except OSError as error:
            answers[file] = unreadable(SourceFile(file.path, "", "", file.size), _vanished(error))
    many: dict[str, list[tuple[File, bytes]]] = {}
    for file, data in read:
        reader = reader_for(data, file.path, plugins.readers) if len(task) > 1 else None
        if reader is not None and reader.read_many is not None:
            many.setdefault(reader.format, []).append((file, data))
        else:
            kind = kind_by_settings(settings, file.path)
            answers[file] = inspect_bytes(file.path, data, plugins, limits, kind)
    for name, group in many.items():
        reader = next(r for r in plugins.readers if r.format == name)
        rows = [(file.path, data, kind_by_settings(settings, file.path)) for file, data in group]
        answers.update(zip((file for file, _ in group), inspect_many(rows, reader, plugins, limits), strict=True))
    return [answers[file] for file in task]


def _bytes_of(file: File, limits: Limits) -> bytes:
    if isinstance(file, FoundFile):
        return contents(long_path(file.disk), limits)
    if file.size > limits.file_bytes:
        raise too_many_bytes(file.size, limits)
    return file.data


def kind_by_settings(settings: Settings, path: str) -> str:
    """The kind that the settings give to this path, "" if they say nothing. The last matching line wins."""
    return next((entry.kind for entry in reversed(settings.kinds) if path_matches(entry.glob, path)), "")


def _lost(file: File, lost: Lost) -> Inspection:
    source = SourceFile(file.path, "", "", file.size)
    if lost.why == "memory":
        return unreadable(source, out_of_memory())
    words = {
        "died": Text("Việc đọc tệp này làm tiến trình đọc dừng đột ngột.", "Reading this file killed its process."),
        "timeout": Text("Đọc tệp này quá thời gian cho phép (seconds).", "Reading this file took too long (seconds)."),
    }
    mend = Text("Mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi kiểm tra lại.",
                "Open it in Word or Excel, save as a new file, check again.")
    return unreadable(source, UnreadableDocument(lost.why, words[lost.why], mend))


def _vanished(error: OSError) -> UnreadableDocument:
    why = error.strerror or type(error).__name__
    return UnreadableDocument(
        "vanished",
        Text(f"Không mở được tệp ({why}).", f"The file cannot be opened ({why})."),
        Text("Kiểm tra quyền đọc và đường truyền tới thư mục.", "Check the permission to read and the network share."),
    )
