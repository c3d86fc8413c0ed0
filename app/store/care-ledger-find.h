/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a question comes to: of the figures of a library those that it is asked of, added up. */

#pragma once

#include "care-ledger.h"
#include "care-library.h"

G_BEGIN_DECLS

/**
 * CareLedgerScope:
 * @CARE_LEDGER_ALL: all figures
 * @CARE_LEDGER_OF_ACTOR: those of an actor
 * @CARE_LEDGER_SAVED: those of a record of the kind "ledger"
 * @CARE_LEDGER_CHOSEN: those that a person has chosen, in the order in which they were
 */
typedef enum
{
  CARE_LEDGER_ALL,
  CARE_LEDGER_OF_ACTOR,
  CARE_LEDGER_SAVED,
  CARE_LEDGER_CHOSEN,
} CareLedgerScope;

/* Which figures are asked about. */
typedef struct
{
  CareLedgerScope scope;
  CareId id;      /* of the actor or the saved question, else 0 */
  GArray *among;  /* of CareId: of the figures no others, unless the question is saved; NULL: any */
} CareLedgerAsked;

typedef struct
{
  CareLedgerFigures *figures;
  CareLedger *ledger;
  GArray *items; /* of CareId: the ledger_item of each row; empty where the question is not saved */
} CareLedgerAnswer;

CareLedgerAnswer *care_ledger_find (CareLibrary *library, const CareLedgerAsked *asked, GCancellable *cancellable,
                                    GError **error);
void care_ledger_answer_free (CareLedgerAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLedgerAnswer, care_ledger_answer_free)

void care_ledger_find_async (CareLibrary *library, const CareLedgerAsked *asked, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
CareLedgerAnswer *care_ledger_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
