"""Who may close the window: anybody, but not where the kiosk is locked down."""

import ctypes
import ctypes.util
import os
import subprocess
import tempfile
import time

from away import with_hand

CLIENT_MESSAGE = 33  # X11/X.h


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, with room for the largest event."""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5),
                ("rest", ctypes.c_long * 24)]


def ask_to_close(display_name, window):
    """What a window manager sends when its close button is pressed (WM_DELETE_WINDOW of ICCCM 4.2.8)."""
    x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(display_name.encode()))
    event = ClientMessage(type=CLIENT_MESSAGE, window=window, format=32)
    event.message_type = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.data[0] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    x11.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
    x11.XCloseDisplay(display)


class Shown:
    """The program as an administrator starts it: nothing but its window to be seen by."""

    def __init__(self, program, display, *options):
        self.environment = dict(os.environ, DISPLAY=display.name, LIBGL_ALWAYS_SOFTWARE="1")
        self.process = subprocess.Popen([program, *options], env=self.environment, stdin=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True, timeout=30, env=self.environment,
                              check=False).stdout.strip()

    def window(self):
        for _ in range(600):
            found = self.xdotool("search", "--name", "Skills Kiosk").split()
            if found and self.title(found[0]) != "Skills Kiosk":  # its first page is there
                return int(found[0])
            time.sleep(0.05)
        raise AssertionError("no window came up")

    def title(self, window):
        return self.xdotool("getwindowname", window)


@with_hand
def closed(_, display, program, bank):
    """A close button ends the kiosk, unless it is locked down: then it goes on serving."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--bank", bank, "--data", os.path.join(folder, "data")]
        with Shown(program, display, *options) as kiosk:
            ask_to_close(display.name, kiosk.window())
            assert kiosk.process.wait(30) == 0
        with Shown(program, display, *options, "--lock-down") as kiosk:
            window = kiosk.window()
            for _ in range(3):
                ask_to_close(display.name, window)
                kiosk.xdotool("key", "--window", window, "alt+F4")
                time.sleep(0.3)
            kiosk.xdotool("key", "F1")
            for _ in range(200):
                if kiosk.title(window).startswith("Choose how"):
                    break
                time.sleep(0.05)
            assert kiosk.title(window).startswith("Choose how you want to use this"), kiosk.title(window)
            assert kiosk.process.poll() is None, "the locked kiosk ended"
    return 0
