#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands round the timeline: the day as of which it is, what is looked for in it, its
list, and what can be done where a mark stands."""

import datetime
import json
import re
import subprocess
import sys

from carebrief import CareBrief, click_in_menu, command, folder, library_of, run

JOINED_UP = 'Join health and social care fully across England'
MERGED = 'Merge the health and social care budget'
REMOVED = 'Make changes that remove barriers to integrated care'


def rows_of(data, plural):
    return json.loads(command('list', plural, '--format', 'json', library_of(data)))


def open_timeline(app):
    """With what was read: until then what is above the marks has not its last words, nor its place."""
    app.key('alt+4')
    app.wait_for('page tab', 'Timeline')
    app.wait_for(None, re.compile('^As of '))
    app.wait_for(None, re.compile('^Overdue, No Verdict [1-9]'), on_screen=False)


def list_marks(app):
    return app.find_all('push button', on_screen=False, where=lambda n: n.parent.name == 'Timeline of Pledges and Events')


def show_list(app):
    """The list, with its first row selected and in focus."""
    app.wait_for(None, re.compile('^As of '))
    app.key('ctrl+l')
    app.wait_until(lambda: app.focus_is('list item'), what='a row')


def go_to_row(app, title):
    """Goes through the list from its top to the row of that title, which may be the first of its group. Each
    step is waited for, or the row could be passed by."""
    def row():
        node = app.focus()
        return node.name if node is not None and node.role == 'list item' else ''
    app.key('Home')
    app.wait_until(lambda: re.match('(Due or )?Overdue', row()), what='the first row')
    while not re.search(rf'(^|, ){re.escape(title)}, ', row()):
        before = row()
        app.key('Down')
        app.wait_until(lambda: row() not in ('', before), what=f'the row after {before!r}')


def choose_day(app, text):
    """The button is where it is going to be once what is beside it has its words."""
    app.wait_still()
    app.click(app.wait_for('push button', re.compile('^As of ')))
    app.wait_until(lambda: app.focus_is('text'), what='where a day is typed')
    app.key('ctrl+a')
    app.type(text)
    app.key('Return')


def menu_of_row(app, item):
    """Opens the menu of the row in focus by its key, and chooses."""
    app.key('shift+F10')
    click_in_menu(app, item)


def as_of_june_2019(app):
    """A day on which three were overdue and nobody had judged them."""
    open_timeline(app)
    choose_day(app, '1 June 2019')
    app.wait_for('push button', 'Overdue, No Verdict 3')


def show_overdue(app):
    as_of_june_2019(app)
    app.click(app.wait_for('push button', 'Overdue, No Verdict 3'))
    app.wait_for(None, '3 of 82 shown: overdue without verdict')


def as_of_a_day():
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        app.wait_for('push button', 'As of 1 June 2019')
        app.wait_for('push button', 'Overdue, No Verdict 3')
        choose_day(app, 'soon')
        app.wait_for('alert', re.compile('^“soon” cannot be read'))
        app.key('Escape')
        choose_day(app, 'June 2014')
        app.wait_for('push button', 'As of 30 June 2014')
        app.wait_for('push button', 'Overdue, No Verdict 0')
        app.click(app.wait_for('push button', re.compile('^As of ')))
        app.click(app.wait_for('push button', 'Today'))
        app.wait_for('push button', 'As of 30 June 2014', gone=True)
        assert app.quit() == 0


def a_day_is_gone_to():
    """However near one looks: the day that is typed is in the middle then, and its line with it."""
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        app.press_until('Tab', lambda n: n.parent.name == 'Timeline of Pledges and Events')
        app.key(*['ctrl+plus'] * 6)
        app.wait_still()
        choose_day(app, '1 March 2014')
        app.wait_for('slider', 'As of 1 March 2014')
        app.wait_still()
        lanes = app.find('list', 'Timeline of Pledges and Events').extents()
        line = app.find('slider').extents()
        names = app.find('push button', re.compile('^Government .*, [0-9]+ entr')).extents()
        middle = (names[0] + names[2] + lanes[0] + lanes[2]) / 2
        assert abs(line[0] + line[2] / 2 - middle) < 40, (line, lanes, names)
        assert app.quit() == 0


def what_is_looked_for():
    """By chips and by menus, told in words, and taken back by one button."""
    with folder() as data, CareBrief(data=data) as app:
        show_overdue(app)
        app.click(app.wait_for('push button', 'Filter'))
        click_in_menu(app, 'Party or Body')
        click_in_menu(app, 'Liberal Democrats')
        app.wait_for(None, '1 of 82 shown: overdue without verdict, Liberal Democrats')
        app.wait_for('push button', re.compile(f'^Liberal Democrats: {MERGED}'))
        app.wait_until(lambda: len(list_marks(app)) == 1, what='no button for what is not there')
        show_list(app)
        app.wait_for('list item', re.compile(rf'^Overdue \(1\), {MERGED}'))
        app.click(app.wait_for('push button', 'Show All'))
        app.wait_for('push button', 'Overdue, No Verdict 3', on_screen=False)
        app.wait_for('list item', re.compile(r'^Overdue \(3\), '))
        assert app.quit() == 0


def make_parties(place, n, name='Party of District {:03}'):
    """A library in which each of many parties has pledged something."""
    path, source = place / 'many.carebrief', place / 'many.json'
    actors = [{'id': str(1000 + i), 'name': name.format(i), 'kind': 'party'} for i in range(n)]
    pledges = [{'id': str(20000 + i), 'title': f'Pledge {i:03}', 'kind': 'action', 'actor': str(1000 + i), 'made': '2019-03'}
               for i in range(n)]
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': {'actor': actors, 'pledge': pledges}}))
    command('new', path)
    command('import', path, source)
    return path


def one_of_many_parties():
    """By typing, and any again, in a window as small as any."""
    with folder() as place, CareBrief(make_parties(place, 500), window=(360, 640), size=(360, 640)) as app:
        app.key('alt+4')
        app.wait_for('list item', re.compile('Pledge 000'))
        app.click(app.wait_for('push button', 'Filter'))
        click_in_menu(app, 'Party or Body…')
        app.wait_until(lambda: app.focus_is('entry'), what='where letters are typed')
        app.type('district 437')
        app.wait_for('list item', re.compile('^Party of District 437'))
        app.wait_for('list item', re.compile('^Party of District 000'), gone=True)
        assert not app.find_all('push button', re.compile('^New Actor')), 'a filter makes nobody'
        app.key('Return')
        app.wait_for(None, '1 of 500 shown: Party of District 437')
        app.wait_for('list item', re.compile('Pledge 437'))
        app.wait_until(lambda: app.focus_is('push button') and app.focus().name == 'Filter', what='the focus where it was')
        app.click(app.wait_for('push button', 'Filter'))
        click_in_menu(app, 'Party or Body…')
        app.click(app.wait_for('push button', 'Any'))
        app.wait_for(None, re.compile('shown: '), gone=True)
        app.wait_for('list item', re.compile('Pledge (?!437)'))
        assert app.quit() == 0


def nothing_known_yet():
    """Before all that is recorded the view is not called empty; and a name may be one letter."""
    with folder() as place:
        path = make_parties(place, 1, name='A')
        with CareBrief(path) as app:
            app.key('alt+4')
            app.wait_for('push button', re.compile('^A: Pledge 000'))
            choose_day(app, '1 May 1900')
            app.wait_for('label', 'Nothing that is recorded was known on 1 May 1900.')
            app.click(app.wait_for('push button', 'As of Today'))
            app.wait_for('push button', re.compile('^A: Pledge 000'))
            assert app.quit() == 0


def nothing_matches():
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        app.wait_for('push button', 'Cannot Be Rated 0')
        app.click(app.wait_for('push button', 'Cannot Be Rated 0'))
        app.wait_for(None, '0 of 82 shown: cannot be rated')
        app.wait_for('label', 'Nothing Matches')
        app.click(app.find_all('push button', 'Show All')[-1])
        app.wait_for('label', 'Nothing Matches', gone=True)
        assert app.quit() == 0


def one_goal():
    """Integration by 2018, which three have promised: by its year and by how it stands, in one lane."""
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        app.key('ctrl+f')
        app.wait_until(lambda: app.focus_is('entry'), what='where words are typed')
        app.type('2018')
        app.wait_for(None, '9 of 82 shown: “2018”')
        app.click(app.wait_for('push button', 'Overdue, No Verdict 3'))
        app.wait_for(None, '3 of 82 shown: overdue without verdict, “2018”')
        app.click(app.wait_for('push button', 'Parties'))
        click_in_menu(app, 'One Lane')
        for who, what in (('Government', JOINED_UP), ('Conservatives', REMOVED), ('Liberal Democrats', MERGED)):
            app.wait_for('push button', re.compile(f'^{who}.*: {what}'))
        app.click(app.wait_for('push button', 'Show All'))
        app.wait_for('entry', 'Find in This View', gone=True)
        app.wait_for(None, re.compile('shown: '), gone=True)
        assert app.quit() == 0


def what_is_selected_stays_so():
    """From the list to the lanes and back, with the focus on it, also where another mark had it before."""
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        for row, name in ((REMOVED, f'Conservatives: {REMOVED}'), (MERGED, f'Liberal Democrats: {MERGED}'),
                          (JOINED_UP, f'Government (2010-15 coalition): {JOINED_UP}')):
            show_list(app)
            go_to_row(app, row)
            app.key('ctrl+l')
            app.wait_until(lambda: app.focus() is not None and app.focus().name.startswith(name), what=f'the mark of {row!r}')
        app.key('Down')
        app.wait_until(lambda: JOINED_UP not in app.focus().name, what='another mark')
        app.key('space')
        title = app.focus().name.split('. ')[0].split(': ', 1)[1]
        app.key('ctrl+l')
        app.wait_until(lambda: app.focus_is('list item') and title in app.focus().name, what=f'the row of {title!r}')
        assert app.quit() == 0


def rows_are_copied():
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        show_list(app)
        app.press_to_row(JOINED_UP)
        app.key('ctrl+c')
        app.wait_for(None, '1 row copied')
        rows = app.clipboard().splitlines()
        assert [row.split('\t')[:4] for row in rows] == [
            ['What', 'Who', 'Made', 'Due'],
            [JOINED_UP, 'Government (2010-15 coalition)', 'May 2013 (uncertain)', 'by 2018']], rows
        app.key('ctrl+alt+c')
        app.wait_for(None, '82 rows copied')
        rows = app.clipboard().splitlines()
        assert len(rows) == 83 and all(row.count('\t') == 8 for row in rows), rows
        assert app.quit() == 0


def copied_titles(app, n):
    """What is copied by the key, once that is told."""
    app.key('ctrl+c')
    app.wait_for(None, f'{n} rows copied')
    return [row.split('\t')[0] for row in app.clipboard().splitlines()[1:]]


def several_rows_are_copied():
    """By Shift and Control with keys and pointer, and by the menu; the row that is shown beside the list stays."""
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        show_list(app)
        app.key('ctrl+alt+c')
        app.wait_for(None, '82 rows copied')
        titles = [row.split('\t')[0] for row in app.clipboard().splitlines()[1:]]
        app.key('Home', 'shift+Down', 'shift+Down', 'shift+Down', 'shift+Up')
        assert copied_titles(app, 3) == titles[:3]
        app.click(app.wait_for('list item', re.compile(re.escape(titles[4]))), modifiers=('ctrl',))
        assert copied_titles(app, 4) == titles[:3] + titles[4:5]
        app.key('shift+F10')
        click_in_menu(app, 'Copy 4 Rows')
        app.wait_for(None, '4 rows copied')
        app.wait_until(lambda: app.focus_is('list item'), what='the list again')
        app.key('Delete')
        app.wait_for('alert', 'Only one row is deleted at a time. Select it alone.')
        app.click(app.wait_for('list item', re.compile(re.escape(titles[4]))), modifiers=('ctrl',))
        assert copied_titles(app, 3) == titles[:3]
        app.click(app.wait_for('list item', re.compile(re.escape(titles[0]))), modifiers=('ctrl',))
        assert copied_titles(app, 2) == titles[1:3], 'what is shown is no longer selected'
        app.key('ctrl+a')
        assert copied_titles(app, 82) == titles
        app.key('Home', 'ctrl+c')
        app.wait_for(None, '1 row copied')
        app.key('shift+End')
        assert copied_titles(app, 82) == titles
        assert app.quit() == 0


def more_is_selected_from_a_mark_on():
    """From the row of what was chosen in the lanes, and not from the first."""
    with folder() as data, CareBrief(data=data) as app:
        as_of_june_2019(app)
        show_list(app)
        go_to_row(app, MERGED)
        app.key('ctrl+l')
        app.wait_until(lambda: app.focus() is not None and app.focus().name.startswith(f'Liberal Democrats: {MERGED}'), what='its mark')
        app.key('Up', 'space')
        title = app.focus().name.split('. ')[0].split(': ', 1)[1]
        assert title != MERGED
        app.key('ctrl+l')
        app.wait_until(lambda: app.focus_is('list item') and title in app.focus().name, what=f'the row of {title!r}')
        app.key('shift+Down')
        assert copied_titles(app, 2)[0] == title
        assert app.quit() == 0


def what_another_process_works_in():
    """It is read only here: nothing is offered that would change it, and it is copied as ever."""
    with folder() as data, CareBrief(data=data) as first:
        open_timeline(first)
        with CareBrief(library_of(data)) as app:
            app.wait_for(None, 'Read-only')
            as_of_june_2019(app)
            show_list(app)
            app.press_to_row(JOINED_UP)
            app.key('shift+F10')
            app.wait_for('menu item', 'Copy All Rows')
            offered = [n.name for n in app.find_all('menu item', on_screen=False) if 'sensitive' in n.states]
            assert offered == ['Copy Row', 'Copy All Rows'], offered
            app.key('Escape')
            app.wait_until(lambda: app.focus_is('list item'), what='the row again')
            app.key('ctrl+c')
            app.wait_for(None, '1 row copied')
            assert app.quit() == 0
        assert first.quit() == 0


def a_new_event_where_one_stands():
    """The day as of which all is shown is filled in; it can be undone."""
    with folder() as data:
        with CareBrief(data=data) as app:
            as_of_june_2019(app)
            show_list(app)
            menu_of_row(app, 'New Event on 1 June 2019…')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Event', what='the title')
            app.type('A report comes out')
            app.key('Return')
            app.wait_for('label', 'A report comes out')
            assert app.quit() == 0
        event = next(e for e in rows_of(data, 'events') if e['title'] == 'A report comes out')
        assert event['happened'] == '2019-06-01', event


def a_milestone_where_one_stands():
    with folder() as data:
        with CareBrief(data=data) as app:
            as_of_june_2019(app)
            show_list(app)
            app.press_to_row(JOINED_UP)
            menu_of_row(app, 'Add Milestone on 1 June 2019…')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Milestone', what='the title')
            app.type('Half of England joined up')
            app.key('Return')
            app.wait_for('label', 'Half of England joined up')
            app.press_until('Tab', lambda n: n.role == 'push button')
            app.key('ctrl+z')
            app.wait_for(None, 'Undid: Add “Half of England joined up”')
            app.key('ctrl+shift+z')
            app.wait_for(None, 'Redid: Add “Half of England joined up”')
            assert app.quit() == 0
        milestone = next(m for m in rows_of(data, 'milestones') if m['text'] == 'Half of England joined up')
        assert milestone['due'] == '2019-06-01' and milestone['pledge'] == '11002', milestone


def a_reading_and_a_verdict_from_a_row():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_timeline(app)
            show_list(app)
            app.press_to_row(JOINED_UP)
            menu_of_row(app, 'Choose a Reading…')
            app.wait_for('push button', 'Choose')
            app.press_until('Up', lambda n: n.name == 'before the period named begins')
            app.key('space')
            app.click(app.wait_for('push button', 'Choose'))
            app.wait_for('push button', 'Choose', gone=True)
            app.wait_until(lambda: app.focus_is('list item'), what='the row again')
            menu_of_row(app, 'Cannot Be Rated')
            app.wait_for(None, re.compile('cannot be rated', re.IGNORECASE))
            app.wait_for('list item', re.compile(f'{JOINED_UP}.*cannot be rated'))
            assert app.quit() == 0
        deadline = next(d for d in rows_of(data, 'deadlines') if d['id'] == '14003')
        assert deadline['reading'] == 'strict', deadline
        verdict = next(v for v in rows_of(data, 'verdicts') if v['pledge'] == '11002' and v['whose'] == 'ours')
        assert verdict['delivery'] == 'cannot-be-rated', verdict


def a_menu_where_the_pointer_is():
    """On a mark, of its record and of the day below the pointer; by keys, of the mark in focus."""
    with folder() as data:
        with CareBrief(data=data) as app:
            show_overdue(app)
            mark = app.wait_for('push button', re.compile(f'^Government.*: {JOINED_UP}'))
            app.click(mark, button=3, at=(0.5, 0.8))
            app.wait_for('menu item', 'Choose a Reading…')
            offered = app.wait_for('menu item', re.compile('^New Event on ')).name
            day = datetime.datetime.strptime(offered, 'New Event on %d %B %Y…').date()
            assert datetime.date(2013, 5, 1) < day < datetime.date(2019, 6, 1), offered
            click_in_menu(app, offered)
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Event', what='the title')
            app.type('Half way there')
            app.key('Return')
            app.wait_for('label', 'Half way there')
            app.press_until('Tab', lambda n: n.name.startswith(f'Government (2010-15 coalition): {JOINED_UP}')
                            or n.name.startswith('Conservatives: ') or n.name.startswith('Liberal Democrats: '))
            app.key('shift+F10')
            app.wait_for('menu item', 'Record a Verdict…')
            app.wait_for('menu item', 'New Event on 1 June 2019…')
            app.key('Escape')
            assert app.quit() == 0
        event = next(e for e in rows_of(data, 'events') if e['title'] == 'Half way there')
        assert event['happened'] == str(day), event


def export(app, item, path):
    app.click(app.wait_for('push button', 'Timeline Menu'))
    click_in_menu(app, item)
    app.wait_for('push button', 'Export')
    app.wait_until(lambda: app.focus_is('text'), what='the name of the file')
    app.key('ctrl+a')
    app.type(str(path))
    app.key('Return')
    app.wait_for(None, f'Exported “{path.name}”')


def a_poster_and_a_calendar():
    """What is looked for as of the day that is chosen, and no more."""
    with folder() as data, CareBrief(data=data) as app:
        show_overdue(app)
        export(app, 'Export Poster on A4…', data / 'poster.pdf')
        export(app, 'Export Poster on A3…', data / 'poster.svg')
        export(app, 'Export Deadlines…', data / 'deadlines.ics')
        assert app.quit() == 0
        text = subprocess.run(['pdftotext', data / 'poster.pdf', '-'], capture_output=True, text=True, check=True).stdout
        assert 'Conservatives' in text and 'Labour' not in text, text
        size = subprocess.run(['pdfinfo', data / 'poster.pdf'], capture_output=True, text=True, check=True).stdout
        assert re.search(r'Page size: +841\.\d+ x 595\.\d+ pts \(A4\)', size), size
        assert '<svg' in (data / 'poster.svg').read_text()
        assert (data / 'deadlines.ics').read_text().count('BEGIN:VEVENT') >= 3


def in_a_narrow_window():
    """It is a list at first; what has no room is in the menus."""
    with folder() as data, CareBrief(data=data, window=(360, 640), size=(360, 640)) as app:
        open_timeline(app)
        app.wait_for('list item', re.compile(r'^Overdue \(3\), '))
        assert not app.find_all('push button', re.compile('^Slipped'))
        app.click(app.wait_for('push button', 'Filter'))
        click_in_menu(app, 'Slipped 1')
        app.wait_for(None, re.compile('^1 of 82 shown: slipped'))
        app.key('ctrl+l')
        app.wait_for(None, 'Timeline of Pledges and Events')
        assert app.quit() == 0


def a_mark_is_deleted_and_comes_back():
    """The keys go on from what stands beside it in the list, which is told of; nothing else goes with one more key."""
    with folder() as data, CareBrief(data=data, window=(1280, 800)) as app:
        open_timeline(app)
        app.wait_until(lambda: app.focus_is('push button') and app.focus().name.startswith('Government (2010-15 coalition): '), what='a mark')
        app.press_until('Down', lambda n: JOINED_UP in n.name)
        app.key('Delete')
        app.wait_for(None, re.compile(f'^Deleted “{JOINED_UP}”'))
        app.wait_until(lambda: app.focus_is('push button') and MERGED in app.focus().name, what='the next of the list')
        app.wait_until(lambda: JOINED_UP not in [p['title'] for p in rows_of(data, 'pledges')], what='it gone')
        # It is told of beside the lanes, too.
        app.wait_for('label', MERGED)
        # The key is for where the keys are; the button beside the lanes is another way.
        app.press_until('Tab', lambda n: n.name == 'Delete This Record')
        app.key('Delete')
        app.wait_still()
        assert app.focus().name == 'Delete This Record' and app.find_all('label', MERGED), app.focus()
        app.key('space')
        app.wait_for(None, re.compile(f'^Deleted “{MERGED}”'))
        app.wait_until(lambda: app.focus_is('push button') and 'Open pioneer areas' in app.focus().name, what='the next but one')
        app.key('ctrl+z', 'ctrl+z')
        app.wait_until(lambda: {JOINED_UP, MERGED} <= {p['title'] for p in rows_of(data, 'pledges')}, what='both again')
        assert app.quit() == 0


def what_was_scrolled_away_is_chosen():
    """In a form that is longer than the screen: a key brings back what has the focus, and what it opens has room."""
    with folder() as data, CareBrief(data=data, window=(360, 640), size=(360, 640)) as app:
        open_timeline(app)
        app.wait_for('list item', re.compile(r'^Overdue \(3\), '))
        app.wait_until(lambda: app.focus_is('list item'), what='a row')
        app.press_to_row(JOINED_UP)
        app.key('Return')
        app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.')
        app.press_until('Tab', lambda n: n.name.startswith('Extent: '))
        app.wait_still()
        while app.find_all('list item', re.compile('^Extent: ')):
            app.scroll(app.wait_for('list item', re.compile('^(by 2018|Spoken By|Made By|Theme: |Extent: )')), dy=-3)
            app.wait_still()
        app.key('space')
        app.wait_until(lambda: app.focus_is('entry'), what='where letters are typed')
        app.wait_for('list item', re.compile('^Extent: '))
        app.key('Escape')
        app.wait_until(lambda: app.focus().name.startswith('Extent: '), what='the row again')
        assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(as_of_a_day, a_day_is_gone_to, what_is_looked_for, one_of_many_parties, nothing_known_yet, nothing_matches, one_goal, what_is_selected_stays_so, rows_are_copied,
                 several_rows_are_copied, more_is_selected_from_a_mark_on, what_another_process_works_in, a_new_event_where_one_stands,
                 a_milestone_where_one_stands, a_reading_and_a_verdict_from_a_row, a_menu_where_the_pointer_is,
                 a_poster_and_a_calendar, a_mark_is_deleted_and_comes_back, in_a_narrow_window, what_was_scrolled_away_is_chosen))
