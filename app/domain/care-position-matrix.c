/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-position-matrix-private.h"

#include "care-sort-key.h"

/* (transfer container): those of @records that are of @kind. */
GPtrArray *
care_position_matrix_pick (GPtrArray *records, const char *kind)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind))
      g_ptr_array_add (picked, g_ptr_array_index (records, i));
  return picked;
}

static gboolean
holds_any (CareRecord *actor, GPtrArray *positions)
{
  for (guint i = 0; i < positions->len; i++)
    if (care_record_get_reference (g_ptr_array_index (positions, i), "actor") == care_record_get_id (actor))
      return TRUE;
  return FALSE;
}

/* A party is there whether it has said anything or not: that it has not is to be seen. */
static void
find_actors (CarePositionMatrix *self, GPtrArray *records, GPtrArray *positions)
{
  g_autoptr (GPtrArray) actors = care_position_matrix_pick (records, "actor");

  for (guint i = 0; i < actors->len; i++)
    {
      CareRecord *actor = g_ptr_array_index (actors, i);

      if (g_strcmp0 (care_record_get (actor, "kind"), "party") == 0 || holds_any (actor, positions))
        g_ptr_array_add (self->actors, g_object_ref (actor));
    }
  g_ptr_array_sort (self->actors, care_sort_by_place);
}

/* The column of what @record, a position or a pledge, is on; else how many there are. */
guint
care_position_matrix_find_column (CarePositionMatrix *self, CareRecord *record)
{
  CareId theme = care_record_get_reference (record, "theme");

  for (guint i = 0; i < self->themes->len; i++)
    {
      CareRecord *other = g_ptr_array_index (self->themes, i);

      if ((other == NULL ? 0 : care_record_get_id (other)) == theme)
        return i;
    }
  return self->themes->len;
}

static void
find_themes (CarePositionMatrix *self, GPtrArray *records, GPtrArray *positions)
{
  g_autoptr (GPtrArray) themes = care_position_matrix_pick (records, "theme");

  g_ptr_array_sort (themes, care_sort_by_place);
  for (guint i = 0; i < themes->len; i++)
    g_ptr_array_add (self->themes, g_object_ref (g_ptr_array_index (themes, i)));
  for (guint i = 0; i < positions->len; i++)
    if (care_position_matrix_find_column (self, g_ptr_array_index (positions, i)) == self->themes->len)
      g_ptr_array_add (self->themes, NULL);
}

/* @printed (transfer full) (nullable): as of the matrix. */
static CarePositionMatrix *
make (GPtrArray *records, GHashTable *printed)
{
  CarePositionMatrix *self = g_new0 (CarePositionMatrix, 1);
  g_autoptr (GPtrArray) positions = care_position_matrix_pick (records, "position");

  self->printed = printed;
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes = g_ptr_array_new ();
  find_actors (self, records, positions);
  find_themes (self, records, positions);
  care_position_matrix_fill (self, records, positions);
  return self;
}

/**
 * care_position_matrix_new:
 * @records: (element-type CareRecord): actors, themes, positions, their versions and
 *   pledges; others do not matter
 *
 * Every party has a row, and so has whoever else holds a position: in the declared
 * order, those without a place after them by name.
 *
 * Returns: (transfer full): the table.
 */
CarePositionMatrix *
care_position_matrix_new (GPtrArray *records)
{
  return make (records, NULL);
}

/* Whether one of @printed is on the theme that @record is, or is on. */
static gboolean
is_on_theme_of (CareRecord *record, GPtrArray *printed)
{
  CareId theme = care_record_is (record, "theme") ? care_record_get_id (record) : care_record_get_reference (record, "theme");

  for (guint i = 0; i < printed->len; i++)
    if (care_record_get_reference (g_ptr_array_index (printed, i), "theme") == theme)
      return TRUE;
  return FALSE;
}

/**
 * care_position_matrix_new_for:
 * @records: (element-type CareRecord): as of care_position_matrix_new()
 * @printed: (element-type CareRecord): the positions that a briefing prints
 *
 * The themes of @printed, with what each party holds on them; what is not printed says so.
 *
 * Returns: (transfer full): the table.
 */
CarePositionMatrix *
care_position_matrix_new_for (GPtrArray *records, GPtrArray *printed)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < printed->len; i++)
    {
      gint64 id = care_record_get_id (g_ptr_array_index (printed, i));

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      gboolean has_theme = care_record_is (record, "theme") || care_record_is (record, "position");

      if (!has_theme || is_on_theme_of (record, printed))
        g_ptr_array_add (kept, record);
    }
  return make (kept, ids);
}

/**
 * care_position_matrix_free:
 * @self: (transfer full): a matrix
 */
void
care_position_matrix_free (CarePositionMatrix *self)
{
  for (guint i = 0; i < self->themes->len; i++)
    if (g_ptr_array_index (self->themes, i) != NULL)
      g_object_unref (g_ptr_array_index (self->themes, i));
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->actors);
  g_array_unref (self->cells);
  g_clear_pointer (&self->printed, g_hash_table_unref);
  g_free (self);
}

/**
 * care_position_matrix_get_n_actors:
 * @self: a matrix
 *
 * Returns: how many rows it has.
 */
guint
care_position_matrix_get_n_actors (CarePositionMatrix *self)
{
  return self->actors->len;
}

/**
 * care_position_matrix_get_n_themes:
 * @self: a matrix
 *
 * Returns: how many columns it has.
 */
guint
care_position_matrix_get_n_themes (CarePositionMatrix *self)
{
  return self->themes->len;
}

/**
 * care_position_matrix_is_readable:
 * @self: a matrix
 *
 * Returns: whether it has no more rows and columns than can be taken in.
 */
gboolean
care_position_matrix_is_readable (CarePositionMatrix *self)
{
  return self->actors->len <= CARE_POSITION_MATRIX_MOST && self->themes->len <= CARE_POSITION_MATRIX_MOST;
}

/**
 * care_position_matrix_get_actor:
 * @self: a matrix
 * @row: one of its rows
 *
 * Returns: (transfer none): whose row it is.
 */
CareRecord *
care_position_matrix_get_actor (CarePositionMatrix *self, guint row)
{
  return g_ptr_array_index (self->actors, row);
}

/**
 * care_position_matrix_get_theme:
 * @self: a matrix
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): the theme of the column; %NULL for that of
 *   positions without one.
 */
CareRecord *
care_position_matrix_get_theme (CarePositionMatrix *self, guint column)
{
  return g_ptr_array_index (self->themes, column);
}
