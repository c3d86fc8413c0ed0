/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block of cells from a spreadsheet becomes one act; so does emptying a block. What a cell
 * cannot hold waits in it, as what is typed there does. */

#include "care-figures-table-private.h"

#include "care-cell-value.h"
#include "care-cells.h"
#include "care-field-plan.h"
#include "care-figure-cells.h"
#include "care-understand.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  CareFiguresTable *table;
  CareAct *act;
  CareNames *names;
  CareTableBlock block; /* where it goes */
  guint n_cells;        /* that say something now */
  guint n_refused;
} Paste;

static GListModel *
list_kind (const char *kind, gpointer library)
{
  return care_library_list (library, kind);
}

/* (transfer full): @figure as it is going to be. */
static CareRecord *
copy_latest (CareLibrary *library, CareRecord *figure)
{
  CareRecord *copy = care_record_copy (figure);
  const CareKind *kind = care_record_get_kind (figure);

  for (guint i = 0; i < kind->n_fields; i++)
    care_record_take (copy, i, g_strdup (care_library_get_latest (library, figure, kind->fields[i].name)));
  return copy;
}

static gboolean
put_in_cell (Paste *paste, CareRecord **draft, const CareField *field, const char *cell, GError **error)
{
  g_autofree char *value = NULL;
  CareRecord *read;

  if (care_understand_is_for (*draft, field->name) && cell[0] != '\0')
    {
      read = care_understand (*draft, NULL, field->name, cell, error);
      if (read == NULL)
        return FALSE;
      g_object_unref (*draft);
      *draft = read;
      return TRUE;
    }
  value = care_cell_value (paste->names, field, cell, error);
  return value != NULL && care_record_set (*draft, field->name, value, error);
}

/* A dash is what the table says where there is nothing. */
static void
put_cells (Paste *paste, CareRecord **draft, GPtrArray *cells)
{
  guint column;

  for (guint i = 0; i < cells->len && care_table_get_column_at (paste->table->table, paste->block.column + i, &column); i++)
    {
      const CareField *field = care_figure_cells_field (column);
      const char *cell = g_ptr_array_index (cells, i);
      g_autoptr (GError) error = NULL;

      if (field == NULL)
        continue;
      if (g_str_equal (cell, "–"))
        cell = "";
      if (put_in_cell (paste, draft, field, cell, &error))
        {
          care_figures_table_keep_unfinished (paste->table, *draft, field, NULL);
          paste->n_cells++;
          continue;
        }
      care_figures_table_keep_unfinished (paste->table, *draft, field, cell);
      paste->n_refused++;
    }
}

static gboolean
says_nothing (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (((const char *) g_ptr_array_index (cells, i))[0] != '\0')
      return FALSE;
  return TRUE;
}

/* A figure needs a name. */
static void
put_new (Paste *paste, GPtrArray *cells)
{
  CareRecord *draft = care_record_new (care_kind_find ("figure"), care_library_make_id ());

  put_cells (paste, &draft, cells);
  if (care_record_get (draft, "label") == NULL)
    care_record_set (draft, "label", _ ("Pasted Figure"), NULL);
  care_act_insert (paste->act, draft);
  g_object_unref (draft);
}

static void
put_over (Paste *paste, CareRecord *figure, GPtrArray *cells)
{
  g_autoptr (CareRecord) latest = copy_latest (paste->table->library, figure);
  CareRecord *draft = care_record_copy (latest);

  put_cells (paste, &draft, cells);
  if (care_record_get (draft, "label") == NULL)
    care_record_set (draft, "label", care_record_get (latest, "label"), NULL);
  if (care_field_plan_differences (paste->act, figure, latest, draft, NULL))
    care_figures_table_note_edited (paste->table, figure);
  g_object_unref (draft);
}

/* Beyond the last row each is a new figure. */
static void
put_row (Paste *paste, guint row, GPtrArray *cells)
{
  g_autoptr (CareRecord) figure = g_list_model_get_item (paste->table->figures, row);

  if (figure != NULL)
    put_over (paste, figure, cells);
  else if (!says_nothing (cells))
    put_new (paste, cells);
}

static void
tell_pasted (Paste *paste)
{
  g_autofree char *message = NULL;

  if (paste->n_refused == 0)
    message = g_strdup_printf (ngettext ("%u cell pasted", "%u cells pasted", paste->n_cells), paste->n_cells);
  else
    message = g_strdup_printf (ngettext ("%u cell pasted; %u cannot be read and waits where it was pasted",
                                         "%u cells pasted; %u cannot be read and wait where they were pasted", paste->n_cells),
                               paste->n_cells, paste->n_refused);
  gtk_widget_activate_action (GTK_WIDGET (paste->table), "win.tell", "s", message);
}

static guint
count_columns (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, ((GPtrArray *) g_ptr_array_index (rows, i))->len);
  return n;
}

/* One cell goes into every cell that is selected; a block goes where its first cell does. */
static void
put_rows (CareFiguresTable *self, GPtrArray *rows)
{
  g_autoptr (CareNames) names = care_names_new (care_library_lookup, list_kind, self->library);
  guint n_columns = count_columns (rows);
  gboolean single = rows->len == 1 && n_columns == 1;
  g_autofree char *sentence = NULL;
  Paste paste = { self, NULL, names };

  care_table_get_block (self->table, &paste.block);
  if (!single)
    paste.block.n_rows = rows->len;
  sentence = g_strdup_printf (ngettext ("Paste %u row", "Paste %u rows", paste.block.n_rows), paste.block.n_rows);
  paste.act = care_act_new (sentence);
  for (guint i = 0; i < paste.block.n_rows; i++)
    {
      g_autoptr (GPtrArray) repeated = g_ptr_array_new ();

      for (guint c = 0; single && c < paste.block.n_columns; c++)
        g_ptr_array_add (repeated, g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, 0), 0));
      put_row (&paste, paste.block.row + i, single ? repeated : g_ptr_array_index (rows, i));
    }
  if (!single)
    paste.block.n_columns = n_columns;
  care_figures_table_apply (self, paste.act);
  care_act_unref (paste.act);
  care_table_select_block (self->table, &paste.block);
  care_table_refresh (self->table);
  tell_pasted (&paste);
}

static void
take (CareFiguresTable *self, GPtrArray *rows)
{
  if (self->library == NULL || rows == NULL || rows->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                _ ("There are no cells to paste: copy some in a spreadsheet first"));
  else
    put_rows (self, rows);
  g_clear_pointer (&rows, g_ptr_array_unref);
}

static void
text_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareFiguresTable) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  take (self, text == NULL || strlen (text) > CARE_CELLS_MAX_BYTES ? NULL : care_cells_from_text (text));
}

static void
read_text (CareFiguresTable *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read, g_object_ref (self));
}

/* What is no table of HTML may be lines with tabs. */
static void
html_spliced (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareFiguresTable) self = data;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL);
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_autofree char *html = NULL;
  GPtrArray *rows;

  if (size > 0 && size <= CARE_CELLS_MAX_BYTES)
    html = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  rows = html == NULL ? NULL : care_cells_from_html (html);
  if (rows != NULL)
    take (self, rows);
  else
    read_text (self);
}

static void
html_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (CareFiguresTable) self = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    read_text (self);
  else
    g_output_stream_splice_async (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, html_spliced, g_object_ref (self));
}

/* Puts in what is on the clipboard: spreadsheets offer it as HTML, where a cell may have lines. */
void
care_figures_table_paste (CareFiguresTable *self)
{
  static const char *types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, html_read, g_object_ref (self));
  else
    read_text (self);
}

/* Empties the cells that are selected, but those that cannot be empty. */
void
care_figures_table_empty (CareFiguresTable *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (CareAct) act = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  CareTableBlock block;
  guint column;

  care_table_get_block (self->table, &block);
  sentence = g_strdup_printf (ngettext ("Empty cells of %u figure", "Empty cells of %u figures", block.n_rows), block.n_rows);
  act = care_act_new (sentence);
  for (guint row = block.row; row < block.row + block.n_rows && error == NULL; row++)
    {
      g_autoptr (CareRecord) figure = g_list_model_get_item (self->figures, row);

      for (guint c = block.column; figure != NULL && error == NULL && c < block.column + block.n_columns; c++)
        {
          const CareField *field = care_table_get_column_at (self->table, c, &column) ? care_figure_cells_field (column) : NULL;

          if (field == NULL || (block.n_columns > 1 && (field->flags & CARE_FIELD_IS_REQUIRED) != 0))
            continue;
          care_figures_table_keep_unfinished (self, figure, field, NULL);
          if (care_library_get_latest (self->library, figure, field->name) != NULL && care_act_set (act, figure, field->name, NULL, &error))
            care_figures_table_note_edited (self, figure);
        }
    }
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  else
    care_figures_table_apply (self, act);
  care_table_refresh (self->table);
}
