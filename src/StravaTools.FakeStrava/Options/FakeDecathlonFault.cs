using System.Globalization;

namespace StravaTools.FakeStrava.Options;

/// <summary>A failure to order.</summary>
/// <param name="Operation">Where.</param>
/// <param name="Status">What is answered: 4xx or 5xx.</param>
/// <param name="Times">How often.</param>
/// <param name="TakesEffect">True if the request does its work before the failure is answered.</param>
public sealed record FakeDecathlonFault(FakeDecathlonOperation Operation, int Status, int Times = 1, bool TakesEffect = false)
{
    /// <summary>Reads <c>upload:503</c>, <c>write:500:2</c> or <c>upload:500:1:after</c>.</summary>
    public static bool TryParse(string text, out FakeDecathlonFault fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        fault = new FakeDecathlonFault(FakeDecathlonOperation.Upload, 500);
        var parts = text.Split(':');
        if (parts.Length is < 2 or > 4 || !char.IsAsciiLetter(parts[0].FirstOrDefault())
            || !Enum.TryParse<FakeDecathlonOperation>(parts[0], ignoreCase: true, out var operation)
            || Number(parts[1]) is not (>= 400 and <= 599 and var status)
            || Number(parts.ElementAtOrDefault(2) ?? "1") is not (> 0 and var times)
            || parts.ElementAtOrDefault(3) is not (null or "after"))
        {
            return false;
        }

        fault = new FakeDecathlonFault(operation, status, times, TakesEffect: parts.Length == 4);
        return true;
    }

    private static int? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return null;
    }
}
