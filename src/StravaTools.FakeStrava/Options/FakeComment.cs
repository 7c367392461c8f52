namespace StravaTools.FakeStrava.Options;

/// <summary>A comment on an activity.</summary>
/// <param name="AthleteId">The athlete who wrote it.</param>
/// <param name="Text">The text.</param>
/// <param name="CreatedAt">When it was written; null for when the activity was created.</param>
public sealed record FakeComment(long AthleteId, string Text, DateTimeOffset? CreatedAt = null);
