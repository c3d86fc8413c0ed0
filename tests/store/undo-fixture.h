/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library in which acts are done and undone, and copies of its lists that
 * follow only what the lists tell. */

#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/* How much more there is to do where a sanitizer does not make all of it slow. */
#ifdef __SANITIZE_ADDRESS__
#define UNDO_TIMES 1
#else
#define UNDO_TIMES 10
#endif

typedef struct
{
  StoreFixture base;
  CareLibrary *library;
  GHashTable *shadows; /* GListModel -> GPtrArray of CareRecord */
} UndoFixture;

/* In memory where that is possible: what these tests save need not last. */
void undo_fixture_init (void);

void undo_fixture_set_up (UndoFixture *fixture, gconstpointer data);
void undo_fixture_tear_down (UndoFixture *fixture, gconstpointer data);
void undo_fixture_reopen (UndoFixture *fixture, CareLibraryMode mode);

CareRecord *undo_find (UndoFixture *fixture, const char *kind, CareId id);
void undo_apply (UndoFixture *fixture, CareAct *act);
/* One act that sets one field. */
void undo_set (UndoFixture *fixture, const char *sentence, CareRecord *record, const char *field, const char *text);
/* One act that puts in @record, which it takes. */
void undo_insert (UndoFixture *fixture, const char *sentence, CareRecord *record);

/* That what was undone or redone is the act of @sentence. */
void undo_undo (UndoFixture *fixture, const char *sentence);
void undo_redo (UndoFixture *fixture, const char *sentence);
GPtrArray *undo_history (UndoFixture *fixture);
/* The id of the act of @sentence. */
CareId undo_find_act (UndoFixture *fixture, const char *sentence);

/* Does @act, takes it back and does it again: each time all is as it was then. */
void undo_assert_turns (UndoFixture *fixture, CareAct *act, const char *sentence);

/* Every value, after a look at whether the lists and what they told agree. */
char *undo_dump (UndoFixture *fixture);
void undo_assert_dump (UndoFixture *fixture, const char *expected);

G_END_DECLS
