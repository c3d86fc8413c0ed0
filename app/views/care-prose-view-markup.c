/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the lines of a text look. Tags follow the text, a line at a time: what is within a
 * line says all about it, and a long text is not gone through at every key. */

#include "care-prose-view-private.h"

#include "care-style.h"

static GtkTextTag *
add_tag (CareProseView *self, const char *property, int value)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);

  return gtk_text_buffer_create_tag (buffer, NULL, property, value, NULL);
}

/* The look of what CommonMark marks up. */
void
care_prose_view_markup_init (CareProseView *self)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter start;

  self->markup[CARE_MARKUP_MARK] = add_tag (self, "weight", PANGO_WEIGHT_NORMAL);
  self->markup[CARE_MARKUP_ADDRESS] = add_tag (self, "style", PANGO_STYLE_NORMAL);
  self->markup[CARE_MARKUP_EMPHASIS] = add_tag (self, "style", PANGO_STYLE_ITALIC);
  self->markup[CARE_MARKUP_STRONG] = add_tag (self, "weight", PANGO_WEIGHT_BOLD);
  self->markup[CARE_MARKUP_HEADING] = add_tag (self, "weight", PANGO_WEIGHT_BOLD);
  self->markup[CARE_MARKUP_CODE] = gtk_text_buffer_create_tag (buffer, NULL, "family", "monospace", NULL);
  self->markup[CARE_MARKUP_LINK] = add_tag (self, "underline", PANGO_UNDERLINE_SINGLE);
  gtk_text_buffer_get_start_iter (buffer, &start);
  self->touched_start = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->touched_end = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
}

/* The marks are fainter than the words, whatever colour those have. */
void
care_prose_view_colour (CareProseView *self)
{
  GdkRGBA quiet;
  CareStyle style;

  care_style_read (GTK_WIDGET (self), &style);
  quiet = care_style_rgba (care_colour_mix (style.ground, style.ink, 0.7));
  if (gdk_rgba_equal (&self->quiet, &quiet))
    return;
  self->quiet = quiet;
  g_object_set (self->markup[CARE_MARKUP_MARK], "foreground-rgba", &quiet, NULL);
  g_object_set (self->markup[CARE_MARKUP_ADDRESS], "foreground-rgba", &quiet, NULL);
}

static void
tag_markup (CareProseView *self, const char *line, int start)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  g_autoptr (GArray) found = care_markup_find (line);
  GtkTextIter from, to;

  for (guint i = 0; i < found->len; i++)
    {
      const CareMarkup *markup = &g_array_index (found, CareMarkup, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &from,
                                          start + (int) g_utf8_pointer_to_offset (line, line + markup->start));
      to = from;
      gtk_text_iter_forward_chars (&to, (int) g_utf8_strlen (line + markup->start, (gssize) (markup->end - markup->start)));
      gtk_text_buffer_apply_tag (buffer, self->markup[markup->kind], &from, &to);
    }
}

static void
untag (CareProseView *self, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);

  gtk_text_buffer_remove_tag (buffer, self->hidden, from, to);
  gtk_text_buffer_remove_tag (buffer, self->reference, from, to);
  gtk_text_buffer_remove_tag (buffer, self->citation, from, to);
  for (guint i = 0; i < CARE_MARKUP_N_KINDS; i++)
    gtk_text_buffer_remove_tag (buffer, self->markup[i], from, to);
}

static void
tag_lines (CareProseView *self, int first, int last)
{
  for (int line = first; line <= last; line++)
    {
      GtkTextIter from;
      int start;
      g_autofree char *text = NULL;

      gtk_text_buffer_get_iter_at_line (care_prose_view_get_buffer (self), &from, line);
      text = care_prose_view_get_line (self, gtk_text_iter_get_offset (&from), &start);
      care_prose_view_tag_references (self, text, start);
      tag_markup (self, text, start);
    }
}

/* What is between these character offsets is not tagged as it should be. */
void
care_prose_view_touched (CareProseView *self, int from, int to)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter start, end, first, last;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  if (self->touched)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &first, self->touched_start);
      gtk_text_buffer_get_iter_at_mark (buffer, &last, self->touched_end);
      start = gtk_text_iter_compare (&first, &start) < 0 ? first : start;
      end = gtk_text_iter_compare (&last, &end) > 0 ? last : end;
    }
  gtk_text_buffer_move_mark (buffer, self->touched_start, &start);
  gtk_text_buffer_move_mark (buffer, self->touched_end, &end);
  self->touched = TRUE;
}

/* Tags the lines that have been touched. */
void
care_prose_view_tag_touched (CareProseView *self)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_mark (buffer, &from, self->touched_start);
  gtk_text_buffer_get_iter_at_mark (buffer, &to, self->touched_end);
  gtk_text_iter_set_line_offset (&from, 0);
  if (!gtk_text_iter_ends_line (&to))
    gtk_text_iter_forward_to_line_end (&to);
  self->touched = FALSE;
  untag (self, &from, &to);
  tag_lines (self, gtk_text_iter_get_line (&from), gtk_text_iter_get_line (&to));
}

/* Tags a text that has just been put into the buffer, and has no tags. */
void
care_prose_view_tag_all (CareProseView *self)
{
  self->touched = FALSE;
  tag_lines (self, 0, gtk_text_buffer_get_line_count (care_prose_view_get_buffer (self)) - 1);
}
