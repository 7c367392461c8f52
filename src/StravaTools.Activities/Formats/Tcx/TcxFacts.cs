using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>The facts about a TCX file that rules need and that an activity does not have.</summary>
internal sealed class TcxFacts
{
    public SourceLocation Root { get; set; }

    public string? Namespace { get; set; }

    /// <summary>The sport, creator, and place of each activity; courses have no sport and no creator.</summary>
    public List<(string? Sport, string? Creator, SourceLocation Location)> Activities { get; } = [];

    /// <summary>Elements in the extensions of trackpoints that are not read.</summary>
    public UnreadElements InExtensions { get; } = new();

    /// <summary>Elements of trackpoints, outside their extensions, that are not read.</summary>
    public UnreadElements OutsideExtensions { get; } = new();

    /// <summary>Elements for a heart rate with a text that is not a number, such as "undefined", instead of the element with the value.</summary>
    public UnreadElements HeartRatesWithoutNumber { get; } = new();

    public void AddActivity(TcxActivity activity) => Activities.Add((activity.Sport, activity.Creator, activity.Location));
}
