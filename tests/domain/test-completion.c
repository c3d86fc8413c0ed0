/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-completion.h"

#include <string.h>

static void
test_find (void)
{
  static const struct
  {
    const char *line; /* up to the cursor */
    const char *typed; /* NULL: nothing is asked for */
    gboolean sources;
  } rows[] = {
    { "", NULL, FALSE },
    { "plain", NULL, FALSE },
    { "@", "", TRUE },
    { "#", "", FALSE },
    { "See @nuff", "nuff", TRUE },
    { "See (@nuffield 2015", "nuffield 2015", TRUE },
    { "pooled #better care f", "better care f", FALSE },
    { "pooled #£3.8", "£3.8", FALSE },
    { "Ŷ #ŵy", "ŵy", FALSE },
    /* A heading, an address, and what is not meant so. */
    { "# ", NULL, FALSE },
    { "# Money", NULL, FALSE },
    { "## Money", NULL, FALSE },
    { "write to me@example.org", NULL, FALSE },
    { "page.html#anchor", NULL, FALSE },
    { "\\#1", NULL, FALSE },
    /* What is in a reference, or was asked for long ago. */
    { "as [@7003|Manifesto| p", NULL, FALSE },
    { "as [@7003|Manifesto| p.6] and", NULL, FALSE },
    { "as [@7003|Manifesto| p.6] @and", "and", TRUE },
    { "#one two three four five six seven eight", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CareCompletion completion;
      gboolean found = care_completion_find (rows[i].line, strlen (rows[i].line), &completion);

      g_test_message ("%s", rows[i].line);
      g_assert_cmpint (found, ==, rows[i].typed != NULL);
      if (!found)
        continue;
      g_assert_cmpstr (completion.typed, ==, rows[i].typed);
      g_assert_cmpint (completion.sources, ==, rows[i].sources);
      g_assert_true (rows[i].line + completion.start + 1 == completion.typed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completion/find", test_find);
  return g_test_run ();
}
