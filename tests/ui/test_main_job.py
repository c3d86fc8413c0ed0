#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, as a person does it in the real window: change a sum, and see
the list, the chart, the text and the page change, and find it saved."""

import re
import sys

from carebrief import BRIEFING, CareBrief, click_in_menu, figure_value, folder, open_briefing, pdf_text, run

FIGURE = 'Better Care Fund: announced minimum'
SECTION = 'Joining up without upheaval'
KIND = 'Pooled budget'
FIGURES = re.compile('^Figures: ')
OLD, NEW = '£3.8 billion', '£3.9 billion'
STORED = '38e8 GBP'


def show_section(app):
    """Goes by keyboard to the section that names the sum."""
    open_briefing(app)
    app.press_until('Tab', lambda n: n.role == 'list item' and n.parent.name == 'Outline')
    app.press_to_row(SECTION)


def expect_in_editor(app, words):
    app.wait_text('text', f'Text of {SECTION}', words)


def page_picture(app):
    """What can be seen of the finished pages."""
    page = app.find('image', 'Finished pages', on_screen=False)
    return app.pixels(app.rect(next(a for a in page.ancestors() if a.role == 'scroll pane')))


def expect_in_chart(app, words):
    """In that of its kind of money: of others it has no place on the axis."""
    app.click(app.find('push button', 'Chart'))
    app.wait_until(lambda: app.find_all('push button', FIGURES), what='the chart')
    app.click(app.find_all('push button', FIGURES)[0])
    click_in_menu(app, re.compile('^' + KIND))
    chart = app.wait_for('image', where=lambda n: FIGURE in n.description)
    assert words in chart.description, chart.description


def expect_everywhere(app, words):
    """The row, the chart and the editor's text have the new sum."""
    app.key('alt+3')
    app.wait_for('table row', re.compile(f'^{FIGURE}, {words}, Government'), on_screen=False)
    expect_in_chart(app, words)
    app.click(app.find('push button', 'Table'))
    show_section(app)
    expect_in_editor(app, words)


def value_field(app):
    return app.wait_for('text', 'Value')


def go_to_value_by_keys(app):
    app.key('alt+3')
    app.wait_until(lambda: app.focus_is('table cell'), what='the focus in the table of figures')
    app.key('ctrl+Home')
    app.press_until('Down', lambda n: n.name == f'Figure: {FIGURE}')
    app.wait_for('text', 'Figure', where=lambda n: n.text == FIGURE)
    app.press_until('Tab', lambda n: n.role == 'text' and n.name == 'Value')


def type_value(app, text):
    app.key('ctrl+a')
    app.type(text + '\n')


def wait_value(app, words):
    app.wait_until(lambda: value_field(app).text == words, what=f'{words!r} in the field')


def a_sum_is_changed_by_keyboard_and_seen_everywhere_and_saved():
    with folder() as data:
        with CareBrief(data=data) as app:
            app.wait_for('list item', f'{BRIEFING}, Draft · Key Issues 2015')
            show_section(app)
            expect_in_editor(app, OLD)
            before = page_picture(app)
            go_to_value_by_keys(app)
            type_value(app, '£3.9bn')
            wait_value(app, NEW)
            show_section(app)
            expect_in_editor(app, NEW)
            app.wait_until(lambda: page_picture(app) != before, what='another picture of the page')
            expect_everywhere(app, NEW)
            assert app.quit() == 0
        assert NEW in pdf_text(data, data) and OLD not in pdf_text(data, data)
        with CareBrief(data=data) as app:
            expect_everywhere(app, NEW)
            assert app.quit() == 0


def a_sum_is_changed_with_the_pointer():
    with folder() as data:
        with CareBrief(data=data) as app:
            app.click(app.find('page tab', 'Figures'))
            app.click(app.wait_for('table cell', f'Figure: {FIGURE}'))
            app.click(app.wait_for('text', 'Value', where=lambda n: OLD == n.text), count=3)
            type_value(app, '£3.9bn')
            wait_value(app, NEW)
            expect_in_chart(app, NEW)
            app.click(app.find('page tab', 'Briefings'))
            app.click(app.find('push button', 'Open Briefing'))
            app.wait_for('image', 'Finished pages', on_screen=False)
            app.click(app.row(SECTION, 'Outline'))
            expect_in_editor(app, NEW)
            app.click(app.find('push button', 'Close'))
            assert app.wait_exit() == 0
        assert figure_value(data, FIGURE) == '39e8 GBP'
        assert NEW in pdf_text(data, data)


def refuse(app):
    go_to_value_by_keys(app)
    type_value(app, 'lots')
    app.wait_for('alert', re.compile('“lots”'))
    field = value_field(app)
    assert field.text == 'lots' and field.state('invalid')


def what_is_no_quantity_is_refused_and_escape_brings_the_value_back():
    with folder() as data:
        with CareBrief(data=data) as app:
            refuse(app)
            app.key('Escape')
            wait_value(app, OLD)
            assert not app.find_all('alert')
            assert app.quit() == 0
        assert figure_value(data, FIGURE) == STORED


def what_is_no_quantity_is_not_kept_by_closing():
    with folder() as data:
        with CareBrief(data=data) as app:
            refuse(app)
            assert app.quit() == 0
        assert figure_value(data, FIGURE) == STORED
        with CareBrief(data=data) as app:
            go_to_value_by_keys(app)
            wait_value(app, OLD)
            assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(a_sum_is_changed_by_keyboard_and_seen_everywhere_and_saved, a_sum_is_changed_with_the_pointer,
                 what_is_no_quantity_is_refused_and_escape_brings_the_value_back,
                 what_is_no_quantity_is_not_kept_by_closing))
