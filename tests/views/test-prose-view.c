/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-prose-view-private.h"
#include "care-record-picker.h"
#include "care-suggestions.h"

#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define STORED "Set up with {figure:17016} pooled. [@7004 p.67] The end."
#define VISIBLE "Set up with £3.8 billion pooled. [Integrating health and social care p.67] The end."

static CareProseView *
open_view (ViewsFixture *fixture, const char *stored)
{
  CareProseView *view = CARE_PROSE_VIEW (care_prose_view_new ());

  care_prose_view_set_library (view, fixture->library);
  ui_test_show (GTK_WIDGET (view), 480, 240);
  care_prose_view_load (view, stored);
  return view;
}

static void
close_view (CareProseView *view)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (view)), view);
}

static GtkTextBuffer *
buffer_of (CareProseView *view)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

/* What a person sees; with @hidden also what is there and not seen. */
static char *
get_text (CareProseView *view, gboolean hidden)
{
  GtkTextIter start, end;

  ui_test_settle (); /* tags follow when idle */
  gtk_text_buffer_get_bounds (buffer_of (view), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (view), &start, &end, hidden);
}

static void
assert_visible (CareProseView *view, const char *expected)
{
  g_autofree char *text = get_text (view, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_stored (CareProseView *view, const char *expected)
{
  g_autofree char *stored = care_prose_view_get_stored (view);

  g_assert_cmpstr (stored, ==, expected);
}

/* The offset of the first @part in the whole text, and of its end. */
static int
find (CareProseView *view, const char *part, int *end)
{
  g_autofree char *text = get_text (view, TRUE);
  const char *at = strstr (text, part);

  g_assert_nonnull (at);
  if (end != NULL)
    *end = (int) g_utf8_pointer_to_offset (text, at + strlen (part));
  return (int) g_utf8_pointer_to_offset (text, at);
}

static void
place_cursor (CareProseView *view, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &iter, offset);
  gtk_text_buffer_place_cursor (buffer_of (view), &iter);
}

/* As keys do. */
static void
type (CareProseView *view, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (gtk_text_buffer_insert_interactive_at_cursor (buffer_of (view), p,
                                                                 (int) (g_utf8_next_char (p) - p), TRUE));
}

static void delete (CareProseView *view, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &end, to);
  gtk_text_buffer_delete_interactive (buffer_of (view), &start, &end, TRUE);
}

static void
test_shows (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, STORED);
  g_autofree char *whole = get_text (view, TRUE);

  assert_visible (view, VISIBLE);
  g_assert_nonnull (strstr (whole, "{figure:17016|£3.8 billion}"));
  assert_stored (view, STORED);
  g_assert_false (care_prose_view_is_edited (view));

  care_prose_view_load (view, "Gone: {figure:99999}.");
  assert_visible (view, "Gone: (missing: Figure).");
  assert_stored (view, "Gone: {figure:99999}.");
  care_prose_view_load (view, NULL);
  assert_visible (view, "");
  assert_stored (view, "");
  close_view (view);
}

static void
test_type_inside (ViewsFixture *fixture, gconstpointer data)
{
  static const char *const inside[] = { "3.8 billion", " billion", "}" };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    {
      CareProseView *view = open_view (fixture, STORED);

      place_cursor (view, find (view, inside[i], NULL));
      type (view, " or so");
      assert_stored (view, "Set up with {figure:17016} or so pooled. [@7004 p.67] The end.");
      place_cursor (view, find (view, "health", NULL));
      type (view, "!");
      assert_stored (view, "Set up with {figure:17016} or so pooled. [@7004 p.67]! The end.");
      g_assert_true (care_prose_view_is_edited (view));
      close_view (view);
    }
}

/* Before the first letter that is seen is before the reference. */
static void
test_type_before (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, STORED);

  place_cursor (view, find (view, "£3.8", NULL));
  type (view, "about ");
  assert_stored (view, "Set up with about {figure:17016} pooled. [@7004 p.67] The end.");
  assert_visible (
    view, "Set up with about £3.8 billion pooled. [Integrating health and social care p.67] The end.");
  close_view (view);
}

/* The key takes the letter that is seen before the cursor, or all of the reference. */
static void
test_backspace (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, STORED);
  int end;

  place_cursor (view, find (view, "£3.8", NULL));
  g_signal_emit_by_name (view, "backspace");
  assert_stored (view, "Set up with{figure:17016} pooled. [@7004 p.67] The end.");
  find (view, "£3.8 billion", &end);
  place_cursor (view, end);
  g_signal_emit_by_name (view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_stored (view, "Set up with{figure:17016}pooled. [@7004 p.67] The end.");
  find (view, "£3.8 billion}", &end);
  place_cursor (view, end);
  g_signal_emit_by_name (view, "backspace");
  assert_stored (view, "Set up withpooled. [@7004 p.67] The end.");
  close_view (view);
}

static void
test_delete_part (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, STORED);
  int from = find (view, "billion", NULL);

  delete (view, from, from + 1);
  assert_stored (view, "Set up with  pooled. [@7004 p.67] The end.");
  care_prose_view_load (view, STORED);
  assert_visible (view, VISIBLE);

  /* From the middle of one to the middle of another. */
  delete (view, find (view, "billion", NULL), find (view, "social", NULL));
  assert_stored (view, "Set up with  The end.");
  close_view (view);
}

/* What is copied of a text brings its references with it. */
static void
test_paste (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, STORED);
  GtkTextIter start, end;
  g_autofree char *copied = NULL;
  int from, to;

  from = find (view, "{figure", NULL);
  find (view, " pooled", &to);
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &end, to);
  copied = gtk_text_buffer_get_slice (buffer_of (view), &start, &end, TRUE);
  find (view, "The end.", &to);
  place_cursor (view, to);
  gtk_text_buffer_insert_at_cursor (buffer_of (view), copied, -1);
  assert_stored (view, STORED "{figure:17016} pooled");
  assert_visible (view, VISIBLE "£3.8 billion pooled");

  /* Into the middle of another one. */
  place_cursor (view, find (view, "billion", NULL));
  gtk_text_buffer_insert_at_cursor (buffer_of (view), copied, -1);
  assert_stored (
    view,
    "Set up with {figure:17016}{figure:17016} pooled pooled. [@7004 p.67] The end.{figure:17016} pooled");
  close_view (view);
}

/* The visible text before the cursor. */
static char *
get_before_cursor (CareProseView *view)
{
  GtkTextIter start, cursor;

  ui_test_settle ();
  gtk_text_buffer_get_start_iter (buffer_of (view), &start);
  gtk_text_buffer_get_iter_at_mark (buffer_of (view), &cursor, gtk_text_buffer_get_insert (buffer_of (view)));
  return gtk_text_buffer_get_text (buffer_of (view), &start, &cursor, FALSE);
}

static void
test_refresh (ViewsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *at;
    const char *before;
  } places[] = {
    { "Set", "Set" },
    { "with", "Set up with" },
    { "pooled", "Set up with £41 billion pooled" },
    { "The end.", "Set up with £41 billion pooled. [Integrating health and social care p.67] The end." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      CareProseView *view = open_view (fixture, STORED);
      g_autofree char *before = NULL;
      int end;

      find (view, places[i].at, &end);
      place_cursor (view, end);
      views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£41 billion");
      assert_visible (view, VISIBLE); /* until it is told */
      care_prose_view_refresh (view);
      before = get_before_cursor (view);
      g_assert_cmpstr (before, ==, places[i].before);
      assert_stored (view, STORED);
      g_assert_false (care_prose_view_is_edited (view));
      views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£3.8 billion");
      close_view (view);
    }
}

static void
test_refresh_while_typing (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, STORED);

  type (view, "Now: ");
  care_prose_view_refresh (view);
  views_fixture_set (fixture, "figure", SAMPLE_MINIMUM, "value", "£41 billion");
  care_prose_view_refresh (view);
  assert_stored (view, "Now: " STORED);
  g_assert_true (care_prose_view_is_edited (view));
  close_view (view);
}

/* What is typed is undone as an act; the cursor is then where that happened. */
static void
test_undo (ViewsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *after;
    int cursor;
  } texts[] = { { "One four.", 4 }, { "One two three four.", 14 }, { "One two four.", 8 }, { "", 0 }, { "One", 3 } };
  CareProseView *view = open_view (fixture, "One two three four.");
  GtkTextIter cursor;

  g_assert_false (gtk_text_buffer_get_enable_undo (buffer_of (view)));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      care_prose_view_follow (view, texts[i].after);
      assert_stored (view, texts[i].after);
      gtk_text_buffer_get_iter_at_mark (buffer_of (view), &cursor, gtk_text_buffer_get_insert (buffer_of (view)));
      g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, texts[i].cursor);
    }
  close_view (view);
}

static void
count_pause (CareProseView *view, guint *n)
{
  *n += 1;
}

static void
test_paused (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, STORED);
  guint n = 0;

  g_signal_connect (view, "paused", G_CALLBACK (count_pause), &n);
  care_prose_view_flush (view);
  g_assert_cmpuint (n, ==, 0); /* nothing was typed */

  type (view, "ab");
  g_assert_true (care_prose_view_is_edited (view));
  ui_test_wait (n == 1);
  g_assert_false (care_prose_view_is_edited (view));

  type (view, "c");
  care_prose_view_flush (view);
  g_assert_cmpuint (n, ==, 2);
  care_prose_view_flush (view);
  g_assert_cmpuint (n, ==, 2);

  /* A text that is loaded takes what waited with it. */
  type (view, "d");
  care_prose_view_load (view, STORED);
  g_assert_false (care_prose_view_is_edited (view));
  care_prose_view_flush (view);
  g_assert_cmpuint (n, ==, 2);
  close_view (view);
}

static void
insert_at (CareProseView *view, int offset, const char *text)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &at, offset);
  gtk_text_buffer_insert (buffer_of (view), &at, text, -1);
}

/* What is typed without a pause and in one place is one change, however often it is
 * saved; a change of place, or a pause of more than a second, begins another. */
static void
test_run (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "A text.");
  GtkTextIter from, to;
  guint n = 0;
  guint run;
  gint64 start;

  g_signal_connect (view, "paused", G_CALLBACK (count_pause), &n);
  insert_at (view, 1, "b");
  run = care_prose_view_get_run (view);
  insert_at (view, 2, "c");
  care_prose_view_flush (view);
  insert_at (view, 3, "d");
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &from, 3);
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &to, 4);
  gtk_text_buffer_delete (buffer_of (view), &from, &to);
  g_assert_cmpuint (care_prose_view_get_run (view), ==, run);
  g_assert_cmpuint (n, ==, 1);

  insert_at (view, 8, "e"); /* elsewhere: what was typed before is told first */
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (care_prose_view_get_run (view), !=, run);
  run = care_prose_view_get_run (view);

  start = g_get_monotonic_time ();
  ui_test_wait (g_get_monotonic_time () - start > 1100 * G_TIME_SPAN_MILLISECOND);
  insert_at (view, 9, "f");
  g_assert_cmpuint (care_prose_view_get_run (view), !=, run);
  close_view (view);
}

/* Who types without ever pausing is saved all the same. */
static void
test_typed_long (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "A text.");
  gint64 start = g_get_monotonic_time (), end = ui_test_deadline ();
  guint n = 0;

  g_signal_connect (view, "paused", G_CALLBACK (count_pause), &n);
  for (int i = 0; n == 0 && g_get_monotonic_time () < end; i++)
    {
      gint64 key = g_get_monotonic_time ();

      insert_at (view, i, "x");
      ui_test_wait (g_get_monotonic_time () - key > 100 * G_TIME_SPAN_MILLISECOND);
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - start, >, G_TIME_SPAN_SECOND);
  close_view (view);
}

/* Only whole references, and nothing of one outside them. */
static void
assert_whole (CareProseView *view, guint most)
{
  g_autofree char *stored = care_prose_view_get_stored (view);
  CareReferenceMatch match;
  gsize from = 0;
  guint n = 0;

  for (; care_reference_next (stored, from, &match); from = match.end)
    {
      gsize mark = from + strcspn (stored + from, "{}[]|@");

      g_assert_cmpuint (mark, ==, match.start);
      n++;
    }
  g_assert_null (strpbrk (stored + from, "{}[]|@"));
  g_assert_cmpuint (n, <=, most);
  {
    /* It is shown as it would be if it were loaded anew. */
    g_autofree char *shown = get_text (view, TRUE);
    g_autofree char *again = care_reference_store (shown);

    g_assert_cmpstr (again, ==, stored);
  }
}

static void
edit_at_random (CareProseView *view)
{
  static const char *const words[] = { "x", "é ", "\n", " and more", "😀", "£5" };
  int length = gtk_text_buffer_get_char_count (buffer_of (view));
  int from = g_test_rand_int_range (0, length + 1);
  int to = g_test_rand_int_range (from, MIN (from + 12, length) + 1);

  place_cursor (view, from);
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      if (from < to)
        delete (view, from, to);
      break;
    case 1:
      g_signal_emit_by_name (view, "backspace");
      break;
    case 2:
      g_signal_emit_by_name (view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
      break;
    default:
      type (view, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    }
}

static void
test_random_edits (ViewsFixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 40; round++)
    {
      CareProseView *view
        = open_view (fixture, STORED " {figure:17013}{figure:17002}[@7001]\n\n{pledge:11003}");

      for (int i = 0; i < 40; i++)
        {
          edit_at_random (view);
          assert_whole (view, 6);
        }
      care_prose_view_follow (view, STORED " {figure:17013}{figure:17002}[@7001]\n\n{pledge:11003}");
      assert_whole (view, 6);
      assert_stored (view, STORED " {figure:17013}{figure:17002}[@7001]\n\n{pledge:11003}");
      close_view (view);
    }
}

/* A place in what is stored is one in what is shown, but for what a reference hides. */
static void
test_place (ViewsFixture *fixture, gconstpointer data)
{
  static const char stored[] = "Yn Ŷ {figure:17016} pooled. [@7004 p.67] The end.";
  CareProseView *view = open_view (fixture, stored);
  gsize figure = (gsize) (strchr (stored, '{') - stored);
  gsize figure_end = (gsize) (strchr (stored, '}') - stored) + 1;
  gsize source = (gsize) (strchr (stored, '[') - stored);
  gsize source_end = (gsize) (strchr (stored, ']') - stored) + 1;

  for (const char *p = stored; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize offset = (gsize) (p - stored);
      gsize expected = offset > figure && offset < figure_end   ? figure
                       : offset > source && offset < source_end ? source
                                                                : offset;

      care_prose_view_set_place (view, offset);
      g_assert_cmpuint (care_prose_view_get_place (view), ==, expected);
    }
  /* Within a letter of several bytes it is before it. */
  care_prose_view_set_place (view, 4);
  g_assert_cmpuint (care_prose_view_get_place (view), ==, 3);
  care_prose_view_set_place (view, 1000);
  g_assert_cmpuint (care_prose_view_get_place (view), ==, strlen (stored));
  assert_stored (view, stored);
  close_view (view);
}

/* What is seen at the first letter of @part. */
static gboolean
has_tag (CareProseView *view, const char *part, const char *property, int value)
{
  GtkTextIter at;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &at, find (view, part, NULL));
  tags = gtk_text_iter_get_tags (&at);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      g_autofree char *is_set = g_strconcat (property, "-set", NULL);
      gboolean set;
      int has;

      g_object_get (l->data, is_set, &set, property, &has, NULL);
      if (set && has == value)
        return TRUE;
    }
  return FALSE;
}

/* What is marked up looks so as it is typed, and only in its own line. */
static void
test_markup (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "One *two* three\n**four** {figure:17016}\nfive");

  g_assert_true (has_tag (view, "two", "style", PANGO_STYLE_ITALIC));
  g_assert_true (has_tag (view, "four", "weight", PANGO_WEIGHT_BOLD));
  g_assert_false (has_tag (view, "three", "style", PANGO_STYLE_ITALIC));
  place_cursor (view, find (view, "five", NULL));
  type (view, "# ");
  g_assert_true (has_tag (view, "five", "weight", PANGO_WEIGHT_BOLD));
  delete (view, find (view, "*two", NULL), find (view, "two", NULL));
  g_assert_false (has_tag (view, "two", "style", PANGO_STYLE_ITALIC));
  g_assert_true (has_tag (view, "four", "weight", PANGO_WEIGHT_BOLD));
  g_assert_true (has_tag (view, "£3.8", "underline", PANGO_UNDERLINE_SINGLE));
  /* Two lines become one, far from the last key. */
  delete (view, find (view, "three\n", NULL), find (view, "**four", NULL));
  place_cursor (view, 0);
  type (view, "x");
  assert_visible (view, "xOne two* **four** £3.8 billion\n# five");
  g_assert_true (has_tag (view, "four", "weight", PANGO_WEIGHT_BOLD));
  close_view (view);
}

/* Nothing that an editor of programs does to numbers and words is done to a figure. */
static void
test_programmers_keys (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "In 1948 " STORED);
  GtkTextIter start, end;

  place_cursor (view, 4);
  g_signal_emit_by_name (view, "change-number", 1);
  g_signal_emit_by_name (view, "change-number", -1);
  place_cursor (view, find (view, "billion", NULL));
  g_signal_emit_by_name (view, "move-words", 1);
  g_signal_emit_by_name (view, "move-words", -1);
  assert_stored (view, "In 1948 " STORED);
  gtk_text_buffer_get_bounds (buffer_of (view), &start, &end);
  gtk_text_buffer_select_range (buffer_of (view), &start, &end);
  g_signal_emit_by_name (view, "change-number", 1);
  g_assert_false (gtk_text_buffer_get_has_selection (buffer_of (view)));
  close_view (view);
}

static CareSuggestions *
suggestions_of (CareProseView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CARE_IS_SUGGESTIONS (child))
      return CARE_SUGGESTIONS (child);
  g_assert_not_reached ();
}

/* What is typed after a sign finds records; what is clicked takes its place, as one
 * change. */
static void
test_complete (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "Set up with  and so on.");
  CareSuggestions *list = suggestions_of (view);
  guint run;

  place_cursor (view, 12);
  type (view, "#");
  run = care_prose_view_get_run (view);
  ui_test_wait (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_assert_cmpint (care_suggestions_get_selected (list), ==, -1);
  type (view, "announced minimum");
  ui_test_wait (care_suggestions_get_selected (list) == 0);
  g_signal_emit_by_name (list, "chosen", 0);
  assert_stored (view, "Set up with {figure:17016} and so on.");
  assert_visible (view, "Set up with £3.8 billion and so on.");
  g_assert_cmpuint (care_prose_view_get_run (view), ==, run);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));

  /* A source by who made it. */
  type (view, " @commons lib");
  ui_test_wait (care_suggestions_get_selected (list) == 0);
  g_signal_emit_by_name (list, "chosen", 0);
  assert_stored (view, "Set up with {figure:17016} [@7004] and so on.");
  close_view (view);
}

/* Nothing is offered for a heading, in what is loaded, or once the cursor has gone. */
static void
test_complete_ends (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "#better");
  CareSuggestions *list = suggestions_of (view);

  ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  care_prose_view_load (view, "one two");
  type (view, "#");
  ui_test_wait (gtk_widget_get_visible (GTK_WIDGET (list)));
  type (view, " ");
  ui_test_wait (!gtk_widget_get_visible (GTK_WIDGET (list)));
  type (view, "#better");
  ui_test_wait (gtk_widget_get_visible (GTK_WIDGET (list)));
  place_cursor (view, 0);
  ui_test_wait (!gtk_widget_get_visible (GTK_WIDGET (list)));
  assert_stored (view, "# #betterone two");
  close_view (view);
}

static gpointer
find_browser (CareProseView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CARE_IS_RECORD_PICKER (child))
      return child;
  return NULL;
}

/* What is chosen from all records takes the place of what is selected. */
static void
test_browse (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "Set up with much and so on.");
  GtkTextIter from, to;

  g_assert_null (find_browser (view));
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &from, 12);
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &to, 16);
  gtk_text_buffer_select_range (buffer_of (view), &from, &to);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "prose.insert-record", NULL));
  g_assert_nonnull (find_browser (view));
  ui_test_wait (gtk_widget_get_mapped (find_browser (view)));
  g_signal_emit_by_name (find_browser (view), "chosen", views_fixture_find (fixture, "figure", 17016));
  assert_stored (view, "Set up with {figure:17016} and so on.");
  assert_visible (view, "Set up with £3.8 billion and so on.");
  gtk_popover_popdown (GTK_POPOVER (find_browser (view)));
  ui_test_settle ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (view), "prose.insert-record", NULL);
  g_assert_false (gtk_widget_get_visible (find_browser (view)));
  close_view (view);
}

/* As the key does. */
static void
ask_menu (CareProseView *view)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer_of (view), &cursor, gtk_text_buffer_get_insert (buffer_of (view)));
  care_prose_view_spell_menu (view, &cursor);
}

static gboolean
is_underlined (CareProseView *view, const char *part)
{
  return has_tag (view, part, "underline", PANGO_UNDERLINE_ERROR);
}

/* What no dictionary knows is underlined, once, and not in the text; and is not any more
 * as soon as it is right, or known. */
static void
test_spelling (ViewsFixture *fixture, gconstpointer data)
{
  static const char stored[] = "Health kare, NHS `kode` and {figure:17016}.\nKare";
  CareProseView *view = open_view (fixture, stored);
  g_autofree char *own = g_build_filename (g_getenv ("ENCHANT_CONFIG_DIR"), "en_GB.dic", NULL);
  g_autofree char *words = NULL;

  ui_test_wait (is_underlined (view, "kare"));
  g_assert_false (is_underlined (view, "Health"));
  g_assert_false (is_underlined (view, "NHS"));
  g_assert_false (is_underlined (view, "kode"));
  g_assert_false (is_underlined (view, "billion"));
  assert_stored (view, stored);
  g_assert_false (care_prose_view_is_edited (view));

  /* The word at the menu: another one in its place, or one more that is known. */
  place_cursor (view, find (view, "kare", NULL) + 1);
  ask_menu (view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "spelling.correct", "s", "care"));
  assert_stored (view, "Health care, NHS `kode` and {figure:17016}.\nKare");
  ui_test_wait (is_underlined (view, "Kare") && !is_underlined (view, "care,"));
  place_cursor (view, find (view, "Kare", NULL) + 1);
  ask_menu (view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "spelling.add", NULL));
  g_assert_false (is_underlined (view, "Kare"));
  g_assert_true (g_file_get_contents (own, &words, NULL, NULL));
  g_assert_nonnull (strstr (words, "Kare"));

  /* Without a dictionary nothing is said of any word. */
  care_prose_view_load (view, "kwestion");
  ui_test_wait (is_underlined (view, "kwestion"));
  care_prose_view_set_language (view, "xx");
  ui_test_wait (!is_underlined (view, "kwestion"));
  close_view (view);
}

/* Words that are marked as Welsh are looked for in the Welsh dictionary, within an English
 * text; and marked from the menu of what is selected. */
static void
test_spelling_of_a_passage (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "Health [iechyd kode](lang:cy) iechyt and care");
  GtkTextIter from, to;
  int end;

  ui_test_wait (is_underlined (view, "iechyt"));
  ui_test_wait (is_underlined (view, "kode"));
  g_assert_false (is_underlined (view, "iechyd"));
  g_assert_false (is_underlined (view, "cy"));

  care_prose_view_load (view, "Health iechyd and care");
  ui_test_wait (is_underlined (view, "iechyd"));
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &from, find (view, "iechyd", &end));
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &to, end);
  gtk_text_buffer_select_range (buffer_of (view), &from, &to);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "prose.language", "s", "cy"));
  assert_stored (view, "Health [iechyd](lang:cy) and care");
  ui_test_wait (!is_underlined (view, "iechyd"));
  close_view (view);
}

/* A dictionary of four words, in the place of any other. */
static char *
make_dictionary (void)
{
  char *folder = g_dir_make_tmp ("carebrief-words-XXXXXX", NULL);
  g_autofree char *hunspell = g_build_filename (folder, "hunspell", NULL);
  g_autofree char *rules = g_build_filename (hunspell, "en_GB.aff", NULL);
  g_autofree char *words = g_build_filename (hunspell, "en_GB.dic", NULL);
  g_autofree char *welsh_rules = g_build_filename (hunspell, "cy.aff", NULL);
  g_autofree char *welsh_words = g_build_filename (hunspell, "cy.dic", NULL);

  g_assert_cmpint (g_mkdir (hunspell, 0700), ==, 0);
  g_assert_true (g_file_set_contents (rules, "SET UTF-8\n", -1, NULL));
  g_assert_true (g_file_set_contents (words, "3\nhealth\ncare\nand\n", -1, NULL));
  g_assert_true (g_file_set_contents (welsh_rules, "SET UTF-8\n", -1, NULL));
  g_assert_true (g_file_set_contents (welsh_words, "1\niechyd\n", -1, NULL));
  g_setenv ("ENCHANT_CONFIG_DIR", folder, TRUE);
  return folder;
}

static void
remove_dictionary (const char *folder)
{
  static const char *const files[] = { "hunspell/en_GB.aff", "hunspell/en_GB.dic", "hunspell/cy.aff", "hunspell/cy.dic",
                                      "hunspell", "en_GB.dic", "en_GB.exc", "cy.dic", "cy.exc" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
select_part (CareProseView *view, const char *part)
{
  GtkTextIter start, end;
  int to;
  int from = find (view, part, &to);

  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer_of (view), &end, to);
  gtk_text_buffer_select_range (buffer_of (view), &start, &end);
}

/* What is selected is put between marks, and taken out of them, as one change. */
static void
test_wrap (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "One two {figure:17016} end");
  guint run = care_prose_view_get_run (view);

  select_part (view, "two");
  care_prose_view_star (view, 2);
  g_assert_cmpuint (care_prose_view_get_run (view), ==, run + 1);
  assert_stored (view, "One **two** {figure:17016} end");
  care_prose_view_star (view, 1);
  assert_stored (view, "One ***two*** {figure:17016} end");
  care_prose_view_star (view, 2);
  assert_stored (view, "One *two* {figure:17016} end");
  care_prose_view_star (view, 1);
  assert_stored (view, "One two {figure:17016} end");

  /* A reference is taken whole. */
  select_part (view, "8 bil");
  care_prose_view_star (view, 1);
  assert_stored (view, "One two *{figure:17016}* end");
  assert_visible (view, "One two *£3.8 billion* end");
  select_part (view, "end");
  care_prose_view_link (view);
  type (view, "x");
  assert_stored (view, "One two *{figure:17016}* [end](x)");
  close_view (view);
}

/* Whole lines, with what they refer to. */
static void
test_move_lines (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "first\n" STORED "\nlast");

  place_cursor (view, find (view, "billion", NULL));
  g_signal_emit_by_name (view, "move-lines", TRUE);
  assert_stored (view, "first\nlast\n" STORED);
  g_signal_emit_by_name (view, "move-lines", FALSE);
  g_signal_emit_by_name (view, "move-lines", FALSE);
  assert_stored (view, STORED "\nfirst\nlast");
  assert_visible (view, VISIBLE "\nfirst\nlast");
  close_view (view);
}

/* (transfer full): what is drawn of it beyond what GTK draws. */
static GskRenderNode *
draw_hint (CareProseView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  care_prose_view_snapshot_hint (view, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Only where nothing is written. */
static void
test_hint (ViewsFixture *fixture, gconstpointer data)
{
  CareProseView *view = open_view (fixture, "");
  GskRenderNode *drawn;

  g_assert_null (draw_hint (view));
  care_prose_view_set_hint (view, "What is at issue");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, "What is at issue");
  drawn = draw_hint (view);
  g_assert_nonnull (drawn);
  gsk_render_node_unref (drawn);
  type (view, "x");
  g_assert_null (draw_hint (view));
  close_view (view);
}

static void
add (const char *path, void (*test) (ViewsFixture *fixture, gconstpointer data))
{
  g_test_add (path, ViewsFixture, NULL, views_fixture_set_up, test, views_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *dictionary = make_dictionary ();
  int status;

  ui_test_init (&argc, &argv);

  add ("/prose-view/shows", test_shows);
  add ("/prose-view/type-inside", test_type_inside);
  add ("/prose-view/type-before", test_type_before);
  add ("/prose-view/backspace", test_backspace);
  add ("/prose-view/delete-part", test_delete_part);
  add ("/prose-view/paste", test_paste);
  add ("/prose-view/refresh", test_refresh);
  add ("/prose-view/refresh-while-typing", test_refresh_while_typing);
  add ("/prose-view/undo", test_undo);
  add ("/prose-view/paused", test_paused);
  add ("/prose-view/run", test_run);
  add ("/prose-view/typed-long", test_typed_long);
  add ("/prose-view/random-edits", test_random_edits);
  add ("/prose-view/place", test_place);
  add ("/prose-view/markup", test_markup);
  add ("/prose-view/programmers-keys", test_programmers_keys);
  add ("/prose-view/move-lines", test_move_lines);
  add ("/prose-view/complete", test_complete);
  add ("/prose-view/complete-ends", test_complete_ends);
  add ("/prose-view/browse", test_browse);
  add ("/prose-view/spelling", test_spelling);
  add ("/prose-view/spelling-of-a-passage", test_spelling_of_a_passage);
  add ("/prose-view/wrap", test_wrap);
  add ("/prose-view/hint", test_hint);
  status = g_test_run ();
  remove_dictionary (dictionary);
  return status;
}
