/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many words there are, and may be: said under the text, and set there. */

#include "care-editor-private.h"

#include "care-words.h"

#include <glib/gi18n.h>

#define FIELD "words"

/* How many words @element may have, also where that is not saved yet; 0: any number. */
guint
care_editor_get_budget (CareEditor *self, CareRecord *element)
{
  const char *budget = care_kind_field (care_record_get_kind (element), FIELD) == NULL
                         ? NULL
                         : care_library_get_latest (self->library, element, FIELD);

  return budget == NULL ? 0 : (guint) g_ascii_strtoull (budget, NULL, 10);
}

static char *
describe (CareEditor *self, guint n, guint budget)
{
  g_autofree char *own = care_words_describe (n, budget);
  g_autofree char *all = NULL;

  if (!care_record_is (self->element, "briefing"))
    return g_steal_pointer (&own);
  all = care_words_describe (care_editor_count_all_words (self), 0);
  return g_strdup_printf (_ ("%s; the whole text: %s"), own, all);
}

/* Of the element shown, which has a text. */
void
care_editor_budget_show (CareEditor *self)
{
  guint n = care_editor_count_words (self, self->element);
  guint budget = care_editor_get_budget (self, self->element);
  g_autofree char *text = describe (self, n, budget);

  gtk_label_set_text (self->words, text);
  gtk_widget_set_visible (self->over, care_words_are_over (n, budget));
  gtk_widget_set_visible (self->budget, care_record_is (self->element, "section")
                                          && care_library_is_writable (self->library));
}

static void
budget_asked (CareEditor *self)
{
  guint budget = care_editor_get_budget (self, self->element);
  g_autofree char *text = budget == 0 ? g_strdup ("") : g_strdup_printf ("%u", budget);

  gtk_editable_set_text (GTK_EDITABLE (self->budget_entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->budget_entry));
}

static void
budget_given (CareEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->budget_entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;
  guint budget = self->element == NULL ? 0 : care_editor_get_budget (self, self->element);
  g_autofree char *before = budget == 0 ? g_strdup ("") : g_strdup_printf ("%u", budget);

  if (self->element == NULL || g_strcmp0 (text, before) == 0)
    return;
  act = care_editor_plan (self, FIELD, text[0] == '\0' || g_str_equal (text, "0") ? NULL : text, &error);
  if (act == NULL)
    {
      care_editor_tell (self, error);
      return;
    }
  care_library_apply_async (self->library, act, care_editor_saved, g_object_ref (self));
  care_editor_budget_show (self);
}

/* For the class. */
void
care_editor_budget_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CareEditor, over);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, budget);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, budget_popover);
  gtk_widget_class_bind_template_child (widget_class, CareEditor, budget_entry);
  gtk_widget_class_bind_template_callback (widget_class, budget_asked);
  gtk_widget_class_bind_template_callback (widget_class, budget_given);
}
