namespace StravaTools.Activities.Validation;

/// <summary>A rule that activity files are held to.</summary>
/// <param name="Id">Its stable id; the prefix names the format (FIT, GPX, TCX, JSN, or GEN for all).</param>
/// <param name="Severity">How bad it is to break it.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Why">Why it matters: the document and section it stands on, or what happens to users who break it.</param>
/// <param name="WhatToDo">What to do about it.</param>
public sealed record ActivityFileRule(string Id, Severity Severity, string Title, string Why, string WhatToDo);
