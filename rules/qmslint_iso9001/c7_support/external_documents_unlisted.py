"""Văn bản bên ngoài chưa được nhận biết trong danh mục: quy trình viện dẫn văn bản pháp luật mà bộ hồ sơ không có danh
mục văn bản pháp lý, danh mục không có văn bản đó, hoặc cả danh mục không ghi ngày, cơ quan ban hành (khoản 7.5.3.2).
Cách sửa: lập hoặc bổ sung danh mục. Im lặng với văn bản chỉ được nhắc trong tên của văn bản khác; khi quá nửa số văn
bản viện dẫn không có trong danh mục thì chỉ báo là chưa xét được (danh mục có lẽ của lĩnh vực khác).

External documents are not identified in a list: procedures cite laws and the set has no list of legal documents, the
list lacks one of them, or gives neither date nor issuer anywhere (7.5.3.2). Mend it by making or completing the list.
Silent on documents named only inside the title of another; where more than half of what is cited is not in the list,
it says that it cannot judge (the list may be that of another field).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qmslint.api import (
    Citation,
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    Workspace,
    fold_code,
    kinds,
    parse_number,
    workspace_rule,
)
from qmslint_iso9001._reviews import named
from qmslint_iso9001._sets import is_system

PLACES = ("references", "legal-basis")
COLUMNS = {
    "number": Text("số, ký hiệu", "the number"),
    "issued": Text("ngày ban hành", "the date of issue"),
    "issuer": Text("cơ quan ban hành", "the issuer"),
}
MANY = 5


@workspace_rule(
    "external-documents-unlisted",
    title=Text("Văn bản bên ngoài chưa có trong danh mục", "External documents are not listed"),
    kinds=(*kinds.CONTROLLED, kinds.LEGAL_LIST),
    clauses=("7.5.3.2",),
    level=Level.WARNING,
    since="0.1",
)
def external_documents_unlisted(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """No list at all; columns that a list lacks; what procedures cite and no list names."""
    lists = [document for document in workspace.documents if document.listed_laws]
    cited = {document.path: _cited(document) for document in workspace.of_kind(*kinds.CONTROLLED) if not document.draft}
    cited = {path: found for path, found in cited.items() if found}
    if not lists:
        yield from _without_list(workspace, context, cited)
        return
    for document in lists:
        yield from _columns(document, context)
    numbers = {key(law.number) for document in lists for law in document.listed_laws if law.number}
    every = {number for found in cited.values() for number in found}
    unlisted = every - numbers
    if 2 * len(unlisted) > len(every):
        context.cannot_judge(Text(
            f"{len(unlisted)}/{len(every)} văn bản được viện dẫn không có trong danh mục, có lẽ là danh mục của lĩnh "
            "vực khác",
            f"{len(unlisted)} of {len(every)} cited documents are not in the list; it may be that of another field"))
        return
    for path, found in cited.items():
        missing = [citation for number, citation in found.items() if number in unlisted]
        if missing:
            yield _unlisted(workspace.by_path[path], missing, lists[0], context)


@lru_cache(maxsize=4096)
def key(number: str) -> str:
    """A number as it is compared."""
    parsed = parse_number(number)
    return fold_code(parsed.number if parsed else number)


def _cited(document: QualityDocument) -> dict[str, Citation]:
    """The legal documents that the references and legal basis of a procedure name themselves."""
    found: dict[str, Citation] = {}
    for citation in document.citations:
        if citation.number and citation.normative and citation.host < 0 and citation.section in PLACES:
            found.setdefault(key(citation.number), citation)
    return found


def _without_list(
    workspace: Workspace, context: Context[NoOptions], cited: dict[str, dict[str, Citation]]
) -> Iterator[Finding]:
    if not is_system(workspace) or not cited:
        return
    unread = workspace.of_kind(kinds.LEGAL_LIST)
    if unread:
        context.cannot_judge(Text("không đọc được dòng nào của danh mục văn bản pháp lý",
                                  "no row of the list of legal documents could be read"), unread[0])
        return
    count = len({number for found in cited.values() for number in found})
    yield context.finding(
        Text(f"{len(cited)} tài liệu viện dẫn {count} văn bản pháp luật, bộ hồ sơ không có danh mục văn bản bên ngoài.",
             f"{len(cited)} documents cite {count} legal documents, but the set has no list of external documents."),
        mend=Text("Lập danh mục văn bản pháp lý: số, ký hiệu, ngày, cơ quan ban hành, trích yếu, tình trạng hiệu lực.",
                  "Make the list: number, date, issuer, title, status of each."),
        confidence=Confidence.MEDIUM if workspace.of_kind(kinds.UNCLASSIFIED) else None,
    )


def _columns(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    laws = document.listed_laws
    lacking = [name for field, name in COLUMNS.items() if not any(getattr(law, field) for law in laws)]
    if not any(law.status or law.effective or law.expires or law.reviewed or law.note for law in laws):
        lacking.append(Text("hiệu lực hoặc tình trạng", "effect or status"))
    if lacking and len(laws) > 1:
        names = named(lacking)
        yield context.finding(
            Text(f"Danh mục {len(laws)} văn bản không ghi {names.vi}.",
                 f"The list of {len(laws)} documents does not give {names.en}."),
            mend=Text("Thêm cột còn thiếu để nhận biết và theo dõi được từng văn bản.",
                      "Add the column, so that each document can be identified and followed."),
            at=laws[0].at, evidence=laws[0].number or laws[0].title, document=document,
        )


def _unlisted(
    document: QualityDocument, missing: list[Citation], source: QualityDocument, context: Context[NoOptions]
) -> Finding:
    names = ", ".join(citation.number for citation in missing[:MANY]) + (" …" if len(missing) > MANY else "")
    return context.finding(
        Text(f"{len(missing)} văn bản được viện dẫn không có trong danh mục văn bản pháp lý: {names}.",
             f"{len(missing)} cited documents are not in the list of legal documents: {names}."),
        mend=Text("Bổ sung các văn bản này vào danh mục (hoặc bỏ khỏi quy trình nếu không còn áp dụng).",
                  "Add them to the list (or drop them from the procedure if they no longer apply)."),
        at=missing[0].at, evidence=names, document=document, confidence=Confidence.MEDIUM,
        related=[Related(source.path, source.listed_laws[0].at)],
    )
