using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Http;

/// <summary>
/// start_date_local is the athlete's wall clock written as if it were UTC (strava-v3-api.md, "Dates"), so it is read without a zone.
/// </summary>
internal sealed class WallClockConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.SpecifyKind(reader.GetDateTime().ToUniversalTime(), DateTimeKind.Unspecified);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

/// <summary>A day of the athlete's, as 2013-01-31; of a time, as 2013-01-31T10:00:00Z, it is the first part.</summary>
internal sealed class DayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.TryParseExact((reader.TokenType == JsonTokenType.String ? reader.GetString() : null)?.Split('T')[0], "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new JsonException("This is no day.");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));
}

/// <summary>
/// What the documents call an integer is written with a fraction in their own examples ("max_heartrate": 179.0), or as a string. Whole values are taken
/// either way, and plain integers exactly, for ids go beyond what a double holds.
/// </summary>
internal sealed class WholeNumberConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadWhole(ref reader);

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    internal static long ReadWhole(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.Number when reader.TryGetDecimal(out var number) && IsWhole(number) => (long)number,
        JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new JsonException("This is no whole number of 64 bits."),
    };

    private static bool IsWhole(decimal number) => number is >= long.MinValue and <= long.MaxValue && decimal.IsInteger(number);
}

/// <summary>As <see cref="WholeNumberConverter"/>, for counts.</summary>
internal sealed class CountConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WholeNumberConverter.ReadWhole(ref reader) is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw new JsonException("This is no whole number of 32 bits.");

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
