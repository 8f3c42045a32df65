#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/settings_model.h"

namespace app::model {

/// Settings, Prompts: which sets Write offers, and sets of one's own in versions. UI thread only.
class SettingsPrompts {
 public:
  explicit SettingsPrompts(Context& context) : context_(context) {}

  void handle(const PromptIntent& intent);
  void refresh(SettingsModel& model) const;
  void forget();

 private:
  void on(const CopyPromptSet& intent);
  void on(const EditPromptSet& intent);
  void on(const OfferPrompts& intent);
  void on(const OfferAllOurs&);
  void on(const ShowEarlierPrompts& intent);
  void on(const AddQuestion&);
  void on(const RemoveQuestion& intent);
  void on(const MoveQuestion& intent);
  void on(const KeepPromptSet&);
  void on(const CancelPromptSet&);

  void apply(std::vector<journal::service::Op> ops);

  Context& context_;
  std::optional<journal::OwnPromptSet> edited_;  ///< as it would be kept, but for what is typed
  std::set<std::string> earlier_;                ///< codes whose earlier versions are shown
};

/// What was typed, as the next version of `of`; or why it is none yet. `before`: the version before
/// it, if there is one. Pure.
journal::Result<journal::OwnPromptSet> promptSetFrom(const PromptSetUi& ui,
                                                     const journal::OwnPromptSet& of,
                                                     const journal::OwnPromptSet* before);

/// Own sets first, then ours. `earlier`: codes whose earlier versions are shown. Pure.
std::vector<PromptSetPage> buildPromptPages(const journal::PromptLibrary& ours,
                                            const journal::OwnPrompts& own,
                                            const std::set<std::string>& earlier);

}  // namespace app::model
