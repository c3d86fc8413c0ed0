#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Positions by keys: the matrix, the versions of a position, and how one has changed."""

import json
import sys
import time

from carebrief import CareBrief, command, folder, library_of, open_briefing, run

ORGANISATIONS = ('Labour, Care organisations and care models: Integrated care organisations in every area, '
                 'changed, 3 versions')
REPEAL = 'repeal the Health and Social Care Act and bring physical, mental and social care together'


def show_matrix(app):
    """Chooses the matrix, and has the focus in it."""
    app.key('alt+2')
    app.wait_for('page tab', 'Positions')
    app.press_until('Tab', lambda n: n.role in ('push button', 'toggle button') and n.name in ('List', 'Matrix'))
    app.key('Right', 'space')
    app.wait_for(None, 'Positions by Party and Theme')
    in_matrix(app)


def in_matrix(app):
    return app.press_until('Tab', lambda n: n.parent.name == 'Positions by Party and Theme' and ': ' in n.name)


def is_on(app, begins):
    return lambda: app.focus() is not None and app.focus().name.startswith(begins)


def press(app, key, begins):
    app.key(key)
    app.wait_until(is_on(app, begins), what=f'{begins!r} after {key}')


def the_matrix_by_keys():
    with folder() as data, CareBrief(data=data) as app:
        show_matrix(app)
        app.wait_until(is_on(app, 'Labour, Integrating health'), what='the first cell')
        press(app, 'Right', 'Labour, Pooled and merged budgets: not assessed')
        press(app, 'Right', ORGANISATIONS)
        press(app, 'Down', 'Conservatives, Care organisations')
        press(app, 'End', 'Conservatives, Savings')
        press(app, 'Home', 'Conservatives, Integrating')
        press(app, 'ctrl+End', 'Pulse, Savings')
        press(app, 'ctrl+Home', 'Labour, Integrating')
        app.key('Tab')
        app.wait_until(lambda: app.focus().parent.name != 'Positions by Party and Theme', what='the focus outside')
        app.key('shift+Tab')
        app.wait_until(is_on(app, 'Labour, Integrating'), what='the focus back where it was')
        app.key('Right', 'Right', 'Return')
        app.wait_for('label', 'Integrated care organisations in every area')
        assert app.quit() == 0


def the_matrix_where_there_is_little_room():
    """One party at a time; its position is opened and left again."""
    with folder() as data, CareBrief(data=data, window=(360, 640)) as app:
        show_matrix(app)
        app.press_until('Tab', lambda n: n.name.startswith('Labour, Integrating'))
        press(app, 'Right', 'Conservatives, Integrating')
        press(app, 'Down', 'Conservatives, Pooled and merged budgets: Integrate through the Better Care Fund')
        press(app, 'Down', 'Conservatives, Pooled and merged budgets: Devolve')
        app.key('Return')
        app.wait_for('push button', 'Back')
        app.wait_for('label', 'Devolve NHS money in Greater Manchester')
        app.key('alt+Left')
        app.wait_until(is_on(app, 'Conservatives, Pooled and merged budgets: Devolve'), what='the cell again')
        assert app.quit() == 0


def two_versions_are_compared():
    """By Tab to the versions, down to one of them, and right to what chooses it."""
    with folder() as data, CareBrief(data=data) as app:
        app.key('alt+2')
        app.wait_for('page tab', 'Positions')
        app.press_until('Tab', lambda n: n.role == 'list item')
        app.press_to_row('Integrated care organisations in every area')
        app.press_until('Tab', lambda n: n.name == 'Record a Change…')
        press(app, 'Tab', 'Welcome GP practices')
        press(app, 'Down', 'Set up integrated care organisations')
        press(app, 'Down', 'Ask every hospital trust')
        press(app, 'Right', 'Compare the version of September')
        app.key('space')
        app.wait_for('label', 'From: September (year not stated) [September 2014]\n'
                              'To: on Tuesday (date not given) [27 January 2015 (uncertain)]', on_screen=False)
        assert app.quit() == 0


def to(app, name):
    """Goes by Tab to a field of the form."""
    return app.press_until('Tab', lambda n: n.name.startswith(name), times=16)


def write(app, name, text):
    to(app, name)
    app.type(text)


def choose(app, name, letters, chosen):
    """Chooses a record for a field by some letters of it."""
    to(app, name + ': ')
    app.key('Return')
    app.wait_until(is_on(app, 'Find in '), what='the focus where one types')
    app.type(letters)
    app.key('Return')
    app.wait_until(is_on(app, f'{name}: {chosen}'), what=f'{chosen!r} chosen')


def versions_of(data, title):
    """The wordings of a position as the library has them, and its currency."""
    rows = {kind: json.loads(command('list', kind, '--format', 'json', library_of(data)))
            for kind in ('positions', 'position-versions', 'citations')}
    position = next(p for p in rows['positions'] if p['title'] == title)
    mine = [v for v in rows['position-versions'] if v['position'] == position['id']]
    cited = [c for c in rows['citations'] if c.get('position_version') in [v['id'] for v in mine]]
    return position, mine, cited


def told(data):
    """What the checks say of earlier wordings."""
    found = json.loads(command('check', '--json', library_of(data)))
    return [f['sentence'] for f in found['findings'] if f['check'] == 'earlier-wording']


def the_story_of_labour():
    """What Labour said of integrated care organisations in September 2014, and what it
    said in January 2015 and why: from nothing, by keys alone, within two minutes."""
    with folder() as data:
        with CareBrief(data=data) as app:
            show_matrix(app)
            press(app, 'Right', 'Labour, Pooled and merged budgets: not assessed')
            began = time.monotonic()
            app.key('Return')
            app.wait_until(is_on(app, 'Position in a Few Words'), what='the form')
            app.type('Organisations led by hospitals')
            write(app, 'Wording', 'Ask every hospital trust to form an organisation with GPs at the centre')
            write(app, 'Date, as Stated', 'September 2014')
            choose(app, 'Speaker', 'Burnham', 'Andy Burnham')
            write(app, 'Role as Stated', 'shadow health secretary')
            write(app, 'Venue', 'party conference')
            choose(app, 'Source', 'backs down', 'Labour backs down')
            write(app, 'Pinpoint', 'paragraph 3')
            app.key('Return')
            app.wait_for('label', 'Organisations led by hospitals')
            app.wait_for('push button', 'Record', gone=True)
            app.key('ctrl+shift+h')
            app.wait_until(is_on(app, 'Wording'), what='the form')
            app.type('Have such an organisation everywhere, not necessarily led by a hospital')
            write(app, 'Reason for Change', 'The Five Year Forward View showed different paths')
            write(app, 'Date, as Stated', '27 January 2015')
            choose(app, 'Speaker', 'Burnham', 'Andy Burnham')
            choose(app, 'Source', 'backs down', 'Labour backs down')
            app.key('ctrl+Return')
            app.wait_for('push button', 'Record', gone=True)
            app.wait_for(None, 'No party line and no briefing prints the earlier wording.')
            took = time.monotonic() - began
            print(f'# recorded in {took:.0f} seconds')
            assert took < 120, took
            app.key('ctrl+z')
            app.wait_for(None, 'Undid: Record a change of “Organisations led by hospitals”')
            app.key('ctrl+shift+z')
            app.wait_for(None, 'Redid: Record a change of “Organisations led by hospitals”')
            assert app.quit() == 0
        position, versions, citations = versions_of(data, 'Organisations led by hospitals')
        old = next(v for v in versions if v['stated'] == '2014-09')
        new = next(v for v in versions if v['stated'] == '2015-01-27')
        assert position['currency'] == 'current', position
        assert len(versions) == 2 and len(citations) == 2, (versions, citations)
        assert new['supersedes'] == old['id'] and not old.get('supersedes'), versions
        assert old['wording'].startswith('Ask every hospital trust'), old
        assert {c['position_version'] for c in citations} == {old['id'], new['id']}, citations

def a_briefing_that_prints_the_old_line():
    """It is told when the position changes, and in its checks until the line follows."""
    with folder() as data:
        with CareBrief(data=data) as app:
            app.key('alt+2')
            app.press_until('Tab', lambda n: n.role == 'list item')
            app.press_to_row('Repeal the Act and integrate three')
            app.key('ctrl+shift+h')
            app.wait_until(is_on(app, 'Wording'), what='the form')
            app.type('Would keep the Act')
            write(app, 'Reason for Change', 'It was consulted on')
            write(app, 'Date, as Stated', '3 June 2015')
            app.key('ctrl+Return')
            app.wait_for(None, '1 party line and 1 briefing still print the earlier wording.')
            app.wait_for(None, 'In “Integrating health and social care” · prints an earlier wording', on_screen=False)
            open_briefing(app)
            app.wait_for(None, 'Checks 5', timeout=20)
            assert told(data) == [f'“{REPEAL}” sums up an earlier wording: the newest is “Would keep the Act”'], told(data)
            for _ in range(5):
                app.key('F8')
                app.wait_still()
                if app.find_all('push button', 'Choose Wording…'):
                    break
            app.click(app.find('push button', 'Choose Wording…'))
            app.wait_until(is_on(app, 'Summarises: '), what='the wording that the line sums up')
            app.key('Return')
            app.wait_until(is_on(app, 'Find in '), what='the focus where one types')
            app.type('would keep')
            app.key('Return')
            app.wait_until(is_on(app, 'Summarises: Would keep the Act'), what='the newest wording')
            app.press_until('Tab', lambda n: n.role == 'text' and n.name == 'Line')
            app.key('ctrl+a', 'Delete')
            app.type('keep the Health and Social Care Act')
            app.key('Tab')
            open_briefing(app)
            app.wait_for(None, 'Checks 4', timeout=20)
            assert app.quit() == 0
        assert told(data) == []
        page = command('export', library_of(data), '--format', 'text', '--output', '-')
        assert 'Labour: keep the Health and Social Care Act' in page and REPEAL not in page, page


if __name__ == '__main__':
    sys.exit(run(the_matrix_by_keys, the_matrix_where_there_is_little_room, two_versions_are_compared,
                 a_briefing_that_prints_the_old_line, the_story_of_labour))
