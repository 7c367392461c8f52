namespace StravaTools.Activities.Pages;

/// <summary>A formatted value and its unit.</summary>
internal readonly record struct Quantity(string Value, string Unit);
