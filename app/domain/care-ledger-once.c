/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the figures that may be added are one figure, or part of another. */

#include "care-ledger-private.h"

/* No chain of links is longer; a circle ends. */
#define MAX_LINKS 64

/* What @figure restates, or 0. */
static CareId
find_next (const CareLedgerBuilder *b, CareId figure)
{
  guint n_links;
  const CareLedgerLink *links = care_ledger_figures_get_links (b->figures, figure, &n_links);

  for (guint i = 0; i < n_links; i++)
    if (links[i].relation == CARE_LEDGER_RESTATES)
      return links[i].to;
  return 0;
}

/* What @figure restates in the end, or itself. */
static CareId
find_restated (const CareLedgerBuilder *b, CareId figure)
{
  for (guint depth = 0; depth < MAX_LINKS; depth++)
    {
      CareId next = find_next (b, figure);

      if (next == 0)
        return figure;
      figure = next;
    }
  return figure;
}

static void
remember (GHashTable *table, CareId key, CareId value)
{
  g_hash_table_replace (table, g_memdup2 (&key, sizeof key), g_memdup2 (&value, sizeof value));
}

/* What @table has for @key, or 0. */
static CareId
recall (GHashTable *table, CareId key)
{
  const CareId *found = g_hash_table_lookup (table, &key);

  return found == NULL ? 0 : *found;
}

/* Figures that say the same are one thing: @counted has for what they restate in the end the one that is in
 * the sum. */
typedef struct
{
  const CareLedgerBuilder *b;
  GHashTable *counted; /* CareId -> place of a row + 1 */
  GHashTable *wholes;  /* CareId -> CareId, what was found; each figure is looked at once */
  GHashTable *partly;  /* CareId, what is within another only partly */
  GHashTable *gone;    /* CareId -> CareId, what took its place, which counts for it then; or NULL */
} Once;

static CareId
find_counted (const Once *self, CareId figure)
{
  CareId what = find_restated (self->b, figure);
  CareId by = self->gone == NULL ? 0 : recall (self->gone, what);
  CareId row = recall (self->counted, by == 0 ? what : find_restated (self->b, by));

  return row == 0 ? 0 : care_ledger_builder_row (self->b, (guint) row - 1)->figure;
}

/* A figure that is in the sum and that @figure is within, however many parts lie between; or 0. One that all of
 * it is within comes before one that has some of it. */
static CareId
find_whole (const Once *self, CareId figure, guint depth)
{
  CareId whole = 0;
  gboolean is_partly = FALSE;
  guint n_links;
  const CareLedgerLink *links = care_ledger_figures_get_links (self->b->figures, figure, &n_links);

  if (n_links == 0 || depth == MAX_LINKS || g_hash_table_contains (self->wholes, &figure))
    return recall (self->wholes, figure);
  remember (self->wholes, figure, 0);
  for (guint i = 0; i < n_links && (whole == 0 || is_partly); i++)
    {
      CareId found = links[i].relation == CARE_LEDGER_PART_OF ? find_counted (self, links[i].to) : 0;
      gboolean is_direct = found != 0;

      if (found == 0 && links[i].relation <= CARE_LEDGER_RESTATES)
        found = find_whole (self, links[i].to, depth + 1);
      if (found == 0)
        continue;
      whole = found;
      is_partly = links[i].is_partly || (!is_direct && g_hash_table_contains (self->partly, &links[i].to));
    }
  remember (self->wholes, figure, whole);
  if (is_partly)
    remember (self->partly, figure, whole);
  return whole;
}

/* What is within another goes out of the sum as it is found, so that of two figures that are
 * each part of the other one stays. One that only says the same may be what is known to be a part. What is
 * only partly within another is refused: neither all of it nor nothing of it would be right. */
static void
take_out_parts (const Once *self)
{
  for (guint i = 0; i < self->b->ledger->rows->len; i++)
    {
      const CareLedgerRow *row = care_ledger_builder_row (self->b, i);
      gboolean is_counted = row->standing == CARE_LEDGER_ADDED || row->standing == CARE_LEDGER_RESTATED;
      CareId whole = is_counted ? find_whole (self, row->figure, 0) : 0;
      CareId what = whole == 0 ? 0 : find_restated (self->b, row->figure);
      CareId counted = whole == 0 ? 0 : recall (self->counted, what);
      CareLedgerRow *part = counted == 0 ? NULL : care_ledger_builder_row (self->b, (guint) counted - 1);

      if (part == NULL || whole == part->figure)
        continue;
      part->standing = g_hash_table_contains (self->partly, &row->figure) ? CARE_LEDGER_REFUSED : CARE_LEDGER_WITHIN;
      part->other = whole;
      g_hash_table_remove (self->counted, &what);
    }
}

/* What was part of a whole that was revised since is part of that, where nothing else that it is part of is in
 * the sum. */
static void
take_out_parts_of_revised (const Once *self, GHashTable *gone)
{
  const Once later = { self->b, self->counted, self->wholes, self->partly, gone };

  if (g_hash_table_size (gone) == 0)
    return;
  g_hash_table_remove_all (self->wholes);
  g_hash_table_remove_all (self->partly);
  take_out_parts (&later);
}

/* Of several values for one thing the first is in the sum. @topics: CareId of a contradiction -> CareId, what is
 * said of it by what is in the sum. */
static void
refuse_other_values (const Once *self, GHashTable *topics, const CareLedgerRow *row)
{
  guint n_links;
  const CareLedgerLink *links = care_ledger_figures_get_links (self->b->figures, row->figure, &n_links);
  CareId what = n_links == 0 ? 0 : find_restated (self->b, row->figure);

  for (guint i = 0; i < n_links; i++)
    {
      CareId counted = links[i].relation == CARE_LEDGER_VALUE_IN ? recall (self->counted, what) : 0;
      CareId said = counted == 0 ? 0 : recall (topics, links[i].to);
      CareId first = said == 0 ? 0 : find_counted (self, said);
      CareLedgerRow *other;

      if (counted == 0 || said == what)
        continue;
      if (first == 0)
        {
          remember (topics, links[i].to, what);
          continue;
        }
      other = care_ledger_builder_row (self->b, (guint) counted - 1);
      other->standing = CARE_LEDGER_REFUSED;
      other->other = first;
      other->is_other_value = TRUE;
      g_hash_table_remove (self->counted, &what);
    }
}

/* What the others are compared with comes first. */
static void
count_values (const Once *self)
{
  g_autoptr (GHashTable) topics = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const CareLedger *ledger = self->b->ledger;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < ledger->rows->len; i++)
      {
        const CareLedgerRow *row = care_ledger_builder_row (self->b, i);
        gboolean is_counted = row->standing == CARE_LEDGER_ADDED || row->standing == CARE_LEDGER_RESTATED;

        if (is_counted && (row->figure == ledger->basis.id) == (pass == 0))
          refuse_other_values (self, topics, row);
      }
}

/* Puts into @gone what @figure, or what it restates, took the place of, however many revisions lie between:
 * CareId -> CareId, which is @by. */
static void
find_revised (const CareLedgerBuilder *b, GHashTable *gone, CareId figure, CareId by, guint depth)
{
  for (guint said = 0; figure != 0 && said < MAX_LINKS; said++, figure = find_next (b, figure))
    {
      guint n_links;
      const CareLedgerLink *links = care_ledger_figures_get_links (b->figures, figure, &n_links);

      for (guint i = 0; i < n_links && depth < MAX_LINKS; i++)
        {
          CareId what = links[i].relation == CARE_LEDGER_REVISES ? find_restated (b, links[i].to) : 0;

          if (what == 0 || what == find_restated (b, by) || recall (gone, what) == by)
            continue;
          remember (gone, what, by);
          find_revised (b, gone, links[i].to, by, depth + 1);
        }
    }
}

/* Of what is said several times the first is in the sum. */
static void
count_said (const Once *self, GHashTable *gone)
{
  for (guint i = 0; i < self->b->ledger->rows->len; i++)
    {
      CareLedgerRow *row = care_ledger_builder_row (self->b, i);
      CareId what = row->standing == CARE_LEDGER_ADDED ? find_restated (self->b, row->figure) : 0;
      CareId by = what == 0 ? 0 : recall (gone, what);
      CareId first = what == 0 ? 0 : recall (self->counted, what);

      if (by != 0 || first != 0)
        {
          row->standing = by != 0 ? CARE_LEDGER_REVISED : CARE_LEDGER_RESTATED;
          row->other = by != 0 ? by : care_ledger_builder_row (self->b, (guint) first - 1)->figure;
        }
      else if (what != 0)
        remember (self->counted, what, i + 1);
    }
}

/* Takes out of the sum what is said twice, what is within another that is in it, what another took the
 * place of, and what is another value for what is in it. */
void
care_ledger_count_once (CareLedgerBuilder *b)
{
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) wholes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) partly = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const Once self = { b, counted, wholes, partly, NULL };

  for (guint i = 0; i < b->ledger->rows->len; i++)
    {
      const CareLedgerRow *row = care_ledger_builder_row (b, i);

      if (row->standing == CARE_LEDGER_ADDED
          && (g_hash_table_size (gone) == 0 || recall (gone, find_restated (b, row->figure)) == 0))
        find_revised (b, gone, row->figure, row->figure, 0);
    }
  count_said (&self, gone);
  take_out_parts (&self);
  take_out_parts_of_revised (&self, gone);
  count_values (&self);
}
