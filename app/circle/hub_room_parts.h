#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/circle/hub_room.h"
#include "app/circle/local_hub.h"
#include "app/circle/room_book.h"
#include "app/circle/room_record.h"

// Private to this folder: hub_room.cpp has the way in and what is said, hub_room_back.cpp the way
// back.

namespace app::circle {

/// Of the steady clock that rooms are followed by.
std::int64_t steadyMs();

class HubRoom final : public model::CircleRoom {
 public:
  explicit HubRoom(RoomNeeds needs) : needs_(std::move(needs)), worker_([this] { work(); }) {}
  ~HubRoom() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
      jobs_.clear();
    }
    changed_.notify_all();
    worker_.join();
  }

  std::vector<model::CircleHost> hosts() override;
  void open(const model::CirclePlan& plan, const std::string& yourName,
            const std::string& host) override;
  void join(const std::string& code, const std::string& yourName,
            journal::session::Standing standing) override;
  void send(journal::session::Event event, const model::CardWords& words) override;
  void handIn(int round, const std::vector<model::CardWords>& moments) override;
  void handIn(int round, const model::CircleBallot& dots) override;
  void recall(journal::session::CardId card) override;
  void leave() override;
  void drop() override;
  void look() override;
  std::optional<model::CircleLeft> takeLeft() override;
  void goBack() override;
  void needNotComeBack() override;
  void note(const model::CircleNotes& notes) override;
  bool settled() override;
  std::optional<model::CircleSeen> poll() override;
  std::vector<model::CircleRefusal> refusals() override;

 private:
  void work();
  void post(std::function<void()> job);
  /// `shelf`: where it is kept; null: nowhere.
  void enter(RoomRecord record, std::uint64_t visit, std::shared_ptr<Shelf> shelf);
  /// Enters a room that was not entered before.
  void take(std::unique_ptr<syncing::room::RoomClient> client, std::shared_ptr<RoomBook> book,
            const RoomRecord& record);
  void notEntered(const journal::Error& error, RoomBook& book, RoomRecord record,
                  std::uint64_t visit);
  void giveBack(const RoomRecord& record);
  void enterNew(journal::Result<RoomRecord> record, std::uint64_t visit);
  void comeBackTo(RoomRecord record, std::uint64_t visit);
  std::shared_ptr<Shelf> openShelf() const;
  journal::Result<void> startHub();
  void stand(RoomRecord& entry) const;
  /// Out of the room; one that can be gone back to stays so.
  void letGo();
  void keepLater(std::function<void()> work);
  void forgetOn(const std::shared_ptr<RoomBook>& book);
  /// Leaves whatever room there is, for the next one; which visit that is.
  std::uint64_t beginEntering();
  journal::Result<RoomRecord> entryOf(const std::string& typed, const std::string& yourName,
                                      journal::session::Standing standing);
  journal::Result<RoomRecord> openedHere(const model::CirclePlan& plan,
                                         const std::string& yourName);
  journal::Result<RoomRecord> openedAtService(const model::CirclePlan& plan,
                                              const std::string& yourName);
  syncing::wire::RoomOpening openingOf(const model::CirclePlan& plan,
                                       const syncing::room::RoomKey& key, const RoomRecord& entry);
  void refuse(const journal::Error& error);
  std::string newToken();
  /// Asks the journal's thread whether there is a hub, once at a time; hosts() knows it afterwards.
  void lookForService();
  model::CircleSeen seenOf(const syncing::room::RoomSeen& seen) const;

  RoomNeeds needs_;
  std::unique_ptr<LocalHub> hub_;  // the worker's
  std::atomic<bool> serviceThere_{false};
  std::atomic<bool> looking_{false};

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;  // guarded by mutex_, as all below
  bool ending_ = false;
  std::unique_ptr<syncing::room::RoomClient> client_;
  std::shared_ptr<RoomBook> book_;  ///< of the room that one is in
  std::optional<RoomRecord> left_;  ///< what look() found
  bool leftIsNew_ = false;
  std::size_t notesUnderWay_ = 0;
  std::string code_;
  std::string address_;
  model::QrModules qr_;
  model::RoomLink link_ = model::RoomLink::Closed;
  bool linkIsNew_ = false;
  bool toldEnd_ = false;
  std::uint64_t visit_ = 0;  ///< which room is wanted: one that is entered too late is left again
  std::shared_ptr<const syncing::room::RoomSeen> lastSeen_;
  std::vector<model::CircleRefusal> refusals_;
  std::thread worker_;
};

}  // namespace app::circle
