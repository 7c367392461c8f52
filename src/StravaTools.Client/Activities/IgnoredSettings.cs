namespace StravaTools.Client.Activities;

/// <summary>Compares the settings of a request with those in the response.</summary>
internal static class IgnoredSettings
{
    /// <summary>
    /// Returns the names of the settings that differ in the response. Settings that were not sent, or that the response does not contain,
    /// are skipped.
    /// </summary>
    public static IReadOnlyList<string> Find(params IReadOnlyList<(string Name, object? Sent, object? Answered)> settings) =>
        [.. settings.Where(setting => setting is { Sent: not null, Answered: not null } && !setting.Sent.Equals(setting.Answered))
            .Select(setting => setting.Name)];
}
