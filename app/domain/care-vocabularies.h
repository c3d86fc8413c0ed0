/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that fields of fixed choices may take. The words are the field's
 * own: pledge trackers, the House of Commons Library, the Office for
 * Statistics Regulation. Labels are untranslated and in sentence case. */

#pragma once

#include "care-kind.h"

G_BEGIN_DECLS

extern const CareVocabulary care_vocabulary_actor;
extern const CareVocabulary care_vocabulary_amendment;
extern const CareVocabulary care_vocabulary_assertion;
extern const CareVocabulary care_vocabulary_bearing;
extern const CareVocabulary care_vocabulary_box;
extern const CareVocabulary care_vocabulary_briefing_status;
extern const CareVocabulary care_vocabulary_calculation;
extern const CareVocabulary care_vocabulary_chart;
extern const CareVocabulary care_vocabulary_comment_standing;
extern const CareVocabulary care_vocabulary_condition;
extern const CareVocabulary care_vocabulary_contradiction;
extern const CareVocabulary care_vocabulary_currency;
extern const CareVocabulary care_vocabulary_delivery;
extern const CareVocabulary care_vocabulary_event;
extern const CareVocabulary care_vocabulary_evidence;
extern const CareVocabulary care_vocabulary_evidence_strength;
extern const CareVocabulary care_vocabulary_figure_standing;
extern const CareVocabulary care_vocabulary_flow;
extern const CareVocabulary care_vocabulary_footnote;
extern const CareVocabulary care_vocabulary_ledger_owners;
extern const CareVocabulary care_vocabulary_ledger_period;
extern const CareVocabulary care_vocabulary_ledger_price;
extern const CareVocabulary care_vocabulary_legislation;
extern const CareVocabulary care_vocabulary_newness;
extern const CareVocabulary care_vocabulary_newness_share;
extern const CareVocabulary care_vocabulary_number_style;
extern const CareVocabulary care_vocabulary_period_basis;
extern const CareVocabulary care_vocabulary_pledge;
extern const CareVocabulary care_vocabulary_price_basis;
extern const CareVocabulary care_vocabulary_qualifier;
extern const CareVocabulary care_vocabulary_reading;
extern const CareVocabulary care_vocabulary_recurrence;
extern const CareVocabulary care_vocabulary_relation;
extern const CareVocabulary care_vocabulary_reliability;
extern const CareVocabulary care_vocabulary_review_standing;
extern const CareVocabulary care_vocabulary_source;
extern const CareVocabulary care_vocabulary_strength;
extern const CareVocabulary care_vocabulary_template;
extern const CareVocabulary care_vocabulary_timeliness;
extern const CareVocabulary care_vocabulary_whose;

G_END_DECLS
