#pragma once

// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "sync/hub/server/page_files.h"
#include "sync/hub/server/server.h"
#include "sync/hub/server/waits.h"

// Private to this folder: what a server and its sessions share.

namespace syncing::hub {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

/// For co_await: the error goes into `code`, so nothing throws.
inline auto into(error_code& code) {
  return asio::redirect_error(asio::use_awaitable, code);
}

struct HubServer::Impl {
  Impl(const ServerOptions& theOptions, Writer& theWriter, Figures& theFigures, Behind theBehind,
       std::function<std::int64_t()> theNowMs)
      : options(theOptions),
        writer(theWriter),
        figures(theFigures),
        behind(std::move(theBehind)),
        nowMs(std::move(theNowMs)) {}

  ServerOptions options;
  Writer& writer;
  Figures& figures;
  Behind behind;
  std::function<std::int64_t()> nowMs;
  PageFiles page;

  std::uint16_t port = 0;
  std::atomic<bool> stopping{false};
  std::mutex mutex;
  std::map<std::string, std::size_t> perAddress;  // guarded by mutex
  std::size_t open = 0;                           // guarded by mutex
  std::set<beast::tcp_stream*> resting;           // guarded by mutex: wait for a request

  // Sessions live in the context and use everything above.
  asio::ssl::context tls{asio::ssl::context::tls_server};
  asio::io_context context;
  tcp::acceptor acceptor{context};
  std::vector<std::thread> threads;
  Waits waits;  // of sessions: gone before them
  std::atomic<bool> beating{false};

  journal::Result<void> prepareTls();
  journal::Result<void> listen();
  asio::awaitable<void> accept();
  asio::awaitable<void> keepBeating();
  void wake(const std::vector<std::string>& names) {
    for (const std::string& name : names) waits.wake(name);
  }
  /// `from` "": one that is not limited by itself.
  bool admit(const std::string& from);
  void leave(const std::string& from);
  void stop();
  void waitForStore();
};

/// Serves one connection from its handshake to its end. `socket` is on a strand of its own; `peer`:
/// the other end's address; `limitedAs`: what it was admitted as, and leaves as.
asio::awaitable<void> serveConnection(HubServer::Impl& server, tcp::socket socket, std::string peer,
                                      std::string limitedAs);

}  // namespace syncing::hub
