"""The signed-in site, walked as everybody whom a demonstration lets in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from browser import Browser
from crawl import Page, Site, crawl
from forms import FormTrial
from kinds import kind_of, structure
from looking import Looking
from pictures import picture
from report import Report
from session import Forms, Session, ShownForm, demonstration_accounts, enter_demonstration
from work import Task

# Roles with what of theirs is photographed: name and kind of page.
PICTURES = {
    "Administrator": [("accounts", "/admin/accounts"), ("account", "/admin/accounts/of/*")],
    "SEND officer": [("children", "/children"), ("child-officer", "/children/*")],
    "Data protection officer": [("restrictions", "/admin/restrictions")],
}

# A child about whom there is much to see, where one of several has to be chosen.
MUCH_TO_SEE = b"Noor Halloway"


@dataclass
class Walk:
    """What one role reaches."""

    role: str
    session: Session
    site: Site
    first: str


@dataclass
class Walks:
    """What all roles reach, and what of it is to be looked at closely: each kind of page once."""

    walks: list[Walk] = field(default_factory=list)
    pages: list[tuple[Walk, Page]] = field(default_factory=list)
    forms: list[tuple[Walk, Page, int, ShownForm]] = field(default_factory=list)

    def count(self) -> int:
        """How many pages were reached, one reached by several roles counted for each."""
        return sum(len(walk.site.pages) for walk in self.walks)


def walk_roles(base: str, public: Site, limit: int, report: Report) -> Walks:
    """Signs in as each role and follows every link, public pages left out."""
    accounts = demonstration_accounts(base)
    report.check(len(accounts) > 1, "/sign-in", "roles", f"offers {len(accounts)} roles")
    walks = Walks()
    known = {page.path for page in public.pages}
    looked_at: set[tuple[str, str]] = set()
    tried: set[tuple[str, tuple[str, ...]]] = set()
    for role, account in accounts.items():
        session, answer = enter_demonstration(base, account)
        first = answer.address.removeprefix(base)
        if not report.check(answer.status == 200, role, "roles", f"signing in ends with {answer.status}"):
            continue
        site = crawl(session, limit, report, first, known, f"{role}: ")
        walk = Walk(role, session, site, first)
        walks.walks.append(walk)
        for page in site.pages:
            _sort(walks, walk, page, looked_at, tried)
    return walks


def _sort(
    walks: Walks,
    walk: Walk,
    page: Page,
    looked_at: set[tuple[str, str]],
    tried: set[tuple[str, tuple[str, ...]]],
) -> None:
    """Keeps a page unless one made of the same parts is kept; the first of each role for its header."""
    kind = (kind_of(page.path), structure(page.html))
    if kind not in looked_at or page.path == walk.first:
        looked_at.add(kind)
        walks.pages.append((walk, page))
    for place, form in enumerate(Forms(page.html).found):
        asked = (f"{form.method} {kind_of(form.action)}", form.names)
        if form.asks and asked not in tried:
            tried.add(asked)
            walks.forms.append((walk, page, place, form))


def looks(walks: Walks, base: str, looking: Looking) -> list[Task]:
    """A close look at each kind of page."""

    def act(walk: Walk, page: Page, browser: Browser) -> None:
        browser.take_on(base, walk.session.jar)
        looking.visit(browser, base, page.path, f"{walk.role}: {page.path}")

    return [Task(f"{walk.role}: {page.path}", partial(act, walk, page)) for walk, page in walks.pages]


def trials(walks: Walks, base: str, trial: FormTrial) -> list[Task]:
    """Every form, sent empty and sent with nonsense."""

    def act(walk: Walk, page: Page, place: int, form: ShownForm, where: str, browser: Browser) -> None:
        browser.take_on(base, walk.session.jar)
        browser.resize(1280)
        trial.try_out(browser, base + page.path, place, where, form.method == "get")

    tasks = []
    for walk, page, place, form in walks.forms:
        where = f"{walk.role}: {kind_of(page.path)}"
        tasks.append(Task(where, partial(act, walk, page, place, form, where)))
    return tasks


def photographs(walks: Walks, base: str, folder: Path, report: Report) -> list[Task]:
    """Pictures of what some roles see."""

    def act(walk: Walk, name: str, address: str, browser: Browser) -> None:
        browser.take_on(base, walk.session.jar)
        browser.open(base + address)
        picture(browser, folder, name, report, address)

    tasks = []
    for walk in walks.walks:
        for name, kind in PICTURES.get(walk.role, []):
            pages = [page for page in walk.site.pages if kind_of(page.path) == kind]
            if report.check(bool(pages), f"{walk.role}: {kind}", "picture", "no such page was found"):
                page = next((page for page in pages if MUCH_TO_SEE in page.html), pages[0])
                tasks.append(Task(name, partial(act, walk, name, page.path)))
    return tasks
