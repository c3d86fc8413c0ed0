/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-text.h"

#include "care-page-flow.h"
#include "care-text-break.h"

#include <stdlib.h>
#include <string.h>

#define SOFT_HYPHEN "\u00ad"

static gboolean
has_meaning (const CareProseSpan *span)
{
  return span->kind != CARE_PROSE_BOLD && span->kind != CARE_PROSE_ITALIC;
}

static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, const CareProseSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_span (PangoAttrList *list, const CareProseSpan *span, const CarePageStyle *style)
{
  switch (span->kind)
    {
    case CARE_PROSE_BOLD:
      insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
      break;
    case CARE_PROSE_ITALIC:
      insert_attribute (
        list, pango_attr_style_new (style->slant == PANGO_STYLE_ITALIC ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC), span);
      break;
    case CARE_PROSE_CITATION:
      insert_attribute (list, pango_attr_size_new ((int) (0.62 * style->size * PANGO_SCALE)), span);
      insert_attribute (list, pango_attr_rise_new ((int) (0.36 * style->size * PANGO_SCALE)), span);
      break;
    case CARE_PROSE_LANGUAGE:
      insert_attribute (list, pango_attr_language_new (pango_language_from_string (span->target)), span);
      break;
    case CARE_PROSE_LINK:
    case CARE_PROSE_SECTION:
    default:
      break;
    }
}

static PangoAttrList *
make_attributes (const GArray *spans, const CarePageStyle *style)
{
  PangoAttrList *list = pango_attr_list_new ();
  PangoFontDescription *font = care_page_style_create_font (style);

  pango_attr_list_insert (list, pango_attr_font_desc_new (font));
  pango_font_description_free (font);
  if (style->tabular)
    pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    insert_span (list, &g_array_index (spans, CareProseSpan, i), style);
  return list;
}

static int
find_span (const CareText *self, guint byte)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const CareProseSpan *span = &g_array_index (self->spans, CareProseSpan, i);

      if (has_meaning (span) && byte >= span->start && byte < span->end)
        return (int) i;
    }
  return -1;
}

static double
find_rise (const PangoItem *item)
{
  for (GSList *l = item->analysis.extra_attrs; l != NULL; l = l->next)
    if (((const PangoAttribute *) l->data)->klass->type == PANGO_ATTR_RISE)
      return ((const PangoAttrInt *) l->data)->value / (double) PANGO_SCALE;
  return 0;
}

static double
add_run (CareText *self, PangoGlyphItem *glyphs, const char *text, double x, int span)
{
  CareTextRun run = { glyphs, text, x, 0, find_rise (glyphs->item), span };

  run.width = pango_glyph_string_get_width (glyphs->glyphs) / (double) PANGO_SCALE;
  g_array_append_val (self->runs, run);
  return x + run.width;
}

/* Takes the items of a shaped paragraph, from its beginning to its end. */
typedef struct
{
  CareTextShape *shape;
  guint item;
} Cutter;

static PangoGlyphItem *
cut (Cutter *cutter, guint end)
{
  PangoGlyphItem *rest = g_ptr_array_index (cutter->shape->items, cutter->item);
  guint start = (guint) rest->item->offset;

  if (start + (guint) rest->item->length > end)
    return pango_glyph_item_split (rest, cutter->shape->text, (int) (end - start));
  g_ptr_array_index (cutter->shape->items, cutter->item++) = NULL;
  return rest;
}

/* Where the next run may end at the latest: with the line, or with a span. */
static guint
find_edge (const CareText *self, const CareTextShape *shape, guint from, guint end)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const CareProseSpan *span = &g_array_index (self->spans, CareProseSpan, i);

      if (!has_meaning (span))
        continue;
      if (span->start > from && span->start < end && shape->places[span->start] >= 0)
        end = span->start;
      if (span->end > from && span->end < end && shape->places[span->end] >= 0)
        end = span->end;
    }
  return end;
}

static double
cut_runs (CareText *self, Cutter *cutter, guint from, guint end)
{
  double x = 0;

  while (from < end)
    {
      PangoGlyphItem *glyphs = cut (cutter, find_edge (self, cutter->shape, from, end));

      x = add_run (self, glyphs, self->text, x, find_span (self, from));
      from = (guint) (glyphs->item->offset + glyphs->item->length);
    }
  return x;
}

/* The space that ends a line is in it, so that its words stay apart from the next
 * ones for whoever reads the text; a line break is not. */
static guint
find_line_end (const CareText *self, const CareBreak *taken)
{
  const char *last = g_utf8_prev_char (self->text + taken->byte);

  return taken->kind == CARE_BREAK_FORCED ? (guint) (last - self->text) : taken->byte;
}

static void
skip (Cutter *cutter, guint from, guint end)
{
  while (from < end)
    {
      PangoGlyphItem *glyphs = cut (cutter, end);

      from = (guint) (glyphs->item->offset + glyphs->item->length);
      pango_glyph_item_free (glyphs);
    }
}

static void
cut_line (CareText *self, Cutter *cutter, guint start, const CareBreak *taken, double indent)
{
  guint end = find_line_end (self, taken);
  guint item = care_text_shape_find_item (cutter->shape, taken->byte - 1);
  PangoGlyphItem *hyphen = taken->kind == CARE_BREAK_HYPHEN ? care_text_shape_get_hyphen (cutter->shape, item) : NULL;
  CareTextLine line = { .start = start, .end = end, .x = indent, .first_run = self->runs->len };
  double x = cut_runs (self, cutter, start, end);

  if (hyphen != NULL)
    add_run (self, pango_glyph_item_copy (hyphen), SOFT_HYPHEN, x, find_span (self, taken->byte - 1));
  /* A line break keeps words apart, also for whoever does not see it. */
  if (taken->kind == CARE_BREAK_FORCED)
    add_run (self, care_text_shape_new_glyph (cutter->shape, item, " ", " "), " ", x, -1);
  skip (cutter, end, taken->byte);
  line.end_run = self->runs->len;
  g_array_append_val (self->lines, line);
}

static void
cut_lines (CareText *self, CareTextShape *shape, const GArray *breaks, const GArray *taken, double indent)
{
  Cutter cutter = { shape, 0 };
  guint start = 0;
  int place = 0;
  gboolean continues = FALSE;

  for (guint i = 0; i < taken->len; i++)
    {
      const CareBreak *next = &g_array_index (breaks, CareBreak, g_array_index (taken, guint, i));
      CareTextLine *line;

      cut_line (self, &cutter, start, next, i == 0 ? indent : 0);
      line = &g_array_index (self->lines, CareTextLine, i);
      line->width = MAX (next->end - place, 0) / (double) PANGO_SCALE;
      line->continues = continues;
      continues = next->kind == CARE_BREAK_HYPHEN || next->kind == CARE_BREAK_ANYWHERE;
      start = next->byte;
      place = next->start;
    }
}

static GArray *
choose (const GArray *breaks, const CareBreakMeasure *measure)
{
  return care_breaks_choose ((const CareBreak *) breaks->data, breaks->len, measure);
}

static gboolean
is_wider (const GArray *breaks, const GArray *taken, int width)
{
  int start = 0;

  for (guint i = 0; i < taken->len; i++)
    {
      const CareBreak *end = &g_array_index (breaks, CareBreak, g_array_index (taken, guint, i));

      if (end->end - start > width)
        return TRUE;
      start = end->start;
    }
  return FALSE;
}

/* As many lines in as little width as they need, so that none is left with a word. */
static void
balance (const GArray *breaks, const CareBreakMeasure *measure, GArray **taken)
{
  guint n_lines = (*taken)->len;
  int least = measure->width / 2;
  CareBreakMeasure most = *measure;

  while (most.width - least > PANGO_SCALE)
    {
      CareBreakMeasure less = most;
      g_autoptr (GArray) narrower = NULL;

      less.width = least + (most.width - least) / 2;
      narrower = choose (breaks, &less);
      if (narrower->len > n_lines || is_wider (breaks, narrower, less.width))
        least = less.width;
      else
        {
          most = less;
          g_array_unref (*taken);
          *taken = g_steal_pointer (&narrower);
        }
    }
}

static void
break_lines (CareText *self, CareTextShape *shape, PangoLanguage *language, const CarePageStyle *style,
             const CareTextMeasure *measure)
{
  const CareBreakMeasure units = { .width = (int) (measure->width * PANGO_SCALE),
                                   .indent = (int) (measure->indent * PANGO_SCALE),
                                   .n_beside = measure->n_beside,
                                   .beside = (int) (measure->beside * PANGO_SCALE),
                                   .em = MAX ((int) (style->size * PANGO_SCALE), 1) };
  int least = units.width - units.indent - (units.n_beside > 0 ? units.beside : 0);
  g_autoptr (GArray) breaks = care_text_shape_list_breaks (shape, language, self->spans, style->hyphenate, least);
  g_autoptr (GArray) taken = choose (breaks, &units);

  if (style->balance && taken->len > 1)
    balance (breaks, &units, &taken);
  cut_lines (self, shape, breaks, taken, measure->indent);
}

/* Pango divides what it sets by language: a link of another one is a run by itself. */
static PangoAttrList *
set_links_apart (const CareText *self, PangoAttrList *attributes)
{
  PangoAttrList *apart = pango_attr_list_copy (attributes);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const CareProseSpan *span = &g_array_index (self->spans, CareProseSpan, i);
      g_autofree char *language = g_strdup_printf ("en-x-%u", i);

      if (span->kind == CARE_PROSE_LINK)
        insert_attribute (apart, pango_attr_language_new (pango_language_from_string (language)), span);
    }
  return apart;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  return ((const CareTextRun *) a)->glyphs->item->offset - ((const CareTextRun *) b)->glyphs->item->offset;
}

/* Runs are read in the order of the text, wherever they stand. */
static void
sort_runs (CareText *self, guint first)
{
  if (self->runs->len > first)
    qsort (&g_array_index (self->runs, CareTextRun, first), self->runs->len - first, sizeof (CareTextRun), compare_runs);
}

/* Where some of the text runs from right to left, Pango knows how it is set. */
static void
lay_out (CareText *self, PangoContext *context, PangoAttrList *attributes, const CareTextMeasure *measure)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoAttrList *apart = set_links_apart (self, attributes);
  PangoLayoutIter *iter;

  pango_layout_set_attributes (layout, apart);
  pango_attr_list_unref (apart);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (measure->width * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (measure->indent * PANGO_SCALE));
  pango_layout_set_text (layout, self->text, -1);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutLine *set = pango_layout_iter_get_line_readonly (iter);
      CareTextLine line = { .start = (guint) set->start_index, .first_run = self->runs->len };
      PangoRectangle logical;
      double x = 0;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      for (GSList *l = set->runs; l != NULL; l = l->next)
        x = add_run (self, pango_glyph_item_copy (l->data), self->text, x,
                     find_span (self, (guint) ((PangoGlyphItem *) l->data)->item->offset));
      sort_runs (self, line.first_run);
      line.end = (guint) (set->start_index + set->length);
      line.x = logical.x / (double) PANGO_SCALE;
      line.width = logical.width / (double) PANGO_SCALE;
      line.end_run = self->runs->len;
      g_array_append_val (self->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Characters that have no shape become spaces, as many bytes of them. */
static char *
clean (const char *text)
{
  char *out = g_strdup (text);

  for (char *p = out; *p != '\0';)
    {
      char *next = g_utf8_next_char (p);

      if (*p != '\n' && g_unichar_iscntrl (g_utf8_get_char (p)))
        memset (p, ' ', (gsize) (next - p));
      p = next;
    }
  return out;
}

/**
 * care_text_new:
 * @context: how it is set
 * @style: how it looks
 * @text: a paragraph, perhaps with line breaks in it
 * @spans: (nullable) (element-type CareProseSpan): what differs in it
 * @measure: what it has room in
 *
 * What is balanced, or runs from right to left, is as wide as what has something beside it
 * from its first line to its last.
 *
 * Returns: (transfer full): the lines of @text, ragged right; at least one.
 */
CareText *
care_text_new (PangoContext *context, const CarePageStyle *style, const char *text, GArray *spans,
               const CareTextMeasure *measure)
{
  const CareTextMeasure even = { .width = measure->width - (measure->n_beside > 0 ? measure->beside : 0),
                                 .indent = measure->indent };
  CareText *self = g_new0 (CareText, 1);
  PangoAttrList *attributes = make_attributes (spans, style);
  g_autoptr (CareTextShape) shape = NULL;

  g_atomic_ref_count_init (&self->refs);
  self->text = clean (text);
  self->spans = spans != NULL ? g_array_ref (spans) : care_prose_spans_new ();
  self->runs = g_array_new (FALSE, FALSE, sizeof (CareTextRun));
  self->lines = g_array_new (FALSE, TRUE, sizeof (CareTextLine));
  shape = care_text_shape (context, style, self->text, attributes);
  self->has_unknown = shape->has_unknown;
  if (*self->text == '\0')
    g_array_set_size (self->lines, 1);
  else if (shape->is_mixed)
    lay_out (self, context, attributes, &even);
  else
    break_lines (self, shape, pango_context_get_language (context), style, style->balance ? &even : measure);
  pango_attr_list_unref (attributes);
  return self;
}

/**
 * care_text_make_key:
 * @style: as for care_text_new(), as all others
 * @text: a paragraph
 * @spans: (nullable): what differs in it
 * @measure: what it has room in
 *
 * Returns: (transfer full): what two texts have alike that are set alike in one
 *   language.
 */
char *
care_text_make_key (const CarePageStyle *style, const char *text, GArray *spans, const CareTextMeasure *measure)
{
  GString *key = g_string_new (NULL);

  g_string_printf (key, "%p %d %d %u %d", (gconstpointer) style, (int) (measure->width * PANGO_SCALE),
                   (int) (measure->indent * PANGO_SCALE), measure->n_beside,
                   measure->n_beside == 0 ? 0 : (int) (measure->beside * PANGO_SCALE));
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const CareProseSpan *span = &g_array_index (spans, CareProseSpan, i);

      const char *target = span->target == NULL ? "" : span->target;

      g_string_append_printf (key, " %d:%u-%u:%u:%" G_GSIZE_FORMAT ":%s", span->kind, span->start, span->end,
                              span->source, strlen (target), target);
    }
  g_string_append_printf (key, "\n%s", text);
  return g_string_free (key, FALSE);
}

/**
 * care_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self with one more holder.
 */
CareText *
care_text_ref (CareText *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * care_text_unref:
 * @self: (transfer full): a text
 *
 * Gives @self up; the last holder's giving up frees it.
 */
void
care_text_unref (CareText *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->runs->len; i++)
    pango_glyph_item_free (g_array_index (self->runs, CareTextRun, i).glyphs);
  g_array_unref (self->runs);
  g_array_unref (self->lines);
  g_array_unref (self->spans);
  g_free (self->text);
  g_free (self);
}

/**
 * care_text_get_line:
 * @self: a text
 * @index: of a line
 *
 * Returns: (transfer none): the line.
 */
const CareTextLine *
care_text_get_line (const CareText *self, guint index)
{
  return &g_array_index (self->lines, CareTextLine, index);
}

/**
 * care_text_count_words:
 * @self: a text
 * @line: a line of it
 *
 * Returns: how many words begin in the line.
 */
int
care_text_count_words (const CareText *self, guint line)
{
  const CareTextLine *it = care_text_get_line (self, line);
  int words = care_flow_count_words (self->text + it->start, it->end - it->start);

  return it->continues && words > 0 ? words - 1 : words;
}
