# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted researcher: acts for `carebrief apply`, one after another, and what
the library must hold after each. Acts are chosen so that none is refused but
those that are meant to be."""

import json
import random

# As typed, and as a library keeps it.
VALUES = [('£4bn', '4e9 GBP'), ('£3.8 billion', '38e8 GBP'), ('38e8 GBP', '38e8 GBP'), ('4e9..6e9 GBP', '4e9..6e9 GBP'),
          ('8000 GPs', '8000 GPs'), ('not-specified GBP', 'not-specified GBP')]
DATES = [('2018', '2018'), ('2015-01-27', '2015-01-27'), ('../2018-03-31', '../2018-03-31')]
WORDS = ('Better Care Fund', 'Savings expected from integration', 'Disabled Facilities Grant', 'Health and care hubs',
         'O\'Brien said “no”', 'Integration Transformation Fund — “R&D” <b>', '£5.3 billion pooled', 'Ysbyty, ‏טקסט‎, 日本')


class Act:
    """A line for `apply`, and what it changes: the records before and after."""

    def __init__(self, line, before=None, after=None, turned=None):
        self.line = json.dumps(line, ensure_ascii=False) + '\n'
        self.before, self.after = before or {}, after or {}
        self.turned = turned  # the act that it undoes or redoes
        self.is_undo = 'undo' in line
        self.is_act = not turned
        self.changes = self.before != self.after
        self.id = None  # once acknowledged


class Researcher:
    """Works on a library that holds those records."""

    def __init__(self, records, seed):
        self.records = dict(records)
        self.random = random.Random(seed)
        self.acts = []  # done, in their order
        self.undone = []  # and undone, in the order of that

    def next(self, ids=True):
        """Return the next act; with ids, also undoings of one that is named."""
        kind = self.random.choice(('set', 'set', 'set', 'insert', 'insert', 'several', 'delete', 'undo', 'undo', 'redo',
                                   'undo-act', 'import', 'nothing'))
        if kind == 'undo-act' and not ids:
            kind = 'set'
        return getattr(self, 'make_' + kind.replace('-', '_'))() or self.make_set()

    def refused(self):
        """Return a line that has to be refused."""
        return self.random.choice((
            '{"steps": [{"set": "figure", "id": "1", "values": {"label": "No such record"}}]}\n',
            '{"steps": [{"insert": "figure", "values": {"value": "£4bn"}}]}\n',
            '{"steps": [{"insert": "event", "values": {"title": "Of no day", "kind": "other", "happened": "the third of nothing"}}]}\n',
            '{"undo": "1"}\n'))

    def take(self, act):
        """Note that an act has been done."""
        self.records = self.state_after(act)
        if act.turned and act.is_undo:
            self.acts.remove(act.turned)
            self.undone.append(act.turned)
        elif act.turned:
            self.undone.remove(act.turned)
            self.acts.append(act.turned)
            self.acts.sort(key=lambda done: done.place)
        elif act.changes:
            act.place = self.acts[-1].place + 1 if self.acts else 0
            self.acts.append(act)
            self.undone = []

    def state_after(self, act):
        """Return what the library holds once an act has been done."""
        result = dict(self.records)
        for key in act.before:
            result.pop(key, None)
        result.update(act.after)
        return result

    def choose(self, kind):
        keys = sorted(key for key in self.records if key[0] == kind)
        return self.random.choice(keys)

    def words(self):
        return f'{self.random.choice(WORDS)} {self.random.randrange(10 ** 6)}'

    def draft(self, long=False):
        """Return a new record: its kind, id, values as typed and as kept."""
        number = self.random.randrange(10 ** 6, 2 ** 62)
        typed, kept = self.random.choice(VALUES)
        note = ' '.join(self.words() for _ in range(300 if long else 3))
        values = {'label': self.words(), 'value': typed, 'note': note}
        return 'figure', number, values, dict(values, value=kept)

    def changed(self, key):
        """Return values as typed for a record, and the record that it becomes."""
        record = dict(self.records[key])
        if key[0] == 'event':
            field, (typed, kept) = 'happened', self.random.choice(DATES)
        elif key[0] == 'figure':
            field, (typed, kept) = 'value', self.random.choice(VALUES)
        else:
            field, typed = 'note', self.words()
            kept = typed
        values = {field: typed}
        record[field] = kept
        if key[0] == 'figure' and self.random.random() < 0.3:
            values['note'] = None
            record.pop('note', None)
        return values, record

    def make_set(self):
        key = self.choose(self.random.choice(('figure', 'figure', 'event', 'actor')))
        values, record = self.changed(key)
        step = {'set': key[0], 'id': str(key[1]), 'values': values}
        return Act({'sentence': 'Change “%s”' % self.words(), 'steps': [step]}, {key: self.records[key]}, {key: record})

    def make_insert(self):
        kind, number, typed, kept = self.draft(long=self.random.random() < 0.3)
        step = {'insert': kind, 'id': str(number), 'values': typed}
        return Act({'sentence': 'Add a figure', 'steps': [step]}, {}, {(kind, number): kept})

    def make_several(self):
        steps, before, after = [], {}, {}
        for _ in range(self.random.randrange(5, 30)):
            kind, number, typed, kept = self.draft()
            steps.append({'insert': kind, 'id': str(number), 'values': typed})
            after[kind, number] = kept
        for key in {self.choose('figure') for _ in range(5)}:
            values, record = self.changed(key)
            steps.append({'set': key[0], 'id': str(key[1]), 'values': values})
            before[key], after[key] = self.records[key], record
        return Act({'sentence': 'Paste cells', 'steps': steps}, before, after)

    def make_delete(self):
        # Only what the researcher put in: nothing else names it.
        keys = sorted(key for key in self.records if key[0] == 'figure' and key[1] >= 10 ** 6)
        if not keys:
            return None
        key = self.random.choice(keys)
        step = {'delete': key[0], 'id': str(key[1])}
        return Act({'sentence': 'Delete a figure', 'steps': [step]}, {key: self.records[key]}, {})

    def make_import(self):
        drafts = [self.draft() for _ in range(self.random.randrange(1, 60))]
        return Act({'import': library_format((kind, number, kept) for kind, number, _, kept in drafts)}, {},
                   {(kind, number): kept for kind, number, _, kept in drafts})

    def make_nothing(self):
        key = self.choose('figure')
        step = {'set': 'figure', 'id': str(key[1]), 'values': {'label': self.records[key]['label']}}
        return Act({'sentence': 'Change nothing', 'steps': [step]}, {key: self.records[key]}, {key: self.records[key]})

    def stands(self, records):
        return all(self.records.get(key) == value for key, value in records.items())

    def turn(self, line, act, undo):
        before, after = (act.after, act.before) if undo else (act.before, act.after)
        return Act(line, before, after, act)

    def make_undo(self):
        if not self.acts or not self.can_undo(self.acts[-1]):
            return None
        return self.turn({'undo': True}, self.acts[-1], True)

    def can_undo(self, act):
        return self.stands(act.after) and not any(key in self.records for key in act.before if key not in act.after)

    def make_undo_act(self):
        possible = [act for act in self.acts[-10:] if act.id and self.can_undo(act)]
        if not possible:
            return None
        act = self.random.choice(possible)
        return self.turn({'undo': str(act.id)}, act, True)

    def make_redo(self):
        if not self.undone or not self.can_redo(self.undone[-1]):
            return None
        return self.turn({'redo': True}, self.undone[-1], False)

    def can_redo(self, act):
        return self.stands(act.before) and not any(key in self.records for key in act.after if key not in act.before)


def library_format(drafts):
    """Return some records, each (kind, id, values), in the library format."""
    records = {}
    for kind, number, values in drafts:
        records.setdefault(kind, []).append({'id': str(number), **values})
    return {'format': 'carebrief-library', 'version': 1, 'records': records}
