/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words in a text with references, whatever their case, and others in their place. */

#pragma once

#include "care-reference.h"

G_BEGIN_DECLS

typedef struct
{
  gsize start; /* bytes of the text as it is shown */
  gsize end;
  gboolean is_record; /* in the words of a reference, which are those of a record */
} CareFound;

/* (element-type CareFound) (transfer full): every place of @wanted in what is seen of
 * @shown, in order; those do not overlap. */
GArray *care_find_text (const char *shown, const char *wanted);

/* (transfer full): @shown with @replacement in the place of one of them, which is not
 * in a reference. */
char *care_find_replace (const char *shown, const CareFound *found, const char *replacement);

/* (transfer full): @shown with @replacement in the place of all that can be replaced;
 * @n is increased by how many those are. */
char *care_find_replace_all (const char *shown, const char *wanted, const char *replacement, guint *n);

G_END_DECLS
