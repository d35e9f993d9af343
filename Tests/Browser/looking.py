"""What is checked on every page, and on every state of every form, in a browser."""

from __future__ import annotations

import threading

from browser import Browser
from crawl import Links, Page
from report import Report

# The narrowest that WCAG asks for (1.4.10), a usual phone, a usual desk.
WIDTHS = [320, 390, 1280]


class Looking:
    """Looks at pages and keeps what the server sent, for the checker of HTML."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.pages: list[Page] = []
        self._lock = threading.Lock()

    def visit(self, browser: Browser, base: str, path: str, where: str, status: int = 200) -> None:
        """Loads a page and looks at it."""
        browser.resize(WIDTHS[-1])
        said = browser.open(base + path)
        # The console calls the page of an unknown address an error, which is what it should be.
        own = f"{base}{path} - Failed to load resource"
        self.report.each(where, "console", [line for line in said if status == 200 or own not in line])
        self.look(browser, where)

    def look(self, browser: Browser, where: str) -> None:
        """Looks at the page that is shown."""
        report = self.report
        html = browser.source()
        with self._lock:
            self.pages.append(Page(where, browser.status(), html))
        scripts = Links(html).scripts
        report.check(not scripts, where, "no-script", f"has {scripts} <script> element(s)")
        report.each(where, "axe", browser.accessibility())
        for width in WIDTHS:
            browser.resize(width)
            overflow = browser.overflow()
            report.check(not overflow, where, f"width {width}", overflow)
        said = browser.console()
        # Whatever was refused is called an error there, which it is.
        report.each(where, "console", [line for line in said if "Failed to load resource" not in line])
