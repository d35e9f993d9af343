"""Counting days by the written rules of the reference, with datetime alone. Shares nothing with the engine."""
from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)


def iso(day):
    return day.isoformat() if day else None


def d(text):
    return date.fromisoformat(text)


# reference/uk-calendar.md section 1, as printed there.
EW = {d(text) for text in """
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26
""".split()}
UK = EW | {d(text) for text in """
2026-01-02 2026-08-03 2026-11-30 2027-01-04 2027-08-02 2027-11-30 2028-01-04 2028-08-07 2028-11-30
2026-03-17 2026-07-13 2027-03-17 2027-07-12 2028-03-17 2028-07-12 2026-06-15
""".split()}


def working(day, off=EW):
    return day.weekday() < 5 and day not in off


def days(n):
    return lambda t: t + n * DAY


def weeks(n):
    return lambda t: t + 7 * n * DAY


def beginning(n):
    return lambda t: t + (n - 1) * DAY


def add_months(t, n):
    index = t.year * 12 + t.month - 1 + n
    year, month = divmod(index, 12)
    return date(year, month + 1, min(t.day, monthrange(year, month + 1)[1]))


def months(n):
    return lambda t: add_months(t, n)


def months_beginning(n):
    def count(t):
        end = add_months(t, n)
        return end if end.day < t.day else end - DAY
    return count


def wd(n, off=EW):
    """Day 1 is the next working day; negative counts back."""
    def count(t):
        step, left = (DAY if n > 0 else -DAY), abs(n)
        while left:
            t += step
            left -= working(t, off)
        return t
    return count


def wd_beginning(n, off=EW):
    def count(t):
        while not working(t, off):
            t += DAY
        return wd(n - 1, off)(t) if n > 1 else t
    return count


def next_working(t):
    while not working(t):
        t += DAY
    return t


def outside(t):
    """25 December to 1 January, and August."""
    return t.month == 8 or (t.month == 12 and t.day >= 25) or (t.month == 1 and t.day == 1)


def tribunal_end(t):
    if t.month == 8:
        t = date(t.year, 9, 1)
    elif t.month == 12 and t.day >= 25:
        t = date(t.year + 1, 1, 2)
    elif t.month == 1 and t.day == 1:
        t = date(t.year, 1, 2)
    return next_working(t)


def tribunal_days(n, only_working):
    def count(t):
        left = n
        while left:
            t += DAY
            if not outside(t) and (working(t) or not only_working):
                left -= 1
        return t
    return count


TERMS = [
    {"name": "Autumn 2026", "first": "2026-09-03", "last": "2026-12-18",
     "halfTerm": {"from": "2026-10-26", "to": "2026-10-30"}},
    {"name": "Spring 2027", "first": "2027-01-05", "last": "2027-03-25",
     "halfTerm": {"from": "2027-02-15", "to": "2027-02-19"}},
]


def school_day(t):
    for term in TERMS:
        if d(term["first"]) <= t <= d(term["last"]):
            half = term["halfTerm"]
            return working(t) and not d(half["from"]) <= t <= d(half["to"])
    return False


def school(n, first_counts=False):
    def count(t):
        if first_counts:
            t -= DAY
        left = n
        while left:
            t += DAY
            left -= school_day(t)
        return t
    return count
