/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "views-fixture.h"

#include "care-library-private.h"

#include "care-library-json.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

static void
open_library (ViewsFixture *fixture, CareLibraryMode mode)
{
  g_autoptr (GError) error = NULL;

  fixture->library = care_library_open (fixture->path, mode, &error);
  g_assert_no_error (error);
}

void
views_fixture_set_up (ViewsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  fixture->folder = g_dir_make_tmp ("carebrief-views-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sample.carebrief", NULL);

  g_file_get_contents (g_getenv ("CAREBRIEF_SAMPLE"), &text, &length, &error);
  g_assert_no_error (error);
  {
    g_autoptr (GBytes) bytes = g_bytes_new (text, length);
    g_autoptr (GPtrArray) records = care_library_json_read (bytes, NULL, &error);

    g_assert_no_error (error);
    care_library_create (fixture->path, records, &error);
    g_assert_no_error (error);
  }
  open_library (fixture, CARE_LIBRARY_WRITE);
}

void
views_fixture_tear_down (ViewsFixture *fixture, gconstpointer data)
{
  if (fixture->library != NULL)
    {
      care_library_settle (fixture->library);
      ui_test_settle ();
      g_assert_finalize_object (fixture->library);
    }
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Closes the library, of which nobody may hold on, and opens it again. */
void
views_fixture_reopen (ViewsFixture *fixture)
{
  care_library_settle (fixture->library);
  ui_test_settle (); /* whoever waits for an act is told */
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  open_library (fixture, CARE_LIBRARY_WRITE);
}

/* The same, but only to be read. */
void
views_fixture_reopen_read_only (ViewsFixture *fixture)
{
  care_library_settle (fixture->library);
  ui_test_settle (); /* whoever waits for an act is told */
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  open_library (fixture, CARE_LIBRARY_READ);
}

CareRecord *
views_fixture_find (ViewsFixture *fixture, const char *kind, CareId id)
{
  CareRecord *record = care_library_find (fixture->library, kind, id);

  g_assert_nonnull (record);
  return record;
}

/* Changes a field behind the views' backs, as another view would. */
void
views_fixture_set (ViewsFixture *fixture, const char *kind, CareId id, const char *field, const char *text)
{
  g_autoptr (CareAct) act = care_act_new ("Change");
  g_autoptr (GError) error = NULL;

  care_act_set (act, views_fixture_find (fixture, kind, id), field, text, &error);
  g_assert_no_error (error);
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
}

/* Puts a record in behind the views' backs: names of fields and their values,
 * then NULL. */
CareRecord *
views_fixture_insert (ViewsFixture *fixture, const char *kind, CareId id, ...)
{
  g_autoptr (CareRecord) record = care_record_new (care_kind_find (kind), id);
  g_autoptr (CareAct) act = care_act_new ("Insert");
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list args;

  va_start (args, id);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      care_record_set (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  care_act_insert (act, record);
  care_library_apply (fixture->library, act, &error);
  g_assert_no_error (error);
  return views_fixture_find (fixture, kind, id);
}

/* The value that the library holds now. */
const char *
views_fixture_get (ViewsFixture *fixture, const char *kind, CareId id, const char *field)
{
  care_library_settle (fixture->library);
  return care_record_get (views_fixture_find (fixture, kind, id), field);
}

/* From now on the disk is full, or has room again, for all that this process writes. */
void
views_fixture_set_full (gboolean full)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = full ? 1000 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

typedef struct
{
  GRecMutex *lock;
  GMutex *released; /* held as long as the disk is stuck */
  int holds;        /* atomic */
} Holding;

/* @data is gone once it says that it holds. */
static gpointer
hold (gpointer data)
{
  Holding holding = *(Holding *) data;

  g_rec_mutex_lock (holding.lock);
  g_atomic_int_set (&((Holding *) data)->holds, 1);
  g_mutex_lock (holding.released);
  g_mutex_unlock (holding.released);
  g_rec_mutex_unlock (holding.lock);
  return NULL;
}

/* While it is stuck, nothing that is done comes to an end, as if the disk did not answer. */
void
views_fixture_set_stuck (ViewsFixture *fixture, gboolean stuck)
{
  static GMutex released;
  static GThread *holder;

  if (stuck)
    {
      Holding holding = { &fixture->library->lock, &released, 0 };

      g_mutex_lock (&released);
      holder = g_thread_new ("stuck", hold, &holding);
      while (!g_atomic_int_get (&holding.holds))
        g_usleep (1000);
      return;
    }
  g_mutex_unlock (&released);
  g_thread_join (holder);
}

/* While it is broken, what reads themes fails. */
void
views_fixture_set_broken (ViewsFixture *fixture, gboolean broken)
{
  const char *sql = broken ? "ALTER TABLE theme RENAME TO broken" : "ALTER TABLE broken RENAME TO theme";

  g_assert_cmpint (sqlite3_exec (fixture->library->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
ignore (GObject *library, GAsyncResult *result, gpointer data)
{
  g_free (care_library_done_finish (CARE_LIBRARY (library), result, NULL));
}

/* As views_fixture_set_stuck(), with something that is being saved. */
void
views_fixture_get_stuck (ViewsFixture *fixture)
{
  g_autoptr (CareAct) act = care_act_new ("Rename");
  g_autoptr (GError) error = NULL;

  care_act_set (act, views_fixture_find (fixture, "actor", 1002), "name", "The Labour Party", &error);
  g_assert_no_error (error);
  views_fixture_set_stuck (fixture, TRUE);
  care_library_apply_async (fixture->library, act, ignore, NULL);
}

/* A backup as if it had been made then: "20150512T091400.000Z". Where that is known
 * to app/store/ only. */
char *
views_fixture_add_backup (ViewsFixture *fixture, const char *time)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, fixture->path, -1);
  g_autofree char *folder
    = g_strdup_printf ("%s/carebrief/backups/sample-%.16s", g_get_user_data_dir (), hash);
  g_autofree char *path = g_strdup_printf ("%s/%s.carebrief", folder, time);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  care_library_save_copy (fixture->library, path, TRUE, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* (nullable): a part of a CareWindow: of its template; or the editor, the search or one of
 * its views, which are not there before they are shown. */
gpointer
views_fixture_part (gpointer window, const char *name)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), "stack"));
  AdwViewStack *views = ADW_VIEW_STACK (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), "views"));
  GtkWidget *place = adw_view_stack_get_child_by_name (views, name);

  if (place != NULL)
    return adw_bin_get_child (ADW_BIN (place));
  if (gtk_stack_get_child_by_name (stack, name) != NULL)
    return gtk_stack_get_child_by_name (stack, name);
  return gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), name);
}

/* Destroys @window; neither it nor @widget, which is in it, may stay behind. */
void
views_fixture_destroy (gpointer window, gpointer widget)
{
  gpointer watched = widget;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (watched, &watched);
  gtk_window_destroy (window);
  ui_test_wait (window == NULL && watched == NULL);
}

static gboolean
is_in_sight (GtkWidget *widget, GtkWidget *root)
{
  for (; widget != root; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
      return FALSE;
  return TRUE;
}

static guint
count_labels (GtkWidget *widget, GtkWidget *root, const char *text)
{
  guint n = GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0
            && is_in_sight (widget, root);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, root, text);
  return n;
}

/* How many labels that can be seen in @root say @text. */
guint
views_fixture_count_labels (gpointer root, const char *text)
{
  return count_labels (root, root, text);
}

/* (transfer none) (nullable): the open window of that type. */
gpointer
views_fixture_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* It can be as narrow as the narrowest window of CareBrief. */
void
views_fixture_assert_fits (gpointer window)
{
  int least;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

static void
tell (GSimpleAction *action, GVariant *parameter, gpointer told)
{
  g_string_assign (told, g_variant_get_string (parameter, NULL));
}

/* A window as that of a library: what it is told in passing is put into @told. */
GtkWindow *
views_fixture_show_parent (GString *told)
{
  GtkWindow *window = ui_test_show (gtk_label_new ("Parent"), 400, 300);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("tell", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (tell), told);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
  return window;
}
