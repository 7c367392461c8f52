namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>The result of one test.</summary>
/// <param name="Name">The names of its blocks, followed by its own name.</param>
/// <param name="Result">Passed, Failed, Skipped, Inconclusive, or NotRun.</param>
/// <param name="Message">Why it failed or was skipped.</param>
public sealed record PesterTest(string Name, string Result, string? Message);
