/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell of a spreadsheet means: a choice may be written as it is shown, and
 * what is referred to by its name. */

#include "care-cell-value.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * care_cell_names:
 * @folded: what a cell has, folded by g_utf8_casefold()
 * @name: a name
 *
 * Returns: whether that is @name, in any case.
 */
gboolean
care_cell_names (const char *folded, const char *name)
{
  g_autofree char *other = g_utf8_casefold (name, -1);

  return strcmp (folded, other) == 0;
}

/* The word of a choice, where the cell has its label or is in capitals. */
static char *
find_word (const CareField *field, const char *cell, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (cell, -1);

  for (const CareTerm *term = field->vocabulary->terms; term->word != NULL; term++)
    if (care_cell_names (folded, term->word) || care_cell_names (folded, term->label) || care_cell_names (folded, _ (term->label)))
      return g_strdup (term->word);
  return care_field_canonical (field, cell, error);
}

static char *
find_reference (CareNames *names, const CareField *field, const char *cell, GError **error)
{
  CareId id = care_names_find (names, care_kind_find (field->target), cell, error);

  return id == 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/**
 * care_cell_value:
 * @names: of the library that it is for
 * @field: a field
 * @cell: what a person wrote for it
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the canonical value, "" where @cell says
 *   nothing, or %NULL if it is no value of @field.
 */
char *
care_cell_value (CareNames *names, const CareField *field, const char *cell, GError **error)
{
  if (cell[0] != '\0' && field->type == CARE_FIELD_CHOICE)
    return find_word (field, cell, error);
  if (cell[0] != '\0' && field->type == CARE_FIELD_REFERENCE)
    return find_reference (names, field, cell, error);
  return care_field_is_misread (field, cell, error) ? NULL : care_field_canonical (field, cell, error);
}
