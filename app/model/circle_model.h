#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/model/circle_held_model.h"
#include "app/model/circle_ports.h"

// What the screens of the groups show before a session runs. While it runs: circle_live_model.h.

namespace app::model {

enum class CirclePage : std::uint8_t { Home, Plan, Lobby, Live, Moment, Record, Formats, Making };

struct CircleLiveModel;  // circle_live_model.h
struct MomentModel;
struct FormatsModel;  // circle_formats_model.h

/// Somebody in the room, or expected.
struct CirclePerson {
  session::Member number = 0;
  std::string initials;
  std::string name;    ///< "Gethin (you)"
  std::string state;   ///< "writing", "Not yet"; may be empty
  std::string spoken;  ///< "Sheila, ready"
  bool phone = false;
  bool here = true;
  bool strong = false;  ///< ready, or speaking
  bool agreed = false;
};
struct CircleChoice {
  std::string key;
  std::string label;
};

/// A format that a session can be planned from.
struct FormatRow {
  std::string code;
  std::string name;
  std::string detail;   ///< "75 minutes, seven rounds"
  std::string purpose;  ///< a sentence
};
struct CircleHomeModel {
  std::string planTitle;  ///< of the session that is planned; empty: none is
  std::string planDetail;
  std::vector<FormatRow> formats;
  HeldListModel held;
  std::string joinNotYet;
  std::string trouble;    ///< why the room was not entered
  std::string leftTitle;  ///< of a room that was not left; empty: there is none
  std::string leftDetail;
  bool entering = false;
};

struct PlanRoundRow {
  std::uint64_t key = 0;
  std::string name;
  std::string body;     ///< its first prompt
  std::string minutes;  ///< "7 min"
  float share = 0;      ///< of the bar
  std::string spoken;   ///< "Silent writing, 7 minutes"
  bool first = false;
  bool last = false;
  bool least = false;  ///< no fewer minutes
  bool most = false;
};
struct OldActionRow {
  std::string text;
  std::string detail;  ///< "Imani, by 29 January"
};
struct CirclePlanModel {
  bool entering = false;
  std::string trouble;      ///< why the room was not opened
  std::string total;        ///< "42"
  std::string ofMinutes;    ///< "of 45 minutes"
  std::string overOrUnder;  ///< "3 minutes to spare"; empty: it fits exactly
  bool over = false;
  float spare = 0;  ///< share of the bar that is left
  std::vector<PlanRoundRow> rounds;
  std::vector<CircleChoice> formats;
  std::string format;  ///< code of the one in use
  std::string question;
  bool editingQuestion = false;
  std::vector<CircleChoice> questions;
  session::Naming naming = session::Naming::Named;
  int presenters = 0;
  std::vector<std::string> people;
  std::vector<OldActionRow> actions;
  std::vector<std::string> agreement;
  std::vector<CircleChoice> kinds;  ///< of rounds that can be added
  std::vector<CircleChoice> hosts;
  std::string hostDetail;
  std::string openNotYet;
  std::string dateProblem;
  std::optional<std::uint64_t> editing;  ///< the round whose words are changed
  bool editingTurns = false;             ///< it has turns
};

struct PresenterRow {
  int place = 0;        ///< from 1
  std::string label;    ///< "Presents first"
  std::string present;  ///< key of who does
};
struct CircleLobbyModel {
  std::string title;
  std::string detail;  ///< "Today, 12:30. Half-term round, 75 minutes."
  std::string arriving;
  std::string question;
  std::vector<PlanRoundRow> rounds;
  std::string total;
  std::string code;  ///< "heron fiddle amber stone"
  std::string address;
  QrModules qr;
  std::string roomCount;  ///< "7 of 9"
  std::vector<CirclePerson> people;
  bool alone = false;
  std::vector<std::string> agreement;
  std::vector<OldActionRow> actions;
  std::string naming;  ///< what stands beside one's words
  bool agreed = false;
  bool mayAgree = false;
  bool facilitates = false;
  std::string beginNotYet;
  bool doorOpen = true;
  std::vector<PresenterRow> presenters;
  std::vector<CircleChoice> members;  ///< who may present; key: the number
  std::string link;                   ///< that the connection is away; empty: it is here
  bool mayBring = false;              ///< a moment, before it begins
  bool large = false;                 ///< the code alone, for the whole room to see
};

struct CircleModel {
  CirclePage page = CirclePage::Home;
  CircleHomeModel home;
  CirclePlanModel plan;
  CircleLobbyModel lobby;
  std::shared_ptr<const CircleLiveModel> live;    ///< on CirclePage::Live
  std::shared_ptr<const MomentModel> moment;      ///< on CirclePage::Moment
  std::shared_ptr<const HeldRecordModel> record;  ///< on CirclePage::Record
  std::shared_ptr<const FormatsModel> formats;    ///< on CirclePage::Formats and Making
  bool wholeWindow = false;                       ///< a session runs: no sidebar
};

}  // namespace app::model
