/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words are those of the page, whose language is not that of the window. */

#include "care-citation-text.h"

#include "care-copied-cell.h"

#include <string.h>

/* How sources of a kind are cited. */
typedef struct
{
  const char *kind;
  gboolean is_part;     /* of what its creator publishes: “Title”, Creator */
  const char *what;     /* said after the title where that does not tell */
  gboolean is_by_title; /* neither author nor creator nor, where the title has the year, date */
} Form;

static const Form forms[] = {
  { "article", TRUE, NULL, FALSE },
  { "speech", FALSE, "speech", FALSE },
  { "press-release", FALSE, "press release", FALSE },
  { "tracker", TRUE, "web page", FALSE },
  { "web-page", TRUE, "web page", FALSE },
  { "legislation", FALSE, NULL, TRUE },
  { NULL, FALSE, NULL, FALSE },
};

static const Form *
find_form (CareRecord *source)
{
  const Form *form = forms;

  while (form->kind != NULL && g_strcmp0 (form->kind, care_record_get (source, "kind")) != 0)
    form++;
  return form;
}

static void
append_part (GString *out, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, part);
}

static void
append_title (GString *out, const char *title, gboolean quoted, CareCitationText *self)
{
  g_autofree char *words = quoted ? g_strdup_printf ("“%s”", title) : g_strdup (title);

  append_part (out, words);
  self->title_end = out->len - (quoted ? strlen ("”") : 0);
  self->title_start = self->title_end - strlen (title);
}

static void
append_date (GString *out, CareRecord *source, const Form *form)
{
  g_autofree char *published = care_record_format (source, "published");
  const char *edtf = care_record_get (source, "published");
  g_autofree char *year = edtf == NULL ? NULL : g_strndup (edtf, 4);

  if (form->is_by_title && (year == NULL || strstr (care_record_get_title (source), year) != NULL))
    return;
  append_part (out, edtf == NULL ? "undated" : published);
}

static void
append_link (GString *out, CareRecord *source, CareCitationText *self)
{
  const char *url = care_record_get (source, "url");
  g_autofree char *accessed = care_record_format (source, "accessed");

  if (url == NULL)
    return;
  append_part (out, url);
  self->link_end = out->len;
  self->link_start = out->len - strlen (url);
  if (*accessed != '\0')
    g_string_append_printf (out, " (accessed %s)", accessed);
}

/**
 * care_citation_text_new:
 * @source: a source
 * @author: (nullable): the person who wrote or spoke it
 * @creator: (nullable): the body that made it, as it was called then
 * @pinpoints: (nullable) (array zero-terminated=1): where in it, such as "p.67"
 *
 * Returns: (transfer full): how @source is cited: who made it, what it is called and
 *   when it came out, as far as that is known; where in it, and its link.
 */
CareCitationText *
care_citation_text_new (CareRecord *source, const char *author, const char *creator, const char *const *pinpoints)
{
  CareCitationText *self = g_new0 (CareCitationText, 1);
  const Form *form = find_form (source);
  GString *out = g_string_new (NULL);

  if (!form->is_by_title)
    append_part (out, author);
  if (!form->is_by_title && !form->is_part)
    append_part (out, creator);
  append_title (out, care_record_get_title (source), form->is_part, self);
  if (form->is_part)
    append_part (out, creator);
  append_part (out, form->what);
  append_date (out, source, form);
  for (guint i = 0; pinpoints != NULL && pinpoints[i] != NULL; i++)
    append_part (out, pinpoints[i]);
  append_link (out, source, self);
  self->words = g_string_free (out, FALSE);
  return self;
}

/**
 * care_citation_text_free:
 * @self: (transfer full): a citation
 *
 * Frees @self.
 */
void
care_citation_text_free (CareCitationText *self)
{
  g_free (self->words);
  g_free (self);
}

static void
append_escaped (GString *out, const char *text, gsize start, gsize end)
{
  g_autofree char *escaped = care_copied_escape (text + start, (gssize) (end - start));

  g_string_append (out, escaped);
}

/* A link that a browser would run rather than open is left as words. */
static gboolean
is_web_link (const char *url)
{
  return g_ascii_strncasecmp (url, "https://", 8) == 0 || g_ascii_strncasecmp (url, "http://", 7) == 0;
}

/**
 * care_citation_text_to_html:
 * @self: a citation
 *
 * Returns: (transfer full): the same words as HTML, the title as one and the link as one.
 */
char *
care_citation_text_to_html (const CareCitationText *self)
{
  GString *out = g_string_new (NULL);

  append_escaped (out, self->words, 0, self->title_start);
  g_string_append (out, "<cite>");
  append_escaped (out, self->words, self->title_start, self->title_end);
  g_string_append (out, "</cite>");
  if (self->link_end == 0 || !is_web_link (self->words + self->link_start))
    {
      append_escaped (out, self->words, self->title_end, strlen (self->words));
      return g_string_free (out, FALSE);
    }
  append_escaped (out, self->words, self->title_end, self->link_start);
  g_string_append (out, "<a href=\"");
  append_escaped (out, self->words, self->link_start, self->link_end);
  g_string_append (out, "\">");
  append_escaped (out, self->words, self->link_start, self->link_end);
  g_string_append (out, "</a>");
  append_escaped (out, self->words, self->link_end, strlen (self->words));
  return g_string_free (out, FALSE);
}
