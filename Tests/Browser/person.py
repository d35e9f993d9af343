"""Somebody who goes through the site, and what is expected to happen to them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from pathlib import Path

from selenium.common.exceptions import ElementNotInteractableException, WebDriverException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from browser import Browser
from forms import judge_refusal
from looking import WIDTHS, Looking
from pictures import picture

# By its words as a reader hears them, whatever the spaces between: those alone, or else those first.
FIND = """
const flat = text => text.replace(/\\s+/g, ' ').trim();
const all = [...document.querySelectorAll(arguments[0])];
return all.find(element => flat(element.textContent) === arguments[1])
    ?? all.find(element => flat(element.textContent).startsWith(arguments[1])) ?? null;
"""


class Stopped(Exception):
    """What was expected did not happen; the report says what, and the journey ends there."""


class Person:
    """Somebody with a browser of their own on a journey of a given name."""

    def __init__(
        self, browser: Browser, base: str, journey: str, looking: Looking, pictures: Path | None = None
    ) -> None:
        self.browser = browser
        self.base = base
        self.journey = journey
        self.looking = looking
        self._pictures = pictures
        browser.resize(WIDTHS[-1])

    # What is expected

    def expect(self, good: bool, what: str) -> None:
        """Ends the journey unless something is as it should be."""
        if not self.looking.report.check(good, self.journey, "journey", f"{what} (at {self.at})"):
            raise Stopped

    def sees(self, words: str) -> None:
        """Expects words on the page."""
        self.expect(words in self.text, f"“{words}” is not on the page “{self.heading}”")

    def sees_not(self, words: str) -> None:
        """Expects that words are not on the page."""
        self.expect(words not in self.text, f"“{words}” is on the page “{self.heading}”")

    def arrives(self, path: str, status: int = 200) -> None:
        """Expects to be at a path."""
        good = self.at == path and self.browser.status() == status
        self.expect(good, f"is not at {path} with {status} but with {self.browser.status()}")

    def is_refused(self, state: str, words: str, picture_name: str | None = None, **typed: str) -> None:
        """Expects a form to come back with a problem in these words and what was typed still in it."""
        self.expect(self.browser.status() == 422, f"is answered {self.browser.status()} where 422 is right")
        self.sees(words)
        fields = [(name.replace("_", "-"), "text", value) for name, value in typed.items()]
        judge_refusal(self.browser, self.looking, f"{self.journey}: {state}", fields)
        self._photograph(picture_name)

    def looks(self, state: str, name: str | None = None) -> None:
        """Looks closely at the page as it is, and takes a picture of it where a name is given."""
        self.looking.look(self.browser, f"{self.journey}: {state}")
        self._photograph(name)

    def _photograph(self, name: str | None) -> None:
        if name and self._pictures:
            picture(self.browser, self._pictures, name, self.looking.report, self.at)
        self.browser.resize(WIDTHS[-1])

    # What is there

    @property
    def at(self) -> str:
        """The path of the page, without its query."""
        return self.browser.driver.current_url.removeprefix(self.base).split("?")[0].split("#")[0]

    @property
    def heading(self) -> str:
        """The page's heading."""
        return str(self.browser.driver.execute_script("return document.querySelector('h1')?.textContent ?? ''"))

    @property
    def text(self) -> str:
        """All words of the page, those for screen readers too, with single spaces."""
        script = "return document.body.textContent.replace(/\\s+/g, ' ')"
        return str(self.browser.driver.execute_script(script))

    def value(self, name: str) -> str:
        """What stands in a field."""
        return str(self._field(name).get_property("value"))

    def _field(self, name: str) -> WebElement:
        selector = f"main form [name='{name}']:not([type=hidden])"
        found = self.browser.driver.find_elements(By.CSS_SELECTOR, selector)
        self.expect(bool(found), f"there is no field {name} on “{self.heading}”")
        return found[0]

    def _find(self, kinds: str, words: str) -> WebElement:
        found = self.browser.driver.execute_script(FIND, kinds, words)
        self.expect(found is not None, f"there is no “{words}” on “{self.heading}”")
        return found

    # What they do

    def opens(self, path: str) -> None:
        """Types an address."""
        self.browser.open(self.base + path)

    def follows(self, words: str) -> None:
        """Follows a link by its words."""
        link = self._find("a", words)
        self._act(link)

    def presses(self, words: str) -> None:
        """Presses a button by its words."""
        self._act(self._find("button", words))

    def _act(self, element: WebElement) -> None:
        try:
            self.browser.follow(lambda: self._click(element))
        except WebDriverException as error:
            self.expect(False, f"nothing came of it: {error.msg}")

    def _click(self, element: WebElement) -> None:
        try:
            element.click()
        except ElementNotInteractableException:
            # The driver takes what is in a closed `details` for hidden, also where the style shows it; a mouse
            # finds it only where it can be seen.
            ActionChains(self.browser.driver).move_to_element(element).click().perform()

    def types(self, **fields: str) -> None:
        """Types into fields, by their names with `_` for `-`."""
        for name, text in fields.items():
            field = self._field(name.replace("_", "-"))
            field.clear()
            field.send_keys(text)

    def dates(self, name: str, day: str, month: str, year: str) -> None:
        """Types a day."""
        self.types(**{f"{name}-day": day, f"{name}-month": month, f"{name}-year": year})

    def ticks(self, name: str, value: str) -> None:
        """Chooses an answer by its value."""
        selector = f"main form [name='{name}'][value='{value}']"
        found = self.browser.driver.find_elements(By.CSS_SELECTOR, selector)
        self.expect(bool(found), f"there is no answer {value} to {name}")
        found[0].click()

    def chooses(self, name: str, words: str) -> None:
        """Chooses from a list by words."""
        Select(self._field(name)).select_by_visible_text(words)

    def enters_as(self, role: str) -> None:
        """Signs in to a demonstration with one click."""
        self.opens("/sign-in")
        self.presses(f"{role}: sign in as")

    def signs_in(self, address: str, password: str) -> None:
        """Signs in with a password."""
        self.opens("/sign-in")
        self.types(address=address, password=password)
        self.presses("Sign in")


def code_of_moment(key: str, steps: int = 0) -> str:
    """The six digits that an authenticator app shows for a key (RFC 6238), some steps from now."""
    secret = base64.b32decode(key.replace(" ", ""))
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    mac = hmac.digest(secret, counter, hashlib.sha1)
    start = mac[-1] & 15
    number = struct.unpack(">I", mac[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
