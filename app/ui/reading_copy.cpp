#include "app/ui/reading_copy.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "app/ui/internal.h"
#include "journal/base/html.h"

namespace app::ui {
namespace {

using journal::escapeHtml;

bool isOneOf(const std::string& role, std::initializer_list<std::string_view> roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// Around the page rather than of it.
bool isFrame(const RecordedItem& item) {
  constexpr std::array<std::string_view, 3> kAround = {"nav/", "toast[", "reminder/"};
  return item.layer > 0 || std::any_of(kAround.begin(), kAround.end(), [&](std::string_view path) {
           return item.path.rfind(path, 0) == 0;
         });
}

bool isListed(const RecordedItem& item) {
  return isOneOf(item.role, {"option", "article", "row", "cell", "figure", "link", "tab"});
}
bool isAction(const RecordedItem& item) {
  return isOneOf(item.role, {"button", "menuitem"});
}
bool isField(const RecordedItem& item) {
  return isOneOf(item.role, {"textbox", "searchbox", "combobox", "slider", "spinbutton"});
}
bool isChoice(const RecordedItem& item) {
  return isOneOf(item.role, {"checkbox", "switch", "radio"});
}

std::string words(const RecordedItem& item) {
  std::string out = escapeHtml(item.name);
  if (!item.value.empty()) out += (out.empty() ? "" : ": ") + escapeHtml(item.value);
  if (!item.reason.empty()) out += " (" + escapeHtml(item.reason) + ")";
  return out;
}

std::string withLineEnds(std::string_view text) {
  std::string out;
  for (const char c : escapeHtml(text)) {
    if (c == '\n') out += "<br>";
    out.push_back(c);
  }
  return out;
}

class Page {
 public:
  void heading(const RecordedItem& item) {
    endList();
    const char* level = std::exchange(first_, false) ? "h1" : "h2";
    body_ += std::string("<") + level + ">" + words(item) + "</" + level + ">\n";
  }
  void paragraph(const std::string& html) {
    endList();
    if (!html.empty()) body_ += "<p>" + html + "</p>\n";
  }
  void field(const RecordedItem& item) {
    endList();
    body_ += "<h3>" + escapeHtml(item.name) + "</h3>\n<p>" +
             (item.value.empty() ? "<em>Nothing yet.</em>" : withLineEnds(item.value)) + "</p>\n";
  }
  void listed(const std::string& html) {
    if (html.empty()) return;
    if (!inList_) body_ += "<ul>\n";
    inList_ = true;
    body_ += "<li>" + html + "</li>\n";
  }
  void endList() {
    if (inList_) body_ += "</ul>\n";
    inList_ = false;
  }
  const std::string& body() const { return body_; }

 private:
  std::string body_;
  bool inList_ = false;
  bool first_ = true;
};

void add(Page& page, const RecordedItem& item) {
  if (item.role == "heading") return page.heading(item);
  if (isField(item)) return page.field(item);
  if (isListed(item) || isChoice(item)) return page.listed(words(item));
  page.paragraph(words(item));
}

constexpr const char* kHead =
    "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 "
    "sans-serif;color-scheme:light dark}</style>\n<title>";

}  // namespace

std::string readingCopy(const std::vector<RecordedItem>& items, std::string_view title) {
  Page page;
  std::vector<const RecordedItem*> actions;
  for (const RecordedItem& item : items) {
    if (isFrame(item)) continue;
    if (isAction(item)) {
      actions.push_back(&item);
    } else {
      add(page, item);
    }
  }
  page.endList();
  if (!actions.empty()) {
    page.paragraph("<strong>What can be done there</strong>");
    for (const RecordedItem* action : actions) page.listed(words(*action));
    page.endList();
  }
  return kHead + escapeHtml(title) + "</title>\n</head>\n<body>\n<main>\n" + page.body() +
         "</main>\n</body>\n</html>\n";
}

std::string readingCopyOfThisFrame(std::string_view title) {
  const Recorder* recorder = kit().recorder;
  return recorder == nullptr ? std::string() : readingCopy(recorder->items(), title);
}

}  // namespace app::ui
