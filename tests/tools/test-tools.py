#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tools/packages, tools/run and tools/count-tests do, with stand-ins for
the package manager, the build and the program: none of them is touched here."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / 'tools'


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix='care tools ')
        self.addCleanup(self.folder.cleanup)
        self.top = pathlib.Path(self.folder.name)

    def script(self, name, text):
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('#!/bin/sh\n' + text, encoding='utf-8')
        path.chmod(0o755)
        return path

    def run_it(self, *command, **environment):
        environment.setdefault('PATH', f'{self.top}/bin:{os.environ["PATH"]}')
        return subprocess.run(command, env=environment, cwd=self.top, capture_output=True, text=True, check=False)


class Packages(Folder):
    """dpkg-query, id, sudo and apt-get are stand-ins; the last two note how they were called."""

    def packages(self, missing, user=0, sudo=True, apt=0):
        self.script('bin/dpkg-query', f'for p; do :; done; case " {missing} " in *" $p "*) exit 1;; esac; printf installed\n')
        self.script('bin/id', f'echo {user}\n')
        self.script('bin/apt-get', f'echo "$@" >>"{self.top}/apt"; case "$*" in *install*) exit {apt};; esac; exit 1\n')
        if sudo:
            self.script('bin/sudo', f'echo sudo >>"{self.top}/apt"; exec "$@"\n')
        # Only the stand-ins and what the script needs: the machine's own sudo must not be found.
        (self.top / 'bin' / 'env').symlink_to(shutil.which('env'))
        done = self.run_it(shutil.which('sh'), str(TOOLS / 'packages'), 'run', PATH=f'{self.top}/bin')
        calls = self.top / 'apt'
        return done, calls.read_text(encoding='utf-8') if calls.exists() else ''

    def test_nothing_missing(self):
        done, calls = self.packages('', user=1000, sudo=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr, calls), (0, '', '', ''))

    def test_names_and_installs_only_the_missing(self):
        done, calls = self.packages('meson libcsv-dev')
        self.assertEqual(done.returncode, 0)
        self.assertIn('meson libcsv-dev', done.stderr)
        self.assertNotIn('sudo', calls)
        self.assertTrue(calls.endswith('install --no-install-recommends meson libcsv-dev\n'), calls)

    def test_ordinary_user(self):
        done, calls = self.packages('meson', user=1000)
        self.assertEqual(done.returncode, 0)
        self.assertIn('sudo', calls)

    def test_no_sudo(self):
        done, calls = self.packages('meson', user=1000, sudo=False)
        self.assertEqual((done.returncode, calls), (1, ''))
        self.assertIn('apt-get install meson', done.stderr.splitlines()[-1])

    def test_apt_fails(self):
        done, _ = self.packages('meson', apt=100)
        self.assertEqual(done.returncode, 1)
        self.assertIn('could not be installed', done.stderr.splitlines()[-1])

    def test_usage(self):
        self.assertEqual(self.run_it(str(TOOLS / 'packages'), 'everything').returncode, 2)


class Run(Folder):
    """tools/run beside a program that writes down what it was told."""

    def setUp(self):
        super().setUp()
        self.script('clone/tools/packages', 'exit 0\n')
        self.script('clone/tools/build', 'exit 0\n')
        shutil.copy(TOOLS / 'run', self.top / 'clone/tools/run')
        self.program('case $1 in export) for last; do :; done; echo page >"$last";; esac')

    def program(self, text):
        self.script('clone/_build/app/carebrief', f'printf "%s|" "$@" >>"{self.top}/told"; {text}\n')

    def told(self):
        return (self.top / 'told').read_text(encoding='utf-8')

    def run_tool(self, *arguments, **environment):
        return self.run_it(str(self.top / 'clone/tools/run'), *arguments, **environment)

    def test_without_display(self):
        done = self.run_tool()
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        self.assertEqual(len(done.stdout.splitlines()), 2)
        self.assertEqual(done.stdout.splitlines()[1], './integrating-health-and-social-care.pdf')
        self.assertTrue((self.top / 'integrating-health-and-social-care.pdf').exists())
        self.assertIn('|--briefing|Integrating health and social care|', self.told())

    def test_failing_export(self):
        self.program('[ "$1" != export ] || { echo no >&2; exit 3; }')
        done = self.run_tool()
        self.assertEqual((done.returncode, done.stderr), (1, 'no\n'))
        self.assertNotIn('.pdf', done.stdout)

    def test_display(self):
        for name in ('DISPLAY', 'WAYLAND_DISPLAY'):
            (self.top / 'told').unlink(missing_ok=True)
            self.assertEqual(self.run_tool(**{name: 'x'}).returncode, 0)
            self.assertEqual(self.told(), '|')

    def test_arguments_and_status_are_passed_on(self):
        self.program('exit 5')
        done = self.run_tool('list', 'two words', '')
        self.assertEqual((done.returncode, self.told()), (5, 'list|two words||'))

    def test_build_fails(self):
        self.script('clone/tools/build', 'exit 1\n')
        self.assertEqual(self.run_tool().returncode, 1)
        self.assertFalse((self.top / 'told').exists())


class Count(Folder):
    CASES = [
        ('a TAP program counts each test', [('OK', '1..2\nok 1 /a\nok 2 /b\n')], '2 passed, 0 failed', 0),
        ('a plain program counts once', [('OK', ''), ('FAIL', 'text')], '1 passed, 1 failed', 1),
        ('a failing test', [('FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n')], '1 passed, 1 failed', 1),
        ('a crash after a good test', [('ERROR', '1..2\nok 1 /a\n')], '1 passed, 1 failed', 1),
        ('out of time', [('TIMEOUT', '')], '0 passed, 1 failed', 1),
        ('a skipped test', [('SKIP', '1..1\nok 1 /a # SKIP why\n')], '0 passed, 1 failed', 1),
        ('a skipped program', [('SKIP', '1..0 # SKIP why\n')], '0 passed, 1 failed', 1),
        ('unfinished work that passes', [('UNEXPECTEDPASS', '')], '0 passed, 1 failed', 1),
        ('no test', [], '0 passed, 1 failed', 1),
    ]

    def test_cases(self):
        for title, programs, last, code in self.CASES:
            with self.subTest(title):
                log = self.top / 'testlog.json'
                entries = [json.dumps({'name': 'x', 'result': result, 'stdout': out}) for result, out in programs]
                log.write_text('\n'.join(entries), encoding='utf-8')
                done = self.run_it(str(TOOLS / 'count-tests'), str(log))
                self.assertEqual((done.stdout.splitlines()[-1], done.returncode, done.stderr), (last, code, ''))

    def test_no_log(self):
        done = self.run_it(str(TOOLS / 'count-tests'), str(self.top / 'none.json'))
        self.assertEqual((done.stdout.splitlines()[-1], done.returncode), ('0 passed, 1 failed', 1))


if __name__ == '__main__':
    unittest.main()
