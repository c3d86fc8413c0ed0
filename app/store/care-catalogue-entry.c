/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the catalogue says of a record: every text of it as it is read, with the
 * words of what the text names, and the key that lists have it in order by. */

#include "care-catalogue.h"

#include "care-memo.h"
#include "care-reference.h"
#include "care-sort-key.h"
#include "care-statement.h"

#include <string.h>

typedef struct
{
  sqlite3 *db;
  CareEntry *entry;
  GPtrArray *loaded; /* keeps what was looked up */
  GError *error;
} Making;

static void
depend_on (Making *making, const CareKind *kind, CareId id)
{
  CareChange dependency = { kind, id };

  g_array_append_val (making->entry->dependencies, dependency);
}

/* A #CareLookup. */
static CareRecord *
look_up (const char *kind_name, CareId id, gpointer data)
{
  Making *making = data;
  const CareKind *kind = care_kind_find (kind_name);
  g_autoptr (GError) problem = NULL;
  CareRecord *record;

  if (making->error != NULL)
    return NULL;
  record = care_database_load_readable (making->db, kind, id, &problem, &making->error);
  if (record != NULL)
    g_ptr_array_add (making->loaded, record);
  return record;
}

static void
depend_on_named (Making *making, const char *text)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    depend_on (making, match.kind, match.id);
}

static GPrivate known_words = G_PRIVATE_INIT (care_memo_free);

static char *
write_words (const CareField *field, const char *value)
{
  g_autoptr (CareQuantity) quantity = NULL;
  g_autofree char *house = NULL;
  g_autofree char *brief = NULL;

  if (field->type == CARE_FIELD_DATE)
    return care_field_format (field, value, NULL);
  quantity = care_quantity_from_string (value, NULL);
  house = care_quantity_format (quantity, CARE_QUANTITY_HOUSE);
  brief = care_quantity_format (quantity, CARE_QUANTITY_SHORT);
  return strcmp (house, brief) == 0 ? g_steal_pointer (&house) : g_strdup_printf ("%s\n\n%s", house, brief);
}

/* Those of quantities and dates take longer to write than all else, and come again. */
static char *
read_known_words (const CareField *field, const char *value)
{
  CareMemo *memo = care_memo_get (&known_words);
  const char *known = care_memo_find (memo, field, value);
  g_autofree char *words = NULL;

  if (known != NULL)
    return g_strdup (known);
  words = write_words (field, value);
  care_memo_keep (memo, field, value, words);
  return g_steal_pointer (&words);
}

/* The words of a value, as they are read in English, which is what briefings are
 * written in: a library is searched alike in every language of the interface. */
static char *
read_words (Making *making, const CareField *field, const char *value)
{
  switch (field->type)
    {
    case CARE_FIELD_PROSE:
      if (strpbrk (value, "{[") == NULL)
        return g_strdup (value);
      depend_on_named (making, value);
      return care_reference_plain (value, CARE_QUANTITY_HOUSE, look_up, making);
    case CARE_FIELD_QUANTITY:
    case CARE_FIELD_DATE:
      return read_known_words (field, value);
    case CARE_FIELD_CHOICE:
      return g_strdup (care_vocabulary_find (field->vocabulary, value)->label);
    case CARE_FIELD_TEXT:
      return g_strdup (value);
    case CARE_FIELD_REFERENCE:
    case CARE_FIELD_NUMBER:
    case CARE_FIELD_BYTES:
    default:
      return NULL;
    }
}

static void
append_paragraph (GString *text, const char *words)
{
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, words);
}

static void
write_texts (Making *making, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  const CareField *title = care_kind_title_field (kind);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *value = care_record_get_at (record, i);
      g_autofree char *words = value == NULL ? NULL : read_words (making, &kind->fields[i], value);

      if (words == NULL)
        continue;
      if (&kind->fields[i] == title)
        making->entry->title = g_steal_pointer (&words);
      else
        append_paragraph (text, words);
    }
  if (making->entry->title == NULL)
    making->entry->title = g_strdup ("");
  making->entry->text = g_string_free (text, FALSE);
}

/* When a pledge is due, or where nothing says so was made. */
static CareDate *
find_pledge_date (Making *making, CareRecord *pledge)
{
  const CareKind *kind = care_kind_find ("deadline");
  g_autoptr (GArray) deadlines = care_database_list_children (making->db, kind, care_kind_field (kind, "pledge"),
                                                              care_record_get_id (pledge), &making->error);
  CareDate *date = NULL;

  for (guint i = 0; deadlines != NULL && i < deadlines->len && date == NULL; i++)
    {
      CareId id = g_array_index (deadlines, CareId, i);
      CareRecord *deadline = look_up ("deadline", id, making);

      depend_on (making, kind, id);
      if (deadline != NULL)
        date = care_record_dup_date (deadline, "due");
    }
  return date != NULL ? date : care_record_dup_date (pledge, "made");
}

static void
write_sort_key (Making *making, CareRecord *record)
{
  const char *title = making->entry->title;
  g_autoptr (CareDate) date = NULL;

  if (care_record_is (record, "position"))
    {
      CareId actor = care_record_get_reference (record, "actor");

      depend_on (making, care_kind_find ("actor"), actor);
      making->entry->sort = care_sort_key_for_place (look_up ("actor", actor, making), title);
    }
  else if (care_record_is (record, "pledge") || care_record_is (record, "event"))
    {
      date = care_record_is (record, "pledge") ? find_pledge_date (making, record)
                                               : care_record_dup_date (record, "happened");
      making->entry->sort = care_sort_key_for_date (date, title);
    }
  else
    making->entry->sort = care_sort_key_for_text (title);
}

/**
 * care_entry_new:
 * @db: a connection
 * @record: a record of it
 * @error: return location for a #CareStoreError
 *
 * Returns: (transfer full) (nullable): what the catalogue is to say of @record.
 */
CareEntry *
care_entry_new (sqlite3 *db, CareRecord *record, GError **error)
{
  g_autoptr (CareEntry) entry = g_new0 (CareEntry, 1);
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func (g_object_unref);
  Making making = { db, entry, loaded, NULL };

  entry->dependencies = g_array_new (FALSE, FALSE, sizeof (CareChange));
  write_texts (&making, record);
  write_sort_key (&making, record);
  if (making.error == NULL)
    return g_steal_pointer (&entry);
  g_propagate_error (error, making.error);
  return NULL;
}

/**
 * care_entry_free:
 * @self: (transfer full): an entry
 *
 * Frees @self.
 */
void
care_entry_free (CareEntry *self)
{
  g_free (self->sort);
  g_free (self->title);
  g_free (self->text);
  g_array_unref (self->dependencies);
  g_free (self);
}
