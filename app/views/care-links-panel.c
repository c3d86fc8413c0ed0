/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-links-panel.h"

#include "care-link-dialog.h"
#include "care-panel.h"
#include "care-record-pane-private.h"
#include "care-reference.h"

#include <glib/gi18n.h>

static void
add_row (CarePanel *self, GtkWidget *group, CareRecord *target, const char *title, const char *subtitle)
{
  GtkWidget *row = care_panel_make_row (target, title, subtitle);

  g_signal_connect (row, "activated", G_CALLBACK (care_panel_open_target), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* "£5.3 billion · Better Care Fund: pooled locally" */
static void
add_figure (CarePanel *self, GtkWidget *group, CareRecord *figure, const char *subtitle)
{
  g_autofree char *words = care_reference_words (figure, self->pane->numbers);
  g_autofree char *title = care_record_get (figure, "value") == NULL
                             ? g_strdup (words)
                             : g_strdup_printf (_ ("%s · %s"), words, care_record_get_title (figure));

  add_row (self, group, figure, title, subtitle);
}

/* (transfer full) (element-type CareRecord): the links by @relation that have what is shown at their end
 * @end, "from" or "to". */
static GPtrArray *
list_links (CarePanel *self, const char *end, const char *relation)
{
  g_autofree char *field = g_strdup_printf ("%s_%s", end, care_record_get_kind (self->record)->name);
  GPtrArray *links = care_library_children (self->library, "link", field, care_record_get_id (self->record));

  for (guint i = links->len; i > 0; i--)
    if (g_strcmp0 (care_record_get (g_ptr_array_index (links, i - 1), "relation"), relation) != 0)
      g_ptr_array_remove_index (links, i - 1);
  return links;
}

static void
add_wholes (CarePanel *self, const char *relation, const char *title)
{
  g_autoptr (GPtrArray) links = list_links (self, "from", relation);
  GtkWidget *group = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      CareRecord *figure = care_library_follow (self->library, g_ptr_array_index (links, i), "to_figure");

      if (figure != NULL && group == NULL)
        group = care_panel_add_group (self, title, NULL);
      if (figure != NULL)
        add_figure (self, group, figure, "");
    }
}

/* How much of one goes to the other: an absence is said in words. */
static char *
say_allocated (CarePanel *self, CareRecord *link)
{
  g_autofree char *allocated = care_record_format_as (link, "allocated", self->pane->numbers);

  return *allocated == '\0' ? g_strdup (_ ("how much of it is not recorded"))
                            : g_strdup_printf (_ ("%s of it"), allocated);
}

static void
add_pledges (CarePanel *self)
{
  g_autoptr (GPtrArray) links = list_links (self, "from", "funds");
  GtkWidget *group = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      CareRecord *link = g_ptr_array_index (links, i);
      CareRecord *pledge = care_library_follow (self->library, link, "to_pledge");
      g_autofree char *allocated = say_allocated (self, link);

      if (pledge != NULL && group == NULL)
        group = care_panel_add_group (self, _ ("Pays For"), NULL);
      if (pledge != NULL)
        add_row (self, group, pledge, care_record_get_title (pledge), allocated);
    }
}

/* What pays for a pledge: funds and figures. */
static void
add_money (CarePanel *self)
{
  g_autoptr (GPtrArray) links = list_links (self, "to", "funds");
  GtkWidget *group = links->len == 0 ? NULL : care_panel_add_group (self, _ ("Paid For By"), NULL);

  for (guint i = 0; i < links->len; i++)
    {
      CareRecord *link = g_ptr_array_index (links, i);
      CareRecord *fund = care_library_follow (self->library, link, "from_fund");
      CareRecord *figure = care_library_follow (self->library, link, "from_figure");
      g_autofree char *allocated = say_allocated (self, link);

      if (figure != NULL)
        add_figure (self, group, figure, allocated);
      else if (fund != NULL)
        add_row (self, group, fund, care_record_get_title (fund), allocated);
    }
}

static void
add_link (GtkButton *button, CarePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_window_present (GTK_WINDOW (care_link_dialog_new (GTK_WINDOW (root), self->library, self->record)));
}

static void
add_links (CarePanel *self)
{
  GtkWidget *button;

  if (!care_library_is_writable (self->library))
    return;
  button = care_panel_make_action (_ ("Add Link…"), NULL, _ ("Say What This Is Part Of, Restates, Revises or Pays For"));
  g_signal_connect (button, "clicked", G_CALLBACK (add_link), self);
  care_panel_add_group_with (self, _ ("Links"), NULL, button);
}

static void
fill (CarePanel *self)
{
  if (care_record_is (self->record, "pledge"))
    add_money (self);
  if (care_record_is (self->record, "figure"))
    {
      add_wholes (self, "part-of", _ ("Part Of"));
      add_wholes (self, "restates", _ ("Restates, and Counts Once"));
    }
  if (!care_record_is (self->record, "pledge"))
    {
      add_pledges (self);
      add_links (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * care_links_panel_new:
 * @pane: what shows a figure, a fund or a pledge
 *
 * Returns: (transfer floating): what links lead from there to, or from to there.
 */
GtkWidget *
care_links_panel_new (CareRecordPane *pane)
{
  static const char *const kinds[] = { "figure", "fund", "link", "pledge", NULL };

  return care_panel_new (pane, kinds, fill);
}
