/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-source-adding.h"

#include "care-exchange-error.h"
#include "care-source-file.h"
#include "care-source-plan.h"
#include "care-tell.h"

#include <glib/gi18n.h>
#include <string.h>

/* One adding, until it is told what has come of it. */
#define CARE_TYPE_SOURCE_ADDING (care_source_adding_get_type ())
G_DECLARE_FINAL_TYPE (CareSourceAdding, care_source_adding, CARE, SOURCE_ADDING, GObject)

struct _CareSourceAdding
{
  GObject parent_instance;

  GtkWindow *window;
  CareLibrary *library;
  CareSourcesAdded added;
  GPtrArray *files; /* of GFile, to be read */
  GPtrArray *drafts;
  CareId first;
};

G_DEFINE_FINAL_TYPE (CareSourceAdding, care_source_adding, G_TYPE_OBJECT)

static void
care_source_adding_finalize (GObject *object)
{
  CareSourceAdding *self = CARE_SOURCE_ADDING (object);

  g_object_unref (self->window);
  g_object_unref (self->library);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  G_OBJECT_CLASS (care_source_adding_parent_class)->finalize (object);
}

static void
care_source_adding_class_init (CareSourceAddingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_source_adding_finalize;
}

static void
care_source_adding_init (CareSourceAdding *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

static CareSourceAdding *
adding_new (GtkWindow *window, CareLibrary *library, CareSourcesAdded added)
{
  CareSourceAdding *self = g_object_new (CARE_TYPE_SOURCE_ADDING, NULL);

  self->window = g_object_ref (window);
  self->library = g_object_ref (library);
  self->added = added;
  return self;
}

static void
applied (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareSourceAdding) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = care_library_done_finish (self->library, result, &error);
  CareRecord *first = sentence == NULL ? NULL : care_library_find (self->library, "source", self->first);

  /* What the disk refuses, the window tells. */
  if (sentence == NULL && care_library_get_trouble (self->library) == NULL)
    care_tell_refused (self->window, _ ("Nothing Was Imported"), error);
  if (first != NULL)
    self->added (self->window, first, self->drafts->len);
}

static void
makers_found (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareSourceAdding) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSourceMakers) makers = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (CareAct) act = makers == NULL ? NULL : care_source_plan_add (makers, self->drafts, &self->first, &error);

  if (act == NULL)
    care_tell_refused (self->window, _ ("Nothing Was Imported"), error);
  else
    care_library_apply_async (CARE_LIBRARY (library), act, applied, g_steal_pointer (&self));
}

static void
find_makers_in_thread (GTask *task, gpointer library, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CareSourceMakers *makers = care_source_makers_find (library, data, &error);

  if (makers != NULL)
    g_task_return_pointer (task, makers, (GDestroyNotify) care_source_makers_free);
  else
    g_task_return_error (task, error);
}

/* Takes @object, which is held until the library can be read. */
static void
find_makers (GObject *object)
{
  CareSourceAdding *self = CARE_SOURCE_ADDING (object);
  g_autoptr (GTask) task = g_task_new (self->library, NULL, makers_found, self);

  g_task_set_task_data (task, g_ptr_array_ref (self->drafts), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, find_makers_in_thread);
}

/* Not before it is known which bodies and people there are, with those that are being
 * put in. */
static void
apply_when_known (CareSourceAdding *self)
{
  care_library_when_readable (self->library, find_makers, G_OBJECT (g_object_ref (self)));
}

/**
 * care_source_adding_text:
 * @window: the window that is told what comes of it
 * @library: a library that can be written
 * @text: a citation, a link, CSL-JSON, RIS, or a passage
 * @added: called once it is saved
 *
 * Adds the sources that @text means as one act. Does not wait.
 */
void
care_source_adding_text (GtkWindow *window, CareLibrary *library, const char *text, CareSourcesAdded added)
{
  g_autoptr (CareSourceAdding) self = adding_new (window, library, added);
  g_autoptr (GError) error = NULL;

  self->drafts = care_source_pasted_read (text, &error);
  if (self->drafts == NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", error->message);
  else
    apply_when_known (self);
}

/* Of a PDF only the name is kept. */
static gboolean
is_pdf (const char *name)
{
  gsize length = strlen (name);

  return length >= 4 && g_ascii_strcasecmp (name + length - 4, ".pdf") == 0;
}

/* Only a plain file: to open a pipe would wait for its other end. */
static GBytes *
read_bytes (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = g_file_query_info (
    file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  gboolean is_plain = info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR;
  GBytes *bytes;

  if (is_plain && is_pdf (name))
    return g_bytes_new (NULL, 0);
  if (is_plain && g_file_info_get_size (info) > CARE_SOURCE_MAX_BYTES)
    {
      g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("“%s” is too large to be kept; copy the passage that matters and paste that"), name);
      return NULL;
    }
  bytes = is_plain ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL;
  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("“%s” may not be read; choose another file"), name);
  return bytes;
}

/* What a browser gives is a link, which is not followed. */
static GPtrArray *
read_file (GFile *file, GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_is_native (file))
    return care_source_pasted_read (uri, error);
  bytes = read_bytes (file, error);
  return bytes == NULL ? NULL : care_source_file_read (bytes, name, error);
}

static void
read_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  CareSourceAdding *self = data;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) care_source_draft_free);

  for (guint i = 0; i < self->files->len; i++)
    {
      GError *error = NULL;
      GPtrArray *read = read_file (g_ptr_array_index (self->files, i), &error);

      if (read == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_extend_and_steal (drafts, read);
    }
  g_task_return_pointer (task, g_steal_pointer (&drafts), (GDestroyNotify) g_ptr_array_unref);
}

static void
files_read (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareSourceAdding) self = data;
  g_autoptr (GError) error = NULL;

  self->drafts = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->drafts == NULL)
    care_tell_refused (self->window, _ ("Nothing Was Imported"), error);
  else if (self->drafts->len > 0)
    apply_when_known (self);
}

/**
 * care_source_adding_files:
 * @window: the window that is told what comes of it
 * @library: a library that can be written
 * @files: (element-type GFile): CSL-JSON, RIS, pages, texts, PDFs, or links
 * @added: called once it is saved
 *
 * Adds the sources that @files tell of as one act, or none of them. Does not wait.
 */
void
care_source_adding_files (GtkWindow *window, CareLibrary *library, GSList *files, CareSourcesAdded added)
{
  CareSourceAdding *self = adding_new (window, library, added);
  g_autoptr (GTask) task = g_task_new (window, NULL, files_read, self);

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (self->files, g_object_ref (l->data));
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_in_thread);
}
