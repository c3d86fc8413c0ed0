/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-box.h"

/* Longer than any list below. */
#define MAX_NAMES 5

static const struct
{
  const char *kind;
  const char *fields[MAX_NAMES]; /* of the box, besides its kind and title */
  const char *items[MAX_NAMES];  /* kinds of what it lists; its own kind: of a line of text */
} boxes[] = {
  { "party-lines", { "text", "coverage_note" }, { "party_line" } },
  { "legislation", { "text", "coverage_note" }, { "legislation" } },
  { "pull-quote", { "quotation", "text" }, { NULL } },
  { "statistic", { "figure", "text" }, { NULL } },
  { "chart", { "chart", "subtitle", "text", "alternative" }, { "figure" } },
  { "table", { "subtitle", "text" }, { "figure" } },
  { "timeline", { "subtitle", "text", "alternative" }, { "pledge", "event" } },
  { "current-briefings", { "text" }, { "source" } },
  { "contact", { "text" }, { "box_item" } },
  { "linking-note", { "text" }, { "box_item" } },
  { "image", { "image", "alternative" }, { NULL } },
  { "ledger", { "ledger", "text" }, { NULL } },
  { "ledger-sum", { "ledger", "text" }, { NULL } },
};

static const char *const none[] = { NULL };

/**
 * care_box_fields:
 * @kind: (nullable): of a box, such as "pull-quote"
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the fields that a box
 *   of @kind prints, besides its title.
 */
const char *const *
care_box_fields (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_strcmp0 (boxes[i].kind, kind) == 0)
      return boxes[i].fields;
  return none;
}

/**
 * care_box_items:
 * @kind: (nullable): of a box
 *
 * Returns: (transfer none) (array zero-terminated=1): the kinds of record that a box of
 *   @kind lists; "box_item" for lines of text, and none where it is no list.
 */
const char *const *
care_box_items (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_strcmp0 (boxes[i].kind, kind) == 0)
      return boxes[i].items;
  return none;
}
