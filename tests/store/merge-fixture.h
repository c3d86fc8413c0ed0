/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library, two copies of it, and what is done to them; each file is closed again
 * before another is opened. */

#pragma once

#include "care-library-merge.h"
#include "store-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  StoreFixture base; /* its path is that of the ancestor */
  char *paths[2];
} MergeFixture;

void merge_fixture_set_up (MergeFixture *fixture, gconstpointer data);
void merge_fixture_tear_down (MergeFixture *fixture, gconstpointer data);
/* Both copies are the ancestor now. */
void merge_fixture_part (MergeFixture *fixture);

void merge_copy_file (const char *from, const char *to);
CareLibrary *merge_open (const char *path, CareLibraryMode mode);
void merge_apply (CareLibrary *library, CareAct *act);
void merge_change (CareLibrary *library, const char *kind, CareId id, const char *field, const char *text);
void merge_change_path (const char *path, const char *kind, CareId id, const char *field, const char *text);
void merge_undo_path (const char *path);
char *merge_dump_path (const char *path);
/* Many acts by chance. */
void merge_go_astray (const char *path);

CareMerge *merge_plan (CareMergeLibraries *libraries, CareLibrary *base);
/* Merges @theirs into @mine and returns what it is then; the conflict @i is decided
 * by the bit @i of @choices, the other way round if @turned. */
char *merge_paths (const char *mine_path, const char *theirs_path, const char *base_path, guint64 choices,
                   gboolean turned, guint *n_conflicts);

G_END_DECLS
