/// The look of the page, in light and in dark.
///
/// The colours are those of Okabe and Ito (2008, jfly.uni-koeln.de/color), which people with any kind of colour blindness
/// can tell apart; text of a colour is darkened, or lightened in the dark, for contrast.
enum ParsePageStyle {
  static let css = """
    :root { color-scheme: light dark; --page: #fbfbfa; --card: #ffffff; --ink: #1c2024; --soft: #666e78; --line: #e1e4e8;
      --core: #0b4f8a; --modifier: #57606a; --function: #a0a8b2;
      --c0: #0072b2; --t0: #005a8d; --c1: #d55e00; --t1: #a34300; --c2: #009e73; --t2: #00684b; --c3: #cc79a7; --t3: #8c3a69;
      --c4: #d9c900; --t4: #6a6100; --c5: #56b4e9; --t5: #1b6c9c; --c6: #e69f00; --t6: #855b00; --cv: #6e7781; --tv: #525a63; }
    @media (prefers-color-scheme: dark) {
      :root { --page: #15181c; --card: #1c2025; --ink: #e8eaed; --soft: #98a1ab; --line: #30363d;
        --core: #79b8ff; --modifier: #adb5bd; --function: #646d77;
        --t0: #6cbcf0; --t1: #ff9c57; --t2: #4fd6ad; --t3: #eba8cd; --t4: #f0e442; --t5: #8fd0f7; --t6: #f5bd45; --cv: #8b949e; --tv: #b3bbc4; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 1400px; padding: 24px 20px 60px; background: var(--page); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
    article { margin-bottom: 48px; }
    h1 { margin: 0; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere; }
    .meta { margin: 4px 0 12px; color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
    .legend { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 20px; padding: 0; list-style: none; font-size: 13px; }
    .legend li { padding: 1px 10px; border: 1px solid var(--c); border-radius: 12px; color: var(--t);
      background: color-mix(in srgb, var(--c) 14%, transparent); }
    section { margin: 0 0 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
    section p { display: flex; margin: 0; padding: 12px 16px 10px; line-height: 2; overflow-wrap: anywhere; border-bottom: 1px solid var(--line); }
    .n { flex: 0 0 32px; line-height: 2.7; color: var(--soft); font-size: 12px;
      font-variant-numeric: tabular-nums; }
    mark { padding: 2px 4px; border-radius: 5px; color: inherit; background: color-mix(in srgb, var(--c) 20%, transparent);
      box-shadow: inset 0 -2px 0 var(--c); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    mark.v { background: none; box-shadow: none; outline: 1px dashed var(--c); outline-offset: -1px; }
    mark small { margin-left: 6px; color: var(--t); font-size: 11px; font-weight: 600; }
    mark small i { font-weight: 400; }
    .tree { overflow-x: auto; padding: 6px 0 2px; }
    svg { display: block; }
    svg text { text-anchor: middle; fill: var(--ink); }
    .form { font-size: 16px; }
    .tag { font-size: 11px; letter-spacing: .02em; fill: var(--soft) !important; }
    .lemma { font-size: 12px; font-style: italic; fill: var(--soft) !important; }
    .arc path { fill: none; stroke: var(--a); stroke-width: 1.4; }
    .arc .tip { fill: var(--a); stroke: none; }
    .arc text { font-size: 11px; fill: var(--a); stroke: var(--card); stroke-width: 5px; stroke-linejoin: round; paint-order: stroke; }
    .arc:hover path { stroke-width: 2.4; }
    .arc:hover .tip { stroke-width: 0; }
    .arc:hover text, .root text { font-weight: 600; }
    .core { --a: var(--core); } .modifier { --a: var(--modifier); } .function { --a: var(--function); } .root { --a: var(--t1); }
    .function text { fill: var(--soft); }
    .span rect { fill: var(--c); fill-opacity: .13; stroke: var(--c); stroke-opacity: .55; }
    .span text { font-size: 11px; font-weight: 600; fill: var(--t); }
    .span.v rect { fill: none; stroke-dasharray: 4 3; stroke-opacity: 1; }
    .word:hover .form { font-weight: 600; }
    .k0 { --c: var(--c0); --t: var(--t0); } .k1 { --c: var(--c1); --t: var(--t1); } .k2 { --c: var(--c2); --t: var(--t2); }
    .k3 { --c: var(--c3); --t: var(--t3); } .k4 { --c: var(--c4); --t: var(--t4); } .k5 { --c: var(--c5); --t: var(--t5); }
    .k6 { --c: var(--c6); --t: var(--t6); } .v { --c: var(--cv); --t: var(--tv); }
    @media print { section { break-inside: avoid; } .tree { overflow: visible; } }
    """
}
