// XTEST keys for window_bench. Alone with Xlib's macros.
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include <cstdio>
#include <cstdlib>

#include "tests/bench/window_program.h"

namespace bench {
namespace {

Display* shown(void* display) {
  return static_cast<Display*>(display);
}

void send(Display* display, KeySym symbol, bool down) {
  const KeyCode code = XKeysymToKeycode(display, symbol);
  XTestFakeKeyEvent(display, code, down ? True : False, CurrentTime);
}

}  // namespace

VirtualKeyboard::VirtualKeyboard() : display_(XOpenDisplay(nullptr)) {
  if (display_ == nullptr) {
    std::fprintf(stderr, "window_bench: there is no display; run it under xvfb-run.\n");
    std::exit(1);
  }
}

VirtualKeyboard::~VirtualKeyboard() {
  XCloseDisplay(shown(display_));
}

void VirtualKeyboard::focusWindow() {
  Display* display = shown(display_);
  Window root = 0;
  Window parent = 0;
  Window* children = nullptr;
  unsigned int count = 0;
  XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
  Window largest = 0;
  int area = 0;
  for (unsigned int i = 0; i < count; ++i) {
    XWindowAttributes looks;
    if (XGetWindowAttributes(display, children[i], &looks) == 0) continue;
    if (looks.map_state != IsViewable || looks.width * looks.height <= area) continue;
    area = looks.width * looks.height;
    largest = children[i];
  }
  if (children != nullptr) XFree(children);
  if (largest != 0) XSetInputFocus(display, largest, RevertToPointerRoot, CurrentTime);
  XSync(display, False);
}

void VirtualKeyboard::press(const std::string& keysym, bool withControl) {
  Display* display = shown(display_);
  const KeySym symbol = XStringToKeysym(keysym.c_str());
  if (withControl) send(display, XK_Control_L, true);
  send(display, symbol, true);
  send(display, symbol, false);
  if (withControl) send(display, XK_Control_L, false);
  XFlush(display);
}

void VirtualKeyboard::type(const std::string& words) {
  for (const char letter : words) press(letter == ' ' ? "space" : std::string(1, letter));
}

}  // namespace bench
