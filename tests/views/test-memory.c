/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that shows one library after another takes no more memory for it. */

#include "care-hyphenation.h"
#include "care-window.h"
#include "resident.h"
#include "views-fixture.h"

/* tools/faults does it 200 times. */
#define N_TIMES 10

/* Until then caches are filled, which are for ever. */
#define N_BEFORE 10

static guint
count_times (void)
{
  const char *wanted = g_getenv ("CARE_OPENINGS");

  return wanted == NULL ? N_TIMES : (guint) g_ascii_strtoull (wanted, NULL, 10);
}

static void
open_and_close (ViewsFixture *fixture, CareWindow *window)
{
  care_window_set_library (window, fixture->library, care_day_from_ymd (2015, 5, 7));
  care_window_show_figure (window, views_fixture_find (fixture, "figure", SAMPLE_MINIMUM));
  ui_test_settle ();
  care_window_open_briefing (window, views_fixture_find (fixture, "briefing", SAMPLE_BRIEFING));
  ui_test_settle ();
  care_window_close_library (window);
  views_fixture_reopen (fixture);
}

static void
test_open_and_close (ViewsFixture *fixture, gconstpointer data)
{
  CareWindow *window = CARE_WINDOW (care_window_new (NULL));
  guint n_times = count_times ();
  gint64 before = 0;
  gint64 after;

  gtk_window_present (GTK_WINDOW (window));
  /* A dictionary is read when a page is first composed, which may be late, and kept. */
  g_array_unref (care_hyphenation_find ("integration", "en-gb", FALSE));
  for (guint i = 0; i < N_BEFORE + n_times; i++)
    {
      if (i == N_BEFORE)
        before = resident_get ();
      open_and_close (fixture, window);
    }
  after = resident_get ();
  g_test_message ("%" G_GINT64_FORMAT " kB before, %" G_GINT64_FORMAT " kB after", before / 1024, after / 1024);
  g_assert_cmpint (after - before, <, before / 100);
  views_fixture_destroy (window, window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/memory/open-and-close", ViewsFixture, NULL, views_fixture_set_up, test_open_and_close,
              views_fixture_tear_down);
  return g_test_run ();
}
