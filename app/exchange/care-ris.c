/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line is "TY  - RPRT": two letters or a letter and a digit, two spaces, a dash, and
 * a value, which goes on in lines without a tag. A source begins with TY and ends with
 * ER. A name with a comma is of a person, any other of a body. */

#include "care-ris.h"

#include "care-exchange-error.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *type;
  const char *kind;
} types[] = {
  { "NEWS", "article" },  { "MGZN", "article" },   { "JOUR", "report" },      { "ELEC", "web-page" },
  { "WEB", "web-page" },  { "BLOG", "web-page" },  { "RPRT", "report" },      { "GOVDOC", "report" },
  { "STAT", "legislation" }, { "BILL", "legislation" }, { "LEGAL", "legislation" },
};

/* What is told of a source: texts by tag, in their order. */
typedef struct
{
  char tag[3];
  GString *value;
} Entry;

static void
clear_entry (gpointer data)
{
  g_string_free (((Entry *) data)->value, TRUE);
}

/* The value of a line with a tag, or NULL. */
static const char *
match_tag (const char *line)
{
  if (!g_ascii_isupper (line[0]) || (!g_ascii_isupper (line[1]) && !g_ascii_isdigit (line[1])))
    return NULL;
  if (!g_str_has_prefix (line + 2, "  -"))
    return NULL;
  return line + strlen ("TY  -") + (line[5] == ' ' ? 1 : 0);
}

/**
 * care_ris_is:
 * @text: a text
 *
 * Returns: whether @text begins as RIS does.
 */
gboolean
care_ris_is (const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  text += strspn (text, " \t\r\n");
  return g_str_has_prefix (text, "TY  -");
}

/* (transfer full): "2015-01-27" for "2015/01/27/"; what is no such date as it is. */
static char *
read_date (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "/", -1);
  GString *edtf = g_string_new (NULL);

  for (guint i = 0; i < 3 && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (edtf, "%s%s%s", i > 0 ? "-" : "", strlen (parts[i]) == 1 ? "0" : "", parts[i]);
  return g_string_free (edtf, FALSE);
}

static void
read_name (CareSourceDraft *draft, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  g_autofree char *name = NULL;

  if (g_strv_length (parts) < 2)
    {
      care_source_draft_add_maker (draft, value, FALSE);
      return;
    }
  name = g_strdup_printf ("%s %s%s%s", g_strstrip (parts[1]), g_strstrip (parts[0]), parts[2] != NULL ? ", " : "",
                          parts[2] != NULL ? g_strstrip (parts[2]) : "");
  care_source_draft_add_maker (draft, g_strstrip (name), TRUE);
}

static void
read_type (CareSourceDraft *draft, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, value) == 0)
      care_source_draft_set (&draft->kind, types[i].kind);
}

static void
read_entry (CareSourceDraft *draft, const char *tag, const char *value)
{
  g_autofree char *date = NULL;
  g_autofree char *link = NULL;

  if (strcmp (tag, "TY") == 0)
    read_type (draft, value);
  else if (strstr ("TI T1 CT", tag) != NULL)
    care_source_draft_set (&draft->title, value);
  else if (strstr ("AU A1 A2 ED", tag) != NULL)
    read_name (draft, value);
  else if (strstr ("PY Y1 DA", tag) != NULL)
    care_source_draft_set_published (draft, date = read_date (value));
  else if (strcmp (tag, "Y2") == 0)
    care_source_draft_set_accessed (draft, date = read_date (value));
  else if (strstr ("UR LK", tag) != NULL && draft->url == NULL)
    care_source_draft_set (&draft->url, value);
  else if (strcmp (tag, "DO") == 0 && draft->url == NULL)
    care_source_draft_set (&draft->url, link = g_strconcat ("https://doi.org/", value, NULL));
  else if (strcmp (tag, "LA") == 0)
    care_source_draft_set (&draft->language, value);
  else if (strstr ("T2 JO JF PB BT", tag) != NULL)
    care_source_draft_add_maker (draft, value, FALSE);
  else if (strstr ("N1 AB", tag) != NULL)
    care_source_draft_add_note (draft, NULL, value);
  else if (strstr ("ID KW", tag) == NULL)
    care_source_draft_add_note (draft, tag, value);
}

/* The most exact date comes first: DA may have a day where PY has a year. */
static CareSourceDraft *
read_entries (GArray *entries)
{
  CareSourceDraft *draft = care_source_draft_new ();

  for (guint i = 0; i < entries->len; i++)
    if (strcmp (g_array_index (entries, Entry, i).tag, "DA") == 0)
      read_entry (draft, "DA", g_array_index (entries, Entry, i).value->str);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->value->len > 0 && strcmp (entry->tag, "DA") != 0)
        read_entry (draft, entry->tag, entry->value->str);
    }
  care_source_draft_finish (draft);
  return draft;
}

static void
add_line (GArray *entries, const char *line)
{
  const char *value = match_tag (line);
  Entry entry = { { line[0], value == NULL ? '\0' : line[1], '\0' }, NULL };

  if (value == NULL && entries->len > 0 && *line != '\0')
    {
      GString *last = g_array_index (entries, Entry, entries->len - 1).value;

      g_string_append_printf (last, "%s%s", last->len > 0 ? " " : "", line);
    }
  if (value == NULL)
    return;
  entry.value = g_string_new (value);
  g_array_append_val (entries, entry);
}

/**
 * care_ris_read:
 * @text: a file in UTF-8
 * @error: return location for a #CareExchangeError
 *
 * Returns: (transfer full) (nullable) (element-type CareSourceDraft): its sources, at
 *   least one.
 */
GPtrArray *
care_ris_read (const char *text, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) care_source_draft_free);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_auto (GStrv) lines = g_strsplit (text + (g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0), "\n", -1);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchomp (lines[i]);
      gboolean begins = match_tag (line) != NULL && g_str_has_prefix (line, "TY");
      gboolean ends = match_tag (line) != NULL && g_str_has_prefix (line, "ER");

      if ((begins || ends) && entries->len > 0)
        {
          g_ptr_array_add (drafts, read_entries (entries));
          g_array_set_size (entries, 0);
        }
      if (begins || (entries->len > 0 && !ends))
        add_line (entries, line);
    }
  if (entries->len > 0)
    g_ptr_array_add (drafts, read_entries (entries));
  if (drafts->len > 0)
    return g_steal_pointer (&drafts);
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
               _ ("This is not RIS; export the sources as RIS or CSL-JSON and try again"));
  return NULL;
}
