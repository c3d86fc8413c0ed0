/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a library holds: every kind of record, its fields, and the words that
 * a field of fixed choices may take. The tables are in care-kinds.c and
 * care-vocabularies.c. The schema of the library file, the JSON format, the
 * command `list` and the forms of the window all follow from them, and tests
 * hold them together. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareFieldType:
 * @CARE_FIELD_TEXT: one line of text
 * @CARE_FIELD_PROSE: several paragraphs; CommonMark with references
 * @CARE_FIELD_CHOICE: one word of a vocabulary
 * @CARE_FIELD_QUANTITY: the canonical text of a #CareQuantity
 * @CARE_FIELD_DATE: the EDTF text of a #CareDate
 * @CARE_FIELD_REFERENCE: the id of a record of another kind, in decimal
 * @CARE_FIELD_NUMBER: a whole number, in decimal; orders siblings
 * @CARE_FIELD_BYTES: the contents of a file, in base64
 *
 * How the text of a field is to be read. In memory every value is a string in
 * the one canonical form of its type, or %NULL where nothing is recorded.
 */
typedef enum
{
  CARE_FIELD_TEXT,
  CARE_FIELD_PROSE,
  CARE_FIELD_CHOICE,
  CARE_FIELD_QUANTITY,
  CARE_FIELD_DATE,
  CARE_FIELD_REFERENCE,
  CARE_FIELD_NUMBER,
  CARE_FIELD_BYTES,
} CareFieldType;

/**
 * CareFieldFlags:
 * @CARE_FIELD_IS_TITLE: names the record in lists and references
 * @CARE_FIELD_IS_REQUIRED: a record cannot be kept without it
 * @CARE_FIELD_IS_OWNER: the record belongs to the one referred to and is
 *   deleted with it
 * @CARE_FIELD_IS_LISTED: a column of `carebrief list`
 */
typedef enum
{
  CARE_FIELD_PLAIN = 0,
  CARE_FIELD_IS_TITLE = 1 << 0,
  CARE_FIELD_IS_REQUIRED = 1 << 1,
  CARE_FIELD_IS_OWNER = 1 << 2,
  CARE_FIELD_IS_LISTED = 1 << 3,
} CareFieldFlags;

typedef struct
{
  const char *word;  /* as stored: "not-stated" */
  const char *label; /* as read, untranslated: "not stated" */
} CareTerm;

typedef struct
{
  const char *name;
  const CareTerm *terms; /* ends with a NULL word */
} CareVocabulary;

typedef struct
{
  const char *name;  /* also the column and the JSON member */
  const char *label; /* untranslated, in header capitals */
  CareFieldType type;
  CareFieldFlags flags;
  const CareVocabulary *vocabulary; /* of a choice, else NULL */
  const char *target;               /* kind that a reference names, else NULL */
} CareField;

typedef struct
{
  const char *name;         /* "figure"; also the table */
  const char *plural;       /* "figures"; what `list` takes */
  const char *label;        /* untranslated, in header capitals: "Figure" */
  const char *label_plural; /* "Figures" */
  const CareField *fields;
  guint n_fields;
} CareKind;

const CareKind *care_kind_list (guint *n_kinds);
const CareKind *care_kind_find (const char *name);
const CareKind *care_kind_find_plural (const char *plural);

const CareField *care_kind_field (const CareKind *kind, const char *name);
int care_kind_field_index (const CareKind *kind, const char *name);
const CareField *care_kind_title_field (const CareKind *kind);

const CareTerm *care_vocabulary_find (const CareVocabulary *vocabulary, const char *word);
const char *care_vocabulary_label (const CareVocabulary *vocabulary, const char *word);

G_END_DECLS
