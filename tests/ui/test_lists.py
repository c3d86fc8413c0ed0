#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list in the window: the wheel goes as far as it is turned, and back, and the list has all the room there is."""

import json
import sys

from carebrief import CareBrief, command, folder, run

ROWS = 20000
# A table has no room beside the detail.
SMALL = (880, 800)


def make_library(place):
    """A library of figures that are called by their place in the list."""
    path, source = place / 'many.carebrief', place / 'many.json'
    figures = [{'id': str(1000 + i), 'label': f'Row {i:05}', 'value': f'{i} people'} for i in range(ROWS)]
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': {'figure': figures}}))
    command('new', path)
    command('import', path, source)
    return path


def open_list(app):
    app.key('alt+3')
    app.wait_until(lambda: app.focus_is('list item', 'Figures'), 30, 'the list of figures')
    app.wait_still(timeout=60)


def look(app):
    """Return how many rows are above the first that is seen, in fractions of one, and the height of the list in rows."""
    rows = app.find_all('list item', where=lambda n: n.parent.name == 'Figures')
    first, second = rows[0].extents(), rows[1].extents()
    _, top, _, height = rows[0].parent.extents()
    tall = second[1] - first[1]
    padding = (tall - first[3]) / 2
    return int(rows[0].name[4:9]) + (top - first[1] + padding) / tall, height, tall


def turn(app, clicks, pause):
    """Turns the wheel and waits for the list to stand still; returns what look() does then."""
    row = app.find_all('list item', where=lambda n: n.parent.name == 'Figures')[2]
    app.scroll(row, dy=clicks, pause=pause)
    app.wait_still(timeout=60)
    return look(app)


def the_wheel_keeps_its_place():
    with folder() as place, CareBrief(make_library(place), window=SMALL) as app:
        open_list(app)
        start, _, _ = look(app)
        for clicks, pause in ((240, 1 / 60), (240, 1 / 400), (20, 1 / 8)):
            there, height, tall = turn(app, clicks, pause)
            # A click goes so far in GTK.
            rows = clicks * round(height ** (2 / 3)) / tall
            assert abs(there - start - rows) < 0.1, f'{clicks} clicks went over {there - start} rows, not {rows}'
            half, _, _ = turn(app, -clicks // 2, pause)
            assert abs(half - start - rows / 2) < 0.1, f'half of them back led to {half - start} rows, not {rows / 2}'
            back, _, _ = turn(app, -clicks // 2, pause)
            assert abs(back - start) < 0.1, f'{clicks} clicks back led to {back} rows, not to the top'


def first_row(app):
    return app.find_all('list item', where=lambda n: n.parent.name == 'Figures')[0].name


def sort_by(app, name):
    app.press_until('shift+Tab', lambda n: n.name.startswith('Sort By: '))
    app.key('Return')
    app.wait_until(lambda: app.focus_is('menu item'), what='the menu')
    app.press_until('Down', lambda n: n.name == name)
    app.key('Return')
    app.wait_until(lambda: app.focus_is('push button'), what='the button again')
    app.wait_still()


def put_in_order_by_keys():
    with folder() as place, CareBrief(make_library(place), window=SMALL) as app:
        open_list(app)
        turn(app, 100, 1 / 60)
        app.wait_for('push button', 'Sort By: Name, A to Z')
        sort_by(app, 'Amount')
        app.wait_until(lambda: first_row(app).startswith(f'Row {ROWS - 1}'), 30, 'the largest amount first')
        assert app.find_all('push button', 'Sort By: Amount, Largest First')
        assert app.focus().name == 'Sort By: Amount, Largest First'
        turn(app, 100, 1 / 60)
        sort_by(app, 'Smallest First')
        app.wait_until(lambda: first_row(app).startswith('Row 00000'), 30, 'the smallest amount first')
        # What was shown is selected still, and the order is kept while another view is seen.
        assert app.find('list item', where=lambda n: n.parent.name == 'Figures' and 'selected' in n.states,
                        on_screen=False).name.startswith('Row 00000')
        app.key('alt+5')
        app.wait_for('label', 'No Sources Yet')
        app.key('alt+3')
        app.wait_for('push button', 'Sort By: Amount, Smallest First')
        sort_by(app, 'Name')
        sort_by(app, 'Z to A')
        app.wait_until(lambda: first_row(app).startswith(f'Row {ROWS - 1}'), 30, 'the last name first')
        app.press_until('Tab', lambda n: n.role == 'list item' and n.parent.name == 'Figures')


def no_gap_where_the_bar_was():
    """Once there is room for the views in the header again, the list goes down to the edge of the window."""
    with CareBrief(window=(360, 640)) as app:
        app.resize(1280, 800)
        app.wait_for('list', 'Briefings')

        def gap():
            _, top, _, height = app.find('list', 'Briefings').extents()
            return app.find('frame').extents()[3] - top - height

        app.wait_until(lambda: gap() < 10, what='the list down to the edge')


if __name__ == '__main__':
    sys.exit(run(the_wheel_keeps_its_place, put_in_order_by_keys, no_gap_where_the_bar_was))
