/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-position-versions.h"

#include <glib/gi18n.h>
#include <string.h>

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* What has a date is newer than what has none. Of two without one, what supersedes
 * another is newer, and then the newer record. */
static int
compare_age (CareRecord *a, CareRecord *b)
{
  g_autoptr (CareDate) first = care_record_dup_date (a, "stated");
  g_autoptr (CareDate) second = care_record_dup_date (b, "stated");
  int by_date = first == NULL || second == NULL ? (first != NULL) - (second != NULL) : care_date_compare (first, second);

  int by_chain = compare_numbers (care_record_get_reference (a, "supersedes") != 0, care_record_get_reference (b, "supersedes") != 0);

  if (by_date != 0)
    return by_date;
  return by_chain != 0 ? by_chain : compare_numbers (care_record_get_id (a), care_record_get_id (b));
}

static gboolean
is_superseded_by_any (CareRecord *version, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (care_record_get_reference (g_ptr_array_index (others, i), "supersedes") == care_record_get_id (version))
      return TRUE;
  return FALSE;
}

/* Of those that nothing left supersedes; of all, where they supersede each other in a ring. */
static guint
find_newest (GPtrArray *left)
{
  guint newest = left->len;

  for (guint i = 0; i < left->len; i++)
    {
      CareRecord *version = g_ptr_array_index (left, i);

      if (!is_superseded_by_any (version, left)
          && (newest == left->len || compare_age (version, g_ptr_array_index (left, newest)) > 0))
        newest = i;
    }
  return newest == left->len ? 0 : newest;
}

/**
 * care_position_versions_order:
 * @versions: (element-type CareRecord): the versions of one position
 *
 * What is said to supersede another comes before it, whatever their dates say; else
 * dates decide.
 *
 * Returns: (transfer full) (element-type CareRecord): them, newest first.
 */
GPtrArray *
care_position_versions_order (GPtrArray *versions)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (left, g_ptr_array_index (versions, i));
  while (left->len > 0)
    g_ptr_array_add (ordered, g_object_ref (g_ptr_array_steal_index (left, find_newest (left))));
  return ordered;
}

/**
 * care_position_versions_are_changed:
 * @versions: (element-type CareRecord): the versions of one position
 *
 * Returns: whether one supersedes another. Two accounts of one position are no change.
 */
gboolean
care_position_versions_are_changed (GPtrArray *versions)
{
  for (guint i = 0; i < versions->len; i++)
    if (is_superseded_by_any (g_ptr_array_index (versions, i), versions))
      return TRUE;
  return FALSE;
}

/**
 * care_position_version_date:
 * @version: a version of a position
 *
 * Returns: (transfer full): when it was stated, as far as that is known: "on Tuesday
 *   [27 January 2015]" where the source says one thing and the date is read from it.
 */
char *
care_position_version_date (CareRecord *version)
{
  const char *words = care_record_get (version, "stated_words");
  g_autofree char *date = care_record_format (version, "stated");

  if (care_record_get (version, "stated") == NULL)
    return g_strdup (words == NULL || strcmp (words, "not stated") == 0 ? _ ("date not stated") : words);
  if (words == NULL || strcmp (words, date) == 0)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s [%s]", words, date);
}

static void
append_part (GString *line, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/* "Andy Burnham, shadow health secretary" */
static void
append_speaker (GString *line, CareRecord *version, CareLookup lookup, gpointer data)
{
  CareId id = care_record_get_reference (version, "speaker");
  CareRecord *person = id == 0 ? NULL : lookup ("person", id, data);
  const char *role = care_record_get (version, "speaker_role");
  g_autofree char *both = NULL;

  if (person == NULL || role == NULL)
    {
      append_part (line, person == NULL ? role : care_record_get_title (person));
      return;
    }
  both = g_strdup_printf (_ ("%s, %s"), care_record_get_title (person), role);
  append_part (line, both);
}

/**
 * care_position_version_describe:
 * @version: a version of a position
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): date, speaker, venue and strength in one line.
 */
char *
care_position_version_describe (CareRecord *version, CareLookup lookup, gpointer data)
{
  g_autofree char *date = care_position_version_date (version);
  g_autofree char *strength = care_record_format (version, "strength");
  GString *line = g_string_new (NULL);

  append_part (line, date);
  append_speaker (line, version, lookup, data);
  append_part (line, care_record_get (version, "venue"));
  append_part (line, care_record_get (version, "strength") == NULL ? _ ("strength not stated") : strength);
  return g_string_free (line, FALSE);
}

/**
 * care_position_version_read_date:
 * @version: a version of a position
 * @words: what a source says of when it was stated, or what a person knows of it; may be
 *   empty
 * @anchor: (nullable): the day from which "on Tuesday" is counted
 *
 * Sets the date as far as it follows from @words, and the words where they say something
 * else. Words from which no date follows are kept; so is that none was read from them.
 */
void
care_position_version_read_date (CareRecord *version, const char *words, const CareDate *anchor)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autoptr (CareDate) date = stripped[0] == '\0' ? NULL : care_date_parse (stripped, anchor, NULL);
  g_autofree char *formatted = date == NULL ? NULL : care_date_format (date, CARE_DATE_HOUSE);

  care_record_set (version, "stated", date == NULL ? NULL : care_date_get_edtf (date), NULL);
  if (stripped[0] == '\0' || g_strcmp0 (formatted, stripped) == 0
      || g_strcmp0 (care_record_get (version, "stated"), stripped) == 0)
    care_record_set (version, "stated_words", NULL, NULL);
  else
    care_record_set (version, "stated_words", stripped, NULL);
}

/**
 * care_position_say_outdated:
 * @n_lines: how many party lines summarise an earlier wording
 * @n_briefings: how many briefings print it
 *
 * Returns: (transfer full): what is to be looked at after a change has been recorded.
 */
char *
care_position_say_outdated (guint n_lines, guint n_briefings)
{
  g_autofree char *lines = NULL;
  g_autofree char *briefings = NULL;

  if (n_lines == 0 && n_briefings == 0)
    return g_strdup (_ ("No party line and no briefing prints the earlier wording."));
  lines = g_strdup_printf (ngettext ("%u party line", "%u party lines", n_lines), n_lines);
  briefings = g_strdup_printf (ngettext ("%u briefing", "%u briefings", n_briefings), n_briefings);
  /* Translators: “1 party line and 2 briefings still print the earlier wording.” */
  return g_strdup_printf (_ ("%s and %s still print the earlier wording."), lines, briefings);
}
