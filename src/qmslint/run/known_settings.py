"""Settings that were checked before: by the text of the file and the plug-ins, from the cache.

Checking a settings file needs the YAML and validation libraries, at the price of a dozen interpreter starts; it
changes a few times a year and is read at every commit.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import qmslint
from qmslint.config.load import check_files, parse_settings, settings_text, validated_options
from qmslint.model.codec import decode, encode
from qmslint.model.digest import blake2b
from qmslint.model.settings import Settings
from qmslint.plugins.manager import Plugins
from qmslint.run.cache import Cache


def known_settings(file: Path | None, plugins: Plugins, folder: Path | None) -> tuple[Settings, dict[str, Any]]:
    """The settings in `file` and the validated options of rules. Raises UsageError as `parse_settings` does."""
    if file is None:
        return Settings(), {}
    text = settings_text(file)
    if folder is None:
        return _checked(text, file, plugins)
    ground = "\n".join((qmslint.__version__, str(plugins.info), ",".join(plugins.rules), file.name, text))
    key = f"settings/{blake2b(ground.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"
    cache = Cache(folder)
    try:
        known = _from_cache(cache.get(key), plugins)
        if known is None:
            known = _checked(text, file, plugins)
            cache.put(key, json.dumps([encode(known[0]), encode(known[1])]).encode())
        else:
            check_files(known[0], file.parent)
        return known
    finally:
        cache.close()


def _checked(text: str, file: Path, plugins: Plugins) -> tuple[Settings, dict[str, Any]]:
    settings = parse_settings(text, file.name, plugins, file.parent)
    return settings, validated_options(settings, plugins.rules)


def _from_cache(kept: bytes | None, plugins: Plugins) -> tuple[Settings, dict[str, Any]] | None:
    if kept is None:
        return None
    try:
        settings, options = json.loads(kept)
        return decode(Settings, settings), {
            name: decode(plugins.rules[name].options, value) for name, value in options.items()
        }
    except (ValueError, KeyError):
        return None
