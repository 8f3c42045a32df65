#include "sync/wire/request_auth.h"

#include "journal/base/bytes.h"
#include "journal/base/id.h"

namespace syncing::wire {
namespace {

using journal::ByteReader;
using journal::ByteWriter;

constexpr std::string_view kScheme = "Afternote ";
constexpr std::uint8_t kAuthFormat = 1;
constexpr std::size_t kAuthBytes = 1 + 16 + 16 + 8 + 16 + 64;

void putUnsigned(ByteWriter& out, const RequestAuth& auth) {
  out.put(kAuthFormat).put(auth.device.bytes()).put(auth.service.bytes());
  out.put(auth.createdMs).put(auth.nonce);
}

}  // namespace

std::string encodeAuth(const RequestAuth& auth) {
  std::string bytes;
  ByteWriter write(bytes);
  putUnsigned(write, auth);
  write.put(auth.signature);
  return std::string(kScheme) +
         journal::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

journal::Result<RequestAuth> decodeAuth(std::string_view text) {
  const journal::Error corrupt{journal::ErrorCode::Corrupt, "authorization"};
  if (text.substr(0, kScheme.size()) != kScheme) return corrupt;
  std::string bytes(kAuthBytes, '\0');
  if (!journal::fromHex(text.substr(kScheme.size()),
                        {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}))
    return corrupt;
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  RequestAuth auth;
  auth.device = in.id<DeviceId>();
  auth.service = in.id<ServiceId>();
  auth.createdMs = in.integer<std::int64_t>();
  auth.nonce = in.array<16>();
  auth.signature = in.array<64>();
  // One spelling: fromHex takes capitals too.
  if (format != kAuthFormat || !in.whole() || encodeAuth(auth) != text) return corrupt;
  return auth;
}

std::string signedPart(std::string_view method, std::string_view target, const Digest& body,
                       const RequestAuth& auth) {
  std::string out = "afternote request 1";
  ByteWriter write(out);
  write.putSized(method).putSized(target).put(body);
  putUnsigned(write, auth);
  return out;
}

}  // namespace syncing::wire
