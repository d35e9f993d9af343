"""One headless Chromium, by its driver."""

from __future__ import annotations

import base64
import http.cookiejar
import os
import shutil
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

SWITCHES = [
    "--headless=new",
    # Containers and build machines run as root, where Chromium's own sandbox cannot.
    "--no-sandbox",
    # A small /dev/shm ends the browser in the middle of a page.
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # A page that wants anything from elsewhere does not get it, here as in a locked-down office.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN_AXE = """
return axe.run(document, { runOnly: { type: 'tag', values: arguments[0] }, resultTypes: ['violations'] })
    .then(result => result.violations.map(rule => rule.id + ' (' + rule.help + ') '
        + rule.nodes.slice(0, 5).map(node =>
            'at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')).join('; ')
        + (rule.nodes.length > 5 ? '; and at ' + (rule.nodes.length - 5) + ' more' : '')));
"""

# The elements that stick out furthest, to say where to look.
OVERFLOW = """
const root = document.documentElement;
if (root.scrollWidth <= root.clientWidth) return '';
const out = [...document.body.querySelectorAll('*')]
    .map(element => [element.getBoundingClientRect().right, element])
    .filter(([right, _]) => right > root.clientWidth + 0.5)
    .sort((a, b) => b[0] - a[0]).slice(0, 3)
    .map(([right, element]) => element.tagName.toLowerCase()
        + (element.className ? '.' + element.getAttribute('class').trim().split(/\\s+/).join('.') : '')
        + ' reaches ' + Math.round(right));
return 'the page is ' + root.scrollWidth + ' wide; ' + out.join(', ');
"""

READY = "return document.readyState;"
STATUS = "return performance.getEntriesByType('navigation')[0].responseStatus;"

# Chromium draws no picture taller than this.
TALLEST = 16000


class Browser:
    """A browser that can be told its width, asked for axe's verdict, and photographed."""

    def __init__(self) -> None:
        options = Options()
        options.binary_location = _command("CHROMIUM", "chromium")
        for switch in SWITCHES:
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = Chrome(options=options, service=Service(_command("CHROMEDRIVER", "chromedriver")))
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(60)
        # A scroll bar would take from the width that is being tried; phones draw none.
        self.cdp("Emulation.setScrollbarsHidden", hidden=True)
        axe = Path(sysconfig.get_path("purelib")) / "axe_playwright_python" / "axe.min.js"
        if not axe.exists():
            sys.exit(f"The accessibility rules are not where they should be: {axe}")
        # So that what the server sent can be had as it was sent.
        self.cdp("Network.enable")
        # By DevTools, not by the page: the site's own policy lets no script of a page run. Once for all pages,
        # because sending half a megabyte to each takes longer than what it finds out.
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source=axe.read_text(encoding="utf-8"))

    def cdp(self, command: str, **arguments: object) -> Any:
        """Sends one command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(command, arguments)

    def resize(self, width: int, height: int = 900) -> None:
        """Gives the page a window of this size, without a new window."""
        self.cdp(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def open(self, url: str) -> list[str]:
        """Loads a page and gives what the console says is wrong with it."""
        self.driver.get_log("browser")
        self.driver.get(url)
        return self.console()

    def loaded(self) -> str:
        """A word for the page that is shown, another for each page loaded."""
        return str(self.cdp("Page.getFrameTree")["frameTree"]["frame"]["loaderId"])

    def follow(self, act: Callable[[], object]) -> None:
        """Does what leads to another page, and waits for that."""
        before = self.loaded()
        act()
        deadline = time.monotonic() + 20
        while self.loaded() == before or self.driver.execute_script(READY) != "complete":
            if time.monotonic() > deadline:
                raise TimeoutException("no other page came")
            time.sleep(0.01)

    def status(self) -> int:
        """The status with which the page came."""
        return int(self.driver.execute_script(STATUS))

    def source(self) -> bytes:
        """The page as the server sent it."""
        body = self.cdp("Network.getResponseBody", requestId=self.loaded())
        return base64.b64decode(body["body"]) if body["base64Encoded"] else str(body["body"]).encode()

    def forget(self) -> None:
        """Becomes a browser that has been nowhere."""
        self.cdp("Network.clearBrowserCookies")

    def take_on(self, base: str, jar: http.cookiejar.CookieJar) -> None:
        """Becomes the browser of somebody whose cookies these are."""
        self.forget()
        for cookie in jar:
            self.cdp("Network.setCookie", name=cookie.name, value=cookie.value, url=base, httpOnly=True)

    def console(self) -> list[str]:
        """The errors and warnings in the console since it was last asked."""
        entries = self.driver.get_log("browser")
        return [str(entry["message"]) for entry in entries if entry["level"] in {"SEVERE", "WARNING"}]

    def accessibility(self) -> list[str]:
        """What axe finds wrong, one line for each rule."""
        return list(self.driver.execute_script(RUN_AXE, AXE_TAGS))

    def overflow(self) -> str:
        """What makes the page scroll sideways, or nothing."""
        return str(self.driver.execute_script(OVERFLOW))

    def picture(self) -> bytes:
        """The whole page as a PNG, however tall."""
        size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], TALLEST), "scale": 1}
        shot = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(shot["data"])

    def close(self) -> None:
        """Ends the browser."""
        self.driver.quit()


def _command(variable: str, name: str) -> str:
    """The path of a command, which an environment variable may name instead."""
    wanted = os.environ.get(variable, name)
    found = shutil.which(wanted)
    if found is None:
        sys.exit(f"There is no {wanted} here; Scripts/packages.sh test installs it")
    return found
