/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done to one record, as its window tells it. */

#include "care-difference-label.h"
#include "care-record-history-window.h"
#include "views-fixture.h"

#include <string.h>

static GtkWidget *
open_window (ViewsFixture *fixture, const char *kind, CareId id)
{
  GtkWidget *window
    = care_record_history_window_new (NULL, fixture->library, views_fixture_find (fixture, kind, id));

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static guint
count_rows (GtkWidget *window)
{
  return ui_test_count (ui_test_find (window, GTK_TYPE_LIST_BOX), GTK_TYPE_LIST_BOX_ROW);
}

static void
test_values (ViewsFixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture, "figure", SAMPLE_MINIMUM);

  g_assert_cmpuint (views_fixture_count_labels (window, "Nothing Changed Yet"), ==, 1);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£5.3bn");
  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "heading", "Funding");
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "label", "R&D <b>");
  g_assert_cmpuint (count_rows (window), ==, 2);
  g_assert_cmpuint (views_fixture_count_labels (
                      window, "Value of “Better Care Fund: announced minimum”: £3.8 billion → £5.3 billion"),
                    ==, 1);
  g_assert_cmpuint (views_fixture_count_labels (window, "R&D <b>"), ==, 1);
  g_free (care_library_undo (fixture->library, NULL));
  g_assert_cmpuint (count_rows (window), ==, 3);
  views_fixture_assert_fits (window);
  views_fixture_destroy (window, window);
}

/* The text of a section is told word by word. */
static void
test_text (ViewsFixture *fixture, gconstpointer data)
{
  const char *text = views_fixture_get (fixture, "section", SAMPLE_MONEY_SECTION, "text");
  g_autofree char *longer = g_strconcat (text, " And more.", NULL);
  GtkWidget *window;
  GtkWidget *row;

  views_fixture_set (fixture, "section", SAMPLE_MONEY_SECTION, "text", longer);
  window = open_window (fixture, "section", SAMPLE_MONEY_SECTION);
  row = ui_test_find (ui_test_find (window, GTK_TYPE_LIST_BOX), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (ui_test_count (row, GTK_TYPE_LABEL), ==, 4);
  g_assert_cmpuint (views_fixture_count_labels (row, "Text"), ==, 1);
  views_fixture_assert_fits (window);
  views_fixture_destroy (window, window);
}

/* A mark for each word that went or came: "-gone +come". */
static char *
list_marks (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  GString *marks = g_string_new (NULL);
  GSList *attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (label));

  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;
      g_autofree char *words
        = g_strndup (text + attribute->start_index, attribute->end_index - attribute->start_index);

      if (attribute->klass->type == PANGO_ATTR_STRIKETHROUGH)
        g_string_append_printf (marks, "-%s ", g_strstrip (words));
      if (attribute->klass->type == PANGO_ATTR_UNDERLINE)
        g_string_append_printf (marks, "+%s ", g_strstrip (words));
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return g_strchomp (g_string_free (marks, FALSE));
}

static void
assert_label (const char *before, const char *after, const char *shown, const char *marks, const char *said)
{
  GtkWidget *label = g_object_ref_sink (care_difference_label_new (before, after));
  g_autofree char *found_marks = list_marks (GTK_LABEL (label));
  g_autofree char *found_said = care_difference_label_say (before, after);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, shown);
  g_assert_cmpstr (found_marks, ==, marks);
  g_assert_cmpstr (found_said, ==, said);
  g_assert_finalize_object (label);
}

static void
test_label (void)
{
  assert_label ("a minimum of £3.8 billion", "a minimum of £5.3 billion", "a minimum of £3.8 £5.3 billion",
                "-£3.8 +£5.3", "a minimum of (removed: £3.8) (added: £5.3) billion");
  assert_label ("<b> & co", "<b> & co.", "<b> & co co.", "-co +co.", "<b> & (removed: co) (added: co.)");
  assert_label ("", "all of it", "all of it", "+all of it", "(added: all of it)");
  assert_label ("all of it", "", "all of it", "-all of it", "(removed: all of it)");
}

/* Of what stayed only the words near a change are shown, whole. */
static void
test_shortened (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GtkWidget *label;
  const char *text;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (many, "Wörter%d ", i);
  before = g_strconcat ("One ", many->str, "two ", many->str, "three", NULL);
  after = g_strconcat ("Eins ", many->str, "zwei ", many->str, "three", NULL);
  label = g_object_ref_sink (care_difference_label_new (before, after));
  text = gtk_label_get_text (GTK_LABEL (label));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_prefix (text, "One Eins Wörter0 Wörter1 "));
  g_assert_nonnull (strstr (text, " … Wörter"));
  g_assert_nonnull (strstr (text, " Wörter99 two zwei Wörter0 "));
  g_assert_true (g_str_has_suffix (text, "…"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 300);
  g_assert_finalize_object (label);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/difference-label/marks", test_label);
  g_test_add_func ("/difference-label/shortened", test_shortened);
#define ADD(name, function)                                                                                  \
  g_test_add (name, ViewsFixture, NULL, views_fixture_set_up, function, views_fixture_tear_down)
  ADD ("/record-history-window/values", test_values);
  ADD ("/record-history-window/text", test_text);
#undef ADD
  return g_test_run ();
}
