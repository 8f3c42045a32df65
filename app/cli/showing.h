#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/context.h"
#include "journal/domain/mention.h"

namespace app::cli {

using OrderedJson = nlohmann::ordered_json;

/// The names of a journal, for turning stored text into something to read.
class Shower {
 public:
  static journal::Result<Shower> of(journal::service::Journal& journal, journal::NamesShown shown);

  std::string text(const std::string& stored, bool withHeadings = true) const;
  /// Words that hold names as somebody typed them, like a title.
  std::string typed(const std::string& plain) const;
  std::string name(journal::NameId id) const;
  std::string names(const std::vector<journal::NameId>& ids) const;
  const journal::KnownName* find(journal::NameId id) const;
  journal::NameLookup lookup() const;

 private:
  std::map<journal::NameId, journal::KnownName> names_;
  journal::NamesShown shown_ = journal::NamesShown::Code;
};

/// "code", "real" or "blurred"; InvalidInput for anything else.
journal::Result<journal::NamesShown> parseNamesShown(const std::string& text);

/// The start of a text on one line, at most `columns` code points.
std::string oneLine(const std::string& text, std::size_t columns);

/// "2026-01-22  Small group  Brass group  They kept the ..  [P4.1 3]  3f9c0a7b"
std::string rowLine(const journal::service::ReflectionRow& row, const Shower& shower);
OrderedJson rowJson(const journal::service::ReflectionRow& row, const Shower& shower);
OrderedJson tagJson(const journal::Tag& tag, const Shower& shower);
std::string tagLine(const journal::Tag& tag, const Shower& shower);
OrderedJson reflectionJson(const journal::Reflection& reflection,
                           const std::vector<journal::Tag>& tags, const Shower& shower);

}  // namespace app::cli
