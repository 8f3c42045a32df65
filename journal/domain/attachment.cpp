#include "journal/domain/attachment.h"

#include <fmt/format.h>

#include <algorithm>

#include "journal/base/utf8.h"

namespace journal {
namespace {

using namespace std::string_view_literals;

struct Media {
  MediaKind kind;
  std::string_view type;
  std::string_view ending;
  bool picture;
};
constexpr std::array kMedia{
    Media{MediaKind::Png, "image/png", ".png", true},
    Media{MediaKind::Jpeg, "image/jpeg", ".jpg", true},
    Media{MediaKind::WebP, "image/webp", ".webp", true},
    Media{MediaKind::Gif, "image/gif", ".gif", true},
    Media{MediaKind::Wav, "audio/wav", ".wav", false},
    Media{MediaKind::Mp3, "audio/mpeg", ".mp3", false},
    Media{MediaKind::M4a, "audio/mp4", ".m4a", false},
    Media{MediaKind::Ogg, "audio/ogg", ".ogg", false},
    Media{MediaKind::Flac, "audio/flac", ".flac", false},
};

const Media& mediaOf(MediaKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return kMedia[index < kMedia.size() ? index : 0];
}

bool has(std::string_view bytes, std::size_t at, std::string_view expected) {
  return bytes.size() >= at + expected.size() && bytes.substr(at, expected.size()) == expected;
}

/// A frame of MPEG audio, layer III, begins with eleven ones and says a rate that exists.
bool beginsMp3Frame(std::string_view bytes) {
  if (bytes.size() < 4) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const bool layerThree = byte(0) == 0xff && (byte(1) & 0xe6) == 0xe2 && (byte(1) & 0x18) != 0x08;
  const unsigned bitRate = byte(2) >> 4;
  return layerThree && bitRate != 0 && bitRate != 15 && (byte(2) & 0x0c) != 0x0c;
}

/// Windows refuses these, and dots or blanks at an end.
constexpr std::string_view kRefused = "/\\:*?\"<>|";
constexpr std::size_t kMostNameBytes = 100;

std::string_view withoutEdges(std::string_view name) {
  while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.remove_suffix(1);
  return name;
}

}  // namespace

Error tooLargeToAttach() {
  return {ErrorCode::InvalidInput, "attachment: too large",
          fmt::format("This file is too large to keep in a journal: {} MB is the most. A shorter "
                      "recording or a smaller picture will do.",
                      kMostAttachmentBytes / (1024 * 1024))};
}

std::optional<MediaKind> mediaKindOf(std::string_view bytes) {
  if (has(bytes, 0, "\x89PNG\r\n\x1a\n"sv)) return MediaKind::Png;
  if (has(bytes, 0, "\xff\xd8\xff"sv)) return MediaKind::Jpeg;
  if (has(bytes, 0, "RIFF"sv) && has(bytes, 8, "WEBP"sv)) return MediaKind::WebP;
  if (has(bytes, 0, "GIF87a"sv) || has(bytes, 0, "GIF89a"sv)) return MediaKind::Gif;
  if (has(bytes, 0, "RIFF"sv) && has(bytes, 8, "WAVE"sv)) return MediaKind::Wav;
  if (has(bytes, 4, "ftypM4A "sv) || has(bytes, 4, "ftypM4B "sv)) return MediaKind::M4a;
  if (has(bytes, 0, "OggS"sv)) return MediaKind::Ogg;
  if (has(bytes, 0, "fLaC"sv)) return MediaKind::Flac;
  if (has(bytes, 0, "ID3"sv) || beginsMp3Frame(bytes)) return MediaKind::Mp3;
  return std::nullopt;
}

bool isPicture(MediaKind kind) {
  return mediaOf(kind).picture;
}
std::string_view mediaType(MediaKind kind) {
  return mediaOf(kind).type;
}
std::string_view fileEnding(MediaKind kind) {
  return mediaOf(kind).ending;
}

std::string safeFileName(std::string_view name, MediaKind kind) {
  const std::size_t folder = name.find_last_of("/\\");
  if (folder != std::string_view::npos) name.remove_prefix(folder + 1);
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) name = name.substr(0, dot);
  std::string safe;
  for (const char c : name) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    safe += control || kRefused.find(c) != std::string_view::npos ? '-' : c;
  }
  std::size_t end = std::min(safe.size(), kMostNameBytes);
  while (!isBoundary(safe, end)) --end;
  safe = std::string(withoutEdges(std::string_view(safe).substr(0, end)));
  if (safe.empty()) safe = isPicture(kind) ? "picture" : "recording";
  return safe + std::string(fileEnding(kind));
}

}  // namespace journal
