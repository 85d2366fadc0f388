#include "app/kiosk/site_look.hpp"

#include <utility>

#include "app/platform/files.hpp"
#include "assessment/bank/pictures.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/font_file.hpp"

namespace app::kiosk {
namespace {

using assessment::Diagnostic;
using assessment::Expected;

Diagnostic warning(Diagnostic fault, const std::string& file) {
  fault.severity = assessment::Severity::warning;
  fault.file = file;
  return fault;
}

Expected<platform::Pixels> load_logo(const std::string& path) {
  const auto read = [](const std::string& file) {
    return assessment::read_file(file, assessment::largest_picture);
  };
  if (auto fault = assessment::find_picture_fault(path, read)) return *std::move(fault);
  const auto bytes = read(path);
  return bytes ? platform::decode_png(*bytes) : Expected<platform::Pixels>(bytes.faults());
}

struct Face {
  std::string bytes{};
  assessment::FontMetrics metrics{};
};

Expected<Face> load_face(const std::string& path) {
  auto bytes = assessment::read_file(path, assessment::largest_font);
  if (!bytes) return bytes.faults();
  const auto metrics = assessment::read_font_metrics(*bytes, path);
  if (!metrics) return metrics.faults();
  return Face{std::move(bytes).value(), *metrics};
}

Expected<platform::FontFiles> load_font(const std::string& regular_path, const std::string& strong_path) {
  auto regular = load_face(regular_path);
  if (!regular) return regular.faults();
  auto strong = load_face(strong_path);
  if (!strong) return strong.faults();
  return platform::FontFiles{.regular = std::move(regular->bytes),
                             .strong = std::move(strong->bytes),
                             .size_per_em = static_cast<float>(regular->metrics.em)};
}

}  // namespace

SiteLook load_site_look(const assessment::Campaign& campaign, const std::string& campaign_file) {
  SiteLook look;
  const auto take = [&](auto loaded, auto& into, const std::string& file) {
    if (loaded) {
      into = std::move(loaded).value();
    } else {
      const std::string& named = loaded.faults().front().file;
      look.warnings.push_back(warning(loaded.faults().front(), named.empty() ? file : named));
    }
  };
  if (!campaign.logo.empty()) {
    const std::string path = platform::beside(campaign_file, campaign.logo);
    take(load_logo(path), look.logo, path);
  }
  if (!campaign.font.regular.empty()) {
    const std::string path = platform::beside(campaign_file, campaign.font.regular);
    take(load_font(path, platform::beside(campaign_file, campaign.font.strong)), look.font, path);
  }
  return look;
}

}  // namespace app::kiosk
