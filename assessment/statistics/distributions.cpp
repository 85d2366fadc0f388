#include "assessment/statistics/distributions.hpp"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace assessment {

double normal_quantile(double p) {
  return boost::math::quantile(boost::math::normal_distribution<double>(), p);
}

double student_t_quantile(double p, double degrees) {
  return boost::math::quantile(boost::math::students_t_distribution<double>(degrees), p);
}

double f_quantile(double p, double degrees_above, double degrees_below) {
  return boost::math::quantile(boost::math::fisher_f_distribution<double>(degrees_above, degrees_below), p);
}

}  // namespace assessment
