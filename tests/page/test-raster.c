/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window shows is what another program sees in the PDF. */

#include "page-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define DPI 96
#define BLOCK 8

static cairo_surface_t *
paint (const CarePages *pages, guint page, double shift)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 794, 1123);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI / 72.0, DPI / 72.0);
  cairo_translate (cr, shift, 0);
  care_pages_paint (pages, page, cr);
  cairo_destroy (cr);
  return surface;
}

/* As poppler paints the page of the PDF. */
static cairo_surface_t *
paint_elsewhere (const char *pdf, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  g_autofree char *out = g_strconcat (pdf, ".page", NULL);
  g_autofree char *png = g_strconcat (out, ".png", NULL);
  const char *argv[] = { "pdftoppm", "-png", "-singlefile", "-r", dpi, "-f", number, "-l", number, pdf, out, NULL };
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_unlink (png);
  return surface;
}

/* Of a block, so that how an edge is smoothed does not count. */
static int
get_ink (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int ink = 0;

  for (int row = y; row < y + BLOCK; row++)
    for (int column = x; column < x + BLOCK; column++)
      ink += 255 - data[row * stride + column * 4 + 1];
  return ink / (BLOCK * BLOCK);
}

/* The blocks that differ by more than smoothing makes of them. */
static int
count_different (cairo_surface_t *a, cairo_surface_t *b, int *n_inked)
{
  int different = 0;

  for (int y = 0; y + BLOCK <= 1120; y += BLOCK)
    for (int x = 0; x + BLOCK <= 792; x += BLOCK)
      {
        int ink = get_ink (a, x, y);

        *n_inked += ink > 0;
        different += abs (ink - get_ink (b, x, y)) > 18;
      }
  return different;
}

static void
compare_page (const CarePages *pages, const char *pdf, guint page)
{
  cairo_surface_t *ours = paint (pages, page, 0);
  cairo_surface_t *shifted = paint (pages, page, 4);
  cairo_surface_t *theirs = paint_elsewhere (pdf, page);
  int n_inked = 0, n_shifted = 0;
  int different = count_different (ours, theirs, &n_inked);
  int moved = count_different (shifted, theirs, &n_shifted);

  g_test_message ("page %u: %d of %d blocks differ; moved by 4 points, %d", page + 1, different, n_inked, moved);
  g_assert_cmpint (n_inked, >, 2000);
  g_assert_cmpint (different, <=, n_inked / 50);
  g_assert_cmpint (moved, >, n_inked / 10);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (shifted);
  cairo_surface_destroy (theirs);
}

static void
test_same (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (600);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new (snapshot, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = care_pages_to_pdf (pages, &error);
  g_autofree char *folder = g_dir_make_tmp ("carebrief-raster-XXXXXX", &error);
  g_autofree char *pdf = g_build_filename (folder, "pages.pdf", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (pdf, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error));
  for (guint page = 0; page < care_pages_get_n_pages (pages); page++)
    compare_page (pages, pdf, page);
  g_unlink (pdf);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/raster/same", test_same);

  return g_test_run ();
}
