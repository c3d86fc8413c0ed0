/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edition-contents.h"

#include "care-exchange-error.h"
#include "care-library-json.h"

#include <gio/gio.h>
#include <string.h>

#define SAMPLE_BRIEFING 27001
#define HEAD "{\"format\":\"carebrief-library\",\"version\":1,\"records\":"
#define BRIEFING "{\"id\":\"1\",\"title\":\"Integration\",\"status\":\"draft\"}"

static GPtrArray *
read_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *records;
  char *text;
  gsize length;

  g_file_get_contents (g_getenv ("CAREBRIEF_SAMPLE"), &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  records = care_library_json_read (bytes, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static CareRecord *
find (GPtrArray *records, const char *kind, CareId id)
{
  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), kind)
        && care_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  g_assert_not_reached ();
}

static CareSnapshot *
make_sample (void)
{
  g_autoptr (GPtrArray) records = read_sample ();

  return care_snapshot_new (find (records, "briefing", SAMPLE_BRIEFING), records);
}

static GBytes *
write_contents (CareSnapshot *snapshot)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = care_edition_contents_write (snapshot, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
dump (CareSnapshot *snapshot)
{
  g_autoptr (GPtrArray) records = care_snapshot_get_records (snapshot);

  return care_library_json_write (records);
}

static GBytes *
compress (gconstpointer data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
assert_refused (GBytes *bytes, CareId briefing, CareExchangeError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (care_edition_contents_read (bytes, briefing, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, (int) code);
}

static void
test_back (void)
{
  g_autoptr (CareSnapshot) snapshot = make_sample ();
  g_autoptr (GBytes) bytes = write_contents (snapshot);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSnapshot) read = care_edition_contents_read (bytes, SAMPLE_BRIEFING, &error);
  g_autoptr (GBytes) before = dump (snapshot);
  g_autoptr (GBytes) after = NULL;

  g_assert_no_error (error);
  after = dump (read);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (care_record_get_id (care_snapshot_get_briefing (read)), ==, SAMPLE_BRIEFING);
  /* Text shrinks well: an edition is no great burden on a library. */
  g_assert_cmpuint (g_bytes_get_size (bytes) * 3, <, g_bytes_get_size (before));
}

/* With no time in it, that of the header being in bytes 4 to 7. */
static void
test_same_bytes (void)
{
  static const guint8 no_time[4] = { 0 };
  g_autoptr (CareSnapshot) snapshot = make_sample ();
  g_autoptr (CareSnapshot) another = make_sample ();
  g_autoptr (GBytes) first = write_contents (snapshot);
  g_autoptr (GBytes) second = write_contents (another);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpmem ((const guint8 *) g_bytes_get_data (first, NULL) + 4, 4, no_time, sizeof no_time);
}

/* The contents of an edition of the sample as they were first written. */
static void
test_first_ever (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "edition-contents.gz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CareSnapshot) snapshot = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, length);
  snapshot = care_edition_contents_read (bytes, SAMPLE_BRIEFING, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get (care_snapshot_find (snapshot, "figure", 17016), "value"), ==, "38e8 GBP");
}

static void
test_open (void)
{
  g_autoptr (CareSnapshot) snapshot = make_sample ();
  g_autoptr (GBytes) bytes = write_contents (snapshot);
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (CareRecord) edition = care_record_new (care_kind_find ("edition"), 1);
  g_autoptr (CareSnapshot) read = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) error = NULL;

  care_record_set (edition, "briefing", "27001", NULL);
  g_assert_null (care_edition_contents_open (edition, &none));
  g_assert_error (none, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_DAMAGED);
  care_record_set (edition, "contents", base64, &error);
  g_assert_no_error (error);
  read = care_edition_contents_open (edition, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_record_get_title (care_snapshot_get_briefing (read)), ==,
                   "Integrating health and social care");
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *json;
    CareExchangeError code;
  } cases[] = {
    { "", CARE_EXCHANGE_ERROR_DAMAGED },
    { "%PDF-1.5", CARE_EXCHANGE_ERROR_DAMAGED },
    { HEAD "{\"briefing\":[" BRIEFING, CARE_EXCHANGE_ERROR_DAMAGED },
    { HEAD "{\"briefing\":[{\"id\":\"1\"}]}}", CARE_EXCHANGE_ERROR_DAMAGED },
    /* not the briefing, or not the right one */
    { HEAD "{}}", CARE_EXCHANGE_ERROR_DAMAGED },
    { HEAD "{\"briefing\":[{\"id\":\"2\",\"title\":\"Integration\",\"status\":\"draft\"}]}}",
      CARE_EXCHANGE_ERROR_DAMAGED },
    { HEAD "{\"theme\":[{\"id\":\"1\",\"name\":\"Integration\"}]}}", CARE_EXCHANGE_ERROR_DAMAGED },
    /* a record that it names is missing */
    { HEAD "{\"briefing\":[" BRIEFING "],\"section\":[{\"id\":\"3\",\"briefing\":\"4\",\"heading\":\"A\"}]}}",
      CARE_EXCHANGE_ERROR_DAMAGED },
    { "{\"format\":\"carebrief-library\",\"version\":2}", CARE_EXCHANGE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = compress (cases[i].json, strlen (cases[i].json));

      assert_refused (bytes, 1, cases[i].code);
    }
}

/* What is not gzip, breaks off anywhere, or goes on after its end. */
static void
test_not_whole (void)
{
  g_autoptr (CareSnapshot) snapshot = make_sample ();
  g_autoptr (GBytes) bytes = write_contents (snapshot);
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GBytes) more = NULL;
  g_autoptr (GBytes) plain = g_bytes_new_static (HEAD "{\"briefing\":[" BRIEFING "]}}", 80);

  assert_refused (plain, 1, CARE_EXCHANGE_ERROR_DAMAGED);
  for (gsize cut = 0; cut < length; cut += MAX (1, length / 200))
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut);

      assert_refused (part, SAMPLE_BRIEFING, CARE_EXCHANGE_ERROR_DAMAGED);
    }
  g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), (guint) length);
  g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), (guint) length);
  more = g_byte_array_free_to_bytes (g_steal_pointer (&longer));
  assert_refused (more, SAMPLE_BRIEFING, CARE_EXCHANGE_ERROR_DAMAGED);
}

/* Any byte that is not what it was is seen, by gzip's own sum if by nothing else;
 * only what says how and when it was packed may be anything. */
static void
test_flipped (void)
{
  g_autoptr (CareSnapshot) snapshot = make_sample ();
  g_autoptr (GBytes) bytes = write_contents (snapshot);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GByteArray) flipped = g_byte_array_new ();
      g_autoptr (GBytes) wrong = NULL;
      g_autoptr (CareSnapshot) read = NULL;
      gsize at;

      g_byte_array_append (flipped, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
      at = (gsize) g_test_rand_int_range (10, (gint32) flipped->len);
      flipped->data[at] ^= (guint8) g_test_rand_int_range (1, 256);
      wrong = g_byte_array_free_to_bytes (g_steal_pointer (&flipped));
      assert_refused (wrong, SAMPLE_BRIEFING, CARE_EXCHANGE_ERROR_DAMAGED);
    }
}

/* A few kilobytes that would become gigabytes. */
static void
test_bomb (void)
{
  gsize size = (gsize) CARE_LIBRARY_JSON_MAX_BYTES + 1;
  g_autofree char *spaces = g_malloc (size);
  g_autoptr (GBytes) bomb = NULL;

  memset (spaces, ' ', size);
  bomb = compress (spaces, size);
  g_assert_cmpuint (g_bytes_get_size (bomb), <, 100 * 1024);
  assert_refused (bomb, 1, CARE_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_large (void)
{
  gsize size = (gsize) CARE_EDITION_CONTENTS_MAX_BYTES + 1;
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (size), size);

  assert_refused (large, 1, CARE_EXCHANGE_ERROR_TOO_LARGE);
}

static CareRecord *
make_image (CareId id, gsize n_bytes)
{
  CareRecord *image = care_record_new (care_kind_find ("image"), id);
  g_autofree guint32 *noise = g_malloc (n_bytes);
  g_autofree char *base64 = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n_bytes / sizeof *noise; i++)
    noise[i] = (guint32) g_test_rand_int ();
  base64 = g_base64_encode ((const guchar *) noise, n_bytes);
  care_record_set (image, "title", "Photo", &error);
  care_record_set (image, "media_type", "image/png", &error);
  care_record_set (image, "alternative", "A photo", &error);
  care_record_set (image, "credit", "Someone", &error);
  care_record_set (image, "data", base64, &error);
  g_assert_no_error (error);
  return image;
}

/* What cannot be kept whole is not kept; the largest that can is read again. */
static void
test_too_much (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CareSnapshot) fits = NULL;
  g_autoptr (CareSnapshot) does_not = NULL;
  g_autoptr (CareSnapshot) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  CareRecord *briefing = care_record_new (care_kind_find ("briefing"), 1);

  g_ptr_array_add (records, briefing);
  care_record_set (briefing, "title", "Integration", NULL);
  care_record_set (briefing, "status", "draft", NULL);
  g_ptr_array_add (records, make_image (2, 10 * 1024 * 1024));
  fits = care_snapshot_new (briefing, records);
  bytes = write_contents (fits);
  read = care_edition_contents_read (bytes, 1, &none);
  g_assert_no_error (none);

  g_ptr_array_add (records, make_image (3, 4 * 1024 * 1024));
  does_not = care_snapshot_new (briefing, records);
  g_assert_null (care_edition_contents_write (does_not, &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/edition-contents/back", test_back);
  g_test_add_func ("/exchange/edition-contents/same-bytes", test_same_bytes);
  g_test_add_func ("/exchange/edition-contents/first-ever", test_first_ever);
  g_test_add_func ("/exchange/edition-contents/open", test_open);
  g_test_add_func ("/exchange/edition-contents/wrong", test_wrong);
  g_test_add_func ("/exchange/edition-contents/not-whole", test_not_whole);
  g_test_add_func ("/exchange/edition-contents/flipped", test_flipped);
  g_test_add_func ("/exchange/edition-contents/bomb", test_bomb);
  g_test_add_func ("/exchange/edition-contents/large", test_large);
  g_test_add_func ("/exchange/edition-contents/too-much", test_too_much);

  return g_test_run ();
}
