"""Finds every page that somebody can reach by following links."""

from __future__ import annotations

import urllib.parse
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from report import Report
from session import Answer, Session

UNKNOWN = "/no-such-page"

# What a file of a given ending may be called; an ending not listed here may be anything but a page.
CONTENT_TYPES = {
    "css": {"text/css"},
    "csv": {"text/csv"},
    "docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    "ico": {"image/x-icon", "image/vnd.microsoft.icon"},
    "ics": {"text/calendar"},
    "json": {"application/json"},
    "md": {"text/markdown"},
    "pdf": {"application/pdf"},
    "png": {"image/png"},
    "svg": {"image/svg+xml"},
    "txt": {"text/plain"},
    "webmanifest": {"application/manifest+json"},
    "woff2": {"font/woff2"},
    "xml": {"application/xml", "text/xml", "application/atom+xml", "application/rss+xml"},
    "yaml": {"application/yaml", "application/x-yaml", "text/yaml"},
}


@dataclass(frozen=True)
class Page:
    """One HTML page as the server sent it."""

    path: str
    status: int
    html: bytes


class Links(HTMLParser):
    """What a page points at, and the places in it that others can point at."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.scripts = 0
        self.feed(html.decode("utf-8", errors="replace"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the element's id and where it points."""
        values = dict(attrs)
        if values.get("id"):
            self.ids.add(str(values["id"]))
        self.scripts += tag == "script"
        target = values.get("src") if tag in {"img", "source"} else values.get("href")
        if tag in {"a", "area", "link", "img", "source"} and target is not None:
            self.targets.append(target)


@dataclass
class Site:
    """All that was found."""

    pages: list[Page] = field(default_factory=list)
    files: int = 0
    unvisited: int = 0

    def first(self, pattern: str) -> Page | None:
        """The first page found of a kind, given as a path whose `*` stands for one part."""
        want = pattern.split("/")
        for page in self.pages:
            parts = urllib.parse.urlsplit(page.path).path.split("/")
            if len(parts) == len(want) and all(w in ("*", p) for w, p in zip(want, parts)):
                return page
        return None


def crawl(
    asker: Session, limit: int, report: Report, start: str = "/", known: Iterable[str] = (), who: str = ""
) -> Site:
    """Follows links breadth first, so that the first page found of a kind is a prominent one.

    Addresses that are `known` already are not asked for again. `who` is said before each address where
    something is wrong.
    """
    base = asker.base
    site = Site()
    queue = deque([(start, "")])
    seen = {start, *known}
    ids: dict[str, set[str]] = {}
    fragments: set[tuple[str, str, str]] = set()
    while queue:
        path, linked_from = queue.popleft()
        if len(site.pages) >= limit:
            site.unvisited += 1
            continue
        answer = asker.get(path)
        source = f"linked from {linked_from}" if linked_from else "where the crawl begins"
        if not report.check(
            answer.status == 200, who + path, "status", f"answers {answer.status}, {source}"
        ):
            continue
        if answer.headers.get_content_type() != "text/html":
            site.files += 1
            _check_file(who + path, answer, report)
            continue
        site.pages.append(Page(path, answer.status, answer.body))
        links = Links(answer.body)
        ids[path] = links.ids
        report.check(not links.scripts, who + path, "no-script", f"has {links.scripts} <script> element(s)")
        for target in links.targets:
            found = _within(base, path, target)
            if found is None:
                continue
            address, fragment = found
            if fragment:
                fragments.add((path, address, fragment))
            if address not in seen:
                seen.add(address)
                queue.append((address, path))
    for path, address, fragment in sorted(fragments):
        if address in ids:
            there = fragment in ids[address]
            report.check(
                there, who + path, "fragment", f"points at #{fragment}, which {address} does not have"
            )
    return site


def _within(base: str, path: str, target: str) -> tuple[str, str] | None:
    """The address and fragment of a target on the same site, or nothing for any other target."""
    url = urllib.parse.urlsplit(urllib.parse.urljoin(base + path, target.strip()))
    if f"{url.scheme}://{url.netloc}" != base:
        return None
    address = (url.path or "/") + (f"?{url.query}" if url.query else "")
    return address, urllib.parse.unquote(url.fragment)


def _check_file(path: str, answer: Answer, report: Report) -> None:
    kind = answer.headers.get_content_type()
    name = answer.headers.get_filename() or urllib.parse.urlsplit(path).path.rsplit("/", 1)[-1]
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    allowed = CONTENT_TYPES.get(ending)
    named = "Content-Type" in answer.headers
    report.check(len(answer.body) > 0, path, "file", "is empty")
    report.check(named and (not allowed or kind in allowed), path, "file", f"{name} is sent as {kind}")


def add_unknown(asker: Session, site: Site, report: Report) -> None:
    """Adds the page that answers an unknown address: not linked from anywhere, and yet people see it."""
    answer = asker.get(UNKNOWN)
    report.check(answer.status == 404, UNKNOWN, "status", f"answers {answer.status} where 404 is right")
    kind = answer.headers.get_content_type()
    if report.check(kind == "text/html", UNKNOWN, "file", f"a person who mistypes is answered {kind}"):
        site.pages.append(Page(UNKNOWN, answer.status, answer.body))
