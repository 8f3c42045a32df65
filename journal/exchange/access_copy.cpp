#include "journal/exchange/access_copy.h"

#include <memory>
#include <utility>

#include "journal/exchange/json_value.h"
#include "journal/exchange/reading_entry.h"

namespace journal::exchange {

std::string accessText(const AccessCopy& copy) {
  std::string text = copy.title + "\n" + copy.preface + "\n";
  for (const AccessItem& item : copy.items) {
    text += "\n" + item.entry.heading + "\n";
    if (!item.entry.facts.empty()) text += item.entry.facts + "\n";
    for (const ReadingPart& part : item.entry.parts) text += "  " + part.text + "\n";
  }
  return text;
}

Result<std::string> accessHtml(const AccessCopy& copy) {
  std::string html;
  const auto writer = makeHtmlWriter([&html](std::string_view bytes) -> Result<void> {
    html += bytes;
    return {};
  });
  J_CHECK(writer->begin(copy.title, copy.preface));
  for (const AccessItem& item : copy.items) J_CHECK(writer->add(item.entry));
  J_CHECK(writer->finish());
  return html;
}

std::string accessJson(const AccessCopy& copy) {
  Json items = Json::array();
  for (const AccessItem& item : copy.items) {
    Json words = Json::array();
    for (const ReadingPart& part : item.entry.parts) words.push_back(part.text);
    items.push_back(Json{{"date", item.entry.date},
                         {"facts", item.entry.facts},
                         {"heading", item.entry.heading},
                         {"kind", item.kind},
                         {"words", std::move(words)}});
  }
  return dumpJson(
      Json{{"about", copy.title}, {"items", std::move(items)}, {"preface", copy.preface}});
}

}  // namespace journal::exchange
