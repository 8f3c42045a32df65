#pragma once

#include "app/ui/internal.h"
#include "app/ui/text.h"

// Runs wrapped together, measured once and drawn once; the kit's own (articles measure before they
// draw).

namespace app::ui {

struct SnippetPiece {
  std::size_t run = 0;
  std::string text;
  float x = 0;
  float width = 0;
  int line = 0;
};
struct SnippetLayout {
  std::vector<SnippetPiece> pieces;
  int lines = 1;
};
SnippetLayout layOutSnippet(const std::vector<TextRun>& runs, Type type, float width);
void drawSnippet(const SnippetLayout& layout, const std::vector<TextRun>& runs, Type type,
                 ImVec2 at);
std::string joined(const std::vector<TextRun>& runs);

/// Tint from ascender to underline and the domain's underline (DESIGN.md 2.8) under one line
/// fragment.
void drawTagMark(ImDrawList& list, const ImRect& words, Domain domain, float dropped, bool strong,
                 float shown = 1);

}  // namespace app::ui
