#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart of figures in the real window: chosen by keys, read as a table, and given to other programs."""

import os
import re
import struct
import subprocess
import sys
import zlib
from xml.etree import ElementTree

from carebrief import CareBrief, folder, run
from test_sources import find_window, middle_of_window


def chart(app):
    """Icons are images too, but say nothing."""
    return app.wait_for('image', where=lambda n: '£' in n.description)


def to_chart(app):
    app.key('alt+3')
    app.click(app.wait_for('push button', 'Chart'))
    return chart(app)


def choose(app, button, item):
    """From a menu, by keys: the bar is one stop of Tab, and arrows go on in it."""
    app.press_until('shift+Tab', lambda n: n.name == 'Chart')
    app.key('Tab')
    for key in ('Left', 'Right'):
        for _ in range(3):
            if not app.focus().name.startswith(button):
                app.key(key)
    app.key('space')
    app.press_until('Down', lambda n: n.name.startswith(item))
    app.key('Return')
    app.wait_still()


def words(app):
    return chart(app).description


def a_chart_is_chosen_by_keys():
    with CareBrief() as app:
        to_chart(app)
        choose(app, 'Figures: ', 'Pooled budget')
        app.wait_until(lambda: 'Better Care Fund: pooled locally' in words(app), what='the pooled budgets')
        assert '£5.3 billion' in words(app) and 'Time to Care' not in words(app), words(app)
        choose(app, 'Bars', 'Bars by Newness')
        app.wait_until(lambda: 'of which existing £3.8 billion, not stated £1.5 billion' in words(app), what='its parts')
        choose(app, 'Figures: ', 'All Figures')
        app.wait_for(None, 'These Figures Cannot Stand on One Axis')
        assert app.find_all(None, re.compile('^They differ in .*flow kind')), 'it says in what'
        app.click(app.wait_for('push button', 'Show Those That Can'))
        chart(app)
        assert app.quit() == 0


def the_figures_of_one_owner_are_shown():
    with CareBrief() as app:
        to_chart(app)
        app.press_until('shift+Tab', lambda n: n.name == 'Chart')
        app.key('Tab', 'Right', 'space')
        app.press_until('Down', lambda n: n.name.startswith('Whose'))
        app.key('Return')
        app.press_until('Down', lambda n: n.name.startswith('Scottish National Party'))
        app.key('Return')
        app.wait_until(lambda: 'Integrated Care Fund' in words(app), what='the figures of the SNP')
        choose(app, 'Figures: Scottish National Party: ', 'Spending, Scotland, period and prices not stated')
        app.wait_until(lambda: 'Telehealth' in words(app), what='the other of them')
        assert 'Time to Care' not in words(app), words(app)
        assert app.quit() == 0


def the_same_numbers_are_one_key_away():
    with CareBrief() as app:
        to_chart(app)
        choose(app, 'Figures: ', 'Pooled budget')
        app.press_until('Tab', lambda n: n.role == 'image')
        app.key('t')
        app.wait_until(lambda: app.focus() is not None and app.focus().role == 'list item', what='the focus in the table')
        rows = [n.name for n in app.find_all('list item') if n.parent.name == 'Figures of the Chart']
        assert len(rows) == 2 and '£5.3 billion' in rows[0] and '£3.8 billion' in rows[1], rows
        app.key('t')
        app.wait_until(lambda: app.focus() is not None and app.focus().role == 'image', what='the focus on the chart')
        assert app.quit() == 0


def read_clipboard(app, target):
    return subprocess.run(['xclip', '-selection', 'clipboard', '-target', target, '-out'], env=app.env, check=True,
                          capture_output=True, timeout=10).stdout


def a_chart_is_copied():
    with CareBrief() as app:
        to_chart(app)
        choose(app, 'Figures: ', 'Pooled budget')
        app.press_until('Tab', lambda n: n.role == 'image')
        app.key('ctrl+c')
        app.wait_for(None, 'Chart copied')
        assert read_clipboard(app, 'image/svg+xml').lstrip().startswith(b'<?xml'), 'vectors'
        assert read_clipboard(app, 'image/png').startswith(b'\x89PNG'), 'dots'
        lines = read_clipboard(app, 'text/plain;charset=utf-8').decode().splitlines()
        assert lines[4].split('\t')[:3] == ['Better Care Fund: pooled locally', lines[4].split('\t')[1], '£5.3 billion'], lines
        assert lines[4].split('\t')[3] == '5300000000', lines
        assert app.quit() == 0


def export_as(app, path):
    choose(app, 'Chart Menu', 'Export Chart…')
    app.wait_for('text', 'Name')
    app.key('ctrl+a')
    app.type(str(path))
    app.key('Return')


def the_numbers_of_a_chart_are_exported():
    with folder() as place, CareBrief() as app:
        to_chart(app)
        choose(app, 'Figures: ', 'Pooled budget')
        app.press_until('Tab', lambda n: n.role == 'image')
        app.key('t')
        app.wait_until(lambda: app.focus() is not None and app.focus().role == 'list item', what='the focus in the table')
        # They say what they are; a picture does not.
        export_as(app, place / 'numbers.csv')
        app.wait_for(None, 'Exported “numbers.csv”')
        assert '"5300000000","5300000000","GBP"' in (place / 'numbers.csv').read_text(encoding='utf-8')
        export_as(app, place / 'picture.png')
        app.wait_for(None, 'Write the alternative text, then export the chart')
        app.wait_until(lambda: app.focus_is('text') and not app.find_all('text', 'Name'), what='the focus in the text')
        assert not (place / 'picture.png').exists(), 'nobody wrote what it shows'
        assert app.quit() == 0


def a_chart_is_exported():
    with folder() as place, CareBrief() as app:
        to_chart(app)
        choose(app, 'Figures: ', 'Pooled budget')
        # Those who do not see it are to know what it shows, however late that is asked for.
        choose(app, 'Chart Menu', 'Export Chart…')
        app.wait_for(None, 'Write the alternative text, then export the chart')
        assert app.focus_is('text') and not app.find_all('text', 'Name'), app.focus()
        app.type('What was pooled & more <than> planned')
        for ending, begins in (('svg', b'<?xml'), ('png', b'\x89PNG'), ('csv', b'"Figure",')):
            path = place / f'chart.{ending}'
            export_as(app, path)
            app.wait_for(None, f'Exported “chart.{ending}”')
            assert path.read_bytes().startswith(begins), path.read_bytes()[:40]
        words = (place / 'chart.svg').read_text(encoding='utf-8')
        assert '<desc>What was pooled &amp; more &lt;than&gt; planned</desc>' in words, words[:400]
        ElementTree.fromstring(words)
        dots = (place / 'chart.png').read_bytes()
        assert b'iTXtDescription\0\0\0\0\0What was pooled & more <than> planned' in dots, dots[:200]
        # 300 dots an inch are 11811 a metre.
        at = dots.index(b'pHYs')
        assert struct.unpack('>IIBI', dots[at + 4:at + 17]) == (11811, 11811, 1, zlib.crc32(dots[at:at + 13])), dots[:200]
        assert '"5300000000","5300000000","GBP"' in path.read_text(encoding='utf-8'), path.read_text(encoding='utf-8')
        assert app.quit() == 0


def a_chart_is_dragged_into_another_program():
    with folder() as place, CareBrief(window=(900, 700)) as app:
        for kind, begins in (('image/svg+xml', b'<?xml'), ('image/png', b'\x89PNG')):
            dragged = to_chart(app)
            path = place / 'dropped'
            with subprocess.Popen([os.environ['CARE_DROP_TARGET'], kind, path], env=app.env) as other:
                # At the speed of a hand: the picture is made when the drag begins.
                app.drag(dragged, middle_of_window(app, 'Drop Target'), at=(0.5, 40), steps=30, pause=0.05,
                         hover=lambda: find_window(app, 'Drop Here'))
                try:
                    assert other.wait(10) == 0, 'it is taken'
                finally:
                    other.kill()
            assert path.read_bytes().startswith(begins), path.read_bytes()[:40]
        assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(a_chart_is_chosen_by_keys, the_figures_of_one_owner_are_shown, the_same_numbers_are_one_key_away, a_chart_is_copied, a_chart_is_exported,
                 the_numbers_of_a_chart_are_exported,
                 a_chart_is_dragged_into_another_program))
