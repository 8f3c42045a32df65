#include "journal/store/profile_table.h"

namespace journal::store {

Result<void> ProfileTable::put(const Profile& profile, OpPosition madeBy) {
  J_CHECK(database_
              .query("INSERT INTO profile (young_person, made_op, interests, what_helps) "
                     "VALUES (:young_person, :made_op, :interests, :what_helps) "
                     "ON CONFLICT (young_person) DO UPDATE SET made_op = excluded.made_op, "
                     "interests = excluded.interests, what_helps = excluded.what_helps")
              .bind(profile.youngPerson)
              .bind(madeBy)
              .bind(profile.interests)
              .bind(profile.whatHelps)
              .run());
  J_CHECK(database_.query("DELETE FROM goal WHERE young_person = :young_person")
              .bind(profile.youngPerson)
              .run());
  return putGoals(profile);
}

Result<void> ProfileTable::putGoals(const Profile& profile) {
  std::int64_t place = 0;
  for (const Goal& goal : profile.goals) {
    J_CHECK(database_
                .query("INSERT INTO goal (young_person, place, school_year, term, text, state, "
                       "their_words) "
                       "VALUES (:young_person, :place, :school_year, :term, :text, :state, "
                       ":their_words)")
                .bind(profile.youngPerson)
                .bind(place++)
                .bind(std::int64_t{goal.term.schoolYear})
                .bind(static_cast<std::int64_t>(goal.term.term))
                .bind(goal.text)
                .bind(static_cast<std::int64_t>(goal.state))
                .bind(std::int64_t{goal.theirWords})
                .run());
  }
  return {};
}

Result<Profile> ProfileTable::of(NameId youngPerson) {
  Profile profile;
  profile.youngPerson = youngPerson;
  Query query = database_.query(
      "SELECT interests, what_helps FROM profile WHERE young_person = :young_person");
  query.bind(youngPerson);
  J_TRY(const bool found, query.next());
  if (!found) return profile;
  profile.interests = query.text(0);
  profile.whatHelps = query.text(1);
  Query goals = database_.query(
      "SELECT school_year, term, text, state, their_words FROM goal "
      "WHERE young_person = :young_person ORDER BY place");
  goals.bind(youngPerson);
  while (true) {
    J_TRY(const bool more, goals.next());
    if (!more) return profile;
    Goal goal;
    goal.term.schoolYear = static_cast<int>(goals.integer(0));
    goal.term.term = static_cast<Term>(goals.integer(1));
    goal.text = goals.text(2);
    goal.state = static_cast<GoalState>(goals.integer(3));
    goal.theirWords = goals.integer(4) != 0;
    profile.goals.push_back(std::move(goal));
  }
}

Result<std::optional<OpPosition>> ProfileTable::setBy(NameId youngPerson) {
  Query query = database_.query("SELECT made_op FROM profile WHERE young_person = :young_person");
  query.bind(youngPerson);
  return query.firstInteger();
}

Result<std::vector<NameId>> ProfileTable::everybody() {
  std::vector<NameId> ids;
  Query query = database_.query("SELECT young_person FROM profile ORDER BY young_person");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return ids;
    ids.push_back(query.id<NameId>(0));
  }
}

}  // namespace journal::store
