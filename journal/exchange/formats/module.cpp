#include "journal/exchange/formats/readers.h"

/// The one symbol of the module (formats.cpp).
extern "C" __attribute__((visibility("default"))) const journal::exchange::Formats*
afternoteFormats1();

const journal::exchange::Formats* afternoteFormats1() {
  static const journal::exchange::Formats formats{journal::exchange::readArchive,
                                                  journal::exchange::readCalendar,
                                                  journal::exchange::makePdfWriter};
  return &formats;
}
