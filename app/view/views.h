#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "app/model/app_state.h"
#include "app/model/intent.h"
#include "app/ui/editor_state.h"
#include "app/ui/layout.h"

// Draw functions, one a screen: each reads a model, may change its ui state, and appends what the
// person asked for to `intents`. Never blocks; called every frame on the UI thread.

namespace app::view {

/// A text of the ui state in the kit's editor, with its undo.
struct EditorBuffer {
  ui::EditorState editor;
  std::uint64_t loads = 0;
  std::uint64_t refreshes = 0;

  /// Takes in what the model put there since the last frame. True when it is another text.
  bool pull(const model::EditedText& words);
  /// Gives back what was typed. Call after the editor was drawn.
  void push(model::EditedText& words) const;
};

/// "@" was typed: who or where is meant.
struct MentionMenu {
  std::size_t at = 0;  ///< byte of the "@"
  std::size_t chosen = 0;
};

/// The letters and digits typed into the tag panel: P 4 1, then 4.
struct TagKeys {
  int domain = -1;       ///< a letter was typed: an outcome's digit comes next
  bool outcome = false;  ///< an indicator's digit comes next
};

/// What the views keep between frames that is of no concern to the model.
struct ViewState {
  EditorBuffer words;
  std::map<std::string, EditorBuffer> claims;  ///< by hex id
  ui::EditorState reviewNote;
  std::array<EditorBuffer, 5> sheet;  ///< the long fields of the handover sheet
  std::array<EditorBuffer, 5> plan;   ///< the long fields of a learning plan
  std::string worried;                ///< page of the card drawn in the last frame
  std::optional<MentionMenu> mention;
  std::optional<TagKeys> tagKeys;  ///< set while the tag panel is open
  bool lessonForm = false;         ///< drawn in the last frame
  std::uint64_t taught = 0;        ///< ShellModel::wordsRevision of what the spelling knows
  std::size_t taughtWords = 0;
  std::string removing;   ///< hex id of the device whose removal was asked about
  std::string keeping;    ///< page or question of Your data drawn in the last frame
  EditorBuffer learning;  ///< a tutor's own wording of what they learned
  EditorBuffer silent;    ///< silent writing of a group's session
  EditorBuffer moment;    ///< the entry a moment is chosen from
  std::string held;       ///< page of a held session's record drawn in the last frame
  std::string carried;    ///< hex id of the card that is being moved
  int pairing = -1;       ///< 2: the six words were being compared, in the last frame
  std::string screen;     ///< drawn in the last frame, to give a new one its first focus
  std::string message;    ///< at the foot of the window
  double messageSince = 0;
  double now = 0;
  bool unlocked = false;  ///< in the last frame

  /// Overwrites every buffer; the journal is locked.
  void wipe();
};

/// The whole window.
void drawRoot(const model::Models& models, model::UiState& state, ViewState& view,
              model::Intents& intents);
/// How long until a message puts itself away; nullopt when none does.
std::optional<double> messageLeft(const model::Models& models, const ViewState& view);

struct Frame {
  const ui::ShellMetrics& metrics;
  ViewState& view;
  model::Intents& intents;
  bool entered = false;  ///< this screen was not drawn in the last frame
};

void drawUnlock(const model::UnlockModel& model, model::UnlockUi& state, const Frame& frame);
void drawFirstRun(const model::FirstRunModel& model, model::FirstRunUi& state, const Frame& frame);
void drawWrite(const model::WriteModel& model, model::WriteUi& state, const Frame& frame);
void drawTagPanel(const model::TagPanelModel& model,
                  const std::vector<model::NameChoice>& youngPeople, ui::Rect rect,
                  const Frame& frame);
/// Heights of what stands above and below the words on a page this wide, in effective pixels; 0:
/// nothing does. `most`: both together; what is longer scrolls.
struct AsideHeights {
  float above = 0;
  float below = 0;
};
AsideHeights asideHeights(const model::AsideModel& model, float width, float most);
/// What was meant last time.
void drawIntentions(const std::vector<model::IntentionLine>& lines, ui::Rect rect,
                    const Frame& frame);
/// One quiet line at a time: about safeguarding, else what was meant for somebody just mentioned,
/// else a word that looks like a name.
void drawQuietLine(const model::AsideModel& model, ui::Rect rect, const Frame& frame);
/// How wide the timer of the footer is; 0 when no time is paid.
float paidTimeWidth(const model::PaidTimeModel& model, bool withBar);
void drawPaidTime(const model::PaidTimeModel& model, bool withBar, const Frame& frame);
/// Height of the line that says what is attached; 0: nothing is.
float attachedHeight(const model::AttachedModel& model);
void drawAttachedLine(const model::AttachedModel& model, ui::Rect rect, const Frame& frame);
void drawAttachedSheet(const model::AttachedModel& model, model::AttachedUi& state,
                       const Frame& frame);
void drawLessonForm(const model::LessonFormModel& model, model::LessonUi& state,
                    const Frame& frame);
void drawNewPerson(const model::WriteModel& model, model::NewPersonUi& state, const Frame& frame);
void drawJournal(const model::JournalModel& model, model::JournalUi& state, const Frame& frame);
void drawSeen(const model::SeenModel& model, const Frame& frame);
void drawDifferences(const model::DifferencesModel& model, const Frame& frame);
void drawYoungPeople(const model::YoungPeopleModel& model, model::PeopleUi& state,
                     const Frame& frame);
void drawGroups(const model::CircleModel& model, model::CircleUi& state, const Frame& frame);
void drawCaseStudies(const model::CaseStudyModel& model, model::CaseStudyUi& state,
                     const Frame& frame);
void drawCaseStudyPage(const model::CaseStudyModel& model, model::CaseStudyUi& state,
                       const Frame& frame);
void drawPreview(const model::PreviewModel& model, const Frame& frame);
void drawReview(const model::ReviewModel& model, model::ReviewUi& state, const Frame& frame);
void drawEvidence(const model::EvidenceModel& model, const Frame& frame);
void drawSettings(const model::SettingsModel& model, const model::ShellModel& shell,
                  model::UiState& state, const Frame& frame);
void drawFind(const model::FindModel& model, model::FindUi& state, model::Intents& intents);
void drawShortcuts(const model::ShortcutsModel& model, model::Intents& intents);
/// `screen` is the title of the page that is saved.
void drawReadingCopy(const model::ReadingCopyModel& model, model::ReadingCopyUi& state,
                     std::string_view screen, model::Intents& intents);
void drawWorried(const model::WorriedModel& model, model::WorriedUi& state, bool unlocked,
                 ViewState& view, model::Intents& intents);
/// Who was spoken to, and when; inside the card.
void drawSpoken(const model::WorriedModel& model, model::WorriedUi& state, model::Intents& intents);
/// The entries on hold, and one of them to read; inside the card. `roles`: who may have received
/// it.
void drawHeldList(const model::HeldModel& model, model::Intents& intents);
void drawHeldPage(const model::HeldPage& page, const std::vector<std::string>& roles,
                  model::HeldUi& state, model::Intents& intents);
/// The handover sheet, inside the card.
void drawHandover(const model::WorriedModel& model, model::HandoverUi& state, bool unlocked,
                  ViewState& view, model::Intents& intents);

}  // namespace app::view
