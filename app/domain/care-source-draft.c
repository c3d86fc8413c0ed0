/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-source-draft.h"

#include "care-date.h"

#include <string.h>

/**
 * care_source_draft_new:
 *
 * Returns: (transfer full): a source that nothing is known of.
 */
CareSourceDraft *
care_source_draft_new (void)
{
  return g_new0 (CareSourceDraft, 1);
}

/**
 * care_source_draft_free:
 * @self: (transfer full): a draft
 *
 * Frees @self.
 */
void
care_source_draft_free (CareSourceDraft *self)
{
  g_free (self->title);
  g_free (self->kind);
  g_free (self->author);
  g_free (self->creator);
  g_free (self->published);
  g_free (self->published_words);
  g_free (self->accessed);
  g_free (self->url);
  g_free (self->language);
  g_free (self->passage);
  g_free (self->note);
  g_free (self);
}

/* (transfer full): @text in one line, without spaces at its ends. */
static char *
make_line (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (line, FALSE);
}

/**
 * care_source_draft_set:
 * @member: of a draft
 * @text: (nullable): what it is, in one line
 *
 * Sets *@member, if it is not set yet and @text says something.
 */
void
care_source_draft_set (char **member, const char *text)
{
  g_autofree char *line = text == NULL ? NULL : make_line (text);

  if (*member == NULL && line != NULL && *line != '\0')
    *member = g_steal_pointer (&line);
}

/**
 * care_source_draft_add_note:
 * @self: a draft
 * @what: (nullable): what @text is
 * @text: (nullable): something that a source has no field for
 *
 * Keeps @text in the note.
 */
void
care_source_draft_add_note (CareSourceDraft *self, const char *what, const char *text)
{
  g_autofree char *before = g_steal_pointer (&self->note);
  g_autofree char *line = text == NULL ? NULL : make_line (text);

  if (line == NULL || *line == '\0')
    self->note = g_steal_pointer (&before);
  else
    self->note = g_strconcat (before == NULL ? "" : before, before == NULL ? "" : "\n\n", what == NULL ? "" : what,
                              what == NULL ? "" : ": ", line, NULL);
}

/**
 * care_source_draft_add_maker:
 * @self: a draft
 * @name: (nullable): who made it
 * @is_person: whether @name is known to be of a person
 *
 * Adds who made the source: one person and one body have fields, others stand in the
 * note.
 */
void
care_source_draft_add_maker (CareSourceDraft *self, const char *name, gboolean is_person)
{
  char **member = is_person ? &self->author : &self->creator;

  if (name == NULL || g_strcmp0 (*member, name) == 0)
    return;
  if (*member == NULL)
    care_source_draft_set (member, name);
  else
    care_source_draft_add_note (self, "Also by", name);
}

/**
 * care_source_draft_set_published:
 * @self: a draft
 * @words: (nullable): when it came out
 *
 * Sets the date, or keeps the words where they are none.
 */
void
care_source_draft_set_published (CareSourceDraft *self, const char *words)
{
  g_autoptr (CareDate) date = words == NULL ? NULL : care_date_parse (words, NULL, NULL);

  if (date != NULL)
    care_source_draft_set (&self->published, care_date_get_edtf (date));
  else
    care_source_draft_set (&self->published_words, words);
}

/**
 * care_source_draft_set_accessed:
 * @self: a draft
 * @words: (nullable): when it was looked at
 *
 * Sets the date, or keeps the words in the note where they are none.
 */
void
care_source_draft_set_accessed (CareSourceDraft *self, const char *words)
{
  g_autoptr (CareDate) date = words == NULL ? NULL : care_date_parse (words, NULL, NULL);

  if (date != NULL)
    care_source_draft_set (&self->accessed, care_date_get_edtf (date));
  else
    care_source_draft_add_note (self, "Accessed", words);
}

/* (transfer full): a title made of the last words of a link: "a-new-fund.html" is "A new fund". */
static char *
name_link (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *path = uri == NULL ? NULL : g_strdup (g_uri_get_path (uri));
  const char *host = uri == NULL ? NULL : g_uri_get_host (uri);
  char *last, *dot;

  while (path != NULL && g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  last = path == NULL ? NULL : strrchr (path, '/');
  if (last == NULL || strpbrk (last, "-_") == NULL)
    return g_strdup (host != NULL ? host : url);
  dot = strrchr (last, '.');
  if (dot != NULL)
    *dot = '\0';
  g_strdelimit (last, "-_+", ' ');
  last[1] = g_ascii_toupper (last[1]);
  return g_strdup (g_strstrip (last + 1));
}

static const char *
guess_kind (const CareSourceDraft *self)
{
  g_autofree char *title = g_utf8_casefold (self->title, -1);

  if (strstr (title, "manifesto") != NULL)
    return "manifesto";
  return self->url != NULL ? "web-page" : "document";
}

/**
 * care_source_draft_finish:
 * @self: a draft
 *
 * Gives it a title and a kind, which no source is without, if it has none: from its
 * link, or where that says nothing, as good as none.
 */
void
care_source_draft_finish (CareSourceDraft *self)
{
  g_autofree char *name = self->title == NULL && self->url != NULL ? name_link (self->url) : NULL;

  care_source_draft_set (&self->title, name);
  care_source_draft_set (&self->title, "Untitled source");
  care_source_draft_set (&self->kind, guess_kind (self));
}
