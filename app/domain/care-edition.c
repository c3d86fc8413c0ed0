/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edition.h"

#include "care-compare.h"
#include "care-file-name.h"

#include <glib/gi18n.h>

/**
 * care_edition_next_number:
 * @editions: (element-type CareRecord): those that a briefing has
 *
 * Returns: the number of its next one, from 1.
 */
int
care_edition_next_number (GPtrArray *editions)
{
  int last = 0;

  for (guint i = 0; i < editions->len; i++)
    last = MAX (last, care_record_get_number (g_ptr_array_index (editions, i), "number"));
  return MIN (last, G_MAXINT - 1) + 1;
}

/**
 * care_edition_date_field:
 * @briefing: a briefing
 * @significant: whether the edition is a significant amendment
 *
 * Returns: (transfer none): the name of the date of @briefing that an edition
 *   sets. A briefing that has not been published is so by its first edition.
 */
const char *
care_edition_date_field (CareRecord *briefing, gboolean significant)
{
  if (care_record_get (briefing, "published") == NULL)
    return "published";
  return significant ? "amended" : "corrected";
}

/**
 * care_edition_format_day:
 * @day: a day
 *
 * Returns: (transfer full): it as the value of a date, "2026-11-25".
 */
char *
care_edition_format_day (CareDay day)
{
  g_autoptr (CareDate) date = care_date_from_day (day);

  return g_strdup (care_date_get_edtf (date));
}

/**
 * care_edition_date:
 * @snapshot: a briefing as it stands
 * @draft: the edition to be made of it
 *
 * Returns: (transfer full): @snapshot with the dates that the briefing has once
 *   the edition is made.
 */
CareSnapshot *
care_edition_date (CareSnapshot *snapshot, const CareEditionDraft *draft)
{
  CareRecord *briefing = care_snapshot_get_briefing (snapshot);
  g_autoptr (CareRecord) dated = care_record_copy (briefing);
  g_autoptr (GPtrArray) records = care_snapshot_get_records (snapshot);
  g_autofree char *day = care_edition_format_day (draft->made);

  care_record_set (dated, care_edition_date_field (briefing, draft->significant), day, NULL);
  for (guint i = 0; i < records->len; i++)
    if (g_ptr_array_index (records, i) == briefing)
      g_ptr_array_index (records, i) = dated;
  return care_snapshot_new (dated, records);
}

static gboolean
set_number (CareRecord *edition, const char *field, CareId number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return care_record_set (edition, field, text, error);
}

static gboolean
set_title (CareRecord *edition, CareRecord *briefing, int number, GError **error)
{
  g_autofree char *title = g_strdup_printf (_ ("%s, edition %d"), care_record_get_title (briefing), number);

  return care_record_set (edition, "title", title, error);
}

static gboolean
set_bytes (CareRecord *edition, const char *field, GBytes *bytes, GError **error)
{
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return care_record_set (edition, field, base64, error);
}

/**
 * care_edition_new:
 * @id: of the new record
 * @briefing: what it is an edition of
 * @number: its number among those of @briefing
 * @draft: what is said about it
 * @author: (nullable): who makes it
 * @contents: @briefing and all that it shows, see care_edition_contents_write()
 * @pdf: (nullable): its pages, see care_edition_pages_write()
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the edition, or %NULL if something that
 *   is said about it, or the title of @briefing, is no value of a record.
 */
CareRecord *
care_edition_new (CareId id, CareRecord *briefing, int number, const CareEditionDraft *draft,
                  const char *author, GBytes *contents, GBytes *pdf, GError **error)
{
  g_autoptr (CareRecord) edition = care_record_new (care_kind_find ("edition"), id);
  g_autofree char *day = care_edition_format_day (draft->made);

  if (!set_number (edition, "briefing", care_record_get_id (briefing), error)
      || !set_title (edition, briefing, number, error) || !set_number (edition, "number", number, error)
      || !care_record_set (edition, "amendment", draft->significant ? "significant" : "minor", error)
      || !care_record_set (edition, "made", day, error)
      || !care_record_set (edition, "author", author, error)
      || !care_record_set (edition, "note", draft->note, error) || !set_bytes (edition, "contents", contents, error)
      || (pdf != NULL && !set_bytes (edition, "pdf", pdf, error)) || !care_record_check (edition, error))
    return NULL;
  return g_steal_pointer (&edition);
}

/* "a" … "z", "aa" … */
static char *
format_letters (guint index)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('a' + (rest - 1) % 26));
  return g_string_free (letters, FALSE);
}

/**
 * care_edition_get_label:
 * @edition: an edition
 * @editions: (element-type CareRecord): those that its briefing has
 *
 * Two copies of a library that each made an edition have both given it the same
 * number, and sent it out under that. Merged, neither number may change: each is
 * told by a letter as well, in the order of their ids, which is the same in
 * whatever library the same editions have come together. Where one more comes, or
 * one is taken out, the letters of those after it change.
 *
 * Returns: (transfer full): "2"; "2a" and "2b" where more than one is 2.
 */
char *
care_edition_get_label (CareRecord *edition, GPtrArray *editions)
{
  int number = care_record_get_number (edition, "number");
  guint n_others = 0;
  guint n_before = 0;
  g_autofree char *letters = NULL;

  for (guint i = 0; i < editions->len; i++)
    {
      CareRecord *other = g_ptr_array_index (editions, i);

      if (care_record_get_id (other) == care_record_get_id (edition)
          || care_record_get_number (other, "number") != number)
        continue;
      n_others++;
      n_before += care_record_get_id (other) < care_record_get_id (edition);
    }
  letters = n_others == 0 ? g_strdup ("") : format_letters (n_before);
  return g_strdup_printf ("%d%s", number, letters);
}

/**
 * care_edition_get_name:
 * @edition: an edition
 * @editions: (element-type CareRecord): those that its briefing has
 *
 * Returns: (transfer full): "Edition 2", see care_edition_get_label().
 */
char *
care_edition_get_name (CareRecord *edition, GPtrArray *editions)
{
  g_autofree char *label = care_edition_get_label (edition, editions);

  return g_strdup_printf (_ ("Edition %s"), label);
}

/**
 * care_edition_describe:
 * @edition: an edition
 *
 * Returns: (transfer full): what is known about it besides its number, on one
 *   line: "Minor correction · 25 November 2026 · A. Writer · A date put right".
 */
char *
care_edition_describe (CareRecord *edition)
{
  static const char *const fields[] = { "amendment", "made", "author", "note" };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *words = care_record_format (edition, fields[i]);

      if (*words != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", words);
    }
  return g_string_free (line, FALSE);
}

/**
 * care_edition_file_name:
 * @edition: an edition
 * @editions: (element-type CareRecord): those that its briefing has
 * @title: of its briefing at that time
 * @suffix: the last part of the name, such as "pdf"
 *
 * Returns: (transfer full): a name for the file that @edition is exported to,
 *   such as "integrating-health.edition-2.pdf", another for each edition.
 */
char *
care_edition_file_name (CareRecord *edition, GPtrArray *editions, const char *title, const char *suffix)
{
  g_autofree char *label = care_edition_get_label (edition, editions);
  g_autofree char *extension = g_strdup_printf ("edition-%s.%s", label, suffix);

  return care_file_name (title, extension);
}

/* What is gone is still known by its name. */
static CareRecord *
find_in_either (const char *kind, CareId id, gpointer data)
{
  CareSnapshot **snapshots = data;
  CareRecord *record = care_snapshot_find (snapshots[1], kind, id);

  return record != NULL ? record : care_snapshot_find (snapshots[0], kind, id);
}

/**
 * care_edition_compare:
 * @before: a briefing as it stood
 * @after: the same briefing at another time
 *
 * Returns: (transfer full) (element-type utf8): what differs, for a person: a
 *   text for each record, with a line for each of its fields; empty if nothing
 *   does.
 */
GPtrArray *
care_edition_compare (CareSnapshot *before, CareSnapshot *after)
{
  g_autoptr (GPtrArray) records_before = care_snapshot_get_records (before);
  g_autoptr (GPtrArray) records_after = care_snapshot_get_records (after);
  g_autoptr (GPtrArray) differences = care_compare_records (records_before, records_after);
  CareSnapshot *snapshots[] = { before, after };
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (texts, care_difference_describe (g_ptr_array_index (differences, i), find_in_either, snapshots));
  return texts;
}
