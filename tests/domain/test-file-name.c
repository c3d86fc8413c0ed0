/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-file-name.h"

#include <string.h>

static void
assert_file_name (const char *title, const char *expected)
{
  g_autofree char *name = care_file_name (title, "pdf");

  g_assert_cmpstr (name, ==, expected);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *title;
    const char *expected;
  } cases[] = {
    { "Integrating Health & Social Care", "integrating-health-social-care.pdf" },
    { "Funding 2013/14: what's new?", "funding-2013-14-whats-new.pdf" },
    { "Children’s care", "childrens-care.pdf" },
    { "NHS – £3.8bn “Better Care Fund”", "nhs-3-8bn-better-care-fund.pdf" },
    { "  -- Care --  ", "care.pdf" },
    { "one\ntwo\tthree", "one-two-three.pdf" },
    { "Report v1.2.pdf", "report-v1-2-pdf.pdf" },
    { "a", "a.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_file_name (cases[i].title, cases[i].expected);
}

static void
test_accents (void)
{
  assert_file_name ("Iechyd a gofal – Cymru", "iechyd-a-gofal-cymru.pdf");
  assert_file_name ("Tŷ, môr, dŵr a Gŵyl Ŵyn", "ty-mor-dwr-a-gwyl-wyn.pdf");
  assert_file_name ("Naïve café, Łódź Straße", "naive-cafe-lodz-strasse.pdf");
}

static void
test_nothing_left (void)
{
  static const char *const titles[] = { "", "   ", "?!…—", "'’'", "../..", "日本" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    assert_file_name (titles[i], "briefing.pdf");
}

static void
test_never_a_folder (void)
{
  assert_file_name ("../../etc/passwd", "etc-passwd.pdf");
  assert_file_name ("C:\\Care\\plan", "c-care-plan.pdf");
  assert_file_name (".hidden", "hidden.pdf");
}

static void
test_extension (void)
{
  g_autofree char *name = care_file_name ("Care", "carebrief");

  g_assert_cmpstr (name, ==, "care.carebrief");
}

static void
test_long_title (void)
{
  g_autofree char *letters = g_strnfill (5000, 'a');
  g_autofree char *wide = g_strnfill (5000, ' ');
  g_autofree char *kept = g_strnfill (100, 'a');
  g_autofree char *expected = g_strconcat (kept, ".pdf", NULL);
  g_autofree char *after_wide = g_strconcat (wide, "Care", NULL);
  /* The cut falls on the hyphen, which is then left out. */
  g_autofree char *ninety_nine = g_strnfill (99, 'a');
  g_autofree char *at_hyphen = g_strconcat (ninety_nine, " Care", NULL);
  g_autofree char *without_hyphen = g_strconcat (ninety_nine, ".pdf", NULL);

  assert_file_name (letters, expected);
  assert_file_name (after_wide, "care.pdf");
  assert_file_name (at_hyphen, without_hyphen);
}

/* Whatever the title: lower case letters and digits with single hyphens
 * between them, and the same again if it is made from the name. */
static void
test_any_title (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      g_autofree char *name = NULL;
      g_autofree char *stem = NULL;
      int length = g_test_rand_int_range (0, 300);

      for (int i = 0; i < length; i++)
        g_string_append_unichar (title, g_test_rand_int_range (1, g_test_rand_bit () ? 0x80 : 0x2100));

      name = care_file_name (title->str, "pdf");
      g_assert_true (g_str_has_suffix (name, ".pdf"));
      stem = g_strndup (name, strlen (name) - strlen (".pdf"));
      g_assert_cmpuint (strlen (stem), >, 0);
      g_assert_cmpuint (strlen (stem), <=, 100);
      g_assert_cmpuint (strspn (stem, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (stem));
      g_assert_true (g_ascii_isalnum (stem[0]) && g_ascii_isalnum (stem[strlen (stem) - 1]));
      g_assert_null (strstr (stem, "--"));
      assert_file_name (stem, name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-name/titles", test_titles);
  g_test_add_func ("/file-name/accents", test_accents);
  g_test_add_func ("/file-name/nothing-left", test_nothing_left);
  g_test_add_func ("/file-name/never-a-folder", test_never_a_folder);
  g_test_add_func ("/file-name/extension", test_extension);
  g_test_add_func ("/file-name/long-title", test_long_title);
  g_test_add_func ("/file-name/any-title", test_any_title);

  return g_test_run ();
}
