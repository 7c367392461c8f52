using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>What rules need to know of a TCX file that no activity shows.</summary>
internal sealed class TcxFacts
{
    public SourceLocation Root { get; set; }

    public string? Namespace { get; set; }

    /// <summary>Sport and creator of each activity, and where it is; courses have neither.</summary>
    public List<(string? Sport, string? Creator, SourceLocation Location)> Activities { get; } = [];

    public UnreadElements UnreadElements { get; } = new();

    public void AddActivity(TcxActivity activity) => Activities.Add((activity.Sport, activity.Creator, activity.Location));
}
