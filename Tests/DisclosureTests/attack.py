"""Attacks published tables with an integer programme of its own (OR-Tools CP-SAT).

    DisclosureTables COUNT | python attack.py [--workers N]

Reads one made-up table a line: the truth, what is published of it and of an earlier release, and the ranges that the
program under test claims. From what is published alone it sets up every sum, finds the least and the greatest value of
each hidden cell, and checks that

* no small count is shown, every other count is shown as it is or rounded, and the truth fits what is published;
* where the program says "safe", each small count keeps the range that the policy asks for; where it says that a cell
  stays exposed, one does;
* every claimed range is the true one.

Nothing here knows how the program works. Exit 0: all hold; 1: something does not (it is printed).
Needs the package "ortools" (measured with 9.15).
"""

import collections
import itertools
import json
import multiprocessing
import sys

from ortools.sat.python import cp_model

LIMIT = 1_000_000
# Rounding base, whether 0 may be shown, whether the symbol means "small", what must stay possible.
POLICIES = {
    "dfe-cin": (1, True, False, "range"),
    "local": (1, True, False, "range"),
    "nhs": (5, True, True, "two"),
    "ons-10-5": (5, False, True, "two"),
}


def key(dimensions, names):
    return frozenset((d, n) for d, n in zip(dimensions, names) if n is not None)


def nearest(count, base):
    return base * ((count + base // 2) // base) if base % 2 else base * ((2 * count + base) // (2 * base))


def small(count, threshold, zero_is_safe):
    return count < threshold and not (count == 0 and zero_is_safe)


class Attacker:
    def __init__(self, case):
        self.case = case
        self.base, self.zero_is_safe, means_small, self.protection = POLICIES[case["policy"]]
        self.threshold = case["threshold"]
        self.means_small = means_small or case["symbol"].startswith("<")
        self.bounds = {}
        self.truth = {}
        self.sums = collections.defaultdict(list)
        self.problems = []
        self.read(case["table"], True)
        self.own_sums = {total: list(lists) for total, lists in self.sums.items()}
        for table in case["released"]:
            self.read(table, False)

    def say(self, text):
        self.problems.append(f"seed {self.case['seed']} {self.case['shape']} {self.case['policy']}: {text}")

    def read(self, table, is_own):
        cells = []
        for cell in table["cells"]:
            place = key(table["dimensions"], cell["names"])
            cells.append(place)
            if is_own:
                self.truth[place] = cell["truth"]
                self.check(place, cell["truth"], cell["text"])
            low, high = self.reader(place, cell["text"])
            old = self.bounds.get(place, (0, LIMIT))
            self.bounds[place] = (max(old[0], low), min(old[1], high))
        for size in range(1, len(table["dimensions"]) + 1):
            for summed in itertools.combinations(table["dimensions"], size):
                groups = collections.defaultdict(list)
                for place in cells:
                    inside = [part for part in place if part[0] in summed]
                    if len(inside) == size:
                        groups[place.difference(inside)].append(place)
                for total, parts in groups.items():
                    self.sums[total].append(parts)

    def check(self, place, truth, text):
        if small(truth, self.threshold, self.zero_is_safe) and text.isdigit():
            self.say(f"small count {truth} is shown at {sorted(place)}")
        if text.isdigit() and int(text) != (nearest(truth, self.base) if truth else 0):
            self.say(f"{truth} is shown as {text}")

    def reader(self, place, text):
        if not text.isdigit():
            low = 1 if self.zero_is_safe else 0
            if text.startswith("<"):
                return low, int(text[1:]) - 1
            # Where the symbol means "small" the reader believes it only where it is true: of complements they
            # know nothing. This makes the attack the strongest that can be.
            if self.means_small and not self.case["symbol"].startswith("<"):
                if small(self.truth[place], self.threshold, self.zero_is_safe):
                    return low, self.threshold - 1
            return low, LIMIT
        shown = int(text)
        if self.base == 1 or shown == 0 and self.zero_is_safe:
            return shown, shown
        fitting = [
            count
            for count in range(max(0, shown - self.base), shown + self.base + 1)
            if nearest(count, self.base) == shown and count >= self.threshold
        ]
        return fitting[0], fitting[-1]

    def model(self, bounds, sums):
        model = cp_model.CpModel()
        variables = {}

        def variable(place):
            if place not in variables:
                low, high = bounds.get(place, (0, LIMIT))
                variables[place] = model.NewIntVar(low, high, str(len(variables)))
            return variables[place]

        for place in bounds:
            variable(place)
        for total, lists in sums.items():
            for parts in lists:
                model.Add(sum(variable(part) for part in parts) == variable(total))
        return model, variables

    def extreme(self, place, is_least, bounds=None, sums=None):
        model, variables = self.model(bounds or self.bounds, sums or self.sums)
        (model.Minimize if is_least else model.Maximize)(variables[place])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.Solve(model) != cp_model.OPTIMAL:
            self.say(f"no table fits what is published ({sorted(place)})")
            return None
        return round(solver.ObjectiveValue())

    def meets(self, place, low, high):
        if self.protection == "two":
            return low < high
        top = self.threshold - 1 if self.means_small else self.threshold
        if high < top:
            return False
        if low <= 1:
            return True
        # A 0 is shown as 0, so the other cells are known to be at least 1 even if all of them are hidden.
        if self.means_small:
            return False
        bounds = {cell: (0, 0) if truth == 0 else (1, LIMIT) for cell, truth in self.truth.items()}
        return low <= self.extreme(place, True, bounds, self.own_sums)

    def run(self):
        if not self.case["right"]:
            self.say("the certificate does not check")
        for place, truth in self.truth.items():
            low, high = self.bounds[place]
            if not low <= truth <= high:
                self.say(f"the truth {truth} does not fit {sorted(place)}")
        exposed = 0
        tightest = None
        for claim in self.case["ranges"]:
            place = frozenset(claim["cell"].items())
            low, high = self.extreme(place, True), self.extreme(place, False)
            if low is None or high is None:
                continue
            open_end = high >= LIMIT // 2
            if low != claim["low"] or (None if open_end else high) != claim.get("high") or not claim["exact"]:
                self.say(f"claimed {claim['low']}..{claim['high']}, true {low}..{high} at {sorted(place)}")
            if place in self.truth and small(self.truth[place], self.threshold, self.zero_is_safe):
                tightest = min(high - low, tightest if tightest is not None else high - low)
                if not self.meets(place, low, high):
                    exposed += 1
                    if self.case["safe"]:
                        self.say(f"{self.truth[place]} is within {low}..{high} at {sorted(place)}")
        known = {frozenset(claim["cell"].items()) for claim in self.case["ranges"]}
        for place, truth in self.truth.items():
            if small(truth, self.threshold, self.zero_is_safe) and place not in known:
                exposed += 1
                if self.case["safe"]:
                    self.say(f"{truth} at {sorted(place)} has no range")
        if not self.case["safe"] and not exposed:
            self.say("said to be exposed, and nothing is")
        return self.problems


def attack(line):
    case = json.loads(line)
    return case["shape"], case["safe"], len(case["ranges"]), Attacker(case).run()


def main():
    workers = int(sys.argv[sys.argv.index("--workers") + 1]) if "--workers" in sys.argv else 1
    tables = collections.Counter()
    refused = collections.Counter()
    cells = 0
    problems = []
    with multiprocessing.Pool(workers) as pool:
        for shape, safe, count, found in pool.imap_unordered(attack, sys.stdin, chunksize=16):
            tables[shape] += 1
            refused[shape] += not safe
            cells += count
            problems += found
            for text in found[:3]:
                print(text)
    for shape in sorted(tables):
        print(f"{shape}: {tables[shape]} tables, {refused[shape]} said to be exposed")
    print(f"{sum(tables.values())} tables, {cells} hidden cells attacked, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
