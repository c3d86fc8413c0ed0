/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-verdict-plan.h"

#include "care-deadline-follow.h"
#include "care-error.h"
#include "care-field-plan.h"
#include "care-verdict.h"

#include <glib/gi18n.h>

static gboolean
set_id (CareRecord *record, const char *field, CareRecord *target, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (target));

  return care_record_set (record, field, id, error);
}

/**
 * care_verdict_draft:
 * @library: a library
 * @of: a pledge of it, or a limb of one
 * @today: when it is judged
 *
 * Returns: (transfer full): a verdict of ours on @of that says nothing yet. Those
 *   before it stay, as its history.
 */
CareRecord *
care_verdict_draft (CareLibrary *library, CareRecord *of, CareDay today)
{
  CareRecord *verdict = care_record_new (care_kind_find ("verdict"), care_library_make_id ());
  g_autoptr (CareDate) day = care_date_from_day (today);

  if (care_record_is (of, "limb"))
    {
      set_id (verdict, "limb", of, NULL);
      care_record_set (verdict, "pledge", care_record_get (of, "pledge"), NULL);
    }
  else
    set_id (verdict, "pledge", of, NULL);
  care_record_set (verdict, "whose", "ours", NULL);
  care_record_set (verdict, "judged", care_date_get_edtf (day), NULL);
  care_record_set (verdict, "author", care_library_get_author (library), NULL);
  return verdict;
}

static gboolean
add_evidence (CareAct *act, CareRecord *verdict, CareRecord *evidence, CareRecord *citation, GError **error)
{
  g_autofree char *pledge = g_strdup (care_record_get (verdict, "pledge"));

  if (!care_record_set (evidence, "pledge", pledge, error) || !set_id (evidence, "verdict", verdict, error)
      || !care_record_check (evidence, error))
    return FALSE;
  care_act_insert (act, evidence);
  if (citation == NULL)
    return TRUE;
  if (!set_id (citation, "evidence", evidence, error) || !care_record_check (citation, error))
    return FALSE;
  care_act_insert (act, citation);
  return TRUE;
}

/* What is reported is reported of somebody. */
static gboolean
check_source (CareRecord *verdict, GError **error)
{
  if (g_strcmp0 (care_record_get (verdict, "whose"), "source") != 0 || care_record_get (verdict, "source") != NULL)
    return TRUE;
  g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED,
                       _ ("Choose the source whose verdict this is."));
  return FALSE;
}

/* One that says nothing would read as if nobody had judged. */
static gboolean
check_says (CareRecord *verdict, GError **error)
{
  static const char *const parts[] = { "label", "delivery", "timeliness", "evidence_strength" };
  gboolean ours = g_strcmp0 (care_record_get (verdict, "whose"), "ours") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (care_record_get (verdict, parts[i]) != NULL)
      return TRUE;
  g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_REQUIRED,
                       ours ? _ ("Choose at least one of delivery, timeliness and strength of the evidence.")
                            : _ ("Type in what the source calls it, or choose what it says of delivery."));
  return FALSE;
}

/**
 * care_verdict_plan:
 * @library: a library
 * @verdict: a verdict that is not in @library yet
 * @evidence: (nullable): evidence for or against that comes with it
 * @citation: (nullable): of where @evidence is from
 * @drafts: (nullable) (element-type CareRecord): what these name and that is not in
 *   @library yet either, in the order in which it is to be put in
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that records the verdict.
 */
CareAct *
care_verdict_plan (CareLibrary *library, CareRecord *verdict, CareRecord *evidence, CareRecord *citation,
                   GPtrArray *drafts, GError **error)
{
  CareRecord *of = care_library_follow (library, verdict, care_record_get (verdict, "limb") != NULL ? "limb" : "pledge");
  gboolean ours = g_strcmp0 (care_record_get (verdict, "whose"), "ours") == 0;
  g_autofree char *sentence = g_strdup_printf (ours ? _ ("Judge “%s”") : _ ("Report a verdict on “%s”"),
                                               of == NULL ? "" : care_record_get_title (of));
  g_autoptr (CareAct) act = care_act_new (sentence);

  if (!care_record_check (verdict, error) || !check_says (verdict, error) || !check_source (verdict, error))
    return NULL;
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    care_act_insert (act, g_ptr_array_index (drafts, i));
  care_act_insert (act, verdict);
  if (evidence != NULL && !add_evidence (act, verdict, evidence, citation, error))
    return NULL;
  return g_steal_pointer (&act);
}

/**
 * care_verdict_plan_cannot_be_rated:
 * @library: a library
 * @of: a pledge of it, or a limb of one
 * @today: when it is judged
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that records that somebody has looked, and
 *   that @of cannot be rated: which is another thing than that nobody has.
 */
CareAct *
care_verdict_plan_cannot_be_rated (CareLibrary *library, CareRecord *of, CareDay today, GError **error)
{
  g_autoptr (CareRecord) verdict = care_verdict_draft (library, of, today);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” cannot be rated"), care_record_get_title (of));
  g_autoptr (CareAct) act = care_act_new (sentence);

  if (!care_record_set (verdict, "delivery", "cannot-be-rated", error)
      || !care_record_set (verdict, "timeliness", "not-assessed", error)
      || !care_record_set (verdict, "evidence_strength", "not-assessed", error))
    return NULL;
  care_act_insert (act, verdict);
  return g_steal_pointer (&act);
}

/* (transfer full) (nullable): of evidence that has no date, that of the event it is of. */
static CareDate *
dup_found (CareLibrary *library, CareRecord *evidence)
{
  CareDate *found = care_record_dup_date (evidence, "found");
  CareRecord *event = found != NULL ? NULL : care_library_follow (library, evidence, "event");

  return event == NULL ? found : care_record_dup_date (event, "happened");
}

/* The limb that the verdict judges to which the evidence belongs; 0: it is of the pledge. */
static CareId
find_limb (CareLibrary *library, CareRecord *evidence)
{
  CareRecord *verdict = care_library_follow (library, evidence, "verdict");

  return verdict == NULL ? 0 : care_record_get_reference (verdict, "limb");
}

/**
 * care_verdict_dup_reached:
 * @library: a library
 * @deadline: a deadline of it
 * @evidence: (out) (optional) (transfer full) (nullable): what says so
 *
 * A pledge and its limbs do not inherit evidence from one another.
 *
 * Returns: (transfer full) (nullable): the first date of which evidence supports that what
 *   is due by @deadline has come about, to which lateness is counted.
 */
CareDate *
care_verdict_dup_reached (CareLibrary *library, CareRecord *deadline, CareRecord **evidence)
{
  g_autoptr (GPtrArray) all
    = care_library_children (library, "evidence", "pledge", care_record_get_reference (deadline, "pledge"));
  CareId limb = care_record_get_reference (deadline, "limb");
  g_autoptr (CareDate) first = NULL;
  CareRecord *found = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      CareRecord *one = g_ptr_array_index (all, i);
      g_autoptr (CareDate) date = dup_found (library, one);

      if (find_limb (library, one) != limb || !care_verdict_is_reached (care_record_get (one, "bearing"), date, first))
        continue;
      g_clear_pointer (&first, care_date_unref);
      first = g_steal_pointer (&date);
      found = one;
    }
  if (evidence != NULL)
    *evidence = found == NULL ? NULL : g_object_ref (found);
  return g_steal_pointer (&first);
}

/**
 * care_deadline_plan_reading:
 * @deadline: a deadline of a library
 * @read: a copy of it with the reading that was chosen, by whom and why
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): the act that has @deadline read so.
 */
CareAct *
care_deadline_plan_reading (CareRecord *deadline, CareRecord *read, GError **error)
{
  static const char *const fields[] = { "reading", "reading_by", "reading_reason" };
  g_autofree char *sentence = g_strdup_printf (_ ("Choose a reading of “%s”"), care_record_get_title (deadline));
  g_autoptr (CareAct) act = care_act_new (sentence);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (care_record_get (deadline, fields[i]), care_record_get (read, fields[i])) != 0
        && !care_act_set (act, deadline, fields[i], care_record_get (read, fields[i]), error))
      return NULL;
  return g_steal_pointer (&act);
}

/**
 * care_deadline_plan_offer:
 * @library: a library
 * @deadline: a deadline or a milestone of it
 *
 * Returns: (transfer full) (nullable): the act that has @deadline say what its words say;
 *   %NULL where nothing follows from them that it does not say.
 */
CareAct *
care_deadline_plan_offer (CareLibrary *library, CareRecord *deadline)
{
  CareRecord *pledge = care_library_lookup_now ("pledge", care_record_get_reference (deadline, "pledge"), library);
  g_autoptr (CareRecord) read = care_deadline_offer (deadline, pledge);
  g_autofree char *sentence = g_strdup_printf (_ ("Read the date in “%s”"), care_record_get_title (deadline));
  g_autoptr (CareAct) act = care_act_new (sentence);

  return read != NULL && care_field_plan_differences (act, deadline, deadline, read, NULL) ? g_steal_pointer (&act) : NULL;
}
