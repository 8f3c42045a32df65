#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/intent.h"

namespace app::model {

/// What the service sees of this person, and who has read it. UI thread only.
class SeenController {
 public:
  explicit SeenController(Context& context) : context_(context) {}

  void handle(const SeenIntent& intent);
  void refresh();
  void forget();
  bool open() const { return open_; }
  void close() { forget(); }

 private:
  void on(const SeeWhatTheySee&);
  void on(const ReadAsTheyDo& intent);
  void on(const BackToSeen&);
  void on(const CloseSeen&);

  Context& context_;
  bool open_ = false;
  bool loading_ = false;
  std::string problem_;
  std::vector<SeenPiece> pieces_;
  std::optional<ReviewPiece> piece_;
};

}  // namespace app::model
