#include "sync/hub/server/figures.h"

#include <fmt/format.h>

namespace syncing::hub {

void Figures::answered(std::string_view route, int status, double seconds) {
  const std::lock_guard lock(mutex_);
  Total& total = totals_[{std::string(route), status}];
  ++total.count;
  total.seconds += seconds;
}

std::string Figures::text(std::size_t waiting) const {
  std::string out;
  const auto gauge = [&out](const char* name, const char* type, std::int64_t value) {
    out += fmt::format("# TYPE afternote_hub_{0} {1}\nafternote_hub_{0} {2}\n", name, type, value);
  };
  gauge("connections", "gauge", connections);
  gauge("connections_refused_total", "counter", connectionsRefused);
  gauge("handshakes_failed_total", "counter", handshakesFailed);
  gauge("buffered_bytes", "gauge", bufferedBytes);
  gauge("news_awaited", "gauge", newsAwaited);
  gauge("received_bytes_total", "counter", bytesIn);
  gauge("sent_bytes_total", "counter", bytesOut);
  gauge("store_up", "gauge", storeUp);
  gauge("waiting_requests", "gauge", static_cast<std::int64_t>(waiting));
  out += "# TYPE afternote_hub_requests_total counter\n";
  std::string seconds = "# TYPE afternote_hub_request_seconds_total counter\n";
  const std::lock_guard lock(mutex_);
  for (const auto& [key, total] : totals_) {
    const std::string labels = fmt::format("{{route=\"{}\",status=\"{}\"}}", key.first, key.second);
    out += fmt::format("afternote_hub_requests_total{} {}\n", labels, total.count);
    seconds += fmt::format("afternote_hub_request_seconds_total{} {:.6f}\n", labels, total.seconds);
  }
  return out + seconds;
}

}  // namespace syncing::hub
