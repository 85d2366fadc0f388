#include "app/ui/scene_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace app::ui {

namespace {

constexpr double same_edge = 0.001;  // percent

// A region along one axis: its edges in percent, and the pixels it needs between them.
struct Span {
  double from = 0, to = 0;
  float least = 0;
};

// One axis of the scene, cut at every edge of a region.
class Strips {
 public:
  Strips(std::vector<Span> spans, float length) : spans_(std::move(spans)) {
    edges_ = {0, 100};
    for (const Span& span : spans_) edges_.insert(edges_.end(), {span.from, span.to});
    std::ranges::sort(edges_);
    const auto is_same = [](double a, double b) { return b - a < same_edge; };
    edges_.erase(std::unique(edges_.begin(), edges_.end(), is_same), edges_.end());
    for (std::size_t i = 0; i + 1 < edges_.size(); ++i) {
      sizes_.push_back(static_cast<float>((edges_[i + 1] - edges_[i]) / 100) * length);
    }
  }

  // Gives every span what it needs: those of few strips first, as they have no choice.
  void grow() {
    std::vector<Span> ordered = spans_;
    std::ranges::stable_sort(ordered, {}, [&](const Span& span) { return last(span) - first(span); });
    for (const Span& span : ordered) {
      const float size = size_of(span);
      if (size >= span.least) continue;
      for (std::size_t i = first(span); i < last(span); ++i) sizes_[i] *= span.least / size;
    }
  }

  // Takes room back: first from strips where nothing stands, then from every strip its share, as far as its
  // regions can spare it.
  void shrink_to(float length) {
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      if (!is_covered(i)) take(i, total() - length);
    }
    for (int round = 0; round < 8; ++round) {
      const float excess = total() - length;
      const float all = total();
      for (std::size_t i = 0; i < sizes_.size(); ++i) take(i, excess * sizes_[i] / all);
    }
    for (std::size_t i = 0; i < sizes_.size(); ++i) take(i, total() - length);
  }

  float total() const { return std::accumulate(sizes_.begin(), sizes_.end(), 0.0F); }
  float at(double edge) const {
    return std::accumulate(sizes_.begin(), sizes_.begin() + static_cast<std::ptrdiff_t>(index_of(edge)),
                           0.0F);
  }

 private:
  std::size_t index_of(double edge) const {
    const auto found =
        std::ranges::find_if(edges_, [&](double other) { return std::abs(other - edge) < 2 * same_edge; });
    return static_cast<std::size_t>(found - edges_.begin());
  }
  std::size_t first(const Span& span) const { return index_of(span.from); }
  std::size_t last(const Span& span) const { return index_of(span.to); }
  float size_of(const Span& span) const { return at(span.to) - at(span.from); }

  bool is_covered(std::size_t strip) const {
    return std::ranges::any_of(spans_,
                               [&](const Span& span) { return first(span) <= strip && strip < last(span); });
  }

  void take(std::size_t strip, float wanted) { sizes_[strip] -= std::clamp(wanted, 0.0F, slack(strip)); }

  // How much the strip can lose before a span over it has too little.
  float slack(std::size_t strip) const {
    float least = sizes_[strip];
    for (const Span& span : spans_) {
      if (first(span) <= strip && strip < last(span)) least = std::min(least, size_of(span) - span.least);
    }
    return std::max(least, 0.0F);
  }

  std::vector<Span> spans_;
  std::vector<double> edges_;
  std::vector<float> sizes_;
};

SceneLayout stacked(const SceneNeeds& needs, float width) {
  SceneLayout layout{.is_stacked = true};
  float pen = needs.gap / 2;
  for (std::size_t i = 0; i < needs.widths.size(); ++i) {
    const Box box{needs.gap / 2, pen, width - needs.gap, needs.height(i, width - needs.gap)};
    layout.regions.push_back(box);
    pen = box.bottom() + needs.gap;
  }
  layout.height = pen - needs.gap / 2;
  return layout;
}

}  // namespace

SceneLayout lay_out_scene(const std::vector<assessment::Rectangle>& regions, const SceneNeeds& needs,
                          float width, float least_height) {
  // Each region has half the gap around it, so that neighbours that touch in the bank do not here.
  std::vector<Span> across;
  for (std::size_t i = 0; i < regions.size(); ++i) {
    across.push_back({regions[i].left, regions[i].left + regions[i].width, needs.widths[i] + needs.gap});
  }
  Strips columns(across, width);
  columns.grow();
  columns.shrink_to(width);
  if (columns.total() > width + 0.5F) return stacked(needs, width);

  SceneLayout layout;
  std::vector<Span> down;
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const float left = std::round(columns.at(across[i].from) + needs.gap / 2);
    const float right = std::round(columns.at(across[i].to) - needs.gap / 2);
    layout.regions.push_back({left, 0, right - left, 0});
    const float height = std::ceil(needs.height(i, right - left)) + 1;  // edges are rounded
    down.push_back({regions[i].top, regions[i].top + regions[i].height, height + needs.gap});
  }
  Strips rows(down, least_height);
  rows.grow();
  for (std::size_t i = 0; i < regions.size(); ++i) {
    Box& box = layout.regions[i];
    box.y = std::round(rows.at(down[i].from) + needs.gap / 2);
    box.height = std::round(rows.at(down[i].to) - needs.gap / 2) - box.y;
  }
  layout.height = std::ceil(rows.total());
  return layout;
}

}  // namespace app::ui
