#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "journal/domain/case_study.h"

namespace app::model {

/// The screens behind the sidebar.
enum class Place : std::uint8_t {
  Write,
  Journal,
  YoungPeople,
  Groups,
  CaseStudies,
  Review,
  Evidence,
  Settings
};

/// Every place, in the sidebar's order.
inline constexpr Place kAllPlaces[] = {Place::Write,    Place::Journal,     Place::YoungPeople,
                                       Place::Groups,   Place::CaseStudies, Place::Review,
                                       Place::Evidence, Place::Settings};

/// Whose laptop this is. Not secret: the unlock screen greets by first name.
struct Person {
  std::string name;
  journal::Role role = journal::Role::Tutor;
  std::string service;
  friend bool operator==(const Person&, const Person&) = default;
};

/// Review belongs to those who decide, Evidence to managers (product.md, "The people").
bool mayVisit(Place place, journal::Role role);

/// Laptop: like the desktop it runs on, light where that cannot be asked.
enum class ThemeChoice : std::uint8_t { Light, Dark, HighContrast, Laptop };

/// What a person chose about how things look.
struct Preferences {
  ThemeChoice theme = ThemeChoice::Light;
  int textPercent = 100;        ///< 80 to 200 in steps of 10
  bool still = false;           ///< no movement
  bool easyLetters = false;     ///< Andika in place of Gentium
  bool thickFocus = false;      ///< 3 px focus outline
  bool speak = false;           ///< what has the keyboard and what happens is said aloud
  bool spelling = true;         ///< misspelt words are marked
  bool entryPlaces = false;     ///< "Where has this entry been?" stands beside what is written
  int lockAfterMinutes = 10;    ///< of doing nothing; 0: never by itself
  std::int32_t quietUntil = 0;  ///< day number until which no earlier reflection is brought back
  int paidMinutes = 0;          ///< of reflection after a lesson; 0: none is paid
  std::map<std::string, int> paidSeconds;  ///< counted, by month: "2026-01"
  friend bool operator==(const Preferences&, const Preferences&) = default;
};

}  // namespace app::model
