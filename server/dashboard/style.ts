/** The city's one style sheet: large enough to be read from the back of a room, quiet but for what must be called. */
export const STYLE = `
:root { --ink: #1d2730; --muted: #4c5a66; --line: #c5cdd4; --sheet: #fff; --ground: #eef1f3; --action: #0b5c8a;
  --safe: #1d5b35; --safe-tint: #e3f2e8; --soon: #6b4400; --soon-tint: #fdf0d3; --late: #9c1c1c; }
* { box-sizing: border-box; }
body { margin: 0; font: 17px/1.45 'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; color: var(--ink); background: var(--ground);
  font-variant-numeric: tabular-nums; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 8px; top: 8px; background: var(--sheet); padding: 8px; }
.top { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 8px 20px; background: var(--sheet); border-bottom: 1px solid var(--line); }
.top p { margin: 0; } .top nav { display: flex; flex-wrap: wrap; gap: 4px 14px; } .top form { margin-left: auto; }
.top nav a[aria-current] { font-weight: 700; text-decoration: none; border-bottom: 3px solid var(--action); }
main { padding: 8px 20px 40px; max-width: 1500px; margin: 0 auto; }
h1 { font-size: 26px; } h2 { font-size: 20px; margin: 20px 0 8px; } h3 { font-size: 17px; margin: 10px 0 4px; }
a { color: var(--action); } a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 3px solid #1b6fd6; outline-offset: 2px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; padding: 0; list-style: none; }
.figures a { display: block; height: 100%; padding: 10px 14px; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; text-decoration: none; color: var(--ink); }
.figures b { display: block; font-size: 40px; line-height: 1.2; } .figures small { font-size: 17px; font-weight: 400; }
.panel { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 4px 16px 14px; margin: 14px 0; overflow-x: auto; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(58px, 1fr)); gap: 5px; list-style: none; padding: 0; margin: 4px 0; }
.tiles a { display: block; text-align: center; padding: 7px 2px; border-radius: 4px; text-decoration: none; color: var(--ink); border: 1px solid var(--line); background: var(--sheet); }
.tiles .is-sent { background: var(--safe-tint); color: var(--safe); border-color: #7fb593; } .tiles .is-sending { border: 2px dashed #7b8790; }
.tiles .is-over-24 { background: var(--soon-tint); color: var(--soon); border: 2px solid #b98a2b; } .tiles .is-over-48 { background: var(--late); color: #fff; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-size: 15px; color: var(--muted); } td.num, th.num { text-align: right; }
.late { color: var(--late); font-weight: 700; } .soon { color: var(--soon); font-weight: 600; } .muted { color: var(--muted); } .safe { color: var(--safe); }
form.fields { display: grid; gap: 10px; max-width: 560px; } form.line { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
label { display: grid; gap: 3px; font-weight: 600; } label.tick { display: inline-flex; gap: 6px; font-weight: 400; align-items: center; }
input, select, textarea, button { font: inherit; padding: 6px 10px; border: 1px solid #6d7a85; border-radius: 4px; background: #fff; color: var(--ink); min-height: 38px; }
button { background: var(--action); color: #fff; border-color: var(--action); cursor: pointer; } button.quiet { background: #fff; color: var(--action); }
.problem { border: 2px solid var(--late); background: #fff; padding: 8px 14px; border-radius: 6px; } .done { border: 2px solid #2e7d4f; background: #fff; padding: 8px 14px; border-radius: 6px; }
.code { font: 700 34px/1.4 ui-monospace, monospace; letter-spacing: 2px; } .chart { display: block; max-width: 720px; width: 100%; height: auto; }
@media print { .top nav, .top form, form { display: none; } body { background: #fff; } @page { size: A4 landscape; } }
`
