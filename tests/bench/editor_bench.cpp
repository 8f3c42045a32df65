// What the writing surface costs a frame: our CPU time, without a window or OpenGL (issue 3).
// Drives the kit as the program does, one key a frame, and prints JSON. Asserts nothing.

#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/desktop/spelling.h"
#include "app/ui/text_editor.h"
#include "tests/support/ui_driver.h"

namespace {

namespace ui = app::ui;

double cpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

nlohmann::json spread(std::vector<double> frames) {
  std::sort(frames.begin(), frames.end());
  const auto at = [&](double part) {
    return frames[static_cast<std::size_t>(part * static_cast<double>(frames.size() - 1))];
  };
  return {{"frames", frames.size()},
          {"median_ms", at(0.5)},
          {"p99_ms", at(0.99)},
          {"worst_ms", frames.back()}};
}

/// Words of a lesson, a mention now and then, a prompt before every 40 paragraphs.
std::string wordsOf(int count, int wordsInParagraph) {
  static const char* const kWords[] = {"They",    "kept",  "the",   "beat", "and",     "chose",
                                       "second",  "verse", "lead,", "it",   "wobbled", "we",
                                       "laughed", "again", "rythm", "with", "her",     "clarinet."};
  std::string text;
  int inParagraph = 0;
  int paragraphs = 0;
  for (int i = 0; i < count; ++i) {
    if (inParagraph == 0 && wordsInParagraph < count && paragraphs++ % 40 == 0)
      text += ui::promptParagraph("What did they do that you did not ask for?") + "\n";
    text += i % 61 == 0 ? ui::mentionToken("00112233445566778899aabbccddeeff")
                        : kWords[static_cast<std::size_t>(i * 7 + i / 13) % std::size(kWords)];
    text += ++inParagraph == wordsInParagraph ? "\n" : " ";
    if (inParagraph == wordsInParagraph) inParagraph = 0;
  }
  return text;
}

class Surface {
 public:
  explicit Surface(std::string text) : driver_([this] { draw(); }) {
    driver_.kit().setRecorder(nullptr);
    driver_.kit().setSpelling(&speller_);
    const double before = cpuMilliseconds();
    state_.setText(std::move(text));
    driver_.frame();
    opened_ = cpuMilliseconds() - before;
    ui::focusPath("text");
    driver_.frame(2);
    state_.moveTo(state_.text().size() / 2);
    tag();
    driver_.frame(30);
  }

  double opened() const { return opened_; }

  nlohmann::json typing(int keys) {
    std::vector<double> frames;
    for (int i = 0; i < keys; ++i) {
      driver_.kit().typed(i % 6 == 5 ? U' ' : U'a' + static_cast<char32_t>(i % 26));
      frames.push_back(oneFrame());
    }
    return spread(std::move(frames));
  }

  nlohmann::json scrolling(int frames) {
    std::vector<double> out;
    for (int i = 0; i < frames; ++i) {
      state_.scrollY += 120;
      out.push_back(oneFrame());
    }
    return spread(std::move(out));
  }

  nlohmann::json finding() {
    driver_.key(ui::Key::F, true);
    std::vector<double> frames;
    for (const char32_t c : std::u32string(U"clarinet")) {
      driver_.kit().typed(c);
      frames.push_back(oneFrame());
    }
    driver_.key(ui::Key::Escape);
    return spread(std::move(frames));
  }

  nlohmann::json hugePaste() {
    driver_.clipboard().assign(std::size_t{50} << 20, 'x');
    const std::size_t size = state_.text().size();
    ImGui::GetIO().KeyCtrl = true;
    ImGui::GetIO().KeysDown['V'] = true;
    const double cost = oneFrame();
    ImGui::GetIO().KeysDown['V'] = false;
    ImGui::GetIO().KeyCtrl = false;
    driver_.frame();
    return {{"frame_ms", cost},
            {"refused", refused_},
            {"text_untouched", state_.text().size() == size}};
  }

 private:
  void draw() {
    ui::EditorStyle style;
    style.rect = {0, 0, ui::windowSize().x, ui::windowSize().y};
    style.label = [](std::string_view) { return std::string("Wren"); };
    for (const ui::TextEdit& edit : state_.takeEdits()) {
      for (ui::EditorRange& tag : tags_) {
        if (tag.range.begin < edit.begin) continue;
        tag.range.begin += edit.inserted - edit.removed;
        tag.range.end += edit.inserted - edit.removed;
      }
    }
    style.ranges = &tags_;
    refused_ = ui::textEditor("text", state_, style).pasteRefused || refused_;
  }
  double oneFrame() {
    const double before = cpuMilliseconds();
    driver_.frame();
    return cpuMilliseconds() - before;
  }
  void tag() {
    constexpr std::size_t kTags = 60;
    const std::size_t step = state_.text().size() / (kTags + 1);
    for (std::size_t i = 0; i < kTags; ++i) {
      ui::EditorRange range;
      range.range.begin = ui::snapToAtom(state_.text(), step * i + 1);
      range.range.end = ui::snapToAtom(state_.text(), step * i + 90);
      range.domain = static_cast<ui::Domain>(1 + i % 3);
      range.id = std::to_string(i);
      range.mark = "3";
      tags_.push_back(range);
    }
  }

  app::desktop::HunspellChecker speller_{app::desktop::installedDictionary(), {}};
  ui::EditorState state_;
  std::vector<ui::EditorRange> tags_;
  bool refused_ = false;
  double opened_ = 0;
  tests::UiDriver driver_;
};

nlohmann::json measured(std::string text) {
  const std::size_t bytes = text.size();
  Surface surface(std::move(text));
  return {{"bytes", bytes},
          {"open_ms", surface.opened()},
          {"typing", surface.typing(bytes < 1000000 ? 1000 : 60)},
          {"scrolling", surface.scrolling(bytes < 1000000 ? 300 : 60)},
          {"finding", surface.finding()},
          {"paste_50_mb", surface.hugePaste()}};
}

/// One line a case, as it comes: the largest take a while.
void report(const char* name, std::string text) {
  const nlohmann::json line = {{name, measured(std::move(text))}};
  std::printf("%s\n", line.dump().c_str());
  std::fflush(stdout);
}

std::string largest(int wordsInParagraph) {
  std::string text = wordsOf(900000, wordsInParagraph);
  text.resize(ui::snapToAtom(text, ui::kMaxEditorBytes - 4096));
  return text;
}

}  // namespace

int main() {
  report("twenty_thousand_words", wordsOf(20000, 80));
  report("one_paragraph_of_20000_words", wordsOf(20000, 20001));
  report("largest_text", largest(80));
  report("largest_text_in_one_paragraph", largest(900001));
  return 0;
}
