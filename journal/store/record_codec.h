#pragma once

#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/store/record.h"

namespace journal::store {

// Records as bytes: the value of a log entry. Canonical: one record, one encoding; whatever decodes
// encodes to the same bytes. The grammar stands at the top of record_codec.cpp.

std::string encodeRecord(const Record& record);

/// Total: any bytes give a record or Corrupt. TooNew when `kind` is one we do not know (the entry
/// is kept as it is).
Result<Record> decodeRecord(std::uint16_t kind, std::string_view bytes);

// Columns that hold a structure.
std::string encodeAgreement(const Agreement& agreement);
Result<Agreement> decodeAgreement(std::string_view bytes);
std::string encodeReviewEvent(const ReviewEvent& event);
Result<ReviewEvent> decodeReviewEvent(std::string_view bytes);
std::string encodeFrameworkVersion(const FrameworkVersion& version);
Result<FrameworkVersion> decodeFrameworkVersion(std::string_view bytes);
/// The secret half of a KnownName, before sealing.
std::string encodeSecretNames(const KnownName& name);
/// Fills in realName and alsoWritten.
Result<void> decodeSecretNames(std::string_view bytes, KnownName& name);

}  // namespace journal::store
