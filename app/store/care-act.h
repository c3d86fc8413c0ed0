/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An act: what a person sees as one change, with a sentence that says it. It
 * collects what is to be done; care_library_apply() does all of it or nothing. */

#pragma once

#include "care-reference.h"

G_BEGIN_DECLS

typedef struct _CareAct CareAct;

CareAct *care_act_new (const char *sentence);
CareAct *care_act_ref (CareAct *self);
void care_act_unref (CareAct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareAct, care_act_unref)

const char *care_act_get_sentence (CareAct *self);
const char *care_act_make_sentence (CareAct *self, CareLookup lookup, gpointer data);
void care_act_set_merged (CareAct *self, CareId entry);
CareId care_act_get_merged (CareAct *self);
void care_act_set_author (CareAct *self, const char *author);
const char *care_act_get_author (CareAct *self);
void care_act_set_backed_up (CareAct *self, gboolean backed_up);
gboolean care_act_get_backed_up (CareAct *self);
void care_act_continue (CareAct *self, CareAct *before);
CareAct *care_act_get_before (CareAct *self);
/* Its id in the history once it has been done; 0 where nothing had to change. */
CareId care_act_get_id (CareAct *self);
void care_act_insert (CareAct *self, CareRecord *record);
void care_act_delete (CareAct *self, CareRecord *record);
gboolean care_act_set (CareAct *self, CareRecord *record, const char *field, const char *text, GError **error);

/**
 * CareStepWhat:
 * @CARE_STEP_INSERT: put the record in
 * @CARE_STEP_SET: change a field of it
 * @CARE_STEP_DELETE: take it out
 */
typedef enum
{
  CARE_STEP_INSERT,
  CARE_STEP_SET,
  CARE_STEP_DELETE,
} CareStepWhat;

/* One step of an act. */
typedef struct
{
  CareStepWhat what;
  CareRecord *record; /* to be inserted, or the live one */
  guint field;        /* index of the field to change */
  char *value;        /* canonical; NULL for nothing */
} CareStep;

/* (element-type CareStep) (transfer none) */
GPtrArray *care_act_get_steps (CareAct *self);

/* Only for the store. */
void care_act_set_id (CareAct *self, CareId id);
CareAct *care_act_duplicate (CareAct *self, CareAct *before);
void care_act_forget_before (CareAct *self);

/* care-act-sentence.c */
char *care_act_describe (GPtrArray *steps, CareLookup lookup, gpointer data);
char *care_act_quote (const char *sentence);

G_END_DECLS
