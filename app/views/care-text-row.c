/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-text-row.h"

#include "care-prose-view.h"

struct _CareTextRow
{
  CareProseRow parent_instance;

  CareProseView *view; /* a child, until it is disposed of */
};

G_DEFINE_FINAL_TYPE (CareTextRow, care_text_row, CARE_TYPE_PROSE_ROW)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
read_stored (GtkTextView *view)
{
  return care_prose_view_get_stored (CARE_PROSE_VIEW (view));
}

static void
show_stored (GtkTextView *view, const char *text)
{
  care_prose_view_load (CARE_PROSE_VIEW (view), text);
}

/* A record that it names may have other words now. */
static void
library_applied (CareTextRow *self)
{
  care_prose_row_begin_load (CARE_PROSE_ROW (self));
  care_prose_view_refresh (self->view);
  care_prose_row_end_load (CARE_PROSE_ROW (self));
}

static void
activated (CareTextRow *self, CareRecord *record)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

static void
care_text_row_dispose (GObject *object)
{
  CareTextRow *self = CARE_TEXT_ROW (object);

  if (self->view != NULL)
    care_prose_view_set_library (g_steal_pointer (&self->view), NULL);
  G_OBJECT_CLASS (care_text_row_parent_class)->dispose (object);
}

static void
care_text_row_class_init (CareTextRowClass *klass)
{
  CareProseRowClass *row_class = CARE_PROSE_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_text_row_dispose;
  row_class->make = care_prose_view_new;
  row_class->read = read_stored;
  row_class->show = show_stored;

  /**
   * CareTextRow::activated:
   * @record: what a reference is to
   *
   * A person wants to see it.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", CARE_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, CARE_TYPE_RECORD);
}

static void
care_text_row_init (CareTextRow *self)
{
}

/**
 * care_text_row_new:
 * @title: what the field is called
 * @library: where what it names is kept
 * @briefing: the briefing that it is printed in
 *
 * Returns: (transfer floating): an empty row.
 */
GtkWidget *
care_text_row_new (const char *title, CareLibrary *library, CareRecord *briefing)
{
  CareTextRow *self = g_object_new (CARE_TYPE_TEXT_ROW, "title", title, NULL);

  self->view = CARE_PROSE_VIEW (care_prose_row_get_view (CARE_PROSE_ROW (self)));
  care_prose_view_set_library (self->view, library);
  care_prose_view_set_briefing (self->view, briefing);
  g_signal_connect_object (self->view, "activated", G_CALLBACK (activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "applied", G_CALLBACK (library_applied), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
