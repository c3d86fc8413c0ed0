/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a mark or a row of the timeline, where it stands. Its days are
 * evidence: they are changed in forms, and never by dragging. */

#include "care-window-timeline.h"

#include "care-deadline-words.h"
#include "care-draft-form.h"
#include "care-menu.h"
#include "care-reading-dialog.h"
#include "care-timeline-copy.h"
#include "care-window-private.h"
#include "care-window-record.h"

#include <glib/gi18n.h>

/* (transfer none) (nullable): the pledge that what is shown is, or is of. */
static CareRecord *
find_pledge (CareWindow *self)
{
  CareRecord *record = care_browser_get_shown (self->timeline);

  if (record == NULL || care_record_is (record, "pledge"))
    return record;
  return care_record_is (record, "limb") || care_record_is (record, "milestone") || care_record_is (record, "deadline")
           ? care_library_lookup_now ("pledge", care_record_get_reference (record, "pledge"), self->library) : NULL;
}

/* (transfer full) (nullable): the last deadline of what is shown that can be read in several ways. */
static CareRecord *
find_ambiguous (CareWindow *self)
{
  CareRecord *record = care_browser_get_shown (self->timeline);
  CareRecord *pledge = find_pledge (self);
  CareId limb = record != NULL && care_record_is (record, "limb") ? care_record_get_id (record) : 0;
  g_autoptr (GPtrArray) deadlines = NULL;

  if (pledge == NULL)
    return NULL;
  deadlines = care_library_children (self->library, "deadline", "pledge", care_record_get_id (pledge));
  for (guint i = deadlines->len; i > 0; i--)
    {
      CareRecord *deadline = g_ptr_array_index (deadlines, i - 1);
      g_autoptr (GPtrArray) readings = care_deadline_list_readings (deadline);

      if (care_record_get_reference (deadline, "limb") == limb && readings->len > 1)
        return g_object_ref (deadline);
    }
  return NULL;
}

static void
present_reading (GObject *object)
{
  CareWindow *self = CARE_WINDOW (object);
  g_autoptr (CareRecord) deadline = self->library == NULL ? NULL : find_ambiguous (self);

  if (deadline != NULL)
    gtk_window_present (GTK_WINDOW (care_reading_dialog_new (GTK_WINDOW (self), self->library, deadline)));
}

static void
reading_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  care_window_save (data);
  care_library_when_readable (CARE_WINDOW (data)->library, present_reading, G_OBJECT (data));
}

/* (transfer full) */
static char *
write_day (CareDay day)
{
  g_autoptr (CareDate) date = care_date_from_day (day);

  return g_strdup (care_date_get_edtf (date));
}

static CareDay
get_target_day (CareWindow *self)
{
  return self->timeline_day != 0 ? self->timeline_day : care_timeline_desk_get_choice (care_window_timeline_get_desk (self))->as_of;
}

static void
event_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CareWindow *self = data;
  GtkWidget *form = care_draft_form_new (self->library, care_kind_find ("event"));
  g_autofree char *day = write_day (get_target_day (self));

  care_draft_form_suggest (CARE_DRAFT_FORM (form), "happened", day);
  care_window_record_ask (self, form, "event of a day");
}

/* (transfer full) */
static char *
write_id (CareRecord *record)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (record));
}

/* (transfer floating): a form for what is to belong to @pledge. */
static GtkWidget *
make_form (CareWindow *self, const char *kind, CareRecord *pledge)
{
  GtkWidget *form = care_draft_form_new (self->library, care_kind_find (kind));
  g_autofree char *owner = write_id (pledge);

  care_draft_form_set (CARE_DRAFT_FORM (form), "pledge", owner);
  return form;
}

static void
milestone_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CareWindow *self = data;
  CareRecord *pledge = find_pledge (self);
  g_autofree char *day = write_day (get_target_day (self));
  g_autofree char *kept_as = NULL;
  GtkWidget *form;

  if (pledge == NULL)
    return;
  kept_as = g_strdup_printf ("milestone of %" G_GINT64_FORMAT, care_record_get_id (pledge));
  form = make_form (self, "milestone", pledge);
  care_draft_form_suggest (CARE_DRAFT_FORM (form), "due", day);
  care_window_record_ask (self, form, kept_as);
}

/* It is put off, or brought forward: what it was due by stays, as that before the day. */
static void
deadline_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CareWindow *self = data;
  CareRecord *record = care_browser_get_shown (self->timeline);
  CareRecord *pledge = find_pledge (self);
  g_autofree char *limb = record != NULL && care_record_is (record, "limb") ? write_id (record) : NULL;
  g_autofree char *day = write_day (get_target_day (self));
  g_autofree char *kept_as = NULL;
  GtkWidget *form;

  if (pledge == NULL)
    return;
  kept_as = g_strdup_printf ("deadline of %" G_GINT64_FORMAT " %s %s", care_record_get_id (pledge), limb != NULL ? limb : "", day);
  form = make_form (self, "deadline", pledge);
  care_draft_form_set (CARE_DRAFT_FORM (form), "limb", limb);
  care_draft_form_set (CARE_DRAFT_FORM (form), "anchor", day);
  care_window_record_ask (self, form, kept_as);
}

static void
copied (GtkWidget *widget, guint n_rows)
{
  g_autofree char *message = g_strdup_printf (ngettext ("%'u row copied", "%'u rows copied", n_rows), n_rows);

  gtk_widget_activate_action (widget, "win.tell", "s", message);
}

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CareWindow *self = data;
  gboolean all = g_str_equal (g_action_get_name (G_ACTION (action)), "copy-all");
  g_autoptr (GtkBitset) rows = all ? gtk_bitset_new_empty () : care_browser_get_rows (self->timeline);

  if (care_timeline_desk_get_outlook (care_window_timeline_get_desk (self)) != NULL)
    care_timeline_copy (GTK_WIDGET (self), care_window_timeline_get_desk (self), rows, copied);
}

static void
append_copies (GMenu *menu, CareWindow *self, gboolean has_record)
{
  g_autoptr (GtkBitset) rows = care_browser_get_rows (self->timeline);
  guint n = gtk_bitset_get_size (rows);
  /* Translators: a button of a menu, of the rows that are selected */
  g_autofree char *label = n > 1 ? g_strdup_printf (ngettext ("Copy %'u Row", "Copy %'u Rows", n), n) : g_strdup (_ ("Copy Row"));

  if (has_record)
    g_menu_append (menu, label, "mark.copy");
  g_menu_append (menu, _ ("Copy All Rows"), "mark.copy-all");
}

/* What is made for the day that is pointed at; @record: (nullable): which is. */
static void
append_new (GMenu *menu, CareDay day, CareRecord *record, gboolean of_pledge)
{
  g_autoptr (CareDate) date = care_date_from_day (day);
  g_autofree char *words = care_date_format (date, CARE_DATE_HOUSE);
  /* Translators: the day on which another deadline was given: “New Deadline Set on 1 June 2019…” */
  g_autofree char *deadline = g_strdup_printf (_ ("New Deadline Set on %s…"), words);
  g_autofree char *milestone = g_strdup_printf (_ ("Add Milestone on %s…"), words);
  g_autofree char *event = g_strdup_printf (_ ("New Event on %s…"), words);

  if (of_pledge && !care_record_is (record, "milestone"))
    g_menu_append (menu, deadline, "mark.deadline");
  if (of_pledge)
    g_menu_append (menu, milestone, "mark.milestone");
  g_menu_append (menu, event, "mark.event");
}

/* (transfer full): what can be done with what is shown; @has_record: which is what is pointed at.
 * What is known only after a slow disk has saved is not offered while it does. */
static GMenuModel *
make_menu (CareWindow *self, gboolean has_record)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) verdict = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (CareRecord) ambiguous = has_record && care_library_can_read (self->library) ? find_ambiguous (self) : NULL;
  CareRecord *pledge = has_record ? find_pledge (self) : NULL;

  if (ambiguous != NULL)
    g_menu_append (verdict, _ ("Choose a Reading…"), "mark.reading");
  /* A milestone is not judged. */
  if (pledge != NULL && !care_record_is (care_browser_get_shown (self->timeline), "milestone"))
    {
      g_menu_append (verdict, _ ("Record a Verdict…"), "win.assess");
      g_menu_append (verdict, _ ("Cannot Be Rated"), "win.cannot-be-rated");
      g_menu_append (verdict, _ ("What a Source Says…"), "win.report-verdict");
    }
  append_new (more, get_target_day (self), care_browser_get_shown (self->timeline), pledge != NULL);
  append_copies (copies, self, has_record);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (verdict));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  return G_MENU_MODEL (menu);
}

/* What is read only is looked at, and copied. */
static void
enable_changes (CareWindow *self)
{
  static const char *const changes[] = { "reading", "milestone", "deadline", "event" };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->timeline_marks), changes[i])),
                                 care_library_is_writable (self->library));
}

/**
 * care_window_timeline_open_menu:
 * @self: a window whose timeline is shown
 * @widget: where, such as a row
 * @x: a point of @widget
 * @y: a point of @widget
 * @record: (nullable): what is pointed at, which is shown beside the list or the lanes
 * @day: the day that is pointed at; 0: the one as of which all is shown
 *
 * Offers what can be done there.
 */
void
care_window_timeline_open_menu (CareWindow *self, GtkWidget *widget, double x, double y, CareRecord *record, CareDay day)
{
  GtkWidget *view = GTK_WIDGET (self->timeline);
  g_autoptr (GMenuModel) menu = NULL;

  self->timeline_day = day;
  enable_changes (self);
  menu = make_menu (self, record != NULL);
  if (self->timeline_menu == NULL)
    {
      self->timeline_menu = care_menu_new (view);
      g_signal_connect_object (self->timeline_menu, "closed", G_CALLBACK (care_browser_focus), self->timeline, G_CONNECT_SWAPPED);
    }
  care_menu_open_at (self->timeline_menu, menu, widget, x, y);
}

/* Deletes the mark that the keys are at, as it does a row of the list. */
static gboolean
delete_pressed (GtkWidget *browser, GVariant *arguments, gpointer data)
{
  CareWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->timeline_chart))
         && care_timeline_chart_choose_focused (self->timeline_chart)
         && gtk_widget_activate_action (browser, "record.delete", NULL);
}

/**
 * care_window_timeline_add_actions:
 * @self: a window whose timeline is being made
 *
 * Adds the actions of the menu, as "mark.", and Ctrl+C, which is of a text that has the focus
 * first.
 */
void
care_window_timeline_add_actions (CareWindow *self)
{
  static const GActionEntry entries[] = { { "reading", reading_activated }, { "milestone", milestone_activated },
                                          { "deadline", deadline_activated },
                                          { "event", event_activated }, { "copy", copy_activated },
                                          { "copy-all", copy_activated } };
  GActionMap *actions;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->timeline_marks = g_simple_action_group_new ();
  actions = G_ACTION_MAP (self->timeline_marks);
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
  care_window_timeline_add_export (self, actions);
  gtk_widget_insert_action_group (GTK_WIDGET (self->timeline), "mark", G_ACTION_GROUP (self->timeline_marks));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("mark.copy")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK | GDK_ALT_MASK),
                                                          gtk_named_action_new ("mark.copy-all")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (delete_pressed, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->timeline), keys);
}
