"""Whose turn it was, and the latest safe day of coming steps, worked out by hand from the written rules."""
from cases import *

# Whose turn.
case("Turns of a request", "request", [
    REQ, ev("p", "2026-01-20", "papers sent to decision maker"), ev("q", "2026-01-27", "decision to assess"),
    ev("a1", "2026-01-28", "advice asked", choice="psychologist", about="EP"),
    ev("a2", "2026-01-28", "advice asked", choice="health", about="H"),
    ev("v1", "2026-02-20", "advice received", choice="health", about="H"),
    ev("v2", "2026-03-10", "advice received", choice="psychologist", about="EP"),
    ev("d", "2026-04-01", "draft sent"), ev("c", "2026-04-03", "setting consulted", about="S1"),
    ev("e", "2026-04-20", "setting answered", about="S1"), ev("f", "2026-05-01", "final plan sent")],
    "2026-06-01", {}, turns=[
        ["2026-01-05", "2026-01-19", "officer"], ["2026-01-20", "2026-01-26", "decision maker"],
        ["2026-01-27", "2026-01-27", "officer"],
        ["2026-01-28", "2026-02-19", "advice giver: EP + advice giver: H"],
        ["2026-02-20", "2026-03-09", "advice giver: EP"], ["2026-03-10", "2026-03-31", "officer"],
        ["2026-04-01", "2026-04-02", "family"], ["2026-04-03", "2026-04-15", "family + setting: S1"],
        ["2026-04-16", "2026-04-19", "setting: S1"], ["2026-04-20", "2026-04-30", "officer"]])
case("Ahead of a request", "request", [REQ], "2026-01-10", {}, ahead={
    "ask for advice": iso(R + 70 * DAY), "send the draft": iso(R + 125 * DAY),
    "consult settings": iso(R + 125 * DAY)})
case("Ahead of a request that will have a plan", "request", [REQ, ev("q", "2026-02-20", "decision to issue")],
     "2026-02-20", {}, ahead={"ask for advice": iso(R + 83 * DAY)})
case("Ahead of a review", "review", [ev("p", "2025-06-10", "plan made")], "2026-01-10", {}, ahead={
    "start the review": "2026-04-14", "invite": "2026-04-28", "hold the meeting": "2026-05-12"})
case("Ahead of a transfer", "transfer", [
    ev("t", "2025-09-15", "transfer planned", choice="primary to secondary", on="2026-09-01")], "2025-10-01", {},
    ahead={"send the amendments": "2025-12-20", "hold the meeting": "2025-11-22"})

MEAN = {"choice": "psychologist", "about": "EP"}


def turns(name, kind, events, today, spans, over=False, **more):
    """Spans as (first, last, who); each one's own days are counted from them."""
    own = {}
    for first, last, who in spans:
        for one in who.split(" + "):
            own[one] = own.get(one, 0) + (d(last) - d(first)).days + 1
    case("Turns: " + name, kind, events, today, {}, turns=[list(span) for span in spans], over=over, ownDays=own, **more)


turns("a decision-maker beside a giver of advice", "request", [
    REQ, ev("a", "2026-01-20", "advice asked", **MEAN), ev("p", "2026-02-16", "papers sent to decision maker"),
    ev("q", "2026-02-23", "decision to issue"), ev("v", "2026-03-01", "advice received", **MEAN)], "2026-03-05", [
    ("2026-01-05", "2026-01-19", "officer"), ("2026-01-20", "2026-02-15", "advice giver: EP"),
    ("2026-02-16", "2026-02-22", "advice giver: EP + decision maker"), ("2026-02-23", "2026-02-28", "advice giver: EP"),
    ("2026-03-01", "2026-03-05", "officer")])
turns("advice sent back", "request", [
    REQ, ev("a", "2026-01-20", "advice asked", **MEAN), ev("v", "2026-02-16", "advice received", **MEAN),
    ev("b", "2026-02-20", "advice returned", **MEAN), ev("v2", "2026-03-01", "advice received", **MEAN)], "2026-03-05", [
    ("2026-01-05", "2026-01-19", "officer"), ("2026-01-20", "2026-02-15", "advice giver: EP"),
    ("2026-02-16", "2026-02-19", "officer"), ("2026-02-20", "2026-02-28", "advice giver: EP"),
    ("2026-03-01", "2026-03-05", "officer")])
turns("refused, and reversed a month later", "request", [
    REQ, ev("w", "2026-02-16", "assessment refusal sent"), ev("v", "2026-03-20", "decision reversed")], "2026-03-25", [
    ("2026-01-05", "2026-02-15", "officer"), ("2026-03-20", "2026-03-25", "officer")])
turns("nothing after the end", "request", [
    REQ, ev("w", "2026-02-16", "request withdrawn"), ev("v", "2026-03-20", "decision to assess")], "2026-03-25", [
    ("2026-01-05", "2026-02-15", "officer")], over=True)
turns("a review that keeps the plan", "review", [
    ev("p", "2026-01-05", "meeting planned", on="2026-02-10"), ev("m", "2026-02-10", "meeting held"),
    ev("r", "2026-02-20", "review report sent"), ev("x", "2026-03-05", "review decision sent", choice="maintain")],
    "2026-04-01", [("2026-01-05", "2026-02-19", "setting"), ("2026-02-20", "2026-03-04", "officer")], over=True)
turns("a review that amends it", "review", [
    MEET, ev("r", "2026-01-15", "review report sent"), DEC, AMENDN,
    ev("c", "2026-02-03", "setting consulted", about="S1"), ev("e", "2026-02-15", "setting answered", about="S1"),
    ev("f", "2026-03-02", "amended plan sent")], "2026-04-01", [
    ("2026-01-05", "2026-01-14", "setting"), ("2026-01-15", "2026-01-25", "officer"),
    ("2026-01-26", "2026-02-02", "family"), ("2026-02-03", "2026-02-09", "family + setting: S1"),
    ("2026-02-10", "2026-02-14", "setting: S1"), ("2026-02-15", "2026-03-01", "officer")], over=True)
turns("a review that the authority holds", "review", [MEET], "2026-01-20", [("2026-01-05", "2026-01-20", "officer")],
      matter={"settingHoldsReview": False})
turns("a transfer", "transfer", [
    ev("t", "2025-09-15", "transfer planned", choice="primary to secondary", on="2026-09-01"),
    ev("p", "2025-10-01", "meeting planned", on="2025-11-10"), ev("m", "2025-11-10", "meeting held"),
    ev("r", "2025-11-20", "review report sent"), ev("x", "2025-12-01", "review decision sent", choice="amend"),
    ev("a", "2025-12-01", "amendment notice sent"), ev("f", "2026-02-01", "amended plan sent")], "2026-02-10", [
    ("2025-09-15", "2025-09-30", "officer"), ("2025-10-01", "2025-11-19", "setting"),
    ("2025-11-20", "2025-11-30", "officer"), ("2025-12-01", "2025-12-15", "family"),
    ("2025-12-16", "2026-01-31", "officer")], over=True)
turns("an amendment without a review", "plan", [
    ev("a", "2026-01-05", "amendment notice sent"), ev("c", "2026-01-13", "comments received"),
    ev("f", "2026-02-01", "amended plan sent")], "2026-02-10", [
    ("2026-01-05", "2026-01-12", "family"), ("2026-01-13", "2026-01-31", "officer")], over=True)
CEASE = [ev("k", "2026-02-04", "decision to cease"), ev("n", "2026-02-04", "cease notice sent")]
# The two months end on Saturday 4 April; Friday and Monday are holidays.
turns("ceasing, and no appeal", "plan", [
    ev("c", "2026-01-05", "ceasing considered"), ev("o", "2026-01-12", "ceasing consulted on", to=["family", "setting"]),
    ev("k", "2026-02-02", "decision to cease"), CEASE[1], ev("z", "2026-04-10", "plan ceased")], "2026-05-01", [
    ("2026-01-05", "2026-01-11", "officer"), ("2026-01-12", "2026-02-01", "family + setting"),
    ("2026-02-02", "2026-02-03", "officer"), ("2026-02-04", "2026-04-07", "family"),
    ("2026-04-08", "2026-04-09", "officer")], over=True)
turns("ceasing, and an appeal", "plan", CEASE + [
    ev("q", "2026-03-02", "appeal received"), ev("s", "2026-03-05", "appeal sent to authority"),
    ev("r", "2026-04-15", "response sent"), ev("h", "2026-05-20", "hearing held"), ev("e", "2026-06-01", "appeal decided"),
    ev("p", "2026-06-15", "permission asked for"), ev("u", "2026-07-01", "permission refused")], "2026-07-10", [
    ("2026-02-04", "2026-03-01", "family"), ("2026-03-02", "2026-03-04", "tribunal"),
    ("2026-03-05", "2026-04-14", "authority"), ("2026-04-15", "2026-05-31", "tribunal"),
    ("2026-06-01", "2026-06-14", "officer"), ("2026-06-15", "2026-06-30", "tribunal"),
    ("2026-07-01", "2026-07-10", "officer")])
ASKR = ev("t", "2026-01-05", "reassessment requested")
turns("a reassessment refused", "plan", [ASKR, ev("x", "2026-01-18", "reassessment decision sent", choice="refused")],
      "2026-02-01", [("2026-01-05", "2026-01-17", "officer")], over=True)
turns("a reassessment", "plan", [
    ASKR, ev("x", "2026-01-15", "reassessment decision sent", choice="agreed"),
    ev("a", "2026-01-16", "advice asked", choice="health", about="H"),
    ev("v", "2026-02-20", "advice received", choice="health", about="H"), ev("d", "2026-03-02", "draft sent"),
    ev("f", "2026-03-30", "reassessed plan sent")], "2026-04-01", [
    ("2026-01-05", "2026-01-15", "officer"), ("2026-01-16", "2026-02-19", "advice giver: H"),
    ("2026-02-20", "2026-03-01", "officer"), ("2026-03-02", "2026-03-16", "family"),
    ("2026-03-17", "2026-03-29", "officer")], over=True)
turns("a move", "move", [
    ev("t", "2026-01-05", "move known", on="2026-01-26"), ev("p", "2025-06-01", "plan made"),
    ev("x", "2026-01-26", "plan transferred"), ev("l", "2026-02-20", "transfer letter sent")], "2026-03-01", [
    ("2026-01-05", "2026-01-25", "old authority"), ("2026-01-26", "2026-02-19", "new authority")], over=True)
NOTICED = ev("n", "2026-01-05", "decision notice sent")
turns("mediation with health issues, and an agreement", "mediation", [
    NOTICED, ev("c", "2026-01-20", "adviser contacted"), ev("w", "2026-01-22", "mediation wanted", choice="with health"),
    ev("i", "2026-01-26", "icb told of mediation", choice="with health"),
    ev("s", "2026-02-02", "mediation date set", on="2026-02-18"), ev("h", "2026-02-18", "mediation held"),
    ev("e", "2026-02-18", "mediation ended"), ev("g", "2026-02-18", "agreement reached", choice="amend contents"),
    ev("z", "2026-02-20", "certificate issued"), ev("f", "2026-03-10", "amended plan sent")], "2026-04-01", [
    ("2026-01-05", "2026-01-19", "family"), ("2026-01-20", "2026-01-21", "mediation adviser"),
    ("2026-01-22", "2026-01-25", "authority"), ("2026-01-26", "2026-02-01", "authority + icb"),
    ("2026-02-02", "2026-02-17", "parties"), ("2026-02-18", "2026-02-19", "authority + mediation adviser"),
    ("2026-02-20", "2026-03-09", "authority + family")], over=True)
turns("mediation declined", "mediation", [
    NOTICED, ev("w", "2026-01-12", "mediation declined"), ev("z", "2026-01-14", "certificate issued")], "2026-02-01", [
    ("2026-01-05", "2026-01-11", "family"), ("2026-01-12", "2026-01-13", "mediation adviser"),
    ("2026-01-14", "2026-02-01", "family")])
turns("mediation about health alone, agreed without the authority", "mediation", [
    ev("w", "2026-01-05", "mediation wanted", choice="health only"),
    ev("i", "2026-01-08", "icb told of mediation", choice="health only"), ev("h", "2026-02-01", "mediation held"),
    ev("e", "2026-02-01", "mediation ended"), ev("g", "2026-02-01", "agreement without authority"),
    ev("z", "2026-02-03", "certificate issued"), ev("k", "2026-02-06", "authority told of agreement")], "2026-02-10", [
    ("2026-01-05", "2026-01-07", "authority"), ("2026-01-08", "2026-01-31", "icb"),
    ("2026-02-01", "2026-02-02", "icb + mediation adviser"), ("2026-02-03", "2026-02-05", "family + icb"),
    ("2026-02-06", "2026-02-10", "family")])
turns("an appeal with a direction", "appeal", [
    NOTICED, ev("q", "2026-02-10", "appeal received"), ev("s", "2026-02-12", "appeal sent to authority"),
    ev("r", "2026-03-20", "response sent"), ev("g", "2026-03-25", "direction given", about="bundle", on="2026-04-20"),
    ev("m", "2026-04-15", "direction met", about="bundle"), ev("h", "2026-05-10", "hearing held"),
    ev("e", "2026-05-20", "appeal decided")], "2026-06-01", [
    ("2026-01-05", "2026-02-09", "family"), ("2026-02-10", "2026-02-11", "tribunal"),
    ("2026-02-12", "2026-03-19", "authority"), ("2026-03-20", "2026-03-24", "tribunal"),
    ("2026-03-25", "2026-04-14", "parties: bundle"), ("2026-04-15", "2026-05-19", "tribunal")], over=True)
turns("a recommendation about health", "appeal", [
    ev("q", "2026-02-10", "appeal received"), ev("e", "2026-05-20", "appeal decided"),
    ev("m", "2026-05-20", "recommendation made", choice="health"),
    ev("a", "2026-06-10", "recommendation answered", choice="health"),
    ev("s", "2026-06-12", "secretary of state told", choice="health")], "2026-07-01", [
    ("2026-02-10", "2026-05-19", "tribunal"), ("2026-05-20", "2026-06-09", "icb"),
    ("2026-06-10", "2026-06-11", "authority")], over=True)
turns("an order to make a plan", "order", [
    ORD, ev("d", "2026-01-20", "draft sent"), ev("f", "2026-02-20", "final plan sent")], "2026-03-01", [
    ("2026-01-05", "2026-01-19", "authority"), ("2026-01-20", "2026-02-03", "family"),
    ("2026-02-04", "2026-02-19", "authority")], over=True)
for choice, done, last in (("keep and amend", "amended plan sent", "2026-01-31"), ("keep plan", "plan maintained", "2026-01-07")):
    turns(f"an order: {choice}", "order", [
        ev("t", "2026-01-05", "order made", choice=choice), ev("m", "2026-01-08", "plan maintained"),
        *([ev("f", "2026-02-01", done)] if done == "amended plan sent" else [])], "2026-03-01",
        [("2026-01-05", last, "authority")], over=True)
STAGE = lambda scheme: {"choice": scheme}
turns("a complaint to the council and the ombudsman", "complaint", [
    GOT, ACK, ev("x", "2026-05-11", "complaint answered", choice="council"),
    ev("y", "2026-05-20", "stage two asked", choice="council"), ev("z", "2026-06-20", "stage two answered", choice="council"),
    ev("o", "2026-07-01", "ombudsman asked")], "2026-07-05", [
    ("2026-04-24", "2026-05-10", "complaint handler"), ("2026-05-11", "2026-05-19", "family"),
    ("2026-05-20", "2026-06-19", "complaint handler"), ("2026-06-20", "2026-06-30", "family"),
    ("2026-07-01", "2026-07-05", "ombudsman")])
CARE = STAGE("childrens care")
turns("a complaint about social care to its panel", "complaint", [
    ev("t", "2026-01-05", "complaint received", **CARE), ev("x", "2026-01-19", "complaint answered", **CARE),
    ev("y", "2026-01-26", "stage two asked", **CARE), ev("z", "2026-02-27", "stage two answered", **CARE),
    ev("p", "2026-03-10", "panel asked"), ev("m", "2026-04-10", "panel met"), ev("r", "2026-04-16", "panel reported"),
    ev("a", "2026-05-01", "panel answered"), ev("w", "2026-05-20", "request withdrawn")], "2026-06-01", [
    ("2026-01-05", "2026-01-18", "complaint handler"), ("2026-01-19", "2026-01-25", "family"),
    ("2026-01-26", "2026-02-26", "complaint handler"), ("2026-02-27", "2026-03-09", "family"),
    ("2026-03-10", "2026-04-09", "complaint handler"), ("2026-04-10", "2026-04-15", "review panel"),
    ("2026-04-16", "2026-04-30", "complaint handler"), ("2026-05-01", "2026-05-19", "family")], over=True)
turns("an enquiry answered", "complaint", [
    ev("t", "2026-01-05", "complaint received", choice="member enquiry"),
    ev("x", "2026-01-12", "complaint answered", choice="member enquiry")], "2026-02-01", [
    ("2026-01-05", "2026-01-11", "complaint handler")], over=True)
turns("a question about a request for information", "information request", [
    SAR, ev("x", "2026-02-10", "clarification asked"), ev("y", "2026-02-17", "clarification received"),
    ev("g", "2026-03-01", "information given")], "2026-04-01", [
    ("2026-01-31", "2026-02-09", "authority"), ("2026-02-10", "2026-02-16", "family"),
    ("2026-02-17", "2026-02-28", "authority")], over=True)
turns("two budgets side by side", "personal budget", [
    ev("t", "2026-01-05", "budget requested"), ev("h", "2026-01-12", "health budget requested"),
    ev("x", "2026-02-01", "budget answered"), ev("y", "2026-02-10", "health budget answered")], "2026-03-01", [
    ("2026-01-05", "2026-01-11", "authority"), ("2026-01-12", "2026-01-31", "authority + icb"),
    ("2026-02-01", "2026-02-09", "icb")], over=True)

# Looking ahead: each step counted back from each kind of limit, and gone once it is taken.
at = lambda n: iso(R + n * DAY)
STEPS = ("ask for advice", "send the draft", "consult settings")


def ahead(name, kind, events, steps, today="2026-01-10", **more):
    case("Ahead: " + name, kind, events, today, {}, ahead=steps, **more)


ahead("a detained person's request", "request", [REQ], dict(zip(STEPS, (at(70), at(125), at(125)))),
      matter={"detained": True})
ahead("a request whose steps are taken", "request", [
    REQ, ASK, DRAFT, ev("c", "2026-04-20", "setting consulted", about="S1")], dict.fromkeys(STEPS), "2026-04-25")
ahead("a request that is over", "request", [REQ, ev("w", "2026-01-08", "request withdrawn")], dict.fromkeys(STEPS))
ahead("a reassessment", "plan", [ev("t", "2026-01-05", "decision to reassess")],
      dict(zip(STEPS, (at(41), at(83), at(83)))))
ahead("an order to assess", "order", [ev("t", "2026-01-05", "order made", choice="assess")],
      dict(zip(STEPS, (at(28), at(83), at(83)))))
ahead("an order to make a plan", "order", [ORD], dict(zip(STEPS, (None, at(62), at(62)))))
ahead("an appeal about a refusal to assess, not opposed", "appeal", [
    ev("t", "2026-01-05", "not opposed", choice="refusal to assess")], dict(zip(STEPS, (at(28), at(83), at(83)))))
ahead("an appeal about a refusal to issue, not opposed", "appeal", [
    ev("t", "2026-01-05", "not opposed", choice="refusal to issue")], dict(zip(STEPS, (None, at(62), at(62)))))
YEAR = ev("p", "2025-06-10", "plan made")
ahead("a plan due for review", "plan", [YEAR], {"start the review": "2026-04-14", "hold the meeting": "2026-05-12", "invite": None})
ahead("a review planned", "review", [YEAR, ev("m", "2026-01-08", "meeting planned", on="2026-03-02")], {
    "start the review": None, "invite": "2026-04-28", "hold the meeting": "2026-05-12"})
ahead("a review with invitations out", "review", [
    YEAR, ev("m", "2026-01-08", "meeting planned", on="2026-03-02"), ev("i", "2026-01-09", "invitations sent")], {
    "invite": None, "hold the meeting": "2026-05-12"})
ahead("a review held", "review", [YEAR, MEET], {
    "start the review": None, "invite": None, "hold the meeting": None, "send the amendments": at(69)})
ahead("a review that will amend", "review", [MEET, ev("x", "2026-01-09", "review decided", choice="amend")],
      {"send the amendments": at(28)})
ahead("amendments sent", "review", [MEET, AMENDN], {"send the amendments": None}, "2026-01-27")
for choice, on, due in (("primary to secondary", "2026-09-01", d("2026-02-14")), ("secondary to college", "2026-09-01",
                        d("2026-03-30")), ("college to college", "2026-09-01", d("2026-04-01"))):
    ahead(f"a transfer, {choice}", "transfer", [ev("t", "2025-09-15", "transfer planned", choice=choice, on=on)], {
        "send the amendments": iso(due - 56 * DAY), "hold the meeting": iso(due - 84 * DAY),
        "consult settings": iso(due - 15 * DAY)}, "2025-10-01")
for start in ("2026-01-05", "2026-03-10"):
    back = iso(wd(-5)(d(start) + 30 * DAY))
    wanted = ev("w", start, "mediation wanted", choice="without health")
    ahead(f"mediation wanted {start}", "mediation", [wanted], {"give notice of mediation": back}, start)
    ahead(f"mediation about health alone {start}", "mediation", [
        ev("i", start, "icb told of mediation", choice="health only")], {"give notice of mediation": back}, start)
    ahead(f"mediation wanted {start}, short notice agreed", "mediation", [wanted, ev("s", start, "short notice agreed")],
          {"give notice of mediation": None}, start)
turns("ceasing, the time to appeal ending on a working day", "plan", [
    ev("k", "2026-01-05", "decision to cease"), ev("n", "2026-01-05", "cease notice sent")], "2026-03-10", [
    ("2026-01-05", "2026-03-05", "family"), ("2026-03-06", "2026-03-10", "officer")])
turns("ceasing, with a certificate of mediation", "plan", [
    ev("k", "2026-01-05", "decision to cease"), ev("n", "2026-01-05", "cease notice sent"),
    ev("c", "2026-02-20", "certificate issued")], "2026-03-31", [
    ("2026-01-05", "2026-03-20", "family"), ("2026-03-21", "2026-03-31", "officer")])
