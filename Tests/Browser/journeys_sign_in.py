"""Journeys by which people come in: invitation, password, security codes, a session that ended."""

from __future__ import annotations

import re
import time

from person import Person, code_of_moment
from server import Server
from session import Session

PASSWORD = "three plain words"
ANOTHER = "four other plain words"


def _choose_password(person: Person, link: str, password: str) -> None:
    person.opens(link)
    person.sees("Choose a password")
    person.types(password=password, password_again=password)
    person.presses("Save password")
    person.arrives("/sign-in")
    person.sees("Your password is saved: sign in with it")


def invitation(server: Server, person: Person) -> None:
    """A link that a scanner opens first, a password, a wrong one, and too many wrong ones."""
    link = server.add_user("Ffion O’Neill-Brân", "ffion@example.org", "parent")
    for _ in range(2):
        scanned = Session(server.base).get(link)
        person.expect(scanned.status == 200, f"a link that was only opened answers {scanned.status}")
    person.opens(link)
    person.sees("Ffion O’Neill-Brân, this is for your account ffion@example.org")
    person.looks("the invitation")
    person.presses("Save password")
    person.is_refused("no password", "Choose a password")
    person.types(password="short", password_again="short")
    person.presses("Save password")
    person.is_refused("a short password", "Your password")
    person.types(password=PASSWORD, password_again=ANOTHER)
    person.presses("Save password")
    person.is_refused("two passwords", "The two passwords are not the same")
    _choose_password(person, link, PASSWORD)
    person.looks("password chosen")

    person.opens(link)
    person.arrives(link, 410)
    person.sees("It has been used")
    person.looks("the link a second time")
    again = Session(server.base)
    person.expect(again.get(link).status == 410, "a used link works for somebody else")

    person.opens("/sign-in")
    person.presses("Sign in")
    person.is_refused("nothing typed", "Enter your email address")
    person.signs_in("ffion@example.org", ANOTHER)
    person.is_refused(
        "a wrong password", "The email address or the password is not right", address="ffion@example.org"
    )
    person.expect(person.value("password") == "", "a wrong password is shown again")
    person.signs_in("nobody@example.org", ANOTHER)
    person.sees("The email address or the password is not right")
    person.signs_in(" Ffion@Example.org ", PASSWORD)
    person.sees("Sign out")
    person.arrives("/my-child")
    person.looks("a parent without a child")
    person.opens("/account")
    person.looks("the account")
    _change_password(person)
    person.signs_in("ffion@example.org", ANOTHER)
    person.presses("Sign out")
    person.sees("You have signed out")
    person.looks("signed out")
    person.opens("/my-child")
    person.arrives("/sign-in")
    _lock_out(person)


def _change_password(person: Person) -> None:
    person.follows("Change your password")
    person.types(password=ANOTHER, password_new=ANOTHER, password_again=ANOTHER)
    person.presses("Change password")
    person.is_refused("a wrong present password", "Your present password is not right")
    person.types(password=PASSWORD, password_new=ANOTHER, password_again=ANOTHER)
    person.presses("Change password")
    person.arrives("/sign-in")
    person.sees("Your password is saved: sign in with it")
    person.sees_not("Sign out")
    person.signs_in("ffion@example.org", PASSWORD)
    person.sees("The email address or the password is not right")


def _lock_out(person: Person) -> None:
    # The fifth failure in a row is the first that has to be waited for.
    for _ in range(5):
        person.signs_in("ffion@example.org", "not my password")
        person.sees("The email address or the password is not right")
    person.signs_in("ffion@example.org", ANOTHER)
    person.is_refused("locked out", "There were too many attempts. Wait a minute", address="ffion@example.org")


def security_codes(server: Server, person: Person) -> None:
    """An administrator sets up security codes, signs in with them, and lets somebody else in."""
    link = server.add_user("Rowan Example", "rowan@example.org", "administrator")
    _choose_password(person, link, PASSWORD)
    person.signs_in("rowan@example.org", PASSWORD)
    person.arrives("/sign-in/second-factor")
    person.looks("security codes set up", "second-factor")
    person.opens("/admin/accounts")
    person.arrives("/sign-in/second-factor")
    key, codes = _set_up(person)
    person.looks("recovery codes")
    person.follows("I have kept them: continue")
    # To the page that was asked for on the way here.
    person.arrives("/admin/accounts")
    _sign_in_with_codes(person, key, codes)
    _let_somebody_in(server, person)


def _set_up(person: Person) -> tuple[str, list[str]]:
    person.types(code="12345")
    person.presses("Confirm")
    person.is_refused("five digits", "must be 6 digits")
    key = _key(person)
    wrong = f"{(int(code_of_moment(key)) + 1) % 1_000_000:06}"
    person.types(code=wrong)
    person.presses("Confirm")
    person.is_refused("a wrong code", "The code is not right")
    key = _key(person)
    # The code before the present one leaves two later ones to sign in with; it must not grow too old here.
    while time.time() % 30 > 24:
        time.sleep(0.2)
    person.types(code=code_of_moment(key, -1))
    person.presses("Confirm")
    person.sees("Keep your recovery codes")
    script = "return [...document.querySelectorAll('ul.codes li')].map(item => item.textContent)"
    codes = [str(code) for code in person.browser.driver.execute_script(script)]
    person.expect(len(set(codes)) == len(codes) >= 8, f"there are {len(codes)} recovery codes")
    return key, codes


def _key(person: Person) -> str:
    found = re.search(r"Key: ((?:[A-Z2-7]{4} ?)+)", person.text)
    person.expect(found is not None, "shows no key to type")
    return found.group(1).strip() if found else ""


def _sign_in_with_codes(person: Person, key: str, codes: list[str]) -> None:
    def begin() -> None:
        person.presses("Sign out")
        person.signs_in("rowan@example.org", PASSWORD)
        person.arrives("/sign-in/code")

    begin()
    person.looks("the code is asked for")
    person.opens("/admin/accounts")
    person.arrives("/sign-in/code")
    person.presses("Continue")
    person.is_refused("no code", "Enter")
    used = code_of_moment(key, 0)
    person.types(code=used)
    person.presses("Continue")
    person.arrives("/admin/accounts")
    begin()
    person.types(code=used)
    person.presses("Continue")
    person.is_refused("a code used before", "The code is not right, or it was used already")
    person.types(code=codes[0])
    person.presses("Continue")
    person.arrives("/admin/accounts")
    begin()
    person.types(code=codes[0])
    person.presses("Continue")
    person.is_refused("a recovery code used before", "The code is not right, or it was used already")
    person.types(code=code_of_moment(key, 1))
    person.presses("Continue")
    person.arrives("/admin/accounts")
    person.opens("/account")
    person.sees(f"Set up; {len(codes) - 1} recovery codes left")
    person.looks("the account with security codes")


def _let_somebody_in(server: Server, person: Person) -> None:
    person.opens("/admin/organisations/new")
    person.ticks("kind", "school")
    person.types(name="St Example’s School")
    person.presses("Add organisation")
    person.sees("St Example’s School")
    person.looks("an organisation added")
    person.opens("/admin/accounts")
    person.follows("Open an account")
    person.types(name="Bex Example", address="bex@example.org")
    person.chooses("role", "SENCO")
    person.chooses("organisation", "St Example’s School (School)")
    person.presses("Open account")
    person.sees("Bex Example")
    person.sees("Not chosen yet")
    person.looks("an account opened")
    person.presses("Give an invitation link")
    person.sees("A link for Bex Example")
    person.looks("a link given", "link-given")
    found = re.search(r"/links/[0-9a-z]+", person.text)
    person.expect(found is not None, "shows no link")
    person.opens("/admin/accounts/new")
    person.types(name="Bex Other", address="BEX@example.org")
    person.chooses("role", "SENCO")
    person.presses("Open account")
    person.is_refused("an address taken", "address", name="Bex Other", address="BEX@example.org")
    person.presses("Sign out")
    _choose_password(person, found.group(0) if found else "", ANOTHER)
    person.signs_in("bex@example.org", ANOTHER)
    person.arrives("/sign-in/second-factor")


def lost_session(server: Server, person: Person) -> None:
    """What was typed while the session ended is there after signing in again, and the page says so."""
    person.enters_as("Administrator")
    person.opens("/admin/organisations/new")
    name = "Wold View <School> & Nursery’s “Annexe”"
    person.ticks("kind", "school")
    person.types(name=name, **{"register-code": "990017"})
    person.chooses("register", "URN: schools and colleges")
    person.dates("opened", "31", "2", "2023")
    server.age_sessions()
    person.presses("Add organisation")
    person.arrives("/sign-in")
    person.sees_not("Sign out")
    person.looks("sign in again")
    person.presses("Administrator: sign in as")
    person.arrives("/admin/organisations/new")
    person.sees("What you typed is kept")
    person.looks("the form with what was typed", "kept")
    for field, value in [("name", name), ("opened-day", "31"), ("opened-year", "2023"), ("register-code", "990017")]:
        kept = person.value(field)
        person.looking.report.check(
            kept == value, person.journey, "journey", f"{field} was “{value}” and is “{kept}”"
        )
    person.presses("Add organisation")
    person.is_refused("sent with a day that is not", "must be a real date", name=name)
    person.types(**{"register-code": "990017"})
    person.dates("opened", "28", "2", "2023")
    person.presses("Add organisation")
    person.sees(name)
    person.opens("/admin/organisations/new?kept=1")
    person.sees_not("What you typed is kept")
    person.expect(person.value("name") == "", "a draft that was used is there again")


def lost_session_on_the_way(server: Server, person: Person) -> None:
    """The same on the third page of a way of several, where an hour is soon gone."""
    person.enters_as("SEND officer")
    person.opens("/children/new")
    person.types(forenames="Zoë", surname="d’Ørsted")
    person.presses("Continue")
    person.types(nhs="999 000 0115", source="Letter of the family")
    server.age_sessions()
    person.presses("Continue")
    person.arrives("/sign-in")
    person.presses("SEND officer: sign in as")
    person.sees("What you typed is kept")
    person.expect(person.heading == "Numbers", f"is on “{person.heading}”, not on “Numbers”")
    person.expect(person.value("source") == "Letter of the family", "what was typed is lost")
    person.looks("the page with what was typed")
    person.presses("Continue")
    person.expect(person.heading == "Address", f"“{person.heading}” follows, not “Address”")
    person.ticks("address-known", "no")
    person.presses("Continue")
    person.presses("Continue")
    person.chooses("team", "SEND team North")
    person.presses("Continue")
    person.sees("Zoë d’Ørsted")
