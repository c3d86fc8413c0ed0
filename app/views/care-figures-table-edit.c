/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed in the table of figures becomes an act. What cannot be understood is kept as
 * what was not finished, until it is mended or given up. */

#include "care-figures-table-private.h"

#include "care-field-plan.h"
#include "care-figure-cells.h"
#include "care-record-name.h"
#include "care-tell.h"
#include "care-typed.h"
#include "care-understand.h"
#include "care-unfinished.h"

#include <glib/gi18n.h>
#include <string.h>

/* What tells the text of a cell that cannot be kept from that of every other. */
static char *
name_unfinished (CareRecord *figure, const CareField *field)
{
  return g_strdup_printf ("figure %" G_GINT64_FORMAT " %s", care_record_get_id (figure), field->name);
}

/* (transfer none) (nullable) */
static const char *
get_unfinished (CareFiguresTable *self, CareRecord *figure, const CareField *field)
{
  g_autofree char *form = name_unfinished (figure, field);

  return care_unfinished_get_text (self->library, form);
}

/* Keeps what was typed in a cell and cannot be read; %NULL: forgets it. */
void
care_figures_table_keep_unfinished (CareFiguresTable *self, CareRecord *figure, const CareField *field,
                                    const char *typed)
{
  g_autofree char *form = name_unfinished (figure, field);

  care_unfinished_keep_text (self->library, form, typed);
  if (typed == NULL)
    g_hash_table_remove (self->unfinished, form);
  else
    g_hash_table_add (self->unfinished, g_steal_pointer (&form));
  care_figures_table_tell_typed (self);
}

/* Nothing is called saved while something is typed, or waits in a cell. */
void
care_figures_table_tell_typed (CareFiguresTable *self)
{
  gboolean refused = g_hash_table_size (self->unfinished) > 0;

  if (self->library != NULL)
    care_typed_set (self->library, self,
                    care_table_get_typed (self->table) != NULL ? CARE_EDIT_TYPED : refused ? CARE_EDIT_REFUSED : CARE_EDIT_KEPT);
}

/* Whether the label of @term begins as was typed. */
static gboolean
begins (const CareTerm *term, const char *folded)
{
  g_autofree char *label = g_utf8_casefold (_ (term->label), -1);

  return g_str_has_prefix (label, folded);
}

/* The first word of a choice whose label begins so; the label itself comes before what is longer. */
static const CareTerm *
find_term (const CareField *field, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  const CareTerm *found = NULL;

  for (const CareTerm *term = field->vocabulary->terms; term->word != NULL; term++)
    if (begins (term, folded) && (found == NULL || strlen (_ (term->label)) == strlen (typed)))
      found = term;
  return found;
}

/* (transfer full) (nullable): what the field is to hold, as the domain reads it. */
static char *
read_typed (const CareField *field, const char *typed, GError **error)
{
  const CareTerm *term;

  if (field->type != CARE_FIELD_CHOICE || typed[0] == '\0')
    return g_strdup (typed);
  term = find_term (field, typed);
  return term != NULL ? g_strdup (term->word) : care_field_canonical (field, typed, error);
}

static void
committed (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareFiguresTable) self = data;

  care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result);
}

/**
 * care_figures_table_apply:
 * @self: a table of figures
 * @act: an act
 *
 * Has @act be done; what cannot be is told.
 */
void
care_figures_table_apply (CareFiguresTable *self, CareAct *act)
{
  care_library_apply_async (self->library, act, committed, g_object_ref (self));
}

/* (transfer full) */
static CareAct *
make_act (CareFiguresTable *self, CareRecord *figure, const CareField *field)
{
  g_autofree char *name = care_record_quote (figure, care_library_lookup_now, self->library);
  g_autofree char *sentence = g_strdup_printf (_ ("Change %s of %s"), _ (field->label), name);

  return care_act_new (sentence);
}

/* @drafts (nullable) go into the library with the change, which names one of them. */
gboolean
care_figures_table_change (CareFiguresTable *self, CareRecord *figure, const CareField *field, const char *value,
                           GPtrArray *drafts, GError **error)
{
  g_autoptr (CareAct) act = make_act (self, figure, field);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    care_act_insert (act, g_ptr_array_index (drafts, i));
  if (!care_field_plan_change (self->library, act, figure, field->name, value, error))
    return FALSE;
  care_figures_table_keep_unfinished (self, figure, field, NULL);
  care_figures_table_note_edited (self, figure);
  care_figures_table_apply (self, act);
  return TRUE;
}

/* Whether that is what the cell says without it. */
static gboolean
is_as_before (CareFiguresTable *self, CareRecord *figure, const CareField *field, const char *typed)
{
  g_autofree char *kept = care_field_format_to_edit (field, care_library_get_latest (self->library, figure, field->name));

  return g_str_equal (typed, kept);
}

gboolean
care_figures_table_commit (gpointer figure, guint column, const char *typed, gpointer data, GError **error)
{
  CareFiguresTable *self = data;
  const CareField *field = care_figure_cells_field (column);
  g_autofree char *value = NULL;

  if (is_as_before (self, figure, field, typed))
    {
      care_figures_table_keep_unfinished (self, figure, field, NULL);
      return TRUE;
    }
  value = read_typed (field, typed, error);
  if (value != NULL && care_figures_table_change (self, figure, field, value, NULL, error))
    return TRUE;
  care_figures_table_keep_unfinished (self, figure, field, typed);
  return FALSE;
}

void
care_figures_table_give_up (gpointer figure, guint column, gpointer data)
{
  care_figures_table_keep_unfinished (data, figure, care_figure_cells_field (column), NULL);
}

/* What is being typed in a cell is kept while it is, too: the program may be killed. */
void
care_figures_table_keep_typed (GtkWidget *table)
{
  CareFiguresTable *self = CARE_FIGURES_TABLE (table);
  const char *typed = care_table_get_typed (self->table);
  CareRecord *figure = care_table_get_selected (self->table);
  const CareField *field = care_figure_cells_field (care_table_get_column (self->table));
  g_autofree char *form = typed == NULL ? NULL : name_unfinished (figure, field);

  if (typed != NULL)
    care_unfinished_keep_text (self->library, form, is_as_before (self, figure, field, typed) ? NULL : typed);
}

/* Paragraphs, and what is referred to, are not typed in one line; a choice is chosen, unless its letters are typed. */
static gboolean
is_typed (const CareField *field, const char *value, gboolean anew)
{
  if (field == NULL || field->type == CARE_FIELD_REFERENCE)
    return FALSE;
  if (field->type == CARE_FIELD_CHOICE)
    return anew;
  return field->type != CARE_FIELD_PROSE || value == NULL || strchr (value, '\n') == NULL;
}

char *
care_figures_table_begin (gpointer figure, guint column, gboolean anew, gpointer data)
{
  CareFiguresTable *self = data;
  const CareField *field = care_figure_cells_field (column);
  const char *value = field == NULL ? NULL : care_library_get_latest (self->library, figure, field->name);
  const char *unfinished = field == NULL ? NULL : get_unfinished (self, figure, field);

  if (unfinished != NULL)
    return g_strdup (unfinished);
  return is_typed (field, value, anew) ? care_field_format_to_edit (field, value) : NULL;
}

/* What follows from the words of a value, or which word is meant. */
char *
care_figures_table_explain (gpointer figure, guint column, const char *typed, gpointer data)
{
  CareFiguresTable *self = data;
  const CareField *field = care_figure_cells_field (column);
  CareRecord *pledge = care_library_lookup_now ("pledge", care_record_get_reference (figure, "pledge"), self->library);
  g_autofree char *value = NULL;

  care_figures_table_tell_typed (self);
  if (care_understand_is_for (figure, field->name))
    return care_understand_explain (figure, pledge, field->name, typed);
  if (field->type != CARE_FIELD_CHOICE && field->type != CARE_FIELD_DATE)
    return NULL;
  value = read_typed (field, typed, NULL);
  if (value != NULL && field->type == CARE_FIELD_DATE)
    {
      g_autofree char *date = care_field_canonical (field, value, NULL);
      return date == NULL ? NULL : care_field_format (field, date, NULL);
    }
  return value == NULL ? NULL : g_strdup (care_vocabulary_label (field->vocabulary, value));
}

/* Why @typed is not kept. */
static char *
find_problem (CareRecord *figure, const CareField *field, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = read_typed (field, typed, &error);
  g_autoptr (CareRecord) read = NULL;

  if (value == NULL)
    return g_strdup (error->message);
  if (care_understand_is_for (figure, field->name))
    read = care_understand (figure, NULL, field->name, value, &error);
  else
    {
      g_free (value);
      value = care_field_canonical (field, typed, &error);
    }
  return error != NULL ? g_strdup (error->message) : g_strdup (_ ("It was typed and not kept: press Enter twice to keep it"));
}

/* Shows what was typed in a cell and cannot be kept in place of what is kept. */
void
care_figures_table_describe_unfinished (CareFiguresTable *self, CareRecord *figure, guint column, CareTableText *text)
{
  const CareField *field = care_figure_cells_field (column);
  const char *typed = field == NULL ? NULL : get_unfinished (self, figure, field);

  if (typed == NULL)
    return;
  care_table_text_clear (text);
  text->text = g_strdup (typed);
  text->badge = g_strdup ("!");
  text->problem = find_problem (figure, field, typed);
}
