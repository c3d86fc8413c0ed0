/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts, strips and images of a page by themselves. */

#pragma once

#include "care-page-flow.h"

G_BEGIN_DECLS

/* (transfer full): the picture as the address of an image that holds all of it. */
char *care_web_picture (const CareFlowParagraph *paragraph);

G_END_DECLS
