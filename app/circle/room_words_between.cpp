#include "app/circle/room_words_between.h"

namespace app::circle {

namespace room = syncing::room;

namespace {

/// Either side calls its parts the same.
template <class To, class From>
To planWords(const From& words) {
  To out{words.title, words.format, words.when, words.agreement, {}, {}};
  for (const auto& round : words.rounds)
    out.rounds.push_back({round.name, round.prompts, round.who});
  for (const auto& action : words.actions)
    out.actions.push_back({action.text, action.owner, action.due});
  for (const auto& contact : words.contacts)
    out.contacts.push_back({contact.role, contact.name, contact.number});
  return out;
}

template <class To, class From>
To cardWords(const From& words) {
  To out{words.text, {}, words.owner, words.due};
  for (const auto& tag : words.tags) out.tags.push_back({tag.domain, tag.outcome});
  return out;
}

}  // namespace

room::PlanWords wordsOf(const model::CircleWords& words) {
  return planWords<room::PlanWords>(words);
}
model::CircleWords wordsOf(const room::PlanWords& words) {
  return planWords<model::CircleWords>(words);
}
room::CardWords wordsOf(const model::CardWords& words) {
  return cardWords<room::CardWords>(words);
}
model::CardWords wordsOf(const room::CardWords& words) {
  return cardWords<model::CardWords>(words);
}

}  // namespace app::circle
