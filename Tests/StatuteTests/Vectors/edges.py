"""More cases that are not a row: recipients, settings of a matter, hours, gates, the day of receipt, bad input."""
from cases import *

# Who must have been told: everyone who holds the rights, by name where the matter names them.
A2DUE = R + 42 * DAY
SENT = "assessment notice sent"
for label, to, status, days_, problems in (
        ("nobody named", None, "overdue", 4, ["recipients not named"]), ("the family", ["family"], "met in time", None, []),
        ("both by name", ["parent 1", "parent 2"], "met in time", None, []), ("a stranger", ["uncle"], "overdue", 4, [])):
    case(f"Two parents: sent to {label}", "request", [
        REQ, ev("n", "2026-02-10", SENT, **({"to": to} if to else {}))], "2026-02-20",
        {"A2": want(A2DUE, status, days_), "A8": want(R + 140 * DAY, "running", 94)}, matter=TWO, problems=problems)
case("One parent: sent to nobody by name", "request", [REQ, NOTICE], "2026-02-20", {"A2": want(A2DUE, "overdue", 4)},
     matter={"holders": ["parent"]}, problems=["recipients not named"])
case("Nobody holds the rights on that day", "request", [REQ, ev("n", "2026-02-10", SENT, to=["parent"])], "2026-02-20",
     {"A2": want(A2DUE, "overdue", 4)}, matter={"holders": [{"name": "parent", "until": "2026-02-09"}]})
case("The rights pass to the young person in between", "request", [
    REQ, ev("n", "2026-02-10", SENT, to=["parent"]), ev("n2", "2026-02-16", SENT, to=["young person"])], "2026-02-20",
    {"A2": want(A2DUE, "met in time")},
    matter={"holders": [{"name": "parent", "until": "2026-02-09"}, {"name": "young person", "from": "2026-02-10"}]})
PLAN_MEET = ev("t", "2026-01-05", "meeting planned", on="2026-03-02")
for rule, kind, events, due in (
        ("R3", "invitations sent", [PLAN_MEET], d("2026-02-16")), ("R4", "advice circulated", [PLAN_MEET], d("2026-02-16")),
        ("R6", "review report sent", [ev("t", "2026-02-02", "meeting held")], d("2026-02-16"))):
    for label, to, family, icb in (("one parent and health", ["parent 1", "icb"], "overdue", "met in time"),
                                   ("both parents", ["parent 1", "parent 2"], "met in time", "overdue"),
                                   ("the family alone", ["family"], "met in time", "overdue")):
        case(f"{rule}: sent to {label}", "review", events + [ev("i", "2026-02-10", kind, to=to)], "2026-02-18", {
            rule: want(due, family, None if family == "met in time" else 2),
            f"{rule}.icb": want(due, icb, None if icb == "met in time" else 2),
            f"{rule}.care": want(due, "overdue", 2), f"{rule}.officer": want(due, "overdue", 2)}, matter=TWO)
for rule, kind, planned in (("R12.invitations", "invitations sent", True), ("R12.report", "review report sent", False)):
    events = [PLAN_MEET] if planned else [ev("t", "2026-02-02", "meeting held")]
    case(f"{rule}: sent to the family and social care", "review", events + [
        ev("i", "2026-02-16", kind, to=["family", "care"])], "2026-02-18", {
        rule: want(d("2026-02-16"), "met in time"), f"{rule}.care": want(d("2026-02-16"), "met in time"),
        f"{rule}.icb": want(d("2026-02-16"), "overdue", 2)}, matter={"attendsSetting": False}, absent=["R3", "R6"])

# No setting, none named in section I, or one that cannot be required to hold the meeting.
ALONE = {"attendsSetting": False}
case("No setting: nobody there to tell", "request", [REQ], "2026-06-01", {
    "A8": want(R + 140 * DAY, "overdue", 7)}, matter=ALONE, absent=["A1.setting", "A2.setting", "A4.setting", "A8.setting"])
case("No setting, but the plan names one", "request", [REQ], "2026-06-01", {
    "A8.setting": want(R + 140 * DAY, "overdue", 7)}, matter={**ALONE, "namesSetting": True},
    absent=["A1.setting", "A2.setting", "A4.setting"])
case("A setting, but the plan names none", "request", [REQ], "2026-06-01", {
    "A2.setting": want(A2DUE, "overdue", 105)}, matter={"namesSetting": False}, absent=["A8.setting"])
case("No setting: a review", "review", [MEET], "2026-01-20", {"R12.report": want(R + 14 * DAY, "overdue", 1)},
     matter=ALONE, absent=["R6", "R7.setting", "R10.setting", "R12.report.setting"])
case("No setting: a plan", "plan", [ev("c", "2026-01-05", "ceasing considered"), ev("k", "2026-01-07", "decision to cease"),
     ev("a", "2026-01-08", "amendment notice sent")], "2026-01-10", {"S8@c": want(None, "running")}, matter=ALONE,
     absent=["S8.setting@c", "S9.setting@k", "S7.plan.setting@a"])
case("No setting: a transfer", "transfer", [ev("t", "2025-09-15", "transfer planned", choice="primary to secondary",
     on="2026-09-01")], "2026-02-15", {"P2": want(d("2026-02-14"), "overdue", 1)}, matter=ALONE, absent=["P2.setting"])
case("Regulation 20(12) does not reach the setting", "review", [MEET], "2026-01-20", {
    "R6.authority": want(R + 14 * DAY, "overdue", 1), "R6.authority.setting": want(R + 14 * DAY, "overdue", 1)},
    matter={"settingHoldsReview": False}, absent=["R6", "R12.report"])

# Six months since the last assessment.
for earlier, last in (("2025-08-31", "2026-02-28"), ("2025-07-05", "2026-01-05"), ("2023-08-29", "2024-02-29")):
    for day, status, days_ in ((d(last), "running", 0), (d(last) + DAY, "ended", None)):
        case(f"A2.again: assessed {earlier}, read {day}", "request", [ev("b", earlier, "earlier assessment made")], iso(day),
             {"A2.again": want(d(last), status, days_)})

# "From that day": the provision of a plan; and what is owed at once by a law that names no day.
case("A9: each final plan anew", "plan", [
    ev("p", "2026-01-05", "plan made"), ev("s", "2026-01-05", "provision secured"),
    ev("a", "2026-06-01", "amended plan sent")], "2026-06-03", {
    "A9@p": want(R, "met in time"), "A9@a": want(d("2026-06-01"), "overdue", 2)})
case("A9: on the day itself", "request", [REQ, ev("f", "2026-05-20", "final plan sent")], "2026-05-20",
     {"A9@f": want(d("2026-05-20"), "due soon", 0), "A9.icb@f": want(d("2026-05-20"), "due soon", 0)})
case("A1: at once, and no day to be late by", "request", [REQ], "2026-04-01", {
    "A1": want(None, "running"), "W1": want(R + 5 * DAY, "overdue", 81, binding=False, force="practice")})

# Acts under the tribunal's rules are done by 5pm.
for time, status, days_ in (("16:59", "met in time", None), ("17:00", "met in time", None), ("17:01", "met late", 1)):
    case(f"T1: received at {time} on the last day", "appeal", [
        ev("t", "2026-01-05", "decision notice sent"), ev("q", "2026-03-05", "appeal received", time=time)],
        "2026-03-10", {"T1": want(d("2026-03-05"), status, days_)})
    case(f"T5: response at {time} on the last day", "appeal", [
        ev("t", "2026-01-05", "appeal sent to authority"), ev("q", "2026-02-16", "response sent", time=time)],
        "2026-03-10", {"T5": want(d("2026-02-16"), status, days_)})
    case(f"T6: done at {time} on the last day", "appeal", [
        ev("t", "2026-01-05", "direction given", about="bundle", on="2026-01-24"),
        ev("q", "2026-01-26", "direction met", about="bundle", time=time)],
        "2026-03-10", {"T6/bundle": want(d("2026-01-26"), status, days_)})
case("T1: late in the day, but not on the last", "appeal", [
    ev("t", "2026-01-05", "decision notice sent"), ev("q", "2026-03-04", "appeal received", time="23:00")],
    "2026-03-10", {"T1": want(d("2026-03-05"), "met in time")})

# An appeal not opposed: the steps to the plan have their own days there too.
GAVE_IN = [ev("s", "2026-01-05", "appeal sent to authority"), ev("t", "2026-01-12", "not opposed", choice="refusal to issue")]
case("A6 and A7 after an appeal not opposed", "appeal", GAVE_IN + [
    ev("d", "2026-02-02", "draft sent"), ev("c", "2026-02-02", "setting consulted", about="S1")], "2026-02-10", {
    "A6@d": want(d("2026-02-16"), "running", 6), "A7/S1": want(d("2026-02-17"), "due soon", 7),
    "U2.draft": want(d("2026-02-16"), "met in time")})
case("S5 after an appeal not opposed", "appeal", [GAVE_IN[0], ev("t", "2026-01-12", "not opposed", choice="refusal to assess"),
     ev("a", "2026-01-20", "advice asked", choice="health")], "2026-03-04", {"S5/health": want(d("2026-03-03"), "overdue", 1)})
for final, status, days_ in (("2026-05-04", "too early", 1), ("2026-05-05", "met in time", None)):
    case(f"S3.comments: plan of a reassessment {final}", "plan", [
        ev("x", "2026-03-01", "decision to reassess"), DRAFT, ev("f", final, "reassessed plan sent")], "2026-05-10",
        {"S3.comments@d": want(d("2026-05-04"), status, days_)})

# Local clocks: gates, and advice that was sent back.
EP = {"choice": "psychologist", "about": "EP"}
GOTV = ev("v", "2026-03-20", "advice received", **EP)
case("W10: chased in time, and the six weeks missed all the same", "request", [
    REQ, ASK, ev("h", "2026-03-16", "advice chased", **EP)], "2026-03-30", {
    "W10/EP": want(R + 70 * DAY, "met in time", binding=False), "A3/EP": want(DUE3, "overdue", 6, binding=True)})
case("W10: nothing to chase", "request", [REQ, ASK, ev("v", "2026-03-01", "advice received", **EP)], "2026-03-30",
     {"W10/EP": want(R + 70 * DAY, "met in time")})
case("W10: asked after week ten", "request", [REQ, {**ASK, "day": "2026-03-20"}], "2026-03-21",
     {"W10/EP": want(d("2026-03-20"), "overdue", 1)})
case("W14: ended by a refusal", "request", [REQ, ev("w", "2026-02-16", "assessment refusal sent")], "2026-06-01",
     {"W14": want(R + 98 * DAY, "ended")})
case("W18: one answer of two", "request", [
    REQ, ev("c1", "2026-04-20", "setting consulted", about="S1"), ev("c2", "2026-04-20", "setting consulted", about="S2"),
    ev("e", "2026-05-11", "setting answered", about="S2")], "2026-05-13", {
    "W18/S1": want(R + 126 * DAY, "overdue", 2), "W18/S2": want(R + 126 * DAY, "met in time")})
BACK = ev("b", "2026-03-22", "advice returned", on="2026-04-05", **EP)
case("A3.returned: counted apart", "request", [REQ, ASK, GOTV, BACK], "2026-04-08", {
    "A3/EP": want(DUE3, "met in time"), "A3.returned/EP@b": want(d("2026-04-05"), "overdue", 3, binding=False)})
case("A3.returned: another giver's advice does not meet it", "request", [
    REQ, ASK, ev("a2", "2026-02-10", "advice asked", choice="health", about="H"), GOTV, BACK,
    ev("v2", "2026-03-25", "advice received", choice="health", about="H")], "2026-04-08",
    {"A3.returned/EP@b": want(d("2026-04-05"), "overdue", 3)})
case("A3.returned: sent back on the day it came", "request", [
    REQ, ASK, {**BACK, "day": "2026-03-20"}, GOTV], "2026-04-08",
    {"A3.returned/EP@b": want(d("2026-04-05"), "met in time")})
case("A3.returned: recorded after the advice of that day", "request", [
    REQ, ASK, GOTV, {**BACK, "day": "2026-03-20"}], "2026-04-08", {"A3.returned/EP@b": want(d("2026-04-05"), "overdue", 3)})
case("A3.returned: twice", "request", [
    REQ, ASK, GOTV, BACK, ev("v2", "2026-04-01", "advice received", **EP),
    ev("b2", "2026-04-02", "advice returned", on="2026-04-16", **EP)], "2026-04-20", {
    "A3.returned/EP@b": want(d("2026-04-05"), "met in time"), "A3.returned/EP@b2": want(d("2026-04-16"), "overdue", 4)})
case("A3.returned: no day asked for", "request", [REQ, ASK, GOTV, {k: v for k, v in BACK.items() if k != "on"}],
     "2026-04-08", {"A3.returned/EP@b": want(None, "running")})

# Budgets: with the plan that is being made, and no other.
ASKB = ev("t", "2026-01-05", "budget requested")
for label, before, due in (
        ("at a review", ev("m", "2025-12-20", "meeting held"), d("2025-12-20") + 84 * DAY),
        ("in a reassessment", ev("m", "2025-12-20", "decision to reassess"), d("2025-12-20") + 98 * DAY),
        ("after responsibility arose", ev("m", "2025-12-20", "responsibility arose"), d("2025-12-20") + 140 * DAY),
        ("long after its plan", ev("m", "2024-12-20", "request received"), None), ("with no plan under way", None, None)):
    case(f"B1: {label}", "personal budget", ([before] if before else []) + [ASKB], "2026-02-01",
         {"B1": want(due, "running", (due - d("2026-02-01")).days if due else None, force="practice", binding=False)})

# The day of receipt counted: one day earlier wherever a limit runs from receipt, and nowhere else.
COUNT = {"countReceiptDay": True}
for start in ("2024-02-29", "2026-01-05", "2026-12-31"):
    t, req = d(start), ev("t", start, "request received")
    read = iso(t + 10 * DAY)
    case(f"countReceiptDay: a request of {start}", "request", [req], read, {
        rule: want(t + n * DAY - DAY, *(("running", n - 11) if n - 11 > 14 else ("due soon" if n > 10 else "overdue",
                                                                              abs(n - 11))))
        for rule, n in (("A2", 42), ("A2.icb", 42), ("A4", 112), ("A5", 112), ("A8", 140), ("W1", 5), ("W14", 98))},
        settings=COUNT)
    case(f"countReceiptDay: a detained person's request of {start}", "request", [req], read, {
        rule: want(t + n * DAY - DAY, "running", n - 11) for rule, n in (
            ("A10.decision", 42), ("A10.refusal", 112), ("A10.plan", 140))}, settings=COUNT, matter={"detained": True})
    case(f"countReceiptDay: advice asked {start}", "request", [
        ev("r", iso(t - 30 * DAY), "request received"), ev("a", start, "advice asked", choice="health", on=iso(t + 2 * DAY))],
        read, {"A3/health": want(t + 43 * DAY, "running", 33), "W10/health": want(t + 39 * DAY, "running", 29)},
        settings=COUNT)
    case(f"countReceiptDay: a reassessment asked for {start}", "plan", [ev("t", start, "reassessment requested"),
         ev("a", start, "advice asked", choice="health")], read, {
        "S1@t": want(t + 14 * DAY, "due soon", 4), "S5/health": want(t + 41 * DAY, "running", 31)}, settings=COUNT)
    case(f"countReceiptDay: not for what does not run from receipt, {start}", "request", [
        ev("r", iso(t - 30 * DAY), "request received"), ev("d", start, "draft sent"),
        ev("c", start, "setting consulted", about="S1")], read, {
        "A6@d": want(t + 14 * DAY, "running", 4), "A7/S1": want(t + 15 * DAY, "due soon", 5)}, settings=COUNT)
case("countReceiptDay: reviews and appeals keep their days", "review", [MEET], "2026-01-10", {
    "R7": want(R + 28 * DAY, "running", 23), "R10": want(R + 84 * DAY, "running", 79)}, settings=COUNT)
case("countReceiptDay: the day is in time, the next is late", "request", [
    REQ, ev("n", "2026-02-16", "assessment notice sent")], "2026-02-20", {"A2": want(R + 41 * DAY, "met late", 1)},
    settings=COUNT)

# Bad input of the kinds that have no case yet; what does not rest on it is given.
case("An unknown field", "request", [{**REQ, "tea": "green"}], "2026-02-01", {"A2": want(A2DUE, "running", 15)},
     problems=["unknown field"])
case("An event that is none", "request", [REQ, 7], "2026-02-01", {"A2": want(A2DUE, "running", 15)}, problems=["unreadable"])
case("Two outcomes of one review", "review", [
    MEET, DEC, ev("y", "2026-01-28", "review decision sent", choice="maintain")], "2026-02-20", {
    "R6": want(R + 14 * DAY, "overdue", 32)}, problems=["contradiction"], withheld=["R7"])
case("A change of mind is no contradiction", "request", [
    REQ, ev("w", "2026-02-10", "assessment refusal sent"), ev("v", "2026-02-12", "decision reversed"), NOTICE | {
        "day": "2026-02-13"}], "2026-02-20", {"A2": want(A2DUE, "met in time")})
case("An exception without an end of its days", "request", [
    REQ, ev("c", "2026-01-06", "setting closed", choice="setting", **{"from": "2026-02-16"})], "2026-02-20",
    {"A2": want(A2DUE, "overdue", 4, circumstanceMet=[])}, problems=["missing"])
case("An answer before its question", "request", [
    REQ, ev("c", "2026-04-03", "setting consulted", about="S1"), ev("e", "2026-04-01", "setting answered", about="S1")],
    "2026-04-10", {"A8": want(R + 140 * DAY, "running", 45)}, problems=["impossible order"], withheld=["A7/S1"])
case("A birth after the request", "request", [REQ, ev("d", "2026-01-20", "draft sent")], "2026-02-01", {
    "A6@d": want(d("2026-02-03"), "running", 2)}, problems=["before birth"], matter={"born": "2026-01-10"})
for one, other, held in (("decision not to assess", "assessment notice sent", ["A2"]),
                         ("decision to assess", "assessment refusal sent", ["A2", "A8"]),
                         ("decision not to issue", "final plan sent", ["A8"]), ("decision to issue", "issue refusal sent", ["A4"]),
                         ("assessment refusal sent", "final plan sent", ["A2", "A8"])):
    case(f"A contradiction: {one}, and {other}", "request", [
        REQ, ev("q", "2026-02-02", one), ev("z", "2026-02-09", other), ASK], "2026-02-20",
        {"A1": want(None, "running")}, problems=["contradiction"], withheld=held)
    case(f"No contradiction, reversed between: {one}, and {other}", "request", [
        REQ, ev("q", "2026-02-02", one), ev("v", "2026-02-05", "decision reversed"), ev("z", "2026-02-09", other)],
        "2026-02-20", {"A1": want(None, "running")})
for early, late, kind, other_rule in (
        ("invitations sent", "meeting planned", "review", None), ("ceasing consulted on", "ceasing considered", "plan", None),
        ("permission asked for", "appeal decided", "appeal", None), ("budget answered", "budget requested", "personal budget", None)):
    case(f"In impossible order: {early} before {late}", kind, [
        ev("a", "2026-01-05", early), ev("b", "2026-01-06", late, **({"on": "2026-03-02"} if late == "meeting planned" else {})),
        ev("s", "2026-01-07", "setting consulted", about="S1")], "2026-01-10",
        {"A7/S1": want(d("2026-01-22"), "due soon", 12)} if kind != "personal budget" else {}, problems=["impossible order"])
case("A3.returned: recorded out of order", "request", [
    REQ, ASK, ev("v2", "2026-04-01", "advice received", **EP), GOTV, BACK], "2026-04-08",
    {"A3.returned/EP@b": want(d("2026-04-05"), "met in time")})
