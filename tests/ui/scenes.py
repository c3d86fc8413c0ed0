# SPDX-License-Identifier: GPL-3.0-or-later
"""How each view, window, dialog and menu is reached, for its picture.

A scene begins in any view of the sample's library and may leave anything open: the
next one begins with Escape. What it looks for begins as the English words do, as
translations may be made longer."""

import re

from carebrief import BRIEFING, VIEWS, click_in_menu, click_menu_item, folder

# What the main menu opens.
WINDOWS = ('Export All Briefings…', 'Backups', 'Duplicate Sources', 'History', 'Bin', 'Preferences',
           'Keyboard Shortcuts', 'About CareBrief')
LOOKS = {'Positions': 'Matrix', 'Figures': 'Chart', 'Timeline': 'List'}
CHANGED = 'Integrated care organisations in every area'
PLEDGE = 'Join health and social care fully'
SECTION = 'Two systems from the start'
BOXES = ('Legislation', 'NHS England on joining up care', 'Long-term conditions', 'Party lines', 'Local areas pooled')


def named(name):
    """A translation made longer begins as the name does."""
    return re.compile('^' + re.escape(name))


def slug(name):
    return re.sub(r'\W+', '-', name.lower()).strip('-')


def press(app, name, **options):
    app.click(app.wait_for('push button', named(name), **options))


def to(app, name, role=None, key='Tab'):
    """Goes by Tab to what is called so."""
    return app.press_until(key, lambda n: n.name.startswith(name) and role in (None, n.role), times=80)


def is_on(app, name):
    app.wait_until(lambda: app.focus() is not None and app.focus().name.startswith(name), what=f'the focus on {name!r}')


def show(app, view):
    """Shows a view: its list where there is no room for more."""
    app.key(f'alt+{VIEWS.index(view) + 1}')
    app.wait_for('page tab', named(view))
    if app.find_all('push button', named('Back')):
        app.key('alt+Left')
    app.wait_still()


def to_row(app, view, name=None):
    """Goes to a row of the list of a view, and opens it where there is no room beside the list."""
    show(app, view)
    app.press_until('Tab', lambda n: n.role in ('list item', 'table cell'))
    app.key('ctrl+Home')
    if name is not None:
        app.press_to_row(name)
    if app.window_size[0] < 1000:
        app.key('Return')
        app.wait_for('push button', named('Back'))


def look(app, view, name):
    """Chooses how a view shows its records."""
    show(app, view)
    press(app, name)
    app.wait_still()


def each_view(shot):
    app = shot.app
    for number, view in enumerate(VIEWS, 1):
        app.key(f'alt+{number}')
        shot.take(view.lower())
        if view in LOOKS:
            # Where there is little room the timeline is a list at first.
            other = 'Lanes' if view == 'Timeline' and app.window_size[0] < 600 else LOOKS[view]
            look(app, view, other)
            shot.take(f'{view.lower()}-{other.lower()}')
            look(app, view, 'Lanes' if view == 'Timeline' else 'Table' if view == 'Figures' else 'List')


def a_table_of_figures(shot):
    """Typed in a cell, refused, chosen from words, and its columns."""
    app = shot.app
    on, back = ('Left', 'Right') if shot.tag.endswith('rtl') else ('Right', 'Left')
    show(app, 'Figures')
    if not app.find_all('table row'):
        return
    app.press_until('Tab', lambda n: n.role == 'table cell')
    app.press_to_row('Integrated Care Fund')
    app.key(on)
    app.type('£500m a year for five years')
    shot.take('table-typed')
    app.key('Escape')
    app.type('about nothing\n')
    shot.take('table-refused')
    app.key('Escape', on, on, 'Return')
    app.wait_for('list item', named('spending'))
    shot.take('table-choice')
    app.key('Escape', back, 'shift+Down', f'shift+{on}')
    shot.take('table-block')
    press(app, 'Columns')
    app.wait_for('check box', named('Figure'))
    shot.take('table-columns')
    app.key('Escape')


def each_detail(shot):
    look(shot.app, 'Timeline', 'List')
    for view in VIEWS:
        to_row(shot.app, view)
        shot.app.scroll(shot.app.find('push button', named('Delete This Record')), dy=100)
        shot.take(f'{view.lower()}-detail-end')


def each_new_record(shot):
    for number, view in enumerate(VIEWS[1:], 2):
        shot.app.key(f'alt+{number}', 'ctrl+n')
        shot.take(f'{view.lower()}-new')
        shot.app.key('Return')
        shot.take(f'{view.lower()}-new-missing')
        shot.app.key('Escape', 'Escape')
    shot.app.key('alt+5')
    press(shot.app, 'New of Another Kind')
    shot.take('sources-new-menu')


def searches(shot):
    app = shot.app
    app.key('alt+2', 'ctrl+f')
    app.type('care')
    shot.take('find')
    app.type('zzz')
    shot.take('find-nothing')
    app.key('Escape', 'ctrl+shift+f')
    shot.take('search-empty')
    app.type('care fund')
    shot.take('search')
    app.type('zzz')
    shot.take('search-nothing')


def each_window(shot):
    app = shot.app
    app.key('alt+1', 'F10')
    shot.take('menu')
    app.key('Escape')
    for name in WINDOWS:
        app.key('alt+1', 'F10')
        click_menu_item(app, name, named)
        shot.take(slug(name))
        app.key('Escape')
        if len(app.windows()) > 1:
            app.key('ctrl+w')


def a_position(shot):
    app = shot.app
    to_row(app, 'Positions', CHANGED)
    shot.take('versions')
    to(app, 'Record a Change…')
    app.key('Tab', 'Down', 'Down', 'Right', 'space')
    shot.take('versions-compared')
    app.key('ctrl+shift+h')
    is_on(app, 'Wording')
    shot.take('change')
    app.key('ctrl+Return')
    shot.take('change-missing')
    to(app, 'Speaker')
    app.key('Return')
    app.type('b')
    shot.take('picker')


def a_cell_of_the_matrix(shot):
    app = shot.app
    look(app, 'Positions', 'Matrix')
    app.click(app.wait_until(lambda: app.find_all('push button', re.compile('not assessed')), what='an empty cell')[0])
    is_on(app, 'Position in a Few Words')
    shot.take('matrix-new')


def what_stands_round_the_timeline(shot):
    app = shot.app
    look(app, 'Timeline', 'Lanes')
    press(app, 'As of')
    shot.take('timeline-day')
    app.key('ctrl+a')
    app.type('1 June 2019')
    app.key('Return')
    app.wait_still()
    press(app, 'Filter')
    shot.take('timeline-filter')
    app.click(app.wait_for('menu item', named('Overdue')))
    app.wait_still()
    shot.take('timeline-found')
    app.key('ctrl+l')
    app.wait_until(lambda: app.focus_is('list item'), what='a row')
    app.key('shift+F10')
    shot.take('timeline-menu-of-row')
    app.key('Escape')
    press(app, 'Timeline Menu')
    shot.take('timeline-menu')


def elections_behind_the_lanes(shot):
    app = shot.app
    look(app, 'Timeline', 'Lanes')
    press(app, 'Timeline Menu')
    click_in_menu(app, named('Lanes and Rulers'))
    shot.take('timeline-looks')
    click_in_menu(app, named('General Elections'))
    app.wait_still()
    shot.take('timeline-elections')


def a_pledge(shot):
    app = shot.app
    look(app, 'Timeline', 'List')
    to_row(app, 'Timeline', PLEDGE)
    shot.take('pledge')
    app.key('ctrl+shift+j')
    app.wait_until(lambda: app.focus_is('combo box'), what='the form')
    shot.take('verdict')
    app.key('Escape')
    to(app, 'by 2018', role='list item')
    app.key('Return')
    shot.take('deadline')
    to(app, 'before the period named begins', role='list item')
    app.key('Return')
    app.wait_for('push button', named('Choose'))
    shot.take('reading')
    app.key('Escape')


def charts(shot):
    """By newness, over years, and the same numbers as a table."""
    app = shot.app
    look(app, 'Figures', 'Chart')
    for what, entries in (('newness', 1), ('years', 2)):
        press(app, 'Bars' if what == 'newness' else 'Bars by Newness')
        app.key('Home', *['Down'] * entries, 'Return')
        app.wait_still()
        shot.take(f'chart-{what}')
    press(app, 'Chart Menu')
    app.key('Home', 'Return')
    app.wait_still()
    shot.take('chart-table')
    look(app, 'Figures', 'Table')


def a_figure(shot):
    app = shot.app
    to_row(app, 'Figures', 'Better Care Fund: announced minimum')
    shot.take('figure')
    to(app, 'Whose')
    app.key('Return')
    is_on(app, 'Find in Actors')
    shot.take('picker-of-a-field')
    app.type('Zebra Alliance')
    app.key('Return')
    app.wait_for('push button', named('Add'))
    shot.take('picker-new')
    app.key('Escape')
    app.key('Escape')
    to_row(app, 'Figures', 'Better Care Fund: announced minimum')
    press(app, 'History of This Record')
    shot.take('record-history')
    app.key('Escape')


def a_refused_value(shot):
    app = shot.app
    to_row(app, 'Figures', 'Better Care Fund: announced minimum')
    to(app, 'Value')
    app.key('ctrl+a')
    app.type('quite a lot')
    app.key('Return')
    shot.take('value-refused')
    app.key('Escape')


def a_source(shot):
    app = shot.app
    to_row(app, 'Sources', 'Labour backs down')
    shot.take('source')


def paste_source(app, link):
    show(app, 'Sources')
    # On a busy machine Tab would go on from there to a text, and the link be pasted into that.
    app.wait_until(lambda: app.focus_is('list item', 'Sources'), what='the focus in the list')
    app.paste(link)
    app.wait_text('text', named('Link'), link)


def pasted_sources(shot):
    app = shot.app
    paste_source(app, 'https://www.example.org/a-plan/')
    app.wait_for(None, named('1 source added'))
    shot.take('toast')
    paste_source(app, 'http://example.org/a-plan#top')
    app.key('alt+1', 'F10')
    click_menu_item(app, 'Duplicate Sources', named)
    app.wait_for('push button', named('Merge 1 Pair'))
    shot.take('duplicates')


def an_import(shot):
    app = shot.app
    with folder() as place:
        table = place / 'figures.csv'
        table.write_text('Figure,Value,Whose\nNew nurses,20000,Labour\nA fund,quite a lot,Somebody Else\n', encoding='utf-8')
        app.key('alt+1', 'ctrl+shift+o')
        app.wait_until(lambda: len(app.windows()) > 1, what='the dialog that asks for a file')
        app.wait_still()
        app.type(str(table))
        app.wait_still()
        app.key('Return')
        app.wait_for(None, re.compile('^line 3'))
        shot.take('import-refused')


def open_editor(app):
    show(app, 'Briefings')
    app.press_until('Tab', lambda n: n.role == 'list item')
    app.press_to_row(BRIEFING)
    app.key('Return')
    if app.window_size[0] < 1000:
        to(app, 'Open Briefing')
        app.key('Return')
    app.wait_for('push button', named('Export as PDF'))
    app.wait_for(None, named('Checks '), timeout=20)


def to_outline(app, name):
    """Goes to a row of the outline, which covers the text where there is little room."""
    if not app.find_all('list', named('Outline')):
        app.key('F9')
        app.wait_for('list', named('Outline'))
    app.press_until('shift+Tab', lambda n: n.role == 'list item' and n.parent.name.startswith('Outline'))
    app.press_to_row(name)


def an_editor(shot):
    app = shot.app
    open_editor(app)
    shot.take('editor')
    to_outline(app, SECTION)
    shot.take('editor-outline')
    for name in ('Add Box', 'Change What Is Selected', 'Stage: Draft'):
        press(app, name)
        shot.take(f'editor-{slug(name)}')
        app.key('Escape')
        app.wait_still()
    to_outline(app, SECTION)
    app.key('Return')
    shot.take('editor-section')
    press(app, 'Word Budget')
    shot.take('editor-budget')
    app.key('Escape')
    press(app, 'Briefing Menu')
    shot.take('editor-menu')
    app.key('Escape')
    for pane in ('Page', 'Checks', 'Notes'):
        app.click(app.wait_for(('push button', 'page tab'), named(pane)))
        shot.take(f'editor-{pane.lower()}')
    app.key('F8')
    shot.take('editor-problem')
    app.click(app.wait_for(('push button', 'page tab'), named('Checks')))
    press(app, 'Keep, because')
    shot.take('editor-keep')


def each_box(shot):
    open_editor(shot.app)
    for name in BOXES:
        to_outline(shot.app, name)
        shot.app.key('Return')
        shot.take(f'box-{slug(name)}')
    to_outline(shot.app, BOXES[0])
    press(shot.app, 'Add Box')
    shot.app.click(shot.app.wait_for('menu item', named('Image')))
    shot.take('box-image')
    to_outline(shot.app, BOXES[0])
    press(shot.app, 'Add Box')
    shot.app.click(shot.app.wait_for('menu item', named('Ledger')))
    shot.take('box-ledger')


def a_text(shot):
    app = shot.app
    open_editor(app)
    app.key('ctrl+h')
    app.type('upheaval')
    shot.take('replace')
    app.key('Escape')
    app.key('ctrl+End')
    app.type(' That is #better care')
    app.wait_for('list item', named('Better Care Fund'))
    shot.take('completion')
    app.key('Escape')


def a_note(shot):
    app = shot.app
    open_editor(app)
    to_outline(app, SECTION)
    press(app, 'Change What Is Selected')
    app.click(app.wait_for('menu item', named('Add Review')))
    app.wait_for('text', named('Note'))
    shot.take('note-new')
    app.type('Who says so?')
    app.key('Return')
    shot.take('note')


def a_volume(shot):
    app = shot.app
    app.key('alt+1', 'ctrl+n')
    app.wait_until(lambda: app.focus() is not None and app.focus_is('text'), what='the new briefing opened')
    app.key('alt+Left', 'alt+1', 'F10')
    click_menu_item(app, 'Export All Briefings…', named)
    app.wait_until(lambda: len(app.windows()) > 1, what='the dialog that asks for a file')
    app.wait_still()
    app.key('Return')
    app.wait_for(None, named('Exported '))
    shot.take('volume')


def an_edition(shot):
    app = shot.app
    open_editor(app)
    app.key('ctrl+shift+s')
    shot.take('edition-new')
    app.key('ctrl+Return')
    app.key('Escape')
    app.key('F10')
    app.click(app.wait_for('menu item', named('Editions')))
    shot.take('editions')


def what_stops_an_export(shot):
    app = shot.app
    app.key('alt+1', 'ctrl+shift+f')
    app.wait_until(lambda: app.focus_is('entry'), what='where to search')
    app.type('kind:quotation "breaking down"')
    app.wait_for('list item', re.compile('^breaking down'))
    app.key('Down', 'Return')
    to(app, 'Speaking Body')
    app.key('Return')
    app.wait_for('push button', named('None'))
    to(app, 'None', role='push button')
    app.key('space')
    app.wait_for('push button', named('None'), gone=True)
    open_editor(app)
    app.key('ctrl+shift+e')
    app.wait_for('push button', named('Export as Draft'))
    shot.take('export-stopped')
    app.key('ctrl+shift+s')
    press(app, 'Make Edition')
    app.wait_for(None, named('1 problem must be fixed'))
    shot.take('edition-stopped')


def a_new_briefing(shot):
    shot.app.key('alt+1', 'ctrl+n')
    shot.take('new')


def two_values(shot):
    """One of two figures that say the same is changed, and it is asked why they differ; then what a fund is made of."""
    app = shot.app
    to_row(app, 'Figures', 'Additional GPs (second mention)')
    to(app, 'Value')
    app.key('ctrl+a')
    app.type('9,000 GPs a year for five years from 2015/16')
    shot.take('figure-typed')
    app.key('Return')
    app.wait_still()
    to(app, '8,000 GPs', key='shift+Tab')
    app.key('shift+Tab')
    shot.take('two-values')
    app.key('Down', 'Return')
    app.wait_for('push button', named('Record'))
    shot.take('explain')
    app.key('Escape')
    app.key('ctrl+shift+f')
    app.type('kind:fund Better Care')
    app.wait_for('list item', named('Better Care Fund'))
    app.key('Down', 'Return')
    app.wait_for('label', named('Sums and Their Parts'))
    shot.take('fund')
    to_row(app, 'Figures', 'Better Care Fund: announced minimum')
    to(app, 'Add Link')
    app.key('space')
    app.wait_for('combo box', named('Relation'))
    shot.take('link')


def a_ledger(shot):
    app = shot.app
    look(app, 'Figures', 'Ledger')
    shot.take('ledger-all')
    press(app, 'New Question…')
    shot.take('ledger-new')
    app.type('What do the Liberal Democrats and the SNP promise together?')
    app.key('Return')
    for figure in ('Healthcare fund', 'Innovation fund', 'Integrated Care Fund', 'Telehealth', 'Selected bids led by GPs',
                   'Selected bids led by hospitals'):
        press(app, 'Add Figure…')
        app.wait_still()
        app.type(figure)
        app.wait_still()
        app.key('Return')
        app.wait_still()
    shot.take('ledger')
    look(app, 'Figures', 'Table')


SCENES = (each_view, a_table_of_figures, each_detail, each_new_record, searches, each_window, a_position, a_cell_of_the_matrix,
          what_stands_round_the_timeline, elections_behind_the_lanes, a_pledge,
          charts, a_figure, two_values, a_ledger, a_refused_value, a_source, pasted_sources, an_import, an_editor, a_text, each_box, a_note, an_edition,
          a_new_briefing, a_volume, what_stops_an_export)


def each_empty_view(shot):
    for number, view in enumerate(VIEWS, 1):
        shot.app.key(f'alt+{number}')
        shot.take(f'empty-{view.lower()}')
        if view in LOOKS:
            look(shot.app, view, LOOKS[view])
            shot.take(f'empty-{view.lower()}-{LOOKS[view].lower()}')


def empty_windows(shot):
    for name in ('Export All Briefings…', 'Backups', 'Duplicate Sources', 'History', 'Bin'):
        shot.app.key('alt+1', 'F10')
        click_menu_item(shot.app, name, named)
        shot.take(f'empty-{slug(name)}')
        shot.app.key('Escape')
        if len(shot.app.windows()) > 1:
            shot.app.key('ctrl+w')


def an_empty_briefing(shot):
    shot.app.key('alt+1', 'ctrl+n')
    for pane in ('Page', 'Checks', 'Notes'):
        shot.app.click(shot.app.wait_for(('push button', 'page tab'), named(pane)))
        shot.take(f'empty-editor-{pane.lower()}')


EMPTY_SCENES = (each_empty_view, empty_windows, an_empty_briefing)


def first_sight(shot):
    shot.take('trouble')
