// Quantiles of the distributions that intervals are cut from. By Boost.Math, to about 15 digits.
#pragma once

namespace assessment {

// The value below which a share `p` of the standard normal distribution lies. Precondition: 0 < p < 1.
double normal_quantile(double p);

// Of Student's t with `degrees` of freedom, not necessarily whole. Precondition: 0 < p < 1, degrees > 0.
double student_t_quantile(double p, double degrees);

// Of F. Precondition: 0 < p < 1, both degrees of freedom > 0.
double f_quantile(double p, double degrees_above, double degrees_below);

}  // namespace assessment
