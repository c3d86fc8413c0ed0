#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pledges by keys: a deadline is read, a pledge judged in three parts, and one told that
cannot be rated."""

import json
import re
import sys

from carebrief import CareBrief, command, folder, library_of, open_briefing, run
from test_records import add_box, add_item, page_of

JOINED_UP = 'Join health and social care fully across England'


def rows_of(data, plural):
    return json.loads(command('list', plural, '--format', 'json', library_of(data)))


def open_pledge(app, title):
    """Opens a pledge from the list of the timeline."""
    app.key('alt+4')
    app.wait_for('page tab', 'Timeline')
    app.press_until('Tab', lambda n: n.role in ('push button', 'toggle button') and n.name in ('List', 'Lanes'))
    app.key('Left', 'space')
    app.press_until('Tab', lambda n: n.role == 'list item')
    app.press_to_row(title)
    app.wait_for('label', title)


def is_on(app, begins):
    return lambda: app.focus() is not None and app.focus().name.startswith(begins)


def choose(app, name, times):
    """Chooses a word of a field of fixed choices, so many below the one that it has."""
    app.press_until('Tab', lambda n: n.role == 'combo box' and n.name == name)
    app.key('Return')
    app.wait_until(lambda: app.focus_is('list item'), what='the words to choose from')
    app.key(*['Down'] * times, 'Return')
    app.wait_until(lambda: app.focus_is('combo box'), what='the field again')


def a_deadline_is_read():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_pledge(app, JOINED_UP)
            app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith('by 2018'))
            app.key('Return')
            app.wait_for('list item', 'before the financial year begins')
            app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith('before the period named begins'))
            app.key('Return')
            app.wait_for('push button', 'Choose')
            app.wait_until(is_on(app, 'Choose later'), what='what is chosen so far')
            app.press_until('Up', lambda n: n.name == 'before the period named begins')
            app.key('space')
            app.press_until('Tab', lambda n: n.name == 'Reason for Reading')
            app.type('As the letter of invitation puts it')
            app.key('Return')
            app.wait_for('push button', 'Choose', gone=True)
            app.wait_for(None, '“by 2018”: due by 31 December 2017.')
            app.key('ctrl+z')
            app.wait_for(None, 'Undid: Choose a reading of “by 2018”')
            app.key('ctrl+shift+z')
            app.wait_for(None, 'Redid: Choose a reading of “by 2018”')
            assert app.quit() == 0
        deadline = next(d for d in rows_of(data, 'deadlines') if d['id'] == '14003')
        assert deadline['reading'] == 'strict' and deadline['reading_by'], deadline


def what_is_opened_from_a_record_and_left_again():
    """The focus is on the way back, and then on what was opened."""
    with CareBrief() as app:
        open_pledge(app, JOINED_UP)
        app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith('Torbay'))
        app.press_until('Down', lambda n: n.name.startswith('An official evaluation'))
        app.key('Return')
        app.wait_until(is_on(app, 'Back'), what='the focus on the way back')
        app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith('Pledge: '))
        app.key('alt+Left')
        app.wait_until(is_on(app, 'An official evaluation'), what='the focus on what was opened')
        app.key('Return')
        app.wait_until(is_on(app, 'Back'), what='the focus on the way back again')
        app.key('Return')
        app.wait_until(is_on(app, 'An official evaluation'), what='the focus on what was opened, by the button')
        assert app.quit() == 0


def a_deadline_is_typed():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_pledge(app, JOINED_UP)
            app.press_until('Tab', lambda n: n.name == 'Add Deadline')
            app.key('space')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Words', what='the words')
            app.type('by the end of this Parl')
            app.wait_for('label', '“by the end of this Parl” is kept as it is, but no date can be read in it: if it names one, '
                         'choose a qualifier and enter the date.')
            app.type('iament')
            app.wait_for('label', '“by the end of this Parliament”: due by 30 March 2015.')
            app.key('Return')
            app.wait_for('label', 'New Deadline', gone=True)
            app.wait_for('list item', 'by the end of this Parliament', on_screen=False)
            assert app.quit() == 0
        deadline = next(d for d in rows_of(data, 'deadlines') if d['words'] == 'by the end of this Parliament')
        assert (deadline['qualifier'], deadline['due'], deadline['anchor']) == (
            'end-of', '2010-05-18/2015-03-30', '2013-05?'), deadline


def a_date_is_read():
    """One that was written down before it was known when it was said, found by searching."""
    with folder() as data:
        with CareBrief(data=data) as app:
            app.wait_for('push button', 'Open Briefing')
            app.key('ctrl+shift+f')
            app.wait_until(lambda: app.focus_is('entry'), what='where to search')
            app.type('kind:deadline September')
            app.wait_for('list item', re.compile('^in September'))
            app.key('Down', 'Return')
            app.wait_for('list item', re.compile('^Read the Date in the Words'))
            app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith('Read the Date in the Words'))
            app.key('Return')
            app.wait_for('list item', re.compile('^before the period named begins'))
            app.key('ctrl+s')
            assert app.quit() == 0
        deadline = next(d for d in rows_of(data, 'deadlines') if d['id'] == '14008')
        assert (deadline['due'], deadline['anchor']) == ('2013-09?', '2013-05?'), deadline


def a_pledge_is_judged():
    """And the briefing that shows it says so."""
    with folder() as data:
        with CareBrief(data=data) as app:
            open_briefing(app)
            add_box(app, 'Timeline')
            app.type('Joined up by 2018')
            add_item(app, 'Pledges, Events', JOINED_UP)
            app.key('alt+Left')
            open_pledge(app, JOINED_UP)
            app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.')
            app.key('ctrl+shift+j')
            app.wait_until(lambda: app.focus_is('combo box'), what='the form')
            choose(app, 'Delivery', 5)
            choose(app, 'Timeliness', 5)
            choose(app, 'Strength of the Evidence', 2)
            app.press_until('Tab', lambda n: n.name == 'Reasoning')
            app.type('Progress in places, and not across England.')
            app.key('ctrl+Return')
            app.wait_for('push button', 'Record', gone=True)
            app.wait_for(None, 'Delivery: in progress · Timeliness: missed · Evidence: moderate')
            app.wait_for('list', 'Our Verdict', on_screen=False)
            assert app.quit() == 0
        verdict = next(v for v in rows_of(data, 'verdicts') if v['pledge'] == '11002')
        assert (verdict['whose'], verdict['delivery'], verdict['timeliness']) == ('ours', 'in-progress', 'missed'), verdict
        page = page_of(library_of(data))
        assert f'{JOINED_UP} (in progress, missed)' in page, page


def what_is_missing_has_the_focus():
    """Where it is out of sight, too: one goes on typing, and the form is done."""
    with folder() as data:
        with CareBrief(data=data) as app:
            open_pledge(app, JOINED_UP)
            app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.')
            app.key('ctrl+shift+j')
            app.wait_until(lambda: app.focus_is('combo box'), what='the form')
            app.press_until('Tab', lambda n: n.name == 'Reasoning')
            app.type('Half of it.')
            app.key('ctrl+Return')
            app.wait_until(is_on(app, 'Delivery'), what='the focus on what comes first of what is asked for')
            choose(app, 'Delivery', 5)
            app.press_until('Tab', lambda n: n.name == 'Judged On')
            app.press_until('shift+Tab', lambda n: n.name == 'Pinpoint')
            app.type('p. 3')
            app.press_until('Tab', lambda n: n.name == 'Reviewer')
            app.key('ctrl+Return')
            app.wait_until(is_on(app, 'Add Evidence'), what='the focus on the evidence that is missing')
            app.wait_for('text', 'Add Evidence')
            app.type('Pilots began in fourteen places.')
            app.key('ctrl+Return')
            app.wait_until(is_on(app, 'Bearing'), what='the focus on what the evidence bears on')
            choose(app, 'Bearing', 1)
            app.key('ctrl+Return')
            app.wait_until(is_on(app, 'Source of the Evidence'), what='the focus on the source that is missing')
            app.key('Escape')
            app.wait_for('push button', 'Record', gone=True)
            assert app.quit() == 0


def one_that_cannot_be_rated():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_pledge(app, JOINED_UP)
            app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.')
            app.key('ctrl+shift+b')
            app.wait_for(None, f'“{JOINED_UP}” cannot be rated')
            app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.', gone=True)
            app.key('ctrl+z')
            app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.')
            app.key('ctrl+shift+z')
            app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.', gone=True)
            assert app.quit() == 0
        verdict = next(v for v in rows_of(data, 'verdicts') if v['pledge'] == '11002')
        assert verdict['delivery'] == 'cannot-be-rated' and verdict['judged'], verdict


if __name__ == '__main__':
    sys.exit(run(what_is_opened_from_a_record_and_left_again, a_deadline_is_read, a_deadline_is_typed, a_date_is_read,
                 a_pledge_is_judged, what_is_missing_has_the_focus, one_that_cannot_be_rated))
