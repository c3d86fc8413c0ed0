/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a reference is shown in a text, and edited as a whole. */

#include "care-prose-view-private.h"

#include <string.h>

/* A line of the text that the buffer holds, and where it starts as a character offset. */
typedef struct
{
  CareProseView *view;
  const char *text;
  int start;
} Line;

static int
offset_in (const Line *line, gsize byte)
{
  return line->start + (int) g_utf8_pointer_to_offset (line->text, line->text + byte);
}

static void
want (const Line *line, GtkTextTag *tag, gsize from, gsize to)
{
  if (from < to)
    care_prose_view_want (line->view, tag, offset_in (line, from), offset_in (line, to));
}

static void
want_citation (const Line *line, const CareReferenceMatch *match)
{
  want (line, line->view->citation, match->start, match->end);
  want (line, line->view->hidden, match->start + 1, match->name_start);
  if (match->name_end > match->name_start)
    want (line, line->view->hidden, match->name_end, match->name_end + 1);
}

static void
want_record (const Line *line, const CareReferenceMatch *match)
{
  want (line, line->view->hidden, match->start, match->words_start);
  want (line, line->view->reference, match->words_start, match->words_end);
  want (line, line->view->hidden, match->words_end, match->end);
}

/* Which tags the references of a line want that starts at that character offset. */
void
care_prose_view_want_references (CareProseView *self, const char *text, int start)
{
  const Line line = { self, text, start };
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    if (match.is_citation)
      want_citation (&line, &match);
    else
      want_record (&line, &match);
}

static void
take_place (const Line *line, const CareReferenceMatch *match, CareProsePlace *place)
{
  place->kind = match->kind;
  place->id = match->id;
  place->start = offset_in (line, match->start);
  place->end = offset_in (line, match->end);
  /* The brackets of a citation are seen. */
  place->seen_start = match->is_citation ? place->start : offset_in (line, match->words_start);
  place->seen_end = match->is_citation ? place->end : offset_in (line, match->words_end);
}

/* The reference that @offset is strictly within. No reference goes over the end of a
 * line, so only that is read: a text can be long. */
gboolean
care_prose_view_find_around (CareProseView *self, int offset, CareProsePlace *place)
{
  int start;
  g_autofree char *text = care_prose_view_get_line (self, offset, &start);
  const Line line = { self, text, start };
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    {
      take_place (&line, &match, place);
      if (place->start < offset && offset < place->end)
        return TRUE;
    }
  return FALSE;
}

/* What would go into a reference goes behind it, or before it where the cursor is
 * before all that is seen of it. The cursor goes along, or what is typed next
 * would come before what was typed first. */
void
care_prose_view_insert_text (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length,
                             CareProseView *self)
{
  int offset = gtk_text_iter_get_offset (at);
  CareProsePlace place;

  if (self->loading)
    return;
  care_prose_view_begin_edit (self, offset, offset);
  if (care_prose_view_find_around (self, offset, &place))
    {
      gtk_text_iter_set_offset (at, offset <= place.seen_start ? place.start : place.end);
      if (care_prose_view_get_cursor (self) == offset)
        gtk_text_buffer_place_cursor (buffer, at);
    }
  self->run_place = gtk_text_iter_get_offset (at) + (int) g_utf8_strlen (text, length);
}

/* Backspace before the first letter seen, and Delete behind the last one, mean
 * their neighbour and not the marker that is not seen between them. Returns
 * whether there is no neighbour. */
static gboolean
step_over_marker (CareProseView *self, GtkTextIter *from, GtkTextIter *to)
{
  int first = gtk_text_iter_get_offset (from);
  int last = gtk_text_iter_get_offset (to);
  CareProsePlace place;

  if (last - first != 1)
    return FALSE;
  if (care_prose_view_get_cursor (self) == last && care_prose_view_find_around (self, last, &place) && last == place.seen_start)
    {
      gtk_text_iter_set_offset (to, place.start);
      *from = *to;
      return !gtk_text_iter_backward_cursor_position (from);
    }
  if (care_prose_view_get_cursor (self) == first && care_prose_view_find_around (self, first, &place) && first == place.seen_end)
    {
      gtk_text_iter_set_offset (from, place.end);
      *to = *from;
      gtk_text_iter_forward_cursor_position (to);
      return gtk_text_iter_equal (from, to);
    }
  return FALSE;
}

/* What would take a part of a reference takes all of it. */
void
care_prose_view_delete_range (GtkTextBuffer *buffer, GtkTextIter *from, GtkTextIter *to, CareProseView *self)
{
  CareProsePlace place;

  if (self->loading)
    return;
  if (step_over_marker (self, from, to))
    {
      g_signal_stop_emission_by_name (buffer, "delete-range");
      return;
    }
  if (care_prose_view_find_around (self, gtk_text_iter_get_offset (from), &place))
    gtk_text_iter_set_offset (from, place.start);
  if (care_prose_view_find_around (self, gtk_text_iter_get_offset (to), &place))
    gtk_text_iter_set_offset (to, place.end);
  care_prose_view_begin_edit (self, gtk_text_iter_get_offset (from), gtk_text_iter_get_offset (to));
  self->run_place = gtk_text_iter_get_offset (from);
}

/**
 * care_prose_view_get_place:
 * @self: a prose view
 *
 * Returns: the byte of the text as it is stored at which the cursor is; before a reference
 *   that it is in.
 */
gsize
care_prose_view_get_place (CareProseView *self)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  g_autofree char *shown = NULL;
  g_autofree char *before = NULL;
  int cursor = care_prose_view_get_cursor (self);
  CareProsePlace place;
  GtkTextIter start, end;

  if (care_prose_view_find_around (self, cursor, &place))
    cursor = place.start;
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, cursor);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  before = care_reference_store (shown);
  return strlen (before);
}

/**
 * care_prose_view_set_place:
 * @self: a prose view
 * @offset: a byte of the text as it is stored
 *
 * Puts the cursor there, or before a letter or a reference that is there, and scrolls to it.
 */
void
care_prose_view_set_place (CareProseView *self, gsize offset)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  g_autofree char *stored = care_prose_view_get_stored (self);
  g_autofree char *before = NULL;
  CareReferenceMatch match;
  GtkTextIter cursor;

  /* What is shown may have changed since it was asked where it is. */
  offset = MIN (offset, strlen (stored));
  while ((stored[offset] & 0xc0) == 0x80)
    offset--;
  for (gsize from = 0; care_reference_next (stored, from, &match) && match.start < offset; from = match.end)
    if (match.end > offset)
      offset = match.start;
  stored[offset] = '\0';
  before = care_prose_view_show (self, stored);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, (int) g_utf8_strlen (before, -1));
  gtk_text_buffer_place_cursor (buffer, &cursor);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/**
 * care_prose_view_select:
 * @self: a prose view
 * @start: a byte of the text as it is shown
 * @end: another one, not before @start
 *
 * Selects what is between them, and scrolls to it; nothing where the text is shorter.
 */
void
care_prose_view_select (CareProseView *self, gsize start, gsize end)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  g_autofree char *shown = care_prose_view_get_shown (self);
  GtkTextIter from, to;

  if (end > strlen (shown))
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) g_utf8_pointer_to_offset (shown, shown + start));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) g_utf8_pointer_to_offset (shown, shown + end));
  gtk_text_buffer_select_range (buffer, &from, &to);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}
