# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage: a library with every page damaged in turn, and mutations of the file,
of its journal and of its history, used within a process by mutate.c; and some of
them by the commands."""

import os
import random
import subprocess
import sys

from disk import script
from program import read_library
from row import Row

# How many of each in the long form; of pages, all.
LONG = {'pages': 10 ** 6, 'bytes': 10000, 'history': 3000, 'index': 3000, 'journal': 3000}
SHORT = {'pages': 30, 'bytes': 40, 'history': 20, 'index': 40, 'journal': 20}
BATCH = 250
PAGE = 4096

COMMANDS = [['verify'], ['info'], ['list', 'figures'], ['list', 'sources', '--format', 'csv'], ['history'],
            ['history', '--json'], ['export', '--format', 'json'], ['export', '--format', 'pdf', '--output', '-'],
            ['search', 'integration'], ['recover', 'recovered.carebrief'], ['undo'], ['redo']]


def environment():
    """Any finding of a sanitizer is to look like a crash."""
    result = dict(os.environ)
    for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS'):
        result[name] = result.get(name, '') + ':abort_on_error=1:halt_on_error=1'
    # Each child frees little; a small quarantine spares a fifth of the time.
    result['ASAN_OPTIONS'] += ':quarantine_size_mb=16'
    return result


def mutate(mode, library, count):
    """Yield (tried, opened, failures) for each batch of damages."""
    seconds = os.environ.get('CARE_MUTATE_SECONDS', '2')
    jobs = []
    for first in range(0, min(count, library.stat().st_size // PAGE * 3) if mode == 'pages' else count, BATCH):
        number = min(BATCH, count - first)
        command = [os.environ['CARE_MUTATE'], mode, library, str(first), str(number), seconds]
        jobs.append(subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        if len(jobs) >= (os.cpu_count() or 1):
            yield finish(jobs.pop(0))
    for job in jobs:
        yield finish(job)


def finish(job):
    out, err = job.communicate()
    try:
        tried, opened, _, failed = map(int, out.split())
    except ValueError:
        return 0, 0, [f'mutate ended with {job.returncode}: {err[-600:]}']
    return tried, opened, [err.strip()[-2000:]] * failed if failed else []


def damaged(library, seed):
    """Return the bytes of a library with some damage."""
    chance = random.Random(seed)
    data = bytearray(library.read_bytes())
    page = chance.randrange(len(data) // PAGE) * PAGE
    how = seed % 4
    if how == 0:
        data[page:page + PAGE] = bytes(PAGE)
    elif how == 1:
        data[page:page + PAGE] = chance.randbytes(PAGE)
    elif how == 2:
        del data[chance.randrange(1, len(data)):]
    else:
        for _ in range(20):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def use_command(program, library, command, data):
    """Return what is wrong with how a command treats a damaged library."""
    path = program.place / 'damaged.carebrief'
    path.write_bytes(data)
    name, *rest = command
    words = [name, rest[0], path, *rest[1:]] if name in ('list', 'search') else [name, path, *rest]
    done = program.run(*words)
    # 4 and 5: the header is damaged. 9, 10, 11: it opened, and does not hold what it did.
    problem = done.wrong((0, 4, 5, 7, 8, 9, 10, 11))
    if not problem and done.seconds > 2:
        problem = f'it took {done.seconds:.1f} s'
    if not problem and (done.code != 0 or name not in ('undo', 'redo')) and path.read_bytes() != data:
        problem = f'it changed the file, and ended with {done.code}'
    for other in program.place.iterdir():
        if other.name not in ('home', path.name):
            problem = problem or (None if name == 'recover' and done.code == 0 else f'it left {other.name}')
            other.unlink()
    return problem and f'{" ".join(command)}: {problem}'


def damage_rows(program, base, long):
    worked = program.folder / 'worked.carebrief'
    worked.write_bytes(base.read_bytes())
    program.must('apply', worked, typed=script(read_library(base).records, 5, 30)[0])
    for mode, count in (LONG if long else SHORT).items():
        tried = opened = 0
        failures = []
        for batch, good, failed in mutate(mode, worked, count):
            tried, opened, failures = tried + batch, opened + good, failures + failed
            if long:
                # It takes hours, and may have to be stopped.
                print(f'{mode}: {tried} tried, {len(failures)} failed', file=sys.stderr, flush=True)
        yield Row(f'damaged: {mode}', tried, failures, f'{opened} opened, {tried - opened} refused')
    tried, failures = 0, []
    for seed in range(200 if long else 2):
        data = damaged(worked, seed)
        for command in COMMANDS:
            tried += 1
            problem = use_command(program, worked, command, data)
            failures += [f'damage {seed}: {problem}'] if problem else []
    yield Row('damaged: the commands', tried, failures, f'{len(COMMANDS)} commands')
