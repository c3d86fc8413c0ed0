/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding records by their words. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

typedef struct
{
  const CareKind *kind;
  CareId id;
  char *title;
  char *snippet;       /* of its other texts, around what was found; "" where there is none */
  GArray *found;       /* of CareStretch (care-snippet.h): the words of @snippet that were searched for */
  GArray *title_found; /* the same of @title */
} CareHit;

void care_hit_free (CareHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareHit, care_hit_free)

GPtrArray *care_library_search (CareLibrary *self, const char *typed, guint limit, GError **error);

/* The exact count, piece by piece. */
typedef struct _CareTally CareTally;

CareTally *care_tally_new (CareLibrary *library, const char *typed, GError **error);
void care_tally_free (CareTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTally, care_tally_free)
gboolean care_tally_go_on (CareTally *self, GError **error);
guint care_tally_get_total (CareTally *self);
guint care_tally_get (CareTally *self, const CareKind *kind);

G_END_DECLS
