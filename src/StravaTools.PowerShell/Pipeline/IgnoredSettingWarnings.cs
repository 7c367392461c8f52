using StravaTools.Client;
using StravaTools.Client.Activities;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Warnings about settings that the server ignored although it reported success.</summary>
internal static class IgnoredSettingWarnings
{
    /// <summary>Writes one warning per setting that the server ignored.</summary>
    public static void WarnOfIgnored(this IEngine engine, IEnumerable<string> settings, StravaActivity activity)
    {
        foreach (var setting in settings)
        {
            engine.WriteWarning(StravaErrors.SettingIgnored.Format($"-{setting}", activity.Id));
        }
    }
}
