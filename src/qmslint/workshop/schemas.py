"""The published JSON Schemas: reports, inspections, settings, typed records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qmslint.config.load import settings_schema
from qmslint.plugins.manager import Plugins
from qmslint.workshop.report_contract import InspectionData, ReportData

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def all_schemas() -> dict[str, dict[str, Any]]:
    """File name → schema."""
    from pydantic import TypeAdapter

    schemas = {
        "qmslint-report-1.json": {"$schema": DIALECT, **TypeAdapter(ReportData).json_schema()},
        "qmslint-inspection-1.json": {"$schema": DIALECT, **TypeAdapter(InspectionData).json_schema()},
        "qmslint.yaml.json": settings_schema(),
    }
    for catalogue in Plugins().catalogues:
        if catalogue.kind == "schema":
            schemas[catalogue.name] = catalogue.load()
    return schemas


def write(folder: Path) -> list[Path]:
    """Write every schema. Returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in sorted(all_schemas().items()):
        path = folder / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        paths.append(path)
    return paths
