"""The laws of the house: who may import whom, how long a module may be, what is public."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "qmslint"
PACKS = ROOT / "rules"
WINGS = ("read", "extract", "render", "amend")
MODULES = sorted(p for p in (*SOURCE.rglob("*.py"), *PACKS.rglob("*.py")) if "__pycache__" not in p.parts)


def name_of(path: Path) -> str:
    base = PACKS if PACKS in path.parents else SOURCE.parent
    parts = path.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    if parts[0] != "qmslint":
        return parts[0]
    return parts[1] if len(parts) > 1 else "qmslint"


def imports_of(path: Path) -> set[str]:
    """Every module imported anywhere in the file, under TYPE_CHECKING or inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            for alias in node.names:  # `from package import module` imports the module
                candidate = f"{node.module}.{alias.name}"
                if candidate in ALL_NAMES:
                    found.add(candidate)
    return found


ALL_NAMES = {name_of(path) for path in MODULES}
IMPORTS = {name_of(path): imports_of(path) for path in MODULES}
OURS = {
    module: {i for i in found if i != module and i.split(".")[0].startswith("qmslint")}
    for module, found in IMPORTS.items()
}


@pytest.mark.parametrize("module", sorted(m for m in IMPORTS if m.startswith("qmslint.model")))
def test_model_stands_on_the_standard_library_alone(module: str) -> None:
    foreign = {i for i in IMPORTS[module] if i.split(".")[0] not in sys.stdlib_module_names | {"qmslint", "pydantic"}}
    assert not foreign
    assert all(i.startswith("qmslint.model") for i in OURS[module])


def test_law_stands_on_model_alone() -> None:
    for module, found in OURS.items():
        if room_of(module) == "law":
            assert all(room_of(i) in ("model", "law") for i in found), module


def test_legacy_stands_on_model_alone() -> None:
    for module, found in OURS.items():
        if room_of(module) == "legacy":
            assert all(room_of(i) in ("model", "legacy") for i in found), module


def test_wings_and_packs_come_in_through_the_door() -> None:
    for module, found in OURS.items():
        room = room_of(module)
        if room in WINGS or room.startswith("qmslint_"):
            own = f"qmslint.{room}" if room in WINGS else room
            wrong = {i for i in found if i != "qmslint.api" and i != own and not i.startswith(own + ".")}
            assert not wrong, f"{module} imports {wrong}"


def test_nobody_imports_a_wing_or_a_pack() -> None:
    for module, found in OURS.items():
        for target in found:
            room = room_of(target)
            if room in WINGS or room.startswith("qmslint_"):
                assert room_of(module) == room, f"{module} imports {target}"


def test_judge_knows_no_files_settings_loading_or_processes() -> None:
    for module, found in OURS.items():
        if room_of(module) == "judge":
            assert all(room_of(i) in ("model", "plugins", "law", "judge") for i in found), module
            assert not IMPORTS[module] & {"os", "pathlib", "multiprocessing", "subprocess", "io", "sqlite3"}, module


def test_imports_run_down() -> None:
    order = ["model", "legacy", "law", "plugins", "api", "judge", "config", "run", "testing", "workshop", "cli"]
    for module, found in OURS.items():
        if room_of(module) not in order:
            continue
        here = order.index(room_of(module))
        for target in found - {"qmslint"}:
            if room_of(target) in order:
                assert order.index(room_of(target)) <= here, f"{module} imports {target}"


def test_no_import_circle() -> None:
    done: set[str] = set()
    path: list[str] = []

    def visit(module: str) -> None:
        assert module not in path, " → ".join([*path[path.index(module):], module])
        if module in done:
            return
        path.append(module)
        for target in sorted(OURS.get(module, ())):
            # A package that lists its own modules and modules that name their package are one room.
            if target in ALL_NAMES and not module.startswith(target + "."):
                visit(target)
        path.pop()
        done.add(module)

    for module in sorted(ALL_NAMES):
        visit(module)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_short_and_say_what_they_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300, "over 300 lines"
    tree = ast.parse(text)
    if tree.body:
        assert ast.get_docstring(tree), "no first sentence"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 60, f"{node.name} is over 60 lines"


def test_only_the_command_line_prints_or_exits() -> None:
    for path in MODULES:
        if room_of(name_of(path)) in ("cli", "workshop"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "sys.exit", "exit", "quit"), f"{path.name}:{node.lineno}: {called}"


def test_the_door_is_complete_sorted_and_documented() -> None:
    api = importlib.import_module("qmslint.api")
    public = {name for name in vars(api) if not name.startswith("_") and name != "annotations"}
    assert set(api.__all__) == public
    assert list(api.__all__) == sorted(api.__all__)
    for name in api.__all__:
        thing = getattr(api, name)
        if callable(thing) and getattr(thing, "__module__", "").startswith("qmslint"):
            assert (thing.__doc__ or "").strip(), f"{name} is not documented"


def test_public_functions_are_documented() -> None:
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.relative_to(ROOT)}: {node.name}"


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    heavy = {"docx", "pydantic", "rich", "holidays", "pypdfium2", "python_calamine", "markdown_it", "platformdirs"}
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if path.parent == SOURCE / "read" / "pdf" and path.name != "__init__.py":
                names = [name for name in names if not name.startswith("pypdfium2")]  # see the next test
            assert not {n.split(".")[0] for n in names} & heavy, f"{path.relative_to(ROOT)}: {names}"


def test_the_library_of_pdf_is_loaded_when_a_pdf_is_read() -> None:
    code = "import sys, qmslint.read, qmslint.read.pdf; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
