"""Makes the vectors: charts, intervals, agreement, waits and samples, computed by an implementation of the written
rules that shares nothing with the program (exact fractions for charts) and by the libraries of the field. Run it in
this folder with Python from 3.11 on and numpy, scipy, statsmodels, lifelines, krippendorff, scikit-learn:

    python3 make_vectors.py

It rewrites spc.json and statistics.json; the tests fail where the engine disagrees with them. lifelines and
statsmodels are not used where they shake ties or lack the quantity: the formula is then written out here.
"""
import json
import random
import warnings
from fractions import Fraction as F

warnings.simplefilter("ignore")

import krippendorff
import numpy as np
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from scipy.stats import norm
from sklearn.metrics import cohen_kappa_score
from statsmodels.duration.survfunc import CumIncidenceRight
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint


# --- XmR charts, in exact fractions -----------------------------------------------------------------------------------

def sign(number):
    return (number > 0) - (number < 0)


def section(values, fix, screen, inclusive, run, trend):
    """Figures and rules of one section; values are fractions."""
    base = values[:fix] if fix else values
    mean = sum(base) / len(base)
    ranges = [abs(b - a) for a, b in zip(base, base[1:])]
    result = {"n": len(values), "baseline": len(base), "mean": mean}
    count = len(values)
    side = [sign(v - mean) for v in values]
    outside = near = [0] * count
    dropped = 0
    if ranges:
        average = sum(ranges) / len(ranges)
        kept = [r for r in ranges if not screen or r < F("3.267") * average]
        if not kept:
            kept = ranges
        dropped = len(ranges) - len(kept)
        average = sum(kept) / len(kept)
        reach, close = F("2.66") * average, F("5.32") / 3 * average
        result |= {"amr": average, "lpl": mean - reach, "upl": mean + reach, "nlpl": mean - close, "nupl": mean + close}
        outside = [1 if v > mean + reach else -1 if v < mean - reach else 0 for v in values]
        near = [0 if o and not inclusive else 1 if v > mean + close else -1 if v < mean - close else 0
                for v, o in zip(values, outside)]
    result["screened"] = dropped
    runs, member, two = [0] * count, [False] * count, [0] * count
    for first in range(count - run + 1):
        window = side[first:first + run]
        if abs(sum(window)) == run:
            runs[first:first + run] = window
    step = [sign(b - a) for a, b in zip(values, values[1:])]
    for first in range(count - trend + 1):
        if abs(sum(step[first:first + trend - 1])) == trend - 1:
            member[first:first + trend] = [True] * trend
    ways = [0] * count
    for i in range(count):
        if member[i]:
            ways[i] = step[i] if i + 1 < count and member[i + 1] else 0
            if not ways[i]:
                ways[i] = step[i - 1]
    for first in range(count - 2):
        places = range(first, first + 3)
        if abs(sum(side[first:first + 3])) == 3 and sum(1 for i in places if near[i]) >= 2:
            for i in places:
                if near[i]:
                    two[i] = side[i]
    result["rows"] = list(zip(values, side, outside, ways, near, two, runs))
    # Where a figure is so near a value or limit that doubles could not tell, the case is of no use.
    edges = [mean] + [result[k] for k in ("lpl", "upl", "nlpl", "nupl") if k in result]
    result["close"] = any(0 < abs(v - e) < F(1, 10 ** 9) for v in values for e in edges)
    return result


def chart(case):
    """A whole chart from a case as the file has it."""
    settings = case["settings"]
    rebase = set(settings.get("rebases", []))
    sections, current = [], None
    for i, (day, value, ghost) in enumerate(zip(case["dates"], case["values"], case["ghosts"])):
        if i == 0 or day in rebase:
            current = []
            sections.append(current)
        current.append((i, F(value), ghost))
    points, figures = [None] * len(case["values"]), []
    improvement = settings["improvement"]
    for number, members in enumerate(sections):
        counted = [(i, v) for i, v, ghost in members if not ghost]
        if not counted:
            figures.append({"n": 0, "close": False})
            continue
        read = section([v for _, v in counted], settings.get("fixAfter"), settings["screen"],
                       settings["inclusive"], settings["run"], settings["trend"])
        figures.append(read)
        for (i, _), row in zip(counted, read.pop("rows")):
            _, side, outside, way, near, two, run = row
            label, up = "Common Cause", 0
            if outside:
                label, up = ("Above UCL" if outside > 0 else "Below LCL"), outside
            elif way:
                label, up = f"{settings['trend']} Point Trend ({'Increasing' if way > 0 else 'Decreasing'})", way
            elif two:
                label, up = f"2 in 3 {'Above' if two > 0 else 'Below'} CL", two
            elif run:
                label, up = f"{settings['run']} Points {'Above' if run > 0 else 'Below'} CL", run
            kind = "common cause"
            if up and improvement == "neutral":
                kind = "neutral high" if up > 0 else "neutral low"
            elif up:
                kind = "improvement" if (up > 0) == (improvement == "increase") else "concern"
            points[i] = [number + 1, side, outside, way, near, two, run, label, kind]
    last = max(i for i, point in enumerate(points) if point)
    at = figures[points[last][0] - 1]
    variation = assurance = None
    target = settings.get("target")
    if at["n"] >= 13:
        kind = points[last][8]
        variation = kind
        if kind in ("improvement", "concern"):
            up = (kind == "improvement") == (improvement == "increase")
            variation += " high" if up else " low"
        if target is not None and improvement != "neutral":
            goal = F(target)
            better = improvement == "increase"
            constant = len({F(v) for i, v in enumerate(case["values"]) if points[i] and points[i][0] == points[last][0]}) == 1
            if constant:
                met = goal == at["mean"] or (goal < at["mean"]) == better
                assurance = "pass" if met else "fail"
            elif goal > at["upl"]:
                assurance = "fail" if better else "pass"
            elif goal < at["lpl"]:
                assurance = "pass" if better else "fail"
            else:
                assurance = "inconsistent"
    case["expected"] = {
        "sections": [{k: (float(v) if isinstance(v, F) else v) for k, v in f.items() if k != "close"} for f in figures],
        "points": points, "variation": variation, "assurance": assurance,
    }
    return not any(f["close"] for f in figures)


def months(count):
    return [f"{2015 + i // 12}-{i % 12 + 1:02}-01" for i in range(count)]


def case(name, values, ghosts=(), **settings):
    settings = {"improvement": "increase", "screen": True, "inclusive": False, "run": 7, "trend": 7} | settings
    one = {"name": name, "dates": months(len(values)), "values": [str(v) for v in values],
           "ghosts": [i in ghosts for i in range(len(values))], "settings": settings}
    assert chart(one), f"{name} is too close to call"
    return one


def written():
    worked = [48, 52, 50, 47, 53, 51, 49, 50, 46, 52, 54, 51, 55, 57, 58, 60, 61, 70]
    saw = [1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6]
    jump = [5] * 8 + [9] * 8
    at = months(40)
    for improvement in ("increase", "decrease", "neutral"):
        yield case(f"worked example, {improvement}", worked, improvement=improvement, target="65")
        yield case(f"worked example, fixed, {improvement}", worked, improvement=improvement, target="65", fixAfter=12)
        yield case(f"constant, met, {improvement}", [100] * 14, improvement=improvement, target="100")
        yield case(f"constant, target above, {improvement}", [99] * 14, improvement=improvement, target="100")
        yield case(f"constant, target below, {improvement}", [99] * 14, improvement=improvement, target="98")
        yield case(f"one jump, otherwise flat, {improvement}", [5] * 20 + [9], improvement=improvement, target="6")
        yield case(f"saw, {improvement}", saw, improvement=improvement)
    yield case("one point", [5])
    yield case("two points", [5, 7])
    yield case("two equal points", [5, 5])
    yield case("twelve points", worked[:12], target="65")
    yield case("thirteen points", worked[:13], target="65")
    yield case("thirteen, one a ghost", worked[:13], ghosts=[3], target="65")
    yield case("step", jump, target="7")
    yield case("step, rebased", jump, rebases=[at[8]], target="7")
    yield case("rebase on a day without a point", worked, rebases=["1999-01-01"])
    yield case("rebase at the first point", worked, rebases=[at[0]])
    yield case("rebase at the last point", worked, rebases=[at[17]], target="65")
    yield case("rebase at every point", worked[:6], rebases=at[:6])
    yield case("rebase at a ghost", worked, ghosts=[9], rebases=[at[9]])
    yield case("ghosts at both ends and a row of them", worked, ghosts=[0, 5, 6, 17], target="65")
    yield case("a section of ghosts", worked, ghosts=[4, 5], rebases=[at[4], at[6]])
    yield case("a repeat breaks a trend", [9, 1, 2, 3, 4, 4, 5, 6, 7, 8, 2, 9, 1, 4])
    yield case("seven values make a trend", [5, 1, 2, 3, 4, 5, 6, 7, 3, 5, 4, 6, 2, 5])
    yield case("six values do not", [5, 1, 2, 3, 4, 5, 6, 3, 4, 5, 4, 6, 2, 5])
    yield case("a trend that turns", [7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7, 8])
    yield case("two trends with a repeat between", [1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 5])
    yield case("a point on the mean breaks a run", [6, 6, 6, 5, 6, 6, 6, 4, 4, 4, 5, 4, 4, 4])
    yield case("seven on a side", [6, 7, 6, 7, 6, 7, 6, 2, 3, 2, 3, 2, 3, 2])
    yield case("six on a side", [6, 7, 6, 7, 6, 7, 2, 3, 2, 3, 2, 3])
    yield case("on a limit is inside", [25, 75] * 6 + [183, 50, -83, 50, 184, 50, -84], fixAfter=12)
    spread = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 53, 53, 51, 50, 49]
    for inclusive in (False, True):
        for screen in (False, True):
            more = {"inclusive": inclusive, "screen": screen}
            tag = f"{'inclusive' if inclusive else 'strict'}, {'screened' if screen else 'not screened'}"
            yield case(f"two of three, {tag}", spread + [54, 54, 51, 50, 46, 49, 46, 50], **more)
            yield case(f"two of three with one beyond, {tag}", spread + [54, 60, 51, 50], **more)
            yield case(f"an outlier, {tag}", spread + [90] + spread, **more)
    for run in (5, 6, 7, 8, 9):
        yield case(f"lengths of {run}", [9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9, 9, 9, 9, 9],
                   run=run, trend=run)


def random_cases(count, seed):
    dice = random.Random(seed)
    made = 0
    while made < count:
        n = dice.choice([1, 2, 3, 7, 12, 13, 20, 36, 60])
        scale = dice.choice([1, 10, 1000])
        shape = dice.choice(["noise", "steps", "walk", "few", "drift"])
        level, values = 50 * scale, []
        for i in range(n):
            if shape == "few":
                value = dice.randint(0, 3) * scale
            elif shape == "walk":
                level += dice.randint(-3, 3) * scale
                value = level
            elif shape == "drift":
                value = level + i * scale + dice.randint(-2, 2) * scale
            else:
                value = level + dice.randint(-9, 9) * scale + (20 * scale if shape == "steps" and i > n // 2 else 0)
            if dice.random() < 0.03:
                value += dice.choice([-60, 60]) * scale
            values.append(str(F(value, 8) if dice.random() < 0.2 else value))
        values = [str(float(F(v))) for v in values]
        dates = months(n)
        settings = {"improvement": dice.choice(["increase", "decrease", "neutral"]), "screen": dice.random() < 0.7,
                    "inclusive": dice.random() < 0.5, "run": dice.choice([6, 7, 7, 8]), "trend": dice.choice([5, 6, 7, 7])}
        if dice.random() < 0.3:
            settings["fixAfter"] = dice.choice([12, 15, 20])
        if dice.random() < 0.4:
            settings["rebases"] = dice.sample(dates, min(n, dice.randint(1, 3)))
        if dice.random() < 0.7:
            settings["target"] = str(50 * scale + dice.randint(-30, 30) * scale)
        ghosts = [i for i in range(n) if dice.random() < 0.05]
        if len(ghosts) == n:
            continue
        one = {"name": f"random {made}", "dates": dates, "values": values, "ghosts": [i in ghosts for i in range(n)],
               "settings": settings}
        if chart(one):
            made += 1
            yield one


# --- Everything else --------------------------------------------------------------------------------------------------

def quantiles():
    dice = np.random.default_rng(5)
    lists = [[1.0], [1.0, 2.0], [3.0, 1.0, 2.0], [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0],
             [round(float(v), 3) for v in dice.normal(20, 7, 31)]]
    for values in lists:
        for percent in (0, 5, 10, 25, 33, 50, 75, 90, 95, 100):
            yield {"values": values, "percent": percent,
                   "linear": float(np.percentile(values, percent, method="linear")),
                   "nearestRank": float(np.percentile(values, percent, method="inverted_cdf"))}


def wilson():
    for k, n in [(0, 1), (1, 1), (0, 10), (10, 10), (1, 10), (5, 10), (81, 263), (15, 148), (1, 29), (0, 20),
                 (58, 103), (500000, 1000000), (1, 1000000)]:
        for level in (0.8, 0.95, 0.998):
            lower, upper = proportion_confint(k, n, alpha=1 - level, method="wilson")
            yield {"successes": k, "trials": n, "level": level, "lower": float(lower), "upper": float(upper)}


def kappas():
    tables = [
        [[20, 5], [10, 15]], [[45, 15], [25, 15]], [[25, 35], [5, 35]], [[10, 0], [0, 10]], [[0, 10], [10, 0]],
        [[53, 5, 2], [11, 14, 5], [1, 6, 3]],
        [[44, 5, 1], [7, 20, 3], [9, 5, 6]],
        [[11, 3, 1, 0], [1, 9, 2, 1], [0, 1, 9, 3], [1, 2, 0, 10]],
        [[5, 8, 1, 2, 4, 2], [3, 5, 3, 5, 5, 0], [1, 2, 6, 11, 2, 1], [0, 1, 5, 4, 3, 3], [0, 0, 1, 2, 5, 2],
         [0, 0, 1, 2, 1, 4]],
    ]
    for table in tables:
        size = len(table)
        first = [i for i in range(size) for j in range(size) for _ in range(table[i][j])]
        second = [j for i in range(size) for j in range(size) for _ in range(table[i][j])]
        for weights, ours, theirs in [(None, "none", None), ("linear", "linear", "linear"), ("quadratic", "quadratic", "quadratic")]:
            value = float(cohen_kappa_score(first, second, labels=list(range(size)), weights=theirs))
            result = cohens_kappa(np.array(table), wt=weights)
            assert abs(result.kappa - value) < 1e-12
            yield {"table": table, "weights": ours, "kappa": value, "standardError": float(np.sqrt(max(0, result.var_kappa)))}


def alphas():
    text = ["* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4"]
    textbook = [[np.nan if c == "*" else float(c) for c in row.split()] for row in text]
    four = ["1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *"]
    known = [[np.nan if c == "*" else float(c) for c in row.split()] for row in four]
    dice = np.random.default_rng(11)
    sets = [textbook, known]
    for _ in range(6):
        truth = dice.integers(0, 5, 30)
        rows = []
        for _ in range(4):
            row = np.clip(truth + dice.integers(-1, 2, 30), 0, 6).astype(float)
            row[dice.random(30) < 0.2] = np.nan
            rows.append(row.tolist())
        sets.append(rows)
    for raters in sets:
        units = [[None if np.isnan(v) else v for v in unit] for unit in zip(*raters)]
        for scale in ("nominal", "ordinal", "interval", "ratio"):
            value = krippendorff.alpha(reliability_data=raters, level_of_measurement=scale)
            yield {"units": units, "scale": scale, "alpha": float(value)}


def survival():
    freireich = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    ended = [1] * 9 + [0] * 12
    placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    dice = np.random.default_rng(3)
    sets = [(freireich, ended), (placebo, [1] * 21)]
    for _ in range(6):
        n = int(dice.integers(5, 80))
        sets.append(([int(v) for v in dice.integers(0 if n > 40 else 1, 40, n)], [int(v) for v in dice.random(n) < 0.6]))
    for times, ends in sets:
        for level in (0.9, 0.95):
            fit = KaplanMeierFitter(alpha=1 - level).fit(times, ends)
            limits = fit.confidence_interval_
            lines = []
            for time in sorted(set(times)):
                share = float(fit.survival_function_.iloc[:, 0].loc[:time].iloc[-1])
                row = limits.loc[:time].iloc[-1]
                # Where nobody waits any more, or nobody has ended, the transformation does not exist.
                both = None if share in (0.0, 1.0) else [float(row.iloc[0]), float(row.iloc[1])]
                lines.append([time, share, both])
            median = float(fit.median_survival_time_)
            yield {"times": times, "ended": ends, "level": level, "lines": lines,
                   "median": None if np.isinf(median) else median}


def incidence():
    dice = np.random.default_rng(8)
    for number in range(8):
        n = int(dice.integers(8, 70))
        if number < 4:  # no two at one time, as lifelines wants it
            times = [int(v) for v in dice.permutation(200)[:n] + 1]
        else:
            times = [int(v) for v in dice.integers(1, 25, n)]
        kinds = [int(v) for v in dice.choice([0, 1, 2, 3], n, p=[0.3, 0.35, 0.2, 0.15])]
        curves = {}
        for kind in sorted(set(kinds) - {0}):
            order = sorted({t for t, k in zip(times, kinds) if k})
            waiting, share, shares, before, counts = 1.0, 0.0, [], [], []
            for time in order:
                risk = sum(1 for t in times if t >= time)
                own = sum(1 for t, k in zip(times, kinds) if t == time and k == kind)
                every = sum(1 for t, k in zip(times, kinds) if t == time and k)
                before.append(waiting)
                share += waiting * own / risk
                waiting *= 1 - every / risk
                shares.append(share)
                counts.append((risk, own, every))
            if number < 4:
                fit = AalenJohansenFitter(alpha=0.05).fit(times, kinds, event_of_interest=kind)
                theirs = fit.cumulative_density_.iloc[:, 0]
                assert all(abs(theirs.loc[t] - s) < 1e-9 for t, s in zip(order, shares))
                # Where all that are left end at once it divides by nought.
                errors = [None if np.isnan(v) else float(np.sqrt(max(0.0, v))) for v in fit.variance_.loc[order]]
            else:
                fit = CumIncidenceRight(np.array(times), np.array(kinds))
                theirs = dict(zip(fit.times, fit.cinc[kind - 1]))
                assert all(abs(theirs[t] - s) < 1e-9 for t, s in zip(order, shares))
                errors = [None] * len(order)
            curves[str(kind)] = [[t, s, e] for t, s, e in zip(order, shares, errors)]
        yield {"times": times, "kinds": kinds, "curves": curves}


def splitmix(seed):
    mask = (1 << 64) - 1
    while True:
        seed = seed + 0x9E3779B97F4A7C15 & mask
        mixed = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9 & mask
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & mask
        yield mixed ^ mixed >> 31


def below(bound, numbers):
    if bound <= 1:
        return 0
    while True:
        number = next(numbers)
        if number < (1 << 64) - (1 << 64) % bound:
            return number % bound


def samples():
    wholes = [{"a": 5, "b": 3, "c": 1}, {"primary": 120, "secondary": 65, "special": 15, "early years": 9}]
    for whole in wholes:
        for seed in (1, 20261121):
            for total, least in [(0, 0), (5, 0), (5, 1), (9, 0), (9, 1)] + ([(40, 5)] if len(whole) > 3 else []):
                names = sorted(whole, key=lambda name: name.encode())
                sizes = {name: min(least, whole[name]) for name in names}
                while sum(sizes.values()) < total:
                    free = [name for name in names if sizes[name] < whole[name]]
                    best = max(free, key=lambda name: F(whole[name], 2 * sizes[name] + 1))
                    sizes[best] += 1
                numbers, drawn = splitmix(seed), {}
                for name in names:
                    ids = sorted((f"{name} {i}" for i in range(whole[name])), key=lambda one: one.encode())
                    for place in range(sizes[name]):
                        other = place + below(len(ids) - place, numbers)
                        ids[place], ids[other] = ids[other], ids[place]
                    drawn[name] = ids[:sizes[name]]
                yield {"whole": whole, "seed": seed, "total": total, "least": least, "drawn": drawn}


def write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        if isinstance(value, list):
            file.write("[\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in value) + "\n]\n")
        else:
            parts = [f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(one, separators=(",", ":")) for one in many) + "\n]"
                     for name, many in value.items()]
            file.write("{\n" + ",\n".join(parts) + "\n}\n")


if __name__ == "__main__":
    write("spc.json", list(written()) + list(random_cases(90, 12)))
    write("statistics.json", {
        "quantiles": list(quantiles()), "wilson": list(wilson()),
        "normal": [[p, float(norm.ppf(p))] for p in (1e-300, 1e-12, 0.001, 0.025, 0.2, 0.5, 0.7, 0.975, 0.999)],
        "kappa": list(kappas()), "alpha": list(alphas()), "survival": list(survival()),
        "incidence": list(incidence()), "samples": list(samples()),
    })
