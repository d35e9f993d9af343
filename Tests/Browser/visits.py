"""What is checked on every page in a browser, by several browsers at once."""

from __future__ import annotations

import queue
import threading

from selenium.common.exceptions import WebDriverException

from browser import Browser
from crawl import Page
from report import Report

# The narrowest that WCAG asks for (1.4.10), a usual phone, a usual desk.
WIDTHS = [320, 390, 1280]

BROWSERS = 2


def visit_all(base: str, pages: list[Page], report: Report) -> None:
    """Shares the pages out between the browsers."""
    waiting: queue.SimpleQueue[Page] = queue.SimpleQueue()
    for page in pages:
        waiting.put(page)
    failures: list[BaseException] = []

    def work() -> None:
        try:
            _work(base, waiting, report)
        except BaseException as error:  # handed to the caller: a thread's own exit would go unseen
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(BROWSERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _work(base: str, waiting: queue.SimpleQueue[Page], report: Report) -> None:
    browser = Browser()
    try:
        while True:
            try:
                page = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                _visit(browser, base, page, report)
            except WebDriverException as error:
                report.check(False, page.path, "browser", str(error.msg))
    finally:
        browser.close()


def _visit(browser: Browser, base: str, page: Page, report: Report) -> None:
    browser.resize(WIDTHS[-1])
    said = browser.open(base + page.path)
    # The console calls the page of an unknown address an error, which is what it should be.
    own = f"{base}{page.path} - Failed to load resource"
    report.each(page.path, "console", [line for line in said if page.status == 200 or own not in line])
    report.each(page.path, "axe", browser.accessibility())
    for width in WIDTHS:
        browser.resize(width)
        overflow = browser.overflow()
        report.check(not overflow, page.path, f"width {width}", overflow)
    report.each(page.path, "console", browser.console())
