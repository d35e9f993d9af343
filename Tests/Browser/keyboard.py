"""What a person without a mouse meets first."""

from __future__ import annotations

from typing import Any

from selenium.webdriver import ActionChains, Keys

from browser import Browser
from report import Report

SKIP = "Skip to main content"

FOCUSED = """
const element = document.activeElement, box = element.getBoundingClientRect();
return { text: element.textContent.trim(), main: !!element.closest('main'),
         seen: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0
             && box.left < innerWidth && box.top < innerHeight };
"""


def check_skip_link(browser: Browser, base: str, path: str, report: Report) -> None:
    """The first Tab shows the way past the header, and it leads there."""
    browser.resize(1280)
    browser.open(base + path)
    first = _press(browser, Keys.TAB)
    named = first["text"] == SKIP
    report.check(named, path, "keyboard", f"the first Tab reaches “{first['text'][:60]}”, not “{SKIP}”")
    if not named:
        return
    report.check(first["seen"], path, "keyboard", f"“{SKIP}” has the focus and cannot be seen")
    then = _press(browser, Keys.ENTER)
    # Where main itself takes no focus, the next Tab must still be inside it.
    inside = then["main"] or _press(browser, Keys.TAB)["main"]
    report.check(inside, path, "keyboard", f"“{SKIP}” does not move the focus to main")


def _press(browser: Browser, key: str) -> dict[str, Any]:
    ActionChains(browser.driver).send_keys(key).perform()
    return dict(browser.driver.execute_script(FOCUSED))
