/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to checks: what a check is given, and how it tells what it finds. */

#pragma once

#include "care-checks.h"
#include "care-quantity-find.h"
#include "care-quotation-match.h"

G_BEGIN_DECLS

/* A text that is printed. */
typedef struct
{
  CareRecord *element; /* the briefing, a section or a box: what it is printed in */
  CareRecord *record;  /* that has it */
  const char *field;
  const char *text;    /* as stored */
} CareCheckText;

/* A record that is printed. */
typedef struct
{
  CareRecord *record;
  CareRecord *element; /* the first that it is printed in */
} CareCheckShown;

/* A sentence of a text, with the citations after it: byte offsets. */
typedef struct
{
  gsize start;
  gsize end;
} CareCheckSentence;

/* A figure that is known, and its value. */
typedef struct
{
  CareRecord *record;
  CareQuantity *value;
} CareCheckFigure;

struct _CareCheckRun
{
  CareSnapshot *snapshot;
  CareRecord *briefing;
  const CareDate *as_of; /* that the briefing speaks of: its publication, or today */
  GPtrArray *elements;   /* of CareRecord: the briefing, its sections, its boxes */
  GArray *texts;         /* of CareCheckText, in reading order */
  GArray *figures;       /* of CareCheckFigure, with a value each, printed or not */
  const CareCheck *check;
  GPtrArray *findings;   /* of CareFinding */
};

/* care-checks.c */
CareFinding *care_check_report (CareCheckRun *run, CareRecord *element, CareRecord *record, const char *field,
                                const char *format, ...) G_GNUC_PRINTF (5, 6);
CareFinding *care_check_report_words (CareCheckRun *run, const CareCheckText *text, gsize start, gsize end,
                                      const char *format, ...) G_GNUC_PRINTF (5, 6);
void care_check_about (CareFinding *finding, CareRecord *other);
void care_check_mend (CareFinding *finding, const char *label);
void care_check_replace (CareFinding *finding, const char *label, const char *replacement);

/* care-check-shown.c: what is printed */
GArray *care_check_shown (CareCheckRun *run, const char *kind);
GPtrArray *care_check_boxes (CareCheckRun *run, const char *kind);
GPtrArray *care_check_items (CareCheckRun *run, CareRecord *box);
GPtrArray *care_check_records (CareCheckRun *run, const char *kind);
gboolean care_check_has_citation (CareCheckRun *run, const char *field, CareRecord *record);

/* care-check-quotation-altered.c */
gboolean care_check_quotation_is (CareCheckRun *run, CareRecord *quotation, CareQuotationFound found);

/* care-check-quoted.c */
void care_check_quoted (CareCheckRun *run, CareQuotationFound found);

/* care-check-chronology.c */
CareDate *care_check_read_leading_date (const char *text, gsize length, gsize *words);

/* care-check-typed-figure.c */
GPtrArray *care_check_typed_figures (CareCheckRun *run, const CareCheckText *text, const CareQuantityMatch *match,
                                     gsize *end);
gboolean care_check_may_refer (const CareCheckText *text);

/* care-check-words.c: words of texts */
gboolean care_check_next_sentence (const char *text, gsize from, CareCheckSentence *sentence);
char *care_check_plain (CareCheckRun *run, const char *text, gsize start, gsize end);
const char *care_check_find_words (const char *text, const char *words);
gboolean care_check_has_any (const char *text, const char *const *words);
gboolean care_check_locate (const CareCheckText *text, const CareCheckSentence *within, const char *words, gsize *start,
                            gsize *end);
gboolean care_check_is_quoted (const char *text, gsize at);
gboolean care_check_names (CareCheckRun *run, const char *text, CareRecord *record);

/* One a file, in the order of the table. */
void care_check_coverage (CareCheckRun *run);
void care_check_quotation_speaker (CareCheckRun *run);
void care_check_statistic_source (CareCheckRun *run);
void care_check_figure_source (CareCheckRun *run);
void care_check_quotation_altered (CareCheckRun *run);
void care_check_typed_figure (CareCheckRun *run);
void care_check_typed_number (CareCheckRun *run);
void care_check_year_style (CareCheckRun *run);
void care_check_figure_basis (CareCheckRun *run);
void care_check_quotation_pinpoint (CareCheckRun *run);
void care_check_quotation_found (CareCheckRun *run);
void care_check_hedge (CareCheckRun *run);
void care_check_attribution (CareCheckRun *run);
void care_check_two_step (CareCheckRun *run);
void care_check_source_verdict (CareCheckRun *run);
void care_check_timeliness (CareCheckRun *run);
void care_check_chart_words (CareCheckRun *run);
void care_check_chronology (CareCheckRun *run);
void care_check_role_at_date (CareCheckRun *run);
void care_check_name_at_date (CareCheckRun *run);
void care_check_bounded_absence (CareCheckRun *run);
void care_check_restatement (CareCheckRun *run);
void care_check_contradiction (CareCheckRun *run);
void care_check_projection (CareCheckRun *run);
void care_check_balance (CareCheckRun *run);
void care_check_parts (CareCheckRun *run);
void care_check_calculation (CareCheckRun *run);
void care_check_cause (CareCheckRun *run);
void care_check_enactment (CareCheckRun *run);
void care_check_due_date (CareCheckRun *run);
void care_check_earlier_wording (CareCheckRun *run);

G_END_DECLS
