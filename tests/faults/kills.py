# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills: a researcher works through the program, which is ended by SIGKILL at a
random moment. Whatever was acknowledged is in the library afterwards."""

import json
import random
import shutil
import threading
import time

from program import HANG, Fault, has_hot_journal
from researcher import Researcher, library_format

# After so many kills the work goes on in a new library.
LIFE = 50


class Kills:
    """One library after another, and what became of them."""

    def __init__(self, program, base, seed, sessions):
        self.program, self.base, self.sessions = program, base, sessions
        self.random = random.Random(seed)
        self.library = program.place / 'a library.carebrief'
        self.acts = 0  # acknowledged
        self.hot = 0  # kills that left a hot journal
        self.inside = 0  # kills after which an act stood that had not been acknowledged
        self.told = 0  # of the hot ones: `verify` said to open the library first
        self.failures = []

    def run(self, kills, until):
        """Kill that often, or until that moment; return how often."""
        for done in range(kills):
            if time.monotonic() > until:
                return done
            if done % LIFE == 0:
                self.begin()
            session = self.random.choice(self.sessions)
            try:
                problem = getattr(self, session)() or self.check()
            except Exception as error:  # a test that breaks is a test that fails
                problem = f'{type(error).__name__}: {error}'
            if problem:
                self.failures.append(f'kill {done + 1}, {session}: {problem}')
                self.begin()
        return kills

    def begin(self):
        """Go on with a new library."""
        self.program.clear()
        shutil.copy(self.base, self.library)
        records = self.program.read(self.library).records
        self.researcher = Researcher(records, self.random.random())
        self.acknowledged = set()
        self.possible = [records]  # what the library may hold now

    def apply(self):
        """Type acts one after another, each once the last is acknowledged."""
        process = self.program.start('apply', self.library, fault=self.disk())
        researcher = self.researcher
        first = self.random.random() < 0.3  # also while it opens
        timer = None
        if first:
            timer = self.kill_later(process, 0.3)
        problem = None
        while problem is None:
            act = researcher.next()
            line = (researcher.refused() if self.random.random() < 0.05 else '') + act.line
            self.possible = [researcher.records, researcher.state_after(act)]
            try:
                process.stdin.write(line.encode())
                process.stdin.flush()
            except BrokenPipeError:
                break
            told = process.stdout.readline().decode()
            if not told.endswith('\n'):
                break
            problem = self.acknowledge(act, told)
            timer = timer or self.kill_later(process, 0.5)
        timer = timer or self.kill_later(process, 0)
        timer.join()
        process.stdin = None
        _, err = process.communicate()
        if process.returncode != -9 and not problem:
            problem = f'it ended by itself with {process.returncode}: {err.decode(errors="replace")[-300:]}'
        return problem

    def acknowledge(self, act, told):
        """Note what the program says has been saved."""
        number = int(told)
        if (number != 0) != act.changes:
            return f'{act.line.strip()[:200]} was acknowledged by {number}'
        if number:
            self.acknowledged.add(number)
            self.acts += 1
        if act.is_act:
            act.id = number
        self.researcher.take(act)
        self.possible = [self.researcher.records]
        return None

    def disk(self):
        """Choose the disk as it is, or a slow one, on which more kills fall into a commit."""
        return self.random.choice((None, Fault('EIO', 0, flush_ms=5)))

    def kill_later(self, process, seconds):
        timer = threading.Timer(self.random.uniform(0, seconds), process.kill)
        timer.start()
        return timer

    def command(self, act, *arguments):
        """Run a command that does one act, and kill it."""
        before, after = self.researcher.records, self.researcher.state_after(act)
        process = self.program.start(*arguments, fault=self.disk())
        timer = self.kill_later(process, 0.3)
        out, err = process.communicate(timeout=HANG)
        timer.cancel()
        timer.join()
        self.possible = [after] if out else [before, after]
        if process.returncode not in (0, -9):
            return f'it ended by itself with {process.returncode}: {err.decode(errors="replace")[-300:]}'
        if process.returncode == 0:
            self.possible = [after]
        if self.possible == [after]:
            self.researcher.take(act)
            self.acts += 1
        return None

    def import_file(self):
        act = self.researcher.make_import()
        file = self.program.place / 'in.json'
        file.write_text(json.dumps(library_format((kind, number, values) for (kind, number), values in act.after.items())),
                        encoding='utf-8')
        return self.command(act, 'import', self.library, file)

    def merge(self):
        """Take in what a colleague did to a copy."""
        theirs = self.program.place / 'theirs.carebrief'
        theirs.unlink(missing_ok=True)
        shutil.copy(self.library, theirs)
        act = self.researcher.make_several()
        self.program.must('apply', theirs, typed=act.line.encode())
        return self.command(act, 'merge', self.library, theirs)

    def undo(self):
        act = self.researcher.make_undo()
        return self.command(act, 'undo', self.library) if act else self.apply()

    def redo(self):
        act = self.researcher.make_redo()
        return self.command(act, 'redo', self.library) if act else self.apply()

    def check(self):
        """Look at what the kill left; return what is wrong."""
        hot = has_hot_journal(self.library)
        self.hot += hot
        contents = self.program.read(self.library)
        if contents.integrity != 'ok':
            return contents.integrity
        if not self.acknowledged <= contents.acts:
            return f'{len(self.acknowledged - contents.acts)} acknowledged acts are not in the history'
        if contents.records not in self.possible:
            return f'the library holds something else: {difference(self.possible[0], contents.records)}'
        return self.open_again(hot) or self.go_on(contents)

    def open_again(self, hot):
        done = self.program.run('verify', self.library)
        if hot and done.code == 7 and not done.wrong((7,)):
            self.told += 1
        elif done.wrong():
            return f'verify: {done.wrong()}'
        if not hot:
            return None
        done = self.program.run('apply', self.library)
        if done.wrong():
            return f'opening after a hot journal: {done.wrong()}'
        done = self.program.run('verify', self.library)
        return f'verify after a hot journal: {done.wrong()}' if done.wrong() else None

    def go_on(self, contents):
        """Take over an act that was done and not acknowledged."""
        if contents.records == self.researcher.records:
            self.possible = [contents.records]
            return None
        # Which of the acts it was that stands is not known: the work goes on from here.
        self.inside += 1
        self.researcher = Researcher(contents.records, self.random.random())
        self.possible = [contents.records]
        return None


def difference(expected, found):
    """Say in what two states of a library differ first."""
    for key in sorted(set(expected) | set(found)):
        if expected.get(key) != found.get(key):
            return f'{key[0]} {key[1]}: {expected.get(key)!r}, and now {found.get(key)!r}'[:600]
    return 'nothing'
