#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a picture of every view, window and menu of CareBrief, to be looked at.

    tests/ui/screenshots.py PROGRAM FOLDER [--locale FOLDER/NAME]
    tests/ui/screenshots.py PROGRAM --readme data/screenshots/editor.png

The first writes them at 1280 by 800 and at 360 by 640, in light, dark and high
contrast, as FOLDER/WIDTHxHEIGHT-STYLE-WHAT.png; with a locale, in its language only,
whose words begin as the English ones. The second writes the one picture of the
README. Either way the library is the sample in a home of its own.
"""

import argparse
import pathlib
import re
import sys

from carebrief import VIEWS, CareBrief, open_briefing
from drive import DriveError

SIZES = ((1280, 800), (360, 640))
STYLES = {'light': {}, 'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, 'contrast': {'ADW_DEBUG_HIGH_CONTRAST': '1'}}
README_SIZE = (1000, 700)
# What the main menu opens, and whether it is a window of its own.
WINDOWS = ('Export All Briefings…', 'Backups', 'History', 'Bin', 'Preferences', 'Keyboard Shortcuts', 'About CareBrief')
LOOKS = {'Positions': 'Matrix', 'Figures': 'Chart', 'Timeline': 'List'}


def named(name):
    """A translation made longer begins as the name does."""
    return re.compile('^' + re.escape(name))


class Pictures:
    """What is taken of one start of the program."""

    def __init__(self, app, folder, tag):
        self.app = app
        self.folder = folder
        self.tag = tag
        self.narrow = app.window_size[0] < 600

    def take(self, what):
        self.app.move((self.app.size[0] - 1, self.app.size[1] - 1))
        self.app.wait_still()
        self.app.screenshot(str(self.folder / f'{self.tag}-{what}.png'))

    def press(self, name):
        self.app.click(self.app.wait_for('push button', named(name)))

    def take_looks(self, view):
        other = LOOKS.get(view)
        if other is None or not self.app.find_all('push button', named(other)):
            return
        self.press(other)
        self.take(f'{view.lower()}-{other.lower()}')

    def take_views(self):
        for number, view in enumerate(VIEWS, 1):
            self.app.key(f'alt+{number}')
            self.take(view.lower())
            self.take_looks(view)
            if self.narrow and view in ('Briefings', 'Sources'):
                self.app.key('Return')
                self.take(f'{view.lower()}-detail')
                self.app.key('alt+Left')
        self.app.key('ctrl+n')
        self.take('new')
        self.app.key('Escape')

    def take_search(self):
        self.app.key('ctrl+shift+f')
        self.app.type('care fund')
        self.take('search')
        self.app.key('Escape', 'Escape')

    def take_windows(self):
        for name in WINDOWS:
            self.app.key('alt+1', 'F10')
            self.app.click(self.app.wait_for('menu item', named(name)))
            self.take(re.sub(r'\W+', '-', name.lower()).strip('-'))
            self.app.key('Escape')
            if len(self.app.windows()) > 1:
                self.app.key('ctrl+w')

    def take_editor(self):
        self.app.key('alt+1', 'Return')
        if self.narrow:
            self.press('Open Briefing')
        self.app.wait_for('push button', named('Export as PDF'))
        self.take('editor')
        if self.narrow:
            self.app.key('F9')
            self.take('editor-outline')
            self.app.key('F9')
            self.press('Page')
            self.take('editor-page')

    def take_all(self):
        for part in (self.take_views, self.take_search, self.take_windows, self.take_editor):
            try:
                part()
            except (AssertionError, DriveError) as error:
                print(f'{self.tag}, {part.__name__}: {str(error).splitlines()[0]}', file=sys.stderr)


def take_all(program, folder, locale):
    for size in SIZES:
        for style, environment in STYLES.items():
            if locale is not None:
                environment = {'LOCPATH': str(locale.parent), 'LC_ALL': locale.name, 'LANGUAGE': locale.name[:2]}
                style = 'long'
            # The screen has room for the windows that others are wider than.
            with CareBrief(binary=program, window=size, size=(max(size[0], 720), max(size[1], 720)), env=environment,
                           strict=False) as app:
                Pictures(app, folder, f'{size[0]}x{size[1]}-{style}').take_all()
                print(*app.problems(), sep='\n', end='', file=sys.stderr)
            if locale is not None:
                break


def take_readme(program, path):
    with CareBrief(binary=program, window=README_SIZE) as app:
        open_briefing(app)
        app.press_to_row('Joining up without upheaval')
        app.move((app.size[0] - 1, app.size[1] - 1))
        app.wait_still()
        app.screenshot(str(path), target='window')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('program', help='the built carebrief')
    parser.add_argument('--readme', metavar='PNG', type=pathlib.Path, help='write only the picture of the README')
    parser.add_argument('--locale', metavar='FOLDER/NAME', type=pathlib.Path, help='a compiled locale')
    parser.add_argument('folder', nargs='?', type=pathlib.Path)
    options = parser.parse_args()
    if (options.folder is None) == (options.readme is None):
        parser.error('give a folder, or --readme and a file')
    if options.readme is not None:
        options.readme.parent.mkdir(parents=True, exist_ok=True)
        take_readme(options.program, options.readme)
        return 0
    options.folder.mkdir(parents=True, exist_ok=True)
    take_all(options.program, options.folder, options.locale)
    return 0


if __name__ == '__main__':
    sys.exit(main())
