# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/bench store: how fast a library is, beside SQLite alone.

The peer of an import is the sqlite3 shell; that of all else is SQLite's C interface
in the same process, as a shell would measure little but its own start."""

import collections
import pathlib
import resource
import shutil
import subprocess
import tempfile
import time

from bench_common import SAMPLE, milliseconds, percentile, rate, ratio, run_program

MOST_ROWS = 100000  # of an import
CHUNK = 100000

PRAGMAS = 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;\n'
PEER_TABLES = '''
CREATE TABLE figure ("Figure" TEXT, "Value" TEXT, "As Stated" TEXT, "Whose" TEXT, "Flow Kind" TEXT, "Period" TEXT,
  "Extent" TEXT, "Note" TEXT);
CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2');
'''


def bench(*words):
    return run_program('bench-store', *words)


def shell(database, script):
    """Run the sqlite3 shell and return how long it took, by the clock and of the processor."""
    start = time.monotonic()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(['sqlite3', '-bail', database], input=script, text=True, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - start, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime


def import_script(csv, first):
    """Put the rows of a file into the table, and all after row FIRST into the index.

    What is indexed are the words that a library indexes."""
    return (f'{PRAGMAS}BEGIN;\n.import --csv --skip 1 "{csv}" figure\n'
            """INSERT INTO search (rowid, title, text)
               SELECT rowid, "Figure", "Value" || ' ' || "As Stated" || ' ' || "Flow Kind" || ' ' || "Period"
                 || ' ' || "Extent" || ' ' || "Note" FROM figure"""
            f' WHERE rowid > {first};\nCOMMIT;\n')


class Store:
    """The measurements at one number of records."""

    def __init__(self, folder, n):
        self.n = n
        self.rows = min(n, MOST_ROWS)
        self.library = folder / 'library.carebrief'
        self.copy = folder / 'copy.carebrief'
        self.small = folder / 'small.carebrief'
        self.shelf = folder / 'peer.db'
        self.peer = folder / 'peer-copy.db'
        self.csv = folder / 'figures.csv'
        self.samples = collections.defaultdict(list)
        self.processor = collections.defaultdict(list)

    def note(self, lines):
        for what, whose, clock, processor in lines:
            self.samples[what, whose].append(clock)
            self.processor[what, whose].append(processor)

    def make(self):
        list(bench('make', self.library, self.n, SAMPLE))
        list(bench('make', self.small, 1000, SAMPLE))
        shell(self.shelf, PEER_TABLES)
        for first in range(0, self.n, CHUNK):
            list(bench('csv', self.csv, min(CHUNK, self.n - first), first))
            shell(self.shelf, import_script(self.csv, first))
        list(bench('csv', self.csv, self.rows, 7))

    def measure_in_process(self):
        large = self.n > MOST_ROWS
        shutil.copyfile(self.library, self.copy)
        self.note(bench('memory', self.library, self.small))
        self.note(bench('open', self.library, self.copy, 5 if large else 11))
        self.note(bench('acts', self.library, self.copy, 1, 60))
        self.note(bench('acts', self.library, self.copy, 1000, 11))
        self.note(bench('search', self.library, self.copy, 3))

    def measure_imports(self):
        kept = self.library.with_suffix('.kept')
        shutil.copyfile(self.library, kept)
        for _ in range(3 if self.n > MOST_ROWS else 5):
            shutil.copyfile(kept, self.library)
            self.note(bench('import', self.library, self.csv))
            shutil.copyfile(self.shelf, self.peer)
            start = shell(self.peer, f'{PRAGMAS}BEGIN IMMEDIATE; COMMIT;\n')
            done = shell(self.peer, import_script(self.csv, self.n))
            self.note([('import', 'peer', done[0] - start[0], done[1] - start[1])])


def print_row(n, what, ours, peer='', clock='', processor='', goal=''):
    print(f'{n if isinstance(n, str) else format(n, ","):>9}  {what:<14} {ours:<38} {peer:<38} {clock:>7} {processor:>9}  {goal}'.rstrip(), flush=True)


def ratio_of(samples, what):
    return ratio(samples[what, 'ours'], samples[what, 'peer'])


def report_times(store, what, goal):
    print_row(store.n, what, milliseconds(store.samples[what, 'ours']), milliseconds(store.samples[what, 'peer']),
              ratio_of(store.samples, what), ratio_of(store.processor, what), goal)


def report(store):
    """Print what was measured, a line each."""
    acts = sorted({what for what, _ in store.samples if ' of ' in what})
    report_times(store, 'open', 'no growth beyond the check')
    for what in acts:
        goal = '2.00 at most' if what == 'act of 1' else '50 ms at most' if what == 'undo of 1000' else ''
        report_times(store, what, goal)
    report_times(store, 'search', '')
    print_row(store.n, 'search, p99', f'{1000 * percentile(store.samples["search", "ours"]):.2f} ms', goal='20 ms at most')
    report_times(store, 'count', '')
    reading, ours, peer = (store.samples[key] for key in (('read', 'ours'), ('import', 'ours'), ('import', 'peer')))
    print_row(store.n, 'reading CSV', rate(reading, store.rows, 'rows/s'))
    print_row(store.n, 'import', rate(ours, store.rows, 'rows/s'), rate(peer, store.rows, 'rows/s'),
              ratio_of(store.samples, 'import'), ratio_of(store.processor, 'import'), '2.00 at most')
    if store.n > 1000:
        print_row(store.n, 'memory', f'{store.samples["memory", "ours"][0]:.0f} bytes a record', goal='300 at most')


def measure(records):
    """Print a line for each measure of libraries of so many records each."""
    print_row('records', 'what', 'CareBrief: median (quartiles)', 'SQLite alone', 'ratio', 'processor', 'goal')
    for n in records:
        with tempfile.TemporaryDirectory(prefix='carebrief-bench-') as folder:
            store = Store(pathlib.Path(folder), n)
            store.make()
            store.measure_in_process()
            store.measure_imports()
            report(store)
    print('\nThe peer of an import is the sqlite3 shell, without the time of its start: .import and an FTS5 index.\n'
          'That of all else is SQLite’s C interface: opening with quick_check; UPDATE and COMMIT of as many rows.')
