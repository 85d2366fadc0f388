// How files get to a disk so that they stay there: the order of calls is the promise.
#include "assessment/results/storage.hpp"

#include <fmt/format.h>

#include <utility>

#include "assessment/results/disk.hpp"

namespace assessment {
namespace {

// Where a file grows on systems without unnamed files. Fixed, so that what a crash left behind is
// found and used again.
constexpr std::string_view growing_name = ".growing";

bool has_code(const Diagnostics& faults, std::string_view code) {
  return faults.front().code == code;
}

std::string folder_of(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

// Where others publish to the same folder, each file grows under a name of its own.
std::string growing_beside(const std::string& name) {
  const std::string folder = folder_of(name);
  return folder.empty() ? fmt::format(".{}{}", name, growing_name)
                        : fmt::format("{}/.{}{}", folder, name.substr(folder.size() + 1), growing_name);
}

std::string growing_in(const std::string& folder) {
  return folder.empty() ? std::string(growing_name) : fmt::format("{}/{}", folder, growing_name);
}

Outcome write_all(Disk::File& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = file.write(bytes);
    if (!written) return written.faults();
    bytes.remove_prefix(*written);
  }
  return Done{};
}

// All the bytes as the only piece.
NextPiece one_piece(std::string_view bytes) {
  return [bytes]() mutable -> Expected<std::string_view> { return std::exchange(bytes, {}); };
}

Outcome write_whole_file(Disk::File& file, const NextPiece& next, const Appearance& appearance) {
  for (;;) {
    const auto piece = next();
    if (!piece) return piece.faults();
    if (piece->empty()) break;
    const auto written = write_all(file, *piece);
    if (!written) return written;
  }
  const auto shown = file.set_appearance(appearance);
  if (!shown) return shown;
  return file.sync();
}

class DiskStorage : public Storage {
 public:
  DiskStorage(std::shared_ptr<Disk> disk, Disk::OpenFile lock, Publishing publishing)
      : disk_(std::move(disk)), lock_(std::move(lock)), publishing_(publishing) {}

  Expected<std::optional<std::string>> read(const std::string& name) override;
  Outcome publish(const std::string& name, std::string_view bytes, const Appearance& appearance) override;
  Outcome publish_pieces(const std::string& name, const NextPiece& next,
                         const Appearance& appearance) override {
    return publish_by_rename(name, next, appearance);
  }
  Outcome overwrite(const std::string& name, std::string_view bytes) override;
  Expected<std::int64_t> modified(const std::string& name) override;
  Expected<std::vector<std::string>> list(const std::string& folder) override { return disk_->list(folder); }
  Outcome remove(const std::string& name) override;
  Expected<std::uint64_t> free_bytes() override { return disk_->free_bytes(); }

 private:
  enum class Way { done, closed };  // closed: this disk has no unnamed files, or no way to name them
  Expected<Way> publish_unnamed(const std::string& name, std::string_view bytes,
                                const Appearance& appearance);
  Outcome publish_by_rename(const std::string& name, const NextPiece& next, const Appearance& appearance);
  Outcome sync_name(const std::string& name);

  std::shared_ptr<Disk> disk_;
  Disk::OpenFile lock_;  // holds the lock by being open; null: a folder of someone else's
  Publishing publishing_;
};

// A program that was killed may have left bytes that are seen but not yet on the disk. Who reads them
// builds on them, so they are made safe first.
Expected<std::optional<std::string>> DiskStorage::read(const std::string& name) {
  const auto file = disk_->open(name, Disk::Purpose::reading);
  if (!file) {
    if (has_code(file.faults(), "file-missing")) return std::optional<std::string>();
    return file.faults();
  }
  const auto synced = (*file)->sync();
  if (!synced) return synced.faults();
  auto bytes = (*file)->read();
  if (!bytes) return bytes.faults();
  return std::optional<std::string>(*std::move(bytes));
}

// A name that may not be on the disk is taken back: it would be seen, believed and lost.
Outcome DiskStorage::sync_name(const std::string& name) {
  auto synced = disk_->sync_folder(folder_of(name));
  if (!synced) static_cast<void>(disk_->remove(name));
  return synced;
}

Expected<DiskStorage::Way> DiskStorage::publish_unnamed(const std::string& name, std::string_view bytes,
                                                        const Appearance& appearance) {
  const auto file = disk_->create_unnamed(folder_of(name));
  if (!file) return Way::closed;
  const auto written = write_whole_file(**file, one_piece(bytes), appearance);
  if (!written) return written.faults();
  const auto named = (*file)->name(name);
  if (!named) {
    const bool is_closed =
        has_code(named.faults(), "not-supported") || has_code(named.faults(), "file-missing");
    if (is_closed) return Way::closed;
    return named.faults();
  }
  const auto synced = sync_name(name);
  if (!synced) return synced.faults();
  return Way::done;
}

Outcome DiskStorage::publish_by_rename(const std::string& name, const NextPiece& next,
                                       const Appearance& appearance) {
  const std::string growing = lock_ == nullptr ? growing_beside(name) : growing_in(folder_of(name));
  const auto cleared = disk_->remove(growing);
  if (!cleared && !has_code(cleared.faults(), "file-missing")) return cleared;
  auto file = disk_->create(growing);
  if (!file) return file.faults();
  auto outcome = write_whole_file(**file, next, appearance);
  file->reset();
  if (outcome) outcome = disk_->rename(growing, name);
  if (!outcome) {
    static_cast<void>(disk_->remove(growing));
    return outcome;
  }
  return sync_name(name);
}

Outcome DiskStorage::publish(const std::string& name, std::string_view bytes, const Appearance& appearance) {
  if (publishing_ == Publishing::best) {
    const auto way = publish_unnamed(name, bytes, appearance);
    if (!way) return way.faults();
    if (*way == Way::done) return Done{};
  }
  return publish_by_rename(name, one_piece(bytes), appearance);
}

Outcome DiskStorage::overwrite(const std::string& name, std::string_view bytes) {
  const auto file = disk_->open(name, Disk::Purpose::rewriting);
  if (!file) return file.faults();
  const auto written = write_all(**file, bytes);
  if (!written) return written;
  const auto cut = (*file)->cut(bytes.size());
  if (!cut) return cut;
  return (*file)->sync();
}

Expected<std::int64_t> DiskStorage::modified(const std::string& name) {
  const auto file = disk_->open(name, Disk::Purpose::reading);
  if (!file) return file.faults();
  return (*file)->modified();
}

Outcome DiskStorage::remove(const std::string& name) {
  const auto removed = disk_->remove(name);
  if (!removed && !has_code(removed.faults(), "file-missing")) return removed;
  return disk_->sync_folder(folder_of(name));
}

}  // namespace

Expected<std::unique_ptr<Storage>> open_storage(std::shared_ptr<Disk> disk, Publishing publishing) {
  auto lock = disk->lock("lock");
  if (!lock) return lock.faults();
  if (*lock == nullptr) {
    return Diagnostic{Severity::error,
                      "folder-in-use",
                      disk->path(""),
                      {},
                      "another program is using this data folder; end it first"};
  }
  const auto made = disk->make_folder("batches");
  if (!made) return made.faults();
  for (const char* folder : {"", "batches"}) {
    static_cast<void>(disk->remove(growing_in(folder)));
    // Names as bytes, see read: what a killed program left is made safe before anyone builds on it.
    const auto synced = disk->sync_folder(folder);
    if (!synced) return synced.faults();
  }
  return std::unique_ptr<Storage>(
      std::make_unique<DiskStorage>(std::move(disk), *std::move(lock), publishing));
}

Outcome publish_once(Storage& storage, const std::string& name, std::string_view bytes,
                     const Appearance& appearance) {
  const auto published = storage.publish(name, bytes, appearance);
  if (published || !has_code(published.faults(), "file-exists")) return published;
  const auto present = storage.read(name);
  if (!present) return present.faults();
  if (*present != bytes) return published;
  const auto removed = storage.remove(name);
  if (!removed) return removed;
  return storage.publish(name, bytes, appearance);
}

std::unique_ptr<Storage> open_folder(std::shared_ptr<Disk> disk, Publishing publishing) {
  return std::make_unique<DiskStorage>(std::move(disk), nullptr, publishing);
}

Expected<std::unique_ptr<Storage>> open_folder(const std::string& folder, Publishing publishing) {
  auto disk = open_existing_disk(folder);
  if (!disk) return disk.faults();
  return open_folder(*std::move(disk), publishing);
}

Expected<std::unique_ptr<Storage>> open_storage(const std::string& folder, Publishing publishing) {
  auto disk = open_disk(folder);
  if (!disk) return disk.faults();
  return open_storage(*std::move(disk), publishing);
}

}  // namespace assessment
