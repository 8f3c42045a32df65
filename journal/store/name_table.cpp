#include "journal/store/name_table.h"

#include "journal/crypto/envelope.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

std::string sealContext(NameId id) {
  std::string context = "afternote real name 1";
  context.append(reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size());
  return context;
}

}  // namespace

NamePut NameTable::sealedRecord(const KnownName& name) const {
  J_ASSERT(key_ != nullptr);
  NamePut record;
  record.known = name;
  record.known.realName.clear();
  record.known.alsoWritten.clear();
  std::string secret = encodeSecretNames(name);
  const auto sealed =
      crypto::seal(*key_, crypto::bytesOf(secret), crypto::bytesOf(sealContext(name.id)));
  crypto::wipe(secret);
  record.sealedNames.assign(sealed.begin(), sealed.end());
  return record;
}

Result<void> NameTable::put(const NamePut& put, OpPosition madeBy) {
  forget();
  const KnownName& name = put.known;
  J_CHECK(database_
              .query("INSERT INTO known_name (id, made_op, kind, code_name, age_band, "
                     "instrument_family, ask_dsl_first) "
                     "VALUES (:id, :made_op, :kind, :code_name, :age_band, :instrument_family, "
                     ":ask_dsl_first) "
                     "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, "
                     "code_name = excluded.code_name, age_band = excluded.age_band, "
                     "instrument_family = excluded.instrument_family, "
                     "ask_dsl_first = excluded.ask_dsl_first")
              .bind(name.id)
              .bind(madeBy)
              .bind(static_cast<std::int64_t>(name.kind))
              .bind(name.codeName)
              .bind(name.ageBand)
              .bind(name.instrumentFamily)
              .bind(std::int64_t{name.askDslFirst})
              .run());
  return database_
      .query(
          "INSERT INTO real_name (id, sealed) VALUES (:id, :sealed) "
          "ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed")
      .bind(name.id)
      .bind(crypto::bytesOf(put.sealedNames))
      .run();
}

Result<std::optional<OpPosition>> NameTable::madeBy(NameId id) {
  Query query = database_.query("SELECT made_op FROM known_name WHERE id = :id");
  query.bind(id);
  return query.firstInteger();
}

Result<const std::vector<KnownName>*> NameTable::all() {
  if (kept_) return static_cast<const std::vector<KnownName>*>(&*kept_);
  J_ASSERT(key_ != nullptr);
  std::vector<KnownName> names;
  Query query = database_.query(
      "SELECT known_name.id, kind, code_name, age_band, instrument_family, ask_dsl_first, sealed "
      "FROM known_name JOIN real_name ON real_name.id = known_name.id "
      "ORDER BY code_name, known_name.id");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) break;
    KnownName name;
    name.id = query.id<NameId>(0);
    name.kind = static_cast<NameKind>(query.integer(1));
    name.codeName = query.text(2);
    name.ageBand = query.text(3);
    name.instrumentFamily = query.text(4);
    name.askDslFirst = query.integer(5) != 0;
    const std::string sealed = query.blob(6);
    J_TRY(auto secret,
          crypto::open(*key_, crypto::bytesOf(sealed), crypto::bytesOf(sealContext(name.id))));
    J_CHECK(decodeSecretNames({reinterpret_cast<const char*>(secret.data()), secret.size()}, name));
    crypto::wipe(secret);
    names.push_back(std::move(name));
  }
  places_.clear();
  for (std::size_t i = 0; i < names.size(); ++i) places_[names[i].id] = i;
  kept_ = std::move(names);
  return static_cast<const std::vector<KnownName>*>(&*kept_);
}

const KnownName* NameTable::find(NameId id) const {
  const auto place = places_.find(id);
  if (!kept_ || place == places_.end()) return nullptr;
  return &(*kept_)[place->second];
}

NameLookup NameTable::lookup() const {
  return [this](NameId id) { return find(id); };
}

}  // namespace journal::store
