/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is above a list of the record pane: what is in it, and a button that adds to it,
 * by a form or, in a box, by what is chosen. */

#include "care-record-pane-private.h"

#include "care-box.h"
#include "care-draft-form.h"
#include "care-outline-plan.h"
#include "care-popover-keys.h"
#include "care-record-picker.h"

#include <glib/gi18n.h>
#include <string.h>

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
gboolean
care_record_pane_may_add (CareRecordPane *self, const CareKind *kind)
{
  return care_library_is_writable (self->library)
         && (strcmp (kind->name, "box_item") != 0 || care_box_items (care_record_get (self->record, "kind"))[0] != NULL);
}

static void
add (CareRecordPane *self, GPtrArray *drafts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAct) act = care_outline_plan_append (self->library, drafts, &error);

  gtk_menu_button_popdown (self->adder);
  care_record_pane_apply (self, act, error);
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

/* By which one of @kind belongs to the record, or names it. */
static const char *
find_field_to (CareRecordPane *self, const CareKind *kind)
{
  const CareField *owner = care_record_pane_find_owner_field (kind, self->record);

  return owner != NULL ? owner->name : care_record_get_kind (self->record)->name;
}

/* Whether the record can be named by another field of @kind, too: of a calculation it may be any part. */
static gboolean
may_be_another (CareRecordPane *self, const CareKind *kind, const char *named)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_OWNER) != 0 && strcmp (kind->fields[i].name, named) != 0
        && strcmp (kind->fields[i].target, care_record_get_kind (self->record)->name) == 0)
      return TRUE;
  return FALSE;
}

/* What is typed in it is kept for this record, whatever else is shown meanwhile. */
static GtkWidget *
make_form (CareRecordPane *self, const CareKind *kind)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *form = care_draft_form_new (self->library, kind);
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (self->record));
  g_autofree char *kept_as = g_strdup_printf ("%s:%s", kind->name, owner);
  const char *field = find_field_to (self, kind);

  if (may_be_another (self, kind, field))
    care_draft_form_suggest (CARE_DRAFT_FORM (form), field, owner);
  else
    care_draft_form_set (CARE_DRAFT_FORM (form), field, owner);
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

/* A button that adds one of @kind, which belongs to the record or names it. */
GtkWidget *
care_record_pane_make_adder (CareRecordPane *self, const CareKind *kind)
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
GtkWidget *
care_record_pane_make_list_header (CareRecordPane *self, const CareKind *kind)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = name_items (self, kind, TRUE);
  GtkWidget *title = gtk_label_new (name);

  g_object_set (title, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (header), care_record_pane_make_adder (self, kind));
  return header;
}
