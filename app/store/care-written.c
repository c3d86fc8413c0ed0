/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-written.h"

#include "care-quantity-find.h"

#include <string.h>

/* Of figures that a number may stand for, two tell that it is not known which. */
#define MAX_FIGURES 2

/* All that is written in the briefing, one text after the other, and what its events are
 * called. */
static char *
join_texts (GPtrArray *records)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      CareRecord *record = g_ptr_array_index (records, i);
      const CareKind *kind = care_record_get_kind (record);

      if (care_record_is (record, "event"))
        g_string_append_printf (all, "%s\n", care_record_get_title (record));
      if (!care_record_is (record, "briefing") && !care_record_is (record, "section") && !care_record_is (record, "box"))
        continue;
      for (guint f = 0; f < kind->n_fields; f++)
        if (kind->fields[f].type == CARE_FIELD_PROSE && care_record_get_at (record, f) != NULL)
          g_string_append_printf (all, "%s\n", care_record_get_at (record, f));
    }
  return g_string_free (all, FALSE);
}

/* (transfer full) (nullable): the first word in *@at, which is moved behind it. */
static char *
next_word (const char **at)
{
  const char *start;

  while (**at != '\0' && !g_unichar_isalnum (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
  for (start = *at; **at != '\0' && g_unichar_isalnum (g_utf8_get_char (*at)); *at = g_utf8_next_char (*at))
    continue;
  return *at == start ? NULL : g_strndup (start, (gsize) (*at - start));
}

static GHashTable *
list_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *word;

  while ((word = next_word (&text)) != NULL)
    g_hash_table_add (words, word);
  return words;
}

/**
 * care_written_init:
 * @self: (out): filled in, until care_written_clear()
 * @records: (element-type CareRecord): a briefing and all that it shows
 *
 * Takes the texts of @records. What is in them is only known after care_written_read().
 */
void
care_written_init (CareWritten *self, GPtrArray *records)
{
  *self = (CareWritten){ .text = join_texts (records) };
}

/**
 * care_written_read:
 * @self: what is written
 *
 * Reads it, which takes long where it is long: in any thread.
 */
void
care_written_read (CareWritten *self)
{
  CareQuantityMatch match = { 0 };

  self->words = list_words (self->text);
  self->quantities = g_array_new (FALSE, FALSE, sizeof (CareQuantityMatch));
  g_array_set_clear_func (self->quantities, (GDestroyNotify) care_quantity_match_clear);
  for (gsize from = 0; care_quantity_next (self->text, from, &match); from = match.end)
    g_array_append_val (self->quantities, match);
  self->n_figures = g_new0 (guint, self->quantities->len);
}

/**
 * care_written_clear:
 * @self: what is written, read or not
 *
 * Frees what it holds.
 */
void
care_written_clear (CareWritten *self)
{
  g_free (self->text);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self->n_figures);
  g_clear_pointer (&self->quantities, g_array_unref);
}

/**
 * care_written_takes_quantity:
 * @self: what is written, and was read
 * @value: a quantity in its canonical form
 *
 * Returns: whether a number in it may stand for @value, and is not known yet to stand for
 *   so many that it is not known for which.
 */
gboolean
care_written_takes_quantity (CareWritten *self, const char *value)
{
  g_autoptr (CareQuantity) quantity = care_quantity_from_string (value, NULL);

  for (guint i = 0; quantity != NULL && i < self->quantities->len; i++)
    {
      gsize end;

      if (self->n_figures[i] < MAX_FIGURES
          && care_quantity_match_is (&g_array_index (self->quantities, CareQuantityMatch, i), self->text, quantity, &end))
        {
          self->n_figures[i]++;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * care_written_has_words:
 * @self: what is written, and was read
 * @value: a name or title
 *
 * Returns: whether @value is in it.
 */
gboolean
care_written_has_words (CareWritten *self, const char *value)
{
  const char *at = value;
  g_autofree char *first = next_word (&at);

  /* A long text is not gone through for each of many people. */
  return first != NULL && g_hash_table_contains (self->words, first)
         && strstr (self->text, value) != NULL;
}
