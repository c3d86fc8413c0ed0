/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-source-panel.h"

#include "care-difference-label.h"
#include "care-panel.h"
#include "care-quotation-match.h"
#include "care-record-name.h"
#include "care-record-pane-private.h"

#include <glib/gi18n.h>

/* A panel is read, not searched. */
#define MAX_ROWS 50

static GtkWidget *
make_row (CarePanel *self, CareRecord *target, const char *title, const char *subtitle)
{
  GtkWidget *row = care_panel_make_row (target, title, subtitle);

  g_signal_connect (row, "activated", G_CALLBACK (care_panel_open_target), self);
  return row;
}

/* What differs, below the row that says so. */
static void
add_difference (GtkWidget *group, const CareQuotationMatch *match)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = care_difference_label_new_for_runs (match->runs);

  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What Differs"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static const char *
explain (CareRecord *source)
{
  return care_record_get (source, "passage") != NULL ? NULL : _ ("To look for a quotation, keep the passage of the source.");
}

/* "Found in the kept passage · p.3" */
static char *
describe_found (CareRecord *quotation, const char *passage, const CareQuotationMatch *match)
{
  const char *pinpoint = care_record_get (quotation, "pinpoint");

  if (passage == NULL)
    return g_strdup (pinpoint == NULL ? "" : pinpoint);
  return g_strjoin (" · ", care_quotation_found_words (match->found), pinpoint, NULL);
}

/* @target: the record that the row opens, which says @title. */
static void
add_quotation (CarePanel *self, GtkWidget *group, CareRecord *quotation, CareRecord *source, CareRecord *target,
               const char *title)
{
  const char *passage = care_record_get (source, "passage");
  g_autoptr (CareQuotationMatch) match
    = passage == NULL ? NULL : care_quotation_match (care_record_get_title (quotation), passage);
  g_autofree char *found = describe_found (quotation, passage, match);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, target, title, found));
  if (match != NULL && match->found == CARE_QUOTATION_ALTERED)
    add_difference (group, match);
}

static void
add_quotations (CarePanel *self)
{
  g_autoptr (GPtrArray) quotations
    = care_library_children (self->library, "quotation", "source", care_record_get_id (self->record));
  GtkWidget *group
    = quotations->len == 0 ? NULL : care_panel_add_group (self, _ ("Quotations"), explain (self->record));

  for (guint i = 0; i < quotations->len && i < MAX_ROWS; i++)
    {
      CareRecord *quotation = g_ptr_array_index (quotations, i);
      g_autofree char *title = care_record_quote (quotation, care_library_lookup, self->library);

      add_quotation (self, group, quotation, self->record, quotation, title);
    }
}

/* What a citation is for, which it belongs to. */
static CareRecord *
find_owner (CarePanel *self, CareRecord *citation)
{
  const CareKind *kind = care_record_get_kind (citation);
  CareRecord *owner = NULL;

  for (guint i = 0; i < kind->n_fields && owner == NULL; i++)
    if (kind->fields[i].flags & CARE_FIELD_IS_OWNER)
      owner = care_library_follow (self->library, citation, kind->fields[i].name);
  return owner;
}

static void
add_citation (CarePanel *self, AdwExpanderRow *rows, CareRecord *citation)
{
  CareRecord *owner = find_owner (self, citation);
  g_autofree char *title
    = care_record_introduce (owner == NULL ? citation : owner, care_library_lookup, self->library);
  const char *pinpoint = care_record_get (citation, "pinpoint");

  adw_expander_row_add_row (rows, make_row (self, citation, title, pinpoint != NULL ? pinpoint : _ ("No place in it is given")));
}

/* Behind one row, as they may be many. */
static void
add_citations (CarePanel *self)
{
  g_autoptr (GPtrArray) citations
    = care_library_children (self->library, "citation", "source", care_record_get_id (self->record));
  g_autofree char *title = NULL;
  GtkWidget *group, *rows;

  if (citations->len == 0)
    return;
  title = g_strdup_printf (ngettext ("Cited %u time", "Cited %u times", citations->len), citations->len);
  rows = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows), title);
  for (guint i = 0; i < citations->len && i < MAX_ROWS; i++)
    add_citation (self, ADW_EXPANDER_ROW (rows), g_ptr_array_index (citations, i));
  group = care_panel_add_group (self, _ ("Citations"), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows);
}

static void
fill (CarePanel *self)
{
  CareRecord *source;

  if (care_record_is (self->record, "source"))
    {
      add_quotations (self);
      add_citations (self);
      return;
    }
  source = care_library_follow (self->library, self->record, "source");
  if (source != NULL)
    add_quotation (self, care_panel_add_group (self, _ ("In Its Source"), explain (source)), self->record, source, source,
                   care_record_get_title (source));
}

/**
 * care_source_panel_new:
 * @pane: what shows a source or a quotation
 *
 * Returns: (transfer floating): what hangs on it.
 */
GtkWidget *
care_source_panel_new (CareRecordPane *pane)
{
  static const char *const kinds[] = { "source", "quotation", "citation", NULL };

  return care_panel_new (pane, kinds, fill);
}
