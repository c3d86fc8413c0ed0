/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of fields: from what comes in to the one canonical text that is
 * kept, and from that to words for a person. */

#include "care-record.h"

#include "care-error.h"
#include "care-number-style.h"
#include "care-quantity-misread.h"
#include "care-typed-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A section is a few hundred words; nothing that a person writes comes near. */
#define MAX_TEXT_BYTES (1024 * 1024)
/* A photograph for print; several fit a file in the library format. */
#define MAX_FILE_BYTES (16 * 1024 * 1024)

static gboolean
check_text (const CareField *field, const char *text, GError **error)
{
  gsize limit = field->type == CARE_FIELD_BYTES ? MAX_FILE_BYTES : MAX_TEXT_BYTES;

  if (strlen (text) > limit)
    {
      g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT,
                   _ ("%s is too long; shorten it or divide it"), _ (field->label));
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT,
                   _ ("%s is not valid text; save it as UTF-8 and try again"), _ (field->label));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

/* How much of the beginning of @text needs no cleaning, which is nearly all. */
static gsize
measure_plain (const char *text)
{
  gsize length = 0;

  while (text[length] >= ' ' && text[length] <= '~')
    length++;
  return length;
}

/* Control characters come with pasted text, say nothing, and have no glyph to
 * be printed with; line breaks end a paragraph where there can be several. */
static void
append_clean (GString *clean, const char *at, gboolean several_lines)
{
  gunichar c = g_utf8_get_char (at);

  if (c == '\r' && at[1] == '\n')
    return;
  if (several_lines && (is_line_break (c) || c == '\r'))
    g_string_append_c (clean, '\n');
  else if (g_unichar_iscntrl (c) || is_line_break (c))
    g_string_append_c (clean, ' ');
  else
    g_string_append_unichar (clean, c);
}

static char *
clean_text (const char *text, gboolean several_lines)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gsize n_plain = measure_plain (p);

      g_string_append_len (clean, p, (gssize) n_plain);
      p += n_plain;
      if (*p == '\0')
        return g_string_free (clean, FALSE);
      append_clean (clean, p, several_lines);
    }
}

/* Whether there is nothing to be cleaned or stripped off. */
static gboolean
is_plain (const char *text)
{
  gsize length = measure_plain (text);

  return text[length] == '\0' && text[0] != ' ' && (length == 0 || text[length - 1] != ' ');
}

static char *
canonical_line (const char *text)
{
  if (is_plain (text))
    return g_strdup (text);
  return g_strstrip (clean_text (text, FALSE));
}

static char *
canonical_prose (const char *text)
{
  g_autofree char *clean = NULL;
  const char *p;

  if (is_plain (text))
    return g_strdup (text);
  clean = clean_text (text, TRUE);
  p = clean;
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return g_strdup (*p == '\0' ? "" : clean);
}

static char *
canonical_colour (const CareField *field, const char *text, GError **error)
{
  gboolean ok = strlen (text) == 7 && text[0] == '#';

  for (guint i = 1; ok && i < 7; i++)
    ok = g_ascii_isxdigit (text[i]);
  if (!ok)
    {
      g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_COLOUR,
                   _ ("“%s” is not a colour; write it as #rrggbb, such as #0087dc"), text);
      return NULL;
    }
  return g_ascii_strdown (text, -1);
}

static char *
canonical_choice (const CareField *field, const char *text, GError **error)
{
  if (care_vocabulary_find (field->vocabulary, text) != NULL)
    return g_strdup (text);
  g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_CHOICE,
               _ ("“%s” is not a choice for %s; choose one of the words listed"), text, _ (field->label));
  return NULL;
}

static char *
canonical_whole_number (const CareField *field, const char *text, gint64 least, int code, GError **error)
{
  gint64 number;

  if (g_ascii_string_to_signed (text, 10, least, G_MAXINT64, &number, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_set_error (error, CARE_DOMAIN_ERROR, code,
               _ ("“%s” is not a number for %s; write a whole number"), text, _ (field->label));
  return NULL;
}

static char *
canonical_quantity (const char *text, GError **error)
{
  g_autoptr (CareQuantity) quantity = care_quantity_from_string (text, NULL);

  if (quantity == NULL)
    quantity = care_quantity_parse (text, NULL, error);
  return quantity == NULL ? NULL : care_quantity_to_string (quantity);
}

/**
 * care_field_is_misread:
 * @field: a field
 * @text: (nullable): what a person wrote for it
 * @error: return location for a #CareDomainError
 *
 * A bare number and a word after it are a quantity as a library keeps it, whatever the word is: "12 bilion".
 * What a person writes is looked at first.
 *
 * Returns: whether @text may be meant for another number than it would be kept as: see
 *   care_quantity_find_misread().
 */
gboolean
care_field_is_misread (const CareField *field, const char *text, GError **error)
{
  g_autofree char *plain = field->type != CARE_FIELD_QUANTITY || text == NULL ? NULL : care_typed_text_normalise (text, '-');
  g_autofree char *says = plain == NULL ? NULL : care_quantity_find_misread (plain);

  if (says != NULL)
    g_set_error_literal (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_QUANTITY, says);
  return says != NULL;
}

static char *
canonical_date (const char *text, GError **error)
{
  g_autoptr (CareDate) date = care_date_parse (text, NULL, error);

  return date == NULL ? NULL : g_strdup (care_date_get_edtf (date));
}

static char *
canonical_bytes (const CareField *field, const char *text, GError **error)
{
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (text, &length);
  g_autofree char *again = g_base64_encode (bytes, length);

  if (strcmp (again, text) == 0)
    return g_steal_pointer (&again);
  g_set_error (error, CARE_DOMAIN_ERROR, CARE_DOMAIN_ERROR_TEXT,
               _ ("%s is not the contents of a file in base64"), _ (field->label));
  return NULL;
}

/**
 * care_field_canonical:
 * @field: a field
 * @text: a value as somebody typed it or a file holds it
 * @error: return location for a #CareDomainError
 *
 * Returns: (transfer full) (nullable): @text in the one form in which it is
 *   kept, "" where it says nothing, or %NULL if it is not a value of @field.
 */
char *
care_field_canonical (const CareField *field, const char *text, GError **error)
{
  g_autofree char *line = NULL;

  if (!check_text (field, text, error))
    return NULL;
  if (field->type == CARE_FIELD_PROSE)
    return canonical_prose (text);
  if (field->type == CARE_FIELD_BYTES)
    return canonical_bytes (field, text, error);

  line = canonical_line (text);
  if (line[0] == '\0')
    return g_steal_pointer (&line);

  switch (field->type)
    {
    case CARE_FIELD_CHOICE:
      return canonical_choice (field, line, error);
    case CARE_FIELD_QUANTITY:
      return canonical_quantity (line, error);
    case CARE_FIELD_DATE:
      return canonical_date (line, error);
    case CARE_FIELD_REFERENCE:
      return canonical_whole_number (field, line, 1, CARE_DOMAIN_ERROR_REFERENCE, error);
    case CARE_FIELD_NUMBER:
      return canonical_whole_number (field, line, 0, CARE_DOMAIN_ERROR_NUMBER, error);
    case CARE_FIELD_TEXT:
    case CARE_FIELD_PROSE:
    case CARE_FIELD_BYTES:
    default:
      return strcmp (field->name, "colour") == 0 ? canonical_colour (field, line, error)
                                                 : g_steal_pointer (&line);
    }
}

static char *
format_quantity (const char *value, const CareNumberStyle *style)
{
  g_autoptr (CareQuantity) quantity = care_quantity_from_string (value, NULL);

  return care_quantity_format (quantity, style);
}

/**
 * care_field_format:
 * @field: a field
 * @value: (nullable): its canonical value
 * @numbers: (nullable): how numbers and dates are written; %NULL: as in the house
 *
 * Returns: (transfer full): @value in words for a person; a reference stays an
 *   id, as only a library knows what it names.
 */
char *
care_field_format (const CareField *field, const char *value, const CareNumberStyle *numbers)
{
  if (value == NULL)
    return g_strdup ("");
  if (field->type == CARE_FIELD_CHOICE)
    return g_strdup (care_vocabulary_label (field->vocabulary, value));
  if (field->type == CARE_FIELD_QUANTITY)
    return format_quantity (value, numbers);
  if (field->type == CARE_FIELD_DATE)
    {
      g_autoptr (CareDate) date = care_date_from_edtf (value, NULL);
      return care_number_style_format_date (numbers, date);
    }
  return g_strdup (value);
}

/**
 * care_field_format_to_edit:
 * @field: a field that is typed in
 * @value: (nullable): its canonical value
 *
 * Returns: (transfer full): @value as a person would write it, which
 *   care_field_canonical() reads back as @value; where there are no such words, @value
 *   itself, so that leaving it alone never changes it.
 */
char *
care_field_format_to_edit (const CareField *field, const char *value)
{
  g_autofree char *words = NULL;
  g_autofree char *again = NULL;

  if (value == NULL || (field->type != CARE_FIELD_DATE && field->type != CARE_FIELD_QUANTITY))
    return g_strdup (value != NULL ? value : "");
  words = field->type == CARE_FIELD_QUANTITY ? format_quantity (value, CARE_QUANTITY_WHOLE)
                                             : care_field_format (field, value, NULL);
  again = care_field_canonical (field, words, NULL);
  return g_strcmp0 (again, value) == 0 ? g_steal_pointer (&words) : g_strdup (value);
}
