#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "journal/domain/mention.h"
#include "journal/domain/name_matcher.h"

// A copy for somebody who asks what is written about them (domain.md 5.4): they read their own name,
// and nobody else's. What could tell another person apart without a name is for the tutor to see and
// to name in `alsoOut`; no list finds that.

namespace journal {

/// Renders stored text for one person.
class Redactor {
 public:
  /// `alsoOut`: further words that are left out, like the name of somebody this journal does not
  /// know.
  Redactor(std::vector<KnownName> names, NameId reader, const std::vector<std::string>& alsoOut);

  /// Their name, real where it is known. Other young people and colleagues read "[another young
  /// person]" and "[a colleague]", by mention, by name and by code alike; places stay; what is
  /// in `alsoOut` reads "[left out]". Headings stand on lines of their own.
  std::string operator()(std::string_view stored) const;
  /// Everybody in stored text, by mention, by name and by code.
  std::vector<NameId> named(std::string_view stored) const;
  const KnownName* find(NameId id) const;

 private:
  std::string reads(NameId id) const;

  std::vector<KnownName> names_;
  NameId reader_;
  std::vector<NameId> out_;  ///< made up for `alsoOut`
  std::unique_ptr<NameMatcher> matcher_;
};

}  // namespace journal
