# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/bench figures: how fast the figures of a library are read and added up in a ledger,
and drawn as a chart, without a display; and filtered and sorted in the window, with real keys.

The peer is SQLite's C interface in the same process. Of adding up it groups and sums the
same rows; it reads them, too, but adds floating point numbers, and knows nothing of bounds,
of what is part of what, and of why something is not added. The bare loop adds one exact
number after the other, and looks at nothing else."""

import collections
import json
import pathlib
import shutil
import statistics
import subprocess
import tempfile

import bench_figures_window
from bench_common import milliseconds, ratio, run_alone, run_program
from bench_desk import PROGRAM

NUMBERS = (10000, 100000)
ROUNDS = 15
FLOWS, NEWNESS = ('spend', 'saving', 'revenue', 'allocation'), ('new', 'existing', 're-announced', None)


def make_figure(i):
    """Three of four may be added to each other; of these each has a value of its own, and some are bounds."""
    alike = i % 4 != 0
    figure = {'id': str(1000000 + i), 'label': f'Money for service {i}', 'actor': '101', 'place': '201',
              'value': f'{">=" if i % 7 == 0 else ""}{1 + i * 7919 % 100000}e5 GBP',
              'flow': 'spend' if alike else FLOWS[i // 4 % len(FLOWS)], 'period_basis': 'per-year', 'price_basis': 'cash',
              'period': '2015-04-01/2016-03-31' if alike else str(1990 + i // 4 % 30)}
    if NEWNESS[i % len(NEWNESS)]:
        figure['newness'] = NEWNESS[i % len(NEWNESS)]
    return figure


def make_library(folder, n):
    """Return a library of n figures; each tenth is part of the one before, each twentieth says it again."""
    links = [{'id': str(2000000 + i), 'relation': 'restates' if i % 20 == 0 else 'part-of',
              'from_figure': str(1000000 + i), 'to_figure': str(1000000 + i - 1)} for i in range(10, n, 10)]
    source, library = folder / f'{n}.json', folder / f'{n}.carebrief'
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': {
        'actor': [{'id': '101', 'name': 'Labour Party', 'kind': 'party'}], 'place': [{'id': '201', 'name': 'England'}],
        'figure': [make_figure(i) for i in range(n)], 'link': links}}))
    for words in (('new', library), ('import', library, source)):
        subprocess.run([PROGRAM, *words], check=True, stdout=subprocess.DEVNULL)
    return library


def collect(library, command):
    """Return what was measured, as [clock, processor] samples by what and whose."""
    copy = library.with_suffix('.copy')
    shutil.copyfile(library, copy)
    taken = collections.defaultdict(lambda: ([], []))
    for what, whose, *seconds in run_program('bench-ledger', command, library, copy, ROUNDS):
        for samples, value in zip(taken[what, whose], seconds):
            samples.append(value)
    return taken


def print_row(what, *columns):
    print(f'{what:<34} {"{:<26} {:<26} {:<26} {:>7} {:>9}  {}".format(*columns)}'.rstrip(), flush=True)


def report(what, taken, command, peer, goal=''):
    ours, theirs = taken[command, 'ours'], taken[command, peer]
    print_row(what, *map(milliseconds, (*ours, theirs[0])), ratio(ours[0], theirs[0]), ratio(ours[1], theirs[1]), goal)


def measure_chart(n):
    """Print how long a chart of n figures takes: to find out what it shows, and then to draw it."""
    taken = collections.defaultdict(lambda: ([], []))
    for what, _, *seconds in run_alone('bench-chart', 'chart', n, ROUNDS):
        for samples, value in zip(taken[what], seconds):
            samples.append(value)
    print_row(f'chart of {n:,}: what it shows', *map(milliseconds, taken['find out']), '', '', '', '')
    drawn = [[sum(pair) for pair in zip(*each)] for each in zip(taken['layout'], taken['paint'])]
    print_row('  layout and paint', *map(milliseconds, drawn), '', '', '', '4 ms at most')


def measure():
    """Measure and print all."""
    print_row('', 'ours, by the clock', 'of the processor', 'peer, by the clock', 'clock', 'processor', 'goal')
    adding = []
    with tempfile.TemporaryDirectory() as folder:
        for n in NUMBERS:
            library, most = make_library(pathlib.Path(folder), n), n == NUMBERS[-1]
            report(f'{n:,} figures: read', collect(library, 'read'), 'read', 'peer')
            taken = collect(library, 'add')
            report('  added up, beside SQLite', taken, 'add', 'peer', '50 ms at most' if most else '')
            report('  beside a bare loop', taken, 'add', 'bare')
            adding.append(statistics.median(taken['add', 'ours'][1]))
    for n in NUMBERS:
        measure_chart(n)
    print_row('ten times as many', '', f'{adding[-1] / adding[0]:.1f} times as long', '', '', '', '13 times at most')
    bench_figures_window.measure(print_row)
