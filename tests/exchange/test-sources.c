/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources from citations, CSL-JSON and RIS. */

#include "care-citation-text.h"
#include "care-csl-json.h"
#include "care-exchange-error.h"
#include "care-ris.h"
#include "care-source-file.h"
#include "care-source-page.h"
#include "care-source-text.h"

#include <string.h>
#include <time.h>

#define MANY 1000

typedef struct
{
  const char *text;
  const char *title;
  const char *author;
  const char *creator;
  const char *published;
  const char *url;
  const char *kind;
} Case;

static void
assert_draft (const CareSourceDraft *draft, const Case *expected)
{
  g_test_message ("%s", expected->text);
  g_assert_cmpstr (draft->title, ==, expected->title);
  g_assert_cmpstr (draft->author, ==, expected->author);
  g_assert_cmpstr (draft->creator, ==, expected->creator);
  g_assert_cmpstr (draft->published, ==, expected->published);
  g_assert_cmpstr (draft->url, ==, expected->url);
  g_assert_cmpstr (draft->kind, ==, expected->kind);
}

static void
test_citations (void)
{
  static const Case cases[] = {
    { "NHS England, Five Year Forward View, October 2014", "Five Year Forward View", NULL, "NHS England", "2014-10", NULL,
      "document" },
    { "Conservative and Unionist Party, Conservative Party Manifesto 2017, 2017, p.67",
      "Conservative Party Manifesto 2017", NULL, "Conservative and Unionist Party", "2017", NULL, "manifesto" },
    { "“Labour backs down”, Pulse, 27 January 2015", "Labour backs down", NULL, "Pulse", "2015-01-27", NULL, "article" },
    { "Alex Deverill, “Labour backs down”, Pulse, undated, https://example.org/a/labour.", "Labour backs down",
      "Alex Deverill", "Pulse", NULL, "https://example.org/a/labour", "article" },
    { "NHS England. (2014). Five Year Forward View.", "Five Year Forward View", NULL, "NHS England", "2014", NULL,
      "document" },
    { "NHS England (2014) Five Year Forward View. Available at: https://example.org/5yfv (Accessed: 4 February 2015).",
      "Five Year Forward View", NULL, "NHS England", "2014", "https://example.org/5yfv", "web-page" },
    { "Burnham, A. (2015). Whole-person care. Labour Party.", "Whole-person care", "A. Burnham", "Labour Party", "2015",
      NULL, "document" },
    { "Burnham, Andy. \"Ten-year plan.\" The Guardian, 27 January 2015, www.example.org/plan", "Ten-year plan",
      "Andy Burnham", "The Guardian", "2015-01-27", "https://www.example.org/plan", "article" },
    { "https://example.org/news/a-new-fund-for-care.html", "A new fund for care", NULL, NULL, NULL,
      "https://example.org/news/a-new-fund-for-care.html", "web-page" },
    { "https://example.org/", "example.org", NULL, NULL, NULL, "https://example.org/", "web-page" },
    { "doi:10.1136/bmj.h1234", "doi.org", NULL, NULL, NULL, "https://doi.org/10.1136/bmj.h1234", "web-page" },
    { "Shared commitment", "Shared commitment", NULL, NULL, NULL, NULL, "document" },
    { "Department of Health, Integration, choice and care, May 2013", "Integration, choice and care", NULL,
      "Department of Health", "2013-05", NULL, "document" },
    { "", "Untitled source", NULL, NULL, NULL, NULL, "document" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareSourceDraft) draft = care_source_text_read (cases[i].text);

      assert_draft (draft, &cases[i]);
    }
}

/* What is not understood is kept. */
static void
test_note (void)
{
  g_autoptr (CareSourceDraft) draft
    = care_source_text_read ("NHS England (2014) Forward View. London, 39 pages. pp. 12-14. Accessed: some day");

  g_assert_nonnull (strstr (draft->note, "London"));
  g_assert_nonnull (strstr (draft->note, "pp. 12-14"));
}

/* Our own citations are read back. */
static void
test_round_trip (void)
{
  static const char *const kinds[] = { "manifesto", "speech", "article", "report", "press-release", "web-page", "document" };
  static const char *const dates[] = { "2015-01-27", "2014-10", "2014", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (dates); i++)
    {
      const char *kind = kinds[i % G_N_ELEMENTS (kinds)];
      const char *date = dates[i / G_N_ELEMENTS (kinds)];
      g_autoptr (CareRecord) source = care_record_new (care_kind_find ("source"), 1);
      g_autoptr (CareCitationText) text = NULL;
      g_autoptr (CareSourceDraft) draft = NULL;

      care_record_set (source, "kind", kind, NULL);
      care_record_set (source, "title", "A plan for care", NULL);
      care_record_set (source, "published", date, NULL);
      care_record_set (source, "url", "https://example.org/x?y=1", NULL);
      care_record_set (source, "accessed", "2015-02-04", NULL);
      text = care_citation_text_new (source, NULL, "Royal College of General Practitioners", NULL);
      draft = care_source_text_read (text->words);
      g_assert_cmpstr (draft->title, ==, "A plan for care");
      g_assert_cmpstr (draft->creator, ==, "Royal College of General Practitioners");
      g_assert_cmpstr (draft->published, ==, date);
      g_assert_cmpstr (draft->accessed, ==, "2015-02-04");
      g_assert_cmpstr (draft->url, ==, "https://example.org/x?y=1");
      g_assert_null (draft->note);
    }
}

static const char csl[]
  = "[{\"id\":\"a\",\"type\":\"report\",\"title\":\"Five Year Forward View\",\"author\":[{\"literal\":\"NHS England\"}],"
    "\"issued\":{\"date-parts\":[[2014,10]]},\"URL\":\"https://example.org/5\",\"number\":\"3\"},"
    "{\"type\":\"article-newspaper\",\"title\":\"Backs down\",\"container-title\":\"Pulse\","
    "\"author\":[{\"family\":\"Deverill\",\"given\":\"Alex\"},{\"family\":\"Other\",\"given\":\"Ann\"}],"
    "\"issued\":{\"date-parts\":[[\"2015\",\"1\",\"27\"]]},\"accessed\":{\"date-parts\":[[2015,2,4]]}},"
    "{\"type\":\"book\",\"title\":\"Manifesto\",\"publisher\":\"Conservative and Unionist Party\",\"issued\":{\"raw\":\"2017\"}}]";

static void
test_csl (void)
{
  static const Case cases[] = {
    { "report", "Five Year Forward View", NULL, "NHS England", "2014-10", "https://example.org/5", "report" },
    { "article", "Backs down", "Alex Deverill", "Pulse", "2015-01-27", NULL, "article" },
    { "book", "Manifesto", NULL, "Conservative and Unionist Party", "2017", NULL, "manifesto" },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (csl, strlen (csl));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = care_csl_json_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < drafts->len; i++)
    assert_draft (g_ptr_array_index (drafts, i), &cases[i]);
  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (drafts, 0))->note, ==, "number: 3");
  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (drafts, 1))->note, ==, "Also by: Ann Other");
  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (drafts, 1))->accessed, ==, "2015-02-04");
}

static void
test_ris (void)
{
  static const char ris[] = "TY  - RPRT\r\nAU  - NHS England\r\nTI  - Five Year\r\n  Forward View\r\nPY  - 2014\r\n"
                            "DA  - 2014/10/23/\r\nUR  - https://example.org/5\r\nSP  - 12\r\nER  - \r\n\r\n"
                            "TY  - NEWS\nAU  - Deverill, Alex\nT1  - Backs down\nT2  - Pulse\nY1  - 2015/01\n"
                            "TY  - BOOK\nTI  - Manifesto\nPB  - Conservative and Unionist Party\nER  -";
  static const Case cases[] = {
    { "report", "Five Year Forward View", NULL, "NHS England", "2014-10-23", "https://example.org/5", "report" },
    { "article", "Backs down", "Alex Deverill", "Pulse", "2015-01", NULL, "article" },
    { "book", "Manifesto", NULL, "Conservative and Unionist Party", NULL, NULL, "manifesto" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_true (care_ris_is (ris));
  drafts = care_ris_read (ris, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < drafts->len; i++)
    assert_draft (g_ptr_array_index (drafts, i), &cases[i]);
  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (drafts, 0))->note, ==, "SP: 12");
}

static void
test_wrong (void)
{
  static const char *const wrong[] = { "", "[]", "{}", "[1,2]", "{\"title\":", "[[[[", "{\"items\":3}", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (wrong[i], strlen (wrong[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) of_ris = NULL;

      g_assert_null (care_csl_json_read (bytes, &error));
      g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT);
      g_assert_null (care_ris_read (wrong[i], &of_ris));
      g_assert_error (of_ris, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT);
    }
}

static void
test_page (void)
{
  static const char html[]
    = "<!DOCTYPE html><html lang='en-GB'><head><title>Fund &amp; care | Site</title>"
      "<meta property=\"og:title\" content=\"Fund &amp; care\"><meta property='og:site_name' content=Pulse>"
      "<meta name=\"article:published_time\" content=\"2015-01-27T09:00:00+00:00\">"
      "<link rel=\"canonical\" href=\"https://example.org/f\"><style>p { x: y }</style></head>"
      "<body><nav>Home</nav><!-- <p>no</p> --><h1>Fund</h1><p>It is   &pound;2.5bn,\nhe <b>said</b>.</p>"
      "<script>var a = '<p>';</script><p>It&#8217;s &#x2013; new</body></html>";
  static const Case expected
    = { "page", "Fund & care", NULL, "Pulse", "2015-01-27", "https://example.org/f", "web-page" };
  g_autoptr (CareSourceDraft) draft = care_source_page_read (html);

  assert_draft (draft, &expected);
  g_assert_cmpstr (draft->language, ==, "en-GB");
  g_assert_cmpstr (draft->passage, ==, "Fund\n\nIt is £2.5bn, he said.\n\nIt’s – new");
}

/* A page of nothing but signs is read through once, not once for each of them. */
static void
test_signs (void)
{
  g_autofree char *signs = g_strnfill (200 * 1000, '<');
  g_autofree char *html = g_strconcat ("<title>Signs</title>", signs, ">", NULL);
  clock_t start = clock ();
  g_autoptr (CareSourceDraft) draft = care_source_page_read (html);

  g_assert_cmpstr (draft->title, ==, "Signs");
  g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);
}

static GPtrArray *
read_file (const char *name, const char *contents)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (contents, strlen (contents));
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = care_source_file_read (bytes, name, &error);

  g_assert_no_error (error);
  return drafts;
}

static void
test_files (void)
{
  g_autoptr (GPtrArray) pdf = read_file ("five-year-forward-view.PDF", "%PDF");
  g_autoptr (GPtrArray) text = read_file ("a.txt", "The heading\n\nCaf\xe9 and words.\n");
  g_autoptr (GPtrArray) many = read_file ("refs.json", csl);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (pdf, 0))->title, ==, "five year forward view");
  g_assert_null (((CareSourceDraft *) g_ptr_array_index (pdf, 0))->passage);
  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (text, 0))->title, ==, "The heading");
  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (text, 0))->passage, ==, "The heading\n\nCafé and words.");
  g_assert_cmpuint (many->len, ==, 3);
  g_assert_null (care_source_file_read (bytes, "a.docx", &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT);
}

static void
test_pasted (void)
{
  g_autoptr (GPtrArray) several = care_source_pasted_read (csl, NULL);
  g_autoptr (GPtrArray) bracketed = care_source_pasted_read ("[A note] NHS England, View, 2014", NULL);
  g_autofree char *words = g_strnfill (700, 'w');
  g_autoptr (GPtrArray) passage = care_source_pasted_read (words, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (several->len, ==, 3);
  g_assert_cmpuint (bracketed->len, ==, 1);
  g_assert_cmpstr (((CareSourceDraft *) g_ptr_array_index (passage, 0))->passage, ==, words);
  g_assert_null (care_source_pasted_read (" \n ", &error));
  g_assert_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NOT_THE_FORMAT);
}

/* Whatever is changed in a file, it is read or refused. */
static void
test_damaged (void)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *text = g_strdup (csl);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) drafts = NULL;
      g_autoptr (CareSourceDraft) draft = NULL;

      for (guint n = 0; n < 4; n++)
        text[g_test_rand_int_range (0, (gint32) strlen (csl))] = (char) g_test_rand_int_range (32, 127);
      bytes = g_bytes_new_static (text, strlen (text));
      drafts = care_csl_json_read (bytes, NULL);
      draft = g_test_rand_bit () ? care_source_text_read (text) : care_source_page_read (text);
      g_assert_nonnull (draft->title);
      g_assert_true (drafts == NULL || drafts->len > 0);
    }
}

/* What would hardly be meant as a title. */
static void
test_cited (void)
{
  g_assert_true (care_source_pasted_is_cited ("https://example.org/plan"));
  g_assert_true (care_source_pasted_is_cited ("Care Body (2014) A plan for care. Available at: https://example.org/plan"));
  g_assert_true (care_source_pasted_is_cited ("Care Body (2014) A plan for care"));
  g_assert_false (care_source_pasted_is_cited ("A plan for care"));
  g_assert_false (care_source_pasted_is_cited ("A plan for care, 2014"));
  g_assert_false (care_source_pasted_is_cited (" \n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/citations", test_citations);
  g_test_add_func ("/sources/note", test_note);
  g_test_add_func ("/sources/round-trip", test_round_trip);
  g_test_add_func ("/sources/csl-json", test_csl);
  g_test_add_func ("/sources/ris", test_ris);
  g_test_add_func ("/sources/wrong", test_wrong);
  g_test_add_func ("/sources/page", test_page);
  g_test_add_func ("/sources/signs", test_signs);
  g_test_add_func ("/sources/files", test_files);
  g_test_add_func ("/sources/pasted", test_pasted);
  g_test_add_func ("/sources/cited", test_cited);
  g_test_add_func ("/sources/damaged", test_damaged);
  return g_test_run ();
}
