# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/bench page: how fast the briefing of the sample becomes pages and a PDF.

The peers are given the same briefing: LibreOffice and WeasyPrint as the web page that
CareBrief exports, groff as plain text with the macros of -ms."""

import collections
import pathlib
import re
import shutil
import subprocess
import tempfile

from bench_common import TOP, home_beside, milliseconds, rate, ratio, run_program
from bench_peers import Programs
from bench_volume import count_instructions as count_volume, make_volume

ROUNDS = 11
DOCUMENTS = 100
FEW = 6
VOLUME_ROUNDS = 5
LETTERS = 60
TEMPLATES = ('key-issue', 'large-print', 'research-briefing')
MIB = 1024 * 1024


def print_row(what, who='', clock='', processor='', clock_ratio='', processor_ratio='', goal=''):
    print(f'{what:<36} {who:<12} {clock:<34} {processor:<34} {clock_ratio:>6} {processor_ratio:>9}  {goal}'.rstrip(),
          flush=True)


def measure_cold(programs, installed):
    """Print how long a command takes that makes one briefing, how much memory, and how large the PDF is."""
    # Each is started once before its time counts.
    memory = {name: programs.measure_memory(program) for name, program in installed.items()}
    taken = {name: [] for name in installed}
    for _ in range(ROUNDS):
        for name, program in installed.items():
            taken[name].append(programs.run(program))
    ours = [*zip(*taken['CareBrief'])]
    for name, samples in taken.items():
        clock, processor = zip(*samples)
        beside = (ratio(ours[0], clock), ratio(ours[1], processor)) if name != 'CareBrief' else ('', '')
        print_row('one briefing, cold command', name, milliseconds(clock), milliseconds(processor), *beside,
                  '0.10 at most' if name in ('LibreOffice', 'WeasyPrint') else '')
    if None in memory.values():
        print('time is not installed: the most memory that each takes is not known')
    else:
        report_sizes('most memory', memory, MIB, 'MiB', '40 MiB at most')
    sizes = {name: made.stat().st_size for name, (_, made) in installed.items()}
    report_sizes('size of the PDF', sizes, 1024, 'KiB', '60 KiB at most')


def report_sizes(what, sizes, unit, name_of_unit, goal):
    for name, size in sizes.items():
        is_ours = name == 'CareBrief'
        print_row(what, name, f'{size / unit:.1f} {name_of_unit}', '', '' if is_ours else f'{sizes["CareBrief"] / size:.2f}',
                  goal=goal if is_ours else '')


def measure_running(library, command, *words):
    """Return the seconds by the clock and of the processor, each by what was measured."""
    clock, processor = collections.defaultdict(list), collections.defaultdict(list)
    for what, _, seconds, used in run_program('bench-page', command, library, *words):
        clock[what].append(seconds)
        processor[what].append(used)
    return clock, processor


def print_times(what, times, key, goal=''):
    clock, processor = times
    print_row(what, 'CareBrief', milliseconds(clock[key]), milliseconds(processor[key]), goal=goal)


def count_instructions(library, rounds):
    """Return the instructions of the whole of bench-page."""
    command = [TOP / '_build/tests/bench/bench-page', 'document', library, str(rounds)]
    done = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', *command], check=True,
                          capture_output=True, text=True, env=home_beside(library))
    return int(re.search(r'Collected : (\d+)', done.stderr).group(1))


def measure_documents(library, n_pages):
    times = measure_running(library, 'document', DOCUMENTS)
    print_times('from snapshot to PDF, running', times, 'document')
    if shutil.which('valgrind'):
        # Two further documents: what is made once is in neither.
        each = (count_instructions(library, 3) - count_instructions(library, 1)) / 2
        print_row('instructions of that', 'CareBrief', f'{each / 1e6:.1f} million', goal='130 million at most')
    else:
        print('valgrind is not installed: instructions are not counted')
    print_row('pages a second of that', 'CareBrief', rate(times[0]['document'], n_pages, 'pages'),
              rate(times[1]['document'], n_pages, 'pages'), goal='90 of the processor at least')


def measure_editing(library):
    for template in TEMPLATES:
        times = measure_running(library, 'edit', template, LETTERS)
        name = template.replace('-', ' ')
        print_times(f'longest paragraph, {name}', times, 'paragraph', '1 ms at most')
        print_times(f'a letter more, {name}', times, 'relayout', '10 ms at most')
        print_times(f'laid out anew, {name}', times, 'layout')


def measure_painting(library):
    times = measure_running(library, 'paint', ROUNDS)
    for page in times[0]:
        print_times(f'preview, {page}', times, page, '8 ms at most')


def measure_memory(library):
    grown, _ = measure_running(library, 'memory', DOCUMENTS)
    for what, (bytes_each,) in grown.items():
        print_row(f'a further document, {what}', 'CareBrief', f'{bytes_each / MIB:.3f} MiB')


def measure_volume(programs):
    """Print what a volume takes, and each briefing of it more than a few."""
    few, many = make_volume(programs, FEW), make_volume(programs, DOCUMENTS)
    memory = [programs.measure_memory(program) for program in (few, many)]
    taken = [programs.run(many) for _ in range(VOLUME_ROUNDS)]
    clock, processor = zip(*taken)
    pages, further = count_pages(many[1]), DOCUMENTS - FEW
    print_row(f'volume of {DOCUMENTS}', 'CareBrief', milliseconds(clock), milliseconds(processor))
    print_row('pages a second of that', 'CareBrief', rate(clock, pages, 'pages'), rate(processor, pages, 'pages'),
              goal='90 of the processor at least')
    if None not in memory:
        print_row('most memory of that', 'CareBrief', f'{memory[1] / MIB:.1f} MiB')
        print_row('each further briefing', 'CareBrief', f'{(memory[1] - memory[0]) / further / MIB:.3f} MiB',
                  goal='0.5 MiB at most')
    size = (many[1].stat().st_size - few[1].stat().st_size) / further
    print_row('size of each further briefing', 'CareBrief', f'{size / 1024:.1f} KiB', goal='13 KiB at most')
    counted = [count_volume(programs, program) for program in (make_volume(programs, 1), few)]
    if None not in counted:
        each = (counted[1] - counted[0]) / (FEW - 1)
        print_row('instructions of each further', 'CareBrief', f'{each / 1e6:.1f} million', goal='110 million at most')


def count_pages(pdf):
    told = subprocess.run(['pdfinfo', pdf], check=True, capture_output=True, text=True).stdout
    return int(re.search(r'^Pages:\s+(\d+)', told, re.MULTILINE).group(1))


def measure():
    """Print a line for each measure and program."""
    with tempfile.TemporaryDirectory(prefix='carebrief-bench-') as folder:
        programs = Programs(pathlib.Path(folder))
        installed = {name: program for name, program in programs.list().items() if program is not None}
        for name in programs.list().keys() - installed.keys():
            print(f'{name} is not installed: it is left out')
        print_row('what', 'of', 'by the clock: median (quartiles)', 'of the processor', 'ratio', 'processor', 'goal')
        measure_cold(programs, installed)
        measure_documents(programs.library, count_pages(installed['CareBrief'][1]))
        measure_editing(programs.library)
        measure_painting(programs.library)
        measure_memory(programs.library)
        measure_volume(programs)
    print('\nThe ratios are CareBrief’s figure by the peer’s. LibreOffice and WeasyPrint are given the web page that\n'
          'CareBrief exports, groff the plain text with the macros of -ms. Only CareBrief’s PDF is held to PDF/UA-1.\n'
          'Typst, which makes that too, is in no package of Debian 12, and left out.')
