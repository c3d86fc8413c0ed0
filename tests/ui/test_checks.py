#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A researcher goes through what the checks find by keyboard, mends a figure that was
typed, and keeps a problem with a reason."""

import json
import re
import sys

from carebrief import CareBrief, command, folder, library_of, open_briefing, run


def by_keyboard():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_briefing(app)
            app.wait_for(None, 'Checks 4', timeout=20)

            # Type a figure that the library holds, in the section on money.
            app.click(app.row('Will it save money?', 'Outline'))
            app.wait_for('text', re.compile('^Text of Will it save money'))
            app.press_until('Tab', lambda n: n.name.startswith('Text of'))
            app.key('ctrl+End')
            app.type(' In all, £3.8bn was pooled.')
            app.wait_for(None, 'Checks 5', timeout=20)

            # F8 from the text goes to it; what mends it is beside the list.
            app.key('F8')
            app.wait_for('push button', 'Insert Figure')
            app.click(app.find('push button', 'Insert Figure'))
            app.wait_for(None, 'Checks 4', timeout=20)
            app.key('ctrl+z')
            app.wait_for(None, 'Checks 5', timeout=20)
            app.key('ctrl+shift+z')
            app.wait_for(None, 'Checks 4', timeout=20)

            # Keep the next one, with a reason.
            app.key('F8')
            app.click(app.find('push button', 'Keep, because…'))
            app.wait_for('text', 'Reason')
            app.type('The article gives no source')
            app.key('Return')
            app.wait_for(None, 'Checks 3', timeout=20)
            app.wait_until(lambda: app.focus_is('list item'), what='the focus on what was kept')
            assert 'The article gives no source' in app.focus().name, app.focus()
            app.assert_clean()

        kept = json.loads(command('list', 'exceptions', '--format', 'json', library_of(data)))
        assert [one['reason'] for one in kept] == ['The article gives no source'], kept
        page = command('export', library_of(data), '--format', 'text', '--output', '-')
        assert 'In all, £3.8 billion was pooled.' in page, page
        found = json.loads(command('check', '--json', library_of(data)))
        assert (found['must_fix'], found['look_at']) == (0, 3), found


def a_problem_in_what_is_folded():
    """The field comes into view, with the focus."""
    with CareBrief() as app:
        open_briefing(app)
        app.wait_for(None, 'Checks 4', timeout=20)
        app.key('F8')
        app.wait_until(lambda: app.focus() is not None and app.focus().name == 'Estimator: Not recorded', what='the focus on the field')
        app.wait_for('list item', 'Estimator: Not recorded')
        assert app.quit() == 0


def what_is_half_written():
    """The program is ended from a reason, a note and with a change that is not made an edition of;
    all of it is there the next time."""
    with folder() as data:
        with CareBrief(data=data) as app:
            ask_for_reason(app)
            app.type('Half a reason')
            assert app.quit('ctrl+q') == 0
        with CareBrief(data=data) as app:
            ask_for_reason(app)
            app.wait_text('text', 'Reason', 'Half a reason')
            assert app.quit('ctrl+q') == 0
        with CareBrief(data=data) as app:
            open_briefing(app)
            ask_for_note(app)
            app.type('Half a note')
            assert app.quit('ctrl+q') == 0
        with CareBrief(data=data) as app:
            open_briefing(app)
            ask_for_note(app)
            app.wait_text('text', 'Note', 'Half a note')
            app.key('Escape')
            ask_for_edition(app)
            app.type('Half a change')
            app.key('Escape')
            app.wait_for('push button', 'Make Edition', gone=True)
            assert app.quit('ctrl+q') == 0
        with CareBrief(data=data) as app:
            open_briefing(app)
            assert ask_for_edition(app).text == 'Half a change'
            app.key('Escape')
            app.wait_for('push button', 'Make Edition', gone=True)
            assert app.quit('ctrl+q') == 0


def ask_for_reason(app):
    open_briefing(app)
    app.wait_for(None, 'Checks 4', timeout=20)
    app.key('F8')
    app.click(app.wait_for('push button', 'Keep, because…'))
    app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Reason', what='where the reason is written')


def ask_for_note(app):
    app.click(app.wait_for('page tab', re.compile('^Notes')))
    app.click(app.wait_for('push button', 'Add Note…'))
    app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Note', what='where the note is written')


def ask_for_edition(app):
    app.key('ctrl+shift+s')
    app.wait_for('push button', 'Make Edition')
    return app.press_until('Tab', lambda n: n.role in ('text', 'entry'))


def no_edition_of_a_problem():
    """What must be fixed stops an edition, and the dialog leads to it."""
    with folder() as data:
        with CareBrief(data=data) as app:
            app.wait_for('push button', 'Open Briefing')
            app.key('ctrl+shift+f')
            app.wait_until(lambda: app.focus_is('entry'), what='where to search')
            app.type('kind:quotation "breaking down"')
            app.wait_for('list item', re.compile('^breaking down'))
            app.key('Down', 'Return')
            app.press_until('Tab', lambda n: n.name.startswith('Speaking Body'))
            app.key('Return')
            app.wait_for('push button', 'None')
            app.press_until('Tab', lambda n: n.name == 'None')
            app.key('space')
            app.wait_for('list item', 'Speaking Body: Not recorded', on_screen=False)
            app.key('alt+1')
            app.wait_for('push button', 'Open Briefing')
            open_briefing(app)
            app.wait_for(None, 'Checks 5', timeout=20)
            app.key('ctrl+shift+s')
            app.wait_for('push button', 'Make Edition')
            app.key('Return')
            app.wait_for(None, '1 problem must be fixed before an edition is made')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Show')
            app.key('space')
            app.wait_for('push button', 'Make Edition', gone=True)
            app.wait_until(lambda: app.focus() is not None and app.focus().name.startswith('Speaker'), what='who said it')
            app.key('ctrl+s')
            assert app.quit() == 0
        assert command('list', 'editions', '--format', 'json', library_of(data)).strip() == '[]'


if __name__ == '__main__':
    sys.exit(run(a_problem_in_what_is_folded, by_keyboard, what_is_half_written, no_edition_of_a_problem))
