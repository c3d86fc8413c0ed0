#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done is taken back: by pointer from the bin, by keys in a text, and with a
copy where the library cannot be saved."""

import re
import sys

from carebrief import CareBrief, click_menu_item, command, folder, open_briefing, run
from test_files import make_library

# There is a list of figures where a table has no room.
SMALL = (880, 800)
DELETED, NEXT = 'GP appointment guarantee', 'Healthcare fund'
REFUSED = 'Better Care Fund: announced minimum'


def selected(app):
    return [n.name for n in app.find_all('list item', states=('selected',), where=lambda n: n.parent.name == 'Figures')]


def choose(app, name):
    app.click(app.scroll_into_view(app.row(name, 'Figures')))
    app.wait_until(lambda: app.focus_is('list item') and app.focus().name.startswith(name), what=f'the focus on {name}')


def menu(app, name):
    app.click(app.find('push button', 'Main Menu', index=0))
    click_menu_item(app, name)


def acts(path):
    return command('history', path).count('\n')


def a_click_in_a_new_view_chooses_and_delete_takes_that():
    with CareBrief(window=SMALL) as app:
        app.click(app.find('page tab', 'Figures'))
        app.wait_for('list item', re.compile(f'^{REFUSED}'))
        choose(app, REFUSED)
        app.key('Delete')
        app.wait_for(None, re.compile('cannot be deleted'))
        assert selected(app)[0].startswith(REFUSED), 'what is not deleted is still chosen'
        choose(app, DELETED)
        app.key('Delete')
        app.wait_until(lambda: selected(app)[0].startswith(NEXT), what='the next figure chosen')
        app.wait_until(lambda: app.focus_is('list item') and app.focus().name.startswith(NEXT), what='the focus on it')
        assert app.quit() == 0


def the_bin_gives_back_by_pointer_each_time():
    with CareBrief(window=SMALL) as app:
        app.click(app.find('page tab', 'Figures'))
        app.wait_for('list item', re.compile(f'^{REFUSED}'))
        for _ in range(3):
            choose(app, DELETED)
            app.click(app.find('push button', 'Delete This Record'))
            app.wait_for(None, re.compile('^Deleted'))
            menu(app, 'Bin')
            app.wait_for('push button', re.compile('^Restore'))
            assert len(app.find_all('push button', re.compile('^Restore'))) == 1, 'it is in the bin once'
            app.click(app.find('push button', f'Restore “{DELETED}”'))
            app.wait_until(lambda: not app.find_all('push button', re.compile('^Restore')), what='an empty bin')
            app.key('Escape')
            app.wait_for('push button', 'Main Menu')
        assert app.quit() == 0


def a_text_is_undone_change_by_change():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            before = acts(path)
            app.click(app.find('text', re.compile('^Text of|^Standfirst')))
            app.key('ctrl+Home')
            app.type('One two. ')
            app.wait_until(lambda: acts(path) == before + 1, what='the first words saved')
            app.key('ctrl+End')
            app.type(' Three four.')
            app.wait_until(lambda: acts(path) == before + 2, what='the last words saved')
            for turns in (3, 4):
                app.key('ctrl+z')
                app.wait_until(lambda turns=turns: acts(path) == before + turns, what='a change taken back')
            found = command('search', '"One two"', path) + command('search', '"Three four"', path)
            assert 'One two' not in found and 'Three four' not in found, found
            assert app.quit() == 0


def the_import_is_undone_from_its_briefing():
    """Where nothing is left, nothing is offered to be opened."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            app.key('ctrl+z')
            app.wait_for('label', 'No Briefings Yet')
            app.wait_until(lambda: not app.find_all('push button', 'Open Briefing'), what='no button that opens nothing')
            app.key('ctrl+shift+z')
            app.wait_for('push button', 'Open Briefing')
            assert app.quit() == 0


def what_was_done_before_a_heading_is_undone_from_it():
    """An entry has no undo of its own where what is typed is saved."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            before = acts(path)
            heading = app.find('text', 'Heading')
            said = heading.text
            app.click(heading)
            app.key('ctrl+End')
            app.type(' anew')
            app.wait_until(lambda: acts(path) == before + 1, what='the heading saved')
            app.key('ctrl+z')
            app.wait_text('text', 'Heading', said)
            app.key('ctrl+shift+z')
            app.wait_text('text', 'Heading', f'{said} anew')
            assert app.quit() == 0


def that_nothing_is_left_is_told():
    """In a list, in a heading and in a text, once."""
    with folder() as place, CareBrief(make_library(place)) as app:
        open_briefing(app)
        app.key('ctrl+shift+z')
        app.wait_for('alert', 'There is nothing to redo')
        app.click(app.find('text', 'Heading'))
        app.key('ctrl+shift+z', 'ctrl+shift+z')
        app.wait_for('alert', 'There is nothing to redo')
        app.click(app.find('text', re.compile('^Text of|^Standfirst')))
        app.key('ctrl+z')
        app.wait_for('label', 'No Briefings Yet')
        app.key('ctrl+z', 'ctrl+z')
        app.wait_for('alert', 'There is nothing to undo')
        app.wait_until(lambda: len(app.find_all('alert')) == 1, what='it told once')
        assert app.quit() == 0


def where_the_focus_is_when_its_row_goes():
    """In the list, on what is selected then, and not on the button that deletes that."""
    with folder() as place, CareBrief(make_library(place)) as app:
        app.key('alt+5')
        app.wait_until(lambda: app.focus_is('list item', 'Sources'), what='the focus in the list')
        app.paste('https://example.org/a-plan')
        app.wait_for(None, '1 source added')
        app.key('alt+5')
        app.wait_until(lambda: app.focus_is('list item', 'Sources'), what='the focus in the list again')
        app.key('ctrl+z')
        app.wait_for(None, re.compile('^Undid: Add source'))
        app.wait_until(lambda: app.focused is not None and app.focused.role == 'list item' and 'selected' in app.focused.states,
                       what='the focus on a row')
        app.key('Down')
        app.wait_until(lambda: app.focus_is('list item', 'Sources'), what='the focus on the next')
        assert app.quit() == 0


def what_is_brought_back_to_a_view_that_is_not_seen():
    """The view is empty when it is left: the focus is in its list later, not on what has made way for that."""
    with folder() as place, CareBrief(make_library(place)) as app:
        app.key('alt+1')
        app.wait_until(lambda: app.focus_is('list item', 'Briefings'), what='the focus in the list')
        app.key('Delete')
        app.wait_for('label', 'No Briefings Yet')
        app.key('alt+3')
        app.wait_until(lambda: app.focus_is('table cell'), what='the focus in the figures')
        app.key('ctrl+z')
        app.wait_for(None, re.compile('^Undid: Delete'))
        app.key('alt+1')
        app.wait_until(lambda: app.focus_is('list item', 'Briefings'), what='the focus in the list again')
        assert app.quit() == 0


def enter_pressed_twice_where_there_is_little_room():
    """It goes to a record and back, and deletes nothing."""
    with folder() as place, CareBrief(make_library(place), window=(360, 640)) as app:
        app.key('alt+2')
        app.wait_until(lambda: app.focus_is('list item', 'Positions'), what='the focus in the list')
        app.key('Return')
        app.wait_until(lambda: app.focus_is('push button') and app.focus().name == 'Back', what='the focus on the way back')
        app.key('Return')
        app.wait_until(lambda: app.focus_is('list item', 'Positions'), what='the focus in the list again')
        app.key('alt+1')
        app.wait_until(lambda: app.focus_is('list item', 'Briefings'), what='the focus in the list of briefings')
        app.key('Return')
        app.wait_until(lambda: app.focus_is('push button') and app.focus().name == 'Open Briefing', what='the focus on what opens it')
        app.key('Return')
        app.wait_for('push button', 'Export as PDF…')
        assert app.quit() == 0


def a_library_that_was_moved_goes_on_in_its_copy():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path, window=SMALL) as app:
            app.click(app.find('page tab', 'Figures'))
            app.wait_for('list item', re.compile(f'^{REFUSED}'))
            path.rename(place / 'moved.carebrief')
            choose(app, REFUSED)
            app.click(app.find('text', 'Value'))
            app.key('ctrl+a')
            app.type('£8bn\n')
            app.wait_for(None, re.compile('^Not saved:'))
            app.click(app.find('push button', 'Save a Copy…'))
            app.wait_for('push button', 'Save')
            app.key('ctrl+a')
            app.type(f'{place}/copy.carebrief\n')
            app.wait_until(lambda: (place / 'copy.carebrief').exists() and app.find_all('page tab')
                           and not app.find_all(None, re.compile('^Not saved')), what='the copy shown', timeout=30)
            assert app.quit() == 0
        assert '£8 billion' in command('list', 'figures', place / 'copy.carebrief')


if __name__ == '__main__':
    sys.exit(run(that_nothing_is_left_is_told, a_click_in_a_new_view_chooses_and_delete_takes_that, the_bin_gives_back_by_pointer_each_time,
                 a_text_is_undone_change_by_change, what_was_done_before_a_heading_is_undone_from_it,
                 the_import_is_undone_from_its_briefing, where_the_focus_is_when_its_row_goes,
                 enter_pressed_twice_where_there_is_little_room, what_is_brought_back_to_a_view_that_is_not_seen,
                 a_library_that_was_moved_goes_on_in_its_copy))
