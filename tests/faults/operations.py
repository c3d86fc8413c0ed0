# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that are tried on a disk that fails."""

import sqlite3

from disk import Operation, script, write_import
from program import read_library


def old_library(program, schema):
    """Make a library of an earlier version, with one figure in it."""
    path = program.folder / f'{schema.stem}.carebrief'
    with sqlite3.connect(path) as database:
        database.executescript(schema.read_text(encoding='utf-8'))
        database.execute("INSERT INTO figure (id, label, value) VALUES (17002, 'Better Care Fund', '53e8 GBP')")
    database.close()
    return path


def operations(program, base, top):
    """Return them all; the library base holds the sample."""
    records = read_library(base).records
    folder = base.parent
    more = folder / 'more.json'
    imported = write_import(more, records, 2)
    typed, states = script(records, 3, 12)
    old_json, old_pdf = folder / 'old.json', folder / 'old.pdf'
    old_json.write_text('an export of last week\n', encoding='utf-8')
    old_pdf.write_text('a page of last week\n', encoding='utf-8')
    worked = folder / 'worked.carebrief'
    worked.write_bytes(base.read_bytes())
    program.must('apply', worked, typed=typed)
    result = [
        Operation('new', ['new', 'empty.carebrief'], 'empty.carebrief', [{}], again=(0, 7)),
        Operation('apply', ['apply', base.name], base.name, states, typed=typed, files=[base], again=(0, 11)),
        Operation('import', ['import', base.name, more.name], base.name, imported, files=[base, more]),
        Operation('merge', ['merge', base.name, worked.name], base.name, [records, states[-1]],
                  files=[base, worked]),
        Operation('undo', ['undo', worked.name], worked.name, [states[-1], undone(program, worked)], files=[worked]),
        Operation('copy', ['copy', base.name, 'copy.carebrief'], 'copy.carebrief', [records], files=[base], again=(0, 7)),
        Operation('copy without history', ['copy', '--without-history', base.name, 'copy.carebrief'], 'copy.carebrief',
                  [records], files=[base], again=(0, 7)),
        Operation('restore', ['restore', worked.name, base.name], worked.name, [states[-1], records],
                  files=[worked, base]),
        Operation('recover', ['recover', base.name, 'new.carebrief'], 'new.carebrief', [records], files=[base],
                  again=(0, 7)),
        Operation('export json', ['export', base.name, '--format', 'json', '--output', old_json.name], base.name,
                  [records], output=old_json.name, files=[base, old_json]),
        Operation('export pdf', ['export', base.name, '--format', 'pdf', '--output', old_pdf.name], base.name,
                  [records], output=old_pdf.name, files=[base, old_pdf]),
    ]
    for schema in sorted((top / 'tests/data').glob('schema-*.sql')):
        result.append(migration(program, schema))
    return result


def undone(program, library):
    """Return what a library holds once its last act is undone."""
    copy = program.folder / 'undone.carebrief'
    copy.write_bytes(library.read_bytes())
    program.must('undo', copy)
    return read_library(copy).records


def migration(program, schema):
    library = old_library(program, schema)
    before = read_library(library).records
    line = b'{"steps": [{"set": "figure", "id": "17002", "values": {"note": "Pooled money is not extra money."}}]}\n'
    figure = ('figure', 17002)
    after = before | {figure: before[figure] | {'note': 'Pooled money is not extra money.'}}
    return Operation(f'migration of {schema.stem}', ['apply', library.name], library.name, [before, after],
                     typed=line, files=[library])
