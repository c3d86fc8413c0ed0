/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures by the hundred thousand, out of the words of the field and the actors
 * and places of the sample. */

#pragma once

#include <glib.h>

/* @n rows of CSV under a header. The same @seed gives the same rows. */
GBytes *bench_figures_csv (guint n, guint32 seed);
