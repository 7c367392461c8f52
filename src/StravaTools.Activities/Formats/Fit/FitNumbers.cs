using System.Collections.Frozen;
using System.Globalization;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>The reverse of FitNames and FitSports: numbers for names, and for unnamed values that are written as numbers.</summary>
internal static class FitNumbers
{
    private static readonly FrozenDictionary<string, int> SwimStrokes = Reverse(FitNames.SwimStrokes);
    private static readonly FrozenDictionary<string, int> SplitTypes = Reverse(FitNames.SplitTypes);
    private static readonly FrozenDictionary<string, int> TimerTriggers = Reverse(FitNames.TimerTriggers);
    private static readonly FrozenDictionary<string, int> EventTypes = Reverse(FitNames.EventTypes);
    private static readonly FrozenDictionary<string, int> Manufacturers = Reverse(FitManufacturers.Names);
    private static readonly FrozenDictionary<string, int> Sports = Reverse(FitSports.Sports);
    private static readonly FrozenDictionary<string, int> SubSports = Reverse(FitSports.SubSports);

    public static int? SwimStroke(string? name) => Number(SwimStrokes, name, byte.MaxValue);

    public static int? SplitType(string? name) => Number(SplitTypes, name, byte.MaxValue);

    public static int? TimerTrigger(string? name) => Number(TimerTriggers, name, int.MaxValue);

    public static int? EventType(string? name) => Number(EventTypes, name, byte.MaxValue);

    /// <summary>Sport and sub-sport of <c>cycling/road</c>; null for a word that FIT does not define.</summary>
    public static (int? Sport, int? SubSport) ParseSport(string? name)
    {
        const int Generic = 0;
        var parts = name?.Split('/') ?? [];
        if (parts.Length is 1 or 2 && Number(Sports, parts[0], byte.MaxValue) is { } sport)
        {
            return (sport, parts.Length == 2 ? Number(SubSports, parts[1], byte.MaxValue) : Generic);
        }

        return (null, null);
    }

    /// <summary>Manufacturer and product of a creator in the form of FitContent (<c>garmin 2697</c>); null for any other name.</summary>
    public static (int Manufacturer, int? Product)? Device(string creator)
    {
        var parts = creator.Split(' ');
        var manufacturer = Number(Manufacturers, parts[0], ushort.MaxValue);
        var product = parts.Length == 2 ? ParseWhole(parts[1], ushort.MaxValue) : null;
        if (parts.Length > 2 || manufacturer is null || (parts.Length == 2 && product is null))
        {
            return null;
        }

        return (manufacturer.Value, product);
    }

    private static int? Number(FrozenDictionary<string, int> numbers, string? name, int invalid)
    {
        if (name is null)
        {
            return null;
        }

        if (numbers.TryGetValue(name, out var number))
        {
            return number;
        }

        if (ParseWhole(name, invalid) is { } unnamed && !numbers.Values.Contains(unnamed))
        {
            return unnamed;
        }

        return null;
    }

    private static int? ParseWhole(string text, int invalid)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < invalid
            && text == number.ToString(CultureInfo.InvariantCulture))
        {
            return number;
        }

        return null;
    }

    private static FrozenDictionary<string, int> Reverse(FrozenDictionary<int, string> names) =>
        names.ToFrozenDictionary(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal);
}
