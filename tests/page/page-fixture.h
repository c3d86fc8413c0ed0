/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Briefings for the tests of pages, made of words that say nothing. */

#pragma once

#include "care-page.h"

typedef struct
{
  GPtrArray *records; /* of CareRecord */
  CareRecord *briefing;
  CareId next_id;
  guint next_word;
} PageFixture;

PageFixture *page_fixture_new (void);
void page_fixture_free (PageFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageFixture, page_fixture_free)

/* A record of @kind with pairs of field and text, ended by NULL. */
CareRecord *page_fixture_add (PageFixture *self, const char *kind, ...) G_GNUC_NULL_TERMINATED;
/* The same, owned by @owner through @field and with the next place in order. */
CareRecord *page_fixture_add_child (PageFixture *self, const char *kind, const char *field, CareRecord *owner, ...)
  G_GNUC_NULL_TERMINATED;
void page_fixture_refer (CareRecord *record, const char *field, CareRecord *target);
/* The record of @kind that was added after @index others of it. */
CareRecord *page_fixture_find (PageFixture *self, const char *kind, guint index);
CareSnapshot *page_fixture_snapshot (PageFixture *self);

/* @n words, each another than any before, in sentences and paragraphs of about
 * @paragraph words. */
char *page_fixture_words (PageFixture *self, guint n, guint paragraph);

/* The elements of a Key Issue with the given words of running text. */
PageFixture *page_fixture_new_key_issue (guint words);

/* All pages' words, in order, white space made one. */
char *page_fixture_read (const CarePages *pages);
