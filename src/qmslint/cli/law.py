"""`qmslint law`: the legal register and the clock: show, status, import, lint, deadline."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qmslint.cli.console import say, width, write, write_file
from qmslint.cli.options import Day, config_option, lang_option, output_option

if TYPE_CHECKING:
    from qmslint.law.register import LegalRegister, RegisterProblem
    from qmslint.run.plan import Plan

as_of_option = click.option("--as-of", type=Day(), help="Ngày xét / as of (mặc định: hôm nay).")
format_option = click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")


@click.group("law")
def command() -> None:
    """Văn bản pháp luật và thời hạn cập nhật / the legal register and the legal clock."""


@command.command("show")
@click.argument("number", nargs=-1, required=True, metavar="NUMBER")
@as_of_option
@lang_option
@format_option
@config_option
def show(number: tuple[str, ...], as_of: date | None, lang: str, format_: str, config: str | None) -> None:
    """Cho biết một văn bản: ngày, hiệu lực, quan hệ, nguồn / what is known of a legal document."""
    from qmslint.cli.law_text import shown, shown_data
    from qmslint.model.errors import NothingToCheck
    from qmslint.model.text import Text

    written = " ".join(number)
    plan, register = _plan(as_of, config), _register(as_of, config)
    named = register.named(written, _year_in(written))
    rows = register.all(written) or ((named,) if named else register.namesakes(written))
    if not rows:
        near = ", ".join(row.number for row in register.documents if row.number.startswith(f"{written}/"))
        raise NothingToCheck(
            Text(f"Sổ văn bản chưa có “{written}”.", f"“{written}” is not in the register."),
            Text(f"Có phải: {near}?", f"Did you mean: {near}?") if near else
            Text("Thêm vào sổ của cơ quan (legal_registers trong qmslint.yaml).",
                 "Add it to the agency's own register (legal_registers in qmslint.yaml)."),
        )
    if format_ == "json":
        _write_json([shown_data(row, register, plan.as_of) for row in rows])
    else:
        text = "\n\n".join(shown(row, register, plan.as_of, lang) for row in rows)
        _write_lines(text.split("\n"))


@command.command("status")
@click.argument("file", type=click.Path(exists=True))
@as_of_option
@lang_option
@format_option
@config_option
def status(file: str, as_of: date | None, lang: str, format_: str, config: str | None) -> None:
    """Hiệu lực của mọi văn bản mà tài liệu viện dẫn / the standing of every document that a file cites."""
    from qmslint.cli.law_text import status_lines, status_rows, unread_lines
    from qmslint.model.errors import NothingToCheck
    from qmslint.model.text import Text
    from qmslint.run.library import inspect

    plan, register = _plan(as_of, config), _register(as_of, config)
    inspections = list(inspect(file, settings=plan.settings))
    rows, unread = status_rows(inspections, register, plan.as_of), unread_lines(inspections, lang)
    if unread and len(unread) == len(inspections):
        raise NothingToCheck(Text("Không đọc được tệp nào.\n" + "\n".join(unread_lines(inspections, "vi")),
                                  "No file can be read.\n" + "\n".join(unread_lines(inspections, "en"))))
    if format_ == "json":
        _write_json(rows)
    else:
        _write_lines(status_lines(rows, plan.as_of, lang))
    for line in unread:
        say(line)
    click.get_current_context().exit(int(bool(unread) or any(row["state"] == "expired" for row in rows)))


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@lang_option
@output_option
def import_(file: str, lang: str, output: str | None) -> None:
    """Chuyển danh mục (Excel, Word, CSV) thành YAML và nêu chỗ chưa hiểu / turn a list into YAML."""
    import yaml

    from qmslint.law.register_data import data_of_register

    register = _of_file(file)
    text = yaml.safe_dump(data_of_register(register), allow_unicode=True, sort_keys=False, width=120)
    if output is None:
        write(text.encode())
    else:
        write_file(output, text.encode())
    _say_problems(register.problems, lang)
    count, doubts = len(register.documents), len(register.problems)
    say({"vi": f"Đã đọc {count} văn bản, {doubts} chỗ cần xem lại.",
         "en": f"{count} documents read, {doubts} places to look at."}[lang])
    click.get_current_context().exit(int(not register.documents))


@command.command("lint")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False), metavar="[FILE…]")
@lang_option
@config_option
def lint(files: tuple[str, ...], lang: str, config: str | None) -> None:
    """Nêu lỗi của danh mục văn bản: trùng, vòng, ngày vô lý / what is wrong with the registers."""
    register = _register(None, config)
    for file in files:
        register = register.layered(_of_file(file))
    problems = sorted(register.problems, key=lambda problem: (problem.file, problem.sheet, problem.row))
    _write_lines(_problem_line(problem, lang) for problem in problems)
    count = len(problems)
    say({"vi": f"{len(register.documents)} văn bản, {count} lỗi.",
         "en": f"{len(register.documents)} documents, {count} problems."}[lang])
    click.get_current_context().exit(int(bool(count)))


@command.command("deadline")
@click.argument("day", type=Day(), metavar="DATE")
@click.option("--months", type=click.IntRange(1, 1200), default=None, help="Số tháng / months (mặc định: 3).")
@click.option("--days", type=click.IntRange(1, 36500), default=None, help="Số ngày / days.")
@click.option("--working-days", type=click.IntRange(1, 10000), default=None, help="Số ngày làm việc / working days.")
@lang_option
@format_option
@config_option
def deadline(
    day: date, months: int | None, days: int | None, working_days: int | None, lang: str, format_: str,
    config: str | None,
) -> None:
    """Hạn cập nhật (03 tháng) tính từ ngày văn bản có hiệu lực, kèm lý do / when a period ends, and why."""
    from qmslint.law import period
    from qmslint.model.errors import UsageError
    from qmslint.model.text import Text
    from qmslint.run.world import calendar_of

    if sum(value is not None for value in (months, days, working_days)) > 1:
        raise UsageError(Text("Chỉ nêu một trong --months, --days, --working-days.", "Name only one kind of period."))
    calendar = calendar_of(_plan(None, config))
    try:
        if days is not None:
            found = period.end_of_days(day, days, calendar)
        elif working_days is not None:
            found = period.end_of_working_days(day, working_days, calendar)
        else:
            found = period.end_of_months(day, months or period.UPDATE_MONTHS, calendar)
    except OverflowError as error:
        raise UsageError(Text("Thời hạn vượt quá năm 9999.", "The period ends beyond the year 9999.")) from error
    if format_ == "json":
        _write_json({
            "start": found.start.isoformat(), "nominal": found.nominal.isoformat(), "rolled": found.rolled.isoformat(),
            "provisional": found.provisional, "reasons": [reason.in_language(lang) for reason in found.reasons],
        })
        return
    names = {"vi": ("Hạn danh nghĩa", "Hạn cuối", "(tạm tính)"), "en": ("Nominal", "Rolled", "(provisional)")}[lang]
    lines = [f"{names[0]}: {period.say(found.nominal)}", f"{names[1]}: {period.say(found.rolled)}"]
    lines[1] += f" {names[2]}" if found.provisional else ""
    _write_lines([*lines, *(f"- {reason.in_language(lang)}" for reason in found.reasons)])


def _plan(as_of: date | None, config: str | None) -> Plan:
    from qmslint.run.library import make_plan

    return make_plan((".",), as_of=as_of, settings=config)


def _register(as_of: date | None, config: str | None) -> LegalRegister:
    from qmslint.run.world import register_of

    return register_of(_plan(as_of, config))


def _of_file(file: str) -> LegalRegister:
    from qmslint.model.limits import Limits
    from qmslint.plugins.manager import Plugins
    from qmslint.run.cache import Cache
    from qmslint.run.registers import load_register

    return load_register(Path(file), file, Plugins(), Limits(), Cache(None))


def _year_in(text: str) -> int:
    last = text.split()[-1] if text.split() else ""
    return int(last) if len(last) == 4 and last.isdigit() else 0


def _problem_line(problem: RegisterProblem, lang: str) -> str:
    row = {"vi": "dòng", "en": "row"}[lang]
    where = ", ".join(filter(None, (problem.file, problem.sheet, f"{row} {problem.row}" if problem.row else "")))
    return f"{where}: {problem.message.in_language(lang)} → {problem.mend.in_language(lang)}"


def _say_problems(problems: tuple[RegisterProblem, ...], lang: str) -> None:
    from qmslint.agenda.wrap import fit

    for problem in problems:
        for line in fit([_problem_line(problem, lang)], width()):
            say(line)


def _write_lines(lines: Iterable[str]) -> None:
    from qmslint.agenda.wrap import fit

    write("".join(f"{line}\n" for line in fit(lines, width())).encode("utf-8", "replace"))


def _write_json(data: Any) -> None:
    write((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())
