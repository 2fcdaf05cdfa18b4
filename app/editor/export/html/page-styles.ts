/** The look of an exported page, on a screen, in the dark and on paper. */
export const pageStyles = `
:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #1c1d1f; --quiet: #56565a; --line: #dcd8cf; --accent: #0b5563; }
@media (prefers-color-scheme: dark) { :root { --paper: #191816; --ink: #ece9e2; --quiet: #b3aea4; --line: #46423b; --accent: #7cc4d1; } }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Charter, Georgia, "Times New Roman", serif; }
h1 { margin: 0.25rem 0 0.5rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.25rem 0 0.5rem; font-size: 1.4rem; line-height: 1.3; }
h3, h4, h5, h6 { margin: 1.75rem 0 0.5rem; font-size: 1.125rem; line-height: 1.35; }
a { color: var(--accent); }
header, footer { font-family: system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
header h1 { font-family: Charter, Georgia, "Times New Roman", serif; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.75rem; color: var(--quiet); font-size: 0.8125rem; }
.quiet, .number { color: var(--quiet); }
.number { margin-right: 0.35em; font: 500 0.8em system-ui, "Segoe UI", Roboto, Arial, sans-serif; font-variant-numeric: tabular-nums; }
.standing { font-weight: 600; }
dl { margin: 0; font-size: 0.9375rem; }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
dt { flex: 0 0 11rem; color: var(--quiet); }
dd { flex: 1 1 16rem; margin: 0; overflow-wrap: anywhere; }
aside { margin: 1.25rem 0; border-left: 3px solid var(--accent); padding-left: 1rem; }
.callout-name { margin: 0; font: 600 0.875rem system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
.table { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.75rem 0.35rem 0; text-align: left; vertical-align: top; }
th p, td p { margin: 0; }
.notes, .hash { font-size: 0.875rem; }
.hash { overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; background: none; } a { color: inherit; } tr, aside { break-inside: avoid; } h2, h3, h4, h5, h6 { break-after: avoid; } }
`;
