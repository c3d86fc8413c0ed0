#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources in the real window: cited, pasted, and put together, by keys and clipboard."""

import json
import os
import re
import subprocess
import sys

from carebrief import CareBrief, click_menu_item, command, folder, library_of, open_briefing, run
from test_writing import to_text

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
        app.wait_until(lambda: app.focus_is('table cell'), what='the focus in the table of figures')
        app.key('ctrl+shift+c')
        app.wait_for(None, 'Choose a source to copy its citation')
        assert app.quit() == 0


def sources(data):
    return json.loads(command('list', 'sources', '--format', 'json', library_of(data)))


def a_pasted_citation_becomes_a_source_and_its_title_is_typed_over():
    with folder() as data:
        with CareBrief(data=data) as app:
            before = len(sources(data))
            to_sources(app)
            app.paste('Royal College of General Practitioners (2014) Patient cente care. Available at: '
                      'https://example.org/care (Accessed: 4 February 2015).')
            app.wait_for(None, '1 source added')
            app.wait_still()
            app.key('ctrl+a')
            app.type('Patient-centred care')
            app.key('Return')
            app.wait_until(lambda: any(s['title'] == 'Patient-centred care' for s in sources(data)), what='the title saved')
            found = next(s for s in sources(data) if s['title'] == 'Patient-centred care')
            assert found['published'] == '2014', found
            to_sources(app)
            app.key('ctrl+z')
            app.wait_for(None, re.compile('^Undid: Change Title'))
            app.key('ctrl+z')
            app.wait_for(None, re.compile('^Undid: Add source'))
            assert len(sources(data)) == before, 'the source is taken back by one step'
            assert app.quit() == 0


def titles(data, link):
    return [s['title'] for s in sources(data) if s.get('url') == link]


def links_pasted_one_after_the_other():
    """Each is a source; what is no source becomes the title of the last."""
    with folder() as data:
        with CareBrief(data=data) as app:
            before = len(sources(data))
            to_sources(app)
            for n, link in enumerate(('https://example.org/first-plan', 'https://example.org/second-plan'), 1):
                app.paste(link)
                app.wait_until(lambda link=link: titles(data, link), what=f'{link} in the library')
                title = titles(data, link)[0]
                app.wait_until(lambda title=title: app.focus_is('text') and app.focus().text == title
                               and app.focus().selection, what='its title selected')
                assert len(sources(data)) == before + n
            app.paste('A plan for care')
            app.wait_until(lambda: app.focus().text == 'A plan for care', what='the words as the title')
            app.key('ctrl+a')
            app.paste('https://example.org/third-plan')
            app.wait_until(lambda: app.focus().text == 'https://example.org/third-plan', what='a link in a title of one’s own')
            assert len(sources(data)) == before + 2
            app.key('ctrl+a')
            app.type('A plan for care\n')
            app.wait_until(lambda: titles(data, 'https://example.org/second-plan') == ['A plan for care'], what='the title saved')
            assert app.quit() == 0


def a_text_that_has_the_focus_is_pasted_into():
    with folder() as data:
        with CareBrief(data=data) as app:
            before = len(sources(data))
            to_sources(app)
            app.key('ctrl+f')
            app.wait_until(lambda: app.focus_is('text') or app.focus_is('entry'), what='the focus in the search')
            app.paste('manifesto')
            app.wait_until(lambda: app.focus().text == 'manifesto', what='the words in the search')
            assert len(sources(data)) == before
            assert app.quit() == 0


def two_of_one_link_are_merged_and_undone_as_one():
    with folder() as data:
        with CareBrief(data=data) as app:
            before = len(sources(data))
            to_sources(app)
            for number, link in enumerate(('https://www.example.org/a-plan/', 'http://example.org/a-plan#top'), 1):
                app.paste(link)
                app.wait_until(lambda number=number: len(sources(data)) == before + number, what='a source more')
                to_sources(app)
            app.click(app.find('push button', 'Main Menu', index=0))
            click_menu_item(app, 'Duplicate Sources')
            app.click(app.wait_for('push button', 'Merge 1 Pair'))
            app.wait_for(None, 'The sources are merged')
            app.wait_until(lambda: len(sources(data)) == before + 1, what='one source of two')
            to_sources(app)
            app.key('ctrl+z')
            app.wait_until(lambda: len(sources(data)) == before + 2, what='two sources again')
            assert app.quit() == 0


def a_pasted_source_is_cited():
    """In the text of a briefing, and so among the sources of its page."""
    with folder() as data:
        with CareBrief(data=data) as app:
            to_sources(app)
            app.paste('Royal College of General Practitioners (2014) Patient-centred care.')
            app.wait_for(None, '1 source added')
            open_briefing(app)
            to_text(app)
            app.type(' @patient-centred')
            app.wait_for('list item', re.compile('^Patient-centred care'))
            app.key('Return')
            app.wait_for('list item', re.compile('^Patient-centred care'), gone=True)
            assert app.quit() == 0
        page = command('export', library_of(data), '--format', 'text', '--output', '-')
        assert 'RCGP, Patient-centred care, 2014' in page, page


def find_window(app, title):
    """Where on the screen the middle of another program's window is; None where it has none of that title."""
    def visit(window):
        name = window.get_wm_name()
        if name == title and window.get_attributes().map_state:
            place, size = window.translate_coords(app.xd.screen().root, 0, 0), window.get_geometry()
            return -place.x + size.width // 2, -place.y + size.height // 2
        return next(filter(None, map(visit, window.query_tree().children)), None)
    return visit(app.xd.screen().root)


def middle_of_window(app, title):
    return app.wait_until(lambda: find_window(app, title), what=f'the window {title}')


def files_dragged_from_another_program_become_sources():
    with folder() as data, folder() as files:
        page = files / 'page.html'
        page.write_text('<html><head><title>Care in two counties</title></head><body>Both pool what they have.</body></html>',
                        encoding='utf-8')
        cited = files / 'cited.ris'
        cited.write_text('TY  - RPRT\nTI  - Pooled budgets\nPY  - 2014\nER  - \n', encoding='utf-8')
        with CareBrief(data=data, window=(900, 700)) as app:
            before = len(sources(data))
            to_sources(app)
            with subprocess.Popen([os.environ['CARE_DRAG_SOURCE'], page, cited], env=app.env) as other:
                app.drag(middle_of_window(app, 'Drag Source'), app.find('list', 'Sources'))
                assert other.wait(10) == 0, 'the files are taken'
            app.wait_for(None, '2 sources added')
            app.wait_until(lambda: len(sources(data)) == before + 2, what='two sources more')
            added = {s['title']: s for s in sources(data)[-2:]}
            assert set(added) == {'Care in two counties', 'Pooled budgets'}, added
            assert added['Pooled budgets']['published'] == '2014', added
            assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(files_dragged_from_another_program_become_sources, a_pasted_source_is_cited,
                 the_citation_of_a_source_is_copied, a_pasted_citation_becomes_a_source_and_its_title_is_typed_over,
                 links_pasted_one_after_the_other, a_text_that_has_the_focus_is_pasted_into,
                 two_of_one_link_are_merged_and_undone_as_one))
