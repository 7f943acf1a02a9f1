/** On paper: A4, everything open, nothing torn in two that belongs together. */
export const PAPER = `
@media print{
@page{size:A4;margin:15mm 14mm}
html{font-size:12.5px}
body{font-size:9.2pt;-webkit-print-color-adjust:exact;print-color-adjust:exact;background:#fff}
.page{max-width:none;padding:0}
#theme,.skip,.contents,summary{display:none}
details::details-content{content-visibility:visible;display:block}
.brand{padding:0 0 18px}
.scroll{overflow:visible}
.data{font-size:8.2pt}
svg text,svg .tick{font-size:10.5px}
.data th,.data td{padding:2.5px 10px 2.5px 0}
.part,tr,svg,.stop,.words>div{break-inside:avoid}
.part.wide,.part:has(.data){break-inside:auto}
h2,h3,h4,caption{break-after:avoid}
section.promise{margin-top:26px;padding-top:18px}
#journeys{break-before:page;border-top:0;margin-top:0;padding-top:0}
main>section{padding-top:26px}
section.promise>header{break-inside:avoid;break-after:avoid}
:root{--paper:#fff}
.columns,.halves{gap:20px 32px;margin-top:20px}
.part.wide{margin-top:20px}
.overview>tbody th,.overview>tbody td{padding-top:10px;padding-bottom:10px}
a{text-decoration:none}
thead{display:table-header-group}
}
`;
