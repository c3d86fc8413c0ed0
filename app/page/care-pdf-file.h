/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF file being written (ISO 32000-1, 7.5): numbered objects one after the other,
 * those that are no streams many together in one that is compressed. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CarePdfFile CarePdfFile;

CarePdfFile *care_pdf_file_new (void);
void care_pdf_file_free (CarePdfFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePdfFile, care_pdf_file_free)

/* The number of an object that is yet to be written; from 1. */
guint care_pdf_file_reserve (CarePdfFile *self);
/* (transfer none): where the object is to be appended, until its end. */
GString *care_pdf_file_begin (CarePdfFile *self, guint object);
void care_pdf_file_end (CarePdfFile *self);
void care_pdf_file_add_stream (CarePdfFile *self, guint object, const char *entries, const void *data, gsize length);
GBytes *care_pdf_file_finish (CarePdfFile *self, guint root, guint info);

/* Values, as they are written: */
void care_pdf_append_number (GString *out, guint number);
void care_pdf_append_reference (GString *out, guint object);
void care_pdf_append_points (GString *out, double points);
void care_pdf_append_text (GString *out, const char *text);

G_END_DECLS
