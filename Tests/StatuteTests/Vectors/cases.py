"""Cases that are not a row: exceptions at their edges, windows, settings, corrections, bad input, turns."""
from days import *

ALL = []


def ev(id, day, kind, **more):
    return {"id": id, "day": day, "kind": kind, **more}


def case(name, kind, events, today, duties, **more):
    ALL.append(((name, kind, events, d(today), duties), more))


def want(due, status, days=None, **more):
    return {"due": iso(due), "status": status, "days": days, **more}


R = d("2026-01-05")
REQ = ev("t", "2026-01-05", "request received")
NOTICE = ev("n", "2026-02-10", "assessment notice sent")


def judged(exception, day, choice="impractical", **more):
    return ev("j" + exception, day, "exception judged", exception=exception, choice=choice, by="A. Manager",
              text="why", **more)


# E1 and E2: the closure is 28 days or 27; advice is asked on the window's first and last day and beside them.
CLOSE = d("2026-02-16")
for choice, exception in (("setting", "E1"), ("early years", "E2")):
    for length in (27, 28):
        reopen = CLOSE + length * DAY
        for label, asked in (("the day before the window", CLOSE - 8 * DAY), ("its first day", CLOSE - 7 * DAY),
                             ("its last day", reopen - 7 * DAY), ("the day after", reopen - 6 * DAY)):
            met = length >= 28 and CLOSE - 7 * DAY <= asked <= reopen - 7 * DAY
            events = [REQ, ev("c", "2026-01-06", "setting closed", choice=choice, about="S1", until=iso(
                reopen - DAY), **{"from": iso(CLOSE)}),
                ev("a", iso(asked), "advice asked", choice=choice, about="S1"), judged(exception, "2026-05-20")]
            case(f"{exception}: closed {length} days, asked on {label}", "request", events, "2026-06-01", {
                "A8": want(R + 140 * DAY, "limit disapplied" if met else "overdue", None if met else 7,
                           circumstanceMet=[exception] if met else [])},
                problems=[] if met else ["judged without circumstance"])
case("E1: another school's closure does not count", "request", [
    REQ, ev("c", "2026-01-06", "setting closed", choice="setting", about="S2", until="2026-03-31", **{
        "from": "2026-02-16"}), ev("a", "2026-02-20", "advice asked", choice="setting", about="S1")],
    "2026-06-01", {"A8": want(R + 140 * DAY, "overdue", 7, circumstanceMet=[])})

# E4: away 27 or 28 days inside the time, both ends counted; partly outside.
for first, last, label in (("2026-02-01", "2026-02-27", "27 days"), ("2026-02-01", "2026-02-28", "28 days"),
                           ("2025-12-20", "2026-01-31", "27 inside of 43"),
                           ("2025-12-20", "2026-02-01", "28 inside of 44"),
                           ("2026-04-29", "2026-06-30", "27 before the end"),
                           ("2026-04-28", "2026-06-30", "28 before the end")):
    due = R + 140 * DAY
    inside = (min(d(last), due) - max(d(first), R)).days + 1
    met = inside >= 28
    case(f"E4: away {label}", "request", [
        REQ, ev("x", "2026-01-06", "absence", until=last, **{"from": first}), judged("E4", "2026-05-20")],
        "2026-06-03", {"A8": want(due, "limit disapplied" if met else "overdue", None if met else 9,
                                  circumstanceMet=["E4"] if met else [])},
        problems=[] if met else ["judged without circumstance"])

# E3: only a recorded judgement disapplies; the six weeks and the twenty are judged apart.
HARD = ev("x", "2026-01-20", "exceptional circumstances", by="A. Manager", text="why", until="2026-03-01",
          **{"from": "2026-01-20"})
case("E3: met, not judged", "request", [REQ, HARD], "2026-03-02", {
    "A2": want(R + 42 * DAY, "overdue", 14, circumstanceMet=["E3"], binding=True)})
case("E3: judged practicable", "request", [REQ, HARD, judged("E3", "2026-02-20", "practicable")], "2026-03-02", {
    "A2": want(R + 42 * DAY, "overdue", 14, circumstanceMet=["E3"], binding=True)})
case("E3: judged impractical for six weeks only", "request", [
    REQ, HARD, judged("E3", "2026-02-20", rules=["A2"])], "2026-06-02", {
    "A2": want(R + 42 * DAY, "limit disapplied", None, binding=False),
    "A2.icb": want(R + 42 * DAY, "limit disapplied", None, binding=False),
    "A8": want(R + 140 * DAY, "overdue", 8, binding=True)})
case("E3: disapplied and met in time is met in time", "request", [
    REQ, HARD, judged("E3", "2026-02-11"), NOTICE], "2026-03-02", {"A2": want(R + 42 * DAY, "met in time")})
case("E3: disapplied and met afterwards", "request", [
    REQ, HARD, judged("E3", "2026-02-11"), ev("n", "2026-03-01", "assessment notice sent")], "2026-03-02",
    {"A2": want(R + 42 * DAY, "limit disapplied")})
case("E3: a judgement withdrawn binds again", "request", [
    REQ, HARD, judged("E3", "2026-02-20"), ev("w", "2026-02-25", "withdrawal", withdraws="jE3")], "2026-03-02",
    {"A2": want(R + 42 * DAY, "overdue", 14, binding=True)})
case("E3: without days", "request", [
    REQ, ev("x", "2026-01-20", "exceptional circumstances", by="A. Manager", text="why")], "2026-02-20",
    {"A2": want(R + 42 * DAY, "overdue", 4, circumstanceMet=[])}, problems=["missing"])
case("E4: without days", "request", [REQ, ev("x", "2026-01-20", "absence")], "2026-02-20",
     {"A2": want(R + 42 * DAY, "overdue", 4, circumstanceMet=[])}, problems=["missing"])

# E5 to E7 excuse the giver, not the authority.
ASK = ev("a", "2026-02-10", "advice asked", choice="psychologist", about="EP")
DUE3 = d("2026-02-10") + 42 * DAY
for label, fact, exception, met in (
        ("E7: appointment missed in the six weeks", ev("x", "2026-03-24", "appointment missed",
         choice="psychologist", about="EP"), "E7", True),
        ("E7: appointment missed a day later", ev("x", "2026-03-25", "appointment missed",
         choice="psychologist", about="EP"), "E7", False),
        ("E6: away 28 days of the six weeks", ev("x", "2026-02-11", "absence", until="2026-03-09", **{
            "from": "2026-02-10"}), "E6", True),
        ("E6: away 27 days of the six weeks", ev("x", "2026-02-11", "absence", until="2026-03-08", **{
            "from": "2026-02-10"}), "E6", False),
        ("E5: circumstances", ev("x", "2026-02-12", "exceptional circumstances", by="B", text="why",
                                 **{"from": "2026-02-12"}), "E5", True)):
    case(label, "request", [REQ, ASK, fact, judged(exception, "2026-04-01")], "2026-04-01", {
        "A3/EP": want(DUE3, "limit disapplied" if met else "overdue", None if met else 8,
                      circumstanceMet=[exception] if met else [])},
        problems=[] if met else ["judged without circumstance"])
case("E7: another giver's appointment", "request", [
    REQ, ASK, ev("x", "2026-03-01", "appointment missed", choice="health", about="H")], "2026-04-01",
    {"A3/EP": want(DUE3, "overdue", 8, circumstanceMet=[])})

# Orders: two weeks' absence; comments on a draft.
ORD = ev("t", "2026-01-05", "order made", choice="make plan")
for last, met in (("2026-01-23", True), ("2026-01-22", False)):
    case(f"X2: away until {last}", "order", [
        ORD, ev("x", "2026-01-10", "absence", until=last, **{"from": "2026-01-10"}), judged("X2", "2026-02-10")],
        "2026-03-30", {"O5.plan": want(R + 77 * DAY, "limit disapplied" if met else "overdue",
                                       None if met else 7, circumstanceMet=["X2"] if met else [])},
        problems=[] if met else ["judged without circumstance"])
case("X1: circumstances", "order", [
    ORD, ev("x", "2026-01-12", "exceptional circumstances", by="B", text="why", **{"from": "2026-01-12"}),
    judged("X1", "2026-02-10")], "2026-03-30", {
    "O5.plan": want(R + 77 * DAY, "limit disapplied", circumstanceMet=["X1", "E3"])})
case("X3: more time for comments counts for the final plan only", "order", [
    ORD, ev("x", "2026-02-20", "more time for comments"), judged("X3", "2026-02-21")], "2026-03-30", {
    "O5.plan": want(R + 77 * DAY, "limit disapplied", circumstanceMet=["X3"]), "O5.draft": want(R + 35 * DAY, "overdue", 49)})
case("An order sets another day", "order", [
    ORD, ev("o", "2026-01-05", "other day set", rules=["O5.plan"], on="2026-04-30", by="the tribunal")],
    "2026-03-30", {"O5.plan": want(d("2026-04-30"), "running", 31)})
case("D9: an agreement counts as an order", "mediation", [
    ev("t", "2026-01-05", "agreement reached", choice="amend contents")], "2026-02-09",
    {"O7": want(R + 35 * DAY, "due soon", 0)})
case("D12: another time agreed in writing", "mediation", [
    ev("t", "2026-01-05", "other agreement reached"),
    ev("o", "2026-01-08", "other day set", rules=["D10"], on="2026-02-28")], "2026-02-09",
    {"D10@t": want(d("2026-02-28"), "running", 19)})
case("D5 and D3: health issues among others", "mediation", [
    ev("t", "2026-04-30", "mediation wanted", choice="with health")], "2026-05-01", {
    "D3": want(d("2026-05-06"), "due soon", 5), "D5": want(d("2026-05-30"), "running", 29)})
case("D7: short notice agreed", "mediation", [
    ev("t", "2026-05-01", "mediation date set", on="2026-05-08"), ev("s", "2026-05-02", "short notice agreed"),
    ev("p", "2026-05-05", "parties told of date")], "2026-05-06", {"D7@t": want(d("2026-04-30"), "met in time")})
case("U: told after the response was due", "appeal", [
    ev("s", "2026-01-05", "appeal sent to authority"), ev("t", "2026-02-17", "not opposed", choice="contents")],
    "2026-02-20", {}, problems=["not opposed too late"], absent=["U3"])
case("U: told on the last day", "appeal", [
    ev("s", "2026-01-05", "appeal sent to authority"), ev("t", "2026-02-16", "not opposed", choice="contents")],
    "2026-02-20", {"U3": want(d("2026-03-23"), "running", 31)})

# Windows: fifteen days beginning with the day of serving.
DRAFT = ev("d", "2026-04-20", "draft sent")
for final, status, days_ in (("2026-05-04", "too early", 1), ("2026-05-05", "met in time", None),
                             ("2026-04-25", "too early", 10)):
    case(f"A6: final plan {final}", "request", [REQ, DRAFT, ev("f", final, "final plan sent")], "2026-05-10",
         {"A6@d": want(d("2026-05-04"), status, days_), "A8": want(R + 140 * DAY, "met in time")})
case("A6: the last day still belongs to the family", "request", [REQ, DRAFT], "2026-05-04",
     {"A6@d": want(d("2026-05-04"), "running", 0)})
case("A6: over", "request", [REQ, DRAFT], "2026-05-05", {"A6@d": want(d("2026-05-04"), "met in time")})
case("A6: earlier by agreement", "request", [
    REQ, DRAFT, ev("g", "2026-04-23", "early finalising agreed"), ev("f", "2026-04-25", "final plan sent")],
    "2026-05-10", {"A6@d": want(d("2026-05-04"), "met in time")})
MEET = ev("t", "2026-01-05", "meeting held")
AMENDN = ev("a", "2026-01-26", "amendment notice sent")
DEC = ev("x", "2026-01-26", "review decision sent", choice="amend")
case("R9: across a leap day", "review", [ev("t", "2024-01-29", "meeting held"),
     ev("a", "2024-02-20", "amendment notice sent")], "2024-03-05", {
    "R9@a": want(d("2024-03-05"), "running", 0), "R10": want(d("2024-04-16"), "running", 42)})
case("S7: fifteen days without a review", "plan", [AMENDN, ev("f", "2026-02-05", "amended plan sent")],
     "2026-02-20", {"S7.comments@a": want(d("2026-02-09"), "too early", 5)})

# Reviews: the earlier of two limits.
case("R10: a notice in time gives eight weeks", "review", [MEET, AMENDN, DEC], "2026-02-01", {
    "R10": want(d("2026-01-26") + 56 * DAY, "running", 50), "R8": want(R + 28 * DAY, "met in time")})
case("R10: a late notice earns no more time", "review", [
    MEET, ev("a", "2026-02-20", "amendment notice sent"), ev("x", "2026-02-20", "review decision sent",
     choice="amend")], "2026-03-01", {
    "R10": want(R + 84 * DAY, "running", 29), "R7": want(R + 28 * DAY, "met late", 18),
    "R8": want(R + 28 * DAY, "met late", 18)})
case("R10: ended by a decision to maintain", "review", [
    MEET, ev("x", "2026-01-26", "review decision sent", choice="maintain")], "2026-03-01",
    {"R10": want(R + 84 * DAY, "ended")}, absent=["R8"])
case("R7: never beyond the twelve months", "review", [
    ev("p", "2025-01-20", "plan made"), MEET], "2026-01-10", {
    "R7": want(d("2026-01-19"), "due soon", 9), "R1@p": want(d("2026-01-19"), "due soon", 9)})
case("R1: the year is the leap day's", "plan", [ev("p", "2024-02-29", "plan made")], "2025-02-28",
     {"R1@p": want(d("2025-02-28"), "due soon", 0)})
case("R1: twelve months to a leap day's eve", "plan", [ev("p", "2023-03-01", "plan made")], "2024-02-01",
     {"R1@p": want(d("2024-02-29"), "running", 28)})
case("R1: a review begins the next year", "plan", [
    ev("p", "2025-03-10", "plan made"), ev("x", "2026-03-01", "meeting held"),
    ev("y", "2026-03-05", "review decision sent", choice="maintain")], "2026-03-20", {
    "R1@p": want(d("2026-03-09"), "met in time"), "R1@y": want(d("2027-03-04"), "running", 349)})
case("R1: an amendment begins nothing", "plan", [
    ev("p", "2025-03-10", "plan made"), ev("a", "2025-09-01", "amended plan sent")], "2026-03-01",
    {"R1@p": want(d("2026-03-09"), "due soon", 8)})
case("R1: a plan of a reassessment begins it again", "plan", [
    ev("p", "2025-03-10", "plan made"), ev("a", "2025-09-01", "reassessed plan sent")], "2026-03-01", {
    "R1@p": want(d("2026-03-09"), "ended"), "R1@a": want(d("2026-08-31"), "running", 183)})
case("R5: Year 8 is too young", "review", [MEET], "2026-01-05", {}, absent=["R5"], matter={"born": "2012-10-01"})
case("R5: without a day of birth", "review", [MEET], "2026-01-05", {"R6": want(R + 14 * DAY, "due soon", 14)},
     matter={"born": None}, problems=["birth day needed"])

# Phase transfers: "before" and "by", and no weekend moves them.
for choice, on, named, rule in (
        ("primary to secondary", "2026-09-01", "2026-02-15", "P2"), ("early years to school", "2027-09-01",
         "2027-02-15", "P2"), ("infant to junior", "2026-09-01", "2026-02-15", "P2"),
        ("primary to middle", "2026-09-01", "2026-02-15", "P2"), ("middle to secondary", "2028-09-04",
         "2028-02-15", "P2"), ("secondary to college", "2026-09-01", "2026-03-31", "P1")):
    start = ev("t", "2025-09-15", "transfer planned", choice=choice, on=on)
    last = d(named) - DAY
    if d(named).year == 2026:
        done = ev("f", named, "amended plan sent")
        case(f"{rule}: {choice}, dated on the named day, before", "transfer", [start, done], "2026-06-01",
             {rule: want(last, "met late", 1, named=named)})
        case(f"{rule}: {choice}, dated on the named day, by", "transfer", [start, done], "2026-06-01",
             {rule: want(d(named), "met in time", named=named)}, settings={"fixedDayInTime": True})
    case(f"{rule}: {choice}", "transfer", [start], iso(last - 20 * DAY) if last.year == 2026 else "2026-01-05",
         {rule: want(last, "running", 20 if last.year == 2026 else (last - d("2026-01-05")).days, named=named),
          f"{rule}.setting": want(last, "running", 20 if last.year == 2026 else (last - d("2026-01-05")).days)})
for on in ("2026-07-31", "2026-09-01", "2027-01-04"):
    case(f"P3: {on}", "transfer", [ev("t", "2025-09-15", "transfer planned", choice="college to college", on=on)],
         "2025-10-01", {"P3": want(add_months(d(on), -5), "running", (add_months(d(on), -5) - d("2025-10-01")).days),
                        "P3.setting": want(add_months(d(on), -5), "running",
                                           (add_months(d(on), -5) - d("2025-10-01")).days)})

# Moves: aware 14, 15 and 16 working days before; after the move; Easter between.
for aware, move in (("2026-01-05", "2026-01-23"), ("2026-01-05", "2026-01-26"), ("2026-01-05", "2026-01-27"),
                    ("2026-02-10", "2026-02-02"), ("2026-03-23", "2026-04-10"), ("2026-05-20", "2026-05-29"),
                    ("2026-12-19", "2026-12-21")):
    before = sum(working(d(aware) + i * DAY) for i in range((d(move) - d(aware)).days))
    due = d(move) if before >= 15 else max(d(move), wd_beginning(15)(d(aware)))
    case(f"M1: aware {aware}, move {move}", "move", [ev("t", aware, "move known", on=move)], iso(due),
         {"M1": want(due, "due soon", 0)})
case("M4: the later is the year", "move", [
    ev("p", "2025-10-01", "plan made"), ev("t", "2026-01-05", "plan transferred")], "2026-02-01",
    {"M4": want(d("2026-09-30"), "running", 241)})
case("M4: without the last review no day can be told", "move", [ev("t", "2026-01-05", "plan transferred")],
     "2026-02-01", {"M4": want(None, "running"), "M3": want(R + 42 * DAY, "running", 15)},
     problems=["event needed"])
case("M6: an arrival begins the weeks anew", "request", [ev("t", "2026-01-05", "arrived during assessment")],
     "2026-02-01", {"A2": want(R + 42 * DAY, "running", 15), "A8": want(R + 140 * DAY, "running", 113)})
case("A2: a duty without a request", "request", [ev("t", "2026-01-05", "responsibility arose")], "2026-02-01",
     {"A2": want(R + 42 * DAY, "running", 15)})

# The tribunal: August, Christmas, the certificate, skipped days.
for start, cert in (("2026-05-31", None), ("2026-06-01", None), ("2026-06-30", None), ("2026-10-24", None),
                    ("2026-10-25", None), ("2026-11-01", None), ("2026-11-02", None), ("2025-10-31", None),
                    ("2026-01-05", "2026-02-28"), ("2026-01-05", "2026-01-20"), ("2026-06-01", "2026-07-10"),
                    ("2025-12-30", None), ("2024-12-31", None)):
    end = add_months(d(start), 2)
    events = [ev("t", start, "decision notice sent")]
    if cert:
        end = max(end, add_months(d(cert), 1))
        events.append(ev("c", cert, "certificate issued"))
    due = tribunal_end(end)
    case(f"T1: notice {start}, certificate {cert}", "appeal", events, iso(due), {"T1": want(due, "due soon", 0)})
case("T1: without rule 12", "appeal", [ev("t", "2026-06-15", "decision notice sent")], "2026-08-15",
     {"T1": want(d("2026-08-15"), "due soon", 0)}, settings={"tribunalRules": False})
for start in ("2026-07-15", "2026-12-01", "2026-12-18", "2026-08-10"):
    due = tribunal_days(30, True)(d(start))
    case(f"T5: sent {start}", "appeal", [ev("t", start, "appeal sent to authority")], iso(due + DAY),
         {"T5": want(due, "overdue", 1)})
for start in ("2026-07-20", "2026-12-10"):
    due = next_working(tribunal_days(28, False)(d(start)))
    case(f"T8: reasons {start}", "appeal", [ev("t", start, "written reasons sent")], iso(due),
         {"T8": want(due, "due soon", 0)})
case("T5: the tribunal's own day prevails", "appeal", [
    ev("t", "2026-01-05", "appeal sent to authority"),
    ev("o", "2026-01-06", "other day set", rules=["T5"], on="2026-02-27")], "2026-02-20",
    {"T5": want(d("2026-02-27"), "due soon", 7)})

# Ceasing: the plan is kept until the time to appeal is over, or the appeal is.
NOT = [ev("k", "2026-01-04", "decision to cease"), ev("t", "2026-01-05", "cease notice sent")]
case("S10: ceased a day early", "plan", NOT + [ev("z", "2026-03-05", "plan ceased")], "2026-04-01",
     {"S10": want(d("2026-03-05"), "too early", 1)})
case("S10: ceased afterwards", "plan", NOT + [ev("z", "2026-03-06", "plan ceased")], "2026-04-01",
     {"S10": want(d("2026-03-05"), "met in time")})
case("S10: an appeal holds it open", "plan", NOT + [ev("q", "2026-02-01", "appeal received")], "2026-04-01",
     {"S10": want(None, "running")})
case("S10: until it is decided", "plan", NOT + [
    ev("q", "2026-02-01", "appeal received"), ev("e", "2026-05-12", "appeal decided")], "2026-05-10", {},
    problems=["in the future"])
FINAL = lambda text: next_working(tribunal_days(28, False)(d(text)))
for label, more, due in (
        ("decided", [ev("e", "2026-05-12", "appeal decided")], FINAL("2026-05-12")),
        ("decided, reasons later", [ev("e", "2026-05-12", "appeal decided"),
                                    ev("g", "2026-05-20", "written reasons sent")], FINAL("2026-05-20")),
        ("decided in July: August is not counted", [ev("e", "2026-07-20", "appeal decided")], FINAL("2026-07-20")),
        ("withdrawn", [ev("e", "2026-05-12", "appeal withdrawn")], d("2026-05-12")),
        ("permission refused late", [ev("e", "2026-05-12", "appeal decided"), ev("p", "2026-06-01", "permission asked for"),
                                     ev("r", "2026-07-10", "permission refused")], d("2026-07-10")),
        ("decided on the further appeal", [ev("e", "2026-05-12", "appeal decided"), ev("p", "2026-06-01", "permission asked for"),
                                           ev("r", "2026-09-10", "appeal decided")], FINAL("2026-09-10"))):
    held = NOT + [ev("q", "2026-02-01", "appeal received"), *more]
    for label2, ceased, status, days_ in (("that day", due, "too early", 1), ("the day after", due + DAY, "met in time", None)):
        case(f"S10: an appeal {label}, ceased {label2}", "plan", held + [ev("z", iso(ceased), "plan ceased")],
             iso(ceased + DAY), {"S10": want(due, status, days_)})
case("S10: a further appeal holds it open again", "plan", NOT + [
    ev("q", "2026-02-01", "appeal received"), ev("e", "2026-05-12", "appeal decided"),
    ev("p", "2026-06-01", "permission asked for")], "2026-07-01", {"S10": want(None, "running")})
case("S2: six months are not over", "plan", [ev("t", "2025-08-31", "plan made")], "2026-02-20",
     {"S2@t": want(d("2026-02-28"), "running", 8)})
case("S2: six months are over", "plan", [ev("t", "2025-08-31", "plan made")], "2026-03-01",
     {"S2@t": want(d("2026-02-28"), "ended")})
for sector, born, ends, due, rule in (
        ("further education", "2001-08-01", "2027-07-20", "2027-07-31", "S13.furtherEducation"),
        ("further education", "2001-07-31", "2026-07-20", "2026-07-31", "S13.furtherEducation"),
        ("apprenticeship", "2001-08-15", "2027-06-30", "2027-06-30", "S13.apprenticeship"),
        ("apprenticeship", "2001-08-15", "2027-12-31", "2027-08-14", "S13.apprenticeship"),
        ("other course", "2004-02-29", "2031-01-01", "2030-02-28", "S13.other")):
    case(f"S13: {sector}, born {born}, ends {ends}", "plan", [
        ev("t", "2026-01-05", "course known", choice=sector, on=ends)], "2026-01-10",
        {rule: want(d(due), "running", (d(due) - d("2026-01-10")).days)}, matter={"born": born})
case("S11: 17", "plan", [ev("t", "2026-01-05", "left education")], "2026-01-10", {"S11@t": want(None, "running")},
     matter={"born": "2008-01-06"}, absent=["S12@t"])
case("S12: 18 on the day", "plan", [ev("t", "2026-01-05", "left education")], "2026-01-10",
     {"S12@t": want(None, "running")}, matter={"born": "2008-01-05"}, absent=["S11@t"])

# Settings, arrival, recipients.
case("The day of receipt counted", "request", [REQ], "2026-02-01", {
    "A2": want(R + 41 * DAY, "running", 14 + 0) | {"status": "due soon"}, "A8": want(R + 139 * DAY, "running", 112)},
    settings={"countReceiptDay": True})
case("A3: runs from arrival", "request", [REQ, {**ASK, "on": "2026-02-13"}], "2026-03-01",
     {"A3/EP": want(d("2026-03-27"), "running", 26)})
case("A3: the first advice counts, returned or not", "request", [
    REQ, ASK, ev("v", "2026-03-20", "advice received", choice="psychologist", about="EP"),
    ev("b", "2026-03-22", "advice returned", choice="psychologist", about="EP"),
    ev("v2", "2026-04-20", "advice received", choice="psychologist", about="EP")], "2026-05-01",
    {"A3/EP": want(DUE3, "met in time")})
case("A3: an existing report agreed by all", "request", [
    REQ, ASK, ev("v", "2026-03-01", "existing report used", choice="psychologist", about="EP")], "2026-03-02",
    {"A3/EP": want(DUE3, "met in time")})
TWO = {"holders": ["parent 1", "parent 2"]}
HALF = ev("n1", "2026-02-10", "assessment notice sent", to=["parent 1", "setting"])
case("Two parents, one told", "request", [REQ, HALF], "2026-02-20", {
    "A2": want(R + 42 * DAY, "overdue", 4), "A2.setting": want(R + 42 * DAY, "met in time"),
    "A2.icb": want(R + 42 * DAY, "overdue", 4)}, matter=TWO)
case("Two parents, told one after the other", "request", [
    REQ, HALF, ev("n2", "2026-02-18", "assessment notice sent", to=["parent 2", "icb"])], "2026-02-20", {
    "A2": want(R + 42 * DAY, "met late", 2), "A2.icb": want(R + 42 * DAY, "met late", 2)}, matter=TWO)
case("A holder whose rights had ended", "request", [REQ, HALF], "2026-02-20",
     {"A2": want(R + 42 * DAY, "met in time")},
     matter={"holders": ["parent 1", {"name": "parent 2", "until": "2026-01-31"}]})
case("Withdrawn", "request", [REQ, ev("w", "2026-02-01", "request withdrawn")], "2026-06-01", {
    "A2": want(R + 42 * DAY, "ended"), "A8": want(R + 140 * DAY, "ended")})
case("Refused", "request", [REQ, ev("w", "2026-02-16", "assessment refusal sent")], "2026-06-01", {
    "A2": want(R + 42 * DAY, "met in time"), "A8": want(R + 140 * DAY, "ended"),
    "A4": want(R + 112 * DAY, "ended")})
case("Refused, then reversed", "request", [
    REQ, ev("w", "2026-02-16", "assessment refusal sent"), ev("v", "2026-03-20", "decision reversed"),
    ev("n", "2026-03-21", "assessment notice sent")], "2026-06-01", {
    "A2": want(R + 42 * DAY, "met in time"), "A8": want(R + 140 * DAY, "overdue", 7)})

# Corrections.
WRONG = ev("t", "2026-01-07", "request received")
RIGHT = ev("t2", "2026-01-05", "request received", corrects="t")
case("A correction", "request", [WRONG, RIGHT], "2026-02-20", {"A2": want(R + 42 * DAY, "overdue", 4)})
case("A correction withdrawn", "request", [
    WRONG, RIGHT, ev("w", "2026-02-01", "withdrawal", withdraws="t2")], "2026-02-20",
    {"A2": want(R + 44 * DAY, "overdue", 2)})
case("A correction corrected", "request", [
    WRONG, RIGHT, ev("t3", "2026-01-06", "request received", corrects="t2")], "2026-02-20",
    {"A2": want(R + 43 * DAY, "overdue", 3)})
case("A withdrawal withdrawn", "request", [
    REQ, ev("w", "2026-02-01", "withdrawal", withdraws="t"), ev("w2", "2026-02-02", "withdrawal", withdraws="w")],
    "2026-02-20", {"A2": want(R + 42 * DAY, "overdue", 4)})

# Complaints and information.
OLD = ev("t", "2026-03-31", "complaint received", choice="council")
case("K1: before the code", "complaint", [OLD], "2026-04-10", {}, absent=["K1.receipt"])
ACK = ev("a", "2026-04-28", "complaint acknowledged", choice="council")
GOT = ev("t", "2026-04-24", "complaint received", choice="council")
for on, due, problems in (("2026-05-20", "2026-05-20", []), ("2026-06-30", iso(wd(20)(d("2026-04-28"))), [
        "extended too far"])):
    case(f"K1: extended to {on}", "complaint", [
        GOT, ACK, ev("o", "2026-05-05", "other day set", rules=["K1"], on=on)], "2026-05-06",
        {"K1": want(d(due), "due soon" if (d(due) - d("2026-05-06")).days <= 14 else "running",
                    (d(due) - d("2026-05-06")).days)}, problems=problems)
SAR = ev("t", "2026-01-31", "information requested", choice="subject access")
case("I1: no such day in February", "information request", [SAR], "2026-02-20",
     {"I1": want(d("2026-03-02"), "due soon", 10)})
case("I2: told in time", "information request", [SAR, ev("x", "2026-03-02", "extension told")], "2026-03-10",
     {"I1": want(d("2026-04-30"), "running", 51)})
case("I2: told too late", "information request", [SAR, ev("x", "2026-03-03", "extension told")], "2026-03-10",
     {"I1": want(d("2026-03-02"), "overdue", 8)}, problems=["extended too late"])
case("I3: the clock stands still", "information request", [SAR, ev("x", "2026-02-10", "clarification asked")],
     "2026-03-10", {"I1": want(None, "running")})
case("I3: and goes on", "information request", [
    SAR, ev("x", "2026-02-10", "clarification asked"), ev("y", "2026-02-17", "clarification received")],
    "2026-03-01", {"I1": want(next_working(d("2026-02-28") + 7 * DAY), "due soon", 8)})
case("I4: St Patrick's Day", "information request", [
    ev("t", "2026-03-02", "information requested", choice="freedom of information")], "2026-03-31",
    {"I4": want(d("2026-03-31"), "due soon", 0)})
case("I4: twenty days more, told in time", "information request", [
    ev("t", "2026-03-02", "information requested", choice="environmental"),
    ev("x", "2026-03-20", "extension told")], "2026-03-31",
    {"I4.environmental": want(wd(40, UK)(d("2026-03-02")), "running", (
        wd(40, UK)(d("2026-03-02")) - d("2026-03-31")).days)})
case("I5: without terms", "information request", [
    ev("t", "2026-09-07", "information requested", choice="educational record")], "2026-09-10",
    {"I5": want(None, "running")}, problems=["terms needed"])
case("I6: the clocks go back", "information request", [
    ev("t", "2026-10-24", "breach known", time="00:30")], "2026-10-24", {"I6": want(d("2026-10-26"), "due soon", 2)})
case("I6: the clocks go forward", "information request", [
    ev("t", "2026-03-27", "breach known", time="23:30")], "2026-03-27", {"I6": want(d("2026-03-31"), "due soon", 4)})

# Bad input: each is named, and what does not rest on it is given.
case("In the future", "request", [REQ, ev("n", "2026-03-01", "assessment notice sent")], "2026-02-20",
     {"A8": want(R + 140 * DAY, "running", 94)}, problems=["in the future"], withheld=["A2"])
case("Before birth", "request", [ev("b", "2009-01-05", "draft sent"), REQ], "2026-02-20",
     {"A2": want(R + 42 * DAY, "overdue", 4)}, problems=["before birth"], matter={"born": "2015-01-01"})
case("A decision before its request", "request", [REQ, ev("n", "2026-01-04", "assessment notice sent")],
     "2026-02-20", {"A8": want(R + 140 * DAY, "running", 94)}, problems=["impossible order"], withheld=["A2"])
case("Two decisions that cannot both stand", "request", [
    REQ, NOTICE, ev("q", "2026-02-12", "assessment refusal sent"), ASK], "2026-02-20",
    {"A1": want(None, "running")}, problems=["contradiction"], withheld=["A2", "A8"])
case("Advice from somebody never asked", "request", [
    REQ, ASK, ev("v", "2026-03-01", "advice received", choice="health", about="H")], "2026-03-02",
    {"A3/EP": want(DUE3, "running", 22)}, problems=["never asked"])
case("An unknown kind", "request", [REQ, ev("u", "2026-02-01", "tea drunk")], "2026-02-01",
     {"A2": want(R + 42 * DAY, "running", 15)}, problems=["unknown kind"])
case("An unknown word", "request", [REQ, ev("u", "2026-02-01", "advice asked", choice="wizard")], "2026-02-01",
     {"A2": want(R + 42 * DAY, "running", 15)}, problems=["unknown word", "missing"])
case("A day that does not exist", "request", [REQ, ev("u", "2026-02-30", "draft sent")], "2026-02-01",
     {"A2": want(R + 42 * DAY, "running", 15)}, problems=["unreadable day"])
case("A span that ends before it begins", "request", [REQ, ev("u", "2026-01-30", "absence", until="2026-01-01", **{
    "from": "2026-01-20"})], "2026-02-01", {"A2": want(R + 42 * DAY, "running", 15)},
    problems=["ends before it begins", "missing"])
case("Two entries with one id", "request", [REQ, ev("t", "2026-02-01", "draft sent")], "2026-02-01",
     {"A2": want(R + 42 * DAY, "running", 15)}, problems=["doubled"])
case("A correction of nothing", "request", [REQ, ev("u", "2026-02-01", "draft sent", corrects="zz")], "2026-02-01",
     {"A2": want(R + 42 * DAY, "running", 15)}, problems=["nothing to correct"])
case("An unknown rule", "request", [REQ, ev("u", "2026-02-01", "other day set", rules=["Z9"], on="2026-03-01")],
     "2026-02-01", {"A2": want(R + 42 * DAY, "running", 15)}, problems=["unknown rule"])
case("A limit that cannot be agreed away", "request", [
    REQ, ev("u", "2026-02-01", "other day set", rules=["A8"], on="2026-09-01")], "2026-02-01",
    {"A8": want(R + 140 * DAY, "running", 113)}, problems=["cannot be changed"])
case("Beyond the holidays that are known", "mediation", [
    ev("t", "2028-12-29", "mediation declined")], "2028-12-30", {}, problems=["beyond holidays"])
