/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages that are kept with an edition, and that nothing else is given out as them. */

#include "page-fixture.h"

#include "care-edition-pages.h"
#include "care-page-template.h"
#include "care-pdf-file.h"
#include "care-pdf-passive.h"

#include <string.h>
#include <time.h>
#include <zlib.h>

static GBytes *
make_pdf (const char *template_name)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (600);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new_as (snapshot, template_name, 0);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = care_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return pdf;
}

static CareRecord *
make_edition (GBytes *pdf)
{
  CareRecord *edition = care_record_new (care_kind_find ("edition"), 9);
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

  g_assert_true (care_record_set (edition, "pdf", base64, NULL));
  return edition;
}

static void
test_kept (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (600);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (GBytes) pdf = care_edition_pages_write (snapshot);
  g_autoptr (CareRecord) edition = make_edition (pdf);
  g_autoptr (CareRecord) before = care_record_new (care_kind_find ("edition"), 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) opened = care_edition_pages_open (edition, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, opened));
  g_assert_true (care_edition_pages_has (edition));
  g_assert_false (care_edition_pages_has (before));
}

/* What does not fit its pages has none. */
static void
test_overset (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new_key_issue (6000);
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);

  g_assert_null (care_edition_pages_write (snapshot));
}

static void
test_ours (void)
{
  guint n_templates;
  const CarePageTemplate *templates = care_page_template_list (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    {
      g_autoptr (GBytes) pdf = make_pdf (templates[i].name);

      g_assert_true (care_pdf_is_passive (pdf));
    }
}

/* Pages that were kept by an earlier CareBrief are given out by each later one. */
static void
test_kept_before (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "edition-pages-1.pdf", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  pdf = g_bytes_new_static (data, length);
  g_assert_true (care_pdf_is_passive (pdf));
}

/* A file as CareBrief writes it, with one more object. */
static GBytes *
make_file (const char *object)
{
  static const char *const objects[] = { "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                         "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[4 0 R]>>" };
  CarePdfFile *file = care_pdf_file_new ();
  GBytes *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (objects) + 1; i++)
    {
      GString *out = care_pdf_file_begin (file, care_pdf_file_reserve (file));

      g_string_append (out, i < G_N_ELEMENTS (objects) ? objects[i] : object);
      care_pdf_file_end (file);
    }
  bytes = care_pdf_file_finish (file, 1, 4);
  care_pdf_file_free (file);
  return bytes;
}

static void
test_acting (void)
{
  static const struct
  {
    const char *object;
    gboolean passive;
  } cases[] = {
    { "<</A(word /JavaScript)>>", TRUE },
    { "<</Type/Annot/Subtype/Link/F 4/A<</S/URI/URI(https://www.parliament.uk)>>>>", TRUE },
    { "<</A<</S/URI/URI(mailto:a@parliament.example)>>>>", TRUE },
    { "<</A<</S/URI/URI(javascript:alert)>>>>", FALSE },
    { "<</A<</S/URI/URI(\\152avascript:alert)>>>>", FALSE },
    { "<</A<</S/URI/URI<6a6176617363726970743a>>>>>", FALSE },
    { "<</A<</S/URI/URI(file:///etc/passwd)>>>>", FALSE },
    { "<</URI<</Base(https://www.parliament.uk)>>>>", FALSE },
    { "<</OpenAction<</S/GoTo/D[0]>>>>", FALSE },
    { "<</AA<</WC<</S/JavaScript>>>>>>", FALSE },
    { "<</Names<</JavaScript<</Names[]>>>>>>", FALSE },
    { "<</Names<</EmbeddedFiles<</Names[]>>>>>>", FALSE },
    { "<</AcroForm<</Fields[]>>>>", FALSE },
    { "<</A<</S/#4caunch>>>>", FALSE },
    { "<</#41A<</WC 1>>>>", FALSE },
    { "<</A<</S/Launch>>>>", FALSE },
    { "<</A<</S/GoToR/D[0]>>>>", FALSE },
    { "<</A<</S/Named/N/Print>>>>", FALSE },
    { "<</Type/Annot/F(a.pdf)>>", FALSE },
    { "<</Subtype/FileAttachment>>", FALSE },
    { "<</Subtype/PS>>", FALSE },
    { "[[<</S/SubmitForm>>]]", FALSE },
    { "<</A 1 %\n/B 2>>", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = make_file (cases[i].object);

      g_test_message ("%s", cases[i].object);
      g_assert_true (care_pdf_is_passive (pdf) == cases[i].passive);
    }
}

/* With @more put in at @at, and @less bytes taken out there. */
static GBytes *
change (GBytes *pdf, gsize at, gsize less, const char *more)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (pdf, &length);
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, data, (guint) at);
  g_byte_array_append (bytes, (const guint8 *) more, (guint) strlen (more));
  g_byte_array_append (bytes, data + at + less, (guint) (length - at - less));
  return g_byte_array_free_to_bytes (bytes);
}

static gsize
find (GBytes *pdf, const char *words)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (data + i, words, strlen (words)) == 0)
      return i;
  g_assert_not_reached ();
}

/* Nothing before, behind or between what CareBrief writes, and no other form of it: a
 * reader might begin there. */
static void
test_other_form (void)
{
  g_autoptr (GBytes) pdf = make_file ("<</A(word)>>");
  gsize length = g_bytes_get_size (pdf);
  const struct
  {
    gsize at;
    gsize less;
    const char *more;
  } cases[] = {
    { 0, 0, "%PDF-A\n" },
    { 0, 0, "MZ<script>" },
    { 5, 3, "1.4" },
    { length, 0, "<script>" },
    { length, 0, "startxref\n15\n%%EOF\n" },
    { find (pdf, "startxref"), 0, "\n" },
    { find (pdf, "endobj\n"), 0, " " },
    { find (pdf, "endobj\n") + 7, 0, "\n" },
    { find (pdf, "/ObjStm"), 7, "/Metada" },
    { find (pdf, "/FlateDecode"), 12, "/LZWDecode  " },
    { find (pdf, "/W[1 4 1]"), 0, "/Prev 15" },
    { find (pdf, "/N "), 0, "/N 0" },
  };

  g_assert_true (care_pdf_is_passive (pdf));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) other = change (pdf, cases[i].at, cases[i].less, cases[i].more);

      g_test_message ("“%s” at %" G_GSIZE_FORMAT, cases[i].more, cases[i].at);
      g_assert_false (care_pdf_is_passive (other));
    }
}

static void
append_stream (GByteArray *file, guint object, const char *entries, const void *data, gsize length)
{
  uLongf n = compressBound (length);
  g_autofree guint8 *compressed = g_malloc (n);
  g_autofree char *head = NULL;

  g_assert_cmpint (compress (compressed, &n, data, length), ==, Z_OK);
  head = g_strdup_printf ("%u 0 obj\n<<%s/Filter/FlateDecode/Length %lu>>\nstream\n", object, entries, n);
  g_byte_array_append (file, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (file, compressed, (guint) n);
  g_byte_array_append (file, (const guint8 *) "\nendstream\nendobj\n", 18);
}

/* A file of one bundle, object 1, in which object 2 is said to begin at @start, and of a
 * table, object 3, which says that it is number @index in there. */
static GBytes *
build (const char *object, guint start, guint index)
{
  static const char begin[] = "%PDF-1.7\n%\xbf\xf7\xa2\xfe\n";
  GByteArray *file = g_byte_array_new ();
  g_autofree char *numbers = g_strdup_printf ("2 %u ", start);
  g_autofree char *bundle = g_strconcat (numbers, object, NULL);
  g_autofree char *entries = g_strdup_printf ("/Type/ObjStm/N 1/First %zu", strlen (numbers));
  guint8 table[4][7] = { { 2 }, { 2, 1 }, { 2, 1 }, { 2, 0xff } };
  g_autofree char *end = NULL;
  guint at;

  g_byte_array_append (file, (const guint8 *) begin, (guint) strlen (begin));
  table[1][5] = (guint8) file->len;
  append_stream (file, 1, entries, bundle, strlen (bundle));
  at = file->len;
  /* Each entry less that above it. */
  table[2][5] = (guint8) (1 - table[1][5]);
  table[2][6] = (guint8) index;
  table[3][4] = (guint8) (at >> 8);
  table[3][5] = (guint8) (at - 1);
  table[3][6] = (guint8) -index;
  append_stream (file, 3, "/Type/XRef/Size 4/W[1 4 1]/DecodeParms<</Columns 6/Predictor 12>>/Root 2 0 R/Info 2 0 R/ID[<00><00>]",
                 table, sizeof table);
  end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", at);
  g_byte_array_append (file, (const guint8 *) end, (guint) strlen (end));
  return g_byte_array_free_to_bytes (file);
}

/* The table, and the beginning of a bundle, say where an object begins: not within a
 * string, in which a reader would find another. */
static void
test_table (void)
{
  static const char hiding[] = "<</A(<</S/JavaScript/JS(1)>>)>>";
  g_autoptr (GBytes) plain = build ("<</A(word)>>", 0, 0);
  g_autoptr (GBytes) true_start = build (hiding, 0, 0);
  g_autoptr (GBytes) false_start = build (hiding, 5, 0);
  g_autoptr (GBytes) false_index = build ("<</A(word)>>", 0, 1);

  g_assert_true (care_pdf_is_passive (plain));
  g_assert_true (care_pdf_is_passive (true_start));
  g_assert_false (care_pdf_is_passive (false_start));
  g_assert_false (care_pdf_is_passive (false_index));
}

/* Every byte of it, changed: it is refused, or still harmless; and nothing breaks. */
static void
test_every_byte (void)
{
  g_autoptr (GBytes) pdf = make_file ("<</A(word)>>");
  gsize length;
  const guint8 *data = g_bytes_get_data (pdf, &length);
  guint n_passed = 0;

  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *changed = g_memdup2 (data, length);
        g_autoptr (GBytes) other = NULL;

        changed[i] ^= (guint8) (1u << bit);
        other = g_bytes_new_static (changed, length);
        n_passed += care_pdf_is_passive (other);
      }
  /* What passes is within its identity and the numbers of its root and of who made it. */
  g_assert_cmpuint (n_passed, >, 0);
  g_assert_cmpuint (n_passed, <, 8 * 80);
}

/* A few bytes that come to very many are not uncompressed to their end. */
static void
test_bomb (void)
{
  CarePdfFile *file = care_pdf_file_new ();
  gsize length = 200 * 1024 * 1024;
  g_autofree guint8 *zeros = g_malloc0 (length);
  g_autoptr (GBytes) pdf = NULL;
  clock_t start;

  care_pdf_file_add_stream (file, care_pdf_file_reserve (file), "/Type/ObjStm/N 0/First 0", zeros, length);
  pdf = care_pdf_file_finish (file, 1, 1);
  care_pdf_file_free (file);
  start = clock ();
  g_assert_false (care_pdf_is_passive (pdf));
  g_assert_cmpint (clock () - start, <, 2 * CLOCKS_PER_SEC);
}

static void
test_not_pdf (void)
{
  g_autoptr (GBytes) pdf = make_pdf (NULL);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) / 2);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("%PDF-1.7\n<script>", 17);
  g_autoptr (CareRecord) edition = make_edition (text);
  g_autoptr (GError) error = NULL;

  g_assert_false (care_pdf_is_passive (half));
  g_assert_false (care_pdf_is_passive (empty));
  g_assert_false (care_pdf_is_passive (text));
  g_assert_null (care_edition_pages_open (edition, &error));
  g_assert_error (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/edition/kept", test_kept);
  g_test_add_func ("/page/edition/overset", test_overset);
  g_test_add_func ("/page/edition/ours", test_ours);
  g_test_add_func ("/page/edition/kept-before", test_kept_before);
  g_test_add_func ("/page/edition/acting", test_acting);
  g_test_add_func ("/page/edition/other-form", test_other_form);
  g_test_add_func ("/page/edition/table", test_table);
  g_test_add_func ("/page/edition/every-byte", test_every_byte);
  g_test_add_func ("/page/edition/bomb", test_bomb);
  g_test_add_func ("/page/edition/not-pdf", test_not_pdf);
  return g_test_run ();
}
