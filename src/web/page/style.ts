/** How the pages look: light and dark, from 360 px to wide, and on paper. Its hash is all the style that is allowed. */
import { createHash } from 'node:crypto';

export const css = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f4ee, #14171a); --sheet: light-dark(#fffdf8, #1c2025);
  --ink: light-dark(#23262d, #eceae4); --pale: light-dark(#5b5f68, #adb1b9);
  --line: light-dark(#dcd8cd, #363c44); --accent: light-dark(#17615d, #7fd0c8); --on-accent: light-dark(#ffffff, #10211f);
  --good: light-dark(#17603a, #92dbae); --good-sheet: light-dark(#e4f1e7, #16301f);
  --bad: light-dark(#8d1f17, #ffd2cc); --bad-sheet: light-dark(#fbe3df, #5b1a15);
  --serif: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
* { box-sizing: border-box; margin: 0; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: break-word; }
header, main, footer { max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
header { display: flex; align-items: center; gap: .6rem; padding-block: 1.1rem; font-weight: 600; }
.cairn { flex: none; color: var(--accent); }
main { display: grid; gap: clamp(1.5rem, 4vw, 2.5rem); grid-template-columns: minmax(0, 1fr); }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
h1, h2, .earned strong { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(2rem, 1.5rem + 2.2vw, 3rem); overflow-wrap: anywhere; }
h2 { font-size: 1.6rem; }
h3 { font-size: 1rem; margin-top: 1.25rem; }
ul, ol { padding: 0; list-style: none; }
.pale, footer { color: var(--pale); }
footer { padding-block: 2rem 2.5rem; font-size: .9rem; }

.standing { display: flex; gap: .8rem; padding: .9rem 1.1rem; border-radius: 12px; background: var(--good-sheet); color: var(--good); }
.standing svg { flex: none; }
.standing strong { font-size: 1.15rem; }
.revoked .standing { background: var(--bad-sheet); color: var(--bad); border: 2px solid currentColor; }
.revoked .standing strong { font-size: 1.4rem; line-height: 1.2; }
.revoked .picture { position: relative; }
.revoked .picture img { filter: grayscale(1) opacity(.5); }
.revoked .picture::after {
  content: "Revoked"; position: absolute; inset: 0; margin: auto; width: fit-content; height: fit-content; rotate: -14deg;
  padding: .05em .4em; border: .09em solid currentColor; border-radius: .15em; background: #fffdf8d9; color: #8d1f17;
  font: 700 clamp(2rem, 9vw, 5rem)/1.25 var(--sans); letter-spacing: .06em; text-transform: uppercase;
}

article { display: grid; gap: clamp(1.5rem, 4vw, 2.5rem); grid-template-columns: minmax(0, 1fr); }
.picture { display: block; align-self: start; }
.picture img { display: block; width: 100%; height: auto; aspect-ratio: 1600 / 1131; border-radius: 10px; background: #fffdf8; color: #23262d; box-shadow: 0 1px 2px #0003, 0 8px 30px #0002; }
.earned { margin-top: .6rem; color: var(--pale); }
.earned strong { display: block; margin-top: .1rem; font-size: 1.45rem; color: var(--ink); }
dl { margin-top: 1.25rem; border-top: 1px solid var(--line); }
dl > div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .75rem; padding-block: .55rem; border-bottom: 1px solid var(--line); }
dt { color: var(--pale); }
.id { font: .875rem/1.75 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.actions { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: 1.4rem; }
.actions a { display: block; padding: .6rem .95rem; border: 1px solid var(--line); border-radius: 9px; background: var(--sheet); text-decoration: none; font-weight: 600; }
.actions a:hover { border-color: currentColor; }
.actions .main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.actions span { font-weight: 400; }
.address { display: none; }

.legend { display: grid; gap: .5rem; margin-top: 1rem; padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: 12px; background: var(--sheet); }
.legend li, .items li { display: flex; gap: .8rem; }
.items { margin-top: 1.1rem; columns: 21rem; column-gap: 2.5rem; }
.items li { break-inside: avoid; padding-block: .55rem; border-bottom: 1px solid var(--line); }
.items div { min-width: 0; }
.level { color: var(--pale); font-size: .9rem; overflow-wrap: anywhere; }
.stone { flex: none; width: 1.15rem; height: .85rem; margin-top: .35rem; border: 2px solid var(--pale); border-radius: 50%; }
.linked .stone { border-color: var(--accent); background: var(--accent); }
.peer-confirmed .stone, .mentor-confirmed .stone { border-color: var(--accent); background: var(--accent); box-shadow: 0 0 0 2px var(--paper), 0 0 0 4px var(--accent); }

.verify > ol { display: grid; gap: .7rem; margin-top: 1rem; padding-left: 1.4rem; list-style: decimal; max-width: 46rem; }
.verify p { margin-top: .4rem; max-width: 46rem; }
.verify > p { margin-top: 1.25rem; }
code { font: .875em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
details { margin-top: 1rem; border: 1px solid var(--line); border-radius: 12px; background: var(--sheet); padding: 0 1.1rem; }
details[open] { padding-bottom: 1.2rem; }
summary { padding-block: .8rem; font-weight: 600; color: var(--accent); cursor: pointer; }
pre { margin-top: .6rem; padding: .8rem 1rem; border-radius: 8px; border: 1px solid var(--line); background: var(--paper); white-space: pre-wrap; tab-size: 2; }
.plain { max-width: 46rem; padding-block: 8vh; gap: 1rem; }

@media (min-width: 60rem) {
  article { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
  .revoked .standing, .standing { padding: 1rem 1.4rem; }
}
@media (forced-colors: active) { .stone { forced-color-adjust: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; }
  @page { margin: 14mm; }
  header, main, footer { padding-inline: 0; max-width: none; }
  header { padding-block: 0 4mm; }
  .picture img { max-height: 105mm; width: auto; margin-inline: auto; box-shadow: none; border: 1px solid #999; }
  .actions, .verify, footer { display: none; }
  .address { display: block; margin-top: 1rem; font-size: .9rem; overflow-wrap: anywhere; }
  .address::before { content: "Verify at "; }
  .standing, .stone { print-color-adjust: exact; }
  .standing { border: 1px solid currentColor; }
  .items { columns: 2; }
  .level a::after { content: " (" attr(href) ")"; }
  h2 { break-after: avoid; }
}
`;

export const styleHash = `sha256-${createHash('sha256').update(css).digest('base64')}`;
