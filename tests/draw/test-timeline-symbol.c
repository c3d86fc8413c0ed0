/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Symbols can be told apart without colours, and are what they are to be. */

#include "care-mirror.h"
#include "care-vocabularies.h"
#include "golden.h"
#include "ink-fixture.h"

/* Those that a verdict of ours, or none, can have, and in the same order those of a source: how it
 * was delivered, or only that there is one. */
static gboolean
can_be (CareTimelineSymbol symbol, gboolean is_source)
{
  if (symbol == CARE_TIMELINE_SYMBOL_NONE)
    return !is_source;
  if (symbol == CARE_TIMELINE_SYMBOL_REPORTED)
    return is_source;
  return !is_source || symbol <= CARE_TIMELINE_SYMBOL_WITHDRAWN;
}

static void
test_symbols (void)
{
  cairo_t *pictures[2 * CARE_TIMELINE_N_SYMBOLS];
  const CareColour ink = BLACK, ground = WHITE;

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = ink_picture_new (13, 13);
      care_timeline_ink_symbol ((CareTimelineSymbol) (i / 2), i % 2 == 1, 0, 0, 13, ink, ground, pictures[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    for (guint j = 0; j < i; j++)
      if (can_be ((CareTimelineSymbol) (i / 2), i % 2 == 1)
          && can_be ((CareTimelineSymbol) (j / 2), j % 2 == 1))
        {
          double seen = ink_difference (pictures[i], pictures[j]);

          g_test_message ("%u and %u: %.1f", i, j, seen);
          g_assert_cmpfloat (seen, >, SEEN);
        }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_destroy (pictures[i]);
}

/* How each looks, ours on the left and a source's on the right. */
static void
test_symbols_golden (void)
{
  g_autoptr (GString) found = g_string_new (NULL);
  const CareColour ink = BLACK, ground = WHITE;

  for (guint i = 0; i < CARE_TIMELINE_N_SYMBOLS; i++)
    {
      cairo_t *ours = ink_picture_new (16, 16), *theirs = ink_picture_new (16, 16);

      care_timeline_ink_symbol ((CareTimelineSymbol) i, FALSE, 0, 0, 16, ink, ground, ours);
      care_timeline_ink_symbol ((CareTimelineSymbol) i, TRUE, 0, 0, 16, ink, ground, theirs);
      g_string_append_printf (found, "%u\n", i);
      for (int y = 0; y < 16; y++)
        {
          ink_append_line (found, ours, 16, y);
          g_string_append_c (found, ' ');
          ink_append_line (found, theirs, 16, y);
          g_string_append_c (found, '\n');
        }
      cairo_destroy (ours);
      cairo_destroy (theirs);
    }
  golden_assert ("draw", "timeline-symbols.txt", found->str);
}

/* Only what points onwards is turned round with the picture. */
static void
test_mirrored_symbols (void)
{
  const CareColour ink = BLACK, ground = WHITE;

  for (guint i = 1; i < CARE_TIMELINE_N_SYMBOLS; i++)
    {
      cairo_t *plain = ink_picture_new (16, 16), *mirrored = ink_picture_new (16, 16);
      gboolean turns = i == CARE_TIMELINE_SYMBOL_IN_PROGRESS || i == CARE_TIMELINE_SYMBOL_WITHDRAWN
                       || i == CARE_TIMELINE_SYMBOL_REVISED;

      care_timeline_ink_symbol ((CareTimelineSymbol) i, FALSE, 0, 0, 16, ink, ground, plain);
      care_mirror (mirrored, 16);
      care_timeline_ink_symbol ((CareTimelineSymbol) i, FALSE, 0, 0, 16, ink, ground, mirrored);
      g_assert_true ((ink_difference (plain, mirrored) > SEEN) == turns);
      cairo_destroy (plain);
      cairo_destroy (mirrored);
    }
}

/* What is delivered comes first, then whether that was in time; what nobody has judged has a
 * symbol of its own. */
static void
test_symbol_of_state (void)
{
  static const struct
  {
    CareTimelineEntryState state;
    const char *delivery;
    const char *timeliness;
    CareTimelineSymbol symbol;
  } cases[] = {
    { CARE_TIMELINE_ENTRY_JUDGED, "too-early", NULL, CARE_TIMELINE_SYMBOL_TOO_EARLY },
    { CARE_TIMELINE_ENTRY_JUDGED, "cannot-be-rated", NULL, CARE_TIMELINE_SYMBOL_CANNOT_BE_RATED },
    { CARE_TIMELINE_ENTRY_JUDGED, "not-started", NULL, CARE_TIMELINE_SYMBOL_NOT_STARTED },
    { CARE_TIMELINE_ENTRY_JUDGED, "in-progress", "missed", CARE_TIMELINE_SYMBOL_IN_PROGRESS },
    { CARE_TIMELINE_ENTRY_JUDGED, "stalled", NULL, CARE_TIMELINE_SYMBOL_STALLED },
    { CARE_TIMELINE_ENTRY_JUDGED, "blocked", NULL, CARE_TIMELINE_SYMBOL_BLOCKED },
    { CARE_TIMELINE_ENTRY_JUDGED, "in-part", NULL, CARE_TIMELINE_SYMBOL_IN_PART },
    { CARE_TIMELINE_ENTRY_JUDGED, "delivered", "met-late", CARE_TIMELINE_SYMBOL_DELIVERED },
    { CARE_TIMELINE_ENTRY_JUDGED, "not-delivered", NULL, CARE_TIMELINE_SYMBOL_NOT_DELIVERED },
    { CARE_TIMELINE_ENTRY_JUDGED, "withdrawn", NULL, CARE_TIMELINE_SYMBOL_WITHDRAWN },
    { CARE_TIMELINE_ENTRY_JUDGED, "not-assessed", "met", CARE_TIMELINE_SYMBOL_MET },
    { CARE_TIMELINE_ENTRY_JUDGED, NULL, "met-late", CARE_TIMELINE_SYMBOL_MET_LATE },
    { CARE_TIMELINE_ENTRY_JUDGED, NULL, "missed", CARE_TIMELINE_SYMBOL_MISSED },
    { CARE_TIMELINE_ENTRY_JUDGED, NULL, "revised", CARE_TIMELINE_SYMBOL_REVISED },
    { CARE_TIMELINE_ENTRY_OVERDUE, "in-progress", NULL, CARE_TIMELINE_SYMBOL_OVERDUE },
    { CARE_TIMELINE_ENTRY_OPEN, NULL, NULL, CARE_TIMELINE_SYMBOL_OPEN },
    { CARE_TIMELINE_ENTRY_LAPSED, NULL, NULL, CARE_TIMELINE_SYMBOL_LAPSED },
    { CARE_TIMELINE_ENTRY_NOT_DUE, NULL, NULL, CARE_TIMELINE_SYMBOL_NONE },
    { CARE_TIMELINE_ENTRY_UNDATED, NULL, NULL, CARE_TIMELINE_SYMBOL_NONE },
    { CARE_TIMELINE_ENTRY_NO_STATE, NULL, NULL, CARE_TIMELINE_SYMBOL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareTimelineEntry entry = { .state = (guint8) cases[i].state,
                                  .delivery = care_timeline_entry_index (&care_vocabulary_delivery, cases[i].delivery),
                                  .timeliness = care_timeline_entry_index (&care_vocabulary_timeliness, cases[i].timeliness),
                                  .source_delivery = care_timeline_entry_index (&care_vocabulary_delivery, "blocked") };

      g_assert_cmpint (care_timeline_ink_get_symbol (&entry), ==, cases[i].symbol);
      g_assert_cmpint (care_timeline_ink_get_source_symbol (&entry), ==, CARE_TIMELINE_SYMBOL_NONE);
      entry.flags = CARE_TIMELINE_ENTRY_HAS_SOURCE_VERDICT;
      g_assert_cmpint (care_timeline_ink_get_source_symbol (&entry), ==, CARE_TIMELINE_SYMBOL_BLOCKED);
      entry.source_delivery = 0;
      g_assert_cmpint (care_timeline_ink_get_source_symbol (&entry), ==, CARE_TIMELINE_SYMBOL_REPORTED);
    }
}

int
main (int argc, char *argv[])
{
  ink_init (&argc, &argv);
  g_test_add_func ("/timeline-symbol/symbols", test_symbols);
  g_test_add_func ("/timeline-symbol/golden", test_symbols_golden);
  g_test_add_func ("/timeline-symbol/mirrored-symbols", test_mirrored_symbols);
  g_test_add_func ("/timeline-symbol/symbol-of-state", test_symbol_of_state);
  return ink_run ();
}
