/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-prose-view.h"

G_BEGIN_DECLS

struct _CareProseView
{
  GtkTextView parent_instance;

  CareLookup lookup;
  gpointer lookup_data;
  GtkTextTag *hidden;
  GtkTextTag *reference;
  GtkTextTag *citation;
  gboolean loading;
  gboolean edited; /* since the last load or "paused" */
  guint pause;     /* source id */
  guint longest;   /* source id */
  guint tagging;   /* source id */
  guint run;       /* of typing without a pause or a change of place */
  gint64 run_time; /* when it was last gone on with */
  int run_place;   /* where it was, as a character offset */
};

GtkTextBuffer *care_prose_view_get_buffer (CareProseView *self);
char *care_prose_view_get_shown (CareProseView *self);
int care_prose_view_get_cursor (CareProseView *self);
void care_prose_view_begin_edit (CareProseView *self, int from, int to);

/* care-prose-view-reference.c */
void care_prose_view_tag_all (CareProseView *self);
void care_prose_view_insert_text (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length,
                                  CareProseView *self);
void care_prose_view_delete_range (GtkTextBuffer *buffer, GtkTextIter *from, GtkTextIter *to, CareProseView *self);

G_END_DECLS
