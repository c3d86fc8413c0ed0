#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a picture of every view, window, dialog and menu of CareBrief, to be looked at.

    tests/ui/screenshots.py PROGRAM FOLDER [--style STYLE]... [--scene SCENE]...
    tests/ui/screenshots.py PROGRAM --readme data/screenshots

The first writes them at 1280 by 800 and at 360 by 640, as FOLDER/WIDTHxHEIGHT-STYLE-WHAT.png,
in each style or in those given: light, dark, high contrast, twice the size of text, longer
words and right to left, for which tools/screenshots builds a program with its own
translations. With --vision they are as people see them who see other colours than most, or
none. The second writes the pictures of the README. The library is the sample
in a home of its own, an empty one, or one that is damaged.
"""

import argparse
import pathlib
import re
import subprocess
import sys

import scenes
from carebrief import CareBrief, command, folder, open_briefing

SIZES = ((1280, 800), (360, 640))
STYLES = {
    'light': {},
    'dark': {'env': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}},
    'contrast': {'env': {'ADW_DEBUG_HIGH_CONTRAST': '1'}},
    'large': {'text_dpi': 192},
    'long': {'env': {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'de'}},
    'rtl': {'env': {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'ar'}},
}
# As tests/draw/colour-vision.c has them.
VISIONS = ('protanopia', 'deuteranopia', 'tritanopia', 'grey')
README_SIZE = (1000, 700)
TIMELINE_SIZE = (1440, 900)


class Pictures:
    """What is taken of one start of the program."""

    def __init__(self, app, path, tag, see=lambda picture: None):
        self.app = app
        self.path = path
        self.tag = tag
        self.see = see

    def too_wide(self):
        return [w for w in self.app.windows() if not w['popup'] and w['w'] > self.app.size[0]]

    def take(self, what):
        # As a telephone would.
        for window in self.too_wide():
            self.app.resize(*self.app.size, window)
        for window in self.too_wide():
            print(f'{self.tag}-{what}: “{window["title"]}” is {window["w"]} wide', file=sys.stderr)
        self.app.move((self.app.size[0] - 1, self.app.size[1] - 1))
        self.app.wait_still()
        picture = self.path / f'{self.tag}-{what}.png'
        self.app.screenshot(str(picture))
        self.see(picture)


def begin(app):
    """Leaves what the scene before has left open."""
    for _ in range(4):
        app.key('Escape')
        if len(app.windows()) > 1:
            app.key('ctrl+w')


def take_scenes(start, wanted, *pictures):
    """Takes the scenes; after one that fails the program is started again for the next."""
    left = list(wanted)
    while left:
        with start() as app:
            while left:
                scene = left.pop(0)
                try:
                    begin(app)
                    scene(Pictures(app, *pictures))
                except Exception as error:  # pylint: disable=broad-except
                    path, tag = pictures[:2]
                    print(f'{tag}, {scene.__name__}: {str(error).splitlines()[0]}', file=sys.stderr)
                    if app.proc.poll() is None:
                        app.screenshot(str(path / f'{tag}-failed-{scene.__name__}.png'))
                    break
            print(*app.problems(), sep='\n', end='', file=sys.stderr)


def make_libraries(place):
    """An empty one, and one that is damaged."""
    paths = [place / f'{name}.carebrief' for name in ('empty', 'damaged')]
    for path in paths:
        path.unlink(missing_ok=True)
        command('new', path)
    paths[1].write_bytes(paths[1].read_bytes()[:4096] + b'\xff' * 8192)
    return paths


def find_vision(options):
    """What makes a picture of the window what it is to who looks at it."""
    if options.vision is None:
        return lambda picture: None
    see_as = pathlib.Path(options.program).resolve().parents[1] / 'tests/draw/see-as'
    return lambda picture: subprocess.run([see_as, options.vision, picture], check=True)


def take_all(options):
    see = find_vision(options)
    with folder() as place:
        for style in options.style or STYLES:
            for size in SIZES:
                def start(*arguments, style=style, size=size):
                    return CareBrief(*arguments, binary=options.program, window=size, size=size, strict=False,
                                     **STYLES[style])

                def chosen(of_all):
                    return [s for s in of_all if not options.scene or s.__name__ in options.scene]

                empty, damaged = make_libraries(place)
                pictures = (options.folder, '-'.join(filter(None, (f'{size[0]}x{size[1]}', style, options.vision))), see)
                take_scenes(start, chosen(scenes.SCENES), *pictures)
                take_scenes(lambda: start(empty), chosen(scenes.EMPTY_SCENES), *pictures)
                take_scenes(lambda: start(damaged), chosen([scenes.first_sight]), *pictures)


def take_readme(program, folder_of_readme):
    with CareBrief(binary=program, window=README_SIZE) as app:
        open_briefing(app)
        app.press_to_row('Joining up without upheaval')
        take_alone(app, folder_of_readme / 'editor.png')
    with CareBrief(binary=program, size=TIMELINE_SIZE, window=TIMELINE_SIZE) as app:
        app.key('alt+4')
        app.click(app.wait_for('push button', re.compile('Join health and social care fully across England')))
        take_alone(app, folder_of_readme / 'timeline.png')


def take_alone(app, path):
    """With the pointer on nothing."""
    app.move((app.size[0] - 1, app.size[1] - 1))
    app.wait_still()
    app.screenshot(str(path), target='window')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('program', help='the built carebrief')
    parser.add_argument('--readme', metavar='FOLDER', type=pathlib.Path, help='write only the pictures of the README')
    parser.add_argument('--style', action='append', choices=STYLES, help='take these only')
    parser.add_argument('--vision', choices=VISIONS, help='as people see them who see so')
    parser.add_argument('--scene', action='append', help='take these only, of scenes.py')
    parser.add_argument('folder', nargs='?', type=pathlib.Path)
    options = parser.parse_args()
    if (options.folder is None) == (options.readme is None):
        parser.error('give a folder, or --readme and one')
    if options.readme is not None:
        options.readme.mkdir(parents=True, exist_ok=True)
        take_readme(options.program, options.readme)
        return 0
    options.folder.mkdir(parents=True, exist_ok=True)
    take_all(options)
    return 0


if __name__ == '__main__':
    sys.exit(main())
