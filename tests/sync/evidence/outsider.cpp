#include "outsider.h"

#include <algorithm>
#include <cstdlib>

namespace syncing::evidence::test {
namespace {

constexpr long kMany = 100'000;

/// "about 30 passages", "25" -> 30, 25; -1 for words without a number.
long numberIn(const std::string& text) {
  const std::size_t digit = text.find_first_of("0123456789");
  return digit == std::string::npos ? -1 : std::strtol(text.c_str() + digit, nullptr, 10);
}

std::vector<const ShownFigure*> all(const ShownTables& tables) {
  std::vector<const ShownFigure*> figures;
  for (const ShownDomain& domain : tables.domains) {
    figures.push_back(&domain.passages);
    for (const ShownFigure& figure : domain.voices) figures.push_back(&figure);
    for (const ShownOutcome& outcome : domain.outcomes) figures.push_back(&outcome.youngPeople);
  }
  for (const auto& row : tables.coverage)
    for (const ShownFigure& figure : row) figures.push_back(&figure);
  return figures;
}

}  // namespace

std::size_t Outsider::place(int release, const std::string& figure) const {
  for (std::size_t i = 0; i < guesses_.size(); ++i)
    if (guesses_[i].release == release && guesses_[i].figure == figure) return i;
  std::abort();
}

void Outsider::read(const ShownTables& tables, bool figuresMayBeOld) {
  const int release = releases_++;
  for (const ShownFigure* figure : all(tables)) {
    const std::string& id = figure->id().text;
    Guess guess{release, id, 0, kMany, numberIn(figure->text()) < 0};
    const bool total = id.rfind("passages/", 0) == 0;
    if (!guess.keptBack) {
      const long about = numberIn(figure->text());
      guess.low = std::max(5L, about - (total ? 5 : 2));
      guess.high = about + (total ? 4 : 2);
      const bool old =
          figuresMayBeOld && release > 0 && texts_[place(release - 1, id)] == figure->text();
      if (old) {
        guess.low = 5;
        guess.high = kMany;
      }
    }
    guesses_.push_back(guess);
    texts_.push_back(figure->text());
  }
  addRules(tables, release);
}

void Outsider::addRules(const ShownTables& tables, int release) {
  std::size_t column = 0;
  for (const ShownDomain& domain : tables.domains) {
    const std::size_t total = place(release, domain.passages.id().text);
    Rule voices{{{total, -1}}, 0, 0};
    Rule cells{{{total, -1}}, 0, 0};
    Rule both{{}, 0, 0};  // the two tables against each other, past the rounded total
    for (const ShownFigure& figure : domain.voices) {
      voices.sum.emplace_back(place(release, figure.id().text), 1);
      both.sum.emplace_back(place(release, figure.id().text), 1);
    }
    for (const ShownOutcome& outcome : domain.outcomes) {
      Rule pairs{{{place(release, outcome.youngPeople.id().text), -2}}, 0, kMany};
      for (const auto& row : tables.coverage) {
        const std::size_t cell = place(release, row[column].id().text);
        cells.sum.emplace_back(cell, 1);
        both.sum.emplace_back(cell, -1);
        pairs.sum.emplace_back(cell, 1);
      }
      rules_.push_back(pairs);
      ++column;
    }
    rules_.push_back(voices);
    rules_.push_back(cells);
    rules_.push_back(both);
  }
}

void Outsider::nothingLeft() {
  for (std::size_t i = 0; i < guesses_.size(); ++i)
    if (guesses_[i].release == releases_ - 1)
      rules_.push_back({{{i, 1}, {place(releases_ - 2, guesses_[i].figure), -1}}, 0, kMany});
}

std::vector<Outsider::Guess> Outsider::conclude() const {
  std::vector<Guess> found = guesses_;
  const auto lowOf = [&](const std::pair<std::size_t, long>& term) {
    return term.second * (term.second > 0 ? found[term.first].low : found[term.first].high);
  };
  const auto highOf = [&](const std::pair<std::size_t, long>& term) {
    return term.second * (term.second > 0 ? found[term.first].high : found[term.first].low);
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (const Rule& rule : rules_) {
      for (const auto& term : rule.sum) {
        long othersLow = 0;
        long othersHigh = 0;
        for (const auto& other : rule.sum) {
          if (other.first == term.first) continue;
          othersLow += lowOf(other);
          othersHigh += highOf(other);
        }
        // least - othersHigh <= coefficient * x <= most - othersLow; try each bound by stepping.
        Guess& x = found[term.first];
        const auto fits = [&](long value) {
          return term.second * value <= rule.most - othersLow &&
                 term.second * value >= rule.least - othersHigh;
        };
        while (x.high < kMany && x.low <= x.high && !fits(x.high)) --x.high, changed = true;
        while (x.low <= x.high && x.low < 5'000 && !fits(x.low)) ++x.low, changed = true;
        if (x.high >= kMany && term.second > 0 && rule.most - othersLow < kMany / 2) {
          x.high = (rule.most - othersLow) / term.second;
          changed = true;
        }
      }
    }
  }
  return found;
}

}  // namespace syncing::evidence::test
