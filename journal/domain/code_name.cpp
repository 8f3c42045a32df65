#include "journal/domain/code_name.h"

#include <array>
#include <cstddef>

#include "journal/base/utf8.h"

namespace journal {
namespace {

constexpr std::array<const char*, 60> kBirds = {
    "Wren",       "Robin",       "Linnet",      "Siskin",     "Dunnock",   "Goldcrest",  "Blackcap",
    "Chiffchaff", "Whitethroat", "Nuthatch",    "Redstart",   "Wagtail",   "Bunting",    "Pipit",
    "Skylark",    "Fieldfare",   "Redwing",     "Thrush",     "Starling",  "Swallow",    "Martin",
    "Swift",      "Finch",       "Bullfinch",   "Greenfinch", "Crossbill", "Brambling",  "Twite",
    "Redpoll",    "Hawfinch",    "Waxwing",     "Dipper",     "Stonechat", "Whinchat",   "Wheatear",
    "Nightjar",   "Kingfisher",  "Treecreeper", "Warbler",    "Firecrest", "Flycatcher", "Oriole",
    "Cuckoo",     "Plover",      "Curlew",      "Lapwing",    "Sandpiper", "Turnstone",  "Avocet",
    "Dotterel",   "Sanderling",  "Whimbrel",    "Godwit",     "Tern",      "Kittiwake",  "Fulmar",
    "Shearwater", "Petrel",      "Grebe",       "Moorhen"};

}  // namespace

std::string freeCodeName(std::string_view realName,
                         const std::function<bool(const std::string& code)>& taken) {
  const std::string real = foldCase(realName);
  for (std::size_t round = 1;; ++round) {
    for (const char* bird : kBirds) {
      if (!real.empty() && foldCase(bird)[0] == real[0]) continue;
      const std::string code = round == 1 ? bird : bird + (" " + std::to_string(round));
      if (!taken(code)) return code;
    }
  }
}

}  // namespace journal
