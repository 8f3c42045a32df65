#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "journal/domain/ids.h"

// Settings, Devices: what it shows, what is typed into it, what is asked of it.

namespace app::model {

/// One device of the journal.
struct DeviceLine {
  journal::DeviceId id;
  std::string name;
  std::string detail;  ///< "Last heard from on Tuesday 20 January, 09:20"
  bool isThis = false;
  bool isPaper = false;  ///< the recovery key
  bool canRemove = false;
  std::string removal;  ///< what would be lost, while it is asked; empty: it is not
};
/// A hub or folder that the journal is synchronised with.
struct PlaceLine {
  std::string name;
  std::string detail;  ///< "Holds everything, 16:05"
  bool isFolder = false;
};

enum class DevicesPage : std::uint8_t {
  List,
  Hub,
  Folder,
  Passphrase,
  Adding,
  Joining,
  ListKey,   ///< the recovery key is put on the list
  ComeBack,  ///< a journal is brought back by it
};

/// Adding a device, on either of the two.
struct PairingModel {
  std::vector<std::string> steps;  ///< names under the stave
  std::size_t currentStep = 0;     ///< of `steps`
  std::vector<std::string> code;   ///< four groups of four; on the old device
  bool codeUsed = false;
  std::string codeLine;            ///< "Works until 16:18, and once."
  std::string address;             ///< of the hub, to be typed on the new device
  std::vector<std::string> words;  ///< six, once both devices show them
  std::string newcomer;            ///< what the new device calls itself
  bool canAgree = false;
  std::string line;     ///< what is waited for, or what came of it
  std::string problem;  ///< why it was stopped
  bool over = false;
};

struct DevicesModel {
  bool available = false;      ///< there is a way to other devices in this program
  bool shared = false;         ///< the journal is synchronised with something
  bool keyListed = false;      ///< its recovery key brings it back when every device is lost
  std::string journalAddress;  ///< to be kept with the recovery key; empty: by a folder
  DevicesPage page = DevicesPage::List;
  std::vector<DeviceLine> devices;
  std::vector<PlaceLine> places;
  std::string status;  ///< one sentence: is everything safe elsewhere?
  bool syncing = false;
  float fraction = -1;   ///< of what is synchronised; -1: not known
  std::string progress;  ///< "1,200 of 8,000 changes"
  std::vector<std::string> remarks;
  std::string trouble;  ///< why a place was not reached
  std::string addNotYet;
  bool working = false;
  std::string problem;  ///< of the page shown
  std::string notYet;   ///< why its button cannot be pressed
  bool hasHub = false;
  bool hasFolder = false;
  PairingModel pairing;
};

/// A device that joined in the last seven days, until somebody has seen to it here.
struct NewDeviceNotice {
  journal::DeviceId device;
  std::string words;  ///< "School desktop was added to your journal on 20 January."
};

struct DevicesUi {
  std::string deviceName;
  std::string invitation;
  std::string folder;
  std::string passphrase;
  bool shown = false;
  std::string code;
  std::string where;  ///< a hub's address, or a folder
  std::string recoveryKey;
  bool recoveryShown = false;
};

struct SyncNow {};
struct ShowDevicesPage {
  DevicesPage page = DevicesPage::List;
};
struct JoinHub {};
struct UseFolder {};
struct LeaveFolder {};
struct AddDevice {};        ///< with the passphrase that was typed
struct JoinJournal {};      ///< with the code and place that were typed
struct ListRecoveryKey {};  ///< with the key that was typed
struct ComeBack {};         ///< with the key, place and name that were typed
struct WordsMatch {};
struct StopPairing {};  ///< they differ, or the person gave up
struct AskRemoval {
  journal::DeviceId device;
};
struct RemoveDevice {
  journal::DeviceId device;
};
struct KeepDevice {};
struct DismissNewDevice {
  journal::DeviceId device;
};
struct SeeDevices {};  ///< go to the page
using DevicesIntent =
    std::variant<SyncNow, ShowDevicesPage, JoinHub, UseFolder, LeaveFolder, AddDevice, JoinJournal,
                 ListRecoveryKey, ComeBack, WordsMatch, StopPairing, AskRemoval, RemoveDevice,
                 KeepDevice, DismissNewDevice, SeeDevices>;

}  // namespace app::model
