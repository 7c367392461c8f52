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

    /// <summary>Elements other than a position that contain the latitude, which is then not read.</summary>
    public UnreadElements OutsidePositions { get; } = new();

    /// <summary>Elements around trackpoints whose names are known, but in another case, so that they are not read.</summary>
    public UnreadElements Misspelled { get; } = new();

    /// <summary>Positions with a latitude or a longitude only.</summary>
    public UnreadElements IncompletePositions { get; } = new();

    /// <summary>
    /// Elements for a heart rate with a text that is not a number, such as "undefined", instead of the element with the value.
    /// </summary>
    public UnreadElements HeartRatesWithoutNumber { get; } = new();

    /// <summary>Attributes of elements in trackpoints and laps that are not read, each as its element and its name.</summary>
    public UnreadElements InAttributes { get; } = new();

    /// <summary>Elements that contain the element with the value instead of the value, which only a heart rate does.</summary>
    public UnreadElements Wrapped { get; } = new();

    /// <summary>Totals of laps that are not read, because they are misspelled.</summary>
    public UnreadElements InLaps { get; } = new();

    /// <summary>Totals of laps that are negative or absurdly large, with the first place and a count.</summary>
    public UnreadElements ImpossibleTotals { get; } = new();

    public void AddActivity(TcxActivity activity) => Activities.Add((activity.Sport, activity.Creator, activity.Location));
}
