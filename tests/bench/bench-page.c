/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tools/bench page measures in a running program, a command each. A line is
 * what was measured, whose it is (always "ours") and how long it took in seconds, by
 * the clock and of the processor; of memory, how many bytes. */

#include "bench-run.h"

#include "care-page-model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PREVIEW_DPI 96

static CareSnapshot *
take_snapshot (CareLibrary *library)
{
  g_autoptr (CareRecord) briefing = g_list_model_get_item (care_library_list (library, "briefing"), 0);
  GError *error = NULL;
  CareSnapshot *snapshot = care_library_snapshot (library, care_record_get_id (briefing), &error);

  bench_check (snapshot != NULL, &error);
  return snapshot;
}

static CareSnapshot *
read_briefing (const char *path)
{
  g_autoptr (CareLibrary) library = bench_open_library (path);

  return take_snapshot (library);
}

static CarePages *
make_document (CareSnapshot *snapshot)
{
  CarePages *pages = care_pages_new (snapshot, CARE_PAGES_USUAL);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = care_pages_to_pdf (pages, &error);

  bench_check (bytes != NULL, &error);
  return pages;
}

/* document LIBRARY ROUNDS: from the snapshot to the bytes of the PDF. What is made and
 * read once, such as the dictionary, is there before. */
static void
measure_document (char **argv)
{
  g_autoptr (CareSnapshot) snapshot = read_briefing (argv[0]);

  care_pages_unref (make_document (snapshot));
  for (int i = atoi (argv[1]); i > 0; i--)
    {
      BenchMoment start = bench_now ();
      g_autoptr (CarePages) pages = make_document (snapshot);

      bench_tell ("document", "ours", start);
    }
}

static CareRecord *
find_longest_section (GPtrArray *records)
{
  CareRecord *longest = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);

      if (care_record_is (record, "section")
          && (longest == NULL || strlen (care_record_get (record, "text")) > strlen (care_record_get (longest, "text"))))
        longest = record;
    }
  return longest;
}

/* Types @n letters at the end of the first paragraph. */
static void
type (CareRecord *section, int n)
{
  static const char *const typed = " This is what a person writes, letter by letter, until it is a line more.";
  const char *text = care_record_get (section, "text");
  int end = (int) strcspn (text, "\n");
  g_autofree char *more = g_strdup_printf ("%.*s%.*s%s", end, text, n % (int) strlen (typed) + 1, typed, text + end);
  GError *error = NULL;

  bench_check (care_record_set (section, "text", more, &error), &error);
}

/* (transfer full): the briefing in another template, with letters typed in it. */
static CareSnapshot *
edit (CareSnapshot *snapshot, const char *template, int letters)
{
  g_autoptr (GPtrArray) all = care_snapshot_get_records (snapshot);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  CareRecord *briefing = NULL;
  GError *error = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      g_ptr_array_add (records, care_record_copy (g_ptr_array_index (all, i)));
      if (g_ptr_array_index (all, i) == care_snapshot_get_briefing (snapshot))
        briefing = g_ptr_array_index (records, i);
    }
  bench_check (care_record_set (briefing, "template", template, &error), &error);
  type (find_longest_section (records), letters);
  return care_snapshot_new (briefing, records);
}

static CarePages *
make_anew (CareSnapshot *snapshot)
{
  BenchMoment start = bench_now ();
  CarePages *pages = care_pages_new (snapshot, CARE_PAGES_USUAL);

  bench_tell ("layout", "ours", start);
  return pages;
}

static CarePages *
make_after (CarePages *before, CareSnapshot *snapshot)
{
  BenchMoment start = bench_now ();
  CarePages *pages = care_pages_new_after (before, snapshot, CARE_PAGES_USUAL);

  bench_tell ("relayout", "ours", start);
  return pages;
}

static const CareFlowParagraph *
find_longest_paragraph (const CarePages *pages, const CareFlowElement **owner)
{
  const CareFlowParagraph *longest = NULL;

  for (guint i = 0; i < pages->flow->elements->len; i++)
    {
      const CareFlowElement *element = g_ptr_array_index (pages->flow->elements, i);

      for (guint j = 0; element->place == CARE_FLOW_COLUMNS && j < element->paragraphs->len; j++)
        {
          const CareFlowParagraph *paragraph = g_ptr_array_index (element->paragraphs, j);

          if (paragraph->text == NULL || (longest != NULL && strlen (paragraph->text->text) <= strlen (longest->text->text)))
            continue;
          longest = paragraph;
          *owner = element;
        }
    }
  return longest;
}

/* Of all that a letter makes anew, this is the most. */
static void
set_paragraph (const CarePages *pages)
{
  const CareFlowElement *element = NULL;
  const CareFlowParagraph *paragraph = find_longest_paragraph (pages, &element);
  double width = care_flow_element_get_width (element) - paragraph->indent;
  BenchMoment start = bench_now ();

  care_text_unref (care_text_new (pages->flow->context, paragraph->style, paragraph->text->text, paragraph->text->spans,
                                  &(CareTextMeasure){ width }));
  bench_tell ("paragraph", "ours", start);
}

/* edit LIBRARY TEMPLATE ROUNDS: a letter each, laid out anew and after what was there
 * before it. */
static void
measure_editing (char **argv)
{
  g_autoptr (CareSnapshot) first = read_briefing (argv[0]);
  g_autoptr (CarePages) pages = care_pages_new (first, CARE_PAGES_USUAL);

  for (int i = 0; i <= atoi (argv[2]); i++)
    {
      g_autoptr (CareSnapshot) snapshot = edit (first, argv[1], i);
      g_autoptr (CarePages) before = g_steal_pointer (&pages);

      if (i == 0)
        {
          pages = care_pages_new (snapshot, CARE_PAGES_USUAL);
          continue;
        }
      care_pages_unref (make_anew (snapshot));
      pages = make_after (before, snapshot);
      set_paragraph (pages);
    }
}

static void
paint (const CarePages *pages, guint page)
{
  const double scale = PREVIEW_DPI / 72.0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (CARE_PAGE_WIDTH_PT * scale),
                                                         (int) (CARE_PAGE_HEIGHT_PT * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  care_pages_paint (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* paint LIBRARY ROUNDS: each page as the window shows it, not for the first time. */
static void
measure_painting (char **argv)
{
  g_autoptr (CareSnapshot) snapshot = read_briefing (argv[0]);
  g_autoptr (CarePages) pages = care_pages_new (snapshot, CARE_PAGES_USUAL);

  for (int i = atoi (argv[1]); i >= 0; i--)
    for (guint page = 0; page < care_pages_get_n_pages (pages); page++)
      {
        g_autofree char *what = g_strdup_printf ("page %u", page + 1);
        BenchMoment start = bench_now ();

        paint (pages, page);
        if (i < atoi (argv[1]))
          bench_tell (what, "ours", start);
      }
}

/* memory LIBRARY N: by how much it grows with each further document that is made and
 * given up, and with each whose pages are kept. */
static void
measure_memory (char **argv)
{
  g_autoptr (CareSnapshot) snapshot = read_briefing (argv[0]);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) care_pages_unref);
  int n = atoi (argv[1]);
  gsize first, second;

  care_pages_unref (make_document (snapshot));
  first = bench_measure_resident ();
  for (int i = 0; i < n; i++)
    care_pages_unref (make_document (snapshot));
  second = bench_measure_resident ();
  for (int i = 0; i < n; i++)
    g_ptr_array_add (kept, make_document (snapshot));
  printf ("given up\tours\t%.1f\t0\n", ((double) second - (double) first) / n);
  printf ("kept\tours\t%.1f\t0\n", ((double) bench_measure_resident () - (double) second) / n);
}

static const BenchCommand commands[] = {
  { "document", 2, measure_document },
  { "edit", 3, measure_editing },
  { "paint", 2, measure_painting },
  { "memory", 2, measure_memory },
};

int
main (int argc, char **argv)
{
  return bench_run (commands, G_N_ELEMENTS (commands), argc, argv);
}
