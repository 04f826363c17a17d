/** The style of `report.html`: readable on a screen, light or dark, and made for paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #60646c; --line: #d9d9e0; --paper: #ffffff;
  --seen: #18794e; --partly: #946800; --missed: #b42318; }
@media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --soft: #b0b4ba; --line: #363a3f; --paper: #111113;
  --seen: #3dd68c; --partly: #ffca16; --missed: #ff9592; } }
@media print { :root { color-scheme: light; --ink: #000000; --soft: #444444; --line: #bbbbbb; --paper: #ffffff;
  --seen: #18794e; --partly: #7a5600; --missed: #b42318; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 40px 24px 64px; }
.kicker { margin: 0; color: var(--soft); }
h1 { font-size: 28px; line-height: 1.2; margin: 4px 0 16px; }
h2 { font-size: 18px; margin: 32px 0 8px; break-after: avoid; }
h3 { font-size: 15px; margin: 16px 0 4px; break-after: avoid; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 0; }
dt { color: var(--soft); font-size: 13px; }
dd { margin: 0; }
.prose { white-space: pre-line; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 500; }
tr { break-inside: avoid; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.mark { font-weight: 600; white-space: nowrap; }
.mark.seen { color: var(--seen); } .mark.partly { color: var(--partly); } .mark.missed { color: var(--missed); }
.mark.unmarked { color: var(--soft); font-weight: 400; }
.board { display: block; width: 100%; max-height: 900px; object-fit: contain; background: #ffffff;
  border: 1px solid var(--line); border-radius: 6px; break-inside: avoid; }
pre { overflow-x: auto; padding: 12px; border: 1px solid var(--line); border-radius: 6px; font-size: 12px; }
@media print { main { padding: 0; max-width: none; } .board { max-height: 230mm; } pre { white-space: pre-wrap; } }
`
