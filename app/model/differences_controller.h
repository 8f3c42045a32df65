#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/differences_model.h"
#include "app/model/intent.h"
#include "app/model/paragraph_choice.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// What two devices said differently, and deciding about it. UI thread only.
class DifferencesController {
 public:
  /// `names` says what people call a device; nullopt: not known.
  using DeviceName = std::function<std::optional<std::string>(journal::DeviceId)>;
  DifferencesController(Context& context, DeviceName names)
      : context_(context), names_(std::move(names)) {}

  void handle(const DifferencesIntent& intent);
  /// Asks the journal what is open.
  void reload();
  /// Something changed; `arrived`: on another device.
  void onChanges(const journal::service::Changes& changes, bool arrived);
  void refresh();
  void forget();

  std::size_t waiting() const;  ///< reflections
  bool has(journal::ReflectionId reflection) const;
  bool open() const { return shown_.has_value(); }
  void close() { shown_.reset(); }

 private:
  /// The one that is shown.
  struct Shown {
    journal::Reflection reflection;
    std::vector<DifferingPart> parts;  ///< none when the words agree
    std::vector<int> choices;          ///< per part: a side, or kBoth
    std::size_t current = 0;
    std::size_t side = 0;
  };

  void on(const OpenDifferences& intent);
  void on(const DecideLater&);
  void on(const LookAtSide& intent);
  void on(const KeepSide& intent);
  void on(const KeepBoth&);
  void on(const KeepLessonOf& intent);
  void on(const RightAsItIs& intent);

  const journal::Disagreement* find(journal::ReflectionId id, journal::DisputedField field) const;
  void show(journal::Reflection reflection);
  /// Applies `first`, if any, then says that this field is as it should be.
  void settle(journal::DisputedField field, std::optional<journal::service::Op> first);
  void settleWords();
  void refreshWords(DifferencesModel& model, const journal::Disagreement& words) const;
  void refreshLines(DifferencesModel& model) const;
  std::string deviceOf(const journal::DisagreementSide& side) const;
  std::string whenOf(const journal::DisagreementSide& side) const;

  Context& context_;
  DeviceName names_;
  std::vector<journal::Disagreement> open_;
  std::optional<Shown> shown_;
  bool working_ = false;
  std::string problem_;
};

}  // namespace app::model
