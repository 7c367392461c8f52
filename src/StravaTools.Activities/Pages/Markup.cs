namespace StravaTools.Activities.Pages;

/// <summary>A piece of a page that is inserted as it is. Every other text is encoded.</summary>
internal readonly record struct Markup(string Text);
