#include "assessment/reporting/html_style.hpp"

namespace assessment {

const std::string_view html_style = R"(
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.5 Arial, "Liberation Sans", sans-serif; color: #212B32; background: #F0F4F5; }
body { margin: 0; font-size: 1.1875rem; overflow-wrap: break-word; }
header { background: #005EB8; color: #FFFFFF; }
.column { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.625rem; line-height: 1.2; margin: 0 0 1rem; }
h3 { font-size: 1.375rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
p, ul { margin: 0 0 1rem; max-width: 44rem; }
a { color: #005EB8; display: inline-block; padding: 0.125rem 0; min-height: 1.5rem; }
a:hover { color: #003087; }
header a, header a:hover { color: #FFFFFF; }
a:focus, a:focus-visible, .wide:focus, .wide:focus-visible {
  outline: 4px solid #FFEB3B; outline-offset: 0; box-shadow: 0 0 0 8px #212B32; color: #212B32; }
a:focus, a:focus-visible { background: #FFEB3B; }
.wide:focus, .wide:focus-visible { outline: 4px solid #212B32; outline-offset: 0; box-shadow: 0 0 0 8px #FFEB3B; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 1; padding: 0.5rem; }
nav ul { list-style: none; padding: 0; }
section { background: #FFFFFF; padding: 1.5rem; margin: 0 0 1.5rem; }
.summary { border-left: 8px solid #005EB8; }
.summary li { margin: 0 0 0.5rem; }
.summary li:first-child { font-weight: bold; }
.says { font-weight: bold; margin-bottom: 0.5rem; }
.marking { background: #D5281B; color: #FFFFFF; font-weight: bold; text-align: center; margin: 0; padding: 0.5rem;
  max-width: none; }
.marking p { margin: 0; max-width: none; }
.wide { position: relative; overflow-x: auto; margin: 0 0 1.5rem; padding: 2px; }
svg { display: block; max-width: 100%; min-width: 38rem; height: auto; }
table { border-collapse: collapse; font-size: 1rem; min-width: 100%; }
caption { text-align: left; font-weight: bold; padding: 0 0 0.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid #D8DDE0; text-align: left; vertical-align: top;
  min-width: 4rem; }
thead th { vertical-align: bottom; border-bottom: 2px solid #4C6272; }
tbody th { font-weight: normal; min-width: 9rem; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .figure { white-space: normal; min-width: 6.5rem; }
.hint { color: #4C6272; font-size: 1rem; }
footer { color: #4C6272; }
@page { size: A4; margin: 18mm 15mm; }
@media print {
  html, body, header, section { background: none; color: #000000; }
  body { font-size: 13pt; }
  header a, .skip, nav { display: none; }
  .column, section { padding: 0; max-width: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 17pt; }
  h3 { font-size: 15pt; }
  table, .hint { font-size: 12pt; }
  h2, h3, caption, .says { break-after: avoid; }
  svg, tr { break-inside: avoid; }
  svg { min-width: 0; width: 100%; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .wide { overflow: visible; }
  .summary { padding-left: 4mm; }
  th, td, tbody th, thead .figure { min-width: 0; padding: 1mm 2mm 1mm 0; hyphens: auto; }
  thead th, thead .figure { min-width: 14mm; overflow-wrap: anywhere; }
  tbody th { min-width: 20mm; overflow-wrap: anywhere; }
  .many { font-size: 9pt; }
  .many th, .many td { padding-right: 1mm; }
  .most { font-size: 8pt; }
  .most thead th { min-width: 8mm; }
  p, ul { max-width: none; }
  body { display: table; table-layout: fixed; width: 100%; }
  .marking { display: table-header-group; break-inside: avoid; background: none; color: #000000; }
  .marking.last { display: none; }
}
)";

}  // namespace assessment
