"""What the rows of a register say against one another, and against the calendar: reported at the row."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from qmslint.law.number import parse_number
from qmslint.law.period import say
from qmslint.law.register_keys import is_local, key_of, place_of, whose
from qmslint.law.register_layers import same_document
from qmslint.law.register_nouns import RegisterProblem
from qmslint.law.territory import Territories, Tie
from qmslint.model.legal import Certainty, LegalDocument, Relation, RelationKind, less_sure
from qmslint.model.text import Text

_ENDS = (RelationKind.REPLACES, RelationKind.REPEALS)
_Rows = Mapping[str, Sequence[LegalDocument]]
_Key = tuple[str, str]  # the key of a number, and the place of a local one


def find_problems(
    documents: Iterable[LegalDocument], territories: Territories | None = None, files: Container[str] | None = None
) -> Iterator[RegisterProblem]:
    """Every contradiction of a register, row by row. Linear in rows and relations.

    With `files` only what is said at rows of these files: the rows that come with the program need no look.
    """
    documents, territories = tuple(documents), territories or Territories()
    rows: dict[str, list[LegalDocument]] = {}
    for document in documents:
        earlier = rows.setdefault(key_of(document.number), [])
        if files is None or document.file in files:
            yield from _of_row(document)
            yield from _duplicates(document, earlier)
        if len(earlier) < 8:
            earlier.append(document)
    for document in documents:
        if files is None or document.file in files:
            yield from _of_relations(document, rows, territories)
    for problem in _cycles(documents, rows, territories):
        if files is None or problem.file in files:
            yield problem


def _key_at(number: str, issuer: str) -> _Key:
    return key_of(number), place_of(issuer) if is_local(number) else ""


def _row_key(row: LegalDocument) -> _Key:
    return _key_at(row.number, whose(row))


def _problem(
    code: str, document: LegalDocument, message: Text, mend: Text, certainty: Certainty = Certainty.USER
) -> RegisterProblem:
    return RegisterProblem(
        code, message, mend, document.number, document.file, document.row, document.sheet, certainty
    )


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


def _of_relations(row: LegalDocument, rows: _Rows, territories: Territories) -> Iterator[RegisterProblem]:
    for relation in row.relations:
        if _key_at(relation.target, relation.issuer or whose(row)) == _row_key(row):
            yield _problem(
                "own-target", row,
                Text(f"{row.number} sửa đổi, thay thế hoặc bãi bỏ chính nó.", f"{row.number} acts on itself."),
                Text("Sửa lại số của văn bản bị tác động.", "Correct the number of the other document."),
            )
            continue
        namesakes = rows.get(key_of(relation.target), ())
        target = _meant(row, relation, namesakes, territories)
        if target is not None:
            yield from _against(row, relation, target)
        if len(namesakes) > 1 and is_local(relation.target):
            yield from _unclear(row, relation, namesakes, territories)


def _meant(
    row: LegalDocument, relation: Relation, namesakes: Sequence[LegalDocument], territories: Territories
) -> LegalDocument | None:
    """The first of the laws of a number that the words of a row reach."""
    return next((one for one in namesakes if territories.tie(
        row, relation, whose(one), namesakes) in (Tie.SURE, Tie.INHERITED)), None)


def _unclear(
    row: LegalDocument, relation: Relation, namesakes: Sequence[LegalDocument], territories: Territories
) -> Iterator[RegisterProblem]:
    """A number that several places have given, where the words do not say whose is meant."""
    places = {
        whose(one) for one in namesakes
        if territories.tie(row, relation, whose(one), namesakes) is not Tie.NONE
    }
    if len(places) > 1 and not relation.issuer:
        named = "; ".join(sorted(places))
        yield _problem(
            "target-unclear", row,
            Text(f"{row.number} tác động đến {relation.target}, nhưng nhiều nơi có văn bản mang số này: {named}.",
                 f"{row.number} acts on {relation.target}, but several places have given that number: {named}."),
            Text("Ghi rõ là của cơ quan nào: trong tệp YAML thêm khóa issuer cạnh number; trong Excel, Word viết "
                 "“… của Hội đồng nhân dân tỉnh …” sau số.",
                 "Say whose is meant: the key “issuer” beside “number” in YAML; in Excel or Word the body's name "
                 "behind the number."),
        )


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
            less_sure(row.certainty, target.certainty),
        )
    since = relation.since or row.in_force
    if relation.kind not in _ENDS or relation.part or since is None:
        return
    at = target if target.file == row.file else row  # what comes with the program is not the agency's to mend
    if target.expires is not None and target.expires > since:
        yield _problem(
            "two-ends", at, *_two_ends(target, target.expires, row, since),
            less_sure(row.certainty, target.certainty),
        )
    elif target.status == "in-force" and (target.checked_on is None or target.checked_on >= since):
        yield _problem(
            "status-contradicts", at,
            Text(f"{target.number} ghi còn hiệu lực, nhưng {row.number} đã thay thế hoặc bãi bỏ từ {say(since)}.",
                 f"{target.number} is noted as in force, but {row.number} ended it on {say(since)}."),
            Text("Kiểm tra lại tình trạng hiệu lực của văn bản này.", "Check the status of this document."),
            less_sure(row.certainty, target.certainty),
        )


def _two_ends(target: LegalDocument, expires: date, row: LegalDocument, since: date) -> tuple[Text, Text]:
    return (
        Text(f"{target.number} ghi hết hiệu lực ngày {say(expires)}, nhưng {row.number} chấm dứt từ {say(since)}.",
             f"{target.number} is noted to expire on {say(expires)}, but {row.number} ended it on {say(since)}."),
        Text("Đối chiếu điều khoản thi hành của văn bản sau.", "See the final clauses of the later document."),
    )


def _cycles(
    documents: tuple[LegalDocument, ...], rows: _Rows, territories: Territories
) -> Iterator[RegisterProblem]:
    """Documents that replace or repeal one another in a circle; each circle once, at one of its rows."""
    first: dict[_Key, LegalDocument] = {}
    edges: dict[_Key, list[_Key]] = {}
    for row in documents:
        first.setdefault(_row_key(row), row)
        if row.relations:
            edges[_row_key(row)] = [key for key in _ended(row, rows, territories) if key != _row_key(row)]
    done: set[_Key] = set()
    for root in edges:
        path: list[_Key] = []
        on_path: dict[_Key, int] = {}
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


def _ended(row: LegalDocument, rows: _Rows, territories: Territories) -> Iterator[_Key]:
    for relation in row.relations:
        if relation.kind in _ENDS and not relation.part:
            target = _meant(row, relation, rows.get(key_of(relation.target), ()), territories)
            if target is not None:
                yield _row_key(target)


def _circle(rows: list[LegalDocument]) -> RegisterProblem:
    shown = [row.number for row in rows[:6]]
    names = " → ".join([*shown, *(["…"] if len(rows) > 6 else []), rows[0].number])
    return _problem(
        "cycle", rows[0],
        Text(f"Các văn bản thay thế lẫn nhau thành vòng: {names}.", f"Documents replace one another: {names}."),
        Text("Xóa mối quan hệ sai trong vòng này.", "Delete the wrong relation of this circle."),
    )
