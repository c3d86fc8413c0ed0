#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reviewer puts a briefing in review, notes something about a section, resolves it and
deletes another note, all by keyboard."""

import json
import re
import sys

from carebrief import CareBrief, command, folder, library_of, open_briefing, run

SECTION = 'Two systems from the start'


def add_note(app, text):
    """From the outline, which has the focus, by the menu of what is selected."""
    app.press_until('Tab', lambda n: n.name == 'Change What Is Selected')
    app.key('Return')
    app.wait_for('menu item', re.compile('^Add Review Note'))
    app.key('n')
    app.wait_for('text', 'Note')
    app.type(text)
    app.key('Return')


def review():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_briefing(app)

            # The stage is below the outline.
            app.press_until('Tab', lambda n: n.name == 'Stage: Draft')
            app.key('Return')
            app.wait_for('menu item', 'In Review')
            app.key('i')
            app.wait_for('push button', 'Stage: In review')

            # A note on a section, and one on the whole briefing.
            app.press_until('Tab', lambda n: n.role == 'list item' and n.parent.name == 'Outline')
            app.press_to_row(SECTION)
            add_note(app, 'Who says so?')
            app.wait_for('page tab', 'Notes 1')
            app.press_until('shift+Tab', lambda n: n.role == 'list item' and n.parent.name == 'Outline')
            app.key('Home')
            add_note(app, 'Too long')
            app.wait_for('page tab', 'Notes 2')

            # Gone to from the list, resolved beside it, and the other one deleted.
            app.press_until('Tab', lambda n: n.role == 'list item' and n.parent.name == 'Review Notes')
            app.press_to_row('Open, Who says so?')
            app.key('Return')
            app.wait_for('text', re.compile('^Text of ' + re.escape(SECTION)))
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Resolve')
            app.key('space')
            app.wait_for('page tab', 'Notes 1')
            app.wait_for('push button', 'Reopen')
            app.press_until('shift+Tab', lambda n: n.role == 'list item' and n.parent.name == 'Review Notes')
            app.press_to_row('Open, Too long')
            app.key('F2')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Note', what='the note')
            app.key('End')
            app.type(' by far')
            app.key('Return')
            app.wait_for('list item', re.compile('^Open, Too long by far'))
            app.key('ctrl+z')
            app.wait_for('list item', re.compile('^Open, Too long(?! by)'))
            app.press_until('Tab', lambda n: n.role == 'list item' and n.parent.name == 'Review Notes')
            app.press_to_row('Open, Too long')
            app.key('Delete')
            app.wait_for('page tab', 'Notes')
            app.key('ctrl+z')
            app.wait_for('page tab', 'Notes 1')
            app.assert_clean()

        notes = json.loads(command('list', 'review-notes', '--format', 'json', library_of(data)))
        told = {note['text']: (note['standing'], 'section' in note) for note in notes}
        assert told == {'Who says so?': ('resolved', True), 'Too long': ('open', False)}, notes
        assert all(note['author'] and note['written'] for note in notes), notes
        briefings = json.loads(command('list', 'briefings', '--format', 'json', library_of(data)))
        assert [one['status'] for one in briefings] == ['in-review'], briefings


def a_template():
    """A briefing whose stage is Template is what others begin as."""
    with folder() as data:
        with CareBrief(data=data) as app:
            open_briefing(app)
            app.press_until('Tab', lambda n: n.name == 'Stage: Draft')
            app.key('Return')
            app.wait_for('menu item', 'Template')
            app.key('t')
            app.wait_for('push button', 'Stage: Template')
            app.key('alt+Left')
            app.wait_for('push button', 'New from a Template')
            app.press_until('Tab', lambda n: n.name == 'New Briefing')
            app.press_until('Right', lambda n: n.name == 'New from a Template')
            app.key('Return')
            app.wait_for('menu item', 'Research Briefing')
            app.press_until('Down', lambda n: n.name == 'Integrating health and social care')
            app.key('Return')
            app.wait_for('push button', 'Stage: Draft')
            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'New briefing', what='its title')
            app.key('ctrl+s')
            app.assert_clean()
        briefings = json.loads(command('list', 'briefings', '--format', 'json', library_of(data)))
        assert {one['title']: one['status'] for one in briefings} == {
            'Integrating health and social care': 'template', 'New briefing': 'draft'}, briefings


if __name__ == '__main__':
    sys.exit(run(review, a_template))
