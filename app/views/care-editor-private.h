/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-checks-pane.h"
#include "care-edit-row.h"
#include "care-editor.h"
#include "care-find-text.h"
#include "care-list.h"
#include "care-notes-pane.h"
#include "care-notice.h"
#include "care-page-view.h"
#include "care-prose-view.h"
#include "care-record-pane.h"
#include "care-save-state.h"
#include "care-saving-notice.h"

G_BEGIN_DECLS

/* What is chosen for the whole briefing. */
enum
{
  CARE_EDITOR_TEMPLATE,
  CARE_EDITOR_STAGE,
  CARE_EDITOR_NUMBERS,
  CARE_EDITOR_N_CHOICES
};

struct _CareEditor
{
  GtkWidget parent_instance;

  GtkWidget *content; /* all of it */
  AdwWindowTitle *title;
  GtkMenuButton *stage;
  CareSavingNotice *saving;
  CareNotice *notice;
  AdwFlap *flap;
  CareList *outline;
  AdwLeaflet *panes;
  GtkWidget *text_pane;
  GtkWidget *page_pane;
  GtkStack *text_stack;
  GtkScrolledWindow *text_scroller;
  GtkEntry *heading;
  GtkLabel *words;
  GtkWidget *over;          /* a mark: there are too many of them */
  GtkWidget *budget;        /* a button: how many there may be */
  GtkWidget *budget_popover;
  GtkEntry *budget_entry;
  GtkRevealer *find_bar;
  GtkWidget *find_entry;
  GtkLabel *find_count;
  GtkWidget *replace_row;
  GtkWidget *replace_entry;
  GArray *finds;            /* places of what is looked for */
  int find_at;              /* which of them is shown; -1: none */
  guint replaced;           /* how many places were, all at once, just before; else 0 */
  CareProseView *prose;
  CareRecordPane *record_pane;
  CarePageView *page_view;
  GtkScrolledWindow *page_scroller;
  GtkLabel *fit;
  GtkStack *side_stack; /* page, checks, notes */
  GtkWidget *side_switch;
  CareChecksPane *checks;
  CareNotesPane *notes;
  GtkWidget *pane_switch;
  GtkToggleButton *write_toggle;
  GtkToggleButton *page_toggle;
  GtkToggleButton *checks_toggle;
  GtkToggleButton *notes_toggle;

  CareLibrary *library;
  CareRecord *briefing;
  CareRecord *element; /* what the text pane shows: the briefing, a section or a box */
  GListStore *elements;
  GtkWidget *part_menu;  /* opened in the outline */
  GtkWidget *adding; /* the buttons below the outline */
  GMenuModel *parts;     /* what is in it */
  GQueue arrangements;   /* that wait for their turn */
  gboolean aside;     /* a record that has to do with it stands in its place */
  gboolean loading;    /* a value is being put into a field, not typed */
  CareSaveState *state;
  CareAct *typing;     /* the last act of the text that is typed, or NULL */
  guint run;           /* of care_prose_view_get_run() that it is of */
  CareAct *heading_typing; /* the last act of the heading since the focus came, or NULL */
  gboolean heading_edited; /* since it was asked for */
  gboolean heading_focused;
  guint heading_pause;   /* source id */
  guint heading_longest; /* source id */
  GPtrArray *shown;    /* of CareRecord: all that is on the pages, so that its words can be had at once */
  guint relayout;      /* source id */
  guint following;     /* source id */
  guint suggesting;    /* source id */
  GSimpleAction *choices[CARE_EDITOR_N_CHOICES];
  gboolean export_draft; /* though something must be fixed, and saying so */
  gboolean is_printing; /* what was asked for last, and not exporting */
  CareReader go_out;     /* how it goes out, where nothing must be fixed */
  GCancellable *looking; /* for what must be; or NULL */
  guint telling;         /* source id: that it is looked for */
  const char *export_as; /* suffix of the file that is asked for */
  const char *export_template; /* name of what it is to look like; NULL: as on the screen */
};

/* care-editor-outline.c: what there is to write */
void care_editor_outline_bind (GtkWidgetClass *widget_class);
void care_editor_outline_init (CareEditor *self);
void care_editor_outline_update (CareEditor *self);
void care_editor_outline_enter (CareEditor *self, CareRecord *element);

/* care-editor-arrange.c: and what is done with it */
void care_editor_arrange_bind (GtkWidgetClass *widget_class);
void care_editor_arrange_update (CareEditor *self);
void care_editor_arrange_forget (CareEditor *self);
void care_editor_arrange_drop (CareEditor *self, CareRecord *element, CareRecord *onto);

/* care-editor-panes.c: the text and what stands beside it */
void care_editor_show_pane (CareEditor *self, GtkWidget *pane);
void care_editor_panes_bind (GtkWidgetClass *widget_class);
void care_editor_panes_init (CareEditor *self);

/* care-editor-text.c: the text pane */
void care_editor_text_init (CareEditor *self);
void care_editor_text_show (CareEditor *self, CareRecord *element);
void care_editor_text_forget (CareEditor *self);
void care_editor_text_changed (CareEditor *self);
void care_editor_text_flush (CareEditor *self);
void care_editor_text_go_to (CareEditor *self, gsize offset);
void care_editor_note_typed (CareEditor *self);
void care_editor_saved (GObject *library, GAsyncResult *result, gpointer data);
CareAct *care_editor_plan (CareEditor *self, const char *field, const char *text, GError **error);
guint care_editor_count_words (CareEditor *self, CareRecord *element);

guint care_editor_count_all_words (CareEditor *self);

/* care-editor-budget.c: how many words there may be */
void care_editor_budget_bind (GtkWidgetClass *widget_class);
void care_editor_budget_show (CareEditor *self);
guint care_editor_get_budget (CareEditor *self, CareRecord *element);

/* care-editor-find.c: find and replace */
void care_editor_find_bind (GtkWidgetClass *widget_class);
void care_editor_find_init (CareEditor *self);
void care_editor_find_update (CareEditor *self);

/* care-editor-heading.c: the heading over it */
void care_editor_heading_init (CareEditor *self);
void care_editor_heading_load (CareEditor *self);
void care_editor_heading_forget (CareEditor *self);
void care_editor_heading_flush (CareEditor *self);
CareEditState care_editor_heading_get_state (CareEditor *self);

/* care-editor-page.c: the page pane and export */
void care_editor_page_bind (GtkWidgetClass *widget_class);
void care_editor_page_queue (CareEditor *self);
void care_editor_page_update (CareEditor *self);
void care_editor_page_scroll_to (CareEditor *self, CareRecord *element);
void care_editor_page_queue_suggest (CareEditor *self);
void care_editor_page_queue_follow (CareEditor *self);
void care_editor_export (CareEditor *self, const char *suffix, const char *template_name, gboolean as_draft);
void care_editor_print (CareEditor *self, gboolean as_draft);

/* care-editor-checks.c: what checks find */
void care_editor_checks_bind (GtkWidgetClass *widget_class);
void care_editor_checks_go (CareEditor *self, const CareFinding *finding);
void care_editor_checks_ask (CareEditor *self, CareReader go_out);
void care_editor_checks_stop (CareEditor *self);

/* care-editor-notes.c: the notes of a review */
void care_editor_notes_bind (GtkWidgetClass *widget_class);

/* care-editor-choices.c: what the page looks like, and the stage */
void care_editor_choices_init (CareEditor *self);
void care_editor_choices_update (CareEditor *self);

/* Tells the person that something could not be done. */
void care_editor_tell (CareEditor *self, const GError *error);

G_END_DECLS
