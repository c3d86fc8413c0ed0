# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile files: each is refused in one clear line within two seconds, and it and
every other file stay as they were."""

import os
import pathlib
import random
import resource
import shutil
import sqlite3
import stat
import struct

from program import JOURNAL_MAGIC
from row import Row

MOST_MEMORY = 600 * 10 ** 6
APPLICATION_ID = 0x43617265
SUPER_MAGIC = JOURNAL_MAGIC


def changed(sql, **pragmas):
    """Return a maker of a library changed by SQL that CareBrief never writes."""
    def make(path, base):
        shutil.copy(base, path)
        with sqlite3.connect(path) as database:
            database.executescript(sql)
            for name, value in pragmas.items():
                database.execute(f'PRAGMA {name} = {value}')
        database.close()
    return make


def schema(sql):
    """Return a maker of a library whose schema table was written to."""
    return changed(f'PRAGMA writable_schema = ON; {sql}; PRAGMA writable_schema = OFF;')


def bytes_at(offset, data):
    def make(path, base):
        whole = bytearray(base.read_bytes())
        whole[offset:offset + len(data)] = data
        path.write_bytes(whole)
    return make


def content(data):
    return lambda path, base: path.write_bytes(data)


def shortened(pages):
    def make(path, base):
        data = base.read_bytes()
        path.write_bytes(data[:len(data) - pages * 4096])
    return make


def sparse(path, base):
    with open(path, 'wb') as file:
        file.truncate(10 * 2 ** 30)


def sparse_library(path, base):
    shutil.copy(base, path)
    with open(path, 'r+b') as file:
        file.truncate(10 * 2 ** 30)
        file.seek(28)
        file.write(struct.pack('>I', 10 * 2 ** 30 // 4096))


def symlink_loop(path, base):
    other = path.with_name('other')
    path.symlink_to(other)
    other.symlink_to(path)


def device(path, base):
    path.symlink_to('/dev/zero')


def empty_database(path, base):
    with sqlite3.connect(path) as database:
        database.execute(f'PRAGMA application_id = {APPLICATION_ID}')
        database.execute('PRAGMA user_version = 1')
        database.execute('CREATE TABLE "nothing" (id INTEGER PRIMARY KEY)')
    database.close()


def journal(make_journal):
    """Return a maker of a good library with a crafted journal beside it."""
    def make(path, base):
        shutil.copy(base, path)
        make_journal(pathlib.Path(f'{path}-journal'), path)
    return make


def super_journal(path, library):
    """A journal that names another journal: SQLite would remove that file."""
    name = bytes(library.with_name('victim'))
    checksum = sum(name) & 0xffffffff
    header = JOURNAL_MAGIC + struct.pack('>IIIII', 0, 1, 1, 512, 4096)
    path.write_bytes(header.ljust(512, b'\0') + struct.pack('>I', 1 + 2 ** 30 // 4096) + name
                     + struct.pack('>II', len(name), checksum) + SUPER_MAGIC)


def linked_journal(path, library):
    path.symlink_to(library.with_name('victim'))


HISTORY = ("INSERT INTO history (id, place, kind, sentence, author, done, undone, changeset) "
           "VALUES (1, 9e15, 'act', 'Hostile', 'nobody', '2015-01-27T12:00:00Z', 0, {});")
VIEW = 'CREATE VIEW hostile AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n;'

# What is refused whatever it is opened for.
REFUSED = {
    'not SQLite': content(b'A briefing is a publication on one issue.\n' * 100),
    'empty': content(b''),
    'random bytes': content(random.Random(7).randbytes(100000)),
    'a header and nothing else': content(b'SQLite format 3\0' + bytes(84)),
    'FIFO': lambda path, base: os.mkfifo(path),
    'device': device,
    'folder': lambda path, base: path.mkdir(),
    'loop of symbolic links': symlink_loop,
    '10 GB of zeros': sparse,
    'a library without its last page': shortened(1),
    'a library without its last 100 pages': shortened(100),
    'wrong application id': changed('', application_id=0x12345678),
    'no version': changed('', user_version=0),
    'negative version': changed('', user_version=-1),
    'version 99': changed('', user_version=99),
    'another database with our id': empty_database,
    'endless view': changed(VIEW),
    'view in the place of a table': changed(VIEW.replace('hostile', 'theme2') + 'DROP TABLE IF EXISTS contradiction_item;'
                                            + VIEW.replace('hostile', 'contradiction_item')),
    'trigger': changed('CREATE TRIGGER hostile AFTER INSERT ON figure BEGIN DELETE FROM pledge; END;'),
    'trigger on the history': changed('CREATE TRIGGER hostile AFTER INSERT ON history BEGIN DELETE FROM history; END;'),
    'virtual table': changed('CREATE VIRTUAL TABLE hostile USING fts5 (x);'),
    'another table': changed('CREATE TABLE hostile (id INTEGER PRIMARY KEY NOT NULL, x);'),
    'index on an expression': changed('CREATE INDEX hostile ON figure (length (hex (zeroblob (100000000))));'),
    'default that runs': schema("UPDATE sqlite_schema SET sql = replace (sql, '\"note\" TEXT', '\"note\" TEXT DEFAULT "
                                "(hex (zeroblob (300000000)))') WHERE name = 'figure'"),
    'generated column': changed('ALTER TABLE figure ADD COLUMN hostile TEXT AS (hex (zeroblob (300000000)));'),
    'table that is missing': changed('DROP TABLE contradiction_item;'),
    'column that is missing': changed('ALTER TABLE figure DROP COLUMN note;'),
    'schema that is no SQL': schema("UPDATE sqlite_schema SET sql = 'CREATE TABLE figure (' WHERE name = 'figure'"),
    'two tables on one page': schema("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE "
                                     "name = 'pledge') WHERE name = 'figure'"),
    'a later format in its header': bytes_at(18, b'\7\7'),
    'page size of 1': bytes_at(16, b'\0\1'),
    'UTF-16 in its header': bytes_at(56, b'\0\0\0\2'),
    'journal with a super-journal': journal(super_journal),
    'journal that is a link': journal(linked_journal),
    'journal that is a FIFO': journal(lambda path, library: os.mkfifo(path)),
    'journal that is a folder': journal(lambda path, library: path.mkdir()),
}

# What opens, as each part of it is a library's, and where undoing is refused.
NOT_UNDONE = {
    'history: 54 03 01 00': changed(HISTORY.format("x'54030100'")),
    'history: another table': changed(HISTORY.format("x'5402010068697374" "6f727900'")),
    'history: 1 MB of nothing': changed(HISTORY.format('zeroblob(1000000)')),
    'history: not bytes of a changeset': changed(HISTORY.format("x'ffffffffffffffff'")),
}

# What may be read, and in no more time, or be refused.
HARMLESS = {
    '10 GB of zeros after a library': sparse_library,
    'WAL in its header': bytes_at(18, b'\2\2'),
}


def describe(folder):
    """Return what each file of a folder is and holds, without waiting for any."""
    found = {}
    for path in sorted(folder.rglob('*')):
        # A backup is kept before the first change of a day is tried.
        if path.is_relative_to(folder / 'home'):
            continue
        info = path.lstat()
        whole = path.read_bytes() if stat.S_ISREG(info.st_mode) and info.st_size < 2 ** 24 else info.st_mtime_ns
        found[str(path.relative_to(folder))] = (stat.S_IFMT(info.st_mode), info.st_size, whole)
    return found


def set_up(program, make, base):
    program.clear()
    (program.place / 'victim').write_bytes(JOURNAL_MAGIC + b'a file of somebody')
    path = program.place / 'hostile.carebrief'
    make(path, base)
    return path


def attempt(program, words, codes):
    """Return what is wrong with how a command treats a hostile file."""
    before = describe(program.place)
    done = program.run(*words)
    problem = done.wrong(codes)
    if not problem and done.seconds > 2:
        problem = f'it took {done.seconds:.1f} s'
    after = describe(program.place)
    changed_names = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return problem or (f'it changed {", ".join(changed_names)}' if changed_names else None)


def row(program, base, what, files, commands, codes):
    tried, failures = 0, []
    for name, make in files.items():
        for command in commands:
            path = set_up(program, make, base)
            tried += 1
            problem = attempt(program, [command, path], codes)
            failures += [f'{name}, {command}: {problem}'] if problem else []
    return Row(f'hostile: {what}', tried, failures, f'{len(files)} files, {" and ".join(commands)}')


def get_most_memory():
    """Return the most that any process that was run has had in memory, in bytes."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def hostile_rows(program, base, long):
    before = get_most_memory()
    yield row(program, base, 'refused', REFUSED, ('verify', 'undo'), (3, 4, 5, 7, 8))
    yield row(program, base, 'never undone', NOT_UNDONE, ('undo',), (8, 11))
    yield row(program, base, 'read or refused', HARMLESS, ('verify', 'info', 'history'), (0, 7, 8))
    most = get_most_memory()
    # What was run before may have had more.
    failures = [f'{most / 1e6:.0f} MB'] if most > max(before, MOST_MEMORY) else []
    yield Row('hostile: memory', 1, failures, f'{most / 1e6:.0f} MB at most')
