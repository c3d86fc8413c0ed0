/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-notes-pane.h"

#include "care-pane-list.h"

G_BEGIN_DECLS

struct _CareNotesPane
{
  GtkWidget parent_instance;

  GtkWidget *content; /* all of it */
  GtkLabel *summary;
  GtkMenuButton *add;
  GtkLabel *about;
  GtkEntry *text;
  GtkLabel *refusal;
  GtkListBox *list;
  GtkWidget *go;
  GtkButton *turn; /* "Resolve" or "Reopen" */
  GtkMenuButton *edit;
  GtkEntry *edited;
  GtkLabel *edit_refusal;
  GtkWidget *delete;

  CareLibrary *library;
  CareRecord *briefing;
  CareRecord *element; /* what a new note is about */
  GPtrArray *notes;    /* of CareRecord, that are shown */
  char *shown;         /* all that the list says, to know whether it says it still */
  CareId selected;     /* to be found again */
  char *begun;         /* what the note that is being written is kept as, or NULL */
  GtkEntry *begun_in;  /* where it is written */
  char *begun_from;    /* what it said at first */
  char *title;         /* "Notes 2" */
};

CareRecord *care_notes_pane_get_selected (CareNotesPane *self);

/* care-notes-pane-edit.c: what is done with notes */
void care_notes_pane_edit_bind (GtkWidgetClass *widget_class);
void care_notes_pane_edit_init (CareNotesPane *self);
void care_notes_pane_keep_begun (CareNotesPane *self);

G_END_DECLS
