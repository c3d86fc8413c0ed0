/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the lines of a text look. Tags follow the text, a line at a time: what is within a
 * line says all about it, and a long text is not gone through at every key. */

#include "care-prose-view-private.h"

#include "care-style.h"

/* A stretch that is to have a tag, from one character offset to another. */
typedef struct
{
  GtkTextTag *tag;
  int start, end;
} Wanted;

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
  self->wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
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

/* To be called while a line is looked at: it is to have @tag from @start to @end, which are
 * character offsets. */
void
care_prose_view_want (CareProseView *self, GtkTextTag *tag, int start, int end)
{
  const Wanted wanted = { tag, start, end };

  if (start < end)
    g_array_append_val (self->wanted, wanted);
}

/* Whether between @from and @to exactly that has @tag which is wanted, stretch by stretch. */
static gboolean
is_tagged (CareProseView *self, GtkTextTag *tag, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextIter at = *from;
  int start, end;

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const Wanted *wanted = &g_array_index (self->wanted, Wanted, i);

      if (wanted->tag != tag)
        continue;
      if (!gtk_text_iter_has_tag (&at, tag))
        gtk_text_iter_forward_to_tag_toggle (&at, tag);
      start = gtk_text_iter_get_offset (&at);
      gtk_text_iter_forward_to_tag_toggle (&at, tag);
      end = gtk_text_iter_get_offset (&at);
      if (start != wanted->start || end != wanted->end)
        return FALSE;
    }
  if (gtk_text_iter_has_tag (&at, tag))
    return FALSE;
  return !gtk_text_iter_forward_to_tag_toggle (&at, tag) || gtk_text_iter_compare (&at, to) >= 0;
}

/* Lets that have @tag which is wanted between @from and @to. What has it already is not
 * touched, as GTK lays a line out anew for each tag that comes or goes. */
void
care_prose_view_settle (CareProseView *self, GtkTextTag *tag, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter start, end;

  if (is_tagged (self, tag, from, to))
    return;
  gtk_text_buffer_remove_tag (buffer, tag, from, to);
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const Wanted *wanted = &g_array_index (self->wanted, Wanted, i);

      if (wanted->tag != tag)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, wanted->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, wanted->end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

static void
want_markup (CareProseView *self, const char *line, int start)
{
  g_autoptr (GArray) found = care_markup_find (line);

  for (guint i = 0; i < found->len; i++)
    {
      const CareMarkup *markup = &g_array_index (found, CareMarkup, i);

      care_prose_view_want (self, self->markup[markup->kind],
                            start + (int) g_utf8_pointer_to_offset (line, line + markup->start),
                            start + (int) g_utf8_pointer_to_offset (line, line + markup->end));
    }
}

static void
tag_line (CareProseView *self, int line)
{
  GtkTextIter from, to;
  int start;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_iter_at_line (care_prose_view_get_buffer (self), &from, line);
  /* With what ends it, which may have got into something that is tagged. */
  to = from;
  gtk_text_iter_forward_line (&to);
  text = care_prose_view_get_line (self, gtk_text_iter_get_offset (&from), &start);
  g_array_set_size (self->wanted, 0);
  care_prose_view_want_references (self, text, start);
  want_markup (self, text, start);
  care_prose_view_settle (self, self->hidden, &from, &to);
  care_prose_view_settle (self, self->reference, &from, &to);
  care_prose_view_settle (self, self->citation, &from, &to);
  for (guint i = 0; i < CARE_MARKUP_N_KINDS; i++)
    care_prose_view_settle (self, self->markup[i], &from, &to);
}

static void
tag_lines (CareProseView *self, int first, int last)
{
  for (int line = first; line <= last; line++)
    tag_line (self, line);
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
  self->touched = FALSE;
  tag_lines (self, gtk_text_iter_get_line (&from), gtk_text_iter_get_line (&to));
}

/* Tags a text that has just been put into the buffer, and has no tags. */
void
care_prose_view_tag_all (CareProseView *self)
{
  self->touched = FALSE;
  tag_lines (self, 0, gtk_text_buffer_get_line_count (care_prose_view_get_buffer (self)) - 1);
}
