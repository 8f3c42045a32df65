#include "app/keeping/past_time.h"

#include "journal/domain/mention.h"
#include "journal/service/subject_access.h"

namespace app {

using journal::KeptKind;
using journal::service::Due;
using journal::service::Erase;
using journal::service::OwnLearning;

bool isErasable(const Due& due) {
  return due.kind != KeptKind::FocusRecord && (due.kind != KeptKind::CaseStudy || due.isRetired);
}

void addTo(Erase& erase, const Due& due) {
  if (!isErasable(due)) return;
  switch (due.kind) {
    case KeptKind::PrivateEntry:
    case KeptKind::SharedEntry:
      return erase.reflections.push_back(due.entry);
    case KeptKind::Consent:
      return erase.permissions.push_back(due.answer);
    case KeptKind::CaseStudy:
      return erase.caseStudies.push_back(due.study);
    case KeptKind::GroupRecord:
      return erase.groupSessions.push_back(due.group);
    case KeptKind::FocusRecord:
      return;
  }
}

std::string learningWords(const OwnLearning& kept, const std::vector<journal::KnownName>& names) {
  const auto read = [&names](const std::string& stored) {
    const journal::NameLookup lookup = [&names](journal::NameId id) {
      return journal::findName(names, id);
    };
    return journal::render(stored, journal::NamesShown::Code, lookup, true).text;
  };
  std::string words = read(kept.kept.text);
  for (const journal::Intention& meant : kept.intentions) {
    words += "\nNext time: " + read(meant.text);
  }
  return words;
}

std::string approvalOf(const OwnLearning& kept, const std::string& read) {
  const std::size_t tags = kept.tags.size();
  return journal::service::approvalOf(
      {read, kept.from.hex() + std::to_string(tags) + (tags == 1 ? " tag" : " tags"), {}});
}

Erase keepOnly(OwnLearning kept, journal::Random& random) {
  kept.kept.id = journal::ReflectionId::random(random);
  for (journal::Intention& meant : kept.intentions) meant.from = kept.kept.id;
  Erase erase;
  erase.replaced.push_back(std::move(kept));
  return erase;
}

journal::service::RenewCaseStudy renewed(const journal::CaseStudy& study, const Renewal& renewal,
                                         journal::LocalDate today) {
  journal::Agreement agreement = study.agreement.value_or(journal::Agreement{});
  agreement.agreedBy = renewal.by;
  agreement.howAsked = renewal.how;
  agreement.on = today;
  agreement.until = renewal.until.value_or(journal::agreementEnds(today));
  agreement.level = renewal.level.value_or(agreement.level);
  return {study.id, agreement};
}

}  // namespace app
