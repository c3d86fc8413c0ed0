/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Monitor had calculated, Andy Burnham said": who calculated a figure and who reports it
 * are two, and both are named wherever it is printed. A citation names who made its
 * source. */

#include "care-check.h"

#include "care-reference.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whether somebody speaks for the body that made the estimate. */
static gboolean
speaks_for (CareCheckRun *run, CareRecord *reporter, CareRecord *estimator)
{
  g_autoptr (GPtrArray) roles = NULL;

  if (reporter == estimator)
    return TRUE;
  if (!care_record_is (reporter, "person"))
    return FALSE;
  roles = care_snapshot_list (run->snapshot, "role", "person", care_record_get_id (reporter));
  for (guint i = 0; i < roles->len; i++)
    if (care_record_get_reference (g_ptr_array_index (roles, i), "actor") == care_record_get_id (estimator))
      return TRUE;
  return FALSE;
}

static gboolean
cites_one_by (CareCheckRun *run, const char *stored, CareRecord *maker)
{
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (stored, from, &match); from = match.end)
    {
      CareRecord *source = match.is_citation ? care_snapshot_find (run->snapshot, "source", match.id) : NULL;

      if (source != NULL
          && (care_snapshot_follow (run->snapshot, source, "creator") == maker
              || care_snapshot_follow (run->snapshot, source, "author") == maker))
        return TRUE;
    }
  return FALSE;
}

/* (transfer none) (nullable): who of @figure's estimator and reporter @stored does not name. */
static CareRecord *
find_missing (CareCheckRun *run, CareRecord *figure, const char *stored)
{
  CareRecord *estimator = care_snapshot_follow (run->snapshot, figure, "estimator");
  CareRecord *reporter = care_snapshot_follow (run->snapshot, figure, "reporter");
  CareRecord *body = care_snapshot_follow (run->snapshot, figure, "reporting_body");
  CareRecord *first = reporter != NULL ? reporter : body;
  g_autofree char *plain = NULL;

  if (estimator == NULL || first == NULL || speaks_for (run, first, estimator))
    return NULL;
  plain = care_check_plain (run, stored, 0, strlen (stored));
  if (!care_check_names (run, plain, estimator) && !cites_one_by (run, stored, estimator))
    return estimator;
  if (care_check_names (run, plain, first) || cites_one_by (run, stored, first)
      || (body != NULL && (care_check_names (run, plain, body) || cites_one_by (run, stored, body))))
    return NULL;
  return first;
}

static void
check_sentence (CareCheckRun *run, const CareCheckText *text, const CareCheckSentence *sentence)
{
  g_autofree char *stored = g_strndup (text->text + sentence->start, sentence->end - sentence->start);
  CareReferenceMatch match;

  for (gsize from = 0; care_reference_next (stored, from, &match); from = match.end)
    {
      CareRecord *figure = g_str_equal (match.kind->name, "figure") ? care_snapshot_find (run->snapshot, "figure", match.id) : NULL;
      CareRecord *missing = figure == NULL ? NULL : find_missing (run, figure, stored);
      g_autofree char *words = missing == NULL ? NULL : care_reference_words (figure, care_snapshot_get_numbers (run->snapshot));

      if (missing != NULL)
        care_check_mend (care_check_report_words (run, text, sentence->start + match.start, sentence->start + match.end,
                                                  _ ("The sentence that gives “%s” does not name %s"), words,
                                                  care_record_get_title (missing)),
                         _ ("Name Both…"));
    }
}

/* What a box says around the figures that it shows. */
static char *
dup_caption (CareRecord *box, CareRecord *figure)
{
  static const char *const fields[] = { "title", "subtitle", "text" };
  GString *caption = g_string_new (care_record_get_title (figure));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (care_record_get (box, fields[i]) != NULL)
      g_string_append_printf (caption, "\n%s", care_record_get (box, fields[i]));
  return g_string_free (caption, FALSE);
}

static void
check_box (CareCheckRun *run, CareRecord *box)
{
  g_autoptr (GPtrArray) items = care_check_items (run, box);

  for (guint i = 0; i <= items->len; i++)
    {
      CareRecord *holder = i < items->len ? g_ptr_array_index (items, i) : box;
      CareRecord *figure = care_snapshot_follow (run->snapshot, holder, "figure");
      g_autofree char *caption = figure == NULL ? NULL : dup_caption (box, figure);
      CareRecord *missing = figure == NULL ? NULL : find_missing (run, figure, caption);
      CareFinding *finding;

      if (missing == NULL)
        continue;
      finding = care_check_report (run, box, box, "text", _ ("“%s” shows “%s” and does not name %s"),
                                   care_record_get_title (box), care_record_get_title (figure),
                                   care_record_get_title (missing));
      care_check_about (finding, figure);
      care_check_mend (finding, _ ("Name Both…"));
    }
}

void
care_check_two_step (CareCheckRun *run)
{
  g_autoptr (GPtrArray) boxes = care_check_boxes (run, NULL);

  for (guint i = 0; i < run->texts->len; i++)
    {
      const CareCheckText *text = &g_array_index (run->texts, CareCheckText, i);
      CareCheckSentence sentence;

      for (gsize from = 0; care_check_next_sentence (text->text, from, &sentence); from = sentence.end)
        check_sentence (run, text, &sentence);
    }
  for (guint i = 0; i < boxes->len; i++)
    check_box (run, g_ptr_array_index (boxes, i));
}
