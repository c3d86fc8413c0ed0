/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-record-pane.h"

#include "care-panel.h"

G_BEGIN_DECLS

struct _CareRecordPane
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *groups; /* box of AdwPreferencesGroup, made anew for each record */
  GtkWidget *back;
  GtkWidget *kind_label;
  GtkWidget *title_label;

  CareLibrary *library;
  CareRecord *record;
  const CareNumberStyle *numbers; /* how its panels write them */
  CareRecord *waiting; /* to be shown once it can be read */
  GQueue doomed;       /* of records that are to be deleted once it can be read */
  GPtrArray *history;  /* records to go back to */
  GPtrArray *fields;   /* a row, or NULL, for each field of the record */
  AdwExpanderRow *rest; /* that fields without one wait behind, or NULL */
  GPtrArray *users;    /* what refers to the record, as shown */
  GPtrArray *ordered;  /* of what belongs to the record, what stands in an order, as shown */
  const char *box_kind; /* of the box shown; NULL: no box */
  GtkMenuButton *adder; /* that was opened last, or NULL */
  GHashTable *links;   /* record -> AdwActionRow that names it */
  CareAct *typing;     /* the last act of the field that is typed in, or NULL */
  GtkWidget *typed;    /* that field */
  guint run;           /* of care_edit_row_get_run() that it is of */
};

void care_record_pane_go_to (CareRecordPane *self, CareRecord *record);
void care_record_pane_follow (CareRecordPane *self, CareRecord *target);

/* care-record-pane-field.c */
void care_record_pane_add_fields (CareRecordPane *self);
GtkWidget *care_record_pane_reveal_field (CareRecordPane *self, guint index);
void care_record_pane_load_field (CareRecordPane *self, guint index);
void care_record_pane_let_go (CareRecordPane *self);

/* care-record-pane-commit.c */
void care_record_pane_commit_row (CareRecordPane *self, GtkWidget *row);
void care_record_pane_forget_typing (CareRecordPane *self);

/* care-record-pane-panel.c */
void care_record_pane_add_panels (CareRecordPane *self);
gboolean care_record_pane_has_in_panel (CareRecordPane *self, const CareKind *kind);

/* care-record-pane-link.c */
GtkWidget *care_record_pane_make_link (CareRecordPane *self, CareRecord *target, const char *caption);
CareRecord *care_record_pane_stands_for (CareRecordPane *self, CareRecord *user);
void care_record_pane_add_users (CareRecordPane *self);
void care_record_pane_refresh_links (CareRecordPane *self);

/* care-record-pane-list.c */
void care_record_pane_lists_init (CareRecordPane *self);
void care_record_pane_add_lists (CareRecordPane *self);
gboolean care_record_pane_is_reordered (CareRecordPane *self);
const CareField *care_record_pane_find_owner_field (const CareKind *kind, CareRecord *owner);
void care_record_pane_apply (CareRecordPane *self, CareAct *act, const GError *error);

/* care-record-pane-add.c */
gboolean care_record_pane_may_add (CareRecordPane *self, const CareKind *kind);
GtkWidget *care_record_pane_make_adder (CareRecordPane *self, const CareKind *kind);
GtkWidget *care_record_pane_make_list_header (CareRecordPane *self, const CareKind *kind);

/* care-record-pane-focus.c */

/* Where the focus was. */
typedef struct
{
  guint field;      /* of the record, or G_MAXUINT */
  char *list;       /* the name of the list or panel, or NULL */
  CareRecord *user; /* of the row in it, or NULL: its button */
  CarePanelFocus *panel; /* where it was in it, where it is one; or NULL */
  double scrolled;
} CarePaneFocus;

gboolean care_record_pane_has_focus (CareRecordPane *self);
void care_record_pane_focus_opener (CareRecordPane *self, CareRecord *record);
void care_record_pane_keep_focus (CareRecordPane *self, CarePaneFocus *kept);
void care_record_pane_give_focus (CareRecordPane *self, CarePaneFocus *kept);

G_END_DECLS
