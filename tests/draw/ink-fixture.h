/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of the timeline in shades of grey, and what is written in them. */

#pragma once

#include "care-timeline-ink.h"
#include "timeline-fixture.h"

G_BEGIN_DECLS

#define BLACK                                                                                                \
  {                                                                                                          \
    0, 0, 0                                                                                                  \
  }
#define WHITE                                                                                                \
  {                                                                                                          \
    1, 1, 1                                                                                                  \
  }

/* So many pixels' worth of difference can be seen in a symbol. */
#define SEEN 8

/* Of all texts, between ink_init() and ink_run(). */
extern PangoContext *ink_context;

void ink_init (int *argc, char ***argv);
int ink_run (void);

cairo_t *ink_picture_new (int width, int height);
int ink_grey_at (cairo_t *cr, int x, int y);
/* In pixels that are black in one and white in the other. */
double ink_difference (cairo_t *a, cairo_t *b);
guint32 ink_colour_at (cairo_t *cr, double x, double y);
/* How many pixels of a part of the picture are darker than that, and how many are dark. */
guint ink_count_darker (cairo_t *cr, double x0, double y0, double width, double height, int than);
guint ink_count_dark (cairo_t *cr, double x0, double y0, double width, double height);

/* A line of the picture in four shades. */
void ink_append_line (GString *text, cairo_t *cr, int width, int y);

char *ink_say_nothing (guint entry, CareTimelineText text, gpointer data);
/* @data: a fixture of all forms. */
char *ink_say_form (guint entry, CareTimelineText text, gpointer data);
CareTimelineTexts *ink_texts_new (CareTimelineSay say, gpointer data);
CareTimelineTexts *ink_texts_new_of (CareTimelineSay say, gpointer data, double widest);
void ink_measure_all (TimelineFixture *fixture, CareTimelineTexts *texts);

/* Has @frame show one entry of the fixture, or two in one lane, alone. */
void ink_show (TimelineFixture *fixture, guint only, double scale, CareDay first, CareTimelineFrame *frame);
void ink_show_both (TimelineFixture *fixture, guint one, guint other, double scale, CareDay first, CareTimelineFrame *frame);
void ink_paint (const TimelineFixture *fixture, const CareTimelineFrame *frame, CareTimelineTexts *texts, cairo_t *cr);

G_END_DECLS
