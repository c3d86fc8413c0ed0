#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Positions by keys: the matrix, the versions of a position, and how one has changed."""

import sys

from carebrief import CareBrief, folder, run

ORGANISATIONS = ('Labour, Care organisations and care models: Integrated care organisations in every area, '
                 'changed, 3 versions')


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


if __name__ == '__main__':
    sys.exit(run(the_matrix_by_keys, the_matrix_where_there_is_little_room))
