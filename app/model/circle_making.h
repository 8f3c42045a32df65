#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/model/autosave.h"
#include "app/model/circle_formats_model.h"
#include "app/model/circle_intent.h"
#include "app/model/context.h"
#include "app/model/save_all.h"
#include "journal/domain/group_session.h"

namespace app::model {

/// A format while it is made or changed. It saves itself, whether it can be run by then or not; its
/// words are in CircleUi::formats. UI thread.
class CircleMaking {
 public:
  /// `kept` hears what stands in the journal after each save.
  CircleMaking(Context& context, std::function<void(const journal::OwnFormat&)> kept)
      : context_(context), kept_(std::move(kept)) {}

  /// It is saved once something is changed.
  void begin(const journal::OwnFormat& own);
  /// The same, and it is saved as it is.
  void beginAndKeep(const journal::OwnFormat& own);
  bool making() const { return own_.has_value(); }
  /// Precondition: making().
  const journal::OwnFormatId& id() const { return own_->id; }
  /// Saves it and leaves it; `done` is not called when the disk refused.
  void finish(std::function<void()> done);

  void on(const FormatChanged&);
  void on(const ChangeFormatMinutes& intent);
  void on(const MoveFormatRound& intent);
  void on(const RemoveFormatRound& intent);
  void on(const PutRoundBack&);
  void on(const AddFormatRound& intent);
  void on(const OpenFormatRound& intent);
  void on(const ChangeFormatKind& intent);

  void tick(journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const {
    return autosave_.wait(now);
  }
  void flush(Saved done);
  FormatMakingModel model() const;
  void forget();

 private:
  struct TakenOut {
    std::size_t at = 0;
    std::uint64_t key = 0;
    journal::Round round;
  };
  journal::SessionFormat& draft() const { return context_.state.ui.circle.formats.draft; }
  std::optional<std::size_t> indexOf(std::uint64_t key) const;
  /// The open round always has a line for one more prompt.
  void roomForAPrompt();
  void changed();
  void saveFormat(Saved saved);
  journal::OwnFormat asKept() const;

  Context& context_;
  std::function<void(const journal::OwnFormat&)> kept_;
  std::optional<journal::OwnFormat> own_;  ///< as it was begun
  std::vector<std::uint64_t> keys_;        ///< of the draft's rounds: they stay while rounds move
  std::uint64_t nextKey_ = 1;
  std::uint64_t open_ = 0;
  std::optional<TakenOut> takenOut_;
  Autosave autosave_;
};

}  // namespace app::model
