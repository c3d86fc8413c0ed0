/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-print.h"

#include "care-tell.h"

#include <glib/gi18n.h>

static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, CarePages *pages)
{
  care_pages_paint (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/**
 * care_print_operation_new:
 * @pages: pages
 * @title: what the job is called
 *
 * Returns: (transfer full): what prints them, as they are in the window and the PDF.
 */
GtkPrintOperation *
care_print_operation_new (CarePages *pages, const char *title)
{
  GtkPrintOperation *self = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (self, setup);
  gtk_print_operation_set_n_pages (self, (int) care_pages_get_n_pages (pages));
  gtk_print_operation_set_job_name (self, title);
  /* A page has margins of its own, and is measured in points. */
  gtk_print_operation_set_use_full_page (self, TRUE);
  gtk_print_operation_set_unit (self, GTK_UNIT_POINTS);
  g_signal_connect_data (self, "draw-page", G_CALLBACK (draw_page), care_pages_ref (pages),
                         (GClosureNotify) (void (*) (void)) care_pages_unref, 0);
  return self;
}

/**
 * care_print:
 * @parent: the window that it belongs to
 * @pages: pages
 * @title: what the job is called
 *
 * Asks how to print @pages, and does, if all of the briefing is on them.
 */
void
care_print (GtkWindow *parent, CarePages *pages, const char *title)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (!care_pages_fits (pages))
    {
      g_autofree char *fit = care_pages_describe_fit (pages);

      g_set_error (&error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET, _ ("%s; shorten it and print then"), fit);
      care_tell_refused (parent, _ ("Not Printed"), error);
      return;
    }
  if (!care_pages_check_printable (pages, &error))
    {
      care_tell_refused (parent, _ ("Not Printed"), error);
      return;
    }
  operation = care_print_operation_new (pages, title);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    care_tell_refused (parent, _ ("Not Printed"), error);
}
