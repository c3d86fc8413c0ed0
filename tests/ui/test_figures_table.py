#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of figures: it stands where it was scrolled to, however many there are, is put in order by its
headings, and its cells are gone through by keys."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from carebrief import CareBrief, click_in_menu, command, folder, kept, library_of, run
from offer import Offer
from test_files import WITHOUT_ROOTS_RIGHTS

ROWS = 100000


def make_library(place, rows=ROWS):
    """A library of figures that are called by their place in the list."""
    path, source = place / 'many.carebrief', place / 'many.json'
    figures = [{'id': str(1000 + i), 'label': f'Row {i:06}', 'value': f'{i * 7919 % rows} people'} for i in range(rows)]
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': {'figure': figures}}))
    command('new', path)
    command('import', path, source)
    return path


def open_table(app):
    app.key('alt+3')
    app.wait_until(lambda: app.focus_is('table cell'), 60, 'the table of figures')
    app.wait_still(timeout=60)


def cell(app, row, heading):
    """What stands below a heading in the row of that name, which is in sight."""
    line = app.find('table row', where=lambda n: n.name.startswith(row), on_screen=False)
    return next(n.name[len(heading) + 2:] for n in line.children if n.name.startswith(heading + ': '))


def in_sight(app):
    """The rows in sight, from the first to the last."""
    rows = app.find_all('table row')
    return sorted(rows, key=lambda n: n.extents()[1])


def look(app):
    """How many rows are above the first that is seen, in fractions of one; and how high the rows' part of it and a row are."""
    rows = in_sight(app)
    head = app.find('push button', where=lambda n: n.name.startswith('Value') and n.parent.role == 'table')
    _, top, _, height = head.extents()
    _, table_top, _, table_height = rows[0].parent.extents()
    first, second = (row.extents()[1] for row in rows[1:3])
    tall = second - first
    return int(rows[1].name[4:10]) - (first - top - height) / tall, table_height - height - (top - table_top), tall


def turn(app, clicks, pause):
    app.scroll(in_sight(app)[2], dy=clicks, pause=pause)
    app.wait_still(timeout=60)
    return look(app)[0]


def the_wheel_keeps_its_place():
    with folder() as place, CareBrief(make_library(place)) as app:
        open_table(app)
        start, height, tall = look(app)
        for clicks, pause in ((240, 1 / 60), (240, 1 / 400), (20, 1 / 8)):
            # A click goes about so far in GTK.
            rows = clicks * height ** (2 / 3) / tall
            over = turn(app, clicks, pause) - start
            assert abs(over - rows) < rows / 50, f'{clicks} clicks went over {over} rows, not {rows}'
            half = turn(app, -clicks // 2, pause) - start
            assert abs(half - over / 2) < 0.1, f'half of them back led to {half} rows, not {over / 2}'
            back = turn(app, -clicks // 2, pause) - start
            assert abs(back) < 0.1, f'{clicks} clicks back led to {back} rows, not to the top'


def headings_put_it_in_order():
    with folder() as place, CareBrief(make_library(place)) as app:
        open_table(app)
        assert in_sight(app)[0].name.startswith('Row 000000')
        app.click(app.find('push button', 'Value'))
        app.wait_until(lambda: cell(app, in_sight(app)[0].name, 'Value') == '99,999 people', 30, 'the largest first')
        assert app.find_all('push button', 'Sort By: Amount, Largest First')
        app.click(app.find('push button', where=lambda n: n.name.startswith('Value, ')))
        app.wait_until(lambda: cell(app, in_sight(app)[0].name, 'Value') == '0 people', 30, 'the smallest first')
        app.click(app.find('push button', 'Figure'))
        app.wait_until(lambda: in_sight(app)[0].name.startswith('Row 000000'), 30, 'the first name first')
        # Where few would look for it in the menu it is an order, too.
        app.click(app.find('push button', 'Flow Kind'))
        app.wait_for('push button', 'Sort By: Flow Kind, In Order')


def keys_go_through_its_cells():
    with CareBrief() as app:
        open_table(app)
        assert app.focus().name == 'Figure: Additional GPs'
        app.key('Right')
        app.wait_until(lambda: app.focus().name == 'Value: 8,000 GPs', what='the next cell')
        app.press_to_row('Better Care Fund: announced minimum')
        app.key('Right')
        app.wait_until(lambda: app.focus().name == 'Value: £3.8 billion, two values held', what='the value')
        assert app.focus().parent.name.endswith(', £3.8 billion, Government (2010-15 coalition), pooled budget, two values held')
        # What is beside it follows.
        app.wait_for('text', 'Figure', where=lambda n: n.text == 'Better Care Fund: announced minimum')
        app.key('ctrl+End')
        app.wait_until(lambda: app.focus().name.startswith('As Stated: at least 20 years'), what='the last cell of all')
        app.key('ctrl+Home')
        app.wait_until(lambda: app.focus().name == 'Figure: Additional GPs', what='the first cell of all')
        app.key('space')
        app.wait_until(lambda: app.focus_is('text', None) and app.focus().text == 'Additional GPs', what='all of it')
        app.press_until('shift+Tab', lambda n: n.role == 'table cell', times=4)


def its_columns_are_chosen():
    with CareBrief() as app:
        open_table(app)
        assert not app.find_all('push button', 'Fund') and app.find_all('push button', 'Whose')
        app.press_until('shift+Tab', lambda n: n.name == 'Table')
        app.press_until('Right', lambda n: n.name == 'Columns')
        app.key('Return')
        app.press_until('Tab', lambda n: n.role == 'check box' and n.name == 'Whose')
        app.key('space')
        app.press_until('Tab', lambda n: n.role == 'check box' and n.name == 'Fund')
        app.key('space', 'Escape')
        app.wait_until(lambda: not app.find_all('push button', 'Whose'), what='the column gone')
        app.press_until('Tab', lambda n: n.role == 'table cell')
        app.press_to_row('Better Care Fund: announced minimum')
        app.key('End', 'Left', 'Left')
        app.wait_until(lambda: app.focus().name == 'Fund: Better Care Fund', what='the new column')


def only_what_a_briefing_uses_is_shown():
    with CareBrief() as app:
        open_table(app)
        n = len(in_sight(app))
        app.press_until('shift+Tab', lambda n: n.name == 'Table')
        app.press_until('Right', lambda n: n.name == 'Figures to Show')
        app.key('Return')
        app.press_until('Down', lambda n: n.name.startswith('Used in'))
        app.key('Return')
        app.wait_until(lambda: 0 < len(in_sight(app)) < n, what='fewer figures')
        names = [row.name for row in in_sight(app)]
        assert any(name.startswith('Better Care Fund: announced minimum') for name in names), names
        assert not any(name.startswith('GP appointment guarantee') for name in names), names


def places(app):
    """Where the words to find are typed, a tool of the table and what is shown beside it."""
    return [app.find('push button', name).extents() for name in ('Add Up', 'Add Link…')] + [app.focus().extents()]


def all_stays_where_nothing_is_found():
    with CareBrief() as app:
        open_table(app)
        app.key('ctrl+f')
        app.wait_until(lambda: app.focus().role in ('text', 'entry'), what='the filter')
        app.wait_still()
        before = places(app)
        app.type('wxyz')
        app.wait_for('label', 'Nothing Matches')
        app.wait_still()
        assert places(app) == before, (places(app), before)
        app.key('ctrl+a')
        app.key('BackSpace')
        app.wait_until(lambda: in_sight(app), what='all figures')
        app.wait_still()
        assert places(app) == before, (places(app), before)


def what_is_typed_is_found_from_its_beginning():
    with folder() as place, CareBrief(make_library(place, 2000)) as app:
        open_table(app)
        start = look(app)[0]
        app.key('ctrl+f')
        app.wait_until(lambda: app.focus().role in ('text', 'entry'), what='the filter')
        for words, first in (('row 0015', 'Row 001500'), ('row', 'Row 000000')):
            app.key('ctrl+a')
            app.type(words)
            app.wait_until(lambda first=first: in_sight(app)[0].name.startswith(first), what=f'{first} above all')
            app.wait_still()
            assert look(app)[0] - start == int(first[4:]), (look(app), start)


def make_trade_briefing(place):
    """A library with a figure that a briefing uses, which writes its numbers as the trade press does, and one that it does not."""
    path, source = place / 'trade.carebrief', place / 'trade.json'
    year = {'period': '2013-04-01/2014-03-31', 'flow': 'spend', 'period_basis': 'level'}
    records = {'briefing': [{'id': '1', 'title': 'Pooled money', 'status': 'draft', 'number_style': 'trade'},
                            {'id': '8', 'title': 'Without figures', 'status': 'draft'}],
               'section': [{'id': '2', 'briefing': '1', 'ordinal': '1', 'heading': 'Money', 'text': 'It is {figure:3}.'}],
               'figure': [{'id': '3', 'label': 'Used', 'value': '38e8 GBP', **year},
                          {'id': '4', 'label': 'Not used', 'value': '9e9 GBP', **year}],
               'ledger': [{'id': '5', 'question': 'Together?'}],
               'ledger_item': [{'id': '6', 'ledger': '5', 'figure': '3', 'ordinal': '1'}, {'id': '7', 'ledger': '5', 'figure': '4', 'ordinal': '2'}]}
    source.write_text(json.dumps({'format': 'carebrief-library', 'version': 1, 'records': records}))
    command('new', path)
    command('import', path, source)
    return path


def choose_to_add_up(app, key, name):
    app.click(app.find('combo box', 'Figures to Add Up'))
    app.wait_until(lambda: app.focus_is('list item'), what='the choices')
    app.press_until(key, lambda n: n.role == 'list item' and n.name == name)
    app.key('Return')


def show_look(app, name):
    app.click(app.find('push button', name))


def choose_scope(app, name):
    app.press_until('shift+Tab', lambda n: n.name == 'Table')
    app.press_until('Right', lambda n: n.name == 'Figures to Show')
    app.key('Return')
    app.press_until('Down' if name.startswith('Used') else 'Up', lambda n: n.name == name)
    app.key('Return')


def period(app):
    """What the row says of it, as its column may be out of sight."""
    return next(row.name for row in in_sight(app) if row.name.startswith('Used')).split(', ')[-1]


def a_briefing_says_how_its_figures_are_written():
    """In the table, the list, the chart and the ledger; all figures are written as in the house."""
    with folder() as place, CareBrief(make_trade_briefing(place)) as app:
        open_table(app)
        app.wait_until(lambda: any(row.name.startswith('Used, £3.8 billion') for row in in_sight(app)), what='the figures')
        assert cell(app, 'Used', 'Value') == '£3.8 billion' and period(app) == '2013/14', app.dump()
        choose_scope(app, 'Used in “Pooled money”')
        app.wait_until(lambda: not any(row.name.startswith('Not used') for row in in_sight(app)), what='what the briefing uses')
        app.wait_until(lambda: cell(app, 'Used', 'Value') == '£3.8bn', what='the number as the briefing writes it')
        assert period(app) == '2013–14', app.dump()
        app.press_until('Tab', lambda n: n.role == 'table cell')
        app.key('alt+equal')
        app.wait_for('combo box', 'Figures to Add Up')
        app.wait_for('label', re.compile('^Spending, level in a stated year, 2013–14|^spending, level in a stated year, 2013–14'))
        assert app.find_all('label', '£3.8bn') and not app.find_all('label', '£3.8 billion'), app.dump()
        choose_to_add_up(app, 'Down', 'All of Them')
        app.wait_until(lambda: app.find_all('label', '£3.8bn') and not app.find_all('list item', re.compile('^Not used')), what='its figures')
        choose_to_add_up(app, 'Up', 'Together?')
        app.wait_until(lambda: app.find_all('label', '£12.8bn'), what='the question')
        assert not app.find_all('label', re.compile('billion')), app.dump()
        show_look(app, 'Chart')
        words = app.wait_for(None, where=lambda n: 'Used' in (n.description or '')).description
        assert '£3.8bn' in words and 'Not used' not in words, words
        show_look(app, 'Table')
        app.wait_until(lambda: app.find_all('table row'), what='the table')
        app.resize(360, 640)
        app.wait_until(lambda: app.find_all('list item', re.compile('^Used, £3.8bn, .*2013–14')), what='the list')
        app.resize(1280, 800)
        app.wait_until(lambda: app.find_all('table row'), what='the table again')
        choose_scope(app, 'All Figures')
        app.wait_until(lambda: any(row.name.startswith('Not used') for row in in_sight(app)), what='all figures')
        assert cell(app, 'Used', 'Value') == '£3.8 billion' and period(app) == '2013/14', app.dump()


def questions_are_there_for_a_briefing_without_figures():
    with folder() as place, CareBrief(make_trade_briefing(place)) as app:
        open_table(app)
        choose_scope(app, 'Used in “Without figures”')
        app.wait_for('label', 'No Figures in the Briefing')
        show_look(app, 'Ledger')
        app.wait_for('label', '£12.8 billion')
        choose_to_add_up(app, 'Down', 'All of Them')
        app.wait_for('label', 'No Figures in the Briefing')
        choose_to_add_up(app, 'Up', 'Together?')
        app.wait_for('label', '£12.8 billion')
        show_look(app, 'Chart')
        app.wait_for('label', 'No Figures in the Briefing')


def what_is_done_is_done_to_the_row_with_the_cursor():
    """Also where another figure is shown, which is not in the table any more."""
    with folder() as place, CareBrief(make_trade_briefing(place)) as app:
        open_table(app)
        app.wait_text('text', 'Figure', 'Not used')
        choose_scope(app, 'Used in “Pooled money”')
        app.wait_until(lambda: [row.name.split(',')[0] for row in in_sight(app)] == ['Used'], what='what the briefing uses')
        app.press_until('Tab', lambda n: n.role == 'table cell')
        app.key('alt+Return')
        app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Used', what='all of the figure')


def figure(data, label):
    """What the library holds of a figure, which a window may have open."""
    figures = json.loads(command('list', 'figures', '--format', 'json', library_of(data)))
    return next((f for f in figures if f['label'] == label), None)


def acts(data):
    return len(re.findall(r'^ *\d+ ', command('history', library_of(data)), re.M))


def at_cell(app, row, heading):
    app.press_to_row(row)
    app.key('Home')
    app.press_until('Right', lambda n: n.name.startswith(heading + ': '))


def focus_says(app, words):
    app.wait_until(lambda: app.focus() is not None and app.focus().name.startswith(words), what=f'the focus on {words!r}')


def cells_are_typed_in():
    """What is typed as people write is understood as a whole, is one act, and is undone at once."""
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        before = acts(data)
        at_cell(app, 'Integrated Care Fund', 'Value')
        app.type('£500m a year for five years')
        app.wait_for('label', re.compile('^Understood: £500 million'))
        app.key('Return')
        focus_says(app, 'Value: 16 pilots')
        app.wait_until(lambda: acts(data) == before + 1, what='the act saved')
        kept = figure(data, 'Integrated Care Fund')
        assert (kept['value'], kept['period_basis']) == ('500e6 GBP', 'per-year'), kept
        app.wait_until(lambda: cell(app, 'Integrated Care Fund', 'Period Basis') == 'per year', what='it in its cells')
        app.key('ctrl+z')
        app.wait_until(lambda: figure(data, 'Integrated Care Fund')['value'] == '300e6 GBP', what='it undone')
        assert figure(data, 'Integrated Care Fund')['period_basis'] != 'per-year'
        # By F2 over what is there; Tab goes on; Escape gives up.
        at_cell(app, 'Healthcare fund', 'Value')
        app.key('F2')
        app.wait_until(lambda: app.focus_is('text') and app.focus().text == '£2.5 billion', what='what it says')
        app.key('Home', 'Right', 'Right', 'Right', 'Delete')
        app.type('6')
        app.key('Tab')
        focus_says(app, 'Whose: Liberal Democrats')
        app.wait_until(lambda: figure(data, 'Healthcare fund')['value'] == '26e8 GBP', what='it saved')
        app.key('Left')
        app.type('£9bn')
        app.key('Escape')
        focus_says(app, 'Value: £2.6 billion')
        assert figure(data, 'Healthcare fund')['value'] == '26e8 GBP'


def what_is_not_understood_stays_in_its_cell():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_table(app)
            at_cell(app, 'Healthcare fund', 'Value')
            app.type('about nothing\n')
            app.wait_for('label', re.compile('^“about nothing” cannot be read'))
            app.key('Down')
            focus_says(app, 'Value: not specified')
            app.wait_for('label', re.compile('^“about nothing” cannot be read'), gone=True)
            assert cell(app, 'Healthcare fund', 'Value').startswith('about nothing, “about nothing” cannot be read')
            assert figure(data, 'Healthcare fund')['value'] == '25e8 GBP'
            assert app.quit() == 0
        with CareBrief(data=data) as app:
            open_table(app)
            at_cell(app, 'Healthcare fund', 'Value')
            focus_says(app, 'Value: about nothing')
            app.key('Return', 'Escape')
            focus_says(app, 'Value: £2.5 billion')


def what_is_typed_in_a_cell_outlives_the_program():
    with folder() as data:
        with CareBrief(data=data) as app:
            open_table(app)
            at_cell(app, 'Healthcare fund', 'Value')
            app.type('at least £7')
            app.wait_until(lambda: 'at least £7' in kept(data), what='it kept while it is typed')
            app.type('bn')
            app.wait_until(lambda: 'at least £7bn' in kept(data), what='the rest kept')
            app.kill()
        with CareBrief(data=data) as app:
            open_table(app)
            before = acts(data)
            at_cell(app, 'Healthcare fund', 'Value')
            focus_says(app, 'Value: at least £7bn, It was typed and not kept')
            app.key('Return', 'Return')
            app.wait_until(lambda: figure(data, 'Healthcare fund')['value'] == '>=7e9 GBP', what='it in the library')
            assert acts(data) == before + 1
            app.wait_until(lambda: '£7' not in kept(data), what='it no longer kept beside')
            # Nothing is kept of what was typed and given up, nor done where nothing was changed.
            app.key('Up')
            app.type('£88bn')
            app.wait_until(lambda: '£88bn' in kept(data), what='it kept while it is typed')
            app.key('Escape')
            app.wait_until(lambda: '£88bn' not in kept(data), what='it given up')
            app.key('F2', 'Return')
            focus_says(app, 'Value: not specified')
            assert app.quit() == 0
            assert acts(data) == before + 1


def choices_and_records_are_chosen():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Flow Kind')
        app.type('poo')
        app.wait_for('label', 'pooled budget')
        app.key('Return')
        app.wait_until(lambda: figure(data, 'Healthcare fund')['flow'] == 'pooled-budget', what='the word saved')
        app.key('Up', 'Return')
        app.wait_until(lambda: app.focus_is('list item') and app.focus().name == 'pooled budget', what='the words')
        app.press_until('Up', lambda n: n.name == 'spending')
        app.key('Return')
        focus_says(app, 'Flow Kind: spending')
        app.key('Left')
        app.type('Lab')
        app.wait_for('list item', re.compile('^Labour Party'))
        app.key('Return')
        focus_says(app, 'Whose: Labour Party')
        app.key('ctrl+z')
        focus_says(app, 'Whose: Liberal Democrats')


def a_row_stays_while_it_is_edited():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        names = [n.name for n in in_sight(app)]
        assert names[0].startswith('Additional GPs, ')
        app.type('Zebras')
        app.key('Tab')
        focus_says(app, 'Value: 8,000 GPs')
        app.wait_until(lambda: figure(data, 'Zebras'), what='the name saved')
        app.wait_still()
        assert in_sight(app)[0].name.startswith('Zebras')
        app.key('Left', 'Down')
        app.wait_until(lambda: in_sight(app)[0].name.startswith('Additional GPs (second'), what='its place by its name now')
        focus_says(app, 'Figure: Additional GPs (second')


def rows_are_filled_in_one_below_the_other():
    """Tab goes along a row, and Enter to where the next begins; what is not typed in a cell is not typed elsewhere."""
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Figure')
        app.type('Health fund')
        app.key('Tab')
        focus_says(app, 'Value: £2.5 billion')
        app.type('£6bn')
        app.key('Return')
        focus_says(app, 'Figure: Innovation fund')
        app.wait_until(lambda: figure(data, 'Health fund') and figure(data, 'Health fund')['value'] == '6e9 GBP', what='both kept')
        app.key('Right')
        app.type('£9bn')
        app.key('Return')
        focus_says(app, 'Value: £300 million')
        at_cell(app, 'Innovation fund', 'Sources')
        app.type('BBC News')
        app.wait_for(None, re.compile('^This is not typed in the table'))
        focus_says(app, 'Sources: ')
        assert figure(data, 'Innovation fund')


def what_a_letter_was_typed_over_comes_back():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        before = acts(data)
        at_cell(app, 'Healthcare fund', 'Value')
        app.type('£7bn')
        app.wait_until(lambda: app.focus_is('text') and app.focus().text == '£7bn', what='it typed')
        app.key('ctrl+z')
        app.wait_until(lambda: app.focus().text == '£2.5 billion', what='what it was typed over')
        app.key('Return')
        focus_says(app, 'Value: not specified')
        assert cell(app, 'Healthcare fund', 'Value') == '£2.5 billion' and acts(data) == before
        # What is made empty on purpose is.
        app.key('Up')
        app.type('7')
        app.key('BackSpace', 'Return')
        app.wait_until(lambda: figure(data, 'Healthcare fund').get('value') is None, what='the cell empty')


def what_was_typed_elsewhere_is_not_undone_in_a_cell():
    with CareBrief() as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Value')
        app.type('£77bn')
        app.key('Escape')
        focus_says(app, 'Value: £2.5 billion')
        app.key('F2')
        app.wait_until(lambda: app.focus_is('text'), what='the cell typed in')
        app.type('x')
        app.key('ctrl+z', 'ctrl+z', 'ctrl+z')
        app.wait_until(lambda: app.focus().text == '£2.5 billion', what='what the cell says')
        app.wait_still()
        assert app.focus().text == '£2.5 billion', app.focus().text


def the_keys_come_back_to_a_cell_that_was_typed_in():
    with CareBrief() as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Value')
        app.type('£7bn')
        app.key('alt+1')
        app.wait_until(lambda: app.focus_is('list item', 'Briefings'), what='the briefings')
        app.key('alt+3')
        focus_says(app, 'Value: £7 billion')


def a_window_made_wider_shows_all_of_its_rows():
    def flow_kind(app):
        cell_of_fund = app.find('table cell', 'Flow Kind: spending', where=lambda n: n.parent.name.startswith('Healthcare fund'))
        return app.pixels(app.rect(cell_of_fund))

    with CareBrief() as app:
        open_table(app)
        before = flow_kind(app)
        app.resize(360, 640)
        app.wait_until(lambda: not app.find_all('table row'), what='the list in its place')
        app.resize(1280, 800)
        app.wait_until(lambda: len(in_sight(app)) > 10, what='the table again')
        app.wait_still()
        assert flow_kind(app) == before, 'a cell does not look as before'


# What LibreOffice Calc 7.4.7 had on the clipboard when ten rows of three cells were copied: all but pictures and
# embedded documents, of which nothing is kept.
CALC = Path(__file__).resolve().parent.parent / 'data' / 'calc'


def dump(data):
    return command('list', 'figures', '--format', 'json', library_of(data))


def a_block_from_calc_is_pasted_and_undone_at_once():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        before, done = dump(data), acts(data)
        # The last three rows, and seven beyond the end.
        app.key('ctrl+End', 'Home', 'Up', 'Up')
        with Offer(app, CALC) as calc:
            # The program asks for what is offered there before it knows.
            app.wait_still()
            app.key('ctrl+v')
            app.wait_for(None, '30 cells pasted')
            assert calc.asked == ['text/html'], calc.asked
        app.wait_until(lambda: acts(data) == done + 1, what='one act')
        was = json.loads(before)
        pasted = {f['label']: (f.get('value'), f.get('period_basis'), f.get('actor')) for f in json.loads(dump(data)) if f not in was}
        assert pasted == {
            'NHS funding devolved in Greater Manchester': ('6000000000 GBP', None, '1001'),
            'Better Care Fund: pooled locally': ('53e8 GBP', None, '1007'),
            'Healthcare fund': ('500e6 GBP', 'per-year', '1003'),
            # Below a cell that is merged with it.
            'Innovation fund': ('not-specified', None, None),
            'Integrated Care Fund': ('300000000 GBP', None, '1006'),
            'Additional GPs': ('8000 GPs', None, '1002'),
            'Savings Monitor expected from integration': ('4e9..6e9 GBP', None, None),
            'Share of CCG funding to put aside each year': ('2 %', None, '1007'),
            # Of two lines, and beside a comment that is no part of the cell.
            'Time to Care fund (“many” of the GPs & nurses)': ('>=25e8 GBP', None, '1002'),
            '"Savings" from ending competition rules': ('100e6 GBP', None, '1002'),
        }, pasted
        assert len(json.loads(dump(data))) == len(was) + 7
        app.key('ctrl+z')
        app.wait_until(lambda: dump(data) == before, what='all of it undone at once')


def what_cannot_be_read_of_a_block_waits_in_its_cell():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Value')
        app.paste('£2.7bn\tLabour Party\nmuch\tnobody\n')
        app.wait_for(None, '2 cells pasted; 2 cannot be read and wait where they were pasted')
        app.wait_until(lambda: figure(data, 'Healthcare fund')['value'] == '27e8 GBP', what='what can be read saved')
        assert figure(data, 'Innovation fund')['value'] == 'not-specified GBP'
        assert cell(app, 'Innovation fund', 'Value').startswith('much, ')


def a_block_is_copied_and_emptied():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Value')
        app.key('shift+Down', 'shift+Right', 'ctrl+c')
        app.wait_until(lambda: app.clipboard() == '£2.5 billion\tLiberal Democrats\nnot specified\tLiberal Democrats\n',
                       what='the block as text')
        html = subprocess.run(['xclip', '-selection', 'clipboard', '-t', 'text/html', '-out'], env=app.env, capture_output=True,
                              timeout=5, check=True).stdout.decode()
        assert '<tr><td>£2.5 billion</td><td>Liberal Democrats</td></tr>' in html, html
        app.key('Delete')
        app.wait_until(lambda: figure(data, 'Innovation fund').get('actor') is None, what='the cells empty')
        assert figure(data, 'Healthcare fund').get('value') is None
        app.key('ctrl+z')
        app.wait_until(lambda: figure(data, 'Innovation fund').get('actor') == '1003', what='it undone at once')
        assert figure(data, 'Healthcare fund')['value'] == '25e8 GBP'


def copied(app):
    """The rows of cells that are on the clipboard."""
    return [line.split('\t') for line in app.clipboard().splitlines()]


def copy_says(app, said, what):
    app.key('ctrl+c')
    app.wait_until(lambda: said(copied(app)), what=what)


def rows_columns_and_all_are_selected():
    with CareBrief() as app:
        open_table(app)
        n = len(json.loads(command('list', 'figures', '--format', 'json', library_of(app.env['XDG_DATA_HOME']))))
        at_cell(app, 'Healthcare fund', 'Value')
        app.key('shift+space')
        copy_says(app, lambda rows: len(rows) == 1 and rows[0][:3] == ['Healthcare fund', '£2.5 billion', 'Liberal Democrats']
                  and len(rows[0]) > 10, 'the row')
        app.key('shift+Down')
        copy_says(app, lambda rows: [row[0] for row in rows] == ['Healthcare fund', 'Innovation fund'] and len(rows[1]) > 10,
                  'two rows')
        app.key('Up', 'ctrl+space')
        copy_says(app, lambda rows: len(rows) == n and ['£2.5 billion'] in rows, 'the column')
        focus_says(app, 'Value: £2.5 billion')
        app.key('ctrl+a')
        copy_says(app, lambda rows: len(rows) == n and all(len(row) > 10 for row in rows), 'all')
        focus_says(app, 'Value: £2.5 billion')
        app.key('ctrl+Left')
        focus_says(app, 'Figure: Healthcare fund')
        app.key('ctrl+Right')
        focus_says(app, 'As Stated: ')
        app.key('ctrl+Left', 'ctrl+shift+Right')
        copy_says(app, lambda rows: len(rows) == 1 and len(rows[0]) > 10, 'all of the row')


def a_block_is_drawn_with_the_mouse():
    """Held below the last row in sight it goes on."""
    with folder() as place, CareBrief(make_library(place, 200)) as app:
        open_table(app)
        n = len(in_sight(app))
        start = app.find('table cell', 'Value: 0 people')
        app.drag(start, app.find('table cell', where=lambda c: c.name.startswith('Whose: ') and c.parent.name.startswith('Row 000004')))
        copy_says(app, lambda rows: len(rows) == 5 and len(rows[0]) == 2, 'what was drawn over')
        x, y = app.point(start)
        app.drag((x, y), (x, app.size[1] - 1), steps=60, pause=0.05)
        copy_says(app, lambda rows: n < len(rows) <= 200 and all(len(row) == 1 for row in rows), 'more than was in sight')


def cells_are_cut_and_cleared():
    """By key and in a menu; a figure keeps its name; each is one step."""
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        done = acts(data)
        at_cell(app, 'Healthcare fund', 'Value')
        app.key('shift+Right', 'ctrl+x')
        app.wait_until(lambda: figure(data, 'Healthcare fund').get('value') is None, what='the cells empty')
        assert figure(data, 'Healthcare fund').get('actor') is None and acts(data) == done + 1
        app.wait_until(lambda: app.clipboard() == '£2.5 billion\tLiberal Democrats\n', what='them on the clipboard')
        app.key('ctrl+z')
        app.wait_until(lambda: figure(data, 'Healthcare fund').get('actor') is not None, what='it undone at once')
        assert figure(data, 'Healthcare fund')['value'] == '25e8 GBP'
        app.key('shift+space', 'Delete')
        app.wait_until(lambda: figure(data, 'Healthcare fund').get('value') is None, what='the row empty, and its name kept')
        app.key('ctrl+z')
        app.wait_until(lambda: figure(data, 'Healthcare fund').get('value') is not None, what='it undone at once')


def what_can_be_done_is_in_a_menu():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Value')
        app.key('shift+F10')
        app.wait_for('menu item', 'Cut')
        app.wait_still()
        names = [n.name for n in app.find_all('menu item')]
        assert names == ['Edit', 'Cut', 'Copy', 'Paste', 'Clear', 'Add Up', 'Open Figure', 'New Figure…', 'Delete Figure', 'Column'], names
        click_in_menu(app, 'Copy')
        app.wait_until(lambda: app.clipboard() == '£2.5 billion\n', what='the cell on the clipboard')
        focus_says(app, 'Value: £2.5 billion')
        # Elsewhere it is of what is pointed at.
        app.click(app.find('table cell', 'Value: not specified', where=lambda n: n.parent.name.startswith('Innovation fund')),
                  button=3)
        app.wait_for('menu item', 'Paste')
        click_in_menu(app, 'Paste')
        app.wait_until(lambda: figure(data, 'Innovation fund')['value'] == '25e8 GBP', what='it pasted')
        focus_says(app, 'Value: £2.5 billion')
        app.key('Menu')
        click_in_menu(app, 'Open Figure')
        app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Innovation fund', what='all of the figure')


def a_figure_is_deleted_where_it_is():
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        at_cell(app, 'Additional GPs (second mention)', 'Value')
        app.key('shift+F10')
        click_in_menu(app, 'Delete Figure')
        focus_says(app, 'Value: 29 areas')
        app.wait_until(lambda: figure(data, 'Additional GPs (second mention)') is None, what='the figure deleted')
        app.key('ctrl+z')
        app.wait_until(lambda: figure(data, 'Additional GPs (second mention)') is not None, what='it back')


def who_makes_no_figure_after_all_goes_on_in_the_cell():
    with CareBrief() as app:
        open_table(app)
        at_cell(app, 'Healthcare fund', 'Value')
        app.key('ctrl+n')
        app.wait_until(lambda: app.focus_is('text'), what='the form')
        app.key('Escape')
        focus_says(app, 'Value: £2.5 billion')
        app.key('Down')
        focus_says(app, 'Value: not specified')


def a_new_figure_is_in_sight():
    """Also below the last; and who takes it back stays where it stood."""
    with folder() as data, CareBrief(data=data) as app:
        open_table(app)
        app.key('ctrl+End')
        app.wait_until(lambda: in_sight(app)[-1].name.startswith('Years of attempts'), what='the last row')
        app.key('ctrl+n')
        app.wait_for('text', 'Figure')
        app.type('Zeta fund')
        app.key('Return')
        app.wait_until(lambda: in_sight(app)[-1].name.startswith('Zeta fund'), what='the new row in sight')
        app.press_until('shift+Tab', lambda n: n.role == 'push button' and n.name == 'Delete This Record')
        app.key('ctrl+z')
        app.wait_until(lambda: in_sight(app)[-1].name.startswith('Years of attempts'), what='it gone')
        app.wait_text('text', 'Figure', 'Years of attempts')


def what_can_only_be_read_says_so_once():
    with folder() as place:
        path = make_library(place, 3)
        path.chmod(0o400)
        with CareBrief(path, before=WITHOUT_ROOTS_RIGHTS if os.geteuid() == 0 else ()) as app:
            open_table(app)
            why = re.compile('^No cell can be changed, as the library can only be read')
            app.key('Right', 'F2')
            app.wait_for(None, why)
            assert app.find_all('alert'), 'nothing is said above'
            focus_says(app, 'Value: 0 people')
            app.key('shift+F10')
            app.wait_for('menu item', 'Copy')
            assert [n.name for n in app.find_all('menu item')] == ['Copy', 'Add Up', 'Open Figure', 'Column']
            app.key('Escape')
            app.wait_for(None, why, gone=True)
            app.type('7bn')
            app.key('Delete', 'ctrl+x', 'ctrl+v', 'Return')
            app.wait_still()
            assert not app.find_all(None, why)
            focus_says(app, 'Value: 0 people')


def head(app, name):
    return app.find('push button', where=lambda n: n.name.split(',')[0] == name and n.parent.role == 'table')


def width(app, name):
    return head(app, name).extents()[2]


def end_of(app, name):
    """The edge of a heading, which has some pixels beside its text."""
    x, y, w, h = app.rect(head(app, name))
    return x + w + 5, y + h // 2


def pull(app, name, by):
    x, y = end_of(app, name)
    app.drag((x, y), (x + by, y))
    app.wait_still()


def columns_are_made_wider_and_narrower():
    """By pointer, by key and in a menu; and are so after the next start."""
    with folder() as data:
        keep = ('env', 'GSETTINGS_BACKEND=keyfile', f'XDG_CONFIG_HOME={data}/config')
        with CareBrief(data=data, before=keep) as app:
            open_table(app)
            usual, beside = width(app, 'Value'), head(app, 'Whose').extents()[0]
            pull(app, 'Value', 100)
            assert abs(width(app, 'Value') - usual - 100) <= 2, width(app, 'Value') - usual
            assert abs(head(app, 'Whose').extents()[0] - beside - 100) <= 2
            assert not app.find_all('push button', re.compile('^Value, ')), 'it was put in order'
            # A heading is not cut off, and by a double click all of what is below it is seen.
            pull(app, 'Figure', -150)
            assert 30 < width(app, 'Figure') < 120, width(app, 'Figure')
            app.click(end_of(app, 'Figure'), count=2)
            app.wait_until(lambda: width(app, 'Figure') > 250, what='the names seen')
            fits = width(app, 'Figure')
            at_cell(app, 'Healthcare fund', 'Whose')
            before = width(app, 'Whose')
            app.key('alt+shift+Right')
            app.wait_until(lambda: width(app, 'Whose') > before, what='the column wider')
            wider = width(app, 'Whose')
            app.click(head(app, 'Value'), button=3)
            click_in_menu(app, 'Usual Width')
            app.wait_until(lambda: width(app, 'Value') == usual, what='the column as wide as usual')
            focus_says(app, 'Whose: Liberal Democrats')
            assert app.quit() == 0
        with CareBrief(data=data, before=keep) as app:
            open_table(app)
            assert [width(app, name) for name in ('Figure', 'Value', 'Whose')] == [fits, usual, wider]
            at_cell(app, 'Healthcare fund', 'Whose')
            app.key('alt+shift+Left')
            app.wait_until(lambda: width(app, 'Whose') == before, what='the column narrower')


if __name__ == '__main__':
    sys.exit(run(the_wheel_keeps_its_place, headings_put_it_in_order, keys_go_through_its_cells, its_columns_are_chosen, only_what_a_briefing_uses_is_shown, all_stays_where_nothing_is_found,
                 what_is_typed_is_found_from_its_beginning,
                 a_briefing_says_how_its_figures_are_written, questions_are_there_for_a_briefing_without_figures,
                 what_is_done_is_done_to_the_row_with_the_cursor,
                 cells_are_typed_in, what_is_not_understood_stays_in_its_cell, what_is_typed_in_a_cell_outlives_the_program, choices_and_records_are_chosen,
                 a_row_stays_while_it_is_edited, rows_are_filled_in_one_below_the_other, what_a_letter_was_typed_over_comes_back, what_was_typed_elsewhere_is_not_undone_in_a_cell,
                 the_keys_come_back_to_a_cell_that_was_typed_in, a_window_made_wider_shows_all_of_its_rows,
                 a_block_from_calc_is_pasted_and_undone_at_once, what_cannot_be_read_of_a_block_waits_in_its_cell, a_block_is_copied_and_emptied,
                 rows_columns_and_all_are_selected, a_block_is_drawn_with_the_mouse, cells_are_cut_and_cleared, what_can_be_done_is_in_a_menu,
                 a_figure_is_deleted_where_it_is, who_makes_no_figure_after_all_goes_on_in_the_cell, a_new_figure_is_in_sight,
                 what_can_only_be_read_says_so_once,
                 columns_are_made_wider_and_narrower))
