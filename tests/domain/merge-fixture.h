/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sets of records without a library, and people who change them by chance, each
 * so that nothing is ever named that is not there. */

#pragma once

#include "care-merge.h"

G_BEGIN_DECLS

/* A set of records by kind and id. */
typedef struct
{
  GHashTable *records;
} World;

World *world_new (void);
World *world_copy (World *self);
void world_free (World *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

void world_add (World *self, const char *kind, CareId id, ...) G_GNUC_NULL_TERMINATED;
void world_set (World *self, const char *kind, CareId id, const char *field, const char *value);
void world_remove (World *self, const char *kind, CareId id);
CareRecord *world_find (World *self, const char *kind, CareId id);
/* A CareLookup. */
CareRecord *world_lookup (const char *kind, CareId id, gpointer data);
/* (transfer container): by kind and id. */
GPtrArray *world_records (World *self);
char *world_dump (World *self);

/* Some of everything. */
void world_fill (World *self);
/* Changes, puts in or takes out something; what is taken out goes with what
 * belongs to it, and is forgotten. */
void world_act (World *self);
/* That every reference is to a record, and every record whole. */
void world_assert_sound (World *self);

CareMerge *world_merge (World *base, World *mine, World *theirs);
/* Does the steps of @merge. */
void world_take (World *self, CareMerge *merge);

G_END_DECLS
