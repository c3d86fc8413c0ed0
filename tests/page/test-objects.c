/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-pdf-file.h"
#include "care-pdf-objects.h"

#include <string.h>
#include <zlib.h>

static void
append_stream (GByteArray *file, const char *head, const void *data, gsize length)
{
  guchar packed[512];
  uLongf n = sizeof packed;
  g_autofree char *start = NULL;

  g_assert_cmpint (compress (packed, &n, data, length), ==, Z_OK);
  start = g_strdup_printf ("%s /Length %lu /Filter /FlateDecode >>\nstream\n", head, n);
  g_byte_array_append (file, (const guint8 *) start, (guint) strlen (start));
  g_byte_array_append (file, packed, (guint) n);
  g_byte_array_append (file, (const guint8 *) "\nendstream\nendobj\n", 18);
}

static void
append_text (GByteArray *file, const char *text)
{
  g_byte_array_append (file, (const guint8 *) text, (guint) strlen (text));
}

/* Objects 1 and 2 in a bundle, which is 3; the table is 4. */
static GByteArray *
make_bundled (void)
{
  static const char bundle[] = "1 0 2 33 << /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Count 7 >>";
  GByteArray *file = g_byte_array_new ();
  guint at;

  append_text (file, "%PDF-1.5\n");
  append_stream (file, "3 0 obj\n<< /Type /ObjStm /N 2 /First 9", bundle, strlen (bundle));
  at = file->len;
  {
    const guint8 table[] = { 0, 0, 0, 255, 2, 0, 3, 0, 2, 0, 3, 1, 1, 0, 9, 0, 1, (guint8) (at >> 8), (guint8) at, 0 };
    g_autofree char *end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", at);

    append_stream (file, "4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R", table, sizeof table);
    append_text (file, end);
  }
  return file;
}

static GByteArray *
make_plain (void)
{
  GByteArray *file = g_byte_array_new ();

  append_text (file, "%PDF-1.4\n"
                     "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                     "2 0 obj\n<< /Type /Pages /Count 7 >>\nendobj\n"
                     "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n"
                     "trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n101\n%%EOF\n");
  return file;
}

static void
check (const GByteArray *file, guint n)
{
  g_autoptr (CarePdfObjects) objects = care_pdf_objects_new (file);

  g_assert_cmpuint (care_pdf_objects_get_n (objects), ==, n);
  g_assert_cmpuint (care_pdf_objects_get_root (objects), ==, 1);
  g_assert_cmpuint (care_pdf_objects_get_value (objects, 1, "/Pages"), ==, 2);
  g_assert_cmpuint (care_pdf_objects_get_value (objects, 2, "/Count"), ==, 7);
  /* An object ends where the next begins. */
  g_assert_cmpuint (care_pdf_objects_get_value (objects, 1, "/Count"), ==, 0);
  g_assert_cmpuint (care_pdf_objects_get_value (objects, 99, "/Count"), ==, 0);
  g_assert_null (care_pdf_objects_inflate (objects, 1));
}

static void
test_plain (void)
{
  g_autoptr (GByteArray) file = make_plain ();

  check (file, 3);
}

static void
test_bundled (void)
{
  g_autoptr (GByteArray) file = make_bundled ();
  g_autoptr (CarePdfObjects) objects = care_pdf_objects_new (file);
  g_autoptr (GByteArray) bundle = care_pdf_objects_inflate (objects, 3);

  check (file, 5);
  g_assert_nonnull (bundle);
  g_assert_cmpmem (bundle->data, 4, "1 0 ", 4);
}

static GByteArray *
damage (const GByteArray *file, guint at, guint change)
{
  static const guint8 others[] = { '9', '(', 0xff };
  GByteArray *damaged = g_byte_array_new ();

  g_byte_array_append (damaged, file->data, change == 0 ? at : file->len);
  if (change > 0)
    damaged->data[at] = others[change - 1];
  return damaged;
}

static void
read_all (const GByteArray *file)
{
  g_autoptr (CarePdfObjects) objects = care_pdf_objects_new (file);

  for (guint object = 0; object < care_pdf_objects_get_n (objects); object++)
    {
      g_autoptr (GByteArray) data = care_pdf_objects_inflate (objects, object);

      g_assert_cmpuint (data == NULL ? 0 : data->len, <, 1000);
    }
}

/* Whatever byte is another, or missing: nothing is read that is not there. */
static void
test_damaged (gconstpointer data)
{
  GByteArray *(*make) (void) = data;
  g_autoptr (GByteArray) file = make ();

  for (guint at = 0; at < file->len; at++)
    for (guint change = 0; change < 4; change++)
      {
        g_autoptr (GByteArray) damaged = damage (file, at, change);

        read_all (damaged);
      }
}

/* Words are readable in whatever script; what has a meaning in PDF is escaped. */
static void
test_text (void)
{
  static const char *const texts[][2] = {
    { "Plain", "(Plain)" },
    { "a (b) \\c", "(a \\(b\\) \\\\c)" },
    { "ŵ€", "<FEFF017520AC>" },
    { "𝄞", "<FEFFD834DD1E>" },
    { "", "()" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GString *out = g_string_new (NULL);

      care_pdf_append_text (out, texts[i][0]);
      g_assert_cmpstr (out->str, ==, texts[i][1]);
      g_string_free (out, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/objects/plain", test_plain);
  g_test_add_func ("/page/objects/bundled", test_bundled);
  g_test_add_data_func ("/page/objects/damaged-plain", make_plain, test_damaged);
  g_test_add_data_func ("/page/objects/damaged-bundled", make_bundled, test_damaged);
  g_test_add_func ("/page/objects/text", test_text);

  return g_test_run ();
}
