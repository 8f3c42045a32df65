#include "app/ui/editor_state.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"
#include "tests/app/ui/sample_mention.h"

namespace {

using namespace app::ui;  // NOLINT

EditorState with(std::string text) {
  EditorState state;
  state.setText(std::move(text));
  return state;
}
void typeAll(EditorState& state, std::string_view words) {
  for (const char c : words) state.insert(std::string(1, c));
}

TEST(EditorState, TypingIsUndoneByTheWordNotByTheLetter) {
  EditorState state;
  typeAll(state, "kept the call");
  EXPECT_TRUE(state.undo());
  EXPECT_EQ(state.text(), "kept the ");
  EXPECT_TRUE(state.undo());
  EXPECT_EQ(state.text(), "kept ");
  state.undo();
  EXPECT_EQ(state.text(), "");
  EXPECT_FALSE(state.undo());
  state.redo();
  state.redo();
  EXPECT_EQ(state.text(), "kept the ");
}

TEST(EditorState, ReplacingASelectionIsUndoneInOneStep) {
  EditorState state = with("They kept the call");
  state.select({5, 9});
  state.insert("held");
  EXPECT_EQ(state.text(), "They held the call");
  state.undo();
  EXPECT_EQ(state.text(), "They kept the call");
  EXPECT_EQ(state.selection(), (ByteRange{5, 9}));
}

TEST(EditorState, MovingTheCaretBeginsANewUndoStep) {
  EditorState state;
  typeAll(state, "ab");
  state.moveTo(0);
  state.moveTo(2);
  typeAll(state, "c");
  state.undo();
  EXPECT_EQ(state.text(), "ab");
}

TEST(EditorState, BackspacesInARowAreOneStep) {
  EditorState state = with("lesson");
  state.backspace();
  state.backspace();
  state.backspace();
  EXPECT_EQ(state.text(), "les");
  state.undo();
  EXPECT_EQ(state.text(), "lesson");
}

TEST(EditorState, AMentionIsDeletedAsOne) {
  EditorState state = with("With " + mentionToken(kMentioned));
  state.backspace();
  EXPECT_EQ(state.text(), "With ");
}

TEST(EditorState, AFamilyEmojiIsDeletedAsOne) {
  EditorState state = with("x\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8E\xA4");
  state.backspace();
  EXPECT_EQ(state.text(), "x");
}

TEST(EditorState, CtrlBackspaceTakesAWordAndStaysInItsParagraph) {
  EditorState state = with("one\ntwo three");
  state.backspace(true);
  EXPECT_EQ(state.text(), "one\ntwo ");
  state.backspace(true);
  EXPECT_EQ(state.text(), "one\n");
  state.backspace(true);
  EXPECT_EQ(state.text(), "one");
}

TEST(EditorState, PrivateUseControlAndIllFormedInputNeverEnters) {
  EditorState state;
  state.insert(
      "a\xEF\xA3\xB0"
      "b\x01"
      "c\xFF\r\nd\xF3\xB0\x80\x80");
  EXPECT_EQ(state.text(), "abc\xEF\xBF\xBD\nd");
}

TEST(EditorState, AOneLineFieldTakesNoBreaks) {
  EditorState state;
  state.setSingleLine(true);
  state.insert("one\r\ntwo\tthree");
  EXPECT_EQ(state.text(), "one two three");
}

TEST(EditorState, APasteThatIsTooLargeIsRefusedWhole) {
  EditorState state = with("mine");
  EXPECT_FALSE(state.insert(std::string(kMaxEditorBytes, 'x')));
  EXPECT_EQ(state.text(), "mine");
  EXPECT_FALSE(state.canUndo());
}

TEST(EditorState, PromptsCannotBeEditedMergedOrDeleted) {
  const std::string first = promptParagraph("What?");
  const std::string second = promptParagraph("So what?");
  EditorState state = with(first + "\nanswer\n" + second + "\nmore");
  const std::size_t answer = state.text().find("answer");
  state.moveTo(answer);
  EXPECT_FALSE(state.backspace());
  state.moveTo(answer + 6);
  EXPECT_FALSE(state.deleteForward());
  state.moveTo(1);
  EXPECT_EQ(state.caret(), answer);  // no caret inside a prompt
  state.selectAll();
  state.deleteSelection();
  EXPECT_EQ(state.text(), first + "\n\n" + second + "\n");
  state.undo();
  EXPECT_EQ(state.text(), first + "\nanswer\n" + second + "\nmore");
}

TEST(EditorState, TypingOverASelectionAcrossAPromptKeepsThePrompt) {
  const std::string prompt = promptParagraph("So what?");
  EditorState state = with("one two\n" + prompt + "\nthree four");
  state.select({4, state.text().find("four")});
  state.insert("X");
  EXPECT_EQ(state.text(), "one X\n" + prompt + "\nfour");
  EXPECT_EQ(state.caret(), 5U);
}

TEST(EditorState, APromptAlwaysHasAParagraphToAnswerItIn) {
  EditorState state = with(promptParagraph("A") + "\n" + promptParagraph("B"));
  EXPECT_EQ(state.text(), promptParagraph("A") + "\n\n" + promptParagraph("B") + "\n");
  EXPECT_EQ(state.caret(), state.text().size());
}

TEST(EditorState, CopyingGivesTheWordsPeopleRead) {
  EditorState state = with(promptParagraph("What?") + "\nSaw " + mentionToken(kMentioned) + ".");
  state.selectAll();
  EXPECT_EQ(state.plainSelection([](std::string_view) { return std::string("Wren"); }),
            "What?\nSaw Wren.");
}

TEST(EditorState, EditsToldToTheModelRebuildTheTextExactly) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    journal::SeededRandom random(seed);
    EditorState state = with("They kept the call and response.\n" + promptParagraph("So what?") +
                             "\nYes " + mentionToken(kMentioned));
    std::size_t length = state.text().size();
    const std::string start = state.text();
    for (int i = 0; i < 60; ++i) {
      switch (random.below(8)) {
        case 0:
          state.backspace(random.below(2) == 0);
          break;
        case 1:
          state.deleteForward(random.below(2) == 0);
          break;
        case 2:
          state.undo();
          break;
        case 3:
          state.redo();
          break;
        case 4:
          state.moveTo(random.below(state.text().size() + 1), random.below(2) == 0);
          break;
        case 5:
          state.insert("\n");
          break;
        case 6:
          state.insertMention(kMentioned, state.selection());
          break;
        default:
          state.insert(random.below(2) == 0 ? "w" : " ");
          break;
      }
      for (const TextEdit& edit : state.takeEdits()) {
        ASSERT_LE(edit.begin + edit.removed, length);
        length = length - edit.removed + edit.inserted;
      }
      ASSERT_EQ(length, state.text().size());
      ASSERT_TRUE(journal::isValidUtf8(state.text()));
      ASSERT_EQ(snapToAtom(state.text(), state.caret()), state.caret());
      ASSERT_NE(state.text().find(promptParagraph("So what?")), std::string::npos)
          << "a prompt was lost";
    }
    while (state.undo()) {
    }
    ASSERT_EQ(state.text(), start);
  }
}

TEST(EditorState, ASecretKeepsNoHistoryAndIsWiped) {
  EditorState state;
  state.setSingleLine(true);
  state.forgetHistory(true);
  typeAll(state, "four plain words");
  EXPECT_FALSE(state.canUndo());
  state.wipe();
  EXPECT_TRUE(state.text().empty());
}

}  // namespace
