"""Which pages are of one kind, so that one of each need be looked at closely."""

from __future__ import annotations

import hashlib
import re
import urllib.parse
from html.parser import HTMLParser

_IDENTIFIER = re.compile(r"^[0-9a-z]{26}$")
_INDICATOR = re.compile(r"^K[0-9]{3}$")
_SECRET = re.compile(r"^[0-9a-z]{52}$")


def kind_of(address: str) -> str:
    """The address with a `*` for each random part and each indicator; of a query, its names alone."""
    url = urllib.parse.urlsplit(address)
    random = (_IDENTIFIER, _SECRET, _INDICATOR)
    parts = ["*" if any(one.match(p) for one in random) else p for p in url.path.split("/")]
    names = sorted({name for name, _ in urllib.parse.parse_qsl(url.query, keep_blank_values=True)})
    return "/".join(parts) + ("?" + "&".join(names) if names else "")


class _Structure(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self._is_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_main = self._is_main or tag == "main"
        if self._is_main:
            told = {name: value for name, value in attrs if name in {"class", "type", "role", "name"}}
            self.elements.add(f"{tag} {sorted(told.items())}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._is_main = False


def structure(html: bytes) -> str:
    """What a page's main part is made of, whatever it says: a code, equal for equal parts."""
    parser = _Structure()
    parser.feed(html.decode("utf-8", errors="replace"))
    return hashlib.sha256("\n".join(sorted(parser.elements)).encode()).hexdigest()
