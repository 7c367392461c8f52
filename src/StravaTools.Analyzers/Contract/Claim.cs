namespace StravaTools.Analyzers.Contract;

/// <summary>A test that claims a clause.</summary>
internal sealed record Claim(string Id, string Test);
