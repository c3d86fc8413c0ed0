/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One problem that a check has found: what it is, where, and what mends it. */

#pragma once

#include "care-snapshot.h"

G_BEGIN_DECLS

/**
 * CareCheckLevel:
 * @CARE_CHECK_MUST_FIX: a briefing with such a problem goes out only as a draft
 * @CARE_CHECK_LOOK_AT: a person has to look at it, and may leave it
 */
typedef enum
{
  CARE_CHECK_MUST_FIX,
  CARE_CHECK_LOOK_AT,
} CareCheckLevel;

typedef struct _CareCheckRun CareCheckRun;

typedef struct
{
  const char *id; /* never changes: exceptions name it */
  CareCheckLevel level;
  const char *title; /* what is so where nothing is found, untranslated */
  void (*find) (CareCheckRun *run);
} CareCheck;

typedef struct
{
  const CareCheck *check;
  char *sentence;      /* translated */
  char *place;         /* as exceptions name it: "figure:17016:period" */
  CareRecord *element; /* where it is seen: the briefing, a section or a box */
  CareRecord *record;  /* what it is in, which may be @element */
  const char *field;   /* of @record, or NULL */
  gsize start;         /* bytes of the field's text; both 0 where it is all of it */
  gsize end;
  char *mend;          /* what is to be done, in header capitals: "Add Speaker…" */
  char *replacement;   /* what mends it in the place of those bytes, or NULL */
  CareRecord *exception; /* that keeps it, or NULL */
} CareFinding;

void care_finding_free (CareFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFinding, care_finding_free)

guint care_findings_count (GPtrArray *findings, CareCheckLevel level);
gboolean care_findings_passes (GPtrArray *findings, const CareCheck *check);
char *care_finding_describe_place (const CareFinding *self);
char *care_finding_dup_mended (const CareFinding *self);
CareRecord *care_finding_keep (const CareFinding *self, CareRecord *briefing, CareId id, const char *reason,
                               const char *author, const char *decided, GError **error);

G_END_DECLS
