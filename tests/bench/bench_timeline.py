# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/bench timeline: how fast the timeline is laid out and painted, without a display.

Of a frame is told what 99 of 100 do not exceed, by the clock and of the processor: other
programs that are running disturb the latter less."""

import collections
import statistics

from bench_common import milliseconds, percentile, run_alone

NUMBERS = (1000, 10000, 100000)
ROUNDS = 15
FRAMES = 600
HITS = 100000


def print_row(what, clock='', processor='', goal=''):
    print(f'{what:<34} {clock:<32} {processor:<32} {goal}'.rstrip(), flush=True)


def collect(command, *words):
    """Return what was measured, as (clock, processor) by what it is of."""
    taken = collections.defaultdict(list)
    for what, _, clock, processor in run_alone('bench-timeline', command, *words):
        taken[what].append((clock, processor))
    return {what: tuple(zip(*samples)) for what, samples in taken.items()}


def measure_number(n):
    """Print the measurements at one number of pledges."""
    most = n == NUMBERS[-1]
    print_row(f'{n:,} pledges')
    for what, (clock, processor) in collect('pack', n, ROUNDS).items():
        print_row(f'  {what}', milliseconds(clock), milliseconds(processor), '200 ms at most' if most else '')
    for what, times in collect('frame', n, FRAMES).items():
        clock, processor = (f'{1000 * percentile(samples):.3f} ms' for samples in times)
        print_row(f'  {what}, 99th percentile', clock, processor)
    for clock, processor in collect('hit', n, ROUNDS).values():
        print_row('  hit', *(f'{1e9 * statistics.median(samples) / HITS:.0f} ns' for samples in (clock, processor)),
                  '1000 ns at most')
    for what, (size, _) in collect('memory', n).items():
        print_row(f'  memory of {what}', f'{size[0]:.0f} bytes a pledge', '', '46 at most' if most and what == 'pack' else '')


def measure():
    """Measure and print all."""
    print_row('', 'by the clock', 'of the processor', 'goal')
    for n in NUMBERS:
        measure_number(n)
