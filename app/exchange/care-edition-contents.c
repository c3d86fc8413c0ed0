/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-edition-contents.h"

#include "care-drafts.h"
#include "care-exchange-error.h"
#include "care-library-json.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* Fixed, as the time in gzip's header is by not being set, so that the same
 * snapshot gives the same bytes. */
#define LEVEL 9
#define CHUNK (64 * 1024)

/* Converts all of @bytes, or as much as gives a byte more than @max_bytes.
 * Returns NULL if they break off, go on after their end, or are wrong. */
static GBytes *
convert (GConverter *converter, GBytes *bytes, gsize max_bytes)
{
  g_autoptr (GByteArray) converted = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  GConverterResult result;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize at = 0;

  do
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (converter, data + at, length - at, chunk, CHUNK, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      at += n_read;
      g_byte_array_append (converted, chunk, (guint) n_written);
    }
  while (result != G_CONVERTER_FINISHED && converted->len <= max_bytes);
  if (result == G_CONVERTER_FINISHED && at < length)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&converted));
}

/**
 * care_edition_contents_write:
 * @snapshot: a briefing and all that it shows
 * @error: return location for a #CareExchangeError;
 *   %CARE_EXCHANGE_ERROR_TOO_LARGE if there is more than an edition can hold
 *
 * Returns: (transfer full) (nullable): the contents of an edition; the same
 *   @snapshot gives the same bytes.
 */
GBytes *
care_edition_contents_write (CareSnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) records = care_snapshot_get_records (snapshot);
  g_autoptr (GBytes) json = care_library_json_write (records);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, LEVEL);
  g_autoptr (GBytes) contents = NULL;

  if (g_bytes_get_size (json) <= CARE_LIBRARY_JSON_MAX_BYTES)
    contents = convert (G_CONVERTER (compressor), json, CARE_EDITION_CONTENTS_MAX_BYTES);
  if (contents != NULL && g_bytes_get_size (contents) <= CARE_EDITION_CONTENTS_MAX_BYTES)
    return g_steal_pointer (&contents);
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE,
               _ ("The briefing shows more than the 12 MB that an edition can hold; use smaller images"));
  return NULL;
}

static void
set_damaged (GError **error)
{
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_DAMAGED,
               _ ("What this edition holds is damaged and cannot be read; restore a backup of the library"));
}

static void
set_too_large (GError **error)
{
  g_set_error (error, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_TOO_LARGE,
               _ ("This edition is larger than any that CareBrief makes and is not read; restore a backup of the "
                  "library"));
}

static GBytes *
inflate (GBytes *bytes, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) json = NULL;

  if (g_bytes_get_size (bytes) > CARE_EDITION_CONTENTS_MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }
  json = convert (G_CONVERTER (decompressor), bytes, CARE_LIBRARY_JSON_MAX_BYTES);
  if (json == NULL)
    set_damaged (error);
  else if (g_bytes_get_size (json) > CARE_LIBRARY_JSON_MAX_BYTES)
    set_too_large (error);
  else
    return g_steal_pointer (&json);
  return NULL;
}

static CareRecord *
find_briefing (GPtrArray *records, CareId id)
{
  for (guint i = 0; i < records->len; i++)
    if (care_record_is (g_ptr_array_index (records, i), "briefing")
        && care_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* A snapshot holds whatever its records name, so that none is missing. */
static gboolean
is_complete (GPtrArray *records)
{
  g_autoptr (GPtrArray) problems = care_drafts_check_references (records, NULL, NULL);

  return problems->len == 0;
}

/**
 * care_edition_contents_read:
 * @bytes: the contents of an edition
 * @briefing: the id of the briefing that it is an edition of
 * @error: return location for a #CareExchangeError: %CARE_EXCHANGE_ERROR_DAMAGED,
 *   %CARE_EXCHANGE_ERROR_TOO_LARGE or %CARE_EXCHANGE_ERROR_NEWER
 *
 * Returns: (transfer full) (nullable): the briefing as it stood, with every
 *   record that it showed.
 */
CareSnapshot *
care_edition_contents_read (GBytes *bytes, CareId briefing, GError **error)
{
  g_autoptr (GBytes) json = inflate (bytes, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) reason = NULL;
  CareRecord *record;

  if (json == NULL)
    return NULL;
  records = care_library_json_read (json, NULL, &reason);
  if (g_error_matches (reason, CARE_EXCHANGE_ERROR, CARE_EXCHANGE_ERROR_NEWER))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  record = records == NULL ? NULL : find_briefing (records, briefing);
  if (record == NULL || !is_complete (records))
    {
      set_damaged (error);
      return NULL;
    }
  return care_snapshot_new (record, records);
}

/**
 * care_edition_contents_open:
 * @edition: an edition
 * @error: return location for a #CareExchangeError, see
 *   care_edition_contents_read()
 *
 * Returns: (transfer full) (nullable): the briefing as it stood when @edition
 *   was made, with every record that it showed.
 */
CareSnapshot *
care_edition_contents_open (CareRecord *edition, GError **error)
{
  const char *base64 = care_record_get (edition, "contents");
  gsize length;
  guchar *data = g_base64_decode (base64 == NULL ? "" : base64, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);

  return care_edition_contents_read (bytes, care_record_get_reference (edition, "briefing"), error);
}
