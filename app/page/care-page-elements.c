/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a snapshot to the elements of its pages, in the order in which they are
 * read: title, standfirst, sections, boxes, sources, furniture. */

#include "care-page-flow.h"
#include "care-vocabularies.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of two digits, and for each more. */
#define CONTENTS_INDENT_PT 16.0
#define DIGIT_PT 8.0
/* Between what a cover says of the briefing. */
#define COVER_GAP_PT 8.0

static char *
join_non_empty (const char *separator, const char *first, const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  if (has_first && has_second)
    return g_strconcat (first, separator, second, NULL);
  return g_strdup (has_first ? first : has_second ? second : "");
}

/* What a cover says above and below the title: number and date, and who wrote it. */
static void
add_cover_line (CareFlow *self, CareFlowElement *title, const char *label, const char *words)
{
  g_autofree char *line = g_strconcat (label, words, NULL);

  if (words != NULL && *words != '\0')
    care_flow_add_text (self, title, CARE_STYLE_BODY, line, NULL)->gap = COVER_GAP_PT;
}

static void
add_head (CareFlow *self, CareRecord *briefing)
{
  CareFlowElement *title = care_flow_add (self, CARE_FLOW_TITLE, briefing, NULL);
  gboolean is_cover = self->template->has_cover;
  const char *label = is_cover ? self->running_foot : self->series;
  CareFlowElement *standfirst;

  if (*label != '\0')
    care_flow_add_text (self, title, CARE_STYLE_SERIES, label, NULL);
  if (is_cover)
    add_cover_line (self, title, "", self->running_edition);
  care_flow_add_text (self, title, CARE_STYLE_TITLE, care_record_get_title (briefing), NULL)->gap = is_cover ? COVER_GAP_PT : 4;
  if (is_cover)
    add_cover_line (self, title, "By ", care_record_get (briefing, "authors"));

  standfirst = care_flow_add (self, CARE_FLOW_HEAD, briefing, _ ("Standfirst"));
  care_flow_add_prose (self, standfirst, CARE_STYLE_STANDFIRST, care_record_get (briefing, "standfirst"));
}

/* A list of what there is; on which page each is is put in when that is known. */
static void
add_contents (CareFlow *self, CareRecord *briefing, const char *heading, GPtrArray *titles)
{
  CareFlowElement *element;
  double indent = CONTENTS_INDENT_PT;

  if (titles->len == 0)
    return;
  for (guint most = titles->len; most > 99; most /= 10)
    indent += DIGIT_PT;
  element = care_flow_add (self, CARE_FLOW_CONTENTS, briefing, _ ("Contents"));
  care_flow_add_text (self, element, CARE_STYLE_BOX_TITLE, heading, NULL)->gap = 12;
  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (GArray) spans = care_prose_spans_new ();

      care_prose_spans_add (spans, CARE_PROSE_SECTION, 0, strlen (title), i + 1, NULL);
      care_flow_add_item (self, element, CARE_STYLE_BODY, number, indent, title, spans)->gap = 3;
    }
}

static GPtrArray *
list_titles (GPtrArray *records)
{
  GPtrArray *titles = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (titles, (gpointer) care_record_get_title (g_ptr_array_index (records, i)));
  return titles;
}

static void
add_section (CareFlow *self, CareRecord *section, guint number)
{
  CareFlowElement *element = care_flow_add (self, CARE_FLOW_COLUMNS, section, NULL);
  g_autoptr (GPtrArray) paragraphs = NULL;
  CareRecord *inset = care_flow_find_inset (self, section);
  const char *heading = care_record_get (section, "heading");

  if (heading != NULL)
    {
      g_autofree char *words = self->template->numbers_sections ? g_strdup_printf ("%u\u2002%s", number, heading)
                                                                : g_strdup (heading);
      CareFlowParagraph *paragraph = care_flow_add_text (self, element, CARE_STYLE_HEADING, words, NULL);

      paragraph->rows_before = 1;
      paragraph->keep_next = TRUE;
    }
  paragraphs = care_prose_parse (care_record_get (section, "text"), self->snapshot, self->sources);
  if (inset == NULL)
    care_flow_add_parsed (self, element, CARE_STYLE_BODY, paragraphs, 0);
  else
    care_flow_add_beside (self, element, paragraphs, inset);
}

/* A stage that is not the last one is said on the page, so that a draft in
 * somebody's hand is known for what it is. */
static const char *
get_stage (CareRecord *briefing)
{
  const char *status = care_record_get (briefing, "status");
  const CareTerm *stage = care_vocabulary_find (&care_vocabulary_briefing_status, status);

  return stage == NULL || strcmp (status, "published") == 0 ? NULL : stage->label;
}

static char *
make_number (CareRecord *briefing)
{
  const char *number = care_record_get (briefing, "number");

  return number == NULL ? NULL : g_strdup_printf ("Number %s", number);
}

static void
add_date (GString *out, CareRecord *briefing, const char *field, const char *label)
{
  g_autofree char *date = care_record_format (briefing, field);

  if (*date == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append_printf (out, "%s %s.", label, date);
}

static void
add_edition (CareFlow *self, CareRecord *briefing)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *authors = care_record_get (briefing, "authors");
  CareFlowElement *element;

  /* A cover has said these. */
  if (authors != NULL && !self->template->has_cover)
    g_string_append_printf (words, "By %s.", authors);
  if (!self->template->has_cover)
    add_date (words, briefing, "published", "Published");
  add_date (words, briefing, "amended", "Last significant amendment");
  add_date (words, briefing, "corrected", "Last minor correction");
  add_date (words, briefing, "archive_after", "To be archived after");
  if (words->len == 0)
    return;
  element = care_flow_add (self, CARE_FLOW_FURNITURE, briefing, _ ("Edition"));
  care_flow_add_text (self, element, CARE_STYLE_SMALL_HEADING, "About this edition", NULL);
  care_flow_add_text (self, element, CARE_STYLE_SMALL, words->str, NULL)->gap = 3;
}

static gboolean
is_furniture (CareRecord *box)
{
  const char *kind = care_record_get (box, "kind");

  return g_strcmp0 (kind, "contact") == 0 || g_strcmp0 (kind, "linking-note") == 0;
}

/* With its section. */
static gboolean
is_added (const CareFlow *self, CareRecord *box)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (self->elements, i);

      if (element->kind == care_record_get_kind (box) && element->id == care_record_get_id (box))
        return TRUE;
    }
  return FALSE;
}

static void
add_boxes (CareFlow *self, GPtrArray *boxes, gboolean furniture)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      CareRecord *box = g_ptr_array_index (boxes, i);

      if (is_furniture (box) == furniture && !is_added (self, box))
        care_flow_add_box (self, box);
    }
}

static void
add_elements (CareFlow *self, CareRecord *briefing)
{
  CareId id = care_record_get_id (briefing);
  g_autoptr (GPtrArray) sections = care_snapshot_list (self->snapshot, "section", "briefing", id);
  g_autoptr (GPtrArray) boxes = care_snapshot_list (self->snapshot, "box", "briefing", id);

  g_autoptr (GPtrArray) headings = list_titles (sections);

  add_head (self, briefing);
  if (self->template->has_cover)
    add_contents (self, briefing, "Contents:", headings);
  for (guint i = 0; i < sections->len; i++)
    add_section (self, g_ptr_array_index (sections, i), i + 1);
  add_boxes (self, boxes, FALSE);
  care_flow_add_sources (self);
  add_boxes (self, boxes, TRUE);
  add_edition (self, briefing);
}

/* Texts that were set in another language are not set alike. */
static GHashTable *
get_texts (const CareFlow *before, const char *language)
{
  if (before == NULL || g_strcmp0 (care_record_get (care_snapshot_get_briefing (before->snapshot), "language"), language) != 0)
    return NULL;
  return g_hash_table_ref (before->texts);
}

/* Without elements. */
static CareFlow *
new_empty (CareSnapshot *snapshot, const CarePageTemplate *template)
{
  CareFlow *self = g_new0 (CareFlow, 1);
  CareRecord *briefing = care_snapshot_get_briefing (snapshot);
  g_autofree char *number = make_number (briefing);
  g_autofree char *edition = join_non_empty (" · ", number, get_stage (briefing));
  g_autofree char *published = care_record_format (briefing, "published");

  self->template = template;
  self->snapshot = care_snapshot_ref (snapshot);
  self->context = care_page_style_create_context (care_record_get (briefing, "language"));
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) care_text_unref);
  self->sources = care_prose_sources_new ();
  self->elements = care_flow_elements_new ();
  self->series = join_non_empty (" · ", care_record_get (briefing, "series"), edition);
  self->running_title = g_strdup (care_record_get_title (briefing));
  self->running_edition = join_non_empty (", ", number, published);
  self->running_foot
    = template->has_cover ? join_non_empty (" · ", care_record_get (briefing, "series"), get_stage (briefing)) : g_strdup (self->series);
  return self;
}

/**
 * care_flow_new:
 * @snapshot: a briefing with all that it shows
 * @template: what it is to look like
 * @before: (nullable): a flow made in this thread, most of which may be the same
 *
 * Returns: (transfer full): what is to be printed, broken into lines.
 */
CareFlow *
care_flow_new (CareSnapshot *snapshot, const CarePageTemplate *template, const CareFlow *before)
{
  CareFlow *self = new_empty (snapshot, template);
  CareRecord *briefing = care_snapshot_get_briefing (snapshot);

  self->before = get_texts (before, care_record_get (briefing, "language"));
  add_elements (self, briefing);
  g_clear_pointer (&self->before, g_hash_table_unref);
  return self;
}

/**
 * care_flow_new_list:
 * @snapshot: a briefing with a title
 * @template: what it is to look like
 * @titles: (element-type utf8): what it lists
 *
 * Returns: (transfer full): the title and the list.
 */
CareFlow *
care_flow_new_list (CareSnapshot *snapshot, const CarePageTemplate *template, GPtrArray *titles)
{
  CareFlow *self = new_empty (snapshot, template);

  /* The date is that of one in the list. */
  *self->running_edition = '\0';
  add_head (self, care_snapshot_get_briefing (snapshot));
  add_contents (self, care_snapshot_get_briefing (snapshot), "Contents", titles);
  return self;
}
