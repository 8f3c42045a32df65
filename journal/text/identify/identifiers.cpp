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
  return page.takeFound();
}

}  // namespace journal::text
