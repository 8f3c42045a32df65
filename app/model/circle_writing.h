#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/model/autosave.h"
#include "app/model/circle_live_model.h"
#include "app/model/context.h"
#include "journal/domain/reflection.h"

namespace app::model {

/// As others will see stored words: known names are code names, prompts are left out.
std::string asOthersSee(std::string_view stored, const std::vector<journal::KnownName>& names);
/// What in those words looks like a name nobody was told, and was not let through yet; "" nothing.
std::string nameToDecide(std::string_view stored, const std::set<std::string>& allowed);

/// What somebody writes in silence: a draft in their own journal and nowhere else. UI thread.
class CircleWriting {
 public:
  explicit CircleWriting(Context& context) : context_(context) {}

  /// A session's paper, blank; called once for each session.
  void begin(const std::string& group, const std::string& question);
  bool begun() const { return begun_; }
  /// Goes on with the paper of a stay before; `there` is called once its words are.
  void resume(journal::ReflectionId paper, const std::string& group, const std::string& question,
              std::function<void()> there);
  /// The entry it is, or will be; nil before begin().
  journal::ReflectionId paper() const { return begun_ ? reflection_.id : journal::ReflectionId(); }
  const std::string& question() const { return question_; }
  void changed();
  void tick(journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const {
    return autosave_.wait(now);
  }
  void flush(std::function<void(const journal::Result<void>&)> done);

  /// The words between two bytes of the paper; all of them stored, as typed.
  std::string part(std::size_t begin, std::size_t end) const;
  bool blank() const;
  /// Where it is kept; nullopt while nothing was written.
  std::optional<journal::ReflectionId> kept() const;
  SilentModel model(journal::UtcTime now) const;
  /// Names changed: what mentions read as.
  void namesChanged() { ++labelsRevision_; }
  void forget();

 private:
  void save(std::function<void(const journal::Result<void>&)> done);
  void take(const std::string& sent, const std::string& stored);
  void goOnWith(journal::Reflection stored);
  std::vector<journal::service::Op> opsToStore(const std::string& whole) const;

  Context& context_;
  Autosave autosave_;
  journal::Reflection reflection_;
  std::string question_;
  std::string head_;  ///< the question, as the journal keeps it before the words
  std::string base_;
  bool begun_ = false;
  bool stored_ = false;
  bool loading_ = false;
  std::uint64_t paper_ = 0;  ///< counts papers, so that late answers about another are dropped
  std::uint64_t labelsRevision_ = 1;
};

/// Puts lines that came out of a group under an entry, once; a new entry when `entry` is nullopt.
void keepUnder(Context& context, std::optional<journal::ReflectionId> entry,
               const std::string& group, std::string_view heading,
               const std::vector<std::string>& lines);

}  // namespace app::model
