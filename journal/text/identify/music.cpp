#include <algorithm>
#include <array>

#include "journal/text/identify/name_use.h"
#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

constexpr std::size_t kLongestTitle = 9;

constexpr std::array<std::string_view, 22> kPlaying{
    "play",      "playing",   "played",     "plays",     "sing",       "singing",
    "sang",      "sings",     "practise",   "practised", "practising", "perform",
    "performed", "rehearsed", "rehearsing", "rehearse",  "learn",      "learning",
    "arranged",  "covering",  "tune",       "song"};

/// The words of a text that are music and name nobody here.
class MusicSearch {
 public:
  explicit MusicSearch(Page& page) : page_(page) {}

  void run() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (page_.is(at, WordClass::PhraseStart)) phrase(at);
      if (opensQuotation(at)) quotation(at);
      if (page_.word(at).isWord) context(at);
    }
  }

 private:
  void phrase(std::size_t at) {
    for (const Phrase& phrase : page_.gazetteers().phrasesOf(page_.key(at))) {
      if (!phrase.classes.has(WordClass::Music)) continue;
      std::size_t i = 0;
      while (i < phrase.keys.size() && page_.key(at + i) == phrase.keys[i]) ++i;
      if (i < phrase.keys.size() || !looksNamed(at, at + i)) continue;
      return page_.leaveAlone({at, at + i}, true);
    }
  }

  /// Where texts have capitals, at least one word of a title has one.
  bool looksNamed(std::size_t first, std::size_t end) const {
    if (page_.caseless()) return true;
    for (std::size_t at = first; at < end; ++at) {
      if (page_.word(at).capital && !page_.word(at).opens) return true;
    }
    return page_.word(end - 1).capital || quoted(first);
  }

  bool quoted(std::size_t at) const { return at > 0 && isQuoteMark(at - 1); }

  bool isQuoteMark(std::size_t at) const {
    if (at >= page_.size() || page_.word(at).isWord) return false;
    const std::size_t begin = page_.word(at).begin;
    const std::string_view bytes = page_.text().substr(begin, page_.word(at).end - begin);
    return bytes == "'" || bytes == "\"" || bytes == "\xE2\x80\x98" || bytes == "\xE2\x80\x99" ||
           bytes == "\xE2\x80\x9C" || bytes == "\xE2\x80\x9D";
  }

  bool opensQuotation(std::size_t at) const {
    return isQuoteMark(at) && page_.word(at + 1).capital && !page_.word(at + 1).blankBefore &&
           (at == 0 || page_.word(at).blankBefore || page_.isMark(at - 1, "("));
  }

  /// A title has capitals at most of its words and at its last one; speech has not.
  void quotation(std::size_t quote) {
    std::size_t end = quote + 1;
    std::size_t capitals = 0;
    std::size_t count = 0;
    while (end < page_.size() && end - quote <= kLongestTitle + 1 && !isQuoteMark(end)) {
      const Word& word = page_.word(end);
      if (!word.isWord && word.key != "-" && word.key != "," && word.key != "&" && word.key != "!")
        return;
      count += word.isWord ? 1 : 0;
      capitals += word.capital || word.hasDigit ? 1 : 0;
      ++end;
    }
    if (!isQuoteMark(end) || count < 1 || capitals * 2 < count) return;
    const bool lastCapital =
        page_.word(end - 1).capital || page_.word(end - 1).hasDigit || !page_.word(end - 1).isWord;
    if (!lastCapital) return;
    const bool named = page_.is(quote + 1, WordClass::Given) ||
                       page_.is(quote + 1, WordClass::Kin) || page_.is(quote + 1, WordClass::Title);
    if (count == 1 && (named || !afterPlaying(quote))) return;
    page_.leaveAlone({quote + 1, end}, false);
  }

  bool afterPlaying(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
      if (isPlaying(at - back) || page_.is(at - back, WordClass::Piece)) return true;
    }
    return false;
  }

  bool isPlaying(std::size_t at) const {
    return std::find(kPlaying.begin(), kPlaying.end(), page_.key(at)) != kPlaying.end();
  }

  /// A composer or maker by itself, or an unknown name that a musical word follows.
  void context(std::size_t at) {
    if (!page_.free(at) || (!page_.word(at).capital && !page_.caseless())) return;
    const bool known = page_.is(at, WordClass::Music);
    const bool given = page_.is(at, WordClass::Given);
    if (known && !given) {
      if (page_.caseless() || !page_.is(at, WordClass::Word) || !page_.word(at).opens)
        page_.leaveAlone({at, at + 1}, false);
      return;
    }
    if (page_.caseless() ? !known : false) return;
    if (beforePiece(at) || (known && afterArticle(at)) || (unlisted(at) && playedThing(at)))
      page_.leaveAlone({at, at + 1}, false);
  }

  /// "that Dua Lipa medley": one word more may stand between. Never after a tail: "Ayaan's reed".
  bool beforePiece(std::size_t at) const {
    if (!page_.is(at, WordClass::Music) && page_.is(at, WordClass::Given)) return false;
    for (std::size_t next = at + 1; next <= at + 2; ++next) {
      if (!page_.word(next).isWord) return false;
      if (page_.is(next, WordClass::Piece)) return !page_.is(next, WordClass::Verb);
      if (!page_.word(next).capital) return false;
    }
    return false;
  }

  bool unlisted(std::size_t at) const {
    return !page_.is(at, WordClass::Given) && !page_.is(at, WordClass::Word) &&
           !page_.is(at, WordClass::Place);
  }

  bool afterArticle(std::size_t at) const {
    return at > 0 && page_.is(at - 1, WordClass::Determiner);
  }

  /// "the Haydn", "played Telemann": a surname that nobody uses of a child.
  bool playedThing(std::size_t at) const {
    if (at == 0 || page_.word(at).opens) return false;
    const bool family = page_.is(at + 1, WordClass::FamilyWord);
    const bool head =
        page_.is(at + 1, WordClass::StreetHead) || page_.is(at + 1, WordClass::PlaceHead) ||
        page_.is(at + 1, WordClass::SchoolHead) || page_.is(at + 1, WordClass::OrgHead);
    if (family || head || page_.word(at + 1).capital) return false;
    return isPlaying(at - 1) ||
           (page_.key(at - 1) == "the" && !page_.gazetteers().looksLikePlace(page_.key(at)));
  }

  Page& page_;
};

}  // namespace

void leaveMusicAlone(Page& page) {
  MusicSearch(page).run();
}

}  // namespace journal::text
