/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-verdict.h"

#include <glib/gi18n.h>

const char *const care_verdict_bearings[] = { "supports", "contradicts", "qualifies", "context", NULL };

/**
 * care_verdict_compare_ages:
 * @judged: (nullable): the date of a verdict
 * @id: its id
 * @other_judged: (nullable): the date of another
 * @other_id: its id
 *
 * Newest first; what has no date is older.
 *
 * Returns: less than 0 where the first is the newer one, greater than 0 where the other is.
 */
int
care_verdict_compare_ages (const CareDate *judged, CareId id, const CareDate *other_judged, CareId other_id)
{
  int by_date = judged == NULL || other_judged == NULL ? (other_judged != NULL) - (judged != NULL)
                                                       : care_date_compare (other_judged, judged);

  return by_date != 0 ? by_date : (other_id > id) - (other_id < id);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  CareRecord *first = *(CareRecord *const *) a;
  CareRecord *second = *(CareRecord *const *) b;
  g_autoptr (CareDate) one = care_record_dup_date (first, "judged");
  g_autoptr (CareDate) other = care_record_dup_date (second, "judged");

  return care_verdict_compare_ages (one, care_record_get_id (first), other, care_record_get_id (second));
}

/**
 * care_verdict_is_reached:
 * @bearing: (nullable): a word of the vocabulary "bearing": how evidence bears on a pledge
 * @found: (nullable): the date of that evidence
 * @first: (nullable): the first date that other evidence gives
 *
 * Returns: whether it says that what was pledged had come about, and at an earlier date.
 */
gboolean
care_verdict_is_reached (const char *bearing, const CareDate *found, const CareDate *first)
{
  return g_strcmp0 (bearing, "supports") == 0 && found != NULL && (first == NULL || care_date_compare (found, first) < 0);
}

/**
 * care_verdict_pick:
 * @verdicts: (element-type CareRecord): verdicts on one pledge
 * @ours: whether ours, or those of sources
 *
 * Returns: (transfer full) (element-type CareRecord): those, newest first.
 */
GPtrArray *
care_verdict_pick (GPtrArray *verdicts, gboolean ours)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < verdicts->len; i++)
    {
      CareRecord *verdict = g_ptr_array_index (verdicts, i);

      if ((g_strcmp0 (care_record_get (verdict, "whose"), "ours") == 0) == ours)
        g_ptr_array_add (picked, g_object_ref (verdict));
    }
  g_ptr_array_sort (picked, compare_newest);
  return picked;
}

/**
 * care_verdict_is_newest:
 * @picked: (element-type CareRecord): as of care_verdict_pick()
 * @index: of one of them
 *
 * Returns: whether it is the newest of what it judges: the pledge, or one limb of it.
 */
gboolean
care_verdict_is_newest (GPtrArray *picked, guint index)
{
  CareId limb = care_record_get_reference (g_ptr_array_index (picked, index), "limb");

  for (guint i = 0; i < index; i++)
    if (care_record_get_reference (g_ptr_array_index (picked, i), "limb") == limb)
      return FALSE;
  return TRUE;
}

/* Takes @part, which may be NULL. */
static void
append_part (GString *line, char *part)
{
  if (part != NULL && line->len > 0)
    g_string_append (line, " · ");
  if (part != NULL)
    g_string_append (line, part);
  g_free (part);
}

static void
append_choice (GString *line, CareRecord *verdict, const char *field)
{
  const char *label = _ (care_kind_field (care_record_get_kind (verdict), field)->label);
  g_autofree char *word = care_record_format (verdict, field);

  if (care_record_get (verdict, field) != NULL)
    append_part (line, g_strdup_printf (_ ("%s: %s"), label, word));
}

/**
 * care_verdict_summarise:
 * @verdict: a verdict
 *
 * Returns: (transfer full): its three parts: "Delivery: in progress · Timeliness: missed ·
 *   Evidence: moderate". Of a source's verdict, the source's own word comes first.
 */
char *
care_verdict_summarise (CareRecord *verdict)
{
  GString *line = g_string_new (NULL);

  if (care_record_get (verdict, "label") != NULL)
    append_part (line, g_strdup_printf (_ ("“%s”"), care_record_get (verdict, "label")));
  append_choice (line, verdict, "delivery");
  append_choice (line, verdict, "timeliness");
  append_choice (line, verdict, "evidence_strength");
  if (line->len == 0)
    g_string_append (line, care_verdict_explain_none ());
  return g_string_free (line, FALSE);
}

/**
 * care_verdict_describe:
 * @verdict: a verdict
 * @lookup: finds records
 * @data: for @lookup
 *
 * Returns: (transfer full): of what, by whom and when: "Limb: Review … · 16 May 2019 · by
 *   A. Writer".
 */
char *
care_verdict_describe (CareRecord *verdict, CareLookup lookup, gpointer data)
{
  GString *line = g_string_new (NULL);
  CareId limb = care_record_get_reference (verdict, "limb");
  CareId source = care_record_get_reference (verdict, "source");
  CareRecord *of = limb == 0 ? NULL : lookup ("limb", limb, data);
  CareRecord *by = source == 0 ? NULL : lookup ("source", source, data);
  const char *author = care_record_get (verdict, "author");
  const char *reviewer = care_record_get (verdict, "reviewer");

  append_part (line, of == NULL ? NULL : g_strdup_printf (_ ("Limb: %s"), care_record_get_title (of)));
  append_part (line, by == NULL ? NULL : g_strdup_printf (_ ("reported by %s"), care_record_get_title (by)));
  append_part (line, care_record_get (verdict, "judged") != NULL ? care_record_format (verdict, "judged")
                                                                  : g_strdup (care_record_get (verdict, "judged_words")));
  append_part (line, author == NULL ? NULL : g_strdup_printf (_ ("by %s"), author));
  append_part (line, reviewer == NULL ? NULL : g_strdup_printf (_ ("reviewed by %s"), reviewer));
  return g_string_free (line, FALSE);
}

/**
 * care_verdict_explain_none:
 *
 * Returns: (transfer none): what is said where there is no verdict, which is not that the
 *   pledge cannot be rated.
 */
const char *
care_verdict_explain_none (void)
{
  return _ ("Not yet rated. Nobody has judged this pledge.");
}
