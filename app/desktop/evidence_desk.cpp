#include "app/desktop/evidence_desk.h"

#include "app/cli/evidence_desk.h"
#include "journal/base/platform.h"
#include "journal/crypto/secret.h"
#include "sync/evidence/report_html.h"

namespace app::desktop {

using journal::Result;
namespace evidence = syncing::evidence;

Result<evidence::EvidenceStore*> EvidenceDesk::store() {
  if (!store_) {
    const journal::crypto::SecretString passphrase(place_.passphrase);
    J_TRY(store_, evidence::EvidenceStore::open(place_.folder, passphrase, clock_));
  }
  return store_.get();
}

Result<void> EvidenceDesk::submit(const std::string& bytes) {
  J_TRY(evidence::EvidenceStore * open, store());
  return app::EvidenceDesk(*open).submit(bytes);
}

Result<std::vector<journal::ReviewEvent>> EvidenceDesk::outcomes(journal::CaseStudyId study) {
  J_TRY(evidence::EvidenceStore * open, store());
  return app::EvidenceDesk(*open).outcomes(study);
}

Result<void> EvidenceDesk::withdraw(journal::CaseStudyId study, const std::string& by,
                                    const std::string& reason, journal::UtcTime now) {
  J_TRY(evidence::EvidenceStore * open, store());
  return app::EvidenceDesk(*open).withdraw(study, by, reason, now);
}

Result<void> EvidenceDesk::takeTheme(const std::string& bytes) {
  J_TRY(evidence::EvidenceStore * open, store());
  return open->takeTheme(bytes);
}

Result<void> EvidenceDesk::takeThemeBack(journal::ThemeId theme) {
  J_TRY(evidence::EvidenceStore * open, store());
  return open->takeThemeBack(theme);
}

Result<std::vector<journal::ThemeStanding>> EvidenceDesk::standings(
    const std::vector<journal::ThemeId>& themes) {
  J_TRY(evidence::EvidenceStore * open, store());
  return app::EvidenceDesk(*open).standings(themes);
}

Result<std::vector<journal::LeavingTheme>> EvidenceDesk::themes() {
  J_TRY(evidence::EvidenceStore * open, store());
  return open->themes();
}

Result<std::vector<model::QueueItem>> EvidenceDesk::queue(journal::Role role) {
  J_TRY(evidence::EvidenceStore * open, store());
  J_TRY(const std::vector<evidence::QueueItem> waiting, open->queue(role));
  std::vector<model::QueueItem> items;
  items.reserve(waiting.size());
  for (const evidence::QueueItem& item : waiting) {
    items.push_back({item.caseStudy, item.title, item.author, item.step, item.since});
  }
  return items;
}

namespace {

model::ReviewPiece pieceFrom(const evidence::ReviewPiece& sent,
                             std::vector<journal::ReviewEvent> trail) {
  model::ReviewPiece piece;
  piece.id = sent.caseStudy;
  piece.title = sent.title;
  piece.author = sent.author;
  piece.useLevel = sent.useLevel;
  piece.agreedUntil = sent.agreedUntil;
  piece.step = sent.step;
  piece.trail = std::move(trail);
  for (const evidence::ReviewClaim& claim : sent.claims) {
    model::ReviewClaim words;
    words.text = claim.text;
    for (const evidence::ReviewPassage& passage : claim.passages) {
      words.passages.push_back({passage.text, passage.indicator, passage.level, passage.voice,
                                passage.setting, passage.term});
    }
    piece.claims.push_back(std::move(words));
  }
  return piece;
}

model::SeenPiece seenFrom(const evidence::SeenPiece& sent) {
  model::SeenPiece piece{sent.caseStudy, sent.title, sent.step, sent.since, {}, {}};
  for (const evidence::Reading& reading : sent.readings) {
    piece.readings.push_back({reading.at, reading.by, reading.role, reading.version,
                              reading.what == evidence::Reading::What::Whole});
  }
  for (const evidence::ReleaseUse& use : sent.uses) {
    piece.uses.push_back({use.release, use.at, use.by});
  }
  return piece;
}

}  // namespace

Result<model::ReviewPiece> EvidenceDesk::piece(journal::CaseStudyId id,
                                               const model::Person& reader) {
  J_TRY(evidence::EvidenceStore * open, store());
  J_TRY(const evidence::ReviewPiece sent, open->piece(id, {reader.name, reader.role}));
  J_TRY(std::vector<journal::ReviewEvent> trail, open->outcomes(id));
  return pieceFrom(sent, std::move(trail));
}

Result<std::vector<model::SeenPiece>> EvidenceDesk::seen(const model::Person& author) {
  J_TRY(evidence::EvidenceStore * open, store());
  J_TRY(const std::vector<evidence::SeenPiece> sent, open->seen(author.name));
  std::vector<model::SeenPiece> pieces;
  pieces.reserve(sent.size());
  for (const evidence::SeenPiece& piece : sent) pieces.push_back(seenFrom(piece));
  return pieces;
}

Result<model::ReviewPiece> EvidenceDesk::asManagersSee(journal::CaseStudyId id,
                                                       const model::Person& author) {
  J_TRY(evidence::EvidenceStore * open, store());
  J_TRY(const evidence::ReviewPiece sent, open->asManagersSee(id, author.name));
  return pieceFrom(sent, {});
}

Result<journal::ReviewStep> EvidenceDesk::decide(journal::CaseStudyId id,
                                                 const journal::ReviewRequest& request) {
  J_TRY(evidence::EvidenceStore * open, store());
  return open->review(id, request);
}

namespace {

model::OutcomeFigure figureOf(const evidence::ShownOutcome& outcome) {
  model::OutcomeFigure figure;
  figure.outcome = outcome.code;
  figure.youngPeople = outcome.youngPeople.text();
  figure.shown = outcome.youngPeople.shown();
  if (!outcome.movement) return figure;
  figure.levels = true;
  figure.first = outcome.movement->first();
  figure.latest = outcome.movement->latest();
  figure.movement = outcome.movement->text();
  figure.sentence = outcome.movement->sentence();
  return figure;
}

model::EvidenceOverview overviewOf(const evidence::ShownTables& tables) {
  model::EvidenceOverview overview;
  overview.period = tables.period;
  for (const evidence::ShownDomain& domain : tables.domains) {
    model::DomainFigures figures;
    figures.domain = domain.code;
    figures.passages = domain.passages.text();
    for (const evidence::ShownOutcome& outcome : domain.outcomes) {
      figures.outcomes.push_back(figureOf(outcome));
    }
    overview.domains.push_back(std::move(figures));
  }
  for (std::size_t kind = 0; kind < evidence::kSessionKindCount; ++kind) {
    model::CoverageRow row;
    row.setting = evidence::title(static_cast<evidence::SessionKind>(kind));
    for (const evidence::ShownFigure& cell : tables.coverage[kind]) {
      row.cells.push_back({cell.text(), cell.spoken(), cell.shown()});
    }
    overview.coverage.push_back(std::move(row));
  }
  return overview;
}

}  // namespace

Result<model::EvidenceOverview> EvidenceDesk::overview(const model::Person& reader,
                                                       const journal::Framework& framework) {
  J_TRY(evidence::EvidenceStore * open, store());
  evidence::ReleaseRequest request;
  request.exit = evidence::Exit::Screen;
  request.by = reader.name;
  J_TRY(const evidence::Release release, open->release(framework, request));
  return overviewOf(release.tables);
}

Result<std::vector<model::EvidencePassage>> EvidenceDesk::passagesBehind(
    const std::string& outcome, const model::Person& reader, const journal::Framework& framework) {
  J_TRY(evidence::EvidenceStore * open, store());
  J_TRY(const evidence::OpenedFigure opened,
        open->open(evidence::movedFigure(outcome), framework, {reader.name, reader.role}));
  std::vector<model::EvidencePassage> passages;
  for (const evidence::OpenedPassage& passage : opened.passages) {
    passages.push_back({passage.text, passage.voice, passage.setting, passage.term});
  }
  return passages;
}

Result<std::string> EvidenceDesk::writeReport(const model::Person& by,
                                              const journal::Framework& framework) {
  J_TRY(evidence::EvidenceStore * open, store());
  evidence::ReleaseRequest request;
  request.exit = evidence::Exit::Html;
  request.by = by.name;
  evidence::ReportWords words;
  words.audienceLine = "For " + open->serviceName();
  J_TRY(const std::string html, evidence::makeReport(*open, framework, request, words));
  std::error_code failed;
  std::filesystem::create_directories(place_.reports, failed);
  const journal::UtcTime now = clock_.now();
  const std::filesystem::path path =
      place_.reports /
      ("report-" + journal::isoDate(journal::localDate(now, clock_.utcOffset(now))) + ".html");
  J_CHECK(journal::replaceFileAtomically(path, html));
  return path.string();
}

}  // namespace app::desktop
