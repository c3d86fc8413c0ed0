/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-prose-row.h"

/* The field grows with its text up to here, then scrolls. */
#define GREATEST_HEIGHT 240
#define NATURAL_WIDTH 320

struct _CareProseRow
{
  CareEditRow parent_instance;

  GtkWidget *frame;
  GtkWidget *view;
  gboolean loading;
};

G_DEFINE_TYPE (CareProseRow, care_prose_row, CARE_TYPE_EDIT_ROW)

static GtkTextBuffer *
buffer_of (CareProseRow *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static char *
get_text (CareEditRow *row)
{
  GtkTextBuffer *buffer = buffer_of (CARE_PROSE_ROW (row));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
set_text (CareEditRow *row, const char *text)
{
  CareProseRow *self = CARE_PROSE_ROW (row);
  GtkTextBuffer *buffer = buffer_of (self);

  self->loading = TRUE;
  gtk_text_buffer_set_text (buffer, text, -1);
  self->loading = FALSE;
}

static void
set_editable (CareEditRow *row, gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (CARE_PROSE_ROW (row)->view), editable);
}

static void
on_changed (CareProseRow *self)
{
  gtk_widget_queue_resize (self->frame);
  if (!self->loading)
    care_edit_row_typed (CARE_EDIT_ROW (self));
}

/* How high the whole text is at that width. A GtkTextView does not say: it
 * answers for the width that it happens to have. */
static int
text_height (GtkWidget *view, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static GtkSizeRequestMode
frame_request_mode (GtkWidget *frame)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_frame (GtkWidget *frame, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *window = adw_bin_get_child (ADW_BIN (frame));
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (window));

  gtk_widget_measure (window, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  int height = text_height (view, for_size < 0 ? NATURAL_WIDTH : for_size);
  *minimum = *natural = MAX (*minimum, MIN (height, GREATEST_HEIGHT));
}

static void
allocate_frame (GtkWidget *frame, int width, int height, int baseline)
{
  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (frame)), &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
care_prose_row_class_init (CareProseRowClass *klass)
{
  CareEditRowClass *row_class = CARE_EDIT_ROW_CLASS (klass);

  row_class->get_text = get_text;
  row_class->set_text = set_text;
  row_class->set_editable = set_editable;
  row_class->keeps_typing = TRUE;
  row_class->pause_ms = 500;
  row_class->pause_ends_run = TRUE;
}

static void
care_prose_row_init (CareProseRow *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field; nobody tabulates in a note. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  /* What is typed becomes acts, and those are undone. */
  gtk_text_buffer_set_enable_undo (buffer_of (self), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (window, FALSE);
  self->frame = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->frame), window);
  gtk_widget_set_layout_manager (self->frame,
                                 gtk_custom_layout_new (frame_request_mode, measure_frame, allocate_frame));
  care_edit_row_set_field (CARE_EDIT_ROW (self), self->frame, self->view);
  g_signal_connect_object (buffer_of (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * care_prose_row_new:
 * @title: what the field is called
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
care_prose_row_new (const char *title)
{
  return g_object_new (CARE_TYPE_PROSE_ROW, "title", title, NULL);
}

/**
 * care_prose_row_set_commit:
 * @self: a row
 * @commit: (nullable): called with text that a person has changed
 * @data: passed to @commit
 * @destroy: (nullable): called with @data when it is no longer needed
 */
void
care_prose_row_set_commit (CareProseRow *self, CareProseCommit commit, gpointer data, GDestroyNotify destroy)
{
  /* Of the same shape: the row is itself and a CareEditRow. */
  care_edit_row_set_commit (CARE_EDIT_ROW (self), (CareEditCommit) commit, data, destroy);
}

/**
 * care_prose_row_load:
 * @self: a row
 * @text: (nullable): what is recorded now
 *
 * See care_edit_row_load().
 */
void
care_prose_row_load (CareProseRow *self, const char *text)
{
  care_edit_row_load (CARE_EDIT_ROW (self), text);
}

/**
 * care_prose_row_get_text:
 * @self: a row
 *
 * Returns: (transfer full): what is in the field now, committed or not
 */
char *
care_prose_row_get_text (CareProseRow *self)
{
  return care_edit_row_get_text (CARE_EDIT_ROW (self));
}

/**
 * care_prose_row_set_editable:
 * @self: a row
 * @editable: whether a person may change it
 */
void
care_prose_row_set_editable (CareProseRow *self, gboolean editable)
{
  care_edit_row_set_editable (CARE_EDIT_ROW (self), editable);
}

/**
 * care_prose_row_flush:
 * @self: a row
 *
 * Commits what has been changed without waiting.
 *
 * Returns: %FALSE if it was refused
 */
gboolean
care_prose_row_flush (CareProseRow *self)
{
  return care_edit_row_flush (CARE_EDIT_ROW (self));
}
