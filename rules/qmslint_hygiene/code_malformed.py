"""Mã hiệu không theo quy tắc đặt mã của cơ quan (mục “codes” của qmslint.yaml), hoặc mã biểu mẫu không gắn mã của quy
trình trong khi các biểu mẫu khác của quy trình đều gắn (khoản 7.5.2 a). Cách sửa: đặt lại mã, sửa danh mục. Im lặng
với mẫu của văn bản pháp luật (“Mẫu số 01”), biểu mẫu mượn của quy trình khác. Không khai quy tắc đặt mã thì chỉ báo
một lần là chưa xét được.

A code outside the agency's grammar ("codes" in qmslint.yaml), or a form code that does not carry the code of its
procedure while the procedure's other forms do (7.5.2 a). Silent on forms of the law ("Mẫu số 01") and on forms borrowed
from another procedure. Without a grammar in the settings the rule says once that codes are not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    FormEntry,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    Workspace,
    fold,
    workspace_rule,
)
from qmslint_hygiene._blocks import plain_code
from qmslint_hygiene._lists import current

_OWN_FORM = re.compile(r"(?:bm|biểu mẫu|mb)\W*\w*\W*\d")


@workspace_rule(
    "code-malformed",
    title=Text("Mã hiệu không đúng quy tắc đặt mã", "A code outside the agency's grammar"),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def code_malformed(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each document's code, then the codes of its forms."""
    grammar = context.settings.codes
    documents = current(workspace)
    if documents and not grammar.documents:
        context.cannot_judge(
            Text(
                "qmslint.yaml không khai quy tắc đặt mã (codes.documents), nên chưa xét mã hiệu có đúng quy tắc không.",
                "qmslint.yaml gives no grammar (codes.documents), so codes are not judged.",
            )
        )
    codes = {plain_code(d.identity.code) for d in documents if d.identity.code}
    for document in documents:
        code = document.identity.code
        if code and grammar.documents and not _fits(code, grammar.documents):
            yield _finding(
                document, code, context,
                Text(
                    f"Mã hiệu “{code}” không theo quy tắc đặt mã của cơ quan ({_shown(grammar.documents)}).",
                    f"The code “{code}” does not follow the agency's grammar ({_shown(grammar.documents)}).",
                ),
            )
        yield from _forms(document, codes, context)


def _forms(document: QualityDocument, codes: set[str], context: Context[NoOptions]) -> Iterator[Finding]:
    forms = [form for form in document.forms if _OWN_FORM.match(fold(form.code))]
    patterns = context.settings.codes.forms
    own = plain_code(document.identity.code)
    carrying = [form for form in forms if _carries(form, own)]
    for form in forms:
        if patterns and not _fits(form.code, patterns):
            yield _finding(
                document, form.code, context,
                Text(
                    f"Mã biểu mẫu “{form.code}” không theo quy tắc đặt mã của cơ quan ({_shown(patterns)}).",
                    f"The form code “{form.code}” does not follow the agency's grammar ({_shown(patterns)}).",
                ), form,
            )
        elif len(carrying) > 1 and form not in carrying and not any(_carries(form, code) for code in codes):
            yield _finding(
                document, form.code, context,
                Text(
                    f"Mã biểu mẫu “{form.code}” không gắn mã hiệu {document.identity.code} như các biểu mẫu khác "
                    f"(“{carrying[0].code}”).",
                    f"The form code “{form.code}” does not carry {document.identity.code} as the others do "
                    f"(“{carrying[0].code}”).",
                ), form,
            )


def _finding(
    document: QualityDocument, code: str, context: Context[NoOptions], message: Text, form: FormEntry | None = None
) -> Finding:
    return context.finding(
        message,
        mend=Text(
            "Đặt lại mã theo quy tắc, sửa cả danh mục và những chỗ viện dẫn; nếu quy tắc đã đổi thì sửa qmslint.yaml.",
            "Give it a code by the rules, in lists and references too; if the grammar changed, mend qmslint.yaml.",
        ),
        at=form.at if form else document.identity.at,
        evidence=code,
        document=document,
        confidence=Confidence.MEDIUM if form else Confidence.HIGH,
    )


def _fits(code: str, patterns: tuple[str, ...]) -> bool:
    written = " ".join(code.split())
    return any(re.fullmatch(pattern, written) for pattern in patterns)


def _shown(patterns: tuple[str, ...]) -> str:
    return ", ".join(patterns)


def _carries(form: FormEntry, code: str) -> bool:
    """Whether a form code holds the procedure's, with or without the letters before it: BM.HT.01.02 of QT.HT.01."""
    stem = code.removeprefix("qt")
    return bool(code) and (code in plain_code(form.code) or (len(stem) > 2 and stem in plain_code(form.code)))
