#pragma once

#include <array>
#include <string_view>

namespace syncing {

inline constexpr std::size_t kPairingWords = 2048;
/// assets/pairing_words.txt, as it was when this was built.
const std::array<std::string_view, kPairingWords>& pairingWords();

}  // namespace syncing
