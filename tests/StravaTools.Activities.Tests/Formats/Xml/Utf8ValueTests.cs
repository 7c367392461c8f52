using System.Globalization;
using System.Text;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Xml;

namespace StravaTools.Activities.Tests.Formats.Xml;

/// <summary>Our own parsers return the same as those of the framework, to the last bit.</summary>
public sealed class Utf8ValueTests
{
    private const int Rounds = 200_000;

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("00000000000000000000000012.5")]
    [InlineData("52.157762758433818817138671875")]
    [InlineData("-20.200000762939453125")]
    [InlineData("0.000000000000000000000000001")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("0.00000000123456789123456789")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740993.0")]
    [InlineData("900719925474099.25")]
    [InlineData("4503599627370496.5")]
    [InlineData("4503599627370497.5")]
    [InlineData("18446744073709551615")]
    [InlineData("99999999999999999999.5")]
    [InlineData("9999999999999999999")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("-.")]
    [InlineData("")]
    [InlineData("+5")]
    [InlineData(" 5 ")]
    [InlineData("\t5\r\n")]
    [InlineData("5e3")]
    [InlineData("1e400")]
    [InlineData("--5")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("12345678:")]
    [InlineData("1.2345678/")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("5 \u00A0")]
    public void Numbers_match_those_of_the_framework(string text) => AssertSameNumber(text);

    [Fact]
    public void Random_numbers_match_those_of_the_framework()
    {
        var random = new Random(20250614);
        for (var round = 0; round < Rounds; round++)
        {
            AssertSameNumber(RandomNumber(random));
        }
    }

    /// <summary>Numbers halfway between two doubles, and right next to them: rounding errors appear there first.</summary>
    [Fact]
    public void Numbers_between_two_doubles_are_rounded_as_the_framework_does()
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds / 4; round++)
        {
            var value = random.NextDouble() * Math.Pow(10, random.Next(-3, 5));
            var half = ((decimal)value + (decimal)Math.BitIncrement(value)) / 2;
            AssertSameNumber(half.ToString(CultureInfo.InvariantCulture));
            AssertSameNumber(value.ToString("F40", CultureInfo.InvariantCulture)[..random.Next(10, 30)]);
            AssertSameNumber((((ulong)random.NextInt64(1L << 52, 1L << 53) << 1) | 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("2025-06-14T06:30:00Z")]
    [InlineData("2025-06-14T06:30:00.000Z")]
    [InlineData("2025-06-14T06:30:00.1234567Z")]
    [InlineData("2025-06-14T06:30:00.12345678Z")]
    [InlineData("2025-06-14T06:30:00.Z")]
    [InlineData("2025-06-14T06:30:00,5Z")]
    [InlineData("2024-02-29T23:59:59Z")]
    [InlineData("2025-02-29T00:00:00Z")]
    [InlineData("2025-06-14T24:00:00Z")]
    [InlineData("2025-06-14T23:59:60Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2025-06-14T06:30:00")]
    [InlineData("2025-06-14T06:30:00+02:00")]
    [InlineData("2025-06-14T06:30:00.25-09:30")]
    [InlineData("2025-06-14T06:30:00-00:00")]
    [InlineData("2025-06-14T06:30:00+14:00")]
    [InlineData("2025-06-14T06:30:00+02:60")]
    [InlineData("0001-01-01T00:00:00+02:00")]
    [InlineData("9999-12-31T23:59:59-02:00")]
    [InlineData(" 2025-06-14T06:30:00Z\n")]
    [InlineData("2025-06-14t06:30:00z")]
    [InlineData("2025-0/-14T06:30:00Z")]
    [InlineData("")]
    [InlineData("\u00A02025-06-14T06:30:00Z")]
    public void Times_match_those_of_IsoTime(string text) => AssertSameTime(text);

    [Fact]
    public void Random_times_match_those_of_IsoTime()
    {
        var random = new Random(14);
        for (var round = 0; round < Rounds / 4; round++)
        {
            var zone = round % 2 == 0 ? "Z" : $"{"+-"[random.Next(2)]}{random.Next(16):00}:{random.Next(62):00}";
            var text = new StringBuilder(new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)).ToString(
                "yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture)).Append(zone);
            text[random.Next(text.Length)] = "0123456789-+:.TZ "[random.Next(17)];
            AssertSameTime(text.ToString());
        }
    }

    private static string RandomNumber(Random random)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "-" : "");
        for (var i = random.Next(6); i >= 0; i--)
        {
            text.Append((char)random.Next('0', '9' + 1));
        }

        text.Append('.');
        for (var i = random.Next(30); i > 0; i--)
        {
            text.Append((char)random.Next('0', '9' + 1));
        }

        if (random.Next(10) == 0)
        {
            text[random.Next(text.Length)] = (char)random.Next(' ', 127);
        }

        return text.ToString();
    }

    private static void AssertSameNumber(string text)
    {
        var expected = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
        Assert.True(expected == Utf8Number.TryParse(Encoding.UTF8.GetBytes(text), out var read), text);
        Assert.True(!expected
            || BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(read), $"{text}: {read:R} instead of {value:R}");
    }

    private static void AssertSameTime(string text)
    {
        var expected = IsoTime.TryParse(text, out var time);
        Assert.True(expected == Utf8Time.TryParse(Encoding.UTF8.GetBytes(text), out var read), text);
        Assert.True(!expected || (time == read && time.Time.Offset == read.Time.Offset), text);
    }
}
