namespace StravaTools.Activities.Validation.Reports;

/// <summary>The constant parts of the HTML report.</summary>
internal static class HtmlPage
{
    public const string Head = $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Activity files checked by StravaTools</title>
        <style>
        {{Style}}
        </style>
        </head>
        <body>
        <main>
        <h1>Activity files</h1>
        """;

    public const string Foot = """
        <footer>Checked by StravaTools. Its rules page explains each rule.</footer>
        </main>
        </body>
        </html>
        """;

    private const string Style = """
        :root { --text: #1d1d1f; --soft: #5c5c63; --page: #f5f5f7; --card: #ffffff; --line: #dcdce0;
          --error: #b3161b; --warning: #8a5a00; --note: #2457a6; --good: #1a6b35; }
        @media (prefers-color-scheme: dark) { :root { --text: #ececf0; --soft: #a2a2ab; --page: #141416; --card: #1f1f23; --line: #36363c;
          --error: #ff8a85; --warning: #f0bd5e; --note: #8db8ff; --good: #79d495; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.6rem; margin: 0 0 1rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
        code { font: .9em ui-monospace, monospace; }
        .summary { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: .75rem; }
        .summary li, details, .wide { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
        .summary li { padding: .75rem 1rem; color: var(--soft); }
        .summary b { display: block; font-size: 1.7rem; line-height: 1.2; color: var(--text); }
        .summary .error b { color: var(--error); } .summary .warning b { color: var(--warning); } .summary .good b { color: var(--good); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line); }
        thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .85rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        details { margin-bottom: .6rem; }
        summary { cursor: pointer; padding: .7rem 1rem; }
        .path { overflow-wrap: anywhere; font-weight: 600; }
        .facts { margin: 0; padding: 0 1rem .7rem; color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
        .findings { list-style: none; margin: 0; padding: 0; }
        .findings li { border-top: 1px solid var(--line); padding: .7rem 1rem; }
        .findings p { margin: .3rem 0 0; overflow-wrap: anywhere; }
        .place { color: var(--soft); font-size: .9rem; }
        .badge { display: inline-block; min-width: 5.2rem; text-align: center; padding: .05rem .5rem; border: 1px solid currentColor;
          border-radius: 1rem; font-size: .8rem; font-weight: 600; }
        .badge.error { color: var(--error); } .badge.warning { color: var(--warning); }
        .badge.note { color: var(--note); } .badge.good { color: var(--good); }
        footer { margin-top: 2rem; color: var(--soft); font-size: .9rem; }
        @media (max-width: 40rem) { .summary { grid-template-columns: 1fr 1fr; } thead { display: none; }
          tbody tr { display: grid; grid-template-columns: auto auto 1fr; gap: .25rem .75rem; padding: .6rem 1rem;
            border-top: 1px solid var(--line); }
          tbody tr:first-child { border-top: 0; } td { border: 0; padding: 0; } td:nth-child(3) { grid-area: 2 / 1 / 3 / 4; }
          td:nth-child(4)::after { content: "\00d7"; } }
        @media print { details { break-inside: avoid; } }
        """;
}
