# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of the table of what was tried and what held."""

from dataclasses import dataclass


@dataclass
class Row:
    what: str
    tried: int
    failures: list
    note: str = ''

    @property
    def good(self):
        return self.tried > 0 and not self.failures
