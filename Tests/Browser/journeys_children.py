"""Journeys around a child's record: adding one, two people on one thing, what a parent sees."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from browser import Browser
from person import Person
from server import Server


def add_child(server: Server, person: Person) -> None:
    """An officer adds a child: all pages, what is wrong on them, possible matches, a change, sent twice."""
    person.enters_as("SEND officer")
    person.arrives("/children")
    person.follows("Add a child")
    person.looks("who the child is")
    person.presses("Continue")
    person.is_refused("nobody", "Enter forenames")
    person.types(forenames="Noor", surname="Halloway")
    person.dates("born", "31", "2", "2015")
    person.presses("Continue")
    person.is_refused("a day that is not", "must be a real date", "error-form", forenames="Noor", born_day="31")
    person.dates("born", "12", "3", "2015")
    person.presses("Continue")

    person.sees("Records that may be of the same child")
    person.sees("Noor Halloway")
    person.looks("possible matches", "add-child-matches")
    person.presses("Continue")
    person.is_refused("not looked at", "I have looked: it is none of these children")
    person.ticks("none-of-them", "yes")
    person.presses("Continue")

    person.looks("numbers")
    person.types(nhs="999 000 0001")
    person.presses("Continue")
    person.is_refused("a wrong number", "NHS number", nhs="999 000 0001")
    person.types(nhs="999 000 0115")
    person.presses("Continue")

    person.looks("address")
    person.presses("Continue")
    person.is_refused("address or none", "address")
    person.ticks("address-known", "yes")
    person.presses("Continue")
    person.is_refused("an address without lines", "Enter")
    _fill_address(person)
    person.presses("Continue")

    person.looks("school or setting")
    person.chooses("setting", "Arden Hill Primary School")
    person.presses("Continue")
    person.is_refused("a school without a day", "Enter the first day there")
    person.dates("setting-from", "2", "September", "2024")
    person.presses("Continue")

    person.looks("team")
    person.presses("Continue")
    person.is_refused("no team", "SEND team")
    person.chooses("team", "SEND team North")
    person.presses("Continue")
    _check_answers(person)


# What a form holds, and sending it once more as it was: the button pressed twice, or the page gone back to.
FIELDS = "return [...new FormData(document.querySelector('main form')).entries()];"
AGAIN = """
const form = document.createElement('form');
form.method = 'post';
form.action = '/children/new/record';
for (const [name, value] of arguments[0]) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
}
document.body.append(form);
form.submit();
"""


def _send_again(person: Person, fields: list[list[str]]) -> None:
    person.browser.follow(lambda: person.browser.driver.execute_script(AGAIN, fields))


def _fill_address(person: Person) -> None:
    person.types(line_1="7 Mill Lane", town="Coldbrook", postcode="qz11aa")
    person.ticks("withheld", "no")
    person.dates("address-from", "1", "1", "2020")


def _check_answers(person: Person) -> None:
    for words in ["Noor Halloway", "12 March 2015", "9990000115", "7 Mill Lane", "QZ1 1AA", "SEND team North"]:
        person.sees(words)
    person.looks("check answers", "add-child-check")
    person.presses("Change: Who the child is")
    person.expect(person.value("surname") == "Halloway", "the surname is lost on the way back")
    person.types(known_as="Nou")
    person.presses("Continue")
    person.sees("known as Nou")
    sent = person.browser.driver.execute_script(FIELDS)
    person.presses("Add child")
    person.sees("Noor Halloway")
    person.expect(person.at.startswith("/children/"), "does not show the record")
    record = person.at
    person.looks("the record added")
    _send_again(person, sent)
    person.expect(person.at == record, f"a form sent twice leads to {person.at}, not to the record it added")
    person.opens("/children?q=9990000115")
    person.sees("1 child")


def parent(server: Server, person: Person) -> None:
    """An officer opens a record; the parent sees the record, and that somebody of that role looked at it."""
    person.enters_as("SEND officer")
    person.opens("/children?q=Noor")
    person.follows("Halloway, Noor")
    record = person.at
    person.presses("Sign out")
    person.enters_as("Parent or carer")
    person.arrives(record if person.at == record else "/my-child")
    person.sees("Noor")
    person.looks("my child", "my-child")
    if person.at != record:
        person.follows("Halloway, Noor")
    person.sees_not("Record a")
    person.follows("See who looked at this record")
    person.sees("SEND officer")
    person.sees("SEND team North")
    person.sees_not("Rhys")
    person.looks("who looked", "who-looked")
    # The records of others do not exist for them, nor does any way to change.
    for path in ["/children/new", "/admin/accounts", record + "/change/name", record + "/history"]:
        person.opens(path)
        person.arrives(path, 404)
    person.looks("what is not theirs")
    person.opens("/account")
    person.presses("Sign out")
    # The data protection officer sees the name too.
    person.enters_as("Data protection officer")
    person.opens("/admin/reads")
    person.types(account="officer@example.org")
    person.presses("Show reads")
    person.sees("Rhys Calder")
    person.sees("1 opened")
    person.looks("who read what", "reads")


@contextlib.contextmanager
def _second(person: Person) -> Iterator[Person]:
    """Another person at another computer."""
    with contextlib.closing(Browser()) as browser:
        yield Person(browser, person.base, person.journey, person.looking)


def two_on_a_child(server: Server, person: Person) -> None:
    """The second of two who change a child's name is shown the first's change and keeps their own words."""
    person.enters_as("SEND officer")
    person.opens("/children?q=Noor")
    person.follows("Halloway, Noor")
    record = person.at
    person.opens(record + "/change/name")
    person.types(forenames="Noor Amina", surname="Halloway-Reed")
    person.dates("from", "1", "9", "2024")
    with _second(person) as other:
        other.enters_as("SEND manager")
        other.opens(record + "/change/name")
        other.types(forenames="Noor", surname="Reed")
        other.dates("from", "2", "9", "2024")
        other.presses("Save")
        other.arrives(record)
        other.sees("Reed")
    person.presses("Save")
    person.expect(person.browser.status() == 422, f"is answered {person.browser.status()} where 422 is right")
    person.sees("This was changed while you were typing")
    person.sees("Imani Farrow")
    person.sees("Noor Reed")
    person.expect(person.value("forenames") == "Noor Amina", "their own words are lost")
    person.expect(person.value("surname") == "Halloway-Reed", "their own words are lost")
    person.looks("changed meanwhile", "changed-meanwhile")
    person.presses("Save")
    person.arrives(record)
    person.sees("Noor Amina Halloway-Reed")


def two_on_an_organisation(server: Server, person: Person) -> None:
    """The same with the name of an organisation."""
    person.enters_as("Administrator")
    person.opens("/admin/organisations")
    person.follows("Coldbrook Academy")
    page = person.at
    person.opens(page + "/name")
    person.types(name="Coldbrook Free School")
    person.dates("from", "1", "9", "2024")
    with _second(person) as other:
        other.enters_as("SEND manager")
        other.opens(page + "/name")
        other.types(name="Cold Brook Academy")
        other.dates("from", "1", "9", "2024")
        other.presses("Save new name")
        other.arrives(page)
    person.presses("Save new name")
    person.expect(
        person.browser.status() == 422, "the second change of a name goes over the first without a word"
    )
    person.sees("Cold Brook Academy")
    person.expect(person.value("name") == "Coldbrook Free School", "their own words are lost")
    person.looks("changed meanwhile")
