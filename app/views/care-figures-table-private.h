/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-figures-table.h"

#include "care-briefing-scope.h"
#include "care-table.h"

G_BEGIN_DECLS

struct _CareFiguresTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  CareTable *table;
  GtkWidget *columns; /* buttons, which the view has beside its looks */
  CareBriefingScope *scope; /* beside them */
  GtkWidget *menu;          /* of its cells; NULL before it was opened */
  CareRecord *briefing; /* whose figures are shown, as it writes its numbers; NULL: all figures */

  CareBrowser *browser; /* not held: it holds this */
  GSettings *settings;
  CareLibrary *library;
  GListModel *figures; /* CareRecordList */

  CareRecord *chosen_for; /* whose cell was chosen for last, or NULL */
  const CareField *chosen_field;

  GHashTable *unfinished; /* names of cells whose text cannot be kept, as far as they were typed in */
  gboolean has_refused;   /* it was told why nothing can be changed */
  GPtrArray *edited;      /* figures that stand where they stood before they were changed */
};

/* care-figures-table.c */
void care_figures_table_note_edited (CareFiguresTable *self, CareRecord *figure);

/* care-figures-table-edit.c */
char *care_figures_table_begin (gpointer figure, guint column, gboolean anew, gpointer data);
char *care_figures_table_explain (gpointer figure, guint column, const char *typed, gpointer data);
gboolean care_figures_table_commit (gpointer figure, guint column, const char *typed, gpointer data, GError **error);
void care_figures_table_give_up (gpointer figure, guint column, gpointer data);
void care_figures_table_keep_typed (GtkWidget *table);
gboolean care_figures_table_change (CareFiguresTable *self, CareRecord *figure, const CareField *field, const char *value,
                                    GPtrArray *drafts, GError **error);
void care_figures_table_tell_typed (CareFiguresTable *self);
void care_figures_table_apply (CareFiguresTable *self, CareAct *act);
void care_figures_table_describe_unfinished (CareFiguresTable *self, CareRecord *figure, guint column, CareTableText *text);

void care_figures_table_keep_unfinished (CareFiguresTable *self, CareRecord *figure, const CareField *field,
                                         const char *typed);

/* care-figures-table-paste.c */
void care_figures_table_paste (CareFiguresTable *self);
void care_figures_table_empty (CareFiguresTable *self);

/* care-figures-table-scope.c */
void care_figures_table_make_scope (CareFiguresTable *self);

/* care-figures-table-add-up.c */
void care_figures_table_install_add_up (GtkWidgetClass *widget_class);

/* care-figures-table-menu.c */
void care_figures_table_install_menu (GtkWidgetClass *widget_class);
void care_figures_table_open_menu (CareFiguresTable *self, double x, double y);
void care_figures_table_open_head_menu (CareFiguresTable *self, guint column, double x, double y);

/* care-figures-table-choose.c */
void care_figures_table_choose (gpointer figure, guint column, const char *typed, GtkWidget *perch, gpointer data);

G_END_DECLS
