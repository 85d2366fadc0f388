#include "app/platform/fonts.hpp"

#include <imgui.h>

#include <array>
#include <cmath>
#include <cstddef>

#include "app/platform/files.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/results/font_file.hpp"

namespace app::platform {

namespace {

struct Family {
  const char* regular;
  const char* strong;
  float size_per_em;  // (ascent - descent) / units per em of the files
};

constexpr std::array<Family, 3> families{{
    {"opentype/inter/Inter-Regular.otf", "opentype/inter/Inter-SemiBold.otf", 1.2102F},
    {"truetype/liberation2/LiberationSans-Regular.ttf", "truetype/liberation2/LiberationSans-Bold.ttf",
     1.1172F},
    {"truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", 1.1641F},
}};

// Letters of Latin languages, punctuation, the euro and the marks of the interface: always there,
// so that a campaign's own words never show gaps.
constexpr std::array<ImWchar, 23> always{0x0020, 0x017F, 0x0218, 0x021B, 0x1E00, 0x1EFF, 0x2010, 0x2026,
                                         0x20AC, 0x20AC, 0x2190, 0x2190, 0x2192, 0x2192, 0x25B2, 0x25B2,
                                         0x25BC, 0x25BC, 0x25CF, 0x25CF, 0x2713, 0x2713, 0};

ImVector<ImWchar> ranges_of(std::string_view texts) {
  ImFontGlyphRangesBuilder builder;
  builder.AddRanges(always.data());
  builder.AddText(texts.data(), texts.data() + texts.size());
  ImVector<ImWchar> ranges;
  builder.BuildRanges(&ranges);
  return ranges;
}

std::optional<FontFiles> read_family(const std::string& folder, const Family& family) {
  auto regular = assessment::read_file(folder + family.regular, assessment::largest_font);
  auto strong = assessment::read_file(folder + family.strong, assessment::largest_font);
  if (!regular || !strong) return std::nullopt;
  return FontFiles{std::move(regular).value(), std::move(strong).value(), family.size_per_em, ""};
}

ImFont* add_font(const std::string& bytes, float size, const ImVector<ImWchar>& ranges, ImFontConfig config) {
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = size < 48 ? 2 : 1;
  config.OversampleV = 1;
  // The atlas reads these bytes and never writes them, whatever the type says.
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()),  // NOLINT
                                                    static_cast<int>(bytes.size()), size, &config,
                                                    ranges.Data);
}

class TextCollector {
 public:
  void add(std::string_view text) { texts_ += text; }
  void add(const assessment::LocalizedText& text) {
    for (const auto& [language, words] : text.by_language) add(words);
  }
  void add(const std::vector<assessment::Option>& options) {
    for (const assessment::Option& option : options) add(option.label);
  }
  void add(const assessment::Domain& domain) {
    add(domain.title);
    add(domain.about);
    for (const assessment::Resource& resource : domain.resources) {
      for (const std::string& text : {resource.url, resource.owner, resource.licence, resource.reviewed})
        add(text);
      add(resource.title);
      add(resource.text);
    }
  }
  void add(const assessment::QuestionBank& bank) {
    for (const auto* text : {&bank.title, &bank.about, &bank.before_you_start, &bank.after}) add(*text);
    for (const assessment::Role& role : bank.roles) add(role.label);
    for (const assessment::Scale& scale : bank.scales) add(scale.points);
    for (const assessment::Level& level : bank.levels) add(level.label);
    for (const assessment::Domain& domain : bank.domains) add(domain);
    for (const assessment::Item& item : bank.items) {
      for (const auto* text : {&item.prompt, &item.hint, &item.why, &item.error, &item.feedback}) add(*text);
      if (item.image) add(item.image->alt);
      add_type(item);
      for (std::size_t step = 0; step < steps_of(item); ++step) {
        for (const assessment::Option& option : options_of(bank, item, step)) add(option.label);
      }
    }
  }
  // What an item shows beside its options.
  void add_type(const assessment::Item& item) {
    if (const auto* match = std::get_if<assessment::MatchItem>(&item.type)) add(match->rights);
    if (const auto* number = std::get_if<assessment::NumberItem>(&item.type)) add(number->unit);
    if (const auto* hotspot = std::get_if<assessment::HotspotItem>(&item.type)) add(hotspot->scene.title);
    if (const auto* task = std::get_if<assessment::TaskItem>(&item.type)) {
      for (const assessment::TaskStep& step : task->steps) {
        add(step.prompt);
        if (step.scene) add(step.scene->title);
      }
    }
  }
  std::string take() { return std::move(texts_); }

 private:
  std::string texts_;
};

}  // namespace

assessment::Expected<FontFiles> find_fonts(const std::string& share) {
  constexpr const char* system = "/usr/share/fonts/";
  for (const Family& family : families) {
    for (const std::string& folder : {share + "/assets/fonts/", std::string(system)}) {
      std::optional<FontFiles> files = read_family(folder, family);
      if (!files) continue;
      auto fallback =
          assessment::read_file(std::string(system) + families.back().regular, assessment::largest_font);
      if (fallback) files->fallback = std::move(fallback).value();
      return std::move(*files);
    }
  }
  return assessment::Diagnostic{
      .code = "font-missing",
      .text = "no font was found; install fonts-inter, fonts-liberation2 or fonts-dejavu-core"};
}

std::string texts_in_use(const Setup& setup, const Strings& strings) {
  TextCollector texts;
  texts.add(setup.organisation);
  texts.add(setup.help_text);
  if (setup.bank) texts.add(*setup.bank);
  for (const BankOffer& offer : setup.offers) texts.add(*offer.bank);
  if (setup.preview) {
    for (const std::string& finding : setup.preview->findings) texts.add(finding);
  }
  texts.add(texts_in_use(strings));
  return texts.take();
}

std::string texts_in_use(const assessment::QuestionBank& bank) {
  TextCollector texts;
  texts.add(bank);
  return texts.take();
}

std::string texts_in_use(const Strings& strings) {
  TextCollector texts;
  for (const Catalogue& catalogue : strings.catalogues()) {
    for (const auto& [key, text] : catalogue.texts) texts.add(text);
  }
  return texts.take();
}

ui::Typeface build_fonts(const FontFiles& files, std::string_view texts, const ui::Theme& theme) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  // Read while the atlas is built, so it has to live until then.
  const ImVector<ImWchar> ranges = ranges_of(texts);
  ui::Typeface typeface;
  for (std::size_t index = 0; index < ui::type_role_count; ++index) {
    const auto role = static_cast<ui::TypeRole>(index);
    const float size = std::round(theme.em_of(role) * files.size_per_em);
    typeface.sizes[index] = size;
    typeface.fonts[index] = add_font(ui::is_strong(role) ? files.strong : files.regular, size, ranges, {});
    if (files.fallback.empty()) continue;
    ImFontConfig merged;
    merged.MergeMode = true;  // only what the family lacks
    add_font(files.fallback, size, ranges, merged);
  }
  atlas.Build();
  atlas.ClearInputData();  // it points at `ranges`
  return typeface;
}

}  // namespace app::platform
