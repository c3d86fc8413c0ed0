#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view and every window, in a wide or a narrow one: reached by keyboard and pointer,
named for a screen reader, and gone through with Tab and back again.

    tests/ui/test_views.py wide|narrow|details|windows|small-windows|[small-]forms|[small-]editor-forms
"""

import functools
import re
import sys

import drive
import scenes

from carebrief import SUBMENUS, VIEWS, CareBrief, click_menu_item, open_briefing, run

WIDE, NARROW = (1280, 800), (360, 640)
# What a person can be asked to press Tab for in one view, on the way past the
# fields of the record shown: in a form Tab goes from field to field.
MOST_STOPS = 14
# The program's own types: none of them is a name. CareBrief itself is one.
TYPES = ('Gtk', 'Adw', 'Care(?!Brief$)')
LISTS = {'Briefings': 'Briefings', 'Positions': 'Positions', 'Figures': 'Figures',
         'Timeline': 'Pledges and Events', 'Sources': 'Sources'}


def has_lanes(app, view):
    """Where a window is narrow the timeline is a list at first."""
    return view == 'Timeline' and app.window_size != NARROW


def has_table(app, view):
    """Where a window is narrow the table of figures is a list."""
    return view == 'Figures' and app.window_size != NARROW


def row_role(app, view):
    return 'push button' if has_lanes(app, view) else 'table row' if has_table(app, view) else 'list item'


def list_name(app, view):
    return 'Timeline of Pledges and Events' if has_lanes(app, view) else LISTS[view]


def focus_is_in_list(app, view):
    if has_table(app, view):
        return app.focus_is('table cell')
    return app.focus_is(row_role(app, view), list_name(app, view))


def expect_view(app, view):
    # A row of it: the middle of a long list, by which a list is judged, may be out of sight.
    app.wait_until(lambda: app.find_all(row_role(app, view), where=lambda n: n.parent.name == list_name(app, view)),
                   what=f'the list of {view}')
    selected = [n.name for n in app.find_all('page tab', states=('selected',))]
    assert selected == [view], f'{view} is shown and {selected} is selected'


def each_view_is_reached_by_keyboard(app):
    for number, view in reversed(list(enumerate(VIEWS, 1))):
        app.key(f'alt+{number}')
        expect_view(app, view)
        app.wait_until(lambda view=view: focus_is_in_list(app, view), what=f'the focus in the list of {view}')


def each_view_is_reached_with_the_pointer(app):
    for view in reversed(VIEWS):
        app.click(app.find('page tab', view))
        expect_view(app, view)


def name_of(node):
    return f'{node.role} {node.name!r}' if node is not None else 'nowhere'


def is_field(node):
    """A row of the form in the detail pane, which has no heading; the lists of links below it have."""
    lists = [a for a in node.ancestors() if a.role == 'list']
    return bool(lists) and any(a.name == 'CareRecordPane' for a in node.ancestors()) and lists[-1].name == 'GtkListBox'


def popover_of(node):
    return next((a for a in node.ancestors() if a.name == 'GtkPopoverContent'), None)


def expect_order(app):
    """Tab goes round in few stops and reaches everything, or all of the popover that is open;
    Shift+Tab goes back the same way."""
    popover = popover_of(app.focused)
    findings, there = drive.audit_tab(app)
    errors = [str(f) for f in findings
              if f.kind != 'note' and (popover is None or popover_of(f.node) == popover and f.node not in there)]
    assert not errors, '\n'.join(errors)
    assert None not in there, f'Tab lost the focus: {[name_of(n) for n in there]}'
    assert all(popover_of(n) == popover for n in there), f'Tab left the popover: {[name_of(n) for n in there]}'
    # The round is whole: the next Tab would go to the first stop again, where Shift+Tab begins.
    back = drive.tab_order(app, key='shift+Tab')
    there_names, back_names = [name_of(n) for n in there], [name_of(n) for n in back]
    start = there_names.index(back_names[0])
    expected = [there_names[(start - i) % len(there)] for i in range(len(there))]
    assert back_names == expected, f'Tab:\n{there_names}\nShift+Tab:\n{back_names}'
    stops = [name_of(n) for n in there if not is_field(n)]
    assert len(stops) <= MOST_STOPS, f'{len(stops)} stops: {stops}'


def expect_names(app):
    errors = [str(f) for f in drive.audit_names(app, type_prefixes=TYPES) if f.kind != 'note']
    assert not errors, '\n'.join(errors)


def view_is_in_order(app, number, view):
    app.key(f'alt+{number}')
    expect_view(app, view)
    app.wait_until(lambda: focus_is_in_list(app, view), what=f'the focus in the list of {view}')
    expect_names(app)
    expect_order(app)


def a_position_has_few_stops(app):
    """All of its page counts, its fields too; the button in the row of one is reached by an arrow."""
    app.key('alt+2')
    app.wait_until(lambda: focus_is_in_list(app, 'Positions'), what='the focus in the list')
    app.press_to_row('Integrated care organisations in every area')
    if app.window_size == NARROW:
        app.key('Return')
        app.wait_for('push button', 'Back')
    app.wait_still()
    stops = [name_of(n) for n in drive.tab_order(app)]
    assert len(stops) <= MOST_STOPS, f'{len(stops)} stops: {stops}'
    app.press_until('Tab', lambda n: n.name == 'Actor: Labour Party')
    app.key('Right')
    app.wait_until(lambda: app.focus_is('push button') and app.focus().name == 'Open “Labour Party”', what='its button')
    app.key('Left')
    app.wait_until(lambda: app.focus().name == 'Actor: Labour Party', what='the row again')
    if app.window_size == NARROW:
        app.key('alt+Left')


def the_chart_is_in_order(app):
    app.key('alt+3')
    app.click(app.wait_for('push button', 'Chart'))
    app.wait_for('image', where=lambda n: '£' in n.description)
    expect_names(app)
    expect_order(app)
    app.click(app.find('push button', 'Table'))


def detail_is_reached_and_left(app, number, view):
    """Where the window is narrow, Enter leads to the detail and Alt+Left back to the list."""
    app.key(f'alt+{number}')
    app.wait_until(lambda: focus_is_in_list(app, view), what='the focus in the list')
    app.key('Return')
    app.wait_for('push button', 'Back')
    assert not app.find_all('list', list_name(app, view)), 'list and detail are both shown'
    assert app.focus() is not None, 'nothing has the focus'
    expect_names(app)
    expect_order(app)
    app.key('alt+Left')
    app.wait_until(lambda: focus_is_in_list(app, view), what='the focus back in the list')


def the_editor_is_in_order(app):
    open_briefing(app)
    app.wait_until(lambda: app.focus_is('list item', 'Outline') or app.focus_is('text'),
                   what='the focus in the outline or the text')
    expect_names(app)
    expect_order(app)
    app.key('alt+Left')
    app.wait_for('page tab', 'Briefings')


def the_editor_has_its_panes_where_narrow(app):
    open_briefing(app)
    app.wait_for('text', re.compile('^Text of'))
    assert not app.find_all('image', 'Finished pages')
    app.click(app.find('push button', 'Page'))
    app.wait_for('image', 'Finished pages')
    assert not app.find_all('text', re.compile('^Text of'))
    app.wait_for('status bar', re.compile('^Fits two pages'))
    app.key('F9')
    app.wait_for('list', 'Outline')
    app.click(app.find('list item', re.compile('^Will it save money')))
    app.wait_for('text', 'Text of Will it save money?')
    assert app.find('push button', 'Export as PDF…')
    # By keys: into the outline that comes over the text, and out of it.
    app.key('F9')
    app.wait_until(lambda: app.focus_is('list item', 'Outline'), what='the focus in the outline')
    app.key('Up', 'Return')
    app.wait_for('text', 'Text of What national policy could change')
    app.wait_for('list', 'Outline', gone=True)
    app.key('F9')
    app.wait_until(lambda: app.focus_is('list item', 'Outline'), what='the focus in the outline')
    app.key('F8')
    app.wait_for('list', 'Outline', gone=True)
    app.wait_for(None, re.compile('does not say who estimated it'))
    app.key('alt+Left')
    app.wait_for('page tab', 'Briefings')


def nothing_is_cut_where_narrow(app):
    """No control reaches over the edge of the window."""
    for number, view in enumerate(VIEWS, 1):
        app.key(f'alt+{number}')
        app.wait_until(lambda view=view: focus_is_in_list(app, view), what='the focus in the list')
        for node in app.find_all(('push button', 'page tab', 'text', 'combo box', 'label', 'list item')):
            x, _, width, _ = node.extents()
            assert x >= 0 and x + width <= NARROW[0], f'{view}: {node} reaches from {x} to {x + width}'


def first_is_selected(app):
    app.key('alt+1')
    app.wait_until(lambda: focus_is_in_list(app, 'Briefings'), what='the focus in the list of briefings')


def window_is_in_order(app, name):
    """What the main menu opens has names and a round of Tab, and Escape or Ctrl+W leaves it."""
    first_is_selected(app)
    before = len(app.windows())
    app.key('F10')
    click_menu_item(app, name)
    app.wait_until(lambda: len(app.windows()) > before, what='another window')
    app.wait_still()
    expect_names(app)
    findings, order = drive.audit_tab(app)
    errors = [str(f) for f in findings if f.kind != 'note']
    assert not errors, '\n'.join(errors)
    assert order, 'nothing in it takes the focus'
    app.key('Escape')
    if len(app.windows()) > before:
        app.key('ctrl+w')
    app.wait_until(lambda: len(app.windows()) == before, what='the window to be gone')


def the_main_menu_has_room(app, size):
    """All of it is in a window of the size, and the keys work after something of its second
    level was chosen."""
    app.key('alt+5')
    app.wait_until(lambda: focus_is_in_list(app, 'Sources'), what='the focus in the list')
    app.key('F10')
    app.wait_for('menu item', 'About CareBrief')
    app.wait_still()
    for node in app.find_all('menu item', on_screen=False):
        x, y, width, height = app.rect(node)
        # Those of the second level have no size yet.
        assert x + width <= size[0] + 30 and y + height <= size[1], (node.name, x, y, width, height)
    click_menu_item(app, 'Copy Citation')
    app.wait_until(lambda: app.focus_is('push button') and app.focus().name == 'Main Menu', what='the menu closed')
    # What tells of it has a button of its own, and goes by itself.
    app.wait_for(None, 'The citation is copied')
    app.wait_until(lambda: not app.find_all(None, 'The citation is copied'), what='that it is told no more')
    app.key('alt+2')
    app.wait_until(lambda: focus_is_in_list(app, 'Positions'), what='another view')


def form_is_in_order(app, number, view):
    """What Ctrl+N asks for."""
    app.key(f'alt+{number}')
    app.wait_until(lambda: focus_is_in_list(app, view), what=f'the focus in the list of {view}')
    app.key('ctrl+n')
    app.wait_until(lambda: app.focus_is('text'), what='the focus in the form')
    app.wait_still()
    expect_names(app)
    app.key('Escape')
    app.wait_until(lambda: app.find_all('page tab', view, states=('selected',)) and not app.focus_is('text'),
                   what='the form to be gone')


class Walk:
    """What a scene leads to is gone through instead of its picture being taken, and a form in a
    window of its own is gone round with Tab, too."""

    FORMS = ('change', 'picker', 'verdict', 'reading', 'picker-of-a-field', 'picker-new', 'note-new', 'edition-new', 'editions',
             'duplicates', 'import-refused', 'editor-budget', 'editor-keep', 'volume')

    def __init__(self, app):
        self.app = app

    def take(self, what):
        self.app.wait_still()
        expect_names(self.app)
        if what in self.FORMS:
            expect_order(self.app)


def scene_is_in_order(app, scene):
    for _ in range(4):
        app.key('Escape')
    scene(Walk(app))
    app.key('Escape')
    if len(app.windows()) > 1:
        app.key('ctrl+w')


def nothing_was_printed(app):
    """No warning of GLib, GTK or libadwaita, to the end of the program."""
    assert app.quit() == 0
    app.assert_clean()


def named(function, name, *arguments):
    case = functools.partial(function, *arguments)
    case.__name__ = name
    return case


def views(app):
    """One case for each view, so that each is told of by itself."""
    yield named(each_view_is_reached_by_keyboard, 'each view is reached by keyboard', app)
    yield named(each_view_is_reached_with_the_pointer, 'each view is reached with the pointer', app)
    for number, view in enumerate(VIEWS, 1):
        yield named(view_is_in_order, f'{view} is in order', app, number, view)
    yield named(a_position_has_few_stops, 'a position has few stops', app)
    yield named(the_chart_is_in_order, 'the chart is in order', app)
    yield named(the_main_menu_has_room, 'the main menu has room', app, app.window_size)
    yield named(the_editor_is_in_order, 'the editor is in order', app)


def details(app):
    yield named(nothing_is_cut_where_narrow, 'nothing is cut', app)
    for number, view in enumerate(VIEWS, 1):
        yield named(detail_is_reached_and_left, f'the detail of {view} is reached and left', app, number, view)
    yield named(the_editor_has_its_panes_where_narrow, 'the editor has its panes', app)


def windows(app):
    # Not About: libadwaita 1.2 gives the button with the version no name.
    for name in ('Backups', 'History', 'Bin', 'Preferences', 'Duplicate Sources'):
        yield named(window_is_in_order, f'{name} is in order', app, name)
    for number, view in enumerate(VIEWS[1:], 2):
        yield named(form_is_in_order, f'the form of a new record in {view} is in order', app, number, view)


def walk(*each):
    def cases(app):
        for scene in each:
            yield named(scene_is_in_order, scene.__name__.replace('_', ' '), app, scene)
    return cases


forms = walk(scenes.a_position, scenes.a_pledge, scenes.a_figure, scenes.pasted_sources, scenes.an_import)
editor_forms = walk(scenes.an_editor, scenes.a_note, scenes.an_edition, scenes.a_volume)


def main():
    size, cases = {'wide': (WIDE, views), 'narrow': (NARROW, views), 'details': (NARROW, details),
                   'windows': (WIDE, windows), 'small-windows': (NARROW, windows),
                   'forms': (WIDE, forms), 'small-forms': (NARROW, forms),
                   'editor-forms': (WIDE, editor_forms), 'small-editor-forms': (NARROW, editor_forms)}[sys.argv[1]]
    with CareBrief(window=size, strict=False) as app:
        return run(*cases(app), named(nothing_was_printed, 'nothing was printed', app))


if __name__ == '__main__':
    sys.exit(main())
