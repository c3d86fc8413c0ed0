/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the pane: what must be fixed, what to look at, what is kept and which
 * checks are passed, each group with a heading that counts it. */

#include "care-checks-pane-private.h"

#include "care-pane-list.h"

#include <glib/gi18n.h>

typedef enum
{
  GROUP_MUST_FIX,
  GROUP_LOOK_AT,
  GROUP_KEPT,
  GROUP_PASSED,
} Group;

static const CarePaneGroup groups[] = {
  { N_("Must Fix Before Export"), "dialog-warning-symbolic" },
  { N_("Look At"), "dialog-information-symbolic" },
  { N_("Kept"), "view-pin-symbolic" },
  { N_("Passed"), "object-select-symbolic" },
};

static Group
get_group (const CareFinding *finding)
{
  if (finding->exception != NULL)
    return GROUP_KEPT;
  return finding->check->level == CARE_CHECK_MUST_FIX ? GROUP_MUST_FIX : GROUP_LOOK_AT;
}

/* What @row tells of; NULL of a check that is passed. */
CareFinding *
care_checks_pane_row_get_finding (GtkListBoxRow *row)
{
  return care_pane_row_get_item (row);
}

static char *
describe_place (const CareFinding *finding)
{
  g_autofree char *place = care_finding_describe_place (finding);
  const char *author;

  if (finding->exception == NULL)
    return g_steal_pointer (&place);
  author = care_record_get (finding->exception, "author");
  if (author == NULL)
    return g_strdup_printf (_ ("%s · kept because: %s"), place, care_record_get_title (finding->exception));
  return g_strdup_printf (_ ("%s · kept by %s because: %s"), place, author, care_record_get_title (finding->exception));
}

static void
add_findings (CareChecksPane *self, Group group)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      CareFinding *finding = g_ptr_array_index (self->findings, i);
      g_autofree char *place = get_group (finding) == group ? describe_place (finding) : NULL;

      if (place != NULL)
        care_pane_list_add (self->list, (int) group, finding->sentence, place, finding);
    }
}

static void
add_passed (CareChecksPane *self)
{
  guint n_checks;
  const CareCheck *checks = care_checks_list (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    if (care_findings_passes (self->findings, &checks[i]))
      care_pane_list_add (self->list, GROUP_PASSED, _ (checks[i].title), NULL, NULL);
}

static void
select_place (CareChecksPane *self, const char *check, const char *place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      CareFinding *finding = care_checks_pane_row_get_finding (row);

      if (finding != NULL && g_strcmp0 (finding->check->id, check) == 0 && g_strcmp0 (finding->place, place) == 0)
        gtk_list_box_select_row (self->list, row);
    }
}

/* Shows what was found, with the same problem selected. The focus stays in the list. */
void
care_checks_pane_list_show (CareChecksPane *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;
  g_autofree char *check = g_strdup (self->selected_check);
  g_autofree char *place = g_strdup (self->selected_place);

  care_pane_list_clear (self->list);
  for (Group group = GROUP_MUST_FIX; self->findings != NULL && group < GROUP_PASSED; group++)
    add_findings (self, group);
  if (self->findings != NULL)
    add_passed (self);
  gtk_list_box_invalidate_headers (self->list);
  select_place (self, check, place);
  row = gtk_list_box_get_selected_row (self->list);
  if (focused)
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

/* Prepares the list. */
void
care_checks_pane_list_init (CareChecksPane *self)
{
  care_pane_list_init (self->list, groups);
}
