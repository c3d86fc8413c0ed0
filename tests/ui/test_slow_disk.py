#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""carebrief on a disk of which each flush takes seconds: nobody waits for it but
whoever closes the window."""

import contextlib
import os
import pathlib
import re
import sys
import threading
import time

from carebrief import CareBrief, command, folder, run
from drive import DriveError
from test_files import ROW, make_library

FLUSH = 4.0  # seconds; an act needs several
# Far more than a busy machine makes the program wait for the processor, and less than one flush.
LIMIT = 3.0


class Pulse:
    """Asks the program's main loop something again and again; knows how long it took at most."""

    def __init__(self, app):
        self.app, self.longest, self.on = app, 0.0, True
        self.thread = threading.Thread(target=self.ask, daemon=True)
        self.thread.start()

    def ask(self):
        root = self.app.root
        while self.on:
            start = time.monotonic()
            with contextlib.suppress(DriveError):
                root.prop('Accessible', 'Name')
            self.longest = max(self.longest, time.monotonic() - start)
            time.sleep(0.05)

    def stop(self):
        self.on = False
        self.thread.join()
        return self.longest


def on_slow_disk(place):
    shim = pathlib.Path(os.environ['CARE_FAULT_SHIM'])
    # By its name alone: LD_PRELOAD is cut at every space in a path.
    before = ('env', f'LD_PRELOAD={shim.name}', f'LD_LIBRARY_PATH={shim.parent}', f'CARE_FAULT_FOLDER={place}',
              f'CARE_SLOW_FSYNC_MS={int(FLUSH * 1000)}',
              f'ASAN_OPTIONS={os.environ.get("ASAN_OPTIONS", "")}:verify_asan_link_order=0')
    return CareBrief(make_library(place), data=place / 'data', before=before)


def saving(app):
    return any(node.name.startswith('Saving') for node in app.find_all('status bar', on_screen=False))


def a_slow_disk_is_waited_for_by_nobody_but_whoever_closes():
    with folder() as place:
        with on_slow_disk(place) as app:
            app.wait_for('list item', ROW, timeout=60)
            # The timeline is read; that it is told of again is below.
            app.key('alt+4')
            app.wait_for(None, re.compile('^As of '))
            app.wait_still()
            app.key('alt+1')
            app.wait_for('list item', ROW)
            app.click(app.find('text', 'Standfirst'))
            app.key('ctrl+End')
            pulse = Pulse(app)
            app.type(' Xyzzy.')
            app.wait_until(lambda: saving(app), what='that it is being saved')
            # Everything that a person may do meanwhile.
            for key in ('alt+2', 'alt+3', 'Home', 'Down', 'Down', 'alt+4', 'Right', 'Right', 'space', 'shift+F10', 'Escape', 'ctrl+plus',
                        'ctrl+l', 'End', 'ctrl+l', 'alt+5', 'alt+1'):
                app.key(key)
            app.key('ctrl+shift+f')
            app.type('fund')
            app.key('Escape')
            app.click(app.find('push button', 'Open Briefing'))
            app.wait_for('push button', 'Export as PDF…', timeout=60)
            app.type(' Plugh.')
            app.key('ctrl+shift+s')
            app.wait_for('push button', 'Make Edition', timeout=60)
            app.key('Escape')
            assert app.find_all('label', re.compile('^(Saving|Saved)'), on_screen=False)
            app.type(' Frotz.')
            longest = pulse.stop()
            assert longest < LIMIT, f'the window did not answer for {longest:.1f} s'
            # What is not saved yet is, before the window goes.
            assert app.quit(timeout=120) == 0
        assert 'Xyzzy' in command('export', place / 'mine.carebrief', '--format', 'json')


def cells_are_copied_as_they_are_or_not_at_all():
    with folder() as place, on_slow_disk(place) as app:
        app.wait_for('list item', ROW, timeout=60)
        app.key('alt+3')
        app.wait_until(lambda: app.focus_is('table cell'), 60, 'the table of figures')
        app.wait_still()
        said = app.focus().name
        app.key('Right', 'ctrl+Home', 'Right', 'F2', 'ctrl+a')
        app.type('8,001 GPs')
        typed = 'Value: 8,001 GPs'
        app.key('Return')
        app.wait_until(lambda: saving(app), what='that it is being saved')
        app.key('Up', 'shift+Right', 'ctrl+c')
        app.wait_for(None, re.compile('^Nothing was copied'))
        assert app.find_all('table cell', said), 'the cells say nothing any more'
        assert saving(app) and app.find_all('table cell', typed), 'what was typed is not seen before it is saved'
        app.kill()


if __name__ == '__main__':
    sys.exit(run(a_slow_disk_is_waited_for_by_nobody_but_whoever_closes,
                 cells_are_copied_as_they_are_or_not_at_all))
