/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bookmarks: the titles of briefings, and below each its sections and boxes. */

#include "care-pdf.h"

/* A bookmark among all of them, the first of which stands for the whole. Others are named
 * by where they are there; 0 is none. */
typedef struct
{
  const CarePdfBookmark *bookmark;
  guint object;
  guint parent;
  guint before, next;
  guint first, last; /* below it */
  guint n;
} Outline;

static void
append_link (GString *out, const char *key, const GArray *outlines, guint i)
{
  g_string_append (out, key);
  care_pdf_append_reference (out, g_array_index (outlines, Outline, i).object);
}

static void
append_bookmark (CarePdf *self, GString *out, const GArray *outlines, const Outline *it)
{
  g_string_append (out, "/Title");
  care_pdf_append_text (out, it->bookmark->words);
  care_pdf_append_destination (self, out, it->bookmark->page, it->bookmark->y);
  append_link (out, "/Parent", outlines, it->parent);
  if (it->before > 0)
    append_link (out, "/Prev", outlines, it->before);
  if (it->next > 0)
    append_link (out, "/Next", outlines, it->next);
}

static void
write_outline (CarePdf *self, const GArray *outlines, const Outline *it)
{
  GString *out = care_pdf_file_begin (self->file, it->object);

  g_string_append (out, "<<");
  if (it->bookmark != NULL)
    append_bookmark (self, out, outlines, it);
  if (it->n > 0)
    {
      append_link (out, "/First", outlines, it->first);
      append_link (out, "/Last", outlines, it->last);
      /* Open. */
      g_string_append_printf (out, "/Count %u", it->bookmark == NULL ? outlines->len - 1 : it->n);
    }
  g_string_append (out, ">>");
  care_pdf_file_end (self->file);
}

static void
add_outline (CarePdf *self, GArray *outlines, guint parent, const CarePdfBookmark *bookmark)
{
  Outline it = { .bookmark = bookmark, .object = care_pdf_file_reserve (self->file), .parent = parent };
  Outline *above = &g_array_index (outlines, Outline, parent);

  it.before = above->last;
  if (above->n++ == 0)
    above->first = outlines->len;
  else
    g_array_index (outlines, Outline, above->last).next = outlines->len;
  above->last = outlines->len;
  g_array_append_val (outlines, it);
}

static GArray *
list_outlines (CarePdf *self)
{
  GArray *outlines = g_array_new (FALSE, FALSE, sizeof (Outline));
  Outline whole = { .object = care_pdf_file_reserve (self->file) };
  guint title = 0;

  g_array_append_val (outlines, whole);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const GArray *bookmarks = ((const CarePdfPart *) g_ptr_array_index (self->parts, i))->bookmarks;

      for (guint j = 0; j < bookmarks->len; j++)
        {
          const CarePdfBookmark *bookmark = &g_array_index (bookmarks, CarePdfBookmark, j);

          add_outline (self, outlines, bookmark->is_title ? 0 : title, bookmark);
          if (bookmark->is_title)
            title = outlines->len - 1;
        }
    }
  return outlines;
}

/**
 * care_pdf_write_bookmarks:
 * @self: a PDF to which all is added
 *
 * Writes what a reader shows beside the pages.
 *
 * Returns: the object that stands for all of them; 0 if there are none.
 */
guint
care_pdf_write_bookmarks (CarePdf *self)
{
  g_autoptr (GArray) outlines = list_outlines (self);

  for (guint i = 0; i < outlines->len; i++)
    write_outline (self, outlines, &g_array_index (outlines, Outline, i));
  return outlines->len == 1 ? 0 : g_array_index (outlines, Outline, 0).object;
}
