"""The peer of the benchmark of `suppress`: CP-SAT attacks every hidden cell of a certificate.

    python disclosure_peer.py CERTIFICATE

Prints the seconds that finding the least and the greatest value of each took, and checks that they are those of the
certificate. Needs the package "ortools".
"""

import json
import sys
import time

from ortools.sat.python import cp_model

LIMIT = 1_000_000


def extreme(certificate, wanted, is_least):
    model = cp_model.CpModel()
    cells = {
        cell["id"]: model.NewIntVar(cell["low"], LIMIT if cell["high"] is None else cell["high"], "")
        for cell in certificate["unknown"]
    }
    for relation in certificate["relations"]:
        model.Add(sum(cells[abs(t)] * (1 if t > 0 else -1) for t in relation["terms"]) == relation["constant"])
    (model.Minimize if is_least else model.Maximize)(cells[wanted])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.Solve(model) != cp_model.OPTIMAL:
        sys.exit("the certificate cannot be true")
    return round(solver.ObjectiveValue())


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        certificate = json.load(file)
    start = time.perf_counter()
    for claim in certificate["ranges"]:
        low = extreme(certificate, claim["id"], True)
        high = extreme(certificate, claim["id"], False)
        if low != claim["low"] or (None if high >= LIMIT // 2 else high) != claim["high"]:
            sys.exit(f"cell {claim['id']}: {low} to {high}, certificate {claim['low']} to {claim['high']}")
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main()
