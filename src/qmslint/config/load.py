"""Finding and reading qmslint.yaml, and refusing with a clear message what it cannot mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qmslint.model.errors import UsageError
from qmslint.model.limits import MAY_BE_ZERO, Limits
from qmslint.model.settings import Settings
from qmslint.model.text import Text

if TYPE_CHECKING:
    from qmslint.config.yaml_lines import Lines
    from qmslint.plugins.manager import Plugins
    from qmslint.plugins.rule import Rule

_MOST = 4 * 2**20  # bytes of a settings file
NAMES = ("qmslint.yaml", "qmslint.yml")


def find_settings(folder: Path) -> Path | None:
    """The qmslint.yaml of `folder` or the nearest folder above it, not beyond the repository it is in."""
    for candidate in (folder, *folder.parents):
        for name in NAMES:
            if (candidate / name).is_file():
                return candidate / name
        if (candidate / ".git").exists():
            return None
    return None


def settings_text(file: Path) -> str:
    """The text of a settings file. Raises UsageError when it cannot be read."""
    try:
        if not file.is_file():
            raise OSError("no file")
        if file.stat().st_size > _MOST:
            raise OSError(f"> {_MOST} bytes")
        return file.read_text(encoding="utf-8").removeprefix("\ufeff")  # "utf-8-sig" is one more module to load
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Text(f"Không đọc được tệp cấu hình {file.name} ({error}).", f"Cannot read {file.name} ({error})."),
            Text("Lưu tệp bằng mã UTF-8 và kiểm tra đường dẫn.", "Save it as UTF-8 and check the path."),
        ) from error


def parse_settings(text: str, name: str, plugins: Plugins, base: Path | None = None) -> Settings:
    """Settings from YAML text; `name` is how messages call the file, `base` the folder its paths start from."""
    from qmslint.config.yaml_lines import load_with_lines

    data, lines = load_with_lines(text, name)
    if not isinstance(data, dict):
        raise UsageError(Text(f"{name}: phải là các dòng “khóa: giá trị”.", f"{name}: must be “key: value” lines."))
    settings = _validated(data, lines, name)
    waivers = tuple(w._replace(line=lines.get(("waivers", i), 0)) for i, w in enumerate(settings.waivers))
    settings = settings._replace(waivers=waivers, path=name)
    _check_names(settings, lines, name, plugins)
    _check_limits(settings.limits, lines, name)
    check_files(settings, base, lines)
    return settings


def validated_options(settings: Settings, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """The options of every rule that has settings, checked against the rule's own options type."""
    chosen: dict[str, Any] = {}
    for name, setting in settings.rules.items():
        if setting.options:
            chosen[name] = _options(rules[name], dict(setting.options), settings.path)
    return chosen


def settings_schema() -> dict[str, Any]:
    """The JSON Schema of qmslint.yaml, for editors."""
    from qmslint.config.validated import schema_of

    schema = schema_of(Settings)
    for derived in ("path",):
        schema.get("properties", {}).pop(derived, None)
    schema.get("$defs", {}).get("Waiver", {}).get("properties", {}).pop("line", None)
    for name, limit in schema["$defs"]["Limits"]["properties"].items():
        limit["minimum" if name in MAY_BE_ZERO else "exclusiveMinimum"] = 0
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "qmslint.yaml"
    return schema


def _validated(data: dict[str, Any], lines: Lines, name: str) -> Settings:
    from pydantic import ValidationError

    from qmslint.config.validated import validated

    for derived, path in (("path", ("path",)), ("line", ("waivers", 0, "line"))):
        if path in lines:
            raise _unknown(derived, path, lines, name, Settings._fields)
    try:
        settings: Settings = validated(Settings, data)
        return settings
    except ValidationError as error:
        raise _explained(error.errors(), data, lines, name) from error


def _explained(errors: Iterable[Any], data: dict[str, Any], lines: Lines, name: str) -> UsageError:
    vi, en = [], []
    for error in errors:
        path = tuple(part for part in error["loc"])
        line = _line(path, lines)
        key = ".".join(str(part) for part in path)
        if error["type"] == "unexpected_keyword_argument":
            near = _nearest(str(path[-1]), _fields_at(path[:-1]))
            vi.append(f"{name}, dòng {line}: không có khóa “{key}”" + (f"; có phải “{near[0]}”?" if near else "."))
            en.append(f"{name}, line {line}: no such key “{key}”" + (f"; did you mean “{near[0]}”?" if near else "."))
        else:
            vi.append(f"{name}, dòng {line}: giá trị của “{key}” không dùng được ({error['msg']}).")
            en.append(f"{name}, line {line}: the value of “{key}” cannot be used ({error['msg']}).")
    mend = Text("Xem các khóa được dùng: qmslint init, hoặc docs/settings.md.", "For the keys see docs/settings.md.")
    return UsageError(Text("\n".join(vi), "\n".join(en)), mend)


def _fields_at(path: tuple[Any, ...]) -> list[str]:
    from qmslint.model import settings as nouns

    owners: dict[str, Any] = {
        "agency": nouns.Agency, "codes": nouns.CodeGrammar, "kinds": nouns.KindGlob, "waivers": nouns.Waiver,
        "not_applicable": nouns.NotApplicable, "rules": nouns.RuleSetting, "head": nouns.Officer,
        "deputies": nouns.Officer, "limits": Limits,
    }
    words = [part for part in path if isinstance(part, str)]
    if not words:
        return list(Settings._fields)
    owner = next((owners[word] for word in reversed(words) if word in owners), Settings)
    return list(owner._fields)


def _nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known name that is most like `word`, if any is."""
    import difflib

    return difflib.get_close_matches(word, list(known), n=1)


def _line(path: tuple[Any, ...], lines: Lines) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _unknown(word: str, path: tuple[Any, ...], lines: Lines, name: str, known: Iterable[str]) -> UsageError:
    line = _line(path, lines)
    near = _nearest(word, known)
    hint = Text(f"Có phải “{near[0]}”?", f"Did you mean “{near[0]}”?") if near else None
    return UsageError(
        Text(f"{name}, dòng {line}: không có tên “{word}”.", f"{name}, line {line}: there is no “{word}”."), hint
    )


def _check_limits(limits: Limits, lines: Lines, name: str) -> None:
    for limit in Limits._fields:
        value = getattr(limits, limit)
        if value == 0 and limit in MAY_BE_ZERO:
            continue
        if not 0 < value < float("inf"):
            line = _line(("limits", limit), lines)
            raise UsageError(Text(f"{name}, dòng {line}: giới hạn “{limit}” phải là số lớn hơn 0.",
                                  f"{name}, line {line}: the limit “{limit}” must be a number above 0."))


def _check_names(settings: Settings, lines: Lines, name: str, plugins: Plugins) -> None:
    for rule in settings.rules:
        if rule not in plugins.rules:
            raise _unknown(rule, ("rules", rule), lines, name, plugins.rules)
    for index, waiver in enumerate(settings.waivers):
        if waiver.rule not in plugins.rules:
            raise _unknown(waiver.rule, ("waivers", index, "rule"), lines, name, plugins.rules)
        for key, value in (("reason", waiver.reason), ("approved_by", waiver.approved_by)):
            if not value.strip():
                line = _line(("waivers", index), lines)
                raise UsageError(Text(f"{name}, dòng {line}: miễn trừ phải có “{key}”.",
                                      f"{name}, line {line}: a waiver must have “{key}”."))
    for index, entry in enumerate(settings.kinds):
        if entry.kind not in plugins.kinds:
            raise _unknown(entry.kind, ("kinds", index, "kind"), lines, name, plugins.kinds)
    present = {info.name for info in plugins.info}
    for index, wanted in enumerate(settings.plugins):
        if wanted not in present:
            raise _unknown(wanted, ("plugins", index), lines, name, present)


def check_files(settings: Settings, base: Path | None, lines: Lines | None = None) -> None:
    """Raise UsageError for a file that the settings name and that is not there."""
    if base is None:
        return
    named = [("document_list", settings.document_list), ("tthc_list", settings.tthc_list),
             ("holidays", settings.holidays)]
    paths: list[tuple[tuple[str | int, ...], str]] = [((key,), value) for key, value in named if value]
    paths += [(("legal_registers", i), value) for i, value in enumerate(settings.legal_registers)]
    for path, value in paths:
        if not (base / value).is_file():
            vi, en = (f", dòng {_line(path, lines)}", f", line {_line(path, lines)}") if lines else ("", "")
            name = settings.path
            raise UsageError(
                Text(f"{name}{vi}: không thấy tệp “{value}”.", f"{name}{en}: no file “{value}”."),
                Text("Đường dẫn tính từ thư mục chứa tệp cấu hình này.", "Paths start from this file's folder."),
            )


def _options(rule: Rule, given: dict[str, Any], name: str) -> Any:
    from pydantic import ValidationError

    from qmslint.config.validated import validated

    try:
        known = rule.options._fields
        unknown = [key for key in given if key not in known]
        if unknown:
            raise _unknown(unknown[0], ("rules", rule.name), {}, name or "qmslint.yaml", known)
        return validated(rule.options, given)
    except ValidationError as error:
        why = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise UsageError(Text(f"Tùy chọn của quy tắc “{rule.name}” không dùng được ({why}).",
                              f"The options of “{rule.name}” cannot be used ({why}).")) from error
