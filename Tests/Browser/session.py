"""Somebody who asks the server without a browser: cookies kept, redirects followed."""

from __future__ import annotations

import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from email.message import Message
from html.parser import HTMLParser


@dataclass(frozen=True)
class Answer:
    """What the server sent, after redirects; status 0 where it sent nothing."""

    status: int
    headers: Message
    body: bytes
    address: str


class Session:
    """A visitor of one server."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            # Never by way of a proxy: all that is asked is on this machine.
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(self.jar),
        )

    def get(self, path: str) -> Answer:
        """Asks for a page."""
        return self._ask(path, None)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Sends a form."""
        return self._ask(path, urllib.parse.urlencode(fields).encode())

    def _ask(self, path: str, body: bytes | None) -> Answer:
        url = self.base + urllib.parse.quote(path, safe="/?&=%+:;,@!$'()*~-._")
        try:
            with self._opener.open(url, data=body, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read(), answer.geturl())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read(), error.geturl() or url)
        except OSError as error:
            failed = Message()
            failed["Content-Type"] = "text/plain"
            return Answer(0, failed, str(error).encode(), url)


@dataclass
class ShownForm:
    """A form of a page: where it goes, what it holds hidden, what it asks for, what its button says."""

    action: str
    method: str
    hidden: dict[str, str]
    asks: list[tuple[str, str]]
    words: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of what it asks for."""
        return tuple(sorted({name for name, _ in self.asks}))


class Forms(HTMLParser):
    """The forms of the main part of a page, in order."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.found: list[ShownForm] = []
        self._is_main = False
        self._open = False
        self.feed(html.decode("utf-8", errors="replace"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a form or a control of one."""
        values = {name: value or "" for name, value in attrs}
        if tag == "main":
            self._is_main = True
        elif tag == "form" and self._is_main:
            self._open = True
            self.found.append(ShownForm(values.get("action", ""), values.get("method", "get"), {}, []))
        elif self._open and tag in {"input", "select", "textarea"} and values.get("name"):
            kind = values.get("type", "text") if tag == "input" else tag
            if kind == "hidden":
                self.found[-1].hidden[values["name"]] = values.get("value", "")
            else:
                self.found[-1].asks.append((values["name"], kind))

    def handle_endtag(self, tag: str) -> None:
        """Ends a form, or the main part."""
        if tag == "form":
            self._open = False
        elif tag == "main":
            self._is_main = False

    def handle_data(self, data: str) -> None:
        """Gathers a form's words."""
        if self._open:
            self.found[-1].words += data


def demonstration_accounts(base: str) -> dict[str, str]:
    """The roles that a demonstration lets sign in with one click, each with the words of its button."""
    forms = Forms(Session(base).get("/sign-in").body).found
    return {
        form.words.split(":")[0].strip(): form.hidden["account"]
        for form in forms
        if form.action == "/sign-in/demonstration"
    }


def enter_demonstration(base: str, account: str) -> tuple[Session, Answer]:
    """Signs in with one click; gives the page that follows."""
    session = Session(base)
    forms = Forms(session.get("/sign-in").body).found
    token = next((form.hidden["token"] for form in forms if "token" in form.hidden), "")
    return session, session.post("/sign-in/demonstration", {"token": token, "account": account})
