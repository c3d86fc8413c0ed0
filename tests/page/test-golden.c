/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where every line, rule and picture of a briefing is, in each template, as text: whoever changes how a
 * page is composed sees what that does. CARE_TEST_UPDATE=1 writes it anew. */

#include "care-page-model.h"

#include "golden.h"
#include "page-fixture.h"

#include <hb.h>

static void
append_item (GString *out, const CarePageItem *item)
{
  static const char *const types[] = { "line", "fill", "outline", "picture" };
  g_autoptr (GString) words = g_string_new (NULL);

  care_page_item_get_words (item, words);
  g_string_append_printf (out, "%-7s %6.1f %6.1f %6.1f %6.1f", types[item->type],
                          item->type == CARE_PAGE_LINE ? item->line_x : item->x,
                          item->type == CARE_PAGE_LINE ? item->baseline : item->y,
                          item->type == CARE_PAGE_LINE ? care_text_get_line (item->text, item->line)->width : item->width,
                          item->height);
  if (words->len > 0)
    g_string_append_printf (out, "  %s", g_strchomp (words->str));
  g_string_append_c (out, '\n');
}

/* Which file a text is set in: with another, everything is elsewhere. */
static void
append_typeface (GString *out, PangoContext *context, CarePageStyleName style)
{
  const CarePageStyle *body = &care_page_template_find (NULL)->styles[style];
  g_autoptr (PangoFontDescription) description = care_page_style_create_font (body);
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);
  g_autoptr (PangoFontDescription) found = pango_font_describe (font);
  hb_blob_t *file = hb_face_reference_blob (hb_font_get_face (pango_font_get_hb_font (font)));
  guint length;
  const char *data = hb_blob_get_data (file, &length);
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
  g_autofree char *name = pango_font_description_to_string (found);

  g_string_append_printf (out, "typeface %s, %.16s\n", name, sum);
  hb_blob_destroy (file);
}

static char *
describe (const CarePages *pages)
{
  static const CarePageStyleName styles[] = { CARE_STYLE_BODY, CARE_STYLE_SERIES, CARE_STYLE_HEADING, CARE_STYLE_QUOTE };
  PangoContext *context = care_page_style_create_context (NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_typeface (out, context, styles[i]);
  g_object_unref (context);

  for (guint page = 0; page < pages->sheets->len; page++)
    {
      GArray *items = ((CarePageSheet *) g_ptr_array_index (pages->sheets, page))->items;

      g_string_append_printf (out, "page %u\n", page + 1);
      for (guint i = 0; i < items->len; i++)
        append_item (out, &g_array_index (items, CarePageItem, i));
    }
  return g_string_free (out, FALSE);
}

/* The second section speaks of what the statistic counts, which stands in it where the
 * template has it so. */
static PageFixture *
make_fixture (void)
{
  PageFixture *fixture = page_fixture_new_key_issue (640);
  CareRecord *section = page_fixture_find (fixture, "section", 1);
  CareRecord *figure = page_fixture_find (fixture, "figure", 0);
  g_autofree char *text = g_strdup_printf ("%s {figure:%" G_GINT64_FORMAT "}", care_record_get (section, "text"),
                                           care_record_get_id (figure));

  care_record_set (section, "text", text, NULL);
  return fixture;
}

static void
test_template (gconstpointer data)
{
  const char *name = data;
  g_autoptr (PageFixture) fixture = make_fixture ();
  g_autoptr (CareSnapshot) snapshot = page_fixture_snapshot (fixture);
  g_autoptr (CarePages) pages = care_pages_new_as (snapshot, name, CARE_PAGES_USUAL);
  g_autofree char *found = describe (pages);
  g_autofree char *file = g_strconcat (name, ".txt", NULL);

  golden_assert ("page", file, found);
}

static CareRecord *
add_money (PageFixture *fixture, CareRecord *ledger, const char *label, const char *value, const char *flow, const char *newness)
{
  CareRecord *item = page_fixture_add_child (fixture, "ledger_item", "ledger", ledger, NULL);
  CareRecord *figure = page_fixture_add (fixture, "figure", "label", label, "value", value, "flow", flow, "period_basis",
                                         "per-year", "newness", newness, NULL);

  page_fixture_refer (item, "figure", figure);
  return figure;
}

static void
cite (PageFixture *fixture, CareRecord *figure, CareRecord *source)
{
  page_fixture_refer (page_fixture_add_child (fixture, "citation", "figure", figure, NULL), "source", source);
}

/* A fund of three parts, a saving, an absence, and a part that is said again. */
static void
test_ledger (void)
{
  g_autoptr (PageFixture) fixture = page_fixture_new ();
  CareRecord *ledger = page_fixture_add (fixture, "ledger", "question", "Does it add up?", NULL);
  CareRecord *source = page_fixture_add (fixture, "source", "title", "Where the money is from", "kind", "report", NULL);
  CareRecord *box = page_fixture_add_child (fixture, "box", "briefing", fixture->briefing, "kind", "ledger", "title",
                                             "What would pay for the Time to Care fund?", NULL);
  CareRecord *mansions = add_money (fixture, ledger, "Mansion tax", "12e8 GBP", "spend", "new");
  CareRecord *again;
  CareRecord *link = page_fixture_add (fixture, "link", "relation", "restates", NULL);
  g_autoptr (CareSnapshot) snapshot = NULL;
  g_autoptr (CarePages) pages = NULL;
  g_autofree char *found = NULL;

  page_fixture_refer (box, "ledger", ledger);
  cite (fixture, mansions, source);
  add_money (fixture, ledger, "Tax avoidance", "11e8 GBP", "spend", NULL);
  cite (fixture, add_money (fixture, ledger, "Tobacco levy", ">=15e7 GBP", "spend", "new"), source);
  add_money (fixture, ledger, "Savings from integration", "4e9..6e9 GBP", "saving", NULL);
  add_money (fixture, ledger, "Innovation fund", "not-specified GBP", "spend", NULL);
  again = add_money (fixture, ledger, "Mansion tax, said again", "12e8 GBP", "spend", "new");
  page_fixture_refer (link, "from_figure", again);
  page_fixture_refer (link, "to_figure", mansions);
  snapshot = page_fixture_snapshot (fixture);
  pages = care_pages_new_as (snapshot, "key-issue", CARE_PAGES_USUAL);
  found = describe (pages);
  golden_assert ("page", "ledger.txt", found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/page/golden/key-issue", "key-issue", test_template);
  g_test_add_data_func ("/page/golden/research-briefing", "research-briefing", test_template);
  g_test_add_data_func ("/page/golden/large-print", "large-print", test_template);
  g_test_add_func ("/page/golden/ledger", test_ledger);

  return g_test_run ();
}
