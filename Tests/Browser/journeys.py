"""The journeys through the site, and the servers they are walked on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import journeys_access
import journeys_children
import journeys_keyboard
import journeys_programme
import journeys_sign_in
from browser import Browser
from looking import Looking
from person import Person, Stopped
from server import Server, serving
from work import Task

# Each with whether it is walked in the example area, or in an ordinary database that is empty at first. Every
# journey has a server of its own, so that none sees what another has changed. The long ones come first.
JOURNEYS: list[tuple[str, bool, Callable[[Server, Person], None]]] = [
    ("two months of the programme", True, journeys_programme.two_months),
    ("an approved date", True, journeys_programme.approved_date),
    ("add a child", True, journeys_children.add_child),
    ("security codes", False, journeys_sign_in.security_codes),
    ("invitation and password", False, journeys_sign_in.invitation),
    ("keyboard alone", True, journeys_keyboard.change_a_record),
    ("a form after the session's end", True, journeys_sign_in.lost_session),
    ("a page of several after the session's end", True, journeys_sign_in.lost_session_on_the_way),
    ("two people, one child", True, journeys_children.two_on_a_child),
    ("two people, one organisation", True, journeys_children.two_on_an_organisation),
    ("a parent", True, journeys_children.parent),
    ("an emergency and its review", True, journeys_access.emergency),
    ("two records made one, and taken apart", True, journeys_access.merging),
    ("a safeguarding mark", True, journeys_access.safeguarding),
    ("an adult around a child", True, journeys_access.adult),
    ("an emergency tried too often", True, journeys_access.emergency_slowed),
]


def journeys(program: Path, log: Callable[[str], Path], folder: Path, looking: Looking) -> list[Task]:
    """A task for each journey."""

    def act(name: str, example: bool, journey: Callable[[Server, Person], None], browser: Browser) -> None:
        with serving(program, log(name.replace(" ", "-")), example) as server:
            try:
                journey(server, Person(browser, server.base, name, looking, folder))
            except Stopped:
                pass  # the report has it

    return [Task(name, partial(act, name, example, journey)) for name, example, journey in JOURNEYS]
