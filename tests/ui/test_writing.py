#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a briefing as it is written: records are referred to as one types."""

import re
import sys

from carebrief import BRIEFING, CareBrief, command, folder, open_briefing, run
from test_files import make_library

FIRST = 'Two systems from the start'


def to_text(app):
    """To the end of the text of the first section."""
    app.key('Down')
    app.wait_text('text', 'Heading', FIRST)
    app.press_until('Tab', lambda n: n.role == 'text' and n.name.startswith('Text of'))
    app.key('ctrl+End')


def section(path):
    text = command('export', path, '--format', 'text', '--output', '-')
    return text.split(FIRST, 1)[1]


def enter_goes_from_a_heading_to_its_text():
    """In the title of the briefing, too; not from one that is to be mended."""
    with folder() as place, CareBrief(make_library(place)) as app:
        open_briefing(app)
        for times, goal in ((0, f'Text of {BRIEFING}'), (1, f'Text of {FIRST}')):
            app.press_until('Tab', lambda n: n.role == 'list item' and n.parent.name == 'Outline')
            app.key(*['Down'] * times)
            app.press_until('Tab', lambda n: n.name == 'Heading')
            app.key('Return')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == goal, what=f'the focus in {goal}')
        app.press_until('shift+Tab', lambda n: n.name == 'Heading')
        app.key('ctrl+a', 'BackSpace', 'Return')
        app.wait_for('alert')
        assert app.focus().name == 'Heading', app.focus()
        assert app.quit() == 0


def records_completed():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            to_text(app)
            app.type(' That is #better care')
            app.wait_for('list item', re.compile('^Better Care Fund: announced minimum, £3.8 billion'))
            app.key('Return')
            app.wait_until(lambda: app.focus().text.endswith('That is £3.8 billion'), what='its words in the text')
            app.type(' @commons lib')
            app.wait_for('list item', re.compile('^Integrating health and social care'))
            app.key('Tab')
            app.type(' or #better')
            app.wait_for('list item', re.compile('^Better Care Fund'))
            app.key('Escape')
            app.type(' so.')
            app.wait_until(lambda: app.focus().text.endswith('or #better so.'), what='what was typed as it is')
            assert not app.find_all('list item', re.compile('^Better Care Fund')), 'still offered'
            app.key('ctrl+s')
            app.wait_until(lambda: 'or #better so.' in section(path), what='it saved')
            app.key('ctrl+End')
            for _ in range(len(' or #better so.') + 4):
                app.key('Left')
            app.key('Return')
            app.wait_for('page tab', 'Sources')
            assert app.quit() == 0
        assert 'That is £3.8 billion' in section(path), section(path)


def records_browsed():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            to_text(app)
            app.type(' That is ')
            app.key('ctrl+shift+r')
            app.wait_until(lambda: app.focus() is not None and app.focus().name.startswith('Find in Sources, Figures'),
                           what='where to look')
            app.wait_for('list item', re.compile('^Announced|^A|^B'))
            app.type('announced minimum')
            app.wait_for('list item', re.compile('^Better Care Fund: announced minimum'))
            app.key('Return')
            app.wait_until(lambda: app.focus().text.endswith('That is £3.8 billion'), what='its words in the text')
            app.type(' indeed')
            app.key('ctrl+s')
            app.wait_until(lambda: 'That is £3.8 billion indeed' in section(path), what='it saved')
            assert app.quit() == 0


def a_number_is_left_alone():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            to_text(app)
            app.type(' In 1948')
            before = app.focus().text
            for key in ('Left', 'ctrl+shift+a', 'ctrl+shift+x', 'alt+Right'):
                app.key(key)
            assert app.focus().text == before, app.focus().text[-20:]
            assert app.quit() == 0


def all_of_them_replaced():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            app.key('ctrl+h')
            app.type('upheaval')
            app.wait_for('status bar', re.compile('^1 of [0-9]+$'))
            app.press_until('Tab', lambda n: n.name == 'Replace With')
            app.type('disruption')
            app.click(app.find('push button', 'Replace All'))
            app.wait_for('status bar', re.compile('replaced'))
            app.key('Escape')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name.startswith('Text of'), what='the text')
            app.wait_until(lambda: 'Joining up without disruption' in section(path), what='it saved')
            app.key('ctrl+z')
            app.wait_until(lambda: 'Joining up without upheaval' in section(path), what='it as it was')
            assert app.quit() == 0


def menu_offers(app, word):
    app.key('shift+F10')
    app.wait_for('menu item', 'Select All')
    offers = bool(app.find_all('menu item', word, on_screen=False))
    if not offers:
        app.key('Escape')
        app.wait_until(lambda: not app.find_all('menu item', 'Select All'), what='the menu closed')
    return offers


def a_word_put_right():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            to_text(app)
            app.type(' A colour, and goverment policy.')
            for _ in range(len('ment policy.')):
                app.key('Left')
            # What is underlined is seen by nobody but who opens the menu.
            app.wait_until(lambda: menu_offers(app, 'government'), what='the right word in the menu')
            app.press_until('Down', lambda n: n.name == 'government')
            app.key('Return')
            app.key('ctrl+s')
            app.wait_until(lambda: 'A colour, and government policy.' in section(path), what='the right word')
            assert app.quit() == 0


def welsh_in_an_english_text():
    """It is not known until it is marked as Welsh; its own mistakes are not known then, either."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            to_text(app)
            app.type(' iechyt')
            app.key('Left')
            app.wait_until(lambda: menu_offers(app, 'Ignore'), what='a word that no English dictionary has')
            app.key('Escape')
            app.key('End')
            app.key('ctrl+shift+Left')
            app.key('shift+F10')
            app.wait_for('menu item', 'Mark as Welsh', on_screen=False)
            app.press_until('Down', lambda n: n.name == 'Mark as Welsh')
            app.key('Return')
            app.key('Left', 'Right')
            app.wait_until(lambda: menu_offers(app, 'iechyd'), what='the right word in the menu')
            app.press_until('Down', lambda n: n.name == 'iechyd')
            app.key('Return')
            app.key('ctrl+s')
            app.wait_until(lambda: '[iechyd](lang:cy)' in command('list', 'sections', '--format', 'json', path), what='the right word')
            assert app.quit() == 0


def a_budget_set():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            to_text(app)
            app.click(app.find('push button', 'Word Budget'))
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Word Budget', what='the field')
            app.type('100\n')
            app.wait_for('label', re.compile('^1[0-9][0-9] of 100 words · [0-9]+ over$'))
            app.wait_for('list item', re.compile('^' + FIRST + ', 1[0-9][0-9]/100, .* over'))
            app.key('ctrl+z')
            app.wait_for('label', re.compile('^1[0-9][0-9] words$'))
            assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(enter_goes_from_a_heading_to_its_text, records_completed, records_browsed, a_number_is_left_alone, all_of_them_replaced, a_word_put_right, welsh_in_an_english_text,
                 a_budget_set))
