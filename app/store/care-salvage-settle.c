/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records may name others that are lost. A field that need not be filled in forgets
 * them, a text leaves them out, and a record that cannot be without them is lost as
 * well, which others may name in turn. */

#include "care-salvage-private.h"

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
make_key (const char *kind, CareId id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static GHashTable *
find_keys (GPtrArray *records)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      g_hash_table_add (keys, make_key (care_record_get_kind (record)->name, care_record_get_id (record)));
    }
  return keys;
}

static gboolean
is_there (GHashTable *keys, const char *kind, CareId id)
{
  g_autofree char *key = make_key (kind, id);

  return g_hash_table_contains (keys, key);
}

static char *
name_record (CareRecord *record)
{
  return g_strdup_printf ("%s “%s” (%" G_GINT64_FORMAT ")", _ (care_record_get_kind (record)->label),
                          care_record_get_title (record), care_record_get_id (record));
}

static void
forget_lost (CareRecord *record, GHashTable *keys, GPtrArray *lost)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      g_autofree char *name = NULL;

      if (field->type != CARE_FIELD_REFERENCE || care_record_get_at (record, i) == NULL
          || is_there (keys, field->target, care_record_get_reference (record, field->name)))
        continue;
      care_record_set (record, field->name, NULL, NULL);
      if (field->flags & CARE_FIELD_IS_REQUIRED)
        continue;
      name = name_record (record);
      g_ptr_array_add (lost, g_strdup_printf (_ ("%s: what %s named is lost"), name, _ (field->label)));
    }
}

/* Returns whether anything had to go. */
static gboolean
remove_incomplete (GPtrArray *records, GHashTable *keys, GPtrArray *lost)
{
  gboolean removed = FALSE;

  for (guint i = records->len; i > 0; i--)
    {
      CareRecord *record = g_ptr_array_index (records, i - 1);
      g_autoptr (GError) reason = NULL;
      g_autofree char *name = NULL;

      forget_lost (record, keys, lost);
      if (care_record_check (record, &reason))
        continue;
      name = name_record (record);
      g_ptr_array_add (lost, g_strdup_printf (_ ("%s is lost, as something that it needs is"), name));
      g_ptr_array_remove_index (records, i - 1);
      removed = TRUE;
    }
  return removed;
}

static gboolean
mend_text (CareRecord *record, const CareField *field, GHashTable *keys)
{
  const char *text = care_record_get (record, field->name);
  g_autoptr (GString) mended = g_string_new (NULL);
  CareReferenceMatch match;
  gsize copied = 0;
  gboolean changed = FALSE;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    {
      if (is_there (keys, match.kind->name, match.id))
        continue;
      g_string_append_len (mended, text + copied, (gssize) (match.start - copied));
      copied = match.end;
      changed = TRUE;
    }
  if (!changed)
    return FALSE;
  g_string_append (mended, text + copied);
  care_record_set (record, field->name, mended->str, NULL);
  return TRUE;
}

static void
mend_texts (CareRecord *record, GHashTable *keys, GPtrArray *lost)
{
  const CareKind *kind = care_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      g_autofree char *name = NULL;

      if (field->type != CARE_FIELD_PROSE || care_record_get_at (record, i) == NULL
          || !mend_text (record, field, keys))
        continue;
      name = name_record (record);
      g_ptr_array_add (
        lost, g_strdup_printf (_ ("%s: what %s named was taken out, as it is lost"), name, _ (field->label)));
    }
}

void
care_salvage_settle (GPtrArray *records, GPtrArray *lost)
{
  g_autoptr (GHashTable) keys = find_keys (records);

  while (remove_incomplete (records, keys, lost))
    {
      g_hash_table_unref (keys);
      keys = find_keys (records);
    }
  for (guint i = 0; i < records->len; i++)
    mend_texts (g_ptr_array_index (records, i), keys, lost);
}
