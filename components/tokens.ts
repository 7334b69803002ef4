const light = `
--ground:#f9f6f0;--calm:#e2efee;--ink:#17252b;--soft:#4a5960;--paper:#fffdf9;--sunken:#f4f0e7;--line:#d8d1c1;--edge:#7d7565;
--accent:#0f5b63;--on-accent:#ffffff;--focus:#7a2fd0;
--near:#ffeab8;--near-ink:#563800;--near-edge:#a06a00;
--met:#6d1f4f;--met-ink:#ffffff;--if:#faeaf4;--if-ink:#6d1f4f;
--warn:#ffe7dc;--warn-ink:#7a2410;--warn-edge:#bf4a1f;
--check:#e4f0fb;--check-ink:#123f6d;--check-edge:#2f6fad;
--shadow:0 1px 2px rgb(23 37 43/.18),0 6px 20px rgb(23 37 43/.16);color-scheme:light;`;

const dark = `
--ground:#121b1e;--calm:#17383c;--ink:#f2efe8;--soft:#bcc6c9;--paper:#1a2529;--sunken:#243237;--line:#3a4a50;--edge:#8c9aa0;
--accent:#7fd0d6;--on-accent:#0b2124;--focus:#d9b3ff;
--near:#4a3600;--near-ink:#ffe3a0;--near-edge:#d9a53a;
--met:#f0b7d7;--met-ink:#33091f;--if:#3b1a2d;--if-ink:#f6c6e0;
--warn:#4a2113;--warn-ink:#ffd3c0;--warn-edge:#e58a63;
--check:#16344f;--check-ink:#cfe6fb;--check-edge:#72ace0;
--shadow:0 1px 2px rgb(0 0 0/.5),0 6px 20px rgb(0 0 0/.5);color-scheme:dark;`;

/** What a person's own colours (high contrast) stand in for, so that a shape and the sign in it stay apart. */
const forced = `
--ground:Canvas;--calm:Canvas;--ink:CanvasText;--soft:CanvasText;--paper:Canvas;--sunken:Canvas;--line:CanvasText;--edge:CanvasText;
--accent:LinkText;--on-accent:Canvas;--focus:Highlight;
--near:Canvas;--near-ink:CanvasText;--near-edge:CanvasText;
--met:Canvas;--met-ink:CanvasText;--if:Canvas;--if-ink:CanvasText;
--warn:Canvas;--warn-ink:CanvasText;--warn-edge:CanvasText;
--check:Canvas;--check-ink:CanvasText;--check-edge:CanvasText;
--shadow:none;`;

/**
 * Colours, spacing and type as custom properties, one CSS string for a shadow root or a page of our own. Text pairs
 * keep 4.5:1 and edges 3:1 in both tones. In a page the tone follows the page (`data-rw="dark"` on the host), because
 * registers stay light whatever the computer prefers; our own pages follow the computer.
 */
export const tokens = `
:host,:root{${light}
--gap:8px;--radius:7px;--type:600 14px/1.3 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;
--text:400 15px/1.5 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${dark}}}
:host([data-rw=dark]){${dark}}
@media (forced-colors:active){:host,:root,:host([data-rw=dark]){${forced}}}
`;

/** What every piece of ours in a shadow root shares: plain boxes, buttons one can see and hit, and a clear focus. */
export const base = `
*,*::before,*::after{box-sizing:border-box}
.in{display:block;font:var(--type);color:var(--ink);text-align:start;text-transform:none;letter-spacing:0;
white-space:normal;-webkit-font-smoothing:antialiased}
button{all:unset;box-sizing:border-box;cursor:pointer;font:inherit;color:inherit;display:inline-flex;
align-items:center;gap:6px;min-height:24px;white-space:nowrap;border-radius:var(--radius);user-select:none}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.quiet{padding:3px 10px;border:1px solid var(--edge);background:var(--paper);color:var(--ink)}
.quiet:hover{background:var(--sunken)}
.strong{padding:3px 12px;border:1px solid var(--accent);background:var(--accent);color:var(--on-accent)}
.vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
svg{flex:none;display:block}
p,ul,ol,dl,h2,h3{margin:0;padding:0}
@media (forced-colors:active){button,.pill,.badge{border:1px solid ButtonText;forced-color-adjust:auto}}
@media (prefers-reduced-motion:no-preference){.rise{animation:rise .14s ease-out}}
@keyframes rise{from{opacity:0;transform:translateY(4px)}}
`;
