#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/build_journal.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// What the pane next to the list is made from.
struct BesideInputs {
  const journal::Reflection& reflection;
  const std::vector<journal::Tag>& tags;
  const std::vector<journal::service::Version>& versions;  ///< newest first
  std::size_t version = 0;                                 ///< shown; 0 the present one
  bool showVersions = false;
  std::chrono::minutes utcOffset{0};
  const journal::OwnPrompts* prompts = nullptr;  ///< to name what it was written with
};

/// Stored text as paragraphs to read, with code names. Pure.
std::vector<BesideBlock> readBlocks(std::string_view stored,
                                    const std::vector<journal::KnownName>& names);

/// "22 January, 16:05"
std::string whenWords(journal::UtcTime at, std::chrono::minutes offset);

/// Pure.
BesideModel buildBeside(const BesideInputs& inputs, const std::vector<journal::KnownName>& names,
                        const Library& library);

/// The earlier reflection that this week brings back, if any (domain.md 1.4): the latest lesson of
/// a group beside one of a term before, else one of two weeks ago. The same all week. `rows` are
/// newest first and hold nothing that is held or in the bin. Pure.
struct Returned {
  std::string heading;
  std::vector<journal::service::ReflectionRow> rows;
};
std::optional<Returned> returnFor(const std::vector<journal::service::ReflectionRow>& rows,
                                  journal::LocalDate today);

/// First day of the half term after the one `today` lies in.
journal::LocalDate nextHalfTerm(journal::LocalDate today);

}  // namespace app::model
