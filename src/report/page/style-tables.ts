/** Tables, and the bars that stand in them. */
export const TABLES = `
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);font-size:.84rem;padding-bottom:7px;text-wrap:pretty}
th,td{text-align:left;vertical-align:top;font-weight:400}
.scroll{overflow-x:auto;position:relative}
.scroll>table{min-width:min(100%,20rem)}
.scroll+.scroll{margin-top:26px}
.data th,.data td{padding:6px 18px 6px 0;border-top:1px solid var(--line)}
.data th:last-child,.data td:last-child{padding-right:0}
.data thead th{border-top:0;color:var(--soft);font-size:.82rem;vertical-align:bottom;padding-bottom:5px}
.data .number{text-align:right;white-space:nowrap}
.data tbody th{min-width:8em;max-width:26em;overflow-wrap:break-word}
.data,.plain{overflow-wrap:break-word}
.data b{font-weight:600}
.data .picture{min-width:9em}
.with-dot{display:grid;grid-template-columns:minmax(90px,1fr) 6.4em;gap:10px;align-items:center}
.with-dot .soft{font-size:.84rem;white-space:nowrap}
.plain th,.plain td{padding:3px 0}
.plain td{padding-left:14px}
.plain th{display:flex;align-items:baseline}
.plain .swatch{flex:none}
.plain .number{text-align:right;white-space:nowrap}
.overview>thead th{color:var(--soft);font-size:.84rem;padding:0 22px 8px 0}
.overview>tbody th,.overview>tbody td{border-top:1px solid var(--line);padding:16px 22px 16px 0}
.overview tr>:last-child{padding-right:0}
.overview .who{width:27%}
.overview .who a{text-decoration:none}
.overview .who a:hover .says{text-decoration:underline;text-decoration-color:var(--line)}
.overview .says{font-size:1.1rem;line-height:1.32}
.overview .by{display:block;color:var(--soft);font-size:.88rem;margin-top:5px}
.overview .line{width:32%}
.overview .kept{width:23%;font-size:.88rem}
.overview .kept .figure{font-size:1.15rem}
.overview .kept svg{display:block;margin:3px 0}
.overview .count{font-size:.88rem;white-space:nowrap}
.overview .count .figure{font-size:1.15rem}
.overview .count .figure,.overview .count .soft{display:block}
.overview .feel{font-size:.88rem;white-space:nowrap}
.overview .pair{display:flex;justify-content:space-between;gap:8px}
.bar{display:block;height:7px;background:var(--raised);border-radius:2px;overflow:hidden;min-width:56px;margin:5px 0}
.bar>span{display:block;height:100%;background:var(--within)}
.bar-beyond>span{background:var(--beyond)}
.bar-detour>span{background:var(--open)}
.time{display:grid;grid-template-columns:2.4em minmax(90px,1fr) 6.2em;gap:8px;align-items:center;font-size:.86rem;line-height:1.35}
.time .label{color:var(--soft)}
.time .bar{margin:0}
.legs .data td.picture{width:38%}
.fate{display:flex;height:12px;gap:1px;border-radius:2px;overflow:hidden;margin-bottom:10px}
.fate>span{min-width:2px}
.swatch{display:inline-block;width:9px;height:9px;border-radius:2px;margin-right:9px}
.fate .kept,.swatch.kept{background:var(--within)}
.fate .late,.swatch.late{background:var(--late)}
.fate .missed,.swatch.missed{background:var(--missed)}
.fate .open,.swatch.open{background:var(--open)}
.fate .excused,.swatch.excused{background:var(--excused)}
.fate .unpromised,.swatch.unpromised,.fate .unmeasured,.swatch.unmeasured{background:var(--silent)}
.gauge{position:relative;display:flex;height:12px;background:var(--raised);border-radius:2px;margin-bottom:10px}
.gauge .used{background:var(--within)}
.gauge .over{background:var(--beyond)}
.gauge .end{position:absolute;top:-4px;bottom:-4px;width:2px;margin-left:-2px;background:var(--ink)}
.path{list-style:none}
.stop{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 12px}
.stop .event{font-weight:600;overflow-wrap:anywhere}
.stop .bar{grid-column:1/-1;margin:4px 0 0}
.stretch{color:var(--soft);font-size:.86rem;border-left:2px solid var(--line);margin:6px 0 8px 5px;padding:2px 0 2px 14px}
.arrow{color:var(--soft)}
.detour{color:var(--soft);border-bottom:1px dotted var(--soft)}
.way{line-height:1.6}
@media (max-width:760px){
.overview,.overview>tbody,.overview>tbody>tr,.overview>tbody>tr>*,.overview caption{display:block;width:auto}
.overview>thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.overview>tbody>tr{border-top:1px solid var(--line);padding:16px 0;display:grid;grid-template-columns:minmax(0,1.4fr) minmax(0,1fr);gap:10px 18px}
.overview>tbody th,.overview>tbody td{border:0;padding:0}
.overview .who,.overview .line{grid-column:1/-1;width:auto}
.overview .kept{grid-row:span 2;width:auto}
.overview td::before{content:attr(data-label);display:block;color:var(--soft);font-size:.8rem}
.overview td.line::before{content:none}
.overview .count{white-space:normal}
.overview .count .figure{display:inline;margin-right:6px}
.overview .pair{justify-content:flex-start}
.data th,.data td{padding-right:14px}
.with-dot{grid-template-columns:auto}
.with-dot svg,.data .slim{display:none}
.data .picture{min-width:0}
.time{min-width:14em}
}
`;
