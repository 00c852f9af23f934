import type { PaperSize } from '../form.ts'

/**
 * How papers look: NĐ 30/2020, annex I, at half the sheet where the sheet is A5.
 *
 * The page itself has no margin, because stripes reach its edge; the margins are the outer table's.
 * Nothing fixed begins low on the sheet: Chromium may leave out what lies below its hidden window's own edge.
 */
export const PRINT_CSS = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #fff; color: #000; font-family: Tinos, 'Times New Roman', 'Liberation Serif', serif; line-height: var(--line);
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { overflow-wrap: anywhere; font-variant-ligatures: none; }
.sheet { width: 100%; border-collapse: collapse; table-layout: fixed; }
.sheet + .sheet { break-before: page; }
.sheet > thead > tr > td { height: var(--top); }
.sheet > tfoot > tr > td { height: var(--bottom); }
.sheet > tbody > tr > td { padding: 0 var(--right) 0 var(--left); vertical-align: top; }
.running { position: fixed; top: calc(var(--top) / 2); left: var(--left); right: var(--right); display: flex; justify-content: space-between;
  font-size: 0.72em; line-height: 1; color: #333; }

header { display: grid; grid-template-columns: var(--qr) 1fr auto; column-gap: 2.5mm; text-align: center; }
header .qr { width: var(--qr); height: var(--qr); }
header .qr svg { display: block; width: 100%; height: 100%; }
header .country, header .own, header .motto, header .parent { font-size: var(--heading); line-height: 1.25; }
header .country, header .own, header .motto { font-weight: 700; }
header .country { white-space: nowrap; font-size: var(--country); }
header .motto span { display: inline-block; padding-bottom: 0.5mm; border-bottom: 0.25mm solid #000; }
header hr { width: 36%; margin: 0.9mm auto 0; border: 0; border-top: 0.25mm solid #000; }
header .code { grid-column: span 2; margin-top: 1.5mm; text-align: left; }
header .date { margin-top: 1.5mm; font-style: italic; }

h1 { margin: var(--gap) 0 0; text-align: center; text-wrap: balance; font-size: var(--title); line-height: 1.3; }
.reprint { text-align: center; font-style: italic; }
.voided { margin-top: 1mm; text-align: center; font-weight: 700; }
h1 ~ .body { margin-top: calc(var(--gap) / 2); }

.body p { margin-top: var(--between); text-align: justify; orphans: 2; widows: 2; }
.body p.note { break-after: avoid; margin-top: calc(2 * var(--between)); font-style: italic; font-size: 0.94em; }
.body p.part { margin-top: 0; padding-left: 4mm; text-align: left; }
.body p.why { margin-top: 0; padding-left: 4mm; font-style: italic; font-size: 0.94em; }
.blank { display: flex; gap: 1mm; }
.blank i { flex: 1; min-width: 12mm; border-bottom: 0.3mm dotted #000; margin-bottom: 0.25em; }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 4mm; }
.strong { font-weight: 700; }

.papers { width: 100%; margin: 0.8mm 0 1mm; border-collapse: collapse; }
.papers th, .papers td { border: 0.25mm solid #000; padding: var(--cell) 1.2mm; vertical-align: middle; line-height: 1.2; }
.papers th { font-weight: 700; text-align: center; }
.papers td { text-align: center; }
.papers td.what { text-align: left; }
.papers tr { break-inside: avoid; }
.papers .no { width: 2.4em; }
.papers .count { width: 5.4em; white-space: nowrap; }
.papers .hands { width: 34%; }

.signatures { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6mm; margin-top: var(--gap); text-align: center; break-inside: avoid; }
.signatures p { margin: 0; text-align: center; }
.signatures .role { font-weight: 700; }
.signatures .how { font-style: italic; }
.signatures p.name { margin-top: var(--signing); font-weight: 700; }

.stripes { position: fixed; top: 0; height: var(--height); width: 4mm; background: repeating-linear-gradient(45deg, #888 0 2mm, #fff 2mm 4mm); }
.stripes.left { left: 0; }
.stripes.right { right: 0; }
.training { position: fixed; left: 0; right: 0; top: calc(var(--height) * 0.42); text-align: center; font-weight: 700; font-size: var(--training); line-height: 1.2;
  color: #d8d8d8; z-index: -1; transform: rotate(-32deg); }

@media screen {
  body { position: relative; margin: 0 auto; min-height: var(--height); width: var(--width); }
  .running, .stripes, .training { position: absolute; }
}
`

/** What depends on the size of the sheet. */
export const PAGE_CSS: Readonly<Record<PaperSize, string>> = {
  A4: `
@page { size: A4 portrait; margin: 0; }
html { font-size: 11.5pt; }
:root { --width: 210mm; --height: 297mm; --top: 15mm; --bottom: 16mm; --left: 30mm; --right: 15mm; --qr: 26mm; --heading: 11pt; --country: 11pt; --title: 15pt;
  --line: 1.28; --between: 0.9mm; --gap: 4.5mm; --cell: 0.6mm; --signing: 20mm; --training: 44pt; }
`,
  A5: `
@page { size: A5 portrait; margin: 0; }
html { font-size: 9.5pt; }
:root { --width: 148mm; --height: 210mm; --top: 9mm; --bottom: 9mm; --left: 12mm; --right: 9mm; --qr: 20mm; --heading: 8pt; --country: 8pt; --title: 12pt;
  --line: 1.2; --between: 0.4mm; --gap: 2.5mm; --cell: 0.2mm; --signing: 12mm; --training: 32pt; }
`,
}

/** The same sheet lying. */
export const LANDSCAPE_CSS: Readonly<Record<PaperSize, string>> = {
  A4: '@page { size: A4 landscape; margin: 0; } :root { --width: 297mm; --height: 210mm; }',
  A5: '@page { size: A5 landscape; margin: 0; } :root { --width: 210mm; --height: 148mm; }',
}
