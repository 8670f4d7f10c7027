/// How the pages of documentation look.
package enum DocsStylesheet {
  /// Where it is.
  package static let path = "/docs/style.css"

  private static let dark = """
    color-scheme: dark;
        --paper: #14171a; --ink: #e8e6e1; --quiet: #a5abb2; --rule: #363b41; --faint: #1d2125;
        --link: #85bff0; --mark: #f58f86; --accent: #4d84a6;
    """

  package static let text = """
    :root {
      color-scheme: light;
      --paper: #fffefb; --ink: #16191d; --quiet: #53595f; --rule: #d5d3cc; --faint: #f3f1ea;
      --link: #0b4f7d; --mark: #a8201a; --accent: #5b8fae;
      --serif: "Source Serif 4", "Noto Serif", Georgia, "Times New Roman", "DejaVu Serif", serif;
      --sans: system-ui, "Noto Sans", "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
      --mono: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root:not([data-theme=light]) { \(dark) }
    }
    @media screen { :root[data-theme=dark] { \(dark) } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans);
      font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word;
    }
    header, .page, footer { max-width: 80rem; margin: 0 auto; padding: 0 1.25rem; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 9; }

    .name { margin: 0; padding: 1rem 0 .5rem;
      font: 700 clamp(1.75rem, 4vw, 2.5rem)/1.1 var(--serif); }
    .name a { color: inherit; text-decoration: none; }
    .name > span { color: var(--quiet); font: italic 400 1.125rem/1.2 var(--serif);
      white-space: nowrap; }
    header nav { border-top: 3px double var(--ink); border-bottom: 1px solid var(--ink); }
    header ul { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin: 0; padding: .4rem 0;
      list-style: none; }
    header nav a { display: inline-block; padding: .15rem 0; color: inherit; font-weight: 600;
      font-size: .9375rem; text-decoration: none; }
    header nav a:hover { text-decoration: underline; }
    header nav a[aria-current] { box-shadow: 0 2px var(--ink); }
    header nav span, .contents span { color: var(--quiet); font-weight: 400; }

    .contents ul { list-style: none; margin: 1.25rem 0 0; padding: 0; font-size: .875rem;
      columns: 12rem; column-gap: 1.5rem; }
    .contents li { padding: .2rem 0; break-inside: avoid; }
    .contents a { color: inherit; text-decoration: none; }
    .contents a:hover { text-decoration: underline; }
    .contents span { display: block; font-size: .9em; line-height: 1.3; }
    main { min-width: 0; padding-bottom: 3rem; }
    @media (min-width: 68rem) {
      .with-contents { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 3rem; }
      .contents ul { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto;
        columns: auto; margin-top: 2.6rem; padding-right: .5rem; }
      .contents li { padding: .3rem 0; }
    }

    h1, h2, h3 { font-family: var(--serif); line-height: 1.2; font-weight: 600; }
    h1 { font-size: clamp(1.75rem, 3.5vw, 2.375rem); margin: 2rem 0 1rem; }
    h2 { font-size: 1.5rem; margin: 3.5rem 0 .75rem; padding-top: .9rem;
      border-top: 1px solid var(--ink); }
    h3 { font-size: 1.1875rem; margin: 2.25rem 0 .5rem; }
    h4 { font-size: .9375rem; line-height: 1.4; margin: 1.5rem 0 .35rem; }
    h1 span, h2 span, h3 span, h4 span { color: var(--quiet); font-weight: 400;
      font-style: italic; margin-left: .3em; }
    h2 a, h3 a, h4 a { color: inherit; text-decoration: none; }
    h2 a:hover, h3 a:hover, h4 a:hover { text-decoration: underline; }

    .both { display: grid; gap: 0 2.5rem; }
    .both p { margin: .4rem 0; max-width: 40rem; }
    [lang=en] { color: var(--quiet); }
    @media (min-width: 52rem) { .both { grid-template-columns: 1fr 1fr; } }
    @media (max-width: 51.99rem) { .both p[lang=en] { font-size: .9375rem; } }

    code, pre { font: .875em/1.5 var(--mono); font-variant-ligatures: none; }
    code { overflow-wrap: anywhere; }
    p code, td code, li code { background: var(--faint); border-radius: 2px; padding: .08em .3em; }
    pre { margin: .6rem 0; padding: .7rem 1rem; overflow: auto; max-height: 26rem;
      background: var(--faint); border-left: 3px solid var(--rule); font-size: .8125rem; }
    pre.ask { border-left-color: var(--accent); white-space: pre-wrap; overflow-wrap: anywhere;
      background: none; margin-bottom: 0; padding-top: .3rem; padding-bottom: .3rem; }
    pre.ask + pre.got { margin-top: .4rem; }
    pre code, h3 code { font-size: inherit; background: none; padding: 0; }
    h3 code { font-family: var(--mono); font-weight: 600; font-size: 1.0625rem; }
    img { display: block; max-width: 100%; height: auto; margin: .6rem 0; }
    .note { color: var(--quiet); font-size: .875rem; margin: .25rem 0; }

    .wide { overflow-x: auto; margin: .75rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .9063rem; line-height: 1.45; }
    th, td { text-align: left; vertical-align: top; padding: .45rem 1rem .45rem 0;
      border-bottom: 1px solid var(--rule); }
    thead th { font-weight: 600; border-bottom-color: var(--ink); white-space: nowrap; }
    thead th span { font-weight: 400; font-style: italic; }
    td p { margin: 0; }
    td p[lang=en] { font-size: .9375em; }
    td:first-child > code { overflow-wrap: normal; }
    .values { margin: .4rem 0; line-height: 1.9; }
    .needed { color: var(--mark); }

    details { margin: .5rem 0; }
    summary { cursor: pointer; color: var(--link); overflow-wrap: anywhere; }

    .entry { padding: 1.25rem 0; border-bottom: 1px solid var(--rule); }
    .entry h4 { margin: 0 0 .25rem; font: 600 1.0625rem/1.3 var(--serif); }
    .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1.25rem;
      margin: .6rem 0 0; font-size: .9063rem; }
    .facts dt { color: var(--quiet); }
    .facts dd { margin: 0; }
    @media (min-width: 52rem) {
      .facts { grid-template-columns: repeat(2, 9rem minmax(0, 1fr)); }
    }
    ul.plain { list-style: none; margin: .75rem 0; padding: 0; columns: 20rem; column-gap: 2.5rem; }
    ul.plain li { padding: .15rem 0; break-inside: avoid; }

    footer { border-top: 1px solid var(--rule); padding-top: .5rem; padding-bottom: 2.5rem;
      font-size: .875rem; color: var(--quiet); }

    @media (max-width: 40rem) {
      header ul { gap: .1rem 1.1rem; }
      header nav span, .contents span { display: none; }
      h1 span, h2 span { display: block; margin-left: 0; font-size: .75em; padding-top: .15em; }
      .contents ul { columns: 2; }
      .stacked { overflow-x: visible; }
      .stacked table, .stacked tbody, .stacked tr, .stacked td { display: block; }
      .stacked thead { display: none; }
      .stacked tr { padding: .6rem 0; border-bottom: 1px solid var(--rule); }
      .stacked td { padding: .1rem 0; border: 0; }
      .stacked td:empty { display: none; }
    }
    @media print {
      header nav, .contents, .skip { display: none; }
      .page { display: block; }
      pre { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
      h2, h3 { break-after: avoid; }
      .entry, tr { break-inside: avoid; }
      a { color: inherit; }
    }

    """
}
