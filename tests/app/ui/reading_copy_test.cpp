#include "app/ui/reading_copy.h"

#include <gtest/gtest.h>

namespace {

using app::ui::readingCopy;
using app::ui::RecordedItem;

RecordedItem item(std::string path, std::string role, std::string name, std::string value = {}) {
  RecordedItem made;
  made.path = std::move(path);
  made.role = std::move(role);
  made.name = std::move(name);
  made.value = std::move(value);
  return made;
}

bool has(const std::string& page, const std::string& part) {
  return page.find(part) != std::string::npos;
}

TEST(ReadingCopy, SaysHeadingsWordsListsAndStatesInTheOrderOfTheScreen) {
  const std::string page = readingCopy(
      {item("a/text#1", "heading", "Wren"), item("a/text#2", "text", "Cornet."),
       item("a/text#3", "heading", "What you noticed"),
       item("a/row[1]", "option", "Own choices", "glimpsed"),
       item("a/row[2]", "option", "Belonging"), item("a/still", "switch", "Still mode", "on")},
      "Wren");
  EXPECT_TRUE(has(page,
                  "<h1>Wren</h1>\n<p>Cornet.</p>\n<h2>What you noticed</h2>\n<ul>\n"
                  "<li>Own choices: glimpsed</li>\n<li>Belonging</li>\n<li>Still mode: on</li>\n"
                  "</ul>"))
      << page;
}

TEST(ReadingCopy, AFieldIsItsNameAndWhatStandsInItLineByLine) {
  const std::string page =
      readingCopy({item("w/words", "textbox", "Your reflection", "One.\nTwo.")}, "Write");
  EXPECT_TRUE(has(page, "<h3>Your reflection</h3>\n<p>One.<br>\nTwo.</p>")) << page;
  EXPECT_TRUE(has(readingCopy({item("w/words", "textbox", "Your reflection")}, "Write"),
                  "<em>Nothing yet.</em>"));
}

TEST(ReadingCopy, WhatCanBeDoneStandsLastWithTheReasonWhereItCannotYet) {
  RecordedItem keep = item("p/keep", "button", "Keep it");
  keep.reason = "Say who it is first.";
  const std::string page = readingCopy({keep, item("p/text#1", "text", "Add a lesson.")}, "T");
  EXPECT_LT(page.find("Add a lesson."), page.find("Keep it (Say who it is first.)"));
}

TEST(ReadingCopy, MenusMessagesAndWhatLiesOverThePageAreLeftOut) {
  RecordedItem over = item("dialog/text#1", "text", "Over it");
  over.layer = 1;
  const std::string page = readingCopy(
      {item("nav/write", "link", "Write"), over, item("toast[message]/words", "status", "Saved"),
       item("a/text#1", "text", "The page")},
      "T");
  EXPECT_TRUE(has(page, "The page"));
  for (const char* left : {">Write<", "Over it", "Saved"}) EXPECT_FALSE(has(page, left)) << left;
}

TEST(ReadingCopy, NobodysWordsAreMarkupAndNothingIsFetched) {
  const std::string page =
      readingCopy({item("a/text#1", "text", "<script>alert('Wren')</script>"),
                   item("a/b", "textbox", "\"x\" onload=", "</p><img src=http://x>")},
                  "</title><script>");
  EXPECT_FALSE(has(page, "<script>"));
  EXPECT_FALSE(has(page, "<img"));
  EXPECT_TRUE(has(page, "default-src 'none'"));
}

}  // namespace
