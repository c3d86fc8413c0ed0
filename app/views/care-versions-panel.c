/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-versions-panel.h"

#include "care-difference-label.h"
#include "care-panel.h"
#include "care-position-plan.h"
#include "care-position-versions.h"
#include "care-record-name.h"
#include "care-record-pane-private.h"

#include <glib/gi18n.h>

struct _CareVersionsPanel
{
  GtkBox parent_instance;

  CareRecordPane *pane; /* that it is in */
  CareLibrary *library;
  CareRecord *position;
  GPtrArray *versions; /* newest first */
  GQueue chosen;       /* of check buttons, at most two, that chosen first at its head */
  GtkWidget *difference;
};

G_DEFINE_FINAL_TYPE (CareVersionsPanel, care_versions_panel, GTK_TYPE_BOX)

static void
say_alone (CareVersionsPanel *self)
{
  GtkWidget *label = gtk_label_new (_ ("Choose two versions to see what differs between them."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "care-dim");
  gtk_box_append (GTK_BOX (self->difference), label);
}

/* "From September 2014 to on Tuesday [27 January 2015]" */
static GtkWidget *
make_dates (CareRecord *older, CareRecord *newer)
{
  g_autofree char *from = care_position_version_date (older);
  g_autofree char *to = care_position_version_date (newer);
  g_autofree char *text = g_strdup_printf (_ ("From: %s\nTo: %s"), from, to);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "care-dim");
  return label;
}

static guint
find_version (CareVersionsPanel *self, GtkWidget *check)
{
  guint index;

  return g_ptr_array_find (self->versions, care_panel_get_target (check), &index) ? index : 0;
}

static void
show_difference (CareVersionsPanel *self)
{
  guint first, second;
  CareRecord *older, *newer;

  care_panel_clear (GTK_BOX (self->difference));
  if (self->chosen.length < 2)
    {
      say_alone (self);
      return;
    }
  first = find_version (self, self->chosen.head->data);
  second = find_version (self, self->chosen.tail->data);
  older = g_ptr_array_index (self->versions, MAX (first, second));
  newer = g_ptr_array_index (self->versions, MIN (first, second));
  gtk_box_append (GTK_BOX (self->difference), make_dates (older, newer));
  gtk_box_append (GTK_BOX (self->difference), care_difference_label_new (care_record_get (older, "wording"),
                                                                         care_record_get (newer, "wording")));
}

/* Of more than two the one chosen first is let go. */
static void
check_toggled (GtkCheckButton *check, CareVersionsPanel *self)
{
  if (!gtk_check_button_get_active (check))
    g_queue_remove (&self->chosen, check);
  else
    g_queue_push_tail (&self->chosen, check);
  if (self->chosen.length > 2)
    gtk_check_button_set_active (g_queue_peek_head (&self->chosen), FALSE);
  else
    show_difference (self);
}

static void
open_version (AdwActionRow *row, CareVersionsPanel *self)
{
  care_record_pane_follow (self->pane, care_panel_get_target (row));
}

static void
append_line (GString *text, const char *caption, const char *words)
{
  if (words != NULL && words[0] != '\0')
    g_string_append_printf (text, "\n%s %s", caption, words);
}

/* (transfer full): the titles of the sources of @version, with the places in them. */
static char *
list_sources (CareVersionsPanel *self, CareRecord *version)
{
  g_autoptr (GPtrArray) citations
    = care_library_children (self->library, "citation", "position_version", care_record_get_id (version));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      CareRecord *citation = g_ptr_array_index (citations, i);
      CareRecord *source = care_library_follow (self->library, citation, "source");
      const char *pinpoint = care_record_get (citation, "pinpoint");

      if (source == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", care_record_get_title (source));
      if (pinpoint != NULL)
        g_string_append_printf (text, ", %s", pinpoint);
    }
  if (text->len == 0)
    g_string_append (text, _ ("none recorded"));
  return g_string_free (text, FALSE);
}

static gboolean
is_superseded (CareVersionsPanel *self, CareRecord *version)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (care_record_get_reference (g_ptr_array_index (self->versions, i), "supersedes") == care_record_get_id (version))
      return TRUE;
  return FALSE;
}

static char *
describe_version (CareVersionsPanel *self, CareRecord *version)
{
  g_autofree char *line = care_position_version_describe (version, care_library_lookup, self->library);
  g_autofree char *sources = list_sources (self, version);
  GString *text = g_string_new (line);

  if (is_superseded (self, version))
    g_string_append_printf (text, " · %s", _ ("superseded"));
  append_line (text, _ ("Condition:"), care_record_get (version, "condition"));
  append_line (text, _ ("Why changed:"), care_record_get (version, "change_reason"));
  append_line (text, _ ("Sources:"), sources);
  return g_string_free (text, FALSE);
}

/* The right arrow goes from the row to its check button. */
static void
add_check (CareVersionsPanel *self, GtkWidget *row, CareRecord *version, gboolean is_chosen)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *date = care_position_version_date (version);
  g_autofree char *name = g_strdup_printf (_ ("Compare the version of %s"), date);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "care-record", version);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  if (is_chosen)
    g_queue_push_tail (&self->chosen, check);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
}

static GtkWidget *
make_change_button (CareVersionsPanel *self)
{
  return care_panel_make_action (self->versions->len == 0 ? _ ("Record the Wording…") : _ ("Record a Change…"),
                                 "win.record-change", _ ("Record a Change of This Position (Ctrl+Shift+H)"));
}

static void
add_versions (CareVersionsPanel *self)
{
  GtkWidget *group = care_panel_add_group_with (
    GTK_BOX (self), _ ("Versions"),
    self->versions->len == 0 ? _ ("No wording is recorded yet. Record what was said, with its source.") : NULL,
    make_change_button (self));

  for (guint i = 0; i < self->versions->len; i++)
    {
      CareRecord *version = g_ptr_array_index (self->versions, i);
      g_autofree char *description = describe_version (self, version);
      GtkWidget *row = care_panel_make_row (version, care_record_get_title (version), description);

      if (self->versions->len > 1)
        add_check (self, row, version, i < 2);
      g_signal_connect (row, "activated", G_CALLBACK (open_version), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
add_difference (CareVersionsPanel *self)
{
  GtkWidget *group;

  if (self->versions->len < 2)
    return;
  group = care_panel_add_group (GTK_BOX (self), _ ("Difference"), NULL);
  self->difference = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->difference, "card");
  gtk_widget_add_css_class (self->difference, "care-conflict");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->difference);
  show_difference (self);
}

static void
open_printer (AdwActionRow *row, CareVersionsPanel *self)
{
  CareRecord *printer = care_panel_get_target (row);

  if (care_record_is (printer, "party_line"))
    care_record_pane_follow (self->pane, printer);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", care_record_get_kind (printer)->name,
                                care_record_get_id (printer));
}

/* "Briefing “Integrating health and social care” · prints an earlier wording" */
static char *
describe_use (const CarePositionUse *use)
{
  g_autofree char *where = use->briefing == NULL
                             ? g_strdup (_ ("Party line"))
                             : g_strdup_printf (_ ("In “%s”"), care_record_get_title (use->briefing));

  return use->is_outdated ? g_strdup_printf (_ ("%s · prints an earlier wording"), where) : g_steal_pointer (&where);
}

static void
add_printers (CareVersionsPanel *self)
{
  g_autoptr (GPtrArray) uses = care_position_uses (self->library, self->position);
  GtkWidget *group = uses->len == 0 ? NULL : care_panel_add_group (GTK_BOX (self), _ ("Printed In"), NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      const CarePositionUse *use = g_ptr_array_index (uses, i);
      g_autofree char *title = care_record_name (use->printer, care_library_lookup, self->library);
      g_autofree char *description = describe_use (use);
      GtkWidget *row = care_panel_make_row (use->printer, title, description);

      g_signal_connect (row, "activated", G_CALLBACK (open_printer), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
fill (CareVersionsPanel *self)
{
  care_panel_clear (GTK_BOX (self));
  g_queue_clear (&self->chosen);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = care_position_versions (self->library, self->position);
  add_versions (self);
  add_difference (self);
  add_printers (self);
}

static void
library_applied (CareVersionsPanel *self)
{
  static const char *const kinds[] = { "position_version", "citation", "source", "person", "party_line", "box",
                                       "box_item",         "section",  "briefing", NULL };

  care_panel_applied (GTK_WIDGET (self), self->pane, self->position, kinds, (CarePanelFill) fill);
}

static void
care_versions_panel_dispose (GObject *object)
{
  CareVersionsPanel *self = CARE_VERSIONS_PANEL (object);

  g_queue_clear (&self->chosen);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->position);
  g_clear_object (&self->library);
  g_clear_weak_pointer (&self->pane);
  G_OBJECT_CLASS (care_versions_panel_parent_class)->dispose (object);
}

static void
care_versions_panel_class_init (CareVersionsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_versions_panel_dispose;
}

static void
care_versions_panel_init (CareVersionsPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * care_versions_panel_new:
 * @pane: what shows a position
 *
 * Returns: (transfer floating): its versions.
 */
GtkWidget *
care_versions_panel_new (CareRecordPane *pane)
{
  CareVersionsPanel *self = g_object_new (CARE_TYPE_VERSIONS_PANEL, NULL);

  g_set_weak_pointer (&self->pane, pane);
  self->library = g_object_ref (pane->library);
  self->position = g_object_ref (pane->record);
  g_signal_connect_object (self->library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
