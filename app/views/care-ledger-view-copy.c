/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ledger on the clipboard: a table for a letter, and text that pastes into a spreadsheet. */

#include "care-ledger-view-private.h"

#include "care-clipboard.h"
#include "care-ledger-text.h"

#include <glib/gi18n.h>

/* (transfer full): what is shown, with its figures. */
static CareLedgerSheet *
dup_sheet (CareLedgerView *self)
{
  CareLedgerSheet *sheet = g_new0 (CareLedgerSheet, 1);
  CareRecord *question = care_ledger_view_get_ledger (self);

  sheet->records = g_ptr_array_new_with_free_func (g_object_unref);
  sheet->figures = self->answer->figures;
  sheet->ledger = self->answer->ledger;
  if (question != NULL && care_ledger_has_converted_prices (sheet->ledger))
    g_set_object (&sheet->deflator, care_library_follow (self->library, question, "deflator"));
  for (guint i = 0; i < sheet->ledger->rows->len; i++)
    {
      CareId id = g_array_index (sheet->ledger->rows, CareLedgerRow, i).figure;
      CareRecord *figure = care_library_find (self->library, "figure", id);

      /* One that was just deleted has a row until the ledger is made anew. */
      g_ptr_array_add (sheet->records, figure != NULL ? g_object_ref (figure) : care_record_new (care_kind_find ("figure"), id));
    }
  return sheet;
}

static void
copy (GObject *object)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (object);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  CareLedgerSheet *sheet;

  if (self->library == NULL || self->answer == NULL)
    return;
  sheet = dup_sheet (self);
  text = care_ledger_sheet_to_text (sheet, care_library_lookup, self->library);
  html = care_ledger_sheet_to_html (sheet, care_library_lookup, self->library);
  care_clipboard_put (gtk_widget_get_clipboard (GTK_WIDGET (self)), text, html);
  g_ptr_array_unref (sheet->records);
  g_clear_object (&sheet->deflator);
  g_free (sheet);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("The ledger is copied"));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CareLedgerView *self = CARE_LEDGER_VIEW (widget);

  if (self->library != NULL)
    care_library_when_readable (self->library, copy, G_OBJECT (self));
}

/* The action that copies, and its keys. */
void
care_ledger_view_install_copy (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "ledger.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "ledger.copy", NULL);
}
