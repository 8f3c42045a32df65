#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/exchange/json_value.h"
#include "journal/exchange/mention_text.h"
#include "journal/exchange/name_book.h"

// Private to journal/exchange (it shows Json).

namespace journal::exchange {

/// Who and where one imported line names, and how its text writes them.
class LinePeople {
 public:
  /// Reads roster, unlisted, people, young_people, place and plain, and enters them in `book`.
  LinePeople(const Json& line, NameBook& book);

  /// The young people of the lesson, in the order of the line.
  const std::vector<NameId>& youngPeople() const { return youngPeople_; }
  std::optional<NameId> place() const { return place_; }
  bool isYoungPerson(NameId id) const;

  /// The runs of `plain` (sanitised) that the line's `spans` mark as names. `lost` counts spans
  /// that fit nowhere in the text.
  std::vector<NamedRun> runsOf(const Json& line, std::string_view plain, std::size_t& lost);

 private:
  void addPerson(const Json& person);
  void addForm(std::string_view form, NameId id);
  NameId nameFor(const std::string& written, const std::string& type);
  void keepForm(NameId id, const std::string& form);

  NameBook& book_;
  std::vector<NameId> youngPeople_;
  std::optional<NameId> place_;
  std::vector<std::string> plain_;  ///< lower-cased words that are not always names
  std::map<std::string, std::vector<NameId>> forms_;  ///< lower-cased
};

}  // namespace journal::exchange
