// Tables of scores with published statistics.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace tests {

// R's `attitude`: Chatterjee and Price, "Regression Analysis by Example"; 30 departments, 7 questions.
inline const std::string attitude_csv =
    "rating,complaints,privileges,learning,raises,critical,advance\n"
    "43,51,30,39,61,92,45\n63,64,51,54,63,73,47\n71,70,68,69,76,86,48\n61,63,45,47,54,84,35\n"
    "81,78,56,66,71,83,47\n43,55,49,44,54,49,34\n58,67,42,56,66,68,35\n71,75,50,55,70,66,41\n"
    "72,82,72,67,71,83,31\n67,61,45,47,62,80,41\n64,53,53,58,58,67,34\n67,60,47,39,59,74,41\n"
    "69,62,57,42,55,63,25\n68,83,83,45,59,77,35\n77,77,54,72,79,77,46\n81,90,50,72,60,54,36\n"
    "74,85,64,69,79,79,63\n65,60,65,75,55,80,60\n65,70,46,57,75,85,46\n50,58,68,54,64,78,52\n"
    "50,40,33,34,43,64,33\n64,61,52,62,66,80,41\n53,66,52,50,63,80,37\n40,37,42,58,50,57,49\n"
    "63,54,42,48,66,75,33\n66,77,66,63,88,76,72\n78,75,58,74,80,78,49\n48,57,44,45,51,83,38\n"
    "85,85,71,71,77,74,55\n82,82,39,59,64,78,39\n";

// LSAT section 7: Bock and Lieberman (1970), Psychometrika 35, 179-197; how many of 1000 people gave each
// pattern of right and wrong, from 00000 to 11111, the first item leftmost.
inline constexpr std::array<int, 32> lsat7{12, 19, 1,  7,  3,  19, 3,  17, 10, 5,  3, 7,  7,  23,  8,  28,
                                           7,  39, 11, 34, 14, 51, 15, 90, 6,  25, 7, 35, 18, 136, 32, 308};

inline std::string lsat7_csv() {
  std::string csv = "i1,i2,i3,i4,i5\n";
  for (std::size_t pattern = 0; pattern < lsat7.size(); ++pattern) {
    std::string line;
    for (int bit = 4; bit >= 0; --bit) {
      line += (pattern >> static_cast<unsigned>(bit)) % 2 == 1 ? '1' : '0';
      line += bit > 0 ? ',' : '\n';
    }
    for (int i = 0; i < lsat7[pattern]; ++i) csv += line;
  }
  return csv;
}

}  // namespace tests
