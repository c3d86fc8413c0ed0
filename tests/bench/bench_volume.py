# SPDX-License-Identifier: GPL-3.0-or-later
"""A volume: the briefing of the sample many times over, as one PDF."""

import json
import re
import shutil
import subprocess

from bench_common import SAMPLE
from bench_peers import CAREBRIEF

STEP = 10 ** 6
OWNERS = (('section', 'briefing'), ('box', 'briefing'), ('box_item', 'box'))


def repeat(records, times):
    """Return the records with as many briefings, each with sections, boxes and items of its own."""
    made = {kind: list(those) for kind, those in records.items()}

    def shift(number, by):
        return str(int(number) + by * STEP)

    for by in range(1, times):
        made['briefing'] += [{**briefing, 'id': shift(briefing['id'], by), 'title': f'{briefing["title"]} {by + 1}'}
                             for briefing in records['briefing']]
        for kind, owner in OWNERS:
            made[kind] += [{**record, 'id': shift(record['id'], by), owner: shift(record[owner], by)}
                           for record in records[kind]]
    return made


def make_volume(programs, times):
    """Return the command that makes a PDF of as many briefings, and the PDF."""
    library, file, made = (programs.folder / f'{times}.{end}' for end in ('carebrief', 'json', 'pdf'))
    sample = json.loads(SAMPLE.read_text(encoding='utf-8'))
    file.write_text(json.dumps({**sample, 'records': repeat(sample['records'], times)}), encoding='utf-8')
    for words in (['new', library], ['import', library, file]):
        subprocess.run([CAREBRIEF, *words], check=True, env=programs.environment, stdout=subprocess.DEVNULL)
    return [CAREBRIEF, 'export', library, '--all', '--format', 'pdf', '--output', made], made


def count_instructions(programs, program):
    """Return the instructions of the whole command; None where nothing can tell."""
    if shutil.which('valgrind') is None:
        return None
    done = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', *program[0]], check=True,
                          capture_output=True, text=True, env=programs.environment)
    return int(re.search(r'Collected : (\d+)', done.stderr).group(1))
