"""Every rule of the reference as one row: what sets it going, how its day is counted, what meets it.

A row: rule, kind of matter, trigger (kind and details), count, what meets it (kind and details), and options:
  tail     what the duty's id ends with, after the rule ("/psychologist", "@t")
  setup    events before the trigger, as (days before it, kind, details)
  on       a function from the trigger day to the day the trigger speaks of; the count starts there
  matter   further fields of the matter
  starts   days on which to try it, where the usual ones do not fit
"""
from days import *

S, I, C, F = {"to": ["setting"]}, {"to": ["icb"]}, {"to": ["care"]}, {}
REQ = ("request received", F)


def each(*kinds):
    return {"tail": "@t", **({"setup": list(kinds)} if kinds else {})}


def told(rule, matter, trigger, count, kind, extra, parties, /, **more):
    rows = [(rule, matter, trigger, count, (kind, extra), more)]
    for name in parties:
        options = dict(more)
        rows.append((f"{rule}.{name}", matter, trigger, count, (kind, {**extra, "to": [name]}), options))
    return rows


REQUEST = [
    *told("A1", "request", REQ, None, "considering notice sent", F, ["setting", "icb", "care"]),
    *told("A2", "request", REQ, weeks(6), "assessment notice sent", F, ["setting", "icb", "care"]),
    ("A3", "request", ("advice asked", {"choice": "psychologist"}), weeks(6),
     ("advice received", {"choice": "psychologist"}), {"tail": "/psychologist"}),
    *told("A4", "request", REQ, weeks(16), "issue refusal sent", F, ["setting", "icb"]),
    ("A5", "request", REQ, weeks(16), ("draft sent", F), {}),
    ("A7", "request", ("setting consulted", {"about": "S1"}), days(15),
     ("setting answered", {"about": "S1"}), {"tail": "/S1"}),
    *told("A8", "request", REQ, weeks(20), "final plan sent", F, ["setting", "icb"]),
    ("A9", "plan", ("plan made", F), days(0), ("provision secured", F), {"tail": "@t"}),
    ("A9.icb", "plan", ("plan made", F), days(0), ("health provision arranged", F), {"tail": "@t"}),
    ("A3.returned", "request", ("advice returned", {"choice": "psychologist"}), days(0),
     ("advice received", {"choice": "psychologist"}),
     {"tail": "/psychologist@t", "on": lambda t: t + 14 * DAY,
      "setup": [(20, "advice asked", {"choice": "psychologist"})]}),
    ("W1", "request", REQ, days(5), ("considering notice sent", F), {}),
    ("W10", "request", ("advice asked", {"choice": "health"}), days(40), ("advice chased", {"choice": "health"}),
     {"tail": "/health", "setup": [(30, "request received", F)]}),
    ("W14", "request", REQ, weeks(14), ("decision to issue", F), {}),
    ("W18", "request", ("setting consulted", {"about": "S1"}), days(26), ("setting answered", {"about": "S1"}),
     {"tail": "/S1", "setup": [(100, "request received", F)]}),
    ("A10.decision", "request", REQ, weeks(6), ("assessment refusal sent", F), {"matter": {"detained": True}}),
    ("A10.refusal", "request", REQ, weeks(16), ("issue refusal sent", F), {"matter": {"detained": True}}),
    ("A10.plan", "request", REQ, weeks(20), ("final plan sent", F), {"matter": {"detained": True}}),
    ("M6", "request", ("arrived during assessment", F), None, ("considering notice sent", F), {}),
]

HELD = ("meeting held", F)
PLANNED = {"on": lambda t: t + 60 * DAY}
NOATT = {"matter": {"attendsSetting": False}}
YEAR9 = {"matter": {"born": "2010-06-01"}}
AMEND = {"choice": "amend"}
OTHERS = ["officer", "icb", "care"]
HELD_BY_US = {"matter": {"settingHoldsReview": False}}


def invited(invite, advise, report, parties, more):
    """Invitations, advice sent round and report: to the family and to each of the others invited."""
    meeting = ("meeting planned", F)
    return [*told(invite, "review", meeting, weeks(-2), "invitations sent", F, parties, **PLANNED, **more),
            *told(advise, "review", meeting, weeks(-2), "advice circulated", F, parties, **PLANNED, **more),
            *told(report, "review", HELD, weeks(2), "review report sent", F, parties, **more)]


REVIEW = [
    ("R1", "review", ("plan made", F), months_beginning(12), ("review decision sent", {"choice": "maintain"}),
     {"tail": "@t"}),
    ("R2", "review", ("term planned", F), weeks(-2), ("review list sent", S), PLANNED),
    ("R2.icb", "review", ("term planned", F), weeks(-2), ("review list sent", I), PLANNED),
    ("R2.care", "review", ("term planned", F), weeks(-2), ("review list sent", C), PLANNED),
    *invited("R3", "R4", "R6", OTHERS, {}),
    *invited("R3.authority", "R4.authority", "R6.authority", ["setting", *OTHERS], HELD_BY_US),
    *invited("R12.invitations", "R12.advice", "R12.report", OTHERS, NOATT),
    ("R5", "review", HELD, days(0), ("adulthood considered", F), YEAR9),
    ("R5.authority", "review", HELD, days(0), ("adulthood considered", F),
     {"matter": {"settingHoldsReview": False, "born": "2010-06-01"}}),
    ("R12.adulthood", "review", HELD, days(0), ("adulthood considered", F),
     {"matter": {"attendsSetting": False, "born": "2010-06-01"}}),
    *told("R7", "review", HELD, weeks(4), "review decision sent", AMEND, ["setting"]),
    ("R8", "review", ("review decided", AMEND), lambda t: t + 21 * DAY, ("amendment notice sent", F),
     {"setup": [(7, "meeting held", F)]}),
    *told("R10", "review", HELD, weeks(12), "amended plan sent", F, ["setting", "icb"]),
    ("R11", "review", ("decision not to amend", F), lambda t: t + 49 * DAY,
     ("decision not to amend sent", F), {"setup": [(10, "meeting held", F), (7, "amendment notice sent", F)]}),
    ("R13", "review", ("plan made", F), months(6), ("early review considered", F),
     {"tail": "@t", "matter": {"born": "2022-06-01"}}),
    ("R14", "review", ("released from custody", F), None, ("review decision sent", {"choice": "maintain"}), {}),
]

REASSESS = ("reassessment decision sent", {"choice": "agreed"})
ASKED = (10, "reassessment requested", F)
PLAN = [
    ("S1", "plan", ("reassessment requested", F), days(15), REASSESS, {"tail": "@t"}),
    *told("S3", "plan", REASSESS, weeks(14), "reassessed plan sent", F, ["setting", "icb"], **each(ASKED)),
    ("S5", "plan", ("advice asked", {"choice": "health", "about": "H1"}), weeks(6),
     ("advice not known", {"choice": "health", "about": "H1"}), {"tail": "/H1"}),
    ("S6", "plan", ("reassessment ended without plan", F), None, ("reassessment outcome sent", F), each()),
    *told("S7.plan", "plan", ("amendment notice sent", F), weeks(8), "amended plan sent", F,
          ["setting", "icb"], **each()),
    ("S7.refusal", "plan", ("decision not to amend", F), lambda t: t + 46 * DAY,
     ("decision not to amend sent", F), each((10, "amendment notice sent", F))),
    *told("S8", "plan", ("ceasing considered", F), None, "ceasing consulted on", F, ["setting"], **each()),
    *told("S9", "plan", ("decision to cease", F), None, "cease notice sent", F, ["setting", "icb"], **each()),
    ("S11", "plan", ("left education", F), None, ("amended plan sent", F),
     {**each(), "matter": {"born": "2012-06-01"}}),
    ("S12", "plan", ("left education", F), None, ("return wish asked", F),
     {**each(), "matter": {"born": "2004-06-01"}}),
]

MOVING = {"on": lambda t: t + 10 * DAY, "from_trigger": True, "setup": [(400, "plan made", F)]}


def later_of_move(t):
    return max(t + 10 * DAY, wd_beginning(15)(t))


MADE = {"setup": [(400, "plan made", F)]}
MOVE = [
    ("M1", "move", ("move known", F), later_of_move, ("plan transferred", F), MOVING),
    ("M2", "move", ("plan transferred", F), days(0), ("provision secured", F), MADE),
    ("M2.place", "move", ("named place impracticable", F), None, ("other place arranged", F), {}),
    ("M3", "move", ("plan transferred", F), weeks(6), ("transfer letter sent", F), MADE),
    ("M4", "move", ("plan transferred", F), months_beginning(3), ("review decision sent", {"choice": "amend"}),
     MADE),
    ("M5", "move", ("icb change known", F), later_of_move, ("new icb told", F), MOVING),
    ("M5.request", "move", ("health cannot be arranged", F), wd(15),
     ("new icb asked authority", F), {}),
    ("M7", "plan", ("papers asked for", F), None, ("papers sent", F), {}),
]

DN = ("decision notice sent", F)
WANT = lambda c: ("mediation wanted", {"choice": c})
NOTICE = (10, "decision notice sent", F)
MEDIATION = [
    ("D1", "mediation", DN, months(2), ("adviser contacted", F), {}),
    ("D2", "mediation", ("mediation declined", F), wd(3), ("certificate issued", F), {"setup": [NOTICE]}),
    ("D3", "mediation", WANT("health only"), wd(3), ("icb told of mediation", {"choice": "health only"}), {}),
    ("D4", "mediation", ("icb told of mediation", {"choice": "health only"}), days(30), ("mediation held", F), {}),
    ("D5", "mediation", WANT("without health"), days(30), ("mediation held", F), {}),
    ("D6", "mediation", ("mediation cannot be arranged", F), None, ("adviser told of none", F), {}),
    ("D6.certificate", "mediation", ("adviser told of none", F), wd(3), ("certificate issued", F),
     {"setup": [NOTICE]}),
    ("D7", "mediation", ("mediation date set", F), wd(-5), ("parties told of date", F), {**PLANNED, "tail": "@t"}),
    ("D8", "mediation", ("mediation ended", F), wd(3), ("certificate issued", F),
     {"setup": [NOTICE, (0, "mediation held", F)]}),
    ("D10", "mediation", ("other agreement reached", F), weeks(2), ("agreement carried out", F), {"tail": "@t"}),
    ("D11", "mediation", ("agreement without authority", F), weeks(1), ("authority told of agreement", F),
     {"tail": "@t"}),
]

APPEAL = [
    ("T1", "appeal", DN, lambda t: tribunal_end(add_months(t, 2)), ("appeal received", F), {}),
    ("T5", "appeal", ("appeal sent to authority", F), tribunal_days(30, True), ("response sent", F), {}),
    ("T6", "appeal", ("direction given", {"about": "bundle"}), next_working,
     ("direction met", {"about": "bundle"}), {**PLANNED, "tail": "/bundle"}),
    ("T7", "appeal", ("hearing held", F), wd(10), ("appeal decided", F), {}),
    ("T8", "appeal", ("written reasons sent", F), lambda t: next_working(tribunal_days(28, False)(t)),
     ("permission asked for", F), {}),
    ("T9", "appeal", ("recommendation made", {"choice": "care"}), weeks(5),
     ("recommendation answered", {"choice": "care"}), {"tail": "/care"}),
    ("T9.icb", "appeal", ("recommendation made", {"choice": "health"}), weeks(5),
     ("recommendation answered", {"choice": "health"}), {"tail": "/health"}),
    ("T9.icb.authority", "appeal", ("recommendation made", {"choice": "health"}), weeks(5),
     ("recommendation answered", {"choice": "health", "to": ["authority"]}), {"tail": "/health"}),
    ("T9.inform", "appeal", ("recommendation answered", {"choice": "care"}), weeks(1),
     ("secretary of state told", {"choice": "care"}),
     {"tail": "/care", "setup": [(10, "recommendation made", {"choice": "care"})]}),
]


def order(rule, choice, count, kind, extra=F):
    return (rule, "order", ("order made", {"choice": choice}), count, (kind, extra), {})


def conceded(rule, choice, count, kind, extra=F):
    return (rule, "order", ("not opposed", {"choice": choice}), count, (kind, extra), {})


ORDER = [
    order("O1", "ceasing upheld", days(0), "plan ceased"),
    order("O2", "assess", weeks(2), "assessment notice sent"),
    order("O3", "assess", weeks(10), "issue refusal sent"),
    order("O4", "reassess", weeks(14), "reassessed plan sent"),
    order("O5.draft", "make plan", weeks(5), "draft sent"),
    order("O5.plan", "make plan", weeks(11), "final plan sent"),
    order("O6", "reconsider", weeks(2), "reconsidered decision sent"),
    order("O7", "amend contents", weeks(5), "amended plan sent"),
    order("O8", "amend placement", weeks(2), "amended plan sent"),
    order("O9", "keep plan", days(0), "plan maintained"),
    order("O10", "keep and amend", weeks(5), "amended plan sent"),
    conceded("U1.notice", "refusal to assess", weeks(2), "assessment notice sent"),
    conceded("U1.refusal", "refusal to assess", weeks(10), "issue refusal sent"),
    conceded("U1.plan", "refusal to assess", weeks(14), "final plan sent"),
    conceded("U2.draft", "refusal to issue", weeks(5), "draft sent"),
    conceded("U2.plan", "refusal to issue", weeks(11), "final plan sent"),
    conceded("U3", "contents", weeks(5), "amended plan sent"),
    conceded("U4", "placement", weeks(2), "amended plan sent"),
    conceded("U4.contents", "placement and contents", weeks(5), "amended plan sent"),
    conceded("U5.keep", "ceasing", days(0), "plan maintained"),
    conceded("U5.amend", "ceasing and amending", weeks(5), "amended plan sent"),
]

BUDGET = [
    ("B1", "personal budget", ("budget requested", F), lambda t: t + 130 * DAY, ("budget answered", F),
     {"setup": [(10, "request received", F)]}),
    ("B2", "personal budget", ("direct payments refused", F), None, ("refusal reasons sent", F), each()),
    ("B2.review", "personal budget", ("refusal review asked", F), None, ("refusal review answered", F), each()),
    ("B3", "personal budget", ("direct payments started", F), months_beginning(3),
     ("direct payments reviewed", F), {}),
    ("B3.yearly", "personal budget", HELD, None, ("direct payments reviewed", F), each()),
    ("B4", "personal budget", ("direct payments changed", F), None, ("change notice sent", F), each()),
    ("B5", "personal budget", ("direct payments stopped", F), None, ("stop notice sent", F), each()),
    ("B5.again", "personal budget", ("reconsideration asked", F), None, ("reconsideration answered", F), {}),
    ("B6", "personal budget", ("health budget requested", F), None, ("health budget answered", F), {}),
]
LOCAL = [
    ("L1", "local offer", ("comments published", F), months(12), ("comments published", F), {"tail": "@t"}),
    ("L3", "local offer", ("local offer review begun", F), None, ("local offer consulted on", F), each()),
    ("L4", "local offer", ("local offer changed", F), None, ("local offer published", F), each()),
]

CODE = ["2026-04-01", "2026-04-28", "2026-12-22"]


def complaint(rule, kind, scheme, count, met, **more):
    extra = {"choice": scheme}
    return (rule, "complaint", (kind, extra), count, met, more)


def ch(kind, scheme):
    return (kind, {"choice": scheme})


CC, NHS = "childrens care", "nhs or adult care"
COMPLAINT = [
    complaint("K1.receipt", "complaint received", "council", wd(5), ch("complaint acknowledged", "council"), starts=CODE),
    complaint("K1", "complaint acknowledged", "council", wd(10), ch("complaint answered", "council"), starts=CODE),
    complaint("K2.receipt", "stage two asked", "council", wd(5), ch("stage two acknowledged", "council"), starts=CODE),
    complaint("K2", "stage two acknowledged", "council", wd(20), ch("stage two answered", "council"), starts=CODE),
    complaint("K3", "cause known", "council", months(12), ("ombudsman asked", F)),
    complaint("K4.bring", "cause known", CC, months(12), ch("complaint received", CC)),
    complaint("K4", "complaint received", CC, wd(10), ch("complaint answered", CC)),
    complaint("K5", "stage two asked", CC, wd(25), ch("stage two answered", CC)),
    complaint("K6.ask", "stage two answered", CC, wd(20), ("panel asked", F)),
    ("K6", "complaint", ("panel asked", F), wd(30), ("panel met", F), {}),
    ("K6.report", "complaint", ("panel met", F), wd(5), ("panel reported", F), {}),
    ("K6.answer", "complaint", ("panel reported", F), wd(15), ("panel answered", F), {}),
    complaint("K7.bring", "cause known", NHS, months(12), ch("complaint received", NHS)),
    complaint("K7.receipt", "complaint received", NHS, wd(3), ch("complaint acknowledged", NHS)),
    complaint("K7", "complaint received", NHS, months(6), ("delay explained", F)),
    complaint("K8", "complaint received", "school", None, ch("complaint answered", "school")),
    complaint("K9", "complaint received", "member enquiry", wd(10), ch("complaint answered", "member enquiry")),
]


def asked(right):
    return ("information requested", {"choice": right})


IN_TERM = {"starts": ["2026-09-07", "2026-10-16", "2026-12-01"]}
UK_YEARS = {"starts": ["2026-03-02", "2026-11-27", "2026-12-22", "2027-06-30"]}  # the reference lists 2026 to 2028
OUT = ("information given", F)
INFORMATION = [
    ("I1", "information request", asked("subject access"), lambda t: next_working(add_months(t, 1)), OUT, {}),
    ("I4", "information request", asked("freedom of information"), wd(20, UK), OUT, UK_YEARS),
    ("I4.environmental", "information request", asked("environmental"), wd(20, UK), OUT, UK_YEARS),
    ("I5", "information request", asked("educational record"), school(15), OUT, IN_TERM),
    ("I6", "information request", ("breach known", {"time": "14:30"}), days(3), ("breach reported", F), {}),
]
NEIGHBOURS = [
    ("N1", "neighbouring", ("permanently excluded", F), school(6, True), ("full time provision started", F), IN_TERM),
    ("N2", "neighbouring", ("suspended", F), school(6, True), ("full time provision started", F),
     {**IN_TERM, "tail": "@t"}),
    ("N3", "neighbouring", ("family assessment started", F), wd(45), ("family assessment finished", F), {}),
    ("N4", "neighbouring", ("community referral received", F), weeks(18), ("community treatment started", F), {}),
    ("N5", "neighbouring", ("admitted to hospital", F), weeks(2), ("treatment review held", F), {}),
    ("N6", "neighbouring", ("treatment review held", F), months(3), ("treatment review held", F), {"tail": "@t"}),
    ("N7", "neighbouring", ("absent for health", F), school(15, True), ("alternative provision started", F), IN_TERM),
    ("N8", "neighbouring", ("return day set", F), days(0), ("return sent", F), {**PLANNED, "tail": "@t"}),
]

ALL = (REQUEST + REVIEW + PLAN + MOVE + MEDIATION + APPEAL + ORDER + BUDGET + LOCAL + COMPLAINT + INFORMATION
       + NEIGHBOURS)
