"""What was checked and what was wrong."""

from __future__ import annotations

import threading
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong at one address."""

    where: str
    rule: str
    what: str


class Report:
    """Counts checks and gathers problems from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._problems: set[Problem] = set()
        self.checks = 0

    def check(self, good: bool, where: str, rule: str, what: str) -> bool:
        """Counts one check; where it is not good, keeps the problem."""
        with self._lock:
            self.checks += 1
            if not good:
                self._problems.add(Problem(where, rule, what))
        return good

    def each(self, where: str, rule: str, found: list[str]) -> None:
        """Counts one check that can find several problems at once."""
        self.check(not found, where, rule, found[0] if found else "")
        with self._lock:
            self._problems.update(Problem(where, rule, what) for what in found)

    @property
    def problems(self) -> int:
        """How many things are wrong."""
        return len(self._problems)

    def lines(self, places: int = 5) -> list[str]:
        """What is wrong, each once with the addresses where it is: a fault in a header is on every page."""
        where: dict[tuple[str, str], list[str]] = {}
        for problem in sorted(self._problems):
            where.setdefault((problem.rule, problem.what), []).append(problem.where)
        lines = []
        for (rule, what), found in where.items():
            more = f" and {len(found) - places} more pages" if len(found) > places else ""
            lines.append(f"{rule}: {what}\n    on {', '.join(found[:places])}{more}")
        return lines
