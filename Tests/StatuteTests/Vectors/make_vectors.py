"""Makes the vectors: matters, days and the duties expected, derived from the written rules of
the reference on the statutory clock with datetime and a list of holidays (days.py, rules.py, cases.py, edges.py,
turns.py), never from
the engine. Run it in this folder, with any Python from 3.10 on and nothing else:

    python3 make_vectors.py

It rewrites rules-*.json and cases.json; the tests fail where the engine disagrees with them.
"""
import json

import cases
import edges
import turns
from days import *
from rules import ALL

# A plain day; the leap day; before Easter; the year's end; before August; a month with no corresponding date.
STARTS = ["2026-01-05", "2024-02-29", "2026-12-22", "2026-06-30", "2025-12-31", "2026-03-31"]


def event(id, day, kind, extra):
    return {"id": id, "day": iso(day), "kind": kind, **extra}


def vector(name, kind, events, today, duties, **more):
    # Whoever is not given a day of birth was born in 2016: too old for R13, too young for R5.
    matter = {"id": "m", "kind": kind, "born": "2016-06-01", **more.pop("matter", {}), "events": events}
    if matter["born"] is None:
        del matter["born"]
    settings = more.pop("settings", None)
    case = {"name": name, "today": iso(today), "matter": matter}
    if settings:
        case["settings"] = settings
    if more.pop("terms", False):
        case["terms"] = TERMS
    case["expected"] = {"duties": duties, **more}
    return case


def expectation(due, status, days=None):
    return {"due": iso(due), "status": status, "days": days}


def one_rule(row, number):
    rule, kind, (trigger, extra), count, (met, met_extra), more = row
    starts = more.get("starts", STARTS)
    out = []
    for turn in range(2):
        start = d(starts[(number + turn * 2) % len(starts)])
        on = more["on"](start) if "on" in more else None
        base = on if on and not more.get("from_trigger") else start
        due = count(base) if count else None
        details = {**extra, **({"on": iso(on)} if on else {})}
        events = [event(f"s{i}", start - before * DAY, k, e)
                  for i, (before, k, e) in enumerate(more.get("setup", []))]
        events.append(event("t", start, trigger, details))
        id = rule + more.get("tail", "")
        options = {"matter": more.get("matter", {}), "terms": "starts" in more and kind in (
            "neighbouring", "information request")}
        for name, met_day, today, status, days_ in moments(due, start, turn):
            history = events + ([event("m", met_day, met, met_extra)] if met_day else [])
            out.append(vector(f"{rule} from {start}: {name}", kind, history, today,
                              {id: expectation(due, status, days_)}, **options))
    return out


def moments(due, start, turn):
    """What is tried of each rule: running, today, a day late, met in time, met late."""
    if due is None:
        return [("no day is named", None, start + 5 * DAY, "running", None),
                ("met after three days", start + 3 * DAY, start + 9 * DAY, "met in time", None)]
    if turn == 0:
        return [("due today", None, due, "due soon", 0),
                ("met on the last day", due, due + 5 * DAY, "met in time", None)]
    return [("overdue by a day", None, due + DAY, "overdue", 1),
            ("met three days late", due + 3 * DAY, due + 9 * DAY, "met late", 3)]


def write(name, vectors):
    with open(name, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in vectors) + "\n]\n")
    print(name, len(vectors))


if __name__ == "__main__":
    rows = [vector for number, row in enumerate(ALL) for vector in one_rule(row, number)]
    half = len(rows) // 2
    write("rules-1.json", rows[:half])
    write("rules-2.json", rows[half:])
    # The other two add to the same list.
    assert edges.ALL is cases.ALL is turns.ALL
    write("cases.json", [vector(*a, **k) for a, k in cases.ALL])
