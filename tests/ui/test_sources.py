#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources in the real window: cited, pasted, and put together, by keys and clipboard."""

import sys

from carebrief import CareBrief, run

MANIFESTO = 'Conservative Party Manifesto 2017'


def to_sources(app):
    app.key('alt+5')
    app.wait_until(lambda: app.focus_is('list item', 'Sources'), what='the focus in the list of sources')


def the_citation_of_a_source_is_copied():
    with CareBrief() as app:
        to_sources(app)
        app.press_to_row(MANIFESTO)
        app.key('ctrl+shift+c')
        app.wait_for(None, 'The citation is copied')
        app.wait_until(lambda: app.clipboard() == f'Conservative Party, {MANIFESTO}, 2017', what='the citation')
        app.key('alt+3')
        app.wait_until(lambda: app.focus_is('list item', 'Figures'), what='the focus in the list of figures')
        app.key('ctrl+shift+c')
        app.wait_for(None, 'Choose a source to copy its citation')
        assert app.quit() == 0


sys.exit(run(the_citation_of_a_source_is_copied))
