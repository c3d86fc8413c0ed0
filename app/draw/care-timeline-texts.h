/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a timeline's marks, shaped when they are first needed. What has not been seen
 * for a while is forgotten. */

#pragma once

#include "care-timeline-frame.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * CareTimelineText:
 * @CARE_TIMELINE_TEXT_LABEL: what it is called
 * @CARE_TIMELINE_TEXT_WORDS: after it: how it stands, such as care_timeline_entry_say_state() says
 *   it, and the words of its deadline, such as "by 2018"
 * @CARE_TIMELINE_TEXT_DUE: on paper, the words of its deadline alone, between its brackets
 */
typedef enum
{
  CARE_TIMELINE_TEXT_LABEL,
  CARE_TIMELINE_TEXT_WORDS,
  CARE_TIMELINE_TEXT_DUE,
} CareTimelineText;

/* Says a text of the entry of an index: (transfer full), "" or NULL where it has none. */
typedef char *(*CareTimelineSay) (guint entry, CareTimelineText text, gpointer data);

typedef struct _CareTimelineTexts CareTimelineTexts;

/* @widest: pixels, after which a text is cut short; 0: never. Texts belong to one array of
 * entries: with another come other texts. */
CareTimelineTexts *care_timeline_texts_new (PangoContext *context, const PangoFontDescription *font,
                                            double widest, CareTimelineSay say, gpointer data);
void care_timeline_texts_free (CareTimelineTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareTimelineTexts, care_timeline_texts_free)

/* How wide the label and the words of an entry are, for a pack. */
CareTimelineExtent care_timeline_texts_measure (CareTimelineTexts *self, guint entry);
/* A picture for which no more than @most are shaped, or cut; the rest is left to the next ones. */
void care_timeline_texts_begin (CareTimelineTexts *self, guint most);
gboolean care_timeline_texts_is_lacking (const CareTimelineTexts *self);
gboolean care_timeline_texts_has_shaped (const CareTimelineTexts *self);
/* The text, no wider than @room; NULL: there is none, or no room for even a little of it. */
PangoLayout *care_timeline_texts_get (CareTimelineTexts *self, guint entry, CareTimelineText text,
                                      double room);
/* Where a mark of a frame ends with those of its texts that were shaped, which may be beyond what
 * the layout keeps for it. */
double care_timeline_texts_end (CareTimelineTexts *self, const CareTimelineFrameMark *mark);
/* A number; NULL: there is no room for all of it. */
PangoLayout *care_timeline_texts_get_number (CareTimelineTexts *self, guint number, double room);

G_END_DECLS
