# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that make a PDF of a briefing: CareBrief, and those that it is measured beside."""

import os
import re
import shutil
import subprocess
import time

from bench_common import SAMPLE, TOP, home_beside

CAREBRIEF = TOP / '_build/app/carebrief'


def groff_line(line):
    """Return a line of text as groff takes it: nothing in it is a request."""
    line = line.replace('\\', '\\e')
    return '\\&' + line if line[:1] in ('.', "'") else line


def groff_text(text):
    """Return a briefing in plain text with the macros of -ms: title, headings, lists, two columns."""
    _, title, *paragraphs = re.split(r'\n\n+', text.strip())
    out = ['.TL', groff_line(title), '.2C']
    for paragraph in paragraphs:
        if paragraph.startswith('• '):
            out += ['.IP \\(bu 2', groff_line(paragraph[2:])]
        else:
            is_heading = len(paragraph) < 60 and paragraph[-1] not in '.:]”'
            out += ['.SH' if is_heading else '.LP', *map(groff_line, paragraph.splitlines())]
    return '\n'.join(out) + '\n'


class Programs:
    """The briefing of the sample, in a form that each of them takes, and their commands."""

    def __init__(self, folder):
        self.folder = folder
        self.library = folder / 'library.carebrief'
        self.environment = home_beside(self.library)
        for words in (['new', self.library], ['import', self.library, SAMPLE],
                      ['export', self.library, '--format', 'html', '--output', folder / 'page.html'],
                      ['export', self.library, '--format', 'text', '--output', folder / 'page.txt']):
            subprocess.run([CAREBRIEF, *words], check=True, env=self.environment, stdout=subprocess.DEVNULL)
        (folder / 'page.ms').write_text(groff_text((folder / 'page.txt').read_text(encoding='utf-8')), encoding='utf-8')

    def list(self):
        """Return the command and the PDF of each by name, CareBrief's first; None for what is missing."""
        folder = self.folder
        html, profile = folder / 'page.html', (folder / 'profile').as_uri()
        programs = {
            'CareBrief': ([CAREBRIEF, 'export', self.library, '--format', 'pdf', '--output', folder / 'ours.pdf'],
                          folder / 'ours.pdf'),
            'groff': (['groff', '-Tpdf', '-Kutf8', '-ms', '-P-pa4', folder / 'page.ms'], folder / 'groff.pdf'),
            'LibreOffice': (['soffice', f'-env:UserInstallation={profile}', '--headless', '--convert-to', 'pdf',
                             '--outdir', folder, html], folder / 'page.pdf'),
            'WeasyPrint': (['weasyprint', html, folder / 'weasyprint.pdf'], folder / 'weasyprint.pdf'),
        }
        return {name: program if shutil.which(program[0][0]) else None for name, program in programs.items()}

    def run(self, program, *before):
        """Return how long it took, by the clock and of the processor of all its processes."""
        command, made = program
        made.unlink(missing_ok=True)
        with open(made if command[0] == 'groff' else os.devnull, 'wb') as out:
            start = time.monotonic()
            child = subprocess.Popen([*before, *command], stdout=out, stderr=subprocess.DEVNULL, env=self.environment)
            _, status, used = os.wait4(child.pid, 0)
            clock = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0 or not made.exists():
            raise SystemExit(f'{command[0]} made no PDF of the briefing')
        return clock, used.ru_utime + used.ru_stime

    def measure_memory(self, program):
        """Return the most bytes that any of its processes took; None where nothing can tell.

        A process counts what the one that started it took, and this one takes much: a
        small one starts it."""
        if shutil.which('time') is None:
            self.run(program)
            return None
        told = self.folder / 'memory'
        self.run(program, 'time', '-f', '%M', '-o', told)
        return 1024 * int(told.read_text(encoding='utf-8'))
