using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Pages;

/// <summary>A finding with its number on the page, and the point at which it is; null if it is not at a point of the activity.</summary>
internal sealed record FindingMark(int Number, Finding Finding, int? Point);
