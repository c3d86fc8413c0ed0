# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full or broken: each command is run on one that fails at the
first call that writes, flushes, makes, renames, cuts or removes a file, then at
the second, and so on, once and from then on."""

import json
import shutil
import time
from dataclasses import dataclass, field

from kills import difference
from program import Fault
from researcher import Researcher, library_format

# Beside these two.
ERRORS = ('EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'ENOMEM', 'ENFILE', 'EMFILE', 'EBUSY', 'EAGAIN', 'ESTALE',
          'ETIMEDOUT', 'ENOLCK')
FAULTS = [(error, once) for error in ('EIO', 'ENOSPC') for once in (True, False)] + [('KILL', True)]


@dataclass
class Operation:
    """A command to try on a disk that fails."""
    name: str
    words: list  # after the program's name; files are in the place
    library: str  # that must open afterwards, or '' if it may be missing
    states: list  # what the library may hold: before, then after each acknowledgement
    typed: bytes = b''
    output: str = ''  # a file that is there before, and is replaced as a whole or not at all
    files: list = field(default_factory=list)  # that the command starts from
    again: tuple = (0,)  # how it may end when it is repeated after it was done


class Disk:
    """Tries operations, and what became of them."""

    def __init__(self, program, operation):
        self.program, self.operation = program, operation
        self.tried = self.hot = 0
        self.failures = []
        self.names = None  # of the files that are there after the command has succeeded
        self.measure()

    def run(self, most, until):
        """Let each call fail, at most so many times in all; return how many there are."""
        total = 0
        for error, once in FAULTS:
            self.attempt(Fault(error, 0))
            calls = self.program.told()[0]
            total += calls
            # Where there are few calls, as in an export, each is tried.
            step = 1 if calls < 15 else max(1, -(-calls * len(FAULTS) // most))
            start = (self.tried * 7) % step
            for at in range(1 + start, calls + 1, step):
                if time.monotonic() > until:
                    self.failures.append(f'{self.operation.name}: there was no time for all of it')
                    return total
                self.try_one(Fault(error, at, once))
        return total

    def walk(self, errors, last):
        """Let each call up to that one fail with each of the errors."""
        for error in errors:
            self.attempt(Fault(error, 0))
            calls = min(last, self.program.told()[0])
            for at in range(1, calls + 1):
                for once in (True, False):
                    self.try_one(Fault(error, at, once))

    def fill(self, levels, most):
        """Let the disk be full to so many levels, from no room at all to more than is needed."""
        for level in range(levels):
            self.try_one(Fault('EIO', 0, room=most * level // (levels - 1)))

    def set_up(self):
        self.program.clear()
        for source in self.operation.files:
            shutil.copy(source, self.program.place / source.name)

    def attempt(self, fault=None):
        self.set_up()
        return self.again(fault)

    def again(self, fault=None):
        return self.program.run(*self.operation.words, fault=fault, typed=self.operation.typed)

    def measure(self):
        """Run the command on a disk that works, twice, as it will be after a fault."""
        done = self.attempt()
        if done.wrong():
            raise AssertionError(f'{self.operation.name}: {done.wrong()}')
        self.names = self.program.names()
        self.new_output = self.read_output()
        self.again()
        self.names |= self.program.names()

    def read_output(self):
        path = self.program.place / self.operation.output
        return path.read_bytes() if self.operation.output and path.exists() else None

    def try_one(self, fault):
        self.tried += 1
        self.set_up()
        old = self.read_output()
        done = self.again(fault)
        problem = self.check_end(done, fault) or self.check_files(done, old) or self.check_later(fault)
        if problem:
            first = self.program.told()[2]
            self.failures.append(f'{self.operation.name}, {fault} ({first}): {problem}')

    def check_end(self, done, fault):
        """Return what is wrong with how it ended."""
        _, failures, first = self.program.told()
        if fault.error == 'KILL' and failures:
            return None if done.code == -9 else f'it went on after it was killed, with {done.code}'
        # Of a flush, or a file that cannot be made, SQLite does not always say that the disk is full; and once
        # a backup could not be written, it is a file that cannot be made by which the command ends.
        full = fault.error == 'ENOSPC' and fault.once and not first.startswith(('open', 'fdatasync', 'fsync'))
        full = full or (fault.room >= 0 and self.operation.words[0] in ('apply', 'import', 'copy', 'export'))
        # A call on which nothing depends, such as removing what is removed later, may fail unnoticed.
        return done.wrong((0, 6) if full else (0, 6, 7))

    def check_files(self, done, old):
        """Return what is wrong with what it left."""
        new = self.read_output()
        if new not in (old, self.new_output) or (done.code == 0 and new != self.new_output):
            return f'{self.operation.output} is {"gone" if new is None else "half written"}'
        library = self.program.place / self.operation.library
        if not self.operation.library or not library.exists():
            return None if done.code != 0 or not self.operation.states else 'the library is gone'
        return self.check_library(done, self.program.read(library))

    def check_library(self, done, contents):
        if contents.integrity != 'ok':
            return contents.integrity
        states = self.operation.states
        if self.operation.words[0] == 'apply':
            told = done.out.splitlines()
            lost = {int(line) for line in told if line != '0'} - contents.acts
            if lost:
                return f'{len(lost)} acknowledged acts are not in the history'
            states = states[len(told):len(told) + 2]
            if done.code == 0 and len(told) != len(self.operation.states) - 1:
                return f'it ended well after {len(told)} acts'
        elif done.code == 0:
            states = states[-1:]
        if contents.records not in states:
            return f'the library holds something else: {difference(states[0], contents.records)}'
        return None

    def check_later(self, fault):
        """Return what is wrong once the disk works again and the command is repeated."""
        problem = self.again().wrong(self.operation.again)
        # Several acts that were done before are refused, each in a line of its own.
        if problem and not (self.operation.typed and problem.startswith('not one line')):
            return f'afterwards: {problem}'
        if self.operation.library:
            done = self.program.run('verify', self.program.place / self.operation.library)
            if done.wrong():
                return f'afterwards, verify: {done.wrong()}'
        stray = self.program.names() - self.names
        # What may not be removed, or was not as there was no time to, stays.
        removing = fault.error == 'KILL' or not fault.once or self.program.told()[2].startswith('unlink')
        return f'left behind: {sorted(stray)}' if stray and not removing else None


def script(records, seed, length):
    """Return lines for `apply`, and what the library holds before and after each."""
    researcher = Researcher(records, seed)
    states, lines = [researcher.records], []
    for _ in range(length):
        act = researcher.next(ids=False)
        researcher.take(act)
        lines.append(act.line)
        states.append(researcher.records)
    return ''.join(lines).encode(), states


def write_import(path, records, seed):
    """Write a file to be imported; return what the library holds before and after."""
    researcher = Researcher(records, seed)
    act = researcher.make_import()
    text = json.dumps(library_format((kind, number, values) for (kind, number), values in act.after.items()))
    path.write_text(text, encoding='utf-8')
    return [records, researcher.state_after(act)]
