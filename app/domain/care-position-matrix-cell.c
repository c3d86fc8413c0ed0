/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a matrix of positions: what is held there, or how that is absent. */

#include "care-position-matrix-private.h"

static void
position_free (CareMatrixPosition *position)
{
  g_object_unref (position->position);
  g_free (position->note);
  g_free (position);
}

static void
clear_cell (gpointer cell)
{
  g_ptr_array_unref (((CarePositionCell *) cell)->positions);
  g_clear_object (&((CarePositionCell *) cell)->pledge);
}

CarePositionCell *
care_position_matrix_get_cell (CarePositionMatrix *self, guint row, guint column)
{
  g_assert (row < self->actors->len && column < self->themes->len);

  return &g_array_index (self->cells, CarePositionCell, row * self->themes->len + column);
}

/* (nullable): the cell that @record, a position or a pledge, is in. */
static CarePositionCell *
find_cell (CarePositionMatrix *self, CareRecord *record)
{
  CareId actor = care_record_get_reference (record, "actor");
  guint column = care_position_matrix_find_column (self, record);

  for (guint row = 0; column < self->themes->len && row < self->actors->len; row++)
    if (care_record_get_id (g_ptr_array_index (self->actors, row)) == actor)
      return care_position_matrix_get_cell (self, row, column);
  return NULL;
}

static CareMatrixPosition *
make_position (CarePositionMatrix *self, CareRecord *position, GPtrArray *all_versions)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  CareMatrixPosition *made = g_new0 (CareMatrixPosition, 1);

  for (guint i = 0; i < all_versions->len; i++)
    if (care_record_get_reference (g_ptr_array_index (all_versions, i), "position") == care_record_get_id (position))
      g_ptr_array_add (versions, g_ptr_array_index (all_versions, i));
  made->position = g_object_ref (position);
  if (versions->len == 0)
    made->absence
      = care_record_get (position, "note") != NULL ? CARE_ABSENCE_NOT_FOUND : CARE_ABSENCE_NOT_SPECIFIED;
  made->note = care_position_matrix_describe (self, made, versions);
  return made;
}

/* Makes all of them. */
void
care_position_matrix_fill (CarePositionMatrix *self, GPtrArray *records, GPtrArray *positions)
{
  g_autoptr (GPtrArray) versions = care_position_matrix_pick (records, "position_version");
  g_autoptr (GPtrArray) pledges = care_position_matrix_pick (records, "pledge");

  self->cells = g_array_new (FALSE, FALSE, sizeof (CarePositionCell));
  g_array_set_clear_func (self->cells, clear_cell);
  for (guint i = 0; i < self->actors->len * self->themes->len; i++)
    {
      CarePositionCell cell = { g_ptr_array_new_with_free_func ((GDestroyNotify) position_free), NULL };
      g_array_append_val (self->cells, cell);
    }
  for (guint i = 0; i < positions->len; i++)
    {
      CarePositionCell *cell = find_cell (self, g_ptr_array_index (positions, i));

      if (cell != NULL)
        g_ptr_array_add (cell->positions, make_position (self, g_ptr_array_index (positions, i), versions));
    }
  for (guint i = 0; i < pledges->len; i++)
    {
      CarePositionCell *cell = find_cell (self, g_ptr_array_index (pledges, i));

      if (cell != NULL)
        g_set_object (&cell->pledge, g_ptr_array_index (pledges, i));
    }
}

/**
 * care_position_matrix_get_n_positions:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: how many positions are in the cell.
 */
guint
care_position_matrix_get_n_positions (CarePositionMatrix *self, guint row, guint column)
{
  return care_position_matrix_get_cell (self, row, column)->positions->len;
}

/**
 * care_position_matrix_get_position:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 * @index: less than care_position_matrix_get_n_positions()
 *
 * Returns: (transfer none): a position of the cell.
 */
const CareMatrixPosition *
care_position_matrix_get_position (CarePositionMatrix *self, guint row, guint column, guint index)
{
  return g_ptr_array_index (care_position_matrix_get_cell (self, row, column)->positions, index);
}

/**
 * care_position_matrix_get_absence:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: how the cell has no position; %CARE_ABSENCE_NONE where it has one.
 */
CareAbsence
care_position_matrix_get_absence (CarePositionMatrix *self, guint row, guint column)
{
  const CarePositionCell *cell = care_position_matrix_get_cell (self, row, column);

  if (cell->positions->len > 0)
    return CARE_ABSENCE_NONE;
  return cell->pledge != NULL ? CARE_ABSENCE_NOT_SPECIFIED : CARE_ABSENCE_NOT_ASSESSED;
}

/**
 * care_position_matrix_get_pledge:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: (transfer none) (nullable): what has been pledged on it, where that is why a
 *   cell without a position is not specified.
 */
CareRecord *
care_position_matrix_get_pledge (CarePositionMatrix *self, guint row, guint column)
{
  const CarePositionCell *cell = care_position_matrix_get_cell (self, row, column);

  return cell->positions->len > 0 ? NULL : cell->pledge;
}
