#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed in a form that was not done is there again, however the program ended and
wherever the library is by then."""

import shutil
import sys

from carebrief import CareBrief, folder, kept, run
from test_files import make_library


def is_on(app, name):
    app.wait_until(lambda: app.focus() is not None and app.focus().name == name, what=f'the focus on {name!r}')


def open_form(app):
    """A form below its button."""
    app.key('alt+2')
    app.wait_until(lambda: app.focus_is('list item', 'Positions'), what='the focus in the list')
    app.key('ctrl+n')


def type_in_form(app, text):
    open_form(app)
    is_on(app, 'Title')
    app.type(text)


def open_dialog(app):
    """A form in a window of its own."""
    app.key('alt+2')
    app.wait_until(lambda: app.focus_is('list item', 'Positions'), what='the focus in the list')
    app.press_until('Tab', lambda n: n.role == 'list item')
    app.key('ctrl+shift+h')
    is_on(app, 'Wording')


def expect_again(app, name, text):
    app.wait_for(None, 'What was typed before is still here.')
    app.wait_text('text', name, text)


def the_program_is_quit_from_a_dialog():
    with folder() as place:
        data = place / 'data'
        with CareBrief(data=data) as app:
            open_dialog(app)
            app.type('Keep half of the Act')
            assert app.quit('ctrl+q') == 0
        with CareBrief(data=data) as app:
            open_dialog(app)
            expect_again(app, 'Wording', 'Keep half of the Act')
            app.press_until('Tab', lambda n: n.name.startswith('Speaker'))
            app.key('Return')
            is_on(app, 'Find in People')
            assert app.quit('ctrl+q') == 0


def the_program_is_killed():
    with folder() as place:
        data = place / 'data'
        with CareBrief(data=data) as app:
            open_dialog(app)
            app.type('Keep half of the Act')
            app.wait_until(lambda: 'Keep half of the Act' in kept(data), what='it kept while the dialog is open')
            app.type(', and more')
            app.wait_until(lambda: 'half of the Act, and more' in kept(data), what='the rest kept')
            app.key('Escape')
            type_in_form(app, 'Half a position')
            app.wait_until(lambda: 'Half a position' in kept(data), what='it kept while the form is open')
            app.kill()
        with CareBrief(data=data) as app:
            open_form(app)
            expect_again(app, 'Title', 'Half a position')
            app.key('Escape')
            open_dialog(app)
            expect_again(app, 'Wording', 'Keep half of the Act, and more')
            assert app.quit() == 0


def the_library_is_moved():
    """Another in its place, or a copy beside it, is not asked for what was typed in it."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path, data=place / 'data') as app:
            type_in_form(app, 'Half a position')
            assert app.quit() == 0
        copy = place / 'copy.carebrief'
        shutil.copy(path, copy)
        expect_nothing_kept(copy, place)
        moved = place / 'elsewhere' / 'moved.carebrief'
        moved.parent.mkdir()
        path.rename(moved)
        with CareBrief(moved, data=place / 'data') as app:
            open_form(app)
            expect_again(app, 'Title', 'Half a position')
            assert app.quit() == 0
        expect_nothing_kept(make_library(place), place)


def expect_nothing_kept(path, place):
    with CareBrief(path, data=place / 'data') as app:
        open_form(app)
        is_on(app, 'Title')
        assert app.focus().text == '', app.focus().text
        app.key('Escape')
        assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(the_program_is_quit_from_a_dialog, the_program_is_killed, the_library_is_moved))
