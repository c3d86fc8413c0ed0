/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-assessment-panel.h"

#include "care-deadline-follow.h"
#include "care-deadline-words.h"
#include "care-panel.h"
#include "care-reading-dialog.h"
#include "care-record-pane-private.h"
#include "care-tell.h"
#include "care-verdict-plan.h"
#include "care-verdict.h"
#include "care-wrap-layout.h"

#include <glib/gi18n.h>

static void
add_row (CarePanel *self, GtkWidget *group, CareRecord *target, const char *title, const char *subtitle,
         GCallback activated)
{
  GtkWidget *row = care_panel_make_row (target, title, subtitle);

  g_signal_connect (row, "activated", activated, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
present_readings (GObject *object)
{
  CarePanel *self = CARE_PANEL (object);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Something else may be shown by now. */
  if (root != NULL && self->library != NULL)
    gtk_window_present (GTK_WINDOW (care_reading_dialog_new (GTK_WINDOW (root), self->library, self->record)));
}

static void
choose_reading (AdwActionRow *row, CarePanel *self)
{
  if (care_library_is_writable (self->library))
    care_library_when_readable (self->library, present_readings, G_OBJECT (self));
}

/* "Read before the period named begins, by A. Writer: as the minister reads it" */
static char *
describe_reading (CareRecord *deadline)
{
  g_autofree char *due = care_deadline_say_due (deadline);
  const char *by = care_record_get (deadline, "reading_by");
  const char *reason = care_record_get (deadline, "reading_reason");
  GString *text = g_string_new (due);

  if (by != NULL)
    g_string_append_printf (text, _ (" Read so by: %s."), by);
  if (reason != NULL)
    g_string_append_printf (text, " %s", reason);
  return g_string_free (text, FALSE);
}

/* Side by side, whether one has been chosen or not. Any of them leads to the choice. */
static void
add_readings (CarePanel *self)
{
  g_autoptr (GPtrArray) readings = care_deadline_list_readings (self->record);
  g_autofree char *said = describe_reading (self->record);
  GtkWidget *group = care_panel_add_group (self, _ ("Readings"), said);
  const char *chosen = care_record_get (self->record, "reading");

  for (guint i = 0; i < readings->len; i++)
    {
      const CareDeadlineReading *reading = g_ptr_array_index (readings, i);
      g_autofree char *due = g_strcmp0 (chosen, reading->word) == 0 ? g_strdup_printf (_ ("%s · chosen"), reading->due)
                                                                    : g_strdup (reading->due);

      add_row (self, group, self->record, reading->label, due, G_CALLBACK (choose_reading));
    }
}

static void
offered (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CarePanel) self = data;

  care_tell_unless_done (GTK_WIDGET (self), CARE_LIBRARY (library), result);
}

static void
take_offer_now (GObject *object)
{
  CarePanel *self = CARE_PANEL (object);
  g_autoptr (CareAct) act = self->library == NULL ? NULL : care_deadline_plan_offer (self->library, self->record);

  if (act != NULL)
    care_library_apply_async (self->library, act, offered, g_object_ref (self));
}

static void
take_offer (AdwActionRow *row, CarePanel *self)
{
  if (care_library_is_writable (self->library))
    care_library_when_readable (self->library, take_offer_now, G_OBJECT (self));
}

/* What its words say where its other fields do not. */
static void
add_offer (CarePanel *self)
{
  CareRecord *pledge = care_library_follow (self->library, self->record, "pledge");
  g_autoptr (CareRecord) offer = care_deadline_offer (self->record, pledge);
  g_autofree char *says = NULL;
  GtkWidget *group;

  if (offer == NULL)
    return;
  says = care_record_is (offer, "milestone") ? care_record_format (offer, "due") : care_deadline_say_due (offer);
  group = care_panel_add_group (self, _ ("What the Words Say"), NULL);
  add_row (self, group, self->record, _ ("Read the Date in the Words"), says, G_CALLBACK (take_offer));
}

static void
add_due (CarePanel *self)
{
  CareId id = care_record_get_id (self->record);
  g_autoptr (GPtrArray) deadlines = care_library_children (self->library, "deadline", "pledge", id);
  GtkWidget *group = deadlines->len == 0 ? NULL : care_panel_add_group (self, _ ("Due"), NULL);

  for (guint i = 0; i < deadlines->len; i++)
    {
      CareRecord *deadline = g_ptr_array_index (deadlines, i);
      g_autoptr (CareDate) reached = care_verdict_dup_reached (self->library, deadline, NULL);
      g_autofree char *said = reached == NULL ? care_deadline_say_due (deadline) : care_deadline_say_done (deadline, reached);

      add_row (self, group, deadline, care_record_get_title (deadline), said, G_CALLBACK (care_panel_open_target));
    }
}

static GtkWidget *
make_actions (void)
{
  GtkWidget *box = care_wrap_box_new ();

  gtk_box_append (GTK_BOX (box), care_panel_make_action (_ ("Cannot Be Rated"), "win.cannot-be-rated",
                                                         _ ("Record That This Pledge Cannot Be Rated (Ctrl+Shift+B)")));
  gtk_box_append (GTK_BOX (box),
                  care_panel_make_action (_ ("Assess…"), "win.assess", _ ("Record Our Verdict (Ctrl+Shift+J)")));
  return box;
}

static void
add_verdict (CarePanel *self, GtkWidget *group, CareRecord *verdict)
{
  g_autofree char *summary = care_verdict_summarise (verdict);
  g_autofree char *about = care_verdict_describe (verdict, care_library_lookup, self->library);
  const char *reasoning = care_record_get (verdict, "reasoning");
  g_autofree char *subtitle = reasoning == NULL ? g_strdup (about) : g_strdup_printf ("%s\n%s", about, reasoning);

  add_row (self, group, verdict, summary, subtitle, G_CALLBACK (care_panel_open_target));
}

/* Those on the pledge as a whole come before those on its limbs. */
static void
add_newest (CarePanel *self, GtkWidget *group, GPtrArray *ours, gboolean whole)
{
  for (guint i = 0; i < ours->len; i++)
    if (care_verdict_is_newest (ours, i)
        && (care_record_get (g_ptr_array_index (ours, i), "limb") == NULL) == whole)
      add_verdict (self, group, g_ptr_array_index (ours, i));
}

/* How it came to what we say now. */
static void
add_earlier (CarePanel *self, GPtrArray *ours)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < ours->len; i++)
    {
      if (care_verdict_is_newest (ours, i))
        continue;
      if (group == NULL)
        group = care_panel_add_group (self, _ ("Earlier Verdicts"), NULL);
      add_verdict (self, group, g_ptr_array_index (ours, i));
    }
}

static void
add_ours (CarePanel *self, GPtrArray *verdicts)
{
  g_autoptr (GPtrArray) ours = care_verdict_pick (verdicts, TRUE);
  GtkWidget *group = care_panel_add_group_with (self, _ ("Our Verdict"),
                                                ours->len == 0 ? care_verdict_explain_none () : NULL, make_actions ());

  add_newest (self, group, ours, TRUE);
  add_newest (self, group, ours, FALSE);
  add_earlier (self, ours);
}

static void
add_reported (CarePanel *self, GPtrArray *verdicts)
{
  g_autoptr (GPtrArray) reported = care_verdict_pick (verdicts, FALSE);
  GtkWidget *group = care_panel_add_group_with (
    self, _ ("Reported Verdicts"), _ ("What sources say. It is not our verdict."),
    care_panel_make_action (_ ("Report a Verdict…"), "win.report-verdict", _ ("Record What a Source Says of This Pledge")));

  for (guint i = 0; i < reported->len; i++)
    add_verdict (self, group, g_ptr_array_index (reported, i));
}

static void
add_evidence (CarePanel *self)
{
  g_autoptr (GPtrArray) all
    = care_library_children (self->library, "evidence", "pledge", care_record_get_id (self->record));
  GtkWidget *group = all->len == 0 ? NULL : care_panel_add_group (self, _ ("Evidence"), NULL);

  for (guint b = 0; care_verdict_bearings[b] != NULL; b++)
    for (guint i = 0; i < all->len; i++)
      {
        CareRecord *evidence = g_ptr_array_index (all, i);
        g_autofree char *bearing = care_record_format (evidence, "bearing");
        g_autofree char *date = care_record_format (evidence, "found");
        g_autofree char *subtitle = care_record_get (evidence, "found") == NULL ? g_strdup (bearing)
                                                                                : g_strdup_printf ("%s · %s", bearing, date);

        if (g_strcmp0 (care_record_get (evidence, "bearing"), care_verdict_bearings[b]) == 0)
          add_row (self, group, evidence, care_record_get_title (evidence), subtitle, G_CALLBACK (care_panel_open_target));
      }
}

static void
fill_pledge (CarePanel *self)
{
  g_autoptr (GPtrArray) verdicts
    = care_library_children (self->library, "verdict", "pledge", care_record_get_id (self->record));

  add_due (self);
  add_ours (self, verdicts);
  add_reported (self, verdicts);
  add_evidence (self);
}

static void
fill (CarePanel *self)
{
  if (care_record_is (self->record, "pledge"))
    fill_pledge (self);
  if (care_record_is (self->record, "deadline"))
    add_readings (self);
  if (!care_record_is (self->record, "pledge"))
    add_offer (self);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * care_assessment_panel_new:
 * @pane: what shows a pledge, a deadline or a milestone
 *
 * Returns: (transfer floating): how that stands.
 */
GtkWidget *
care_assessment_panel_new (CareRecordPane *pane)
{
  static const char *const kinds[] = { "pledge", "deadline", "milestone", "verdict", "evidence", "limb", "source",
                                       NULL };

  return care_panel_new (pane, kinds, fill);
}
