/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-window-new.h"

#include "care-briefing-plan.h"
#include "care-vocabularies.h"
#include "care-window-private.h"

#include <glib/gi18n.h>

/* What is shown once it is saved. */
typedef struct
{
  CareWindow *window;
  CareId id;
} Wanted;

/* Its title is what a person types first. */
static void
added (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autofree Wanted *wanted = data;
  g_autoptr (CareWindow) self = wanted->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);
  CareRecord *briefing;

  if (self->library != CARE_LIBRARY (library))
    return;
  /* What the disk refuses, the window tells. */
  if (sentence == NULL && care_library_get_trouble (self->library) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  briefing = sentence == NULL ? NULL : care_library_find (self->library, "briefing", wanted->id);
  if (briefing == NULL)
    return;
  care_window_open_briefing (self, briefing);
  if (care_window_get_briefing (self) == briefing)
    care_editor_rename (self->editor);
}

static void
apply (CareWindow *self, CareAct *act, CareId id, const GError *error)
{
  Wanted *wanted;

  if (act == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
      return;
    }
  wanted = g_new0 (Wanted, 1);
  wanted->window = g_object_ref (self);
  wanted->id = id;
  care_library_apply_async (self->library, act, added, wanted);
}

/* What it is called until somebody calls it otherwise is printed, and so is English. */
#define TITLE "New briefing"

static void
add_briefing (CareWindow *self, const char *template)
{
  CareId id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_briefing_plan_new (TITLE, "New section", template, &id, &error);

  care_window_save (self);
  apply (self, act, id, error);
}

static void
new_briefing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_briefing (CARE_WINDOW (widget), NULL);
}

/* "s": a word of the vocabulary "template". */
static void
new_briefing_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_briefing (CARE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* "x": the id of a briefing that is one. */
static void
new_from_template_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareWindow *self = CARE_WINDOW (widget);
  CareRecord *template
    = self->library == NULL ? NULL : care_library_lookup_now ("briefing", g_variant_get_int64 (parameter), self->library);
  CareId id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  care_window_save (self);
  if (template == NULL)
    return;
  act = care_briefing_plan_from_template (self->library, template, TITLE, &id, &error);
  apply (self, act, id, error);
}

static void
append_own (CareWindow *self, GMenu *menu)
{
  g_autoptr (GPtrArray) templates = care_briefing_list_templates (self->library);
  g_autoptr (GMenu) own = g_menu_new ();

  for (guint i = 0; i < templates->len; i++)
    {
      CareRecord *template = g_ptr_array_index (templates, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (care_record_get_title (template), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "win.new-from-template", "x", care_record_get_id (template));
      g_menu_append_item (own, item);
    }
  if (templates->len > 0)
    g_menu_append_section (menu, _ ("Templates of This Library"), G_MENU_MODEL (own));
}

/**
 * care_window_new_make_menu:
 * @self: a window
 *
 * Returns: (transfer full): a menu of what a briefing can begin as: the kinds that there are,
 *   and those of the library whose stage is "Template".
 */
GMenuModel *
care_window_new_make_menu (CareWindow *self)
{
  static const char *const kinds[] = { "key-issue", "research-briefing" };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) usual = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.new-briefing-as::%s", kinds[i]);

      g_menu_append (usual, care_vocabulary_label (&care_vocabulary_template, kinds[i]), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (usual));
  if (self->library != NULL && care_library_can_read (self->library))
    append_own (self, menu);
  return G_MENU_MODEL (menu);
}

static void
duplicate (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  CareRecord *briefing = care_window_get_briefing (self);
  CareId id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  if (self->library == NULL || briefing == NULL)
    return;
  act = care_briefing_plan_duplicate (self->library, briefing, &id, &error);
  apply (self, act, id, error);
}

/* With what was typed in it. */
static void
duplicate_briefing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_window_save (CARE_WINDOW (widget));
  care_library_when_settled (CARE_WINDOW (widget)->library, duplicate, G_OBJECT (widget));
}

/**
 * care_window_new_update:
 * @self: a window
 *
 * Makes the actions possible that are.
 */
void
care_window_new_update (CareWindow *self)
{
  gboolean writable = self->library != NULL && care_library_is_writable (self->library);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-briefing", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-briefing-as", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-from-template", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.duplicate-briefing", writable && care_window_is_editing (self));
}

/**
 * care_window_new_install:
 * @widget_class: of the window
 *
 * Adds the actions.
 */
void
care_window_new_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-briefing", NULL, new_briefing_action);
  gtk_widget_class_install_action (widget_class, "win.new-briefing-as", "s", new_briefing_as_action);
  gtk_widget_class_install_action (widget_class, "win.new-from-template", "x", new_from_template_action);
  gtk_widget_class_install_action (widget_class, "win.duplicate-briefing", NULL, duplicate_briefing_action);
}
