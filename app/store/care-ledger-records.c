/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-ledger-records.h"

#include "care-rows.h"

static void
take_figure (CareId id, const CareCell *cells, gpointer data)
{
  care_ledger_figures_add (data, id, cells);
}

static void
take_link (CareId id, const CareCell *cells, gpointer data)
{
  care_ledger_figures_add_link (data, cells[0].text, cells[1].id, cells[2].id, cells[3].text);
}

typedef struct
{
  CareLedgerFigures *figures;
  GHashTable *kinds; /* CareId -> word, of contradictions */
} Values;

static void
take_contradiction (CareId id, const CareCell *cells, gpointer data)
{
  Values *values = data;

  g_hash_table_insert (values->kinds, g_memdup2 (&id, sizeof id), g_strdup (cells[0].text));
}

static void
take_value (CareId id, const CareCell *cells, gpointer data)
{
  Values *values = data;

  care_ledger_figures_add_value (values->figures, g_hash_table_lookup (values->kinds, &cells[0].id), cells[0].id, cells[1].id);
}

/* What has several values. */
static gboolean
read_values (CareLibrary *library, CareLedgerFigures *figures, GCancellable *cancellable, GError **error)
{
  static const char *const fields[] = { "kind", NULL };
  static const char *const item_fields[] = { "contradiction", "figure", NULL };
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Values values = { figures, kinds };

  return care_rows_read (library, "contradiction", fields, take_contradiction, &values, cancellable, error)
         && care_rows_read (library, "contradiction_item", item_fields, take_value, &values, cancellable, error);
}

/**
 * care_ledger_records_read:
 * @library: a library
 * @cancellable: (nullable): ends it early
 * @error: return location for a #CareStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Reads what is in the file, in any thread.
 *
 * Returns: (transfer full) (nullable): all figures, by id, and how they are linked.
 */
CareLedgerFigures *
care_ledger_records_read (CareLibrary *library, GCancellable *cancellable, GError **error)
{
  static const char *const link_fields[] = { "relation", "from_figure", "to_figure", "allocated", NULL };
  g_autoptr (CareLedgerFigures) figures = care_ledger_figures_new ();

  if (!care_rows_read (library, "figure", care_ledger_figure_fields, take_figure, figures, cancellable, error)
      || !care_rows_read (library, "link", link_fields, take_link, figures, cancellable, error)
      || !read_values (library, figures, cancellable, error))
    return NULL;
  return g_steal_pointer (&figures);
}
