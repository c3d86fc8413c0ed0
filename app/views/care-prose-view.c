/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The buffer holds the text as care_reference_show() makes it: the parts of a
 * reference that a person need not see are made invisible by a tag. So a
 * reference survives copy and paste as plain text; tags only follow it. It takes
 * nothing back by itself: what is typed becomes acts, and those are undone. */

#include "care-prose-view-private.h"

#include "care-number-style.h"

/* A person has paused, or has typed for so long: what was typed is saved. */
#define PAUSE_MS 500
/* Who types on and on has what he typed taken as well: right after a key, when the next
 * one is farthest away. */
#define LONGEST (1 * G_TIME_SPAN_SECOND)
#define SOON_MS 30
/* After a longer pause, what is typed is another change to a person. */
#define RUN_PAUSE (1 * G_TIME_SPAN_SECOND)

G_DEFINE_FINAL_TYPE (CareProseView, care_prose_view, GTK_SOURCE_TYPE_VIEW)

enum
{
  SIGNAL_TYPED,
  SIGNAL_PAUSED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkTextBuffer *
care_prose_view_get_buffer (CareProseView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* (transfer full): the text as the buffer holds it. */
char *
care_prose_view_get_shown (CareProseView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (care_prose_view_get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (care_prose_view_get_buffer (self), &start, &end, TRUE);
}

/* (transfer full): the line of it in which @offset is; @start is where that starts. Both
 * are character offsets. */
char *
care_prose_view_get_line (CareProseView *self, int offset, int *start)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, offset);
  gtk_text_iter_set_line_offset (&from, 0);
  to = from;
  if (!gtk_text_iter_ends_line (&to))
    gtk_text_iter_forward_to_line_end (&to);
  *start = gtk_text_iter_get_offset (&from);
  return gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
}

/* As a character offset. */
int
care_prose_view_get_cursor (CareProseView *self)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&cursor);
}

/* A person wants to see what a reference is to. */
void
care_prose_view_activate (CareProseView *self, const CareKind *kind, CareId id)
{
  CareRecord *record = care_library_lookup_now (kind->name, id, self->library);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

static gboolean
tag_when_idle (gpointer data)
{
  CareProseView *self = data;

  self->tagging = 0;
  care_prose_view_tag_touched (self);
  return G_SOURCE_REMOVE;
}

static gboolean
pause_over (gpointer data)
{
  CareProseView *self = data;

  self->pause = 0;
  care_prose_view_flush (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_pause (CareProseView *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!self->edited)
    self->edited_time = now;
  if (self->pause != 0 && self->pause_is_last)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause_is_last = now - self->edited_time > LONGEST;
  self->pause = g_timeout_add (self->pause_is_last ? SOON_MS : PAUSE_MS, pause_over, self);
}

/* Something is about to be typed or deleted from @from to @to: it goes on with what
 * was done last, or what was done last is over. */
void
care_prose_view_begin_edit (CareProseView *self, int from, int to)
{
  gint64 now = g_get_monotonic_time ();
  gboolean near = self->run_place >= from && self->run_place <= to;

  if (!near || now - self->run_time > RUN_PAUSE)
    {
      care_prose_view_flush (self);
      self->run++;
    }
  self->run_time = now;
}

static void
text_inserted (GtkTextBuffer *buffer, GtkTextIter *end, const char *text, int length, CareProseView *self)
{
  int to = gtk_text_iter_get_offset (end);

  care_prose_view_touched (self, to - (int) g_utf8_strlen (text, length), to);
}

static void
range_deleted (GtkTextBuffer *buffer, GtkTextIter *from, GtkTextIter *to, CareProseView *self)
{
  care_prose_view_touched (self, gtk_text_iter_get_offset (from), gtk_text_iter_get_offset (from));
}

static void
buffer_changed (CareProseView *self)
{
  /* Before it is seen. */
  if (self->tagging == 0)
    self->tagging = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tag_when_idle, self, NULL);
  care_prose_view_spell (self);
  if (self->loading)
    return;
  wait_for_pause (self);
  self->edited = TRUE;
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
  care_prose_view_complete (self);
}

/**
 * care_prose_view_set_briefing:
 * @self: a prose view
 * @briefing: (nullable): what its text is printed in
 *
 * Its words are spelled in the language of @briefing, and its numbers written in the style
 * that it chooses.
 */
void
care_prose_view_set_briefing (CareProseView *self, CareRecord *briefing)
{
  g_set_object (&self->briefing, briefing);
  care_prose_view_set_language (self, briefing == NULL ? NULL : care_record_get (briefing, "language"));
}

/* (transfer full): a text as it is shown, its references with their words. */
char *
care_prose_view_show (CareProseView *self, const char *stored)
{
  return care_reference_show (stored, care_number_style_of (self->briefing), care_library_lookup_now, self->library);
}

/**
 * care_prose_view_get_stored:
 * @self: a prose view
 *
 * Returns: (transfer full): the text as it is to be stored.
 */
char *
care_prose_view_get_stored (CareProseView *self)
{
  g_autofree char *shown = care_prose_view_get_shown (self);

  return care_reference_store (shown);
}

/**
 * care_prose_view_is_edited:
 * @self: a prose view
 *
 * Returns: whether something was typed that "paused" has not told of yet.
 */
gboolean
care_prose_view_is_edited (CareProseView *self)
{
  return self->edited;
}

/**
 * care_prose_view_get_run:
 * @self: a prose view
 *
 * Returns: a number that is another one whenever a person would say that another
 *   change has begun: after a pause of more than a second, or in another place.
 */
guint
care_prose_view_get_run (CareProseView *self)
{
  return self->run;
}

/**
 * care_prose_view_flush:
 * @self: a prose view
 *
 * Emits #CareProseView::paused now if something was typed.
 */
void
care_prose_view_flush (CareProseView *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->edited)
    return;
  self->edited = FALSE;
  g_signal_emit (self, signals[SIGNAL_PAUSED], 0);
}

static void
focus_left (CareProseView *self)
{
  care_prose_view_complete_end (self);
  care_prose_view_flush (self);
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (care_prose_view_parent_class)->css_changed (widget, change);
  care_prose_view_colour (CARE_PROSE_VIEW (widget));
}

static void
care_prose_view_dispose (GObject *object)
{
  CareProseView *self = CARE_PROSE_VIEW (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_handle_id (&self->tagging, g_source_remove);
  g_clear_handle_id (&self->asking, g_source_remove);
  g_clear_handle_id (&self->spelling, g_source_remove);
  g_clear_pointer (&self->language, g_free);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->hint, g_free);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->suggestions, gtk_widget_unparent);
  care_prose_view_browse_end (self);
  G_OBJECT_CLASS (care_prose_view_parent_class)->dispose (object);
}

static void
care_prose_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (care_prose_view_parent_class)->snapshot (widget, snapshot);
  care_prose_view_snapshot_hint (CARE_PROSE_VIEW (widget), snapshot);
}

static void
care_prose_view_class_init (CareProseViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_prose_view_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = css_changed;
  GTK_WIDGET_CLASS (klass)->snapshot = care_prose_view_snapshot;
  care_prose_view_keys_bind (klass);

  /**
   * CareProseView::typed:
   *
   * Something was typed, which #CareProseView::paused is going to tell of.
   */
  signals[SIGNAL_TYPED]
    = g_signal_new ("typed", CARE_TYPE_PROSE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareProseView::paused:
   *
   * Something was typed, and then nothing for half a second, or the focus left, or
   * it has been typed for long. care_prose_view_get_run() tells whether it goes on
   * with what was told of before.
   */
  signals[SIGNAL_PAUSED]
    = g_signal_new ("paused", CARE_TYPE_PROSE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CareProseView::activated:
   * @record: what a reference is to
   *
   * A person wants to see it.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_PROSE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CARE_TYPE_RECORD);
}

static void
add_tags (CareProseView *self)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);

  care_prose_view_markup_init (self);
  self->reference = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, "weight",
                                                PANGO_WEIGHT_SEMIBOLD, NULL);
  self->citation = gtk_text_buffer_create_tag (buffer, NULL, "scale", PANGO_SCALE_SMALL, "style",
                                               PANGO_STYLE_ITALIC, NULL);
  self->hidden = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
}

static void
follow_buffer (CareProseView *self)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);

  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (care_prose_view_insert_text), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (text_inserted), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (care_prose_view_delete_range), self, 0);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (range_deleted), self, G_CONNECT_AFTER);
}

/* It is for prose: neither a scheme of colours, which would not be the window's, nor
 * brackets that match, which belong to references. */
static void
care_prose_view_init (CareProseView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (buffer), NULL);
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (buffer), FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  add_tags (self);
  follow_buffer (self);
  care_prose_view_completion_init (self);
  care_prose_view_browse_init (self);
  care_prose_view_spelling_init (self);
  care_prose_view_keys_init (self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * care_prose_view_new:
 *
 * Returns: (transfer floating): a view of an empty text.
 */
GtkWidget *
care_prose_view_new (void)
{
  return g_object_new (CARE_TYPE_PROSE_VIEW, NULL);
}
