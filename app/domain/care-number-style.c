/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-number-style.h"

/* "£3.8bn", "£4bn–£6bn": for tables and labels */
const CareNumberStyle care_number_style_short
  = { .has_suffixes = TRUE, .before_scale = "", .range = "\u2013", .per_cent = "%", .dates = CARE_DATE_HOUSE };

/* "£3.8 billion", "£4 billion to £6 billion", "20%", "15 million people", "2013/14": as running
 * text of the Library prints it */
const CareNumberStyle care_number_style_house
  = { .name = "house", .brief = &care_number_style_short, .before_scale = " ", .range = " to ", .per_cent = "%", .dates = CARE_DATE_HOUSE };

/* "£3.8bn", "£4bn to £6bn", "2013–14": as the trade press prints it */
const CareNumberStyle care_number_style_trade = { .name = "trade",
                                                  .brief = &care_number_style_short,
                                                  .has_suffixes = TRUE,
                                                  .before_scale = "",
                                                  .range = " to ",
                                                  .per_cent = "%",
                                                  .dates = &care_date_style_trade };

/* As in the house, for what is edited: "not found (people)" */
const CareNumberStyle care_number_style_whole
  = { .before_scale = " ", .range = " to ", .per_cent = "%", .dates = CARE_DATE_HOUSE, .names_absence = TRUE };

static const CareNumberStyle *const chosen[] = { &care_number_style_house, &care_number_style_trade };

/**
 * care_number_style_find:
 * @name: (nullable): a word of the vocabulary "number-style"
 *
 * Returns: (transfer none): the style of that name, or that of the house.
 */
const CareNumberStyle *
care_number_style_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    if (g_strcmp0 (chosen[i]->name, name) == 0)
      return chosen[i];
  return &care_number_style_house;
}

/**
 * care_number_style_of:
 * @briefing: (nullable): a briefing
 *
 * Returns: (transfer none): how its numbers are written; that of the house where it chooses
 *   none, or there is no briefing.
 */
const CareNumberStyle *
care_number_style_of (CareRecord *briefing)
{
  return care_number_style_find (briefing == NULL ? NULL : care_record_get (briefing, "number_style"));
}

/**
 * care_number_style_get_brief:
 * @self: (nullable): a style; %NULL: that of the house
 *
 * Returns: (transfer none): how the same numbers are written in a label.
 */
const CareNumberStyle *
care_number_style_get_brief (const CareNumberStyle *self)
{
  if (self == NULL)
    self = &care_number_style_house;
  return self->brief != NULL ? self->brief : self;
}

/**
 * care_number_style_format_date:
 * @self: (nullable): a style; %NULL: that of the house
 * @date: a date
 *
 * Returns: (transfer full): @date as it is written beside its numbers: "2013/14".
 */
char *
care_number_style_format_date (const CareNumberStyle *self, const CareDate *date)
{
  return care_date_format (date, self == NULL ? CARE_DATE_HOUSE : self->dates);
}
