/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-export.h"

#include "care-deadline-calendar.h"
#include "care-export.h"

#include <glib/gi18n.h>
#include <string.h>

/* Sharp on paper. */
#define PNG_DPI 300

/* The library is opened a second time: all that is told of it is read in the thread. */
typedef struct
{
  char *library_path;
  CareLibrary *library;
  CareDay today;
  CareTimelineChoice choice;
  CarePaper paper;
  char *path;
  char *name;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_free (self->library_path);
  g_clear_object (&self->library);
  g_free (self->choice.typed);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static gboolean
ends_in (const Export *self, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (self->name, -1);

  return g_str_has_suffix (lower, ending);
}

static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return care_library_check_not_at (path, error)
         && g_file_set_contents_full (path, data, (gssize) length,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

/* "timeline.svg"; of several sheets "timeline-2.svg" */
static char *
name_sheet (const Export *self, guint sheet, guint n_sheets)
{
  const char *ending = strrchr (self->path, '.');

  return n_sheets == 1 ? g_strdup (self->path)
                       : g_strdup_printf ("%.*s-%u%s", (int) (ending - self->path), self->path, sheet + 1, ending);
}

/* The person was asked about one file only. */
static gboolean
check_free (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
               _ ("The poster has several sheets, and “%s” is there already; choose another name or folder"), name);
  return FALSE;
}

/* All of its sheets, or none where it is cancelled. */
static gboolean
write_pictures (const Export *self, CareTimelinePoster *poster, GCancellable *cancellable, GError **error)
{
  guint n_sheets = care_timeline_poster_get_n_sheets (poster);
  g_autoptr (GPtrArray) drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint sheet = 0; sheet < n_sheets; sheet++)
    {
      g_autofree char *path = name_sheet (self, sheet, n_sheets);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || (n_sheets > 1 && !check_free (path, error)))
        return FALSE;
      g_ptr_array_add (drawn, ends_in (self, ".svg") ? care_timeline_poster_to_svg (poster, sheet)
                                                     : care_timeline_poster_to_png (poster, sheet, PNG_DPI));
    }
  for (guint sheet = 0; sheet < n_sheets; sheet++)
    {
      g_autofree char *path = name_sheet (self, sheet, n_sheets);

      if (!write_bytes (path, g_ptr_array_index (drawn, sheet), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_poster (const Export *self, const CareTimelineOutlook *outlook, const CareTimelineAsk *ask, GCancellable *cancellable,
              GError **error)
{
  g_autofree char *title = care_timeline_filter_name (&self->choice.filter, outlook->content);
  g_autofree char *only = care_timeline_filter_say (&self->choice.filter, outlook->content, self->choice.typed);
  g_autoptr (CareTimelinePoster) poster
    = care_timeline_poster_new (outlook->content, outlook->lanes, ask, title, only, self->paper);
  g_autoptr (GBytes) pdf = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (ends_in (self, ".svg") || ends_in (self, ".png"))
    return write_pictures (self, poster, cancellable, error);
  pdf = care_timeline_poster_to_pdf (poster, error);
  return pdf != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) && write_bytes (self->path, pdf, error);
}

static gboolean
write_calendar (const Export *self, const CareTimelineOutlook *outlook, const CareTimelineAsk *ask, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GBytes) calendar = care_deadline_calendar_write (outlook->content, outlook->lanes, ask);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) && write_bytes (self->path, calendar, error);
}

static gboolean
write_file (Export *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CareTimelineOutlook) outlook = NULL;
  CareTimelineAsk ask;

  self->library = care_library_open (self->library_path, CARE_LIBRARY_READ, error);
  if (self->library == NULL)
    return FALSE;
  outlook = care_timeline_look (self->library, NULL, self->today, &self->choice, cancellable, error);
  if (outlook == NULL)
    return FALSE;
  ask = care_timeline_records_ask (self->library, self->choice.as_of, self->today, self->choice.filter.briefing);
  return ends_in (self, ".ics") ? write_calendar (self, outlook, &ask, cancellable, error)
                                : write_poster (self, outlook, &ask, cancellable, error);
}

static void
write_in_thread (GTask *task, gpointer file, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;

  if (write_file (self, cancellable, &error))
    g_task_return_pointer (task, g_strdup_printf (_ ("Exported “%s”"), self->name), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * care_timeline_export_async:
 * @desk: a desk that has a library in which all is saved
 * @paper: how large the sheets of a poster are
 * @file: where to, by a name that says as what: deadlines in ".ics", a poster in ".svg" or ".png",
 *   each sheet of it in a file, or else in PDF
 * @cancellable: (nullable): ends it early; nothing is written then
 * @callback: called with what care_timeline_export_finish() takes
 * @data: for @callback
 *
 * Writes what is chosen of the timeline. Does not wait.
 */
void
care_timeline_export_async (CareTimelineDesk *desk, CarePaper paper, GFile *file, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Export *export = g_new0 (Export, 1);

  care_export_hold_program (TRUE);
  export->library_path = g_strdup (care_library_get_path (care_timeline_desk_get_library (desk)));
  export->today = care_timeline_desk_get_today (desk);
  export->choice = *care_timeline_desk_get_choice (desk);
  export->choice.typed = g_strdup (export->choice.typed);
  export->paper = paper;
  export->path = g_file_get_path (file);
  export->name = g_file_get_basename (file);
  g_task_set_task_data (task, export, export_free);
  /* What is written by then is told as written. */
  g_task_set_check_cancellable (task, FALSE);
  if (export->path == NULL)
    g_task_return_new_error (task, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                             _ ("“%s” is not on this computer; choose a folder that is"), export->name);
  else
    g_task_run_in_thread (task, write_in_thread);
}

/**
 * care_timeline_export_finish:
 * @result: what the callback was given; it has to be finished once
 * @error: return location for a #CareStoreError, a #GFileError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a sentence that says it is done.
 */
char *
care_timeline_export_finish (GAsyncResult *result, GError **error)
{
  Export *export = g_task_get_task_data (G_TASK (result));

  care_export_hold_program (FALSE);
  g_clear_object (&export->library);
  return g_task_propagate_pointer (G_TASK (result), error);
}
