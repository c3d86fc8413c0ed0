/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a matrix of positions says: its headings, its cells and its absences. */

#include "care-position-matrix-private.h"

#include "care-position-versions.h"

#include <glib/gi18n.h>

static void
append_words (GString *words, const char *text)
{
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, text);
}

/* A summary that leaves out "could" says more than was said. */
static void
append_strength (GString *words, GPtrArray *versions)
{
  static const char *const hedges[] = { "could", "potentially", "consider", "would-not", NULL };
  g_autoptr (GPtrArray) ordered = care_position_versions_order (versions);
  const char *strength = ordered->len == 0 ? NULL : care_record_get (g_ptr_array_index (ordered, 0), "strength");
  g_autofree char *label = NULL;

  if (strength == NULL || !g_strv_contains (hedges, strength))
    return;
  label = care_record_format (g_ptr_array_index (ordered, 0), "strength");
  append_words (words, label);
}

static void
append_versions (GString *words, CareRecord *position, GPtrArray *versions)
{
  append_strength (words, versions);
  if (care_position_versions_are_changed (versions))
    append_words (words, _ ("changed"));
  if (versions->len > 1)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u version", "%u versions", versions->len), versions->len);
      append_words (words, count);
    }
  if (care_record_get (position, "currency") != NULL && g_strcmp0 (care_record_get (position, "currency"), "current") != 0)
    {
      g_autofree char *currency = care_record_format (position, "currency");
      append_words (words, currency);
    }
}

/* (transfer full): what is said of @made, which has @versions, besides its title. What a
 * briefing leaves out is to be seen. */
char *
care_position_matrix_describe (CarePositionMatrix *self, const CareMatrixPosition *made, GPtrArray *versions)
{
  CareId id = care_record_get_id (made->position);
  GString *words = g_string_new (care_absence_get_label (made->absence));

  if (made->absence == CARE_ABSENCE_NONE)
    append_versions (words, made->position, versions);
  if (self->printed != NULL && !g_hash_table_contains (self->printed, &id))
    append_words (words, _ ("not in this briefing"));
  return g_string_free (words, FALSE);
}

/**
 * care_position_matrix_get_actor_name:
 * @self: a matrix
 * @row: one of its rows
 *
 * Returns: (transfer none): what whose row it is is called, in short.
 */
const char *
care_position_matrix_get_actor_name (CarePositionMatrix *self, guint row)
{
  CareRecord *actor = g_ptr_array_index (self->actors, row);
  const char *name = care_record_get (actor, "short_name");

  return name != NULL ? name : care_record_get_title (actor);
}

/**
 * care_position_matrix_get_theme_name:
 * @self: a matrix
 * @column: one of its columns
 *
 * Returns: (transfer none): the heading of the column.
 */
const char *
care_position_matrix_get_theme_name (CarePositionMatrix *self, guint column)
{
  CareRecord *theme = g_ptr_array_index (self->themes, column);

  return theme == NULL ? _ ("No theme") : care_record_get_title (theme);
}

/**
 * care_position_matrix_say:
 * @self: a matrix
 * @row: one of its rows
 * @column: one of its columns
 * @index: of a position of the cell; 0 where it has none
 *
 * Returns: (transfer full): the whole of it for a screen reader: "Labour, Commissioning:
 *   The future of CCGs, 2 versions, unclear whether still held".
 */
char *
care_position_matrix_say (CarePositionMatrix *self, guint row, guint column, guint index)
{
  const CarePositionCell *cell = care_position_matrix_get_cell (self, row, column);
  GString *words = g_string_new (NULL);
  const CareMatrixPosition *position;

  g_string_printf (words, "%s, %s: ", care_position_matrix_get_actor_name (self, row),
                   care_position_matrix_get_theme_name (self, column));
  if (cell->positions->len == 0)
    {
      g_string_append (words, care_absence_get_label (care_position_matrix_get_absence (self, row, column)));
      if (cell->pledge != NULL)
        g_string_append_printf (words, _ (" beyond the pledge “%s”"), care_record_get_title (cell->pledge));
      return g_string_free (words, FALSE);
    }
  position = g_ptr_array_index (cell->positions, index);
  g_string_append (words, care_record_get_title (position->position));
  if (position->note[0] != '\0')
    append_words (words, position->note);
  if (cell->positions->len > 1)
    g_string_append_printf (words, _ (" (%u of %u)"), index + 1, cell->positions->len);
  return g_string_free (words, FALSE);
}

/**
 * care_position_matrix_summarise:
 * @self: a matrix
 *
 * Returns: (transfer full): what its order is, and what its absences mean.
 */
char *
care_position_matrix_summarise (CarePositionMatrix *self)
{
  guint n_empty = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n_empty += g_array_index (self->cells, CarePositionCell, i).positions->len == 0;
  return g_strdup_printf (ngettext ("In the declared order, then by name. %u cell has no position. Not specified: "
                                    "recorded without a wording. Not found: looked for, as its note says. Not assessed: "
                                    "nobody has looked.",
                                    "In the declared order, then by name. %u cells have no position. Not specified: "
                                    "recorded without a wording. Not found: looked for, as its note says. Not assessed: "
                                    "nobody has looked.",
                                    n_empty),
                          n_empty);
}

/**
 * care_absence_get_label:
 * @absence: how something is absent
 *
 * Returns: (nullable) (transfer none): the word for it.
 */
const char *
care_absence_get_label (CareAbsence absence)
{
  switch (absence)
    {
    case CARE_ABSENCE_NOT_SPECIFIED:
      return _ ("not specified");
    case CARE_ABSENCE_NOT_FOUND:
      return _ ("not found");
    case CARE_ABSENCE_NOT_ASSESSED:
      return _ ("not assessed");
    case CARE_ABSENCE_NONE:
    default:
      return NULL;
    }
}
