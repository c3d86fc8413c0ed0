#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who people were and what bodies were called, by keys: a record is found by its name, what is
known of its time is entered, and the page says the rest."""

import re
import sys

from carebrief import CareBrief, folder, open_briefing, run
from test_files import make_library
from test_records import add_box, choose, page_of, records


def open_found(app, typed, begins):
    """Goes to a record by searching everywhere."""
    app.key('ctrl+shift+f')
    app.wait_until(lambda: app.focus_is('entry'), what='where to search')
    app.key('ctrl+a')
    app.type(typed)
    app.wait_for('list item', re.compile('^' + re.escape(begins)))
    app.press_until('Down', lambda n: n.name.startswith(begins), times=8)
    app.key('Return')


def add(app, what, name, fields):
    """Adds what belongs to a record, by its form."""
    app.press_until('Tab', lambda n: n.role == 'push button' and n.name == f'Add {what}')
    app.key('Return')
    app.wait_until(lambda: app.focus_is('text') and app.focus().name == name, what='the form')
    app.type(fields[0][1])
    for label, words in fields[1:]:
        app.press_until('Tab', lambda n, label=label: n.role == 'text' and n.name == label)
        app.type(words)
    app.key('Return')
    app.wait_until(lambda: app.focus_is('push button') and app.focus().name == f'Add {what}', what='it added')


def write(app, field, words):
    """Types over a field of a record; leaving it gives it to the library."""
    app.press_until('Tab', lambda n: n.role == 'text' and n.name == field)
    app.key('ctrl+a', 'Delete')
    app.type(words)
    app.key('Tab')


def said(path, begins):
    return next(q for q in records(path, 'quotations') if q['text'].startswith(begins)).get('said')


def the_keys_go_on_from_what_was_found():
    """From its row or its mark; from its name where it has neither."""
    with folder() as place, CareBrief(make_library(place)) as app:
        for typed, begins, role in (('long term plan', 'NHS Long Term Plan published', 'push button'),
                                    ('devolve nhs money', 'Devolve NHS money', 'list item'),
                                    ('innovation fund', 'Innovation fund', 'table cell')):
            open_found(app, typed, begins)
            app.wait_until(lambda r=role, b=begins: app.focus_is(r) and b in app.focus().name, what=begins)
        open_found(app, 'frank dobson', 'Frank Dobson')
        app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Frank Dobson', what='his name')
        assert app.quit() == 0


def a_post_is_worked_out():
    """“then Health Secretary” is typed by nobody."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_found(app, 'jeremy hunt', 'Jeremy Hunt')
            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Jeremy Hunt', what='his name')
            add(app, 'Role', 'Post', (('Post', 'Minister for Culture'), ('From', 'May 2010'), ('Until', 'September 2012')))
            app.wait_for('list item', re.compile('^Minister for Culture'), on_screen=False)
            app.wait_for('label', 'from May 2010 until September 2012', on_screen=False)
            open_found(app, 'kind:quotation berlin', 'Berlin Wall')
            choose(app, 'Speaker: ', 'People', 'Hunt', 'Speaker: Jeremy Hunt')
            write(app, 'Role as Stated', '')
            write(app, 'Said', 'June 2011')
            app.wait_until(lambda: said(path, 'Berlin Wall') == '2011-06', what='the date')
            open_briefing(app)
            add_box(app, 'Pull Quote')
            app.type('On walls')
            choose(app, 'Quotation: ', 'Quotations', 'Berlin', 'Quotation: ')
            app.wait_until(lambda: 'Jeremy Hunt, then Minister for Culture' in page_of(path), what='his post then')
            assert app.quit() == 0


def a_name_is_that_of_its_time():
    """What a body was called then, in what it said then."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_found(app, 'kind:actor "nhs england"', 'NHS England')
            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'NHS England', what='its name')
            add(app, 'Alias', 'Other Name', (('Other Name', 'NHS Commissioning Board Authority'), ('Used Until', 'March 2013')))
            app.wait_for('label', 'until March 2013', on_screen=False)
            open_found(app, 'kind:quotation "breaking down"', 'breaking down')
            write(app, 'Said', 'June 2012')
            app.wait_until(lambda: said(path, 'breaking down') == '2012-06', what='the date')
            open_briefing(app)
            add_box(app, 'Pull Quote')
            app.type('On barriers')
            choose(app, 'Quotation: ', 'Quotations', 'breaking', 'Quotation: ')
            app.wait_until(lambda: 'NHS Commissioning Board Authority, June 2012' in page_of(path), what='its name then')
            assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(the_keys_go_on_from_what_was_found, a_post_is_worked_out, a_name_is_that_of_its_time))
