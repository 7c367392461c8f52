namespace StravaTools.Sync.Monitoring;

/// <summary>A key of a line with its value.</summary>
internal readonly record struct LogValue(string Name, object? Value);
