#include "app/model/settings_exchange.h"
#include "app/model/keeping_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/display.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;

namespace {

/// Remarks drawn; the rest is counted.
constexpr std::size_t kMostRemarksShown = 50;

bool sameCopy(const CopyWanted& a, const CopyWanted& b) {
  return a.kind == b.kind && a.to == b.to && a.realNames == b.realNames;
}

/// Runs `work` with the open journal and the door, on the journal thread.
template <class T>
void withExchange(Context& context,
                  std::function<Result<T>(ExchangeDoor&, journal::service::Journal&, Watch)> work,
                  std::function<void(Result<T>)> done) {
  inJob<T>(
      context,
      [work = std::move(work)](JobContext& job, journal::service::Journal& open) -> Result<T> {
        ExchangeDoor* door = job.room().exchange;
        if (door == nullptr) {
          return journal::Error{journal::ErrorCode::Internal, "no way in or out"};
        }
        return work(*door, open, job.watch());
      },
      std::move(done));
}

void addDates(const std::optional<journal::LocalDate>& from,
              const std::optional<journal::LocalDate>& to, ExchangeSheet& sheet) {
  if (!from || !to) return;
  sheet.lines.push_back(fmt::format("From {} to {}", dayMonthYear(*from), dayMonthYear(*to)));
}

void addRemarks(const std::vector<std::string>& remarks, ExchangeSheet& sheet) {
  if (remarks.empty()) return;
  sheet.remarksHeading = tr::kWouldBeLeft;
  const std::size_t shown = std::min(remarks.size(), kMostRemarksShown);
  sheet.remarks.assign(remarks.begin(), remarks.begin() + static_cast<std::ptrdiff_t>(shown));
  if (remarks.size() > shown) sheet.more = fmt::format("And {} more.", remarks.size() - shown);
}

}  // namespace

void SettingsExchange::handle(const ExchangeIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

// In
// ----------------------------------------------------------------------------------------------

void SettingsExchange::on(const LookOutside&) {
  const std::string path = context_.state.ui.settings.outside;
  if (work_ != ExchangeWork::None || path.empty()) return;
  on(LeaveOutside{});
  work_ = ExchangeWork::Looking;
  looked_ = path;
  withExchange<FoundOutside>(
      context_,
      [path](ExchangeDoor& door, journal::service::Journal& open, const Watch& watch) {
        return door.look(open, path, watch);
      },
      [this](Result<FoundOutside> found) {
        work_ = ExchangeWork::None;
        if (found.ok())
          found_ = std::move(found).value();
        else
          inProblem_ = tr::sentence(found.error());
      });
}

void SettingsExchange::on(const BringIn&) {
  if (work_ != ExchangeWork::None || !found_ || !bringNotYet().empty()) return;
  work_ = ExchangeWork::BringingIn;
  found_.reset();
  withExchange<CameIn>(
      context_,
      [path = looked_](ExchangeDoor& door, journal::service::Journal& open, const Watch& watch) {
        return door.bringIn(open, path, watch);
      },
      [this](Result<CameIn> came) {
        work_ = ExchangeWork::None;
        if (came.ok())
          came_ = std::move(came).value();
        else
          inProblem_ = tr::sentence(came.error());
        // Even when it ended early: what was handed over before is there.
        context_.changed({.reflections = true,
                          .tags = true,
                          .names = true,
                          .intentions = true,
                          .caseStudies = true,
                          .profiles = true,
                          .words = true,
                          .timetable = true});
      });
}

void SettingsExchange::on(const LeaveOutside&) {
  found_.reset();
  came_.reset();
  inProblem_.clear();
}

std::string SettingsExchange::bringNotYet() const {
  if (!found_ || found_->reflections + found_->lessons + found_->others > 0) return {};
  return std::string(tr::kNothingComesIn);
}

// Out
// ---------------------------------------------------------------------------------------------

CopyWanted SettingsExchange::copyWanted() const {
  const SettingsUi& ui = context_.state.ui.settings;
  return {ui.copyKind, ui.copyPath, ui.copyRealNames || ui.copyKind == "json"};
}

void SettingsExchange::on(const PreviewCopy&) {
  const CopyWanted wanted = copyWanted();
  if (work_ != ExchangeWork::None || wanted.to.empty()) return;
  on(LeaveCopy{});
  work_ = ExchangeWork::Counting;
  previewed_ = wanted;
  withExchange<WouldLeave>(
      context_,
      [wanted](ExchangeDoor& door, journal::service::Journal& open, const Watch&) {
        return door.wouldLeave(open, wanted);
      },
      [this](Result<WouldLeave> leaving) {
        work_ = ExchangeWork::None;
        copyProblem_ = !leaving.ok();
        if (leaving.ok())
          leaving_ = std::move(leaving).value();
        else
          copySaid_ = tr::sentence(leaving.error());
      });
}

void SettingsExchange::on(const WriteCopy&) {
  // Exactly what was shown, whatever has been typed since.
  if (work_ != ExchangeWork::None || !leaving_ || !sameCopy(previewed_, copyWanted())) return;
  work_ = ExchangeWork::Copying;
  leaving_.reset();
  withExchange<CopyMade>(
      context_,
      [wanted = previewed_](ExchangeDoor& door, journal::service::Journal& open,
                            const Watch& watch) { return door.takeAway(open, wanted, watch); },
      [this](const Result<CopyMade>& made) {
        work_ = ExchangeWork::None;
        copyProblem_ = !made.ok();
        copySaid_ = made.ok() ? fmt::format("{} written to {}",
                                            counted(made->written, "reflection", "reflections"),
                                            made->where)
                              : tr::sentence(made.error());
      });
}

void SettingsExchange::on(const LeaveCopy&) {
  leaving_.reset();
  copySaid_.clear();
  copyProblem_ = false;
}

void SettingsExchange::refresh(ExchangeModel& model) const {
  const SettingsUi& ui = context_.state.ui.settings;
  model.work = work_;
  const WorkProgress progress = context_.tasks.progress();
  if (progress.total > 0) {
    model.fraction =
        std::min(1.0F, static_cast<float>(progress.done) / static_cast<float>(progress.total));
  }
  if (ui.outside.empty()) model.lookNotYet = tr::kSayWhichFile;
  if (found_ && looked_ == ui.outside) model.found = foundSheet(*found_);
  model.bringNotYet = bringNotYet();
  if (came_) model.came = cameSheet(*came_);
  model.inProblem = inProblem_;
  if (ui.copyPath.empty()) model.previewNotYet = tr::kSayWhereFirst;
  if (leaving_ && sameCopy(previewed_, copyWanted())) {
    model.leaving = leavingSheet(*leaving_);
    model.warning = leaving_->warning;
  }
  model.copySaid = copySaid_;
  model.copyProblem = copyProblem_;
}

void SettingsExchange::forget() {
  work_ = ExchangeWork::None;
  on(LeaveOutside{});
  on(LeaveCopy{});
  looked_.clear();
  previewed_ = {};
}

// In words
// ----------------------------------------------------------------------------------------

ExchangeSheet foundSheet(const FoundOutside& found) {
  ExchangeSheet sheet;
  sheet.heading = found.format;
  if (found.reflections > 0) {
    std::string line = counted(found.reflections, "reflection", "reflections");
    if (found.alreadyHere > 0) line += fmt::format(", {} of them here already", found.alreadyHere);
    sheet.lines.push_back(std::move(line));
  }
  if (found.lessons > 0) {
    sheet.lines.push_back(counted(found.lessons, "lesson", "lessons") +
                          " for your timetable, weekly ones counted each week");
  }
  if (found.others > 0) {
    sheet.lines.push_back(counted(found.others, "other thing", "other things") +
                          ": learning plans, intentions, case studies, lessons, kept words");
  }
  addDates(found.from, found.to, sheet);
  if (found.names > 0) {
    sheet.lines.push_back(fmt::format("{} in it, {} of them new; each new one gets a code name",
                                      counted(found.names, "name", "names"), found.newNames));
  }
  if (found.left > 0) {
    sheet.lines.push_back(counted(found.left, "thing", "things") + " would be left out");
  }
  addRemarks(found.remarks, sheet);
  return sheet;
}

ExchangeSheet cameSheet(const CameIn& came) {
  ExchangeSheet sheet;
  sheet.heading = came.stopped ? tr::kCameInStopped : tr::kCameIn;
  if (came.lessons + came.lessonsHere + came.others == 0 || came.added > 0) {
    sheet.lines.push_back(counted(came.added, "reflection", "reflections") + " new");
  }
  if (came.others > 0) {
    sheet.lines.push_back(counted(came.others, "other thing", "other things") + " new");
  }
  if (came.lessons > 0) {
    sheet.lines.push_back(counted(came.lessons, "lesson", "lessons") + " new in your timetable");
  }
  if (came.lessonsHere > 0) {
    sheet.lines.push_back(counted(came.lessonsHere, "lesson", "lessons") + " there already");
  }
  if (came.alreadyHere > 0) {
    sheet.lines.push_back(fmt::format("{} here already, left as they were", came.alreadyHere));
  }
  if (came.left > 0) sheet.lines.push_back(counted(came.left, "thing", "things") + " left out");
  if (came.stopped) sheet.lines.emplace_back(tr::kCameInRest);
  addRemarks(came.remarks, sheet);
  return sheet;
}

ExchangeSheet leavingSheet(const WouldLeave& leaving) {
  ExchangeSheet sheet;
  sheet.heading = tr::kCopyHeading;
  sheet.lines.push_back(fmt::format("{}, with {}",
                                    counted(leaving.reflections, "reflection", "reflections"),
                                    counted(leaving.tags, "tagged passage", "tagged passages")));
  addDates(leaving.from, leaving.to, sheet);
  sheet.lines.push_back(fmt::format("{} in it, as {}", counted(leaving.names, "name", "names"),
                                    leaving.realNames ? "real names" : "code names"));
  if (leaving.left > 0) {
    sheet.lines.push_back(
        fmt::format("{} on hold or in the bin, and so not in this copy; the complete one has them",
                    leaving.left));
  }
  return sheet;
}

}  // namespace app::model
