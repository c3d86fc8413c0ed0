/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that came together, such as those of the sample, go and come back together. */

#include "care-library-private.h"

#include <glib/gi18n.h>

/* Which of them a library has, what uses each, and which have to stay. */
typedef struct
{
  CareLibrary *library;
  GPtrArray *there; /* of CareRecord */
  GPtrArray *users; /* of GPtrArray of CareRecord: of each */
  GHashTable *going;
} Withdrawal;

static void
find_there (Withdrawal *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      CareRecord *there = care_library_find (self->library, care_record_get_kind (record)->name, care_record_get_id (record));

      if (there == NULL)
        continue;
      g_ptr_array_add (self->there, g_object_ref (there));
      g_ptr_array_add (self->users, care_library_users (self->library, there));
      g_hash_table_add (self->going, there);
    }
}

static gboolean
is_used (Withdrawal *self, guint index)
{
  const GPtrArray *users = g_ptr_array_index (self->users, index);

  for (guint i = 0; i < users->len; i++)
    if (!g_hash_table_contains (self->going, g_ptr_array_index (users, i)))
      return TRUE;
  return FALSE;
}

/* What belongs to a record that stays is part of it. */
static void
keep (Withdrawal *self, guint index)
{
  CareRecord *record = g_ptr_array_index (self->there, index);
  const GPtrArray *users = g_ptr_array_index (self->users, index);

  g_hash_table_remove (self->going, record);
  for (guint i = 0; i < users->len; i++)
    if (care_record_belongs_to (g_ptr_array_index (users, i), record))
      g_hash_table_remove (self->going, g_ptr_array_index (users, i));
}

/* Until nothing that goes is used by what stays. */
static void
keep_used (Withdrawal *self)
{
  guint n_going;

  do
    {
      n_going = g_hash_table_size (self->going);
      for (guint i = 0; i < self->there->len; i++)
        if (is_used (self, i))
          keep (self, i);
    }
  while (g_hash_table_size (self->going) < n_going);
}

/**
 * care_library_plan_withdraw:
 * @self: a library
 * @records: (element-type CareRecord): what came together, as it came
 * @n_kept: (out): how many of them are there and stay
 *
 * Plans to delete those of @records that @self has, changed or not, by their kinds and
 * ids. What is used by a record that is none of them stays, with all that it uses.
 *
 * Returns: (transfer full): the act, with no steps if none can go.
 */
CareAct *
care_library_plan_withdraw (CareLibrary *self, GPtrArray *records, guint *n_kept)
{
  g_autoptr (GPtrArray) there = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  Withdrawal withdrawal = { self, there, users, going };
  g_autofree char *sentence = NULL;
  guint n_going;
  CareAct *act;

  find_there (&withdrawal, records);
  keep_used (&withdrawal);
  n_going = g_hash_table_size (going);
  *n_kept = there->len - n_going;
  sentence = g_strdup_printf (ngettext ("Remove %u record of the sample", "Remove %u records of the sample", n_going), n_going);
  act = care_act_new (sentence);
  for (guint i = there->len; i > 0; i--)
    if (g_hash_table_contains (going, g_ptr_array_index (there, i - 1)))
      care_act_delete (act, g_ptr_array_index (there, i - 1));
  return act;
}

/**
 * care_library_plan_bring_back:
 * @self: a library
 * @records: (element-type CareRecord): what came together, as it came
 *
 * Plans to put those of @records into @self that it has not, and to leave the others.
 *
 * Returns: (transfer full): the act, with no steps if all are there.
 */
CareAct *
care_library_plan_bring_back (CareLibrary *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *sentence = NULL;
  CareAct *act;

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      if (care_library_find (self, care_record_get_kind (record)->name, care_record_get_id (record)) == NULL)
        g_ptr_array_add (missing, record);
    }
  sentence
    = g_strdup_printf (ngettext ("Add %u record of the sample", "Add %u records of the sample", missing->len), missing->len);
  act = care_act_new (sentence);
  for (guint i = 0; i < missing->len; i++)
    care_act_insert (act, g_ptr_array_index (missing, i));
  return act;
}
