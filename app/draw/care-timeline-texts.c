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
  guint n_new, n_cut; /* how many more may be shaped, and be cut to another width, for this picture */
  gboolean is_lacking, has_shaped;
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
  self->n_new = self->n_cut = G_MAXUINT;
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

/* What an empty text is not. Takes @text, and keeps what is made of it under @key. */
static Written *
write (CareTimelineTexts *self, gpointer key, char *text)
{
  Written *written = g_new0 (Written, 1);

  if (text != NULL && *text != '\0')
    {
      written->layout = shape (self, text);
      written->natural = care_timeline_layout_width (written->layout);
    }
  g_free (text);
  g_hash_table_insert (self->seen, key, written);
  return written;
}

/* Whether there is one of *@left for this picture. */
static gboolean
take (CareTimelineTexts *self, guint *left)
{
  if (*left == 0)
    {
      self->is_lacking = TRUE;
      return FALSE;
    }
  (*left)--;
  return TRUE;
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

/**
 * care_timeline_texts_begin:
 * @self: texts
 * @most: how many may be shaped for it, and how many cut to another width; %G_MAXUINT at first
 *
 * Begins a picture. Both take far longer than to paint the same text again, and many can come
 * into sight or have other room at once. What is beyond @most is left to the next pictures; a
 * text that is not cut yet may be too wide meanwhile. The first picture has all of its texts.
 */
void
care_timeline_texts_begin (CareTimelineTexts *self, guint most)
{
  self->n_new = self->n_cut = g_hash_table_size (self->seen) == 0 ? G_MAXUINT : most;
  self->is_lacking = self->has_shaped = FALSE;
}

/**
 * care_timeline_texts_is_lacking:
 * @self: texts
 *
 * Returns: whether anything was left to the pictures after the one that was begun last.
 */
gboolean
care_timeline_texts_is_lacking (const CareTimelineTexts *self)
{
  return self->is_lacking;
}

/**
 * care_timeline_texts_has_shaped:
 * @self: texts
 *
 * Returns: whether the picture that was begun last has texts that were never shaped before.
 */
gboolean
care_timeline_texts_has_shaped (const CareTimelineTexts *self)
{
  return self->has_shaped;
}

/* Texts of entries, and after them numbers. */
#define N_TEXTS (CARE_TIMELINE_TEXT_DUE + 2)

static gpointer
key_of (guint number, guint text)
{
  return GSIZE_TO_POINTER ((gsize) number * N_TEXTS + text);
}

/* NULL: not in this picture. */
static Written *
find (CareTimelineTexts *self, guint entry, CareTimelineText text)
{
  gpointer key = key_of (entry, text);
  Written *written = recall (self, key);

  if (written == NULL && take (self, &self->n_new))
    {
      written = write (self, key, self->say (entry, text, self->data));
      self->has_shaped = TRUE;
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
  const Written *label, *words;

  care_timeline_texts_begin (self, G_MAXUINT);
  label = find (self, entry, CARE_TIMELINE_TEXT_LABEL);
  words = find (self, entry, CARE_TIMELINE_TEXT_WORDS);
  return (CareTimelineExtent){ (float) limit (self, label), (float) limit (self, words) };
}

/* Cuts the text to @room, if it must and there is time. */
static PangoLayout *
fit (CareTimelineTexts *self, Written *written, double room)
{
  double width = written->natural > room ? floor (room) : 0;

  if (width != written->width && take (self, &self->n_cut))
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
 *   one is asked for; %NULL where it has none, so little room that nothing could be read, or
 *   its turn comes later.
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
  if (written == NULL || written->layout == NULL)
    return NULL;
  if (written->natural > room && (text == CARE_TIMELINE_TEXT_DUE || room < LEAST * self->em))
    return NULL;
  return fit (self, written, room);
}

/* How far the text goes in @room; to its beginning where it was not shaped. */
static double
find_end (CareTimelineTexts *self, guint entry, CareTimelineText text, CareTimelineStretch room)
{
  gpointer key = key_of (entry, text);
  const Written *written = g_hash_table_lookup (self->seen, key);

  if (written == NULL)
    written = g_hash_table_lookup (self->before, key);
  return written == NULL ? room.x : room.x + MIN (limit (self, written), room.width);
}

/**
 * care_timeline_texts_end:
 * @self: texts
 * @mark: a mark of a frame
 *
 * Where a lane has more than its rows have room for, texts are written where there happens to
 * be room beside their mark.
 *
 * Returns: where the mark ends in the viewport, with what was shaped of its texts.
 */
double
care_timeline_texts_end (CareTimelineTexts *self, const CareTimelineFrameMark *mark)
{
  double end = mark->x + mark->width;

  if (mark->label.width > 0)
    end = MAX (end, find_end (self, mark->entry, CARE_TIMELINE_TEXT_LABEL, mark->label));
  if (mark->words.width > 0)
    end = MAX (end, find_end (self, mark->entry, CARE_TIMELINE_TEXT_WORDS, mark->words));
  return end;
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
    written = write (self, key, g_strdup_printf ("%u", number));
  return written->natural <= room ? written->layout : NULL;
}
