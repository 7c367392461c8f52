using StravaTools.Activities.Texts;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Pages;

/// <summary>Where and how often something was found, in words.</summary>
internal static class FindingText
{
    /// <summary>Line and column or byte, and the number of times; empty if the finding is about the complete file.</summary>
    public static string DescribePlace(Finding finding)
    {
        string?[] facts = [PlaceOf(finding), finding.Count > 1 ? MessageText.FormatCount(finding.Count, "time", "times") : null];
        return string.Join(", ", facts.OfType<string>());
    }

    private static string? PlaceOf(Finding finding) => finding switch
    {
        { Line: { } line } => MessageText.Format($"line {line}, column {finding.Column}"),
        { Offset: { } offset } => MessageText.Format($"byte {offset}"),
        _ => null,
    };
}
