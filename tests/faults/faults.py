#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""faults.py [--long] [PART…]: kill the program, cut the power, let its disk
fail, damage its files, give it hostile ones, and hold it to what it promises;
say what was tried and what held.

Parts: kills, power, disk, errors, damage, hostile, promises, formats; all of them if none is
named. The short form prints TAP and is over within seconds; the long form, started by
tools/faults, prints a table. The environment says what to try: CAREBRIEF, CARE_FAULT_SHIM,
CARE_MUTATE and CAREBRIEF_SAMPLE, as tests/meson.build sets them; the long form also
wants CARE_TEST_MERGE and CARE_TEST_MEMORY."""

import argparse
import os
import pathlib
import shutil
import sys
import tempfile
import time

from damage import damage_rows
from disk import ERRORS, Disk
from formats import formats_rows
from hostile import hostile_rows
from kills import Kills
from operations import operations
from power import Power
from program import Program
from promises import promises_rows
from row import Row

TOP = pathlib.Path(__file__).resolve().parents[2]
SEED = 20150127


def kills_rows(program, base, long):
    sessions = ['apply'] * 4 + ['import_file', 'merge', 'undo', 'redo']
    kills = Kills(program, base, SEED, sessions)
    done = kills.run(10000 if long else 25, time.monotonic() + (6 * 3600 if long else 30))
    note = (f'{kills.acts} acts acknowledged; {kills.hot} hot journals left, {kills.inside} acts done and not yet '
            f'acknowledged')
    yield Row('killed while editing, importing, merging, undoing', done, kills.failures, note)


def disk_rows(program, base, long):
    for operation in operations(program, base, TOP):
        disk = Disk(program, operation)
        calls = disk.run(10 ** 9 if long else 5, time.monotonic() + (3600 if long else 300))
        yield Row(f'failing disk: {operation.name}', disk.tried, disk.failures, f'of {calls} calls')


# Each writes, and together they write all that a library has.
TRIED = ('apply', 'import', 'copy', 'export json')


def errors_rows(program, base, long):
    errors, last, levels = (ERRORS, 120, 200) if long else (ERRORS[:2], 5, 8)
    for operation in operations(program, base, TOP):
        if operation.name in TRIED if long else operation.name == 'apply':
            disk = Disk(program, operation)
            disk.walk(errors, last)
            yield Row(f'other errors: {operation.name}', disk.tried, disk.failures,
                      f'{len(errors)} errors, once and for good, at each call to number {last}')
            disk = Disk(program, operation)
            disk.fill(levels, 2 * base.stat().st_size)
            yield Row(f'full disk: {operation.name}', disk.tried, disk.failures, 'as many levels of room, from none to enough')


def power_rows(program, base, long):
    for operation in operations(program, base, TOP):
        # What makes a new file has nothing to lose.
        if len(operation.states) > 1:
            power = Power(program, operation, SEED)
            # As many in each of the two models.
            power.run(40000 if long else 40)
            yield Row(f'power cut: {operation.name}', power.tried, power.failures, 'in two models of a disk')


PARTS = {'kills': kills_rows, 'power': power_rows, 'disk': disk_rows, 'errors': errors_rows,
         'damage': damage_rows, 'hostile': hostile_rows,
         'promises': promises_rows, 'formats': formats_rows}


def make_base(program):
    """Make the library that all begins with: the sample."""
    base = program.folder / 'base.carebrief'
    program.must('new', base)
    program.must('import', base, os.environ['CAREBRIEF_SAMPLE'])
    return base


def run(parts, long):
    """Yield a row for each thing tried."""
    # The short form does not wait for a disk.
    memory = '/dev/shm' if os.path.isdir('/dev/shm') and not long else None
    folder = tempfile.mkdtemp(prefix='care-faults-', dir=memory)
    os.environ['TMPDIR'] = folder
    try:
        for part in parts:
            program = Program(os.environ['CAREBRIEF'], os.environ['CARE_FAULT_SHIM'], folder)
            base = make_base(program)
            yield from PARTS[part](program, base, long)
            base.unlink()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def print_tap(rows):
    number, good = 0, True
    for number, row in enumerate(rows, 1):
        print(f'{"ok" if row.good else "not ok"} {number} - {row.what}: {row.tried} tried; {row.note}')
        for failure in row.failures[:10]:
            print('#', failure.replace('\n', '\n# '))
        good = good and row.good
        sys.stdout.flush()
    print(f'1..{number}')
    return good


def print_table(rows):
    good = True
    print(f'{"What":52} {"Tried":>7} {"Held":>7}  Note')
    for row in rows:
        failed = min(len(row.failures), row.tried)
        print(f'{row.what:52} {row.tried:7} {row.tried - failed:7}  {row.note}', flush=True)
        for failure in row.failures:
            print('  failed:', failure.replace('\n', '\n    '), flush=True)
        good = good and row.good
    print('Everything held.' if good else 'NOT everything held.')
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--long', action='store_true', help='all of it, and a table')
    parser.add_argument('parts', nargs='*', choices=[*PARTS, []], metavar='PART')
    arguments = parser.parse_args()
    rows = run(arguments.parts or PARTS, arguments.long)
    return 0 if (print_table if arguments.long else print_tap)(rows) else 1


if __name__ == '__main__':
    sys.exit(main())
