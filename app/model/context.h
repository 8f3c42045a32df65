#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/app_state.h"
#include "app/model/tasks.h"
#include "journal/base/random.h"
#include "journal/base/time.h"
#include "journal/domain/framework.h"
#include "journal/domain/known_name.h"
#include "journal/domain/own_framework.h"
#include "journal/domain/own_prompts.h"
#include "journal/domain/prompts.h"
#include "journal/domain/session_format.h"
#include "journal/service/op.h"

namespace app::model {

/// What screens offer and name. All but the framework stays as it was loaded.
struct Library {
  journal::Framework framework;       ///< in force today; as loaded: as it came
  journal::Framework asItCame;        ///< with Afternote; set by Controller
  journal::OwnFrameworks frameworks;  ///< versions of the open journal's own
  journal::PromptLibrary prompts;
  journal::FormatLibrary formats;  ///< of groups' sessions
  CareContacts care;
  std::vector<std::string> concernPhrases;  ///< see phrase_aid.h
  std::string demoPassphrase;  ///< said on the unlock screen of the demo service; else empty
};

/// What the area controllers share. UI thread only. The hooks are set by Controller.
struct Context {
  AppState& state;
  Tasks& tasks;
  const journal::Clock& clock;
  journal::Random& random;
  Library library;
  Person person = {};
  std::vector<journal::KnownName> names = {};     ///< as of the last change; empty while locked
  std::vector<journal::KeptWord> keptWords = {};  ///< the spelling knows; the same
  journal::OwnPrompts prompts = {};               ///< beside those that come with Afternote
  bool open = false;                              ///< a journal is unlocked

  std::function<void(Place)> goTo = {};
  std::function<void(journal::ReflectionId)> openReflection = {};
  std::function<void(const journal::service::Changes&)> changed = {};
  /// Opens the handover sheet with these words added to it.
  std::function<void(const std::string&)> handOver = {};

  /// A sentence at the foot of the window until dismissed or replaced.
  void say(std::string words, bool needsCare = false);
  void say(const journal::Error& error);
  journal::LocalDate today() const;
  std::chrono::minutes timeNow() const;  ///< since local midnight
};

/// Runs `ops` in order in one job, stopping at the first that is refused; then, on the UI thread,
/// tells every screen what changed and calls `done`.
void applyOps(Context& context, std::vector<journal::service::Op> ops,
              std::function<void(const journal::Result<void>&)> done);

/// Runs `then` on the UI thread behind every job started so far: a save that is on its way is over.
void behindJobs(Context& context, std::function<void()> then);

/// `work` runs on the journal thread with the open journal and its job, `answer` on the UI thread
/// with what it returned. Dropped when the journal was locked meanwhile.
template <class T>
void inJob(Context& context,
           std::function<journal::Result<T>(JobContext&, journal::service::Journal&)> work,
           std::function<void(journal::Result<T>)> answer) {
  context.tasks.start(
      [work = std::move(work), answer = std::move(answer),
       &context](JobContext& job) -> Completion {
        const auto open = job.journal();
        auto result = open.ok() ? work(job, **open) : journal::Result<T>(open.error());
        return [answer, &context, result = std::move(result)]() mutable {
          if (context.open) answer(std::move(result));
        };
      },
      Turn::Between);
}

/// Asks the journal and nothing else.
template <class T>
void query(Context& context, std::function<journal::Result<T>(journal::service::Journal&)> ask,
           std::function<void(journal::Result<T>)> answer) {
  inJob<T>(
      context,
      [ask = std::move(ask)](JobContext&, journal::service::Journal& open) { return ask(open); },
      std::move(answer));
}

}  // namespace app::model
