using Microsoft.CodeAnalysis;

namespace StravaTools.Analyzers.House;

/// <summary>One target of a room, <c>B</c> or <c>C.*</c>, and its place in rooms.txt.</summary>
internal sealed record Arrow(string Text, Location Location)
{
    private const string AndBelow = ".*";

    /// <summary>The room or guard that the arrow names, without what is below.</summary>
    public string Target => IncludesBelow ? Text.Substring(0, Text.Length - AndBelow.Length) : Text;

    private bool IncludesBelow => Text.EndsWith(AndBelow, StringComparison.Ordinal);

    /// <summary>Whether the arrow leads to this room or guard.</summary>
    public bool Covers(string used) => used == Target || (IncludesBelow && used.StartsWith(Target + ".", StringComparison.Ordinal));
}
