/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another text comes into the view: another element's, one that has changed elsewhere or
 * been undone, or the same with other words in its references. */

#include "care-prose-view-private.h"

#include <string.h>

/* A key may be handled in the middle of a frame. GTK 4.8 would then lay the new text out
 * as it draws it, when the bar beside it can no longer be given a place. */
static void
lay_out (CareProseView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkAllocation place;

  if (!gtk_widget_get_mapped (widget))
    return;
  gtk_widget_get_allocation (widget, &place);
  gtk_widget_queue_allocate (widget);
  gtk_widget_size_allocate (widget, &place, -1);
}

static void
set_shown (CareProseView *self, const char *shown)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);

  self->loading = TRUE;
  gtk_text_buffer_set_text (buffer, shown, -1);
  self->loading = FALSE;
  g_clear_handle_id (&self->tagging, g_source_remove);
  care_prose_view_tag_all (self);
  lay_out (self);
}

/**
 * care_prose_view_load:
 * @self: a prose view
 * @stored: (nullable): a text as stored
 *
 * Shows another text. What was typed before should have been taken by
 * care_prose_view_flush().
 */
void
care_prose_view_load (CareProseView *self, const char *stored)
{
  g_autofree char *shown = care_prose_view_show (self, stored != NULL ? stored : "");
  GtkTextIter start;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->edited = FALSE;
  self->run++;
  self->declined = -1;
  care_prose_view_complete_end (self);
  set_shown (self, shown);
  gtk_text_buffer_get_start_iter (care_prose_view_get_buffer (self), &start);
  gtk_text_buffer_place_cursor (care_prose_view_get_buffer (self), &start);
}

/* Where @after goes on as @before does to its end, but not before they differ. */
static int
find_change_end (const char *before, const char *after)
{
  const char *old = before + strlen (before);
  const char *new = after + strlen (after);
  gsize same = 0;

  while (before[same] != '\0' && before[same] == after[same])
    same++;
  while (old > before + same && new > after + same && g_utf8_get_char (g_utf8_prev_char (old)) == g_utf8_get_char (g_utf8_prev_char (new)))
    {
      old = g_utf8_prev_char (old);
      new = g_utf8_prev_char (new);
    }
  return (int) g_utf8_pointer_to_offset (after, new);
}

/**
 * care_prose_view_follow:
 * @self: a prose view
 * @stored: (nullable): its text as it has become elsewhere, or by being undone
 *
 * Shows the text, with the cursor at what is different.
 */
void
care_prose_view_follow (CareProseView *self, const char *stored)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  g_autofree char *before = care_prose_view_get_shown (self);
  g_autofree char *after = NULL;
  GtkTextIter cursor;

  care_prose_view_load (self, stored);
  after = care_prose_view_get_shown (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, find_change_end (before, after));
  gtk_text_buffer_place_cursor (buffer, &cursor);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/* Where the character at @offset of @before is in @after, which differs only in
 * the words of references. */
static int
follow_offset (const char *before, const char *after, int offset)
{
  CareReferenceMatch old, new;
  gsize old_from = 0, new_from = 0;
  int moved = 0;

  while (care_reference_next (before, old_from, &old) && care_reference_next (after, new_from, &new))
    {
      int old_end = (int) g_utf8_pointer_to_offset (before, before + old.end);

      if (old_end > offset)
        break;
      moved = (int) g_utf8_pointer_to_offset (after, after + new.end) - old_end;
      old_from = old.end;
      new_from = new.end;
    }
  return offset + moved;
}

/**
 * care_prose_view_refresh:
 * @self: a prose view
 *
 * Brings the words of references up to date with their records; the cursor
 * stays in its place. Nothing is touched where no word has changed.
 */
void
care_prose_view_refresh (CareProseView *self)
{
  g_autofree char *before = care_prose_view_get_shown (self);
  g_autofree char *stored = care_reference_store (before);
  g_autofree char *after = care_prose_view_show (self, stored);
  GtkTextIter cursor;
  int offset;

  if (g_strcmp0 (before, after) == 0)
    return;
  offset = follow_offset (before, after, care_prose_view_get_cursor (self));
  set_shown (self, after);
  gtk_text_buffer_get_iter_at_offset (care_prose_view_get_buffer (self), &cursor, offset);
  gtk_text_buffer_place_cursor (care_prose_view_get_buffer (self), &cursor);
}
