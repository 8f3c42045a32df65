#pragma once

#include <memory>
#include <string>
#include <utility>

#include "app/cli/context.h"
#include "app/devices/places.h"
#include "sync/transport/https_link.h"

// What the commands about a service share.

namespace app::cli {

/// A journal whose device is one of a service's, and the way to ask its hub.
struct ServiceSide {
  std::unique_ptr<journal::service::LocalJournal> journal;
  HubPlace place;
  std::unique_ptr<syncing::transport::ServiceLink> link;
};
/// NotFound, with advice, for a journal that is with no hub.
journal::Result<ServiceSide> openService(const Context& context);

/// As given; a refusal of the hub's as Conflict, because nothing is locked here.
journal::Error asRefusal(journal::Error error);
template <class Value>
journal::Result<Value> answerOf(journal::Result<Value> answer) {
  if (answer.ok()) return answer;
  return asRefusal(answer.error());
}

/// "2026-01-22 09:05 UTC"
std::string minuteOf(std::int64_t atMs);

}  // namespace app::cli
