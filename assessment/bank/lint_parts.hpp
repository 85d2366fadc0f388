// The parts that lint_bank is made of; of no use to anyone else. Each adds its warnings, in any order.
#pragma once

#include "assessment/bank/lint.hpp"

namespace assessment {

struct Lint {
  const QuestionBank& bank;
  const NodeTree& tree;  // of an accepted bank: every key that is required is there
  const FamiliarWords& familiar;
  Diagnostics& warnings;

  void warn(Node at, const char* code, std::string text) const {
    warnings.push_back(at.warning(code, std::move(text)));
  }
};

// lint_options.cpp: correct options that give themselves away.
void lint_options(const Lint& lint);

// lint_prompts.cpp: prompts that are long, hard, two in one, or asked before.
void lint_prompts(const Lint& lint);

// lint_routing.cpp: conditions that tell the language, or that are too many to try out.
void lint_routing(const Lint& lint);

// lint_texts.cpp: texts of any kind that were not translated or do not fit.
void lint_texts(const Lint& lint);

}  // namespace assessment
