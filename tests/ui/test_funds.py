#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Funds, what they are made of, and links of figures, by keys as a researcher uses them."""

import json
import re
import sys

from carebrief import CareBrief, click_in_menu, command, folder, library_of, run
from test_figures_table import at_cell, in_sight, open_table


def press_to(app, name, key='Tab'):
    return app.press_until(key, lambda n: n.name.startswith(name), 60)


def records(data, kind):
    return json.loads(command('list', kind, '--format', 'json', library_of(data)))


def make_library(place, records):
    path, source = place / 'few.carebrief', place / 'few.json'
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': records}))
    command('new', path)
    command('import', path, source)
    return path


def new_fund(app, name):
    app.key('alt+3')
    app.wait_for('push button', 'New of Another Kind')
    app.press_until('shift+Tab', lambda n: n.name.startswith('New Figure'), 60)
    app.press_until('Right', lambda n: n.name == 'New of Another Kind', 5)
    app.key('Return')
    click_in_menu(app, 'Fund')
    app.wait_until(lambda: app.focus_is('text'), what='where its name is typed')
    app.type(name)
    app.key('Return')
    app.wait_for('label', 'Sums and Their Parts')


def add_sum(app, name, value):
    app.press_until('shift+Tab', lambda n: n.name == 'Add Figure', 60)
    app.key('Return')
    app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Figure', what='where its name is typed')
    app.type(name)
    app.key('Tab')
    app.type(value)


def a_fund_is_made_of_sums():
    """A new fund offers to add a sum to it, which is understood as it is typed; each is one step."""
    with folder() as data, CareBrief(data=data) as app:
        new_fund(app, 'Transformation fund')
        add_sum(app, 'Transformation money', '£2.5bn a year for five years from 2016/17')
        app.wait_for('label', 'Understood: £2.5 billion, per year, 2016/17 – 2020/21.')
        app.key('Return')
        app.wait_for('list item', where=lambda n: n.name.startswith('£2.5 billion · Transformation money'))
        assert app.focus().name == 'Add Figure', app.focus()
        fund = next(f for f in records(data, 'funds') if f['name'] == 'Transformation fund')
        figure = next(f for f in records(data, 'figures') if f['label'] == 'Transformation money')
        assert figure['fund'] == fund['id'] and figure['value'] == '25e8 GBP' and figure['period_basis'] == 'per-year', figure
        app.key('ctrl+z')
        app.wait_for('list item', where=lambda n: n.name.startswith('£2.5 billion · Transformation money'), gone=True)
        assert not [f for f in records(data, 'figures') if f['label'] == 'Transformation money']


def the_keys_come_back_to_where_links_are_added():
    with folder() as data, CareBrief(data=data) as app:
        app.key('alt+3')
        app.wait_until(lambda: app.focus_is('table cell'), what='the table')
        app.press_to_row('Telehealth')
        press_to(app, 'Add Link…')
        app.key('Return')
        app.wait_until(lambda: app.focus() is not None and app.focus().name.startswith('Relation'), what='the dialog')
        app.key('space')
        app.press_until('Down', lambda n: n.name == 'part of', 10)
        app.key('Return')
        press_to(app, 'To Figure')
        app.key('space')
        app.wait_until(lambda: app.focus_is('entry') or app.focus_is('text'), what='where to look for a figure')
        app.type('Integrated Care Fund')
        app.wait_until(lambda: any(n.name.startswith('Integrated Care Fund') for n in app.find_all('list item')), what='it found')
        app.key('Return')
        app.wait_for(None, 'To Figure: Integrated Care Fund')
        app.key('ctrl+Return')
        app.wait_for('label', 'Part Of')
        app.wait_until(lambda: app.focus() is not None and app.focus().name == 'Add Link…', what='the keys back where they were')


def linked_numbers_flag_each_other():
    """15 million and 20% more are 18 million: which figure is the first is seen where that is said; when one is
    changed, each of the three says so, until that is undone."""
    figures = [{'id': '1', 'label': 'Base', 'value': '15e6 people'}, {'id': '2', 'label': 'Growth', 'value': '20 %'},
               {'id': '3', 'label': 'Outcome', 'value': '18e6 people'}]

    def flagged(app):
        return [row.name.split(',')[0] for row in in_sight(app) if row.name.endswith('does not follow')]

    with folder() as place, CareBrief(make_library(place, {'figure': figures})) as app:
        open_table(app)
        app.press_to_row('Base')
        app.click(app.wait_for('push button', 'Add Calculation', where=lambda n: n.actions))
        app.wait_for('list item', 'First Figure: Base')
        app.wait_until(lambda: app.focus_is('combo box'), what='the form')
        app.key('space')
        app.press_until('Down', lambda n: n.name.startswith('the first and so many per cent more'), 10)
        app.key('Return')
        for field, figure in (('Second Figure', 'Growth'), ('Result', 'Outcome')):
            app.press_until('Tab', lambda n: n.name.startswith(f'{field}:'), 10)
            app.key('space')
            app.wait_until(lambda: app.focus_is('entry') or app.focus_is('text'), what='where to look for a figure')
            app.type(figure)
            app.wait_for('list item', re.compile(f'^{figure}, '))
            app.key('Return')
            app.wait_for('list item', f'{field}: {figure}')
        app.key('ctrl+Return')
        app.wait_for(None, '15 million people and 20% more come to 18 million people')
        assert not flagged(app), app.dump()
        app.press_until('shift+Tab', lambda n: n.role == 'table cell')
        at_cell(app, 'Base', 'Value')
        app.key('F2', 'ctrl+a')
        app.type('16 million people')
        app.key('Return')
        app.wait_until(lambda: flagged(app) == ['Base', 'Growth', 'Outcome'], what='each of the three flagged')
        app.resize(360, 640)
        for name in ('Base', 'Growth', 'Outcome'):
            app.wait_for('list item', re.compile(f'^{name}, .*does not follow$'))
        app.resize(1280, 800)
        app.wait_until(lambda: flagged(app), what='the table again')
        app.key('ctrl+z')
        app.wait_until(lambda: not flagged(app), what='none flagged')


if __name__ == '__main__':
    sys.exit(run(a_fund_is_made_of_sums, the_keys_come_back_to_where_links_are_added, linked_numbers_flag_each_other))
