"""The peer of `goldenthread-bench statistics`: mean, screened moving ranges, limits, side and outside of many series
with pandas, once a series at a time, as reports do it, and once with all series in one frame, grouped. It reads
the values as JSON (a list of lists) from standard input and prints series a second of both as JSON. Needs pandas.
"""
import json
import sys
import time

import pandas as pd


def one(values):
    y = pd.Series(values)
    moving = y.diff().abs()
    mean, average = y.mean(), moving[moving < 3.267 * moving.mean()].mean()
    reach = 2.66 * average
    return y > mean, (y > mean + reach) | (y < mean - reach)


def grouped(frame):
    by = frame.groupby("series", sort=False)["y"]
    frame["mean"] = by.transform("mean")
    frame["moving"] = by.diff().abs()
    average = frame.groupby("series", sort=False)["moving"].transform("mean")
    frame["kept"] = frame["moving"].where(frame["moving"] < 3.267 * average)
    reach = 2.66 * frame.groupby("series", sort=False)["kept"].transform("mean")
    frame["side"] = frame["y"] > frame["mean"]
    frame["outside"] = (frame["y"] > frame["mean"] + reach) | (frame["y"] < frame["mean"] - reach)
    return frame


series = json.load(sys.stdin)
part = series[:2000]
start = time.perf_counter()
outside = sum(int(one(values)[1].sum()) for values in part)
singly = len(part) / (time.perf_counter() - start)
frame = pd.DataFrame({"series": [i for i, values in enumerate(series) for _ in values],
                      "y": [value for values in series for value in values]})
start = time.perf_counter()
result = grouped(frame)
together = len(series) / (time.perf_counter() - start)
json.dump({"singly": singly, "together": together, "outside": int(result["outside"].sum()), "first": outside}, sys.stdout)
