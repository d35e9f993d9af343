"""Journeys around who may see a child's record: an emergency, two records made one, a safeguarding mark."""

from __future__ import annotations

from person import Person
from server import Server


def _finds(person: Person, words: str, name: str) -> str:
    """Searches for a child, opens its record and gives the record's path."""
    person.opens(f"/children?q={words}")
    person.follows(name)
    person.expect(person.at.startswith("/children/"), "does not show the record")
    return person.at


def emergency(server: Server, person: Person) -> None:
    """A SENCO opens the record of another school's pupil; the data protection officer reviews it."""
    person.enters_as("SENCO")
    person.opens("/children?q=9990000042")
    person.sees("No record that you may see fits")
    person.follows("Children")
    person.follows("Open a record in an emergency")
    person.looks("which child and why", "emergency")
    person.presses("Open the record")
    person.is_refused("nothing given", "There is a problem")
    person.types(number="9990000115", reason="Found alone at the bus station")
    person.presses("Open the record")
    person.is_refused(
        "a number that nobody has", "There is no record with these details", "emergency-none", number="9990000115"
    )
    person.types(number="999 000 0042")
    person.presses("Open the record")
    person.sees("Robin Ashdown")
    person.sees("You have opened this record in an emergency")
    person.sees_not("Record a new name")
    person.looks("the record opened", "emergency-record")
    record = person.at
    person.presses("Sign out")

    person.enters_as("Data protection officer")
    person.opens("/admin/restrictions")
    person.sees("Bex Oduya")
    person.sees("Found alone at the bus station")
    person.looks("to be reviewed", "emergency-list")
    person.follows("Review")
    person.sees("Found alone at the bus station")
    person.presses("Save review")
    person.is_refused("not answered", "There is a problem")
    person.ticks("justified", "yes")
    person.types(reason="The police asked who his carer is")
    person.looks("the review", "emergency-review")
    person.presses("Save review")
    person.arrives("/admin/restrictions")
    person.looks("reviewed")
    # The officer who reviews sees no record.
    person.opens(record)
    person.arrives(record, 404)


def emergency_slowed(server: Server, person: Person) -> None:
    """Who tries one name after another has to wait, and loses nothing of what they typed."""
    person.enters_as("SENCO")
    person.opens("/emergency")
    for forename in ["Robin", "Rowan", "Ruben", "Rory", "Rex"]:
        person.types(full_name=f"{forename} Nobody", reason="Missing since morning")
        person.dates("born", "14", "9", "2012")
        person.presses("Open the record")
        person.sees("There is no record with these details")
    person.presses("Open the record")
    person.is_refused(
        "to wait", "There were too many attempts. Wait", "emergency-wait", full_name="Rex Nobody",
        reason="Missing since morning",
    )


def merging(server: Server, person: Person) -> None:
    """A manager makes two records one, finds it by the other's name, and takes it back."""
    person.enters_as("SEND manager")
    record = _finds(person, "Marsh", "Marsh, Leo")
    person.sees("These records may be of the same child")
    person.follows("Compare and merge")
    person.looks("what may be the same", "doubles")
    person.follows("Merge")
    person.sees("Leon Marsh")
    person.looks("two records side by side", "merge")
    person.presses("Merge the records")
    person.is_refused("no reason", "There is a problem")
    person.types(reason="The school has one pupil of this name")
    person.presses("Merge the records")
    person.arrives(record)
    person.looks("one record", "merged")
    person.opens("/children?q=Leon")
    person.sees("1 child")
    person.sees("Marsh, Leo")
    person.follows("Marsh, Leo")
    person.arrives(record)
    person.follows("Take back the merge with")
    person.looks("taking it back", "merge-back")
    person.presses("Take the merge back")
    person.is_refused("no reason to take it back", "There is a problem")
    person.types(reason="They are twins after all")
    person.presses("Take the merge back")
    person.arrives(record)
    person.opens("/children?q=Marsh")
    person.sees("2 children")


def safeguarding(server: Server, person: Person) -> None:
    """A safeguarding lead's reads stay out of the family's list until they are released."""
    person.enters_as("Safeguarding lead")
    record = _finds(person, "Noor", "Halloway, Noor")
    person.follows("Safeguarding marks")
    person.sees("No access is marked")
    person.presses("Mark this access")
    person.is_refused("nothing given", "There is a problem")
    person.types(account="safeguarding@example.org", reason="An enquiry the family must not learn of yet")
    person.dates("from", "1", "1", "2024")
    person.presses("Mark this access")
    person.arrives(record + "/marks")
    person.sees("Tomasz Bell")
    person.looks("an access marked", "marks")
    person.presses("Sign out")

    person.enters_as("Parent or carer")
    person.opens(record + "/readers")
    person.sees("Who looked at this record")
    person.sees_not("Safeguarding lead")
    person.presses("Sign out")

    person.enters_as("Safeguarding lead")
    person.opens(record + "/marks")
    person.follows("Release")
    person.looks("releasing it", "marks-release")
    person.types(reason="The enquiry is closed")
    person.presses("Release")
    person.arrives(record + "/marks")
    person.sees("No access is marked")
    person.presses("Sign out")

    person.enters_as("Parent or carer")
    person.opens(record + "/readers")
    person.sees("Safeguarding lead")
    person.looks("who looked, released", "who-looked-released")


def adult(server: Server, person: Person) -> None:
    """An officer keeps a mother's telephone number; she sees it beside her child's record, and no form."""
    person.enters_as("SEND officer")
    _finds(person, "Noor", "Halloway, Noor")
    person.follows("Farida Halloway")
    page = person.at
    person.sees("Noor")
    person.looks("the page of an adult", "adult")
    person.follows("Record a telephone number")
    person.types(number="ring me")
    person.dates("from", "1", "9", "2024")
    person.presses("Save")
    person.is_refused("no number", "There is a problem", number="ring me")
    person.types(number="07700 900456", note="work")
    person.presses("Save")
    person.arrives(page)
    person.sees("07700 900456 (work)")
    person.follows("Record a telephone number")
    person.looks("a form on an adult", "adult-telephone")
    person.presses("Sign out")

    person.enters_as("Parent or carer")
    if person.at == "/my-child":
        person.follows("Halloway, Noor")
    person.follows("See what is recorded about you")
    person.arrives(page)
    person.sees("07700 900456 (work)")
    person.sees_not("Record a")
    person.looks("what is recorded about oneself", "adult-own")
