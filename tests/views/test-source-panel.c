/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is quoted from a source is looked for in its kept passage, and shown beside it. */

#include "care-difference-label.h"
#include "care-record-pane.h"
#include "care-panel.h"
#include "views-fixture.h"

#include <string.h>

#define ARTICLE 7002 /* has quotations, and no passage at first */
#define QUOTATION 24014

static CareRecordPane *
open_pane (ViewsFixture *fixture, const char *kind, CareId id)
{
  CareRecordPane *pane = CARE_RECORD_PANE (care_record_pane_new ());

  ui_test_show (GTK_WIDGET (pane), 500, 900);
  care_record_pane_set_library (pane, fixture->library);
  care_record_pane_show (pane, views_fixture_find (fixture, kind, id));
  ui_test_settle ();
  return pane;
}

static void
close_pane (CareRecordPane *pane)
{
  views_fixture_destroy (gtk_widget_get_root (GTK_WIDGET (pane)), pane);
}

static gboolean
shows (CareRecordPane *pane, const char *text)
{
  GtkWidget *panel = ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL);

  return panel != NULL && ui_test_find_label (panel, GTK_TYPE_LABEL, text) != NULL;
}

static void
test_quotation (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane = open_pane (fixture, "quotation", QUOTATION);

  g_assert_true (shows (pane, "To look for a quotation, keep the passage of the source."));
  views_fixture_set (fixture, "source", ARTICLE, "passage", "He spoke of ‘with no new structural re-organisation’, he said.");
  ui_test_settle ();
  g_assert_true (shows (pane, "Found in the kept passage · No structural reorganisation"));
  views_fixture_set (fixture, "source", ARTICLE, "passage", "with no new structural change");
  ui_test_settle ();
  g_assert_true (shows (pane, "Differs from the kept passage · No structural reorganisation"));
  g_assert_true (shows (pane, "with no new structural change re-organisation"));
  views_fixture_set (fixture, "source", ARTICLE, "passage", "quite other words");
  ui_test_settle ();
  g_assert_true (shows (pane, "Not found in the kept passage · No structural reorganisation"));
  close_pane (pane);
}

static void
test_source (ViewsFixture *fixture, gconstpointer data)
{
  CareRecordPane *pane;

  views_fixture_set (fixture, "source", ARTICLE, "passage", "my message is go for full integration");
  pane = open_pane (fixture, "source", ARTICLE);
  g_assert_true (shows (pane, "“my message is go for full integration”"));
  g_assert_true (shows (pane, "Found in the kept passage"));
  g_assert_nonnull (ui_test_find (ui_test_find (GTK_WIDGET (pane), CARE_TYPE_PANEL), ADW_TYPE_EXPANDER_ROW));
  close_pane (pane);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/source-panel/quotation", ViewsFixture, NULL, views_fixture_set_up, test_quotation, views_fixture_tear_down);
  g_test_add ("/source-panel/source", ViewsFixture, NULL, views_fixture_set_up, test_source, views_fixture_tear_down);
  return g_test_run ();
}
