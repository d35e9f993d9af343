"""Journeys through the programme's months: a group's lead, the programme team, the board, and everybody."""

from __future__ import annotations

from person import Person
from server import Server
from session import Session

MONTHS = "/programme/plans/VOA-2023/months"
PUBLIC = "/plans/VOA-2023"
CHARTER = "Two workshops are booked; the draft charter follows in October."
LATE = "We forgot to say that the hall is paid for."


def two_months(server: Server, person: Person) -> None:
    """August is reported, closed, received and public; then September is, with a milestone moved."""
    _lead_reports_august(person)
    _evidence_and_risk(person)
    _lead_says_green(person)
    _team_clears_evidence(person)
    _team_closes_august(server, person)
    _nothing_is_public(server, person)
    _board_receives_august(person)
    _everybody_reads_august(server, person)
    _lead_is_late_and_moves_a_milestone(person)
    _team_drafts_september(server, person)


def _enters_as_lead(person: Person) -> None:
    person.opens("/sign-in")
    person.presses("Group lead: sign in as Conrad Ives")
    person.opens("/programme")


def _opens_report(person: Person, objective: str) -> None:
    """Opens the report on an objective from the lead's own list."""
    person.opens("/programme")
    person.follows(objective)
    person.follows("Report for August 2024")


def _lead_reports_august(person: Person) -> None:
    _enters_as_lead(person)
    person.sees("14 reports are due for August 2024")
    person.looks("what a lead has to do", "lead-start")
    _opens_report(person, "PAP1:2")
    person.looks("a report to be written", "lead-report")
    person.presses("Save report")
    person.is_refused("nothing said", "There is a problem")
    person.ticks("rating", "amber")
    person.types(narrative=CHARTER)
    person.ticks("step-m1", "moved")
    person.types(step_m1__why="The hall was flooded")
    person.presses("Save report")
    person.is_refused("moved to no month", "There is a problem", "lead-report-refused", step_m1__why="The hall was flooded")
    person.types(step_m1__to_month="10", step_m1__to_year="2024")
    person.presses("Save report")
    person.sees(CHARTER)
    person.sees("Amber for August 2024")
    person.sees("Rated amber; milestone m2 is 233 days overdue")
    person.looks("an objective reported on", "lead-objective")


def _evidence_and_risk(person: Person) -> None:
    objective = person.at
    person.follows("Add evidence")
    person.types(title="Notes of the first workshop", shows="Eleven families came", link="not an address")
    person.ticks("kind", "voice")
    person.chooses("for", "August 2024")
    person.presses("Add evidence")
    person.is_refused("no address", "There is a problem", link="not an address")
    person.types(link="https://vale-of-arden.example.org/evidence/first-workshop")
    person.presses("Add evidence")
    person.arrives(objective)
    person.sees("Notes of the first workshop")
    # Who put it in is not who says that it may be public.
    person.opens("/programme/plans/VOA-2023/evidence")
    person.sees("Notes of the first workshop")
    person.sees_not("Look and confirm: Notes of the first workshop")
    person.opens(objective)
    person.follows("Raise a risk")
    person.looks("a risk to be raised", "lead-risk")
    person.presses("Raise it")
    person.is_refused("an empty risk", "There is a problem")
    person.types(title="The workshop may be cancelled", mitigation="A second hall is held", owner="Head of SEND")
    person.ticks("is-issue", "no")
    person.ticks("likelihood", "2")
    person.ticks("impact", "4")
    person.dates("review", "1", "11", "2024")
    person.presses("Raise it")
    person.sees("The workshop may be cancelled")
    person.opens(objective)
    person.sees("The workshop may be cancelled")


def _lead_says_green(person: Person) -> None:
    _opens_report(person, "PAP4B:3")
    person.ticks("rating", "green")
    person.types(narrative="Therapists are in post in every district.")
    person.presses("Save report")
    person.sees("Green for August 2024")
    person.sees("Speaks against the rating")
    person.sees("no evidence at all is attached")
    person.looks("green without evidence", "lead-green")
    person.presses("Sign out")


def _team_clears_evidence(person: Person) -> None:
    person.enters_as("Programme team")
    person.opens("/programme/plans/VOA-2023/evidence")
    person.follows("Look and confirm: Notes of the first workshop")
    person.looks("evidence looked at by a second person", "team-clearing")
    person.presses("Confirm that it may be public")
    person.is_refused("not looked at", "There is a problem")
    person.ticks("confirmed", "yes")
    person.presses("Confirm that it may be public")
    person.sees_not("Look and confirm: Notes of the first workshop")


def _team_closes_august(server: Server, person: Person) -> None:
    person.opens(MONTHS)
    person.follows("August 2024")
    person.sees("3 of 34 have a report")
    person.looks("who has not reported", "team-month")
    person.follows("Write what stands above the report")
    person.presses("Save")
    person.is_refused("nothing above the report", "There is a problem")
    person.types(summary="The charter is late: a flood.", asks="May the charter come in October?")
    person.presses("Save")
    person.arrives(MONTHS + "/2024-08")
    person.presses("Close August 2024 to reports")
    person.sees("Closed")
    person.follows("Highlight reports by group")
    person.sees(CHARTER)
    person.looks("highlights of the groups", "team-highlights")
    person.opens(MONTHS + "/2024-08/report")
    for words in ["May the charter come in October?", "The charter is late: a flood.", CHARTER, "10 months later"]:
        person.sees(words)
    person.looks("the draft report", "team-report")


def _nothing_is_public(server: Server, person: Person) -> None:
    everybody = Session(server.base)
    for path in ["/reports/2024-08", "/reports/2024-08.pdf", "/objectives/PAP1:2"]:
        seen = everybody.get(PUBLIC + path)
        person.expect(CHARTER not in seen.body.decode(), f"{path} says what no board has received")
    person.expect(everybody.get(PUBLIC + "/reports/2024-08").status == 404, "the report is public too early")


def _board_receives_august(person: Person) -> None:
    person.opens(MONTHS + "/2024-08")
    person.follows("Record that a board received it")
    person.presses("Record receipt")
    person.is_refused("no board", "There is a problem")
    person.chooses("meeting", "SEND Improvement Board, 17 September 2024")
    person.presses("Record receipt")
    person.sees("Received")
    person.presses("Sign out")
    person.enters_as("Board member")
    person.opens(MONTHS)
    person.follows("August 2024")
    person.follows("Assurance report")
    person.sees("May the charter come in October?")
    person.looks("the report a board received", "board-report")
    person.presses("Sign out")


def _everybody_reads_august(server: Server, person: Person) -> None:
    person.opens(PUBLIC)
    person.follows("Monthly reports")
    person.follows("August 2024")
    person.arrives(PUBLIC + "/reports/2024-08")
    person.sees(CHARTER)
    person.sees("The board met 3 days before this month was closed")
    person.looks("the report in public", "public-report")
    person.opens(PUBLIC + "/objectives/PAP1:2")
    person.sees(CHARTER)
    person.sees("Notes of the first workshop")
    person.looks("an objective in public", "public-objective")


def _lead_is_late_and_moves_a_milestone(person: Person) -> None:
    _enters_as_lead(person)
    person.follows("PAP1:2")
    objective = person.at
    person.opens(objective + "/report?for=2024-08")
    person.ticks("rating", "amber")
    person.types(narrative=LATE)
    person.presses("Save report")
    person.is_refused("a month that is closed", "is closed", "lead-closed", narrative=LATE)
    person.chooses("for", "September 2024")
    person.ticks("step-m2", "moved")
    person.types(step_m2__to_month="8", step_m2__to_year="2024", step_m2__why="The board meets in November")
    person.presses("Save report")
    person.is_refused("moved into the past", "There is a problem", narrative=LATE)
    person.types(step_m2__to_month="11")
    person.presses("Save report")
    person.sees("Amber for September 2024")
    person.sees("November 2024")
    person.presses("Sign out")


def _team_drafts_september(server: Server, person: Person) -> None:
    person.enters_as("Programme team")
    person.opens(MONTHS + "/2024-09/report")
    person.sees("1 milestone moved this month")
    person.sees(LATE)
    person.presses("Sign out")
    public = Session(server.base).get(PUBLIC + "/objectives/PAP1:2").body.decode()
    person.expect(CHARTER in public, "what the board received is gone")
    person.expect(LATE not in public, "what no board has received is public")


def approved_date(server: Server, person: Person) -> None:
    """A lead asks for a later date, the programme team publishes one that the board approved, everybody compares."""
    _enters_as_lead(person)
    person.opens(PUBLIC + "/changes/issue")
    person.arrives(PUBLIC + "/changes/issue", 404)
    person.opens(PUBLIC + "/changes")
    person.sees("1 request waits for a decision")
    person.sees_not("Publish the plan with the approved dates")
    person.presses("Sign out")

    person.enters_as("Programme team")
    person.opens(PUBLIC + "/changes")
    person.looks("requests to change dates", "team-changes")
    person.follows("Publish the plan with the approved dates")
    person.sees("Objective PAP3B:1: July 2024, now November 2024")
    person.looks("what is to be published", "team-issue")
    person.sees("The last is 1.1")
    person.types(version="1.2", day_year="2031")
    person.presses("Publish the plan again")
    person.is_refused("a day to come", "has not come yet", "team-issue-refused", version="1.2")
    person.types(day_year="2024", words_pap3b_1="By November 2024, partners renew how they check quality.")
    person.presses("Publish the plan again")
    person.arrives(PUBLIC)
    person.opens(PUBLIC + "/changes")
    person.sees_not("Publish the plan with the approved dates")
    person.opens("/projects")
    person.follows("Highlight reports by theme")
    person.sees("May the line open in October with one adviser?")
    person.looks("themes of a month", "team-themes")
    person.presses("Sign out")

    person.opens(PUBLIC + "/objectives/PAP3B:1")
    person.sees("By November 2024, partners renew how they check quality.")
    person.opens(PUBLIC + "/compare?from=2&to=3")
    person.sees("Approved by SEND Improvement Board on 17 September 2024")
    person.looks("two issues compared", "public-compared")
