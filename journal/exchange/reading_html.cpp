#include <fmt/format.h>

#include <utility>

#include "journal/base/html.h"
#include "journal/exchange/reading_entry.h"

namespace journal::exchange {
namespace {

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<style>
body { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.55 Georgia, serif;
       color: #1d1d1b; background: #fdfcf9; }
h1, h2, h3, .facts { font-family: Lato, Helvetica, Arial, sans-serif; }
h2 { margin: 2.5rem 0 0.2rem; font-size: 1.25rem; }
h3 { margin: 1.2rem 0 0.2rem; font-size: 1rem; }
p { margin: 0.6rem 0; white-space: pre-line; overflow-wrap: anywhere; }
.facts, .passages, .next { font-size: 0.95rem; color: #4a4a46; }
@media (prefers-color-scheme: dark) {
  body { color: #ecebe6; background: #1b1c1e; }
  .facts, .passages, .next { color: #c4c3bc; }
}
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
</style>
)";

class HtmlWriter final : public ReadingWriter {
 public:
  explicit HtmlWriter(ByteSink sink) : sink_(std::move(sink)) {}

  Result<void> begin(const std::string& title, const std::string& preface) override {
    return sink_(fmt::format(
        "{}<title>{}</title>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p class=\"facts\">{}</p>\n",
        kHead, escapeHtml(title), escapeHtml(title), escapeHtml(preface)));
  }

  Result<void> add(const ReadingEntry& entry) override {
    std::string out = fmt::format(
        "<article>\n<h2><time datetime=\"{}\">{}</time></h2>\n<p class=\"facts\">{}</p>\n",
        entry.date, escapeHtml(entry.heading), escapeHtml(entry.facts));
    bool inList = false;
    for (const ReadingPart& part : entry.parts) {
      const bool isPassage = part.kind == ReadingPart::Kind::Passage;
      if (isPassage != inList) {
        out += isPassage ? "<ul class=\"passages\" aria-label=\"Tagged passages\">\n" : "</ul>\n";
        inList = isPassage;
      }
      out += partOf(part);
    }
    if (inList) out += "</ul>\n";
    return sink_(out + "</article>\n");
  }

  Result<void> finish() override { return sink_("</main>\n</body>\n</html>\n"); }

 private:
  static std::string partOf(const ReadingPart& part) {
    const std::string text = escapeHtml(part.text);
    switch (part.kind) {
      case ReadingPart::Kind::Prompt:
        return "<h3>" + text + "</h3>\n";
      case ReadingPart::Kind::Paragraph:
        return "<p>" + text + "</p>\n";
      case ReadingPart::Kind::Passage:
        return "<li>" + text + "</li>\n";
      case ReadingPart::Kind::Intention:
        return "<p class=\"next\">" + text + "</p>\n";
    }
    return {};
  }

  ByteSink sink_;
};

}  // namespace

std::unique_ptr<ReadingWriter> makeHtmlWriter(ByteSink sink) {
  return std::make_unique<HtmlWriter>(std::move(sink));
}

}  // namespace journal::exchange
