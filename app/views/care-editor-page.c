/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page pane of the editor: composes the pages from a snapshot after a
 * pause, says whether they fit, and exports them. */

#include "care-editor-private.h"

#include "care-export.h"
#include "care-print.h"
#include "care-file-name.h"
#include "care-tell.h"

#include <glib/gi18n.h>
#include <string.h>

/* The page follows what was typed within this time of its being saved, and the cursor
 * within this time of its moving. */
#define RELAYOUT_MS 60
/* What would make it fit is tried by composing it again and again, when a person looks up. */
#define SUGGEST_MS 800
/* About as high as a line on the page. */
#define LINE_PX 20

/* Scrolls so that @place is at a @share of what is in sight, unless it is in sight already
 * with a line below it. */
static void
scroll_to (GtkAdjustment *adjustment, double place, double share)
{
  double from = gtk_adjustment_get_value (adjustment);
  double size = gtk_adjustment_get_page_size (adjustment);

  if (place < from || place > from + size - LINE_PX)
    gtk_adjustment_set_value (adjustment, place - size * share);
}

static void
bring_into_sight (CareEditor *self, double x, double y)
{
  scroll_to (gtk_scrolled_window_get_hadjustment (self->page_scroller), x, 0.05);
  scroll_to (gtk_scrolled_window_get_vadjustment (self->page_scroller), y, 0.25);
}

static gboolean
suggest (gpointer data)
{
  CareEditor *self = data;
  CarePages *pages = care_page_view_get_pages (self->page_view);
  g_autofree char *fit = pages == NULL ? NULL : care_pages_describe_fit (pages);
  g_autofree char *suggestion = pages == NULL ? NULL : care_pages_suggest (pages);
  g_autofree char *both = suggestion == NULL ? NULL : g_strdup_printf ("%s. %s.", fit, suggestion);

  self->suggesting = 0;
  if (both != NULL)
    gtk_label_set_text (self->fit, both);
  return G_SOURCE_REMOVE;
}

/* Says soon what would make the pages fit; not while a person types, who would wait. */
void
care_editor_page_queue_suggest (CareEditor *self)
{
  gboolean fits = self->briefing == NULL || care_page_view_get_pages (self->page_view) == NULL
                  || care_pages_fits (care_page_view_get_pages (self->page_view));

  g_clear_handle_id (&self->suggesting, g_source_remove);
  if (!fits)
    self->suggesting = g_timeout_add_full (G_PRIORITY_LOW, SUGGEST_MS, suggest, self, NULL);
}

static void
show_fit (CareEditor *self, CarePages *pages)
{
  g_autofree char *fit = care_pages_describe_fit (pages);

  gtk_label_set_text (self->fit, fit);
  if (care_pages_fits (pages))
    gtk_widget_remove_css_class (GTK_WIDGET (self->fit), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->fit), "error");
  care_editor_page_queue_suggest (self);
}

/* Its words can be had at once then, also while a slow disk saves. */
static void
hold_shown (CareEditor *self, CareSnapshot *snapshot)
{
  GPtrArray *records = care_snapshot_get_records (snapshot);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_new_full (records->len, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *copy = g_ptr_array_index (records, i);
      CareRecord *record = care_library_lookup_now (care_record_get_kind (copy)->name, care_record_get_id (copy), self->library);

      if (record != NULL)
        g_ptr_array_add (self->shown, g_object_ref (record));
    }
}

/* Composes the pages anew, now. */
void
care_editor_page_update (CareEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CarePages) pages = NULL;

  g_clear_handle_id (&self->relayout, g_source_remove);
  care_editor_choices_update (self);
  if (self->briefing == NULL)
    {
      care_page_view_set_pages (self->page_view, NULL);
      return;
    }
  snapshot = care_library_snapshot (self->library, care_record_get_id (self->briefing), &error);
  if (snapshot == NULL)
    {
      care_editor_tell (self, error);
      return;
    }
  hold_shown (self, snapshot);
  pages = care_pages_new_after (care_page_view_get_pages (self->page_view), snapshot, CARE_PAGES_USUAL);
  care_page_view_set_pages (self->page_view, pages);
  care_editor_page_queue_follow (self);
  show_fit (self, pages);
}

/* Where the cursor is in the text, if a person is there. */
static gboolean
follow (gpointer data)
{
  CareEditor *self = data;
  GtkTextView *view = GTK_TEXT_VIEW (self->prose);
  double x, y;

  self->following = 0;
  if (gtk_widget_is_focus (GTK_WIDGET (self->prose)))
    gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  if (self->element != NULL && gtk_widget_is_focus (GTK_WIDGET (self->prose))
      && care_page_view_locate (self->page_view, care_record_get_kind (self->element), care_record_get_id (self->element),
                                (int) care_prose_view_get_place (self->prose), &x, &y))
    bring_into_sight (self, x, y);
  return G_SOURCE_REMOVE;
}

/* Shows on the page where the cursor is, soon. */
void
care_editor_page_queue_follow (CareEditor *self)
{
  if (self->following == 0 && self->briefing != NULL)
    self->following = g_timeout_add_full (G_PRIORITY_LOW, RELAYOUT_MS, follow, self, NULL);
}

static gboolean
relayout (gpointer data)
{
  CareEditor *self = data;

  self->relayout = 0;
  care_library_when_readable (self->library, (CareReader) care_editor_page_update, G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* Composes the pages anew, soon. */
void
care_editor_page_queue (CareEditor *self)
{
  if (self->relayout == 0)
    self->relayout = g_timeout_add_full (G_PRIORITY_LOW, RELAYOUT_MS, relayout, self, NULL);
}

/* Shows where @element is printed. */
void
care_editor_page_scroll_to (CareEditor *self, CareRecord *element)
{
  double x, y;

  if (care_page_view_locate (self->page_view, care_record_get_kind (element), care_record_get_id (element), -1, &x, &y))
    bring_into_sight (self, x, y);
}

static void
exported (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = care_export_write_finish (result, &error);

  /* The briefing may have been closed meanwhile. */
  if (message != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
  else if (self->briefing != NULL)
    care_editor_tell (self, error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

/* (transfer full) (nullable): the pages that are to be exported; without @error where there is
 * no briefing any more. */
static CarePages *
make_pages (CareEditor *self, GError **error)
{
  g_autoptr (CareSnapshot) snapshot = NULL;
  CarePages *pages;

  if (self->briefing == NULL)
    return NULL;
  if (self->export_template == NULL && !self->export_draft && care_page_view_get_pages (self->page_view) != NULL)
    return care_pages_ref (care_page_view_get_pages (self->page_view));
  snapshot = care_library_snapshot (self->library, care_record_get_id (self->briefing), error);
  if (snapshot == NULL)
    return NULL;
  pages = self->export_template == NULL ? care_pages_new (snapshot, CARE_PAGES_USUAL)
                                        : care_pages_new_as (snapshot, self->export_template, CARE_PAGES_USUAL);
  if (self->export_draft)
    care_pages_mark_draft (pages);
  return pages;
}

static void
export_chosen (GtkNativeDialog *dialog, int response, CareEditor *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CarePages) pages = response == GTK_RESPONSE_ACCEPT ? make_pages (self, &error) : NULL;

  if (pages != NULL)
    {
      CareExport what = { pages, NULL, care_page_view_get_page (self->page_view) };

      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      care_export_write_async (&what, file, exported, g_object_ref (self));
    }
  else if (error != NULL)
    care_editor_tell (self, error);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
print_pages (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (CarePages) pages = NULL;

  if (self->briefing == NULL)
    return;
  care_editor_page_update (self);
  pages = make_pages (self, &error);
  if (pages == NULL)
    care_editor_tell (self, error);
  else
    care_print (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), pages, care_record_get_title (self->briefing));
}

static void
print_now (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);

  if (self->briefing != NULL && !self->export_draft)
    care_editor_checks_ask (self, print_pages);
  else
    print_pages (object);
}

/* Prints the pages, once what was typed is on them. With problems that must be fixed they go
 * out only @as_draft. */
void
care_editor_print (CareEditor *self, gboolean as_draft)
{
  self->export_draft = as_draft;
  self->export_template = NULL;
  self->is_printing = TRUE;
  care_editor_text_flush (self);
  care_library_when_settled (self->library, print_now, G_OBJECT (self));
}

static char *
make_name (CareEditor *self)
{
  g_autofree char *title
    = g_strjoin (" ", care_record_get_title (self->briefing), self->export_template, NULL);
  g_autofree char *page = g_strdup_printf ("page-%u.png", care_page_view_get_page (self->page_view) + 1);

  return care_file_name (title, strcmp (self->export_as, "png") == 0 ? page : self->export_as);
}

static void
show_export_dialog (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;

  if (self->briefing == NULL)
    return;
  name = make_name (self);
  dialog = care_export_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Export Briefing"), name);
  care_editor_page_update (self);
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* What was typed last is on the page by now. */
static void
ask_for_file (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);

  if (self->briefing == NULL)
    return;
  /* Pages are made of what is in the library. */
  if (care_library_get_trouble (self->library) != NULL)
    {
      care_tell_refused (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Not Exported"),
                         care_library_get_trouble (self->library));
      return;
    }
  if (self->export_draft)
    show_export_dialog (object);
  else
    care_editor_checks_ask (self, show_export_dialog);
}

/* Asks for a file and writes the briefing to it, once it is saved: @suffix says as what,
 * and @template_name, which may be NULL, what it is to look like; both of static storage.
 * With problems that must be fixed it goes out only @as_draft. */
void
care_editor_export (CareEditor *self, const char *suffix, const char *template_name, gboolean as_draft)
{
  self->export_draft = as_draft;
  self->is_printing = FALSE;
  self->export_as = suffix;
  self->export_template = template_name;
  care_editor_text_flush (self);
  care_library_when_settled (self->library, ask_for_file, G_OBJECT (self));
}

static const struct
{
  const char *action;
  const char *suffix;
  const char *template_name; /* NULL: as on the screen */
} exports[] = {
  { "editor.export", "pdf", NULL },
  { "editor.export-large", "pdf", "large-print" },
  { "editor.export-web", "html", NULL },
  { "editor.export-text", "txt", NULL },
  { "editor.export-picture", "png", NULL },
};

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    if (g_str_equal (exports[i].action, name))
      care_editor_export (CARE_EDITOR (widget), exports[i].suffix, exports[i].template_name, FALSE);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  care_editor_print (CARE_EDITOR (widget), FALSE);
}

/* The actions that give the briefing out. */
void
care_editor_page_bind (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    gtk_widget_class_install_action (widget_class, exports[i].action, NULL, export_action);
  gtk_widget_class_install_action (widget_class, "editor.print", NULL, print_action);
}
