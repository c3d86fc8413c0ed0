/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to the record in the record pane: a list for each kind, in which records
 * are added, moved and deleted. */

#include "care-record-pane-private.h"

#include "care-box.h"
#include "care-draft-form.h"
#include "care-outline-plan.h"
#include "care-popover-keys.h"
#include "care-record-picker.h"
#include "care-stop.h"
#include "care-tell.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of @kind, the field by which one belongs to @owner. */
static const CareField *
find_field (const CareKind *kind, CareRecord *owner)
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
  return find_field (kind, self->record) != NULL && !care_record_is (self->record, "briefing")
         && !care_record_pane_has_in_panel (self, kind);
}

/* What is chosen for a list, or NULL where it is typed. */
static const char *const *
find_item_kinds (CareRecordPane *self, const CareKind *kind)
{
  const char *const *kinds;

  if (strcmp (kind->name, "box_item") != 0)
    return NULL;
  kinds = care_box_items (care_record_get (self->record, "kind"));
  return kinds[0] == NULL || strcmp (kinds[0], "box_item") == 0 ? NULL : kinds;
}

/* Whether one that is empty is shown, to be added to. */
static gboolean
may_add (CareRecordPane *self, const CareKind *kind)
{
  return care_library_is_writable (self->library)
         && (strcmp (kind->name, "box_item") != 0 || care_box_items (care_record_get (self->record, "kind"))[0] != NULL);
}

static void
done (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareRecordPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (CARE_LIBRARY (library), result, &error);

  if (sentence == NULL && care_library_get_trouble (CARE_LIBRARY (library)) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
apply (CareRecordPane *self, CareAct *act, const GError *error)
{
  if (act == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  else
    care_library_apply_async (self->library, act, done, g_object_ref (self));
}

static void
add (CareRecordPane *self, GPtrArray *drafts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_outline_plan_append (self->library, drafts, &error);

  gtk_menu_button_popdown (self->adder);
  apply (self, act, error);
}

/* @target is to be listed in the box; @drafts (nullable) are to be put in with it. */
static void
add_item (CareRecordPane *self, CareRecord *target, GPtrArray *drafts)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *item = care_record_new (care_kind_find ("box_item"), care_library_make_id ());
  g_autofree char *box = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (self->record));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  care_record_set (item, "box", box, NULL);
  care_record_set (item, care_record_get_kind (target)->name, id, NULL);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (drafts, i)));
  g_ptr_array_add (all, item);
  add (self, all);
}

static void
item_chosen (CareRecordPane *self, CareRecord *target)
{
  add_item (self, target, NULL);
}

static void
item_made (CareRecordPane *self, GPtrArray *drafts)
{
  add_item (self, g_ptr_array_index (drafts, drafts->len - 1), drafts);
}

static GtkWidget *
make_picker (CareRecordPane *self, const char *const *kinds)
{
  GtkWidget *picker = care_record_picker_new (self->library, kinds);

  g_signal_connect_object (picker, "chosen", G_CALLBACK (item_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "made", G_CALLBACK (item_made), self, G_CONNECT_SWAPPED);
  return picker;
}

static void
form_made (CareRecordPane *self, GPtrArray *drafts, CareDraftForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_outline_plan_append (self->library, drafts, &error);

  care_draft_form_apply (form, act, error);
}

static void
form_done (CareDraftForm *form, const char *sentence, gpointer data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (form), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* What is typed in it is kept for this record, whatever else is shown meanwhile. */
static GtkWidget *
make_form (CareRecordPane *self, const CareKind *kind)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *form = care_draft_form_new (self->library, kind);
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (self->record));
  g_autofree char *kept_as = g_strdup_printf ("%s:%s", kind->name, owner);

  care_draft_form_set (CARE_DRAFT_FORM (form), find_field (kind, self->record)->name, owner);
  care_draft_form_begin (CARE_DRAFT_FORM (form), kept_as);
  g_signal_connect_object (form, "made", G_CALLBACK (form_made), self, G_CONNECT_SWAPPED);
  g_signal_connect (form, "done", G_CALLBACK (form_done), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), form);
  care_popover_let_keys_through (GTK_POPOVER (popover));
  return popover;
}

/* The focus is where a person types. */
static void
popover_shown (GtkPopover *popover)
{
  if (CARE_IS_RECORD_PICKER (popover))
    care_record_picker_open (CARE_RECORD_PICKER (popover), NULL);
  else
    care_draft_form_focus (CARE_DRAFT_FORM (gtk_popover_get_child (popover)));
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  CareRecordPane *self = data;
  const CareKind *kind = g_object_get_data (G_OBJECT (button), "care-kind");
  const char *const *kinds = find_item_kinds (self, kind);
  GtkWidget *popover = kinds != NULL ? make_picker (self, kinds) : make_form (self, kind);

  self->adder = button;
  g_signal_connect (popover, "show", G_CALLBACK (popover_shown), NULL);
  gtk_menu_button_set_popover (button, popover);
}

/* (transfer full): what is in a list: "Pledges, Events"; one of them: "Pledge or Event". */
static char *
name_items (CareRecordPane *self, const CareKind *kind, gboolean plural)
{
  const char *const *kinds = find_item_kinds (self, kind);
  GString *label = g_string_new (NULL);

  if (kinds == NULL && strcmp (kind->name, "box_item") == 0)
    g_string_append (label, plural ? _ ("Lines") : _ ("Line"));
  else if (kinds == NULL)
    g_string_append (label, plural ? _ (kind->label_plural) : _ (kind->label));
  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    {
      const CareKind *item = care_kind_find (kinds[i]);

      g_string_append (label, i == 0 ? "" : plural ? ", " : _ (" or "));
      g_string_append (label, plural ? _ (item->label_plural) : _ (item->label));
    }
  return g_string_free (label, FALSE);
}

static GtkWidget *
make_adder (CareRecordPane *self, const CareKind *kind)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = name_items (self, kind, FALSE);
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover, self, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_visible (button, care_library_is_writable (self->library));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "care-kind", (gpointer) kind);
  return button;
}

/* The name of the list, and a button that adds to it. */
static GtkWidget *
make_header (CareRecordPane *self, const CareKind *kind)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = name_items (self, kind, TRUE);
  GtkWidget *title = gtk_label_new (name);

  g_object_set (title, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (header), make_adder (self, kind));
  return header;
}

static void
delete_now (CareRecordPane *self, CareRecord *user)
{
  g_autoptr (CareAct) act = care_act_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean can = care_library_plan_delete (self->library, act, user, &error);
  g_autofree char *message = care_tell_deleted (GTK_WIDGET (self), care_record_get_title (user));

  apply (self, can ? act : NULL, error);
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
      children = care_library_children (self->library, kinds[i].name, find_field (&kinds[i], self->record)->name,
                                        care_record_get_id (self->record));
      if (children->len == 0 && !may_add (self, &kinds[i]))
        continue;
      list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_widget_set_name (list, kinds[i].name);
      gtk_box_append (GTK_BOX (list), make_header (self, &kinds[i]));
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
      g_autoptr (GPtrArray) children
        = care_library_children (self->library, kind->name, find_field (kind, self->record)->name,
                                 care_record_get_id (self->record));

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
  apply (self, act, error);
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
