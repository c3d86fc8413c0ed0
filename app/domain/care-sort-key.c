/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-sort-key.h"

/* Titles that agree so far are told apart by their ids. */
#define MAX_CHARACTERS 80

static void
append_any (GString *key, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  guint n = 0;

  for (const char *p = apart; p != NULL && *p != '\0' && n < MAX_CHARACTERS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || (n == 0 && !g_unichar_isalnum (c)))
        continue;
      g_string_append_unichar (key, c);
      n++;
    }
}

static gboolean
is_ascii (char c)
{
  return c != '\0' && (guchar) c < 0x80;
}

/* As append_any(), in a tenth of its time, where what matters of @text is ASCII, as
 * in nearly all titles; else returns FALSE. */
static gboolean
append_ascii (GString *key, const char *text)
{
  const char *p = text;

  while (is_ascii (*p) && !g_ascii_isalnum (*p))
    p++;
  for (; is_ascii (*p) && key->len < MAX_CHARACTERS; p++)
    g_string_append_c (key, g_ascii_tolower (*p));
  return *p == '\0' || key->len == MAX_CHARACTERS;
}

/**
 * care_sort_key_for_text:
 * @text: a title
 *
 * Returns: (transfer full): @text without accents, case and surrounding marks,
 *   cut to what tells titles apart.
 */
char *
care_sort_key_for_text (const char *text)
{
  GString *key = g_string_sized_new (MAX_CHARACTERS);

  if (!append_ascii (key, text))
    append_any (g_string_truncate (key, 0), text);
  return g_string_free (key, FALSE);
}

/**
 * care_sort_key_for_date:
 * @date: (nullable): when it was or will be
 * @text: a title
 *
 * Returns: (transfer full): a key in the order of care_date_compare(), what has
 *   no date last, and then by @text.
 */
char *
care_sort_key_for_date (const CareDate *date, const char *text)
{
  g_autofree char *title = care_sort_key_for_text (text);

  if (date == NULL)
    return g_strconcat ("2 ", title, NULL);
  /* 0, an open end, wraps to the largest. */
  return g_strdup_printf ("%d %08u %010u %s %s", care_date_get_precision (date) == CARE_DATE_NO_YEAR,
                          care_date_get_earliest (date), (guint32) (care_date_get_latest (date) - 1),
                          care_date_get_edtf (date), title);
}

/**
 * care_sort_key_for_place:
 * @record: (nullable): something that has a place in order, such as a party
 * @text: the title of what is to stand with it
 *
 * Returns: (transfer full): a key in the order of care_record_compare(), what
 *   belongs to nothing last, and then by @text.
 */
char *
care_sort_key_for_place (CareRecord *record, const char *text)
{
  g_autofree char *title = care_sort_key_for_text (text);

  if (record == NULL)
    return g_strconcat ("1 ", title, NULL);
  return g_strdup_printf ("0 %010d %019" G_GINT64_FORMAT " %s",
                          care_record_get (record, "ordinal") == NULL ? G_MAXINT
                                                                      : care_record_get_number (record, "ordinal"),
                          care_record_get_id (record), title);
}

/**
 * care_sort_by_place:
 * @a: (type CareRecord): points to a record
 * @b: (type CareRecord): points to another of the same kind
 *
 * For g_ptr_array_sort().
 *
 * Returns: their declared order: by place in order; those without one after them, by title.
 */
int
care_sort_by_place (gconstpointer a, gconstpointer b)
{
  CareRecord *first = *(CareRecord *const *) a;
  CareRecord *second = *(CareRecord *const *) b;
  int difference = care_record_compare_places (first, second);
  g_autofree char *title = NULL;
  g_autofree char *other_title = NULL;

  if (difference != 0)
    return difference;
  title = care_sort_key_for_text (care_record_get_title (first));
  other_title = care_sort_key_for_text (care_record_get_title (second));
  return g_strcmp0 (title, other_title);
}
