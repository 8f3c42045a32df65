#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/ui/spelling.h"

namespace app::desktop {

/// Where a dictionary is: `en_GB.aff` and `en_GB.dic`.
struct DictionaryFiles {
  std::filesystem::path affix;
  std::filesystem::path words;
};
/// Beside the program (folder `beside`/spelling) when it is there, else where CMake found it.
DictionaryFiles installedDictionary(const std::filesystem::path& beside = {});

/// hunspell on a thread of its own: reading the dictionary takes a tenth of a second and looking
/// for suggestions as long, and a frame waits for neither. Without a readable dictionary every word
/// stays Waiting, so nothing is marked. All functions on the UI thread; none blocks.
class HunspellChecker final : public ui::SpellChecker {
 public:
  /// `wake` is called on the other thread when answers have come; it must outlive this.
  HunspellChecker(DictionaryFiles files, std::function<void()> wake);
  /// Joins: at most the one question being answered is waited for.
  ~HunspellChecker() override;
  HunspellChecker(const HunspellChecker&) = delete;
  HunspellChecker& operator=(const HunspellChecker&) = delete;

  Verdict check(const std::string& word) override;
  std::optional<std::vector<std::string>> suggestions(const std::string& word) override;
  void add(const std::string& word) override;
  void forget() override;

 private:
  struct Question {
    std::string word;
    bool suggest = false;
    std::uint64_t session = 0;
  };
  struct Answer {
    Question question;
    bool known = false;
    std::vector<std::string> suggestions;
  };

  void work(const std::stop_token& stop, const DictionaryFiles& files);
  void ask(Question question);
  void collect();

  std::function<void()> wake_;

  // UI thread only.
  std::unordered_map<std::string, Verdict> verdicts_;
  std::unordered_map<std::string, std::optional<std::vector<std::string>>> suggestions_;
  std::unordered_set<std::string> added_;
  std::uint64_t session_ = 0;  ///< answers to questions from before forget() are dropped

  std::mutex mutex_;
  std::condition_variable_any asked_;
  std::deque<Question> questions_;  ///< protected by mutex_
  std::vector<Answer> answers_;     ///< protected by mutex_
  std::jthread thread_;             ///< last: joins before what it uses goes
};

}  // namespace app::desktop
