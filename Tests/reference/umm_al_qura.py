#!/usr/bin/env python3
"""Prints Tests/CalendarsTests/UmmAlQuraReference.swift from `hijridate` (PyPI), for a review of the committed values:

    python3 -m venv venv && venv/bin/pip install hijridate && venv/bin/python Tests/reference/umm_al_qura.py
"""
from importlib.metadata import version

from hijridate import Hijri

FIRST, LAST = 1343, 1500

print(f"""/// The Umm al-Qura calendar as hijridate {version("hijridate")} (PyPI) converts it, AH {FIRST} … {LAST}: the Gregorian day of
/// 1 Muharram, and the days of the twelve months. Printed by Tests/reference/umm_al_qura.py.
enum UmmAlQuraReference {{
  static let years = \"\"\"""")
for year in range(FIRST, LAST + 1):
    start = Hijri(year, 1, 1).to_gregorian()
    lengths = " ".join(str(Hijri(year, month, 1).month_length()) for month in range(1, 13))
    print(f"    {year} {start.isoformat()} {lengths}")
print('    """\n}')
