/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-figures-csv.h"

#include "care-cell-value.h"
#include "care-csv-read.h"
#include "care-csv.h"
#include "care-exchange-error.h"
#include "care-problem.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* More than anybody reads; a file of nothing but mistakes ends here. */
#define MAX_PROBLEMS 1000
/* Cells of which a column remembers what they mean. */
#define MAX_KNOWN 10000

/* A column without a field is that of the ids if it is named, else it is to be
 * empty. */
typedef struct
{
  char *name; /* as its header has it */
  const CareField *field;
  guint index;       /* of @field */
  GHashTable *known; /* cell -> canonical value */
} Column;

typedef struct
{
  const CareKind *kind;
  CareNames *names;
  CareId next_id;
  GPtrArray *columns; /* of Column; NULL before the header */
  GHashTable *ids;    /* of the drafts */
  GPtrArray *drafts;
  GPtrArray *problems;
} Reader;

static void
column_free (Column *self)
{
  g_free (self->name);
  g_hash_table_unref (self->known);
  g_free (self);
}

static void
add_problem (Reader *r, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* @column: from 1, or 0 */
static void
add_problem (Reader *r, guint line, guint column, const char *format, ...)
{
  g_autofree char *what = NULL;
  const char *place = NULL;
  va_list args;

  if (r->problems->len >= MAX_PROBLEMS)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (column > 0 && column <= r->columns->len && ((Column *) r->columns->pdata[column - 1])->name[0] != '\0')
    place = ((Column *) r->columns->pdata[column - 1])->name;
  g_ptr_array_add (r->problems, care_problem_new (line, column, place, what));
}

/* The index, or -1. */
static int
find_field (const CareKind *kind, const char *folded)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (care_cell_names (folded, kind->fields[i].name) || care_cell_names (folded, kind->fields[i].label)
        || care_cell_names (folded, _ (kind->fields[i].label)))
      return (int) i;
  return -1;
}

static gboolean
has_column (Reader *r, const CareField *field)
{
  for (guint i = 0; i < r->columns->len; i++)
    {
      Column *column = g_ptr_array_index (r->columns, i);

      if (column->field == field && column->name[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

static char *
describe_fields (const CareKind *kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (text, "%s, ", _ (kind->fields[i].label));
  return g_string_free (g_string_append (text, _ ("Id")), FALSE);
}

static void
read_header_cell (Reader *r, const char *cell, guint line)
{
  g_autofree char *name = g_strstrip (g_strdup (care_csv_plain (cell)));
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gboolean is_id = care_cell_names (folded, "id") || care_cell_names (folded, _ ("Id"));
  int index = find_field (r->kind, folded);
  const CareField *field = index < 0 ? NULL : &r->kind->fields[index];
  gboolean is_double = name[0] != '\0' && (is_id || field != NULL) && has_column (r, field);
  Column *column = g_new0 (Column, 1);

  column->name = g_steal_pointer (&name);
  column->field = field;
  column->index = (guint) MAX (index, 0);
  column->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (r->columns, column);
  if (is_double)
    add_problem (r, line, r->columns->len, _ ("there are two columns for this; leave one out"));
  else if (field == NULL && !is_id && column->name[0] != '\0')
    {
      g_autofree char *fields = describe_fields (r->kind);

      add_problem (r, line, r->columns->len, _ ("a figure has no such field; name the columns by these: %s"), fields);
    }
}

static void
read_header (Reader *r, const CareCsvRow *row)
{
  r->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  for (guint i = 0; i < row->n_cells; i++)
    read_header_cell (r, row->cells[i], row->line);
  if (r->problems->len == 0 && !has_column (r, care_kind_title_field (r->kind)))
    add_problem (r, row->line, 0, _ ("no column is called “%s”; the first row is to name the columns"),
                 _ (care_kind_title_field (r->kind)->label));
}

/* Words of a person differ from row to row; all else comes again and again. */
static gboolean
comes_again (const CareField *field)
{
  return field->type != CARE_FIELD_TEXT && field->type != CARE_FIELD_PROSE;
}

static gboolean
read_value (Reader *r, CareRecord *draft, Column *column, const char *cell, GError **error)
{
  const char *known = comes_again (column->field) ? g_hash_table_lookup (column->known, cell) : NULL;
  char *value = known != NULL ? g_strdup (known) : care_cell_value (r->names, column->field, cell, error);

  if (value == NULL)
    return FALSE;
  if (known == NULL && comes_again (column->field) && g_hash_table_size (column->known) < MAX_KNOWN)
    g_hash_table_insert (column->known, g_strdup (cell), g_strdup (value));
  care_record_take (draft, column->index, value);
  return TRUE;
}

/* A cell as a person means it; in several paragraphs, spaces may be meant too. */
static const char *
clean_cell (const Column *column, char *cell)
{
  gboolean is_prose = column->field != NULL && column->field->type == CARE_FIELD_PROSE;

  return care_csv_plain (is_prose ? cell : g_strstrip (cell));
}

/* The id that the row gives, one that is given to it, or 0 after a problem. */
static CareId
read_id (Reader *r, const CareCsvRow *row, gboolean *is_new)
{
  const char *text = "";
  guint at = 0;
  CareId id;

  for (guint i = 0; i < row->n_cells; i++)
    {
      Column *column = g_ptr_array_index (r->columns, i);

      if (column->field != NULL || column->name[0] == '\0')
        continue;
      text = clean_cell (column, row->cells[i]);
      at = i + 1;
    }
  *is_new = text[0] == '\0';
  if (*is_new)
    id = r->next_id++;
  else if (!g_ascii_isdigit (text[0]) || text[0] == '0'
           || !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      add_problem (r, row->line, at, _ ("“%s” is not an id; write a whole number from 1, or leave it out"), text);
      return 0;
    }
  if (g_hash_table_add (r->ids, g_memdup2 (&id, sizeof id)))
    return id;
  add_problem (r, row->line, at, _ ("another row has the id %" PRId64), id);
  return 0;
}

/* What is printed says less than what is kept: "not specified" may be of pounds
 * or of people. */
static gboolean
is_there_already (CareRecord *draft, const Column *column, const char *cell)
{
  const char *value = care_record_get_at (draft, column->index);
  g_autofree char *shown = NULL;

  if (value == NULL || cell[0] == '\0')
    return value == NULL && cell[0] == '\0';
  shown = care_field_format (column->field, value, NULL);
  return strcmp (shown, cell) == 0;
}

static void
read_cell (Reader *r, CareRecord *draft, const CareCsvRow *row, guint i)
{
  Column *column = g_ptr_array_index (r->columns, i);
  const char *cell = clean_cell (column, row->cells[i]);
  g_autoptr (GError) error = NULL;

  if (column->name[0] == '\0' && cell[0] != '\0')
    add_problem (r, row->line, i + 1, _ ("the first row names no column here; name it, or empty this cell"));
  if (column->field != NULL && !is_there_already (draft, column, cell)
      && !read_value (r, draft, column, cell, &error))
    add_problem (r, row->line, i + 1, "%s", error->message);
}

static void
read_figure (Reader *r, const CareCsvRow *row, CareId id, gboolean is_new)
{
  CareRecord *there = is_new ? NULL : care_names_lookup (r->names, r->kind, id);
  g_autoptr (CareRecord) draft = there != NULL ? care_record_copy (there) : care_record_new (r->kind, id);
  g_autoptr (GError) error = NULL;
  guint n_problems = r->problems->len;

  for (guint i = 0; i < row->n_cells; i++)
    read_cell (r, draft, row, i);
  if (r->problems->len == n_problems && !care_record_check (draft, &error))
    add_problem (r, row->line, 0, "%s", error->message);
  g_ptr_array_add (r->drafts, g_steal_pointer (&draft));
}

/* Spreadsheets write what somebody once filled in and emptied again. */
static gboolean
is_empty (const CareCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i][0] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_row (const CareCsvRow *row, gpointer data)
{
  Reader *r = data;
  gboolean is_new;
  CareId id;

  if (is_empty (row))
    return TRUE;
  if (r->columns == NULL)
    {
      read_header (r, row);
      /* Without the right columns every row would be wrong. */
      return r->problems->len == 0;
    }
  if (row->n_cells != r->columns->len)
    {
      add_problem (r, row->line, 0,
                   _ ("this row has %u cells and the first has %u; look for a comma too many or too few"),
                   row->n_cells, r->columns->len);
      return r->problems->len < MAX_PROBLEMS;
    }
  id = read_id (r, row, &is_new);
  if (id != 0)
    read_figure (r, row, id, is_new);
  return r->problems->len < MAX_PROBLEMS;
}

static gboolean
read_all (Reader *r, GBytes *bytes, GError **error)
{
  CareProblem *problem = NULL;
  gboolean ok = care_csv_read (bytes, read_row, r, &problem, error);

  if (problem != NULL)
    g_ptr_array_add (r->problems, problem);
  if (!ok)
    return FALSE;
  if (r->columns != NULL)
    return care_problem_list_check (r->problems, error);
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
               _ ("The file is empty; begin it with a row that names the columns, such as Figure, Value and Whose"));
  return FALSE;
}

/**
 * care_figures_csv_read:
 * @bytes: a file
 * @names: of the library that it is for
 * @first_id: the ids of rows that have none are counted from it
 * @problems: (out) (optional) (transfer full) (element-type CareProblem): all
 *   that is wrong with it, in its order; empty if nothing is
 * @error: return location for a #CareExchangeError
 *
 * Reads figures. The first row names the columns by the names or labels of the
 * fields, in any order and case; a reference is an id or a name. A row with the
 * id of a figure of the library keeps what it has in the fields without a
 * column.
 *
 * Returns: (transfer full) (nullable) (element-type CareRecord): the figures in
 *   the order of the rows, all of whose references are in the library; %NULL if
 *   anything is wrong.
 */
GPtrArray *
care_figures_csv_read (GBytes *bytes, CareNames *names, CareId first_id, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = care_problem_list_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reader reader = {
    .kind = care_kind_find ("figure"),
    .names = names,
    .next_id = first_id,
    .ids = ids,
    .drafts = drafts,
    .problems = found,
  };
  gboolean ok = read_all (&reader, bytes, error);

  g_clear_pointer (&reader.columns, g_ptr_array_unref);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return ok ? g_steal_pointer (&drafts) : NULL;
}
