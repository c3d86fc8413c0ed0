#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline of the sample with real keys, a real wheel and a real pointer."""

import re
import sys

from carebrief import CareBrief, run

TIMELINE = 'Timeline of Pledges and Events'
COALITION = 'Government (2010-15 coalition)'
JOINED_UP = 'Join health and social care fully across England'
CARE_ACT = 'Care Act 2014'
ACT_2012 = 'Health and Social Care Act 2012'
PIONEERS = 'Open pioneer areas to trial more integrated care'


def open_timeline(app):
    app.key('alt+4')
    app.wait_until(lambda: app.focus_is('push button', TIMELINE), 30, 'the focus on a mark')
    app.wait_still()


def mark(app, title):
    return app.wait_for('push button', re.compile(re.escape(title)), where=lambda n: n.parent.name == TIMELINE)


def is_shown(app, title):
    return bool(app.find_all('push button', re.compile(re.escape(title)), where=lambda n: n.parent.name == TIMELINE))


def left_of(app, title):
    return mark(app, title).extents()[0]


def focused(app):
    node = app.focus()
    return node.name if node is not None and node.parent.name == TIMELINE else None


def with_timeline(case):
    def opened():
        with CareBrief() as app:
            open_timeline(app)
            case(app)
            assert app.quit() == 0
    opened.__name__ = case.__name__
    return opened


@with_timeline
def every_mark_is_a_sentence(app):
    names = [n.name for n in app.find_all('push button', on_screen=False, where=lambda n: n.parent.name == TIMELINE)]
    assert len(names) > 10, names
    unfit = [name for name in names if not re.match(r'^(\w.*[.]|\d+ more .*)$', name)]
    assert not unfit, unfit


@with_timeline
def the_wheel_zooms_about_the_pointer(app):
    """About the first day of a mark that has no sign before it."""
    def distance():
        return left_of(app, CARE_ACT) - left_of(app, ACT_2012)
    x, apart = left_of(app, ACT_2012), distance()
    app.scroll(mark(app, ACT_2012), dy=-4, modifiers=('ctrl',), at=(6, 8))
    app.wait_still()
    assert abs(left_of(app, ACT_2012) - x) <= 6, f'the mark went from {x} to {left_of(app, ACT_2012)}'
    assert abs(distance() - apart * 1.25 ** 4) <= 8, f'{apart} became {distance()}'
    app.scroll(mark(app, ACT_2012), dy=4, modifiers=('ctrl',), at=(6, 8))
    app.wait_still()
    assert abs(left_of(app, ACT_2012) - x) <= 6 and abs(distance() - apart) <= 4, (x, apart, distance())


@with_timeline
def the_wheel_goes_through_lanes_and_time(app):
    x, y, _, _ = mark(app, JOINED_UP).extents()
    app.scroll(mark(app, JOINED_UP), dy=1)
    app.wait_still()
    assert not is_shown(app, JOINED_UP) or mark(app, JOINED_UP).extents()[1] < y, 'the lanes did not move'
    app.scroll(app.find('list', TIMELINE), dy=-3)
    app.wait_still()
    assert abs(mark(app, JOINED_UP).extents()[1] - y) <= 1, 'the lanes did not come back'
    app.scroll(app.find('list', TIMELINE), dy=-1, modifiers=('shift',))
    app.wait_still()
    assert left_of(app, JOINED_UP) > x, 'time did not move'


@with_timeline
def empty_ground_is_dragged(app):
    x = left_of(app, JOINED_UP)
    height = app.find('list', TIMELINE).extents()[3]
    app.drag(app.find('list', TIMELINE), app.find('list', TIMELINE), at=(300, height - 60), to=(420, height - 60))
    app.wait_still()
    assert abs(left_of(app, JOINED_UP) - x - 120) <= 12, (x, left_of(app, JOINED_UP))


@with_timeline
def keys_go_from_mark_to_mark(app):
    app.key('Home')
    first = focused(app)
    app.key('Right')
    assert PIONEERS in focused(app), focused(app)
    app.key('Left')
    assert focused(app) == first, focused(app)
    app.key('End', 'Down')
    assert not focused(app).startswith(COALITION), focused(app)
    app.key('Up')
    assert focused(app).startswith(COALITION), focused(app)
    app.key('Page_Down')
    assert not focused(app).startswith(COALITION), focused(app)


@with_timeline
def what_has_the_focus_stays_when_zoomed(app):
    app.press_until('Right', lambda n: JOINED_UP in n.name)
    x = left_of(app, JOINED_UP)
    app.key('ctrl+plus', 'ctrl+plus', 'ctrl+plus')
    app.wait_still()
    assert abs(left_of(app, JOINED_UP) - x) <= 8, (x, left_of(app, JOINED_UP))
    assert JOINED_UP in focused(app), focused(app)
    app.key('Right')
    app.wait_still()
    assert CARE_ACT in focused(app) and is_shown(app, CARE_ACT), f'{focused(app)} has the focus and cannot be seen'
    app.key('ctrl+0')
    app.wait_still()
    assert is_shown(app, JOINED_UP)


@with_timeline
def enter_opens_and_space_selects(app):
    app.press_until('Right', lambda n: JOINED_UP in n.name)
    app.key('space')
    app.wait_for('label', re.compile(re.escape(COALITION) + ' · by 2018'))
    assert JOINED_UP in focused(app), focused(app)
    app.key('Return')
    app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.')


def card(app, title):
    """Waits for the card of a mark: its name stands outside of the lanes as well."""
    app.wait_for('label', title, where=lambda n: n.parent.name != TIMELINE)


@with_timeline
def the_pointer_shows_the_card(app):
    app.press_until('Right', lambda n: JOINED_UP in n.name)
    card(app, JOINED_UP)
    app.move(mark(app, CARE_ACT), at=(6, 8))
    card(app, re.compile('^' + re.escape(CARE_ACT)))
    app.move(app.find('list', TIMELINE), at=(0.6, app.find('list', TIMELINE).extents()[3] - 4))
    card(app, JOINED_UP)
    app.click(mark(app, CARE_ACT), at=(6, 8))
    app.wait_until(lambda: focused(app) is not None and CARE_ACT in focused(app), what='the focus on what was pressed')
    app.click(mark(app, JOINED_UP), count=2, at=(6, 8))
    app.wait_for('label', 'Not yet rated. Nobody has judged this pledge.')


@with_timeline
def a_mark_is_not_dragged(app):
    x = left_of(app, JOINED_UP)
    names = {n.name for n in app.find_all('push button', on_screen=False, where=lambda n: n.parent.name == TIMELINE)}
    app.drag(mark(app, JOINED_UP), app.find('list', TIMELINE), at=(60, 0.7), to=(0.7, 100))
    app.wait_still()
    assert abs(left_of(app, JOINED_UP) - x) <= 1, (x, left_of(app, JOINED_UP))
    assert names == {n.name for n in app.find_all('push button', on_screen=False, where=lambda n: n.parent.name == TIMELINE)}


@with_timeline
def a_lane_is_folded_and_moved(app):
    app.click(app.find('push button', re.compile('^' + re.escape(COALITION) + ', ')))
    app.wait_until(lambda: not is_shown(app, JOINED_UP), what='the lane folded')
    app.wait_for('push button', re.compile(r'^\d+ more end'))
    app.key('space')
    app.wait_until(lambda: is_shown(app, JOINED_UP), what='the lane unfolded')
    y = mark(app, JOINED_UP).extents()[1]
    app.key('Right', 'Return')
    app.wait_until(lambda: app.focus_is('menu item'), what='the menu of the lane')
    app.press_until('Down', lambda n: n.name == 'Move Down')
    app.key('Return')
    app.wait_until(lambda: mark(app, JOINED_UP).extents()[1] > y, what='the lane moved down')


@with_timeline
def the_day_is_moved(app):
    count = len(app.find_all('push button', on_screen=False, where=lambda n: n.parent.name == TIMELINE))
    before = app.find('slider', re.compile('^As of ')).name
    app.press_until('Tab', lambda n: n.role == 'slider')
    app.key('Left')
    app.wait_until(lambda: app.find('slider').name not in (before, ''), what='the day before')
    for _ in range(14):
        app.key('Page_Down')
    app.wait_for('slider', re.compile('2012$'))
    app.wait_until(lambda: len(app.find_all('push button', on_screen=False, where=lambda n: n.parent.name == TIMELINE)) < count,
                   what='what was known then')
    day = app.find('slider').name
    app.drag(app.find('slider'), app.find('slider'), to=(200, 0.5))
    app.wait_until(lambda: app.find('slider').name not in (day, ''), what='the day dragged')


def what_is_out_of_sight_has_no_menu_there():
    """A name that was wheeled away comes back when it is pressed; the menu of a mark opens in the window."""
    with CareBrief(window=(360, 640), size=(360, 640)) as app:
        app.key('alt+4')
        app.wait_until(lambda: app.focus_is('list item'), 30, 'a row')
        app.key('ctrl+l')
        app.wait_until(lambda: focused(app) is not None, what='the focus on a mark')
        app.wait_still()
        lanes = app.find('list', TIMELINE)
        head = app.press_until('Tab', lambda n: re.search(r', \d+ entr', n.name)).name
        app.key('Right')
        app.wait_until(lambda: app.focus().name.startswith('Menu of '), what='the button of its menu')
        while app.find_all('push button', re.compile(re.escape(head))):
            app.scroll(lanes, dy=6)
            app.wait_still()
        app.key('Return')
        app.wait_for('push button', re.compile(re.escape(head)))
        app.wait_until(lambda: app.focus().name == head, what='the focus on what came back')
        app.press_until('shift+Tab', lambda n: n.parent.name == TIMELINE)
        mark = focused(app)
        while is_shown(app, mark):
            app.scroll(lanes, dy=6)
            app.wait_still()
        app.key('shift+F10')
        app.wait_for('menu item', 'Copy All Rows')
        app.key('Escape')
        app.wait_for('menu item', 'Copy All Rows', gone=True)
        assert app.quit() == 0


if __name__ == '__main__':
    sys.exit(run(every_mark_is_a_sentence, the_wheel_zooms_about_the_pointer, the_wheel_goes_through_lanes_and_time,
                 empty_ground_is_dragged, keys_go_from_mark_to_mark, what_has_the_focus_stays_when_zoomed,
                 enter_opens_and_space_selects, the_pointer_shows_the_card, a_mark_is_not_dragged, a_lane_is_folded_and_moved,
                 the_day_is_moved, what_is_out_of_sight_has_no_menu_there))
