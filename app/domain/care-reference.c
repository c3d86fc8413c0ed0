/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In a text as it is shown, a reference carries its words after "|": they are in
 * the text that is copied, pasted and undone, and are left out again when it is
 * stored. Words hold no bracket, bar or line break. */

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

/* Kinds that a text may name. */
static const char *const reference_kinds[] = { "figure", "position", "pledge", "event", "quotation", "contradiction" };

static const CareKind *
read_kind (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (reference_kinds); i++)
    if (strlen (reference_kinds[i]) == length && strncmp (reference_kinds[i], name, length) == 0)
      return care_kind_find (reference_kinds[i]);
  return NULL;
}

/* Reads digits at *@p; 0 if there are none, or more than an id has. */
static CareId
read_id (const char **p)
{
  const char *start = *p;
  gint64 id = 0;

  while (g_ascii_isdigit (**p))
    {
      int digit = **p - '0';

      if (id > (G_MAXINT64 - digit) / 10)
        return 0;
      id = id * 10 + digit;
      (*p)++;
    }
  return *p == start ? 0 : id;
}

static gboolean
match_record (const char *text, const char *at, CareReferenceMatch *match)
{
  const char *colon = at + 1 + strspn (at + 1, "abcdefghijklmnopqrstuvwxyz_");
  const char *p = colon + 1;
  const char *words;

  if (*colon != ':')
    return FALSE;
  match->kind = read_kind (at + 1, (gsize) (colon - at - 1));
  if (match->kind == NULL)
    return FALSE;
  match->id = read_id (&p);
  if (match->id == 0 || (*p != '}' && *p != '|'))
    return FALSE;
  words = *p == '|' ? p + 1 : p;
  p = words + strcspn (words, "}\n");
  if (*p != '}')
    return FALSE;

  match->is_citation = FALSE;
  match->words_start = (gsize) (words - text);
  match->words_end = (gsize) (p - text);
  match->name_start = match->name_end = match->words_start;
  match->end = match->words_end + 1;
  return TRUE;
}

static gboolean
match_citation (const char *text, const char *at, CareReferenceMatch *match)
{
  const char *p = at + 2;
  const char *name = NULL;
  const char *name_end = NULL;
  const char *end;

  if (at[1] != '@')
    return FALSE;
  match->id = read_id (&p);
  if (match->id == 0 || strchr ("] |", *p) == NULL || *p == '\0')
    return FALSE;
  if (*p == '|')
    {
      name = p + 1;
      name_end = name + strcspn (name, "|[]{}\n");
      if (*name_end != '|')
        return FALSE;
      p = name_end + 1;
    }
  end = p + strcspn (p, "]\n");
  if (*end != ']')
    return FALSE;
  p += strspn (p, " ");

  match->kind = care_kind_find ("source");
  match->is_citation = TRUE;
  match->words_start = (gsize) (p - text);
  match->words_end = (gsize) (end - text);
  match->name_start = name == NULL ? match->words_start : (gsize) (name - text);
  match->name_end = name == NULL ? match->words_start : (gsize) (name_end - text);
  match->end = match->words_end + 1;
  return TRUE;
}

/**
 * care_reference_next:
 * @text: a text, as stored or as shown
 * @from: the byte to start at
 * @match: (out): the reference found
 *
 * Returns: whether there is a reference at or after @from.
 */
gboolean
care_reference_next (const char *text, gsize from, CareReferenceMatch *match)
{
  for (const char *at = strpbrk (text + from, "{["); at != NULL; at = strpbrk (at + 1, "{["))
    {
      match->start = (gsize) (at - text);
      if (*at == '{' ? match_record (text, at, match) : match_citation (text, at, match))
        return TRUE;
    }
  return FALSE;
}

/**
 * care_reference_is_to:
 * @text: a text, as stored or as shown
 * @record: a record
 *
 * Returns: whether @text refers to @record.
 */
gboolean
care_reference_is_to (const char *text, CareRecord *record)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (text, from, &match); from = match.end)
    if (match.kind == care_record_get_kind (record) && match.id == care_record_get_id (record))
      return TRUE;
  return FALSE;
}

/**
 * care_reference_is_note:
 * @match: a reference
 *
 * Returns: whether it is to why figures differ, which is printed as a note and not in the
 *   text.
 */
gboolean
care_reference_is_note (const CareReferenceMatch *match)
{
  return strcmp (match->kind->name, "contradiction") == 0;
}

/**
 * care_reference_words:
 * @record: what a text refers to
 * @numbers: how the text writes its numbers
 *
 * Returns: (transfer full): what the text says for it: the value of a figure, the
 *   title of anything else.
 */
char *
care_reference_words (CareRecord *record, const CareNumberStyle *numbers)
{
  g_autoptr (CareQuantity) value = care_record_is (record, "figure") ? care_record_dup_quantity (record, "value") : NULL;

  if (value != NULL)
    return care_quantity_format (value, numbers);
  return g_strdup (care_record_get_title (record));
}

/**
 * care_reference_write:
 * @record: a source, or what a text can show
 *
 * Returns: (transfer full): a reference to it, as a text is stored with it.
 */
char *
care_reference_write (CareRecord *record)
{
  if (care_record_is (record, "source"))
    return g_strdup_printf ("[@%" G_GINT64_FORMAT "]", care_record_get_id (record));
  return g_strdup_printf ("{%s:%" G_GINT64_FORMAT "}", care_record_get_kind (record)->name, care_record_get_id (record));
}

typedef enum
{
  REWRITE_SHOW,
  REWRITE_STORE,
  REWRITE_PLAIN,
} Rewrite;

/* What references are rewritten with. */
typedef struct
{
  Rewrite how;
  const CareNumberStyle *numbers;
  CareLookup lookup;
  gpointer data;
} Rewriting;

static char *
find_words (const CareReferenceMatch *match, const Rewriting *with)
{
  CareRecord *record = with->lookup (match->kind->name, match->id, with->data);
  char *words;

  if (record == NULL)
    return g_strdup_printf (_ ("(missing: %s)"), _ (match->kind->label));
  words = care_reference_words (record, with->numbers);
  return g_strdelimit (words, "{}[]|\n", ' ');
}

static void
append_citation (GString *out, const char *text, const CareReferenceMatch *match, const Rewriting *with)
{
  if (with->how == REWRITE_PLAIN)
    return;
  g_string_append_printf (out, "[@%" G_GINT64_FORMAT, match->id);
  if (with->how == REWRITE_SHOW)
    {
      g_autofree char *name = find_words (match, with);
      g_string_append_printf (out, "|%s|", name);
    }
  if (match->words_end > match->words_start)
    {
      g_string_append_c (out, ' ');
      g_string_append_len (out, text + match->words_start, (gssize) (match->words_end - match->words_start));
    }
  g_string_append_c (out, ']');
}

static void
append_reference (GString *out, const char *text, const CareReferenceMatch *match, const Rewriting *with)
{
  g_autofree char *words = NULL;

  if (match->is_citation)
    {
      append_citation (out, text, match, with);
      return;
    }
  if (with->how == REWRITE_PLAIN && care_reference_is_note (match))
    return;
  if (with->how != REWRITE_STORE)
    words = find_words (match, with);
  if (with->how == REWRITE_PLAIN)
    g_string_append (out, words);
  else if (with->how == REWRITE_SHOW)
    g_string_append_printf (out, "{%s:%" G_GINT64_FORMAT "|%s}", match->kind->name, match->id, words);
  else
    g_string_append_printf (out, "{%s:%" G_GINT64_FORMAT "}", match->kind->name, match->id);
}

static char *
rewrite (const char *text, const Rewriting *with)
{
  GString *out = g_string_new (NULL);
  CareReferenceMatch match;
  gsize from = 0;

  while (care_reference_next (text, from, &match))
    {
      g_string_append_len (out, text + from, (gssize) (match.start - from));
      append_reference (out, text, &match, with);
      from = match.end;
    }
  g_string_append (out, text + from);
  return g_string_free (out, FALSE);
}

/**
 * care_reference_show:
 * @stored: a text as stored
 * @numbers: how the text writes its numbers
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): the text with each reference carrying its words.
 */
char *
care_reference_show (const char *stored, const CareNumberStyle *numbers, CareLookup lookup, gpointer data)
{
  return rewrite (stored, &(Rewriting){ REWRITE_SHOW, numbers, lookup, data });
}

/**
 * care_reference_store:
 * @shown: a text as shown
 *
 * Returns: (transfer full): the text as stored, without words of references.
 */
char *
care_reference_store (const char *shown)
{
  return rewrite (shown, &(Rewriting){ .how = REWRITE_STORE });
}

/**
 * care_reference_plain:
 * @stored: a text as stored
 * @numbers: how the text writes its numbers
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): the text with words in place of references and
 *   without citations and notes, as a reader counts its words.
 */
char *
care_reference_plain (const char *stored, const CareNumberStyle *numbers, CareLookup lookup, gpointer data)
{
  return rewrite (stored, &(Rewriting){ REWRITE_PLAIN, numbers, lookup, data });
}
