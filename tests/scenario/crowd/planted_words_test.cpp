// Words planted in a journal that is synchronised are nowhere at the hub: not in its files, its
// log, its memory, nor in what goes over the network or, with the TLS taken off, in any request or
// answer. What a device would send unsealed is found in each of these places, so the search works.
#include <gtest/gtest.h>

#include "app/devices/places.h"
#include "sync/replica/replica.h"
#include "tests/app/hub/hub_caller.h"
#include "tests/journal/service/journal_support.h"
#include "tests/scenario/crowd/what_is_there.h"
#include "tests/support/added_device.h"
#include "tests/support/forwarding_proxy.h"
#include "tests/support/postgres_server.h"

namespace crowd {
namespace {

namespace fs = std::filesystem;
using app::hub::test::HubCaller;
using app::hub::test::HubFolder;
using app::hub::test::HubProcess;
using app::hub::test::Outcome;
using app::hub::test::runHub;
using journal::service::LocalJournal;
using syncing::transport::ChannelRequest;
using syncing::transport::ChannelResponse;

/// Keeps what is said inside the TLS.
class KeepingChannel final : public syncing::transport::Channel {
 public:
  explicit KeepingChannel(std::shared_ptr<Channel> inner) : inner_(std::move(inner)) {}
  journal::Result<ChannelResponse> exchange(const ChannelRequest& request) override {
    said += request.target + request.authorization + request.body;
    auto answer = inner_->exchange(request);
    if (answer.ok()) said += answer->body;
    return answer;
  }
  std::string said;

 private:
  std::shared_ptr<Channel> inner_;
};

class PlantedWords : public testing::TestWithParam<const char*>, public HubCaller {
 protected:
  bool isSqlite() const { return std::string(GetParam()) == "Sqlite"; }
  std::unique_ptr<LocalJournal> journalAt(const char* name) {
    auto made = LocalJournal::create(folder.path() / name,
                                     journal::crypto::SecretString("five plain words"),
                                     {clock, random, journal::crypto::KdfPreset::Fast});
    EXPECT_TRUE(made.ok());
    return std::move(made->journal);
  }
  std::unique_ptr<syncing::wire::HubLink> linkOf(LocalJournal& journal,
                                                 const syncing::wire::VaultId& vault) {
    return syncing::transport::httpsLink(
        kept,
        {journal.self().device, service,
         std::make_shared<const journal::crypto::SigningKey>(journal.signingKey())},
        vault, clock, random);
  }
  void write(LocalJournal& journal) {
    journal::service::PutName name;
    name.name.id = journal::NameId::random(random);
    name.name.realName = "Marlowe Quince";
    name.name.codeName = "Wren of Eastby";
    ASSERT_TRUE(journal.apply(name).ok());
    journal::service::WriteReflection op;
    op.reflection.id = journal::ReflectionId::random(random);
    op.reflection.lesson.date = journal::dateFromDayNumber(20700);
    op.reflection.text = "Zebrafinch-quixotic sang, set back by the rain, said Marlowe Quince.";
    ASSERT_TRUE(journal.apply(op).ok());
    ASSERT_TRUE(journal
                    .apply(journal::service::EditText{op.reflection.id,
                                                      op.reflection.text + " Marrowfat harmonium."})
                    .ok());
    written = op.reflection.id;
  }
  /// A journal up from one device and down to another, through everything there is.
  void synchroniseTwo() {
    const auto first = journalAt("first");
    const auto channel = kept;
    const auto in = syncing::transport::enrol(*channel, invitation.code, first->self().device,
                                              first->signingKey(), clock, random);
    ASSERT_TRUE(in.ok());
    service = in->service;
    ASSERT_TRUE(syncing::beginHere(*first, clock, random, "Wolfgang's laptop").ok());
    const auto link = linkOf(*first, *app::syncedVault(*first));
    syncing::Replica replica({*first, *link, clock, random, "hub"});
    ASSERT_TRUE(replica.begin("Wolfgang's laptop").ok());
    write(*first);
    ASSERT_TRUE(replica.sync().ok());
    const auto second = journalAt("second");
    ASSERT_TRUE(tests::addWithoutLetters(*first, *second, *link, random).ok());
    const auto other = linkOf(*second, *app::syncedVault(*first));
    ASSERT_TRUE(syncing::Replica({*second, *other, clock, random, "hub"}).sync().ok());
    EXPECT_TRUE(isIn(second->reflection(written)->text, needles.front()));
    EXPECT_TRUE(isIn(memoryOf(getpid()), needles.front()));
  }
  /// A run of entries that a device forgot to seal.
  void sendUnsealed(std::uint16_t port) {
    const Outcome made = runHub({"invite", "--config", at.config.string(), "--role", "tutor"});
    invitation = app::hub::test::invitationIn(made.out);
    enrolAndFound(port);
    syncing::wire::Segment open = laptop.segment(1, 1);
    open.sealed = control;
    laptop.sign(open);
    const auto plain =
        syncing::transport::httpsLink(kept,
                                      {laptop.id, service,
                                       std::shared_ptr<const journal::crypto::SigningKey>(
                                           std::shared_ptr<void>(), &laptop.signing())},
                                      laptop.vault, clock, random);
    ASSERT_TRUE(plain->push({open}).ok());
  }

  const std::vector<std::string> needles = {"Zebrafinch-quixotic",
                                            "set back by the rain",
                                            "Marrowfat harmonium",
                                            "Wolfgang's laptop",
                                            "Marlowe",
                                            "Wren of Eastby",
                                            "five plain words"};
  const std::string control = "Unsealed control sentence of a device that forgot.";
  journal::service::TempFolder folder;
  HubFolder at{isSqlite() ? "" : tests::PostgresServer::instance().freshSchema()};
  tests::ForwardingProxy proxy;
  std::shared_ptr<KeepingChannel> kept;
  journal::ReflectionId written;
};
INSTANTIATE_TEST_SUITE_P(Backends, PlantedWords, testing::Values("Sqlite", "Postgresql"),
                         [](const auto& one) { return std::string(one.param); });

TEST_P(PlantedWords, AreNowhereAtTheHubOrOnTheWay) {
  init(at);
  HubProcess hub(at.config, {{"AFTERNOTE_TESTING_READABLE_MEMORY", "1"}});
  std::uint16_t way = 0;
  proxy.listen(tests::listenOnLoopback(way), 0);
  proxy.setTarget(hub.port());
  proxy.capture();
  kept = std::make_shared<KeepingChannel>(channelTo(way));
  synchroniseTwo();
  sendUnsealed(hub.port());
  const std::string memory = memoryOf(hub.id());
  hub.signal(SIGUSR1);  // a backup is refused here, and says so in the log
  hub.waitFor("backup-failed");
  const std::string files =
      filesBelow(at.folder / "hub") +
      (isSqlite() ? "" : filesBelow(tests::PostgresServer::instance().filesOnDisk()));
  hub.stop();
  hub.waitFor("stopping");

  for (const std::string& words : needles) {
    EXPECT_FALSE(isIn(memory, words)) << words;
    EXPECT_FALSE(isIn(files, words)) << words;
    EXPECT_FALSE(isIn(hub.log(), words)) << words;
    EXPECT_FALSE(isIn(proxy.captured(), words)) << words;
    EXPECT_FALSE(isIn(kept->said, words)) << words;
  }
  EXPECT_FALSE(isIn(hub.log(), control));
  EXPECT_FALSE(isIn(proxy.captured(), control));
  // The search finds what is there.
  EXPECT_GT(proxy.captured().size(), 2000U);
  EXPECT_GT(hub.log().size(), 100U);
  EXPECT_TRUE(isIn(kept->said, control));
  EXPECT_TRUE(isIn(memory, control));
  EXPECT_EQ(isIn(files, control), !isSqlite()) << "a store of its own is encrypted, besides";
}

}  // namespace
}  // namespace crowd
