#include "app/desktop/spelling.h"

#include <algorithm>
#include <hunspell.hxx>
#include <memory>
#include <utility>

#include "app_desktop_dictionary.h"

namespace app::desktop {
namespace {

/// Words remembered before all are asked for again: a long session's memory stays small.
constexpr std::size_t kMostRemembered = 20000;
constexpr std::size_t kMostSuggested = 5;
/// hunspell allows 100 bytes; longer runs of letters are no words.
constexpr std::size_t kLongestWord = 90;

/// Null when a file cannot be read: hunspell itself would go on with an empty dictionary.
std::unique_ptr<Hunspell> openDictionary(const DictionaryFiles& files) {
  std::error_code ignored;
  const bool there = std::filesystem::is_regular_file(files.affix, ignored) &&
                     std::filesystem::is_regular_file(files.words, ignored);
  if (!there) return nullptr;
  return std::make_unique<Hunspell>(files.affix.c_str(), files.words.c_str());
}

}  // namespace

DictionaryFiles installedDictionary(const std::filesystem::path& beside) {
  DictionaryFiles files{kDictionaryAffix, kDictionaryWords};
  if (beside.empty()) return files;
  const std::filesystem::path local = beside / "spelling";
  std::error_code ignored;
  if (std::filesystem::exists(local / files.words.filename(), ignored))
    files = {local / files.affix.filename(), local / files.words.filename()};
  return files;
}

HunspellChecker::HunspellChecker(DictionaryFiles files, std::function<void()> wake)
    : wake_(std::move(wake)),
      thread_(
          [this, files = std::move(files)](const std::stop_token& stop) { work(stop, files); }) {}

HunspellChecker::~HunspellChecker() = default;

void HunspellChecker::work(const std::stop_token& stop, const DictionaryFiles& files) {
  std::unique_ptr<Hunspell> dictionary;  // read with the first question, not at start
  for (;;) {
    Question question;
    {
      std::unique_lock lock(mutex_);
      if (!asked_.wait(lock, stop, [this] { return !questions_.empty(); })) return;
      question = std::move(questions_.front());
      questions_.pop_front();
    }
    if (dictionary == nullptr) dictionary = openDictionary(files);
    if (dictionary == nullptr) return;
    Answer answer{std::move(question), true, {}};
    if (answer.question.suggest) {
      answer.suggestions = dictionary->suggest(answer.question.word);
      if (answer.suggestions.size() > kMostSuggested) answer.suggestions.resize(kMostSuggested);
    } else {
      answer.known = dictionary->spell(answer.question.word);
    }
    bool last = false;
    {
      const std::lock_guard lock(mutex_);
      answers_.push_back(std::move(answer));
      last = questions_.empty();
    }
    if (last && wake_) wake_();
  }
}

void HunspellChecker::ask(Question question) {
  question.session = session_;
  {
    const std::lock_guard lock(mutex_);
    if (question.suggest) {
      questions_.push_front(std::move(question));  // someone waits for it
    } else {
      questions_.push_back(std::move(question));
    }
  }
  asked_.notify_one();
}

void HunspellChecker::collect() {
  std::vector<Answer> answers;
  {
    const std::lock_guard lock(mutex_);
    answers.swap(answers_);
  }
  for (Answer& answer : answers) {
    if (answer.question.session != session_) continue;
    if (answer.question.suggest) {
      suggestions_[answer.question.word] = std::move(answer.suggestions);
    } else {
      verdicts_[answer.question.word] = answer.known ? Verdict::Known : Verdict::Unknown;
    }
  }
}

ui::SpellChecker::Verdict HunspellChecker::check(const std::string& word) {
  if (word.size() > kLongestWord || added_.contains(word)) return Verdict::Known;
  auto found = verdicts_.find(word);
  if (found != verdicts_.end() && found->second != Verdict::Waiting) return found->second;
  collect();
  found = verdicts_.find(word);
  if (found != verdicts_.end()) return found->second;
  if (verdicts_.size() >= kMostRemembered) verdicts_.clear();
  verdicts_[word] = Verdict::Waiting;
  ask({word, false, 0});
  return Verdict::Waiting;
}

std::optional<std::vector<std::string>> HunspellChecker::suggestions(const std::string& word) {
  collect();
  const auto [at, fresh] = suggestions_.try_emplace(word);
  if (fresh) ask({word, true, 0});
  return at->second;
}

void HunspellChecker::add(const std::string& word) {
  added_.insert(word);
}

void HunspellChecker::forget() {
  ++session_;
  {
    const std::lock_guard lock(mutex_);
    questions_.clear();
    answers_.clear();
  }
  verdicts_.clear();
  suggestions_.clear();
  added_.clear();
}

}  // namespace app::desktop
