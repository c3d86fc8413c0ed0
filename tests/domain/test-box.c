/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-box.h"

#include "care-vocabularies.h"

/* Every kind of box is made of something, which its records can hold. */
static void
test_every_kind (void)
{
  const CareKind *box = care_kind_find ("box");
  const CareKind *item = care_kind_find ("box_item");

  for (const CareTerm *term = care_vocabulary_box.terms; term->word != NULL; term++)
    {
      const char *const *fields = care_box_fields (term->word);
      const char *const *items = care_box_items (term->word);

      g_assert_nonnull (fields[0]);
      for (guint i = 0; fields[i] != NULL; i++)
        g_assert_nonnull (care_kind_field (box, fields[i]));
      for (guint i = 0; items[i] != NULL; i++)
        if (!g_str_equal (items[i], "box_item"))
          g_assert_cmpstr (care_kind_field (item, items[i])->target, ==, items[i]);
    }
}

static void
test_other (void)
{
  g_assert_null (care_box_fields (NULL)[0]);
  g_assert_null (care_box_items ("no such kind")[0]);
  g_assert_null (care_box_items ("pull-quote")[0]);
  g_assert_cmpstr (care_box_items ("timeline")[1], ==, "event");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/box/every-kind", test_every_kind);
  g_test_add_func ("/domain/box/other", test_other);
  return g_test_run ();
}
