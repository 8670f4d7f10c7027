/// How all pages look.
package enum Stylesheet {
  /// Where it is.
  package static let path = "/docs/style.css"

  package static let text = """
    :root {
      --paper: #fff; --ink: #1b1f24; --faint: #57606a; --line: #d8dee4; --shade: #f4f6f8;
      --link: #0b57a4; --mark: #b3261e;
      color-scheme: light dark;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171a; --ink: #e3e7eb; --faint: #9aa5b1; --line: #333b44; --shade: #1d2227;
        --link: #7ab7ff; --mark: #ff8a80;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 system-ui, "Noto Sans", "DejaVu Sans", sans-serif;
      overflow-wrap: break-word;
    }
    header { border-bottom: 1px solid var(--line); background: var(--shade); }
    header nav, main { max-width: 72rem; margin: 0 auto; padding: .75rem 1rem; }
    header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
    main { padding-bottom: 4rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0; }
    h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; padding-top: .5rem;
      border-top: 1px solid var(--line); }
    h3 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
    h4 { font-size: .95rem; margin: 1.25rem 0 .4rem; }
    h1 span, h2 span, h3 span, h4 span, th span {
      color: var(--faint); font-weight: 400; margin-left: .6em;
    }
    h2 a, h3 a { color: inherit; text-decoration: none; }
    h2 a:hover, h3 a:hover { text-decoration: underline; }
    .both { display: grid; gap: 0 2rem; }
    .both p { margin: .35rem 0; max-width: 42rem; }
    .both p[lang=en], td p[lang=en] { color: var(--faint); }
    @media (min-width: 52rem) { .both { grid-template-columns: 1fr 1fr; } }
    code, pre { font: .875em/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
    code { background: var(--shade); border-radius: 3px; padding: .1em .3em; }
    pre {
      background: var(--shade); border: 1px solid var(--line); border-radius: 6px;
      padding: .75rem 1rem; margin: .5rem 0; overflow: auto; max-height: 30rem;
    }
    h3 code { background: none; padding: 0; font-weight: 600; font-size: 1.05rem; }
    pre code { background: none; padding: 0; font-size: inherit; }
    .wide { overflow-x: auto; margin: .5rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .925rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
      border-bottom: 1px solid var(--line); }
    th { font-weight: 600; white-space: nowrap; }
    td:first-child { white-space: nowrap; }
    td p { margin: 0; min-width: 14rem; }
    details { margin: .5rem 0; }
    summary { cursor: pointer; color: var(--link); }
    .values { margin: .5rem 0; line-height: 2; }
    .needed { color: var(--mark); }
    ul.contents { list-style: none; margin: 0; padding: 0; columns: 20rem; column-gap: 2rem; }
    ul.contents li { padding: .15rem 0; break-inside: avoid; }
    @media (max-width: 32rem) {
      h1 span, h2 span, h3 span { display: block; margin-left: 0; font-size: .8em; }
      .wide { overflow-x: visible; }
      thead { display: none; }
      table, tbody, tr, td { display: block; }
      tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
      td { padding: .1rem 0; border: 0; }
      td:first-child { white-space: normal; }
      td:empty { display: none; }
    }
    @media print {
      header { display: none; }
      pre { max-height: none; white-space: pre-wrap; }
    }

    """
}
