namespace StravaTools.Activities.Validation;

/// <summary>A check of activities that were read.</summary>
internal delegate void ActivityCheck(ActivityCheckContext context);
