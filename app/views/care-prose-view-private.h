/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "care-markup.h"
#include "care-prose-view.h"
#include "care-speller.h"
#include "care-suggestions.h"

G_BEGIN_DECLS

struct _CareProseView
{
  GtkSourceView parent_instance;

  GtkTextTag *hidden;
  GtkTextTag *reference;
  GtkTextTag *citation;
  GtkTextTag *markup[CARE_MARKUP_N_KINDS];
  GArray *wanted; /* which tags a line is to have, while it is looked at */
  GdkRGBA quiet; /* of what marks words up */
  GtkTextMark *touched_start; /* what was typed or deleted and has not been tagged */
  GtkTextMark *touched_end;
  gboolean touched; /* what is between them */
  CareLibrary *library;   /* where records are, or NULL */
  GtkWidget *suggestions; /* a CareSuggestions */
  GtkWidget *browser;     /* a CareRecordPicker, once it was needed, or NULL */
  GPtrArray *offered;     /* of CareRecord: what is in it; NULL: nothing */
  guint asking;           /* source id */
  char *language;       /* or NULL */
  CareRecord *briefing; /* that it is written for, or NULL */
  CareSpeller *menu_speller; /* of the word that a menu was asked for at, or NULL */
  GtkTextTag *misspelt;
  char *hint; /* said while it is empty, or NULL */
  guint spelling; /* source id */
  gboolean follows_scroller;
  int menu_offset; /* where a menu was asked for */
  int declined;           /* where the sign is that nothing is wanted for; -1: nowhere */
  gboolean loading;
  gboolean edited; /* since the last load or "paused" */
  gint64 edited_time;     /* when that began */
  guint pause;            /* source id */
  gboolean pause_is_last; /* it comes whatever is typed until then */
  guint tagging;   /* source id */
  guint run;       /* of typing without a pause or a change of place */
  gint64 run_time; /* when it was last gone on with */
  int run_place;   /* where it was, as a character offset */
};

GtkTextBuffer *care_prose_view_get_buffer (CareProseView *self);
char *care_prose_view_get_shown (CareProseView *self);
char *care_prose_view_show (CareProseView *self, const char *stored);
char *care_prose_view_get_line (CareProseView *self, int offset, int *start);
int care_prose_view_get_cursor (CareProseView *self);
void care_prose_view_activate (CareProseView *self, const CareKind *kind, CareId id);
void care_prose_view_begin_edit (CareProseView *self, int from, int to);

/* Where a reference is and where what is seen of it is, as character offsets. */
typedef struct
{
  int start, end;
  int seen_start, seen_end;
  const CareKind *kind;
  CareId id;
} CareProsePlace;

/* care-prose-view-reference.c */
void care_prose_view_want_references (CareProseView *self, const char *line, int start);
gboolean care_prose_view_find_around (CareProseView *self, int offset, CareProsePlace *place);
void care_prose_view_insert_text (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length,
                                  CareProseView *self);
void care_prose_view_delete_range (GtkTextBuffer *buffer, GtkTextIter *from, GtkTextIter *to, CareProseView *self);

/* care-prose-view-markup.c: what else is shown of a line, and when */
void care_prose_view_markup_init (CareProseView *self);
void care_prose_view_touched (CareProseView *self, int from, int to);
void care_prose_view_want (CareProseView *self, GtkTextTag *tag, int start, int end);
void care_prose_view_settle (CareProseView *self, GtkTextTag *tag, const GtkTextIter *from, const GtkTextIter *to);
void care_prose_view_tag_all (CareProseView *self);
void care_prose_view_tag_touched (CareProseView *self);
void care_prose_view_colour (CareProseView *self);

/* care-prose-view-hint.c */
void care_prose_view_snapshot_hint (CareProseView *self, GtkSnapshot *snapshot);

/* care-prose-view-keys.c */
void care_prose_view_keys_bind (CareProseViewClass *klass);
void care_prose_view_keys_init (CareProseView *self);

/* care-prose-view-wrap.c */
void care_prose_view_star (CareProseView *self, int n);
void care_prose_view_link (CareProseView *self);
void care_prose_view_mark_language (CareProseView *self, const char *language);

/* care-prose-view-spelling.c */
void care_prose_view_spelling_init (CareProseView *self);
void care_prose_view_spell (CareProseView *self);
void care_prose_view_spell_menu (CareProseView *self, const GtkTextIter *at);

/* care-prose-view-completion.c */
void care_prose_view_completion_init (CareProseView *self);
void care_prose_view_complete (CareProseView *self);
void care_prose_view_complete_end (CareProseView *self);
gboolean care_prose_view_complete_key (CareProseView *self, guint key, GdkModifierType modifiers);

/* care-prose-view-browse.c */
void care_prose_view_browse_init (CareProseView *self);
void care_prose_view_browse (CareProseView *self);
void care_prose_view_browse_end (CareProseView *self);

G_END_DECLS
