/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-deflator-csv.h"

#include "care-cell-value.h"
#include "care-csv-read.h"
#include "care-csv.h"
#include "care-exchange-error.h"
#include "care-ledger.h"
#include "care-problem.h"

#include <glib/gi18n.h>
#include <string.h>

/* More than anybody reads. */
#define MAX_PROBLEMS 1000

typedef struct
{
  CareId deflator;
  CareId next_id;
  GHashTable *years; /* EDTF, of the values */
  GPtrArray *drafts;
  GPtrArray *problems;
} Reader;

/* A cell without the marks of notes after it: "2013-14 [1]". */
static char *
clean_cell (const CareCsvRow *row, guint index)
{
  char *clean = g_strstrip (g_strdup (index < row->n_cells ? care_csv_plain (row->cells[index]) : ""));
  char *mark;

  while (g_str_has_suffix (clean, "]") && (mark = strrchr (clean, '[')) != NULL)
    {
      *mark = '\0';
      g_strchomp (clean);
    }
  return clean;
}

/* Moves @at behind digits and spaces; returns how many digits there are. */
static guint
take_number (const char **at, int *number)
{
  guint n = 0;

  for (*number = 0; g_ascii_isdigit (**at) && n < 5; (*at)++, n++)
    *number = *number * 10 + (**at - '0');
  while (**at == ' ')
    (*at)++;
  return n;
}

/* (transfer full) (nullable): a calendar or a financial year as it is stored: "2013-14",
 * "2013/14" and "2013–2014" are one; NULL for what is no year. */
static char *
read_year (const char *cell)
{
  const char *at = cell;
  int year, next;
  guint n_digits;

  if (take_number (&at, &year) != 4 || year == 0 || year == 9999)
    return NULL;
  if (*at == '\0')
    return g_strdup_printf ("%04d", year);
  if (*at == '/' || *at == '-')
    at++;
  else if (g_str_has_prefix (at, "–"))
    at += strlen ("–");
  else
    return NULL;
  at += strspn (at, " ");
  n_digits = take_number (&at, &next);
  if (*at != '\0' || (n_digits != 2 && n_digits != 4) || next != (n_digits == 2 ? (year + 1) % 100 : year + 1))
    return NULL;
  return g_strdup_printf ("%04d-04-01/%04d-03-31", year, year + 1);
}

/* (transfer full) (nullable): what the index was, as it is stored, in every digit that is given. */
static char *
read_index (const char *cell)
{
  g_autoptr (CareQuantity) value = g_ascii_isdigit (cell[0]) ? care_quantity_parse (cell, NULL, NULL) : NULL;
  CareDecimal index;

  return care_ledger_read_index (value, &index) ? care_quantity_to_string (value) : NULL;
}

/* Takes @what. */
static void
add_problem (Reader *r, guint line, guint column, char *what)
{
  if (r->problems->len < MAX_PROBLEMS)
    g_ptr_array_add (r->problems, care_problem_new (line, column, NULL, what));
  g_free (what);
}

static void
add_value (Reader *r, const char *year, const char *index)
{
  g_autofree char *deflator = g_strdup_printf ("%" G_GINT64_FORMAT, r->deflator);
  CareRecord *draft = care_record_new (care_kind_find ("deflator_value"), r->next_id++);

  care_record_set (draft, "deflator", deflator, NULL);
  care_record_set (draft, "year", year, NULL);
  care_record_set (draft, "value", index, NULL);
  g_ptr_array_add (r->drafts, draft);
  g_hash_table_add (r->years, g_strdup (year));
}

static void
take_row (Reader *r, guint line, const char *first, const char *second)
{
  g_autofree char *year = read_year (first);
  g_autofree char *index = read_index (second);

  /* A title, a heading or a note. */
  if (year == NULL && index == NULL)
    return;
  if (year == NULL)
    add_problem (r, line, 1, g_strdup_printf (_ ("“%s” is no year; write one such as 2013-14 or 2013"), first));
  else if (index == NULL)
    add_problem (r, line, 2, g_strdup_printf (_ ("“%s” is not what an index can be; write a number such as 95.3, or leave the line out"),
                                              second));
  else if (g_hash_table_contains (r->years, year))
    add_problem (r, line, 1, g_strdup_printf (_ ("another line is of %s; leave one out"), first));
  else
    add_value (r, year, index);
}

static gboolean
read_row (const CareCsvRow *row, gpointer data)
{
  Reader *r = data;
  g_autofree char *first = clean_cell (row, 0);
  g_autofree char *second = clean_cell (row, 1);

  take_row (r, row->line, first, second);
  return r->problems->len < MAX_PROBLEMS;
}

/**
 * care_deflator_csv_has_name:
 * @deflators: (element-type CareRecord): the deflators of a library
 * @name: a name
 *
 * Returns: whether one of them has it.
 */
gboolean
care_deflator_csv_has_name (GListModel *deflators, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (deflators); i++)
    {
      g_autoptr (CareRecord) deflator = g_list_model_get_item (deflators, i);

      if (strcmp (care_record_get_title (deflator), name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_name (GListModel *deflators, const char *name, GError **error)
{
  if (!care_deflator_csv_has_name (deflators, name))
    return TRUE;
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_PROBLEMS,
               _ ("There is a deflator “%s” already, by which ledgers may be converted; give this one another name"), name);
  return FALSE;
}

static gboolean
read_all (Reader *r, GBytes *bytes, GError **error)
{
  CareProblem *problem = NULL;
  gboolean ok = care_csv_read (bytes, read_row, r, &problem, error);

  if (problem != NULL)
    g_ptr_array_add (r->problems, problem);
  if (!ok || !care_problem_list_check (r->problems, error))
    return FALSE;
  if (r->drafts->len > 1)
    return TRUE;
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT,
               _ ("The file has no index of prices; put years such as 2013-14 in its first column and the index in its second"));
  return FALSE;
}

/**
 * care_deflator_csv_read:
 * @bytes: a file
 * @name: what the index is to be called, as no other is
 * @deflators: (element-type CareRecord): those of the library that it is for
 * @first_id: the ids of the new records are counted from it
 * @problems: (out) (transfer full) (element-type CareProblem): all lines that cannot be
 *   read; empty if there are none
 * @error: return location for a #CareExchangeError
 *
 * Reads an index of prices.
 *
 * Returns: (transfer full) (nullable) (element-type CareRecord): the index, and after it what
 *   it was in each year, in the order of the lines; %NULL if anything is wrong.
 */
GPtrArray *
care_deflator_csv_read (GBytes *bytes, const char *name, GListModel *deflators, CareId first_id, GPtrArray **problems,
                        GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CareRecord *deflator = care_record_new (care_kind_find ("deflator"), first_id);
  Reader reader = { first_id, first_id + 1, years, drafts, *problems = care_problem_list_new () };

  g_ptr_array_add (drafts, deflator);
  if (!check_name (deflators, name, error) || !care_record_set (deflator, "name", name, error) || !read_all (&reader, bytes, error))
    return NULL;
  return g_steal_pointer (&drafts);
}

typedef enum
{
  LOOK_ON,
  IS_ONE,
  IS_OTHER,
} Look;

/* Figures have a column for what they are called; an index begins where a year has one. */
static gboolean
look_at_row (const CareCsvRow *row, gpointer data)
{
  const CareField *title = care_kind_title_field (care_kind_find ("figure"));
  g_autofree char *first = clean_cell (row, 0);
  g_autofree char *second = clean_cell (row, 1);
  g_autofree char *year = read_year (first);
  g_autofree char *index = read_index (second);
  Look *look = data;

  for (guint i = 0; i < row->n_cells && *look == LOOK_ON; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_strstrip (row->cells[i]), -1);

      if (care_cell_names (folded, title->name) || care_cell_names (folded, title->label) || care_cell_names (folded, _ (title->label)))
        *look = IS_OTHER;
    }
  if (*look == LOOK_ON && year != NULL && index != NULL)
    *look = IS_ONE;
  return *look == LOOK_ON;
}

/**
 * care_deflator_csv_is_one:
 * @bytes: a CSV file
 *
 * Returns: whether it is an index of prices, and no list of figures.
 */
gboolean
care_deflator_csv_is_one (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  CareProblem *problem = NULL;
  Look look = LOOK_ON;

  care_csv_read (bytes, look_at_row, &look, &problem, &error);
  g_clear_pointer (&problem, care_problem_free);
  return look == IS_ONE;
}
