#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/transport/folder_link.h"
#include "tests/journal/vault/temporary_folder.h"

namespace syncing::tests {

class MapMemory final : public FolderMemory {
 public:
  journal::Result<std::optional<std::string>> recall(std::string_view key) override {
    const auto found = kept.find(std::string(key));
    return found == kept.end() ? std::nullopt : std::optional(found->second);
  }
  journal::Result<void> keep(std::string_view key, std::string_view value) override {
    kept[std::string(key)] = std::string(value);
    ++writes;
    return {};
  }
  std::map<std::string, std::string> kept;
  int writes = 0;
};

class FolderClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override { return time; }
  std::chrono::minutes utcOffset(journal::UtcTime) const override { return {}; }
  journal::UtcTime time{std::chrono::milliseconds{1'790'000'000'000}};
};

/// A device that seals runs, as far as a folder can tell.
class Author {
 public:
  Author(wire::VaultId vault, journal::SeededRandom& random)
      : vault_(vault), device_(wire::DeviceId::random(random)), random_(random) {
    journal::crypto::Secret seed;
    random.fill(seed.writable());
    key_ =
        std::make_unique<journal::crypto::SigningKey>(journal::crypto::SigningKey::fromSeed(seed));
    marks_.push_back({});
  }
  wire::DeviceId device() const { return device_; }
  wire::PublicKey key() const { return key_->publicKey(); }

  /// The next `count` entries.
  wire::Segment next(std::uint64_t count, std::size_t bytes = 300) {
    const std::uint64_t first = marks_.size();
    for (std::uint64_t i = 0; i < count; ++i) random_.fill(marks_.emplace_back());
    return seal(first, first + count - 1, bytes);
  }
  /// Entries that exist already, sealed (again).
  wire::Segment seal(std::uint64_t first, std::uint64_t last, std::size_t bytes = 300,
                     std::uint32_t erased = 0) {
    wire::Segment segment;
    segment.vault = vault_;
    segment.author = segment.sealedBy = device_;
    segment.first = first;
    segment.last = last;
    segment.before = marks_[first - 1];
    segment.after = marks_[last];
    segment.erased = erased;
    segment.epoch = wire::EpochId::random(random_);
    segment.sealed.resize(bytes);
    for (char& c : segment.sealed) c = static_cast<char>(random_.next());
    return signedNow(std::move(segment));
  }
  wire::Segment signedNow(wire::Segment segment) {
    const std::string covered = wire::signedPart(segment);
    segment.signature = key_->sign(journal::crypto::bytesOf(covered));
    return segment;
  }
  wire::Head head() const { return {device_, marks_.size() - 1, marks_.back()}; }
  /// A copy of the vault, with the same identity, that goes on by itself.
  Author copy() const {
    Author same(vault_, random_);
    same.device_ = device_;
    same.key_ = std::make_unique<journal::crypto::SigningKey>(
        journal::crypto::SigningKey::fromSeed(key_->seed()));
    same.marks_ = marks_;
    return same;
  }

 private:
  wire::VaultId vault_;
  wire::DeviceId device_;
  journal::SeededRandom& random_;
  std::unique_ptr<journal::crypto::SigningKey> key_;
  std::vector<wire::Mark> marks_;
};

/// One laptop's view of a folder: its link and what it remembers.
struct Reader {
  FolderLink& link() { return *opened; }
  std::vector<wire::Segment> pullAll() {
    std::vector<wire::Segment> segments;
    for (bool more = true; more;) {
      wire::Pulled pulled = opened->pull(cursor, 64 * 1024).value();
      for (wire::Numbered& one : pulled.segments) segments.push_back(std::move(one.segment));
      cursor = pulled.next;
      more = pulled.more;
    }
    return segments;
  }
  std::unique_ptr<MapMemory> memory = std::make_unique<MapMemory>();
  std::unique_ptr<FolderLink> opened;
  std::uint64_t cursor = 0;
};

struct FolderWorld {
  explicit FolderWorld(std::uint64_t seed) : random(seed), vault(wire::VaultId::random(random)) {}

  void start(Reader& reader) { start(reader, root.path()); }
  void start(Reader& reader, const std::filesystem::path& folder) {
    reader.opened = std::make_unique<FolderLink>(
        FolderLink::open({folder, vault,
                          [this](wire::DeviceId device) -> std::optional<wire::PublicKey> {
                            const auto found = keys.find(device);
                            if (found == keys.end()) return std::nullopt;
                            return found->second;
                          }},
                         *reader.memory, clock, random)
            .value());
  }
  Reader reader() {
    Reader made;
    start(made);
    return made;
  }
  Author author() {
    Author made(vault, random);
    keys[made.device()] = made.key();
    return made;
  }
  std::filesystem::path ours() const { return root.path() / "afternote" / vault.hex(); }
  std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(ours(), error)) {
      found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
  }
  void put(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(ours());
    std::ofstream(ours() / name, std::ios::binary) << bytes;
  }
  static std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  journal::SeededRandom random;
  wire::VaultId vault;
  journal::TemporaryFolder root;
  FolderClock clock;
  std::map<wire::DeviceId, wire::PublicKey> keys;
};

}  // namespace syncing::tests
