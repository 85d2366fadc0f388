// A data folder in memory: for tests, and for simulations that keep the pool off the disk.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "assessment/results/storage.hpp"

namespace assessment {

class MemoryStorage : public Storage {
 public:
  struct File {
    std::string bytes{};
    Appearance appearance{};

    bool operator==(const File&) const = default;
  };

  Expected<std::optional<std::string>> read(const std::string& name) override;
  Outcome publish(const std::string& name, std::string_view bytes, const Appearance& appearance) override;
  Outcome publish_pieces(const std::string& name, const NextPiece& next,
                         const Appearance& appearance) override;
  Outcome overwrite(const std::string& name, std::string_view bytes) override;
  Expected<std::vector<std::string>> list(const std::string& folder) override;
  Expected<std::int64_t> modified(const std::string& name) override;
  Outcome remove(const std::string& name) override;
  Expected<std::uint64_t> free_bytes() override { return room_; }

  // All files by name; a test may change them behind the pool's back.
  std::map<std::string, File>& files() { return files_; }
  const std::map<std::string, File>& files() const { return files_; }
  // What free_bytes says; writing does not lessen it.
  void set_free_bytes(std::uint64_t room) { room_ = room; }

 private:
  std::map<std::string, File> files_;
  std::uint64_t room_ = std::uint64_t{1} << 40;
};

}  // namespace assessment
