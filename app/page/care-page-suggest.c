/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can do about a briefing that does not fit. It is tried before it is
 * said. */

#include "care-page-model.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_TRIES 12

/* Without its last @n words; NULL where it has no more than that. */
static char *
shorten (const char *text, guint n)
{
  g_autofree char *out = g_strchomp (g_strdup (text));

  for (; n > 0; n--)
    {
      char *end = out + strlen (out);

      while (end > out && !g_ascii_isspace (end[-1]))
        end--;
      if (end == out)
        return NULL;
      *end = '\0';
      g_strchomp (out);
    }
  return g_steal_pointer (&out);
}

static gboolean
fits_without (const CarePages *self, const CarePageOverset *entry, guint n)
{
  CareSnapshot *before = self->flow->snapshot;
  g_autoptr (GPtrArray) records = care_snapshot_get_records (before);
  g_autoptr (CareSnapshot) after = care_snapshot_new (care_snapshot_get_briefing (before), records);
  CareRecord *record = care_snapshot_find (after, entry->kind->name, entry->id);
  const char *text = record == NULL ? NULL : care_record_get (record, care_flow_get_text_field (entry->kind));
  g_autofree char *shorter = text == NULL ? NULL : shorten (text, n);
  g_autoptr (CarePages) pages = NULL;

  if (shorter == NULL || !care_record_set (record, care_flow_get_text_field (entry->kind), shorter, NULL))
    return FALSE;
  pages = care_pages_make (self, after, self->flow->template, self->allowed, self->first);
  return care_pages_fits (pages);
}

/* As many as are outside, in all: it can be a few more, where a line may not stand
 * alone. */
static guint
find_words (const CarePages *self)
{
  guint n = 0;

  for (guint i = 0; i < self->overset->len; i++)
    n += (guint) ((CarePageOverset *) g_ptr_array_index (self->overset, i))->words;
  n = MAX (n, 1);
  for (guint i = 0; i < MOST_TRIES; i++, n += 1 + n / 20)
    if (fits_without (self, g_ptr_array_index (self->overset, 0), n))
      return n;
  return 0;
}

/**
 * care_pages_suggest:
 * @self: pages that do not fit, made in this thread
 *
 * Returns: (transfer full) (nullable): what would make them fit, as a sentence without
 *   a full stop; %NULL if nothing simple would.
 */
char *
care_pages_suggest (const CarePages *self)
{
  const CarePageOverset *first;
  guint n;

  if (care_pages_fits (self))
    return NULL;
  first = g_ptr_array_index (self->overset, 0);
  n = find_words (self);
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Shorten “%s” by %u word", "Shorten “%s” by %u words", n), first->title, n);
}
