/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The objects of a PDF that Cairo wrote, by their numbers. */

#pragma once

#include "care-pdf-token.h"

G_BEGIN_DECLS

typedef struct _CarePdfObjects CarePdfObjects;

CarePdfObjects *care_pdf_objects_new (const GByteArray *bytes);
void care_pdf_objects_free (CarePdfObjects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePdfObjects, care_pdf_objects_free)

guint care_pdf_objects_get_n (const CarePdfObjects *self);
/* The number of the catalogue; 0 if the file could not be read. */
guint care_pdf_objects_get_root (const CarePdfObjects *self);
/* At the value of an object; of one that there is not, at the end. */
CarePdfReader care_pdf_objects_read (const CarePdfObjects *self, guint object);
/* The first number that a key of an object has (of a reference, the object), or 0. */
guint care_pdf_objects_get_value (const CarePdfObjects *self, guint object, const char *key);
/* A number after a key: there, or in an object of its own. */
guint care_pdf_objects_read_length (const CarePdfObjects *self, CarePdfReader *reader);
/* (transfer full) (nullable): what is in a stream, to be read */
GByteArray *care_pdf_objects_inflate (const CarePdfObjects *self, guint object);

GByteArray *care_pdf_inflate (const guchar *data, guint length, gsize most);

G_END_DECLS
