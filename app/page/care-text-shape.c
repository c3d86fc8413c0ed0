/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-hyphenation.h"
#include "care-text-break.h"
#include "care-text.h"

#include <string.h>

static void
free_item (gpointer data)
{
  if (data != NULL)
    pango_glyph_item_free (data);
}

/* Letters set apart, as the style says. */
static void
track (CareTextShape *self, const PangoLogAttr *attributes, int spacing)
{
  for (guint i = 0; spacing != 0 && i < self->items->len; i++)
    {
      PangoGlyphItem *item = g_ptr_array_index (self->items, i);
      glong offset = g_utf8_pointer_to_offset (self->text, self->text + item->item->offset);

      pango_glyph_item_letter_space (item, self->text, (PangoLogAttr *) attributes + offset, spacing);
    }
}

/* A line break has no shape; every other character has to have one. */
static void
check_glyph (CareTextShape *self, PangoGlyphItem *item, int index)
{
  PangoGlyphInfo *glyph = &item->glyphs->glyphs[index];
  gunichar c = g_utf8_get_char (self->text + item->item->offset + item->glyphs->log_clusters[index]);

  if ((glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
    return;
  if (c == '\n' || c == 0x2028 || c == 0x2029)
    {
      glyph->glyph = PANGO_GLYPH_EMPTY;
      glyph->geometry.width = 0;
    }
  else
    self->has_unknown = TRUE;
}

static void
shape_item (CareTextShape *self, PangoItem *item)
{
  PangoGlyphItem *shaped = g_slice_new0 (PangoGlyphItem);

  shaped->item = item;
  g_array_append_val (self->starts, item->offset);
  g_ptr_array_add (self->fonts, pango_item_copy (item));
  shaped->glyphs = pango_glyph_string_new ();
  pango_shape_full (self->text + item->offset, item->length, self->text, (int) self->length, &item->analysis,
                    shaped->glyphs);
  self->is_mixed = self->is_mixed || item->analysis.level % 2 == 1;
  for (int i = 0; i < shaped->glyphs->num_glyphs; i++)
    check_glyph (self, shaped, i);
  g_ptr_array_add (self->items, shaped);
}

static PangoLogAttr *
find_log_attributes (const CareTextShape *self, PangoLanguage *language)
{
  int n = (int) g_utf8_strlen (self->text, self->length) + 1;
  PangoLogAttr *attributes = g_new0 (PangoLogAttr, n);

  pango_get_log_attrs (self->text, (int) self->length, -1, language, attributes, n);
  return attributes;
}

static void
measure (CareTextShape *self)
{
  int place = 0;

  self->places = g_new (int, self->length + 1);
  for (guint i = 0; i < self->length; i++)
    self->places[i] = -1;
  for (guint i = 0; i < self->items->len; i++)
    {
      const PangoGlyphItem *item = g_ptr_array_index (self->items, i);

      for (int j = 0; j < item->glyphs->num_glyphs; j++)
        {
          int byte = item->item->offset + item->glyphs->log_clusters[j];

          if (self->places[byte] < 0)
            self->places[byte] = place;
          place += item->glyphs->glyphs[j].geometry.width;
        }
    }
  self->places[self->length] = place;
}

/**
 * care_text_shape:
 * @context: how it is set
 * @style: how it looks
 * @text: a paragraph; outlives what is returned
 * @attributes: what differs from @style
 *
 * Returns: (transfer full): the glyphs of @text with their places, as one line.
 */
CareTextShape *
care_text_shape (PangoContext *context, const CarePageStyle *style, const char *text, PangoAttrList *attributes)
{
  CareTextShape *self = g_new0 (CareTextShape, 1);
  GList *items;

  self->text = text;
  self->length = (guint) strlen (text);
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_item_free);
  items = pango_itemize (context, text, 0, (int) self->length, attributes, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    shape_item (self, l->data);
  g_list_free (items);
  if (style->tracking != 0)
    {
      g_autofree PangoLogAttr *log = find_log_attributes (self, pango_context_get_language (context));

      track (self, log, (int) (style->tracking * PANGO_SCALE));
    }
  self->hyphens = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_set_size (self->hyphens, (int) self->items->len);
  measure (self);
  return self;
}

/**
 * care_text_shape_free:
 * @self: (transfer full): a shaped paragraph
 */
void
care_text_shape_free (CareTextShape *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->hyphens);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->fonts);
  g_free (self->places);
  g_free (self);
}

/**
 * care_text_shape_find_item:
 * @self: a shaped paragraph
 * @byte: of its text
 *
 * Returns: the index of the item that @byte is of.
 */
guint
care_text_shape_find_item (const CareTextShape *self, guint byte)
{
  guint low = 0, high = self->starts->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if ((guint) g_array_index (self->starts, int, middle) <= byte)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * care_text_shape_new_glyph:
 * @self: a shaped paragraph
 * @item: the index of an item of it
 * @shown: the character that is painted, of one byte
 * @meant: the character that it stands for, of static storage
 *
 * Returns: (transfer full): the glyph in the item's font.
 */
PangoGlyphItem *
care_text_shape_new_glyph (CareTextShape *self, guint item, const char *shown, const char *meant)
{
  PangoGlyphItem *glyph = g_slice_new0 (PangoGlyphItem);

  glyph->item = pango_item_copy (g_ptr_array_index (self->fonts, item));
  glyph->item->offset = 0;
  glyph->item->length = (int) strlen (meant);
  glyph->item->num_chars = 1;
  glyph->glyphs = pango_glyph_string_new ();
  pango_shape_full (shown, 1, shown, 1, &glyph->item->analysis, glyph->glyphs);
  return glyph;
}

/**
 * care_text_shape_get_hyphen:
 * @self: a shaped paragraph
 * @item: the index of an item of it
 *
 * Returns: (transfer none): a hyphen in the item's font. It stands for a soft hyphen,
 *   which a reader of the text leaves out.
 */
PangoGlyphItem *
care_text_shape_get_hyphen (CareTextShape *self, guint item)
{
  if (g_ptr_array_index (self->hyphens, item) == NULL)
    g_ptr_array_index (self->hyphens, item) = care_text_shape_new_glyph (self, item, "-", "\u00ad");
  return g_ptr_array_index (self->hyphens, item);
}

/**
 * care_text_trim:
 * @text: a text
 * @start: a byte of it
 * @end: a later one
 *
 * Returns: where what is between them ends but for white space.
 */
guint
care_text_trim (const char *text, guint start, guint end)
{
  while (end > start)
    {
      const char *last = g_utf8_prev_char (text + end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = (guint) (last - text);
    }
  return end;
}

static void
add_break (CareTextShape *self, GArray *breaks, CareBreakKind kind, guint byte)
{
  guint before = breaks->len == 0 ? 0 : g_array_index (breaks, CareBreak, breaks->len - 1).byte;
  guint end = kind == CARE_BREAK_HYPHEN ? byte : care_text_trim (self->text, before, byte);
  CareBreak new = { kind, byte, 0, 0 };

  if (self->places[byte] < 0 || self->places[end] < 0)
    return;
  new.start = self->places[byte];
  new.end = self->places[end];
  if (kind == CARE_BREAK_HYPHEN)
    {
      PangoGlyphItem *hyphen = care_text_shape_get_hyphen (self, care_text_shape_find_item (self, byte - 1));

      new.end += pango_glyph_string_get_width (hyphen->glyphs);
    }
  g_array_append_val (breaks, new);
}

/* A word that is wider than a line and has no place for a hyphen can be broken between
 * any letters. */
static void
break_anywhere (CareTextShape *self, GArray *breaks, guint until, int width)
{
  const CareBreak *last = breaks->len == 0 ? NULL : &g_array_index (breaks, CareBreak, breaks->len - 1);
  guint byte = last == NULL ? 0 : last->byte;
  int start = last == NULL ? 0 : last->start;
  guint end = care_text_trim (self->text, byte, until);

  if (self->places[end] - start <= width)
    return;
  while (++byte < end)
    if (self->places[byte] >= 0)
      add_break (self, breaks, CARE_BREAK_ANYWHERE, byte);
}

/* What is in another language is not divided as this one is. */
static gboolean
is_foreign (const GArray *spans, guint byte)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const CareProseSpan *span = &g_array_index (spans, CareProseSpan, i);

      if (span->kind == CARE_PROSE_LANGUAGE && byte > span->start && byte < span->end)
        return TRUE;
    }
  return FALSE;
}

/* The number of a source stays with what it is the source of. */
static gboolean
is_citation (const GArray *spans, guint byte)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const CareProseSpan *span = &g_array_index (spans, CareProseSpan, i);

      if (span->kind == CARE_PROSE_CITATION && byte == span->start)
        return TRUE;
    }
  return FALSE;
}

static void
add_hyphen (CareTextShape *self, GArray *breaks, const GArray *spans, guint byte, int width)
{
  if (is_foreign (spans, byte))
    return;
  break_anywhere (self, breaks, byte, width);
  add_break (self, breaks, CARE_BREAK_HYPHEN, byte);
}

/* A word that is wider than a line is divided, also where others are not and if it is a
 * name. */
static void
divide_wide_word (CareTextShape *self, GArray *breaks, PangoLanguage *language, const GArray *spans, guint until, int width)
{
  const CareBreak *last = breaks->len == 0 ? NULL : &g_array_index (breaks, CareBreak, breaks->len - 1);
  guint start = last == NULL ? 0 : last->byte;
  guint end = care_text_trim (self->text, start, until);
  g_autofree char *word = NULL;
  g_autoptr (GArray) hyphens = NULL;

  if (end <= start || self->places[end] - (last == NULL ? 0 : last->start) <= width)
    return;
  word = g_strndup (self->text + start, end - start);
  hyphens = care_hyphenation_find (word, pango_language_to_string (language), TRUE);
  for (guint i = 0; i < hyphens->len; i++)
    if (g_array_index (hyphens, guint, i) > 0 && start + g_array_index (hyphens, guint, i) < end)
      add_hyphen (self, breaks, spans, start + g_array_index (hyphens, guint, i), width);
}

/**
 * care_text_shape_list_breaks:
 * @self: a shaped paragraph
 * @language: of it
 * @spans: (element-type CareProseSpan): what in it may be in another
 * @hyphenate: whether words may be divided; those that are wider than a line always are
 * @width: of the narrowest line, in Pango's units
 *
 * Returns: (transfer full) (element-type CareBreak): where lines may end; the last one
 *   is the end of the paragraph.
 */
GArray *
care_text_shape_list_breaks (CareTextShape *self, PangoLanguage *language, const GArray *spans, gboolean hyphenate, int width)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (CareBreak));
  g_autofree PangoLogAttr *log = find_log_attributes (self, language);
  g_autoptr (GArray) hyphens
    = hyphenate ? care_hyphenation_find (self->text, pango_language_to_string (language), FALSE) : NULL;
  guint next_hyphen = 0, byte = 0;

  for (guint i = 0; byte < self->length; i++)
    {
      gboolean is_end;

      byte = (guint) (g_utf8_next_char (self->text + byte) - self->text);
      is_end = byte == self->length;
      if (hyphens != NULL && next_hyphen < hyphens->len && g_array_index (hyphens, guint, next_hyphen) == byte)
        {
          next_hyphen++;
          add_hyphen (self, breaks, spans, byte, width);
        }
      else if (is_end || log[i + 1].is_mandatory_break || (log[i + 1].is_line_break && !is_citation (spans, byte)))
        {
          divide_wide_word (self, breaks, language, spans, byte, width);
          break_anywhere (self, breaks, byte, width);
          add_break (self, breaks, !is_end && log[i + 1].is_mandatory_break ? CARE_BREAK_FORCED : CARE_BREAK_SPACE, byte);
        }
    }
  return breaks;
}
