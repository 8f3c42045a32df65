#include "journal/text/identify/identifiers.h"

#include "journal/text/identify/searches.h"

namespace journal::text {

std::string_view name(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::Person:
      return "PERSON";
    case IdentifierKind::School:
      return "SCHOOL";
    case IdentifierKind::Place:
      return "PLACE";
    case IdentifierKind::Date:
      return "DATE";
    case IdentifierKind::Age:
      return "AGE";
    case IdentifierKind::Contact:
      return "CONTACT";
    case IdentifierKind::Id:
      return "ID";
    case IdentifierKind::Organisation:
      return "ORG";
    case IdentifierKind::Circumstance:
      return "QUASI";
  }
  return "";
}

namespace {

bool isPartOfAddress(const Identifier& one) {
  return one.kind == IdentifierKind::Place || one.kind == IdentifierKind::School ||
         one.kind == IdentifierKind::Contact;
}

/// Before `begin`, as "Flat 6, " or "22b, ": where it begins then.
std::size_t beforeAddress(const Page& page, const Identifier& one) {
  const std::size_t first = page.wordsOf(one).first;
  if (first < 2 || !page.isMark(first - 1, ",") || !page.word(first - 2).hasDigit) return one.begin;
  const std::string_view part = first >= 3 ? page.key(first - 3) : std::string_view();
  const bool named = part == "flat" || part == "apartment" || part == "unit" || part == "room";
  return page.word(named ? first - 3 : first - 2).begin;
}

/// "Flat 6, Tansy House, Moor Lane, BD99 4TQ" is one thing, not four.
std::vector<Identifier> joinAddresses(const Page& page, std::vector<Identifier> found) {
  std::vector<Identifier> joined;
  for (Identifier& one : found) {
    const std::string_view text = page.text();
    while (one.kind == IdentifierKind::Contact && !joined.empty()) {
      const Identifier& before = joined.back();
      if (before.end > one.begin || !isPartOfAddress(before)) break;
      const std::string_view between = text.substr(before.end, one.begin - before.end);
      const bool next = between == ", " || between == "," || between == " ";
      if (!next || one.suggestion != "an address") break;
      one.begin = before.begin;
      joined.pop_back();
    }
    if (one.suggestion == "an address") {
      const std::size_t begin = beforeAddress(page, one);
      if (joined.empty() || joined.back().end <= begin) one.begin = begin;
    }
    joined.push_back(std::move(one));
  }
  return joined;
}

}  // namespace

std::vector<Identifier> findIdentifiers(std::string_view text, const KnownPeople& people,
                                        const Gazetteers& gazetteers) {
  return findIdentifiers(text, people, gazetteers, Finding::Whole);
}

std::vector<Identifier> findIdentifiers(std::string_view text, const KnownPeople& people,
                                        const Gazetteers& gazetteers, Finding finding) {
  Page page(text, gazetteers);
  findStructured(page);
  findDates(page);
  findSaidIds(page);
  if (finding == Finding::PatternsOnly) {
    findAges(page);
    return page.takeFound();
  }
  if (finding == Finding::ListsOnly) {
    findKnownPeople(page, people);
    findListed(page);
    return page.takeFound();
  }
  leaveMusicAlone(page);
  findKnownWholeNames(page, people);
  findInstitutions(page);
  findTitledPeople(page);
  findKnownPeople(page, people);
  findPlaces(page);
  // So that a school's short form is not taken for somebody.
  findRepeats(page);
  findPeople(page);
  findAges(page);
  findRepeats(page);
  findCircumstances(page);
  return joinAddresses(page, page.takeFound());
}

}  // namespace journal::text
