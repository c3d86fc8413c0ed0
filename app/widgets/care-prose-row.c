/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-prose-row.h"

/* The field grows with its text up to here, then scrolls. */
#define GREATEST_HEIGHT 240
#define NATURAL_WIDTH 320

typedef struct
{
  GtkWidget *frame;
  GtkWidget *view;
  gboolean loading;
} CareProseRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CareProseRow, care_prose_row, CARE_TYPE_EDIT_ROW)

static CareProseRowPrivate *
parts_of (gpointer row)
{
  return care_prose_row_get_instance_private (CARE_PROSE_ROW (row));
}

static char *
read_plain (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
show_plain (GtkTextView *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static char *
get_text (CareEditRow *row)
{
  return CARE_PROSE_ROW_GET_CLASS (row)->read (GTK_TEXT_VIEW (parts_of (row)->view));
}

static void
set_text (CareEditRow *row, const char *text)
{
  care_prose_row_begin_load (CARE_PROSE_ROW (row));
  CARE_PROSE_ROW_GET_CLASS (row)->show (GTK_TEXT_VIEW (parts_of (row)->view), text);
  care_prose_row_end_load (CARE_PROSE_ROW (row));
}

static void
set_editable (CareEditRow *row, gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (parts_of (row)->view), editable);
}

static void
on_changed (CareProseRow *self)
{
  gtk_widget_queue_resize (parts_of (self)->frame);
  if (!parts_of (self)->loading)
    care_edit_row_typed (CARE_EDIT_ROW (self));
}

/* How high the whole text is at that width, without what is not seen of it. A GtkTextView
 * does not say: it answers for the width that it happens to have. */
static int
text_height (GtkWidget *view, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
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

/* What a kind of row has for a view is known once it is made. */
static void
care_prose_row_constructed (GObject *object)
{
  CareProseRowPrivate *priv = parts_of (object);
  GtkWidget *window = gtk_scrolled_window_new ();

  G_OBJECT_CLASS (care_prose_row_parent_class)->constructed (object);
  priv->view = CARE_PROSE_ROW_GET_CLASS (object)->make ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (priv->view), GTK_WRAP_WORD_CHAR);
  /* Below its caption; a GtkSourceView would stand in. */
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (priv->view), 0);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (priv->view), 0);
  /* Tab goes on to the next field; nobody tabulates in a note. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (priv->view), FALSE);
  /* What is typed becomes acts, and those are undone. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->view)), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), priv->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (window, FALSE);
  priv->frame = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (priv->frame), window);
  gtk_widget_set_layout_manager (priv->frame,
                                 gtk_custom_layout_new (frame_request_mode, measure_frame, allocate_frame));
  care_edit_row_set_field (CARE_EDIT_ROW (object), priv->frame, priv->view);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->view)), "changed", G_CALLBACK (on_changed),
                           object, G_CONNECT_SWAPPED);
}

static void
care_prose_row_class_init (CareProseRowClass *klass)
{
  CareEditRowClass *row_class = CARE_EDIT_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = care_prose_row_constructed;
  row_class->get_text = get_text;
  row_class->set_text = set_text;
  row_class->set_editable = set_editable;
  row_class->keeps_typing = TRUE;
  row_class->pause_ms = 500;
  row_class->pause_ends_run = TRUE;
  klass->make = gtk_text_view_new;
  klass->read = read_plain;
  klass->show = show_plain;
}

static void
care_prose_row_init (CareProseRow *self)
{
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
 * care_prose_row_get_view:
 * @self: a row
 *
 * Returns: (transfer none): what the text is in
 */
GtkTextView *
care_prose_row_get_view (CareProseRow *self)
{
  return GTK_TEXT_VIEW (parts_of (self)->view);
}

/**
 * care_prose_row_begin_load:
 * @self: a row
 *
 * What is changed from now on is not typed, until care_prose_row_end_load().
 */
void
care_prose_row_begin_load (CareProseRow *self)
{
  parts_of (self)->loading = TRUE;
}

/**
 * care_prose_row_end_load:
 * @self: a row
 *
 * See care_prose_row_begin_load().
 */
void
care_prose_row_end_load (CareProseRow *self)
{
  parts_of (self)->loading = FALSE;
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
