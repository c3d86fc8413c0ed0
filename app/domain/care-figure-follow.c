/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figure-follow.h"

#include "care-error.h"
#include "care-figure-read.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

/* The fields that words can say something of. */
static const char *const fields[] = { "value", "period_basis", "period", "period_words", "recurrence", "price_basis",
                                      "price_year", "base" };

/**
 * care_figure_is_read:
 * @record: a record
 * @field: the name of a field
 *
 * Returns: whether what is typed in @field is read as all that a figure says.
 */
gboolean
care_figure_is_read (CareRecord *record, const char *field)
{
  return care_record_is (record, "figure") && (strcmp (field, "value") == 0 || strcmp (field, "as_stated") == 0);
}

static CareFigureMeaning *
read_for (CareRecord *pledge, const char *text)
{
  g_autoptr (CareDate) made = pledge == NULL ? NULL : care_record_dup_date (pledge, "made");

  return care_figure_read (text == NULL ? "" : text, made);
}

/* (transfer full) (nullable): the canonical form of what @meaning says of a field. */
static char *
dup_field (const CareFigureMeaning *meaning, const char *field)
{
  if (strcmp (field, "value") == 0)
    return meaning->value == NULL ? NULL : care_quantity_to_string (meaning->value);
  if (strcmp (field, "period") == 0)
    return meaning->period == NULL ? NULL : g_strdup (care_date_get_edtf (meaning->period));
  if (strcmp (field, "period_basis") == 0)
    return g_strdup (meaning->period_basis);
  if (strcmp (field, "period_words") == 0)
    return g_strdup (meaning->period_words);
  if (strcmp (field, "recurrence") == 0)
    return g_strdup (meaning->recurrence);
  if (strcmp (field, "price_basis") == 0)
    return g_strdup (meaning->price_basis);
  return g_strdup (strcmp (field, "price_year") == 0 ? meaning->price_year : meaning->base);
}

static gboolean
says_more (const CareFigureMeaning *meaning)
{
  return meaning->period_basis != NULL || meaning->period_words != NULL || meaning->recurrence != NULL
         || meaning->price_basis != NULL || meaning->base != NULL || meaning->left != NULL;
}

/* Whether nobody has said otherwise: it is empty, or follows from what the words were. */
static gboolean
follows (CareRecord *record, const char *field, const CareFigureMeaning *had)
{
  const char *now = care_record_get (record, field);
  g_autofree char *value = dup_field (had, field);

  return now == NULL || g_strcmp0 (now, value) == 0;
}

/* What @has says goes where nobody has said otherwise; where it says nothing, what @had said
 * goes if the words go. */
static void
fill (CareRecord *copy, CareRecord *record, const CareFigureMeaning *had, const CareFigureMeaning *has, gboolean words_go)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_field (has, fields[i]);

      if ((value != NULL || words_go) && follows (record, fields[i], had))
        care_record_set (copy, fields[i], value, NULL);
    }
}

/* Whether there are no words of a source, or they may be what was typed as the value before:
 * they say more than a value, and nothing but what the fields say. */
static gboolean
can_replace_words (CareRecord *record, const CareFigureMeaning *had)
{
  if (care_record_get (record, "as_stated") == NULL)
    return TRUE;
  if (had->value == NULL || had->left != NULL || !says_more (had))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_field (had, fields[i]);

      if (value != NULL && g_strcmp0 (value, care_record_get (record, fields[i])) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
understand_value (CareRecord *copy, CareRecord *record, CareRecord *pledge, const char *text, GError **error)
{
  const char *stated = care_record_get (record, "as_stated");
  g_autoptr (CareFigureMeaning) has = read_for (pledge, text);
  g_autoptr (CareFigureMeaning) had = read_for (pledge, stated);
  gboolean replaces = has->value != NULL && can_replace_words (record, had);

  if (!says_more (has) || (has->value == NULL && has->left != NULL))
    return care_record_set (copy, "value", text, error);
  if (has->left != NULL && !replaces && strcmp (stated, text) != 0)
    {
      g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY,
                   _ ("“%s” is not understood, and As Stated says something else already: write the value alone."), has->left);
      return FALSE;
    }
  fill (copy, record, had, has, replaces);
  if (has->value != NULL)
    {
      g_autofree char *value = care_quantity_to_string (has->value);

      care_record_set (copy, "value", value, NULL);
    }
  if (replaces)
    care_record_set (copy, "as_stated", text, NULL);
  return TRUE;
}

/**
 * care_figure_understand:
 * @record: a figure
 * @pledge: (nullable): the pledge that it is of, which says when it was made
 * @field: the name of a field
 * @text: (nullable): what is typed in it
 * @error: return location for a #CareDomainError
 *
 * What follows from the words is set, unless a person has said otherwise. Words that are
 * typed as the value and say more than that are kept as those of the source.
 *
 * Returns: (transfer full) (nullable): a copy of @record with @text and what follows from it;
 *   %NULL if @text is no value of @field.
 */
CareRecord *
care_figure_understand (CareRecord *record, CareRecord *pledge, const char *field, const char *text, GError **error)
{
  g_autoptr (CareRecord) copy = care_record_copy (record);
  gboolean is_empty = text == NULL || *text == '\0';

  if (strcmp (field, "value") == 0 && !is_empty)
    return understand_value (copy, record, pledge, text, error) ? g_steal_pointer (&copy) : NULL;
  if (!care_record_set (copy, field, is_empty ? NULL : text, error))
    return NULL;
  if (care_figure_is_read (record, field) && strcmp (field, "value") != 0)
    {
      g_autoptr (CareFigureMeaning) had = read_for (pledge, care_record_get (record, field));
      g_autoptr (CareFigureMeaning) has = read_for (pledge, text);

      fill (copy, record, had, has, TRUE);
    }
  return g_steal_pointer (&copy);
}

static void
add (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

static void
add_word (GPtrArray *parts, const CareVocabulary *vocabulary, const char *word)
{
  if (word != NULL)
    g_ptr_array_add (parts, g_strdup (_ (care_vocabulary_label (vocabulary, word))));
}

/* "£500 million, per year, 5 years: not stated which" */
static char *
say_understood (const CareFigureMeaning *meaning)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add (parts, meaning->value == NULL ? NULL : care_quantity_format (meaning->value, CARE_QUANTITY_WHOLE));
  if (meaning->base != NULL)
    add (parts, g_strdup_printf (_ ("of %s"), meaning->base));
  add_word (parts, &care_vocabulary_period_basis, meaning->period_basis);
  if (g_strcmp0 (meaning->period_basis, "per-year") != 0 || g_strcmp0 (meaning->recurrence, "each-year") != 0)
    add_word (parts, &care_vocabulary_recurrence, meaning->recurrence);
  if (meaning->period != NULL)
    add (parts, care_date_format (meaning->period, CARE_DATE_HOUSE));
  else if (meaning->years > 0)
    add (parts, g_strdup_printf (ngettext ("%d year: not stated which", "%d years: not stated which", (gulong) meaning->years),
                                 meaning->years));
  add_word (parts, &care_vocabulary_price_basis, meaning->price_basis);
  if (meaning->price_year != NULL)
    add (parts, g_strdup_printf (_ ("%s prices"), meaning->price_year));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

/* (transfer full): a sentence after others, with a space between. */
static void
say (GString *says, const char *sentence)
{
  if (says->len > 0)
    g_string_append_c (says, ' ');
  g_string_append (says, sentence);
}

/**
 * care_figure_explain:
 * @record: a figure
 * @pledge: (nullable): the pledge that it is of
 * @field: its value, or its words as stated
 * @text: what is typed there
 *
 * Returns: (transfer full) (nullable): what is understood of @text, and what is not, for
 *   whoever types it; %NULL where it is a value and nothing else.
 */
char *
care_figure_explain (CareRecord *record, CareRecord *pledge, const char *field, const char *text)
{
  g_autoptr (CareFigureMeaning) meaning = read_for (pledge, text);
  g_autoptr (CareRecord) read = care_figure_understand (record, pledge, field, text, NULL);
  g_autofree char *understood = say_understood (meaning);
  g_autofree char *left = NULL;
  GString *says;

  if (read == NULL || (strcmp (field, "value") == 0 && !says_more (meaning)))
    return NULL;
  says = g_string_new (NULL);
  if (*understood != '\0')
    g_string_append_printf (says, _ ("Understood: %s."), understood);
  if (meaning->remark != NULL)
    say (says, meaning->remark);
  if (meaning->left != NULL && meaning->value != NULL && strcmp (field, "value") == 0)
    left = g_strdup_printf (_ ("“%s” is not understood: it is kept under As Stated."), meaning->left);
  if (left != NULL)
    say (says, left);
  if (says->len == 0)
    return g_free (g_string_free (says, FALSE)), NULL;
  return g_string_free (says, FALSE);
}
