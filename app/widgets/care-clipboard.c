/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-clipboard.h"

#include <string.h>

/**
 * care_clipboard_put:
 * @clipboard: a clipboard
 * @text: plain words
 * @html: the same for a word processor or a spreadsheet
 *
 * Puts both on @clipboard.
 */
void
care_clipboard_put (GdkClipboard *clipboard, const char *text, const char *html)
{
  /* In GTK 4.8 nobody gets more than 256 KiB of a string, but all of the same bytes. */
  g_autoptr (GBytes) plain = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *both[] = { gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", plain),
                                 gdk_content_provider_new_typed (G_TYPE_STRING, text),
                                 gdk_content_provider_new_for_bytes ("text/html", bytes) };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  gdk_clipboard_set_content (clipboard, provider);
}
