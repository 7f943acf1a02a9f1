/** The pictures; their words are set in pixels and never stretched. */
export const PICTURES = `
svg{display:block;overflow:visible}
svg svg{overflow:hidden}
svg text{font-size:12.5px;fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
svg .tick{fill:var(--soft);font-size:11.5px}
svg .axis{stroke:var(--line);stroke-width:1}
svg .grid{stroke:var(--line);stroke-width:1;stroke-dasharray:1 3}
svg .within{fill:var(--within)}
svg .beyond{fill:var(--beyond)}
svg .never{fill:var(--never)}
svg .aside{fill:var(--open)}
svg .never-words{fill:var(--broken);font-weight:600}
svg .aside-words{fill:var(--soft);font-weight:600}
svg .expected{stroke:var(--expected);stroke-width:2}
svg .target{stroke:var(--target);stroke-width:2;stroke-dasharray:4 3}
svg .expected-words{fill:var(--expected);font-weight:600}
svg .revealed{stroke:var(--revealed);stroke-width:2.5}
svg .revealed-words{fill:var(--revealed);font-weight:600}
svg .revealed-band{fill:var(--revealed);opacity:.5}
svg .target-words{fill:var(--target);font-weight:600}
svg .middle-words{fill:var(--kept)}
svg .beyond-words{fill:var(--broken);font-weight:600}
svg .within-words{fill:var(--kept);font-weight:600}
svg .expected-band{fill:var(--expected);opacity:.4}
svg .target-band{fill:var(--target);opacity:.45}
svg .middle{fill:var(--kept);stroke:var(--paper);stroke-width:1.5}
.marks-small text{font-size:11.5px}
.rate .interval{stroke:var(--soft);stroke-width:5;stroke-linecap:round;opacity:.45}
.rate .goal{stroke:var(--ink);stroke-width:2}
.rate .dot{fill:var(--soft)}
.rate.held .dot{fill:var(--kept)}
.rate.held .interval{stroke:var(--kept)}
.rate.missed .dot{fill:var(--beyond)}
.rate.missed .interval{stroke:var(--beyond)}
.months .interval-band{fill:var(--soft);opacity:.16}
.months .rate-line{fill:none;stroke:var(--ink);stroke-width:1.75;vector-effect:non-scaling-stroke}
.months .dot{fill:var(--ink)}
.months .goal{stroke:var(--target);stroke-width:1.5;stroke-dasharray:5 3}
.months .goal-words{fill:var(--target);font-size:11.5px}
.trend .interval-band{fill:var(--soft);opacity:.16}
.trend .rate-line{fill:none;stroke:var(--ink);stroke-width:1.5;vector-effect:non-scaling-stroke}
.trend .goal{stroke:var(--target);stroke-width:1.25;stroke-dasharray:4 3}
.trend .dot{fill:var(--soft)}
.trend .dot.held{fill:var(--kept)}
.trend .dot.missed{fill:var(--beyond)}
.calibration .diagonal{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 4}
.calibration .spread,.said .spread{stroke:var(--target);stroke-width:5;stroke-linecap:round;opacity:.35}
.calibration .dot,.said .dot{fill:var(--target)}
.felt .between{stroke:var(--line);stroke-width:4}
.middle-words{color:var(--kept)}
.ways .step rect{fill:var(--raised);stroke:var(--open);stroke-width:1;stroke-dasharray:4 3}
.ways .step.meant rect{stroke:var(--kept);stroke-width:2;stroke-dasharray:none}
.ways .step text{stroke:none;font-size:12px}
.ways .step .name{font-weight:650;font-size:12.5px}
.ways .step .soft{fill:var(--soft)}
.ways .step .lost{fill:var(--broken)}
.ways .line{fill:none;stroke:var(--open)}
.ways .head{fill:var(--open)}
.ways .meant .line{stroke:var(--within)}
.ways .meant .head{fill:var(--within)}
.ways .nobody .line{stroke-dasharray:2 5}
.story .story-span{stroke-width:3;stroke:var(--within)}
.story .story-span.late,.story .story-span.missed{stroke:var(--beyond)}
.story .story-span.open{stroke:var(--open)}
.story .story-span.excused{stroke:var(--excused)}
.story .story-ahead{stroke:var(--open);stroke-width:2;stroke-dasharray:2 3}
.story .story-due{stroke:var(--expected);stroke-width:1.5}
.story .story-asked{fill:var(--soft)}
.story .story-now{stroke:var(--soft);stroke-width:1}
.story .story-mark.kept{fill:var(--kept)}
.story .story-mark.late{fill:var(--beyond)}
.story .story-mark.missed{fill:var(--broken)}
.story .story-mark.open{fill:var(--paper);stroke:var(--ink);stroke-width:2}
.story .story-mark.excused{fill:var(--soft)}
`;
