/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-find.h"

#include "care-ledger-records.h"
#include "care-rows.h"

/* A figure of a saved question, with its place in the order. */
typedef struct
{
  CareId id;
  int ordinal;
  CareLedgerItem item;
} Item;

/* What is read of a saved question. */
typedef struct
{
  CareId id;
  CareLedgerFigures *figures; /* keeps the words */
  CareLedgerOptions options;
  CareId deflator;
  GArray *items; /* of Item */
  GArray *years; /* of CareDeflatorYear */
} Question;

static void
take_ledger (CareId id, const CareCell *cells, gpointer data)
{
  Question *question = data;

  if (id != question->id)
    return;
  question->options.basis = cells[0].id;
  question->options.add_owners = g_strcmp0 (cells[1].text, "together") == 0;
  question->deflator = cells[2].id;
  question->options.price_year = care_ledger_figures_keep (question->figures, cells[3].text);
}

static void
take_item (CareId id, const CareCell *cells, gpointer data)
{
  Question *question = data;
  Item item = { id, cells[1].text == NULL ? 0 : (int) g_ascii_strtoll (cells[1].text, NULL, 10),
                { cells[2].id, care_ledger_read_conversions (cells[3].text, cells[4].text) } };

  if (cells[0].id == question->id)
    g_array_append_val (question->items, item);
}

static void
take_year (CareId id, const CareCell *cells, gpointer data)
{
  Question *question = data;
  g_autoptr (CareQuantity) value = cells[2].text == NULL ? NULL : care_quantity_from_string (cells[2].text, NULL);
  CareDeflatorYear year = { care_ledger_figures_keep (question->figures, cells[1].text), { 0, 0 } };

  if (cells[0].id == question->deflator && care_ledger_read_index (value, &year.value))
    g_array_append_val (question->years, year);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *one = a;
  const Item *other = b;

  if (one->ordinal != other->ordinal)
    return one->ordinal < other->ordinal ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

static gboolean
read_question (CareLibrary *library, Question *question, GCancellable *cancellable, GError **error)
{
  static const char *const ledger[] = { "basis", "owners", "deflator", "price_year", NULL };
  static const char *const item[] = { "ledger", "ordinal", "figure", "as_period", "as_price", NULL };
  static const char *const value[] = { "deflator", "year", "value", NULL };

  if (!care_rows_read (library, "ledger", ledger, take_ledger, question, cancellable, error)
      || !care_rows_read (library, "ledger_item", item, take_item, question, cancellable, error)
      || (question->deflator != 0
          && !care_rows_read (library, "deflator_value", value, take_year, question, cancellable, error)))
    return FALSE;
  g_array_sort (question->items, compare_items);
  question->options.deflator = (const CareDeflatorYear *) (const void *) question->years->data;
  question->options.n_deflator = question->years->len;
  return TRUE;
}

/* Adds up what was read, in the order of the question. */
static void
answer_question (CareLedgerAnswer *self, const Question *question)
{
  g_autofree CareLedgerItem *items = g_new0 (CareLedgerItem, question->items->len + 1);

  for (guint i = 0; i < question->items->len; i++)
    {
      items[i] = g_array_index (question->items, Item, i).item;
      g_array_append_val (self->items, g_array_index (question->items, Item, i).id);
    }
  self->ledger = care_ledger_new (self->figures, items, question->items->len, &question->options);
}

/* (nullable): the figure at @index of those that may be asked about, if it is still there. */
static const CareLedgerFigure *
get_figure (CareLedgerAnswer *self, const CareLedgerAsked *asked, guint index)
{
  return asked->among == NULL ? care_ledger_figures_get (self->figures, index)
                              : care_ledger_figures_find (self->figures, g_array_index (asked->among, CareId, index));
}

/* Of all figures by id, or of some in their order: all, or those of an actor. */
static void
answer_about (CareLedgerAnswer *self, const CareLedgerAsked *asked)
{
  guint n_figures = asked->among == NULL ? care_ledger_figures_count (self->figures) : asked->among->len;
  g_autofree CareLedgerItem *items = g_new0 (CareLedgerItem, n_figures + 1);
  CareLedgerOptions options = { 0 };
  guint n_items = 0;

  for (guint i = 0; i < n_figures; i++)
    {
      const CareLedgerFigure *figure = get_figure (self, asked, i);

      if (figure != NULL && (asked->scope != CARE_LEDGER_OF_ACTOR || figure->owner == asked->id))
        items[n_items++].figure = figure->id;
    }
  self->ledger = care_ledger_new (self->figures, items, n_items, &options);
}

/**
 * care_ledger_find:
 * @library: a library
 * @asked: which figures
 * @cancellable: (nullable): ends it early
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Reads what is in the file, in any thread.
 *
 * Returns: (transfer full) (nullable): what the figures come to.
 */
CareLedgerAnswer *
care_ledger_find (CareLibrary *library, const CareLedgerAsked *asked, GCancellable *cancellable, GError **error)
{
  g_autoptr (CareLedgerAnswer) self = g_new0 (CareLedgerAnswer, 1);
  Question question = { .id = asked->id };
  gboolean done = TRUE;

  self->items = g_array_new (FALSE, FALSE, sizeof (CareId));
  self->figures = care_ledger_records_read (library, cancellable, error);
  if (self->figures == NULL)
    return NULL;
  question.figures = self->figures;
  question.items = g_array_new (FALSE, FALSE, sizeof (Item));
  question.years = g_array_new (FALSE, FALSE, sizeof (CareDeflatorYear));
  if (asked->scope == CARE_LEDGER_SAVED)
    done = read_question (library, &question, cancellable, error);
  if (done && asked->scope == CARE_LEDGER_SAVED)
    answer_question (self, &question);
  else if (done)
    answer_about (self, asked);
  g_array_unref (question.items);
  g_array_unref (question.years);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * care_ledger_answer_free:
 * @self: (transfer full): an answer
 *
 * Frees it.
 */
void
care_ledger_answer_free (CareLedgerAnswer *self)
{
  g_clear_pointer (&self->ledger, care_ledger_free);
  g_clear_pointer (&self->figures, care_ledger_figures_free);
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self);
}

static void
asked_free (gpointer data)
{
  CareLedgerAsked *asked = data;

  g_clear_pointer (&asked->among, g_array_unref);
  g_free (asked);
}

static void
find_in_thread (GTask *task, gpointer library, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CareLedgerAnswer *answer = care_ledger_find (library, data, cancellable, &error);

  if (answer == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, (GDestroyNotify) care_ledger_answer_free);
}

/**
 * care_ledger_find_async:
 * @library: a library
 * @asked: which figures
 * @cancellable: (nullable): ends it early
 * @callback: called in the main thread
 * @data: for @callback
 *
 * The same in a thread.
 */
void
care_ledger_find_async (CareLibrary *library, const CareLedgerAsked *asked, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, data);
  CareLedgerAsked *copy = g_memdup2 (asked, sizeof *asked);

  if (copy->among != NULL)
    copy->among = g_array_copy (copy->among);
  g_task_set_task_data (task, copy, asked_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * care_ledger_find_finish:
 * @result: of care_ledger_find_async()
 * @error: return location for an error of care_ledger_find()
 *
 * Returns: (transfer full) (nullable): what the figures come to.
 */
CareLedgerAnswer *
care_ledger_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
