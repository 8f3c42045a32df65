// What a screen reader does, as a program: finds Afternote on the accessibility bus through
// libatspi, walks what it shows, listens, and acts. One command a line on standard input (or one as
// the arguments); every answer ends with a line "."; events are lines of their own, "event ...".
//
//   tree                     one line a node: depth, role, name, text, description, states
//   wait ROLE|NAME           until a node of that role and name is there
//   press ROLE|NAME          its first action;  focus ROLE|NAME  its second
//   keys LETTER              hears every key from now on, and takes that one for itself
//   listen TYPE              events of that type from now on

#include <atspi/atspi.h>
#include <gio/gio.h>
#include <glib-unix.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Accessible = std::unique_ptr<AtspiAccessible, Unref>;

std::string taken(char* words) {
  std::string out = words != nullptr ? words : "";
  g_free(words);
  for (char& c : out) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return out;
}

std::string nameOf(AtspiAccessible* node) {
  return taken(atspi_accessible_get_name(node, nullptr));
}
std::string roleOf(AtspiAccessible* node) {
  return taken(atspi_accessible_get_role_name(node, nullptr));
}

std::string textOf(AtspiAccessible* node) {
  AtspiText* text = atspi_accessible_get_text_iface(node);
  if (text == nullptr) return {};
  const int count = atspi_text_get_character_count(text, nullptr);
  const int caret = atspi_text_get_caret_offset(text, nullptr);
  std::string out = " text=\"" + taken(atspi_text_get_text(text, 0, count, nullptr)) + "\"@" +
                    std::to_string(caret);
  g_object_unref(text);
  return out;
}

std::string statesOf(AtspiAccessible* node) {
  const std::pair<AtspiStateType, const char*> kKnown[] = {
      {ATSPI_STATE_FOCUSABLE, "focusable"}, {ATSPI_STATE_FOCUSED, "focused"},
      {ATSPI_STATE_SENSITIVE, "sensitive"}, {ATSPI_STATE_SHOWING, "showing"},
      {ATSPI_STATE_CHECKED, "checked"},     {ATSPI_STATE_SELECTED, "selected"},
      {ATSPI_STATE_EDITABLE, "editable"},   {ATSPI_STATE_ACTIVE, "active"},
      {ATSPI_STATE_MODAL, "modal"},         {ATSPI_STATE_EXPANDED, "expanded"},
      {ATSPI_STATE_DEFUNCT, "defunct"}};
  AtspiStateSet* set = atspi_accessible_get_state_set(node);
  std::string out;
  for (const auto& [state, word] : kKnown) {
    if (atspi_state_set_contains(set, state)) out += std::string(" ") + word;
  }
  g_object_unref(set);
  return out;
}

std::string lineOf(AtspiAccessible* node) {
  const std::string description = taken(atspi_accessible_get_description(node, nullptr));
  return roleOf(node) + " \"" + nameOf(node) + '"' + textOf(node) +
         (description.empty() ? "" : " (" + description + ')') + statesOf(node);
}

Accessible child(AtspiAccessible* of, int index) {
  return Accessible(atspi_accessible_get_child_at_index(of, index, nullptr));
}

Accessible application() {
  const Accessible desktop(atspi_get_desktop(0));
  const int count = desktop ? atspi_accessible_get_child_count(desktop.get(), nullptr) : 0;
  for (int i = 0; i < count; ++i) {
    Accessible each = child(desktop.get(), i);
    if (each && nameOf(each.get()) == "Afternote") {
      atspi_accessible_clear_cache(each.get());
      return each;
    }
  }
  return nullptr;
}

void printTree(AtspiAccessible* node, int depth) {
  std::printf("%*s%s\n", 2 * depth, "", lineOf(node).c_str());
  const int count = atspi_accessible_get_child_count(node, nullptr);
  for (int i = 0; i < count; ++i) {
    const Accessible each = child(node, i);
    if (each) printTree(each.get(), depth + 1);
  }
}

Accessible find(AtspiAccessible* in, const std::string& role, const std::string& name) {
  if (roleOf(in) == role && nameOf(in) == name) {
    return Accessible(ATSPI_ACCESSIBLE(g_object_ref(in)));
  }
  const int count = atspi_accessible_get_child_count(in, nullptr);
  for (int i = 0; i < count; ++i) {
    const Accessible each = child(in, i);
    if (!each) continue;
    if (Accessible found = find(each.get(), role, name)) return found;
  }
  return nullptr;
}

Accessible findNamed(const std::string& wanted) {
  const std::size_t bar = wanted.find('|');
  const Accessible app = application();
  if (!app || bar == std::string::npos) return nullptr;
  return find(app.get(), wanted.substr(0, bar), wanted.substr(bar + 1));
}

bool act(const std::string& wanted, int which) {
  const Accessible node = findNamed(wanted);
  if (!node) return false;
  AtspiAction* action = atspi_accessible_get_action_iface(node.get());
  if (action == nullptr) return false;
  const bool done = atspi_action_do_action(action, which, nullptr) != FALSE;
  g_object_unref(action);
  return done;
}

void onEvent(AtspiEvent* event, void*) {
  if (event->source != nullptr) {
    std::string words;
    if (G_VALUE_HOLDS_STRING(&event->any_data)) {
      words = taken(g_strdup(g_value_get_string(&event->any_data)));
    }
    std::printf("event %s %d %d \"%s\" %s \"%s\"\n", event->type, event->detail1, event->detail2,
                words.c_str(), roleOf(event->source).c_str(), nameOf(event->source).c_str());
    std::fflush(stdout);
  }
  g_boxed_free(ATSPI_TYPE_EVENT, event);
}

gboolean onKey(AtspiDeviceEvent* event, gpointer letter) {
  const bool taken =
      event->event_string != nullptr && *static_cast<std::string*>(letter) == event->event_string;
  g_boxed_free(ATSPI_TYPE_DEVICE_EVENT, event);
  return taken ? TRUE : FALSE;
}

bool hearKeys(const std::string& taken) {
  static std::string letter;
  letter = taken;
  AtspiDeviceListener* listener = atspi_device_listener_new(onKey, &letter, nullptr);
  return atspi_register_keystroke_listener(
             listener, nullptr, 0, (1 << ATSPI_KEY_PRESSED) | (1 << ATSPI_KEY_RELEASED),
             static_cast<AtspiKeyListenerSyncType>(ATSPI_KEYLISTENER_SYNCHRONOUS |
                                                   ATSPI_KEYLISTENER_CANCONSUME),
             nullptr) != FALSE;
}

/// Looks again until it is there; whoever asked has a deadline of their own.
bool waitFor(const std::string& wanted) {
  const gint64 end = g_get_monotonic_time() + 60 * G_TIME_SPAN_SECOND;
  while (!findNamed(wanted)) {
    if (g_get_monotonic_time() > end) return false;
    while (g_main_context_iteration(nullptr, FALSE)) {
    }
    g_usleep(20'000);  // between two looks
  }
  return true;
}

bool obey(const std::string& line) {
  const std::size_t space = line.find(' ');
  const std::string command = line.substr(0, space);
  const std::string rest = space == std::string::npos ? std::string() : line.substr(space + 1);
  bool done = true;
  if (command == "tree") {
    const Accessible app = application();
    if (app) printTree(app.get(), 0);
    done = app != nullptr;
  } else if (command == "wait") {
    done = waitFor(rest);
  } else if (command == "press" || command == "focus") {
    done = act(rest, command == "press" ? 0 : 1);
  } else if (command == "keys") {
    done = hearKeys(rest);
  } else if (command == "listen") {
    static AtspiEventListener* listener = atspi_event_listener_new(onEvent, nullptr, nullptr);
    done = atspi_event_listener_register(listener, rest.c_str(), nullptr) != FALSE;
  }
  std::printf("%s.\n", done ? "" : "no\n");
  std::fflush(stdout);
  return done;
}

gboolean onInput(GIOChannel* channel, GIOCondition, gpointer loop) {
  gchar* line = nullptr;
  gsize end = 0;
  const GIOStatus status = g_io_channel_read_line(channel, &line, nullptr, &end, nullptr);
  if (status != G_IO_STATUS_NORMAL) {
    g_main_loop_quit(static_cast<GMainLoop*>(loop));
    return G_SOURCE_REMOVE;
  }
  obey(std::string(line, end));
  g_free(line);
  return (g_io_channel_get_buffer_condition(channel) & G_IO_IN) != 0
             ? onInput(channel, G_IO_IN, loop)
             : G_SOURCE_CONTINUE;
}

}  // namespace

int main(int argc, char** argv) {
  if (atspi_init() != 0) return 2;
  if (argc > 1) {
    std::string line = argv[1];
    for (int i = 2; i < argc; ++i) line += std::string(" ") + argv[i];
    return obey(line) ? 0 : 1;
  }
  GMainLoop* loop = g_main_loop_new(nullptr, FALSE);
  GIOChannel* input = g_io_channel_unix_new(0);
  g_io_add_watch(input, static_cast<GIOCondition>(G_IO_IN | G_IO_HUP), onInput, loop);
  g_main_loop_run(loop);
  return 0;
}
