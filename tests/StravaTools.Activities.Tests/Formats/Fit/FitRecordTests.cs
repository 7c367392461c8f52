using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Records, their times, and their values.</summary>
public sealed class FitRecordTests
{
    /// <summary>Field 7 of a record is its power. A field of another message, or with an unknown number, is not.</summary>
    [Theory]
    [InlineData(20, 7, 250f)]
    [InlineData(0xFFFF, 7, 250f)]
    [InlineData(18, 7, null)]
    [InlineData(20, 200, null)]
    public void A_developer_field_that_stands_for_power_is_read_as_power(int message, int field, float? expected)
    {
        var streams = FitBuilder.NewActivity()
            .Message(FitBuilder.FieldDescription,
                [.. Description(0, FitType.UInt16, "Power"), new(14, FitType.UInt16, message), new(15, FitType.UInt8, field)])
            .RecordAt(0, Developer(0, FitType.UInt16, 250)).RecordAt(1, Developer(0, FitType.UInt16, null)).ReadOne().Streams;
        Assert.Equal(expected, streams.Power.IsEmpty ? null : streams.Power[0]);
        Assert.True(streams.Power.IsEmpty || float.IsNaN(streams.Power[1]));
    }

    [Fact]
    public void Developer_field_without_a_name_is_read_as_its_profile_field()
    {
        var description = Description(0, FitType.UInt16, "").Where(field => field.Number != 3);
        var streams = FitBuilder.NewActivity()
            .Message(FitBuilder.FieldDescription, [.. description, new(15, FitType.UInt8, 7)])
            .RecordAt(0, Developer(0, FitType.UInt16, 250)).SessionAt(0, Developer(0, FitType.UInt16, 1)).ReadOne();

        Assert.Equal([250f], streams.Streams.Power);
        Assert.Empty(streams.CustomFields);
    }

    [Fact]
    public void Profile_field_takes_precedence_over_its_developer_field()
    {
        var streams = FitBuilder.NewActivity()
            .Message(FitBuilder.FieldDescription,
                [.. Description(0, FitType.UInt16, "Power"), new(14, FitType.UInt16, 20), new(15, FitType.UInt8, 7)])
            .RecordAt(0, Power(200), Developer(0, FitType.UInt16, 250)).RecordAt(1, Power(null), Developer(0, FitType.UInt16, 251))
                .ReadOne().Streams;
        Assert.Equal([200f, 251f], streams.Power);
    }

    [Fact]
    public void Cadence_in_256ths_is_read_if_there_is_no_plain_cadence()
    {
        var streams = FitBuilder.NewActivity()
            .RecordAt(0, new FitValue(52, FitType.UInt16, 22656)).RecordAt(1, new FitValue(52, FitType.UInt16, 22656), Cadence(90))
                .ReadOne().Streams;
        Assert.Equal([88.5f, 90f], streams.Cadence);
    }

    [Fact]
    [Clause("UP-054", "UP-055", "UP-056", "UP-057", "UP-059", "UP-061", "UP-062", "UP-063", "UP-064", "UP-065")]
    public void Record_is_a_point_with_all_its_values()
    {
        var streams = FitBuilder.NewActivity()
            .RecordAt(
                3,
                [
                    Latitude(45.9), Longitude(-6.1), Altitude(447.2), Distance(1000.5), Speed(8.25),
                    HeartRate(141), Cadence(88), Power(250), Temperature(-4),
                ])
            .ReadOne().Streams;
        Assert.Equal(FitBuilder.StartTime.AddSeconds(3), streams.TimeOf(0));
        Assert.Equal(45.9, streams.Latitude[0], 1e-6);
        Assert.Equal(-6.1, streams.Longitude[0], 1e-6);
        Assert.Equal(447.2, streams.Altitude[0], 0.001);
        Assert.Equal(141, streams.HeartRate[0]);
        Assert.Equal(88, streams.Cadence[0]);
        Assert.Equal(1000.5, streams.Distance[0], 0.001);
        Assert.Equal(8.25, streams.Speed[0], 0.001);
        Assert.Equal(250, streams.Power[0]);
        Assert.Equal(-4, streams.Temperature[0]);
    }

    [Fact]
    [Clause("UP-058", "UP-060")]
    public void Enhanced_fields_take_precedence_at_any_position()
    {
        var streams = FitBuilder.NewActivity()
            .RecordAt(0, Altitude(100), EnhancedAltitude(200.4), EnhancedSpeed(70), Speed(5))
            .RecordAt(1, EnhancedAltitude(null), Altitude(101), Speed(6), EnhancedSpeed(null))
            .ReadOne().Streams;
        Assert.Equal([200.4f, 101f], streams.Altitude);
        Assert.Equal([70f, 6f], streams.Speed);
    }

    [Fact]
    public void Invalid_values_are_absent()
    {
        var streams = FitBuilder.NewActivity()
            .RecordAt(0, HeartRate(null), Power(null), Altitude(null), Temperature(null), new FitValue(0, FitType.SInt32, null),
                Longitude(6))
            .ReadOne().Streams;
        Assert.Equal(1, streams.Count);
        Assert.Empty(streams.HeartRate);
        Assert.Empty(streams.Power);
        Assert.Empty(streams.Altitude);
        Assert.Empty(streams.Temperature);
        Assert.False(streams.HasPosition(0));
    }

    [Fact]
    public void Compressed_distance_continues_when_its_12_bits_wrap()
    {
        var streams = FitBuilder.NewActivity()
            .RecordAt(0, CompressedSpeedDistance(300, 4000))
            .RecordAt(1, CompressedSpeedDistance(0xABC, 100))
            .RecordAt(2, new FitValue(8, FitType.Byte, new byte[] { 0xFF, 0xFF, 0xFF }))
            .RecordAt(3, CompressedSpeedDistance(310, 4095))
            .RecordAt(4, CompressedSpeedDistance(310, 0))
            .ReadOne().Streams;
        Assert.Equal([4000 / 16.0, 4196 / 16.0, double.NaN, 8191 / 16.0, 8192 / 16.0], streams.Distance);
        Assert.Equal([3f, 27.48f, float.NaN, 3.1f, 3.1f], streams.Speed);
    }

    [Fact]
    public void Compressed_distance_continues_from_a_plain_distance()
    {
        var streams = FitBuilder.NewActivity()
            .RecordAt(0, Distance(1000)).RecordAt(1, CompressedSpeedDistance(300, (16000 + 32) & 0xFFF)).ReadOne().Streams;
        Assert.Equal([1000.0, 1002.0], streams.Distance);
    }

    [Fact]
    public void Compressed_timestamps_count_from_the_last_full_one_and_roll_over()
    {
        var builder = FitBuilder.NewActivity().RecordAt(0, HeartRate(1)).Define(2, FitBuilder.Record, HeartRate(0));
        uint[] seconds = [0, 1, 20, 31, 32, 60, 91];
        foreach (var second in seconds)
        {
            builder.CompressedData(2, FitBuilder.Start + second, HeartRate(1));
        }

        var streams = builder.RecordAt(1000).CompressedData(2, FitBuilder.Start + 1001, HeartRate(1)).ReadOne().Streams;
        Assert.Equal([0.0, .. seconds.Select(second => (double)second), 1000, 1001], streams.Time);
    }

    [Fact]
    public void A_timestamp_of_any_message_is_the_reference_of_compressed_ones()
    {
        var streams = FitBuilder.NewActivity().Message(0xFF00, Timestamp(FitBuilder.Start)).Define(1, FitBuilder.Record, HeartRate(0))
            .CompressedData(1, FitBuilder.Start + 2, HeartRate(120)).ReadOne().Streams;
        Assert.Equal(FitBuilder.StartTime.AddSeconds(2), streams.TimeOf(0));
    }

    [Fact]
    public void Compressed_timestamp_without_a_reference_has_no_time()
    {
        var streams =
            FitBuilder.NewActivity().Define(1, FitBuilder.Record, HeartRate(0)).CompressedData(1, 5, HeartRate(120)).ReadOne().Streams;
        Assert.Equal(1, streams.Count);
        Assert.Null(streams.TimeOf(0));
    }

    [Fact]
    public void A_record_without_timestamp_is_a_point_without_time()
    {
        var streams = FitBuilder.NewActivity()
            .Message(FitBuilder.Record, HeartRate(120)).Message(FitBuilder.Record, Timestamp(null), HeartRate(121)).ReadOne().Streams;
        Assert.Equal(2, streams.Count);
        Assert.Empty(streams.Time);
    }

    [Fact]
    public void System_time_is_added_like_any_other()
    {
        var streams = FitBuilder.NewActivity().Message(FitBuilder.Record, Timestamp(529)).ReadOne().Streams;
        Assert.Equal(new DateTimeOffset(1989, 12, 31, 0, 8, 49, TimeSpan.Zero), streams.TimeOf(0));
    }

    [Fact]
    public void A_time_of_16_bits_is_read_as_it_is_defined()
    {
        var streams = FitBuilder.NewActivity().Message(FitBuilder.Record, new FitValue(253, FitType.UInt16, 529)).ReadOne().Streams;
        Assert.Equal(new DateTimeOffset(1989, 12, 31, 0, 8, 49, TimeSpan.Zero), streams.TimeOf(0));
    }
}
