#pragma once

#include <string>
#include <string_view>

#include "journal/domain/case_study.h"
#include "sync/evidence/store_impl.h"

namespace syncing::evidence {

/// Three chains of rows, each row's hash covering the one before it, with the head kept apart so
/// that a cut-off end shows too.
enum class Chain : std::uint8_t { Reviews, Items, Readings };

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

/// Corrupt naming the chain and the row that is not what was written.
journal::Result<void> checkReviews(const Context& context);
journal::Result<void> checkHead(const Context& context, Chain chain, std::int64_t rows,
                                const std::string& hash);
std::string chainHash(Chain chain, std::int64_t seq, std::string_view before,
                      std::string_view content);
journal::Error chainBroken(Chain chain, std::int64_t seq);

}  // namespace syncing::evidence
