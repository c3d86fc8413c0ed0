/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Briefings for the tests of checks: a section and what is added, as of May 2015. */

#pragma once

#include "care-checks.h"

typedef struct
{
  GPtrArray *records; /* of CareRecord */
  CareRecord *briefing;
  CareRecord *section;
  CareId next_id;
} CheckFixture;

CheckFixture *check_fixture_new (void);
void check_fixture_free (CheckFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CheckFixture, check_fixture_free)

/* A record of @kind with pairs of field and text, ended by NULL; what belongs to the
 * briefing does. */
CareRecord *check_add (CheckFixture *self, const char *kind, ...) G_GNUC_NULL_TERMINATED;
void check_refer (CareRecord *record, const char *field, CareRecord *target);
/* A box of @kind, and an item of @box that shows @record by its @field. */
CareRecord *check_add_box (CheckFixture *self, const char *kind, const char *title);
CareRecord *check_add_item (CheckFixture *self, CareRecord *box, const char *field, CareRecord *record);
/* The text of the section, with "%d" where the id of @record stands. */
void check_write (CheckFixture *self, const char *format, CareRecord *record);
void check_set (CareRecord *record, const char *field, const char *text);

GPtrArray *check_run (CheckFixture *self);
/* One problem of that check, which says @part; its mended text is @mended, or NULL. */
void check_assert_finds (CheckFixture *self, const char *id, const char *part);
void check_assert_mends (CheckFixture *self, const char *id, const char *mended);
void check_assert_passes (CheckFixture *self, const char *id);
