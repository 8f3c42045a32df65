#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/model/circle_live_model.h"
#include "app/model/circle_ports.h"
#include "app/model/context.h"
#include "journal/domain/reflection.h"
#include "journal/domain/tag.h"
#include "journal/service/journal.h"

namespace app::model {

/// Lifts one passage out of the journal for the group: chosen, seen exactly as others will see it,
/// sent, and taken back at any time. UI thread only.
class CircleMoment {
 public:
  explicit CircleMoment(Context& context) : context_(context) {}

  bool open() const { return open_; }
  /// Asks the journal for entries to choose from.
  void start();
  void choose(journal::ReflectionId entry);
  void select(std::size_t begin, std::size_t end);
  void allow();
  void close();
  /// What would be sent; nullopt while it cannot be.
  std::optional<CardWords> chosen() const;
  /// It was sent: questions come back to this entry.
  void sent() { brought_ = entry_ ? std::optional(entry_->id) : std::nullopt; }
  std::optional<journal::ReflectionId> brought() const { return brought_; }
  /// It was brought from there, in a stay before.
  void cameFrom(std::optional<journal::ReflectionId> entry) { brought_ = entry; }
  /// `room`: whose room it is, and what was brought to it already.
  MomentModel model(const CircleSeen& room) const;
  void forget();

 private:
  std::string words() const;
  std::vector<CardTag> tagsIn() const;
  std::string notYet() const;

  Context& context_;
  bool open_ = false;
  bool loading_ = false;
  std::uint64_t asked_ = 0;  ///< counts questions to the journal, so that late answers are dropped
  std::vector<journal::service::ReflectionRow> entries_;
  std::optional<journal::Reflection> entry_;
  std::vector<journal::Tag> tags_;
  journal::Passage chosen_;
  std::set<std::string> allowed_;
  std::optional<journal::ReflectionId> brought_;
};

}  // namespace app::model
