#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/ids.h"

namespace journal {

/// What a file is, by its first bytes; its name is not believed.
enum class MediaKind : std::uint8_t { Png, Jpeg, WebP, Gif, Wav, Mp3, M4a, Ogg, Flac };

/// A picture or a recording that is kept with a reflection: a photograph of a set list, forty
/// seconds of a child's tune. It is the tutor's own. No case study shows it and no search looks in
/// it: a voice or a face says who somebody is (domain 4.4).
struct Attachment {
  AttachmentId id;
  ReflectionId reflection;
  std::string name;  ///< what the file was called; a label of one line
  MediaKind kind = MediaKind::Png;
  std::uint64_t size = 0;                  ///< bytes
  std::array<std::uint8_t, 32> content{};  ///< BLAKE2b-256 of them
  UtcTime addedAt{};
  friend bool operator==(const Attachment&, const Attachment&) = default;
};

inline constexpr std::uint64_t kMostAttachmentBytes = std::uint64_t{24} * 1024 * 1024;
inline constexpr std::size_t kMostAttachments = 20;  ///< of one reflection

/// InvalidInput with advice, for a file of more bytes than that.
Error tooLargeToAttach();

/// nullopt when it is neither a picture nor a recording that we know.
std::optional<MediaKind> mediaKindOf(std::string_view bytes);
bool isPicture(MediaKind kind);
std::string_view mediaType(MediaKind kind);  ///< "image/png"
/// The usual ending of such a file, with its dot.
std::string_view fileEnding(MediaKind kind);
/// `name` for a file on any system: without folders and signs that some system refuses, and with
/// the kind's own ending, so that nothing in it is ever run. Never empty.
std::string safeFileName(std::string_view name, MediaKind kind);

}  // namespace journal
