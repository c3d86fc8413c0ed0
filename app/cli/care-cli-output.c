/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* realpath() */

#include "care-cli-output.h"

#include "care-error.h"
#include "care-exchange-error.h"
#include "care-page.h"
#include "care-store-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct
{
  int code;
  CareCliStatus status;
} Row;

static const Row store_rows[] = {
  { CARE_STORE_ERROR_MISSING, CARE_CLI_MISSING },
  { CARE_STORE_ERROR_EXISTS, CARE_CLI_NO_ACCESS },
  { CARE_STORE_ERROR_NOT_A_LIBRARY, CARE_CLI_NOT_A_LIBRARY },
  { CARE_STORE_ERROR_NEWER, CARE_CLI_NEWER },
  { CARE_STORE_ERROR_DAMAGED, CARE_CLI_DAMAGED },
  { CARE_STORE_ERROR_IN_USE, CARE_CLI_NO_ACCESS },
  { CARE_STORE_ERROR_IN_USE_ELSEWHERE, CARE_CLI_NO_ACCESS },
  { CARE_STORE_ERROR_MOVED, CARE_CLI_NO_ACCESS },
  { CARE_STORE_ERROR_NO_ACCESS, CARE_CLI_NO_ACCESS },
  { CARE_STORE_ERROR_DISK_FULL, CARE_CLI_DISK_FULL },
  { CARE_STORE_ERROR_IO, CARE_CLI_NO_ACCESS },
  { CARE_STORE_ERROR_REFERENCE, CARE_CLI_REFUSED },
  { CARE_STORE_ERROR_CONFLICT, CARE_CLI_REFUSED },
  { CARE_STORE_ERROR_NO_RECORD, CARE_CLI_NO_RECORD },
  { CARE_STORE_ERROR_FROZEN, CARE_CLI_REFUSED },
  { CARE_STORE_ERROR_TOO_LARGE, CARE_CLI_REFUSED },
};

static const Row exchange_rows[] = {
  { CARE_EXCHANGE_ERROR_NOT_THE_FORMAT, CARE_CLI_NOT_A_LIBRARY },
  { CARE_EXCHANGE_ERROR_SYNTAX, CARE_CLI_NOT_A_LIBRARY },
  { CARE_EXCHANGE_ERROR_NEWER, CARE_CLI_NEWER },
  { CARE_EXCHANGE_ERROR_TOO_LARGE, CARE_CLI_REFUSED },
  { CARE_EXCHANGE_ERROR_TOO_DEEP, CARE_CLI_REFUSED },
  { CARE_EXCHANGE_ERROR_PROBLEMS, CARE_CLI_REFUSED },
  { CARE_EXCHANGE_ERROR_DAMAGED, CARE_CLI_DAMAGED },
};

static const Row io_rows[] = {
  { G_IO_ERROR_NOT_FOUND, CARE_CLI_MISSING },
  { G_IO_ERROR_NOT_DIRECTORY, CARE_CLI_MISSING },
  { G_IO_ERROR_NO_SPACE, CARE_CLI_DISK_FULL },
  { G_IO_ERROR_PERMISSION_DENIED, CARE_CLI_NO_ACCESS },
  { G_IO_ERROR_READ_ONLY, CARE_CLI_NO_ACCESS },
  { G_IO_ERROR_IS_DIRECTORY, CARE_CLI_NO_ACCESS },
};

static CareCliStatus
find_status (const Row *rows, guint n_rows, int code, CareCliStatus other)
{
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].code == code)
      return rows[i].status;
  return other;
}

static CareCliStatus
status_of (const GError *error)
{
  if (error->domain == CARE_STORE_ERROR)
    return find_status (store_rows, G_N_ELEMENTS (store_rows), error->code, CARE_CLI_FAILED);
  if (error->domain == CARE_EXCHANGE_ERROR)
    return find_status (exchange_rows, G_N_ELEMENTS (exchange_rows), error->code, CARE_CLI_FAILED);
  if (error->domain == G_IO_ERROR)
    return find_status (io_rows, G_N_ELEMENTS (io_rows), error->code, CARE_CLI_NO_ACCESS);
  /* What comes in has been checked before; so this is what a library holds. */
  if (error->domain == CARE_DOMAIN_ERROR)
    return CARE_CLI_DAMAGED;
  if (g_error_matches (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_OVERSET))
    return CARE_CLI_OVERSET;
  if (g_error_matches (error, CARE_PAGE_ERROR, CARE_PAGE_ERROR_DAMAGED))
    return CARE_CLI_DAMAGED;
  return CARE_CLI_FAILED;
}

/**
 * care_cli_clean:
 * @text: what a file or a person says
 *
 * Returns: (transfer full): @text on one line and without anything that a
 *   terminal would take for a command or that would turn the line about.
 */
char *
care_cli_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_unichar (clean, c == 0xa0 || c == 0x202f ? c : ' ');
      else if (g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
               || c == 0x2028 || c == 0x2029)
        g_string_append_unichar (clean, 0xfffd);
      else
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/**
 * care_cli_fail:
 * @status: the exit code
 * @format: one sentence for a person, translated
 * @...: for @format
 *
 * Says on stderr what has gone wrong, in one line.
 *
 * Returns: @status.
 */
CareCliStatus
care_cli_fail (CareCliStatus status, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  line = care_cli_clean (message);
  fprintf (stderr, "carebrief: %s\n", line);
  return status;
}

/* What @error says; where that is something to be done which the window has a button
 * for, also the command for it. */
static char *
describe_error (const GError *error)
{
  if (g_error_matches (error, CARE_STORE_ERROR, CARE_STORE_ERROR_IN_USE_ELSEWHERE))
    return g_strdup_printf (_ ("%s (`carebrief unlock` takes it over)"), error->message);
  return g_strdup (error->message);
}

/**
 * care_cli_fail_with:
 * @error: what has gone wrong
 * @path: (nullable): the file that it is about
 *
 * Says on stderr what has gone wrong, in one line; of a library that is damaged, or
 * open on another machine, also what can be done.
 *
 * Returns: the exit code for @error.
 */
CareCliStatus
care_cli_fail_with (const GError *error, const char *path)
{
  CareCliStatus status = status_of (error);
  g_autofree char *message = describe_error (error);

  if (path == NULL)
    return care_cli_fail (status, "%s", message);
  if (status == CARE_CLI_DAMAGED)
    return care_cli_fail (status,
                          _ ("%s: %s (`carebrief backups` lists what there is to restore, and `carebrief recover` "
                             "reads what still can be read)"),
                          path, message);
  return care_cli_fail (status, "%s: %s", path, message);
}

/**
 * care_cli_fail_making:
 * @error: what has gone wrong
 * @path: the file that was to be made
 *
 * As care_cli_fail_with(); what is missing is then not the file but its folder.
 *
 * Returns: the exit code for @error.
 */
CareCliStatus
care_cli_fail_making (const GError *error, const char *path)
{
  CareCliStatus status = status_of (error);

  return care_cli_fail (status == CARE_CLI_MISSING ? CARE_CLI_NO_ACCESS : status, "%s: %s", path, error->message);
}

/**
 * care_cli_print_bytes:
 * @bytes: what to print
 *
 * Prints to stdout. Where nobody reads on, as with `| head`, that is no failure.
 *
 * Returns: %CARE_CLI_DONE, or the exit code for what has gone wrong.
 */
CareCliStatus
care_cli_print_bytes (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  int code;

  if (length == 0)
    return CARE_CLI_DONE;
  errno = 0;
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return CARE_CLI_DONE;
  code = errno;
  if (code == EPIPE)
    return CARE_CLI_DONE;
  if (code == ENOSPC || code == EDQUOT)
    return care_cli_fail (CARE_CLI_DISK_FULL, _ ("The disk is full; make room and try again"));
  return care_cli_fail (CARE_CLI_NO_ACCESS, _ ("The output cannot be written: %s"), g_strerror (code));
}

/**
 * care_cli_print:
 * @text: what to print
 *
 * Prints to stdout, see care_cli_print_bytes().
 *
 * Returns: %CARE_CLI_DONE, or the exit code for what has gone wrong.
 */
CareCliStatus
care_cli_print (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return care_cli_print_bytes (bytes);
}

/* To open a pipe by a name of its own would wait for somebody to write to it; what
 * the shell has opened, as in `import a.carebrief <(make-records)`, waits for nobody. */
static gboolean
check_input (const char *path, GError **error)
{
  static const char *const opened[] = { "/dev/stdin", "/dev/fd/", "/proc/self/fd/" };
  GStatBuf info;

  if (g_stat (path, &info) != 0 || !S_ISFIFO (info.st_mode))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    if (g_str_has_prefix (path, opened[i]))
      return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
               _ ("This is a pipe, not a file; write what comes out of it to a file, or name /dev/stdin"));
  return FALSE;
}

/**
 * care_cli_read_file:
 * @path: of a file
 * @max_bytes: where reading ends
 * @error: return location for a #GIOErrorEnum
 *
 * Reads a file, or a byte more than @max_bytes of it, so that a file without an
 * end is seen to be too large.
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
GBytes *
care_cli_read_file (const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = check_input (path, error) ? g_file_read (file, NULL, error) : NULL;
  g_autoptr (GByteArray) read = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gssize n;

  if (stream == NULL)
    return NULL;
  do
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (read, buffer, (guint) n);
    }
  while (n > 0 && read->len <= max_bytes);
  return g_byte_array_free_to_bytes (g_steal_pointer (&read));
}

/* The file that is to be replaced: a rename would put a file in the place of a
 * link, or of a device. */
static char *
resolve_output (const char *path, mode_t *mode, GError **error)
{
  g_autofree char *resolved = NULL;
  char *real = realpath (path, NULL);
  GStatBuf info;

  resolved = g_strdup (real == NULL ? path : real);
  free (real);
  *mode = 0666;
  if (g_lstat (resolved, &info) != 0)
    return g_steal_pointer (&resolved);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("This is not a file that can be replaced; choose another name"));
      return NULL;
    }
  *mode = info.st_mode & 0777;
  return g_steal_pointer (&resolved);
}

static void
set_write_error (const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("The disk is full; make room and try again"));
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _ ("There is no such folder to write to; make it or choose another"));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _ ("The file cannot be written; choose another folder (%s)"), cause->message);
}

/**
 * care_cli_write_file:
 * @path: of a file
 * @bytes: what is to be in it
 * @error: return location for a #GIOErrorEnum
 *
 * Writes a file beside @path and renames it once it is safe on the disk.
 *
 * Returns: %FALSE if it was not done; a file that was there is as it was.
 */
gboolean
care_cli_write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  mode_t mode;
  g_autofree char *resolved = resolve_output (path, &mode, error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (resolved == NULL)
    return FALSE;
  if (g_file_set_contents_full (resolved, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, (int) mode,
                                &cause))
    return TRUE;
  set_write_error (cause, error);
  return FALSE;
}

/**
 * care_cli_format_count:
 * @count: a number
 *
 * Returns: (transfer full): "1,234,567", the same in every locale.
 */
char *
care_cli_format_count (guint64 count)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GUINT64_FORMAT, count);
  for (gssize at = (gssize) text->len - 3; at > 0; at -= 3)
    g_string_insert_c (text, at, ',');
  return g_string_free (text, FALSE);
}
