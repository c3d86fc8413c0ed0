/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen of the timeline, what that is, and its list. */

#include "care-timeline-actions.h"
#include "care-timeline-actions.h"
#include "care-timeline-copy.h"
#include "care-timeline-export.h"
#include "care-timeline-list.h"

#include "views-fixture.h"

#include <glib/gstdio.h>

#define LABOUR_ACTOR 1002
#define JOINED_UP 11002 /* by 2018, of the Government */
#define BARRIERS 11001  /* judged, nine months late; a source has its own verdict */
#define ELECTION 20016  /* of nobody */

typedef struct
{
  ViewsFixture views;
  CareTimelineDesk *desk;
  guint n_changed, n_failed;
} Fixture;

static void
changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static CareDay
today (void)
{
  return care_day_from_ymd (2019, 6, 1);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  views_fixture_set_up (&fixture->views, NULL);
  fixture->desk = care_timeline_desk_new ();
  g_signal_connect_swapped (fixture->desk, "changed", G_CALLBACK (changed), fixture);
  care_timeline_desk_set_seen (fixture->desk, TRUE);
  care_timeline_desk_set_library (fixture->desk, fixture->views.library, today ());
  ui_test_wait (fixture->n_changed == 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  CareTimelineDesk *desk = fixture->desk;

  /* What was looked for and is not wanted any more may hold it until its thread has ended. */
  g_object_add_weak_pointer (G_OBJECT (desk), (gpointer *) &desk);
  g_object_unref (fixture->desk);
  ui_test_wait (desk == NULL);
  views_fixture_tear_down (&fixture->views, NULL);
}

static const CareTimelineOutlook *
get_outlook (Fixture *fixture)
{
  return care_timeline_desk_get_outlook (fixture->desk);
}

static void
choose (Fixture *fixture, CareTimelineChoice choice)
{
  guint n = fixture->n_changed;

  care_timeline_desk_choose (fixture->desk, &choice);
  ui_test_wait (fixture->n_changed == n + 1);
}

static CareTimelineChoice
get_choice (Fixture *fixture)
{
  return *care_timeline_desk_get_choice (fixture->desk);
}

static void
assert_says (Fixture *fixture, const char *end)
{
  g_autofree char *said = care_timeline_desk_say (fixture->desk);
  g_autofree char *expected = g_strdup_printf ("%u of %u shown: %s", get_outlook (fixture)->counts.n_taken,
                                               get_outlook (fixture)->counts.n_all, end);

  g_assert_cmpstr (said, ==, expected);
}

/* Each choice is taken together with those before it, and said in words. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice = get_choice (fixture);
  guint n_all = get_outlook (fixture)->counts.n_all;
  g_autofree char *nothing = care_timeline_desk_say (fixture->desk);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (get_outlook (fixture)->agenda->len, ==, n_all);
  choice.filter.chips = 1 << CARE_TIMELINE_CHIP_OVERDUE | 1 << CARE_TIMELINE_CHIP_LAPSED;
  choose (fixture, choice);
  g_assert_cmpuint (get_outlook (fixture)->counts.n_taken, ==,
                    get_outlook (fixture)->counts.chips[CARE_TIMELINE_CHIP_OVERDUE]
                      + get_outlook (fixture)->counts.chips[CARE_TIMELINE_CHIP_LAPSED]);
  g_assert_cmpuint (get_outlook (fixture)->agenda->len, ==, get_outlook (fixture)->counts.n_taken);
  assert_says (fixture, "overdue without verdict or lapsed");
  choice.filter.actor = LABOUR_ACTOR;
  choice.typed = (char *) "integrated";
  choose (fixture, choice);
  g_assert_cmpuint (get_outlook (fixture)->counts.n_taken, >, 0);
  assert_says (fixture, "overdue without verdict or lapsed, Labour, “integrated”");
  care_timeline_desk_show_all (fixture->desk);
  ui_test_wait (get_outlook (fixture)->counts.n_taken == n_all);
  g_assert_false (care_timeline_desk_is_filtered (fixture->desk));
}

/* Kinds are said, too, and nothing is looked for again where the same is chosen. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice = get_choice (fixture);
  guint n;

  choice.filter.shapes = 1 << CARE_TIMELINE_ENTRY_EVENT;
  choose (fixture, choice);
  g_assert_cmpuint (get_outlook (fixture)->counts.n_taken, ==, get_outlook (fixture)->counts.shapes[CARE_TIMELINE_ENTRY_EVENT]);
  assert_says (fixture, "Events");
  n = fixture->n_changed;
  choice.ruler = CARE_TIMELINE_RULER_FINANCIAL;
  care_timeline_desk_choose (fixture->desk, &choice);
  ui_test_settle ();
  g_assert_cmpuint (fixture->n_changed, ==, n);
  g_assert_cmpint (care_timeline_desk_get_choice (fixture->desk)->ruler, ==, CARE_TIMELINE_RULER_FINANCIAL);
}

/* @value: as g_variant_new_parsed() reads it; NULL: none */
static void
activate (GSimpleActionGroup *actions, const char *name, const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (actions), name, value == NULL ? NULL : g_variant_new_parsed (value));
}

/* By its actions, as menus and chips choose: each narrows what is shown, is said, and is taken back. */
static void
test_filters (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *value;
    const char *nothing;
    const char *said;
  } cases[] = {
    { "actor", "int64 1002", "int64 0", "Labour" },
    { "theme", "int64 5008", "int64 0", "NHS structure and law" },
    { "place", "int64 6001", "int64 0", "England" },
    { "briefing", "int64 27001", "int64 0", "Integrating health and social care" },
    { "kind", "'pledge restraint'", "''", "pledges of the kind “restraint”" },
    { "kind", "'position_version'", "''", "Position Versions" },
    { "overdue", NULL, NULL, "overdue without verdict" },
    { "slipped", NULL, NULL, "slipped" },
  };
  g_autoptr (GSimpleActionGroup) actions = care_timeline_actions_new (fixture->desk);
  guint n_all = get_outlook (fixture)->counts.n_all;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      activate (actions, cases[i].action, cases[i].value);
      ui_test_wait (get_outlook (fixture)->counts.n_taken < n_all);
      g_assert_cmpuint (get_outlook (fixture)->counts.n_taken, >, 0);
      assert_says (fixture, cases[i].said);
      activate (actions, cases[i].action, cases[i].nothing);
      ui_test_wait (get_outlook (fixture)->counts.n_taken == n_all);
    }
}

/* Each of what can be behind the lanes, and nothing. */
static void
test_backgrounds (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "governments", "elections", "calendar", "parliaments" };
  static const CareTimelineRulerKind kinds[] = { CARE_TIMELINE_RULER_GOVERNMENTS, CARE_TIMELINE_RULER_ELECTIONS,
                                                 CARE_TIMELINE_RULER_CALENDAR, CARE_TIMELINE_RULER_PARLIAMENTS };
  g_autoptr (GSimpleActionGroup) actions = care_timeline_actions_new (fixture->desk);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GVariant) state = NULL;

      g_action_group_activate_action (G_ACTION_GROUP (actions), "behind", g_variant_new_string (names[i]));
      g_assert_cmpint (get_choice (fixture).behind, ==, kinds[i]);
      state = g_action_group_get_action_state (G_ACTION_GROUP (actions), "behind");
      g_assert_cmpstr (g_variant_get_string (state, NULL), ==, names[i]);
    }
}

/* One goal, three who promised it: found by its year, overdue without a verdict, in one lane. */
static void
test_one_goal (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice = get_choice (fixture);
  CareTimelineAsk ask;
  g_autoptr (GHashTable) who = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  choice.typed = (char *) "2018";
  choice.filter.chips = 1 << CARE_TIMELINE_CHIP_OVERDUE;
  choice.by = CARE_TIMELINE_LANES_NONE;
  choose (fixture, choice);
  g_assert_cmpuint (get_outlook (fixture)->agenda->len, ==, 3);
  g_assert_cmpuint (get_outlook (fixture)->lanes->lanes->len, ==, 1);
  ask = care_timeline_desk_get_ask (fixture->desk);
  for (guint i = 0; i < 3; i++)
    g_hash_table_add (who, care_timeline_say_who (&ask, care_timeline_outlook_get (get_outlook (fixture), i)));
  g_assert_true (g_hash_table_contains (who, "Conservatives"));
  g_assert_true (g_hash_table_contains (who, "Liberal Democrats"));
  g_assert_cmpuint (g_hash_table_size (who), ==, 3);
}

/* Its dates are written as the briefing writes them that is chosen. */
static void
test_of_briefing (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice = get_choice (fixture);

  g_assert_cmpint (care_timeline_desk_get_ask (fixture->desk).briefing, ==, 0);
  choice.filter.briefing = SAMPLE_BRIEFING;
  choose (fixture, choice);
  g_assert_cmpint (care_timeline_desk_get_ask (fixture->desk).briefing, ==, SAMPLE_BRIEFING);
}

/* On another day less was known, and what was done since is to come. */
static void
test_as_of (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice = get_choice (fixture);
  guint n_all = get_outlook (fixture)->counts.n_all;

  choice.as_of = care_day_from_ymd (2014, 1, 1);
  choose (fixture, choice);
  g_assert_cmpuint (get_outlook (fixture)->content->as_of, ==, choice.as_of);
  g_assert_cmpuint (get_outlook (fixture)->counts.n_all, <, n_all);
  g_assert_cmpuint (get_outlook (fixture)->counts.chips[CARE_TIMELINE_CHIP_OVERDUE], ==, 0);
}

static gboolean
is_as_before (Fixture *fixture, const CareTimelineOutlook *before)
{
  return get_outlook (fixture) == before && care_timeline_choice_finds_the_same (care_timeline_desk_get_choice (fixture->desk), &before->choice);
}

/* What is given up is not chosen any more, and what is shown is. How it is shown needs no reading. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice = get_choice (fixture);
  const CareTimelineOutlook *shown;

  choice.typed = (char *) "2018";
  choose (fixture, choice);
  shown = get_outlook (fixture);
  choice.typed = (char *) "care";
  choice.as_of = care_day_from_ymd (2014, 1, 1);
  choice.ruler = CARE_TIMELINE_RULER_FINANCIAL;
  care_timeline_desk_choose (fixture->desk, &choice);
  care_timeline_desk_cancel (fixture->desk);
  g_assert_true (is_as_before (fixture, shown));
  g_assert_cmpstr (get_choice (fixture).typed, ==, "2018");
  g_assert_cmpuint (get_choice (fixture).ruler, ==, CARE_TIMELINE_RULER_FINANCIAL);
  g_assert_false (care_timeline_desk_is_behind (fixture->desk));
  /* What the library has by now can be read still. */
  views_fixture_set (&fixture->views, "pledge", JOINED_UP, "title", "Join it up");
  care_timeline_desk_cancel (fixture->desk);
  g_assert_true (care_timeline_desk_is_behind (fixture->desk));
  care_timeline_desk_read_again (fixture->desk);
  ui_test_wait (fixture->n_changed == 3);
  g_assert_false (care_timeline_desk_is_behind (fixture->desk));
}

static void
failed (Fixture *fixture, const char *message)
{
  fixture->n_failed++;
}

/* So is what cannot be read. */
static void
test_fails (Fixture *fixture, gconstpointer data)
{
  const CareTimelineOutlook *shown = get_outlook (fixture);
  CareTimelineChoice choice = get_choice (fixture);

  g_signal_connect_swapped (fixture->desk, "failed", G_CALLBACK (failed), fixture);
  views_fixture_set_broken (&fixture->views, TRUE);
  choice.as_of = care_day_from_ymd (2014, 1, 1);
  care_timeline_desk_choose (fixture->desk, &choice);
  ui_test_wait (fixture->n_failed == 1);
  g_assert_true (is_as_before (fixture, shown));
  g_assert_nonnull (care_timeline_desk_get_trouble (fixture->desk));
  views_fixture_set_broken (&fixture->views, FALSE);
  choose (fixture, choice);
  g_assert_cmpuint (get_outlook (fixture)->content->as_of, ==, choice.as_of);
  g_assert_null (care_timeline_desk_get_trouble (fixture->desk));
}

/* (transfer full) (nullable): the item of that name, in a menu that has it somewhere. */
static GMenuModel *
find_item (GMenuModel *menu, const char *name, int *item)
{
  GMenuModel *found = NULL;

  for (int i = 0; i < g_menu_model_get_n_items (menu) && found == NULL; i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      *item = i;
      if (g_strcmp0 (label, name) == 0)
        found = g_object_ref (menu);
      else if (section != NULL)
        found = find_item (section, name, item);
    }
  return found;
}

static void
add_themes (Fixture *fixture, guint n)
{
  g_autoptr (CareAct) act = care_act_new ("Add");
  g_autoptr (GError) error = NULL;
  guint n_changed = fixture->n_changed;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) theme = care_record_new (care_kind_find ("theme"), 90000 + i);

      care_record_set (theme, "name", "One of many", &error);
      care_act_insert (act, theme);
    }
  care_library_apply (fixture->views.library, act, &error);
  g_assert_no_error (error);
  ui_test_wait (fixture->n_changed == n_changed + 1);
}

/* A few are in a menu; of many one is typed. */
static void
test_many_names (Fixture *fixture, gconstpointer data)
{
  int item;
  guint n = get_outlook (fixture)->content->themes->len;
  g_autoptr (GMenuModel) few = care_timeline_actions_make_filters (fixture->desk);
  g_autoptr (GMenuModel) in = find_item (few, "Theme", &item);
  g_autoptr (GMenuModel) themes = g_menu_model_get_item_link (in, item, G_MENU_LINK_SUBMENU);
  g_autoptr (GMenuModel) many = NULL;
  g_autoptr (GMenuModel) asks = NULL;
  g_autofree char *action = NULL;
  g_autofree char *kind = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (themes), ==, (int) n + 1);
  add_themes (fixture, 31 - n);
  many = care_timeline_actions_make_filters (fixture->desk);
  g_assert_null (find_item (many, "Theme", &item));
  asks = find_item (many, "Theme…", &item);
  g_menu_model_get_item_attribute (asks, item, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  g_menu_model_get_item_attribute (asks, item, G_MENU_ATTRIBUTE_TARGET, "s", &kind);
  g_assert_cmpstr (action, ==, "names.pick");
  g_assert_cmpstr (kind, ==, "theme");
}

/* What nobody sees is looked for when somebody does. */
static void
test_unseen (Fixture *fixture, gconstpointer data)
{
  CareTimelineChoice choice = get_choice (fixture);
  guint n = fixture->n_changed;

  care_timeline_desk_set_seen (fixture->desk, FALSE);
  views_fixture_set (&fixture->views, "pledge", JOINED_UP, "title", "Join it up");
  choice.by = CARE_TIMELINE_LANES_THEME;
  care_timeline_desk_choose (fixture->desk, &choice);
  ui_test_settle ();
  g_assert_cmpuint (fixture->n_changed, ==, n);
  care_timeline_desk_set_seen (fixture->desk, TRUE);
  ui_test_wait (fixture->n_changed == n + 1);
}

/* How the list has changed. */
typedef struct
{
  guint n_times, n_removed, n_added;
} Moved;

static void
items_changed (GListModel *list, guint position, guint removed, guint added, Moved *moved)
{
  moved->n_times++;
  moved->n_removed += removed;
  moved->n_added += added;
}

/* What stays in its place is not told to have changed, so that the list keeps its place. */
static void
test_list_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CareTimelineList) list = care_timeline_list_new (fixture->desk);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_changed = fixture->n_changed;
  Moved moved = { 0 };

  g_assert_cmpuint (n, ==, get_outlook (fixture)->counts.n_all);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpuint (care_timeline_list_locate (G_LIST_MODEL (list), record), ==, i);
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed), &moved);
  views_fixture_set (&fixture->views, "pledge", JOINED_UP, "title", "Join it up");
  ui_test_wait (fixture->n_changed == n_changed + 1);
  g_assert_cmpuint (moved.n_times, ==, 1);
  g_assert_cmpuint (moved.n_removed + moved.n_added, ==, 0);
  views_fixture_insert (&fixture->views, "event", 90001, "title", "Something else", "happened", "2019-05", NULL);
  ui_test_wait (fixture->n_changed == n_changed + 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n + 1);
  g_assert_cmpuint (moved.n_added, ==, moved.n_removed + 1);
  g_assert_cmpuint (moved.n_removed, ==, 0);
}

static void
clear_row (CareListRow *row)
{
  g_free (row->heading);
  g_free (row->title);
  g_free (row->subtitle);
  g_free (row->badge);
  *row = (CareListRow){ 0 };
}

/* Above the first of each group, what is due when; and how many those are. */
static void
test_list_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CareTimelineList) list = care_timeline_list_new (fixture->desk);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_in_groups = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CareRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      CareListRow row = { 0 };
      const char *count;

      care_timeline_list_describe (record, &row, list);
      g_assert_cmpstr (row.title, ==, care_record_get_title (record));
      if (i == 0)
        g_assert_cmpstr (row.heading, ==, "Overdue (3)");
      if (i == 1)
        g_assert_null (row.heading);
      count = row.heading == NULL ? NULL : strrchr (row.heading, '(');
      if (count != NULL)
        n_in_groups += (guint) g_ascii_strtoull (count + 1, NULL, 10);
      clear_row (&row);
    }
  g_assert_cmpuint (n_in_groups, ==, n);
}

/* Whose it is, by when, and how it stands; of what is not due, since when. */
static void
test_list_says (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    CareId id;
    const char *subtitle;
    const char *badge;
  } cases[] = {
    { "pledge", JOINED_UP, "Government (2010-15 coalition) · by 2018", "overdue, no verdict" },
    { "pledge", BARRIERS, "Conservatives · before April 2018", "in progress, missed, nine months late" },
    { "event", ELECTION, "May 2015", "" },
  };
  g_autoptr (CareTimelineList) list = care_timeline_list_new (fixture->desk);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareListRow row = { 0 };

      care_timeline_list_describe (views_fixture_find (&fixture->views, cases[i].kind, cases[i].id), &row, list);
      g_assert_cmpstr (row.subtitle, ==, cases[i].subtitle);
      g_assert_cmpstr (row.badge, ==, cases[i].badge);
      clear_row (&row);
    }
}

static guint n_copied;

static void
copied (GtkWidget *widget, guint n_rows)
{
  n_copied = n_rows;
}

static void
text_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* (transfer full): what is on the clipboard. */
static char **
read_lines (GtkWidget *widget)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read, &text);
  ui_test_wait (text != NULL);
  return g_strsplit (text, "\n", -1);
}

/* (transfer full): the row of a record, or none. */
static GtkBitset *
list_row (Fixture *fixture, CareRecord *record)
{
  GtkBitset *rows = gtk_bitset_new_empty ();
  guint row;

  if (record == NULL)
    return rows;
  g_assert_true (care_timeline_outlook_locate (get_outlook (fixture), record, &row));
  gtk_bitset_add (rows, row);
  return rows;
}

/* @record (nullable): all are copied. */
static char **
copy (Fixture *fixture, GtkWidget *widget, CareRecord *record)
{
  g_autoptr (GtkBitset) rows = list_row (fixture, record);

  n_copied = 0;
  care_timeline_copy (widget, fixture->desk, rows, copied);
  ui_test_wait (n_copied > 0);
  return read_lines (widget);
}

/* Whatever is in a record, a cell ends where it is to end. */
static void
test_copy_cells (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[][2] = { { "Join\tit\nup", "Join it up" }, { "\"Join\" it", "\"\"\"Join\"\" it\"" },
                                           { "Join \"it\" up", "Join \"it\" up" } };
  GtkWindow *window = ui_test_show (gtk_label_new ("Rows"), 200, 100);
  CareRecord *pledge = views_fixture_find (&fixture->views, "pledge", JOINED_UP);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      guint n = fixture->n_changed;
      g_auto (GStrv) lines = NULL;
      g_auto (GStrv) cells = NULL;

      views_fixture_set (&fixture->views, "pledge", JOINED_UP, "title", titles[i][0]);
      ui_test_wait (fixture->n_changed == n + 1);
      lines = copy (fixture, GTK_WIDGET (window), pledge);
      cells = g_strsplit (lines[1], "\t", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 3);
      g_assert_cmpuint (g_strv_length (cells), ==, 9);
      g_assert_cmpstr (cells[0], ==, titles[i][1]);
    }
  gtk_window_destroy (window);
}

/* Rows and columns as in a spreadsheet: each has as many cells as there are headings. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = ui_test_show (gtk_label_new ("Rows"), 200, 100);
  CareRecord *pledge = views_fixture_find (&fixture->views, "pledge", JOINED_UP);
  g_auto (GStrv) one = copy (fixture, GTK_WIDGET (window), pledge);
  g_auto (GStrv) all = copy (fixture, GTK_WIDGET (window), NULL);
  g_auto (GStrv) other = copy (fixture, GTK_WIDGET (window), views_fixture_find (&fixture->views, "pledge", BARRIERS));
  g_auto (GStrv) judged = g_strsplit (other[1], "\t", -1);
  g_auto (GStrv) cells = g_strsplit (one[1], "\t", -1);

  g_assert_cmpuint (g_strv_length (one), ==, 3); /* headings, a row and what is behind its end */
  g_assert_cmpuint (g_strv_length (cells), ==, 9);
  g_assert_cmpstr (cells[0], ==, care_record_get_title (pledge));
  g_assert_cmpstr (cells[1], ==, "Government (2010-15 coalition)");
  g_assert_cmpstr (cells[2], ==, "May 2013 (uncertain)");
  g_assert_cmpstr (cells[3], ==, "by 2018");
  g_assert_cmpstr (cells[4], ==, "31 December 2017, 31 March 2018 or 31 December 2018");
  g_assert_cmpstr (cells[5], ==, "overdue, no verdict");
  g_assert_cmpstr (judged[6], ==, "in progress, missed");
  g_assert_nonnull (strstr (judged[7], "Tracker says: Broken."));
  g_assert_cmpstr (judged[8], ==, "nine months");
  g_assert_cmpuint (g_strv_length (all), ==, get_outlook (fixture)->agenda->len + 2);
  for (guint i = 0; i + 1 < g_strv_length (all); i++)
    {
      g_auto (GStrv) row = g_strsplit (all[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (row), ==, 9);
    }
  gtk_window_destroy (window);
}

/* Rows that do not stand beside each other, in their order. */
static void
test_copy_several (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = ui_test_show (gtk_label_new ("Rows"), 200, 100);
  CareRecord *first = views_fixture_find (&fixture->views, "pledge", BARRIERS);
  CareRecord *second = views_fixture_find (&fixture->views, "pledge", JOINED_UP);
  g_autoptr (GtkBitset) rows = list_row (fixture, first);
  g_autoptr (GtkBitset) other = list_row (fixture, second);
  gboolean in_order = gtk_bitset_get_minimum (rows) < gtk_bitset_get_minimum (other);
  g_auto (GStrv) lines = NULL;

  gtk_bitset_union (rows, other);
  n_copied = 0;
  care_timeline_copy (GTK_WIDGET (window), fixture->desk, rows, copied);
  ui_test_wait (n_copied == 2);
  lines = read_lines (GTK_WIDGET (window));
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[1], care_record_get_title (in_order ? first : second)));
  g_assert_true (g_str_has_prefix (lines[2], care_record_get_title (in_order ? second : first)));
  g_assert_cmpuint (gtk_bitset_get_size (rows), ==, 2);
  gtk_window_destroy (window);
}

/* While the disk is slow nobody waits for what is copied; it comes when it can be read. */
static void
test_copy_slow (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = ui_test_show (gtk_label_new ("Rows"), 200, 100);
  g_autoptr (GtkBitset) all = gtk_bitset_new_empty ();

  n_copied = 0;
  views_fixture_get_stuck (&fixture->views);
  care_timeline_copy (GTK_WIDGET (window), fixture->desk, all, copied);
  ui_test_settle ();
  g_assert_cmpuint (n_copied, ==, 0);
  views_fixture_set_stuck (&fixture->views, FALSE);
  ui_test_wait (n_copied == get_outlook (fixture)->agenda->len);
  ui_test_wait (fixture->n_changed == 2); /* what was saved is looked at */
  gtk_window_destroy (window);
}

/* Rows of a library that was let go are no longer there. */
static void
test_let_go_of (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) list = G_LIST_MODEL (care_timeline_list_new (fixture->desk));

  g_assert_cmpuint (g_list_model_get_n_items (list), >, 0);
  care_timeline_desk_set_library (fixture->desk, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

static void
export_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* (transfer full) (nullable): what is told of it. */
static char *
export_to (Fixture *fixture, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->views.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  care_timeline_export_async (fixture->desk, CARE_PAPER_A4, file, cancellable, export_done, &result);
  ui_test_wait (result != NULL);
  return care_timeline_export_finish (result, error);
}

/* How a file begins; it is removed. */
static void
assert_file (Fixture *fixture, const char *name, const char *begins)
{
  g_autofree char *path = g_build_filename (fixture->views.folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (contents, begins));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static gboolean
has_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->views.folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
assert_no_file (Fixture *fixture, const char *name)
{
  g_assert_false (has_file (fixture, name));
}

/* The name of the file says what it is to be. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } cases[] = { { "one.pdf", "%PDF-1.7" }, { "one", "%PDF-1.7" }, { "one.svg", "<?xml" }, { "one.PNG", "\211PNG" },
                { "one.ics", "BEGIN:VCALENDAR" } };
  CareTimelineChoice choice = get_choice (fixture);

  choice.filter.chips = 1 << CARE_TIMELINE_CHIP_OVERDUE; /* which have room on a sheet */
  choose (fixture, choice);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *told = export_to (fixture, cases[i].name, NULL, &error);
      g_autofree char *expected = g_strdup_printf ("Exported “%s”", cases[i].name);

      g_assert_no_error (error);
      g_assert_cmpstr (told, ==, expected);
      assert_file (fixture, cases[i].name, cases[i].begins);
    }
}

/* Each sheet is a picture, and none takes the place of a file that nobody was asked about. */
static void
test_export_sheets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = export_to (fixture, "many.svg", NULL, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, "Exported “many.svg”");
  assert_no_file (fixture, "many.svg");
  assert_file (fixture, "many-1.svg", "<?xml");
  again = export_to (fixture, "many.svg", NULL, &error);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_null (again);
  assert_no_file (fixture, "many-1.svg");
  assert_file (fixture, "many-2.svg", "<?xml");
  for (guint sheet = 3; sheet < 100; sheet++)
    {
      g_autofree char *name = g_strdup_printf ("many-%u.svg", sheet);

      if (has_file (fixture, name))
        assert_file (fixture, name, "<?xml");
    }
}

/* Nothing is written. */
static void
test_export_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  g_cancellable_cancel (cancellable);
  told = export_to (fixture, "none.pdf", cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (told);
  assert_no_file (fixture, "none.pdf");
}

/* A library is never overwritten. */
static void
test_export_over_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = export_to (fixture, "sample.carebrief", NULL, &error);

  g_assert_nonnull (error);
  g_assert_null (told);
  g_assert_true (care_library_is_at (fixture->views.path));
}

#define ADD(path, function) g_test_add ("/timeline-desk/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("choose", test_choose);
  ADD ("kinds", test_kinds);
  ADD ("filters", test_filters);
  ADD ("backgrounds", test_backgrounds);
  ADD ("one-goal", test_one_goal);
  ADD ("of-briefing", test_of_briefing);
  ADD ("as-of", test_as_of);
  ADD ("many-names", test_many_names);
  ADD ("cancel", test_cancel);
  ADD ("fails", test_fails);
  ADD ("unseen", test_unseen);
  ADD ("list-follows", test_list_follows);
  ADD ("list-groups", test_list_groups);
  ADD ("list-says", test_list_says);
  ADD ("copy", test_copy);
  ADD ("copy-cells", test_copy_cells);
  ADD ("copy-several", test_copy_several);
  ADD ("copy-slow", test_copy_slow);
  ADD ("let-go-of", test_let_go_of);
  ADD ("export", test_export);
  ADD ("export-sheets", test_export_sheets);
  ADD ("export-cancelled", test_export_cancelled);
  ADD ("export-over-library", test_export_over_library);
  return g_test_run ();
}
