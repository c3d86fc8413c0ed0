#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of a briefing by keys and pointer: sections and boxes are added, renamed,
moved, duplicated, deleted and brought back; the library and the page say the same."""

import json
import re
import sys

from carebrief import CareBrief, command, folder, open_briefing, run
from test_files import make_library

FIRST, SECOND, THIRD = 'Two systems from the start', 'Joining up without upheaval', 'What national policy could change'


def outline(app):
    """The names of the rows without their counts, after the title."""
    names = [n.name for n in app.find_all('list item', on_screen=False) if n.parent.name == 'Outline']
    return [re.sub(r', [^,]*$', '', name) for name in names if not name.startswith('Title and')]


def begins(app, *expected):
    return lambda: outline(app)[:len(expected)] == list(expected)


def to_outline(app):
    app.press_until('shift+Tab', lambda n: n.role == 'list item')


def headings(path):
    text = command('export', path, '--format', 'text', '--output', '-')
    return [line for line in text.splitlines() if line in (FIRST, SECOND, THIRD, 'Why now?')]


def a_section_by_keys():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            app.key('Down')
            app.wait_text('text', 'Heading', FIRST)
            app.click(app.find('push button', 'Add Section'))
            app.wait_text('text', 'Heading', 'New section')
            app.type('Why now?')
            app.wait_until(begins(app, FIRST, 'Why now?', SECOND), what='the new section after the first')
            to_outline(app)
            app.key('alt+Down')
            app.wait_until(begins(app, FIRST, SECOND, 'Why now?', THIRD), what='it moved down')
            app.key('F2')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Heading', what='the focus on its name')
            assert headings(path) == [FIRST, SECOND, 'Why now?', THIRD], headings(path)
            to_outline(app)
            app.key('Delete')
            app.wait_until(begins(app, FIRST, SECOND, THIRD), what='it deleted')
            app.wait_for(None, re.compile('^Deleted “Why now?'))
            app.key('ctrl+z')
            app.wait_until(begins(app, FIRST, SECOND, 'Why now?', THIRD), what='it back again')
            assert app.quit() == 0
        assert headings(path) == [FIRST, SECOND, 'Why now?', THIRD], headings(path)


def a_menu_on_a_row():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            app.click(next(n for n in app.find_all('list item') if n.name.startswith(SECOND)), button=3)
            app.click(app.wait_for('menu item', 'Duplicate'))
            app.wait_until(begins(app, FIRST, SECOND, SECOND, THIRD), what='it twice')
            to_outline(app)
            app.key('shift+F10')
            app.wait_for('menu item', 'Move Up')
            app.key('Escape')
            app.wait_until(lambda: app.focus_is('list item'), what='the focus on the row again')
            assert app.quit() == 0


def a_box_and_a_row_dragged():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            app.drag(next(n for n in app.find_all('list item') if n.name.startswith(THIRD)),
                     next(n for n in app.find_all('list item') if n.name.startswith(FIRST)))
            app.wait_until(begins(app, THIRD, FIRST, SECOND), what='it dropped on the first')
            app.click(app.find('push button', 'Add Box'))
            app.click(app.wait_for('menu item', 'Contact'))
            app.wait_until(lambda: outline(app).count('Contact') == 2, what='the new box')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Title', what='the focus on its title')
            assert app.quit() == 0
        assert headings(path) == [THIRD, FIRST, SECOND], headings(path)


LEDGER = {'ledger': [{'id': '90001', 'question': 'How many bids were there?'}],
          'ledger_item': [{'id': '90001', 'ledger': '90001', 'ordinal': '1', 'figure': '17008'},
                          {'id': '90002', 'ledger': '90001', 'ordinal': '2', 'figure': '17009'}]}


def a_box_of_a_ledger():
    """A question that was saved is chosen by keys, and the page has what its figures come to."""
    with folder() as place:
        path = make_library(place)
        (place / 'ledger.json').write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': LEDGER}))
        command('import', path, place / 'ledger.json')
        with CareBrief(path) as app:
            open_briefing(app)
            app.click(app.find('push button', 'Add Box'))
            app.click(app.wait_for('menu item', 'Ledger'))
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Title', what='the focus on its title')
            app.type('Bids')
            app.press_until('Tab', lambda n: n.name.startswith('Ledger:'))
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Find in Ledgers', what='where a ledger is looked for')
            app.type('how many')
            app.key('Return')
            app.wait_until(lambda: app.focus().name.startswith('Ledger: How many bids'), what='the ledger chosen')
            assert app.quit() == 0
        text = command('export', path, '--format', 'text', '--output', '-')
        assert '\nSum\t23 bids\n' in text, text


def a_name_of_one_long_word():
    """It makes nothing wider than the window: the page stays beside the text, and what is told whole."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            app.click(next(n for n in app.find_all('list item') if n.name.startswith('Will it save money')))
            app.key('F2')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Heading', what='the focus on its name')
            app.key('ctrl+a')
            app.type('Donaudampfschifffahrtsgesellschaft' * 4)
            for times in range(2, 6):
                to_outline(app)
                app.key('shift+F10')
                app.click(app.wait_for('menu item', 'Duplicate'))
                app.wait_until(lambda t=times: sum(n.startswith('Donau') for n in outline(app)) == t
                               and app.focus_is('text') and app.focus().name == 'Heading', what='one more to be renamed')
            app.wait_for('status bar', re.compile('^“Donau.* overflows'))
            app.wait_for('image', 'Finished pages')
            to_outline(app)
            app.key('Delete')
            x, _, width, _ = app.rect(app.wait_for('alert', re.compile('^Deleted “Donau')))
            # What closes it stands beside it.
            assert x >= 0 and x + width < 1250, (x, width)
            assert app.quit() == 0


def a_briefing_from_nothing():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.wait_for('page tab', 'Briefings')
            app.key('ctrl+n')
            app.wait_text('text', 'Heading', 'New briefing')
            app.wait_until(lambda: app.focus().name == 'Heading', what='the focus on its title')
            app.type('Housing supply')
            app.key('Tab')
            app.type('Too few homes.')
            app.wait_until(lambda: 'Too few homes' in command('search', '"few homes"', path), what='it saved')
            app.key('F10')
            app.click(app.wait_for('menu item', 'Duplicate Briefing'))
            app.wait_text('text', 'Heading', 'Housing supply (copy)')
            app.key('ctrl+z')
            app.wait_for('page tab', 'Briefings')
            # Back from the briefing that was made, it is what is selected.
            app.key('Home')
            app.key('ctrl+n')
            app.wait_text('text', 'Heading', 'New briefing')
            app.key('alt+Left')
            app.wait_until(lambda: app.focus_is('list item', 'Briefings'), what='the focus in the list of briefings')
            assert app.focus().name.startswith('New briefing'), app.focus()
            assert app.quit() == 0
        listed = command('list', 'briefings', path)
        assert 'Housing supply' in listed and '(copy)' not in listed, listed


if __name__ == '__main__':
    sys.exit(run(a_section_by_keys, a_menu_on_a_row, a_box_and_a_row_dragged, a_box_of_a_ledger, a_name_of_one_long_word,
                 a_briefing_from_nothing))
