/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library with the facts of the sample, in a folder of its own. */

#pragma once

#include "care-library.h"
#include "ui-test.h"

G_BEGIN_DECLS

/* Records of the sample that tests name. */
#define SAMPLE_BRIEFING 27001
#define SAMPLE_INNOVATION 17005 /* Innovation fund: not specified */
#define SAMPLE_MINIMUM 17016 /* Better Care Fund: announced minimum, £3.8 billion */
#define SAMPLE_MONEY_SECTION 28002
#define SAMPLE_CITATION 25001 /* with the pinpoint "Party Lines" */

typedef struct
{
  char *folder;
  char *path;
  CareLibrary *library;
} ViewsFixture;

void views_fixture_set_up (ViewsFixture *fixture, gconstpointer data);
void views_fixture_tear_down (ViewsFixture *fixture, gconstpointer data);

void views_fixture_reopen (ViewsFixture *fixture);
void views_fixture_reopen_read_only (ViewsFixture *fixture);
CareRecord *views_fixture_find (ViewsFixture *fixture, const char *kind, CareId id);
void views_fixture_set (ViewsFixture *fixture, const char *kind, CareId id, const char *field, const char *text);
CareRecord *views_fixture_insert (ViewsFixture *fixture, const char *kind, CareId id, ...) G_GNUC_NULL_TERMINATED;
const char *views_fixture_get (ViewsFixture *fixture, const char *kind, CareId id, const char *field);

void views_fixture_set_full (gboolean full);
void views_fixture_set_stuck (ViewsFixture *fixture, gboolean stuck);
void views_fixture_set_broken (ViewsFixture *fixture, gboolean broken);
void views_fixture_get_stuck (ViewsFixture *fixture);
char *views_fixture_add_backup (ViewsFixture *fixture, const char *time);
gpointer views_fixture_part (gpointer window, const char *name);
void views_fixture_destroy (gpointer window, gpointer widget);
guint views_fixture_count_labels (gpointer root, const char *text);
gpointer views_fixture_find_window (GType type);
void views_fixture_assert_fits (gpointer window);
GtkWindow *views_fixture_show_parent (GString *told);

G_END_DECLS
