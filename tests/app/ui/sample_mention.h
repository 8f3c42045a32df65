#pragma once

/// Whom the invented texts of these tests mention.
inline constexpr const char* kMentioned = "00112233445566778899aabbccddeeff";
