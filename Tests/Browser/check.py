"""Checks every public page of GoldenThread in a browser.

    .venv/bin/python Tests/Browser/check.py .build/debug/goldenthread
    .venv/bin/python Tests/Browser/check.py --base http://127.0.0.1:8080

Every page that can be reached from the home page: valid HTML, no accessibility rule broken, no sideways
scrolling from 320 pixels up, nothing in the console, no script. Every file they offer: there, not empty, of
the right kind. Beside it the keyboard's first steps, and pictures in artifacts/screenshots.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from browser import Browser
from crawl import crawl
from keyboard import check_skip_link
from pictures import take_pictures
from report import Report
from server import CannotServe, serving
from validator import validate
from visits import visit_all

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Runs all checks; 0 where there is no problem."""
    parser = argparse.ArgumentParser(description="Checks every public page in a browser.")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("program", nargs="?", type=Path, help="the built goldenthread, to be started here")
    target.add_argument("--base", help="the address of a server that runs already")
    parser.add_argument("--artifacts", type=Path, default=ROOT / "artifacts", help="where pictures and logs go")
    parser.add_argument("--limit", type=int, default=400, help="how many pages to visit at most")
    options = parser.parse_args()

    with contextlib.ExitStack() as stack:
        if options.base:
            base = options.base.rstrip("/")
        else:
            log = options.artifacts / "browser" / "server.log"
            try:
                base = stack.enter_context(serving(options.program.resolve(), log))
            except (CannotServe, OSError) as error:
                print(f"The program cannot be checked: {error}", file=sys.stderr)
                return 1
        return check(base, options.artifacts, options.limit)


def check(base: str, artifacts: Path, limit: int) -> int:
    """Checks the site at an address and prints what was found."""
    report = Report()
    with _timed("crawl"):
        site = crawl(base, limit, report)
    with _timed("HTML"):
        milder = validate(site.pages, report)
    with _timed("browsers"):
        visit_all(base, site.pages, report)
    with _timed("pictures, keyboard"), contextlib.closing(Browser()) as browser:
        take_pictures(browser, base, site, artifacts / "screenshots", report)
        plan = site.first("/plans/*")
        if report.check(plan is not None, "/plans/*", "keyboard", "no such page was found") and plan:
            check_skip_link(browser, base, plan.path, report)

    for line in milder:
        print(f"note: {line}")
    if site.unvisited:
        print(f"note: stopped at {limit} pages; at least {site.unvisited} addresses were not visited")
    for line in report.lines():
        print(line)
    print(f"{site.files} files fetched")
    print(f"browser: {len(site.pages)} pages, {report.checks} checks, {report.problems} problems")
    return 1 if report.problems else 0


@contextlib.contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"  {what}: {time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
