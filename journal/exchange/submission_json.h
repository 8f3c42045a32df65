#pragma once

#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/domain/case_study.h"

namespace journal::exchange {

/// The bytes of a submission: JSON with sorted keys, no spaces, UTF-8; the same submission always
/// gives the same bytes, so their hash names what was shown.
std::string encodeSubmission(const Submission& submission);

/// Total: any bytes give a Submission or InvalidInput / TooNew. At most 4 MiB, 200 claims, 200
/// passages a claim.
Result<Submission> decodeSubmission(std::string_view bytes);

}  // namespace journal::exchange
