#include "journal/domain/own_learning.h"

#include <algorithm>

#include "journal/domain/passage.h"

namespace journal {
namespace {

bool mentionsAny(std::string_view stored, const TakenOut& out) {
  const auto mentioned = mentionedNames(stored);
  return std::any_of(mentioned.begin(), mentioned.end(), out);
}

}  // namespace

std::string withoutPeople(std::string_view stored, const TakenOut& out, const NameLookup& lookup) {
  std::string kept;
  kept.reserve(stored.size());
  for (const TextPiece& piece : pieces(stored)) {
    if (piece.kind == TextPiece::Kind::Mention && out(piece.name)) {
      kept += shownName(lookup(piece.name), NamesShown::Blurred);
    } else {
      kept += stored.substr(piece.begin, piece.end - piece.begin);
    }
  }
  return kept;
}

std::string plainWithoutPeople(std::string_view plain, const TakenOut& out,
                               const NameLookup& lookup, const Mentioner& mention) {
  const std::string mentioned = mention(plain);
  if (!mentionsAny(mentioned, out)) return std::string(plain);
  return render(withoutPeople(mentioned, out, lookup), NamesShown::Code, lookup).text;
}

Learning ownLearning(const Reflection& before, const std::vector<Tag>& tags, const TakenOut& out,
                     const NameLookup& lookup, const Mentioner& mention) {
  Learning learning;
  learning.reflection = before;
  Reflection& kept = learning.reflection;
  kept.text = withoutPeople(mention(before.text), out, lookup);
  kept.lesson.group = plainWithoutPeople(before.lesson.group, out, lookup, mention);
  std::erase_if(kept.lesson.youngPeople, out);
  std::vector<Passage> passages;
  for (const Tag& tag : tags) passages.push_back(tag.passage);
  passages = rebaseAll(passages, before.text, kept.text);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const Passage& place = passages[i];
    if ((tags[i].youngPerson && out(*tags[i].youngPerson)) || place.begin == place.end) continue;
    if (mentionsAny(mention(tags[i].quote), out)) continue;
    if (kept.text.compare(place.begin, place.end - place.begin, tags[i].quote) != 0) continue;
    Tag tag = tags[i];
    tag.passage = place;
    tag.note = plainWithoutPeople(tag.note, out, lookup, mention);
    learning.tags.push_back(std::move(tag));
  }
  return learning;
}

}  // namespace journal
