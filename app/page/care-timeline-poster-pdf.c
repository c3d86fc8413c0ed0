/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of a poster as a PDF that can be read without being seen: of each lane, the sentences
 * of what is on it. All else that is drawn says nothing that they do not. */

#include "care-timeline-poster-private.h"

#include "care-canvas.h"
#include "care-pdf-about.h"
#include "care-pdf-drawn.h"
#include "care-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* The language that titles and sentences are in. */
#define LANGUAGE "en-GB"

typedef struct
{
  CareTimelinePoster *poster;
  CarePdfFile *file;
  CarePdfDrawn *drawn;
  double width, height;

  guint page_tree;
  guint structure;
  guint document;
  guint parents; /* the first of an object for each sheet: of what its marks are */
  guint *pages;
  GArray *elements; /* of guint: of all sheets */
} Writer;

static guint
get_n_sheets (const Writer *w)
{
  return w->poster->sheets->len;
}

static GByteArray *
draw (CareTimelinePoster *poster, double width, double height, cairo_status_t *status)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (care_canvas_append, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  for (guint sheet = 0; sheet < poster->sheets->len; sheet++)
    {
      care_timeline_poster_paint (poster, sheet, cr);
      cairo_show_page (cr);
    }
  *status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return bytes;
}

/* A lane stands for its marks, which cannot be told apart in what is drawn. */
static void
append_lane (GString *out, const Writer *w, guint lane, double y, double height)
{
  g_autofree char *words = care_timeline_poster_say_lane (w->poster, lane);

  g_string_append (out, "/S/Figure/Alt");
  care_pdf_append_text (out, words);
  g_string_append (out, "/A<</O/Layout/Placement/Block/BBox[");
  care_pdf_append_points (out, CARE_POSTER_MARGIN);
  care_pdf_append_points (out, w->height - y - height);
  care_pdf_append_points (out, w->width - CARE_POSTER_MARGIN);
  care_pdf_append_points (out, w->height - y);
  g_string_append (out, "]>>");
}

static GString *
begin_element (Writer *w, guint sheet, guint mark)
{
  guint object = care_pdf_file_reserve (w->file);
  GString *out = care_pdf_file_begin (w->file, object);

  g_array_append_val (w->elements, object);
  g_string_append (out, "<</P");
  care_pdf_append_reference (out, w->document);
  g_string_append (out, "/Pg");
  care_pdf_append_reference (out, w->pages[sheet]);
  g_string_append (out, "/K ");
  care_pdf_append_number (out, mark);
  return out;
}

static void
end_element (Writer *w, GString *out, const char *role)
{
  g_string_append_printf (out, "%s>>", role);
  care_pdf_file_end (w->file);
}

/* As care_timeline_poster_paint() marks it. */
static void
write_elements (Writer *w, guint sheet)
{
  const CareTimelineSheet *part = &g_array_index (w->poster->sheets, CareTimelineSheet, sheet);
  guint mark = 0;

  if (sheet == 0)
    {
      end_element (w, begin_element (w, sheet, mark++), "/S/H1");
      end_element (w, begin_element (w, sheet, mark++), "/S/P");
    }
  for (guint lane = part->first; lane < part->first + part->n_lanes; lane++)
    {
      double height, y = care_timeline_poster_find_lane (w->poster, sheet, lane, &height);
      GString *out = begin_element (w, sheet, mark++);

      append_lane (out, w, lane, y, height);
      end_element (w, out, "");
    }
  if (sheet == 0 && w->poster->note != NULL)
    end_element (w, begin_element (w, sheet, mark++), "/S/P");
}

/* What the sheet's marks are, which are the elements from @first on. */
static void
write_parents (Writer *w, guint sheet, guint first)
{
  GString *out = care_pdf_file_begin (w->file, w->parents + sheet);

  g_string_append_c (out, '[');
  for (guint i = first; i < w->elements->len; i++)
    care_pdf_append_reference (out, g_array_index (w->elements, guint, i));
  g_string_append_c (out, ']');
  care_pdf_file_end (w->file);
}

static gboolean
write_page (Writer *w, guint sheet, guint n_marks)
{
  g_autoptr (GByteArray) content = care_pdf_drawn_get_content (w->drawn, sheet);
  g_autoptr (GByteArray) marked = content == NULL ? NULL : care_pdf_content_mark (content->data, content->len, n_marks);
  guint resources = care_pdf_drawn_copy_resources (w->drawn, sheet, w->file);
  guint object = care_pdf_file_reserve (w->file);
  GString *out;

  if (marked == NULL || resources == 0)
    return FALSE;
  care_pdf_file_add_stream (w->file, object, "", marked->data, marked->len);
  out = care_pdf_file_begin (w->file, w->pages[sheet]);
  g_string_append (out, "<</Type/Page/Parent");
  care_pdf_append_reference (out, w->page_tree);
  g_string_append (out, "/Resources");
  care_pdf_append_reference (out, resources);
  g_string_append (out, "/Contents");
  care_pdf_append_reference (out, object);
  g_string_append (out, "/Group<</S/Transparency/I true/CS/DeviceRGB>>");
  g_string_append_printf (out, "/StructParents %u/Tabs/S>>", sheet);
  care_pdf_file_end (w->file);
  return TRUE;
}

static void
append_references (GString *out, const guint *objects, guint n)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    care_pdf_append_reference (out, objects[i]);
  g_string_append_c (out, ']');
}

/* The pages, and what is said on them, once all elements are known. */
static void
write_trees (Writer *w)
{
  GString *out = care_pdf_file_begin (w->file, w->page_tree);

  g_string_append (out, "<</Type/Pages/MediaBox[0 0");
  care_pdf_append_points (out, w->width);
  care_pdf_append_points (out, w->height);
  g_string_append_printf (out, "]/Count %u/Kids", get_n_sheets (w));
  append_references (out, w->pages, get_n_sheets (w));
  g_string_append (out, ">>");
  care_pdf_file_end (w->file);
  out = care_pdf_file_begin (w->file, w->document);
  g_string_append (out, "<</S/Document/P");
  care_pdf_append_reference (out, w->structure);
  g_string_append (out, "/K");
  append_references (out, (const guint *) (void *) w->elements->data, w->elements->len);
  g_string_append (out, ">>");
  care_pdf_file_end (w->file);
  out = care_pdf_file_begin (w->file, w->structure);
  g_string_append (out, "<</Type/StructTreeRoot/K");
  care_pdf_append_reference (out, w->document);
  g_string_append (out, "/ParentTree<</Nums[");
  for (guint sheet = 0; sheet < get_n_sheets (w); sheet++)
    {
      g_string_append_printf (out, " %u", sheet);
      care_pdf_append_reference (out, w->parents + sheet);
    }
  g_string_append_printf (out, "]>>/ParentTreeNextKey %u>>", get_n_sheets (w));
  care_pdf_file_end (w->file);
}

static void
reserve (Writer *w)
{
  w->page_tree = care_pdf_file_reserve (w->file);
  w->structure = care_pdf_file_reserve (w->file);
  w->document = care_pdf_file_reserve (w->file);
  for (guint sheet = 0; sheet < get_n_sheets (w); sheet++)
    w->pages[sheet] = care_pdf_file_reserve (w->file);
  w->parents = care_pdf_file_reserve (w->file);
  for (guint sheet = 1; sheet < get_n_sheets (w); sheet++)
    care_pdf_file_reserve (w->file);
}

static GBytes *
write (Writer *w)
{
  const CarePdfAbout about = { .title = w->poster->title, .language = LANGUAGE };

  if (care_pdf_drawn_get_n_pages (w->drawn) != get_n_sheets (w))
    return NULL;
  reserve (w);
  for (guint sheet = 0; sheet < get_n_sheets (w); sheet++)
    {
      guint first = w->elements->len;

      write_elements (w, sheet);
      write_parents (w, sheet, first);
      if (!write_page (w, sheet, w->elements->len - first))
        return NULL;
    }
  write_trees (w);
  return care_pdf_about_finish (&about, w->file, w->page_tree, w->structure, 0, NULL);
}

/**
 * care_timeline_poster_to_pdf:
 * @self: a poster
 * @error: return location for a #CarePageError
 *
 * Makes a PDF of all sheets, a page each, tagged as PDF/UA-1 asks. The same poster gives the
 * same bytes.
 *
 * Returns: (transfer full) (nullable): the contents of the file.
 */
GBytes *
care_timeline_poster_to_pdf (CareTimelinePoster *self, GError **error)
{
  cairo_status_t status;
  double width, height;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (CarePdfFile) file = care_pdf_file_new ();
  g_autoptr (CarePdfDrawn) drawn = NULL;
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *pages = g_new (guint, self->sheets->len);
  GBytes *written;

  care_paper_get_size (self->paper, &width, &height);
  bytes = draw (self, width, height, &status);
  drawn = care_pdf_drawn_new (bytes);
  written = status != CAIRO_STATUS_SUCCESS ? NULL
            : write (&(Writer){ self, file, drawn, width, height, 0, 0, 0, 0, pages, elements });
  if (written == NULL)
    g_set_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF, _ ("The PDF could not be made: %s"),
                 status != CAIRO_STATUS_SUCCESS ? cairo_status_to_string (status) : _ ("its text could not be tied to its structure"));
  return written;
}
