/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree as objects of a PDF, and the way back from content to it. */

#include "care-pdf.h"

static const char *
get_numbering (const CarePdfAddition *a, const CarePageNode *list)
{
  const char *label = care_page_tree_get_label (a->tree, list);

  if (label == NULL)
    return "None";
  return g_ascii_isdigit (*label) ? "Decimal" : "Disc";
}

static const char *
get_alternative (const CarePageNode *node)
{
  const char *words = node->paragraph->words;

  return words != NULL && *words != '\0' ? words : "Picture";
}

static void
append_language (GString *out, const char *language)
{
  g_string_append (out, "/Lang");
  care_pdf_append_text (out, language == NULL ? "en-GB" : language);
}

static void
append_figure (GString *out, const CarePageNode *node)
{
  g_string_append (out, "/Alt");
  care_pdf_append_text (out, get_alternative (node));
  g_string_append (out, "/A<</O/Layout/Placement/Block");
  if (node->spots->len > 0)
    {
      g_string_append (out, "/BBox");
      care_pdf_append_rectangle (out, &g_array_index (node->spots, CarePageSpot, 0));
    }
  g_string_append (out, ">>");
}

/* What an element is, beside what it is called. */
static void
append_attributes (const CarePdfAddition *a, GString *out, const CarePageNode *node)
{
  CareRecord *briefing = care_snapshot_get_briefing (a->pages->flow->snapshot);

  switch (node->role)
    {
    case CARE_ROLE_LIST:
      g_string_append_printf (out, "/A<</O/List/ListNumbering/%s>>", get_numbering (a, node));
      break;
    case CARE_ROLE_HEADER_CELL:
      g_string_append_printf (out, "/A<</O/Table/Scope/%s>>",
                              node->paragraph->heads == CARE_FLOW_HEADS_ROW ? "Row" : "Column");
      break;
    case CARE_ROLE_PART:
      append_language (out, care_record_get (briefing, "language"));
      break;
    case CARE_ROLE_LANGUAGE:
      append_language (out, node->span->target);
      break;
    case CARE_ROLE_FIGURE:
      append_figure (out, node);
      break;
    case CARE_ROLE_DOCUMENT:
    case CARE_ROLE_SECTION:
    case CARE_ROLE_HEADING_1:
    case CARE_ROLE_HEADING_2:
    case CARE_ROLE_HEADING_3:
    case CARE_ROLE_PARAGRAPH:
    case CARE_ROLE_ITEM:
    case CARE_ROLE_LABEL:
    case CARE_ROLE_BODY:
    case CARE_ROLE_QUOTE:
    case CARE_ROLE_TABLE:
    case CARE_ROLE_ROW:
    case CARE_ROLE_CELL:
    case CARE_ROLE_LINK:
    default:
      break;
    }
}

static void
append_content (const CarePdfAddition *a, GString *out, const CarePageKid *kid, guint page)
{
  if (kid->page == page)
    {
      g_string_append_c (out, ' ');
      care_pdf_append_number (out, kid->mark);
      return;
    }
  g_string_append (out, "<</Type/MCR/Pg");
  care_pdf_append_reference (out, care_pdf_get_sheet (a->pdf, kid->page)->object);
  g_string_append (out, "/MCID ");
  care_pdf_append_number (out, kid->mark);
  g_string_append (out, ">>");
}

static void
append_kids (const CarePdfAddition *a, GString *out, const CarePageNode *node)
{
  for (guint i = 0; i < node->kids->len; i++)
    {
      const CarePageKid *kid = &g_array_index (node->kids, CarePageKid, i);

      if (kid->node >= 0)
        care_pdf_append_reference (out, a->objects[kid->node]);
      else
        append_content (a, out, kid, node->page);
    }
}

static void
write_element (CarePdfAddition *a, guint i)
{
  const CarePageNode *node = care_page_tree_get (a->tree, (int) i);
  guint above = a->pdf->has_parts ? a->pdf->document : a->pdf->structure;
  guint links = node->role == CARE_ROLE_LINK ? care_pdf_write_links (a, node, a->objects[i]) : 0;
  GString *out = care_pdf_file_begin (a->pdf->file, a->objects[i]);

  g_string_append (out, "<</S/");
  g_string_append (out, care_page_role_get_name (node->role));
  g_string_append (out, "/P");
  care_pdf_append_reference (out, node->parent < 0 ? above : a->objects[node->parent]);
  append_attributes (a, out, node);
  if (node->is_painted)
    {
      g_string_append (out, "/Pg");
      care_pdf_append_reference (out, care_pdf_get_sheet (a->pdf, node->page)->object);
    }
  g_string_append (out, "/K[");
  append_kids (a, out, node);
  if (node->role == CARE_ROLE_LINK)
    care_pdf_append_links (a, node, links, out);
  g_string_append (out, "]>>");
  care_pdf_file_end (a->pdf->file);
}

/* From the contents of a page to their elements. */
static void
write_parents (const CarePdfAddition *a, guint page)
{
  const GArray *parents = g_ptr_array_index (a->parents, page);
  const CarePdfSheet *sheet = care_pdf_get_sheet (a->pdf, a->pages->first + page);
  GString *out = care_pdf_file_begin (a->pdf->file, g_array_index (a->pdf->parents, guint, sheet->key));

  g_string_append_c (out, '[');
  for (guint i = 0; i < parents->len; i++)
    care_pdf_append_reference (out, a->objects[g_array_index (parents, int, i)]);
  g_string_append_c (out, ']');
  care_pdf_file_end (a->pdf->file);
}

/**
 * care_pdf_add_structure:
 * @a: a briefing that is drawn
 *
 * Writes its tree, with its links.
 *
 * Returns: (transfer full): by node, the object of its element.
 */
guint *
care_pdf_add_structure (CarePdfAddition *a)
{
  a->objects = g_new (guint, a->tree->nodes->len);
  for (guint i = 0; i < a->tree->nodes->len; i++)
    a->objects[i] = care_pdf_file_reserve (a->pdf->file);
  for (guint i = 0; i < a->tree->nodes->len; i++)
    write_element (a, i);
  for (guint page = 0; page < a->parents->len; page++)
    write_parents (a, page);
  return a->objects;
}

/* The element that the briefings are parts of. */
static void
write_whole (CarePdf *self)
{
  GString *out = care_pdf_file_begin (self->file, self->document);

  g_string_append (out, "<</S/Document/P");
  care_pdf_append_reference (out, self->structure);
  g_string_append (out, "/K[");
  for (guint i = 0; i < self->parts->len; i++)
    care_pdf_append_reference (out, ((const CarePdfPart *) g_ptr_array_index (self->parts, i))->element);
  g_string_append (out, "]>>");
  care_pdf_file_end (self->file);
}

/**
 * care_pdf_write_structure:
 * @self: a PDF to which all is added
 *
 * Writes what all elements are found by.
 */
void
care_pdf_write_structure (CarePdf *self)
{
  const CarePdfPart *first = g_ptr_array_index (self->parts, 0);
  guint tree = care_pdf_file_reserve (self->file);
  GString *out;

  if (self->has_parts)
    write_whole (self);
  out = care_pdf_file_begin (self->file, self->structure);
  g_string_append (out, "<</Type/StructTreeRoot/K");
  care_pdf_append_reference (out, self->has_parts ? self->document : first->element);
  g_string_append (out, "/ParentTree");
  care_pdf_append_reference (out, tree);
  g_string_append_printf (out, "/ParentTreeNextKey %u>>", self->parents->len);
  care_pdf_file_end (self->file);

  out = care_pdf_file_begin (self->file, tree);
  g_string_append (out, "<</Nums[");
  for (guint key = 0; key < self->parents->len; key++)
    {
      g_string_append_c (out, ' ');
      care_pdf_append_number (out, key);
      care_pdf_append_reference (out, g_array_index (self->parents, guint, key));
    }
  g_string_append (out, "]>>");
  care_pdf_file_end (self->file);
}
