#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive a GTK 4 / libadwaita program in a real window, as a user would.

    with App(["./build/myapp"], size=(1280, 800)) as app:
        app.click(app.find("push button", "Open"))
        app.type("hello")
        app.key("ctrl+s")
        app.wait_for(role="dialog")
        app.screenshot("after.png")

As a command:   tests/ui/drive.py [options] -- program args...
                dumps the accessibility tree, writes a screenshot and, with
                --audit, reports accessibility offenders.

Runs as root in a container: it starts its own X server, session bus,
accessibility bus and window manager, gives the program its own empty home and
XDG directories, and on exit ends only processes it started, by process id.

Needs (Debian 12): python3-gi python3-xlib xvfb dbus at-spi2-core openbox;
xclip for the clipboard, weston for Wayland, mutter for GNOME's own look; for
frame statistics also gcc, pkg-config and libgtk-4-dev.
Must run under the system interpreter (python3-gi lives there).
"""

import argparse
import ctypes
import json
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import uuid
import zlib

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

try:
    import Xlib.display
    import Xlib.X
    import Xlib.error
    import Xlib.XK as XK
    from Xlib.ext import xtest
except ImportError:  # only the tree can then be read
    Xlib = None

HERE = os.path.dirname(os.path.abspath(__file__))

ROLES = """invalid;accelerator label;alert;animation;arrow;calendar;canvas;check box;check menu item;
color chooser;column header;combo box;date editor;desktop icon;desktop frame;dial;dialog;directory pane;
drawing area;file chooser;filler;focus traversable;font chooser;frame;glass pane;html container;icon;image;
internal frame;label;layered pane;list;list item;menu;menu bar;menu item;option pane;page tab;page tab list;
panel;password text;popup menu;progress bar;push button;radio button;radio menu item;root pane;row header;
scroll bar;scroll pane;separator;slider;spin button;split pane;status bar;table;table cell;
table column header;table row header;tearoff menu item;terminal;text;toggle button;tool bar;tool tip;tree;
tree table;unknown;viewport;window;extended;header;footer;paragraph;ruler;application;autocomplete;editbar;
embedded;entry;chart;caption;document frame;heading;page;section;redundant object;form;link;
input method window;table row;tree item;document spreadsheet;document presentation;document text;
document web;document email;comment;list box;grouping;image map;notification;info bar;level bar;title bar;
block quote;audio;video;definition;article;landmark;log;marquee;math;rating;timer;static;math fraction;
math root;subscript;superscript;description list;description term;description value;footnote;
content deletion;content insertion;mark;suggestion;push button menu""".replace("\n", "").split(";")

STATES = """invalid active armed busy checked collapsed defunct editable enabled expandable expanded
focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed resizable
selectable selected sensitive showing single-line stale transient vertical visible manages-descendants
indeterminate required truncated animated invalid-entry supports-autocompletion selectable-text is-default
visited checkable has-popup read-only""".split()

A = "org.a11y.atspi."
NULL = "/org/a11y/atspi/null"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


# GtkPopover has the role "filler", GtkPopoverMenu "menu"; a label may change nothing here
POPOVER_ROLES = ("filler", "menu", "panel", "popup menu", "list", "dialog", "grouping", "tool tip")


def role_name(r):
    return ROLES[r] if r < len(ROLES) else f"role-{r}"


def state_set(words):
    bits = words[0] | (words[1] << 32)
    return frozenset(s for i, s in enumerate(STATES) if bits >> i & 1)


def is_type_name(name, prefixes=("Gtk", "Adw", "Gdk")):
    """True for "GtkImage" and its like: GTK 4.8 answers the GObject type name
    of a widget that has no accessible name."""
    return bool(re.fullmatch("(?:%s)[A-Z][A-Za-z0-9]*" % "|".join(prefixes), name))


def plain_name(name):
    """GTK 4.8 joins a mnemonic label and its plain form: "_Run Run" -> "Run"."""
    w = name.split(" ")
    if len(w) % 2 == 0 and "_" in name:
        a, b = " ".join(w[:len(w) // 2]), " ".join(w[len(w) // 2:])
        if a.replace("__", "\0").replace("_", "").replace("\0", "_") == b:
            return b
    return name


class DriveError(Exception):
    pass


class Gone(DriveError):
    """The accessible object no longer exists."""


class NotFound(DriveError):
    pass


class AppFailed(DriveError):
    pass


# ---------------------------------------------------------------- accessibility


class Node:
    """One accessible object, read straight over D-Bus (nothing is cached
    except what a tree() snapshot recorded)."""

    __slots__ = ("app", "bus", "path", "parent", "children", "name", "role", "states", "interfaces")

    def __init__(self, app, bus, path, parent=None):
        self.app, self.bus, self.path, self.parent = app, bus, path, parent
        self.children, self.name, self.role, self.states, self.interfaces = [], "", "invalid", frozenset(), ()

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def __eq__(self, other):
        return isinstance(other, Node) and (self.bus, self.path) == (other.bus, other.path)

    def __hash__(self):
        return hash((self.bus, self.path))

    # -- raw calls
    def call(self, iface, method, sig=None, *args, timeout=5000):
        return self.app._dcall(self.bus, self.path, A + iface, method, sig, args, timeout)

    def prop(self, iface, name):
        return self.app._dcall(self.bus, self.path, "org.freedesktop.DBus.Properties", "Get", "(ss)",
                               (A + iface, name), 5000)[0]

    def has(self, iface):
        return A + iface in self.interfaces

    # -- fresh reads
    def refresh(self):
        """Read this object's name, role, states and interfaces again."""
        n = self.app._fetch([self])
        if not n:
            raise Gone(repr(self))
        return self

    def state(self, s):
        return s in self.refresh().states

    @property
    def description(self):
        return self.prop("Accessible", "Description")

    @property
    def accessible_id(self):
        try:
            return self.prop("Accessible", "AccessibleId")
        except DriveError:
            return ""

    @property
    def attributes(self):
        return self.call("Accessible", "GetAttributes")[0]

    @property
    def relations(self):
        return self.call("Accessible", "GetRelationSet")[0]

    @property
    def text(self):
        """The text content, or None when the object has no Text interface."""
        if not self.has("Text"):
            return None
        # GTK 4.8 answers '' for an end of -1, so ask for the length first.
        n = self.prop("Text", "CharacterCount")
        return self.call("Text", "GetText", "(ii)", 0, n)[0] if n else ""

    @property
    def caret(self):
        return self.prop("Text", "CaretOffset")

    @property
    def selection(self):
        n = self.call("Text", "GetNSelections")[0]
        return [self.call("Text", "GetSelection", "(i)", i) for i in range(n)]

    @property
    def value(self):
        if not self.has("Value"):
            return None
        return self.prop("Value", "CurrentValue")

    def set_value(self, v):
        """Set a range's value through accessibility (not as a user would)."""
        self.app._dcall(self.bus, self.path, "org.freedesktop.DBus.Properties", "Set", "(ssv)",
                        (A + "Value", "CurrentValue", GLib.Variant("d", v)), 5000)

    @property
    def actions(self):
        """[(name, description, keybinding)], empty when there is none."""
        if not self.has("Action"):
            return []
        return self.call("Action", "GetActions")[0]

    def do(self, action=0):
        """Perform an accessible action, by index or name."""
        if isinstance(action, str):
            names = [a[0] for a in self.actions]
            if action not in names:
                raise DriveError(f"{self!r} has no action {action!r}, only {names}")
            action = names.index(action)
        return self.call("Action", "DoAction", "(i)", action)[0]

    def set_text(self, text):
        """Replace the text through accessibility (not as a user would)."""
        if not self.call("EditableText", "SetTextContents", "(s)", text)[0]:
            raise DriveError(f"{self!r} refused SetTextContents")

    def extents(self, coords=1):
        """x, y, width, height; coords 1 = relative to the window widget,
        2 = to the parent.  Never ask for 0 (screen): GTK 4 warns and lies."""
        return self.call("Component", "GetExtents", "(u)", coords)[0]

    def grab_focus(self):
        return self.call("Component", "GrabFocus")[0]

    # -- walking a snapshot
    def walk(self):
        yield self
        for c in self.children:
            yield from c.walk()

    def ancestors(self):
        n = self.parent
        while n is not None:
            yield n
            n = n.parent

    @property
    def is_toplevel(self):
        # by place, not role: a GtkFileChooserDialog has the role "filler"
        return self.parent is None or self.parent.role == "application"

    @property
    def toplevel(self):
        return next(n for n in [self] + list(self.ancestors()) if n.is_toplevel)

    def dump(self, full=False):
        """This part of the snapshot as text.  Unless full: unnamed containers
        are left out, as are objects with no size (never shown so far), labels
        that only repeat their parent's name, and class-wide actions."""
        nodes = list(self.walk())
        app = self.app
        P = "org.freedesktop.DBus.Properties"
        ext = app._gather([(n, A + "Component", "GetExtents", "(u)", (1,)) for n in nodes])
        ext = {id(n): e[0] if e else None for n, e in zip(nodes, ext)}
        withtext = [n for n in nodes if n.has("Text") and n.role != "label"]
        texts = {id(n): n.text for n in withtext if n.path}
        vals = [n for n in nodes if n.has("Value")]
        values = dict(zip(map(id, vals), app._gather([(n, P, "Get", "(ss)", (A + "Value", "CurrentValue"))
                                                      for n in vals])))
        acts = [n for n in nodes if n.has("Action") and n.role != "label"]
        actions = dict(zip(map(id, acts), app._gather([(n, A + "Action", "GetActions", None, None) for n in acts])))
        out = []

        def visit(n, depth):
            e = ext[id(n)]
            if not full:
                if e and n.role != "application" and (e[2] <= 0 or e[3] <= 0):
                    return
                if n.role == "label" and n.parent and plain_name(n.parent.name) == n.name:
                    return
                if n.role in ("panel", "filler") and (not n.name or is_type_name(n.name)):
                    for c in n.children:
                        visit(c, depth)
                    return
            line = "  " * depth + f"{n.role} {n.name!r}"
            st = [x for x in sorted(n.states) if x not in ("enabled", "sensitive", "visible", "showing")]
            if n.role != "application" and "sensitive" not in n.states:
                st.append("INSENSITIVE")
            if n.role != "application" and "visible" not in n.states:
                st.append("HIDDEN")
            line += f" [{' '.join(st)}]" if st else ""
            if texts.get(id(n)):
                line += f" text={texts[id(n)][:60]!r}"
            if values.get(id(n)):
                line += f" value={values[id(n)][0]:g}"
            a = actions.get(id(n))
            a = [x[0] for x in a[0] if full or "." not in x[0]] if a else []
            line += " actions=" + ",".join(a) if a else ""
            if e:
                line += " %d,%d %dx%d" % e
            out.append(line)
            for c in n.children:
                visit(c, depth + 1)

        visit(self, 0)
        return "\n".join(out)


# ---------------------------------------------------------------- the session


DBUS_CONF = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:path=%(sock)s</listen><auth>EXTERNAL</auth>
%(services)s
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy>
<limit name="reply_timeout">60000</limit></busconfig>
"""


def _die_with_parent():
    try:
        ctypes.CDLL("libc.so.6").prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG
    except OSError:
        pass


class Session:
    """An X server, a session bus, an accessibility bus and a window manager."""

    def __init__(self, size=(1280, 800), wm="openbox", services="a11y", env=None, verbose=False,
                 dpi=96, keep=False, animations=False, text_dpi=None):
        self.animations = animations
        self.text_dpi = text_dpi  # 192 is text of twice the size
        self.size, self.wm, self.services, self.verbose, self.dpi, self.keep = size, wm, services, verbose, dpi, keep
        self.extra_env = dict(env or {})
        self.marker = "uidrive-" + uuid.uuid4().hex
        self.procs = []
        self.dir = None
        self.conn = None
        self.xd = None

    # -- start
    def start(self):
        self.dir = tempfile.mkdtemp(prefix="uidrive-")
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def path(self, *parts):
        return os.path.join(self.dir, *parts)

    def _spawn(self, argv, **kw):
        p = subprocess.Popen(argv, start_new_session=True, preexec_fn=_die_with_parent, **kw)
        self.procs.append(p)
        return p

    def _start(self):
        for d in ("home", "config", "data", "cache", "state", "run", "tmp"):
            os.makedirs(self.path(d), mode=0o700)
        e = {k: v for k, v in os.environ.items()
             if k in ("PATH", "LANG", "LC_ALL", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "XDG_DATA_DIRS",
                      "GSETTINGS_SCHEMA_DIR", "GI_TYPELIB_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                      "LSAN_OPTIONS", "G_DEBUG", "G_MESSAGES_DEBUG", "G_SLICE", "MALLOC_CHECK_")}
        e.setdefault("LANG", "C.UTF-8")
        e.update(
            HOME=self.path("home"), XDG_CONFIG_HOME=self.path("config"), XDG_DATA_HOME=self.path("data"),
            XDG_CACHE_HOME=self.path("cache"), XDG_STATE_HOME=self.path("state"),
            XDG_RUNTIME_DIR=self.path("run"), TMPDIR=self.path("tmp"), UIDRIVE=self.marker,
            GSETTINGS_BACKEND="memory", GIO_USE_VFS="local", GIO_USE_VOLUME_MONITOR="unix",
            GTK_USE_PORTAL="0", ADW_DISABLE_PORTAL="1", GTK_A11Y="atspi", GDK_BACKEND="x11",
            XDG_SESSION_TYPE="x11", XDG_CURRENT_DESKTOP="GNOME", LIBGL_ALWAYS_SOFTWARE="1")
        e.update(self.extra_env)
        self.env = e
        log = open(self.path("session.log"), "wb")

        r, w = os.pipe()
        self.xvfb = self._spawn(
            ["Xvfb", "-displayfd", str(w), "-screen", "0", "%dx%dx24" % self.size, "-dpi", str(self.dpi),
             "-nolisten", "tcp", "-noreset", "+extension", "XTEST", "+extension", "DAMAGE"],
            pass_fds=(w,), stdout=log, stderr=log, env=e)
        os.close(w)
        n = self._readline(r, 15, "Xvfb").strip()
        e["DISPLAY"] = ":" + n

        conf, sock = self.path("bus.conf"), self.path("bus")
        svc = "<standard_session_servicedirs/>"
        if self.services == "a11y":
            os.makedirs(self.path("services"))
            for d in (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":") + ["/usr/share"]:
                src = os.path.join(d, "dbus-1", "services", "org.a11y.Bus.service")
                if os.path.exists(src):
                    shutil.copy(src, self.path("services"))
                    break
            svc = f"<servicedir>{self.path('services')}</servicedir>"
        with open(conf, "w") as f:
            f.write(DBUS_CONF % dict(sock=sock, services=svc))
        r, w = os.pipe()
        self.dbus = self._spawn(["dbus-daemon", "--config-file=" + conf, "--nofork", "--print-address=%d" % w],
                                pass_fds=(w,), stdout=log, stderr=log, env=e)
        os.close(w)
        e["DBUS_SESSION_BUS_ADDRESS"] = self._readline(r, 15, "dbus-daemon").strip()

        self.conn = self._connect(e["DBUS_SESSION_BUS_ADDRESS"])
        self.a11y = None
        addr = self._rawcall(self.conn, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, (), 15000)[0]
        self.a11y = self._connect(addr)
        # Start the registry now: an application that comes first only queues itself.
        self._rawcall(self.a11y, REGISTRY[0], REGISTRY[1], A + "Accessible", "GetChildren", None, (), 15000)

        os.makedirs(self.path("config", "gtk-4.0"))
        with open(self.path("config", "gtk-4.0", "settings.ini"), "w") as f:
            f.write(GTK_SETTINGS + "gtk-enable-animations=%s\n" % ("true" if self.animations else "false"))
        if self.wm:
            argv = [self.wm] if isinstance(self.wm, str) else list(self.wm)
            if argv[0] == "openbox":
                os.makedirs(self.path("config", "openbox"))
                with open(self.path("config", "openbox", "rc.xml"), "w") as f:
                    f.write(OPENBOX_RC)
            self.wmproc = self._spawn(argv, stdout=log, stderr=log, env=e)
        if Xlib:
            self.xd = Xlib.display.Display(e["DISPLAY"])
            if self.text_dpi:
                self._offer_text_dpi()
            if self.wm:
                self._wait(lambda: self._root_prop("_NET_SUPPORTING_WM_CHECK"), 10, "window manager")

    def _offer_text_dpi(self):
        """As a settings daemon does (XSETTINGS): GTK takes it from no file."""
        name = b"Xft/DPI"
        value = struct.pack("<BBHII", 0, 0, 0, 1, 1) + struct.pack("<BBH", 0, 0, len(name)) + name.ljust(8, b"\0")
        atom = self.xd.intern_atom("_XSETTINGS_SETTINGS")
        self.xsettings = self.xd.screen().root.create_window(0, 0, 1, 1, 0, Xlib.X.CopyFromParent)
        self.xsettings.change_property(atom, atom, 8, value + struct.pack("<Ii", 1, self.text_dpi * 1024))
        self.xsettings.set_selection_owner(self.xd.intern_atom("_XSETTINGS_S0"), Xlib.X.CurrentTime)
        self.xd.sync()

    def _readline(self, fd, timeout, what):
        buf = b""
        end = time.monotonic() + timeout
        while not buf.endswith(b"\n"):
            if not select.select([fd], [], [], max(0, end - time.monotonic()))[0]:
                raise DriveError(f"{what} did not start")
            c = os.read(fd, 256)
            if not c:
                raise DriveError(f"{what} ended at start: {self.session_log()[-500:]}")
            buf += c
        os.close(fd)
        return buf.decode()

    def session_log(self):
        try:
            with open(self.path("session.log"), errors="replace") as f:
                return f.read()
        except OSError:
            return ""

    def _root_prop(self, name):
        p = self.xd.screen().root.get_full_property(self.xd.intern_atom(name), Xlib.X.AnyPropertyType)
        return list(p.value) if p else None

    @staticmethod
    def _wait(fn, timeout, what, step=0.02):
        end = time.monotonic() + timeout
        while True:
            v = fn()
            if v:
                return v
            if time.monotonic() > end:
                raise DriveError(f"timed out after {timeout:g} s waiting for {what}")
            time.sleep(step)

    # -- D-Bus
    @staticmethod
    def _connect(addr):
        c = Gio.DBusConnection.new_for_address_sync(
            addr, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        c.set_exit_on_close(False)
        return c

    @staticmethod
    def _rawcall(conn, bus, path, iface, method, sig, args, timeout, unpack=True):
        try:
            v = conn.call_sync(bus, path, iface, method, GLib.Variant(sig, args) if sig else None, None,
                               Gio.DBusCallFlags.NONE, timeout, None)
            return v.unpack() if unpack else v
        except GLib.Error as e:
            m = e.message
            if any(s in m for s in ("UnknownObject", "UnknownMethod", "ServiceUnknown", "NoReply", "closed",
                                    "does not exist", "No such")):
                raise Gone(f"{method} on {path}: {m}") from None
            raise DriveError(f"{iface}.{method} on {path}: {m}") from None

    def _dcall(self, bus, path, iface, method, sig, args, timeout):
        return self._rawcall(self.a11y, bus, path, iface, method, sig, args, timeout)

    # -- stop: only processes we started, or that carry our marker
    def _marked(self):
        mark = ("UIDRIVE=" + self.marker).encode()
        out = []
        for d in os.listdir("/proc"):
            if d.isdigit() and int(d) != os.getpid():
                try:
                    with open(f"/proc/{d}/environ", "rb") as f:
                        if mark in f.read().split(b"\0"):
                            out.append(int(d))
                except OSError:
                    pass
        return out

    def stop(self):
        if self.xd:
            try:
                self.xd.close()
            except Exception:
                pass
            self.xd = None
        for c in (getattr(self, "a11y", None), self.conn):
            if c and not c.is_closed():
                try:
                    c.close_sync(None)
                except GLib.Error:
                    pass
        for p in reversed(self.procs):
            if p.poll() is None:
                p.terminate()
        for p in reversed(self.procs):
            try:
                p.wait(5)
            except subprocess.TimeoutExpired:
                p.kill()
                p.wait()
        if self.dir:
            for sig, tries in ((signal.SIGTERM, 40), (signal.SIGKILL, 40)):
                pids = self._marked()
                for p in pids:
                    try:
                        os.kill(p, sig)
                    except ProcessLookupError:
                        pass
                while pids and tries:
                    time.sleep(0.05)
                    tries -= 1
                    pids = self._marked()
                if not pids:
                    break
            if not self.keep:
                shutil.rmtree(self.dir, ignore_errors=True)


# What a GNOME session would give the program through XSETTINGS.
GTK_SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-decoration-layout=:close
gtk-dialogs-use-header=true
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
gtk-cursor-blink=false
"""

OPENBOX_RC = """<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
<placement><policy>Smart</policy><center>yes</center></placement>
<theme><name>Clearlooks</name><animateIconify>no</animateIconify></theme>
<desktops><number>1</number></desktops>
<keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard><mouse>
<context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind></context>
<context name="Titlebar"><mousebind button="Left" action="Drag"><action name="Move"/></mousebind></context>
</mouse></openbox_config>
"""


# ---------------------------------------------------------------- the program


class App(Session):
    """A program running in its own session.  Use as a context manager."""

    def __init__(self, argv, size=(1280, 800), env=None, renderer="cairo", fatal=None, cwd=None, timeout=30,
                 strict=False, frames=False, stdin=None, backend="x11", a11y=True, **kw):
        if backend == "wayland":
            kw["wm"] = None
        super().__init__(size=size, env=env, **kw)
        self.backend = backend
        self.a11y_wanted = a11y  # False: GTK_A11Y=none; only mouse, keys, pictures and frames then
        self.argv = [argv] if isinstance(argv, str) else list(argv)
        self.renderer, self.fatal, self.cwd, self.timeout, self.strict = renderer, fatal, cwd, timeout, strict
        self.frames_wanted, self.stdin = frames, stdin
        self.proc = None
        self.root = None
        self._walked = False
        self._up = {}
        self._err, self._out = [], []
        self.expected_warnings = []

    def __enter__(self):
        return self.start()

    def __exit__(self, et, ev, tb):
        try:
            self.stop()
        finally:
            if et is None and self.strict:
                self.assert_clean()

    def _start(self):
        super()._start()
        e = self.env
        if self.backend == "wayland":
            e.update(GDK_BACKEND="wayland", XDG_SESSION_TYPE="wayland", WAYLAND_DISPLAY="wayland-drive")
            with open(self.path("session.log"), "ab") as log:
                self._spawn(["weston", "--backend=x11-backend.so", "--use-pixman", "--width=%d" % self.size[0],
                             "--height=%d" % self.size[1], "--shell=kiosk-shell.so", "--idle-time=0",
                             "--socket=wayland-drive"], stdout=log, stderr=log,
                            env={k: v for k, v in e.items() if k != "WAYLAND_DISPLAY"})
            self._wait(lambda: os.path.exists(self.path("run", "wayland-drive")), 15, "weston")
        if self.renderer:
            e["GSK_RENDERER"] = self.renderer
        if self.fatal:
            e["G_DEBUG"] = ",".join(filter(None, [e.get("G_DEBUG"), self.fatal]))
        pe = dict(e)
        if not self.a11y_wanted:
            pe["GTK_A11Y"] = "none"
        if self.frames_wanted:
            pe["LD_PRELOAD"] = framestats_library()
            pe["UIDRIVE_FRAMES"] = self.path("frames")
        self.t_exec = time.monotonic()
        self.proc = self._spawn(self.argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=pe, cwd=self.cwd,
                                stdin=self.stdin or subprocess.DEVNULL)
        self._threads = [threading.Thread(target=self._pump, args=a, daemon=True)
                         for a in ((self.proc.stdout, self._out), (self.proc.stderr, self._err))]
        for t in self._threads:
            t.start()
        self.wait_until(lambda: (not self.a11y_wanted or self._find_root()) and self._mapped_windows(), self.timeout,
                        "the program's window")

    @staticmethod
    def _pump(f, to):
        for line in iter(f.readline, b""):
            to.append((time.monotonic(), line.decode(errors="replace").rstrip("\n")))

    def stop(self, timeout=10):
        """End the program (politely, then by signal), then the session."""
        if self.proc and self.proc.poll() is None:
            self.proc.terminate()
            try:
                self.proc.wait(timeout)
            except subprocess.TimeoutExpired:
                self.proc.kill()
                self.proc.wait()
            self.killed = True
        super().stop()

    def quit(self, key="ctrl+q", timeout=10):
        """Quit as a user would, by keyboard; returns the exit status."""
        self.key(key)
        return self.wait_exit(timeout)

    def wait_exit(self, timeout=10):
        try:
            return self.proc.wait(timeout)
        except subprocess.TimeoutExpired:
            raise DriveError(f"the program still runs after {timeout} s") from None

    # -- what the program printed
    @property
    def stderr(self):
        return "\n".join(t for _, t in self._err)

    @property
    def stdout(self):
        return "\n".join(t for _, t in self._out)

    _LOG = re.compile(r"^\(.*:\d+\): ([^\s]+)-(CRITICAL|WARNING|ERROR) \*\*|^\*\* .*(CRITICAL|WARNING|ERROR) \*\*:|"
                      r"^\*\* \(.*(CRITICAL|WARNING|ERROR)|\*\*(ERROR|CRITICAL)|AddressSanitizer|LeakSanitizer|"
                      r"runtime error:|^GLib.*assertion failed")

    def problems(self):
        """GLib warnings and criticals and sanitizer reports on stderr, less
        those matched by a regular expression in expected_warnings."""
        out = []
        for _, line in list(self._err):
            if self._LOG.search(line) and not any(re.search(x, line) for x in self.expected_warnings):
                out.append(line)
        return out

    def assert_clean(self):
        p = self.problems()
        if p:
            raise AssertionError("the program wrote %d problem line(s):\n  %s" % (len(p), "\n  ".join(p)))

    def check_alive(self):
        if self.proc.poll() is not None:
            time.sleep(0.1)
            raise AppFailed(f"the program ended with status {self.proc.returncode}\n{self.stderr[-2000:]}")

    # -- the tree
    def _find_root(self):
        self.check_alive()
        for bus, path in self._rawcall(self.a11y, *REGISTRY, A + "Accessible", "GetChildren", None, (), 5000)[0]:
            try:
                pid = self._rawcall(self.a11y, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                    "GetConnectionUnixProcessID", "(s)", (bus,), 5000)[0]
            except DriveError:
                continue
            if pid == self.proc.pid or self._is_child(pid):
                self.root = Node(self, bus, path)
                return True
        return False

    def _is_child(self, pid):
        while pid > 1:
            if pid == self.proc.pid:
                return True
            try:
                with open(f"/proc/{pid}/stat") as f:
                    pid = int(f.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                return False
        return False

    def _gather(self, calls):
        """Make many calls with all of them in flight together.  calls:
        (node, iface, method, signature, args); returns unpacked answers, None
        for an error."""
        ctx = GLib.MainContext.new()
        ctx.push_thread_default()
        res, pending = [None] * len(calls), [len(calls)]

        def done(conn, r, i):
            pending[0] -= 1
            try:
                res[i] = conn.call_finish(r).unpack()
            except GLib.Error:
                pass

        try:
            for i, (n, iface, method, sig, args) in enumerate(calls):
                self.a11y.call(n.bus, n.path, iface, method, GLib.Variant(sig, args) if sig else None, None,
                               Gio.DBusCallFlags.NONE, 10000, None, done, i)
            while pending[0]:
                ctx.iteration(True)
        finally:
            ctx.pop_thread_default()
        return res

    def _fetch(self, nodes):
        """Read name, role, states, interfaces and children of many nodes."""
        P, ACC = "org.freedesktop.DBus.Properties", A + "Accessible"
        calls = []
        for n in nodes:
            calls += [(n, P, "Get", "(ss)", (ACC, "Name")), (n, ACC, "GetRole", None, None),
                      (n, ACC, "GetState", None, None), (n, ACC, "GetInterfaces", None, None),
                      (n, ACC, "GetChildren", None, None)]
        res = self._gather(calls)
        ok = []
        for i, n in enumerate(nodes):
            name, role, state, ifaces, kids = res[5 * i:5 * i + 5]
            if role is None or state is None:
                continue
            n.name = name[0] if name else ""
            n.role = role_name(role[0])
            n.states = state_set(state[0])
            n.interfaces = tuple(ifaces[0]) if ifaces else ()
            n.children = [Node(self, b, p, n) for b, p in (kids[0] if kids else []) if p != NULL]
            ok.append(n)
        return ok

    def _walk_tree(self, top, limit=50000):
        level, seen = [top], 0
        while level:
            ok = self._fetch(level)
            okset = {id(n) for n in ok}
            for n in level:
                if id(n) not in okset and n.parent and n in n.parent.children:
                    n.parent.children.remove(n)
            level = [c for n in ok for c in n.children]
            seen += len(level)
            if seen > limit:
                raise DriveError(f"the tree has more than {limit} objects")
        return top

    def _cache_items(self):
        """(reference, parent's reference, index, children, interfaces, name, role, states)
        of each object.  Read piece by piece: Variant.unpack() takes ten times as long."""
        items = self._rawcall(self.a11y, self.root.bus, "/org/a11y/atspi/cache", A + "Cache", "GetItems", None, (),
                              30000, unpack=False).get_child_value(0)
        for i in range(items.n_children()):
            it = items.get_child_value(i)
            f = [it.get_child_value(k) for k in (0, 2, 9)]
            me, parent = ((r.get_child_value(0).get_string(), r.get_child_value(1).get_string()) for r in f[:2])
            states = [f[2].get_child_value(k).get_uint32() for k in range(f[2].n_children())]
            yield (me, parent, it.get_child_value(3).get_int32(), it.get_child_value(4).get_int32(),
                   tuple(it.get_child_value(5).get_strv()), it.get_child_value(6).get_string(),
                   it.get_child_value(7).get_uint32(), states)

    def tree(self):
        """A snapshot of the whole tree.  The first walk makes GTK realize
        every accessible; after that one Cache.GetItems call gives nearly all
        of it, several times faster."""
        self.check_alive()
        if not self._walked:
            self._walked = True
            return self._walk_tree(Node(self, self.root.bus, self.root.path))
        nodes, kids = {}, {}
        for me, parent, index, children, interfaces, name, role, states in self._cache_items():
            n = Node(self, *me)
            n.interfaces, n.name, n.role, n.states = interfaces, name, role_name(role), state_set(states)
            nodes[n.path] = (n, index, children)
            kids.setdefault(parent[1], []).append((index, n))
        root = Node(self, self.root.bus, self.root.path)
        self._fetch([root])
        todo = []

        def attach(n):
            got = [c for _, c in sorted(kids.get(n.path, ()), key=lambda t: t[0])]
            idx = sorted(i for i, _ in kids.get(n.path, ()))
            if len(got) != nodes[n.path][2] or idx != list(range(len(idx))):
                todo.append(n)
                return
            n.children = got
            for c in got:
                c.parent = n
                attach(c)

        for c in root.children:
            if c.path in nodes:
                i = root.children.index(c)
                root.children[i] = nodes[c.path][0]
                root.children[i].parent = root
                attach(root.children[i])
            else:
                self._walk_tree(c)
        while todo:  # order or children not known from the cache: ask
            n = todo.pop()
            try:
                ch = n.call("Accessible", "GetChildren")[0]
            except Gone:
                continue
            n.children = []
            for bus, path in ch:
                if path in nodes:
                    c = nodes[path][0]
                    c.parent = n
                    n.children.append(c)
                    attach(c)
                elif path != NULL:
                    c = Node(self, bus, path, n)
                    n.children.append(c)
                    self._walk_tree(c)
        return root

    def find_all(self, role=None, name=None, on_screen=True, within=None, states=(), without=(), where=None):
        """Every match.  role: AT-SPI role name, or a tuple of them; name: a
        string, matched exactly (and, as GTK 4.8 names a button with a
        mnemonic "_Run Run", also in that form), or a compiled regular
        expression.  on_screen: only objects a user could hit with the mouse
        now (GTK 4.8 sets the "showing" state on windows only, so this asks
        the program what is at the object's centre)."""
        tree = self.tree()
        if within is not None:
            tree = next((n for n in tree.walk() if n == within), None)
            if tree is None:
                raise Gone(repr(within))
        roles = (role,) if isinstance(role, str) else role
        out = []
        for n in tree.walk():
            if roles and n.role not in roles:
                continue
            if name is not None and not (name.search(n.name) if hasattr(name, "search")
                                         else name in (n.name, plain_name(n.name))):
                continue
            if any(s not in n.states for s in states) or any(s in n.states for s in without):
                continue
            if where and not where(n):
                continue
            out.append(n)
        if on_screen and out:
            wins = self.windows()
            out = self._on_screen(out, wins)
        return out

    def find(self, role=None, name=None, index=None, **kw):
        """The one match; an error when there is none, or more than one and
        no index was given."""
        m = self.find_all(role, name, **kw)
        if not m:
            raise NotFound(f"no {role or 'object'} named {name!r} on screen\n" + self.dump())
        if index is None and len(m) > 1:
            raise DriveError(f"{len(m)} objects match {role!r} {name!r}: {m[:6]}; give index= or within=")
        return m[index or 0]

    def dump(self, **kw):
        """The tree as text; see Node.dump()."""
        return self.tree().dump(**kw)

    def wait_for(self, role=None, name=None, timeout=10, gone=False, **kw):
        """Wait until a match exists (or, gone=True, none does)."""
        def look():
            m = self.find_all(role, name, **kw)
            return (not m) if gone else (m[0] if m else None)
        try:
            return self.wait_until(look, timeout, f"{role or 'object'} {name!r}{' to go' if gone else ''}")
        except DriveError as e:
            raise NotFound(f"{e}\n" + self.dump()) from None

    def wait_until(self, fn, timeout=10, what="a condition", step=0.03):
        end = time.monotonic() + timeout
        while True:
            self.check_alive()
            try:
                v = fn()
                if v:
                    return v
            except Gone:
                pass
            if time.monotonic() > end:
                raise DriveError(f"timed out after {timeout:g} s waiting for {what}")
            time.sleep(step)

    def wait_output(self, text, timeout=10, since=0):
        """Wait for a line on stdout that contains text; returns the line."""
        return self.wait_until(lambda: next((t for _, t in self._out[since:] if text in t), None), timeout,
                               f"{text!r} on stdout")

    @property
    def focused(self):
        """The object with the keyboard focus in the active window."""
        m = self.find_all(states=("focused",), on_screen=False)
        act = self.active_window()
        mine = [n for n in m if act and self._window_of(n, [act])]
        pop = [n for n in m if not self.native(n).is_toplevel and self._window_of(n)]
        return (pop or mine or m or [None])[-1]

    # -- X windows
    def _prop(self, w, name):
        p = w.get_full_property(self.xd.intern_atom(name), Xlib.X.AnyPropertyType)
        return p.value if p else None

    def windows(self):
        """This program's mapped X windows, bottom to top: dicts with id,
        title, x, y, w, h (root coordinates), frame (left, right, top, bottom
        of invisible client-side shadow), popup."""
        if self.backend == "wayland":
            return self._wayland_windows()
        out = []

        def visit(w, depth):
            try:
                g, a = w.get_geometry(), w.get_attributes()
                pid = self._prop(w, "_NET_WM_PID")
            except Xlib.error.XError:
                return
            if pid is not None and a.win_class == Xlib.X.InputOutput:
                if a.map_state == Xlib.X.IsViewable and self._is_child(pid[0]) and (g.width > 1 or g.height > 1):
                    t = w.translate_coords(self.xd.screen().root, 0, 0)
                    title = self._prop(w, "_NET_WM_NAME")
                    fr = self._prop(w, "_GTK_FRAME_EXTENTS")
                    out.append(dict(id=w.id, title=bytes(title).decode(errors="replace") if title else "",
                                    x=-t.x, y=-t.y, w=g.width, h=g.height,
                                    frame=tuple(fr) if fr is not None else (0, 0, 0, 0),
                                    popup=bool(a.override_redirect)))
                return
            if depth < 3:
                try:
                    for c in w.query_tree().children:
                        visit(c, depth + 1)
                except Xlib.error.XError:
                    pass
        visit(self.xd.screen().root, 0)
        return out

    def _wayland_windows(self):
        """Weston's kiosk shell makes the first window fill the screen and
        centres dialogs; where popovers are, nobody tells (use keys there)."""
        out = []
        for t in (self._fetch([self.root]) and self.root.children) or []:
            self._fetch([t])
            try:
                _, _, w, h = t.extents()
            except DriveError:
                continue
            if "visible" in t.states and w > 0:
                out.append(dict(id=t.path, title=t.name, x=(self.size[0] - w) // 2, y=(self.size[1] - h) // 2, w=w, h=h,
                                frame=(0, 0, 0, 0), popup=False))
        return out

    def active_window(self):
        """The X window the window manager calls active, or None."""
        if self.backend == "wayland":
            return (self.windows() or [None])[-1]
        a = self._root_prop("_NET_ACTIVE_WINDOW")
        return next((w for w in self.windows() if a and w["id"] == a[0]), None)

    def _mapped_windows(self):
        return [w for w in self.windows() if not w["popup"]] if self.xd else True

    # -- geometry: AT-SPI gives positions inside a window, X gives the window
    def native(self, node):
        """The toplevel or popover that node lives in."""
        for n in [node] + list(node.ancestors()):
            if n.is_toplevel:
                return n
            if n.has("Action") and n.role in POPOVER_ROLES and any(a[0] == "default.activate" for a in n.actions):
                return n
        return node

    def _window_of(self, node, wins=None):
        """(window, dx, dy): the X window and what to add to AT-SPI
        coordinates (times scale) to get coordinates in it."""
        wins = self.windows() if wins is None else wins
        top = self.native(node)
        tx, ty, tw, th = top.extents()
        s = self.scale
        best = None
        if top.is_toplevel:
            for w in wins:
                left, right, up, down = w["frame"]
                ex, ey = w["w"] - left - right - tw * s, w["h"] - up - down - th * s
                # A window's content box is smaller by its border; a title bar drawn
                # by the program is inside, one drawn by the window manager outside.
                if w["popup"] or not (0 <= ex <= 40 and 0 <= ey <= 40):
                    continue
                rank = (w["title"] != top.name, abs(ex) + abs(ey))
                if best is None or rank < best[0]:
                    best = (rank, w, left + ex / 2 - tx * s, up + ey / 2 - ty * s)
        else:
            px, py = top.parent.extents()[:2] if top.parent else (tx, ty)
            for i, w in enumerate(wins):
                ex, ey = w["w"] - tw * s, w["h"] - th * s
                if not w["popup"] or not (0 <= ex <= 60 and 0 <= ey <= 60):
                    continue
                mx, my = (tx - px) * s, (ty - py) * s
                if not 0 <= mx <= ex:
                    mx = ex / 2
                if not 0 <= my <= ey:
                    my = ey / 2
                rank = (ex + ey, -i)
                if best is None or rank < best[0]:
                    best = (rank, w, mx - tx * s, my - ty * s)
        return best[1:] if best else None

    @property
    def scale(self):
        return int(self.env.get("GDK_SCALE", "1"))

    def rect(self, node, wins=None):
        """x, y, width, height on the screen (content box), or None."""
        m = self._window_of(node, wins)
        if not m:
            return None
        w, dx, dy = m
        x, y, ww, hh = (v * self.scale for v in node.extents())
        return round(w["x"] + dx + x), round(w["y"] + dy + y), round(ww), round(hh)

    def on_screen(self, node, wins=None):
        """True when the mouse could hit node now: what the program reports at
        its centre is node, part of it, or an inner object of it."""
        return bool(self._on_screen([node], wins))

    def _on_screen(self, nodes, wins=None):
        wins = self.windows() if wins is None else wins
        C = A + "Component"
        # who is in whom, from the snapshot: to ask for each object under the mouse takes long
        roots = {(list(n.ancestors()) or [n])[-1] for n in nodes}
        self._up = {(m.bus, m.path): (m.parent.bus, m.parent.path) for r in roots for m in r.walk() if m.parent}
        # which window or popover is each in
        maybe = {}
        for n in nodes:
            for a in [n] + list(n.ancestors()):
                if a.has("Action") and a.role in POPOVER_ROLES:
                    maybe[a.path] = a
        acts = self._gather([(a, A + "Action", "GetActions", None, None) for a in maybe.values()])
        pop = {p for p, r in zip(maybe, acts) if r and any(x[0] == "default.activate" for x in r[0])}
        tops, where = {}, {}
        for n in nodes:
            for a in [n] + list(n.ancestors()):
                if a.is_toplevel or a.path in pop:
                    tops[n.path] = a
                    break
        for t in set(tops.values()):
            try:
                where[t.path] = self._window_of(t, wins)
            except Gone:
                where[t.path] = None
        ext = self._gather([(n, C, "GetExtents", "(u)", (1,)) for n in nodes])
        todo = [(n, e[0]) for n, e in zip(nodes, ext) if e and e[0][2] > 0 and e[0][3] > 0
                and where.get(tops[n.path].path) and n.role != "application"]
        hits = self._gather([(tops[n.path], C, "GetAccessibleAtPoint", "(iiu)",
                              (e[0] + e[2] // 2, e[1] + e[3] // 2, 1)) for n, e in todo])
        good = set()
        for (n, e), h in zip(todo, hits):
            if n == tops[n.path] or (h and self._hit(n, tops[n.path], h[0])):
                good.add(n.path)
            elif h and h[0][1] == NULL and self._sampled(n, tops[n.path], e):
                # an inner object without a place in the tree, such as an entry's text
                good.add(n.path)
        return [n for n in nodes if n.path in good]

    def _sampled(self, n, top, e):
        """The centre is an inner object that has no accessible: look around
        the edge (padding belongs to n), then whether the parent is there."""
        x, y, w, h = e
        pts = [(px, py) for px in (x - 3, x + 1, x + w // 2, x + w - 2, x + w + 2)
               for py in (y - 3, y + 1, y + h // 2, y + h - 2, y + h + 2)]
        hits = self._gather([(top, A + "Component", "GetAccessibleAtPoint", "(iiu)", (px, py, 1)) for px, py in pts])
        hits = [r[0] for r in hits if r]
        if any(self._hit(n, top, r) for r in hits):
            return True
        left, above, width, height = top.extents()
        if not (left <= x + w // 2 < left + width and above <= y + h // 2 < above + height):
            return False  # a row that a list has scrolled away says where it was last
        if n.parent is None or n.parent == top:
            return True
        try:
            x, y, w, h = n.parent.extents()
        except Gone:
            return False
        pts = [(x + w * i // 10, y + h * j // 10) for i in range(1, 10, 2) for j in range(1, 10, 2)]
        hits = self._gather([(top, A + "Component", "GetAccessibleAtPoint", "(iiu)", (px, py, 1)) for px, py in pts])
        return any(r and self._hit(n.parent, top, r[0]) for r in hits)

    def _hit(self, n, top, ref):
        bus, path = ref
        mine = {m.path for m in n.walk()}
        up = list(n.ancestors())
        above = {m.path for m in up}
        dead = any("sensitive" not in m.states for m in [n] + [u for u in up if u.role != "application"])
        for _ in range(12):
            if path == NULL:
                return False
            if path in mine:
                return True
            if path in above:
                return dead and path != top.path  # the mouse passes through insensitive widgets
            if (bus, path) in self._up:
                bus, path = self._up[bus, path]
                continue
            r = self._gather([(Node(self, bus, path), "org.freedesktop.DBus.Properties", "Get", "(ss)",
                               (A + "Accessible", "Parent"))])[0]
            if not r:
                return False
            bus, path = r[0]
        return False

    def point(self, node, at=(0.5, 0.5)):
        r = self.rect(node)
        if r is None:
            raise DriveError(f"{node!r} is in no mapped window")
        x = r[0] + (at[0] * r[2] if isinstance(at[0], float) else at[0])
        y = r[1] + (at[1] * r[3] if isinstance(at[1], float) else at[1])
        if not (0 <= x < self.size[0] and 0 <= y < self.size[1]):
            raise DriveError(f"{node!r} at {x:g},{y:g} is outside the screen")
        return round(x), round(y)

    # -- mouse and keyboard, as a user, through the X server's XTEST extension
    def _fake(self, kind, detail=0, x=0, y=0):
        xtest.fake_input(self.xd, kind, detail, x=x, y=y)
        self.xd.sync()

    def _xy(self, target, at=(0.5, 0.5)):
        return self.point(target, at) if isinstance(target, Node) else target

    def _glide(self, x, y, steps=4, pause=0.008):
        """Move the pointer as a hand does, by way of other points.  A single
        jump makes GTK 4.8 lose the next click now and then, after a popup has
        closed under the pointer."""
        p = self.xd.screen().root.query_pointer()
        for i in range(1, steps + 1):
            self._fake(Xlib.X.MotionNotify, 0, round(p.root_x + (x - p.root_x) * i / steps),
                       round(p.root_y + (y - p.root_y) * i / steps))
            time.sleep(pause)

    def move(self, target, at=(0.5, 0.5)):
        x, y = self._xy(target, at)
        p = self.xd.screen().root.query_pointer()
        if (p.root_x, p.root_y) == (x, y):
            self._glide(x + (3 if x < 10 else -3), y, 2)
        self._glide(x, y)
        time.sleep(0.02)
        return x, y

    class _Held:
        def __init__(self, app, names):
            self.app, self.codes = app, [app._keycode(n)[0] for n in names]

        def __enter__(self):
            for c in self.codes:
                self.app._fake(Xlib.X.KeyPress, c)

        def __exit__(self, *a):
            for c in reversed(self.codes):
                self.app._fake(Xlib.X.KeyRelease, c)

    def held(self, *names):
        """with app.held("shift", "ctrl"): hold modifier keys down."""
        return self._Held(self, names)

    def _press(self, button, hold=0.02):
        self._fake(Xlib.X.ButtonPress, button)
        time.sleep(hold)
        self._fake(Xlib.X.ButtonRelease, button)

    def press(self, button=1):
        """Press and release a button of the mouse where the pointer is, at once."""
        self._press(button, hold=0)

    def click(self, target, button=1, count=1, at=(0.5, 0.5), modifiers=()):
        """Click a node, or an (x, y) on the screen, with the mouse.  at: where
        in it; floats are fractions, integers pixels."""
        self.move(target, at)
        with self.held(*modifiers):
            for i in range(count):
                if i:
                    time.sleep(0.05)
                self._press(button)
        self.settle()

    def drag(self, start, end, button=1, steps=12, at=(0.5, 0.5), to=(0.5, 0.5), pause=0.016, modifiers=(),
             hover=None):
        """Press on start, move to end in steps, move about there until hover() is true, release."""
        x0, y0 = self._xy(start, at)
        x1, y1 = self._xy(end, to)
        self.move((x0, y0))
        with self.held(*modifiers):
            self._fake(Xlib.X.ButtonPress, button)
            try:
                time.sleep(0.03)
                self._glide(x1, y1, steps, pause)
                time.sleep(0.05)
                if hover:
                    self.wait_until(lambda: self._glide(x1 + 4, y1, 2, pause) or self._glide(x1, y1, 2, pause) or hover(),
                                    what="what it is dragged over")
            finally:
                self._fake(Xlib.X.ButtonRelease, button)
        self.settle()

    def scroll(self, target, dy=0, dx=0, modifiers=(), pause=0.016, at=(0.5, 0.5)):
        """Turn the wheel dy (down positive) and dx (right positive) clicks,
        one each pause seconds."""
        self.move(target, at)
        with self.held(*modifiers):
            for n, b in ((dy, 5 if dy > 0 else 4), (dx, 7 if dx > 0 else 6)):
                for _ in range(abs(n)):
                    self._press(b, 0)
                    time.sleep(pause)
        self.settle()

    def scroll_into_view(self, node, tries=200):
        """Turn the wheel over node's scroll pane until node can be hit."""
        pane = next((a for a in node.ancestors() if a.role == "scroll pane"), None)
        if pane is None:
            raise DriveError(f"{node!r} is in no scroll pane")
        for _ in range(tries):
            if self.on_screen(node):
                return node
            ny, py = node.extents(), pane.extents()
            down = ny[1] + ny[3] / 2 > py[1] + py[3] / 2
            self.scroll(pane, 1 if down else -1)
        raise DriveError(f"could not scroll to {node!r}")

    NAMES = {"ctrl": "Control_L", "control": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "super": "Super_L",
             "enter": "Return", "esc": "Escape", "pageup": "Prior", "pagedown": "Next"}

    def _keycode(self, name):
        name = self.NAMES.get(name.lower(), name)
        ks = self._keysym(name) if len(name) == 1 else XK.string_to_keysym(name)
        if not ks:
            raise DriveError(f"no key is called {name!r}")
        for code, index in self.xd.keysym_to_keycodes(ks):
            if index in (0, 1):
                return code, index
        raise DriveError(f"the keyboard has no {name!r}")

    def key(self, *keys, settle=None):
        """Press keys one after another, each like "ctrl+s", "alt+F4", "Tab",
        "shift+F10", "ctrl+plus" (X keysym names)."""
        for k in keys:
            *mods, last = [x or "plus" for x in k.replace("++", "+plus").split("+")]
            code, index = self._keycode(last)
            if index == 1 and "shift" not in mods:
                mods.append("shift")
            with self.held(*mods):
                self._fake(Xlib.X.KeyPress, code)
                self._fake(Xlib.X.KeyRelease, code)
            time.sleep(0.02)
        self.settle(settle)

    def type(self, text, delay=8):
        """Type text with the keyboard, delay milliseconds between keys;
        newline and tab press Return and Tab.  Characters the layout lacks are
        put on spare keys first, all at once: remapping while typing, as
        xdotool does, loses characters when the program is busy."""
        if self.backend == "wayland" and not text.isascii():  # the compositor has its own keymap
            raise DriveError("under Wayland only ASCII can be typed; set_text() can do the rest")
        X, d = Xlib.X, self.xd
        need = {c: self._keysym(c) for c in text}
        where = {}
        for c, ks in need.items():
            for code, index in d.keysym_to_keycodes(ks):
                if index in (0, 1):
                    where[c] = (code, index)
                    break
        missing = [c for c in need if c not in where]
        if missing:
            lo, hi = d.display.info.min_keycode, d.display.info.max_keycode
            table = d.get_keyboard_mapping(lo, hi - lo + 1)
            spare = [lo + i for i, row in enumerate(table) if not any(row)]
            if len(spare) < len(missing):
                raise DriveError("more unusual characters than spare keys; type the text in parts")
            for c, code in zip(missing, reversed(spare)):
                d.change_keyboard_mapping(code, [(need[c], need[c])])
                where[c] = (code, 0)
            d.sync()
            deadline = time.monotonic() + 2
            while any(not d.keysym_to_keycodes(need[c]) for c in missing) and time.monotonic() < deadline:
                self._pump_keymap()
            time.sleep(0.3)  # the program must see the new map before the first key
        shift = d.keysym_to_keycode(0xFFE1)
        for c in text:
            code, index = where[c]
            if index == 1:
                self._fake(X.KeyPress, shift)
            self._fake(X.KeyPress, code)
            self._fake(X.KeyRelease, code)
            if index == 1:
                self._fake(X.KeyRelease, shift)
            time.sleep(delay / 1000)
        self.settle()

    def _pump_keymap(self):
        d = self.xd
        while d.pending_events():
            e = d.next_event()
            if e.type == Xlib.X.MappingNotify:
                d.refresh_keyboard_mapping(e)
        time.sleep(0.01)

    @staticmethod
    def _keysym(c):
        n = ord(c)
        if c == "\n":
            return 0xFF0D
        if c == "\t":
            return 0xFF09
        if 0x20 <= n <= 0x7E or 0xA0 <= n <= 0xFF:
            return n
        return 0x01000000 | n

    def paste(self, text):
        """Put text on the clipboard (needs xclip) and press ctrl+v."""
        p = subprocess.Popen(["xclip", "-selection", "clipboard", "-in"], stdin=subprocess.PIPE, env=self.env,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        p.communicate(text.encode())
        # xclip ends before it has taken the clipboard over, and what was there before would be pasted.
        self.wait_until(lambda: self.clipboard() == text, what="the text on the clipboard")
        self.key("ctrl+v")

    def clipboard(self):
        r = subprocess.run(["xclip", "-selection", "clipboard", "-out"], env=self.env, capture_output=True, timeout=5)
        return r.stdout.decode()

    def resize(self, width, height, window=None):
        """Ask the window manager for a new size of the window."""
        w = window or self.active_window() or self._mapped_windows()[-1]
        left, right, up, down = w["frame"]
        self.xd.create_resource_object("window", w["id"]).configure(width=width + left + right,
                                                                    height=height + up + down)
        self.xd.sync()
        self.settle(0.2)

    def settle(self, seconds=None):
        """Let the program handle what was sent.  Not a promise that it has:
        prefer wait_for and wait_until."""
        time.sleep(self.settle_time if seconds is None else seconds)

    settle_time = 0.06

    # -- frames
    def frames(self, since=0.0):
        """The frame clock's record (needs frames=True): a list of dicts with
        times in seconds of CLOCK_MONOTONIC (time.monotonic()) and phases in
        milliseconds.  since: only frames that began after this time."""
        if not self.frames_wanted:
            raise DriveError("start the App with frames=True")
        out = []
        for w in self._frame_lines("F", 10):
            n, b, u, l, p, a, sn, cpu = (int(x) for x in w[2:])
            if b / 1e6 < since:
                continue
            out.append(dict(clock=w[1], n=n, t=b / 1e6, total=(a - b) / 1e3, painted=bool(p),
                            update=((l or p or a) - u) / 1e3 if u else 0.0,
                            layout=((p or a) - l) / 1e3 if l else 0.0,
                            paint=(a - p) / 1e3 if p else 0.0, snapshot=sn / 1e3, end=a / 1e6, processor=cpu / 1e6))
        return out

    def turns(self, since=0.0):
        """Turns of the main loop that took longer than a millisecond (needs
        frames=True): dicts with when each began and ended, as in frames(), and
        the seconds of the processor that its thread had taken by then."""
        names = ("t", "end", "processor", "processor_end")
        turns = [dict(zip(names, (int(x) / 1e6 for x in w[1:]))) for w in self._frame_lines("L", 5)]
        return [turn for turn in turns if turn["t"] >= since]

    def _frame_lines(self, kind, words):
        """The words of each whole line of a kind that framestats.c has written so far."""
        for f in sorted(os.listdir(self.dir)):
            if f.startswith("frames."):
                with open(self.path(f)) as fh:
                    for line in fh:
                        w = line.split()
                        if len(w) == words and w[0] == kind:
                            yield w

    def latency(self, action, times=20, gap=0.12):
        """Milliseconds from each call of action (which sends one input) to
        the end of the first frame painted after it; sorted.  Calls after
        which nothing was painted within gap are left out."""
        starts = []
        for _ in range(times):
            starts.append(time.monotonic())
            action()
            time.sleep(gap)
        f = [x for x in self.frames() if x["painted"]]
        out = []
        for a, b in zip(starts, starts[1:] + [time.monotonic()]):
            hit = next((x for x in f if a <= x["t"] < b), None)
            if hit:
                out.append((hit["end"] - a) * 1e3)
        return sorted(out)

    def frame_stats(self, since=0.0):
        """Counts, and percentiles in milliseconds over painted frames.
        "late" counts gaps between consecutive painted frames, up to 250 ms,
        of more than 1.5 periods of 60 Hz: frames dropped while moving."""
        f = [x for x in self.frames(since) if x["painted"]]
        r = dict(frames=len(f))
        if not f:
            return r
        for k in ("total", "layout", "snapshot", "paint"):
            v = sorted(x[k] for x in f)
            r[k] = dict(p50=v[len(v) // 2], p95=v[min(len(v) - 1, int(len(v) * .95))], max=v[-1])
        gaps = [(b["t"] - a["t"]) * 1e3 for a, b in zip(f, f[1:]) if a["clock"] == b["clock"]]
        moving = [g for g in gaps if g < 250]
        r["gap_p50"] = sorted(moving)[len(moving) // 2] if moving else None
        r["late"] = sum(g > 25 for g in moving)
        r["over_16ms"] = sum(x["total"] > 16.7 for x in f)
        return r

    # -- pictures
    def pixels(self, rect=None):
        """(width, height, RGB bytes) of the screen or of a rectangle."""
        x, y, w, h = rect or (0, 0, *self.size)
        im = self.xd.screen().root.get_image(x, y, w, h, Xlib.X.ZPixmap, 0xFFFFFFFF)
        d = im.data if isinstance(im.data, bytes) else im.data.encode("latin-1")
        rgb = bytearray(w * h * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = d[2::4], d[1::4], d[0::4]
        return w, h, bytes(rgb)

    def screenshot(self, path, target=None):
        """Write a PNG of the screen, of a node's rectangle, or of a window
        (target="window": the active window, without its shadow)."""
        rect = None
        if target == "window":
            w = self.active_window() or self._mapped_windows()[-1]
            left, right, up, down = w["frame"]
            rect = (w["x"] + left, w["y"] + up, w["w"] - left - right, w["h"] - up - down)
        elif isinstance(target, Node):
            rect = self.rect(target)
        elif target:
            rect = target
        if rect:
            x, y = max(0, rect[0]), max(0, rect[1])
            rect = (x, y, min(rect[0] + rect[2], self.size[0]) - x, min(rect[1] + rect[3], self.size[1]) - y)
        write_png(path, *self.pixels(rect))
        return path

    def wait_still(self, quiet=0.3, timeout=10):
        """Wait until the screen has not changed for a while (animations over)."""
        end, last, since = time.monotonic() + timeout, None, time.monotonic()
        while True:
            p = zlib.crc32(self.pixels()[2])
            now = time.monotonic()
            if p != last:
                last, since = p, now
            elif now - since >= quiet:
                return
            if now > end:
                raise DriveError(f"the screen still changes after {timeout:g} s")
            time.sleep(0.04)


def framestats_library():
    """Build framestats.c (once for each version of it) and return the path."""
    src = os.path.join(HERE, "framestats.c")
    with open(src, "rb") as f:
        tag = "%08x" % zlib.crc32(f.read())
    d = os.path.join(tempfile.gettempdir(), "uidrive-cache-%d" % os.getuid())
    os.makedirs(d, mode=0o700, exist_ok=True)
    lib = os.path.join(d, f"framestats-{tag}.so")
    if not os.path.exists(lib):
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gtk4"], capture_output=True, text=True,
                               check=True).stdout.split()
        tmp = f"{lib}.{os.getpid()}"
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", src, "-o", tmp, *flags], check=True)
        os.rename(tmp, lib)
    return lib


def write_png(path, w, h, rgb):
    def chunk(t, d):
        return struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
    raw = b"".join(b"\0" + rgb[y * w * 3:(y + 1) * w * 3] for y in range(h))
    with open(path, "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0))
                + chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b""))


# ---------------------------------------------------------------- the audit


INTERACTIVE = {"push button", "toggle button", "check box", "radio button", "combo box", "entry", "text",
               "password text", "spin button", "slider", "menu item", "check menu item", "radio menu item",
               "page tab", "link", "list item", "table row", "tree item", "image", "canvas", "drawing area",
               "icon", "column header", "table column header", "table cell", "switch", "color chooser", "editbar"}
CONTAINERS = {"scroll pane", "viewport", "list", "list box", "tree table", "tree", "table", "panel", "grouping",
              "page tab list", "menu", "frame", "dialog", "window", "split pane", "tool bar"}


class Finding:
    def __init__(self, kind, node, message):
        self.kind, self.node, self.message = kind, node, message

    def __str__(self):
        where = " > ".join(f"{a.role} {a.name!r}" for a in reversed(list(self.node.ancestors()))
                           if a.name and not is_type_name(a.name) and a.role != "application")
        return f"{self.kind}: {self.node.role} {self.node.name!r}{' in ' + where if where else ''}: {self.message}"

    __repr__ = __str__


def text_of(node):
    """What a reader could say about the insides of node."""
    return " ".join(n.name for n in node.walk() if n is not node and n.role in ("label", "static", "image", "heading")
                    and n.name and not is_type_name(n.name)).strip()


def audit_names(app, type_prefixes=("Gtk", "Adw", "Gdk")):
    """Every interactive object on the screen must have a name.  Returns
    findings of the kinds "name" (an error) and "note"."""
    out = []
    unnamed = lambda n: not n.name.strip() or is_type_name(n.name, type_prefixes)  # noqa: E731
    nodes = app.find_all(on_screen=True)
    on = set(nodes)
    for n in nodes:
        inter = n.role in INTERACTIVE or ("focusable" in n.states and n.role not in CONTAINERS)
        if n.is_toplevel:
            if unnamed(n):
                out.append(Finding("name", n, "a window without a title"))
            continue
        if n.role in CONTAINERS:
            if n.role in ("list", "list box", "tree table", "tree", "table") and "focusable" in n.states and unnamed(n) \
                    and not is_inner(n, unnamed):
                out.append(Finding("note", n, "a list without a name"))
            continue
        if n.role == "image" and "focusable" not in n.states:
            continue  # decoration, or named by the button around it
        if n.role in ("table cell",) or not inter:
            continue
        if n.role == "text" and "editable" not in n.states and "focusable" not in n.states:
            continue
        if not unnamed(n):
            if is_type_name(n.name, type_prefixes + ("[A-Z][a-z]+",)) and re.fullmatch("([A-Z][a-z]+){2,}", n.name):
                out.append(Finding("note", n, "the name looks like a type name"))
            continue
        if n.role in ("list item", "table row", "tree item", "column header", "table column header"):
            if not text_of(n):
                out.append(Finding("name", n, "a row with neither name nor text"))
            continue
        if n.role == "filler" and n.parent and n.parent.role in ("scroll bar",):
            continue
        if is_inner(n, unnamed) or (n.parent and n.parent.role == "combo box" and unnamed(n.parent)):
            continue
        kids = [c for c in n.children if c.role == n.role]
        if n.role in ("push button", "combo box", "filler", "spin button") and "focusable" not in n.states and kids:
            continue  # GtkMenuButton and GtkDropDown: the inner button has the focus and is judged itself
        tip = n.description or next((a.description for a in n.ancestors() if a.role == n.role), "")
        inner = text_of(n)
        msg = "no accessible name"
        if tip:
            msg += f"; its tooltip is {tip!r}, which GTK 4.8 gives as description, not as name"
        elif inner:
            msg += f"; it contains the text {inner!r}"
        if n.role == "filler":
            msg += "; no role either (a custom widget?)"
        out.append(Finding("name", n, msg))
    return out


def is_inner(n, unnamed):
    """Part of a composite whose outer object has the name."""
    for a in n.ancestors():
        if a.role in ("combo box", "spin button", "scroll bar", "list item", "entry", "text", "menu item") \
                and (not unnamed(a) or a.role == "scroll bar"):
            return True
        if a.role == "push button" and "focusable" not in a.states and not unnamed(a):
            return True
        if a.is_toplevel:
            return False
    return False


class FocusWatch:
    """Follows the keyboard focus through the events GTK sends unasked."""

    def __init__(self, app):
        self.app, self.path = app, None
        self.ctx = GLib.MainContext.new()
        self.ctx.push_thread_default()
        self.id = app.a11y.signal_subscribe(app.root.bus, A + "Event.Object", "StateChanged", None, "focused", 0,
                                            self._event)
        self.ctx.pop_thread_default()
        self.serial = 0
        # To look through a large tree takes so long that the focus may move meanwhile: what is told
        # of that comes after it.
        f = app.focused
        self.path = f.path if f else None

    def _event(self, conn, sender, path, iface, member, args):
        on = args.unpack()[1]
        self.serial += 1
        if on:
            self.path = path
        elif path == self.path:
            self.path = None

    def press(self, key, timeout=0.6):
        """Press a key, wait for the focus to move; returns the new path or None."""
        old, serial = self.path, self.serial
        self.app.key(key, settle=0)
        end = time.monotonic() + timeout
        grace = None
        while time.monotonic() < end:
            if not self.ctx.iteration(False):
                time.sleep(0.004)
            if self.path is not None and self.path != old:
                break
            if self.serial != serial and self.path is None and grace is None:
                grace = end = min(end, time.monotonic() + 0.25)  # lost; will someone take it?
        return self.path

    def close(self):
        self.app.a11y.signal_unsubscribe(self.id)


def tab_order(app, limit=300, key="Tab"):
    """Press Tab until focus comes round again; returns the objects visited,
    with None where the focus went to something accessibility does not show."""
    known = {n.path: n for n in app.tree().walk()}
    w = FocusWatch(app)
    order, seen = [], set()
    try:
        for _ in range(limit):
            if w.path is not None and w.path in seen:
                break
            if w.path is None:
                if len(order) > 2 and order[-1] is None and order[-2] is None:
                    break
                order.append(None)
            else:
                if w.path not in known:
                    known = {n.path: n for n in app.tree().walk()}
                seen.add(w.path)
                order.append(known.get(w.path))
            f = order[-1]
            multi = f is not None and "multi-line" in f.states and "editable" in f.states
            w.press("ctrl+" + key if multi else key)
    finally:
        w.close()
    return order


WINDOW_CONTROLS = ("Close", "Minimize", "Maximize", "Restore")  # GTK leaves these out of the Tab order


def audit_tab(app, limit=300):
    """(findings, order): objects a keyboard user cannot reach with Tab.  For
    rows, one row of a list is enough (arrow keys do the rest)."""
    order = tab_order(app, limit)
    got = {n.path for n in order if n is not None}
    lost = order[1:].count(None)
    out = []
    stuck = order[-1] if order and order[-1] is not None and app.focused == order[-1] else None
    reached_lists = set()
    for n in app.tree().walk():
        if n.path in got:
            reached_lists.update(a.path for a in n.ancestors())
    act, in_active = app.active_window(), {}
    for n in app.find_all(states=("focusable", "sensitive"), on_screen=True):
        if n.path in got or n.role in CONTAINERS or n.is_toplevel:
            continue
        if n.role == "push button" and n.name in WINDOW_CONTROLS:
            continue
        if any("sensitive" not in a.states for a in n.ancestors() if a.role != "application"):
            continue  # GTK 4.8 marks only the widget that was made insensitive, not what is in it
        top = n.toplevel
        if top.path not in in_active:
            in_active[top.path] = not act or bool(app._window_of(top, [act]))
        if not in_active[top.path]:
            continue
        if n.role in ("list item", "table row", "table cell", "tree item", "page tab", "radio button", "menu item") \
                and any(a.path in reached_lists and a.role in CONTAINERS and not a.is_toplevel and a.role != "panel"
                        for a in n.ancestors()):
            continue
        if n.parent is not None and n.parent.role in ("list", "tool bar") and n.parent.path in reached_lists:
            continue  # a row of buttons: the arrow keys go through them
        if any(a.role == "tool bar" and a.path in reached_lists for a in n.ancestors()):
            continue  # the same of what is in one of them
        if any(c.path in got for c in n.walk()) or any(a.path in got and a.role not in CONTAINERS
                                                       for a in n.ancestors()):
            continue
        if n.role == "filler" and not n.children:
            continue
        if lost and n.role == "text" and "selectable" in n.states:
            lost -= 1
            out.append(Finding("note", n, "an AdwEntryRow: it takes the focus, but this libadwaita does not show that"))
            continue
        if n.role == "check box" and n.parent and any(c.path in got and c.role == "check box" for c in n.parent.children):
            out.append(Finding("note", n, "not reached by Tab, but its neighbour is: fine in a radio group"))
            continue
        out.append(Finding("tab", n, "focusable, on screen, and not reached by Tab"))
    if stuck is not None and any(x.kind == "tab" for x in out):
        out.insert(0, Finding("tab", stuck, "Tab does not leave it (nor Ctrl+Tab, if it is a text view)"))
    if lost > 0:
        out.append(Finding("tab", app.find_all("frame", on_screen=False)[0],
                           f"{lost} time(s) Tab led to a place that accessibility does not show as focused"))
    return out, order


def audit(app, tab=True, type_prefixes=("Gtk", "Adw", "Gdk")):
    """All checks on what is on the screen now; open each view and dialog and
    audit again.  Returns findings; those of kind "note" are not errors."""
    f = audit_names(app, type_prefixes)
    if tab:
        f += audit_tab(app)[0]
    return f


# ---------------------------------------------------------------- the command


def main():
    ap = argparse.ArgumentParser(usage="%(prog)s [options] -- program args...", description=__doc__.split("\n")[0])
    ap.add_argument("--size", default="1280x800", help="screen size (default %(default)s)")
    ap.add_argument("--screenshot", default="screenshot.png", metavar="PNG", help="where to write it (default %(default)s)")
    ap.add_argument("--no-screenshot", action="store_true")
    ap.add_argument("--full", action="store_true", help="dump unnamed containers and invisible objects too")
    ap.add_argument("--audit", action="store_true", help="report accessibility offenders; exit 1 if there are any")
    ap.add_argument("--no-tab", action="store_true", help="leave the Tab order out of the audit")
    ap.add_argument("--prefix", action="append", default=[], metavar="TYPE",
                    help="the program's own type prefix, for the audit (a name such as MyCanvas is no name)")
    ap.add_argument("--keys", action="append", default=[], metavar="KEY", help="press this key first (repeatable)")
    ap.add_argument("--click", action="append", default=[], metavar="NAME", help="then click the object of this name")
    ap.add_argument("--wm", default="openbox", help="openbox, mutter, or none (default %(default)s)")
    ap.add_argument("--backend", default="x11", choices=("x11", "wayland"), help="wayland needs weston")
    ap.add_argument("--renderer", default="cairo", help="GSK_RENDERER: cairo, gl, or none to leave it")
    ap.add_argument("--services", default="a11y", choices=("a11y", "all"), help="D-Bus services that may be started")
    ap.add_argument("--animations", action="store_true", help="leave animations on (tests are steadier without)")
    ap.add_argument("--frames", action="store_true", help="print frame statistics")
    ap.add_argument("--fatal", default=None, metavar="G_DEBUG", help="for example fatal-warnings")
    ap.add_argument("--wait", type=float, default=0.5, help="seconds to wait after the window appears")
    ap.add_argument("argv", nargs=argparse.REMAINDER)
    o = ap.parse_args()
    argv = o.argv[1:] if o.argv[:1] == ["--"] else o.argv
    if not argv:
        ap.error("no program given")
    size = tuple(int(x) for x in o.size.split("x"))
    bad = 0
    with App(argv, size=size, wm=None if o.wm == "none" else o.wm, frames=o.frames, fatal=o.fatal,
             renderer=None if o.renderer == "none" else o.renderer, services=o.services, backend=o.backend,
             animations=o.animations) as app:
        time.sleep(o.wait)
        for k in o.keys:
            app.key(k)
        for c in o.click:
            app.click(app.find(name=c, index=0))
        if o.keys or o.click:
            app.wait_still()
        print(app.dump(full=o.full))
        if not o.no_screenshot:
            app.screenshot(o.screenshot)
        if o.audit:
            f = audit(app, tab=not o.no_tab, type_prefixes=("Gtk", "Adw", "Gdk", *o.prefix))
            for x in f:
                print(x)
            bad = sum(x.kind != "note" for x in f)
            print(f"audit: {bad} offender(s), {len(f) - bad} note(s)")
        if o.frames:
            print(json.dumps(app.frame_stats(), indent=1))
        for line in app.problems():
            print("stderr:", line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
