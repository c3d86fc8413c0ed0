/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-memory.h"

#include <malloc.h>

/**
 * care_memory_give_back:
 *
 * Gives back to the system what has been freed: what a thread had for a job that goes over all
 * of a library, the C library would keep for a next one. In any thread; it takes about a
 * thousandth of a second.
 */
void
care_memory_give_back (void)
{
  malloc_trim (0);
}
