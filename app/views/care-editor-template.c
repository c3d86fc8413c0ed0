/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of what the briefing is to look like. */

#include "care-editor-private.h"

#include <glib/gi18n.h>

/* How long a menu takes to be gone. */
#define MENU_MS 150

static const char *
get_template (CareEditor *self)
{
  const char *name = self->briefing == NULL ? NULL : care_library_get_latest (self->library, self->briefing, "template");

  return name == NULL ? "key-issue" : name;
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

static void
choose (GSimpleAction *action, GVariant *value, gpointer data)
{
  CareEditor *self = data;
  const char *name = g_variant_get_string (value, NULL);
  g_autofree char *sentence = NULL;
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;

  g_timeout_add_full (G_PRIORITY_DEFAULT, MENU_MS, focus_again, g_object_ref (self), g_object_unref);
  if (self->briefing == NULL || g_strcmp0 (name, get_template (self)) == 0)
    return;
  sentence = g_strdup_printf (_ ("Change Template of “%s”"), care_record_get_title (self->briefing));
  act = care_act_new (sentence);
  if (care_act_set (act, self->briefing, "template", name, &error))
    care_library_apply_async (self->library, act, care_editor_saved, g_object_ref (self));
  else
    care_editor_tell (self, error);
  care_editor_template_update (self);
}

/* Marks the template that the briefing has. */
void
care_editor_template_update (CareEditor *self)
{
  gboolean can_choose = self->briefing != NULL && care_library_is_writable (self->library);

  g_simple_action_set_state (self->template_action, g_variant_new_string (get_template (self)));
  g_simple_action_set_enabled (self->template_action, can_choose);
}

void
care_editor_template_init (CareEditor *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->template_action
    = g_simple_action_new_stateful ("template", G_VARIANT_TYPE_STRING, g_variant_new_string ("key-issue"));
  g_signal_connect (self->template_action, "change-state", G_CALLBACK (choose), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->template_action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (group));
}
