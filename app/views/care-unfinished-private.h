/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of forms. Only care-unfinished*.c includes this. */

#pragma once

#include "care-library.h"

G_BEGIN_DECLS

/* What a row says. */
typedef struct
{
  char *of;           /* the field that it asks for, or what sort of row it is */
  char *text;         /* as typed, a word that was chosen, or the id of a record; or NULL */
  CareRecord *target; /* the record named, or NULL; of one in the library only kind and id count */
  GPtrArray *drafts;  /* it and what it names, where it was made in the row; else empty */
} CareSaid;

CareSaid *care_said_new (const char *of);
void care_said_free (gpointer data);

/* Of a form. */
typedef struct
{
  CareRecord *draft; /* that it is to put in, or NULL; only kind and id count */
  GPtrArray *said;   /* of CareSaid, with NULL for the rows that say what they said at first */
} CareKept;

CareKept *care_kept_new (CareRecord *draft, GPtrArray *said);
void care_kept_free (gpointer data);

/* care-unfinished-file.c */
GHashTable *care_unfinished_load (const char *path);
void care_unfinished_save (const char *path, CareLibrary *library, GHashTable *forms);
void care_unfinished_wait (void);

/* care-unfinished-place.c */
char *care_unfinished_find_path (CareLibrary *library);
void care_unfinished_sign (GKeyFile *file, CareLibrary *library);

G_END_DECLS
