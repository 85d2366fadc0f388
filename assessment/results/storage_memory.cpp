#include "assessment/results/storage_memory.hpp"

namespace assessment {

Expected<std::optional<std::string>> MemoryStorage::read(const std::string& name) {
  const auto file = files_.find(name);
  if (file == files_.end()) return std::optional<std::string>();
  return std::optional<std::string>(file->second.bytes);
}

Outcome MemoryStorage::publish(const std::string& name, std::string_view bytes,
                               const Appearance& appearance) {
  if (!files_.try_emplace(name, File{std::string(bytes), appearance}).second) {
    return Diagnostic{Severity::error, "file-exists", name, {}, "cannot name: File exists"};
  }
  return Done{};
}

Outcome MemoryStorage::publish_pieces(const std::string& name, const NextPiece& next,
                                      const Appearance& appearance) {
  std::string bytes;
  for (;;) {
    const auto piece = next();
    if (!piece) return piece.faults();
    if (piece->empty()) return publish(name, bytes, appearance);
    bytes += *piece;
  }
}

Expected<std::int64_t> MemoryStorage::modified(const std::string& name) {
  const auto file = files_.find(name);
  if (file == files_.end()) {
    return Diagnostic{Severity::error, "file-missing", name, {}, "cannot look at: No such file or directory"};
  }
  return file->second.appearance.modified.value_or(0);
}

Outcome MemoryStorage::overwrite(const std::string& name, std::string_view bytes) {
  const auto file = files_.find(name);
  if (file == files_.end()) {
    return Diagnostic{Severity::error, "file-missing", name, {}, "cannot open: No such file or directory"};
  }
  file->second.bytes = bytes;
  return Done{};
}

Expected<std::vector<std::string>> MemoryStorage::list(const std::string& folder) {
  const std::string start = folder.empty() ? "" : folder + "/";
  std::vector<std::string> names;
  for (const auto& [name, file] : files_) {
    if (!name.starts_with(start) || name.find('/', start.size()) != std::string::npos) continue;
    names.push_back(name.substr(start.size()));
  }
  return names;
}

Outcome MemoryStorage::remove(const std::string& name) {
  files_.erase(name);
  return Done{};
}

}  // namespace assessment
