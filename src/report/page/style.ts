import type { Markup } from "../markup.ts";
import { COLOURS } from "./colours.ts";
import { PAPER } from "./style-paper.ts";
import { PICTURES } from "./style-pictures.ts";
import { TABLES } from "./style-tables.ts";

const FRAME = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;overflow-wrap:anywhere;background:var(--paper);color:var(--ink);font:400 15px/1.5 -apple-system,"Segoe UI",Inter,Roboto,"Noto Sans","Open Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums lining-nums}
.page{max-width:1120px;margin:0 auto;padding:0 32px}
a{color:var(--link);text-decoration-color:var(--line);text-underline-offset:.18em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--focus);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:16px;top:8px;background:var(--paper);padding:6px 10px;z-index:2}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
h1,h2,h3,h4,p,dl,dd,ul,ol{margin:0;padding:0}
h1,h2,.says,.lead .sentence{font-family:"Iowan Old Style",Charter,"Palatino Linotype",Palatino,Georgia,"Noto Serif","Liberation Serif",serif}
h1{font-size:clamp(1.9rem,1.3rem + 2.4vw,2.9rem);line-height:1.1;font-weight:500;letter-spacing:-.012em;overflow-wrap:anywhere}
h2{font-size:clamp(1.4rem,1.15rem + 1vw,1.85rem);line-height:1.2;font-weight:500;letter-spacing:-.005em;overflow-wrap:anywhere}
h3{font-size:.95rem;font-weight:650;margin-bottom:.55rem}
h4{font-size:.9rem;font-weight:650;margin-bottom:.5rem}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.soft{color:var(--soft)}
.none{color:var(--soft);font-style:italic;font-weight:400}
.note{color:var(--soft);font-size:.86rem;margin-top:.5rem}
q.says{quotes:"\\201C" "\\201D";overflow-wrap:anywhere}
.brand{display:flex;justify-content:space-between;align-items:center;padding:22px 0 44px}
.wordmark{font-weight:700;letter-spacing:-.01em;font-size:1.02rem}
.wordmark::before{content:"";display:inline-block;width:.62em;height:.62em;border-radius:50%;background:var(--kept);margin-right:.45em}
#theme{font:inherit;font-size:.86rem;color:var(--soft);background:none;border:1px solid var(--line);border-radius:99px;padding:3px 13px;min-height:28px;cursor:pointer}
#theme:hover{color:var(--ink);border-color:var(--soft)}
.question{color:var(--soft);font-size:1.02rem;margin-top:.55rem}
.facts{display:flex;flex-wrap:wrap;gap:10px 38px;margin-top:26px}
.facts dt{color:var(--soft);font-size:.8rem}
.facts dd{font-weight:600}
.facts .soft{font-weight:400}
.contents{display:flex;flex-wrap:wrap;gap:4px 22px;border-top:1px solid var(--line);margin-top:26px;padding-top:12px;font-size:.88rem}
.contents a{color:var(--soft);text-decoration:none;padding:3px 0}
.contents a:hover{color:var(--ink);text-decoration:underline}
main>section{padding:52px 0 0}
section.lead{padding-top:44px}
.lead .sentence{font-size:clamp(1.25rem,1rem + 1.35vw,1.8rem);line-height:1.36;max-width:37em;text-wrap:pretty}
.lead .sentence a{text-decoration-color:var(--broken);text-decoration-thickness:1px}
.lead .then{color:var(--soft);margin-top:.8rem;font-size:1rem}
#overview h2,#journeys>h2,#teams>h2,#unknown>h2,#guide>h2{margin-bottom:14px}
.team{overflow-wrap:anywhere}
.outside{display:inline-block;border:1px solid var(--line);border-radius:99px;font-size:.74rem;line-height:1;padding:3px 7px;color:var(--soft);font-weight:400;white-space:nowrap}
.nobody{color:var(--soft);font-style:italic}
#journeys,#teams,#guide{border-top:1px solid var(--line);margin-top:60px;padding-top:34px}
section.promise{border-top:1px solid var(--line);margin-top:60px;padding-top:34px}
.eyebrow{color:var(--soft);font-size:.84rem;margin-bottom:.45rem}
.where{color:var(--soft);font-size:.92rem;margin-top:.6rem;display:flex;flex-wrap:wrap;gap:2px 26px}
.where b,.where .team{color:var(--ink);font-weight:500}
.quote{font-style:italic}
.verdict{display:grid;grid-template-columns:190px minmax(0,1fr);gap:12px 40px;margin-top:30px;align-items:start}
.rate-figure{display:flex;flex-direction:column}
.big{font-size:2.9rem;line-height:1.02;font-weight:650;letter-spacing:-.03em}
.big.none{font-size:1.5rem;letter-spacing:0;line-height:1.2}
.rate-figure .standing{margin-top:.6rem}
.standing,.figure{font-weight:600}
.missed.standing,.missed.figure,.missed.big,.alert,.broken-words,.beyond-words{color:var(--broken)}
.held.standing,.held.figure,.held.big,.kept-words,.within-words{color:var(--kept)}
.target-words{color:var(--target)}
.legs>p{margin-bottom:.5rem}
.felt+p{margin-top:.5rem}
.alert{font-weight:600;margin-top:.5rem}
.columns{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:34px 56px;margin-top:38px}
.halves{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:34px 56px;margin-top:20px}
.part.wide{margin-top:38px}
.sentences{list-style:none;display:grid;gap:.55rem}
.journey+.journey{margin-top:52px}
.journey .name{font-size:1.15rem}
details{margin-top:10px}
summary{cursor:pointer;color:var(--soft);font-size:.86rem;padding:3px 0;width:fit-content}
summary:hover{color:var(--ink)}
details[open]>summary{margin-bottom:6px}
.words>div{display:grid;grid-template-columns:7.5em minmax(0,1fr);gap:14px;padding:5px 0;border-top:1px solid var(--line)}
.words dt{font-weight:600}
.words dd{color:var(--soft)}
.example{margin-bottom:12px}
footer{border-top:1px solid var(--line);margin-top:64px;padding:18px 0 40px;color:var(--soft);font-size:.86rem}
@media (max-width:760px){
.page{padding:0 18px}
.brand{padding:14px 0 28px}
.columns,.halves,.verdict{grid-template-columns:minmax(0,1fr)}
.rate-figure{flex-direction:row;flex-wrap:wrap;align-items:baseline;gap:2px 10px}
.rate-figure .standing{margin:0}
.facts{gap:10px 26px}
main>section{padding-top:40px}
section.promise{margin-top:44px;padding-top:26px}
.words>div{grid-template-columns:minmax(0,1fr);gap:0}
}
`;

/** How the page looks: on a wide screen, on a narrow one, in the dark and on paper. */
export const STYLE: Markup = { kind: "markup", text: `${COLOURS}${FRAME}${TABLES}${PICTURES}${PAPER}` };
