/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "then Health Secretary" is said of a post that was given up before the briefing speaks,
 * and of no other; a quotation names a post that was held when it was said. */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_over (CareRecord *role, const CareDate *day)
{
  g_autoptr (CareDate) until = care_record_dup_date (role, "until");

  return until != NULL && care_date_get_latest (until) != 0 && care_date_get_latest (until) < care_date_get_earliest (day);
}

static gboolean
is_to_come (CareRecord *role, const CareDate *day)
{
  g_autoptr (CareDate) since = care_record_dup_date (role, "since");

  return since != NULL && care_date_get_earliest (since) != 0 && care_date_get_latest (day) != 0
         && care_date_get_earliest (since) > care_date_get_latest (day);
}

/* Whether it is known that the post was held for all of @day. */
static gboolean
is_held (CareRecord *role, const CareDate *day)
{
  g_autoptr (CareDate) since = care_record_dup_date (role, "since");
  g_autoptr (CareDate) until = care_record_dup_date (role, "until");

  return since != NULL && care_date_get_latest (since) != 0 && care_date_get_latest (since) <= care_date_get_earliest (day)
         && (until == NULL || care_date_get_earliest (until) > care_date_get_latest (day));
}

/* Whether the words before @at say that it was then. */
static gboolean
says_then (const char *text, gsize at, gsize *start)
{
  static const char *const words[] = { "then ", "former ", "former-", "ex-" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (at >= length && g_ascii_strncasecmp (text + at - length, words[i], length) == 0)
        {
          *start = at - length;
          return TRUE;
        }
    }
  return FALSE;
}

static void
check_post (CareCheckRun *run, const CareCheckText *text, CareRecord *person, CareRecord *role, gsize start, gsize end)
{
  const char *post = care_record_get_title (role);
  g_autofree char *words = g_strndup (text->text + start, end - start);
  gsize then_start;
  gboolean then = says_then (text->text, start, &then_start);

  if (then && is_held (role, run->as_of))
    care_check_replace (care_check_report_words (run, text, then_start, end, _ ("%s is still %s, so “then” is wrong"),
                                                 care_record_get_title (person), post),
                        _ ("Leave Out “Then”"), words);
  else if (!then && is_over (role, run->as_of))
    {
      g_autofree char *mended = g_strdup_printf ("then %s", words);

      care_check_replace (care_check_report_words (run, text, start, end, _ ("%s is no longer %s: say “then %s”"),
                                                   care_record_get_title (person), post, post),
                          _ ("Insert “Then”"), mended);
    }
}

/* Whether the post of @role, one of @roles, is told of by another of them: it was taken up again, or
 * given up before, too. */
static gboolean
has_again (GPtrArray *roles, CareRecord *role, const CareDate *day)
{
  gboolean is_earlier = TRUE;

  for (guint i = 0; i < roles->len; i++)
    {
      CareRecord *other = g_ptr_array_index (roles, i);

      if (other == role)
        is_earlier = FALSE;
      else if (g_strcmp0 (care_record_get_title (other), care_record_get_title (role)) == 0
               && (!is_over (other, day) || (is_earlier && is_over (role, day))))
        return TRUE;
    }
  return FALSE;
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence, CareRecord *person)
{
  g_autoptr (GPtrArray) roles = care_snapshot_list (run->snapshot, "role", "person", care_record_get_id (person));
  g_autofree char *plain = care_check_plain (run, text->text, sentence->start, sentence->end);

  if (!care_check_names (run, plain, person))
    return;
  for (guint i = 0; i < roles->len; i++)
    {
      CareRecord *role = g_ptr_array_index (roles, i);
      gsize start, end;

      if (care_check_locate (text, sentence, care_record_get_title (role), &start, &end)
          && !care_check_is_quoted (text->text, start) && !has_again (roles, role, run->as_of))
        check_post (run, text, person, role, start, end);
    }
}

static void
check_quotation (CareCheckRun *run, const CareCheckShown *shown)
{
  CareRecord *person = care_snapshot_follow (run->snapshot, shown->record, "person");
  g_autoptr (CareDate) said = care_record_dup_date (shown->record, "said");
  const char *as_stated = care_record_get (shown->record, "speaker_role");
  g_autofree char *plain = as_stated == NULL ? NULL : care_check_plain (run, as_stated, 0, strlen (as_stated));
  g_autoptr (GPtrArray) roles = NULL;

  if (person == NULL || said == NULL || plain == NULL || care_date_get_earliest (said) == 0)
    return;
  roles = care_snapshot_list (run->snapshot, "role", "person", care_record_get_id (person));
  for (guint i = 0; i < roles->len; i++)
    {
      CareRecord *role = g_ptr_array_index (roles, i);

      if (care_check_find_words (plain, care_record_get_title (role)) != NULL && !has_again (roles, role, said)
          && (is_over (role, said) || is_to_come (role, said)))
        care_check_mend (care_check_report (run, shown->element, shown->record, "speaker_role",
                                            _ ("%s was not %s when “%s” was said"), care_record_get_title (person),
                                            care_record_get_title (role), care_record_get_title (shown->record)),
                         _ ("Change Role…"));
    }
}

void
care_check_role_at_date (CareCheckRun *run)
{
  g_autoptr (GPtrArray) people = care_check_records (run, "person");
  g_autoptr (GArray) quotations = care_check_shown (run, "quotation");

  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        for (guint p = 0; p < people->len; p++)
          check_sentence (run, text, &sentence, g_ptr_array_index (people, p));
    }
  for (guint i = 0; i < quotations->len; i++)
    check_quotation (run, &g_array_index (quotations, CareCheckShown, i));
}
