#include "app/cli/showing.h"

#include <fmt/format.h>

#include "journal/base/utf8.h"

namespace app::cli {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<Shower> Shower::of(journal::service::Journal& journal, journal::NamesShown shown) {
  J_TRY(auto names, journal.names());
  Shower shower;
  shower.shown_ = shown;
  for (auto& name : names) {
    const journal::NameId id = name.id;
    shower.names_.emplace(id, std::move(name));
  }
  return shower;
}

const journal::KnownName* Shower::find(journal::NameId id) const {
  const auto found = names_.find(id);
  return found == names_.end() ? nullptr : &found->second;
}
journal::NameLookup Shower::lookup() const {
  return [this](journal::NameId id) { return find(id); };
}
std::string Shower::text(const std::string& stored, bool withHeadings) const {
  return journal::render(stored, shown_, lookup(), withHeadings).text;
}
std::string Shower::typed(const std::string& plain) const {
  std::vector<journal::KnownName> names;
  for (const auto& [id, name] : names_) names.push_back(name);
  return text(journal::mentionKnownNames(plain, names), false);
}
std::string Shower::name(journal::NameId id) const {
  return journal::shownName(find(id), shown_);
}
std::string Shower::names(const std::vector<journal::NameId>& ids) const {
  std::string out;
  for (const journal::NameId id : ids) out += (out.empty() ? "" : ", ") + name(id);
  return out;
}

Result<journal::NamesShown> parseNamesShown(const std::string& text) {
  if (text == "code") return journal::NamesShown::Code;
  if (text == "real") return journal::NamesShown::Real;
  if (text == "blurred") return journal::NamesShown::Blurred;
  return Error{ErrorCode::InvalidInput, "--names", "--names is code, real or blurred."};
}

std::string oneLine(const std::string& text, std::size_t columns) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < columns; ++count) {
    const journal::CodePoint point = journal::decodeUtf8(text, at);
    const bool isBreak = point.value == '\n' || point.value == '\t';
    out += isBreak ? " " : text.substr(at, point.length);
    at += point.length;
  }
  return count == columns ? out + "…" : out;
}

std::string rowLine(const journal::service::ReflectionRow& row, const Shower& shower) {
  std::string tags;
  for (const auto& mark : row.tags) {
    tags += fmt::format("{}{} {}", tags.empty() ? "" : ", ", mark.indicator.text(),
                        mark.level ? std::to_string(mark.level->value()) : "-");
  }
  return fmt::format(
      "{}  {}  {}{}{}{}{}  {}", journal::isoDate(row.lesson.date), row.id.hex().substr(0, 8),
      journal::title(row.lesson.setting), row.lesson.group.empty() ? "" : ", " + row.lesson.group,
      row.state == journal::ReflectionState::Draft ? " (draft)" : "", tags.empty() ? "" : "  [",
      tags.empty() ? "" : tags + "]", oneLine(shower.text(row.excerpt, false), 70));
}

OrderedJson rowJson(const journal::service::ReflectionRow& row, const Shower& shower) {
  OrderedJson tags = OrderedJson::array();
  for (const auto& mark : row.tags) {
    OrderedJson tag;
    tag["indicator"] = mark.indicator.text();
    tag["level"] = mark.level ? OrderedJson(mark.level->value()) : OrderedJson(nullptr);
    if (mark.youngPerson) tag["young_person"] = shower.name(*mark.youngPerson);
    tags.push_back(std::move(tag));
  }
  OrderedJson json;
  json["id"] = row.id.hex();
  json["date"] = journal::isoDate(row.lesson.date);
  json["setting"] = std::string(journal::name(row.lesson.setting));
  json["group"] = row.lesson.group;
  json["draft"] = row.state == journal::ReflectionState::Draft;
  json["excerpt"] = shower.text(row.excerpt, false);
  json["tags"] = std::move(tags);
  return json;
}

OrderedJson tagJson(const journal::Tag& tag, const Shower& shower) {
  OrderedJson json;
  json["id"] = tag.id.hex();
  json["indicator"] = tag.indicator.text();
  json["level"] = tag.level ? OrderedJson(tag.level->value()) : OrderedJson(nullptr);
  json["direction"] = std::string(journal::name(tag.direction));
  json["voice"] = std::string(journal::name(tag.voice));
  if (tag.youngPerson) json["young_person"] = shower.name(*tag.youngPerson);
  json["quote"] = shower.text(tag.quote, false);
  json["note"] = tag.note;
  return json;
}

std::string tagLine(const journal::Tag& tag, const Shower& shower) {
  return fmt::format("{} {}  {}, {}{}  \"{}\"  {}", tag.indicator.text(),
                     tag.level ? std::to_string(tag.level->value()) : "no chance to see it",
                     journal::name(tag.direction), journal::name(tag.voice),
                     tag.youngPerson ? ", " + shower.name(*tag.youngPerson) : "",
                     oneLine(shower.text(tag.quote, false), 80), tag.id.hex().substr(0, 8));
}

OrderedJson reflectionJson(const journal::Reflection& reflection,
                           const std::vector<journal::Tag>& tags, const Shower& shower) {
  OrderedJson json;
  json["id"] = reflection.id.hex();
  json["date"] = journal::isoDate(reflection.lesson.date);
  json["setting"] = std::string(journal::name(reflection.lesson.setting));
  json["minutes"] = reflection.lesson.length.count();
  json["group"] = reflection.lesson.group;
  json["year_group"] = reflection.lesson.yearGroup;
  json["instrument"] = reflection.lesson.instrument;
  if (reflection.lesson.place) json["place"] = shower.name(*reflection.lesson.place);
  json["young_people"] = OrderedJson::array();
  for (const auto id : reflection.lesson.youngPeople) {
    json["young_people"].push_back(shower.name(id));
  }
  json["draft"] = reflection.state == journal::ReflectionState::Draft;
  json["held"] = reflection.held;
  json["binned"] = reflection.binned;
  json["written_at"] = journal::isoTime(reflection.writtenAt);
  json["source"] = reflection.source;
  json["text"] = shower.text(reflection.text);
  json["tags"] = OrderedJson::array();
  for (const auto& tag : tags) json["tags"].push_back(tagJson(tag, shower));
  return json;
}

}  // namespace app::cli
