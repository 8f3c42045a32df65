#pragma once

#include <vector>

#include "sync/evidence/evidence_item.h"
#include "sync/evidence/store_impl.h"

namespace syncing::evidence {

/// Enters the evidence items of an approved submission: one for each passage of it, once. Inside a
/// transaction.
journal::Result<void> insertItems(const Context& context, const journal::Submission& submission);

/// Takes them out of every figure and erases their words and levels; the rows stay in their chain.
/// Returns how many there were.
journal::Result<std::size_t> pullItems(const Context& context, const journal::CaseStudyId& study);

/// Items in force: approved, not pulled, agreement not run out. In the order they came in.
journal::Result<std::vector<EvidenceItem>> itemsInForce(const Context& context);

/// The chain, the digests, and that exactly the approved pieces have items in force.
journal::Result<void> checkItems(const Context& context);

}  // namespace syncing::evidence
