#include "tests/journal/exchange/packed_files.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

namespace journal::exchange::test {
namespace {

std::string packed(const PackedFiles& files, int (*setFormat)(archive*)) {
  std::string out;
  archive* file = archive_write_new();
  EXPECT_EQ(setFormat(file), ARCHIVE_OK);
  archive_write_set_bytes_in_last_block(file, 1);
  const auto write = [](archive*, void* to, const void* bytes, std::size_t size) -> la_ssize_t {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  };
  archive_write_open(file, &out, nullptr, write, nullptr);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(file, entry), ARCHIVE_OK);
    archive_write_data(file, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(file);
  archive_write_free(file);
  return out;
}

}  // namespace

std::string zipOf(const PackedFiles& files) {
  return packed(files, archive_write_set_format_zip);
}

std::string tarOf(const PackedFiles& files) {
  return packed(files, archive_write_set_format_ustar);
}

}  // namespace journal::exchange::test
