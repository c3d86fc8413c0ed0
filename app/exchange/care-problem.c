/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-problem.h"

#include "care-exchange-error.h"

#include <glib/gi18n.h>

/**
 * care_problem_new:
 * @line: from 1, or 0
 * @column: in characters from 1, or 0
 * @place: (nullable): such as "figure 16004, value"
 * @what: one sentence for a person
 *
 * Returns: (transfer full): a problem.
 */
CareProblem *
care_problem_new (guint line, guint column, const char *place, const char *what)
{
  CareProblem *self = g_new0 (CareProblem, 1);

  self->line = line;
  self->column = column;
  self->place = g_strdup (place);
  self->what = g_strdup (what);
  return self;
}

/**
 * care_problem_free:
 * @self: (transfer full): a problem
 */
void
care_problem_free (CareProblem *self)
{
  g_free (self->place);
  g_free (self->what);
  g_free (self);
}

static char *
describe_line (const CareProblem *self)
{
  if (self->column > 0)
    return g_strdup_printf (_ ("line %u, column %u"), self->line, self->column);
  return g_strdup_printf (_ ("line %u"), self->line);
}

/**
 * care_problem_describe:
 * @self: a problem
 *
 * Returns: (transfer full): where and what, in one line: "line 12, figure
 *   16004, value: “lots” is not a quantity".
 */
char *
care_problem_describe (const CareProblem *self)
{
  g_autofree char *line = NULL;

  if (self->line == 0 && self->place == NULL)
    return g_strdup (self->what);
  if (self->line == 0)
    return g_strdup_printf ("%s: %s", self->place, self->what);
  line = describe_line (self);
  if (self->place == NULL)
    return g_strdup_printf ("%s: %s", line, self->what);
  return g_strdup_printf ("%s, %s: %s", line, self->place, self->what);
}

/**
 * care_problem_list_new:
 *
 * Returns: (transfer full) (element-type CareProblem): an empty list, which
 *   frees the problems put into it.
 */
GPtrArray *
care_problem_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) care_problem_free);
}

/**
 * care_problem_list_check:
 * @problems: (element-type CareProblem): what is wrong with a file
 * @error: return location for a #CareExchangeError
 *
 * Returns: whether there is nothing in @problems; %FALSE with
 *   %CARE_EXCHANGE_ERROR_PROBLEMS and the first of them otherwise.
 */
gboolean
care_problem_list_check (GPtrArray *problems, GError **error)
{
  g_autofree char *first = NULL;

  if (problems->len == 0)
    return TRUE;
  first = care_problem_describe (g_ptr_array_index (problems, 0));
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_PROBLEMS,
               ngettext ("The file has %u problem; put it right and try again: %s",
                         "The file has %u problems; put them right and try again. The first is at %s",
                         problems->len),
               problems->len, first);
  return FALSE;
}
