# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as these tests run it: with a time limit, a home of its own, and
on a disk that fails where the shim is told to; and what a library then holds."""

import os
import pathlib
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import time
from dataclasses import dataclass

HANG = 20  # seconds after which a command is taken to hang
REPORT = struct.Struct('qq240s')  # as in fault-shim.c
JOURNAL_MAGIC = bytes.fromhex('d9d505f920a163d7')
KINDS = ('actor', 'event', 'figure', 'source')


@dataclass
class Done:
    """How a command ended."""
    code: int  # negative: the signal that ended it
    out: str
    err: str
    hung: bool
    seconds: float  # of processor time

    def wrong(self, allowed=(0,)):
        """Say what no command may do, or return None."""
        if self.hung:
            return f'it hung for {HANG} s'
        if self.code < 0:
            return f'it was ended by {signal.Signals(-self.code).name}: {self.err[-300:]}'
        if self.code == 0 and 0 not in allowed:
            return 'it was not refused'
        if self.code not in allowed:
            return f'exit code {self.code}: {self.err[-300:]}'
        if 'Sanitizer' in self.err or 'runtime error' in self.err:
            return self.err[-600:]
        return None if self.code == 0 else self.unclear()

    def unclear(self):
        """Say what is wrong with the line that tells of a failure, or return None."""
        if not re.fullmatch(r'carebrief: [^\n]+\n', self.err):
            return f'not one line on stderr: {self.err[:600]!r}'
        return None


@dataclass
class Fault:
    """Which calls of a command fail."""
    error: str  # EIO, ENOSPC or another of fault-rules.c, or KILL
    at: int  # 0: none, they are counted only
    once: bool = False
    flush_ms: int = 0  # how long each flush takes
    room: int = -1  # by how many bytes files may grow altogether

    def __str__(self):
        if self.room >= 0:
            return f'a disk with room for {self.room} bytes'
        return f'{self.error} {"once" if self.once else "from then on"} at call {self.at}'


class Program:
    """The program, and a folder to try it in."""

    def __init__(self, path, shim, folder):
        self.path, self.shim = path, pathlib.Path(shim)
        self.folder = pathlib.Path(folder)
        self.report = self.folder / 'report'
        self.report.write_bytes(bytes(REPORT.size))
        self.place = self.folder / 'place'
        self.clear()

    def clear(self):
        """Make the folder that commands work in empty."""
        shutil.rmtree(self.place, ignore_errors=True)
        (self.place / 'home').mkdir(parents=True)

    def environment(self, fault=None, log=None):
        home = str(self.place / 'home')
        result = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
        for name in ('DISPLAY', 'WAYLAND_DISPLAY'):
            result.pop(name, None)
        if fault or log:
            fault = fault or Fault('EIO', 0)
            # By its name alone: LD_PRELOAD is cut at every space in a path.
            result |= {'LD_PRELOAD': self.shim.name, 'LD_LIBRARY_PATH': str(self.shim.parent),
                       'CARE_FAULT_FOLDER': str(self.place), 'CARE_FAULT_REPORT': str(self.report),
                       'CARE_FAULT_ERROR': fault.error, 'CARE_FAULT_AT': str(fault.at),
                       'ASAN_OPTIONS': os.environ.get('ASAN_OPTIONS', '') + ':verify_asan_link_order=0'}
            if log:
                result['CARE_FAULT_LOG'] = str(log)
            if fault.flush_ms:
                result['CARE_SLOW_FSYNC_MS'] = str(fault.flush_ms)
            if fault.room >= 0:
                result['CARE_FULL_DISK_AFTER'] = str(fault.room)
            if fault.once:
                result['CARE_FAULT_ONCE'] = '1'
        return result

    def start(self, *arguments, fault=None, log=None):
        """Start a command, with pipes to its standard input and output."""
        return subprocess.Popen([self.path, *map(str, arguments)], cwd=self.place, env=self.environment(fault, log),
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, fault=None, typed=b'', log=None):
        """Run a command to its end; log is a file that is told what it did to its files."""
        if fault:
            self.report.write_bytes(bytes(REPORT.size))
        before = os.times()
        process = self.start(*arguments, fault=fault, log=log)
        hung = False
        try:
            out, err = process.communicate(typed, timeout=HANG)
        except subprocess.TimeoutExpired:
            hung = True
            process.kill()
            out, err = process.communicate()
        after = os.times()
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        return Done(process.returncode, out.decode(errors='replace'), err.decode(errors='replace'), hung, seconds)

    def must(self, *arguments, typed=b''):
        """Run a command that has to succeed."""
        done = self.run(*arguments, typed=typed)
        if done.wrong():
            raise AssertionError(f'{" ".join(map(str, arguments))}: {done.wrong()}')
        return done.out

    def told(self):
        """Return how many calls the shim counted, how many it let fail, and the first of these."""
        calls, failures, first = REPORT.unpack(self.report.read_bytes())
        return calls, failures, first.split(b'\0')[0].decode(errors='replace')

    def read(self, library):
        """Return what a library holds, read from a copy of it and its journal."""
        copy = self.folder / 'copy'
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for end in ('', '-journal'):
            if os.path.exists(f'{library}{end}'):
                shutil.copy(f'{library}{end}', copy / f'library{end}')
        return read_library(copy / 'library')

    def names(self):
        """Return the names of all files, with digits made alike."""
        return {re.sub(r'\d', '#', str(path.relative_to(self.place)))
                for path in self.place.rglob('*') if not path.is_dir()}


@dataclass
class Contents:
    """What a library holds of the kinds that the tests change."""
    integrity: str
    acts: set  # ids
    records: dict  # (kind, id) to {field: text}


def read_library(path):
    """Return what a library holds; its integrity says why where it cannot be read."""
    try:
        return read_tables(path)
    except sqlite3.DatabaseError as error:
        return Contents(str(error), set(), {})


def read_tables(path):
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA synchronous = OFF')  # it is a copy
        database.row_factory = sqlite3.Row
        integrity = database.execute('PRAGMA integrity_check(1)').fetchone()[0]
        try:
            acts = {row[0] for row in database.execute('SELECT id FROM history')}
        except sqlite3.OperationalError:
            acts = set()  # the first version kept none
        records = {}
        for kind in KINDS:
            for row in database.execute(f'SELECT * FROM "{kind}"'):
                values = {name: str(row[name]) for name in row.keys() if name != 'id' and row[name] is not None}
                records[kind, row['id']] = values
    database.close()
    return Contents(integrity, acts, records)


def has_hot_journal(library):
    """Whether a transaction was left in the middle."""
    try:
        with open(f'{library}-journal', 'rb') as journal:
            return journal.read(8) == JOURNAL_MAGIC
    except FileNotFoundError:
        return False


def wait_until(moment):
    time.sleep(max(0, moment - time.monotonic()))
