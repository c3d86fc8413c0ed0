/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figure-cells.h"

#include "care-calculation-words.h"
#include "care-record-name.h"

#include <glib/gi18n.h>
#include <string.h>

#define SOURCES "sources"

/* In the order in which they are read. */
static const CareFigureColumn columns[] = {
  { "label", 32, TRUE },          { "value", 26, TRUE },      { "actor", 22, TRUE },
  { "flow", 14, TRUE },           { "period_basis", 22, TRUE }, { "period", 14, TRUE },
  { "newness", 12, TRUE },        { "newness_share", 8, TRUE }, { "place", 12, TRUE },
  { "estimator", 18, TRUE },      { "reporter", 16, TRUE },   { "standing", 14, TRUE },
  { "price_basis", 12, TRUE },    { "price_year", 10, FALSE }, { "recurrence", 12, FALSE },
  { "counts", 16, FALSE },        { "base", 16, FALSE },      { "period_words", 18, FALSE },
  { "newness_words", 18, FALSE }, { "reporting_body", 18, FALSE }, { "fund", 18, FALSE },
  { "pledge", 24, FALSE },        { SOURCES, 28, TRUE },      { "as_stated", 24, TRUE },
  { "note", 36, FALSE },
};

/**
 * care_figure_cells_columns:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_columns): all columns that the table can have, in order.
 */
const CareFigureColumn *
care_figure_cells_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * care_figure_cells_field:
 * @column: the place of a column among all of them
 *
 * Returns: (transfer none) (nullable): the field that it shows; %NULL: the sources.
 */
const CareField *
care_figure_cells_field (guint column)
{
  return care_kind_field (care_kind_find ("figure"), columns[column].name);
}

/**
 * care_figure_cells_label:
 * @column: the place of a column among all of them
 *
 * Returns: (transfer none): its heading, translated.
 */
const char *
care_figure_cells_label (guint column)
{
  const CareField *field = care_figure_cells_field (column);

  return field == NULL ? _ ("Sources") : _ (field->label);
}

static char *
say_target (CareLibrary *library, const CareField *field, const char *id)
{
  CareRecord *target = care_library_find (library, field->target, g_ascii_strtoll (id, NULL, 10));

  return target == NULL ? NULL : care_record_name (target, care_library_lookup, library);
}

/* (transfer full) (nullable): "Five Year Forward View p.16; Better Care Fund guidance" */
static char *
say_sources (CareLibrary *library, CareRecord *figure)
{
  g_autoptr (GPtrArray) citations
    = care_library_children (library, "citation", "figure", care_record_get_id (figure));
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      CareRecord *citation = g_ptr_array_index (citations, i);
      CareRecord *source = care_library_follow (library, citation, "source");
      const char *pinpoint = care_record_get (citation, "pinpoint");

      if (source == NULL)
        continue;
      g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", care_record_get_title (source));
      if (pinpoint != NULL)
        g_string_append_printf (line, ", %s", pinpoint);
    }
  return g_string_free (line, line->len == 0);
}

/* Several values that are held for one fund, in one unit and of one flow kind: whoever reads one
 * should know of the others. A number twice is one value. */
static guint
count_values (CareLibrary *library, CareRecord *figure)
{
  CareId fund = care_record_get_reference (figure, "fund");
  g_autoptr (CareQuantity) value = fund == 0 ? NULL : care_record_dup_quantity (figure, "value");
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) others = NULL;

  if (value == NULL || !care_quantity_has_number (value))
    return 0;
  others = care_library_children (library, "figure", "fund", fund);
  for (guint i = 0; i < others->len; i++)
    {
      CareRecord *other = g_ptr_array_index (others, i);
      g_autoptr (CareQuantity) held = care_record_dup_quantity (other, "value");

      if (held != NULL && care_quantity_has_number (held)
          && g_strcmp0 (care_quantity_get_unit (held), care_quantity_get_unit (value)) == 0
          && g_strcmp0 (care_record_get (other, "flow"), care_record_get (figure, "flow")) == 0)
        g_hash_table_add (values, (gpointer) care_record_get (other, "value"));
    }
  return g_hash_table_size (values);
}

/* Whether it follows from others, or they from it, no longer: one of them was changed. */
static gboolean
is_contradicted (CareLibrary *library, CareRecord *figure)
{
  static const char *const fields[] = { "result", "first", "second" };
  gboolean fails = FALSE;

  /* Most libraries have none, and this is asked of every row. */
  if (g_list_model_get_n_items (care_library_list (library, "calculation")) == 0)
    return FALSE;
  for (guint f = 0; f < G_N_ELEMENTS (fields) && !fails; f++)
    {
      g_autoptr (GPtrArray) all = care_library_children (library, "calculation", fields[f], care_record_get_id (figure));

      for (guint i = 0; i < all->len && !fails; i++)
        fails = care_calculation_judge (all->pdata[i], care_library_lookup, library) == CARE_CALCULATION_FAILS;
    }
  return fails;
}

static char *
name_values (guint n)
{
  if (n == 2)
    return g_strdup (_ ("two values held"));
  return g_strdup_printf (ngettext ("%u value held", "%u values held", n), n);
}

/* (transfer full) (nullable): what @n_values held for it, and what it follows from, say of it. */
static char *
say_doubts (CareLibrary *library, CareRecord *figure, guint n_values)
{
  g_autofree char *values = n_values < 2 ? NULL : name_values (n_values);
  const char *follows = is_contradicted (library, figure) ? _ ("does not follow") : NULL;

  if (values == NULL || follows == NULL)
    return g_strdup (follows != NULL ? follows : values);
  return g_strconcat (follows, _ (", "), values, NULL);
}

/**
 * care_figure_cells_say_doubts:
 * @library: where the figure is kept
 * @figure: a figure
 *
 * Returns: (transfer full) (nullable): "two values held", or that it does not follow
 *   from others any more; %NULL where there is no such doubt.
 */
char *
care_figure_cells_say_doubts (CareLibrary *library, CareRecord *figure)
{
  return say_doubts (library, figure, count_values (library, figure));
}

/* Without what is held besides it where that cannot be read. */
static void
describe_value (CareLibrary *library, CareRecord *figure, const CareNumberStyle *numbers, gboolean can_read, CareTableText *text)
{
  const char *stored = care_library_get_latest (library, figure, "value");
  g_autoptr (CareQuantity) value = stored == NULL ? NULL : care_quantity_from_string (stored, NULL);
  guint n_values = can_read ? count_values (library, figure) : 0;

  text->is_absent = value == NULL || !care_quantity_has_number (value);
  /* Nobody has said that there is none, nor that none was found. */
  text->text = value == NULL ? g_strdup (_ ("not assessed"))
                             : care_field_format (care_kind_field (care_record_get_kind (figure), "value"), stored, numbers);
  text->badge_name = can_read ? say_doubts (library, figure, n_values) : NULL;
  if (text->badge_name != NULL)
    text->badge = n_values < 2 ? g_strdup ("⚠") : g_strdup_printf ("⚠ %u", n_values);
}

static char *
say (CareLibrary *library, CareRecord *figure, const CareField *field, const CareNumberStyle *numbers)
{
  const char *value = field == NULL ? NULL : care_library_get_latest (library, figure, field->name);

  if (field == NULL)
    return say_sources (library, figure);
  if (value == NULL)
    return NULL;
  return field->type == CARE_FIELD_REFERENCE ? say_target (library, field, value) : care_field_format (field, value, numbers);
}

/* What was typed and is not saved yet can be told without reading. */
static gboolean
is_pending (CareLibrary *library, CareRecord *figure, const CareField *field)
{
  return field != NULL && field->type != CARE_FIELD_REFERENCE
         && g_strcmp0 (care_library_get_latest (library, figure, field->name), care_record_get (figure, field->name)) != 0;
}

/**
 * care_figure_cells_describe:
 * @library: where the figure is kept
 * @figure: a figure
 * @column: the place of a column among all of them
 * @numbers: how numbers are written
 * @can_read: whether @library can be read at once
 * @text: filled in
 *
 * Says what a cell of @figure shows, as it is going to be once all is saved.
 *
 * Returns: %FALSE where that would have to be read; @text is as it was then.
 */
gboolean
care_figure_cells_describe (CareLibrary *library, CareRecord *figure, guint column, const CareNumberStyle *numbers,
                            gboolean can_read, CareTableText *text)
{
  const CareField *field = care_figure_cells_field (column);

  if (!can_read && !is_pending (library, figure, field))
    return FALSE;
  if (field != NULL && field->type == CARE_FIELD_QUANTITY)
    {
      describe_value (library, figure, numbers, can_read, text);
      return TRUE;
    }
  text->text = say (library, figure, field, numbers);
  text->is_absent = text->text == NULL;
  if (text->is_absent)
    text->text = g_strdup ("–");
  return TRUE;
}

/**
 * care_figure_cells_name:
 * @library: where the figure is kept
 * @figure: a figure
 * @numbers: how numbers are written
 *
 * Returns: (transfer full): its row for who hears it: "Better Care Fund, £3.8 billion, pooled
 *   budget, 2015/16, two values held".
 */
char *
care_figure_cells_name (CareLibrary *library, CareRecord *figure, const CareNumberStyle *numbers)
{
  static const char *const told[] = { "actor", "flow", "period" };
  g_auto (CareTableText) value = { 0 };
  GString *name = g_string_new (care_record_get_title (figure));

  describe_value (library, figure, numbers, TRUE, &value);
  g_string_append_printf (name, ", %s", value.text);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *words = say (library, figure, care_kind_field (care_record_get_kind (figure), told[i]), numbers);

      if (words != NULL)
        g_string_append_printf (name, ", %s", words);
    }
  if (value.badge_name != NULL)
    g_string_append_printf (name, ", %s", value.badge_name);
  return g_string_free (name, FALSE);
}
