"""`qmslint plugins`: what takes part, and with how much."""

from __future__ import annotations

import click

from qmslint.cli.console import write


@click.command("plugins")
def command() -> None:
    """Liệt kê các phần mở rộng / list the plug-ins."""
    from qmslint.plugins.manager import Plugins

    plugins = Plugins()
    lines = [f"{info.name} {info.version}" for info in plugins.info]
    formats = ", ".join(sorted({reader.format for reader in plugins.readers}))
    lines += ["", f"formats: {formats}", f"facts: {len(plugins.extractors)}", f"rules: {len(plugins.rules)}",
              f"kinds: {', '.join(sorted(plugins.kinds))}", f"reports: {', '.join(sorted(plugins.renderers))}"]
    write(("\n".join(lines) + "\n").encode())
