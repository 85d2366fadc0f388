// The calls to the operating system that durable storage is made of, and no more.
//
// One disk is one data folder. storage.cpp puts the calls in an order that keeps
// promises; tests put a simulated disk beneath it, which loses, tears and fails.
//
// A success promises little: only what a sync confirmed outlives a power cut.
// Names are relative to the folder, with '/' between parts; "" is the folder itself.
//
// Codes of faults: those of storage.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

class Disk {
 public:
  // An open file, closed where the object ends. It must not outlive its disk.
  class File {
   public:
    virtual ~File() = default;

    // Writes where the last write ended, at the start at first. Gives how many bytes were taken: at
    // least one, perhaps not all.
    virtual Expected<std::size_t> write(std::string_view bytes) = 0;

    // Makes the file `size` bytes long.
    virtual Outcome cut(std::uint64_t size) = 0;

    virtual Outcome set_appearance(const Appearance& appearance) = 0;

    // Success: bytes, size and appearance are on the disk. After a fault the system may have forgotten what
    // was not yet written, so that a second sync would succeed and prove nothing: write a new file.
    virtual Outcome sync() = 0;

    // When the file was last changed, as set_appearance says it: seconds since 1970 UTC.
    virtual Expected<std::int64_t> modified() = 0;

    // All bytes. A file over 256 MiB is a fault.
    virtual Expected<std::string> read() = 0;

    // Gives a file of create_unnamed its name; never overwrites ("file-exists").
    virtual Outcome name(const std::string& name) = 0;
  };
  using OpenFile = std::unique_ptr<File>;

  enum class Purpose { reading, rewriting };

  virtual ~Disk() = default;

  // A file without a name, to be named once it is whole. Where there is no such thing: any fault.
  virtual Expected<OpenFile> create_unnamed(const std::string& folder) = 0;

  // A new, empty file; never overwrites ("file-exists").
  virtual Expected<OpenFile> create(const std::string& name) = 0;

  // An existing file ("file-missing"); links and whatever else is no file are refused.
  virtual Expected<OpenFile> open(const std::string& name, Purpose purpose) = 0;

  // Never overwrites ("file-exists"). Nobody may have the file open.
  virtual Outcome rename(const std::string& from, const std::string& to) = 0;

  virtual Outcome remove(const std::string& name) = 0;

  // That it is there already is no fault.
  virtual Outcome make_folder(const std::string& name) = 0;

  // Success: names given, changed and taken away in the folder are so on the disk.
  virtual Outcome sync_folder(const std::string& folder) = 0;

  // The names of the files in a folder, sorted; without folders.
  virtual Expected<std::vector<std::string>> list(const std::string& folder) = 0;

  // Bytes that can still be written. A fault where nothing can: "read-only", "folder-missing".
  virtual Expected<std::uint64_t> free_bytes() = 0;

  // Locks a file, made where it is missing, against other programs, for as long as it is open. Null:
  // another program holds it.
  virtual Expected<OpenFile> lock(const std::string& name) = 0;

  // How people know the place of a name: its full path.
  virtual std::string path(const std::string& name) const = 0;
};

inline constexpr std::uint64_t largest_file = std::uint64_t{256} * 1024 * 1024;

// The real disk (disk_posix.cpp, disk_windows.cpp). Makes the folder (0750) and those in front of it
// where they are missing.
Expected<std::shared_ptr<Disk>> open_disk(const std::string& folder);

// The same for a folder that must be there ("file-missing").
Expected<std::shared_ptr<Disk>> open_existing_disk(const std::string& folder);

}  // namespace assessment
