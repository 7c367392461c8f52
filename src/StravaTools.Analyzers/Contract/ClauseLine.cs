using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.Contract;

/// <summary>
/// The grammar of a line: <c>UP-014 MUST client: statement</c>, optionally with <c>planned</c> or <c>not-shown(reason)</c> before the
/// colon.
/// </summary>
internal static class ClauseLine
{
    private const string NotShown = "not-shown(";

    /// <summary>Returns the problem of the line, or null and the clause.</summary>
    public static string? ParseLine(string line, string section, Location location, out Clause? clause)
    {
        clause = null;
        var state = ClauseState.Due;
        string? reason = null;
        var head = line;
        var statement = "";
        if (line.IndexOf(" " + NotShown, StringComparison.Ordinal) is var open and >= 0 && open < ColonOf(line))
        {
            var close = line.IndexOf("):", open, StringComparison.Ordinal);
            if (close < 0)
            {
                return "not-shown( requires a reason and '):'";
            }

            (state, reason) = (ClauseState.NotShown, line.Substring(open + 1 + NotShown.Length, close - open - 1 - NotShown.Length).Trim());
            (head, statement) = (line.Substring(0, open), line.Substring(close + 2));
        }
        else if (ColonOf(line) is var colon and > 0)
        {
            (head, statement) = (line.Substring(0, colon), line.Substring(colon + 1));
        }

        var words = head.Split(' ');
        if (words.Length == 4 && state == ClauseState.Due && words[3] == "planned")
        {
            (state, words) = (ClauseState.Planned, [words[0], words[1], words[2]]);
        }

        if (Problem(words, statement, reason, section) is { } problem)
        {
            return problem;
        }

        clause = new Clause(words[0], words[1], words[2], state, reason, statement.Trim(), section, location);
        return null;
    }

    /// <summary>Whether the text has the form of an ID: a prefix, a hyphen, and three digits.</summary>
    public static bool IsClauseId(string text) =>
        text.Length > 4 && text.LastIndexOf('-') == text.Length - 4 && IsUpper(text[0])
        && text.Take(text.Length - 4).All(c => IsUpper(c) || IsDigit(c)) && text.Skip(text.Length - 3).All(IsDigit);

    private static string? Problem(string[] words, string statement, string? reason, string section)
    {
        if (!IsClauseId(words[0]))
        {
            return $"'{words[0]}' is not an ID such as UP-014";
        }

        if (words.ElementAtOrDefault(1) is not ("MUST" or "SHOULD" or "MAY"))
        {
            return "the ID must be followed by MUST, SHOULD, or MAY";
        }

        if (words.ElementAtOrDefault(2) is not ("client" or "server" or "file"))
        {
            return "the level must be followed by client, server, or file";
        }

        if (words.Length > 3)
        {
            return $"'{string.Join(" ", words.Skip(3))}' is neither 'planned' nor 'not-shown(reason)'";
        }

        if (reason is "")
        {
            return "not-shown( requires a reason";
        }

        if (string.IsNullOrWhiteSpace(statement))
        {
            return "a colon and the statement are missing";
        }

        if (section.Length == 0)
        {
            return "the clause is not in a section ('## Title')";
        }

        return null;
    }

    private static int ColonOf(string line) => line.IndexOf(':');

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
