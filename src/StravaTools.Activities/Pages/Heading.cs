namespace StravaTools.Activities.Pages;

/// <summary>The heading of a column.</summary>
internal readonly record struct Heading(string Title, string Unit);
