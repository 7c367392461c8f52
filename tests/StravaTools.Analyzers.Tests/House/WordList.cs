using System.Text.RegularExpressions;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>Words and phrases that do not read like English, in comments, messages, and documents.</summary>
internal sealed class WordList
{
    private readonly Regex _regex;

    private WordList(params string[] patterns) => _regex = new(
        @"\b(" + string.Join('|', patterns) + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Words that always have a better replacement.</summary>
    public static WordList Forbidden { get; } = new(
        "tells?|told|telling", // returns, shows, reports, contains
        "anew", // again
        "(is|are|was|were|be) none", // does not exist, has no
        "all the same", // anyway, identical
        "to be had", // available
        "mend(s|ed|ing)?", // fix, repair
        "pass(es|ed|ing)? over", // skip
        "whoever|nobody|somebody|anybody", // name the person or the code
        "behind", // after
        "as such",
        "the ones? that", // name the thing
        "no such thing",
        "before its end", // truncated
        "may well", // can
        "goes on|go on"); // continues

    /// <summary>Words and phrases that usually have a better replacement, and British spelling.</summary>
    public static WordList Discouraged { get; } = new(
        "(?<!there )(is|are) no (?!longer|more|less|fewer|later|way)", // is not a
        "(is|are) to (be|have)", // must
        "knows?|wants?", // supports, requires
        "whatever|wherever",
        "beside", // next to, in addition to
        "whole", // complete
        "(a|per) (day|hour|minute|second|file|point) at most", // at most 5 per day
        "behaviours?|colours?|licences?|favours?|neighbours?|cancelled|cancelling|recognised?|normalised?|(kilo)?metres?");

    /// <summary>The matches in a line.</summary>
    public IEnumerable<string> FindIn(string line) => _regex.Matches(line).Select(match => match.Value);
}
