#include "assessment/statistics/scored_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "assessment/results/batch_reader.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/statistics/recorded_score.hpp"

namespace assessment {
namespace {

// The column of each of the bank's items; none: a note.
std::vector<std::optional<std::size_t>> columns_of(const QuestionBank& bank) {
  std::vector<std::optional<std::size_t>> columns;
  std::size_t next = 0;
  for (const Item& item : bank.items) {
    columns.push_back(is_note(item) ? std::nullopt : std::optional(next));
    if (!is_note(item)) ++next;
  }
  return columns;
}

std::vector<std::string> scored_items(const QuestionBank& bank) {
  std::vector<std::string> items;
  for (const Item& item : bank.items) {
    if (!is_note(item)) items.push_back(item.id.text);
  }
  return items;
}

class Scorer {
 public:
  explicit Scorer(const ScoredFilesRequest& request) : request_(request) {
    if (request.by) scored_.grouping.dimensions = {*request.by};
    scored_.grouping.items = ItemCounting::on;
  }

  void add(const BatchRecord& record, const std::string& file) {
    if (!is_wanted(record)) return;
    const QuestionBank* bank = bank_of(record.record.bank, file);
    if (!bank) return;
    GroupKey key{.series = series_of(record.record.bank)};
    if (request_.by) key.values = {value_of(*request_.by, record)};
    ScoredGroup& group = scored_.groups[key];
    if (!group.bank) {
      group.bank = bank;
      group.scores = make_score_matrix(scored_items(*bank));
    }
    assessment::add(scored_.aggregate, scored_.grouping, record);
    add_scores(group, record.record, file);
    if (request_.links == Links::keep && record.record.link) add_link(group, record.record);
  }

  void add_file(const ResultHeader& header) {
    const auto respondents = std::visit([](const auto& content) { return content.respondents; }, header);
    scored_.files += 1;
    scored_.synthetic_files += respondents == Respondents::synthetic;
  }

  void add_faults(const Diagnostics& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  Expected<ScoredFiles> result() && {
    if (!faults_.empty()) return std::move(faults_);
    return std::move(scored_);
  }

 private:
  bool is_wanted(const BatchRecord& record) const {
    if (!request_.by || request_.values.empty()) return true;
    const std::string& value = value_of(*request_.by, record);
    return std::find(request_.values.begin(), request_.values.end(), value) != request_.values.end();
  }

  const QuestionBank* bank_of(const std::string& name, const std::string& file) {
    const auto [place, is_new] = banks_.emplace(name, nullptr);
    if (is_new) {
      place->second = request_.find_bank(name);
      if (!place->second) {
        faults_.push_back({Severity::error,
                           "bank-needed",
                           file,
                           {},
                           fmt::format("its answers are to {}: give this bank with --bank", name)});
      }
    }
    return place->second;
  }

  void add_scores(ScoredGroup& group, const ResultRecord& record, const std::string& file) {
    ScoreMatrix& scores = group.scores;
    const auto people = static_cast<std::size_t>(++scores.people);
    const auto columns = columns_of(*group.bank);
    for (const auto& [id, answer] : record.answers) {
      if (id.find('.') != std::string::npos) continue;  // how sure, and marks
      const auto index = find_item(*group.bank, ItemId{id});
      const auto column = index ? columns[*index] : std::nullopt;
      const auto score =
          column ? score_recorded(*group.bank, group.bank->items[*index], answer) : std::nullopt;
      if (!score) {
        group.unknown_answers += 1;
      } else if (score->is_applicable &&
                 !keep(scores, *column, group.bank->items[*index].weight * score->points)) {
        refuse_scores(id, file);
      }
    }
    for (std::size_t item = 0; item < scores.columns.size(); ++item) {
      if (scores.columns[item].size() < people) append_missing(scores, item);
    }
  }

  static bool keep(ScoreMatrix& scores, std::size_t column, const Rational& score) {
    const mpz_class numerator = score.numerator(), denominator = score.denominator();
    if (!numerator.fits_slong_p() || !denominator.fits_slong_p()) return false;
    return append_score(scores, column, numerator.get_si(), denominator.get_si());
  }

  void refuse_scores(const std::string& item, const std::string& file) {
    if (faults_.size() >= 100) return;
    faults_.push_back({Severity::error,
                       "scores-too-large",
                       file,
                       {},
                       fmt::format("the scores of '{}' are too large, or too fine, to be analysed", item)});
  }

  static void add_link(ScoredGroup& group, const ResultRecord& record) {
    const auto [place, is_new] = group.linked.emplace(*record.link, record.domains);
    if (!is_new) place->second.reset();
  }

  const ScoredFilesRequest& request_;
  ScoredFiles scored_;
  std::map<std::string, const QuestionBank*> banks_;
  Diagnostics faults_;
};

}  // namespace

Expected<ScoredFiles> score_files(const std::vector<std::string>& paths, const ScoredFilesRequest& request) {
  Scorer scorer(request);
  for (const std::string& path : paths) {
    const auto bytes = read_lines(path, request.keys);
    if (!bytes) {
      scorer.add_faults(bytes.faults());
      continue;
    }
    const auto header =
        read_batch(*bytes, path, [&](const BatchRecord& record) { scorer.add(record, path); });
    if (header) {
      scorer.add_file(*header);
    } else {
      scorer.add_faults(header.faults());
    }
  }
  return std::move(scorer).result();
}

ScaleItems scale_items(const QuestionBank& bank, std::size_t domain, Measure measure) {
  ScaleItems scale;
  const auto columns = columns_of(bank);
  for (const Item& item : bank.items) {
    const auto column = columns[item.index];
    if (!column || item.domain != domain || item.measure != measure) continue;
    scale.columns.push_back(*column);
    scale.items.push_back(&item);
    scale.highest.emplace_back(item.weight * highest_score(bank, item));
  }
  return scale;
}

}  // namespace assessment
