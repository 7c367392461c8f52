using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation;

/// <summary>One broken rule, with the first place and the number of places.</summary>
public sealed record Finding
{
    internal Finding(ActivityFileRule rule, string what, SourceLocation location, int count)
    {
        RuleId = rule.Id;
        Severity = rule.Severity;
        What = what;
        Why = rule.Why;
        Remedy = rule.WhatToDo;
        RemedyKind = rule.Remedy;
        Line = location.Line;
        Column = location.Column;
        Offset = location.Offset;
        Count = count;
    }

    /// <summary>The path of the file; its name if it was read from memory.</summary>
    public string? Path { get; init; }

    /// <summary>The ID of the rule, such as GPX0102.</summary>
    public string RuleId { get; }

    /// <summary>The severity.</summary>
    public Severity Severity { get; }

    /// <summary>What was found, as a sentence.</summary>
    public string What { get; }

    /// <summary>Why it matters, as a sentence.</summary>
    public string Why { get; }

    /// <summary>What to do next, as a sentence, without naming a command.</summary>
    public string Remedy { get; }

    /// <summary>What StravaTools itself can do about it.</summary>
    public RuleRemedy RemedyKind { get; }

    /// <summary><see cref="What"/>, <see cref="Why"/>, and <see cref="Remedy"/> in one text.</summary>
    public string Message => $"{What} {Why} {Remedy}";

    /// <summary>The first line (from 1) it was found at, in XML and JSON.</summary>
    public int? Line { get; }

    /// <summary>The column (from 1) in that line.</summary>
    public int? Column { get; }

    /// <summary>The byte offset (from 0) of the first occurrence, in FIT and gzip. In FIT, it refers to the uncompressed file.</summary>
    public long? Offset { get; }

    /// <summary>How often it was found.</summary>
    public int Count { get; }

    /// <summary>Severity, rule, place, and message in one line.</summary>
    public override string ToString() => $"{Severity} {RuleId}{FormatPlace()}: {Message}";

    private string FormatPlace()
    {
        if (Line is { } line)
        {
            return MessageText.Format($" ({line},{Column})");
        }

        if (Offset is { } offset)
        {
            return MessageText.Format($" (byte {offset})");
        }

        return "";
    }
}
