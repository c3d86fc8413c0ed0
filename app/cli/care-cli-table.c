/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Widths are in character cells of a terminal: 0 for a mark that is drawn over
 * the character before it, 2 for a wide character, else 1. */

#include "care-cli-table.h"

#include "care-cli-output.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define GAP 2
/* A column is not made narrower than this for the sake of another one: cut
 * shorter, most of what it says could not be understood. */
#define LEAST_WIDTH 14

typedef struct
{
  char *title;
  gboolean is_number; /* stands at the right edge of its column */
  guint width;        /* 0: left out */
} Column;

struct _CareCliTable
{
  GArray *columns; /* of Column */
  GPtrArray *rows; /* of GStrv */
};

static void
clear_column (gpointer column)
{
  g_free (((Column *) column)->title);
}

/**
 * care_cli_table_new:
 *
 * Returns: (transfer full): a table without columns.
 */
CareCliTable *
care_cli_table_new (void)
{
  CareCliTable *self = g_new0 (CareCliTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * care_cli_table_free:
 * @self: (transfer full): a table
 */
void
care_cli_table_free (CareCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * care_cli_table_add_column:
 * @self: a table without rows
 * @title: what stands above it, translated
 * @is_number: whether it is to be aligned at its right edge
 */
void
care_cli_table_add_column (CareCliTable *self, const char *title, gboolean is_number)
{
  Column column = { g_strdup (title), is_number, 0 };

  g_array_append_val (self->columns, column);
}

/**
 * care_cli_table_add_row:
 * @self: a table
 * @cells: (array zero-terminated=1): a text for each column
 */
void
care_cli_table_add_row (CareCliTable *self, const char *const *cells)
{
  char **row = g_new0 (char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    row[i] = care_cli_clean (cells[i]);
  g_ptr_array_add (self->rows, row);
}

static guint
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * care_cli_text_width:
 * @text: a text
 *
 * Returns: how many cells of a terminal it takes.
 */
guint
care_cli_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += character_width (g_utf8_get_char (p));
  return width;
}

/* @text, or as much of it as fits @width cells with an ellipsis after it. */
static char *
cut_text (const char *text, guint width)
{
  const char *p = text;
  guint used = 0;

  if (care_cli_text_width (text) <= width)
    return g_strdup (text);
  while (used + character_width (g_utf8_get_char (p)) < width)
    {
      used += character_width (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  while (p > text && p[-1] == ' ')
    p--;
  return g_strdup_printf ("%.*s…", (int) (p - text), text);
}

static Column *
get_column (CareCliTable *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

/* As wide as what is in them; a column that has nothing in any row is left out. */
static void
measure_columns (CareCliTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint width = 0;

      for (guint r = 0; r < self->rows->len; r++)
        width = MAX (width, care_cli_text_width (((char **) g_ptr_array_index (self->rows, r))[i]));
      get_column (self, i)->width
        = width == 0 ? 0 : MAX (width, care_cli_text_width (get_column (self, i)->title));
    }
}

static guint
total_width (CareCliTable *self)
{
  guint total = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->width > 0)
      total += get_column (self, i)->width + (total > 0 ? GAP : 0);
  return total;
}

/* Of those that can be cut: a number that is cut is another one. */
static Column *
find_widest (CareCliTable *self)
{
  Column *widest = get_column (self, 0);

  for (guint i = 1; i < self->columns->len; i++)
    if (!get_column (self, i)->is_number && get_column (self, i)->width > widest->width)
      widest = get_column (self, i);
  return widest;
}

/* Takes from the widest column of words, a cell at a time; when all are narrow, leaves
 * out the last, which says least. Returns how many were left out. */
static guint
fit_columns (CareCliTable *self, guint width)
{
  guint n_left_out = 0;
  guint last = self->columns->len;

  while (total_width (self) > width)
    {
      Column *widest = find_widest (self);

      if (widest->width > LEAST_WIDTH)
        widest->width--;
      else if (last == 1)
        break;
      else if (get_column (self, --last)->width > 0)
        {
          get_column (self, last)->width = 0;
          n_left_out++;
        }
    }
  return n_left_out;
}

static void
append_spaces (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
append_cell (GString *out, const Column *column, const char *text)
{
  g_autofree char *cut = cut_text (text, column->width);
  guint space = column->width - care_cli_text_width (cut);

  if (column->is_number)
    append_spaces (out, space);
  g_string_append (out, cut);
  if (!column->is_number)
    append_spaces (out, space);
}

static void
append_row (CareCliTable *self, GString *out, char **cells)
{
  gsize start = out->len;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);

      if (column->width == 0)
        continue;
      if (out->len > start)
        append_spaces (out, GAP);
      append_cell (out, column, cells == NULL ? column->title : cells[i]);
    }
  while (out->len > start && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/**
 * care_cli_table_print:
 * @self: a table
 * @width: of the terminal in cells, or 0 for as wide as it is
 *
 * Returns: (transfer full): the table as text, a line a row, without columns
 *   that are empty. Only where @width asks for it are texts cut, or columns left
 *   out, which a last line then says.
 */
char *
care_cli_table_print (CareCliTable *self, guint width)
{
  GString *out = g_string_new (NULL);
  guint n_left_out;

  if (self->rows->len == 0)
    return g_string_free (out, FALSE);
  measure_columns (self);
  n_left_out = width == 0 ? 0 : fit_columns (self, width);
  append_row (self, out, NULL);
  for (guint r = 0; r < self->rows->len; r++)
    append_row (self, out, g_ptr_array_index (self->rows, r));
  if (n_left_out > 0)
    g_string_append_printf (out,
                            ngettext ("%u column does not fit; widen the window, or write to a file\n",
                                      "%u columns do not fit; widen the window, or write to a file\n",
                                      n_left_out),
                            n_left_out);
  return g_string_free (out, FALSE);
}

/**
 * care_cli_terminal_width:
 *
 * Returns: the width of the terminal in cells, or 0 where stdout is none.
 */
guint
care_cli_terminal_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}
