# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/bench figures, in the window: from a key in the filter of the table, or a click on one of its
headings, to the end of the frame that has the right first rows, with a library of many figures and
one of few by turns.

That frame is the last one before the rows on the screen are first what they are when all is done; a
key after which they are the same tells nothing. Of the processor is told what the window's own thread
took until then. A turn is what the main loop does before it looks again for what else there is: as
long as the longest of them a frame may be held."""

import contextlib
import pathlib
import re
import tempfile
import time
import zlib

from bench_common import milliseconds, percentile, ratio
from bench_desk import WINDOW, make_library

from carebrief import CareBrief

MANY, FEW = 100000, 1000
ROUNDS = 6
# Found in nearly all figures at their first letter, in many, in few, in none.
WORDS = ('social', 'staf', 'the ', 'g', '4', 'reab', 'wxyz')
HEADINGS = ('Value', 'Figure', 'Whose')
# Of the screen, where the second rows to the ninth are, with and without the bar of the filter.
ROWS = (250, 240, 300, 230)
STILL = 0.4


def open_table(stack, library):
    app = stack.enter_context(CareBrief(library, binary=WINDOW, frames=True))
    app.key('alt+3')
    app.wait_until(lambda: app.focus_is('table cell'), 60, 'the table')
    app.wait_still(timeout=60)
    return app


def look(app):
    return zlib.crc32(app.pixels(ROWS)[2])


def read_thread(app):
    """Return the seconds of the processor that the window's own thread has taken."""
    pid = app.proc.pid
    return int(pathlib.Path(f'/proc/{pid}/task/{pid}/schedstat').read_text(encoding='ascii').split()[0]) / 1e9


def watch(app, act):
    """Return the seconds by the clock and of the processor to the right rows, and both of the longest turn;
    or nothing if the rows are the same."""
    used, shown, before = read_thread(app), look(app), time.monotonic()
    act()
    seen = [(before, shown)]
    while time.monotonic() - seen[-1][0] < STILL:
        time.sleep(0.003)
        now = look(app)
        if now != seen[-1][1]:
            seen.append((time.monotonic(), now))
    if seen[-1][1] == shown:
        return None
    first = next(moment for moment, rows in seen if rows == seen[-1][1])
    frame = [f for f in app.frames(before) if f['painted'] and f['end'] <= first][-1]
    turns = app.turns(before)
    return (frame['end'] - before, frame['processor'] - used, max(t['end'] - t['t'] for t in turns),
            max(t['processor_end'] - t['processor'] for t in turns))


def take(taken, apps, make_act):
    """Do it in each window by turns."""
    for app, samples in zip(apps, taken):
        samples.append(watch(app, make_act(app)))


def filter_by_turns(apps):
    taken = [[] for _ in apps]
    for app in apps:
        app.key('ctrl+f')
        app.wait_until(lambda app=app: app.focus().role in ('text', 'entry'), 30, 'the filter')
        app.wait_still()
    for word in ROUNDS * WORDS:
        for letter in word:
            take(taken, apps, lambda app, letter=letter: lambda: app.key(letter.replace(' ', 'space'), settle=0))
        for app in apps:
            app.key('ctrl+a')
        take(taken, apps, lambda app: lambda: app.key('BackSpace', settle=0))
    for app in apps:
        app.key('Escape')
        app.wait_still()
    return taken


def click_heading(app, name):
    app.move(app.find('push button', re.compile(f'^{name}(,|$)')))
    app.wait_still()
    return lambda: app.press()


def sort_by_turns(apps):
    taken = [[] for _ in apps]
    for _ in range(ROUNDS):
        for name in HEADINGS:
            for _ in range(2):
                take(taken, apps, lambda app, name=name: click_heading(app, name))
    return taken


def report_times(print_row, what, clocks, processors, goal):
    """Print a time and what 99 of 100 do not exceed; of both those of the library of many come first."""
    print_row(what, *map(milliseconds, (clocks[0], processors[0], clocks[1])), ratio(*clocks), ratio(*processors), goal)
    ends = [percentile(samples) for samples in (*clocks, *processors)]
    print_row('  99th percentile', *(f'{1000 * ends[i]:.1f} ms' for i in (0, 2, 1)), f'{ends[0] / ends[1]:.2f}',
              f'{ends[2] / ends[3]:.2f}', goal)


def report(print_row, what, taken):
    """Print what one kind of input costs, beside the same in the library of few."""
    clocks, processors, turns, turns_processor = zip(*(list(zip(*filter(None, samples))) for samples in taken))
    report_times(print_row, f'{what}: to the right rows', clocks, processors, '100 ms at most')
    report_times(print_row, '  longest turn of the main loop', turns, turns_processor, '16 ms at most')


def measure(print_row):
    """Measure and print all."""
    print_row('in the window', 'ours, by the clock', 'of the processor', f'with {FEW:,}, by the clock', 'clock', 'processor', 'goal')
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        apps = [open_table(stack, make_library(pathlib.Path(folder), n)) for n in (MANY, FEW)]
        report(print_row, f'filter {MANY:,}', filter_by_turns(apps))
        report(print_row, f'sort {MANY:,}', sort_by_turns(apps))
