using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Something that belongs to the session of its time.</summary>
internal readonly record struct FitTimed<T>(T Value, DateTimeOffset? Time, SourceLocation Location = default);
