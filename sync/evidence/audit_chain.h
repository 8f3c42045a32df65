#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "journal/domain/case_study.h"
#include "sync/evidence/store_impl.h"

namespace syncing::evidence {

/// Four chains of rows, each row's hash covering the one before it, with the head kept apart so
/// that a cut-off end shows too.
enum class Chain : std::uint8_t { Reviews, Items, Readings, Themes };

/// Where the next row of a chain goes. Inside a transaction.
struct ChainSlot {
  std::int64_t seq = 1;
  std::string hash;
};
/// `content` is what the row's hash covers.
journal::Result<ChainSlot> extendChain(const Context& context, Chain chain,
                                       std::string_view content);

journal::Result<void> appendReview(const Context& context, const journal::CaseStudyId& study,
                                   const journal::ReviewEvent& event);
journal::Result<std::vector<journal::ReviewEvent>> reviewsOf(const Context& context,
                                                             const journal::CaseStudyId& study);

/// What the hash of a row covers; nullopt for a row that we never write.
using ChainContent = std::function<std::optional<std::string>(const storage::Statement& row)>;
/// Follows a chain to its head. `rows` are all of it in order, with seq in column 0. Corrupt naming
/// the chain and the row that is not what was written.
journal::Result<void> followChain(const Context& context, Chain chain, storage::Statement& rows,
                                  int hashColumn, const ChainContent& content);
/// The same of the reviews.
journal::Result<void> checkReviews(const Context& context);
journal::Error chainBroken(Chain chain, std::int64_t seq);

}  // namespace syncing::evidence
