using System.Globalization;
using System.Text.Json;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>The conditions before, after, and equalToDateTime for times in ISO 8601.</summary>
internal static class DatePattern
{
    /// <exception cref="StubFormatException">The expected time is not in ISO 8601; WireMock's "now" is not supported.</exception>
    public static ValuePattern ReadPattern(string name, JsonElement value, string place)
    {
        if (ParseTime(value.ToString()) is not { } expected)
        {
            throw StubFormatException.NotSupported(place);
        }

        return ValuePattern.FromTest(text => ParseTime(text) is { } actual && Compare(name, actual, expected));
    }

    private static bool Compare(string name, DateTimeOffset actual, DateTimeOffset expected) => name switch
    {
        "before" => actual < expected,
        "after" => actual > expected,
        _ => actual == expected,
    };

    private static DateTimeOffset? ParseTime(string? text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text?.Length >= 10 && char.IsAsciiDigit(text[0])
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time))
        {
            return time;
        }

        return null;
    }
}
