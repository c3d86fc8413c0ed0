/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-choice-row.h"

#include "care-choice-items.h"

#include <glib/gi18n.h>

struct _CareChoiceRow
{
  AdwComboRow parent_instance;

  GPtrArray *words; /* as the list has them from its second place on */
  gboolean loading;
  guint kept; /* place of what was loaded or last committed */
  CareChoiceCommit commit;
  gpointer commit_data;
  GDestroyNotify commit_destroy;
};

G_DEFINE_TYPE (CareChoiceRow, care_choice_row, ADW_TYPE_COMBO_ROW)

static const char *
word_at (CareChoiceRow *self, guint place)
{
  return place == 0 || place > self->words->len ? NULL : g_ptr_array_index (self->words, place - 1);
}

static void
select_place (CareChoiceRow *self, guint place)
{
  self->loading = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), place);
  self->loading = FALSE;
}

static void
show_error (CareChoiceRow *self, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message != NULL ? message : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message,
                                      -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
on_selected (CareChoiceRow *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr (CareChoiceRow) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (self->loading || place == GTK_INVALID_LIST_POSITION)
    return;
  if (place != self->kept && self->commit != NULL
      && !self->commit (self, word_at (self, place), self->commit_data, &error))
    {
      show_error (self, error->message);
      return;
    }
  self->kept = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  show_error (self, NULL);
}

static void
care_choice_row_dispose (GObject *object)
{
  CareChoiceRow *self = CARE_CHOICE_ROW (object);

  self->commit = NULL;
  if (self->commit_destroy != NULL)
    self->commit_destroy (g_steal_pointer (&self->commit_data));
  self->commit_destroy = NULL;
  G_OBJECT_CLASS (care_choice_row_parent_class)->dispose (object);
}

static void
care_choice_row_finalize (GObject *object)
{
  g_ptr_array_unref (CARE_CHOICE_ROW (object)->words);
  G_OBJECT_CLASS (care_choice_row_parent_class)->finalize (object);
}

static void
care_choice_row_class_init (CareChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_choice_row_finalize;
}

static void
care_choice_row_init (CareChoiceRow *self)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  care_choice_items_set_up (ADW_COMBO_ROW (self));
  g_signal_connect_swapped (self, "notify::selected", G_CALLBACK (on_selected), self);
}

static void
set_list (CareChoiceRow *self, GtkStringList *labels)
{
  self->loading = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  self->loading = FALSE;
}

/**
 * care_choice_row_new:
 * @title: what the field is called
 * @vocabulary: its words
 *
 * Returns: (transfer floating): a row with "Not recorded" chosen
 */
GtkWidget *
care_choice_row_new (const char *title, const CareVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);

  CareChoiceRow *self = g_object_new (CARE_TYPE_CHOICE_ROW, "title", title, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gtk_string_list_append (labels, _ ("Not recorded"));
  for (const CareTerm *term = vocabulary->terms; term->word != NULL; term++)
    {
      g_ptr_array_add (self->words, g_strdup (term->word));
      gtk_string_list_append (labels, _ (term->label));
    }
  set_list (self, labels);
  return GTK_WIDGET (self);
}

/**
 * care_choice_row_new_for_words:
 * @title: what the field is called
 * @words: (array zero-terminated=1): what may be chosen, such as ids
 * @labels: (array zero-terminated=1): the same as read, already translated
 *
 * Returns: (transfer floating): a row with "Not recorded" chosen
 */
GtkWidget *
care_choice_row_new_for_words (const char *title, const char *const *words, const char *const *labels)
{
  g_return_val_if_fail (words != NULL && labels != NULL, NULL);

  CareChoiceRow *self = g_object_new (CARE_TYPE_CHOICE_ROW, "title", title, NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gtk_string_list_append (list, _ ("Not recorded"));
  for (guint i = 0; words[i] != NULL && labels[i] != NULL; i++)
    {
      g_ptr_array_add (self->words, g_strdup (words[i]));
      gtk_string_list_append (list, labels[i]);
    }
  set_list (self, list);
  return GTK_WIDGET (self);
}

/**
 * care_choice_row_set_commit:
 * @self: a row
 * @commit: (nullable): called with the word that a person has chosen
 * @data: passed to @commit
 * @destroy: (nullable): called with @data when it is no longer needed
 *
 * A choice that is refused stays on screen, with the reason under it.
 */
void
care_choice_row_set_commit (CareChoiceRow *self, CareChoiceCommit commit, gpointer data,
                            GDestroyNotify destroy)
{
  g_return_if_fail (CARE_IS_CHOICE_ROW (self));

  if (self->commit_destroy != NULL)
    self->commit_destroy (self->commit_data);
  self->commit = commit;
  self->commit_data = data;
  self->commit_destroy = destroy;
}

static guint
find_place (CareChoiceRow *self, const char *word)
{
  guint place = 0;

  for (guint i = 0; word != NULL && i < self->words->len; i++)
    if (g_str_equal (g_ptr_array_index (self->words, i), word))
      place = i + 1;
  return place;
}

/**
 * care_choice_row_load:
 * @self: a row
 * @word: (nullable): what is recorded now, or %NULL for nothing
 *
 * Shows what is recorded; nothing is committed.
 */
void
care_choice_row_load (CareChoiceRow *self, const char *word)
{
  g_return_if_fail (CARE_IS_CHOICE_ROW (self));

  self->kept = find_place (self, word);
  show_error (self, NULL);
  select_place (self, self->kept);
}

/**
 * care_choice_row_choose:
 * @self: a row
 * @word: (nullable): one of its words, or %NULL for nothing
 *
 * Chooses it as a person does: it is committed.
 */
void
care_choice_row_choose (CareChoiceRow *self, const char *word)
{
  g_return_if_fail (CARE_IS_CHOICE_ROW (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_place (self, word));
}

/**
 * care_choice_row_get_word:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is chosen; %NULL for "Not recorded"
 */
const char *
care_choice_row_get_word (CareChoiceRow *self)
{
  g_return_val_if_fail (CARE_IS_CHOICE_ROW (self), NULL);

  return word_at (self, adw_combo_row_get_selected (ADW_COMBO_ROW (self)));
}

/**
 * care_choice_row_set_editable:
 * @self: a row
 * @editable: whether a person may change it
 */
void
care_choice_row_set_editable (CareChoiceRow *self, gboolean editable)
{
  g_return_if_fail (CARE_IS_CHOICE_ROW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "care-fixed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "care-fixed");
}
