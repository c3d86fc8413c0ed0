# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of tools/bench have in common."""

import os
import pathlib
import statistics
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = TOP / 'data/sample/integration.json'


def home_beside(library):
    """Return the environment in which the backups that a library makes of itself go with it."""
    return dict(os.environ, XDG_DATA_HOME=str(pathlib.Path(library).parent / 'data'))


def run_alone(name, command, *words, env=None):
    """Yield (what, whose, seconds, seconds of the processor) of each line that a program of tests/bench prints."""
    done = subprocess.run([TOP / '_build/tests/bench' / name, command, *map(str, words)], check=True,
                          stdout=subprocess.PIPE, text=True, env=env)
    for line in done.stdout.splitlines():
        what, whose, clock, processor = line.split('\t')
        yield what, whose, float(clock), float(processor)


def run_program(name, command, library, *words):
    """Yield the same of one that is given a library."""
    return run_alone(name, command, library, *words, env=home_beside(library))


def quartiles(samples):
    """Return the median and the quartiles."""
    if len(samples) == 1:
        return samples * 3
    low, middle, high = statistics.quantiles(samples, n=4, method='inclusive')
    return middle, low, high


def percentile(samples):
    """Return what 99 of 100 do not exceed."""
    return statistics.quantiles(samples, n=100, method='inclusive')[98]


def milliseconds(samples):
    return '{:.2f} ({:.2f}–{:.2f}) ms'.format(*(1000 * value for value in quartiles(samples)))


def rate(samples, n, unit):
    return '{:,.0f} ({:,.0f}–{:,.0f}) {}'.format(*quartiles([n / value for value in samples]), unit)


def ratio(ours, theirs):
    """Return how many times as long ours takes."""
    return f'{statistics.median(ours) / max(statistics.median(theirs), 1e-6):.2f}'
