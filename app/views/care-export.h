/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finished pages, put into a file that a person chooses. */

#pragma once

#include "care-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareExport:
 * @pages: as they are composed today
 * @edition: (nullable): that they are of
 * @page: the one that is in sight, from 0, of which a picture can be made
 *
 * What is to be exported.
 */
typedef struct
{
  CarePages *pages;
  CareRecord *edition;
  guint page;
} CareExport;

GtkFileChooserNative *care_export_dialog_new (GtkWindow *parent, const char *title, const char *name);
void care_export_write_async (const CareExport *what, GFile *file, GAsyncReadyCallback callback, gpointer data);
void care_export_hold_program (gboolean hold);
char *care_export_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
