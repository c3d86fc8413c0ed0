/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to the record in the record pane: a list for each kind, in which records
 * are moved and deleted. */

#include "care-record-pane-private.h"

#include "care-outline-plan.h"
#include "care-stop.h"
#include "care-tell.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of @kind, the field by which one belongs to @owner. */
const CareField *
care_record_pane_find_owner_field (const CareKind *kind, CareRecord *owner)
{
  const char *name = care_record_get_kind (owner)->name;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_OWNER) != 0 && strcmp (kind->fields[i].target, name) == 0)
      return &kind->fields[i];
  return NULL;
}

/* The parts and editions of a briefing have places of their own. */
static gboolean
is_listed (CareRecordPane *self, const CareKind *kind)
{
  return care_record_pane_find_owner_field (kind, self->record) != NULL && !care_record_is (self->record, "briefing")
         && !care_record_pane_has_in_panel (self, kind);
}

/* (transfer full): those of @kind that belong to the record. */
static GPtrArray *
find_children (CareRecordPane *self, const CareKind *kind)
{
  const CareField *field = care_record_pane_find_owner_field (kind, self->record);

  return care_library_children (self->library, kind->name, field->name, care_record_get_id (self->record));
}

static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareRecordPane) self = data;

  care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result);
}

/* @error: why there is no @act, where there is none. */
void
care_record_pane_apply (CareRecordPane *self, CareAct *act, const GError *error)
{
  if (act == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  else
    care_library_apply_async (self->library, act, done, g_object_ref (self));
}

static void
delete_now (CareRecordPane *self, CareRecord *user)
{
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean can = care_library_plan_delete (self->library, act, user, &error);
  g_autofree char *message = care_tell_deleted (GTK_WIDGET (self), self->library, user);

  care_record_pane_apply (self, can ? act : NULL, error);
  if (can)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static void
delete_doomed (GObject *object)
{
  CareRecordPane *self = CARE_RECORD_PANE (object);
  CareRecord *user;

  while ((user = g_queue_pop_head (&self->doomed)) != NULL)
    {
      if (self->library != NULL)
        delete_now (self, user);
      g_object_unref (user);
    }
}

/* Asked for again while the disk is slow it is still one. */
static void
delete_user (CareRecordPane *self, CareRecord *user)
{
  if (g_queue_find (&self->doomed, user) != NULL)
    return;
  g_queue_push_tail (&self->doomed, g_object_ref (user));
  care_library_when_readable (self->library, delete_doomed, G_OBJECT (self));
}

static void
delete_clicked (GtkButton *button, CareRecordPane *self)
{
  delete_user (self, g_object_get_data (G_OBJECT (button), "care-user"));
}

/* (transfer full): what @user is; in a box, what it shows. */
static char *
name_user (CareRecordPane *self, CareRecord *user)
{
  CareRecord *shown = care_record_pane_stands_for (self, user);
  gboolean is_line = care_record_is (user, "box_item") && shown == user;
  const CareKind *kind = care_record_get_kind (care_record_is (user, "box_item") ? shown : user);

  return g_strdup (is_line ? _ ("Line") : _ (kind->label));
}

/* Who uses keys presses Delete. */
static void
add_delete (CareRecordPane *self, GtkWidget *row, CareRecord *user)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = name_user (self, user);
  g_autofree char *label = g_strdup_printf (_ ("Delete This %s (Delete)"), name);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "care-user", g_object_ref (user), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (delete_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_rows (CareRecordPane *self, GtkWidget *list, GPtrArray *children)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < children->len; i++)
    {
      CareRecord *child = g_ptr_array_index (children, i);
      GtkWidget *row = care_record_pane_make_link (self, care_record_pane_stands_for (self, child), NULL);

      g_object_set_data_full (G_OBJECT (row), "care-user", g_object_ref (child), g_object_unref);
      if (care_library_is_writable (self->library))
        add_delete (self, row, child);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (care_kind_field (care_record_get_kind (child), "ordinal") != NULL)
        g_ptr_array_add (self->ordered, child);
    }
  gtk_box_append (GTK_BOX (list), care_stop_new (group));
}

/* Those of the kinds that can belong to the record; one that is empty is but its name. */
void
care_record_pane_add_lists (CareRecordPane *self)
{
  guint n_kinds;
  const CareKind *kinds = care_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) children = NULL;
      GtkWidget *list;

      if (!is_listed (self, &kinds[i]))
        continue;
      children = find_children (self, &kinds[i]);
      if (children->len == 0 && !care_record_pane_may_add (self, &kinds[i]))
        continue;
      list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_widget_set_name (list, kinds[i].name);
      gtk_box_append (GTK_BOX (list), care_record_pane_make_list_header (self, &kinds[i]));
      if (children->len > 0)
        add_rows (self, list, children);
      gtk_box_append (GTK_BOX (self->groups), list);
    }
}

/* Whether what stands in an order has another one. */
gboolean
care_record_pane_is_reordered (CareRecordPane *self)
{
  guint at = 0;

  while (at < self->ordered->len)
    {
      const CareKind *kind = care_record_get_kind (g_ptr_array_index (self->ordered, at));
      g_autoptr (GPtrArray) children = find_children (self, kind);

      for (guint i = 0; i < children->len; i++, at++)
        if (at >= self->ordered->len || g_ptr_array_index (self->ordered, at) != g_ptr_array_index (children, i))
          return TRUE;
      if (children->len == 0)
        return TRUE;
    }
  return FALSE;
}

/* (transfer none) (nullable): what belongs to the record and has the focus. */
static CareRecord *
find_focused (CareRecordPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && ADW_IS_ACTION_ROW (focus) ? g_object_get_data (G_OBJECT (focus), "care-user") : NULL;
}

static gboolean
move (CareRecordPane *self, int by)
{
  CareRecord *user = find_focused (self);
  guint place, n_places;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = NULL;

  /* While a slow disk saves, it is not known yet where it stands. */
  if (user == NULL || !care_library_is_writable (self->library) || !care_library_can_read (self->library)
      || care_kind_field (care_record_get_kind (user), "ordinal") == NULL
      || !care_outline_find_place (self->library, user, &place, &n_places))
    return FALSE;
  if ((by < 0 && place == 0) || (by > 0 && place + 1 == n_places))
    return TRUE;
  act = care_outline_plan_move (self->library, user, (guint) ((int) place + by), &error);
  care_record_pane_apply (self, act, error);
  return TRUE;
}

static gboolean
up_pressed (GtkWidget *groups, GVariant *arguments, gpointer data)
{
  return move (data, -1);
}

static gboolean
down_pressed (GtkWidget *groups, GVariant *arguments, gpointer data)
{
  return move (data, 1);
}

static gboolean
delete_pressed (GtkWidget *groups, GVariant *arguments, gpointer data)
{
  CareRecordPane *self = data;
  CareRecord *user = find_focused (self);

  if (user != NULL && care_library_is_writable (self->library))
    delete_user (self, user);
  return user != NULL;
}

/* The keys of the lists. */
void
care_record_pane_lists_init (CareRecordPane *self)
{
  const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, up_pressed },
    { GDK_KEY_Down, GDK_ALT_MASK, down_pressed },
    { GDK_KEY_Delete, 0, delete_pressed },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                        gtk_callback_action_new (keys[i].func, self, NULL)));
  gtk_widget_add_controller (self->groups, controller);
}
