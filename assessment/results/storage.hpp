// The data folder, and how bytes get to its disk so that they stay there.
//
// The one door to the operating system for everything that keeps results; tests
// put one in memory and one that fails in its place. Names are relative to the
// folder, with '/' between parts: "pool.a", "batches/0123….results.jsonl".
//
// A success is a promise: the bytes and the name outlive a power cut; what read
// gives does so too. After a failure of overwrite the file holds the old bytes, the
// new ones, or neither, and what it seems to hold may not be what the disk holds:
// remove it and publish anew.
//
// Codes of faults, frozen: "file-missing", "file-exists", "no-permission",
// "read-only", "disk-full", "folder-in-use", "folder-missing", "not-supported",
// "storage-failed".
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"

namespace assessment {

enum class Access { owner_only, group_may_read };  // modes 0600 and 0640

// How a published file looks from outside.
struct Appearance {
  Access access = Access::owner_only;
  std::optional<std::int64_t> modified{};  // its time of change, seconds since 1970 UTC; none: now

  bool operator==(const Appearance&) const = default;
};

// The next piece of a file's bytes, valid until the next call; an empty one is the end.
using NextPiece = std::function<Expected<std::string_view>()>;

class Storage {
 public:
  virtual ~Storage() = default;

  // All bytes of a file; none where there is no file of that name. A file over 256 MiB is a fault.
  virtual Expected<std::optional<std::string>> read(const std::string& name) = 0;

  // Makes a file that was not there before, whole or not at all: no name is seen before all bytes
  // are on the disk. Never overwrites ("file-exists"). The folder in front of the name exists.
  virtual Outcome publish(const std::string& name, std::string_view bytes, const Appearance& appearance) = 0;

  // As publish, for a file too large to be held in memory. A fault of `next` is handed on, and no file is
  // made.
  virtual Outcome publish_pieces(const std::string& name, const NextPiece& next,
                                 const Appearance& appearance) = 0;

  // Rewrites an existing file in place.
  virtual Outcome overwrite(const std::string& name, std::string_view bytes) = 0;

  // The names of the files in a folder ("" for the data folder itself), sorted; without folders.
  virtual Expected<std::vector<std::string>> list(const std::string& folder) = 0;

  // When a file was last changed, as its appearance says: seconds since 1970 UTC.
  virtual Expected<std::int64_t> modified(const std::string& name) = 0;

  // Takes a file away; that it is not there is no fault.
  virtual Outcome remove(const std::string& name) = 0;

  // Bytes that can still be written to the folder's disk. A fault where nothing can: "read-only",
  // "folder-missing".
  virtual Expected<std::uint64_t> free_bytes() = 0;
};

// As publish, where an earlier attempt may have come so far that the file is there, with the same bytes. How
// far is not known, and its name may not be on the disk: it is published again.
Outcome publish_once(Storage& storage, const std::string& name, std::string_view bytes,
                     const Appearance& appearance);

// How a storage publishes; `by_rename` is for file systems without unnamed files.
enum class Publishing { best, by_rename };

// Opens the data folder, making it (0750, with `batches` inside) where it is missing, and locks it
// for as long as the storage lives: a second one is refused with "folder-in-use".
Expected<std::unique_ptr<Storage>> open_storage(const std::string& folder,
                                                Publishing publishing = Publishing::best);

// The same on another disk than the real one.
class Disk;
Expected<std::unique_ptr<Storage>> open_storage(std::shared_ptr<Disk> disk,
                                                Publishing publishing = Publishing::best);

// Opens a folder of someone else's: it must be there ("file-missing"), and nothing is made or locked in it.
// Others may publish to it at the same time.
Expected<std::unique_ptr<Storage>> open_folder(const std::string& folder,
                                               Publishing publishing = Publishing::best);
std::unique_ptr<Storage> open_folder(std::shared_ptr<Disk> disk, Publishing publishing = Publishing::best);

}  // namespace assessment
