# SPDX-License-Identifier: GPL-3.0-or-later
"""CareBrief in a real window, and what the tests of it share.

A test script is a list of functions without arguments; run() calls them and
reports in TAP, so that meson counts each."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

from drive import App, FocusWatch, Gone, Node

VIEWS = ('Briefings', 'Positions', 'Figures', 'Timeline', 'Sources')
BRIEFING = 'Integrating health and social care'
# Opening a window may take long where the machine is busy or a sanitizer is built in.
PATIENCE = 30


def program():
    return os.environ['CAREBRIEF']


def schemas(binary):
    """The folder of the compiled settings schema that belongs to a built program."""
    return os.environ.get('GSETTINGS_SCHEMA_DIR') or str(pathlib.Path(binary).resolve().parents[1] / 'data')


class CareBrief(App):
    """The program in a session of its own. data: where its library is kept, to
    be seen again by the next start; an empty folder where none is given.
    before: a program that is to start it."""

    def __init__(self, *arguments, binary=None, data=None, window=None, strict=True, size=(1280, 800),
                 before=(), env=None, **options):
        binary = binary or program()
        env = {'GSETTINGS_SCHEMA_DIR': schemas(binary), 'GDK_DEBUG': 'gl-disable', **(env or {})}
        if data is not None:
            env['XDG_DATA_HOME'] = str(data)
        self.window_size = window
        self.watch = None
        self.ends = (0, -signal.SIGTERM)
        super().__init__([*before, binary, *map(str, arguments)], size=size, env=env, strict=strict, timeout=PATIENCE,
                         **options)

    def _start(self):
        super()._start()
        # The registry tells of the window before it can be used.
        self.wait_for('push button', re.compile('^(Main Menu|Open Another Library…)'), timeout=PATIENCE)
        if self.window_size is not None:
            self.resize(*self.window_size)
        self.wait_still()

    def row(self, name, in_list):
        """The row, on screen or not, whose name begins so, of the list or table of that name."""
        options = dict(on_screen=False, where=lambda n: n.parent.name == in_list)
        begins = re.compile('^' + re.escape(name))
        # Of a list and its table one waits behind the other.
        is_table = self.find_all('table row', where=options['where'])
        return self.find('table row' if is_table else 'list item', begins, **options)

    def focus(self):
        """The object with the focus and its parent, known by the events that the
        program sends: to look through the whole tree after every key takes long."""
        if self.watch is None:
            self.watch = FocusWatch(self)
        while self.watch.ctx.iteration(False):
            pass
        if self.watch.path is None:
            return self.focused
        try:
            node = Node(self, self.root.bus, self.watch.path).refresh()
            bus, path = node.prop('Accessible', 'Parent')
            node.parent = Node(self, bus, path).refresh()
        except Gone:
            return None
        return node

    def focus_is(self, role, parent=None):
        """Whether the focus is on an object of a role, in a parent of a name."""
        node = self.focus()
        return node is not None and node.role == role and parent in (None, node.parent.name)

    def press_until(self, key, reached, times=60):
        """Presses key until reached() of the object with the focus is true."""
        for _ in range(times):
            node = self.focus()
            if node is not None and reached(node):
                return node
            self.watch.press(key)
        raise AssertionError(f'{key} was pressed {times} times and led to {self.focus()}')

    def press_to_row(self, name):
        """Goes through the list or table that has the focus from its top to a row whose name begins so."""
        self.key('ctrl+Home' if self.focus_is('table cell') else 'Home')
        return self.press_until('Down', lambda n: name_of_row(n).startswith(name))

    def wait_text(self, role, name, expected):
        """Waits until the text of an object contains some words."""
        def reads():
            return any(expected in (node.text or '') for node in self.find_all(role, name, on_screen=False))
        self.wait_until(reads, 10, f'{expected!r} in {role} {name!r}')

    def kill(self):
        """Ends the program as when the power goes: nothing is closed."""
        self.ends = (-signal.SIGKILL,)
        self.proc.kill()
        self.proc.wait()

    def stop(self, timeout=10):
        problems_before = self.problems() if self.proc else []
        super().stop(timeout)
        if self.proc and not problems_before and self.proc.returncode not in self.ends:
            raise AssertionError(f'the program ended with {self.proc.returncode}\n{self.stderr[-2000:]}')


def name_of_row(node):
    """What the row is called that has the focus, in a list or in one of its cells; or nothing."""
    if node.role == 'table cell':
        return node.parent.name
    return node.name if node.role == 'list item' else ''


def open_briefing(app):
    """Opens the sample's briefing by keyboard."""
    app.key('alt+1')
    app.wait_for('page tab', 'Briefings')
    if not app.find_all('push button', 'Back'):
        app.wait_until(lambda: app.focus_is('list item', 'Briefings'), what='the focus in the list of briefings')
        app.key('Return')
    app.wait_until(lambda: app.find_all('push button', 'Export as PDF…') or app.find_all('push button', 'Back'),
                   what='the editor, or the detail where the window is narrow')
    if app.find_all('push button', 'Back'):
        app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Open Briefing')
        app.key('Return')
    app.wait_for('push button', 'Export as PDF…')


def show_page(app):
    """The pane of the editor that shows the page, where there is room for one only."""
    app.click(app.find('push button', 'Page'))
    app.wait_for('image', 'Finished pages')


# What the main menu has on its second level.
SUBMENUS = {'Duplicate Sources': 'Sources', 'Paste as a Source': 'Sources', 'Copy Citation': 'Sources',
            'New Library…': 'Library', 'Merge…': 'Library', 'Save a Copy…': 'Library',
            'Open Sample': 'Sample', 'Add the Sample': 'Sample', 'Remove the Sample': 'Sample'}


def click_in_menu(app, name):
    """An item of the menu that is open, which may have to be gone to before it is seen."""
    app.wait_for('menu item', name, on_screen=False)
    app.wait_still()
    for _ in range(20):
        if app.find_all('menu item', name):
            break
        app.key('Down')
    app.click(app.wait_for('menu item', name))


def click_menu_item(app, name, named=lambda name: name):
    """An item of the main menu, which is open. named: how its name is looked for."""
    if name in SUBMENUS:
        click_in_menu(app, named(SUBMENUS[name]))
    click_in_menu(app, named(name))


def command(*arguments, data=None):
    """Runs the program without a window; returns what it wrote."""
    env = dict(os.environ)
    if data is not None:
        env['XDG_DATA_HOME'] = str(data)
    done = subprocess.run([program(), *map(str, arguments)], env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f'{arguments} ended with {done.returncode}: {done.stderr}')
    return done.stdout


def library_of(data):
    return pathlib.Path(data) / 'carebrief' / 'library.carebrief'


def kept(data):
    """What the files say that keep what was not finished."""
    return ''.join(f.read_text(encoding='utf-8') for f in (pathlib.Path(data) / 'carebrief/unfinished').glob('*.ini'))


def figure_value(data, title):
    """The value kept in the library, which no window may have open, for the figure of this title."""
    figures = json.loads(command('list', 'figures', '--format', 'json', library_of(data)))
    return next(figure['value'] for figure in figures if figure['label'] == title)


def pdf_text(data, folder):
    """What the briefing's two pages say, one line."""
    pdf = pathlib.Path(folder) / 'briefing.pdf'
    command('export', '--format', 'pdf', '--output', pdf, library_of(data))
    text = subprocess.run(['pdftotext', str(pdf), '-'], capture_output=True, text=True, check=True).stdout
    return ' '.join(text.split())


@contextlib.contextmanager
def folder():
    path = tempfile.mkdtemp(prefix='carebrief-ui.')
    try:
        yield pathlib.Path(path)
    finally:
        shutil.rmtree(path, ignore_errors=True)


def run(*cases):
    """Runs each case; returns the exit status of the script."""
    print('TAP version 13')
    print(f'1..{len(cases)}', flush=True)
    failed = 0
    for number, case in enumerate(cases, 1):
        name = case.__name__.replace('_', ' ')
        try:
            case()
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f'not ok {number} - {name}')
            print(''.join('# ' + line + '\n' for line in traceback.format_exc().splitlines()), end='', flush=True)
        else:
            print(f'ok {number} - {name}', flush=True)
    return 1 if failed else 0
