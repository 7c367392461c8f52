using System.IO.Enumeration;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>A rule for activity files.</summary>
/// <param name="Id">The stable ID; its prefix names the format (FIT, GPX, TCX, JSN, or GEN for all).</param>
/// <param name="Severity">The severity of breaking the rule.</param>
/// <param name="Title">The requirement in a few words.</param>
/// <param name="Why">Why it matters: the document and section it is based on, or what happens to users who break it.</param>
/// <param name="WhatToDo">What to do about a file that breaks it, without naming a command: see <see cref="Remedy"/>.</param>
public sealed record ActivityFileRule(string Id, Severity Severity, string Title, string Why, string WhatToDo)
{
    /// <summary>What breaks it: an excerpt of a file, or a description of its content.</summary>
    public required string Example { get; init; }

    /// <summary>The sections of Strava's documents that it is based on; empty for a rule from experience.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Public reports of files that Strava refused because they broke it; empty if none is known.</summary>
    public IReadOnlyList<RecordedRefusal> Refusals { get; init; } = [];

    /// <summary>True if a file that is still being written breaks it, so that it may be valid later.</summary>
    public bool IsBrokenByTruncation { get; init; }

    /// <summary>What StravaTools itself can do about it. A front end adds how to do it there.</summary>
    public RuleRemedy Remedy { get; init; }

    /// <summary>The format it applies to; null for all formats. The catalogue sets it.</summary>
    public ActivityFileFormat? Format { get; init; }

    /// <summary>True if the id matches a pattern with the wildcards <c>*</c> and <c>?</c>; case is ignored.</summary>
    public bool MatchesPattern(string pattern) => FileSystemName.MatchesSimpleExpression(pattern, Id, ignoreCase: true);

    /// <summary>The id and the title.</summary>
    public override string ToString() => $"{Id}: {Title}";
}
