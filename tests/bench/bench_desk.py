# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/bench desk: how fast the window is, beside one with nothing in it and a
GtkSourceView alone, with real keys and a real wheel."""

import contextlib
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from bench_common import SAMPLE, TOP, milliseconds, percentile, ratio, run_program

sys.path.insert(0, str(TOP / 'tests/ui'))

from carebrief import CareBrief, open_briefing  # noqa: E402
from drive import App  # noqa: E402

PROGRAM = TOP / '_build/app/carebrief'
# What that becomes; the frames are counted by what is loaded into it.
WINDOW = TOP / '_build/app/carebrief-window'
PEER = TOP / '_build/tests/bench/bench-window'
MIB = 1024 * 1024
ROUNDS = 7
KEYS = 10
WORDS = 50000
CLICKS = 240
MANY = 100000


def print_row(what, who, value, beside='', goal=''):
    print(f'{what:<44} {who:<14} {value:<34} {beside:>6}  {goal}'.rstrip(), flush=True)


def make_library(folder, n):
    library = folder / f'{n}.carebrief'
    list(run_program('bench-store', 'make', library, n, SAMPLE))
    return library


def read_memory(app):
    """Return what of the memory is the program's own, in bytes: what it has written to. The rest of a
    library is the file's, and counts as private by chance, where nobody else has it open just then."""
    text = pathlib.Path(f'/proc/{app.proc.pid}/smaps_rollup').read_text(encoding='ascii')
    return 1024 * sum(int(n) for n in re.findall(r'^Private_Dirty: +(\d+)', text, re.MULTILINE))


def read_processor(app):
    """Return the seconds of the processor that the program has taken."""
    fields = pathlib.Path(f'/proc/{app.proc.pid}/stat').read_text(encoding='ascii').rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def start_once(command):
    """Return the seconds to the end of the first frame, those of the processor, and the memory a second later."""
    env = {'GSETTINGS_SCHEMA_DIR': str(TOP / '_build/data')}
    with App(command, env=env, frames=True, a11y=False) as app:
        app.wait_until(lambda: any(f['painted'] for f in app.frames()), 30, 'the first frame')
        used = read_processor(app)
        first = next(f for f in app.frames() if f['painted'])
        app.wait_still()
        time.sleep(1)
        return first['end'] - app.t_exec, used, read_memory(app)


def measure_command():
    """Return the seconds that the first of our two programs takes at most before it is the second."""
    before = time.monotonic()
    subprocess.run([PROGRAM, '--version'], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - before


def measure_start(folder):
    library = make_library(folder, 10000)
    taken = {'CareBrief': [], 'empty window': []}
    for _ in range(ROUNDS):
        first, used, memory = start_once([str(WINDOW), str(library)])
        taken['CareBrief'].append((first + measure_command(), used, memory))
        taken['empty window'].append(start_once([str(PEER)]))
    (ours, used, memory), (empty, used_empty, least) = (zip(*taken[name]) for name in taken)
    print_row('first frame, library of 10,000', 'CareBrief', milliseconds(ours), ratio(ours, empty), '1.5 at most')
    print_row('', 'empty window', milliseconds(empty))
    print_row('processor to the first frame', 'CareBrief', milliseconds(used), ratio(used, used_empty))
    print_row('', 'empty window', milliseconds(used_empty))
    most = 1.5 * statistics.median(least) + 60 * MIB
    print_row('memory of its own', 'CareBrief', f'{statistics.median(memory) / MIB:.1f} MiB', '',
              f'{most / MIB:.0f} MiB at most')
    print_row('', 'empty window', f'{statistics.median(least) / MIB:.1f} MiB')


def make_text():
    words = ('the', 'briefing', 'says', 'what', 'each', 'party', 'has', 'promised', 'and', 'by', 'when')
    paragraphs = []
    for first in range(0, WORDS, 80):
        paragraphs.append(' '.join(words[(first + i * 7) % len(words)] for i in range(80)) + '.')
    return '\n\n'.join(paragraphs)


def make_long_section(folder, text):
    """Return a library whose briefing has one section of that text."""
    library = folder / 'long.carebrief'
    list(run_program('bench-store', 'make', library, 1000, SAMPLE))
    listed = subprocess.run([PROGRAM, 'list', 'sections', '--format', 'json', library], check=True, capture_output=True)
    section = json.loads(listed.stdout)[0]
    act = {'steps': [{'set': 'section', 'id': section['id'], 'values': {'text': text}}]}
    subprocess.run([PROGRAM, 'apply', library], input=json.dumps(act), text=True, check=True, stdout=subprocess.DEVNULL)
    return library, section['heading']


def type_keys(app):
    """Return the milliseconds from each key to the screen, and the seconds of the processor for
    each, with what waits for a pause."""
    before = read_processor(app)
    taken = app.latency(lambda: app.key('x', settle=0), KEYS, 0.25)
    time.sleep(2)
    return taken, (read_processor(app) - before) / KEYS


@contextlib.contextmanager
def open_section(library, heading):
    with CareBrief(library, binary=WINDOW, frames=True) as app:
        open_briefing(app)
        app.press_to_row(heading)
        app.key('Return')
        # The heading first.
        app.press_until('Tab', lambda n: n.name == f'Text of {heading}')
        app.key('ctrl+Home')
        app.wait_still(timeout=60)
        yield app


def open_alone(folder, text):
    path = folder / 'text.md'
    path.write_text(text, encoding='utf-8')
    return App([str(PEER), str(path)], env={'GDK_DEBUG': 'gl-disable'}, frames=True)


def type_by_turns(apps):
    """Return what type_keys() does for each of the windows: by turns, so that what else the
    machine has to do slows down both."""
    taken = [([], []) for _ in apps]
    for app in apps:
        app.wait_still(timeout=60)
        app.key('x')
        app.wait_still()
    for _ in range(ROUNDS):
        for app, (keys, used) in zip(apps, taken):
            of_keys, of_processor = type_keys(app)
            keys.extend(of_keys)
            used.append(of_processor)
    return [(sorted(keys), statistics.mean(used)) for keys, used in taken]


def measure_typing(folder):
    text = make_text()
    with open_section(*make_long_section(folder, text)) as section, open_alone(folder, text) as peer:
        (ours, used), (alone, used_alone) = type_by_turns((section, peer))
    ours, alone = [value / 1000 for value in ours], [value / 1000 for value in alone]
    print_row(f'key to screen, section of {WORDS:,} words', 'CareBrief', milliseconds(ours), ratio(ours, alone), '1.2 at most')
    print_row('', 'GtkSourceView', milliseconds(alone))
    print_row('processor for a key, with page and saving', 'CareBrief', f'{1000 * used:.1f} ms', f'{used / used_alone:.2f}')
    print_row('', 'GtkSourceView', f'{1000 * used_alone:.1f} ms')


def time_page(app):
    """Return the milliseconds from a key to the page beside the text with what was typed."""
    width, height = app.size
    page = (3 * width // 4, height // 4, width // 5, height // 2)
    shown, before = app.pixels(page), time.monotonic()
    app.key('x', settle=0)
    app.wait_until(lambda: app.pixels(page) != shown, what='the page')
    taken = 1000 * (time.monotonic() - before)
    app.wait_still()
    return taken


def measure_page(folder):
    with open_section(make_library(folder, 1000), 'Two systems from the start') as app:
        taken = sorted(time_page(app) for _ in range(ROUNDS))
    print_row('key to the page beside the text', 'CareBrief', milliseconds([v / 1000 for v in taken]), '',
              'a pause of 500 ms, and 200 at most')


def list_shown(app):
    return [node.name for node in app.find_all('list item', where=lambda n: n.parent.name == 'Figures')]


def scroll(app, direction):
    """Return layout and snapshot of each frame in milliseconds, and how many rows were gone through."""
    before = time.monotonic()
    row = app.find_all('list item', where=lambda n: n.parent.name == 'Figures')[2]
    app.scroll(row, dy=direction * CLICKS, pause=1 / 60)
    app.wait_still(timeout=60)
    return [f['layout'] + f['snapshot'] for f in app.frames(before) if f['painted']]


def choose_order(app, name):
    """Chooses the order of that name for the list; return the milliseconds to the first rows in it and
    the longest pause between two frames until all is done, and the seconds of the processor for all of it."""
    app.press_until('shift+Tab', lambda n: n.name.startswith('Sort By: '))
    app.key('Return')
    app.wait_until(lambda: app.focus_is('menu item'), what='the menu')
    app.press_until('Down', lambda n: n.name == name)
    app.wait_still()
    used, before = read_processor(app), time.monotonic()
    app.key('Return', settle=0)
    app.wait_still(timeout=60)
    used = read_processor(app) - used
    # The rows are what takes longest to lay out.
    first = max((f for f in app.frames(before) if f['painted']), key=lambda f: f['layout'])['end']
    # Nothing is to be drawn before, nor when all is done.
    ends = [f['end'] for f in app.frames(before) if f['painted'] and first <= f['end'] < first + 0.25]
    return 1000 * (first - before), 1000 * max(b - a for a, b in zip(ends, ends[1:])), used


def measure_sorting(app):
    taken = [choose_order(app, 'Name' if turn % 2 else 'Amount') for turn in range(2 * ROUNDS)]
    # Every other one goes back to the order for which there is an index.
    for what, of_turn in (('by amount', taken[::2]), ('by name again', taken[1::2])):
        first, pause, used = zip(*of_turn)
        print_row(f'sort {MANY:,} {what}: key to the first rows', 'CareBrief', milliseconds([v / 1000 for v in first]), '',
                  '100 ms at most')
        print_row('longest pause between two frames after that', 'CareBrief', milliseconds([v / 1000 for v in pause]))
        print_row('processor until all rows are there', 'CareBrief', milliseconds(used))


def measure_list(folder):
    library = make_library(folder, MANY)
    with CareBrief(library, binary=WINDOW, frames=True) as app:
        app.key('alt+3')
        app.wait_until(lambda: app.focus_is('list item', 'Figures'), 30, 'the list of figures')
        app.wait_still(timeout=60)
        shown = list_shown(app)
        frames = scroll(app, 1)
        away = list_shown(app)
        frames += scroll(app, -1)
        kept = 'kept' if list_shown(app) == shown and away != shown else 'LOST'
        print_row(f'a frame while scrolling {MANY:,}, 99th percentile', 'CareBrief', f'{percentile(frames):.1f} ms', '',
                  '8 ms at most')
        print_row(f'place after {CLICKS} clicks of the wheel and back', 'CareBrief', kept, '', 'kept')
        measure_sorting(app)
        time.sleep(2)
        before = read_processor(app)
        time.sleep(10)
        print_row('processor in ten seconds of idleness', 'CareBrief', f'{1000 * (read_processor(app) - before):.0f} ms', '',
                  '0 ms')


def measure():
    """Measure and print all."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        measure_start(folder)
        measure_typing(folder)
        measure_page(folder)
        measure_list(folder)
