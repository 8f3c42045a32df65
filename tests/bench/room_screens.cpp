// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include "tests/bench/room_screens.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <cstdlib>

#include "journal/base/random.h"
#include "sync/wire/room_messages.h"
#include "tests/bench/measure.h"

namespace bench {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using syncing::wire::session::Event;
using syncing::wire::session::EventId;
using syncing::wire::session::EventKind;

/// A connection kept open; what fails ends the benchmark.
class Caller {
 public:
  Caller(asio::io_context& context, asio::ssl::context& tls) : stream_(context, tls) {}

  asio::awaitable<void> connect(std::uint16_t port) {
    co_await stream_.next_layer().async_connect({asio::ip::address_v4::loopback(), port},
                                                asio::use_awaitable);
    stream_.next_layer().set_option(tcp::no_delay(true));
    co_await stream_.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
  }
  /// The body of the answer, which has to be 200.
  asio::awaitable<std::string> ask(std::string head, std::string body) {
    head += "\r\nHost: h\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    co_await asio::async_write(stream_, asio::buffer(head), asio::use_awaitable);
    std::size_t end = std::string::npos;
    while ((end = held_.find("\r\n\r\n")) == std::string::npos) co_await readSome();
    const std::size_t at = held_.find("Content-Length: ");
    if (held_.compare(9, 3, "200") != 0 || at > end) giveUp();
    const std::size_t size = std::strtoul(held_.c_str() + at + 16, nullptr, 10);
    while (held_.size() < end + 4 + size) co_await readSome();
    std::string answer = held_.substr(end + 4, size);
    held_.erase(0, end + 4 + size);
    co_return answer;
  }
  std::uint64_t bytes = 0;

 private:
  [[noreturn]] void giveUp() const {
    std::fprintf(stderr, "rooms_bench: %s\n", held_.substr(0, 500).c_str());
    std::exit(1);
  }
  asio::awaitable<void> readSome() {
    const std::size_t got =
        co_await stream_.async_read_some(asio::buffer(chunk_), asio::use_awaitable);
    bytes += got;
    held_.append(chunk_, got);
  }
  asio::ssl::stream<tcp::socket> stream_;
  char chunk_[16 * 1024];
  std::string held_;
};

/// The largest "number": of a log; nothing else of it is looked at.
std::uint64_t newestIn(const std::string& answer) {
  std::uint64_t newest = 0;
  const std::string_view name = "\"number\":";
  for (std::size_t at = answer.find(name); at != std::string::npos; at = answer.find(name, at + 1))
    newest = std::max<std::uint64_t>(newest,
                                     std::strtoull(answer.c_str() + at + name.size(), nullptr, 10));
  return newest;
}
/// Its "number" stands before "view", which is the last name of the answer.
std::uint64_t newestInView(const std::string& answer) {
  return newestIn(answer.substr(0, answer.find("\"view\":")));
}

class Watch {
 public:
  Watch(std::uint16_t port, std::vector<RoomToWatch> rooms, int events, double pause)
      : port_(port), rooms_(std::move(rooms)), events_(events), pause_(pause) {
    for (const RoomToWatch& room : rooms_) {
      sent_.emplace_back(static_cast<std::size_t>(events), 0.0);
      left_.emplace_back(static_cast<std::size_t>(events), room.authorization.size());
      base_.push_back(0);
      screens_ += room.authorization.size();
    }
  }

  Watched run() {
    for (std::size_t room = 0; room < rooms_.size(); ++room) {
      for (std::size_t member = 0; member < rooms_[room].authorization.size(); ++member)
        start(show(room, member));
      start(send(room));
    }
    start(ping());
    context_.run();
    return std::move(watched_);
  }

 private:
  void start(asio::awaitable<void> work) {
    asio::co_spawn(context_, std::move(work), [](const std::exception_ptr& failed) {
      if (!failed) return;
      std::fprintf(stderr, "rooms_bench: a connection broke off\n");
      std::exit(1);
    });
  }
  asio::awaitable<void> rest(double seconds) {
    asio::steady_timer timer(context_);
    timer.expires_after(std::chrono::microseconds(static_cast<std::int64_t>(seconds * 1e6)));
    co_await timer.async_wait(asio::use_awaitable);
  }
  /// Until every screen has shown the room as it is.
  asio::awaitable<void> begin() {
    while (shown_ < screens_) co_await rest(0.05);
  }

  asio::awaitable<std::uint64_t> look(Caller& caller, std::size_t room, std::size_t member,
                                      std::uint64_t after, int wait) {
    const bool view = member % 2 == 1;
    const std::string answer = co_await caller.ask(
        "GET /room/" + rooms_[room].room + (view ? "/view?after=" : "/log?after=") +
            std::to_string(after) + "&wait=" + std::to_string(wait) +
            " HTTP/1.1\r\nAuthorization: " + rooms_[room].authorization[member],
        "");
    co_return std::max(after, view ? newestInView(answer) : newestIn(answer));
  }

  asio::awaitable<void> show(std::size_t room, std::size_t member) {
    Caller caller(context_, tls_);
    co_await caller.connect(port_);
    std::uint64_t has = co_await look(caller, room, member, rooms_[room].newest, 0);
    ++shown_;
    while (has < last(room)) {
      const std::uint64_t newest = co_await look(caller, room, member, has, 25);
      const double now = secondsNow();
      for (; has < newest; ++has) arrived(room, has + 1, now);
    }
    watched_.bytes += caller.bytes;
  }
  /// Number of the last event that is to be sent; unknown while people come back whom the hub
  /// missed meanwhile.
  std::uint64_t last(std::size_t room) const {
    return base_[room] == 0 ? ~std::uint64_t{0} : base_[room] + static_cast<std::uint64_t>(events_);
  }
  void arrived(std::size_t room, std::uint64_t number, double now) {
    if (base_[room] == 0 || number <= base_[room]) return;
    const std::size_t event = number - base_[room] - 1;
    const double took = now - sent_[room][event];
    watched_.screenSeconds.push_back(took);
    if (--left_[room][event] == 0) watched_.eventSeconds.push_back(took);
  }

  asio::awaitable<void> send(std::size_t room) {
    Caller caller(context_, tls_);
    co_await caller.connect(port_);
    const RoomToWatch& watched = rooms_[room];
    co_await begin();
    co_await rest(2.5);
    base_[room] = co_await look(caller, room, 0, watched.newest, 0);
    co_await rest(pause_ * static_cast<double>(room) / static_cast<double>(rooms_.size()));
    for (int i = 0; i < events_; ++i) {
      Event event;
      event.id = EventId::random(random_);
      event.kind = EventKind::HandRaised;
      event.on = i % 2 == 0;
      const std::size_t by = static_cast<std::size_t>(i) % watched.authorization.size();
      const double began = secondsNow();
      sent_[room][static_cast<std::size_t>(i)] = began;
      co_await caller.ask("POST /room/" + watched.room +
                              "/event HTTP/1.1\r\nAuthorization: " + watched.authorization[by],
                          syncing::wire::toJson(event));
      watched_.sendSeconds.push_back(secondsNow() - began);
      co_await rest(pause_ - std::min(pause_, secondsNow() - began));
    }
    ++finished_;
  }

  asio::awaitable<void> ping() {
    Caller caller(context_, tls_);
    co_await caller.connect(port_);
    co_await begin();
    while (finished_ < rooms_.size()) {
      const double began = secondsNow();
      co_await caller.ask("GET /v1/ping HTTP/1.1", "");
      watched_.pingSeconds.push_back(secondsNow() - began);
      co_await rest(0.02);
    }
  }

  std::uint16_t port_;
  std::vector<RoomToWatch> rooms_;
  int events_;
  double pause_;
  asio::io_context context_{1};
  asio::ssl::context tls_{asio::ssl::context::tlsv13_client};
  journal::SeededRandom random_{kSeed + 1};  // ids that nobody has used
  std::vector<std::uint64_t> base_;          // by room: number of the event before the first sent
  std::vector<std::vector<double>> sent_;    // by room and event
  std::vector<std::vector<std::size_t>> left_;  // screens that do not have it yet
  std::size_t screens_ = 0;
  std::size_t shown_ = 0;
  std::size_t finished_ = 0;
  Watched watched_;
};

}  // namespace

Watched watchRooms(std::uint16_t port, std::vector<RoomToWatch> rooms, int events, double pause) {
  return Watch(port, std::move(rooms), events, pause).run();
}

}  // namespace bench
