/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one form in which a source is cited. */

#include "care-citation-text.h"

#include <string.h>

static CareRecord *
make_source (const char *kind, const char *title, const char *published, const char *url, const char *accessed)
{
  CareRecord *source = care_record_new (care_kind_find ("source"), 1);

  g_assert_true (care_record_set (source, "kind", kind, NULL));
  g_assert_true (care_record_set (source, "title", title, NULL));
  g_assert_true (care_record_set (source, "published", published, NULL));
  g_assert_true (care_record_set (source, "url", url, NULL));
  g_assert_true (care_record_set (source, "accessed", accessed, NULL));
  return source;
}

static void
test_forms (void)
{
  static const struct
  {
    const char *kind;
    const char *title;
    const char *author;
    const char *creator;
    const char *published;
    const char *pinpoint;
    const char *words;
  } cases[] = {
    { "manifesto", "Manifesto 2017", NULL, "Conservative and Unionist Party", "2017", "p.67",
      "Conservative and Unionist Party, Manifesto 2017, 2017, p.67" },
    { "report", "Five Year Forward View", NULL, "NHS England", "2014-10", NULL,
      "NHS England, Five Year Forward View, October 2014" },
    { "article", "Do they add up?", NULL, "Pulse", NULL, NULL, "“Do they add up?”, Pulse, undated" },
    { "article", "Labour backs down", "Alex Deverill", "Pulse", "2015-01-27", "para 3",
      "Alex Deverill, “Labour backs down”, Pulse, 27 January 2015, para 3" },
    { "article", "Nobody’s", NULL, NULL, NULL, NULL, "“Nobody’s”, undated" },
    { "speech", "To conference", "Andy Burnham", "Labour Party", "2014-09", NULL,
      "Andy Burnham, Labour Party, To conference, speech, September 2014" },
    { "press-release", "New fund", NULL, "Scottish Government", "2015-03", NULL,
      "Scottish Government, New fund, press release, March 2015" },
    { "tracker", "Remove barriers", NULL, "Tracker", "2019-05-16", NULL,
      "“Remove barriers”, Tracker, web page, 16 May 2019" },
    { "web-page", "About us", NULL, "Monitor", NULL, NULL, "“About us”, Monitor, web page, undated" },
    { "legislation", "Care Act 2014", NULL, "Parliament", "2014", "s.3", "Care Act 2014, s.3" },
    { "legislation", "The Regulations", NULL, NULL, "2014-05", NULL, "The Regulations, May 2014" },
    { "legislation", "The Regulations", NULL, NULL, NULL, NULL, "The Regulations" },
    { "document", "Shared commitment", NULL, "Department of Health", "../2013", NULL,
      "Department of Health, Shared commitment, until 2013" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CareRecord) source = make_source (cases[i].kind, cases[i].title, cases[i].published, NULL, NULL);
      const char *const pinpoints[] = { cases[i].pinpoint, NULL };
      g_autoptr (CareCitationText) text
        = care_citation_text_new (source, cases[i].author, cases[i].creator, pinpoints);
      g_autofree char *title = g_strndup (text->words + text->title_start, text->title_end - text->title_start);

      g_assert_cmpstr (text->words, ==, cases[i].words);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpuint (text->link_end, ==, 0);
    }
}

static void
test_link (void)
{
  g_autoptr (CareRecord) source
    = make_source ("article", "A <b> & c", "2015", "https://example.org/?a=1&b=2", "2019-05-16");
  const char *const pinpoints[] = { "p.1", "p.3", NULL };
  g_autoptr (CareCitationText) text = care_citation_text_new (source, NULL, "NHS England", pinpoints);
  g_autofree char *html = care_citation_text_to_html (text);

  g_assert_cmpstr (text->words, ==,
                   "“A <b> & c”, NHS England, 2015, p.1, p.3, https://example.org/?a=1&b=2 (accessed 16 May 2019)");
  g_assert_cmpstr (html, ==,
                   "“<cite>A &lt;b&gt; &amp; c</cite>”, NHS England, 2015, p.1, p.3, "
                   "<a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a>"
                   " (accessed 16 May 2019)");
}

/* A link that would be run is not made one. */
static void
test_no_script (void)
{
  g_autoptr (CareRecord) source = make_source ("article", "A", NULL, "javascript:alert(1)", NULL);
  g_autoptr (CareCitationText) text = care_citation_text_new (source, NULL, NULL, NULL);
  g_autofree char *html = care_citation_text_to_html (text);

  g_assert_cmpstr (html, ==, "“<cite>A</cite>”, undated, javascript:alert(1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation-text/forms", test_forms);
  g_test_add_func ("/citation-text/link", test_link);
  g_test_add_func ("/citation-text/no-script", test_no_script);
  return g_test_run ();
}
