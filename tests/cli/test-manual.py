#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page has every command and every option that --help has, and the
exit codes, and says them so that man has nothing to complain of."""

import os
import pathlib
import re
import subprocess
import unittest

PAGE = pathlib.Path(__file__).resolve().parents[2] / 'data/carebrief.1'


def help_of(*words):
    return subprocess.run([os.environ['CAREBRIEF'], *words, '--help'], check=True, capture_output=True, text=True).stdout


def commands():
    """Yield each command and its help; the verbs of one that has verbs."""
    words = re.findall(r'^  (\w+) +\S', help_of().split('Commands', 1)[1].split('\n\n', 1)[0], re.M)
    for word in words:
        text = help_of(word)
        verbs = re.findall(rf'^  carebrief {word} ([a-z]+)\b', text, re.M)
        for verb in verbs:
            yield f'{word} {verb}', help_of(word, verb)
        if not verbs:
            yield word, text


def options(text):
    """Return the options of a help: --format and -f are two."""
    found = set()
    for line in re.findall(r'^  (-.*)$', text, re.M):
        found |= set(re.findall(r'--?[a-z][a-z-]*', re.split(r'\s{2,}|=', line)[0]))
    return found - {'-h', '--help'}


def flags(text):
    """Return the options that a part of the page explains."""
    items = '\n'.join(line for line in text.splitlines() if line.startswith('.It '))
    return {'-' + flag for flag in re.findall(r'\bFl (-?[a-z][a-z-]*)', items)}


class Manual(unittest.TestCase):
    def setUp(self):
        self.page = PAGE.read_text(encoding='utf-8')
        parts = re.split(r'^\.S[sh] ', self.page, flags=re.M)[1:]
        self.parts = {re.split(r' (?:Ar|Op)\b|\n', part)[0]: part for part in parts}

    def test_commands(self):
        found = list(commands())
        self.assertGreater(len(found), 8)
        for command, text in found:
            with self.subTest(command):
                self.assertIn(command, self.parts)
                self.assertLessEqual(options(text), flags(self.parts[command]))

    def test_reads_options(self):
        self.assertEqual(options(help_of('export')) & {'-f', '--format'}, {'-f', '--format'})
        self.assertIn('--act', options(help_of('undo')))

    def test_exit_codes(self):
        codes = re.findall(r'^ +(\d+)  (.+)$', help_of(), re.M)
        said = re.findall(r'^\.It (\d+)\n(.+)$', self.parts['EXIT STATUS'], re.M)
        self.assertEqual(codes, said)

    def test_no_warnings(self):
        done = subprocess.run(['man', '--warnings=w', '-Tutf8', '-l', PAGE], capture_output=True, text=True, check=False,
                              env=dict(os.environ, LC_ALL='C.UTF-8', MANROFFSEQ=''))
        self.assertEqual((done.returncode, done.stderr), (0, ''))
        self.assertIn('CAREBRIEF(1)', done.stdout)


if __name__ == '__main__':
    unittest.main()
