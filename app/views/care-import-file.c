/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-import-file.h"

#include "care-csv-read.h"
#include "care-deflator-csv.h"
#include "care-drafts.h"
#include "care-exchange-error.h"
#include "care-figures-csv.h"
#include "care-library-json.h"
#include "care-store-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the thread gives: of JSON the records, which need no library to be read; of
 * CSV the bytes, as a row says "Labour" where the library has an id. */
typedef struct
{
  GBytes *bytes;
  gboolean is_deflator; /* the CSV is an index of prices */
  GPtrArray *records;
  GPtrArray *problems;
  GError *error;
} Contents;

static void
contents_free (Contents *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
is_csv (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".csv");
}

/* Only a plain file: to open a pipe would wait for its other end. */
static gboolean
check_file (GFile *file, goffset *size, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, NULL, &reason);

  if (info == NULL)
    {
      g_set_error (error, G_IO_ERROR, reason->code,
                   _ ("“%s” is not there or may not be read; choose another file"), name);
      return FALSE;
    }
  *size = g_file_info_get_size (info);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("“%s” is not a file that can be imported; choose a JSON or CSV file"), name);
      return FALSE;
    }
  if (*size > MAX (CARE_LIBRARY_JSON_MAX_BYTES, CARE_CSV_MAX_BYTES))
    {
      g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("“%s” is too large to be imported; divide it into several files"), name);
      return FALSE;
    }
  return TRUE;
}

/* Neither the library that is open, of which to close the file again would drop the
 * locks, nor any other: those are merged. */
static gboolean
check_is_no_library (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;

  if (path == NULL || !care_library_is_at (path))
    return TRUE;
  name = g_file_get_parse_name (file);
  g_set_error (error, CARE_STORE_ERROR, CARE_STORE_ERROR_EXISTS,
               _ ("“%s” is a CareBrief library, which cannot be imported; choose a JSON or CSV file"), name);
  return FALSE;
}

static GBytes *
read_bytes (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *buffer = NULL;
  goffset size;
  gsize n_read = 0;

  if (!check_file (file, &size, error) || !check_is_no_library (file, error))
    return NULL;
  buffer = g_malloc ((gsize) size + 1);
  stream = g_file_read (file, NULL, &reason);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, (gsize) size, &n_read, NULL, &reason))
    {
      g_set_error (error, G_IO_ERROR, reason->code, _ ("“%s” may not be read; ask its owner for access"),
                   name);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), n_read);
}

static void
read_in_thread (GTask *task, gpointer library, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  Contents *contents = g_new0 (Contents, 1);

  contents->bytes = read_bytes (file, &contents->error);
  if (contents->bytes != NULL && !is_csv (file))
    contents->records = care_library_json_read (contents->bytes, &contents->problems, &contents->error);
  else if (contents->bytes != NULL)
    contents->is_deflator = care_deflator_csv_is_one (contents->bytes);
  g_task_return_pointer (task, contents, (GDestroyNotify) contents_free);
}

static GListModel *
list_kind (const char *kind, gpointer library)
{
  return care_library_list (library, kind);
}

static void
read_csv (Contents *contents, CareLibrary *library)
{
  g_autoptr (CareNames) names = care_names_new (care_library_lookup, list_kind, library);

  contents->records = care_figures_csv_read (contents->bytes, names, care_library_make_id (),
                                             &contents->problems, &contents->error);
}

/* (transfer full): what an index is called that comes in @file: as that is, or, where there is one
 * of that name, with a number. */
static char *
name_deflator (GFile *file, GListModel *deflators)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *stem = g_strndup (shown, strlen (shown) - strlen (".csv"));
  char *name = g_strdup (stem);

  for (guint i = 2; care_deflator_csv_has_name (deflators, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", stem, i);
    }
  return name;
}

static void
read_deflator (Contents *contents, CareLibrary *library, GFile *file)
{
  GListModel *deflators = care_library_list (library, "deflator");
  g_autofree char *name = name_deflator (file, deflators);

  contents->records = care_deflator_csv_read (contents->bytes, name, deflators, care_library_make_id (),
                                              &contents->problems, &contents->error);
}

/**
 * care_import_file_read_async:
 * @library: the library that it is for
 * @file: a file; one whose name ends in ".csv" is read as figures or an index of prices, any
 *   other as JSON
 * @callback: called when it has been read
 * @data: for @callback
 *
 * Reads @file without making anybody wait for the disk.
 */
void
care_import_file_read_async (CareLibrary *library, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (library, NULL, callback, data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * care_import_file_read_finish:
 * @library: the library that it is for
 * @result: what the callback was given
 * @problems: (out) (transfer full) (nullable) (element-type CareProblem): all that
 *   is wrong with it, if it could be read at all
 * @error: return location for a #GIOErrorEnum, #CareStoreError or #CareExchangeError
 *
 * Returns: (transfer full) (nullable) (element-type CareRecord): the records of the
 *   file, all of whose references are in it or in @library; %NULL if anything is
 *   wrong.
 */
GPtrArray *
care_import_file_read_finish (CareLibrary *library, GAsyncResult *result, GPtrArray **problems,
                              GError **error)
{
  Contents *contents = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) records = NULL;

  *problems = NULL;
  if (contents->error == NULL && contents->is_deflator)
    read_deflator (contents, library, g_task_get_task_data (G_TASK (result)));
  else if (contents->error == NULL && contents->records == NULL)
    read_csv (contents, library);
  records = g_steal_pointer (&contents->records);
  *problems = g_steal_pointer (&contents->problems);
  if (contents->error != NULL)
    g_propagate_error (error, g_steal_pointer (&contents->error));
  contents_free (contents);
  if (records == NULL)
    return NULL;
  g_clear_pointer (problems, g_ptr_array_unref);
  *problems = care_drafts_check_references (records, care_library_lookup, library);
  return care_problem_list_check (*problems, error) ? g_steal_pointer (&records) : NULL;
}
