"""Legal registers: those that plug-ins bring, and those from files over them, kept by content.

A file that cannot be read is one problem of the register; nothing else stops.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, reduce
from pathlib import Path

import qmslint
from qmslint.law.register import LegalRegister
from qmslint.law.register_data import decode_register, failed
from qmslint.law.territory import Territories
from qmslint.model.codec import encode
from qmslint.model.errors import UnreadableDocument
from qmslint.model.facts import QualityDocument
from qmslint.model.legal import LegalDocument
from qmslint.model.limits import Limits
from qmslint.model.text import Text
from qmslint.plugins.manager import Plugins, versions
from qmslint.run.cache import Cache
from qmslint.run.inspect import digest_of
from qmslint.run.opening import contents

_VERSION = 3
"""Raised whenever the same bytes may give another register."""


@lru_cache(maxsize=4)
def built_in(plugins: Plugins) -> LegalRegister:
    """The registers that plug-ins bring, later ones over earlier ones; made once for the same plug-ins."""
    found = [catalogue.load() for catalogue in plugins.catalogues if catalogue.kind == "legal-register"]
    return reduce(LegalRegister.layered, found, LegalRegister((), (), territories(plugins)))


def territories(plugins: Plugins) -> Territories:
    """The mergers of provinces that plug-ins know of, from the latest day that one of them names."""
    merged: dict[str, Sequence[str]] = {}
    days: list[date] = []
    for catalogue in plugins.catalogues:
        if catalogue.kind == "territories":
            merged.update(catalogue.load())
            days += [date.fromisoformat(day) for day in (catalogue.metadata.get("since"),) if day]
    return Territories(merged, max(days, default=None))


def with_files(
    register: LegalRegister, names: Iterable[str], folder: Path, plugins: Plugins, limits: Limits, cache: Cache,
    documents: Mapping[str, QualityDocument] | None = None,
) -> LegalRegister:
    """`register` with the files over it, later ones over earlier ones. `names` start from `folder`.

    A name that is no file may be one of `documents`: a list of laws that was read with the set.
    """
    for name in names:
        listed = (documents or {}).get(name)
        if listed is not None and listed.listed_laws and not (folder / name).is_file():
            from qmslint.run.register_reading import of_listed

            layer = of_listed(listed)
        else:
            layer = load_register(folder / name, name, plugins, limits, cache)
        register = register.layered(layer)
    return register


def load_register(path: Path, name: str, plugins: Plugins, limits: Limits, cache: Cache) -> LegalRegister:
    """The register in one file. `name` is how messages call it."""
    try:
        data = contents(str(path), limits)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return failed("vanished", name, Text(f"Không mở được tệp ({why}).", f"The file cannot be opened ({why})."),
                      Text("Kiểm tra đường dẫn và quyền đọc.", "Check path and permission."))
    except UnreadableDocument as error:
        return failed(error.reason, name, error.message, error.mend)
    ground = (qmslint.__version__, str(_VERSION), versions(plugins.readers), *LegalDocument._fields, name)
    key = f"register/{digest_of(data)}/{digest_of('/'.join(ground).encode('utf-8', 'surrogatepass'))}"
    kept = _from_cache(cache.get(key))
    if kept is None:
        from qmslint.run.register_reading import read_register

        kept = read_register(name, data, plugins, limits)
        plain = [encode(kept.documents), encode(kept.own_problems)]
        cache.put(key, json.dumps(plain, separators=(",", ":")).encode())
    return kept


def _from_cache(kept: bytes | None) -> LegalRegister | None:
    if kept is None:
        return None
    try:
        return decode_register(json.loads(kept))
    except ValueError:
        return None
