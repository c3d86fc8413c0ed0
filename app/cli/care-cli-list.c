/* SPDX-License-Identifier: GPL-3.0-or-later */

/* carebrief list KIND [LIBRARY] */

#include "care-cli-command.h"

#include "care-cli-options.h"
#include "care-cli-output.h"
#include "care-cli-table.h"
#include "care-csv.h"
#include "care-library-json.h"
#include "care-library.h"

#include <glib/gi18n.h>
#include <string.h>

static CareCliStatus
fail_with_kinds (const char *word)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const CareKind *kinds;
  guint n_kinds;

  kinds = care_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    g_string_append_printf (names, "%s%s", k > 0 ? ", " : "", kinds[k].plural);
  return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is no kind of record; the kinds are: %s"), word, names->str);
}

/* The title first, then the others in the order of the kind. */
static GPtrArray *
list_columns (const CareKind *kind)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_ptr_array_add (columns, (gpointer) care_kind_title_field (kind));
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CARE_FIELD_IS_LISTED) && &kind->fields[i] != care_kind_title_field (kind))
      g_ptr_array_add (columns, (gpointer) &kind->fields[i]);
  return columns;
}

static char *
make_cell (CareLibrary *library, CareRecord *record, const CareField *field)
{
  CareRecord *named;

  if (field->type != CARE_FIELD_REFERENCE)
    return care_record_format (record, field->name);
  named = care_library_follow (library, record, field->name);
  return g_strdup (named == NULL ? "" : care_record_get_title (named));
}

static GStrv
make_row (CareLibrary *library, CareRecord *record, GPtrArray *columns)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *cell = make_cell (library, record, g_ptr_array_index (columns, i));

      g_strv_builder_add (row, cell);
    }
  return g_strv_builder_end (row);
}

static CareCliStatus
print_table (CareLibrary *library, const CareKind *kind, GPtrArray *records)
{
  g_autoptr (GPtrArray) columns = list_columns (kind);
  g_autoptr (CareCliTable) table = care_cli_table_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      const CareField *field = g_ptr_array_index (columns, i);

      care_cli_table_add_column (table, _ (field->label),
                                 field->type == CARE_FIELD_QUANTITY || field->type == CARE_FIELD_NUMBER);
    }
  for (guint i = 0; i < records->len; i++)
    {
      g_auto (GStrv) row = make_row (library, g_ptr_array_index (records, i), columns);

      care_cli_table_add_row (table, (const char *const *) row);
    }
  text = care_cli_table_print (table, care_cli_terminal_width ());
  return care_cli_print (text);
}

static void
append_csv_row (GString *csv, GStrv cells, const char *last)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (row, (const char **) cells);
  g_strv_builder_add (row, last);
  all = g_strv_builder_end (row);
  care_csv_append_row (csv, (const char *const *) all);
}

static GStrv
make_header (GPtrArray *columns)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  for (guint i = 0; i < columns->len; i++)
    g_strv_builder_add (row, _ (((const CareField *) g_ptr_array_index (columns, i))->label));
  return g_strv_builder_end (row);
}

static CareCliStatus
print_csv (CareLibrary *library, const CareKind *kind, GPtrArray *records)
{
  g_autoptr (GPtrArray) columns = list_columns (kind);
  g_autoptr (GString) csv = g_string_new (NULL);
  g_auto (GStrv) header = make_header (columns);

  append_csv_row (csv, header, _ ("Id"));
  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      g_auto (GStrv) row = make_row (library, record, columns);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, care_record_get_id (record));

      append_csv_row (csv, row, id);
    }
  return care_cli_print (csv->str);
}

static CareCliStatus
print_json (CareLibrary *library, const CareKind *kind, GPtrArray *records)
{
  g_autoptr (GBytes) json = care_library_json_write_list (records);

  return care_cli_print_bytes (json);
}

typedef CareCliStatus (*PrintFunction) (CareLibrary *library, const CareKind *kind, GPtrArray *records);

static PrintFunction
find_format (const char *format)
{
  if (format == NULL || strcmp (format, "table") == 0)
    return print_table;
  if (strcmp (format, "csv") == 0)
    return print_csv;
  return strcmp (format, "json") == 0 ? print_json : NULL;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  return care_record_compare (*(CareRecord *const *) a, *(CareRecord *const *) b);
}

static GPtrArray *
sort_records (CareLibrary *library, const CareKind *kind)
{
  GListModel *list = care_library_list (library, kind->name);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  g_ptr_array_sort (records, compare_records);
  return records;
}

static CareCliStatus
list_kind (const CareKind *kind, const char *path, PrintFunction print)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareLibrary) library = care_library_open (path, CARE_LIBRARY_READ, &error);
  g_autoptr (GPtrArray) records = NULL;

  if (library == NULL)
    return care_cli_fail_with (error, path);
  records = sort_records (library, kind);
  return print (library, kind, records);
}

CareCliStatus
care_cli_list (const CareCliCommand *command, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("table (default), csv or json"), N_("FORMAT") },
    { NULL },
  };
  CareCliStatus status;
  g_auto (GStrv) arguments = care_cli_parse (command, entries, argv, &status);
  g_autofree char *path = NULL;
  const CareKind *kind;

  if (arguments == NULL)
    return status;
  kind = care_kind_find_plural (arguments[0]);
  if (kind == NULL)
    return fail_with_kinds (arguments[0]);
  if (find_format (format) == NULL)
    return care_cli_fail (CARE_CLI_USAGE, _ ("“%s” is no format of a list; choose table, csv or json"),
                          format);
  path = care_cli_library_argument (arguments, 1);
  return list_kind (kind, path, find_format (format));
}
