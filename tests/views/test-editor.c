/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-editor.h"

#include "care-list.h"
#include "care-notice.h"
#include "care-page-view.h"
#include "care-prose-view.h"
#include "care-record-pane.h"
#include "views-fixture.h"

#include <string.h>

static CareEditor *
open_editor_at (ViewsFixture *fixture, int width)
{
  CareEditor *editor = CARE_EDITOR (care_editor_new ());

  ui_test_show (GTK_WIDGET (editor), width, 700);
  care_editor_open (editor, fixture->library, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_settle ();
  return editor;
}

/* With the section on money selected. */
static CareEditor *
open_editor (ViewsFixture *fixture)
{
  CareEditor *editor = open_editor_at (fixture, 1200);

  care_editor_select (editor, "section", SAMPLE_MONEY_SECTION);
  return editor;
}

static void
close_editor (CareEditor *editor)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (editor)), editor);
}

static gpointer
part (CareEditor *editor, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (editor), CARE_TYPE_EDITOR, name);

  g_assert_nonnull (child);
  return child;
}

static void
type (CareEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (part (editor, "prose"));
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, text, -1);
}

static gboolean
prose_begins (CareEditor *editor, const char *text)
{
  g_autofree char *stored = care_prose_view_get_stored (part (editor, "prose"));

  return g_str_has_prefix (stored, text);
}

static gboolean
section_begins (ViewsFixture *fixture, CareId id, const char *text)
{
  return g_str_has_prefix (views_fixture_get (fixture, "section", id, "text"), text);
}

static gboolean
page_says (CareEditor *editor, const char *text)
{
  CarePages *pages = care_page_view_get_pages (part (editor, "page_view"));
  gboolean found = FALSE;

  for (guint i = 0; i < care_pages_get_n_pages (pages); i++)
    {
      g_autofree char *words = care_pages_get_text (pages, i);

      found = found || strstr (words, text) != NULL;
    }
  return found;
}

static const char *
get_state (CareEditor *editor)
{
  return adw_window_title_get_subtitle (part (editor, "title"));
}

static gboolean
has_notice (CareEditor *editor)
{
  return care_notice_get_shown (part (editor, "notice"));
}

static guint
count_words (ViewsFixture *fixture, const char *stored)
{
  g_autofree char *plain = care_reference_plain (stored, CARE_QUANTITY_HOUSE, care_library_lookup, fixture->library);
  g_auto (GStrv) words = g_strsplit_set (plain, " \n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0';
  return n;
}

static void
test_outline (ViewsFixture *fixture, gconstpointer data)
{
  static const CareId order[]
    = { 27001, 28001, 28002, 28003, 28004, 29001, 29002, 29003, 29004, 29005, 29006, 29007, 29008 };
  CareEditor *editor = open_editor_at (fixture, 1200);
  CareList *outline = part (editor, "outline");
  GListModel *model = care_list_get_model (outline);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (CareRecord) element = g_list_model_get_item (model, i);

      g_assert_cmpint (care_record_get_id (element), ==, order[i]);
    }
  g_assert_true (care_list_get_selected (outline)
                 == views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_wait (views_fixture_count_labels (outline, "Title and Standfirst") == 1);
  g_assert_cmpuint (views_fixture_count_labels (outline, "Joining up without upheaval"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (outline, "Party lines"), >=, 1);
  close_editor (editor);
}

static void
test_words (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  guint n = count_words (fixture, views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text"));
  g_autofree char *before = g_strdup_printf ("%u words", n);
  g_autofree char *after = g_strdup_printf ("%u words", n + 2);
  g_autofree char *trailing = g_strdup_printf ("%u", n);

  g_assert_cmpuint (n, >, 100);
  g_assert_cmpstr (gtk_label_get_text (part (editor, "words")), ==, before);
  ui_test_wait (views_fixture_count_labels (part (editor, "outline"), trailing) >= 1);
  type (editor, "Two more ");
  care_editor_save (editor);
  care_library_settle (fixture->library);
  g_assert_cmpstr (gtk_label_get_text (part (editor, "words")), ==, after);

  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", "{figure:17016} [@7004]");
  g_assert_cmpstr (gtk_label_get_text (part (editor, "words")), ==, "2 words"); /* £3.8 billion */
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", NULL);
  g_assert_cmpstr (gtk_label_get_text (part (editor, "words")), ==, "0 words");
  close_editor (editor);
}

/* When what was typed is taken, it is known not to be saved. */
static void
assert_saving (CareEditor *editor)
{
  g_assert_cmpstr (get_state (editor), ==, "Saving…");
}

static void
test_saved_after_pause (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  CareRecord *section = views_fixture_find (fixture, "section", SAMPLE_MONEY_SECTION);
  gulong handler = g_signal_connect_swapped (section, "changed", G_CALLBACK (assert_saving), editor);

  g_assert_cmpstr (get_state (editor), ==, "Saved");
  type (editor, "Xyzzy. ");
  g_assert_false (section_begins (fixture, SAMPLE_MONEY_SECTION, "Xyzzy"));
  ui_test_wait (g_str_has_prefix (get_state (editor), "Saved "));
  g_assert_true (section_begins (fixture, SAMPLE_MONEY_SECTION, "Xyzzy. "));
  g_signal_handler_disconnect (section, handler);
  ui_test_wait (page_says (editor, "Xyzzy"));
  g_assert_true (prose_begins (editor, "Xyzzy. "));
  close_editor (editor);
}

static void
test_saved_on_leaving (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  type (editor, "Xyzzy. ");
  care_list_select (part (editor, "outline"), views_fixture_find (fixture, "section", 28003));
  g_assert_true (section_begins (fixture, SAMPLE_MONEY_SECTION, "Xyzzy. "));
  g_assert_false (section_begins (fixture, 28003, "Xyzzy"));
  g_assert_false (prose_begins (editor, "Xyzzy"));

  type (editor, "Plugh. ");
  care_editor_select (editor, "briefing", SAMPLE_BRIEFING);
  g_assert_true (section_begins (fixture, 28003, "Plugh. "));
  type (editor, "Frotz. ");
  care_editor_select (editor, "box", 29001);
  g_assert_true (
    g_str_has_prefix (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "standfirst"), "Frotz. "));
  close_editor (editor);
}

/* Closing the editor, or the window round it, saves to the file. */
static void
test_saved_on_closing (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  type (editor, "Xyzzy. ");
  care_editor_close (editor);
  g_assert_true (section_begins (fixture, SAMPLE_MONEY_SECTION, "Xyzzy. "));
  g_assert_null (care_page_view_get_pages (part (editor, "page_view")));
  care_editor_close (editor); /* again is harmless */
  care_editor_save (editor);
  care_library_settle (fixture->library);
  close_editor (editor);

  editor = open_editor (fixture);
  type (editor, "Plugh. ");
  close_editor (editor);
  views_fixture_reopen (fixture);
  g_assert_true (section_begins (fixture, SAMPLE_MONEY_SECTION, "Plugh. Xyzzy. "));
}

static void
test_heading (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkEntry *heading = part (editor, "heading");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (heading)), ==, "Joining up without upheaval");
  gtk_editable_set_text (GTK_EDITABLE (heading), "Joining up");
  g_signal_emit_by_name (heading, "activate");
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "Joining up");
  ui_test_wait (views_fixture_count_labels (part (editor, "outline"), "Joining up") == 1);
  ui_test_wait (page_says (editor, "Joining up\n") && !page_says (editor, "without upheaval"));

  care_editor_select (editor, "briefing", SAMPLE_BRIEFING);
  gtk_editable_set_text (GTK_EDITABLE (heading), "Care and health");
  care_editor_save (editor);
  care_library_settle (fixture->library);
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "title"), ==, "Care and health");
  g_assert_cmpstr (adw_window_title_get_title (part (editor, "title")), ==, "Care and health");
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==, "Joining up");
  close_editor (editor);
}

static gboolean
section_is_headed (ViewsFixture *fixture, const char *expected)
{
  CareRecord *section = views_fixture_find (fixture, "section", SAMPLE_MONEY_SECTION);

  return g_strcmp0 (care_record_get (section, "heading"), expected) == 0;
}

static guint
count_history (ViewsFixture *fixture)
{
  g_autoptr (GPtrArray) history = care_library_history (fixture->library, 100, NULL);

  return history->len;
}

/* The heading is kept under the cursor, and is one act until the focus leaves. */
static void
test_heading_while_typing (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkEditable *heading = GTK_EDITABLE (part (editor, "heading"));
  guint before = count_history (fixture);
  g_autofree char *sentence = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (heading));
  gtk_editable_set_text (heading, "Joining ");
  gtk_editable_set_position (heading, 3);
  ui_test_wait (section_is_headed (fixture, "Joining"));
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (heading), ==, "Joining ");
  g_assert_cmpint (gtk_editable_get_position (heading), ==, 3);

  gtk_editable_set_text (heading, "Joining up ");
  ui_test_wait (section_is_headed (fixture, "Joining up"));
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (editor)), NULL);
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (heading), ==, "Joining up");
  g_assert_cmpuint (count_history (fixture), ==, before + 1);

  sentence = care_library_undo (fixture->library, NULL);
  g_assert_true (section_is_headed (fixture, "Joining up without upheaval"));
  g_assert_cmpstr (gtk_editable_get_text (heading), ==, "Joining up without upheaval");
  close_editor (editor);
}

/* What is not a heading so far is neither kept nor complained of. */
static void
test_heading_not_yet (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkEditable *heading = GTK_EDITABLE (part (editor, "heading"));

  care_editor_select (editor, "briefing", SAMPLE_BRIEFING);
  gtk_widget_grab_focus (GTK_WIDGET (heading));
  gtk_editable_set_text (heading, "");
  ui_test_wait (g_strcmp0 (get_state (editor), "Not saved") == 0); /* it never will be */
  g_assert_false (has_notice (editor));
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (editor)), NULL);
  g_assert_true (has_notice (editor));
  g_assert_cmpstr (gtk_editable_get_text (heading), ==, "Integrating health and social care");
  g_assert_cmpstr (get_state (editor), !=, "Not saved");
  close_editor (editor);
}

static void
test_refused (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkEntry *heading = part (editor, "heading");

  care_editor_select (editor, "briefing", SAMPLE_BRIEFING);
  g_assert_false (has_notice (editor));
  gtk_editable_set_text (GTK_EDITABLE (heading), "");
  g_signal_emit_by_name (heading, "activate");
  g_assert_true (has_notice (editor));
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "title"), ==,
                   "Integrating health and social care");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (heading)), ==, "Integrating health and social care");

  gtk_editable_set_text (GTK_EDITABLE (heading), "A title");
  ui_test_wait (g_strcmp0 (get_state (editor), "Saving…") == 0);
  g_signal_emit_by_name (heading, "activate");
  care_library_settle (fixture->library);
  g_assert_false (has_notice (editor));
  ui_test_wait (g_str_has_prefix (get_state (editor), "Saved "));
  close_editor (editor);
}

/* A box that is called as what it is says so once, and is not asked whose it is. */
static void
test_box_named (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  g_assert_cmpuint (views_fixture_count_labels (part (editor, "outline"), "Party lines"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "outline"), "Statistic"), ==, 1);
  care_editor_select (editor, "box", 29004);
  ui_test_settle ();
  g_assert_null (ui_test_find_label (part (editor, "record_pane"), ADW_TYPE_ACTION_ROW, "Briefing"));
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "record_pane"), "Party Lines"), ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (part (editor, "record_pane"), "Box Items"), ==, 0);
  close_editor (editor);
}

static void
test_read_only (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor;

  views_fixture_reopen_read_only (fixture);
  editor = open_editor (fixture);
  g_assert_cmpstr (get_state (editor), ==, "Read-only");
  g_assert_false (gtk_text_view_get_editable (part (editor, "prose")));
  g_assert_false (gtk_editable_get_editable (part (editor, "heading")));
  g_assert_false (gtk_widget_get_visible (part (editor, "adding")));
  g_assert_false (has_notice (editor));

  type (editor, "Xyzzy. ");
  care_editor_save (editor);
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_true (has_notice (editor));
  g_assert_cmpstr (get_state (editor), ==, "Not saved");
  g_assert_false (section_begins (fixture, SAMPLE_MONEY_SECTION, "Xyzzy"));
  g_assert_true (prose_begins (editor, "Xyzzy. ")); /* what was typed stays */
  care_editor_select (editor, "section", 28003);
  ui_test_wait (g_strcmp0 (get_state (editor), "Read-only") == 0);
  close_editor (editor);
}

static void
test_overset (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkWidget *fit = part (editor, "fit");
  GString *text = g_string_new (NULL);

  g_assert_false (gtk_widget_has_css_class (fit, "error"));
  for (int i = 0; i < 2000; i++)
    g_string_append (text, "more words ");
  type (editor, text->str);
  g_string_free (text, TRUE);
  ui_test_wait (gtk_widget_has_css_class (fit, "error"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (fit)), "Joining up without upheaval"));

  g_free (care_library_undo (fixture->library, NULL));
  ui_test_wait (!gtk_widget_has_css_class (fit, "error"));
  close_editor (editor);
}

/* What another view changes is shown, but never in place of what is being typed. */
static void
test_changes_elsewhere (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);

  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", "Quite new.");
  g_assert_true (prose_begins (editor, "Quite new."));
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "heading", "New");
  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==, "New");

  type (editor, "Typed. ");
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", "Newer.");
  g_assert_true (prose_begins (editor, "Typed. Quite new."));
  care_editor_save (editor);
  care_library_settle (fixture->library);
  g_assert_true (section_begins (fixture, SAMPLE_MONEY_SECTION, "Typed. Quite new."));

  /* Half a heading is not lost when a text is saved. */
  gtk_editable_set_text (part (editor, "heading"), "Half a head");
  type (editor, "X ");
  care_editor_save (editor);
  care_library_settle (fixture->library);
  g_assert_cmpstr (gtk_editable_get_text (part (editor, "heading")), ==, "Half a head");
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "heading"), ==,
                   "Half a head");
  close_editor (editor);
}

static void
test_boxes (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  CareRecordPane *pane = part (editor, "record_pane");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (editor, "text_stack")), ==, "prose");
  care_editor_select (editor, "box", 29005);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (editor, "text_stack")), ==, "record");
  g_assert_true (care_record_pane_get_record (pane) == views_fixture_find (fixture, "box", 29005));
  views_fixture_set (fixture, "box", 29005, "title", "Xyzzy");
  ui_test_wait (page_says (editor, "Xyzzy"));
  care_editor_select (editor, "section", 28001);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (editor, "text_stack")), ==, "prose");
  close_editor (editor);
}

/* A click on the page selects what was clicked in the outline. */
static void
test_picked (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  CareList *outline = part (editor, "outline");

  g_signal_emit_by_name (part (editor, "page_view"), "picked", care_kind_find ("section"), (CareId) 28004, -1);
  g_assert_true (care_list_get_selected (outline) == views_fixture_find (fixture, "section", 28004));
  g_assert_true (prose_begins (editor, "Few doubt"));
  care_editor_select (editor, "section", 99999);
  care_editor_select (editor, "figure", SAMPLE_MINIMUM);
  g_assert_true (care_list_get_selected (outline) == views_fixture_find (fixture, "section", 28004));
  close_editor (editor);
}

static void
count_left (CareEditor *editor, guint *n)
{
  *n += 1;
}

static GtkWidget *
find_icon (GtkWidget *root, const char *icon_name)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon_name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon (child, icon_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_narrow (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor_at (fixture, 400);
  AdwLeaflet *panes = part (editor, "panes");
  guint n_left = 0;

  ui_test_wait (adw_leaflet_get_folded (panes));
  g_assert_true (gtk_widget_get_visible (part (editor, "pane_switch")));
  g_signal_emit_by_name (part (editor, "page_toggle"), "clicked");
  g_assert_true (adw_leaflet_get_visible_child (panes) == part (editor, "page_pane"));
  g_signal_emit_by_name (part (editor, "write_toggle"), "clicked");
  g_assert_true (adw_leaflet_get_visible_child (panes) == part (editor, "text_pane"));
  adw_leaflet_set_visible_child (panes, part (editor, "page_pane"));
  g_assert_true (gtk_toggle_button_get_active (part (editor, "page_toggle")));

  g_signal_connect (editor, "left", G_CALLBACK (count_left), &n_left);
  g_signal_emit_by_name (find_icon (GTK_WIDGET (editor), "go-previous-symbolic"), "clicked");
  g_assert_cmpuint (n_left, ==, 1);
  close_editor (editor);
}

static void
test_outline_action (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  AdwFlap *flap = part (editor, "flap");

  g_assert_true (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.outline", NULL);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.outline", NULL);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_assert_false (gtk_widget_get_visible (part (editor, "pane_switch")));
  close_editor (editor);
}

/* What it looks like is chosen in the menu, kept, and taken back. */
static void
test_template (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  g_autofree char *undone = NULL;

  g_assert_false (page_says (editor, "Contents:\n"));
  gtk_widget_activate_action (GTK_WIDGET (editor), "page.template", "s", "research-briefing");
  ui_test_wait (page_says (editor, "Contents:\n"));
  g_assert_cmpstr (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "template"), ==, "research-briefing");
  g_assert_cmpuint (care_pages_get_n_pages (care_page_view_get_pages (part (editor, "page_view"))), >, 2);
  undone = care_library_undo (fixture->library, NULL);
  g_assert_nonnull (strstr (undone, "Template"));
  ui_test_wait (!page_says (editor, "Contents:\n"));
  g_assert_null (views_fixture_get (fixture, "briefing", SAMPLE_BRIEFING, "template"));
  close_editor (editor);
}

static gboolean
text_shows (CareEditor *editor, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (part (editor, "prose"));
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return strstr (text, words) != NULL;
}

/* Text and page write their numbers in the style that is chosen, and what is stored stays. */
static void
test_numbers (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  g_autofree char *stored = g_strdup (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text"));
  g_autofree char *undone = NULL;

  g_assert_true (text_shows (editor, "£3.8 billion"));
  gtk_widget_activate_action (GTK_WIDGET (editor), "page.numbers", "s", "trade");
  ui_test_wait (text_shows (editor, "£3.8bn") && page_says (editor, "£3.8bn"));
  g_assert_false (text_shows (editor, "£3.8 billion"));
  g_assert_false (page_says (editor, "£3.8 billion"));
  g_assert_cmpstr (views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text"), ==, stored);
  undone = care_library_undo (fixture->library, NULL);
  g_assert_nonnull (strstr (undone, "Numbers"));
  ui_test_wait (text_shows (editor, "£3.8 billion") && page_says (editor, "£3.8 billion"));
  close_editor (editor);
}

static void
add (const char *path, void (*test) (ViewsFixture *fixture, gconstpointer data))
{
  g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down);
}

/* What was typed is taken back before the disk has it. */
static void
test_taken_back_while_saving (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (part (editor, "prose"));
  GtkTextIter start, end;

  type (editor, "Xyzzy. ");
  care_editor_save (editor);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 7);
  gtk_text_buffer_delete (buffer, &start, &end);
  care_editor_save (editor);
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_false (prose_begins (editor, "Xyzzy. "));
  g_assert_false (section_begins (fixture, SAMPLE_MONEY_SECTION, "Xyzzy. "));
  close_editor (editor);
}

static void
count (guint *n)
{
  (*n)++;
}

/* What has been saved is older than what is shown. */
static void
test_typed_while_saving (ViewsFixture *fixture, gconstpointer data)
{
  CareEditor *editor = open_editor (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (part (editor, "prose"));
  guint n_changes = 0;

  type (editor, "Xyzzy. ");
  care_editor_save (editor);
  type (editor, "Plugh. ");
  care_editor_save (editor);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (count), &n_changes);
  care_library_settle (fixture->library);
  ui_test_settle ();
  g_assert_true (prose_begins (editor, "Plugh. Xyzzy. "));
  g_assert_true (section_begins (fixture, SAMPLE_MONEY_SECTION, "Plugh. Xyzzy. "));
  g_assert_cmpuint (n_changes, ==, 0);
  close_editor (editor);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  add ("/editor/template", test_template);
  add ("/editor/numbers", test_numbers);
  add ("/editor/outline", test_outline);
  add ("/editor/words", test_words);
  add ("/editor/saved-after-pause", test_saved_after_pause);
  add ("/editor/saved-on-leaving", test_saved_on_leaving);
  add ("/editor/saved-on-closing", test_saved_on_closing);
  add ("/editor/saving/taken-back", test_taken_back_while_saving);
  add ("/editor/saving/typed", test_typed_while_saving);
  add ("/editor/heading/kept", test_heading);
  add ("/editor/heading/while-typing", test_heading_while_typing);
  add ("/editor/heading/not-yet", test_heading_not_yet);
  add ("/editor/refused", test_refused);
  add ("/editor/box-named", test_box_named);
  add ("/editor/read-only", test_read_only);
  add ("/editor/overset", test_overset);
  add ("/editor/changes-elsewhere", test_changes_elsewhere);
  add ("/editor/boxes", test_boxes);
  add ("/editor/picked", test_picked);
  add ("/editor/narrow", test_narrow);
  add ("/editor/outline-action", test_outline_action);
  return g_test_run ();
}
