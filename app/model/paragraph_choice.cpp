#include "app/model/paragraph_choice.h"

#include <algorithm>

#include "app/model/display.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

using Lines = std::vector<std::string>;

/// More pairs than this are not compared one by one: nobody reads such a page side by side.
constexpr std::size_t kMostPairs = 4'000'000;

Lines linesOf(std::string_view text) {
  Lines lines;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    if (end == text.size()) return lines;
    at = end + 1;
  }
}

/// The longest row of lines that both have in this order; as places in `a`.
std::vector<std::size_t> commonPlaces(const Lines& a, const Lines& b) {
  std::vector<std::size_t> places;
  if (a.size() * b.size() > kMostPairs) return places;
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> longest((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i * width + j] =
          a[i] == b[j] ? longest[(i + 1) * width + j + 1] + 1
                       : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      places.push_back(i);
      ++i;
      ++j;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return places;
}

Lines commonLines(const Lines& a, const Lines& b) {
  Lines common;
  for (const std::size_t place : commonPlaces(a, b)) common.push_back(a[place]);
  return common;
}

/// What stands in `text` from `at` up to the next `anchor`, and the place behind that.
Lines upTo(const Lines& text, std::size_t& at, const std::string* anchor) {
  Lines between;
  while (at < text.size() && (anchor == nullptr || text[at] != *anchor)) {
    between.push_back(text[at++]);
  }
  if (anchor != nullptr) ++at;
  return between;
}

/// Words with the blanks after them; a mention is one word.
Lines tokensOf(const Lines& lines) {
  Lines tokens;
  for (const std::string& line : lines) {
    for (const journal::TextPiece& piece : journal::pieces(line)) {
      const std::string_view words =
          std::string_view(line).substr(piece.begin, piece.end - piece.begin);
      if (piece.kind != journal::TextPiece::Kind::Run) {
        tokens.emplace_back(words);
        continue;
      }
      for (std::size_t at = 0; at < words.size();) {
        std::size_t end = std::min(words.find(' ', at), words.size());
        while (end < words.size() && words[end] == ' ') ++end;
        tokens.emplace_back(words.substr(at, end - at));
        at = end;
      }
    }
    tokens.emplace_back(" ");
  }
  if (!tokens.empty()) tokens.pop_back();
  return tokens;
}

DifferenceRun runOf(const std::string& token, bool differs,
                    const std::vector<journal::KnownName>& names) {
  const auto pieces = journal::pieces(token);
  if (pieces.size() == 1 && pieces.front().kind == journal::TextPiece::Kind::Mention) {
    return {codeNameOf(names, pieces.front().name), differs, true};
  }
  if (pieces.size() == 1 && pieces.front().kind == journal::TextPiece::Kind::Heading) {
    return {std::string(pieces.front().heading), differs, false};
  }
  return {token, differs, false};
}

}  // namespace

std::vector<DifferingPart> partsOf(const std::vector<std::string>& sides, std::string_view now) {
  const Lines present = linesOf(now);
  std::vector<Lines> texts;
  Lines anchors = present;
  for (const std::string& side : sides) {
    texts.push_back(linesOf(side));
    anchors = commonLines(anchors, texts.back());
  }
  std::vector<DifferingPart> parts;
  std::vector<std::size_t> at(texts.size(), 0);
  std::size_t presentAt = 0;
  for (std::size_t i = 0; i <= anchors.size(); ++i) {
    const std::string* anchor = i < anchors.size() ? &anchors[i] : nullptr;
    DifferingPart part;
    bool any = false;
    for (std::size_t s = 0; s < texts.size(); ++s) {
      part.sides.push_back(upTo(texts[s], at[s], anchor));
      any = any || !part.sides.back().empty();
    }
    part.now = upTo(present, presentAt, anchor);
    if (any || !part.now.empty()) parts.push_back(std::move(part));
    if (anchor == nullptr) break;
    if (!parts.empty() && parts.back().same) {
      parts.back().now.push_back(*anchor);
    } else {
      DifferingPart same;
      same.same = true;
      same.now = {*anchor};
      parts.push_back(std::move(same));
    }
  }
  return parts;
}

std::string textOf(const std::vector<DifferingPart>& parts, const std::vector<int>& choices) {
  std::string text;
  bool first = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const int choice = i < choices.size() && !parts[i].same ? choices[i] : kBoth;
    const Lines& lines =
        choice == kBoth ? parts[i].now : parts[i].sides[static_cast<std::size_t>(choice)];
    for (const std::string& line : lines) {
      if (!first) text += "\n";
      text += line;
      first = false;
    }
  }
  return text;
}

std::vector<DifferenceRun> runsThatDiffer(const Lines& side, const Lines& other,
                                          const std::vector<journal::KnownName>& names) {
  const Lines tokens = tokensOf(side);
  const std::vector<std::size_t> common = commonPlaces(tokens, tokensOf(other));
  std::vector<DifferenceRun> runs;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool shared = std::binary_search(common.begin(), common.end(), i);
    DifferenceRun run = runOf(tokens[i], !shared, names);
    const bool joins =
        !runs.empty() && !run.mention && !runs.back().mention && runs.back().differs == run.differs;
    if (joins)
      runs.back().text += run.text;
    else
      runs.push_back(std::move(run));
  }
  return runs;
}

std::string plainWords(const Lines& lines, const std::vector<journal::KnownName>& names) {
  std::string words;
  for (const std::string& token : tokensOf(lines)) words += runOf(token, false, names).text;
  return words;
}

}  // namespace app::model
