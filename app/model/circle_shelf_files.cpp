// Formats passed on as files, and taken in from them.

#include <utility>

#include "app/model/build_formats.h"
#include "app/model/circle_format_words.h"
#include "app/model/circle_shelf.h"
#include "app/model/form.h"

namespace app::model {

using journal::Result;
using journal::SessionFormat;

namespace {

/// Runs `work` with the door to files, on the journal thread.
template <class T>
void atTheDoor(Context& context, std::function<Result<T>(ExchangeDoor&)> work,
               std::function<void(Result<T>)> done) {
  inJob<T>(
      context,
      [work = std::move(work)](JobContext& job, journal::service::Journal&) -> Result<T> {
        ExchangeDoor* door = job.room().exchange;
        if (door == nullptr) {
          return journal::Error{journal::ErrorCode::Internal, "no way in or out"};
        }
        return work(*door);
      },
      std::move(done));
}

/// Whatever they are called here.
bool sameFormat(SessionFormat a, const SessionFormat& b) {
  a.code = b.code;
  return a == b;
}

}  // namespace

// Out
// ---------------------------------------------------------------------------------------------

void CircleShelf::on(const BeginPassingOn&) {
  const SessionFormat* format = chosen();
  if (format == nullptr) return;
  FormatsUi& typed = context_.state.ui.circle.formats;
  typed.author = format->author;
  typed.licence = format->licence;
  typed.to.clear();
  taking_.reset();
  passing_ = Passing();
}

void CircleShelf::on(const WriteFormat&) {
  const SessionFormat* format = chosen();
  if (format == nullptr || !passing_ || passing_->working || !passingModel().notYet.empty()) return;
  const FormatsUi& typed = context_.state.ui.circle.formats;
  SessionFormat out = *format;
  out.author = std::string(journal::trimmed(typed.author));
  out.licence = std::string(journal::trimmed(typed.licence));
  passing_ = Passing{true};
  atTheDoor<std::string>(
      context_, [out, to = typed.to](ExchangeDoor& door) { return door.passOn(out, to); },
      [this](const Result<std::string>& written) {
        if (!passing_) return;
        passing_->working = false;
        passing_->problem = !written.ok();
        passing_->said = written.ok() ? std::string(tr::kFormatWritten) + *written
                                      : tr::sentence(written.error());
      });
}

void CircleShelf::on(const LeavePassingOn&) {
  passing_.reset();
}

PassingOnModel CircleShelf::passingModel() const {
  const SessionFormat* format = chosen();
  PassingOnModel model{{}, passing_->said, passing_->problem};
  if (nothingTyped(context_.state.ui.circle.formats.to))
    model.notYet = std::string(tr::kPassOnFirst);
  const std::string problem = format == nullptr ? "" : formatProblem(typedFormat(*format));
  if (!problem.empty()) model.notYet = problem;
  return model;
}

// In
// ----------------------------------------------------------------------------------------------

void CircleShelf::on(const BeginTakingIn&) {
  context_.state.ui.circle.formats.from.clear();
  passing_.reset();
  chosen_.clear();
  taking_ = Taking();
}

void CircleShelf::on(const LookAtFormat&) {
  const std::string path = context_.state.ui.circle.formats.from;
  if (!taking_ || taking_->working || nothingTyped(path)) return;
  taking_ = Taking{true, path};
  atTheDoor<SessionFormat>(
      context_, [path](ExchangeDoor& door) { return door.lookAtFormat(path); },
      [this](Result<SessionFormat> found) {
        if (!taking_) return;
        taking_->working = false;
        if (found.ok())
          taking_->found = std::move(found).value();
        else
          taking_->problem = tr::sentence(found.error());
      });
}

void CircleShelf::on(const TakeFormatIn&) {
  if (!taking_ || takingModel().same || !takingModel().found) return;
  const journal::OwnFormat taken = fresh(*taking_->found, true);
  applyOps(context_, {journal::service::PutOwnFormat{taken}},
           [this, taken](const Result<void>& done) {
             if (!done.ok()) return context_.say(done.error());
             kept(taken);
             taking_.reset();
             chosen_ = taken.id.hex();
             context_.say(taken.format.name + std::string(tr::kFormatTaken));
           });
}

void CircleShelf::on(const LeaveTakingIn&) {
  taking_.reset();
}

TakingInModel CircleShelf::takingModel() const {
  TakingInModel model;
  const std::string& typed = context_.state.ui.circle.formats.from;
  model.working = taking_->working;
  if (nothingTyped(typed)) model.lookNotYet = std::string(tr::kTakeInFirst);
  if (taking_->looked != typed) return model;  // what was found is about another file
  model.problem = taking_->problem;
  if (!taking_->found) return model;
  const SessionFormat& found = *taking_->found;
  model.found = readingOf(found);
  bool like = false;
  const auto compare = [&](const SessionFormat& here) {
    model.same = model.same || sameFormat(here, found);
    like = like || here.code == found.code || here.name == found.name;
  };
  for (const SessionFormat& one : context_.library.formats.formats) compare(one);
  for (const journal::OwnFormat& one : own_) compare(one.format);
  if (model.same)
    model.beside = std::string(tr::kSameFormatHere);
  else if (like)
    model.beside = std::string(tr::kLikeFormatHere);
  return model;
}

}  // namespace app::model
