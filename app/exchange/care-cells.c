/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-cells.h"

#include "care-csv.h"
#include "care-html.h"

#include <string.h>

typedef struct
{
  GPtrArray *rows;  /* of GPtrArray of char */
  GArray *below;    /* of guint: how many further rows what is above takes in each column */
  GString *text;    /* of the cell that is open; NULL: none is */
  guint n_cells;
  guint n_columns, n_rows; /* that the open cell takes */
  gboolean in_comment;     /* on a cell, which LibreOffice puts into it */
} Cells;

static void
cells_free (gpointer row)
{
  g_ptr_array_unref (row);
}

static void
cells_init (Cells *cells)
{
  *cells = (Cells){ g_ptr_array_new_with_free_func (cells_free), g_array_new (FALSE, TRUE, sizeof (guint)) };
}

/* (transfer full): the rows; %NULL where there is no cell. */
static GPtrArray *
cells_end (Cells *cells)
{
  g_array_unref (cells->below);
  if (cells->n_cells == 0)
    g_clear_pointer (&cells->rows, g_ptr_array_unref);
  return cells->rows;
}

static void
begin_row (Cells *cells)
{
  g_ptr_array_add (cells->rows, g_ptr_array_new_with_free_func (g_free));
}

static GPtrArray *
get_row (Cells *cells)
{
  if (cells->rows->len == 0)
    begin_row (cells);
  return g_ptr_array_index (cells->rows, cells->rows->len - 1);
}

static void
add_cell (Cells *cells, const char *text)
{
  GPtrArray *row = get_row (cells);

  if (cells->n_cells++ < CARE_CELLS_MAX_CELLS)
    g_ptr_array_add (row, g_strdup (care_csv_plain (text)));
}

/* Where a cell from above stands there is none of this row. */
static void
add_taken (Cells *cells)
{
  for (GPtrArray *row = get_row (cells); row->len < cells->below->len && cells->n_cells < CARE_CELLS_MAX_CELLS;)
    {
      guint *below = &g_array_index (cells->below, guint, row->len);

      if (*below == 0)
        return;
      --*below;
      add_cell (cells, "");
    }
}

/* What stands there once, and in the columns and rows that it runs over nothing. */
static void
end_cell (Cells *cells)
{
  g_autoptr (GString) text = g_steal_pointer (&cells->text);
  guint column;

  if (text == NULL)
    return;
  add_taken (cells);
  column = get_row (cells)->len;
  if (cells->below->len < column + cells->n_columns)
    g_array_set_size (cells->below, column + cells->n_columns);
  for (guint i = 0; i < cells->n_columns; i++)
    {
      g_array_index (cells->below, guint, column + i) = cells->n_rows - 1;
      add_cell (cells, i == 0 ? g_strstrip (text->str) : "");
    }
}

static guint
read_span (const char *tag, const char *end, const char *name, guint most)
{
  g_autofree char *span = care_html_get_attribute (tag, end, name);

  return span == NULL ? 1 : (guint) CLAMP (g_ascii_strtoull (span, NULL, 10), 1, most);
}

static void
begin_cell (Cells *cells, const char *tag, const char *end)
{
  end_cell (cells);
  cells->text = g_string_new (NULL);
  cells->n_columns = read_span (tag, end, "colspan", 100);
  cells->n_rows = read_span (tag, end, "rowspan", CARE_CELLS_MAX_CELLS);
}

static void
end_row (Cells *cells)
{
  end_cell (cells);
  if (cells->rows->len > 0)
    add_taken (cells);
}

/* White space around the end of a line says nothing. */
static void
add_line (GString *text)
{
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

static void
read_tag (Cells *cells, const char *tag, const char *end)
{
  static const char *const cell[] = { "td", "th", NULL }, *const row[] = { "tr", NULL }, *const line[] = { "br", "p", NULL },
                    *const comment[] = { "comment", NULL }, *const table[] = { "table", NULL };
  gboolean closes = tag[0] == '/';
  const char *name = closes ? tag + 1 : tag;

  if (care_html_is_element (name, cell))
    {
      if (closes)
        end_cell (cells);
      else
        begin_cell (cells, tag, end);
    }
  else if (care_html_is_element (name, row))
    {
      end_row (cells);
      if (!closes)
        begin_row (cells);
    }
  else if (care_html_is_element (name, table))
    {
      end_row (cells);
      g_array_set_size (cells->below, 0);
    }
  else if (care_html_is_element (name, comment))
    cells->in_comment = !closes;
  else if (cells->text != NULL && !closes && !cells->in_comment && care_html_is_element (name, line))
    add_line (cells->text);
}

/* Runs of white space say no more in HTML than one space. */
static void
read_words (Cells *cells, const char *start, gsize length)
{
  g_autofree char *words = cells->text == NULL || cells->in_comment ? NULL : care_html_decode (start, length);

  for (const char *p = words; p != NULL && *p != '\0'; p++)
    {
      gboolean space = g_ascii_isspace (*p);
      char last = cells->text->len == 0 ? ' ' : cells->text->str[cells->text->len - 1];

      if (!space || !g_ascii_isspace (last))
        g_string_append_c (cells->text, space ? ' ' : *p);
    }
}

/**
 * care_cells_from_html:
 * @html: what a spreadsheet or a page offers
 *
 * Returns: (transfer full) (element-type GPtrArray) (nullable): the rows of its tables, each of
 *   texts, which are UTF-8; %NULL where it has no table.
 */
GPtrArray *
care_cells_from_html (const char *html)
{
  Cells cells;

  cells_init (&cells);
  for (const char *p = html; *p != '\0';)
    {
      gsize words = strcspn (p, "<");
      const char *end = p[words] == '\0' ? NULL : care_html_find_end (p + words);

      read_words (&cells, p, words);
      p += words;
      if (end == NULL)
        break;
      read_tag (&cells, p + 1, end);
      p = end + 1;
    }
  end_row (&cells);
  return cells_end (&cells);
}

/* (nullable): the quotation mark that ends a cell which begins with one, so that tabs and lines may be in it;
 * %NULL where it is only part of what is said. */
static const char *
find_quoted_end (const char *p)
{
  const char *end = *p == '"' ? p + 1 : NULL;

  while (end != NULL && (*end != '"' || end[1] == '"'))
    end = *end == '\0' ? NULL : end + (*end == '"' ? 2 : 1);
  return end != NULL && (end[1] == '\0' || strchr ("\t\r\n", end[1]) != NULL) ? end : NULL;
}

/* Returns what follows the cell at @p. */
static const char *
read_cell (const char *p, GString *text)
{
  const char *end = find_quoted_end (p);

  if (end == NULL)
    {
      g_string_append_len (text, p, (gssize) strcspn (p, "\t\r\n"));
      return p + text->len;
    }
  for (p++; p < end; p += *p == '"' ? 2 : 1)
    g_string_append_c (text, *p);
  return end + 1;
}

/**
 * care_cells_from_text:
 * @text: lines with tabs between their cells
 *
 * Returns: (transfer full) (element-type GPtrArray) (nullable): its rows, each of texts; %NULL where there are none.
 */
GPtrArray *
care_cells_from_text (const char *text)
{
  Cells cells;

  cells_init (&cells);
  for (const char *p = text; *p != '\0';)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      if (p == text || p[-1] == '\n' || (p[-1] == '\r' && *p != '\n'))
        begin_row (&cells);
      p = read_cell (p, cell);
      add_cell (&cells, cell->str);
      if (*p == '\t' && p[1] == '\0')
        add_cell (&cells, "");
      if (*p == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
    }
  return cells_end (&cells);
}
