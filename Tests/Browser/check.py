"""Checks GoldenThread in a browser: public pages, the signed-in site as everybody, journeys through it.

    .venv/bin/python Tests/Browser/check.py .build/debug/goldenthread
    .venv/bin/python Tests/Browser/check.py .build/debug/goldenthread --only journeys
    .venv/bin/python Tests/Browser/check.py --base http://127.0.0.1:8080

Every page that can be reached, as nobody and as each role of the demonstration, answers and has no script.
Each public page but those that only their words tell apart, and each kind of page of each role: valid HTML, no accessibility rule broken, no sideways
scrolling from 320 pixels up, nothing in the console. Every form is sent empty and sent with nonsense; what
answers is looked at in the same way. Journeys are walked from end to end, one by keyboard alone. Pictures go
to artifacts/screenshots.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pictures
from browser import Browser
from crawl import Page, Site, add_unknown, crawl
from forms import FormTrial
from journeys import journeys
from keyboard import check_skip_link
from kinds import kind_of, structure
from looking import Looking
from report import Report
from roles import looks, photographs, trials, walk_roles
from server import CannotServe, serving
from session import Session
from validator import validate
from work import Task, share_out

ROOT = Path(__file__).resolve().parents[2]

PARTS = ["pages", "roles", "journeys"]


def main() -> int:
    """Runs the checks; 0 where there is no problem."""
    parser = argparse.ArgumentParser(description="Checks the site in a browser.")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("program", nargs="?", type=Path, help="the built goldenthread, to be started here")
    target.add_argument("--base", help="the address of a server that runs already: its public pages alone")
    parser.add_argument("--artifacts", type=Path, default=ROOT / "artifacts", help="where pictures and logs go")
    parser.add_argument("--limit", type=int, default=600, help="how many pages to visit at most as one role")
    parser.add_argument("--only", choices=PARTS, action="append", help="these parts alone")
    options = parser.parse_args()
    parts = ["pages"] if options.base else options.only or PARTS

    check = Check(options.artifacts, options.limit)
    try:
        if options.base:
            check.pages(options.base.rstrip("/"))
        else:
            program = options.program.resolve()
            if "pages" in parts or "roles" in parts:
                with serving(program, check.log("server")) as server:
                    check.pages(server.base, closely="pages" in parts)
                    if "roles" in parts:
                        check.roles(server.base)
            if "journeys" in parts:
                check.journeys(program)
    except (CannotServe, OSError) as error:
        print(f"The program cannot be checked: {error}", file=sys.stderr)
        return 1
    return check.end()


class Check:
    """The checks, and what they find."""

    def __init__(self, artifacts: Path, limit: int) -> None:
        self.report = Report()
        self.looking = Looking(self.report)
        self.limit = limit
        self.artifacts = artifacts
        self.folder = artifacts / "screenshots"
        self.public = Site()
        pictures.clear(self.folder)

    def log(self, name: str) -> Path:
        """Where a server's own words go."""
        return self.artifacts / "browser" / f"{name}.log"

    def pages(self, base: str, closely: bool = True) -> None:
        """The public pages."""
        report, asker = self.report, Session(base)
        with timed("public pages"):
            self.public = site = crawl(asker, self.limit, report)
            if not closely:
                return
            add_unknown(asker, site, report)

            def visit(path: str, status: int, browser: Browser) -> None:
                self.looking.visit(browser, base, path, path, status)

            chosen = one_of_each_kind(site.pages)
            share_out(
                [Task(page.path, partial(visit, page.path, page.status)) for page in chosen], report
            )
        with timed("pictures, keyboard"), contextlib.closing(Browser()) as browser:
            pictures.take_pictures(browser, base, site, self.folder, report)
            plan = site.first("/plans/*")
            if report.check(plan is not None, "/plans/*", "keyboard", "no such page was found") and plan:
                check_skip_link(browser, base, plan.path, report)
        print(f"public: {len(site.pages)} pages, {site.files} files")
        self._unvisited("nobody", site)

    def roles(self, base: str) -> None:
        """The signed-in site as each role."""
        with timed("walk as each role"):
            walks = walk_roles(base, self.public, self.limit, self.report)
        with timed("each kind of page"):
            share_out(
                photographs(walks, base, self.folder, self.report) + looks(walks, base, self.looking),
                self.report,
            )
        trial = FormTrial(self.looking)
        with timed("each form"):
            share_out(trials(walks, base, trial), self.report)
        for walk in walks.walks:
            self._unvisited(walk.role, walk.site)
        files = sum(walk.site.files for walk in walks.walks)
        print(
            f"roles: {len(walks.walks)}, {walks.count()} pages and {files} files reached, "
            f"{len(walks.pages)} looked at closely; {len(walks.forms)} forms, {trial.refused} times refused, "
            f"{trial.taken} times rightly taken"
        )

    def journeys(self, program: Path) -> None:
        """The journeys, each with servers of its own where it changes what others rest on."""
        with timed("journeys"):
            tasks = journeys(program, self.log, self.folder, self.looking)
            share_out(tasks, self.report)
        print(f"journeys: {len(tasks)}")

    def _unvisited(self, who: str, site: Site) -> None:
        if site.unvisited:
            print(f"note: {who}: stopped at {self.limit} pages; {site.unvisited} addresses were not visited")

    def end(self) -> int:
        """Has the HTML of all pages looked at checked, and prints what was found."""
        with timed("HTML"):
            milder = validate(self.looking.pages, self.report)
        for line in milder:
            print(f"note: {line}")
        for line in self.report.lines():
            print(line)
        report = self.report
        print(f"browser: {len(self.looking.pages)} pages, {report.checks} checks, {report.problems} problems")
        return 1 if report.problems else 0


def one_of_each_kind(pages: list[Page]) -> list[Page]:
    """The pages to be looked at closely: of the many that only their words tell apart, the first."""
    first: dict[tuple[str, str], Page] = {}
    for page in pages:
        first.setdefault((kind_of(page.path), structure(page.html)), page)
    return list(first.values())


@contextlib.contextmanager
def timed(what: str) -> Iterator[None]:
    """Prints how long something took."""
    began = time.monotonic()
    yield
    print(f"  {what}: {time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
