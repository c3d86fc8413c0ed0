/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-names.h"

#include "care-error.h"

#include <glib/gi18n.h>

struct _CareNames
{
  CareLookup lookup;
  CareListing listing;
  gpointer data;
  GHashTable *kinds; /* CareKind -> Index, of the kinds asked for so far */
};

/* Name -> GArray of CareId. A title goes before what else a record is called, as
 * it is what a list prints. */
typedef struct
{
  GHashTable *titles;
  GHashTable *others;
} Index;

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
index_free (Index *self)
{
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->others);
  g_free (self);
}

static void
add_name (GHashTable *table, CareRecord *record, const char *field)
{
  CareId id = care_record_get_id (record);
  const char *name;
  GArray *ids;

  if (care_kind_field (care_record_get_kind (record), field) == NULL)
    return;
  name = care_record_get (record, field);
  if (name == NULL)
    return;
  ids = g_hash_table_lookup (table, name);
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (CareId));
      g_hash_table_insert (table, g_strdup (name), ids);
    }
  /* A short name may be the abbreviation too. */
  if (ids->len == 0 || g_array_index (ids, CareId, ids->len - 1) != id)
    g_array_append_val (ids, id);
}

static Index *
make_index (CareNames *self, const CareKind *kind)
{
  Index *index = g_new0 (Index, 1);
  GListModel *records = self->listing (kind->name, self->data);

  index->titles = new_table ();
  index->others = new_table ();
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (records, i);

      add_name (index->titles, record, care_kind_title_field (kind)->name);
      add_name (index->others, record, "short_name");
      add_name (index->others, record, "abbreviation");
    }
  g_hash_table_insert (self->kinds, (gpointer) kind, index);
  return index;
}

/* "12, 17" */
static char *
describe_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (ids, CareId, i));
  return g_string_free (text, FALSE);
}

static CareId
find_name (CareNames *self, const CareKind *kind, const char *name, GError **error)
{
  Index *index = g_hash_table_lookup (self->kinds, kind);
  g_autofree char *those = NULL;
  GArray *ids;

  if (index == NULL)
    index = make_index (self, kind);
  ids = g_hash_table_lookup (index->titles, name);
  if (ids == NULL)
    ids = g_hash_table_lookup (index->others, name);
  if (ids == NULL)
    {
      g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REFERENCE,
                   _ ("there is no %s “%s” in the library; add it first, or write the name or id of one that is"),
                   kind->name, name);
      return 0;
    }
  if (ids->len == 1)
    return g_array_index (ids, CareId, 0);
  those = describe_ids (ids);
  g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REFERENCE,
               _ ("more than one %s is called “%s”; write the id of the one that is meant: %s"), kind->name, name,
               those);
  return 0;
}

/**
 * care_names_new:
 * @lookup: finds a record by its id
 * @listing: lists the records of a kind
 * @data: for both
 *
 * Returns: (transfer full): the names of the records that those know, as they are
 *   when a kind is asked for first.
 */
CareNames *
care_names_new (CareLookup lookup, CareListing listing, gpointer data)
{
  CareNames *self = g_new0 (CareNames, 1);

  self->lookup = lookup;
  self->listing = listing;
  self->data = data;
  self->kinds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) index_free);
  return self;
}

/**
 * care_names_free:
 * @self: (transfer full): names
 */
void
care_names_free (CareNames *self)
{
  g_hash_table_unref (self->kinds);
  g_free (self);
}

/**
 * care_names_lookup:
 * @self: names
 * @kind: a kind
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record of that id.
 */
CareRecord *
care_names_lookup (CareNames *self, const CareKind *kind, CareId id)
{
  return self->lookup (kind->name, id, self->data);
}

/**
 * care_names_find:
 * @self: names
 * @kind: a kind
 * @text: an id in decimal, or a title, short name or abbreviation, word for word
 * @error: return location for a #CareDomainError, %CARE_DOMAIN_ERROR_REFERENCE
 *
 * Returns: the id of the record of @kind that @text means, or 0 if it means none
 *   or several.
 */
CareId
care_names_find (CareNames *self, const CareKind *kind, const char *text, GError **error)
{
  CareId id;

  if (g_ascii_isdigit (text[0]) && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL)
      && care_names_lookup (self, kind, id) != NULL)
    return id;
  return find_name (self, kind, text, error);
}
