using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>One broken rule, with its first place and how often it is broken.</summary>
public sealed record Finding
{
    internal Finding(ActivityFileRule rule, string what, SourceLocation location, int count)
    {
        RuleId = rule.Id;
        Severity = rule.Severity;
        Message = $"{what} {rule.Why} {rule.WhatToDo}";
        Line = location.Line;
        Column = location.Column;
        Offset = location.Offset;
        Count = count;
    }

    /// <summary>The id of the rule, as GPX0102.</summary>
    public string RuleId { get; }

    /// <summary>How bad it is.</summary>
    public Severity Severity { get; }

    /// <summary>What was found, why it matters and what to do next.</summary>
    public string Message { get; }

    /// <summary>The first line (from 1) it was found at, in XML and JSON.</summary>
    public int? Line { get; }

    /// <summary>The column (from 1) in that line.</summary>
    public int? Column { get; }

    /// <summary>The byte offset (from 0) it was first found at, in FIT and gzip; counted in the uncompressed file for FIT.</summary>
    public long? Offset { get; }

    /// <summary>How often it was found.</summary>
    public int Count { get; }

    /// <summary>Severity, rule and message in a line.</summary>
    public override string ToString() => $"{Severity} {RuleId}{Place}: {Message}";

    private string Place => Line is { } line ? $" ({line},{Column})" : Offset is { } offset ? $" (byte {offset})" : "";
}
