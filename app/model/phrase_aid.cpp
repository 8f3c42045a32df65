#include "app/model/phrase_aid.h"

#include <unordered_map>

#include "journal/domain/mention.h"

namespace app::model {
namespace {

/// Words of a text, lower case, without marks; an apostrophe belongs to its word.
std::vector<std::string> wordsIn(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i, 3) == "\xE2\x80\x99") {  // ’
      word.push_back('\'');
      i += 2;
    } else if (text.substr(i, 2) == "\xE2\x80") {  // other marks
      close();
      i += 2;
    } else if (c >= 'A' && c <= 'Z') {
      word.push_back(static_cast<char>(c + 32));
    } else if ((c >= 'a' && c <= 'z') || c == '\'' || c == '*' ||
               static_cast<unsigned char>(c) >= 0x80) {
      word.push_back(c);
    } else {
      close();
    }
  }
  close();
  return words;
}

bool fits(const std::string& wanted, const std::string& word) {
  if (!wanted.empty() && wanted.back() == '*') {
    return word.compare(0, wanted.size() - 1, wanted, 0, wanted.size() - 1) == 0;
  }
  return wanted == word;
}

bool stands(const std::vector<std::string>& phrase, const std::vector<std::string>& words,
            std::size_t at) {
  if (phrase.empty() || at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!fits(phrase[i], words[at + i])) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> writtenWords(std::string_view stored) {
  std::string text;
  for (const journal::TextPiece& piece : journal::pieces(stored)) {
    if (piece.kind == journal::TextPiece::Kind::Run) {
      text += stored.substr(piece.begin, piece.end - piece.begin);
    } else {  // nothing runs across it
      text += piece.kind == journal::TextPiece::Kind::Mention ? " . someone " : " . ";
    }
  }
  return wordsIn(text);
}

std::optional<std::size_t> phraseIn(const std::vector<std::string>& words,
                                    const std::vector<std::string>& phrases,
                                    const std::set<std::size_t>& passedOver) {
  // By their first letter: most words of a text begin no phrase.
  struct Phrase {
    std::size_t index = 0;
    std::vector<std::string> words;
  };
  std::unordered_map<char, std::vector<Phrase>> byLetter;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    Phrase phrase{i, wordsIn(phrases[i])};
    if (phrase.words.empty() || passedOver.count(i) != 0) continue;
    byLetter[phrase.words.front().front()].push_back(std::move(phrase));
  }
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto candidates = byLetter.find(words[at].front());
    if (candidates == byLetter.end()) continue;
    for (const Phrase& phrase : candidates->second) {
      if (stands(phrase.words, words, at)) return phrase.index;
    }
  }
  return std::nullopt;
}

}  // namespace app::model
