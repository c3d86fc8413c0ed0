#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In every kind of text field the keys of editing are the text's: they undo, select,
copy, paste, delete and go to its ends, and do nothing to records."""

import functools
import re
import sys

from carebrief import CareBrief, command, folder, library_of, open_briefing, run

SECTION = 'Will it save money?'
FIGURE = 'Better Care Fund: announced minimum'


def field(app, name):
    return app.wait_for(('text', 'entry'), name)


def text(app, name):
    return field(app, name).text or ''


def reads(app, name, expected):
    app.wait_until(lambda: text(app, name) == expected, 10, f'{expected!r} in {name}, which reads {text(app, name)!r}')


def press(app, *keys):
    for key in keys:
        app.key(key)


def keys_are_the_texts(app, name):
    """With the focus in the field: what it holds is lost, and only that."""
    press(app, 'ctrl+a', 'Delete')
    reads(app, name, '')
    app.type('amber')
    reads(app, name, 'amber')
    press(app, 'Home', 'Delete')
    reads(app, name, 'mber')
    press(app, 'End')
    app.type('s')
    reads(app, name, 'mbers')
    press(app, 'ctrl+a', 'ctrl+c', 'Delete')
    reads(app, name, '')
    press(app, 'ctrl+v', 'ctrl+v')
    reads(app, name, 'mbersmbers')
    press(app, 'ctrl+z')
    app.wait_until(lambda: text(app, name) != 'mbersmbers', what=f'undoing to change {name}')
    assert not app.find_all('alert', re.compile('^Deleted')), 'a record was deleted instead'


def records(path):
    return {kind: command('list', kind, path).count('\n') for kind in ('figures', 'sections', 'boxes', 'sources')}


def show_figure(app):
    app.key('alt+3')
    app.wait_until(lambda: app.focus_is('table cell'), what='the focus in the table of figures')
    app.press_to_row(FIGURE)
    app.wait_for('text', 'Figure', where=lambda n: n.text == FIGURE)


def in_a_field_of_a_line(app):
    show_figure(app)
    app.click(field(app, 'As Stated'))
    keys_are_the_texts(app, 'As Stated')
    press(app, 'Escape')


def in_a_field_of_a_value(app):
    show_figure(app)
    app.click(field(app, 'Value'))
    keys_are_the_texts(app, 'Value')
    press(app, 'Escape')


def in_a_field_of_paragraphs(app):
    app.key('alt+1')
    app.wait_for('text', 'Standfirst')
    app.click(field(app, 'Standfirst'))
    keys_are_the_texts(app, 'Standfirst')


def in_the_text_of_a_section(app):
    open_briefing(app)
    app.press_to_row(SECTION)
    app.key('Return')
    name = app.wait_for('text', re.compile('^Text of ')).name
    app.click(field(app, name), at=(0.1, 0.1))
    keys_are_the_texts(app, name)


def in_a_heading(app):
    app.click(field(app, 'Heading'))
    keys_are_the_texts(app, 'Heading')
    press(app, 'Escape', 'alt+Left')
    app.wait_for('page tab', 'Briefings')


def in_the_search(app, key, name):
    app.key(key)
    app.wait_until(lambda: app.focus_is('entry'), what='the focus in the search')
    keys_are_the_texts(app, name)
    press(app, 'Escape', 'Escape')
    app.wait_for('page tab', 'Briefings')


def named(function, name, *arguments):
    case = functools.partial(function, *arguments)
    case.__name__ = name
    return case


def main():
    with folder() as data, CareBrief(data=data) as app:
        before = {}

        def nothing_else_was_changed():
            assert app.quit() == 0
            assert records(library_of(data)) == before

        with folder() as other, CareBrief(data=other) as first:
            first.quit()
            before.update(records(library_of(other)))
        return run(named(in_a_field_of_a_line, 'in a field of a line', app),
                   named(in_a_field_of_a_value, 'in a field of a value', app),
                   named(in_a_field_of_paragraphs, 'in a field of paragraphs', app),
                   named(in_the_text_of_a_section, 'in the text of a section', app),
                   named(in_a_heading, 'in a heading', app),
                   named(in_the_search, 'in the search', app, 'ctrl+shift+f', 'Search Everywhere'),
                   named(in_the_search, 'in the search of a view', app, 'ctrl+f', re.compile('^Find')),
                   nothing_else_was_changed)


if __name__ == '__main__':
    sys.exit(main())
