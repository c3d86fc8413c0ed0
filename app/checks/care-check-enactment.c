/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What relies on an Act comes after it was passed; what only leads to it may come before. */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

/* Words by which an Act is spoken of before it is one. */
static const char *const leading[] = {
  "bill", "proposes", "proposed", "proposal", "announces", "announced", "announcement", "introduces", "introduced", "draft",
  "plans", "planned", "consults", "consultation", "promises", "promised", "before the", "ahead of the", NULL,
};

/* (transfer full) (nullable): when @act was passed, as far as is known. */
static CareDate *
dup_passed (CareRecord *act)
{
  CareDate *assent = care_record_dup_date (act, "assent");
  const char *year = care_record_get (act, "year");

  if (assent != NULL || year == NULL)
    return assent;
  return care_date_parse (year, NULL, NULL);
}

static gboolean
names_act (CareCheckRun *run, const char *plain, CareRecord *act)
{
  g_autoptr (GPtrArray) aliases = care_snapshot_list (run->snapshot, "alias", "legislation", care_record_get_id (act));

  if (care_check_find_words (plain, care_record_get_title (act)) != NULL)
    return TRUE;
  for (guint i = 0; i < aliases->len; i++)
    if (care_check_find_words (plain, care_record_get_title (g_ptr_array_index (aliases, i))) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_cited (CareCheckRun *run, CareRecord *event, CareRecord *act)
{
  g_autoptr (GPtrArray) of_act = care_snapshot_list (run->snapshot, "citation", "legislation", care_record_get_id (act));
  g_autoptr (GPtrArray) of_event = care_snapshot_list (run->snapshot, "citation", "event", care_record_get_id (event));

  for (guint i = 0; i < of_event->len; i++)
    {
      CareRecord *source = care_snapshot_follow (run->snapshot, g_ptr_array_index (of_event, i), "source");

      for (guint j = 0; j < of_act->len && source != NULL; j++)
        if (g_strcmp0 (care_record_get (source, "kind"), "legislation") == 0
            && care_snapshot_follow (run->snapshot, g_ptr_array_index (of_act, j), "source") == source)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_before (const CareDate *date, const CareDate *passed)
{
  return date != NULL && passed != NULL && care_date_get_latest (date) != 0
         && care_date_get_latest (date) < care_date_get_earliest (passed);
}

static void
check_event (CareCheckRun *run, const CareCheckShown *shown, CareRecord *act, const CareDate *passed)
{
  CareRecord *event = shown->record;
  const char *title = care_record_get_title (event);
  g_autofree char *plain = care_check_plain (run, title, 0, strlen (title));
  g_autoptr (CareDate) date = care_record_dup_date (event, "happened");
  g_autofree char *when = NULL;
  CareFinding *finding;

  if (!is_before (date, passed) || care_check_has_any (plain, leading)
      || !(names_act (run, plain, act) || is_cited (run, event, act)))
    return;
  when = care_date_format (date, CARE_DATE_HOUSE);
  finding = care_check_report (run, shown->element, event, "happened", _ ("“%s” is dated %s, before the %s was passed"), title, when,
                               care_record_get_title (act));
  care_check_about (finding, act);
  care_check_mend (finding, _ ("Change Date…"));
}

/* What is told of @date in the line from @start to @end, whose date ends @length bytes after
 * its beginning. */
static void
check_line (CareCheckRun *run, const CareCheckText *text, gsize start, gsize end, const CareDate *date, gsize length)
{
  g_autoptr (GPtrArray) acts = care_check_records (run, "legislation");
  g_autofree char *plain = care_check_plain (run, text->text, start, end);
  g_autofree char *when = care_date_format (date, CARE_DATE_HOUSE);

  for (guint i = 0; i < acts->len && !care_check_has_any (plain, leading); i++)
    {
      CareRecord *act = g_ptr_array_index (acts, i);
      g_autoptr (CareDate) passed = dup_passed (act);
      CareFinding *finding;

      if (!is_before (date, passed) || !names_act (run, plain, act))
        continue;
      finding = care_check_report_words (run, text, start, start + length,
                                         _ ("What is told of %s relies on the %s, which was passed later"), when,
                                         care_record_get_title (act));
      care_check_about (finding, act);
      care_check_mend (finding, _ ("Change Date…"));
    }
}

static void
check_text (CareCheckRun *run, const CareCheckText *text)
{
  gsize at = 0;

  while (text->text[at] != '\0')
    {
      gsize end = at + strcspn (text->text + at, "\n");
      gsize length = 0;
      g_autoptr (CareDate) date = care_check_read_leading_date (text->text + at, end - at, &length);

      if (date != NULL)
        check_line (run, text, at, end, date, length);
      at = end + (text->text[end] == '\n' ? 1 : 0);
    }
}

void
care_check_enactment (CareCheckRun *run)
{
  g_autoptr (GPtrArray) acts = care_check_records (run, "legislation");
  g_autoptr (GArray) events = care_check_shown (run, "event");

  for (guint a = 0; a < acts->len; a++)
    {
      CareRecord *act = g_ptr_array_index (acts, a);
      g_autoptr (CareDate) passed = dup_passed (act);

      for (guint i = 0; passed != NULL && i < events->len; i++)
        check_event (run, &g_array_index (events, CareCheckShown, i), act, passed);
    }
  for (guint i = 0; acts->len > 0 && i < run->texts->len; i++)
    check_text (run, &g_array_index (run->texts, CareCheckText, i));
}
