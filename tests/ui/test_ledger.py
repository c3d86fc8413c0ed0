#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ledger by keyboard alone: a question is asked, figures are added, one is shown as it
may be, and the result goes into the briefing."""

import json
import re
import shutil
import subprocess
import sys
import tempfile

from carebrief import CareBrief, command, folder, library_of, program, run

QUESTION = 'Do the two funds add up?'
SCOPE = re.compile('^Figures to Add Up')


def open_ledger(app):
    app.key('alt+3')
    app.wait_for(None, 'Ledger')
    for _ in range(3):
        if app.find_all(None, SCOPE):
            return
        app.key('ctrl+l')
        app.wait_still()
    app.wait_for(None, SCOPE)


def press_to(app, name, role=None):
    return app.press_until('Tab', lambda n: n.name.startswith(name) and role in (None, n.role), 40)


def ask(app, question):
    press_to(app, 'New Question…')
    app.key('Return')
    app.wait_for('text', re.compile('^Question'))
    app.wait_still()
    app.type(question)
    app.key('Return')
    app.wait_for(None, re.compile('^' + re.escape(question)))


def choose(app, title, of):
    """The first that the picker that is open finds."""
    def is_first():
        found = app.find_all('list item', where=lambda n: n.parent.name == of)
        return found and found[0].name.startswith(title)
    app.type(title)
    app.wait_until(is_first, what=f'{title!r} as the first that is found')
    app.key('Return')


def add(app, figure):
    press_to(app, 'Add Figure…')
    app.key('Return')
    app.wait_still()
    choose(app, figure, 'Figures')
    app.wait_for('list item', re.compile('^' + re.escape(figure)), where=lambda n: n.parent.name in ('Added', 'Cannot Be Added'))


def records(data, kind):
    return json.loads(command('list', kind, '--format', 'json', library_of(data)))


TWO_FUNDS = {
    'Time to Care fund': {'period_basis': 'per-year', 'period': '2015-04-01/2020-03-31', 'place': '6001'},
    'Healthcare fund': {'period_basis': 'total', 'period': '2015-04-01/2020-03-31', 'place': '6001'},
}


def state_periods(data):
    """As when a researcher has found out over which years the two funds are."""
    ids = {figure['label']: figure['id'] for figure in records(data, 'figures')}
    act = {'sentence': 'Say over which years', 'steps': [
        {'set': 'figure', 'id': ids[title], 'values': values} for title, values in TWO_FUNDS.items()]}
    subprocess.run([program(), 'apply', str(library_of(data))], input=json.dumps(act) + '\n', text=True, check=True,
                   capture_output=True)


def with_periods():
    """A data folder with the sample in which both funds say over which years they are."""
    with CareBrief(data=(data := tempfile.mkdtemp(prefix='carebrief-ui.'))) as app:
        assert app.quit() == 0
    state_periods(data)
    return data


def row(app, figure, group):
    return app.wait_for('list item', re.compile('^' + re.escape(figure)), where=lambda n: n.parent.name == group,
                        on_screen=False)


def what_may_not_be_added_is_shown_as_it_may():
    """T1 in the window: two funds of £2.5 billion; by keys alone."""
    data = with_periods()
    with CareBrief(data=data) as app:
        open_ledger(app)
        ask(app, QUESTION)
        add(app, 'Time to Care fund')
        add(app, 'Healthcare fund')
        refused = row(app, 'Healthcare fund', 'Cannot Be Added')
        assert 'period basis (total over stated years, not per year)' in refused.name, refused.name
        assert 'whose it is (Liberal Democrats, not Labour Party)' in refused.name, refused.name
        press_to(app, 'Add Owners Together')
        app.key('Return')
        app.wait_for('push button', 'Keep Owners Apart')
        app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith('Healthcare fund'), 40)
        app.press_until('Right', lambda n: n.name == 'Count per Year: £500 million', 5)
        app.key('Left', 'Left')
        app.wait_until(lambda: app.focus_is('list item'), what='the keys back on the row')
        app.press_until('Right', lambda n: n.name == 'Count per Year: £500 million', 5)
        app.key('Return')
        row(app, 'Healthcare fund', 'Added')
        app.wait_for(None, '£3 billion')
        press_to(app, 'Put in Briefing…')
        app.key('Return')
        app.wait_still()
        choose(app, 'Integrating health and social care', 'Briefings')
        app.wait_for(None, re.compile('^The ledger is in the briefing'))
        app.key('ctrl+z')
        app.wait_for(None, re.compile('^(Undone|Undid).*'), on_screen=False)
        assert app.quit() == 0
    assert not [box for box in records(data, 'boxes') if box['kind'] == 'ledger']
    items = records(data, 'ledger-items')
    assert [item.get('as_period') for item in items] == [None, 'per-year'], items
    shutil.rmtree(data)


def a_question_by_keyboard():
    with folder() as data, CareBrief(data=data) as app:
        open_ledger(app)
        ask(app, QUESTION)
        assert app.quit() == 0
        ledger, = records(data, 'ledgers')
        assert ledger['question'] == QUESTION, ledger


def rows_of_the_table_are_added_up():
    """Two rows selected in the table, Alt+= as in a spreadsheet, and the result kept as a question."""
    with folder() as data, CareBrief(data=data) as app:
        app.key('alt+3')
        app.wait_for(None, 'Ledger')
        app.wait_still()
        app.key('ctrl+Home', 'shift+Down', 'alt+equal')
        app.wait_for(None, re.compile('^Chosen Figures'))
        app.wait_for('list item', re.compile('^Additional GPs, 8,000 GPs'))
        app.wait_for('list item', re.compile(r'^Additional GPs \(second mention\), 8,000 GPs, Counted once'))
        app.wait_for(None, '8,000 GPs')
        press_to(app, 'Keep as a Question…')
        app.key('Return')
        app.wait_for('text', re.compile('^Question'))
        app.wait_still()
        app.type('How many more GPs?')
        app.key('Return')
        app.wait_for(None, re.compile('^How many more GPs'))
        assert app.quit() == 0
        assert [item['figure'] for item in records(data, 'ledger-items')] == ['17010', '17030']


def many_figures_are_added_up_and_copied():
    """The sum of more than a page of figures is in sight, and all of them go to another program."""
    with folder() as place:
        path, source = place / 'many.carebrief', place / 'many.json'
        figures = [{'id': str(1000 + i), 'label': f'Figure {i:05}', 'value': '1e6 GBP', 'flow': 'spend', 'period_basis': 'per-year',
                    'period': '2015-04-01/2018-03-31'} for i in range(4000)]
        source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': {'figure': figures}}))
        command('new', path)
        command('import', path, source)
        with CareBrief(path) as app:
            open_ledger(app)
            app.wait_for('label', '£4 billion')
            app.key('ctrl+c')
            app.wait_for(None, 'The ledger is copied')
            rows = app.clipboard().splitlines()
            assert len(rows) == 4002 and len('\n'.join(rows)) > 2 ** 18, len(rows)
            assert rows[4000].startswith('Figure 03999\t£1 million\t') and rows[4001].startswith('Sum\t£4 billion\t'), rows[4000:]


INDEX = """GDP deflators
Financial year,2019-20 = 100
2013-14,89.3
2019-20,100.0
"""


def make_money(place):
    """A library with two sums in cash of one year, one of another, and a question of all three."""
    path, source = place / 'money.carebrief', place / 'money.json'
    figures = [{'id': str(10 + i), 'label': label, 'value': value, 'flow': 'spend', 'period_basis': 'total', 'price_basis': 'cash',
                'period': f'{year}-04-01/{year + 1}-03-31'}
               for i, (label, value, year) in enumerate((('Repairs', '130e6 GBP', 2013), ('Meals', '>=150e6 GBP', 2013),
                                                         ('Buses', '20e6 GBP', 1998)))]
    items = [{'id': str(20 + i), 'ledger': '1', 'figure': str(10 + i), 'ordinal': str(i)} for i in range(3)]
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': {
        'figure': figures, 'ledger': [{'id': '1', 'question': 'What is it today?'}], 'ledger_item': items}}))
    command('new', path)
    command('import', path, source)
    return path


def a_question_is_counted_in_real_terms():
    """By keys alone, from a CSV of an index: what has to be chosen first is asked for, all is converted by one
    step, and each step is undone."""
    with folder() as place:
        path, index = make_money(place), place / 'prices.csv'
        index.write_text(INDEX)
        with CareBrief(path) as app:
            open_ledger(app)
            press_to(app, 'Real Terms…')
            app.key('Return')
            app.wait_for(None, re.compile('^Choose a deflator and a price year first'))
            app.key('ctrl+shift+o')
            app.wait_for('push button', 'Import')
            app.type(str(index))
            app.wait_still()
            app.key('Return')
            app.wait_for(None, '“prices” imported, with 2 years')
            app.wait_until(lambda: app.focus().name == 'Deflator: Not recorded', what='the keys back where a deflator is chosen')
            app.key('Return')
            app.wait_until(lambda: app.focus_is('text') or app.focus_is('entry'), what='where to look for a deflator')
            choose(app, 'prices', 'Deflators')
            app.wait_for('list item', 'Deflator: prices')
            press_to(app, 'Price Year')
            app.type('2019/20')
            app.key('Return')
            app.wait_for('push button', 'Real Terms')
            app.press_until('shift+Tab', lambda n: n.name == 'Real Terms', 60)
            app.key('Return')
            row(app, 'Repairs, about £146 million', 'Added')
            row(app, 'Meals, at least £167 million', 'Added')
            assert row(app, 'Buses', 'Cannot Be Added').name.count('no single index for 1998/99') == 1
            app.wait_for('label', 'at least about £313 million')
            app.wait_until(lambda: app.focus().name == 'Prices as Stated', what='the keys on what takes it back')
            for says, gone in (('Count a ledger in real terms', 'Repairs, about'), ('Change Price Year', None), ('Change Deflator', None)):
                app.key('ctrl+z')
                app.wait_for(None, re.compile(f'^Undid: {says}'))
                assert gone is None or not app.find_all('list item', re.compile(f'^{gone}'))
            app.wait_for('push button', 'Real Terms…')


if __name__ == '__main__':
    sys.exit(run(a_question_by_keyboard, what_may_not_be_added_is_shown_as_it_may, rows_of_the_table_are_added_up,
                 many_figures_are_added_up_and_copied, a_question_is_counted_in_real_terms))
