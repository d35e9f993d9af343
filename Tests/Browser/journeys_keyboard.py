"""A whole journey by keyboard alone."""

from __future__ import annotations

from selenium.webdriver import ActionChains, Keys

from person import Person
from server import Server

# More than any page of the journey has to stop at.
MOST_STOPS = 120

FOCUSED = """
const element = document.activeElement, box = element.getBoundingClientRect();
const flat = text => text.replace(/\\s+/g, ' ').trim();
const drawn = style => [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
    style.backgroundColor, style.borderColor].join('|');
const here = drawn(getComputedStyle(element));
const twin = element.cloneNode(true);
twin.removeAttribute('id');
element.parentNode.insertBefore(twin, element.nextSibling);
const there = drawn(getComputedStyle(twin));
twin.remove();
return { name: element.name ?? '', words: flat(element.textContent),
    kind: element.tagName.toLowerCase(),
    seen: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0
        && box.left < innerWidth && box.top < innerHeight, marked: here !== there };
"""


class Keyboard:
    """Hands that never leave the keyboard."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.stops = 0

    def press(self, *keys: str) -> None:
        """Presses keys one after another."""
        ActionChains(self.person.browser.driver).send_keys(*keys).perform()

    def reach(self, words: str = "", name: str = "") -> None:
        """Presses Tab until the focus is where it is wanted; every stop must be seen to have it."""
        for _ in range(MOST_STOPS):
            self.press(Keys.TAB)
            self.stops += 1
            found = self.person.browser.driver.execute_script(FOCUSED)
            if found["kind"] == "body":
                continue
            what = f"“{(found['words'] or found['name'])[:40]}”"
            report, journey, at = self.person.looking.report, self.person.journey, self.person.at
            report.check(bool(found["seen"]), journey, "keyboard", f"{what} has the focus out of sight at {at}")
            report.check(bool(found["marked"]), journey, "keyboard", f"{what} does not show its focus at {at}")
            if words and found["words"].startswith(words) or name and found["name"] == name:
                return
        self.person.expect(False, f"Tab does not come to {words or name}")

    def enter(self) -> None:
        """Presses the return key, and waits for the page that follows."""
        self.person.browser.follow(lambda: self.press(Keys.ENTER))


def change_a_record(server: Server, person: Person) -> None:
    """Signs in, finds a child, records something after a mistake, looks at it, signs out."""
    keys = Keyboard(person)
    person.opens("/")
    keys.reach("Sign in")
    keys.enter()
    keys.reach("SEND officer: sign in as")
    keys.enter()
    person.arrives("/children")
    keys.reach(name="q")
    keys.press("halloway")
    keys.enter()
    keys.reach("Halloway, Noor")
    keys.enter()
    record = person.at
    keys.reach("Record sex, ethnicity and language")
    keys.enter()
    keys.reach(name="language")
    keys.press("Welsh")
    # Sent without its day: the focus is then on what is wrong, whose link leads to the field.
    keys.enter()
    person.is_refused("no day", "There is a problem", language="Welsh")
    keys.reach("Enter")
    keys.press(Keys.ENTER)
    focused = person.browser.driver.execute_script("return document.activeElement.name")
    person.expect(focused == "from-day", f"the link in the summary leads to {focused}")
    keys.press("1", Keys.TAB, "9", Keys.TAB, "2024")
    keys.enter()
    person.arrives(record)
    person.sees("Welsh")
    keys.reach("Record an adult")
    keys.enter()
    keys.reach(name="adult")
    # Choices are moved between by arrow and taken by space.
    keys.press(Keys.SPACE, Keys.ARROW_DOWN)
    chosen = person.browser.driver.execute_script("return document.activeElement.checked")
    person.expect(bool(chosen), "an arrow does not choose the next answer")
    keys.reach("Cancel")
    keys.enter()
    person.arrives(record)
    keys.reach("Sign out")
    keys.enter()
    person.sees("You have signed out")
