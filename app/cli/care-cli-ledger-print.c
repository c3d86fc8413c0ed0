/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cli-ledger.h"

#include "care-cite.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-ledger-json.h"
#include "care-ledger-text.h"
#include "care-ledger-words.h"

#include <glib/gi18n.h>

/* What a narrow terminal has no room for comes last. */
static const CareLedgerCell columns[] = { CARE_LEDGER_CELL_FIGURE, CARE_LEDGER_CELL_AMOUNT, CARE_LEDGER_CELL_OUTCOME,
                                          CARE_LEDGER_CELL_BASIS, CARE_LEDGER_CELL_NEWNESS };

static char *
format_table (const CareLedgerSheet *sheet, CareLibrary *library)
{
  g_autoptr (CareCliTable) table = care_cli_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    care_cli_table_add_column (table, care_ledger_cell_heading (columns[i]), columns[i] == CARE_LEDGER_CELL_AMOUNT);
  for (guint i = 0; i < sheet->ledger->rows->len; i++)
    {
      g_auto (GStrv) said = care_ledger_sheet_say_row (sheet, i, care_library_lookup, library);
      const char *cells[G_N_ELEMENTS (columns) + 1] = { NULL };

      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        cells[c] = said[columns[c]];
      care_cli_table_add_row (table, cells);
    }
  return care_cli_table_print (table, care_cli_terminal_width ());
}

static void
append_line (GString *text, const char *words)
{
  g_autofree char *clean = care_cli_clean (words);

  g_string_append_printf (text, "%s\n", clean);
}

static void
append_total (GString *text, const CareLedgerSheet *sheet, CareLibrary *library)
{
  g_auto (GStrv) cells = care_ledger_sheet_say_total (sheet, care_library_lookup, library);
  g_autofree char *sum = cells[CARE_LEDGER_CELL_BASIS][0] == '\0'
                           ? g_strdup_printf (_ ("Sum: %s"), cells[CARE_LEDGER_CELL_AMOUNT])
                           : g_strdup_printf (_ ("Sum: %s (%s)"), cells[CARE_LEDGER_CELL_AMOUNT], cells[CARE_LEDGER_CELL_BASIS]);
  g_autofree char *parts = g_strdup_printf (_ ("Of this: %s"), cells[CARE_LEDGER_CELL_NEWNESS]);

  append_line (text, sheet->ledger->n_added == 0 ? cells[CARE_LEDGER_CELL_AMOUNT] : sum);
  if (cells[CARE_LEDGER_CELL_NEWNESS][0] != '\0')
    append_line (text, parts);
  if (cells[CARE_LEDGER_CELL_OUTCOME][0] != '\0')
    append_line (text, cells[CARE_LEDGER_CELL_OUTCOME]);
}

/* What is said of one figure below the reason that it shares with others. */
static void
append_figure (GString *text, const CareLedgerSheet *sheet, guint row, CareLibrary *library)
{
  g_auto (GStrv) cells = care_ledger_sheet_say_row (sheet, row, care_library_lookup, library);
  g_autofree char *offers = care_ledger_sheet_say_offers (sheet, row);
  g_autofree char *line = g_strdup_printf ("%s (%s)%s%s", cells[CARE_LEDGER_CELL_FIGURE], cells[CARE_LEDGER_CELL_AMOUNT],
                                           offers[0] == '\0' ? "" : ". ", offers);

  g_string_append (text, "  ");
  append_line (text, line);
}

/* Figures that are not added, by why they are not, in the order in which that comes first. */
static void
append_left_out (GString *text, const CareLedgerSheet *sheet, CareLedgerStanding standing, CareLibrary *library)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < sheet->ledger->rows->len; i++)
    {
      g_autofree char *reason = NULL;
      GString *group;

      if (g_array_index (sheet->ledger->rows, CareLedgerRow, i).standing != standing)
        continue;
      reason = care_ledger_say_standing (sheet->ledger, i, care_library_lookup, library);
      group = g_hash_table_lookup (groups, reason);
      if (group == NULL)
        {
          group = g_string_new (NULL);
          append_line (group, reason);
          g_ptr_array_add (order, group);
          g_hash_table_insert (groups, g_steal_pointer (&reason), group);
        }
      append_figure (group, sheet, i, library);
    }
  for (guint i = 0; i < order->len; i++)
    {
      g_autofree char *lines = g_string_free (g_ptr_array_index (order, i), FALSE);

      g_string_append (text, lines);
    }
}

/* Adds a source, or a place in one, that is not there yet. */
static void
cite (GPtrArray *sources, GHashTable *seen, CareLibrary *library, CareRecord *record)
{
  g_autoptr (CareCitationText) cited = record == NULL ? NULL : care_cite (library, record);

  if (cited == NULL || g_hash_table_contains (seen, cited->words))
    return;
  g_ptr_array_add (sources, g_strdup (cited->words));
  g_hash_table_add (seen, g_ptr_array_index (sources, sources->len - 1));
}

static void
cite_figure (GPtrArray *sources, GHashTable *seen, CareLibrary *library, CareId figure)
{
  g_autoptr (GPtrArray) citations = care_library_children (library, "citation", "figure", figure);

  for (guint i = 0; i < citations->len; i++)
    cite (sources, seen, library, g_ptr_array_index (citations, i));
}

/* (transfer full): the sources of what is added, and of what prices were converted by, as they are
 * cited. */
static GPtrArray *
list_sources (const CareLedgerSheet *sheet, CareLibrary *library)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sheet->ledger->rows->len; i++)
    {
      const CareLedgerRow *row = &g_array_index (sheet->ledger->rows, CareLedgerRow, i);

      if (row->standing == CARE_LEDGER_ADDED)
        cite_figure (sources, seen, library, row->figure);
    }
  if (sheet->deflator != NULL)
    cite (sources, seen, library, care_library_follow (library, sheet->deflator, "source"));
  return sources;
}

static void
append_sources (GString *text, GPtrArray *sources)
{
  if (sources->len > 0)
    append_line (text, _ ("Sources of what is added"));
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("  %u. %s", i + 1, (const char *) g_ptr_array_index (sources, i));

      append_line (text, line);
    }
}

/* Prints @sheet. That nothing can be added is a result, too. */
CareCliStatus
care_cli_ledger_print (const CareLedgerSheet *sheet, CareLibrary *library, gboolean json)
{
  g_autoptr (GPtrArray) sources = list_sources (sheet, library);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *table = NULL;

  if (json)
    {
      g_autoptr (GBytes) bytes = care_ledger_json_write (sheet, sources, care_library_lookup, library);

      return care_cli_print_bytes (bytes);
    }
  table = format_table (sheet, library);
  g_string_append_printf (text, "%s\n", table);
  append_total (text, sheet, library);
  for (CareLedgerStanding standing = CARE_LEDGER_RESTATED; standing <= CARE_LEDGER_REFUSED; standing++)
    append_left_out (text, sheet, standing, library);
  append_sources (text, sources);
  return care_cli_print (text->str);
}
