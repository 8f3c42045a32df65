#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/app_state.h"
#include "app/model/context.h"
#include "app/model/models.h"
#include "journal/service/journal.h"

namespace app::model {

/// What the Journal screen is made from.
struct JournalInputs {
  const std::vector<journal::service::ReflectionRow>& all;  ///< newest first, for the weeks
  const std::vector<journal::service::SearchHit>& hits;     ///< what is listed
  bool more = false;
  bool searching = false;
  bool looking = false;  ///< more of the answer is to come
  std::optional<std::size_t> total = {};
  std::optional<std::int32_t> week = {};  ///< day number of the chosen Monday
  const JournalUi& ui;
  const std::vector<journal::KnownName>& names;
  const Library& library;
  journal::LocalDate today{};
};

/// Pure.
JournalModel buildJournal(const JournalInputs& inputs);
/// Rows for reflections that nobody searched for: the bin, an earlier one brought back. Pure.
ResultRow rowFor(const journal::service::ReflectionRow& row, const JournalInputs& inputs);

/// A row as the list shows it when nothing was searched for.
journal::service::SearchHit asHit(const journal::service::ReflectionRow& row,
                                  const std::vector<journal::KnownName>& names);

/// The query behind the search field and the filters.
journal::SearchQuery queryFor(const JournalUi& ui, journal::LocalDate today, std::size_t limit);
bool asksForSomething(const JournalUi& ui);

}  // namespace app::model
