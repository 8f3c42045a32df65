#include "journal/domain/attachment.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"

namespace journal {
namespace {

using namespace std::string_literals;

TEST(Attachment, WhatAFileIsIsSaidByItsFirstBytesAndNotByItsName) {
  EXPECT_EQ(mediaKindOf("\x89PNG\r\n\x1a\n...."), MediaKind::Png);
  EXPECT_EQ(mediaKindOf("\xff\xd8\xff\xe0"), MediaKind::Jpeg);
  EXPECT_EQ(mediaKindOf("RIFF....WEBPVP8 "), MediaKind::WebP);
  EXPECT_EQ(mediaKindOf("RIFF....WAVEfmt "), MediaKind::Wav);
  EXPECT_EQ(mediaKindOf("GIF89a"), MediaKind::Gif);
  EXPECT_EQ(mediaKindOf("ID3\x04"), MediaKind::Mp3);
  EXPECT_EQ(mediaKindOf("\xff\xfb\x90\x64"), MediaKind::Mp3);
  EXPECT_EQ(mediaKindOf("....ftypM4A "), MediaKind::M4a);
  EXPECT_EQ(mediaKindOf("OggS"), MediaKind::Ogg);
  EXPECT_EQ(mediaKindOf("fLaC"), MediaKind::Flac);
}

TEST(Attachment, WhatIsNeitherPictureNorRecordingIsNeither) {
  for (const std::string& bytes :
       {""s, "\x89PNG"s, "MZ\x90"s, "%PDF-1.7"s, "PK\x03\x04"s, "<svg xmlns="s, "RIFF....AVI "s,
        "....ftypmp42"s, "\xff\xff\xff\xff"s, "\xff\xfb"s, "#!/bin/sh"s, "\xff\xfe h\0i\0"s}) {
    EXPECT_EQ(mediaKindOf(bytes), std::nullopt) << bytes;
  }
}

TEST(Attachment, ANameBecomesOneThatNoSystemRefusesAndThatNothingRuns) {
  EXPECT_EQ(safeFileName("Set list.PNG", MediaKind::Png), "Set list.png");
  EXPECT_EQ(safeFileName("../../etc/passwd", MediaKind::Jpeg), "passwd.jpg");
  EXPECT_EQ(safeFileName("C:\\Users\\a\\tune.exe", MediaKind::Ogg), "tune.ogg");
  EXPECT_EQ(safeFileName("what?*.wav", MediaKind::Wav), "what--.wav");
  EXPECT_EQ(safeFileName("", MediaKind::Png), "picture.png");
  EXPECT_EQ(safeFileName("...", MediaKind::Mp3), "recording.mp3");
  EXPECT_EQ(safeFileName("a\nb.flac", MediaKind::Flac), "a-b.flac");
}

TEST(Attachment, AnyNameIsSafe) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    SeededRandom random(seed);
    std::string name;
    for (std::uint64_t n = random.below(300); n > 0; --n) {
      appendUtf8(name, static_cast<char32_t>(1 + random.below(random.below(2) == 0 ? 127 : 9000)));
    }
    const std::string safe = safeFileName(name, MediaKind::Png);
    SCOPED_TRACE(seed);
    EXPECT_TRUE(safe.ends_with(".png"));
    EXPECT_GT(safe.size(), 4U);
    EXPECT_LE(safe.size(), 104U);
    EXPECT_TRUE(isValidUtf8(safe));
    EXPECT_EQ(safe.find_first_of("/\\:*?\"<>|\n\r\t"), std::string::npos);
    EXPECT_NE(safe.front(), '.');
    EXPECT_EQ(safeFileName(safe, MediaKind::Png), safe);
  }
}

}  // namespace
}  // namespace journal
