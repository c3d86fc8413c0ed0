/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen for the whole briefing in a menu: what it is to look like, how its numbers
 * are written, and its stage. */

#include "care-editor-private.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>

/* How long a menu takes to be gone. */
#define MENU_MS 150

static const struct
{
  const char *action;
  const char *field;
  const char *usual; /* where the briefing says nothing */
} choices[CARE_EDITOR_N_CHOICES] = {
  [CARE_EDITOR_TEMPLATE] = { "template", "template", "key-issue" },
  [CARE_EDITOR_STAGE] = { "stage", "status", "draft" },
  [CARE_EDITOR_NUMBERS] = { "numbers", "number_style", "house" },
};

static const char *
get_chosen (CareEditor *self, int choice)
{
  const char *name = self->briefing == NULL ? NULL
                                            : care_library_get_latest (self->library, self->briefing, choices[choice].field);

  return name == NULL ? choices[choice].usual : name;
}

/* The menu's second level gives the focus to nobody when it is closed. */
static gboolean
focus_again (gpointer data)
{
  CareEditor *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (root != NULL && self->briefing != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    care_editor_focus (self);
  return G_SOURCE_REMOVE;
}

static char *
say_change (int choice, const char *title)
{
  switch (choice)
    {
    case CARE_EDITOR_STAGE:
      return g_strdup_printf (_ ("Change Stage of “%s”"), title);
    case CARE_EDITOR_NUMBERS:
      return g_strdup_printf (_ ("Change Numbers of “%s”"), title);
    default:
      return g_strdup_printf (_ ("Change Template of “%s”"), title);
    }
}

static void
choose (CareEditor *self, int choice, const char *name)
{
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;

  if (self->briefing == NULL || g_strcmp0 (name, get_chosen (self, choice)) == 0)
    return;
  sentence = say_change (choice, care_record_get_title (self->briefing));
  act = care_act_new (sentence);
  if (care_act_set (act, self->briefing, choices[choice].field, name, &error))
    care_library_apply_async (self->library, act, care_editor_saved, g_object_ref (self));
  else
    care_editor_tell (self, error);
  care_editor_choices_update (self);
}

static void
change_state (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareEditor *self = data;

  g_timeout_add_full (G_PRIORITY_DEFAULT, MENU_MS, focus_again, g_object_ref (self), g_object_unref);
  for (int i = 0; i < CARE_EDITOR_N_CHOICES; i++)
    if (self->choices[i] == action)
      choose (self, i, g_variant_get_string (value, NULL));
}

static void
show_stage (CareEditor *self, const char *stage)
{
  const CareTerm *term = care_vocabulary_find (&care_vocabulary_briefing_status, stage);
  const char *label = term == NULL ? stage : _ (term->label);
  g_autofree char *words = g_strdup_printf (_ ("Stage: %s"), label);

  gtk_menu_button_set_label (self->stage, words);
}

/* Marks what the briefing has. */
void
care_editor_choices_update (CareEditor *self)
{
  gboolean can_choose = self->briefing != NULL && care_library_is_writable (self->library);

  for (int i = 0; i < CARE_EDITOR_N_CHOICES; i++)
    {
      g_simple_action_set_state (self->choices[i], g_variant_new_string (get_chosen (self, i)));
      g_simple_action_set_enabled (self->choices[i], can_choose);
    }
  show_stage (self, get_chosen (self, CARE_EDITOR_STAGE));
}

void
care_editor_choices_init (CareEditor *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (int i = 0; i < CARE_EDITOR_N_CHOICES; i++)
    {
      self->choices[i] = g_simple_action_new_stateful (choices[i].action, G_VARIANT_TYPE_STRING,
                                                       g_variant_new_string (choices[i].usual));
      g_signal_connect (self->choices[i], "change-state", G_CALLBACK (change_state), self);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->choices[i]));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (group));
}
