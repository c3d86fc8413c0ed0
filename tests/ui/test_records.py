#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records made and tied together in the window, by keys: what was chosen and typed is in the
library afterwards, and one undo takes it back."""

import base64
import json
import re
import struct
import sys

from carebrief import CareBrief, command, folder, open_briefing, run
from drive import write_png
from test_files import make_library


def records(path, plural):
    return json.loads(command('list', plural, '--format', 'json', path))


def find(path, plural, field, value):
    return next((r for r in records(path, plural) if r[field] == value), None)


def to_field(app, begins):
    """Goes to the row of a field, which may be a list item or what is in one."""
    return app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith(begins))


def choose_first(app, name):
    """Chooses the first word of a field of fixed choices in a form."""
    app.press_until('Tab', lambda n: n.role == 'combo box' and n.name == name)
    app.key('Return')
    app.wait_until(lambda: app.focus_is('list item'), what='the words to choose from')
    app.key('Down')
    app.key('Return')
    app.wait_until(lambda: app.focus_is('combo box'), what='the field again')


def a_reference_chosen_and_made():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.key('alt+3')
            app.wait_until(lambda: app.focus_is('table cell'), what='the focus in the table')
            app.press_to_row('Better Care Fund: announced minimum')
            to_field(app, 'Whose: ')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Find in Actors', what='the focus where one types')
            app.type('Labour')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Whose: Labour Party', what='the party chosen')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Find in Actors', what='the focus where one types')
            app.type('Zebra Alliance')
            app.key('Return')
            app.wait_for('push button', 'Add')
            choose_first(app, 'Kind')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Whose: Zebra Alliance', what='the new one chosen')
            app.wait_until(lambda: find(path, 'actors', 'name', 'Zebra Alliance'), what='it saved')
            assert find(path, 'actors', 'name', 'Zebra Alliance')['kind'] == 'party'
            app.key('ctrl+z')
            app.wait_until(lambda: find(path, 'actors', 'name', 'Zebra Alliance') is None, what='it undone at once')
            app.wait_for('list item', 'Whose: Labour Party')
            assert app.quit() == 0


def new_record(app, view, title, heading='Title'):
    """Begins a new record in a view by key."""
    app.key(f'alt+{view}')
    app.wait_until(lambda: app.focus().role in ('list item', 'table cell', 'push button', 'toggle button'),
                   what='the focus in the view')
    app.key('ctrl+n')
    app.wait_until(lambda: app.focus_is('text') and app.focus().name == heading, what='the form')
    app.type(title)


def a_new_record_in_each_view():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.wait_for('page tab', 'Positions')
            new_record(app, 2, 'Abolish prescription charges')
            app.key('Return')
            app.wait_for('alert', re.compile('“Actor” is not chosen yet'))
            app.wait_until(lambda: app.focus().name == 'Actor: Not recorded', what='the focus on what is missing')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Find in Actors', what='the focus where one types')
            app.type('Labour')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Actor: Labour Party', what='the party chosen')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add')
            app.key('Return')
            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Abolish prescription charges',
                           what='the cursor in its title')
            assert find(path, 'positions', 'title', 'Abolish prescription charges')

            new_record(app, 3, 'Prescription items', 'Figure')
            app.key('Return')
            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Prescription items', what='it open')
            assert find(path, 'figures', 'label', 'Prescription items')

            for view, plural, field, title, heading in (
                    (4, 'pledges', 'title', 'End the charge', 'Pledge'), (5, 'sources', 'title', 'A speech', 'Title')):
                new_record(app, view, title, heading)
                choose_first(app, 'Kind')
                app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add')
                app.key('Return')
                app.wait_until(lambda t=title: app.focus_is('text') and app.focus().text == t, what='it open')
                assert find(path, plural, field, title)
            app.press_until('shift+Tab', lambda n: n.role == 'push button' and n.name == 'Delete This Record')
            app.key('Return')
            app.wait_until(lambda: find(path, 'sources', 'title', 'A speech') is None, what='it deleted')
            app.key('ctrl+z')
            app.wait_until(lambda: find(path, 'sources', 'title', 'A speech'), what='it back')
            app.key('ctrl+z')
            app.wait_until(lambda: find(path, 'sources', 'title', 'A speech') is None, what='it never made')
            assert app.quit() == 0


def a_figure_typed_as_people_write():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.wait_for('page tab', 'Figures')
            new_record(app, 3, 'Winter fund', 'Figure')
            app.press_until('Tab', lambda n: n.role == 'text' and n.name == 'Value')
            app.type('£500m a year for five years')
            app.wait_for('label', 'Understood: £500 million, per year, 5 years: not stated which.')
            app.key('Return')
            app.wait_until(lambda: find(path, 'figures', 'label', 'Winter fund'), what='it saved')
            made = find(path, 'figures', 'label', 'Winter fund')
            assert made['value'] == '500e6 GBP' and made['period_basis'] == 'per-year', made
            assert made['as_stated'] == '£500m a year for five years', made

            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Winter fund', what='it open')
            app.press_until('Tab', lambda n: n.role == 'text' and n.name == 'Value')
            app.key('ctrl+a')
            app.type('£300m one-off of joy')
            app.wait_for('label', 'Understood: £300 million, one-off. “of joy” is not understood: it is kept under As Stated.')
            app.key('Return')
            app.wait_until(lambda: find(path, 'figures', 'label', 'Winter fund')['value'] == '300e6 GBP', what='the change')
            changed = find(path, 'figures', 'label', 'Winter fund')
            assert changed['period_basis'] == 'one-off' and changed['as_stated'] == '£300m one-off of joy', changed
            app.press_until('Tab', lambda n: n.role == 'combo box' and n.name == 'Period Basis')
            app.key('ctrl+z')
            app.wait_until(lambda: find(path, 'figures', 'label', 'Winter fund') == made, what='all of it undone at once')
            assert app.quit() == 0


def two_values_are_explained():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.wait_for('page tab', 'Figures')
            new_record(app, 3, 'Another count', 'Figure')
            app.press_until('Tab', lambda n: n.role == 'text' and n.name == 'Value')
            app.type('£2.1bn')
            app.key('Return')
            app.wait_until(lambda: find(path, 'figures', 'label', 'Another count'), what='it saved')
            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Another count', what='it open')
            app.press_until('Tab', lambda n: n.name == 'More Fields')
            app.key('Return')
            choose_first(app, 'Flow Kind')
            to_field(app, 'Fund: ')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Find in Funds', what='the focus where one types')
            app.type('Healthcare')
            app.key('Return')
            app.wait_for('list item', re.compile('£2.5 billion · Healthcare fund'), on_screen=False)
            before = len(records(path, 'contradictions'))
            app.press_until('shift+Tab', lambda n: n.role == 'list item' and n.name.startswith('£2.5 billion · Healthcare fund'))
            app.key('Down')
            app.wait_until(lambda: app.focus().name == 'Explain Why They Differ…', what='the row that asks why')
            app.key('Return')
            choose_first(app, 'Why They Differ')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Record')
            app.key('Return')
            app.wait_until(lambda: len(records(path, 'contradictions')) == before + 1, what='the reason saved')
            app.wait_for('label', 'Why: different scope')
            assert len(records(path, 'contradiction-items')) >= 2
            app.key('ctrl+z')
            app.wait_until(lambda: len(records(path, 'contradictions')) == before, what='all of it undone at once')
            assert app.quit() == 0


def a_part_is_linked_to_its_whole():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.wait_for('page tab', 'Figures')
            new_record(app, 3, 'Local additions', 'Figure')
            app.press_until('Tab', lambda n: n.role == 'text' and n.name == 'Value')
            app.type('£1.5bn')
            app.key('Return')
            app.wait_until(lambda: app.focus_is('text') and app.focus().text == 'Local additions', what='it open')
            before = len(records(path, 'links'))
            app.press_until('shift+Tab', lambda n: n.role == 'push button' and n.name == 'Add Link…')
            app.key('space')
            choose_first(app, 'Relation')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add')
            app.key('Return')
            app.wait_for('alert', re.compile('Choose the other figure'))
            to_field(app, 'To Figure: ')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Find in Figures', what='the focus where one types')
            app.type('pooled locally')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'To Figure: Better Care Fund: pooled locally', what='the whole chosen')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add')
            app.key('Return')
            app.wait_until(lambda: len(records(path, 'links')) == before + 1, what='the link saved')
            app.wait_for('label', 'Part Of')
            app.press_until('shift+Tab', lambda n: n.role == 'list item' and n.name.startswith('£5.3 billion'))
            app.key('Return')
            app.wait_for('label', 'Its parts come to £5.3 billion')
            app.key('ctrl+z')
            app.wait_until(lambda: len(records(path, 'links')) == before, what='it undone')
            app.wait_for('label', 'Its parts come to £3.8 billion and leave £1.5 billion')
            assert app.quit() == 0


def choose(app, begins, kinds, typed, expected):
    """Chooses a record in a field of the pane by key."""
    app.press_until('Tab', lambda n: n.role == 'list item' and n.name.startswith(begins))
    app.key('Return')
    app.wait_until(lambda: app.focus().name == f'Find in {kinds}', what='the focus where one types')
    app.type(typed)
    app.key('Return')
    app.wait_until(lambda: app.focus().name.startswith(expected), what=f'{expected} chosen')


def add_box(app, label):
    app.click(app.find('push button', 'Add Box'))
    app.click(app.wait_for('menu item', label))
    app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Title', what='the focus on its title')


# What adds to a box, by what it lists.
ADDS = {'Party Lines': 'Add Party Line', 'Pledges, Events': 'Add Pledge or Event', 'Legislation': 'Add Legislation',
        'Figures': 'Add Figure', 'Sources': 'Add Source'}


def add_item(app, kinds, typed):
    """Adds what a box lists by key; the focus is on what adds another one then."""
    app.press_until('Tab', lambda n: n.role == 'push button' and n.name == ADDS[kinds])
    app.key('Return')
    app.wait_until(lambda: app.focus().name == f'Find in {kinds}', what='the focus where one types')
    app.type(typed)
    app.key('Return')
    app.wait_until(lambda: app.focus_is('push button') and app.focus().name == ADDS[kinds], what='it added')


def page_of(path):
    return ' '.join(command('export', path, '--format', 'text', '--draft', '--output', '-').split())


def boxes_of_every_kind():
    with folder() as place:
        path = make_library(place)
        quotation = records(path, 'quotations')[0]['text']
        with CareBrief(path) as app:
            open_briefing(app)
            add_box(app, 'Pull Quote')
            app.type('Said of it')
            choose(app, 'Quotation: ', 'Quotations', quotation[:24], 'Quotation: ')
            add_box(app, 'Statistic')
            choose(app, 'Figure: ', 'Figures', 'Additional GPs', 'Figure: Additional GPs')
            for label, kinds, typed in (('Party Lines', 'Party Lines', 'a'), ('Legislation', 'Legislation', 'Care Act'),
                                        ('Timeline', 'Pledges, Events', 'Open pioneer'), ('Chart', 'Figures', 'Innovation fund'),
                                        ('Current Briefings', 'Sources', 'a')):
                add_box(app, label)
                app.type(f'My {label}')
                add_item(app, kinds, typed)
            add_box(app, 'Contact')
            app.type('My Contact')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add Line')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Text', what='the form')
            app.type('Room 12')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Add Line', what='it added')
            app.wait_until(lambda: 'Room 12' in page_of(path), what='it on the page')
            assert app.quit() == 0
        boxes = {box['title']: box for box in records(path, 'boxes')}
        items = {item['box']: item for item in records(path, 'box-items')}
        assert boxes['Said of it']['quotation'], boxes['Said of it']
        for title, field in (('My Party Lines', 'party_line'), ('My Legislation', 'legislation'), ('My Timeline', 'pledge'),
                             ('My Chart', 'figure'), ('My Current Briefings', 'source')):
            assert items[boxes[title]['id']][field], (title, items[boxes[title]['id']])
        page = page_of(path)
        for words in (quotation[:24], 'My Party Lines', 'My Legislation', 'My Timeline', 'My Chart', 'My Current Briefings'):
            assert words in page, (words, page)


def an_image_opened():
    """As large as it is printed, and not without what it shows and whose it is."""
    with folder() as place:
        path = make_library(place)
        picture = place / 'large picture.png'
        write_png(picture, 3000, 900, bytes(3000 * 900 * 3))
        with CareBrief(path) as app:
            open_briefing(app)
            add_box(app, 'Image')
            app.type('A hospital')
            app.press_until('shift+Tab', lambda n: n.role == 'push button' and n.name == 'Open an Image…')
            app.key('Return')
            app.wait_until(lambda: any(w['title'] == 'Open an Image' for w in app.windows()), what='the dialog')
            app.key('ctrl+l')
            app.type(f'{picture}\n')
            app.wait_until(lambda: getattr(app.focus(), 'name', None) == 'Alternative Text', what='what it asks for')
            app.key('Return')
            app.wait_for('alert', re.compile('“Alternative Text” is still empty'))
            app.type('A hospital at night')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add')
            app.key('Return')
            app.wait_for('alert', re.compile('“Credit” is still empty'))
            app.wait_until(lambda: getattr(app.focus(), 'name', None) == 'Credit', what='what is missing')
            app.type('Photo: A. Author\n')
            app.wait_for('list item', 'Image: large picture.png', on_screen=False)
            app.wait_until(lambda: 'A hospital at night' in page_of(path), what='it on the page')
            assert 'Photo: A. Author' in page_of(path), page_of(path)
            app.key('ctrl+z')
            app.wait_until(lambda: 'A hospital at night' not in page_of(path), what='it undone')
            app.key('ctrl+shift+z')
            app.wait_until(lambda: 'A hospital at night' in page_of(path), what='it done again')
            assert app.quit() == 0
        image = find(path, 'images', 'title', 'large picture.png')
        width, height = struct.unpack('>II', base64.b64decode(image['data'])[16:24])
        assert (width, height) == (2000, 600), (width, height)
        assert (image['alternative'], image['credit']) == ('A hospital at night', 'Photo: A. Author'), image


def limbs(path):
    return [limb['text'] for limb in sorted(records(path, 'limbs'), key=lambda limb: int(limb['ordinal']))
            if limb['text'] in ('One', 'Two', 'Three')]


def what_belongs_to_a_pledge():
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.key('alt+4')
            app.wait_for('page tab', 'Timeline')
            app.click(app.wait_for('push button', re.compile('Join health and social care fully')))
            app.wait_for('push button', 'Add Limb', on_screen=False)
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'Add Limb')
            for text in ('One', 'Two', 'Three'):
                app.key('Return')
                app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Limb', what='the form')
                app.type(text)
                app.key('Return')
                app.wait_for('list item', re.compile('^' + text), on_screen=False)
                app.wait_until(lambda: app.focus_is('push button') and app.focus().name == 'Add Limb',
                               what='the focus where the next is added')
            app.key('Tab')
            app.wait_until(lambda: app.focus_is('list item') and app.focus().name.startswith('One'), what='the first')
            app.key('alt+Down')
            app.wait_until(lambda: limbs(path) == ['Two', 'One', 'Three'], what='it moved')
            app.wait_until(lambda: app.focus().name.startswith('One'), what='the focus with it')
            app.key('Delete')
            app.wait_until(lambda: limbs(path) == ['Two', 'Three'], what='it deleted')
            app.key('ctrl+z')
            app.wait_until(lambda: limbs(path) == ['Two', 'One', 'Three'], what='it back')
            assert app.quit() == 0


def an_empty_library_says_what_to_do():
    with folder() as place:
        path = place / 'empty.carebrief'
        command('new', path)
        with CareBrief(path) as app:
            app.key('alt+5')
            app.wait_for(None, 'No Sources Yet')
            app.press_until('Tab', lambda n: n.role == 'push button' and n.name == 'New Source')
            app.key('Return')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Title', what='the form')
            app.key('Escape')
            app.wait_until(lambda: app.focus().name == 'New Source', what='the focus on the button again')
            assert app.quit() == 0


def a_box_names_records():
    """The text of a box shows what it names as words, and completes it, as that of a section does."""
    with folder() as place:
        path = make_library(place)
        before = find(path, 'boxes', 'title', 'Long-term conditions')['text']
        with CareBrief(path) as app:
            open_briefing(app)
            app.press_to_row('Long-term conditions')
            app.key('Return')
            app.press_until('Tab', lambda n: n.role == 'text' and n.name == 'Text')
            assert '18 million people by 2025. [Integrating health' in app.focus().text, app.focus().text
            app.key('ctrl+End')
            app.type(' See #additional')
            app.wait_for('list item', re.compile('^Additional GPs'))
            app.key('Return')
            app.wait_text('text', 'Text', 'See 8,000 GPs')
            app.wait_until(lambda: re.search(r' See \{figure:\d+\}$', find(path, 'boxes', 'title', 'Long-term conditions')['text']),
                           what='it saved')
            assert 'See 8,000 GPs' in page_of(path)
            app.key('ctrl+z')
            app.wait_until(lambda: find(path, 'boxes', 'title', 'Long-term conditions')['text'] == before, what='it undone at once')
            assert app.quit() == 0


def all_parties_are_added_to_a_box():
    """As one act, each with what it said last on the theme, and the others in the note."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            open_briefing(app)
            add_box(app, 'Party Lines')
            app.type('Who says what')
            app.press_until('shift+Tab', lambda n: n.role == 'push button' and n.name == 'Add All Parties…')
            app.key('Return')
            app.wait_until(lambda: app.focus_is('combo box') and app.focus().name == 'Theme', what='the dialog')
            app.wait_for('label', re.compile('^Labour Party: .*Conservative Party: no position found', re.S))
            app.key('ctrl+Return')
            app.wait_for(None, re.compile('^The parties are added'))
            app.wait_until(lambda: len(lines_of(path, 'Who says what')) == 3, what='the lines saved')
            app.wait_until(lambda: app.focused is not None and app.focused.name == 'Add All Parties…', what='the focus where it was')
            assert 'no current position' in find(path, 'boxes', 'title', 'Who says what')['coverage_note']
            app.key('ctrl+z')
            app.wait_until(lambda: not lines_of(path, 'Who says what'), what='all of them gone')
            assert not find(path, 'boxes', 'title', 'Who says what').get('coverage_note')
            assert app.quit() == 0


def lines_of(path, title):
    box = find(path, 'boxes', 'title', title)
    return [item for item in records(path, 'box-items') if item['box'] == box['id']]


def what_is_typed_in_a_form_that_is_closed():
    """It is there again when the form is, also after the program was ended from it; the keys of the
    program work while it is open."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path, data=place / 'data') as app:
            app.key('alt+2')
            app.wait_until(lambda: app.focus_is('list item', 'Positions'), what='the focus in the list')
            app.key('ctrl+n')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Title', what='the form')
            app.type('Half a position')
            app.key('Escape')
            app.wait_for(None, '“New Position” keeps what was typed')
            app.key('ctrl+n')
            app.wait_until(lambda: app.focus().name == 'Actor: Not recorded', what='what is missing')
            app.wait_text('text', 'Title', 'Half a position')
            app.key('alt+5')
            app.wait_until(lambda: app.focus_is('list item', 'Sources'), what='the sources')
            app.key('ctrl+n')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Title', what='a form of its own')
            app.type('Half a source')
            assert app.quit('ctrl+q') == 0
        with CareBrief(path, data=place / 'data') as app:
            app.key('alt+5')
            app.wait_until(lambda: app.focus_is('list item', 'Sources'), what='the sources again')
            app.key('ctrl+n')
            app.wait_for(None, 'What was typed before is still here.')
            app.wait_text('text', 'Title', 'Half a source')
            assert app.quit('ctrl+q') == 0


def rows_of_a_form_in_a_popover():
    """They are opened by Space, too, and Ctrl+Enter finishes the form from them."""
    with folder() as place:
        path = make_library(place)
        with CareBrief(path) as app:
            app.key('alt+4')
            app.wait_for('page tab', 'Timeline')
            app.key('ctrl+n')
            app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Pledge', what='the form')
            app.type('Open a hospital')
            to_field(app, 'Made By: ')
            app.key('space')
            app.wait_until(lambda: app.focus().name.startswith('Find in '), what='the focus where one types')
            app.type('Labour')
            app.key('Return')
            app.wait_until(lambda: app.focus().name == 'Made By: Labour Party', what='the party chosen')
            app.press_until('Tab', lambda n: n.role == 'combo box' and n.name == 'Kind')
            app.key('space')
            app.wait_until(lambda: app.focus_is('list item') and app.focus().name == 'Not recorded', what='the words, each with a name')
            app.key('Down', 'Return')
            app.wait_until(lambda: app.focus_is('combo box'), what='the field again')
            app.key('ctrl+Return')
            app.wait_until(lambda: find(path, 'pledges', 'title', 'Open a hospital'), what='the pledge saved')
            assert app.quit() == 0


def a_window_is_closed_from_its_form():
    with folder() as place, CareBrief(make_library(place)) as app:
        app.key('alt+2')
        app.wait_until(lambda: app.focus_is('list item', 'Positions'), what='the focus in the list')
        app.key('ctrl+n')
        app.wait_until(lambda: app.focus_is('text') and app.focus().name == 'Title', what='the form')
        assert app.quit('alt+F4') == 0


if __name__ == '__main__':
    sys.exit(run(a_reference_chosen_and_made, a_new_record_in_each_view, boxes_of_every_kind, an_image_opened, what_belongs_to_a_pledge,
                 an_empty_library_says_what_to_do, what_is_typed_in_a_form_that_is_closed, all_parties_are_added_to_a_box, a_box_names_records,
                 a_figure_typed_as_people_write, two_values_are_explained, a_part_is_linked_to_its_whole, rows_of_a_form_in_a_popover, a_window_is_closed_from_its_form))
