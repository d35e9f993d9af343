"""Working-day arithmetic by numpy: the peer of CivilTime in `make bench`.

    python busday.py FIRST_DAY DAYS ROUNDS HOLIDAY,HOLIDAY…

From each of DAYS days after FIRST_DAY it adds 1 to ROUNDS working days, with the day 1 that the program counts (the
next working day), and counts the working days that the result took. Days are numbers since 1970-01-01. It prints the
sum of the resulting days, the sum of the counts, how many calculations a second that was, and numpy's version.
"""
import sys
import time

import numpy

first, days, rounds = (int(text) for text in sys.argv[1:4])
holidays = numpy.array([int(text) for text in sys.argv[4].split(",")], dtype="datetime64[D]")
calendar = numpy.busdaycalendar(holidays=holidays)
starts = numpy.arange(first, first + days).astype("datetime64[D]")

began = time.perf_counter()
sum_of_days = sum_of_counts = 0
for count in range(1, rounds + 1):
    # Backward first: from a day off, "day 1 is the next working day" is one step from the working day before.
    ends = numpy.busday_offset(starts, count, roll="backward", busdaycal=calendar)
    counts = numpy.busday_count(starts + 1, ends + 1, busdaycal=calendar)
    sum_of_days += int(ends.astype("int64").sum())
    sum_of_counts += int(counts.sum())
seconds = time.perf_counter() - began
print(sum_of_days, sum_of_counts, round(2 * days * rounds / seconds), numpy.__version__)
