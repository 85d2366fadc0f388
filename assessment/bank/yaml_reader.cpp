#include "assessment/bank/yaml_reader.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_set>
#include <utility>

#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t deepest_nesting = 16;
constexpr std::size_t most_nodes = 200'000;
constexpr std::size_t largest_scalar = 16 * 1024;
constexpr std::size_t most_faults = 100;

// Thrown out of the parser when reading on would be guesswork; the faults are in the builder.
struct StopReading {};

// Reads a string_view in place: the parser wants a stream, and a copy of 4 MiB is waste.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // NOLINT: streambuf's interface; nothing is written
    setg(begin, begin, begin + text.size());
  }
};

// The start of each line, to turn the library's byte columns into characters.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      starts_.push_back(at + 1);
    }
  }

  Position position_of(std::size_t offset) const {
    const auto after = std::ranges::upper_bound(starts_, offset);
    const std::size_t start = *std::prev(after);
    const std::size_t column = count_characters(text_.substr(start, offset - start));
    return {static_cast<int>(after - starts_.begin()), static_cast<int>(column) + 1};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace

// Turns events into entries, refusing on the way what a strict reader does not accept.
class NodeTreeBuilder : public YAML::EventHandler {
 public:
  NodeTreeBuilder(std::string_view text, std::string file)
      : lines_(text), skipped_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {
    tree_.file_ = std::move(file);
    tree_.text_.reserve(text.size());
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1)
      stop(position_of(mark), "second-document", "a second document; keep everything in one");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    // The library marks an empty value with the token after it: its key's place is where to look.
    const Position at = expects_value() ? tree_.entries_[open_.back().last_child].at : position_of(mark);
    refuse_anchor(at, anchor);
    add(NodeKind::null, at, "", false);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fault(position_of(mark), "alias", "an alias (*name); write the text out instead");
    add(NodeKind::null, position_of(mark), "", false);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const Position at = position_of(mark);
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    if (value.size() > largest_scalar) {
      fault(at, "scalar-too-long",
            fmt::format("a text of {} bytes; at most {} are allowed", value.size(), largest_scalar));
    }
    // A quoted or block scalar bears the tag "!", a plain one "?".
    add(NodeKind::scalar, at, value, tag == "!");
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    start(NodeKind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { open_.pop_back(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    start(NodeKind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { open_.pop_back(); }

  void fault(Position at, std::string code, std::string text) {
    faults_.push_back({Severity::error, std::move(code), tree_.file_, at, std::move(text)});
    if (faults_.size() >= most_faults) throw StopReading{};
  }

  Position position_of(const YAML::Mark& mark) const {
    return lines_.position_of(static_cast<std::size_t>(std::max(mark.pos, 0)) + skipped_);
  }

  Expected<NodeTree> finish() && {
    if (!faults_.empty()) {
      sort_by_position(faults_);
      return std::move(faults_);
    }
    if (tree_.entries_.empty())
      return Diagnostic{Severity::error, "empty", tree_.file_, {1, 1}, "the file is empty"};
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t index;
    std::uint32_t last_child;
    std::size_t children = 0;
    std::unordered_set<std::string> keys{};
  };

  bool expects_value() const {
    return !open_.empty() && tree_.entries_[open_.back().index].kind == NodeKind::map &&
           open_.back().children % 2 == 1;
  }
  bool expects_key() const {
    return !open_.empty() && tree_.entries_[open_.back().index].kind == NodeKind::map &&
           open_.back().children % 2 == 0;
  }

  [[noreturn]] void stop(Position at, std::string code, std::string text) {
    fault(at, std::move(code), std::move(text));
    throw StopReading{};
  }

  void refuse_anchor(Position at, YAML::anchor_t anchor) {
    if (anchor != 0) fault(at, "anchor", "an anchor (&name); write the text out wherever it is needed");
  }

  void refuse_tag(Position at, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      fault(at, "tag", fmt::format("an explicit tag ({}); leave it out", tag));
  }

  void check_key(NodeKind kind, Position at, std::string_view text) {
    if (kind != NodeKind::scalar) {
      fault(at, "key-not-plain", "a key that is not a plain word");
    } else if (text == "<<") {
      fault(at, "merge-key", "a merge key (<<); write the keys out instead");
    } else if (!open_.back().keys.emplace(text).second) {
      fault(at, "duplicate-key", fmt::format("the key '{}' stands here a second time", text));
    }
  }

  std::uint32_t add(NodeKind kind, Position at, std::string_view text, bool is_quoted) {
    if (tree_.entries_.size() >= most_nodes) {
      stop(at, "too-many-nodes", fmt::format("more than {} values in one file", most_nodes));
    }
    if (expects_key()) check_key(kind, at, text);
    const std::string composed = to_nfc(text);
    const auto index = static_cast<std::uint32_t>(tree_.entries_.size());
    tree_.entries_.push_back({kind, is_quoted, at, static_cast<std::uint32_t>(tree_.text_.size()),
                              static_cast<std::uint32_t>(composed.size()), NodeTree::none, NodeTree::none});
    tree_.text_ += composed;
    if (!open_.empty()) {
      Open& parent = open_.back();
      (parent.children == 0 ? tree_.entries_[parent.index].first_child
                            : tree_.entries_[parent.last_child].next_sibling) = index;
      parent.last_child = index;
      ++parent.children;
    }
    return index;
  }

  void start(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    const Position at = position_of(mark);
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    if (open_.size() >= deepest_nesting) {
      stop(at, "too-deep", fmt::format("nested more than {} deep", deepest_nesting));
    }
    open_.push_back({add(kind, at, "", false), NodeTree::none});
  }

  Lines lines_;
  std::size_t skipped_;  // a leading byte order mark, which the library does not count
  NodeTree tree_;
  std::vector<Open> open_;
  Diagnostics faults_;
  int documents_ = 0;
};

namespace {

// The library's own words are for programmers; these are for authors.
std::string explain(const YAML::ParserException& exception) {
  const bool is_unquoted = exception.msg.find("token") != std::string::npos;
  return fmt::format("this is not YAML: {}{}", exception.msg, is_unquoted ? "; put the text in quotes" : "");
}

}  // namespace

Expected<NodeTree> read_yaml(std::string_view text, std::string file) {
  const auto refuse = [&](Position at, const char* code, std::string why) {
    return Diagnostic{Severity::error, code, file, at, std::move(why)};
  };
  if (text.size() > largest_yaml) {
    return refuse({}, "too-large",
                  fmt::format("{} bytes; at most {} are allowed", text.size(), largest_yaml));
  }
  if (const auto fault = find_text_fault(text)) {
    const Position at = Lines(text.substr(0, fault->offset)).position_of(fault->offset);
    return refuse(at, "bad-character", fault->text);
  }

  NodeTreeBuilder builder(text, file);
  try {
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const StopReading&) {  // the fault is noted
  } catch (const YAML::ParserException& exception) {
    try {
      builder.fault(builder.position_of(exception.mark), "not-yaml", explain(exception));
    } catch (const StopReading&) {  // it was the last that is listed
    }
  }
  return std::move(builder).finish();
}

}  // namespace assessment
