"""Pictures of a few pages, for people to look at, and a check that there is something on them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from browser import Browser
from crawl import Site
from report import Report

# Name and path; a `*` stands for one part, and the first page found of that kind is taken.
PICTURES = [
    ("home", "/"),
    ("governance", "/plans/*/governance"),
    ("plan", "/plans/*"),
    ("objective", "/plans/*/objectives/*"),
    ("sign-in", "/sign-in"),
]

WIDTHS = [1280, 390]

SMALLEST = 10_000


def clear(folder: Path) -> None:
    """Makes the folder, without the pictures of an earlier run."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()


def take_pictures(browser: Browser, base: str, site: Site, folder: Path, report: Report) -> None:
    """Takes a picture of a few public pages at each width."""
    for name, pattern in PICTURES:
        page = site.first(pattern)
        if not report.check(page is not None, pattern, "picture", "no such page was found") or page is None:
            continue
        browser.open(base + page.path)
        picture(browser, folder, name, report, page.path)


def picture(browser: Browser, folder: Path, name: str, report: Report, where: str) -> None:
    """Writes one picture of the page that is shown for each width."""
    for width in WIDTHS:
        browser.resize(width)
        png = browser.picture()
        file = folder / f"{name}-{width}.png"
        file.write_bytes(png)
        large = len(png) >= SMALLEST
        report.check(large, where, "picture", f"{file.name} has only {len(png)} bytes")
        report.check(not is_blank(png), where, "picture", f"{file.name} is all of one colour")


def is_blank(png: bytes) -> bool:
    """Whether a picture is all of one colour.

    A row is stored as its difference from its neighbours by one of five methods, so a picture of one colour
    has at most two different stored rows for each: its first and all others. Any more, and it has content;
    nothing needs to be decoded.
    """
    width, _, depth, colour = struct.unpack(">IIBB", png[16:26])
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    stride = 1 + (width * samples * depth + 7) // 8
    data, place = b"", 8
    while place < len(png):
        length = struct.unpack(">I", png[place : place + 4])[0]
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += length + 12
    rows = zlib.decompress(data)
    return len({rows[start : start + stride] for start in range(0, len(rows), stride)}) <= 10
