"""What the rows of a register say against one another, and against the calendar: reported at the row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from qmslint.law.number import parse_number
from qmslint.law.period import say
from qmslint.law.register_keys import key_of
from qmslint.law.register_layers import same_document
from qmslint.law.register_nouns import RegisterProblem
from qmslint.model.legal import LegalDocument, Relation, RelationKind
from qmslint.model.text import Text

_ENDS = (RelationKind.REPLACES, RelationKind.REPEALS)


def find_problems(documents: Iterable[LegalDocument]) -> Iterator[RegisterProblem]:
    """Every contradiction of a register, row by row. Linear in rows and relations."""
    documents = tuple(documents)
    rows: dict[str, list[LegalDocument]] = {}
    for document in documents:
        yield from _of_row(document)
        earlier = rows.setdefault(key_of(document.number), [])
        yield from _duplicates(document, earlier)
        if len(earlier) < 8:
            earlier.append(document)
    first = {key: found[0] for key, found in rows.items()}
    for document in documents:
        yield from _of_relations(document, first)
    yield from _cycles(documents, first)


def _problem(code: str, document: LegalDocument, message: Text, mend: Text) -> RegisterProblem:
    return RegisterProblem(code, message, mend, document.number, document.file, document.row, document.sheet)


def _of_row(row: LegalDocument) -> Iterator[RegisterProblem]:
    """What one row says against itself."""
    number = row.number
    known = parse_number(number)
    if known is not None and known.year and row.signed is not None and known.year != row.signed.year:
        yield _problem(
            "year-mismatch", row,
            Text(f"Số {number} mang năm {known.year} nhưng ngày ký là {say(row.signed)}.",
                 f"The number {number} bears the year {known.year}, but the date of signing is {say(row.signed)}."),
            Text("Đối chiếu bản gốc, sửa lại số hoặc ngày ký.", "Compare with the original; correct number or date."),
        )
    if known is not None and known.malformed:
        yield _problem(
            "number-malformed", row,
            Text(f"Số “{number}” viết sai dạng.", f"The number “{number}” is malformed."),
            Text("Viết như trên văn bản gốc, ví dụ 118/2025/NĐ-CP.", "Write it as the original does: 118/2025/NĐ-CP."),
        )
    if row.signed is not None and row.in_force is not None and row.in_force < row.signed:
        yield _problem(
            "effect-before-signing", row,
            Text(f"{number} có hiệu lực ngày {say(row.in_force)}, trước ngày ký {say(row.signed)}.",
                 f"{number} comes into force on {say(row.in_force)}, before it is signed on {say(row.signed)}."),
            Text("Đối chiếu hai ngày với bản gốc.", "Compare both dates with the original."),
        )
    begin = row.in_force or row.signed
    if row.expires is not None and begin is not None and row.expires < begin:
        yield _problem(
            "expiry-before-effect", row,
            Text(f"{number} hết hiệu lực ngày {say(row.expires)}, trước ngày {say(begin)} có hiệu lực hoặc ký.",
                 f"{number} expires on {say(row.expires)}, before {say(begin)}, when it was signed or in force."),
            Text("Đối chiếu các ngày với bản gốc.", "Compare the dates with the original."),
        )


def _duplicates(row: LegalDocument, earlier: list[LegalDocument]) -> Iterator[RegisterProblem]:
    twin = next((one for one in earlier if same_document(one, row)), None)
    if twin is None:
        return
    yield _problem(
        "duplicate", row,
        Text(f"{row.number} ghi hai lần{_where(twin, 'vi')}.", f"{row.number} stands twice{_where(twin, 'en')}."),
        Text("Gộp hai dòng làm một.", "Make one row of the two."),
    )


def _where(row: LegalDocument, language: str) -> str:
    if not row.row:
        return ""
    return f" (đã có ở dòng {row.row})" if language == "vi" else f" (already in row {row.row})"


def _of_relations(row: LegalDocument, first: dict[str, LegalDocument]) -> Iterator[RegisterProblem]:
    for relation in row.relations:
        if key_of(relation.target) == key_of(row.number):
            yield _problem(
                "own-target", row,
                Text(f"{row.number} sửa đổi, thay thế hoặc bãi bỏ chính nó.", f"{row.number} acts on itself."),
                Text("Sửa lại số của văn bản bị tác động.", "Correct the number of the other document."),
            )
            continue
        target = first.get(key_of(relation.target))
        if target is not None:
            yield from _against(row, relation, target)


def _against(row: LegalDocument, relation: Relation, target: LegalDocument) -> Iterator[RegisterProblem]:
    """What a relation says against the dates and the status of its target."""
    if row.signed is not None and target.signed is not None and row.signed < target.signed:
        yield _problem(
            "order", row,
            Text(f"{row.number} ký ngày {say(row.signed)} không thể tác động đến {target.number} "
                 f"ký sau đó, ngày {say(target.signed)}.",
                 f"{row.number}, signed on {say(row.signed)}, cannot act on {target.number}, "
                 f"signed later, on {say(target.signed)}."),
            Text("Có thể hai số bị đổi chỗ cho nhau: đối chiếu bản gốc.", "Perhaps the two are exchanged: see both."),
        )
    since = relation.since or row.in_force
    if relation.kind not in _ENDS or relation.part or since is None:
        return
    if target.expires is not None and target.expires > since:
        yield _problem("two-ends", target, *_two_ends(target, target.expires, row, since))
    elif target.status == "in-force" and (target.checked_on is None or target.checked_on >= since):
        yield _problem(
            "status-contradicts", target,
            Text(f"{target.number} ghi còn hiệu lực, nhưng {row.number} đã thay thế hoặc bãi bỏ từ {say(since)}.",
                 f"{target.number} is noted as in force, but {row.number} ended it on {say(since)}."),
            Text("Kiểm tra lại tình trạng hiệu lực của văn bản này.", "Check the status of this document."),
        )


def _two_ends(target: LegalDocument, expires: date, row: LegalDocument, since: date) -> tuple[Text, Text]:
    return (
        Text(f"{target.number} ghi hết hiệu lực ngày {say(expires)}, nhưng {row.number} chấm dứt từ {say(since)}.",
             f"{target.number} is noted to expire on {say(expires)}, but {row.number} ended it on {say(since)}."),
        Text("Đối chiếu điều khoản thi hành của văn bản sau.", "See the final clauses of the later document."),
    )


def _cycles(documents: tuple[LegalDocument, ...], first: dict[str, LegalDocument]) -> Iterator[RegisterProblem]:
    """Documents that replace or repeal one another in a circle; each circle once, at one of its rows."""
    edges = {
        key_of(row.number): [
            key for relation in row.relations
            if relation.kind in _ENDS and not relation.part and (key := key_of(relation.target)) in first
            and key != key_of(row.number)
        ]
        for row in documents if row.relations
    }
    done: set[str] = set()
    for root in edges:
        path: list[str] = []
        on_path: dict[str, int] = {}
        stack = [(root, iter(edges[root]))] if root not in done else []
        if stack:
            on_path[root] = 0
            path.append(root)
        while stack:
            key, following = stack[-1]
            target = next(following, None)
            if target is None:
                stack.pop()
                done.add(key)
                path.pop()
                del on_path[key]
            elif target in on_path:
                yield _circle([first[one] for one in path[on_path[target]:]])
            elif target not in done:
                on_path[target] = len(path)
                path.append(target)
                stack.append((target, iter(edges.get(target, ()))))


def _circle(rows: list[LegalDocument]) -> RegisterProblem:
    shown = [row.number for row in rows[:6]]
    names = " → ".join([*shown, *(["…"] if len(rows) > 6 else []), rows[0].number])
    return _problem(
        "cycle", rows[0],
        Text(f"Các văn bản thay thế lẫn nhau thành vòng: {names}.", f"Documents replace one another: {names}."),
        Text("Xóa mối quan hệ sai trong vòng này.", "Delete the wrong relation of this circle."),
    )
