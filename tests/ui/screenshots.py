#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a picture of every view of CareBrief, to be looked at.

    tests/ui/screenshots.py _build/app/carebrief FOLDER
    tests/ui/screenshots.py _build/app/carebrief --readme data/screenshots/editor.png

The first writes every view, the chart, a detail and the editor's panes at 1280
by 800 and at 360 by 640, light and dark, as FOLDER/WIDTHxHEIGHT-STYLE-VIEW.png.
The second writes the one picture of the README. Either way the library is the
sample in a home of its own.
"""

import argparse
import pathlib
import sys

from carebrief import VIEWS, CareBrief, open_briefing, show_page

SIZES = ((1280, 800), (360, 640))
README_SIZE = (1000, 700)


def take(app, folder, name):
    app.move((app.size[0] - 1, app.size[1] - 1))
    app.wait_still()
    app.screenshot(str(folder / name), target='window')


def take_views(app, folder, tag, narrow):
    for number, view in enumerate(VIEWS, 1):
        app.key(f'alt+{number}')
        take(app, folder, f'{tag}-{view.lower()}.png')
        if view == 'Figures':
            app.click(app.find('push button', 'Chart'))
            take(app, folder, f'{tag}-figures-chart.png')
            app.click(app.find('push button', 'Table'))
        if view == 'Timeline':
            app.click(app.find('push button', 'List'))
            take(app, folder, f'{tag}-timeline-list.png')
            app.click(app.find('push button', 'Lanes'))
        if narrow and view == 'Figures':
            app.key('alt+3', 'Down', 'Return')
            take(app, folder, f'{tag}-figures-detail.png')
            app.key('alt+Left')


def take_editor(app, folder, tag, narrow):
    open_briefing(app)
    take(app, folder, f'{tag}-editor.png')
    if narrow:
        app.key('F9')
        take(app, folder, f'{tag}-editor-outline.png')
        app.key('F9')
        show_page(app)
        take(app, folder, f'{tag}-editor-page.png')


def take_all(program, folder):
    for width, height in SIZES:
        for style in ('light', 'dark'):
            tag = f'{width}x{height}-{style}'
            with CareBrief(binary=program, style=style, window=(width, height)) as app:
                take_views(app, folder, tag, narrow=width < 600)
                take_editor(app, folder, tag, narrow=width < 600)


def take_readme(program, path):
    with CareBrief(binary=program, window=README_SIZE) as app:
        open_briefing(app)
        app.press_to_row('Joining up without upheaval')
        take(app, path.parent, path.name)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('program', help='the built carebrief')
    parser.add_argument('--readme', metavar='PNG', type=pathlib.Path, help='write only the picture of the README')
    parser.add_argument('folder', nargs='?', type=pathlib.Path)
    options = parser.parse_args()
    if (options.folder is None) == (options.readme is None):
        parser.error('give a folder, or --readme and a file')
    if options.readme is not None:
        options.readme.parent.mkdir(parents=True, exist_ok=True)
        take_readme(options.program, options.readme)
        return 0
    options.folder.mkdir(parents=True, exist_ok=True)
    take_all(options.program, options.folder)
    return 0


if __name__ == '__main__':
    sys.exit(main())
