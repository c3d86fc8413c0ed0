/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-source-file.h"

#include "care-csl-json.h"
#include "care-exchange-error.h"
#include "care-ris.h"
#include "care-source-page.h"
#include "care-source-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A citation is shorter; what is longer is a passage. */
#define MAX_CITATION 600

static GPtrArray *
list_one (CareSourceDraft *draft)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) care_source_draft_free);

  g_ptr_array_add (drafts, draft);
  return drafts;
}

/* A passage: its first line names it. */
static CareSourceDraft *
read_passage (const char *text)
{
  CareSourceDraft *draft = care_source_draft_new ();
  g_autofree char *passage = g_strstrip (g_strdup (text));
  g_autofree char *first = g_strndup (passage, strcspn (passage, "\n"));

  if (g_utf8_strlen (first, -1) <= MAX_CITATION / 4)
    care_source_draft_set (&draft->title, first);
  if (*passage != '\0')
    draft->passage = g_steal_pointer (&passage);
  care_source_draft_finish (draft);
  return draft;
}

/**
 * care_source_pasted_read:
 * @text: what was pasted: a citation, a link, CSL-JSON, RIS, or a passage
 * @error: return location for a #CareExchangeError
 *
 * Returns: (transfer full) (nullable) (element-type CareSourceDraft): the sources that
 *   are meant, at least one; %NULL if there are only spaces.
 */
GPtrArray *
care_source_pasted_read (const char *text, GError **error)
{
  const char *start = text + strspn (text, " \t\r\n");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  GPtrArray *drafts = NULL;

  if (*start == '\0')
    {
      g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
                   _ ("There are no words on the clipboard; copy a citation or a link and paste again"));
      return NULL;
    }
  if (care_ris_is (start))
    return care_ris_read (start, error);
  if (*start == '[' || *start == '{')
    drafts = care_csl_json_read (bytes, NULL);
  if (drafts != NULL)
    return drafts;
  return list_one (strlen (start) > MAX_CITATION ? read_passage (text) : care_source_text_read (text));
}

/**
 * care_source_pasted_is_cited:
 * @text: what was pasted
 *
 * Returns: whether it can hardly be anything else than a source: a link, or what names
 *   who made it and when.
 */
gboolean
care_source_pasted_is_cited (const char *text)
{
  g_autoptr (GPtrArray) drafts = care_source_pasted_read (text, NULL);
  CareSourceDraft *first = drafts == NULL ? NULL : g_ptr_array_index (drafts, 0);

  return first != NULL && (first->url != NULL || ((first->author != NULL || first->creator != NULL) && first->published != NULL));
}

/* (transfer full): @bytes as UTF-8; what is none is taken for the Latin of Windows. */
static char *
make_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (g_utf8_validate (data, (gssize) length, NULL))
    return g_strndup (data, length);
  text = g_convert_with_fallback (data, (gssize) length, "UTF-8", "WINDOWS-1252", "", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (data, (gssize) length);
}

/* A file that is kept by its name only: "five-year_forward view.pdf". */
static CareSourceDraft *
read_name (const char *name)
{
  CareSourceDraft *draft = care_source_draft_new ();
  const char *dot = strrchr (name, '.');
  g_autofree char *title = dot == NULL ? g_strdup (name) : g_strndup (name, (gsize) (dot - name));

  if (strchr (title, ' ') == NULL)
    g_strdelimit (title, "-_", ' ');
  care_source_draft_set (&draft->title, title);
  care_source_draft_add_note (draft, "File", name);
  care_source_draft_finish (draft);
  return draft;
}

static gboolean
has_suffix (const char *name, const char *suffix)
{
  gsize length = strlen (name);

  return length >= strlen (suffix) && g_ascii_strcasecmp (name + length - strlen (suffix), suffix) == 0;
}

static CareSourceDraft *
read_plain (const char *text, const char *name)
{
  g_autoptr (CareSourceDraft) named = read_name (name);
  CareSourceDraft *draft = read_passage (text);

  if (draft->passage == NULL)
    {
      care_source_draft_free (draft);
      return g_steal_pointer (&named);
    }
  care_source_draft_add_note (draft, NULL, named->note);
  return draft;
}

/**
 * care_source_file_read:
 * @bytes: what is in a file
 * @name: what it is called
 * @error: return location for a #CareExchangeError
 *
 * Returns: (transfer full) (nullable) (element-type CareSourceDraft): the sources that it
 *   tells of, at least one. A page or a text is kept as the passage, a PDF by its name.
 */
GPtrArray *
care_source_file_read (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *text = NULL;

  if (has_suffix (name, ".json"))
    return care_csl_json_read (bytes, error);
  if (has_suffix (name, ".pdf"))
    return list_one (read_name (name));
  if (!has_suffix (name, ".ris") && !has_suffix (name, ".txt") && !has_suffix (name, ".html") && !has_suffix (name, ".htm"))
    {
      g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
                   _ ("“%s” is of no known sort; drop a RIS, CSL-JSON, HTML, text or PDF file"), name);
      return NULL;
    }
  text = make_text (bytes);
  if (has_suffix (name, ".ris"))
    return care_ris_read (text, error);
  return list_one (has_suffix (name, ".txt") ? read_plain (text, name) : care_source_page_read (text));
}
