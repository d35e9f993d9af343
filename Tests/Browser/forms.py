"""Every form sent empty and sent with nonsense: the answer must say what is wrong and keep what was typed."""

from __future__ import annotations

import time
from typing import Any

from browser import Browser
from kinds import structure
from looking import Looking

# Letters without end, marks that turn the writing round, a script, a day that no month has.
LONG = "Ⱥpple" * 2_000
TURNED = "Noor\u202eyawollaH"
SCRIPT = "<script>document.title = 'taken'</script>"
DATE = {"day": "31", "month": "2", "year": "2023"}

# The attempts, each with the texts that are typed in turn.
ATTEMPTS: dict[str, list[str]] = {
    "empty": [""],
    "endless": [LONG, SCRIPT],
    "turned": [TURNED, LONG],
    "script": [SCRIPT],
}

SECRET = ("password", "code")

CONTROLS = """
return [...document.querySelectorAll('main form')[arguments[0]].elements]
    .filter(control => control.name && control.type !== 'hidden' && control.tagName !== 'BUTTON')
    .map(control => ({ name: control.name,
        kind: control.tagName === 'INPUT' ? control.type : control.tagName.toLowerCase() }));
"""

SEND = """
const form = document.querySelectorAll('main form')[arguments[0]];
for (const [name, kind, value] of arguments[1]) {
    const controls = [...form.elements].filter(control => control.name === name);
    if (kind === 'radio' || kind === 'checkbox') {
        controls.forEach(control => { control.checked = false; });
        if (value) { controls[0].value = value; controls[0].checked = true; }
    } else if (kind === 'select') {
        controls[0].add(new Option(value, value));
        controls[0].value = value;
    } else {
        controls[0].value = value;
    }
}
form.requestSubmit();
"""

ANSWERED = """
const summary = document.querySelector('.error-summary');
const kept = {};
for (const control of document.querySelectorAll('main form input, main form textarea')) {
    if (!(control.name in kept) && !['hidden', 'radio', 'checkbox'].includes(control.type)) {
        kept[control.name] = control.value;
    }
}
return { title: document.title, heading: document.querySelector('h1')?.textContent ?? '', kept,
    summary: !!summary, focused: !!summary && document.activeElement === summary,
    links: summary ? [...summary.querySelectorAll('a')].map(link => link.getAttribute('href')) : [],
    lost: summary ? [...summary.querySelectorAll('a')].map(link => link.getAttribute('href'))
        .filter(target => !target.startsWith('#') || !document.getElementById(target.slice(1))) : [],
    items: summary ? summary.querySelectorAll('li').length : 0,
    taken: document.title === 'taken' };
"""


class FormTrial:
    """Tries the forms of one page."""

    def __init__(self, looking: Looking) -> None:
        self.looking = looking
        self.report = looking.report
        self.refused = 0
        self.taken = 0
        self._looked_at: set[tuple[str, str]] = set()

    def try_out(self, browser: Browser, url: str, place: int, where: str, is_search: bool) -> None:
        """Sends the form at a place in the main part of a page, once for each attempt."""
        is_shown = False
        for attempt, texts in ATTEMPTS.items():
            # A form that was refused is shown again, to be sent once more from there.
            if not is_shown:
                browser.open(url)
                status = browser.status()
                if not self.report.check(status == 200, where, "form", f"its page answers {status}"):
                    return
            typed = self._type(browser, place, texts)
            # Without a text there is nothing that could be wrong in these ways.
            if attempt in {"turned", "script"} and not any(_is_text(name, kind) for name, kind, _ in typed):
                continue
            browser.follow(lambda: browser.driver.execute_script(SEND, place, typed))
            if is_search:
                self._judge_search(browser, f"{where} asked {attempt}")
            else:
                self._judge(browser, f"{where} sent {attempt}", attempt, typed)
            is_shown = not is_search and browser.status() == 422

    def _type(self, browser: Browser, place: int, texts: list[str]) -> list[tuple[str, str, str]]:
        controls = browser.driver.execute_script(CONTROLS, place)
        typed: list[tuple[str, str, str]] = []
        turn = 0
        for control in controls:
            name, kind = str(control["name"]), str(control["kind"])
            # A script cannot give a browser a file; the Swift tests send them.
            if kind == "file" or any(name == done for done, _, _ in typed):
                continue
            part = name.rsplit("-", 1)[-1]
            if texts == [""]:
                value = ""
            elif kind in {"radio", "checkbox"} or kind.startswith("select"):
                # With the script alone everything else is left out, so that only it could be at fault.
                value = "" if texts == [SCRIPT] else "nonsense"
            elif part in DATE:
                value = DATE[part]
            else:
                value = texts[turn % len(texts)]
                turn += 1
            typed.append((name, "select" if kind.startswith("select") else kind, value))
        return typed

    def _judge(
        self, browser: Browser, where: str, attempt: str, typed: list[tuple[str, str, str]]
    ) -> None:
        if browser.status() == 200:
            # A script is a text like any other, where a text alone is asked for.
            self.taken += 1
            only_text = all(kind in {"text", "textarea"} or not value for _, kind, value in typed)
            self.report.check(
                attempt == "script" and only_text, where, "form", "was taken with nonsense in it"
            )
            self._not_taken_over(browser, where)
            return
        self.refused += 1
        # What is made of the same parts has been looked at.
        parts = (where.rsplit(" sent ", 1)[0], structure(browser.source()))
        judge_refusal(browser, self.looking, where, typed, closely=parts not in self._looked_at)
        self._looked_at.add(parts)

    def _judge_search(self, browser: Browser, where: str) -> None:
        """A search finds nothing, says what is wrong with what was asked, or says that it was too long."""
        status = browser.status()
        self.report.check(status in {200, 414, 422, 431}, where, "form", f"answers {status}")
        self._not_taken_over(browser, where)
        self.looking.look(browser, where)

    def _not_taken_over(self, browser: Browser, where: str) -> None:
        told = browser.driver.execute_script(ANSWERED)
        self.report.check(not told["taken"], where, "form", "a script that was typed has run")


def _is_text(name: str, kind: str) -> bool:
    """Whether words are typed there, and not a part of a date."""
    is_typed = kind in {"text", "textarea", "email", "tel", "search"}
    return is_typed and name.rsplit("-", 1)[-1] not in DATE


def judge_refusal(
    browser: Browser,
    looking: Looking,
    where: str,
    typed: list[tuple[str, str, str]],
    closely: bool = True,
) -> None:
    """Checks the page that answers a form with something wrong in it, and looks at it closely."""
    report = looking.report
    status = browser.status()
    if not report.check(status == 422, where, "form", f"answers {status} where 422 is right"):
        looking.look(browser, where)
        return
    told = _told(browser)
    if str(told["title"]).startswith("Not saved yet: "):
        # Another trial changed the thing meanwhile, which the page says instead.
        looking.look(browser, where)
        return
    report.check(
        str(told["title"]).startswith("Error: "), where, "form", f"the title is “{told['title'][:60]}”"
    )
    report.check(bool(told["summary"]), where, "form", "has no error summary")
    report.check(bool(told["focused"]), where, "form", "the error summary has not the focus")
    report.check(told["items"] > 0, where, "form", "the error summary names nothing")
    report.each(where, "form", [f"the error summary points at {target}" for target in told["lost"]])
    kept = told["kept"]
    for name, kind, value in typed:
        if kind in {"radio", "checkbox", "select"} or name not in kept:
            continue
        if kind == "password":
            report.check(kept[name] == "", where, "form", f"shows what was typed as {name}")
        elif not name.startswith(SECRET) or kept[name]:
            same = kept[name].replace("\r\n", "\n") == value
            report.check(
                same, where, "form", f"what was typed as {name} is not kept: “{kept[name][:30]}”"
            )
    if closely:
        looking.look(browser, where)


def _told(browser: Browser) -> dict[str, Any]:
    """What the page says; the browser puts the focus there a moment after loading."""
    deadline = time.monotonic() + 1
    while True:
        told = dict(browser.driver.execute_script(ANSWERED))
        if told["focused"] or not told["summary"] or time.monotonic() > deadline:
            return told
        time.sleep(0.02)
