/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "merge-fixture.h"

#include <string.h>

/* Those with the references that matter: to what they belong to, required or not,
 * in a text, in a ring. */
static const char *const kinds[] = {
  "actor",   "theme",    "source",  "position", "position_version", "pledge",   "limb",
  "verdict", "deadline", "citation", "figure",   "condition",        "briefing", "section",
};

World *
world_new (void)
{
  World *self = g_new0 (World, 1);

  self->records = g_hash_table_new_full (care_record_hash_identity, care_record_equal_identity, g_object_unref, NULL);
  return self;
}

World *
world_copy (World *self)
{
  World *copy = world_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_hash_table_add (copy->records, care_record_copy (record));
  return copy;
}

void
world_free (World *self)
{
  g_hash_table_unref (self->records);
  g_free (self);
}

static void
set (CareRecord *record, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  care_record_set (record, field, value, &error);
  g_assert_no_error (error);
}

void
world_add (World *self, const char *kind, CareId id, ...)
{
  CareRecord *record = care_record_new (care_kind_find (kind), id);
  va_list args;
  const char *field;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    set (record, field, va_arg (args, const char *));
  va_end (args);
  g_assert_true (g_hash_table_add (self->records, record));
}

CareRecord *
world_find (World *self, const char *kind, CareId id)
{
  g_autoptr (CareRecord) key = care_record_new (care_kind_find (kind), id);

  return g_hash_table_lookup (self->records, key);
}

CareRecord *
world_lookup (const char *kind, CareId id, gpointer data)
{
  return world_find (data, kind, id);
}

void
world_set (World *self, const char *kind, CareId id, const char *field, const char *value)
{
  set (world_find (self, kind, id), field, value);
}

void
world_remove (World *self, const char *kind, CareId id)
{
  g_assert_true (g_hash_table_remove (self->records, world_find (self, kind, id)));
}

static GPtrArray *
list_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  return keys;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  CareRecord *first = *(CareRecord *const *) a;
  CareRecord *second = *(CareRecord *const *) b;
  const CareKind *kind = care_record_get_kind (first);

  if (kind != care_record_get_kind (second))
    return kind < care_record_get_kind (second) ? -1 : 1;
  return care_record_get_id (first) < care_record_get_id (second) ? -1 : 1;
}

GPtrArray *
world_records (World *self)
{
  GPtrArray *records = list_keys (self->records);

  g_ptr_array_sort (records, compare_records);
  return records;
}

char *
world_dump (World *self)
{
  g_autoptr (GPtrArray) records = world_records (self);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      const CareKind *kind = care_record_get_kind (record);

      g_string_append_printf (dump, "%s %" G_GINT64_FORMAT "\n", kind->name, care_record_get_id (record));
      for (guint f = 0; f < kind->n_fields; f++)
        if (care_record_get_at (record, f) != NULL)
          g_string_append_printf (dump, "  %s=%s\n", kind->fields[f].name, care_record_get_at (record, f));
    }
  return g_string_free (dump, FALSE);
}

/* (nullable): a record of @kind, or of any. */
static CareRecord *
choose (World *self, const char *kind)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (kind == NULL || care_record_is (record, kind))
      g_ptr_array_add (records, record);
  if (records->len == 0)
    return NULL;
  g_ptr_array_sort (records, compare_records);
  return g_ptr_array_index (records, g_test_rand_int_range (0, (gint32) records->len));
}

static char *
random_prose (World *self)
{
  CareRecord *figure = choose (self, "figure");
  CareRecord *source = choose (self, "source");

  if (figure == NULL || source == NULL || g_test_rand_bit ())
    return g_strdup_printf ("Text %d", g_test_rand_int_range (0, 5));
  return g_strdup_printf ("It is {figure:%" G_GINT64_FORMAT "} [@%" G_GINT64_FORMAT " p.%d].",
                          care_record_get_id (figure), care_record_get_id (source), g_test_rand_int_range (1, 3));
}

/* (nullable): few values of each type, so that both sides often come upon the same. */
static char *
random_value (World *self, const CareField *field)
{
  int n = g_test_rand_int_range (0, 4);
  CareRecord *target;

  if (!(field->flags & CARE_FIELD_IS_REQUIRED) && g_test_rand_int_range (0, 3) == 0)
    return NULL;
  switch (field->type)
    {
    case CARE_FIELD_CHOICE:
      return g_strdup (field->vocabulary->terms[n % 2].word);
    case CARE_FIELD_QUANTITY:
      return g_strdup_printf ("%de8 GBP", n + 1);
    case CARE_FIELD_DATE:
      return g_strdup_printf ("201%d", n);
    case CARE_FIELD_REFERENCE:
      target = choose (self, field->target);
      return target == NULL ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));
    case CARE_FIELD_NUMBER:
      return g_strdup_printf ("%d", n);
    case CARE_FIELD_PROSE:
      return random_prose (self);
    case CARE_FIELD_TEXT:
    case CARE_FIELD_BYTES:
    default:
      return strcmp (field->name, "colour") == 0 ? g_strdup ("#0087dc") : g_strdup_printf ("Words %d", n);
    }
}

/* Ids are drawn from few, so that both sides now and then add the same. */
static void
act_insert (World *self)
{
  const CareKind *kind = care_kind_find (kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
  g_autoptr (CareRecord) record = care_record_new (kind, g_test_rand_int_range (1, 300));

  if (g_hash_table_contains (self->records, record))
    return;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = random_value (self, &kind->fields[i]);
      set (record, kind->fields[i].name, value);
    }
  if (care_record_check (record, NULL))
    g_hash_table_add (self->records, g_object_ref (record));
}

static void
act_set (World *self)
{
  CareRecord *record = choose (self, NULL);
  const CareKind *kind = record == NULL ? NULL : care_record_get_kind (record);
  const CareField *field = kind == NULL ? NULL : &kind->fields[g_test_rand_int_range (0, (gint32) kind->n_fields)];
  g_autofree char *value = field == NULL ? NULL : random_value (self, field);

  if (value != NULL || (field != NULL && !(field->flags & CARE_FIELD_IS_REQUIRED)))
    set (record, field->name, value);
}

static void
collect_going (World *self, CareRecord *record, GHashTable *going)
{
  GHashTableIter iter;
  gpointer other;

  if (!g_hash_table_add (going, record))
    return;
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (care_record_belongs_to (other, record))
      collect_going (self, other, going);
}

/* Whether @user can do without @gone; forgets it if so and @forget is set. */
static gboolean
part_from (CareRecord *user, CareRecord *gone, gboolean forget)
{
  const CareKind *kind = care_record_get_kind (user);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      const char *value = care_record_get_at (user, i);

      if (value != NULL && field->type == CARE_FIELD_PROSE && care_reference_is_to (value, gone))
        return FALSE;
      if (!care_record_names (user, field, gone))
        continue;
      if (field->flags & CARE_FIELD_IS_REQUIRED)
        return FALSE;
      if (forget)
        set (user, field->name, NULL);
    }
  return TRUE;
}

static gboolean
part_all_from (World *self, GHashTable *going, gboolean forget)
{
  g_autoptr (GPtrArray) gone = list_keys (going);
  GHashTableIter iter;
  gpointer user;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &user, NULL))
    for (guint i = 0; !g_hash_table_contains (going, user) && i < gone->len; i++)
      if (!part_from (user, g_ptr_array_index (gone, i), forget))
        return FALSE;
  return TRUE;
}

static void
act_delete (World *self)
{
  CareRecord *record = choose (self, NULL);
  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) gone = NULL;

  if (record == NULL)
    return;
  collect_going (self, record, going);
  if (!part_all_from (self, going, FALSE))
    return;
  part_all_from (self, going, TRUE);
  gone = list_keys (going);
  for (guint i = 0; i < gone->len; i++)
    g_hash_table_remove (self->records, g_ptr_array_index (gone, i));
}

void
world_act (World *self)
{
  int what = g_test_rand_int_range (0, 10);

  if (what < 6)
    act_set (self);
  else if (what < 9)
    act_insert (self);
  else
    act_delete (self);
}

void
world_fill (World *self)
{
  for (guint i = 0; i < 200; i++)
    act_insert (self);
}

static void
assert_record_sound (World *self, CareRecord *record)
{
  const CareKind *kind = care_record_get_kind (record);
  CareReferenceMatch match;

  g_assert_true (care_record_check (record, NULL));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CareField *field = &kind->fields[i];
      const char *value = care_record_get_at (record, i);

      if (value != NULL && field->type == CARE_FIELD_REFERENCE)
        g_assert_nonnull (world_find (self, field->target, care_record_get_reference (record, field->name)));
      if (value != NULL && field->type == CARE_FIELD_PROSE)
        for (gsize from = 0; care_reference_next (value, from, &match); from = match.end)
          g_assert_nonnull (world_find (self, match.kind->name, match.id));
    }
}

void
world_assert_sound (World *self)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    assert_record_sound (self, record);
}

CareMerge *
world_merge (World *base, World *mine, World *theirs)
{
  g_autoptr (GPtrArray) records_of_base = world_records (base);
  g_autoptr (GPtrArray) records_of_mine = world_records (mine);
  g_autoptr (GPtrArray) records_of_theirs = world_records (theirs);

  return care_merge_new (records_of_base, records_of_mine, records_of_theirs);
}

void
world_take (World *self, CareMerge *merge)
{
  g_autoptr (GPtrArray) steps = care_merge_steps (merge);

  for (guint i = 0; i < steps->len; i++)
    {
      const CareMergeStep *step = g_ptr_array_index (steps, i);
      CareRecord *live = g_hash_table_lookup (self->records, step->record);

      g_assert_true ((live == NULL) == (step->what == CARE_MERGE_INSERT));
      if (step->what == CARE_MERGE_INSERT)
        g_hash_table_add (self->records, care_record_copy (step->record));
      else if (step->what == CARE_MERGE_DELETE)
        g_hash_table_remove (self->records, live);
      else
        set (live, step->field->name, step->value);
    }
}
