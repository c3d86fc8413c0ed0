/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can do about a briefing that does not fit. It is tried before it is
 * said. */

#include "care-page-model.h"

#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_TRIES 12
/* Each is a composition, which a person waits for. */
#define FARTHEST_MOVE 3

/* Without its last @n words; NULL where it has no more than that. */
static char *
shorten (const char *text, guint n)
{
  gsize end = strlen (text);

  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  for (; n > 0; n--)
    {
      while (end > 0 && !g_ascii_isspace (text[end - 1]))
        end--;
      if (end == 0)
        return NULL;
      while (end > 0 && g_ascii_isspace (text[end - 1]))
        end--;
    }
  return g_strndup (text, end);
}

static gboolean
fits (const CarePages *self, CareSnapshot *snapshot)
{
  g_autoptr (CarePages) pages = care_pages_make (self, snapshot, self->flow->template, self->allowed, self->first);

  return care_pages_fits (pages);
}

static gboolean
fits_without (const CarePages *self, const CarePageOverset *entry, guint n)
{
  CareSnapshot *before = self->flow->snapshot;
  g_autoptr (GPtrArray) records = care_snapshot_get_records (before);
  g_autoptr (CareSnapshot) after = care_snapshot_new (care_snapshot_get_briefing (before), records);
  CareRecord *record = care_snapshot_find (after, entry->kind->name, entry->id);
  const char *text = record == NULL ? NULL : care_record_get (record, care_flow_get_text_field (entry->kind));
  g_autofree char *shorter = text == NULL ? NULL : shorten (text, n);

  return shorter != NULL && care_record_set (record, care_flow_get_text_field (entry->kind), shorter, NULL)
         && fits (self, after);
}

/* As many as are outside, in all: it can be a few more, where a line may not stand
 * alone. */
static guint
find_words (const CarePages *self)
{
  guint n = 0;

  for (guint i = 0; i < self->overset->len; i++)
    n += (guint) ((CarePageOverset *) g_ptr_array_index (self->overset, i))->words;
  n = MAX (n, 1);
  for (guint i = 0; i < MOST_TRIES; i++, n += 1 + n / 20)
    if (fits_without (self, g_ptr_array_index (self->overset, 0), n))
      return n;
  return 0;
}

/* A place in the order of boxes for each, with @moved at @to. */
static void
number_boxes (GPtrArray *boxes, guint moved, guint to)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      guint place = i == moved ? to : i - (i > moved) + (i - (i > moved) >= to);
      g_autofree char *ordinal = g_strdup_printf ("%u", place + 1);

      care_record_set (g_ptr_array_index (boxes, i), "ordinal", ordinal, NULL);
    }
}

/* (transfer full) (element-type CareRecord): @records, of which the boxes are copies, which are in @boxes as well. */
static GPtrArray *
copy_boxes (GPtrArray *records, GPtrArray *boxes)
{
  GPtrArray *copied = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (copied, care_record_is (record, "box") ? care_record_copy (record) : g_object_ref (record));
      for (guint j = 0; j < boxes->len; j++)
        if (g_ptr_array_index (boxes, j) == record)
          g_ptr_array_index (boxes, j) = g_ptr_array_index (copied, i);
    }
  return copied;
}

typedef void (*Change) (GPtrArray *boxes, guint index, guint to);

/* Whether all fits once @change has changed copies of the boxes. */
static gboolean
fits_changed (const CarePages *self, Change change, guint index, guint to)
{
  CareSnapshot *before = self->flow->snapshot;
  CareRecord *briefing = care_snapshot_get_briefing (before);
  g_autoptr (GPtrArray) records = care_snapshot_get_records (before);
  g_autoptr (GPtrArray) boxes = care_snapshot_list (before, "box", "briefing", care_record_get_id (briefing));
  g_autoptr (GPtrArray) copied = copy_boxes (records, boxes);
  g_autoptr (CareSnapshot) after = NULL;

  change (boxes, index, to);
  after = care_snapshot_new (briefing, copied);
  return fits (self, after);
}

static void
leave_sum (GPtrArray *boxes, guint index, guint to)
{
  care_record_set (g_ptr_array_index (boxes, index), "kind", "ledger-sum", NULL);
}

/* A ledger without its rows is much lower, and the sum is what was asked for. */
static char *
suggest_sum (const CarePages *self, GPtrArray *boxes, guint index)
{
  CareRecord *box = g_ptr_array_index (boxes, index);

  if (g_strcmp0 (care_record_get (box, "kind"), "ledger") != 0 || !fits_changed (self, leave_sum, index, index))
    return NULL;
  return g_strdup_printf (_ ("Choose “%s” as the Kind of “%s”"), _ (care_vocabulary_label (&care_vocabulary_box, "ledger-sum")),
                          care_record_get_title (box));
}

static gboolean
find_box (GPtrArray *boxes, CareId id, guint *index)
{
  for (*index = 0; *index < boxes->len; (*index)++)
    if (care_record_get_id (g_ptr_array_index (boxes, *index)) == id)
      return TRUE;
  return FALSE;
}

static char *
describe_move (GPtrArray *boxes, guint moved, guint to)
{
  const char *title = care_record_get_title (g_ptr_array_index (boxes, moved));
  const char *other = care_record_get_title (g_ptr_array_index (boxes, to));

  return to < moved ? g_strdup_printf (_ ("Move “%s” above “%s”"), title, other)
                    : g_strdup_printf (_ ("Move “%s” below “%s”"), title, other);
}

/* Near ones first: what is between others may leave room for neither. */
static char *
suggest_move (const CarePages *self, GPtrArray *boxes, guint index)
{
  for (guint distance = 1; distance <= FARTHEST_MOVE && distance < boxes->len; distance++)
    {
      if (distance <= index && fits_changed (self, number_boxes, index, index - distance))
        return describe_move (boxes, index, index - distance);
      if (index + distance < boxes->len && fits_changed (self, number_boxes, index, index + distance))
        return describe_move (boxes, index, index + distance);
    }
  return NULL;
}

/* What can be done with a box that has no place. */
static char *
suggest_box (const CarePages *self, const CarePageOverset *entry)
{
  CareSnapshot *snapshot = self->flow->snapshot;
  g_autoptr (GPtrArray) boxes
    = care_snapshot_list (snapshot, "box", "briefing", care_record_get_id (care_snapshot_get_briefing (snapshot)));
  char *move;
  guint index;

  if (strcmp (entry->kind->name, "box") != 0 || !find_box (boxes, entry->id, &index))
    return NULL;
  move = suggest_move (self, boxes, index);
  return move != NULL ? move : suggest_sum (self, boxes, index);
}

/**
 * care_pages_suggest:
 * @self: pages that do not fit, made in this thread
 *
 * Returns: (transfer full) (nullable): what would make them fit, as a sentence without
 *   a full stop: a box in another place, where that is enough, a ledger without its rows,
 *   or fewer words; %NULL if nothing simple would.
 */
char *
care_pages_suggest (const CarePages *self)
{
  const CarePageOverset *first;
  char *about_box;
  guint n;

  if (care_pages_fits (self))
    return NULL;
  first = g_ptr_array_index (self->overset, 0);
  about_box = suggest_box (self, first);
  if (about_box != NULL)
    return about_box;
  n = find_words (self);
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Shorten “%s” by %u word", "Shorten “%s” by %u words", n), first->title, n);
}
