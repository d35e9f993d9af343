"""Attacks published tables with an integer programme of its own (OR-Tools CP-SAT).

    python attack.py PROGRAM [--tables N] [--first SEED] [--workers N]

PROGRAM is DisclosureTables, which writes one made-up table a line: the truth, what is published of it and of an earlier
release, and the ranges that the engine under test claims. From what is published alone this sets up every sum, finds
the least and the greatest value of each hidden cell, and checks that

* no small count is shown, every other count is shown as it is or rounded, and the truth fits what is published;
* where the engine says "safe", each small count keeps the range that the policy asks for, every value in it; where it
  says that a cell stays exposed, one does;
* every claimed range is the true one.

The first two it calls disclosures where they fail, the rest faults. Nothing here knows how the engine works. Exit 0:
all hold; 1: something does not (it is printed); 3: the program did not write the tables. Needs the package "ortools".
"""

import argparse

import collections
import itertools
import json
import multiprocessing
import os
import subprocess
import sys
import time

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
        self.disclosures = []
        self.faults = []
        self.read(case["table"], True)
        self.own_sums = {total: list(lists) for total, lists in self.sums.items()}
        for table in case["released"]:
            self.read(table, False)

    def say(self, text, discloses=False):
        place = f"seed {self.case['seed']} {self.case['shape']} {self.case['policy']}"
        (self.disclosures if discloses else self.faults).append(f"{place}: {text}")

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
            self.say(f"small count {truth} is shown at {sorted(place)}", True)
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

    def is_possible(self, place, value):
        model, variables = self.model({**self.bounds, place: (value, value)}, self.sums)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        return solver.Solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)

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
        for claim in self.case["ranges"]:
            place = frozenset(claim["cell"].items())
            low, high = self.extreme(place, True), self.extreme(place, False)
            if low is None or high is None:
                continue
            open_end = high >= LIMIT // 2
            if low != claim["low"] or (None if open_end else high) != claim.get("high") or not claim["exact"]:
                self.say(f"claimed {claim['low']}..{claim['high']}, true {low}..{high} at {sorted(place)}")
            if place in self.truth and small(self.truth[place], self.threshold, self.zero_is_safe):
                if not self.meets(place, low, high):
                    exposed += 1
                    if self.case["safe"]:
                        self.say(f"{self.truth[place]} is within {low}..{high} at {sorted(place)}", True)
                elif self.case["safe"] and self.protection == "range":
                    top = self.threshold - 1 if self.means_small else self.threshold
                    for value in range(max(low, 1) + 1, top):
                        if not self.is_possible(place, value):
                            self.say(f"{value} is no value of {sorted(place)} though {low}..{high} are", True)
        known = {frozenset(claim["cell"].items()) for claim in self.case["ranges"]}
        for place, truth in self.truth.items():
            if small(truth, self.threshold, self.zero_is_safe) and place not in known:
                exposed += 1
                if self.case["safe"]:
                    self.say(f"{truth} at {sorted(place)} has no range", True)
        if not self.case["safe"] and not exposed:
            self.say("said to be exposed, and nothing is")
        return self


def attack(work):
    """Has some tables written and attacks them."""
    program, first, count = work
    run = subprocess.run([program, str(count), str(first)], capture_output=True, text=True)
    lines = run.stdout.splitlines()
    if run.returncode != 0 or len(lines) != count:
        return None
    found = []
    for line in lines:
        case = json.loads(line)
        done = Attacker(case).run()
        found.append((case["shape"], case["safe"], len(case["ranges"]), done.disclosures, done.faults))
    return found


class Progress:
    """A line on standard error: written over on a terminal, now and then elsewhere."""

    def __init__(self, total):
        self.total, self.start, self.said = total, time.monotonic(), 0.0

    def say(self, tables, cells, disclosures):
        now = time.monotonic()
        is_last = tables == self.total
        if now - self.said < (0.5 if sys.stderr.isatty() else 30) and not is_last:
            return
        self.said = now
        text = f"{tables} of {self.total} tables, {cells} cells, {disclosures} disclosures, {now - self.start:.0f} s"
        end = "\r" if sys.stderr.isatty() and not is_last else "\n"
        print(text, end=end, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--tables", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    if asked.tables < 1 or asked.workers < 1:
        parser.error("--tables and --workers are 1 or more")
    end = asked.first + asked.tables
    works = [(asked.program, first, min(25, end - first)) for first in range(asked.first, end, 25)]
    tables, refused = collections.Counter(), collections.Counter()
    cells = disclosures = faults = 0
    progress = Progress(asked.tables)
    with multiprocessing.Pool(asked.workers) as pool:
        for found in pool.imap_unordered(attack, works):
            if found is None:
                print(f"{asked.program} did not write the tables it was asked for", file=sys.stderr)
                sys.exit(3)
            for shape, safe, count, told, wrong in found:
                tables[shape] += 1
                refused[shape] += not safe
                cells += count
                disclosures += len(told)
                faults += len(wrong)
                for text in (told + wrong)[:3]:
                    print(text)
            progress.say(tables.total(), cells, disclosures)
    for shape in sorted(tables):
        print(f"{shape}: {tables[shape]} tables, {refused[shape]} said to be exposed")
    print(f"{tables.total()} tables, {cells} hidden cells attacked, {disclosures} disclosures, {faults} other faults")
    sys.exit(1 if disclosures or faults else 0)


if __name__ == "__main__":
    main()
