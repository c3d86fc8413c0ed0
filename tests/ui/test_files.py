#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""carebrief FILE: a library, what is none, one that is open already here, and
one that another process has open."""

import json
import os
import re
import signal
import subprocess
import sys

from carebrief import BRIEFING, CareBrief, command, folder, program, run

ROW = f'{BRIEFING}, Draft · Key Issues 2015'
# Root may write every file unless it gives these up.
WITHOUT_ROOTS_RIGHTS = ('setpriv', '--bounding-set', '-dac_override,-dac_read_search',
                        '--inh-caps', '-dac_override,-dac_read_search')


def make_library(place, name='mine.carebrief'):
    """A library of the sample's facts, made without a window."""
    path = place / name
    command('new', path)
    command('import', path, os.environ['CAREBRIEF_SAMPLE'])
    return path


def trouble(app, heading):
    """What the page of troubles says."""
    app.wait_for('label', heading)
    assert app.find_all('page tab') == [], 'the views are offered though there is no library'
    assert app.find('push button', 'Open Another Library…')
    return ' '.join(n.name for n in app.find_all('label'))


def a_library_opens_and_the_own_one_is_not_made():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path, data=place / 'data') as app:
            app.wait_for('list item', ROW)
            assert app.quit() == 0
        assert not (place / 'data' / 'carebrief').exists()


def a_path_with_spaces_and_accents_opens():
    with folder() as place:
        path = make_library(place, 'Gofal cymdeithasol – tŷ.carebrief')
        with CareBrief(path) as app:
            app.wait_for('list item', ROW)
            assert app.quit() == 0


def a_text_file_is_told_to_be_no_library_and_stays():
    with folder() as place:
        path = place / 'notes.carebrief'
        path.write_text('Minutes of a meeting.\n', encoding='utf-8')
        with CareBrief(path) as app:
            text = trouble(app, 'This Is Not a Library')
            assert 'notes.carebrief' in text and 'called like a CareBrief library but is none' in text, text
            assert app.quit() == 0
        assert path.read_text(encoding='utf-8') == 'Minutes of a meeting.\n'
        assert os.listdir(place) == ['notes.carebrief']


def a_damaged_library_is_told_as_that():
    with folder() as place:
        path = make_library(place)
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b'\xff' * 8192 + whole[12288:])
        with CareBrief(path) as app:
            assert 'no backup' in trouble(app, 'This Library Is Damaged')
            assert app.quit() == 0


def a_second_window_shares_the_library():
    """What is changed in one is seen in the other."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.wait_for('list item', ROW)
            # The same program again, in the same session, asks the first to open another window.
            subprocess.run([program(), str(path)], env=app.env, check=True, timeout=20)
            app.wait_until(lambda: len(app.windows()) == 2, what='a second window')
            title = app.wait_for('text', 'Title')
            app.click(title, count=3)
            app.key('ctrl+a')
            app.type('Care joined up\n')
            app.wait_until(lambda: len(app.find_all('list item', 'Care joined up, Draft · Key Issues 2015',
                                                    on_screen=False)) == 2, what='the new title in both windows')
            assert app.quit() == 0


def a_signal_ends_it_as_ctrl_q_does():
    """What is typed and not yet saved is kept."""
    with folder() as place:
        path = make_library(place)
        for number, words in ((signal.SIGTERM, 'Told to end'), (signal.SIGINT, 'Interrupted')):
            with CareBrief(path) as app:
                app.click(app.wait_for('text', 'Title'), count=3)
                app.key('ctrl+a')
                app.type(words)
                app.proc.send_signal(number)
                assert app.wait_exit() == 0
            with CareBrief(path) as app:
                app.wait_for('list item', f'{words}, Draft · Key Issues 2015')
                assert app.quit() == 0


def a_second_process_reads_and_says_who_writes():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as first:
            first.wait_for('list item', ROW)
            with CareBrief(path) as second:
                second.wait_for('list item', ROW)
                second.wait_for('alert', re.compile('open'))
                second.find('push button', 'Try Again')
                assert second.quit() == 0
            first.key('alt+3')
            first.wait_for('table cell', 'Figure: Additional GPs')
            assert first.quit() == 0
        with CareBrief(path) as third:
            third.wait_for('list item', ROW)
            assert third.quit() == 0


def a_library_that_may_not_be_written_is_shown_read_only():
    with folder() as place:
        path = make_library(place)
        path.chmod(0o400)
        with CareBrief(path, before=WITHOUT_ROOTS_RIGHTS if os.geteuid() == 0 else ()) as app:
            app.wait_for('list item', ROW)
            fields = [field for field in app.find_all('text') if 'editable' in field.states]
            assert app.find_all('text', 'Title') and not fields, fields
            assert app.quit() == 0


def records(path):
    """All of a library but its history."""
    return command('export', '--format', 'json', path)


def the_first_start_leads_to_the_page_of_the_sample():
    """One key does, in a home that has nothing of the program in it."""
    with folder() as place:
        with CareBrief(data=place) as app:
            app.wait_until(lambda: app.focus_is('list item') and app.focus().name == ROW, what='the focus on the sample')
            app.key('Return')
            app.wait_for('image', 'Finished pages')
            app.wait_for('status bar', re.compile('^Fits two pages'))
            app.wait_for(None, 'Checks 4', timeout=20)
            assert app.quit() == 0


def the_sample_is_removed_and_put_back_each_in_one_act():
    with folder() as place:
        path = place / 'carebrief' / 'library.carebrief'
        with CareBrief(data=place) as app:
            app.wait_for('list item', ROW)
            before = records(path)
            choose(app, 'Remove the Sample')
            app.wait_for('label', 'No Briefings Yet')
            assert not app.find_all('push button', 'Open Briefing'), 'a button opens nothing'
            assert json.loads(records(path))['records'] == {}, records(path)
            app.key('ctrl+z')
            app.wait_for('list item', ROW)
            assert records(path) == before
            choose(app, 'Remove the Sample')
            app.wait_for('label', 'No Briefings Yet')
            choose(app, 'Add the Sample')
            app.wait_for('list item', ROW)
            assert records(path) == before
            assert app.quit() == 0


def choose(app, item):
    """An item of the main menu's part about the sample."""
    app.click(app.find('push button', 'Main Menu', index=0))
    app.click(app.wait_for('menu item', 'Sample'))
    app.click(app.wait_for('menu item', item))


if __name__ == '__main__':
    sys.exit(run(a_library_opens_and_the_own_one_is_not_made, a_path_with_spaces_and_accents_opens,
                 a_text_file_is_told_to_be_no_library_and_stays, a_damaged_library_is_told_as_that,
                 a_second_window_shares_the_library, a_signal_ends_it_as_ctrl_q_does,
                 a_second_process_reads_and_says_who_writes, a_library_that_may_not_be_written_is_shown_read_only,
                 the_first_start_leads_to_the_page_of_the_sample, the_sample_is_removed_and_put_back_each_in_one_act))
