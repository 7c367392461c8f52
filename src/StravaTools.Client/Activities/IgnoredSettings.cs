namespace StravaTools.Client.Activities;

/// <summary>Compares the settings of a request with those of the answer.</summary>
internal static class IgnoredSettings
{
    /// <summary>
    /// The names of the settings that the answer contradicts. A setting that was not sent, or that the answer does not contain, is not one.
    /// </summary>
    public static IReadOnlyList<string> Of(params IReadOnlyList<(string Name, object? Sent, object? Answered)> settings) =>
        [.. settings.Where(setting => setting is { Sent: not null, Answered: not null } && !setting.Sent.Equals(setting.Answered))
            .Select(setting => setting.Name)];
}
