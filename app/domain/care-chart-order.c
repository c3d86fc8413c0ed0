/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In what order the bars of a chart stand: by how long they are, or by whose they are, parties in
 * their declared order. What has no number comes last. */

#include "care-chart-content.h"

typedef struct
{
  CareRecord *figure;
  CareQuantity *value; /* or NULL */
  CareRecord *owner;   /* or NULL; where it plays no part, too */
} Key;

static void
clear_key (gpointer data)
{
  Key *key = data;

  g_object_unref (key->figure);
  g_clear_pointer (&key->value, care_quantity_unref);
  g_clear_object (&key->owner);
}

static gboolean
has_number (const Key *key)
{
  return key->value != NULL && care_quantity_has_number (key->value);
}

static int
compare_owners (CareRecord *a, CareRecord *b)
{
  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return a == NULL ? 1 : -1;
  return care_record_compare (a, b);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;
  int owners = compare_owners (first->owner, second->owner);

  if (owners != 0)
    return owners;
  if (!has_number (first) || !has_number (second))
    return has_number (second) - has_number (first);
  return -care_decimal_compare (care_quantity_get_high (first->value), care_quantity_get_high (second->value));
}

/**
 * care_chart_sort:
 * @ask: where records are found
 * @figures: (element-type CareRecord): figures, each held
 * @by_owner: whether those of one owner are to stand together
 *
 * Puts @figures in order, those that are alike as they are.
 */
void
care_chart_sort (const CareChartAsk *ask, GPtrArray *figures, gboolean by_owner)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));

  g_array_set_clear_func (keys, clear_key);
  for (guint i = 0; i < figures->len; i++)
    {
      CareRecord *figure = g_ptr_array_index (figures, i);
      CareId owner = by_owner ? care_record_get_reference (figure, "actor") : 0;
      Key key = { g_object_ref (figure), care_record_dup_quantity (figure, "value"),
                  NULL };

      if (owner != 0)
        g_set_object (&key.owner, ask->lookup ("actor", owner, ask->data));
      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  g_ptr_array_set_size (figures, 0);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (figures, g_object_ref (g_array_index (keys, Key, i).figure));
}
