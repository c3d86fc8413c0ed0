/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages that are kept with an edition, and that nothing else is given out as them. */

#include "page-fixture.h"

#include "care-edition-pages.h"
#include "care-page-template.h"
#include "care-pdf-passive.h"

#include <qpdf/qpdf-c.h>

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

typedef enum
{
  ROOT,
  PAGE,
  TRAILER,
} Where;

/* The PDF with one thing more in it. */
static GBytes *
add (GBytes *pdf, Where where, const char *key, const char *value, gboolean as_object)
{
  qpdf_data qpdf = qpdf_init ();
  qpdf_oh object, added;
  GBytes *bytes;

  g_assert_cmpint (qpdf_read_memory (qpdf, "pdf", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL), ==, QPDF_SUCCESS);
  object = where == ROOT ? qpdf_get_root (qpdf) : where == PAGE ? qpdf_get_page_n (qpdf, 0) : qpdf_get_trailer (qpdf);
  added = qpdf_oh_parse (qpdf, value);
  g_assert_true (qpdf_oh_is_initialized (qpdf, added));
  qpdf_oh_replace_key (qpdf, object, key, as_object ? qpdf_make_indirect_object (qpdf, added) : added);
  qpdf_init_write_memory (qpdf);
  qpdf_set_static_ID (qpdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  bytes = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return bytes;
}

static void
assert_passive (GBytes *pdf, Where where, const char *key, const char *value, gboolean passive)
{
  for (int as_object = 0; as_object < 2; as_object++)
    {
      g_autoptr (GBytes) other = add (pdf, where, key, value, as_object);

      g_test_message ("%s %s", key, value);
      g_assert_true (care_pdf_is_passive (other) == passive);
    }
}

static void
test_acting (void)
{
  static const struct
  {
    Where where;
    const char *key;
    const char *value;
    gboolean passive;
  } cases[] = {
    { ROOT, "/Another", "<</A (word)>>", TRUE },
    { ROOT, "/OpenAction", "<</S/GoTo/D[0]>>", FALSE },
    { ROOT, "/AA", "<</WC<</S/JavaScript/JS(app.alert(1))>>>>", FALSE },
    { ROOT, "/Names", "<</JavaScript<</Names[(a) <</S/JavaScript/JS(1)>>]>>>>", FALSE },
    { ROOT, "/Names", "<</EmbeddedFiles<</Names[]>>>>", FALSE },
    { ROOT, "/AcroForm", "<</Fields[]>>", FALSE },
    { ROOT, "/URI", "<</Base(javascript:1)>>", FALSE },
    { PAGE, "/AA", "<</O<</S/Launch>>>>", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/F 4/A<</S/URI/URI(https://www.parliament.uk)>>>>]", TRUE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/A<</S/URI/URI(mailto:a@parliament.example)>>>>]", TRUE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/A<</S/URI/URI(javascript:alert)>>>>]", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/A<</S/URI/URI(file:///etc/passwd)>>>>]", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/A<</S/#4caunch/F(a.exe)>>>>]", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/A<</S/GoToR/F(a.pdf)/D[0]>>>>]", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/A<</S/Named/N/Print>>>>]", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Link/F(a.pdf)>>]", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/FileAttachment>>]", FALSE },
    { PAGE, "/Annots", "[<</Type/Annot/Subtype/Widget>>]", FALSE },
    { TRAILER, "/Another", "<</S/SubmitForm/F(https://www.parliament.uk)>>", FALSE },
  };
  g_autoptr (GBytes) pdf = make_pdf (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_passive (pdf, cases[i].where, cases[i].key, cases[i].value, cases[i].passive);
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
  g_test_add_func ("/page/edition/acting", test_acting);
  g_test_add_func ("/page/edition/not-pdf", test_not_pdf);
  return g_test_run ();
}
