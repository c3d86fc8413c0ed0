#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done where a mark or a row of the timeline stands: each from the lanes and from
the list, seen there, undone, done again, and in the library then."""

import re
import sys

from carebrief import CareBrief, click_in_menu, folder, run
from test_pledges import choose as choose_word
from test_timeline_view import JOINED_UP, REMOVED, as_of_june_2019, choose_day, go_to_row, open_timeline, rows_of, show_list

LIST = 'Pledges and Events'
LANES = 'Timeline of Pledges and Events'


def stand(app, place, title):
    """The keys go to the mark or the row of that title."""
    show_list(app)
    go_to_row(app, title)
    if place == LANES:
        app.key('ctrl+l')
        app.wait_until(lambda: app.focus() is not None and app.focus().role == 'push button' and title in app.focus().name,
                       what=f'the mark of {title!r}')


def choose(app, item):
    app.key('shift+F10')
    click_in_menu(app, item)


def fill(app, field, text):
    """The title of a new record, and adds it."""
    app.wait_until(lambda: app.focus_is('text') and app.focus().name == field, what='the title')
    app.type(text)
    app.key('Return')
    app.wait_for('label', text)


def wait_told(app, place, title, words, gone=False):
    """Waits until the mark or the row of that title says so, or nothing does."""
    role = 'push button' if place == LANES else 'list item'
    app.wait_for(role, re.compile(f'{re.escape(title)}.*{words}', re.IGNORECASE), on_screen=False, gone=gone,
                 where=lambda n: n.parent.name == place)


def turn(app, what, check):
    """What was done is undone and done again: each is told, and seen. check: whether it is seen, or is not."""
    check(gone=False)
    app.press_until('Tab', lambda n: n.role == 'push button')
    app.key('ctrl+z')
    app.wait_for(None, f'Undid: {what}')
    check(gone=True)
    app.key('ctrl+shift+z')
    app.wait_for(None, f'Redid: {what}')
    check(gone=False)


def job(begin, title, act, what, told):
    """Does it from the lanes and from the list, each in a library of its own, of which its folder is returned.
    told: a title and the words that its mark or row has then only."""
    for place in (LANES, LIST):
        with folder() as data:
            with CareBrief(data=data) as app:
                begin(app)
                stand(app, place, title)
                act(app)
                turn(app, what, lambda gone: wait_told(app, place, *told, gone=gone))
                assert app.quit() == 0
            yield data


def as_of_june_2018(app):
    """Between two readings of "by 2018"."""
    open_timeline(app)
    choose_day(app, '1 June 2018')
    app.wait_for('push button', 'As of 1 June 2018')


def read_strictly(app):
    choose(app, 'Choose a Reading…')
    app.wait_for('push button', 'Choose')
    app.press_until('Up', lambda n: n.name == 'before the period named begins')
    app.key('space')
    app.click(app.wait_for('push button', 'Choose'))
    app.wait_for('push button', 'Choose', gone=True)


def a_reading_is_chosen():
    """What was open until then is overdue."""
    for data in job(as_of_june_2018, JOINED_UP, read_strictly, 'Choose a reading of “by 2018”', (JOINED_UP, 'overdue')):
        deadline = next(d for d in rows_of(data, 'deadlines') if d['id'] == '14003')
        assert deadline['reading'] == 'strict', deadline


def judge(app):
    choose(app, 'Record a Verdict…')
    app.wait_until(lambda: app.focus_is('combo box'), what='the form')
    choose_word(app, 'Delivery', 5)
    app.click(app.wait_for('push button', 'Record'))
    app.wait_for('push button', 'Record', gone=True)


def a_verdict_is_recorded():
    for data in job(open_timeline, JOINED_UP, judge, f'Judge “{JOINED_UP}”', (JOINED_UP, 'in progress')):
        verdicts = [v for v in rows_of(data, 'verdicts') if v['pledge'] == '11002']
        assert [(v['delivery'], v['whose']) for v in verdicts] == [('in-progress', 'ours')], verdicts


def a_limb_cannot_be_rated():
    """It is the limb that this is said of, and not the pledge."""
    for data in job(open_timeline, REMOVED, lambda app: choose(app, 'Cannot Be Rated'), f'“{REMOVED}” cannot be rated',
                    (REMOVED, 'cannot be rated')):
        verdict = next(v for v in rows_of(data, 'verdicts') if v.get('delivery') == 'cannot-be-rated')
        assert (verdict['pledge'], verdict['limb']) == ('11001', '12002'), verdict


def put_off(app):
    choose(app, 'New Deadline Set on 1 June 2019…')
    fill(app, 'Words', 'by the end of 2024')


def a_deadline_is_put_off():
    """The one before stays, and what was overdue is not any more."""
    for data in job(as_of_june_2019, JOINED_UP, put_off, 'Add “by the end of 2024”', (JOINED_UP, 'by the end of 2024')):
        words = {d['words']: d for d in rows_of(data, 'deadlines') if d['pledge'] == '11002'}
        assert set(words) == {'by 2018', 'by the end of 2024'}, words
        put = words['by the end of 2024']
        assert (put['due'], put['qualifier'], put['anchor']) == ('2024', 'end-of', '2019-06-01'), put


def add_milestone(app):
    choose(app, 'Add Milestone on 1 June 2019…')
    fill(app, 'Milestone', 'Half of England joined up')


def a_milestone_is_added():
    for data in job(as_of_june_2019, JOINED_UP, add_milestone, 'Add “Half of England joined up”', ('Half of England joined up', '1 June 2019')):
        milestone = next(m for m in rows_of(data, 'milestones') if m['text'] == 'Half of England joined up')
        assert (milestone['due'], milestone['pledge']) == ('2019-06-01', '11002'), milestone


def add_event(app):
    choose(app, 'New Event on 1 June 2019…')
    fill(app, 'Event', 'A report comes out')


def an_event_is_added():
    for data in job(as_of_june_2019, JOINED_UP, add_event, 'Add “A report comes out”', ('A report comes out', '1 June 2019')):
        event = next(e for e in rows_of(data, 'events') if e['title'] == 'A report comes out')
        assert event['happened'] == '2019-06-01', event


if __name__ == '__main__':
    sys.exit(run(a_reading_is_chosen, a_verdict_is_recorded, a_limb_cannot_be_rated, a_deadline_is_put_off, a_milestone_is_added,
                 an_event_is_added))
