/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-check.h"

#include <glib/gi18n.h>
#include <string.h>

static const CareCheck checks[] = {
  { "coverage", CARE_CHECK_MUST_FIX, N_("Every party has a line, or a note says why not"), care_check_coverage },
  { "quotation-speaker", CARE_CHECK_MUST_FIX, N_("Every quotation has a speaker"), care_check_quotation_speaker },
  { "statistic-source", CARE_CHECK_MUST_FIX, N_("Every statistic in a box has a source"), care_check_statistic_source },
  { "figure-source", CARE_CHECK_MUST_FIX, N_("Every figure has a source"), care_check_figure_source },
  { "chart-words", CARE_CHECK_MUST_FIX, N_("Every chart has an alternative text"), care_check_chart_words },
  { "quotation-altered", CARE_CHECK_MUST_FIX, N_("No quotation differs from the passage kept of its source"),
    care_check_quotation_altered },
  { "typed-figure", CARE_CHECK_LOOK_AT, N_("Figures of the library are inserted, not typed"), care_check_typed_figure },
  { "typed-number", CARE_CHECK_LOOK_AT, N_("No number stands without a record"), care_check_typed_number },
  { "year-style", CARE_CHECK_LOOK_AT, N_("Financial years are written alike"), care_check_year_style },
  { "figure-basis", CARE_CHECK_LOOK_AT, N_("Every figure says whose it is and for what period"), care_check_figure_basis },
  { "quotation-pinpoint", CARE_CHECK_LOOK_AT, N_("Every quotation has a source with a pinpoint"),
    care_check_quotation_pinpoint },
  { "quotation-found", CARE_CHECK_LOOK_AT, N_("Every quotation is in the passage kept of its source"),
    care_check_quotation_found },
  { "hedge", CARE_CHECK_LOOK_AT, N_("No summary is firmer than what it sums up"), care_check_hedge },
  { "attribution", CARE_CHECK_LOOK_AT, N_("Estimates are said to be somebody’s"), care_check_attribution },
  { "two-step", CARE_CHECK_LOOK_AT, N_("Who calculated a figure and who reports it are both named"), care_check_two_step },
  { "source-verdict", CARE_CHECK_LOOK_AT, N_("No verdict of a source stands alone"), care_check_source_verdict },
  { "timeliness", CARE_CHECK_LOOK_AT, N_("Verdicts on timeliness follow from the deadline"), care_check_timeliness },
  { "chronology", CARE_CHECK_LOOK_AT, N_("Dates are in order"), care_check_chronology },
  { "role-at-date", CARE_CHECK_LOOK_AT, N_("Posts are those held at the time"), care_check_role_at_date },
  { "name-at-date", CARE_CHECK_LOOK_AT, N_("Bodies have the names of their time"), care_check_name_at_date },
  { "bounded-absence", CARE_CHECK_LOOK_AT, N_("What was not found says when and where it was looked for"),
    care_check_bounded_absence },
  { "restatement", CARE_CHECK_LOOK_AT, N_("No figure counts twice"), care_check_restatement },
  { "contradiction", CARE_CHECK_LOOK_AT, N_("Figures that disagree are explained"), care_check_contradiction },
  { "calculation", CARE_CHECK_LOOK_AT, N_("Figures that follow from each other still do"), care_check_calculation },
  { "projection", CARE_CHECK_LOOK_AT, N_("Percentages agree with what they lead from and to"), care_check_projection },
  { "balance", CARE_CHECK_LOOK_AT, N_("Parties are treated alike, by rules that are declared"), care_check_balance },
  { "parts", CARE_CHECK_LOOK_AT, N_("Parts come to the whole, or what is left is said"), care_check_parts },
  { "cause", CARE_CHECK_LOOK_AT, N_("Nothing is dated before what it follows from"), care_check_cause },
  { "enactment", CARE_CHECK_LOOK_AT, N_("Nothing relies on an Act before it was passed"), care_check_enactment },
  { "due-date", CARE_CHECK_LOOK_AT, N_("Deadlines and milestones have the dates that are known"), care_check_due_date },
  { "earlier-wording", CARE_CHECK_LOOK_AT, N_("Every party line sums up the newest wording"), care_check_earlier_wording },
};

/**
 * care_checks_list:
 * @n_checks: (out): how many there are
 *
 * Returns: (transfer none): every check; those that must be passed come first.
 */
const CareCheck *
care_checks_list (guint *n_checks)
{
  *n_checks = G_N_ELEMENTS (checks);
  return checks;
}

/**
 * care_check_find:
 * @id: (nullable): such as "coverage"
 *
 * Returns: (transfer none) (nullable): the check of that id.
 */
const CareCheck *
care_check_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_strcmp0 (checks[i].id, id) == 0)
      return &checks[i];
  return NULL;
}

static CareFinding *
add (CareCheckRun *run, CareRecord *element, CareRecord *record, const char *field, const char *format, va_list words)
{
  CareFinding *finding = g_new0 (CareFinding, 1);

  finding->check = run->check;
  finding->sentence = g_strdup_vprintf (format, words);
  finding->element = g_object_ref (element);
  finding->record = g_object_ref (record);
  finding->field = field;
  g_ptr_array_add (run->findings, finding);
  return finding;
}

/**
 * care_check_report:
 * @run: what is checked
 * @element: where it is seen
 * @record: what is wrong
 * @field: (nullable): what of @record is; of static storage
 * @format: one sentence
 * @...: for @format
 *
 * Tells of a problem with a record.
 *
 * Returns: (transfer none): it.
 */
CareFinding *
care_check_report (CareCheckRun *run, CareRecord *element, CareRecord *record, const char *field, const char *format, ...)
{
  CareFinding *finding;
  va_list words;

  va_start (words, format);
  finding = add (run, element, record, field, format, words);
  va_end (words);
  finding->place = g_strdup_printf ("%s:%" G_GINT64_FORMAT "%s%s", care_record_get_kind (record)->name,
                                    care_record_get_id (record), field == NULL ? "" : ":", field == NULL ? "" : field);
  return finding;
}

/* How many times the words at @start are in the text before. */
static guint
count_before (const CareCheckText *text, gsize start, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text->text, words); at != NULL && at < text->text + start; at = strstr (at + 1, words))
    n++;
  return n;
}

/**
 * care_check_report_words:
 * @run: what is checked
 * @text: a text
 * @start: byte offsets of words in it
 * @end: the byte after them
 * @format: one sentence
 * @...: for @format
 *
 * Tells of a problem with words. They are named by themselves, so that the problem is
 * known again when something before them has been written.
 *
 * Returns: (transfer none): it.
 */
CareFinding *
care_check_report_words (CareCheckRun *run, const CareCheckText *text, gsize start, gsize end, const char *format, ...)
{
  g_autofree char *words = g_strndup (text->text + start, end - start);
  guint n_before = count_before (text, start, words);
  CareFinding *finding;
  va_list arguments;

  va_start (arguments, format);
  finding = add (run, text->element, text->record, text->field, format, arguments);
  va_end (arguments);
  finding->start = start;
  finding->end = end;
  g_strdelimit (words, "\n\r\t", ' ');
  finding->place = g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%s", care_record_get_kind (text->record)->name,
                                    care_record_get_id (text->record), text->field, words);
  if (n_before > 0)
    {
      g_autofree char *first = g_steal_pointer (&finding->place);

      finding->place = g_strdup_printf ("%s (%u)", first, n_before + 1);
    }
  return finding;
}

/**
 * care_check_about:
 * @finding: what was found
 * @other: a record that it is about too
 *
 * Tells problems of one field apart: each is kept by itself.
 */
void
care_check_about (CareFinding *finding, CareRecord *other)
{
  g_autofree char *place = g_steal_pointer (&finding->place);

  finding->place = g_strdup_printf ("%s %s:%" G_GINT64_FORMAT, place, care_record_get_kind (other)->name,
                                    care_record_get_id (other));
}

/**
 * care_check_mend:
 * @finding: what was found
 * @label: what is to be done, in header capitals
 *
 * Says what mends it, where a person has to.
 */
void
care_check_mend (CareFinding *finding, const char *label)
{
  g_free (finding->mend);
  finding->mend = g_strdup (label);
}

/**
 * care_check_replace:
 * @finding: what was found in words
 * @label: what is to be done, in header capitals
 * @replacement: what mends it in their place
 *
 * Says what mends it at one stroke.
 */
void
care_check_replace (CareFinding *finding, const char *label, const char *replacement)
{
  g_free (finding->mend);
  finding->mend = g_strdup (label);
  finding->replacement = g_strdup (replacement);
}

static void
add_text (GArray *texts, CareRecord *element, CareRecord *record, const char *field)
{
  CareCheckText text = { element, record, field, care_record_get (record, field) };

  if (text.text != NULL)
    g_array_append_val (texts, text);
}

static void
add_texts (CareCheckRun *run, CareRecord *element)
{
  static const char *const fields[] = { "title", "standfirst", "heading", "subtitle", "text", "coverage_note" };
  g_autoptr (GPtrArray) items = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (care_kind_field (care_record_get_kind (element), fields[i]) != NULL)
      add_text (run->texts, element, element, fields[i]);
  if (!care_record_is (element, "box"))
    return;
  items = care_check_items (run, element);
  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *line = care_snapshot_follow (run->snapshot, g_ptr_array_index (items, i), "party_line");

      add_text (run->texts, element, g_ptr_array_index (items, i), "text");
      if (line != NULL)
        add_text (run->texts, element, line, "line");
      if (line != NULL)
        add_text (run->texts, element, line, "coverage_note");
    }
}

static void
gather (CareCheckRun *run)
{
  static const char *const kinds[] = { "section", "box" };

  g_ptr_array_add (run->elements, run->briefing);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) found
        = care_snapshot_list (run->snapshot, kinds[i], "briefing", care_record_get_id (run->briefing));

      g_ptr_array_extend (run->elements, found, NULL, NULL);
    }
  for (guint i = 0; i < run->elements->len; i++)
    add_texts (run, g_ptr_array_index (run->elements, i));
}

/**
 * care_checks_list_shown:
 * @snapshot: a briefing
 * @kind: such as "figure"
 *
 * Returns: (transfer container) (element-type CareRecord): each record of @kind that it prints,
 *   once.
 */
GPtrArray *
care_checks_list_shown (CareSnapshot *snapshot, const char *kind)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (CareCheckText));
  CareCheckRun run
    = { .snapshot = snapshot, .briefing = care_snapshot_get_briefing (snapshot), .elements = elements, .texts = texts };
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (GArray) shown = NULL;

  gather (&run);
  shown = care_check_shown (&run, kind);
  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (records, g_array_index (shown, CareCheckShown, i).record);
  return records;
}

static void
clear_figure (gpointer data)
{
  care_quantity_unref (((CareCheckFigure *) data)->value);
}

/* (transfer full) */
static GArray *
list_figures (CareSnapshot *snapshot)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (CareCheckFigure));
  g_autoptr (GPtrArray) records = care_snapshot_get_records (snapshot);

  g_array_set_clear_func (figures, clear_figure);
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      CareCheckFigure figure = { record, care_record_is (record, "figure") ? care_record_dup_quantity (record, "value") : NULL };

      if (figure.value != NULL)
        g_array_append_val (figures, figure);
    }
  return figures;
}

/* What a person keeps is kept at its place, and nowhere else. */
static void
apply_exceptions (CareCheckRun *run)
{
  g_autoptr (GPtrArray) exceptions
    = care_snapshot_list (run->snapshot, "exception", "briefing", care_record_get_id (run->briefing));

  for (guint i = 0; i < run->findings->len; i++)
    for (guint e = 0; e < exceptions->len; e++)
      {
        CareFinding *finding = g_ptr_array_index (run->findings, i);
        CareRecord *exception = g_ptr_array_index (exceptions, e);

        if (g_strcmp0 (care_record_get (exception, "check"), finding->check->id) == 0
            && g_strcmp0 (care_record_get (exception, "place"), finding->place) == 0)
          g_set_object (&finding->exception, exception);
      }
}

/* (transfer full): the day that the briefing speaks of. */
static CareDate *
choose_day (CareRecord *briefing, const CareDate *today)
{
  CareDate *day = care_record_dup_date (briefing, "amended");

  if (day == NULL)
    day = care_record_dup_date (briefing, "published");
  return day != NULL ? day : care_date_ref ((CareDate *) today);
}

/**
 * care_checks_run:
 * @snapshot: a briefing, as care_library_snapshot_to_check() takes it
 * @today: the day, for a briefing that is not published yet
 * @must_fix_only: whether only what must be fixed is looked for, as an export asks
 *
 * Returns: (transfer full) (element-type CareFinding): what every such check has found, in the
 *   order of the checks and then as it is read, with what a person keeps.
 */
GPtrArray *
care_checks_run (CareSnapshot *snapshot, const CareDate *today, gboolean must_fix_only)
{
  CareRecord *briefing = care_snapshot_get_briefing (snapshot);
  g_autoptr (CareDate) as_of = choose_day (briefing, today);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (CareCheckText));
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) care_finding_free);
  g_autoptr (GArray) figures = list_figures (snapshot);
  CareCheckRun run = { snapshot, briefing, as_of, elements, texts, figures, NULL, findings };

  gather (&run);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      run.check = &checks[i];
      if (!must_fix_only || run.check->level == CARE_CHECK_MUST_FIX)
        run.check->find (&run);
    }
  apply_exceptions (&run);
  return findings;
}
