"""`python -m qmslint.workshop COMMAND`: the commands of the workshop."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qmslint.workshop import bench, new_rule, pages, schemas
from qmslint.workshop.bad_txt import write_bad_txt


@click.group()
def main() -> None:
    """Tools for those who build qmslint and its rules."""


@main.command("bad-txt")
@click.argument("rules", nargs=-1, required=True)
@click.option("--write", is_flag=True, help="Store the lines in fixtures/rules/RULE/bad.txt.")
def bad_txt(rules: tuple[str, ...], write: bool) -> None:
    """Print what each rule says of its bad fixture (and, loudly, of its good one)."""
    sys.stdout.write(write_bad_txt(Path.cwd() / "fixtures" / "rules", rules, write))


@main.command("docs")
def docs() -> None:
    """Write docs/rules/, the clause matrix and the published schemas anew."""
    for path in (*pages.write(Path.cwd() / "docs"), *schemas.write(Path.cwd() / "docs" / "schemas")):
        sys.stdout.write(f"{path}\n")


@main.command("new-rule")
@click.argument("pack")
@click.argument("name")
def new(pack: str, name: str) -> None:
    """Write the files of a new rule: the rule, its good and bad fixture."""
    for path in new_rule.write(Path.cwd(), pack, name):
        sys.stdout.write(f"{path}\n")


@main.command("bench")
def benchmark() -> None:
    """Costs as ratios of instruction counts, in one run."""
    sys.stdout.write(bench.report(Path.cwd()))


main()
