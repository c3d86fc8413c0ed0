/* SPDX-License-Identifier: GPL-3.0-or-later */
/* framestats.c - LD_PRELOAD shim: log the frame clock of any GTK 4 program.
 *
 * cc -shared -fPIC -O2 framestats.c -o libframestats.so $(pkg-config --cflags --libs gtk4)
 * UIDRIVE_FRAMES=<path> LD_PRELOAD=.../libframestats.so program
 *
 * Writes <path>.<pid>, one line for each frame, times in microseconds of
 * CLOCK_MONOTONIC:
 *   F <clock> <counter> <before-paint> <update> <layout> <paint> <after-paint> <snapshot-us> <processor>
 * where layout..paint is size allocation and CSS, paint..after-paint is
 * snapshot and render, snapshot-us the part of it spent in the toplevels'
 * snapshot functions, and processor what the thread had taken of it by then.
 * A turn of the main loop that took longer than a millisecond is a line, too:
 *   L <begin> <end> <processor at the begin> <processor at the end>
 * drive.py reads it; see App.frame_stats() and App.turns().
 */
#define _GNU_SOURCE
#include <gtk/gtk.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>
#include <stdio.h>
#include <stdlib.h>

enum { BEFORE, UPDATE, LAYOUT, PAINT, AFTER, N };
static const char *names[N] = { "before-paint", "update", "layout", "paint", "after-paint" };
static int fd = -1;
static gint64 t[N], snap;
static gint64 turn, turn_processor; /* when the last wait of the main loop ended */
static int depth;
static void (*window_snapshot) (GtkWidget *, GtkSnapshot *);

static gint64
processor (void)
{
  struct timespec time;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
put (const char *line, int len)
{
  if (write (fd, line, len) != len)
    {}
}

/* What the main loop waits with: between two calls it does not look at what there is to do. */
int
poll (struct pollfd *fds, nfds_t n, int timeout)
{
  static int (*wait) (struct pollfd *, nfds_t, int);
  gboolean mine = fd >= 0 && getpid () == gettid () && g_main_depth () == 0;
  char b[128];
  int done;

  if (wait == NULL)
    wait = dlsym (RTLD_NEXT, "poll");
  if (mine && turn != 0 && g_get_monotonic_time () - turn > 1000)
    put (b, snprintf (b, sizeof b, "L %ld %ld %ld %ld\n", (long) turn, (long) g_get_monotonic_time (),
                      (long) turn_processor, (long) processor ()));
  done = wait (fds, n, timeout);
  if (mine)
    {
      turn = g_get_monotonic_time ();
      turn_processor = processor ();
    }
  return done;
}

static gboolean
hook (GSignalInvocationHint *ih, guint n, const GValue *v, gpointer data)
{
  int what = GPOINTER_TO_INT (data);
  GdkFrameClock *clock = g_value_get_object (&v[0]);
  t[what] = g_get_monotonic_time ();
  if (what == BEFORE)
    {
      for (int i = 1; i < N; i++)
        t[i] = 0;
      snap = 0;
    }
  else if (what == AFTER && t[BEFORE])
    {
      char b[256];
      int len = snprintf (b, sizeof b, "F %p %ld %ld %ld %ld %ld %ld %ld %ld\n", (void *) clock,
                          (long) gdk_frame_clock_get_frame_counter (clock), (long) t[BEFORE],
                          (long) t[UPDATE], (long) t[LAYOUT], (long) t[PAINT], (long) t[AFTER], (long) snap,
                          (long) processor ());
      put (b, len);
      t[BEFORE] = 0;
    }
  return TRUE;
}

static void
timed_snapshot (GtkWidget *w, GtkSnapshot *s)
{
  gint64 t0 = g_get_monotonic_time ();
  depth++;
  window_snapshot (w, s);
  if (--depth == 0)
    snap += g_get_monotonic_time () - t0;
}

__attribute__ ((constructor)) static void
start (void)
{
  const char *path = getenv ("UIDRIVE_FRAMES");
  unsetenv ("LD_PRELOAD"); /* not for the program's children */
  if (!path)
    return;
  char *p = g_strdup_printf ("%s.%d", path, (int) getpid ());
  fd = open (p, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  g_free (p);
  if (fd < 0)
    return;
  g_type_ensure (GDK_TYPE_FRAME_CLOCK);
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  gpointer k = g_type_class_ref (GDK_TYPE_FRAME_CLOCK); /* keep: signals exist from here on */
  (void) k;
  for (int i = 0; i < N; i++)
    g_signal_add_emission_hook (g_signal_lookup (names[i], GDK_TYPE_FRAME_CLOCK), 0, hook, GINT_TO_POINTER (i), NULL);

  /* Subclasses copy the vfunc when their class is made, so this must come first. */
  GtkWidgetClass *wk = g_type_class_ref (GTK_TYPE_WINDOW);
  window_snapshot = wk->snapshot;
  wk->snapshot = timed_snapshot;
}
