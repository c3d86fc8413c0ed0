/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-versions-panel.h"

#include "care-difference-label.h"
#include "care-panel.h"
#include "care-position-plan.h"
#include "care-position-versions.h"
#include "care-record-name.h"
#include "care-record-pane-private.h"

#include <glib/gi18n.h>

/* What is shown of a position, as long as it is. */
typedef struct
{
  CarePanel *panel;
  GPtrArray *versions; /* newest first */
  GQueue chosen;       /* of check buttons, at most two, that chosen first at its head */
  GtkWidget *difference;
} Versions;

static void
versions_free (Versions *self)
{
  g_queue_clear (&self->chosen);
  g_ptr_array_unref (self->versions);
  g_free (self);
}

static void
say_alone (Versions *self)
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
find_version (Versions *self, GtkWidget *check)
{
  guint index;

  return g_ptr_array_find (self->versions, care_panel_get_target (check), &index) ? index : 0;
}

static void
show_difference (Versions *self)
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
check_toggled (GtkCheckButton *check, Versions *self)
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
append_line (GString *text, const char *caption, const char *words)
{
  if (words != NULL && words[0] != '\0')
    g_string_append_printf (text, "\n%s %s", caption, words);
}

/* (transfer full): the titles of the sources of @version, with the places in them. */
static char *
list_sources (Versions *self, CareRecord *version)
{
  g_autoptr (GPtrArray) citations
    = care_library_children (self->panel->library, "citation", "position_version", care_record_get_id (version));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      CareRecord *citation = g_ptr_array_index (citations, i);
      CareRecord *source = care_library_follow (self->panel->library, citation, "source");
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
is_superseded (Versions *self, CareRecord *version)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (care_record_get_reference (g_ptr_array_index (self->versions, i), "supersedes") == care_record_get_id (version))
      return TRUE;
  return FALSE;
}

static char *
describe_version (Versions *self, CareRecord *version)
{
  g_autofree char *line = care_position_version_describe (version, care_library_lookup, self->panel->library);
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
add_check (Versions *self, GtkWidget *row, CareRecord *version, gboolean is_chosen)
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
make_change_button (Versions *self)
{
  return care_panel_make_action (self->versions->len == 0 ? _ ("Record the Wording…") : _ ("Record a Change…"),
                                 "win.record-change", _ ("Record a Change of This Position (Ctrl+Shift+H)"));
}

static void
add_versions (Versions *self)
{
  GtkWidget *group = care_panel_add_group_with (
    self->panel, _ ("Versions"),
    self->versions->len == 0 ? _ ("No wording is recorded yet. Record what was said, with its source.") : NULL,
    make_change_button (self));

  for (guint i = 0; i < self->versions->len; i++)
    {
      CareRecord *version = g_ptr_array_index (self->versions, i);
      g_autofree char *description = describe_version (self, version);
      GtkWidget *row = care_panel_make_row (version, care_record_get_title (version), description);

      if (self->versions->len > 1)
        add_check (self, row, version, i < 2);
      g_signal_connect (row, "activated", G_CALLBACK (care_panel_open_target), self->panel);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
add_difference (Versions *self)
{
  GtkWidget *group;

  if (self->versions->len < 2)
    return;
  group = care_panel_add_group (self->panel, _ ("Difference"), NULL);
  self->difference = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->difference, "card");
  gtk_widget_add_css_class (self->difference, "care-conflict");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->difference);
  show_difference (self);
}

static void
open_printer (AdwActionRow *row, Versions *self)
{
  CareRecord *printer = care_panel_get_target (row);

  if (care_record_is (printer, "party_line"))
    care_record_pane_follow (self->panel->pane, printer);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->panel), "win.show-record", "(sx)", care_record_get_kind (printer)->name,
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
add_printers (Versions *self)
{
  g_autoptr (GPtrArray) uses = care_position_uses (self->panel->library, self->panel->record);
  GtkWidget *group = uses->len == 0 ? NULL : care_panel_add_group (self->panel, _ ("Printed In"), NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      const CarePositionUse *use = g_ptr_array_index (uses, i);
      g_autofree char *title = care_record_name (use->printer, care_library_lookup, self->panel->library);
      g_autofree char *description = describe_use (use);
      GtkWidget *row = care_panel_make_row (use->printer, title, description);

      g_signal_connect (row, "activated", G_CALLBACK (open_printer), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
fill (CarePanel *panel)
{
  Versions *self = g_new0 (Versions, 1);

  self->panel = panel;
  self->versions = care_position_versions (panel->library, panel->record);
  g_object_set_data_full (G_OBJECT (panel), "care-versions", self, (GDestroyNotify) versions_free);
  add_versions (self);
  add_difference (self);
  add_printers (self);
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
  static const char *const kinds[] = { "position_version", "citation", "source", "person", "party_line", "box",
                                       "box_item",         "section",  "briefing", NULL };

  return care_panel_new (pane, kinds, fill);
}
