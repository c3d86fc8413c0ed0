/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bold, italic, links and words in another language: the marks of CommonMark are put round what is
 * selected, and taken away again. */

#include "care-prose-view-private.h"

#include <string.h>

/* What is selected, with all of the references that it touches, as character offsets. */
static void
get_selected (CareProseView *self, int *start, int *end)
{
  GtkTextIter from, to;
  CareProsePlace place;

  gtk_text_buffer_get_selection_bounds (care_prose_view_get_buffer (self), &from, &to);
  *start = gtk_text_iter_get_offset (&from);
  *end = gtk_text_iter_get_offset (&to);
  if (care_prose_view_find_around (self, *start, &place))
    *start = place.start;
  if (care_prose_view_find_around (self, *end, &place))
    *end = place.end;
}

static char *
get_text (CareProseView *self, int start, int end)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  return gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
}

/* In one place, so that it is one change; then the middle of it is selected. */
static void
put (CareProseView *self, int start, int end, const char *before, const char *middle, const char *after)
{
  GtkTextBuffer *buffer = care_prose_view_get_buffer (self);
  g_autofree char *text = g_strconcat (before, middle, after, NULL);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start + (int) g_utf8_strlen (before, -1));
  to = from;
  gtk_text_iter_forward_chars (&to, (int) g_utf8_strlen (middle, -1));
  gtk_text_buffer_select_range (buffer, &to, &from);
}

/* How many stars are on both sides of it: one is italic, two are bold, three are both. */
static int
count_stars (CareProseView *self, int start, int end)
{
  int last = gtk_text_buffer_get_char_count (care_prose_view_get_buffer (self));
  g_autofree char *before = get_text (self, MAX (start - 3, 0), start);
  g_autofree char *after = get_text (self, end, MIN (end + 3, last));
  int n = 0;

  for (const char *p = before + strlen (before); p > before && p[-1] == '*'; p--)
    n++;
  return MIN (n, (int) strspn (after, "*"));
}

/* Puts @n stars, one or two, round what is selected, or takes them away. */
void
care_prose_view_star (CareProseView *self, int n)
{
  const char *stars = n == 2 ? "**" : "*";
  g_autofree char *text = NULL;
  int start, end, there;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  get_selected (self, &start, &end);
  text = get_text (self, start, end);
  there = count_stars (self, start, end);
  if (there == 3 || there == n)
    put (self, start - n, end + n, "", text, "");
  else
    put (self, start, end, stars, text, stars);
}

/* Makes what is selected the words of a link, with the cursor where its address is to be. */
void
care_prose_view_link (CareProseView *self)
{
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  int start, end;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  get_selected (self, &start, &end);
  text = get_text (self, start, end);
  before = g_strdup_printf ("[%s](", text);
  put (self, start, end, before, "", ")");
}

/* Says that what is selected is in @language; as long as nothing is, nothing is said. */
void
care_prose_view_mark_language (CareProseView *self, const char *language)
{
  g_autofree char *text = NULL;
  g_autofree char *after = g_strdup_printf ("](lang:%s)", language);
  int start, end;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self))
      || !gtk_text_buffer_get_has_selection (care_prose_view_get_buffer (self)))
    return;
  get_selected (self, &start, &end);
  text = get_text (self, start, end);
  put (self, start, end, "[", text, after);
}
