#pragma once

#include <string>

#include "tests/support/ui_driver.h"

namespace tests {

/// For who wants to look: with the environment variable AFTERNOTE_PICTURES naming a folder, the
/// frame the driver shows is saved there as PNG, under the name of the running test, a number and
/// `looks`
/// ("1440x900-200-light"). Does nothing without it. lintEverywhere() keeps one of every look it
/// takes.
void keepPicture(UiDriver& driver, const std::string& looks);

}  // namespace tests
