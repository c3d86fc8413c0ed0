/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-fixture.h"

#include <qpdf/qpdf-c.h>
#include <string.h>
#include <time.h>

static GBytes *
export_key_issue (PageFixture *fixture, GError **error)
{
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new (snapshot, 2);

  return care_pages_to_pdf (pages, error);
}

/* The same file with everything in it to be read. */
static GBytes *
expand (GBytes *pdf)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *expanded;

  g_assert_cmpint (qpdf_read_memory (qpdf, "pdf", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL), ==, QPDF_SUCCESS);
  qpdf_init_write_memory (qpdf);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
  qpdf_set_compress_streams (qpdf, QPDF_FALSE);
  qpdf_set_decode_level (qpdf, qpdf_dl_generalized);
  qpdf_set_static_ID (qpdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  expanded = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return expanded;
}

static gboolean
contains (GBytes *pdf, const char *words)
{
  g_autoptr (GBytes) bytes = expand (pdf);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (data + i, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

static void
test_file (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (600);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = export_key_issue (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_true (contains (pdf, "/Count 2"));
  /* embedded typefaces, and the characters of their glyphs */
  g_assert_true (contains (pdf, "/FontFile"));
  g_assert_true (contains (pdf, "/ToUnicode"));
  g_assert_true (contains (pdf, "20150518"));
}

static void
test_same_bytes (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (600);
  g_autoptr (GBytes) first = export_key_issue (fixture, NULL);
  g_autoptr (GBytes) second = NULL;

  for (time_t now = time (NULL); time (NULL) == now;) /* a PDF's clock counts seconds */
    g_usleep (G_TIME_SPAN_MILLISECOND);
  second = export_key_issue (fixture, NULL);
  g_assert_nonnull (first);
  g_assert_true (g_bytes_equal (first, second));
}

/* Pages that take over what was set before are those that are set anew. */
static void
test_after (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (500);
  g_autoptr (CareSnapshot) first = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) before = care_pages_new (first, 2);

  for (guint i = 0; i < 12; i++)
    {
      CareRecord *record = g_ptr_array_index (fixture->records, (guint) g_test_rand_int_range (0, (gint) fixture->records->len));
      g_autoptr (CareSnapshot) snapshot = NULL;
      g_autoptr (CarePages) after = NULL;
      g_autoptr (CarePages) anew = NULL;
      g_autoptr (GBytes) a = NULL;
      g_autoptr (GBytes) b = NULL;

      if (care_record_is (record, "section"))
        care_record_set (record, "text", i % 2 == 0 ? "Shorter. [A link](https://example.org/)\n\n1. one\n2. two" : "Other words.", NULL);
      if (i == 8)
        care_record_set (fixture->briefing, "language", "cy", NULL);
      snapshot = page_fixture_snapshot (fixture);
      after = care_pages_new_after (before, snapshot, 2);
      anew = care_pages_new (snapshot, 2);
      a = care_pages_to_pdf (after, NULL);
      b = care_pages_to_pdf (anew, NULL);
      g_assert_nonnull (a);
      g_assert_true (g_bytes_equal (a, b));
      care_pages_unref (before);
      before = g_steal_pointer (&after);
    }
}

/* The last of the dates, whichever it is. */
static void
test_date (void)
{
  static const char *const dates[][4] = {
    { "2015-05-18", NULL, NULL, "20150518" },
    { "2015-05-18", NULL, "2015-06-01", "20150601" },
    { "2015-05-18", "2015-07-03", "2015-06-01", "20150703" },
    { "2015-05-18", "2015-07-03", "2015-08-07", "20150807" },
    { NULL, NULL, NULL, "19700101" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (100);
      g_autoptr (GBytes) pdf = NULL;

      care_record_set (fixture->briefing, "published", dates[i][0], NULL);
      care_record_set (fixture->briefing, "amended", dates[i][1], NULL);
      care_record_set (fixture->briefing, "corrected", dates[i][2], NULL);
      pdf = export_key_issue (fixture, NULL);
      g_assert_true (contains (pdf, dates[i][3]));
    }
}

static void
test_overset (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (1200);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = export_key_issue (fixture, &error);

  g_assert_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET);
  g_assert_null (pdf);
}

/* A character that nobody has given a shape. */
static void
test_missing_glyph (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (300);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  page_fixture_add_child (fixture, "section", "briefing", fixture->briefing, "heading", "Odd", "text",
                          "A \xf3\xb0\x80\x80 here", NULL);
  pdf = export_key_issue (fixture, &error);
  g_assert_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "Odd"));
  g_assert_null (pdf);
}

/* Two green pixels. */
static const char png[] = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGNg"
                          "SPUAIgAEMgFbBo7aXwAAAABJRU5ErkJggg==";

/* An image that is still to be chosen is no hindrance, and nothing on the page. */
static void
test_no_image (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (600);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "image", "title", "A ward", NULL);
  pdf = export_key_issue (fixture, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

static GBytes *
export_image (const char *data, GError **error)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (300);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "image",
                                            "title", "Photograph", NULL);
  CareRecord *image
    = page_fixture_add (fixture, "image", "title", "A ward", "media_type", "image/png", "data", data,
                        "alternative", "Two beds", "credit", "Copyright: a photographer", NULL);

  page_fixture_refer (box, "image", image);
  return export_key_issue (fixture, error);
}

static void
test_image (void)
{
  static const char *const unreadable[]
    = { "", "bm90IGFuIGltYWdl", "iVBORw0KGgoAAAANSUhEUn////9/////CAIAAACbq5wx" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = export_image (png, &error);

  g_assert_no_error (error);
  g_assert_true (contains (pdf, "/Subtype /Image"));
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GError) refused = NULL;
      g_autoptr (GBytes) none = export_image (unreadable[i], &refused);

      g_assert_error (refused, CARE_PAGE_ERROR, CARE_PAGE_ERROR_PDF);
      g_assert_null (none);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/pdf/no-image", test_no_image);
  g_test_add_func ("/page/pdf/after", test_after);
  g_test_add_func ("/page/pdf/file", test_file);
  g_test_add_func ("/page/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/page/pdf/date", test_date);
  g_test_add_func ("/page/pdf/overset", test_overset);
  g_test_add_func ("/page/pdf/missing-glyph", test_missing_glyph);
  g_test_add_func ("/page/pdf/image", test_image);

  return g_test_run ();
}
