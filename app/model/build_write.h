#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/autosave.h"
#include "app/model/context.h"
#include "app/model/tag_panel.h"
#include "app/model/write_model.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// Everything the Write screen is made from.
struct WriteInputs {
  const journal::Reflection& reflection;
  const std::vector<journal::Tag>& tags;  ///< placed in `reflection.text`
  const WriteUi& ui;
  const std::vector<journal::KnownName>& names;
  const Library& library;
  const journal::OwnPrompts* prompts = nullptr;  ///< for a page with nothing on it yet
  std::uint64_t labelsRevision = 0;
  const TagDraft* draft = nullptr;
  bool addingPerson = false;
};

/// Pure.
WriteModel buildWrite(const WriteInputs& inputs);

/// Names to choose from, in the journal's order; of every kind when `kind` is empty.
std::vector<NameChoice> choicesOf(const std::vector<journal::KnownName>& names,
                                  std::optional<journal::NameKind> kind,
                                  const std::vector<journal::NameId>& chosen);

/// The line under the text, true at `now`.
void describeSaving(WriteModel& model, const Autosave& autosave, journal::UtcTime now,
                    std::chrono::minutes utcOffset);

/// Nothing but prompts and space.
bool isBlank(std::string_view stored);

/// Why somebody new cannot be kept yet; empty when they can.
std::string personProblem(const NewPersonUi& ui, const std::vector<journal::KnownName>& names);

}  // namespace app::model
