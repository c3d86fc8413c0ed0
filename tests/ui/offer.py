# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program that has copied something: its clipboard, with every form that it offered, in its order."""

import select
import threading

import Xlib.display
from Xlib import X, Xatom
from Xlib.protocol import event


class Offer:
    """Has the clipboard of a running program's display, and gives it out from a folder: its file "targets" has a line
    for each form, with the file that has its bytes, or "-" where nothing is kept of it, and its name. asked: which
    forms were asked for."""

    def __init__(self, app, folder):
        lines = (folder / 'targets').read_text(encoding='utf-8').splitlines()
        self.app = app
        self.forms = {name: None if file == '-' else (folder / file).read_bytes()
                      for file, name in (line.split('\t') for line in lines)}
        self.asked = []

    def __enter__(self):
        self.display = Xlib.display.Display(self.app.env['DISPLAY'])
        self.window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.clipboard = self.display.intern_atom('CLIPBOARD')
        self.window.set_selection_owner(self.clipboard, X.CurrentTime)
        self.display.sync()
        assert self.display.get_selection_owner(self.clipboard) == self.window, 'the clipboard belongs to another'
        self.is_over = False
        self.thread = threading.Thread(target=self._answer)
        self.thread.start()
        return self

    def __exit__(self, *trouble):
        self.is_over = True
        self.thread.join()
        self.display.close()

    def _answer(self):
        while not self.is_over:
            if not self.display.pending_events() and not select.select([self.display], [], [], 0.05)[0]:
                continue
            while self.display.pending_events():
                asks = self.display.next_event()
                if asks.type == X.SelectionRequest:
                    self._give(asks)

    def _give(self, asks):
        name = self.display.get_atom_name(asks.target)
        where = asks.property
        if name == 'TARGETS':
            atoms = [self.display.intern_atom(form) for form in self.forms]
            asks.requestor.change_property(where, Xatom.ATOM, 32, atoms)
        else:
            self.asked.append(name)
            if self.forms.get(name) is None:
                where = X.NONE
            else:
                asks.requestor.change_property(where, asks.target, 8, self.forms[name])
        asks.requestor.send_event(event.SelectionNotify(time=asks.time, requestor=asks.requestor, selection=asks.selection,
                                                        target=asks.target, property=where))
        self.display.flush()
