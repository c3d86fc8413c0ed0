/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A few figures with their links, as a library would list them. */

#pragma once

#include "care-fund-tree.h"

G_BEGIN_DECLS

void fixture_begin (void);
void fixture_end (void);

CareRecord *fixture_add (const char *kind, CareId id);
void fixture_set (CareRecord *record, const char *field, const char *text);
CareRecord *fixture_add_figure (CareId id, const char *label, const char *value);
void fixture_add_link (CareId id, const char *relation, CareId from, CareId to, const char *allocated);

CareRecord *fixture_lookup (const char *kind, CareId id, gpointer data);
GPtrArray *fixture_list (const char *kind, const char *field, CareId id, gpointer data);

G_END_DECLS
