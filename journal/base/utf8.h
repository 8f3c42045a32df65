#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace journal {

/// One code point read from UTF-8. `length` is the bytes it took (never 0 inside the text); an
/// ill-formed sequence reads as U+FFFD over its maximal ill-formed part (Unicode 15, 3.9, table
/// 3-8).
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
  bool valid = true;
};

/// Precondition: at < text.size().
CodePoint decodeUtf8(std::string_view text, std::size_t at);
/// The code point that ends at `at`, ill-formed parts as decodeUtf8 reads them where one ends
/// there, otherwise U+FFFD over one byte. Value and length 0 when `at` is 0.
CodePoint decodeUtf8Before(std::string_view text, std::size_t at);
void appendUtf8(std::string& out, char32_t codePoint);

bool isValidUtf8(std::string_view text);
/// Ill-formed parts become U+FFFD; well-formed text is returned as it is.
std::string repairUtf8(std::string_view text);

/// Without the blanks, tabs and line ends around it.
std::string_view trimmed(std::string_view text);

/// Length in code points; ill-formed parts count once each.
std::size_t countCodePoints(std::string_view text);
/// Byte offset of the n-th code point; text.size() when there are fewer.
std::size_t byteOffsetOf(std::string_view text, std::size_t codePointIndex);
/// True when `at` is 0, the end, or the first byte of a code point.
bool isBoundary(std::string_view text, std::size_t at);

/// Unicode simple case folding (CaseFolding.txt, statuses C and S) for the scripts British tutors'
/// names are mostly written in: Latin to Extended-A and Extended Additional (Welsh, Polish,
/// Vietnamese), basic Greek and Cyrillic. Anything else folds to itself; "I" is always "i", so
/// Turkish dotless i keeps to itself.
char32_t foldCase(char32_t codePoint);
/// Each code point through foldCase. Ill-formed parts become U+FFFD.
std::string foldCase(std::string_view text);

/// True when `codePoint` can be part of a word: letters, digits and combining marks. By block, not
/// by full property tables: every code point above U+00BF counts unless it is in a block of
/// punctuation, symbols, private use or emoji.
bool isWordPart(char32_t codePoint);
/// True when word parts stand on both sides of `at`, which is a code-point border.
bool isInsideWord(std::string_view text, std::size_t at);

}  // namespace journal
