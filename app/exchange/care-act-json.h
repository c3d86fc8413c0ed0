/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of `carebrief apply`: an act as JSON. The manual page describes it. */

#pragma once

#include "care-record.h"

G_BEGIN_DECLS

/* No line longer than this is read; an import is one line. */
#define CARE_ACT_JSON_MAX_BYTES (64 * 1024 * 1024)

/**
 * CareActLineWhat:
 * @CARE_ACT_LINE_STEPS: steps, as a window does them
 * @CARE_ACT_LINE_UNDO: undo the act @target, or the last where it is 0
 * @CARE_ACT_LINE_REDO: do what was undone last again
 * @CARE_ACT_LINE_IMPORT: put @records in
 * @CARE_ACT_LINE_RESTORE: bring back what the act @target deleted
 * @CARE_ACT_LINE_EDITION: make an edition of the briefing @target
 */
typedef enum
{
  CARE_ACT_LINE_STEPS,
  CARE_ACT_LINE_UNDO,
  CARE_ACT_LINE_REDO,
  CARE_ACT_LINE_IMPORT,
  CARE_ACT_LINE_RESTORE,
  CARE_ACT_LINE_EDITION,
} CareActLineWhat;

/**
 * CareActLineVerb:
 * @CARE_ACT_LINE_INSERT: put in a record with the values named
 * @CARE_ACT_LINE_SET: change the values named
 * @CARE_ACT_LINE_DELETE: take it out, with what belongs to it
 */
typedef enum
{
  CARE_ACT_LINE_INSERT,
  CARE_ACT_LINE_SET,
  CARE_ACT_LINE_DELETE,
} CareActLineVerb;

typedef struct
{
  CareActLineVerb verb;
  const CareKind *kind;
  CareId id;         /* 0: one is to be made for what is inserted */
  GPtrArray *fields; /* names */
  GPtrArray *values; /* one a field; NULL for nothing */
} CareActLineStep;

typedef struct
{
  CareActLineWhat what;
  char *sentence;       /* NULL: it follows from the steps */
  GPtrArray *steps;     /* of CareActLineStep */
  CareId target;
  GPtrArray *records;   /* of CareRecord, to import */
  gboolean significant; /* of an edition */
  char *note;           /* of an edition, or NULL */
} CareActLine;

CareActLine *care_act_json_read (const char *text, gsize length, GError **error);
void care_act_line_free (CareActLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareActLine, care_act_line_free)

G_END_DECLS
