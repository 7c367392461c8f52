using System.Globalization;

namespace StravaTools.FakeStrava.Options;

/// <summary>A failure to order.</summary>
/// <param name="Operation">The operation that fails.</param>
/// <param name="Status">The status of the response: 4xx or 5xx.</param>
/// <param name="Times">The number of requests that fail.</param>
/// <param name="TakesEffect">True if the request takes effect before it fails.</param>
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
            || ParseNumber(parts[1]) is not (>= 400 and <= 599 and var status)
            || ParseNumber(parts.ElementAtOrDefault(2) ?? "1") is not (> 0 and var times)
            || parts.ElementAtOrDefault(3) is not (null or "after"))
        {
            return false;
        }

        fault = new FakeDecathlonFault(operation, status, times, TakesEffect: parts.Length == 4);
        return true;
    }

    private static int? ParseNumber(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return null;
    }
}
