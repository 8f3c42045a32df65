#include "app/model/keeping_controller.h"

#include <fmt/format.h>

#include <variant>

#include "app/model/display.h"
#include "app/model/keeping_who.h"
#include "app/model/your_data_words.h"
#include "journal/domain/retention.h"

namespace app::model {

KeepingController::KeepingController(Context& context)
    : context_(context),
      pastTime_(context),
      holds_(context),
      about_(context),
      erasing_(context),
      leaving_(context) {}

void KeepingController::handle(const KeepingIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void KeepingController::on(const ShowDataPage& intent) {
  page_ = intent.page;
  // Each page begins anew: what one search found is not left lying under the next.
  pastTime_.forget();
  holds_.close();
  about_.forget();
  erasing_.forget();
  leaving_.forget();
  wipe(context_.state.ui.settings.keeping);
  if (page_ == DataPage::PastTime) pastTime_.look();
  if (page_ == DataPage::About) about_.loadLog();
}

void KeepingController::on(const PastTimeIntent& intent) {
  pastTime_.handle(intent);
}
void KeepingController::on(const LegalHoldIntent& intent) {
  holds_.handle(intent);
}

void KeepingController::on(const CopyIntent& intent) {
  if (page_ == DataPage::Leaving)
    leaving_.handle(intent);
  else
    about_.handle(intent);
}

void KeepingController::on(const ErasingIntent& intent) {
  if (const auto* somebody = std::get_if<EraseSomebody>(&intent)) {
    on(ShowDataPage{DataPage::Erasing});
    context_.state.ui.settings.keeping.erasing.who.chosen = somebody->person.hex();
    return;
  }
  erasing_.handle(intent);
}

void KeepingController::visit() {
  holds_.load();
  if (page_ == DataPage::About) about_.loadLog();
}

void KeepingController::refresh(KeepingModel& model, std::size_t old) const {
  model.page = page_;
  model.pastTimeLine = tr::kNothingPastItsTime;
  if (old > 0) {
    model.pastTimeLine =
        fmt::format("{} {} of lessons before September {}.",
                    counted(old, "reflection", "reflections"), old == 1 ? "is" : "are",
                    static_cast<int>(journal::lastDayPastItsTime(context_.today()).year()));
  }
  model.legalHoldLine = holds_.line();
  if (page_ == DataPage::About || page_ == DataPage::Erasing || page_ == DataPage::LegalHolds) {
    model.people = whoChoices(context_.names);
  }
  if (page_ == DataPage::PastTime) pastTime_.refresh(model.pastTime);
  if (page_ == DataPage::LegalHolds) holds_.refresh(model.legalHolds);
  if (page_ == DataPage::About) about_.refresh(model.about);
  if (page_ == DataPage::Erasing) erasing_.refresh(model.erasing);
  if (page_ == DataPage::Leaving) leaving_.refresh(model.leaving);
}

void KeepingController::forget() {
  on(ShowDataPage{DataPage::Overview});
  holds_.forget();
}

}  // namespace app::model
