# SPDX-License-Identifier: GPL-3.0-or-later
"""Power cuts: what a command did to its files is noted, and from that what a disk
could hold had the power gone at any moment. What was flushed is there; of what was
not, any part may be, in one of two models of a disk:

  any      each sector and each name by itself
  ordered  all up to some moment
"""

import random
import shutil
import struct

from disk import difference
from program import read_library

HEADER = struct.Struct('qqqq')  # as in fault-log.c
SECTOR = 512


def read_log(path):
    """Return what was done, as (kind, path, offset, bytes)."""
    data, at, found = path.read_bytes(), 0, []
    while at < len(data):
        kind, offset, path_length, length = HEADER.unpack_from(data, at)
        at += HEADER.size
        name = data[at:at + path_length].decode()
        at += path_length
        found.append((chr(kind), name, offset, data[at:at + length]))
        at += length
    return found


class File:
    """What a disk has of a file, and what has been written since."""

    def __init__(self, data=b''):
        self.flushed = bytearray(data)
        self.since = []  # (kind, offset, bytes)

    def flush(self):
        for change in self.since:
            apply(self.flushed, change)
        self.since = []

    def after(self, keep):
        """Return what it holds with those of the changes since; keep says which."""
        data = bytearray(self.flushed)
        for change in keep(self.since):
            apply(data, change)
        return bytes(data)


def apply(data, change):
    kind, offset, new = change
    if kind == 'T':
        del data[offset:]
        data.extend(bytes(offset - len(data)))
        return
    data.extend(bytes(max(0, offset - len(data))))
    data[offset:offset + len(new)] = new


class Disk:
    """A disk, on which the beginning of a log has been done."""

    def __init__(self, files):
        self.names = {name: File(data) for name, data in files.items()}  # as flushed
        self.now = dict(self.names)
        self.since = []  # what has been done to names: functions of a dict
        self.said = b''

    def do(self, kind, name, offset, data):
        if kind == 'A':
            self.said += data
        elif kind == 'C':
            self.rename(lambda names, file=File(): names.__setitem__(name, file))
        elif kind == 'U':
            self.rename(lambda names: names.pop(name, None))
        elif kind == 'R':
            self.rename(lambda names: move(names, name, data.decode()))
        elif kind == 'S' and name not in self.now:
            self.flush_names()
        elif kind == 'S':
            self.now[name].flush()
        elif name in self.now:
            self.now[name].since.append((kind, offset, data))

    def rename(self, change):
        self.since.append(change)
        change(self.now)

    def flush_names(self):
        for change in self.since:
            change(self.names)
        self.since = []

    def cut(self, keep_names, keep):
        """Return the files that are there once the power has gone."""
        names = dict(self.names)
        for change in keep_names(self.since):
            change(names)
        return {name: file.after(keep) for name, file in names.items()}


def move(names, before, after):
    if before in names:
        names[after] = names.pop(before)


def any_part(chance):
    """Return a choice of sectors, as many as chance has it."""
    share = chance.choice((0, 0.1, 0.5, 0.9, 1))

    def keep(changes):
        for kind, offset, data in changes:
            if kind == 'T':
                yield kind, offset, data
                continue
            for start in range(0, len(data), SECTOR):
                if chance.random() < share:
                    yield kind, offset + start, data[start:start + SECTOR]
    return keep


def beginning(chance):
    """Return a choice of the first changes."""
    return lambda changes: changes[:chance.randint(0, len(changes))]


class Power:
    """Cuts the power of an operation, and what became of it."""

    def __init__(self, program, operation, seed):
        self.program, self.operation = program, operation
        self.random = random.Random(seed)
        self.failures = []
        self.tried = 0

    def run(self, cuts):
        """Cut the power that often, in both models."""
        log, files = self.record()
        moments = sorted(self.random.randint(0, len(log)) for _ in range(cuts))
        disk, at = Disk(files), 0
        for moment in moments:
            for step in log[at:moment]:
                disk.do(*step)
            at = moment
            model = any_part if self.tried % 2 else beginning
            keep = model(self.random)
            self.tried += 1
            problem = self.check(disk.cut(beginning(self.random), keep), disk.said)
            if problem:
                name = 'any' if model is any_part else 'ordered'
                self.failures.append(f'{self.operation.name}, power cut after call {moment}, {name}: {problem}')

    def record(self):
        """Run the command; return what it did, and the files that were there before."""
        log = self.program.folder / 'log'
        log.unlink(missing_ok=True)
        self.program.clear()
        for source in self.operation.files:
            shutil.copy(source, self.program.place / source.name)
        files = {str(path): path.read_bytes() for path in self.program.place.iterdir() if path.is_file()}
        done = self.program.run(*self.operation.words, typed=self.operation.typed, log=log)
        if done.wrong():
            raise AssertionError(f'{self.operation.name}: {done.wrong()}')
        return read_log(log), files

    def check(self, files, said):
        """Return what is wrong with what the disk holds."""
        library = str(self.program.place / self.operation.library)
        if library not in files:
            return 'the library is gone'
        folder = self.program.folder / 'cut'
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for end in ('', '-journal'):
            if library + end in files:
                (folder / f'library{end}').write_bytes(files[library + end])
        contents = read_library(folder / 'library')
        if contents.integrity != 'ok':
            return contents.integrity
        states, told = self.operation.states, said.decode().splitlines()
        if self.operation.words[0] == 'apply':
            lost = {int(line) for line in told if line != '0'} - contents.acts
            if lost:
                return f'{len(lost)} acknowledged acts are not in the history'
            states = states[len(told):len(told) + 2]
        elif told:
            states = states[-1:]
        if contents.records not in states:
            return f'the library holds something else: {difference(states[0], contents.records)}'
        return None
