/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records that have to do with the one in the record pane: it names them, or they
 * use it. */

#include "care-record-pane-private.h"

#include "care-describe.h"
#include "care-record-name.h"
#include "care-stop.h"

#include <glib/gi18n.h>

/* A record such as a source may be used hundreds of times; a pane is read, not searched. */
#define MAX_LINKS 50

static void
open_link (AdwActionRow *row, CareRecordPane *self)
{
  care_record_pane_follow (self, g_object_get_data (G_OBJECT (row), "care-record"));
}

/* (transfer floating): a row that opens @target, under @caption where it is a field
 * that names it. */
GtkWidget *
care_record_pane_make_link (CareRecordPane *self, CareRecord *target, const char *caption)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *detail = care_describe_detail (self->library, target, self->numbers);
  g_autofree char *title = care_record_name (target, care_library_lookup, self->library);

  gtk_widget_set_size_request (row, 0, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), caption != NULL ? caption : title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption != NULL ? title : detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (arrow, "dim-label");
  if (caption != NULL)
    gtk_widget_add_css_class (row, "care-property");
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Open"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "care-record", g_object_ref (target), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (open_link), self);
  if (caption == NULL)
    g_hash_table_insert (self->links, g_object_ref (target), row);
  return row;
}

/* Other records that have to do with this one, perhaps dozens of them. */
static GtkWidget *
add_link_group (CareRecordPane *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->groups), care_stop_new (group));
  return group;
}

/* What @user names besides the record shown. */
static CareRecord *
other_end (CareRecordPane *self, CareRecord *user)
{
  const CareKind *kind = care_record_get_kind (user);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      CareRecord *target
        = kind->fields[i].type == CARE_FIELD_REFERENCE
            ? care_library_follow (self->library, user, kind->fields[i].name) : NULL;

      if (target != NULL && target != self->record)
        return target;
    }
  return user;
}

/* A record that only links two others, such as the citation of a source or the
 * item of a box, is shown as the one at its other end. */
CareRecord *
care_record_pane_stands_for (CareRecordPane *self, CareRecord *user)
{
  static const char *const kinds[][2]
    = { { "citation", "source" }, { "contradiction_item", "contradiction" }, { "ledger_item", "ledger" } };
  static const char *const items[] = { "party_line", "figure", "legislation", "source", "pledge", "event" };
  CareRecord *target = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && target == NULL; i++)
    if (care_record_is (user, kinds[i][0]))
      target = care_library_follow (self->library, user, kinds[i][1]);
  for (guint i = 0; care_record_is (user, "box_item") && i < G_N_ELEMENTS (items) && target == NULL; i++)
    target = care_library_follow (self->library, user, items[i]);
  if (target == self->record)
    return other_end (self, user);
  return target != NULL ? target : user;
}

/* What uses the record without belonging to it. */
void
care_record_pane_add_users (CareRecordPane *self)
{
  GtkWidget *used_in = NULL;

  g_clear_pointer (&self->users, g_ptr_array_unref);
  self->users = care_library_users (self->library, self->record);
  for (guint i = 0; i < self->users->len && i < MAX_LINKS; i++)
    {
      CareRecord *user = g_ptr_array_index (self->users, i);
      CareRecord *shown = care_record_pane_stands_for (self, user);

      if (care_record_belongs_to (user, self->record) || g_hash_table_contains (self->links, shown)
          || care_record_pane_has_in_panel (self, care_record_get_kind (user)))
        continue;
      if (used_in == NULL)
        used_in = add_link_group (self, _ ("Used In"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (used_in), care_record_pane_make_link (self, shown, NULL));
    }
}

/* The line of a link may tell of other records than the one it opens, such as the
 * deadline of a pledge. */
void
care_record_pane_refresh_links (CareRecordPane *self)
{
  GHashTableIter iter;
  gpointer target, link;

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, &target, &link))
    {
      g_autofree char *detail = care_describe_detail (self->library, target, self->numbers);
      g_autofree char *title = care_record_name (target, care_library_lookup, self->library);

      adw_preferences_row_set_title (link, title);
      adw_action_row_set_subtitle (link, detail);
    }
}
