#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/paint/pixels.h"
#include "journal/domain/ids.h"

// Pictures and recordings of the entry being written: a line under the words, and a sheet that
// opens from it.

namespace app::model {

struct AttachedRow {
  journal::AttachmentId id;
  std::string name;    ///< what the file was called
  std::string detail;  ///< "Picture, 240 KB, added 22 January"
  bool picture = false;
  bool canLook = false;                        ///< of a kind that is decoded
  std::shared_ptr<const paint::Pixels> small;  ///< once it is decoded
};

/// One picture, as large as the window has room for.
struct AttachedLook {
  journal::AttachmentId id;
  std::string name;
  std::string detail;
  std::shared_ptr<const paint::Pixels> picture;  ///< once it is decoded
  std::string problem;                           ///< why it cannot be shown
};

enum class AttachedWork : std::uint8_t { None, Reading, Keeping, Saving };
enum class AttachedQuestion : std::uint8_t { None, SaveCopy, Remove };

struct AttachedModel {
  std::vector<AttachedRow> rows;  ///< oldest first
  std::string line;               ///< "2 pictures and 1 recording"; empty: nothing is attached
  std::string names;              ///< of all of them, with kind and size, for the same line
  bool open = false;              ///< the sheet
  AttachedWork work = AttachedWork::None;
  float fraction = -1;  ///< of what is being read; below 0: not known
  std::string addNotYet;
  std::string changeNotYet;  ///< why nothing can be added or removed; empty: it can
  std::string problem;       ///< with the file that was to be added
  std::string said;          ///< what was done last
  AttachedQuestion question = AttachedQuestion::None;
  journal::AttachmentId about;  ///< the one the question is about
  std::string warning;          ///< to be read before a copy is made
  std::string saveProblem;
  std::string saveNotYet;
  std::optional<AttachedLook> look;
};

struct OpenAttached {};
struct CloseAttached {};
struct AddAttached {};  ///< the file whose path was typed
struct AskSaveAttached {
  journal::AttachmentId attachment;
};
struct SaveAttached {};  ///< the one asked about, to the path that was typed
struct AskRemoveAttached {
  journal::AttachmentId attachment;
};
struct RemoveAttached {};  ///< the one asked about
struct LeaveAttachedQuestion {};
struct LookAtAttached {
  journal::AttachmentId attachment;
};
struct LeaveLook {};
using AttachedIntent = std::variant<OpenAttached, CloseAttached, AddAttached, AskSaveAttached,
                                    SaveAttached, AskRemoveAttached, RemoveAttached,
                                    LeaveAttachedQuestion, LookAtAttached, LeaveLook>;

}  // namespace app::model
