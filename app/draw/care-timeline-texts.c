/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-timeline-texts.h"

#include <math.h>

/* How many texts are kept at the least, once they were seen: more than a picture has. */
#define KEPT 2048

/* Less of a text than this says nothing, in sizes of the text. */
#define LEAST 3

typedef struct
{
  PangoLayout *layout; /* NULL: there is nothing to say */
  double natural;      /* its width where it has the room */
  double width;        /* to which it is cut now; 0: it is not */
} Written;

struct _CareTimelineTexts
{
  PangoContext *context;
  PangoFontDescription *font;
  double widest, em;
  CareTimelineSay say;
  gpointer data;
  GHashTable *seen;   /* of Written, by key_of() */
  GHashTable *before; /* of those that were seen longer ago; what is not asked for goes first */
};

static void
written_free (gpointer data)
{
  Written *self = data;

  g_clear_object (&self->layout);
  g_free (self);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, written_free);
}

/**
 * care_timeline_texts_new:
 * @context: decides fonts and resolution
 * @font: the font
 * @widest: pixels, after which a text is cut short; 0: never
 * @say: says the texts
 * @data: for @say
 *
 * Returns: (transfer full): the texts of one array of entries.
 */
CareTimelineTexts *
care_timeline_texts_new (PangoContext *context, const PangoFontDescription *font, double widest,
                         CareTimelineSay say, gpointer data)
{
  CareTimelineTexts *self = g_new0 (CareTimelineTexts, 1);
  CareTimelineMetrics metrics;

  care_timeline_metrics_measure (&metrics, context, font);
  self->context = g_object_ref (context);
  self->font = pango_font_description_copy (font);
  self->widest = widest;
  self->em = metrics.em;
  self->say = say;
  self->data = data;
  self->seen = create_table ();
  self->before = create_table ();
  return self;
}

/**
 * care_timeline_texts_free:
 * @self: (transfer full): texts
 */
void
care_timeline_texts_free (CareTimelineTexts *self)
{
  g_object_unref (self->context);
  pango_font_description_free (self->font);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->before);
  g_free (self);
}

static PangoLayout *
shape (CareTimelineTexts *self, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* What an empty text is not. Takes @text. */
static Written *
write (CareTimelineTexts *self, char *text)
{
  Written *written = g_new0 (Written, 1);

  if (text != NULL && *text != '\0')
    {
      written->layout = shape (self, text);
      written->natural = care_timeline_layout_width (written->layout);
    }
  g_free (text);
  return written;
}

/* What is kept under @key; NULL: nothing is. */
static Written *
recall (CareTimelineTexts *self, gpointer key)
{
  Written *written = g_hash_table_lookup (self->seen, key);

  if (written != NULL)
    return written;
  if (g_hash_table_size (self->seen) >= KEPT)
    {
      g_hash_table_unref (self->before);
      self->before = self->seen;
      self->seen = create_table ();
    }
  if (!g_hash_table_steal_extended (self->before, key, NULL, (gpointer *) &written))
    return NULL;
  g_hash_table_insert (self->seen, key, written);
  return written;
}

/* Texts of entries, and after them numbers. */
#define N_TEXTS (CARE_TIMELINE_TEXT_DUE + 2)

static gpointer
key_of (guint number, guint text)
{
  return GSIZE_TO_POINTER ((gsize) number * N_TEXTS + text);
}

static Written *
find (CareTimelineTexts *self, guint entry, CareTimelineText text)
{
  gpointer key = key_of (entry, text);
  Written *written = recall (self, key);

  if (written == NULL)
    {
      written = write (self, self->say (entry, text, self->data));
      g_hash_table_insert (self->seen, key, written);
    }
  return written;
}

static double
limit (const CareTimelineTexts *self, const Written *written)
{
  return ceil (self->widest > 0 ? MIN (written->natural, self->widest) : written->natural);
}

/**
 * care_timeline_texts_measure:
 * @self: texts
 * @entry: an index
 *
 * Returns: how wide the label and the words of the entry are, cut short as they will be.
 */
CareTimelineExtent
care_timeline_texts_measure (CareTimelineTexts *self, guint entry)
{
  const Written *label = find (self, entry, CARE_TIMELINE_TEXT_LABEL);
  const Written *words = find (self, entry, CARE_TIMELINE_TEXT_WORDS);

  return (CareTimelineExtent){ (float) limit (self, label), (float) limit (self, words) };
}

/* Cuts the text to @room, if it must. */
static PangoLayout *
fit (Written *written, double room)
{
  double width = written->natural > room ? floor (room) : 0;

  if (width != written->width)
    {
      pango_layout_set_ellipsize (written->layout, width > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
      pango_layout_set_width (written->layout, width > 0 ? (int) width * PANGO_SCALE : -1);
      written->width = width;
    }
  return written->layout;
}

/**
 * care_timeline_texts_get:
 * @self: texts
 * @entry: an index
 * @text: which of its texts
 * @room: how wide it may be
 *
 * Returns: (transfer none) (nullable): the text, cut short where it must be, until the next
 *   one is asked for; %NULL where it has none, or so little room that nothing could be read.
 *   The words of a deadline are few, and never cut.
 */
PangoLayout *
care_timeline_texts_get (CareTimelineTexts *self, guint entry, CareTimelineText text, double room)
{
  Written *written;

  if (room <= 0)
    return NULL;
  written = find (self, entry, text);
  if (self->widest > 0)
    room = MIN (room, self->widest);
  if (written->layout == NULL)
    return NULL;
  if (written->natural > room && (text == CARE_TIMELINE_TEXT_DUE || room < LEAST * self->em))
    return NULL;
  return fit (written, room);
}

/**
 * care_timeline_texts_get_number:
 * @self: texts
 * @number: a number
 * @room: how wide it may be
 *
 * Returns: (transfer none) (nullable): the number, until the next text is asked for; %NULL where
 *   it has no room.
 */
PangoLayout *
care_timeline_texts_get_number (CareTimelineTexts *self, guint number, double room)
{
  gpointer key = key_of (number, N_TEXTS - 1);
  Written *written = recall (self, key);

  if (written == NULL)
    {
      written = write (self, g_strdup_printf ("%u", number));
      g_hash_table_insert (self->seen, key, written);
    }
  return written->natural <= room ? written->layout : NULL;
}
