/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each kind of box says. */

#include "care-page-flow.h"

#include "care-reference.h"

#include <string.h>

#define BULLET_INDENT_PT 9.0
#define SWATCH_INDENT_PT 12.0

typedef void (*AddBox) (CareFlow *self, CareFlowElement *element, CareRecord *box);

static CareFlowParagraph *
add_bullet (CareFlow *self, CareFlowElement *element, CarePageStyleName style, const char *text,
            GArray *spans)
{
  CareFlowParagraph *paragraph
    = care_flow_add_item (self, element, style, "•", BULLET_INDENT_PT, text, spans);

  paragraph->gap = 2;
  return paragraph;
}

static GArray *
make_bold (gsize start, gsize end)
{
  GArray *spans = care_prose_spans_new ();

  care_prose_spans_add (spans, CARE_PROSE_BOLD, start, end, 0, NULL);
  return spans;
}

static GPtrArray *
list_items (CareFlow *self, CareRecord *box)
{
  return care_snapshot_list (self->snapshot, "box_item", "box", care_record_get_id (box));
}

static CareFlowParagraph *
add_note (CareFlow *self, CareFlowElement *element, const char *text, double indent, double gap)
{
  CareFlowParagraph *paragraph = care_flow_add_item (self, element, CARE_STYLE_BOX_NOTE, NULL, indent, text, NULL);

  paragraph->gap = gap;
  return paragraph;
}

static void
add_title (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  care_flow_add_text (self, element, CARE_STYLE_BOX_TITLE, care_record_get_title (box), NULL);
}

/* "Local authorities: promote integration where this would improve quality" */
static void
add_duty (CareFlow *self, CareFlowElement *element, CareRecord *duty)
{
  const char *holder = care_record_get (duty, "holder");
  const char *condition = care_record_get (duty, "condition");
  const char *provision = care_record_get (duty, "provision");
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (holder != NULL)
    g_string_append_printf (text, "%s:", holder);
  spans = make_bold (0, text->len);
  g_string_append_printf (text, " %s", care_record_get_title (duty));
  if (condition != NULL)
    g_string_append_printf (text, " %s", condition);
  if (provision != NULL)
    g_string_append_printf (text, " (%s)", provision);
  add_bullet (self, element, CARE_STYLE_BOX, g_strchug (text->str), spans);
}

static void
add_act (CareFlow *self, CareFlowElement *element, CareRecord *act)
{
  g_autoptr (GPtrArray) duties
    = care_snapshot_list (self->snapshot, "duty", "legislation", care_record_get_id (act));

  care_flow_add_text (self, element, CARE_STYLE_BOX_HEADING, care_record_get_title (act), NULL)->gap = 4;
  for (guint i = 0; i < duties->len; i++)
    add_duty (self, element, g_ptr_array_index (duties, i));
}

/* "Labour: repeal the Act", with the party's colour beside its name and never
 * instead of it. */
static void
add_party_line (CareFlow *self, CareFlowElement *element, CareRecord *line)
{
  CareRecord *party = care_snapshot_follow (self->snapshot, line, "actor");
  const char *note = care_record_get (line, "coverage_note");
  const char *name = NULL;
  const char *colour = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = NULL;
  CareFlowParagraph *paragraph;

  if (party != NULL)
    {
      name = care_page_party_name (self->snapshot, party);
      colour = care_record_get (party, "colour");
      g_string_append_printf (text, "%s:", name);
    }
  spans = make_bold (0, text->len);
  g_string_append_printf (text, " %s", care_record_get_title (line));
  paragraph = care_flow_add_item (self, element, CARE_STYLE_BOX, NULL, SWATCH_INDENT_PT, text->str, spans);
  paragraph->gap = 4;
  paragraph->has_swatch = colour != NULL && care_colour_parse (colour, &paragraph->swatch);
  paragraph->role = CARE_FLOW_ITEM;
  paragraph->level = 1;
  if (note == NULL)
    return;
  paragraph = add_note (self, element, note, SWATCH_INDENT_PT, 1);
  paragraph->role = CARE_FLOW_CONTINUED;
  paragraph->level = 1;
}

static void
add_source (CareFlow *self, CareFlowElement *element, CarePageStyleName style, CareRecord *source)
{
  g_autoptr (GArray) spans = care_prose_spans_new ();
  g_autofree char *words = care_page_source_words (self->snapshot, source, spans);

  add_bullet (self, element, style, words, spans);
}

/* An item as its box would have it: what the box is not for is still printed. */
static void
add_item (CareFlow *self, CareFlowElement *element, CarePageStyleName style, CareRecord *item)
{
  static const char *const fields[] = { "figure", "pledge", "event" };
  CareRecord *line = care_snapshot_follow (self->snapshot, item, "party_line");
  CareRecord *act = care_snapshot_follow (self->snapshot, item, "legislation");
  CareRecord *source = care_snapshot_follow (self->snapshot, item, "source");

  if (line != NULL)
    add_party_line (self, element, line);
  if (act != NULL)
    add_act (self, element, act);
  if (source != NULL)
    add_source (self, element, style, source);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      CareRecord *record = care_snapshot_follow (self->snapshot, item, fields[i]);

      if (record != NULL)
        add_bullet (self, element, style, care_record_get_title (record), NULL);
    }
  if (care_record_get (item, "text") != NULL)
    add_bullet (self, element, style, care_record_get (item, "text"), NULL);
}

static void
add_items (CareFlow *self, CareFlowElement *element, CarePageStyleName style, CareRecord *box)
{
  g_autoptr (GPtrArray) items = list_items (self, box);

  for (guint i = 0; i < items->len; i++)
    add_item (self, element, style, g_ptr_array_index (items, i));
}

static void
add_list (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  add_title (self, element, box);
  care_flow_add_prose (self, element, CARE_STYLE_BOX, care_record_get (box, "text"));
  add_items (self, element, CARE_STYLE_BOX, box);
  if (care_record_get (box, "coverage_note") != NULL)
    add_note (self, element, care_record_get (box, "coverage_note"), 0, 6);
}

static void
add_small_list (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  care_flow_add_text (self, element, CARE_STYLE_SMALL_HEADING, care_record_get_title (box), NULL);
  care_flow_add_prose (self, element, CARE_STYLE_SMALL, care_record_get (box, "text"));
  add_items (self, element, CARE_STYLE_SMALL, box);
}

static void
append_part (GString *out, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, part);
}

/* The speaker, as what, and the body. A role that is not stated is worked out. */
static void
append_speaker (GString *text, CareFlow *self, CareRecord *quotation)
{
  CareRecord *person = care_snapshot_follow (self->snapshot, quotation, "person");
  CareRecord *actor = care_snapshot_follow (self->snapshot, quotation, "actor");
  g_autoptr (CareDate) said = care_record_dup_date (quotation, "said");
  g_autofree char *role = g_strdup (care_record_get (quotation, "speaker_role"));

  if (person != NULL && role == NULL)
    role = care_page_role (self->snapshot, person, said);
  append_part (text, person == NULL ? NULL : care_record_get_title (person));
  append_part (text, role);
  append_part (text, actor == NULL ? NULL : care_page_actor_name (self->snapshot, actor, said));
}

/* Who said it, as what and when, with the number of the source; the source's
 * own words where nobody is named. */
static void
add_attribution (CareFlow *self, CareFlowElement *element, CareRecord *quotation)
{
  CareRecord *source = care_snapshot_follow (self->snapshot, quotation, "source");
  g_autofree char *said = care_record_format_as (quotation, "said", care_snapshot_get_numbers (self->snapshot));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = care_prose_spans_new ();

  append_speaker (text, self, quotation);
  if (text->len == 0 && source != NULL)
    append_part (text, care_record_get_title (source));
  append_part (text, *said != '\0' ? said : care_record_get (quotation, "said_words"));
  if (source != NULL)
    {
      guint number = care_prose_sources_add (self->sources, care_record_get_id (source),
                                             care_record_get (quotation, "pinpoint"));
      gsize start = text->len;

      g_string_append_printf (text, "%u", number);
      care_prose_spans_add (spans, CARE_PROSE_CITATION, start, text->len, number, NULL);
    }
  if (text->len > 0)
    care_flow_add_text (self, element, CARE_STYLE_BOX_NOTE, text->str, spans)->gap = 4;
}

static void
add_pull_quote (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  CareRecord *quotation = care_snapshot_follow (self->snapshot, box, "quotation");

  care_flow_add_prose (self, element, CARE_STYLE_QUOTE, care_record_get (box, "text"));
  if (quotation == NULL)
    return;
  if (care_record_get (quotation, "text") != NULL)
    {
      g_autofree char *words = g_strdup_printf ("“%s”", care_record_get (quotation, "text"));

      care_flow_add_text (self, element, CARE_STYLE_QUOTE, words, NULL)->keep_next = TRUE;
    }
  add_attribution (self, element, quotation);
}

/* Of "15 million people" the number is set large and the people go before the
 * rest of the text, unless that names them itself. */
static void
add_statistic (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  CareRecord *figure = care_snapshot_follow (self->snapshot, box, "figure");
  const char *text = care_record_get (box, "text");
  g_autoptr (CareQuantity) quantity = NULL;
  g_autofree char *words = NULL;
  g_autofree char *rest = NULL;

  if (figure != NULL)
    {
      const char *unit;

      quantity = care_record_dup_quantity (figure, "value");
      unit = quantity == NULL ? NULL : care_quantity_get_unit (quantity);
      words = care_reference_words (figure, care_snapshot_get_numbers (self->snapshot));
      text = text != NULL ? text : care_record_get (figure, "counts");
      if (unit != NULL && g_str_has_suffix (words, unit) && strlen (words) > strlen (unit) + 1
          && strcmp (unit, "%") != 0)
        {
          words[strlen (words) - strlen (unit) - 1] = '\0';
          rest = text != NULL && g_str_has_prefix (text, unit)
                   ? g_strdup (text)
                   : g_strconcat (unit, text == NULL ? NULL : " ", text, NULL);
        }
      care_flow_add_text (self, element, CARE_STYLE_STATISTIC, words, NULL)->keep_next = TRUE;
    }
  care_flow_add_prose (self, element, CARE_STYLE_BOX, rest == NULL ? text : rest);
}

/* A chart or a table shows figures, a strip pledges and events; whatever else is among
 * their items is told in words. */
static void
add_other_items (CareFlow *self, CareFlowElement *element, CareRecord *box, gboolean has_figures)
{
  g_autoptr (GPtrArray) items = list_items (self, box);

  for (guint i = 0; i < items->len; i++)
    {
      CareRecord *item = g_ptr_array_index (items, i);
      gboolean is_shown = has_figures ? care_snapshot_follow (self->snapshot, item, "figure") != NULL
                                   : care_snapshot_follow (self->snapshot, item, "pledge") != NULL
                                       || care_snapshot_follow (self->snapshot, item, "event") != NULL;

      if (!is_shown)
        add_item (self, element, CARE_STYLE_BOX_NOTE, item);
    }
}

static void
add_wide (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  const char *subtitle = care_record_get (box, "subtitle");
  gboolean is_table = g_strcmp0 (care_record_get (box, "kind"), "table") == 0;
  gboolean is_chart = g_strcmp0 (care_record_get (box, "kind"), "chart") == 0;
  gboolean is_timeline = g_strcmp0 (care_record_get (box, "kind"), "timeline") == 0;

  care_flow_add_text (self, element, CARE_STYLE_FINDING, care_record_get_title (box), NULL);
  if (subtitle != NULL && !is_chart)
    care_flow_add_text (self, element, CARE_STYLE_MEASURE, subtitle, NULL)->keep_next = TRUE;
  if (is_table)
    care_flow_add_table (self, element, box);
  else if (is_chart)
    care_flow_add_chart (self, element, box);
  else if (is_timeline)
    care_flow_add_timeline (self, element, box);
  else
    care_flow_add_ledger (self, element, box);
  add_other_items (self, element, box, is_chart || is_table);
  care_flow_add_prose (self, element, CARE_STYLE_BOX_NOTE, care_record_get (box, "text"));
}

static const struct
{
  const char *kind;
  CareFlowPlace place;
  AddBox add;
} box_kinds[] = {
  { "party-lines", CARE_FLOW_SIDEBAR, add_list },
  { "legislation", CARE_FLOW_SIDEBAR, add_list },
  { "pull-quote", CARE_FLOW_SIDEBAR, add_pull_quote },
  { "statistic", CARE_FLOW_SIDEBAR, add_statistic },
  { "chart", CARE_FLOW_WIDE, add_wide },
  { "table", CARE_FLOW_WIDE, add_wide },
  { "timeline", CARE_FLOW_WIDE, add_wide },
  { "ledger", CARE_FLOW_WIDE, add_wide },
  { "ledger-sum", CARE_FLOW_WIDE, add_wide },
  { "current-briefings", CARE_FLOW_SIDEBAR, add_list },
  { "contact", CARE_FLOW_FURNITURE, add_small_list },
  { "linking-note", CARE_FLOW_FURNITURE, add_small_list },
  { "image", CARE_FLOW_SIDEBAR, care_flow_add_image },
};

/**
 * care_flow_add_box:
 * @self: a flow
 * @box: a box of its briefing
 *
 * Adds an element for @box, where boxes of its kind go.
 *
 * Returns: (transfer none) (nullable): the element; %NULL for a kind that is not known.
 */
CareFlowElement *
care_flow_add_box (CareFlow *self, CareRecord *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (box_kinds); i++)
    if (g_strcmp0 (care_record_get (box, "kind"), box_kinds[i].kind) == 0)
      {
        CareFlowElement *element = care_flow_add (self, box_kinds[i].place, box, NULL);

        box_kinds[i].add (self, element, box);
        if (element->place == CARE_FLOW_WIDE)
          element->belongs_to = care_flow_find_section (self, box);
        return element;
      }
  return NULL;
}
