using System.Collections.Frozen;

namespace StravaTools.FakeStrava.Processing;

/// <summary>
/// "These values are then matched to a list of known devices" (strava-uploads.md, "Device and Elevation Data"). Strava's list is not
/// published; ours has common ones, by manufacturer and product as the FIT reader writes them.
/// </summary>
internal static class KnownDevices
{
    private const string WithBarometer = "with barometer";

    private static readonly FrozenDictionary<string, Device> Known = new Dictionary<string, Device>(StringComparer.Ordinal)
    {
        ["garmin 1036"] = new("Garmin Edge 500", true),
        ["garmin 1169"] = new("Garmin Edge 800", true),
        ["garmin 1561"] = new("Garmin Edge 510", true),
        ["garmin 1567"] = new("Garmin Edge 810", true),
        ["garmin 1836"] = new("Garmin Edge 1000", true),
        ["garmin 2067"] = new("Garmin Edge 520", true),
        ["garmin 2530"] = new("Garmin Edge 820", true),
        ["garmin 2713"] = new("Garmin Edge 1030", true),
        ["garmin 2909"] = new("Garmin Edge 130", true),
        ["garmin 3121"] = new("Garmin Edge 530", true),
        ["garmin 3122"] = new("Garmin Edge 830", true),
        ["garmin 2050"] = new("Garmin Fenix 3", true),
        ["garmin 2544"] = new("Garmin Fenix 5S", true),
        ["garmin 2604"] = new("Garmin Fenix 5X", true),
        ["garmin 2697"] = new("Garmin Fenix 5", true),
        ["garmin 2691"] = new("Garmin Forerunner 935", true),
        ["garmin 3113"] = new("Garmin Forerunner 945", true),
        ["garmin 2431"] = new("Garmin Forerunner 235", false),
        ["garmin 3076"] = new("Garmin Forerunner 245", false),
        ["garmin 2158"] = new("Garmin Forerunner 735XT", false),
        ["wahoo_fitness 28"] = new("Wahoo ELEMNT", true),
        ["wahoo_fitness 31"] = new("Wahoo ELEMNT BOLT", true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name to show: that of a known device, else the one in the file.</summary>
    public static string? NameOf(string? creator)
    {
        if (creator is not null && Known.TryGetValue(creator, out var device))
        {
            return device.Name;
        }

        return creator;
    }

    /// <summary>"A generic 'with barometer' device is provided to force the system to use the elevation data."</summary>
    public static bool HasBarometer(string? creator)
    {
        if (creator is null)
        {
            return false;
        }

        return creator.EndsWith(WithBarometer, StringComparison.OrdinalIgnoreCase)
            || (Known.TryGetValue(creator, out var device) && device.HasBarometer);
    }

    private sealed record Device(string Name, bool HasBarometer);
}
