using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>A rule that activity files are held to.</summary>
/// <param name="Id">Its stable id; the prefix names the format (FIT, GPX, TCX, JSN, or GEN for all).</param>
/// <param name="Severity">How bad it is to break it.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Why">Why it matters: the document and section it stands on, or what happens to users who break it.</param>
/// <param name="WhatToDo">What to do about it.</param>
public sealed record ActivityFileRule(string Id, Severity Severity, string Title, string Why, string WhatToDo)
{
    /// <summary>What breaks it: an excerpt of a file, or what a file would have in it.</summary>
    public required string Example { get; init; }

    /// <summary>The sections of Strava's documents that it stands on; empty where it is what users ran into.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The format it is for; null for all of them.</summary>
    public ActivityFileFormat? Format => Id[..3] switch
    {
        "FIT" => ActivityFileFormat.Fit,
        "GPX" => ActivityFileFormat.Gpx,
        "TCX" => ActivityFileFormat.Tcx,
        "JSN" => ActivityFileFormat.StrengthJson,
        _ => null,
    };

    /// <summary>The id and the title.</summary>
    public override string ToString() => $"{Id}: {Title}";
}
