#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each planted offence is found by the checks of this folder, and clean files pass."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
LICENCE = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
# Put together here, so that the check does not find them in this file.
MACHINE = '/' + 'work/main'

CLEAN = {
    'app/domain/care-thing.h': LICENCE + '#include <glib-object.h>\n',
    'app/domain/care-thing.c': LICENCE + '#include "care-thing.h"\n#include <string.h>\n',
    'app/store/care-box.h': LICENCE + '#include "care-thing.h"\n',
    'app/store/care-box.c': LICENCE + '#include "care-box.h"\n#include <sqlite3.h>\n',
    'app/draw/care-paint.h': LICENCE + '#include <cairo.h>\n',
    'app/page/care-page.h': LICENCE + '#include "care-paint.h"\n',
    'app/exchange/care-form.h': LICENCE + '#include <json-glib/json-glib.h>\n',
    'app/widgets/care-view.h': LICENCE + '#include <gtk/gtk.h>\n#include "care-thing.h"\n',
    'app/views/care-window.h': LICENCE + '#include <adwaita.h>\n#include "care-box.h"\n#include "care-view.h"\n',
    'app/cli/care-export.c': LICENCE + '#include "care-box.h"\n#include "care-page.h"\n',
    'app/main.c': LICENCE + '#include "care-window.h"\n#include <gtk/gtk.h>\n',
    'README.md': '# Clean\n',
}

# Where, what is added there, and a word of the complaint.
PLANTED = [
    ('app/domain/care-thing.c', '#include <gtk/gtk.h>', '<gtk/gtk.h>'),
    ('app/domain/care-thing.c', '#include <cairo.h>', '<cairo.h>'),
    ('app/domain/care-thing.c', '#include <pango/pango.h>', '<pango/pango.h>'),
    ('app/domain/care-thing.c', '#include <sqlite3.h>', '<sqlite3.h>'),
    ('app/domain/care-thing.c', '#include <stdio.h>', '<stdio.h>'),
    ('app/domain/care-thing.c', '  # include "care-box.h"', 'of app/store'),
    ('app/domain/care-thing.c', 'g_autoptr (GDateTime) now = g_date_time_new_now_utc ();', 'clock'),
    ('app/domain/care-thing.c', 't = time (NULL);', 'clock'),
    ('app/store/care-box.c', '#include <gtk/gtk.h>', '<gtk/gtk.h>'),
    ('app/store/care-box.c', '#include <cairo.h>', '<cairo.h>'),
    ('app/store/care-box.c', '#include "care-form.h"', 'of app/exchange'),
    ('app/exchange/care-form.h', '#include "care-box.h"', 'of app/store'),
    ('app/exchange/care-form.h', '#include <adwaita.h>', '<adwaita.h>'),
    ('app/draw/care-paint.h', '#include "care-page.h"', 'of app/page'),
    ('app/draw/care-paint.h', '#include <gtk/gtk.h>', '<gtk/gtk.h>'),
    ('app/draw/care-paint.h', '#include <gio/gunixinputstream.h>', '<gio/gunixinputstream.h>'),
    ('app/page/care-page.h', '#include "care-box.h"', 'of app/store'),
    ('app/widgets/care-view.h', '#include "care-box.h"', 'of app/store'),
    ('app/widgets/care-view.h', '#include "care-page.h"', 'of app/page'),
    ('app/widgets/care-view.h', '#include "../exchange/care-form.h"', 'of app/exchange'),
    ('app/views/care-window.h', '#include <sqlite3.h>', '<sqlite3.h>'),
    ('app/views/care-window.h', '#include <cairo.h>', '<cairo.h>'),
    ('app/cli/care-export.c', '#include <gtk/gtk.h>', '<gtk/gtk.h>'),
    ('app/cli/care-export.c', '#include "care-window.h"', 'of app/views'),
    ('app/cli/care-export.c', '#include "care-nowhere.h"', 'in no room'),
    ('README.md', f'Look in {MACHINE}.', 'one machine'),
]


class Checks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix='care rooms ')
        self.addCleanup(self.folder.cleanup)
        self.top = pathlib.Path(self.folder.name)
        for name, text in CLEAN.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def run_check(self, name, *more):
        done = subprocess.run([sys.executable, HERE / name, self.top, *more], capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, '')
        return done.returncode, done.stdout

    def test_clean(self):
        self.assertEqual(self.run_check('check-rooms'), (0, ''))

    def test_planted(self):
        for name, line, complaint in PLANTED:
            with self.subTest(name=name, line=line):
                self.write(name, CLEAN[name] + line + '\n')
                code, out = self.run_check('check-rooms')
                self.assertEqual(code, 1)
                self.assertEqual(len(out.splitlines()), 1, out)
                self.assertIn(complaint, out)
                self.assertTrue(out.startswith(f'{name}:{CLEAN[name].count(chr(10)) + 1}:'), out)
                self.write(name, CLEAN[name])

    def test_licence(self):
        self.write('app/main.c', 'int x;\n')
        code, out = self.run_check('check-rooms')
        self.assertEqual(code, 1)
        self.assertIn('app/main.c:1:', out)

    def test_unknown_room(self):
        self.write('app/attic/care-old.c', LICENCE + '#include <glib.h>\n')
        self.assertEqual(self.run_check('check-rooms')[0], 1)

    def test_build_folders_are_not_read(self):
        self.write('_build/meson-info/x.json', MACHINE)
        self.assertEqual(self.run_check('check-rooms'), (0, ''))

    def test_strings(self):
        self.write('app/main.c', LICENCE + 'puts (_("Hello"));\n')
        self.write('data/ui/window.ui', '<property name="label" translatable="yes">Hello</property>\n')
        self.write('po/POTFILES.in', 'app/cli/care-export.c\n')
        code, out = self.run_check('check-strings')
        self.assertEqual(code, 1)
        for name in ('app/main.c', 'data/ui/window.ui', 'app/cli/care-export.c'):
            self.assertIn(name, out)
        self.assertEqual(self.run_check('check-strings', '--update'), (0, ''))
        self.assertEqual(self.run_check('check-strings'), (0, ''))

    def test_sentence_cut_off(self):
        self.write('po/POTFILES.in', 'app/main.c\n')
        self.write('app/main.c', LICENCE + 'printf (_("No %s %" PRId64 "!"), "x", id);\n')
        self.assertEqual(self.run_check('check-strings'), (0, ''))
        self.write('app/main.c', LICENCE + 'printf (_("No %s "\n"%" G_GINT64_FORMAT "!"), "x", id);\n')
        code, out = self.run_check('check-strings')
        self.assertEqual(code, 1)
        self.assertTrue(out.startswith('app/main.c:3: '), out)


if __name__ == '__main__':
    unittest.main()
