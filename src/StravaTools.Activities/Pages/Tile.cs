namespace StravaTools.Activities.Pages;

/// <summary>An important figure.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="More">A related figure; empty for none.</param>
internal sealed record Tile(string Label, string Value, string Unit, string More = "");
