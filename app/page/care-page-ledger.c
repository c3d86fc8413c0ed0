/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether figures add up, as a box: what is added with its amounts, the sum and how much of it
 * is new, and what could not be added, which is a result like another. */

#include "care-page-flow.h"

#include "care-ledger-text.h"
#include "care-ledger-words.h"
#include "care-vocabularies.h"

#define GUTTER_PT 16.0
#define ROW_GAP_PT 5.0
#define BULLET_INDENT_PT 9.0

typedef struct
{
  CareFlow *flow;
  CareFlowElement *element;
  CareLedgerSheet *sheet;
  double amounts; /* how wide they are */
} Ledger;

static GPtrArray *
list (const char *kind, const char *field, CareId id, gpointer snapshot)
{
  return care_snapshot_list (snapshot, kind, field, id);
}

static const CareLedgerRow *
get_row (const Ledger *self, guint index)
{
  return &g_array_index (self->sheet->ledger->rows, CareLedgerRow, index);
}

static char *
format (const Ledger *self, const CareQuantity *amount)
{
  return care_quantity_format (amount, self->sheet->ledger->numbers);
}

static void
append_number (GString *text, GArray *spans, guint number)
{
  gsize start = text->len;

  g_string_append_printf (text, "%u", number);
  care_prose_spans_add (spans, CARE_PROSE_CITATION, start, text->len, number, NULL);
}

/* The numbers of the sources of @figure, without those in @numbers, which they are added to. */
static void
append_citations (const Ledger *self, GString *text, GArray *spans, CareRecord *figure, GPtrArray *numbers)
{
  g_autoptr (GPtrArray) citations
    = care_snapshot_list (self->flow->snapshot, "citation", "figure", care_record_get_id (figure));

  for (guint i = 0; i < citations->len; i++)
    {
      CareRecord *citation = g_ptr_array_index (citations, i);
      CareRecord *source = care_snapshot_follow (self->flow->snapshot, citation, "source");
      guint number = source == NULL ? 0
                                    : care_prose_sources_add (self->flow->sources, care_record_get_id (source),
                                                              care_record_get (citation, "pinpoint"));

      if (number == 0 || g_ptr_array_find (numbers, GUINT_TO_POINTER (number), NULL))
        continue;
      if (numbers->len > 0)
        g_string_append_c (text, ',');
      append_number (text, spans, number);
      g_ptr_array_add (numbers, GUINT_TO_POINTER (number));
    }
}

/* Takes no more than half of the width, and what it takes is known before the first row. */
static void
measure (Ledger *self, CarePageStyleName style, const char *amount)
{
  double most = care_flow_element_get_width (self->element) / 2;

  self->amounts = MAX (self->amounts, MIN (most, care_flow_measure (self->flow, style, amount) + 0.1));
}

/* (transfer none): the cell that begins it. */
static CareFlowParagraph *
add_row (Ledger *self, CarePageStyleName style, const char *what, GArray *spans, CarePageStyleName amount_style, const char *amount,
         CareFlowHeads heads)
{
  double width = care_flow_element_get_width (self->element);
  double gutter = GUTTER_PT * self->flow->template->scale;
  CareFlowParagraph *cells[]
    = { care_flow_add_cell (self->flow, self->element, style, 0, width - self->amounts - gutter, what, spans),
        care_flow_add_cell (self->flow, self->element, amount_style, width - self->amounts, self->amounts, amount, NULL) };

  cells[0]->heads = heads;
  cells[1]->heads = heads == CARE_FLOW_HEADS_COLUMN ? heads : CARE_FLOW_HEADS_NOTHING;
  cells[1]->continues_row = TRUE;
  cells[1]->at_right = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i]->gap = ROW_GAP_PT;
  return cells[0];
}

static void
add_added (Ledger *self, guint index)
{
  CareRecord *figure = g_ptr_array_index (self->sheet->records, index);
  g_autofree char *amount = format (self, get_row (self, index)->value);
  g_autofree char *origin = care_ledger_sheet_say_origin (self->sheet, index);
  g_autoptr (GArray) spans = care_prose_spans_new ();
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (care_record_get_title (figure));

  append_citations (self, text, spans, figure, numbers);
  if (origin != NULL)
    g_string_append_printf (text, ", converted from %s", origin);
  add_row (self, CARE_STYLE_BOX, text->str, spans, CARE_STYLE_BOX_AMOUNT, amount, CARE_FLOW_HEADS_ROW);
}

static gboolean
has_parts (const CareLedger *ledger)
{
  return g_strcmp0 (ledger->basis.unit, "GBP") == 0 && ledger->n_parts > 0;
}

static void
add_part (Ledger *self, const CareLedgerPart *part)
{
  g_autofree char *amount = care_ledger_say_amount (self->sheet->ledger, part->sum, part->is_about);
  const char *label = part->newness == NULL ? NULL : care_vocabulary_label (&care_vocabulary_newness, part->newness);
  g_autofree char *what = label == NULL ? g_strdup ("of this, not stated whether new") : g_strdup_printf ("of this, %s", label);

  add_row (self, CARE_STYLE_BOX, what, NULL, CARE_STYLE_BOX_AMOUNT, amount, CARE_FLOW_HEADS_ROW);
}

/* (transfer full): what the figures come to, or why that cannot be kept. */
static char *
say_sum (const CareLedger *ledger)
{
  return ledger->sum == NULL ? care_ledger_say_sum (ledger) : care_ledger_say_amount (ledger, ledger->sum, ledger->is_about);
}

/* (transfer full): what is beside the sum: an absence is no nought. */
static char *
say_sum_of (const CareLedger *ledger)
{
  if (ledger->n_no_value == 0)
    return g_strdup ("Sum");
  if (ledger->n_no_value == 1)
    return g_strdup ("Sum, without one that has no value");
  return g_strdup_printf ("Sum, without %u that have no value", ledger->n_no_value);
}

/* (transfer full): the same where what it is of is not told above. */
static char *
say_sum_of_all (const CareLedger *ledger)
{
  return ledger->n_added == 1 ? g_strdup ("Sum of one figure") : g_strdup_printf ("Sum of %u figures", ledger->n_added);
}

static void
measure_all (Ledger *self)
{
  const CareLedger *ledger = self->sheet->ledger;
  g_autofree char *sum = say_sum (ledger);

  measure (self, CARE_STYLE_BOX_HEADING, "Amount");
  measure (self, CARE_STYLE_BOX_HEADING, sum);
  for (guint i = 0; i < ledger->rows->len; i++)
    {
      g_autofree char *amount = get_row (self, i)->standing == CARE_LEDGER_ADDED ? format (self, get_row (self, i)->value) : NULL;

      if (amount != NULL)
        measure (self, CARE_STYLE_BOX_AMOUNT, amount);
    }
}

static void
add_rows (Ledger *self)
{
  add_row (self, CARE_STYLE_BOX_HEADING, "Figure", NULL, CARE_STYLE_BOX_HEADING, "Amount", CARE_FLOW_HEADS_COLUMN);
  for (guint i = 0; i < self->sheet->ledger->rows->len; i++)
    if (get_row (self, i)->standing == CARE_LEDGER_ADDED)
      add_added (self, i);
}

/* Of what is not told itself, the sources follow the sum. */
static void
add_sum (Ledger *self, gboolean with_sources)
{
  const CareLedger *ledger = self->sheet->ledger;
  g_autofree char *sum = say_sum (ledger);
  g_autofree char *of = with_sources ? say_sum_of_all (ledger) : say_sum_of (ledger);
  g_autoptr (GArray) spans = care_prose_spans_new ();
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (of);

  for (guint i = 0; with_sources && i < ledger->rows->len; i++)
    if (get_row (self, i)->standing == CARE_LEDGER_ADDED)
      append_citations (self, text, spans, g_ptr_array_index (self->sheet->records, i), numbers);
  add_row (self, CARE_STYLE_BOX_HEADING, text->str, spans, CARE_STYLE_BOX_HEADING, sum, CARE_FLOW_HEADS_ROW)->is_total = TRUE;
}

/* What is added, if that is to be told, and below it the sum. */
static void
add_table (Ledger *self, gboolean with_rows)
{
  const CareLedger *ledger = self->sheet->ledger;

  measure_all (self);
  if (with_rows)
    add_rows (self);
  add_sum (self, !with_rows);
  for (guint i = 0; has_parts (ledger) && i < ledger->n_parts; i++)
    add_part (self, &ledger->parts[i]);
}

/* "Prices are converted by the GDP deflator", with where that is from. */
static void
add_deflator (Ledger *self)
{
  CareRecord *source = care_snapshot_follow (self->flow->snapshot, self->sheet->deflator, "source");
  g_autoptr (GArray) spans = care_prose_spans_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "Prices are converted by %s", care_record_get_title (self->sheet->deflator));
  if (source != NULL)
    append_number (text, spans, care_prose_sources_add (self->flow->sources, care_record_get_id (source), NULL));
  care_flow_add_text (self->flow, self->element, CARE_STYLE_BOX_NOTE, text->str, spans)->gap = ROW_GAP_PT;
}

/* "Savings (£4 billion to £6 billion). Cannot be added: differs in flow kind (saving, not spending)" */
static void
add_left_out (Ledger *self, guint index)
{
  CareRecord *figure = g_ptr_array_index (self->sheet->records, index);
  const CareLedgerFigure *shown = &self->sheet->ledger->shown[index];
  g_autoptr (CareQuantity) value = care_quantity_new (shown->form, shown->low, shown->high, shown->unit, NULL);
  g_autofree char *amount = format (self, value);
  g_autofree char *origin = care_ledger_sheet_say_origin (self->sheet, index);
  g_autofree char *standing
    = care_ledger_say_standing (self->sheet->ledger, index, care_snapshot_lookup, self->flow->snapshot);
  g_autoptr (GArray) spans = care_prose_spans_new ();
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (care_record_get_title (figure));

  append_citations (self, text, spans, figure, numbers);
  if (origin == NULL)
    g_string_append_printf (text, " (%s). %s", amount, standing);
  else
    g_string_append_printf (text, " (%s, converted from %s). %s", amount, origin, standing);
  care_flow_add_item (self->flow, self->element, CARE_STYLE_BOX, "•", BULLET_INDENT_PT, text->str, spans)->gap = 2;
}

static void
add_all_left_out (Ledger *self)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->sheet->ledger->rows->len; i++)
    {
      if (get_row (self, i)->standing == CARE_LEDGER_ADDED)
        continue;
      if (is_first)
        {
          CareFlowParagraph *heading = care_flow_add_text (self->flow, self->element, CARE_STYLE_BOX_HEADING, "Not in the sum", NULL);

          heading->gap = ROW_GAP_PT;
          heading->keep_next = TRUE;
        }
      is_first = FALSE;
      add_left_out (self, i);
    }
}

/* How many are not in the sum, where they are not told themselves. */
static void
add_count (Ledger *self)
{
  g_autofree char *words = care_page_count_left_out (self->sheet->ledger);

  if (words != NULL)
    care_flow_add_text (self->flow, self->element, CARE_STYLE_BOX, words, NULL)->gap = ROW_GAP_PT;
}

/* What all that is added has in common: "Spending, per year, cash, England". */
static void
add_basis (Ledger *self)
{
  const CareLedger *ledger = self->sheet->ledger;
  g_autofree char *basis
    = care_ledger_say_basis (ledger, &ledger->basis, care_ledger_has_one_owner (ledger), care_snapshot_lookup, self->flow->snapshot);
  g_autoptr (GString) text = g_string_new (NULL);

  if (basis[0] == '\0')
    return;
  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (basis)));
  g_string_append (text, g_utf8_next_char (basis));
  care_flow_add_text (self->flow, self->element, CARE_STYLE_MEASURE, text->str, NULL)->keep_next = TRUE;
}

/**
 * care_flow_add_ledger:
 * @self: a flow
 * @element: the element of @box
 * @box: a box of the kind "ledger" or "ledger-sum"
 *
 * Adds what the figures of its ledger come to, with the sources of each, and nothing if it
 * names none. For the sum alone it says how many figures are in it, and how many are not.
 */
void
care_flow_add_ledger (CareFlow *self, CareFlowElement *element, CareRecord *box)
{
  CareRecord *record = care_snapshot_follow (self->snapshot, box, "ledger");
  gboolean with_rows = g_strcmp0 (care_record_get (box, "kind"), "ledger") == 0;
  g_autoptr (CareLedgerSheet) sheet = NULL;
  Ledger ledger = { self, element };

  if (record == NULL)
    return;
  sheet = care_ledger_sheet_new (record, care_snapshot_lookup, list, self->snapshot);
  sheet->ledger->numbers = care_snapshot_get_numbers (self->snapshot);
  ledger.sheet = sheet;
  if (sheet->ledger->n_added > 0)
    {
      add_basis (&ledger);
      add_table (&ledger, with_rows);
      if (sheet->deflator != NULL)
        add_deflator (&ledger);
    }
  else
    {
      g_autofree char *none = care_ledger_say_sum (sheet->ledger);

      care_flow_add_text (self, element, CARE_STYLE_BOX_HEADING, none, NULL)->keep_next = TRUE;
    }
  if (with_rows)
    add_all_left_out (&ledger);
  else
    add_count (&ledger);
}
