/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which figures the table shows, and how it writes them: all of them as in the house, or those
 * that a briefing prints, as that writes its numbers. */

#include "care-figures-table-private.h"

#include "care-number-style.h"
#include "care-record-list.h"

#include <glib/gi18n.h>

/* As @briefing writes them; NULL: as in the house. */
static void
show_numbers (CareFiguresTable *self, CareRecord *briefing)
{
  g_set_object (&self->briefing, briefing);
  care_browser_set_numbers (self->browser, care_number_style_of (briefing));
  care_table_refresh (self->table);
}

/* All figures, or those among what a briefing prints. */
static void
found (CareFiguresTable *self, GPtrArray *records, CareRecord *briefing)
{
  g_autoptr (GArray) ids = records == NULL ? NULL : g_array_new (FALSE, FALSE, sizeof (CareId));

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CareId id = care_record_get_id (g_ptr_array_index (records, i));

      if (care_record_is (g_ptr_array_index (records, i), "figure"))
        g_array_append_val (ids, id);
    }
  care_browser_set_placeholder (self->browser, records == NULL ? NULL : _ ("No Figures in the Briefing"),
                                _ ("It names none in its texts, and shows none in a box."), NULL, NULL);
  if (self->figures != NULL)
    care_record_list_set_among (CARE_RECORD_LIST (self->figures), ids);
  show_numbers (self, briefing);
  g_signal_emit_by_name (self, "scoped", ids, briefing);
}

static char *
say (const char *title)
{
  return g_strdup_printf (_ ("Used in “%s”"), title);
}

/* A drop-down of briefings, which the view has beside its looks. */
void
care_figures_table_make_scope (CareFiguresTable *self)
{
  self->scope = CARE_BRIEFING_SCOPE (care_briefing_scope_new (_ ("Figures to Show"), _ ("All Figures"), say));
  g_signal_connect_object (self->scope, "found", G_CALLBACK (found), self, G_CONNECT_SWAPPED);
  care_browser_add_tools (self->browser, GTK_WIDGET (self->scope), NULL);
}
