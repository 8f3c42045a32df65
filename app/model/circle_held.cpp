#include "app/model/circle_held.h"

#include <utility>
#include <variant>

#include "app/model/circle_held_words.h"
#include "app/model/form.h"
#include "app/model/keeping_copy.h"
#include "app/model/your_data_words.h"
#include "journal/exchange/group_record.h"

namespace app::model {

using journal::Error;
using journal::ErrorCode;
using journal::GroupSession;
using journal::Result;
using journal::service::PreparedThemes;
using journal::service::ThemeSender;

namespace {

/// The finder of names and the service's list, or why themes cannot leave from here.
Result<EvidenceDoor*> themeDoor(JournalRoom& room) {
  if (room.evidence == nullptr)
    return Error{ErrorCode::NotFound, "no evidence store", std::string(tr::kThemesNoStore)};
  if (!room.marker)
    return Error{ErrorCode::NotFound, "no finder", std::string(tr::kThemesNoFinder)};
  return room.evidence;
}

/// What a record says now, as it is asked for once more before anything of it leaves.
Result<GroupSession> heldNow(journal::service::Journal& open, journal::GroupSessionId id) {
  J_TRY(const auto sessions, open.groupSessions());
  for (const GroupSession& one : sessions)
    if (sameRecord(one.id, id)) return one;
  return Error{ErrorCode::NotFound, "group session"};
}

}  // namespace

void CircleHeld::handle(const CircleHeldIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

const GroupSession* CircleHeld::session() const {
  for (const GroupSession& one : kept_.sessions()) {
    const bool held = one.state == journal::GroupSessionState::Held;
    if (held && !id_.isNil() && sameRecord(one.id, id_)) return &one;
  }
  return nullptr;
}

void CircleHeld::wipePart() {
  part_ = HeldPart::Record;
  striking_.reset();
  copySaid_.clear();
  themes_.reset();
  themesProblem_.clear();
  working_ = false;
  wipe(context_.state.ui.circle.held.copy.to);
  context_.state.ui.circle.held = {};
}

void CircleHeld::on(const OpenGroupRecord& intent) {
  wipePart();
  id_ = intent.id;
  if (session() == nullptr) id_ = {};
}

void CircleHeld::on(const CloseGroupRecord&) {
  wipePart();
  id_ = {};
}

void CircleHeld::on(const ShowHeldPart& intent) {
  if (session() == nullptr) return;
  wipePart();
  part_ = intent.part;
  if (part_ == HeldPart::Themes) prepareThemes();
}

void CircleHeld::on(const AskToStrike& intent) {
  striking_ = intent.index;
}
void CircleHeld::on(const LeaveItIn&) {
  striking_.reset();
}

void CircleHeld::on(const StrikeIt&) {
  const GroupSession* held = session();
  if (held == nullptr || !striking_ || *striking_ >= held->cards.size()) return;
  const journal::KeptCard card = held->cards[*striking_];
  striking_.reset();
  using journal::service::Changes;
  inJob<Changes>(
      context_,
      [id = held->id, card](JobContext& job, journal::service::Journal& open) -> Result<Changes> {
        if (card.leaves && job.room().evidence != nullptr)
          J_CHECK(journal::service::takeBackThemes(id, {card}, *job.room().evidence));
        J_TRY(const auto done, open.apply(journal::service::StrikeFromSession{id, {card}}));
        return done.changes;
      },
      [this](Result<Changes> done) {
        if (!done.ok()) return context_.say(done.error());
        context_.changed(*done);
        context_.say(std::string(tr::kStruck));
      });
}

void CircleHeld::on(const TickDone& intent) {
  const GroupSession* held = session();
  if (held == nullptr || intent.index >= held->cards.size()) return;
  GroupSession changed = *held;
  changed.cards[intent.index].done = intent.done;
  applyOps(context_, {journal::service::PutGroupSession{std::move(changed)}},
           [this](const Result<void>& saved) {
             if (!saved.ok()) context_.say(saved.error());
           });
}

void CircleHeld::on(const WriteHeldCopy&) {
  const GroupSession* held = session();
  if (held == nullptr || working_) return;
  const GroupRecordUi& ui = context_.state.ui.circle.held;
  working_ = true;
  copySaid_.clear();
  inJob<std::string>(
      context_,
      [shown = *held, kind = ui.kind, to = ui.copy.to](
          JobContext& job, journal::service::Journal& open) -> Result<std::string> {
        J_TRY(const GroupSession now, heldNow(open, shown.id));
        if (now != shown)
          return Error{ErrorCode::Conflict, "another record than the one shown",
                       std::string(tr::kChangedSinceRead)};
        if (job.room().exchange == nullptr) return Error{ErrorCode::Internal, "no way out"};
        return job.room().exchange->writeRecord(now, kind, to);
      },
      [this](Result<std::string> where) {
        working_ = false;
        if (!where.ok()) return context_.say(where.error());
        copySaid_ = std::string(tr::kRecordCopyDone) + *where + ".";
      });
}

void CircleHeld::on(const DeleteHeld&) {
  const GroupSession* held = session();
  if (held == nullptr || part_ != HeldPart::Deleting) return;
  journal::service::Erase erase;
  erase.groupSessions.push_back(held->id);
  applyOps(context_, {std::move(erase)}, [this](const Result<void>& done) {
    if (!done.ok()) return context_.say(done.error());
    on(CloseGroupRecord{});
    context_.say(std::string(tr::kRecordDeleted));
  });
}

// Themes -----------------------------------------------------------------------------------------

void CircleHeld::prepareThemes() {
  PreparedThemes decided = themes_.value_or(PreparedThemes{id_, {}});
  const std::size_t asked = ++asked_;
  inJob<PreparedThemes>(
      context_,
      [decided = std::move(decided)](JobContext& job,
                                     journal::service::Journal& open) -> Result<PreparedThemes> {
        J_TRY(EvidenceDoor* const door, themeDoor(job.room()));
        return ThemeSender(open, job.room().marker).prepare(decided, *door);
      },
      [this, asked](Result<PreparedThemes> prepared) {
        if (asked == asked_) take(std::move(prepared));  // else more was decided meanwhile
      });
}

void CircleHeld::take(Result<PreparedThemes> prepared) {
  if (part_ != HeldPart::Themes) return;
  themesProblem_ = prepared.ok() ? std::string() : tr::sentence(prepared.error());
  if (!prepared.ok()) return themes_.reset();
  themes_ = std::move(prepared).value();
}

void CircleHeld::on(const DecideMark& intent) {
  if (!themes_ || intent.theme >= themes_->themes.size()) return;
  auto& decisions = themes_->themes[intent.theme].decisions;
  if (intent.mark >= decisions.size()) return;
  using journal::service::MarkDecision;
  decisions[intent.mark] = intent.stays ? MarkDecision::Stays : MarkDecision::Blur;
  prepareThemes();
}

void CircleHeld::on(const LetThemeGo& intent) {
  if (!themes_ || intent.theme >= themes_->themes.size()) return;
  themes_->themes[intent.theme].goes = intent.goes;
  prepareThemes();
}

void CircleHeld::on(const SendThemes&) {
  if (!themes_ || working_) return;
  working_ = true;
  inJob<PreparedThemes>(
      context_,
      [shown = *themes_](JobContext& job,
                         journal::service::Journal& open) -> Result<PreparedThemes> {
        J_TRY(EvidenceDoor* const door, themeDoor(job.room()));
        ThemeSender sender(open, job.room().marker);
        J_TRY(const std::size_t left, sender.confirm(shown, *door));
        (void)left;
        return sender.prepare(shown, *door);
      },
      [this](Result<PreparedThemes> sent) {
        working_ = false;
        if (!sent.ok()) {
          context_.say(sent.error());
          return prepareThemes();
        }
        take(std::move(sent));
        context_.say(std::string(tr::kThemesLeft));
      });
}

void CircleHeld::on(const TakeThemeBack& intent) {
  if (!themes_ || intent.theme >= themes_->themes.size()) return;
  askBack(themes_->themes[intent.theme].content.id);
}

void CircleHeld::askBack(journal::ThemeId theme) {
  inJob<bool>(
      context_,
      [theme](JobContext& job, journal::service::Journal&) -> Result<bool> {
        J_TRY(EvidenceDoor* const door, themeDoor(job.room()));
        J_CHECK(door->takeThemeBack(theme));
        return true;
      },
      [this](Result<bool> done) {
        if (!done.ok()) return context_.say(done.error());
        context_.say(std::string(tr::kThemeIsBack));
        prepareThemes();
      });
}

// As it is shown ---------------------------------------------------------------------------------

HeldListModel CircleHeld::list() const {
  return buildHeldList(kept_.sessions(), context_.today());
}

HeldRecordModel CircleHeld::record() const {
  const GroupSession* held = session();
  if (held == nullptr) return {};
  HeldRecordModel model = buildHeldRecord({*held, context_.today(), striking_});
  model.part = part_;
  model.working = working_;
  model.copySaid = copySaid_;
  if (part_ == HeldPart::Copy) {
    const CopyUi& ui = context_.state.ui.circle.held.copy;
    CopyToRead copy = buildCopyToRead(journal::exchange::groupRecordToRead(*held), 0);
    if (!ui.read)
      copy.writeNotYet = tr::kReadItFirst;
    else if (nothingTyped(ui.to))
      copy.writeNotYet = tr::kSayWhereCopy;
    model.copy = std::move(copy);
  }
  if (themes_) model.themes = buildLeavingThemes(*themes_);
  model.themes.problem = themesProblem_;
  model.themes.working = working_;
  return model;
}

void CircleHeld::sessionsChanged() {
  if (!id_.isNil() && session() == nullptr) on(CloseGroupRecord{});
  if (part_ == HeldPart::Themes) prepareThemes();
}

void CircleHeld::forget() {
  wipePart();
  id_ = {};
}

}  // namespace app::model
