using System.Globalization;
using System.Text.Json;
using System.Xml;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Admin;

/// <summary>The values that are texts: durations, time zones, and when uploads are processed.</summary>
internal static class TextConverters
{
    /// <summary>PT6H1M, or a number of seconds.</summary>
    public static TextConverter<TimeSpan> Duration { get; } = new(ParseDuration, XmlConvert.ToString);

    /// <summary>Names such as America/New_York.</summary>
    public static TextConverter<TimeZoneInfo> TimeZone { get; } = new(ParseTimeZone, zone => zone.Id);

    /// <summary>As on the command line.</summary>
    public static TextConverter<ProcessingPolicy> Processing { get; } = new(ParseProcessing, policy => policy.ToString());

    private static TimeSpan ParseDuration(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new JsonException("A duration must be a number of seconds, or text such as PT6H1M.", exception);
        }
    }

    private static TimeZoneInfo ParseTimeZone(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        throw new JsonException($"There is no time zone {name}.");
    }

    private static ProcessingPolicy ParseProcessing(string text)
    {
        if (ProcessingPolicy.TryParse(text, out var policy))
        {
            return policy;
        }

        throw new JsonException("It must be immediate, hold, polls:<n>, or seconds:<n>.");
    }
}
