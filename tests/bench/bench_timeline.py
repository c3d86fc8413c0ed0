# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/bench timeline: how fast the timeline is laid out and painted, without a display, and
how fast it moves in the window, with a real wheel.

Of a frame is told what 99 of 100 do not exceed, by the clock and of the processor: other
programs that are running disturb the latter less. Of a frame of the window, layout and snapshot
are told: what is painted after them is the renderer's. What the window needs for a pledge is
how much more it takes up when it comes to this view with many than with a thousand; the pages of
the file that SQLite keeps are in it."""

import collections
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from bench_common import TOP, milliseconds, percentile, ratio, run_alone
from bench_desk import PEER, PROGRAM, WINDOW, measure_command, read_memory, start_once

sys.path.insert(0, str(TOP / 'tests/ui'))

from carebrief import CareBrief  # noqa: E402
from drive import App  # noqa: E402

NUMBERS = (1000, 10000, 100000)
ROUNDS = 15
FRAMES = 600
HITS = 100000
CLICKS = 150
STARTS = 7
# Of the screen, where lanes are; it has few colours before there is a mark.
LANES = (500, 250, 300, 300)
FEW = 40
MIB = 1024 * 1024
PARTIES = ('Conservative', 'Labour', 'Liberal Democrat', 'Scottish National', 'Plaid Cymru', 'Green', 'Reform', 'Alliance')


def print_row(what, clock='', processor='', goal=''):
    print(f'{what:<34} {clock:<32} {processor:<32} {goal}'.rstrip(), flush=True)


def collect(command, *words):
    """Return what was measured, as (clock, processor) by what it is of."""
    taken = collections.defaultdict(list)
    for what, _, clock, processor in run_alone('bench-timeline', command, *words):
        taken[what].append((clock, processor))
    return {what: tuple(zip(*samples)) for what, samples in taken.items()}


def measure_number(n):
    """Print the measurements at one number of pledges."""
    most = n == NUMBERS[-1]
    print_row(f'{n:,} pledges')
    for what, (clock, processor) in collect('pack', n, ROUNDS).items():
        print_row(f'  {what}', milliseconds(clock), milliseconds(processor), '200 ms at most' if most else '')
    for what, times in collect('frame', n, FRAMES).items():
        clock, processor = (f'{1000 * percentile(samples):.3f} ms' for samples in times)
        print_row(f'  {what}, 99th percentile', clock, processor)
    for clock, processor in collect('hit', n, ROUNDS).values():
        print_row('  hit', *(f'{1e9 * statistics.median(samples) / HITS:.0f} ns' for samples in (clock, processor)),
                  '1000 ns at most')
    for what, (size, _) in collect('memory', n).items():
        print_row(f'  memory of {what}', f'{size[0]:.0f} bytes a pledge', '', '46 at most' if most and what == 'pack' else '')


def make_library(folder, n):
    """Return a library of n pledges of eight parties in eighty years, each with a deadline."""
    actors = [{'id': str(100 + i), 'name': f'{name} Party', 'kind': 'party'} for i, name in enumerate(PARTIES)]
    pledges, deadlines = [], []
    for i in range(n):
        # Spread out without chance, so that all runs measure the same.
        day, months = (i * 7919) % 29200, 3 + (i * 104729) % 60
        year, month = 1946 + day // 365, 1 + day % 365 // 31
        due = year * 12 + month - 1 + months
        pledges.append({'id': str(1000000 + i), 'title': f'Pledge {i}: every area will have agreed how',
                        'kind': 'action', 'actor': str(100 + i % len(PARTIES)), 'made': f'{year}-{month:02}-{1 + day % 28:02}'})
        deadlines.append({'id': str(2000000 + i), 'pledge': str(1000000 + i), 'qualifier': 'by', 'words': 'by then',
                          'due': f'{due // 12}-{due % 12 + 1:02}'})
    source, library = folder / f'{n}.json', folder / f'{n}.carebrief'
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1,
                                  'records': {'actor': actors, 'pledge': pledges, 'deadline': deadlines}}))
    for words in (('new', library), ('import', library, source)):
        subprocess.run([PROGRAM, *words], check=True, stdout=subprocess.DEVNULL)
    return library


def list_marks(app):
    return app.find_all('push button', where=lambda n: n.parent.name == 'Timeline of Pledges and Events')


def shows_marks(app):
    _, _, rgb = app.pixels(LANES)
    return len(set(zip(rgb[::3], rgb[1::3], rgb[2::3]))) > FEW


def start_with_marks(library, config):
    """Return the seconds from the start of the program to the end of the first frame with marks."""
    env = {'GSETTINGS_SCHEMA_DIR': str(TOP / '_build/data'), 'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': str(config)}
    with App([str(WINDOW), str(library)], env=env, frames=True, a11y=False) as app:
        app.wait_until(lambda: shows_marks(app), 60, 'the marks', step=0.003)
        seen = time.monotonic()
        return max(f['end'] for f in app.frames() if f['painted'] and f['end'] <= seen) - app.t_exec


def measure_start(folder, library):
    """Print how soon there is a picture where the program was last closed in this view."""
    settings = folder / 'config/glib-2.0/settings/keyfile'
    settings.parent.mkdir(parents=True)
    settings.write_text("[com/example/CareBrief]\nview='timeline'\n")
    ours, empty = [], []
    for _ in range(STARTS):
        ours.append(start_with_marks(library, folder / 'config') + measure_command())
        empty.append(start_once([str(PEER)])[0])
    most = 1.5 * statistics.median(empty) + 0.06
    print_row('  start to the first marks', milliseconds(ours), ratio(ours, empty), f'{1000 * most:.0f} ms at most')
    print_row('  an empty window', milliseconds(empty))


def turn(app, **how):
    """Turn the wheel over the timeline; return layout and snapshot of each frame in milliseconds."""
    timeline, before = app.find('list', 'Timeline of Pledges and Events'), time.monotonic()
    app.scroll(timeline, pause=1 / 60, **how)
    app.wait_still(timeout=60)
    return [f['layout'] + f['snapshot'] for f in app.frames(before) if f['painted']]


def turn_both(app, modifiers):
    return [frame for direction in (1, -1) for frame in turn(app, dy=direction * CLICKS, modifiers=modifiers)]


def measure_window(library, fewest):
    """Print how the timeline of a library comes up and moves; return the bytes that it takes up.
    fewest: those that it takes up with as few pledges as are measured, or None."""
    n = int(library.stem)
    with CareBrief(library, binary=WINDOW, frames=True) as app:
        app.wait_still(timeout=60)
        memory, before = read_memory(app), time.monotonic()
        app.key('alt+4', settle=0)
        app.wait_until(lambda: list_marks(app), 60, 'the marks')
        app.wait_still(timeout=60)
        painted = [f['end'] for f in app.frames(before) if f['painted']]
        print_row('  key to the whole picture', f'{1000 * (painted[-1] - before):.0f} ms')
        memory = read_memory(app) - memory
        print_row('  memory in the window', f'{memory / MIB:.1f} MiB')
        if fewest is not None:
            print_row('  memory in the window for each', f'{(memory - fewest) / (n - NUMBERS[0]):.0f} bytes', '', '150 at most')
        for what, goal in (('all of it', 8), ('a window of ten years', 4)):
            for how, modifiers in (('panned', ('shift',)), ('panned down', ()), ('zoomed', ('ctrl',))):
                frames = turn_both(app, modifiers)
                print_row(f'  {what}, {how}: 99th percentile', f'{percentile(frames):.2f} ms of {len(frames)}', '',
                          f'{goal} ms at most')
            app.key('ctrl+0')
            for _ in range(5):
                app.key('ctrl+plus')
            app.wait_still(timeout=60)
    return memory


def measure():
    """Measure and print all."""
    print_row('', 'by the clock', 'of the processor', 'goal')
    fewest = None
    with tempfile.TemporaryDirectory() as folder:
        for n in NUMBERS:
            measure_number(n)
            library = make_library(pathlib.Path(folder), n)
            memory = measure_window(library, fewest)
            fewest = fewest or memory
            if n == NUMBERS[1]:
                measure_start(pathlib.Path(folder), library)
