/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a kind of record has above its fields in the record pane. */

#include "care-record-pane-private.h"

#include "care-assessment-panel.h"
#include "care-figure-panel.h"
#include "care-image-panel.h"
#include "care-links-panel.h"
#include "care-party-lines-dialog.h"
#include "care-source-panel.h"
#include "care-versions-panel.h"

/* (transfer floating) (nullable): a group about the record that @pane shows. It is made
 * anew whenever another record is shown, or what refers to the record has come or gone;
 * what else may change in it, it follows by CareLibrary::applied. */
typedef GtkWidget *(*MakePanel) (CareRecordPane *pane);

static const struct
{
  const char *kind;
  MakePanel make;
} panels[] = {
  { "position", care_versions_panel_new },
  { "pledge", care_assessment_panel_new },
  { "pledge", care_links_panel_new },
  { "deadline", care_assessment_panel_new },
  { "milestone", care_assessment_panel_new },
  { "figure", care_figure_panel_new },
  { "figure", care_links_panel_new },
  { "fund", care_figure_panel_new },
  { "fund", care_links_panel_new },
  { "source", care_source_panel_new },
  { "quotation", care_source_panel_new },
  { "box", care_image_panel_new },
  { "box", care_party_lines_panel_new },
  { NULL, NULL }, /* the end */
};

/* Those of the kind of the record, in the order of the table. */
void
care_record_pane_add_panels (CareRecordPane *self)
{
  for (guint i = 0; panels[i].kind != NULL; i++)
    {
      GtkWidget *panel = care_record_is (self->record, panels[i].kind) ? panels[i].make (self) : NULL;

      g_autofree char *name = g_strdup_printf ("panel-%u", i);

      if (panel == NULL)
        continue;
      /* By which the focus comes back to it when it is made anew. */
      gtk_widget_set_name (panel, name);
      gtk_box_append (GTK_BOX (self->groups), panel);
    }
}

/* Whether a panel of the record shows those of @kind that belong to it, which then have no
 * list. */
gboolean
care_record_pane_has_in_panel (CareRecordPane *self, const CareKind *kind)
{
  if (care_record_is (self->record, "pledge"))
    return g_str_equal (kind->name, "verdict") || g_str_equal (kind->name, "evidence");
  if (care_record_is (self->record, "source"))
    return g_str_equal (kind->name, "quotation") || g_str_equal (kind->name, "citation");
  return care_record_is (self->record, "position") && g_str_equal (kind->name, "position_version");
}
