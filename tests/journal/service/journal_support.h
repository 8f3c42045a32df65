#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/service/local_journal.h"
#include "journal/service/marker.h"
#include "journal/store/database.h"

namespace journal::service {

/// A clock that moves only when told to.
class FakeClock final : public Clock {
 public:
  UtcTime now() const override { return now_; }
  std::chrono::minutes utcOffset(UtcTime) const override { return std::chrono::minutes{60}; }
  void set(std::string_view iso) { now_ = *parseTime(iso); }
  void advance(std::chrono::milliseconds by) { now_ += by; }

 private:
  UtcTime now_ = *parseTime("2026-01-22T16:05:00Z");
};

/// For tests about something else than what could identify somebody.
inline Marker nothingMarked() {
  return [](const std::vector<std::string>&) -> Result<TextMarker> {
    return TextMarker([](const std::string&) { return std::vector<Mark>{}; });
  };
}

/// A folder of its own for one test, gone afterwards.
class TempFolder {
 public:
  TempFolder() {
    std::string path = (std::filesystem::temp_directory_path() / "afternote-test-XXXXXX").string();
    path_ = ::mkdtemp(path.data());
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A journal in a vault with a fast key derivation.
class JournalTest : public ::testing::Test {
 protected:
  JournalTest() : random_(20260124) {}
  void SetUp() override {
    auto made = LocalJournal::create(vaultFolder(), passphrase(), surroundings());
    ASSERT_TRUE(made.ok()) << made.error().detail;
    recoveryKey_ = std::string(made->recoveryKey.view());
    journal_ = std::move(made->journal);
  }
  std::filesystem::path vaultFolder() const { return folder_.path() / "journal"; }
  Surroundings surroundings() { return {clock_, random_, crypto::KdfPreset::Fast}; }
  static crypto::SecretString passphrase() { return crypto::SecretString("five plain words here"); }
  void reopen() {
    journal_.reset();
    auto opened = LocalJournal::unlock(vaultFolder(), passphrase(), surroundings());
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    journal_ = std::move(*opened);
  }

  static LocalDate day(std::string_view iso) { return *parseDate(iso); }
  static IndicatorCode code(std::string_view text) { return *IndicatorCode::parse(text); }

  OpResult must(const Op& op) {
    auto result = journal_->apply(op);
    EXPECT_TRUE(result.ok()) << result.error().detail;
    return result.ok() ? *result : OpResult{};
  }
  ErrorCode refused(const Op& op) {
    auto result = journal_->apply(op);
    EXPECT_FALSE(result.ok());
    return result.ok() ? ErrorCode::Internal : result.error().code;
  }

  Reflection reflectionOf(std::string text, std::string_view date = "2026-01-22") {
    Reflection reflection;
    reflection.id = ReflectionId::random(random_);
    reflection.lesson.date = day(date);
    reflection.lesson.setting = Setting::SmallGroup;
    reflection.text = std::move(text);
    return reflection;
  }
  ReflectionId write(std::string text, std::string_view date = "2026-01-22") {
    const Reflection reflection = reflectionOf(std::move(text), date);
    must(WriteReflection{reflection, {}, std::nullopt});
    return reflection.id;
  }
  Tag tagOf(ReflectionId id, std::string_view words, std::string_view indicator = "P1.1",
            int level = 3) {
    const std::string text = journal_->reflection(id)->text;
    Tag tag;
    tag.id = TagId::random(random_);
    tag.reflection = id;
    tag.passage.begin = text.find(words);
    tag.passage.end = tag.passage.begin + words.size();
    tag.quote = std::string(words);
    tag.indicator = code(indicator);
    tag.level = Level::of(level);
    return tag;
  }
  KnownName person(std::string real, std::string codeName) {
    KnownName name;
    name.id = NameId::random(random_);
    name.realName = std::move(real);
    name.codeName = std::move(codeName);
    return name;
  }
  std::vector<ReflectionId> found(std::string typed, SearchFilters filters = {},
                                  SearchOrder order = SearchOrder::NewestFirst) {
    SearchQuery query;
    query.typed = std::move(typed);
    query.filters = std::move(filters);
    query.order = order;
    auto page = journal_->search(query);
    EXPECT_TRUE(page.ok()) << page.error().detail;
    std::vector<ReflectionId> ids;
    if (page.ok()) {
      for (const SearchHit& hit : page->hits) ids.push_back(hit.row.id);
    }
    return ids;
  }
  std::vector<std::string> problems() {
    auto report = journal_->check({}, {});
    EXPECT_TRUE(report.ok()) << report.error().detail;
    return report.ok() ? report->problems : std::vector<std::string>{"check did not finish"};
  }

  TempFolder folder_;
  FakeClock clock_;
  SeededRandom random_;
  std::string recoveryKey_;
  std::unique_ptr<LocalJournal> journal_;
};

using Ids = std::vector<ReflectionId>;

}  // namespace journal::service
