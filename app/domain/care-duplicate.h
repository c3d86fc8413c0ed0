/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources that are in a library twice: by the same link, or by the same title, year and
 * maker where their links do not differ. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/* What sources are known by. */
typedef struct
{
  CareId id;
  char *title;
  char *url;       /* or NULL */
  char *published; /* EDTF, or NULL */
  CareId maker;    /* the body, or where there is none the person, negative; or 0 */
  guint n_known;   /* how many fields say something */
} CareSourceFacts;

typedef struct
{
  CareId keep;  /* the one of which more is known, or the older */
  CareId other;
  gboolean same_link;
} CareDuplicate;

GArray *care_source_facts_new (void);
GArray *care_duplicates_find (GArray *facts);
char *care_link_normalise (const char *link);
char *care_duplicate_rewrite (const char *text, GHashTable *kept);

G_END_DECLS
