# SPDX-License-Identifier: GPL-3.0-or-later
"""What a library promises of a day's work, each at its number: that all can be
undone, that the file can be mailed while it is edited, that two people cannot write
it at once, that a torn file gives back what is left, and that it opens quickly."""

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import time

from program import read_library
from row import Row

TOP = pathlib.Path(__file__).resolve().parents[2]
PAGE = 4096
NOTE = 'Pooled money is not extra money, as the guidance on the fund says and the councils know. '


class Typist:
    """Changes figures without end: a library never grows much by it."""

    def __init__(self, library, seed):
        self.random = random.Random(seed)
        self.figures = sorted(number for kind, number in read_library(library).records if kind == 'figure')
        self.own = []

    def next(self):
        """Return a line for `apply` that changes something."""
        what = self.random.random()
        if what < 0.1 or (what < 0.2 and not self.own):
            number = self.random.randrange(10 ** 9, 2 ** 62)
            self.own.append(number)
            steps = [{'insert': 'figure', 'id': str(number), 'values': {'label': self.words(), 'note': self.words()}}]
        elif what < 0.2:
            number = self.own.pop(self.random.randrange(len(self.own)))
            steps = [{'delete': 'figure', 'id': str(number)}]
        else:
            count = 1 if what < 0.9 else 8
            steps = [self.change(number) for number in self.random.sample(self.figures, count)]
        return json.dumps({'steps': steps}) + '\n'

    def change(self, number):
        field = self.random.choice(('label', 'note', 'value'))
        value = f'{self.random.randrange(10 ** 9)} GBP' if field == 'value' else self.words()
        return {'set': 'figure', 'id': str(number), 'values': {field: value}}

    def words(self):
        return f'{self.random.choice(NOTE.split())} {self.random.randrange(2 ** 60)}'


def export(program, library):
    return program.must('export', library, '--format', 'json')


def apply_all(program, library, lines):
    """Do acts; return how many of them were acknowledged as a change."""
    command = [program.path, 'apply', library]
    done = subprocess.run(command, cwd=program.place, env=program.environment(), input=''.join(lines).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode or done.stderr:
        raise AssertionError(f'apply: {done.returncode}: {done.stderr.decode(errors="replace")[-300:]}')
    return sum(line != b'0' for line in done.stdout.split(b'\n')[:-1])


def undo_row(program, base, acts, chunk):
    """All acts of many days, each a process, undone and redone to the same content."""
    library = program.place / 'library.carebrief'
    shutil.copy(base, library)
    typist = Typist(library, 1)
    states, failures, done = [export(program, library)], [], 0
    while done < acts:
        done += apply_all(program, library, [typist.next() for _ in range(chunk)])
        states.append(export(program, library))
    for word, order in (('undo', reversed(range(len(states) - 1))), ('redo', range(1, len(states)))):
        for at in order:
            if apply_all(program, library, [f'{{"{word}": true}}\n'] * chunk) != chunk:
                failures.append(f'{word} to state {at}: not every act was turned')
            if export(program, library) != states[at]:
                failures.append(f'{word}: state {at} is another than it was')
    if done != chunk * (len(states) - 1):
        failures.append('an act changed nothing')
    contents = read_library(library)
    failures += [contents.integrity] if contents.integrity != 'ok' else []
    return Row('undone, and redone', done, failures, f'the same content at each of {len(states)} places, reopened there')


def mail_row(program, base, copies):
    """The one file, copied while it is edited, is a whole library with all that was saved."""
    library, copy = program.place / 'library.carebrief', program.folder / 'mailed.carebrief'
    shutil.copy(base, library)
    typist, failures, inside = Typist(library, 2), [], 0
    acknowledged = read_library(library).acts
    process = program.start('apply', library)
    for tried in range(copies):
        process.stdin.write(typist.next().encode())
        process.stdin.flush()
        # Now and then while the act is being done, else as soon as it is acknowledged.
        meanwhile = tried % 2 == 0
        if meanwhile:
            time.sleep(typist.random.uniform(0, 0.004))
            known = set(acknowledged)
            copy.write_bytes(library.read_bytes())
        acknowledged.add(int(process.stdout.readline()))
        if not meanwhile:
            known = set(acknowledged)
            copy.write_bytes(library.read_bytes())
        contents = read_library(copy)
        inside += bool(contents.acts - known)
        if contents.integrity != 'ok' or not known <= contents.acts:
            failures.append(f'copy {tried}: {contents.integrity}, {len(known - contents.acts)} acts missing')
        elif tried % 50 == 0 and program.run('verify', copy).wrong():
            failures.append(f'copy {tried}: {program.run("verify", copy).wrong()}')
    process.communicate()
    return Row('mailed while it is edited', copies, failures, f'{inside} with the act that was being done')


def share_row(program, base, rounds):
    """Two people begin at the same moment, each to add to what the library says."""
    failures, refused, saved = [], 0, 0
    for tried in range(rounds):
        program.clear()
        library = program.place / 'library.carebrief'
        shutil.copy(base, library)
        lines = [''.join(json.dumps({'steps': [{'insert': 'theme', 'id': str(1000 * who + n + 5000000),
                                                'values': {'name': f'{who} {n}'}}]}) + '\n' for n in range(10))
                 for who in range(2)]
        people = [program.start('apply', library) for _ in lines]
        ends = [person.communicate(line.encode()) for person, line in zip(people, lines)]
        told = {int(number) for out, _ in ends for number in out.split()}
        saved += len(told)
        contents = read_library(library)
        if contents.integrity != 'ok' or not told <= contents.acts:
            failures.append(f'round {tried}: {contents.integrity}, {len(told - contents.acts)} saved acts are gone')
        for person, (out, err) in zip(people, ends):
            if person.returncode == 7 and not out and b' is open on ' in err:
                refused += 1
            elif person.returncode or len(out.split()) != 10:
                failures.append(f'round {tried}: {person.returncode}: {err.decode(errors="replace")[-300:]}')
        if list(program.place.glob('.~lock*')):
            failures.append(f'round {tried}: a lock was left')
    return Row('two at once', rounds, failures, f'{saved} acts saved; {refused} were told who has it open')


def figures(count, note_size, first=0):
    """Return as many figures in the library format."""
    note = (NOTE * (note_size // len(NOTE) + 1))[:note_size]
    return json.dumps({'format': 'carebrief-library', 'version': 1, 'records': {'figure': [
        {'id': str(10 ** 9 + first + n), 'label': f'Allocation {first + n}', 'value': '38e8 GBP', 'note': note}
        for n in range(count)]}})


def large_library(program, count, note_size, part):
    library, file = program.place / 'large.carebrief', program.place / 'part.json'
    program.must('new', library)
    for first in range(0, count, part):
        file.write_text(figures(min(part, count - first), note_size, first), encoding='utf-8')
        done = subprocess.run([program.path, 'import', library, file], env=program.environment(), capture_output=True,
                              check=False)
        if done.returncode:
            raise AssertionError(done.stderr.decode(errors='replace'))
    file.unlink()
    return library


def torn_row(program, count, rounds):
    """A thousandth of the pages is destroyed, whichever: of the records 99 in 100 are read."""
    library = large_library(program, count, 200, count)
    whole, chance, failures, least = library.read_bytes(), random.Random(3), [], count
    pages = len(whole) // PAGE
    torn, new = program.place / 'torn.carebrief', program.place / 'new.carebrief'
    for tried in range(rounds):
        data = bytearray(whole)
        for page in chance.sample(range(pages), max(1, pages // 1000)):
            data[page * PAGE:(page + 1) * PAGE] = chance.randbytes(PAGE)
        torn.write_bytes(data)
        new.unlink(missing_ok=True)
        done = program.run('recover', torn, new)
        records = read_library(new).records if new.exists() else {}
        least = min(least, len(records))
        if done.wrong() or len(records) < 0.99 * count or torn.read_bytes() != data:
            failures.append(f'round {tried}: {len(records)} of {count} records, {done.wrong()}')
        elif len(records) < count and 'igure' not in done.out:
            failures.append(f'round {tried}: what is missing is not told: {done.out[:200]}')
    return Row('a thousandth of its pages destroyed', rounds, failures,
               f'of {pages} pages {max(1, pages // 1000)}; {100 * least / count:.2f} % of {count} records or more')


def quick_row(program, count, part, limit):
    """A large library is checked and told of within a second, of the processor: the clock's is that of all
    that the machine does meanwhile."""
    library = large_library(program, count, 1000, part)
    size, seconds, clock = library.stat().st_size, [], []
    for _ in range(5):
        start = time.monotonic()
        done = program.run('info', library)
        clock.append(time.monotonic() - start)
        seconds.append(done.seconds)
        if done.wrong():
            return Row('opened and told of', 1, [done.wrong()])
    best = min(seconds)
    failures = [f'{best:.2f} s'] if best > limit else []
    return Row('opened and told of', len(seconds), failures,
               f'{size / 1e6:.0f} MB: {best:.2f} s of the processor, {min(clock):.2f} s by the clock')


def merges_row(merges):
    """Two that have grown apart come together: see tests/domain/test-merge.c for what is checked of each."""
    done = subprocess.run([os.environ['CARE_TEST_MERGE'], '-p', '/domain/merge/random'], capture_output=True, check=False,
                          env=dict(os.environ, CARE_MERGES=str(merges)))
    told = re.search(r'([0-9]+) conflicts', done.stdout.decode())
    failures = [] if done.returncode == 0 and told else [done.stderr.decode(errors='replace')[-600:] or 'it did not end']
    return Row('merged', merges, failures, f'{told and told.group(1)} conflicts, each told; both ways round alike')


def memory_row(times):
    """A window that opens and closes libraries all day long: see tests/views/test-memory.c."""
    done = subprocess.run([TOP / 'tests/with-display', os.environ['CARE_TEST_MEMORY']], capture_output=True, check=False,
                          env=dict(os.environ, CARE_OPENINGS=str(times)))
    told = re.search(r'[0-9]+ kB before, [0-9]+ kB after', done.stdout.decode())
    failures = [] if done.returncode == 0 and told else [done.stderr.decode(errors='replace')[-600:] or 'it did not end']
    return Row('opened and closed in a window', times, failures, told and told.group(0) or '')


def promises_rows(program, base, long):
    for make in (lambda: undo_row(program, base, 100000 if long else 200, 1000 if long else 50),
                 lambda: mail_row(program, base, 1000 if long else 30),
                 lambda: share_row(program, base, 20 if long else 3),
                 lambda: torn_row(program, 20000 if long else 3000, 30 if long else 2),
                 lambda: quick_row(program, 24000 if long else 3000, 12000, 1)):
        program.clear()
        yield make()
    if long:
        yield merges_row(10000)
        yield memory_row(200)
