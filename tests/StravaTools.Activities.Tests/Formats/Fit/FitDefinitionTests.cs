using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>The definition determines the layout of data, not the profile.</summary>
public sealed class FitDefinitionTests
{
    private const byte UnknownField = 200;
    private const ushort UnknownMessage = 0xFF00;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_byte_orders_are_read(bool bigEndian)
    {
        var streams = FitBuilder.NewActivity(bigEndian).RecordAt(7, Distance(1234.56), Power(300)).ReadOne().Streams;
        Assert.Equal(FitBuilder.StartTime.AddSeconds(7), streams.TimeOf(0));
        Assert.Equal(1234.56, streams.Distance[0], 0.001);
        Assert.Equal(300, streams.Power[0]);
    }

    [Fact]
    public void Unknown_messages_and_fields_are_skipped()
    {
        var streams = FitBuilder.NewActivity()
            .Message(UnknownMessage, new(1, FitType.UInt32, 5), new(2, FitType.Byte, new byte[201]))
            .RecordAt(0, new FitValue(UnknownField, FitType.Float64, 1.5), HeartRate(120))
            .ReadOne().Streams;
        Assert.Equal([120f], streams.HeartRate);
    }

    [Theory]
    [InlineData(nameof(FitType.UInt32), 3)]
    [InlineData(nameof(FitType.UInt16), 5)]
    [InlineData(nameof(FitType.UInt32), 1)]
    [InlineData(nameof(FitType.Float64), 7)]
    public void Value_whose_size_does_not_fit_the_base_type_is_skipped(string typeName, int size)
    {
        var type = Enum.Parse<FitType>(typeName);
        var streams = FitBuilder.NewActivity().RecordAt(0, new FitValue(7, type, new byte[size]), HeartRate(120)).ReadOne().Streams;
        Assert.Empty(streams.Power);
        Assert.Equal([120f], streams.HeartRate);
    }

    [Theory]
    [InlineData(nameof(FitType.UInt8), 200)]
    [InlineData(nameof(FitType.SInt8), 100)]
    [InlineData(nameof(FitType.UInt16), 300)]
    [InlineData(nameof(FitType.SInt16), 300)]
    [InlineData(nameof(FitType.SInt32), 300)]
    [InlineData(nameof(FitType.UInt32), 300)]
    [InlineData(nameof(FitType.UInt64), 300)]
    [InlineData(nameof(FitType.SInt64), 300)]
    [InlineData(nameof(FitType.UInt8z), 200)]
    [InlineData(nameof(FitType.UInt16z), 300)]
    [InlineData(nameof(FitType.UInt32z), 300)]
    [InlineData(nameof(FitType.UInt64z), 300)]
    [InlineData(nameof(FitType.Float32), 300)]
    [InlineData(nameof(FitType.Float64), 300)]
    [InlineData(nameof(FitType.Enum), 200)]
    [InlineData(nameof(FitType.Byte), 200)]
    public void Value_is_read_by_its_defined_type_and_its_invalid_value_is_absent(string typeName, int watts)
    {
        var type = Enum.Parse<FitType>(typeName);
        foreach (var bigEndian in new[] { false, true })
        {
            var streams = FitBuilder.NewActivity(bigEndian)
                .RecordAt(0, new FitValue(7, type, watts), HeartRate(120))
                .RecordAt(1, new FitValue(7, type, null), HeartRate(121))
                .ReadOne().Streams;
            Assert.Equal([watts, float.NaN], streams.Power);
            Assert.Equal([120f, 121f], streams.HeartRate);
        }
    }

    [Theory]
    [InlineData(nameof(FitType.Float32), double.PositiveInfinity)]
    [InlineData(nameof(FitType.Float64), double.NegativeInfinity)]
    [InlineData(nameof(FitType.Float32), double.NaN)]
    [InlineData(nameof(FitType.Float64), double.NaN)]
    public void Float_that_is_not_a_number_is_absent(string typeName, double value)
    {
        var streams = FitBuilder.NewActivity().RecordAt(0, new FitValue(7, Enum.Parse<FitType>(typeName), value)).ReadOne().Streams;
        Assert.Equal(1, streams.Count);
        Assert.Empty(streams.Power);
    }

    [Fact]
    public void Number_defined_as_text_is_absent()
    {
        var streams = FitBuilder.NewActivity().RecordAt(0, new FitValue(7, FitType.String, "300"), HeartRate(120)).ReadOne().Streams;
        Assert.Empty(streams.Power);
        Assert.Equal([120f], streams.HeartRate);
    }

    [Fact]
    public void First_value_of_an_array_counts()
    {
        var streams = FitBuilder.NewActivity().RecordAt(0, new FitValue(7, FitType.UInt16, new[] { 300, 400 })).ReadOne().Streams;
        Assert.Equal([300f], streams.Power);
    }

    [Fact]
    public void A_field_without_bytes_is_harmless()
    {
        var streams =
            FitBuilder.NewActivity().RecordAt(0, new FitValue(7, FitType.UInt16, Array.Empty<byte>()), HeartRate(120)).ReadOne().Streams;
        Assert.Empty(streams.Power);
        Assert.Equal([120f], streams.HeartRate);
    }

    [Fact]
    public void A_record_without_fields_is_a_point()
    {
        Assert.Equal(1, FitBuilder.NewActivity().Message(FitBuilder.Record).ReadOne().Streams.Count);
    }

    [Fact]
    public void Local_message_type_can_be_redefined()
    {
        var streams = FitBuilder.NewActivity()
            .Define(3, FitBuilder.Record, HeartRate(0)).Data(3, HeartRate(120))
            .Define(3, FitBuilder.Record, Power(0), HeartRate(0)).Data(3, Power(300), HeartRate(121))
            .ReadOne().Streams;
        Assert.Equal([120f, 121f], streams.HeartRate);
        Assert.Equal([float.NaN, 300f], streams.Power);
    }

    [Fact]
    public void All_16_local_message_types_can_be_in_use_at_once()
    {
        var builder = FitBuilder.NewActivity();
        for (var local = 0; local < 16; local++)
        {
            builder.Define(local, FitBuilder.Record, HeartRate(0));
        }

        for (var local = 0; local < 16; local++)
        {
            builder.Data(local, HeartRate(100 + local));
        }

        Assert.Equal(Enumerable.Range(100, 16).Select(rate => (float)rate), builder.ReadOne().Streams.HeartRate);
    }

    [Fact]
    public void Developer_fields_of_a_record_are_skipped()
    {
        var streams = FitBuilder.NewActivity()
            .RecordAt(0, Developer(0, FitType.Float32, 1.5), HeartRate(120), Developer(1, FitType.UInt8, 3))
            .RecordAt(1, HeartRate(121))
            .ReadOne().Streams;
        Assert.Equal([120f, 121f], streams.HeartRate);
    }

    [Theory]
    [InlineData("StravaTools")]
    [InlineData("Vélo")]
    public void Text_without_NUL_is_read(string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        foreach (var text in new[] { bytes, [.. bytes, 0], [.. bytes, 0, (byte)'x', (byte)'y'] })
        {
            var activity = new FitBuilder().Message(FitBuilder.FileId, new FitValue(8, FitType.String, text)).RecordAt(0).ReadOne();
            Assert.Equal(name, activity.Creator);
        }
    }

    [Fact]
    public void Undefined_local_message_type_ends_the_stream()
    {
        var builder = FitBuilder.NewActivity().RecordAt(0, HeartRate(120));
        var position = builder.Position;
        var content = builder.Data(11, HeartRate(121)).RecordAt(2).ToFile().ReadContent(TestContext.Current.CancellationToken);
        var finding = Assert.Single(content.Findings);
        Assert.Equal("FIT0104", finding.RuleId);
        Assert.Equal(position, finding.Offset);
        Assert.Contains("local message type 11", finding.Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(content.Activities).Streams.Count);
    }

    [Fact]
    public void Unknown_base_type_ends_the_stream()
    {
        var builder = FitBuilder.NewActivity();
        var position = builder.Position;
        var finding = Assert.Single(builder.Message(FitBuilder.Lap, new FitValue(9, (FitType)0x72, 1)).ToFile()
            .ReadContent(TestContext.Current.CancellationToken).Findings);
        Assert.Equal("FIT0104", finding.RuleId);
        Assert.Equal(position, finding.Offset);
        Assert.Contains("definition of lap", finding.Message, StringComparison.Ordinal);
        Assert.Contains("0x72", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_beyond_the_end_ends_the_stream()
    {
        var builder = FitBuilder.NewActivity().Define(1, FitBuilder.Record, Timestamp(0));
        var position = builder.Position;
        var finding = Assert.Single(builder.Raw(1, 0, 0).ToFile().ReadContent(TestContext.Current.CancellationToken).Findings);
        Assert.Equal("FIT0104", finding.RuleId);
        Assert.Equal(position, finding.Offset);
        Assert.Contains("record message", finding.Message, StringComparison.Ordinal);
        Assert.Contains("needs 4 bytes, but only 2 are left", finding.Message, StringComparison.Ordinal);
    }
}
