using System.Globalization;
using System.Text;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Tests.Formats.Fit;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Repair;

/// <summary>What a repair changes, what it leaves unchanged, and what it reports.</summary>
public sealed class RepairTests
{
    private const string TcxRoot = "<TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">";
    private const string Root = "<gpx version=\"1.1\" creator=\"tests\" xmlns=\"http://www.topografix.com/GPX/1/1\">";

    public static TheoryData<string> Files => [.. Corpus.Entries("fit"), .. Corpus.Entries("gpx"), .. Corpus.Entries("tcx")];

    [Fact]
    public void Valid_file_is_not_changed()
    {
        var file = Text.File("a.gpx", $"{Root}<trk><trkseg>{Point(0)}{Point(1)}</trkseg></trk></gpx>");
        var result = ActivityRepair.Repair(file, TestContext.Current.CancellationToken);
        Assert.Empty(result.Repairs);
        Assert.True(result.Bytes.Span.SequenceEqual(file.Bytes.Span));
    }

    [Fact]
    public void Points_of_a_GPX_file_are_dropped_and_ordered_and_the_rest_is_unchanged()
    {
        var (text, kinds) = Repair(
            "a.gpx",
            $"<!--note-->{Root}<wpt lat=\"1\" lon=\"1\"/><trk><trkseg>\n{Point(3)}\n{Point(1)}\n<trkpt lat=\"9\" lon=\"9\"/>\n"
                + "<trkpt lat=\"0.0\" lon=\"0\"><time>2026-01-01T00:00:02Z</time></trkpt>"
                + $"<x:y z=\"1\">ü</x:y></trkseg></trk></gpx>");
        Assert.Equal(
            $"<!--note-->{Root}<wpt lat=\"1\" lon=\"1\" /><trk><trkseg>\n{Point(1)}\n{Point(3)}<x:y z=\"1\">ü</x:y></trkseg></trk></gpx>",
            text);
        Assert.Equal([ActivityRepairKind.TimelessPointsDropped, ActivityRepairKind.ZeroPositionsRemoved, ActivityRepairKind.Ordered],
            kinds);
    }

    [Fact]
    public void Segments_and_tracks_are_ordered()
    {
        var (text, _) = Repair("a.gpx",
            $"{Root}<trk><trkseg>{Point(7)}</trkseg><trkseg>{Point(5)}</trkseg></trk><trk><trkseg>{Point(1)}</trkseg></trk></gpx>");
        Assert.Equal($"{Root}<trk><trkseg>{Point(1)}</trkseg></trk><trk><trkseg>{Point(5)}</trkseg><trkseg>{Point(7)}</trkseg></trk></gpx>",
            text);
    }

    /// <summary>60,000 points take less than a second. If the time grew with the square of their number, it would be minutes.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Many_points_out_of_order_or_without_time_are_repaired_in_linear_time()
    {
        const string Timeless = "<trkpt lat='1' lon='1'/>\n";
        var text = new StringBuilder($"{Root}<trk><trkseg>");
        for (var i = 30_000; i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"<trkpt lat='1' lon='1'><time>2026-01-01T00:00:00.{i:D5}Z</time></trkpt>{Timeless}");
        }

        var file = Text.File("a.gpx", text.Append("</trkseg></trk></gpx>").ToString());
        var result = await Task.Run(() => ActivityRepair.Repair(file), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["30,000 points without time were dropped.", "30,000 points and segments were put in order."],
            result.Repairs.Select(repair => repair.Message));
    }

    [Fact]
    public void Namespaces_version_and_creator_of_a_GPX_are_added()
    {
        var (text, kinds) =
            Repair("a.gpx",
                "<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"><time>2026-01-01T00:00:01Z</time><extensions><gpxtpx:hr>1</gpxtpx:hr>"
                    + "</extensions></trkpt></trkseg></trk></gpx>");
        Assert.StartsWith(
            "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:gpxtpx=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v1\" "
                + "version=\"1.1\" creator=\"StravaTools\">",
            text,
            StringComparison.Ordinal);
        Assert.Equal([ActivityRepairKind.NamespaceAdded, ActivityRepairKind.CreatorAdded], kinds);
    }

    [Fact]
    public void White_space_before_the_declaration_is_removed()
    {
        var text = $"<?xml version=\"1.0\" encoding=\"utf-8\"?>{Root}<trk><trkseg>{Point(0)}</trkseg></trk></gpx>";
        var (repaired, kinds) = Repair("a.gpx", "\n " + text);

        Assert.Equal(text, repaired);
        Assert.Equal([ActivityRepairKind.CutBack], kinds);
    }

    [Fact]
    public void Text_around_an_element_that_is_removed_does_not_become_one_value()
    {
        const string Point = "<trkpt lat=\"1\" lon=\"1\"><time>2026-01-01T00<ele>NaN</ele>:00:01Z</time></trkpt>";
        var text = $"{Root}<trk><trkseg>{Point}</trkseg></trk></gpx>";
        var (repaired, kinds) = Repair("a.gpx", text);

        Assert.Equal(text, repaired);
        Assert.Empty(kinds);
    }

    [Fact]
    public void Planned_route_is_not_changed_and_is_reported()
    {
        var result = ActivityRepair.Repair(Text.File("a.gpx", $"{Root}<trk><trkseg><trkpt lat=\"1\" lon=\"1\"/></trkseg></trk></gpx>"),
            TestContext.Current.CancellationToken);
        Assert.Empty(result.Repairs);
        Assert.Contains(result.Report.Findings, finding => finding.RuleId == "GPX0102");
    }

    [Fact]
    public void Readable_file_that_cannot_be_written_is_not_changed()
    {
        var file = Text.File("a.gpx", $"<gpx><trk><name>&#xD800;</name><trkseg>{Point(0)}</trkseg></trk></gpx>");
        var result = ActivityRepair.Repair(file, TestContext.Current.CancellationToken);
        Assert.Empty(result.Repairs);
        Assert.True(result.Bytes.Span.SequenceEqual(file.Bytes.Span));
    }

    [Theory]
    [InlineData("a.gpx", Root
        + "<trk><trkseg>{0}{1}<trkpt lat=\"4", "<trkpt lat=\"45\" lon=\"6\"><time>2026-01-01T00:00:0{0}Z</time></trkpt>")]
    [InlineData("a.tcx",
        "<TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\"><Activities>"
            + "<Activity Sport=\"Biking\"><Lap><Track>{0}{1}<Tra", "<Trackpoint><Time>2026-01-01T00:00:0{0}Z</Time></Trackpoint>")]
    public void Truncated_XML_is_cut_and_closed(string name, string pattern, string point)
    {
        var text = pattern.Replace("{0}", point.Replace("{0}", "1", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{1}", point.Replace("{0}", "2", StringComparison.Ordinal), StringComparison.Ordinal);
        var result = ActivityRepair.Repair(Text.File(name, text), TestContext.Current.CancellationToken);
        Assert.Equal(ActivityRepairKind.CutBack, result.Repairs[0].Kind);
        Assert.True(result.Report.IsValid, string.Join(' ', result.Report.Findings));
        Assert.Equal(2, result.Report.PointCount);
    }

    [Fact]
    public void TCX_points_lose_a_position_of_0_0_and_the_file_gets_a_creator()
    {
        var (text, kinds) = Repair(
            "a.tcx",
            "<TrainingCenterDatabase><Activities><Activity Sport=\"Biking\"><Lap><Track><Trackpoint><Time>2026-01-01T00:00:01Z</Time>"
                + "<Position><LatitudeDegrees>0</LatitudeDegrees><LongitudeDegrees>0.0</LongitudeDegrees></Position>"
                + "<Cadence>90</Cadence></Trackpoint></Track></Lap>"
                + "<Extensions><a>1</a></Extensions></Activity></Activities></TrainingCenterDatabase>");
        Assert.Contains("<Time>2026-01-01T00:00:01Z</Time><Cadence>90</Cadence>", text, StringComparison.Ordinal);
        Assert.Contains("</Lap><Creator xsi:type=\"Device_t\"><Name>StravaTools</Name>", text, StringComparison.Ordinal);
        Assert.Contains("xmlns:xsi=", text, StringComparison.Ordinal);
        Assert.Equal([ActivityRepairKind.CreatorAdded, ActivityRepairKind.ZeroPositionsRemoved, ActivityRepairKind.NamespaceAdded], kinds);
    }

    [Fact]
    public void Both_positions_of_0_0_in_one_point_are_removed()
    {
        const string zero = "<Position><LatitudeDegrees>0</LatitudeDegrees><LongitudeDegrees>0</LongitudeDegrees></Position>";
        var (text, _) = Repair(
            "a.tcx",
            "<TrainingCenterDatabase><Activities><Activity><Lap><Track><Trackpoint>"
                + $"<Time>2026-01-01T00:00:01Z</Time>{zero}{zero}</Trackpoint></Track></Lap></Activity></Activities>"
                + "</TrainingCenterDatabase>");
        Assert.DoesNotContain("Position", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefix_that_a_dropped_point_declared_is_declared_again()
    {
        var (text, _) = Repair(
            "a.gpx",
            "<gpx version=\"1.1\" creator=\"a\" xsi:schemaLocation=\"a b\"><trk><trkseg>" + Point(1)
                + "<trkpt lat=\"45\" lon=\"6\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/></trkseg></trk></gpx>");
        Assert.Contains("xmlns:xsi=", text, StringComparison.Ordinal);
    }

    /// <summary>With one local name and many prefixes, XmlDocument would need time that grows with their square.</summary>
    [Theory]
    [InlineData(950, 1)]
    [InlineData(1050, 0)]
    public void File_with_more_names_than_any_program_writes_is_not_repaired(int prefixes, int repairs)
    {
        var elements = string.Concat(Enumerable.Range(0, prefixes).Select(i => $"<p{i}:a>1</p{i}:a>"));
        var (_, kinds) = Repair(
            "a.gpx", $"<gpx version=\"1.1\" creator=\"a\"><metadata>{elements}</metadata><trk><trkseg>{Point(1)}</trkseg></trk></gpx>");
        Assert.Equal(repairs, kinds.Count());
    }

    [Fact]
    public void Truncated_FIT_file_ends_with_its_last_complete_record()
    {
        var whole = Ride().ToBytes();
        for (var length = 60; length < whole.Length; length++)
        {
            var result = Repair(whole[..length]);
            Assert.Equal(ActivityRepairKind.CutBack, result.Repairs[0].Kind);
            Assert.DoesNotContain(result.Report.Findings, finding => finding.RuleId is "FIT0101" or "FIT0104");
        }

        Assert.Equal(3, Repair(whole[..^2]).Report.PointCount);
    }

    [Fact]
    public void FIT_file_is_cut_before_a_definition_with_an_unknown_base_type()
    {
        var valid = Ride();
        var end = valid.Position;
        var result = Repair(valid.Define(1, FitBuilder.Lap, new FitValue(0, (FitType)0x17, new byte[] { 1 })).Raw(1, 1).ToBytes());
        Assert.True(result.Report.IsValid);
        Assert.Equal(3, result.Report.PointCount);
        Assert.Equal(end + 2, result.Bytes.Length);
        Assert.Equal("The file was cut after its last valid message, the 10th; 11 bytes were removed.", result.Repairs[0].Message);
    }

    [Theory]
    [InlineData(3, "the 3rd")]
    [InlineData(11, "the 11th")]
    [InlineData(21, "the 21st")]
    [InlineData(502, "the 502nd")]
    [InlineData(1113, "the 1,113th")]
    public void Last_valid_message_of_a_FIT_file_is_counted_in_English(int messages, string expected)
    {
        var fit = new FitBuilder().Define(0, FitBuilder.Record, HeartRate(0));
        for (var i = 1; i < messages; i++)
        {
            fit.Data(0, HeartRate(100));
        }

        var result = Repair(fit.Raw(0x0F).ToBytes());
        Assert.Equal($"The file was cut after its last valid message, {expected}; 1 byte was removed.", result.Repairs[0].Message);
    }

    [Fact]
    public void Wrong_checksum_or_size_of_a_FIT_file_is_repaired()
    {
        var file = Ride().ToBytes();
        file[^1] ^= 1;
        Assert.Equal([ActivityRepairKind.ChecksumMended], Kinds(Repair(file)));
        file = Ride().ToBytes();
        file[4] = file[5] = 0;
        var unfinished = Repair(file);
        Assert.True(unfinished.Report.IsValid);
        Assert.Equal(3, unfinished.Report.PointCount);
        Assert.Equal([ActivityRepairKind.CutBack], Kinds(Repair([.. Ride().ToBytes(), 1, 2, 3])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Records_of_a_FIT_file_are_dropped_blanked_and_ordered(bool bigEndian)
    {
        var result = Repair(FitBuilder.NewActivity(bigEndian)
            .RecordAt(9, Latitude(45), Longitude(6), HeartRate(101))
            .RecordAt(5, Latitude(0), Longitude(0), HeartRate(102))
            .Message(FitBuilder.Record, Timestamp(null), Latitude(46), Longitude(6), HeartRate(103))
            .RecordAt(7, Latitude(47), Longitude(6), HeartRate(104))
            .SessionAt(5, SessionSport(2)).ToBytes());
        Assert.Equal(
            [ActivityRepairKind.TimelessPointsDropped, ActivityRepairKind.ZeroPositionsRemoved, ActivityRepairKind.Ordered,
                ActivityRepairKind.ChecksumMended], Kinds(result));
        var streams = Assert.Single(
            ActivityFile.FromBytes("a.fit", result.Bytes).ReadContent(TestContext.Current.CancellationToken).Activities).Streams;
        Assert.Equal([102, 104, 101], streams.HeartRate);
        Assert.False(streams.HasPosition(0));
        Assert.True(result.Report.IsValid);
    }

    [Fact]
    public void Damaged_gzip_file_is_compressed_again_and_its_content_repaired()
    {
        var packed = Text.Gzip(
            $"{Root}<trk><trkseg>{string.Concat(Enumerable.Range(0, 3000).Select(i => Point(i % 60)))}</trkseg></trk></gpx>");
        var result = ActivityRepair.Repair(ActivityFile.FromBytes("a.gpx.gz", packed[..(packed.Length / 2)]),
            TestContext.Current.CancellationToken);
        Assert.Equal([ActivityRepairKind.CutBack, ActivityRepairKind.Ordered, ActivityRepairKind.Repacked], Kinds(result));
        Assert.Equal("gpx.gz", result.Report.DataType);
        Assert.True(result.Report.IsValid);
    }

    [Theory]
    [InlineData("\n\0\0\0", "4 bytes after the end of the XML were removed.")]
    [InlineData("x", "1 byte after the end of the XML was removed.")]
    [InlineData("\n<trk><trkpt lat=\"1\" lon=\"2\"></trkpt>", "37 bytes after the end of the XML were removed.")]
    public void XML_is_cut_after_the_end_of_its_root(string junk, string message)
    {
        var text = $"{Root}<trk><trkseg>{Point(0)}{Point(1)}</trkseg></trk><extensions><x:y>kept</x:y></extensions></gpx>";
        var result = ActivityRepair.Repair(Text.File("a.gpx", text + junk), TestContext.Current.CancellationToken);

        Assert.Equal(message, Assert.Single(result.Repairs).Message);
        Assert.Equal(text, Encoding.UTF8.GetString(result.Bytes.Span));
    }

    [Fact]
    public void Creator_of_a_TCX_file_with_bytes_after_its_end_is_kept()
    {
        var text = $"{TcxRoot}<Activities><Activity Sport=\"Biking\"><Lap><Track><Trackpoint><Time>2026-01-01T00:00:00Z</Time></Trackpoint>"
            + "</Track></Lap><Creator><Name>Edge 530 with barometer</Name></Creator></Activity></Activities></TrainingCenterDatabase>";
        var (repaired, kinds) = Repair("a.tcx", text + "\n" + new string('\0', 100));

        Assert.Equal([ActivityRepairKind.CutBack], kinds);
        Assert.Equal(text, repaired);
    }

    [Theory]
    [InlineData("</Name><UnitId>1</UnitId></Creator></Activity></Activities>")]
    [InlineData("</Name><UnitId>1</UnitId></Creator></Activity></Activi")]
    [InlineData("</Name><UnitId>1")]
    public void Creator_of_a_TCX_file_that_is_truncated_after_it_is_kept(string end)
    {
        var text = $"{TcxRoot}<Activities><Activity Sport=\"Biking\"><Lap><Track><Trackpoint><Time>2026-01-01T00:00:00Z</Time></Trackpoint>"
            + $"</Track></Lap><Creator><Name>Edge 530 with barometer{end}";
        var (repaired, kinds) = Repair("a.tcx", text);

        Assert.Equal([ActivityRepairKind.CutBack], kinds);
        Assert.Contains("<Name>Edge 530 with barometer</Name>", repaired, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</trkseg></trk><extensions><x:y>kept</x:y></extensions>", "<x:y>kept</x:y>")]
    [InlineData("</trkseg><extensions><x:y>kept</x:y><x:z>lost</x", "<x:y>kept</x:y>")]
    [InlineData("</trkseg><desc>a&nbsp;b</desc></trk></gpx>", "</trkpt>")]
    public void Elements_after_the_last_point_of_a_truncated_file_are_kept(string end, string kept)
    {
        var (repaired, kinds) = Repair("a.gpx", $"{Root}<trk><trkseg>{Point(0)}{Point(1)}{end}");

        Assert.Contains(ActivityRepairKind.CutBack, kinds);
        Assert.Contains(kept, repaired, StringComparison.Ordinal);
        Assert.DoesNotContain("lost", repaired, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</trkseg></trk>", "The file is truncated. It was cut after its last complete element and closed.")]
    [InlineData("</trkseg><desc>&nbsp;</desc></trk></gpx>",
        "The XML is not well-formed. It was cut after its last complete point and closed; 40 bytes were removed.")]
    public void Repair_distinguishes_a_truncated_file_from_broken_XML(string end, string message)
    {
        var file = Text.File("a.gpx", $"{Root}<trk><trkseg>{Point(0)}{end}");

        Assert.Equal(message, ActivityRepair.Repair(file, TestContext.Current.CancellationToken).Repairs[0].Message);
    }

    [Fact]
    public void Values_of_a_GPX_file_that_are_not_numbers_are_removed()
    {
        const string Time = "<time>2026-01-01T00:00:01Z</time>";
        var (text, kinds) = Repair("a.gpx",
            $"{Root}<trk><trkseg><trkpt lat=\"1\" lon=\"2\"><ele>--</ele>{Time}"
                + "<extensions><a><x:hr>n/a</x:hr></a><power>9</power></extensions>"
                + $"</trkpt><trkpt lat=\"undefined\" lon=\"2\">{Time}</trkpt></trkseg></trk></gpx>");

        Assert.Equal(
            $"{Root}<trk><trkseg><trkpt lat=\"1\" lon=\"2\">{Time}"
                + "<extensions><a></a><power>9</power></extensions></trkpt></trkseg></trk></gpx>",
            text.Replace(" xmlns:x=\"\"", "", StringComparison.Ordinal).Replace("<a />", "<a></a>", StringComparison.Ordinal));
        Assert.Equal([ActivityRepairKind.UnreadableValuesRemoved, ActivityRepairKind.UnreadableValuesRemoved], kinds);
    }

    [Fact]
    public void Values_of_a_TCX_file_that_are_not_numbers_are_removed()
    {
        const string Begin = $"{TcxRoot}<Activities><Activity Sport=\"Biking\"><Lap><Calories>9</Calories>";
        const string End = "</Trackpoint></Track></Lap><Creator><Name>a</Name></Creator></Activity></Activities></TrainingCenterDatabase>";
        const string Point = "<Track><Trackpoint><Time>2026-01-01T00:00:00Z</Time>";
        var (text, kinds) = Repair("a.tcx",
            $"{Begin}<TotalTimeSeconds>NaN</TotalTimeSeconds>{Point}<Position><LatitudeDegrees>no</LatitudeDegrees><LongitudeDegrees>8"
                + "</LongitudeDegrees></Position><AltitudeMeters>NaN</AltitudeMeters><HeartRateBpm><Value>fast</Value></HeartRateBpm>"
                + "<Extensions><TPX><Watts>many</Watts><Speed>3</Speed></TPX></Extensions>" + End);

        Assert.Equal($"{Begin}{Point}<Extensions><TPX><Speed>3</Speed></TPX></Extensions>{End}", text);
        Assert.Equal([ActivityRepairKind.UnreadableValuesRemoved], kinds);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Real_file_needs_at_most_one_repair_and_loses_no_valid_point(string path)
    {
        var file = ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path));
        var result = ActivityRepair.Repair(file, TestContext.Current.CancellationToken);
        var repaired = ActivityFile.FromBytes(file.Name, result.Bytes);
        Assert.Empty(ActivityRepair.Repair(repaired, TestContext.Current.CancellationToken).Repairs);
        var before = Text.Validate(file);
        var dropped = result.Repairs.Where(repair => repair.Kind is ActivityRepairKind.TimelessPointsDropped
            or ActivityRepairKind.ZeroPositionsRemoved or ActivityRepairKind.UnreadableValuesRemoved).Sum(repair => repair.Count);
        Assert.InRange(result.Report.PointCount, before.PointCount - dropped, Math.Max(before.PointCount, result.Report.PointCount));
        Assert.True(result.Report.IsValid || !before.IsValid);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{string.Join(' ', result.Repairs)} {string.Join(' ', before.Findings.Select(f => f.RuleId))} -> "
                + $"{string.Join(' ', result.Report.Findings.Select(f => f.RuleId))}");
    }

    private static FitBuilder Ride() => FitBuilder.NewActivity().SessionAt(0, SessionSport(2)).RecordAt(0, HeartRate(100))
        .RecordAt(1, HeartRate(101)).RecordAt(2, HeartRate(102));

    private static string Point(int second) => $"<trkpt lat=\"45\" lon=\"6\"><time>2026-01-01T00:00:{second:00}Z</time></trkpt>";

    private static ActivityRepairResult Repair(byte[] fit) =>
        ActivityRepair.Repair(ActivityFile.FromBytes("a.fit", fit), TestContext.Current.CancellationToken);

    private static IEnumerable<ActivityRepairKind> Kinds(ActivityRepairResult result) => result.Repairs.Select(repair => repair.Kind);

    private static (string Text, IEnumerable<ActivityRepairKind> Kinds) Repair(string name, string text)
    {
        var result = ActivityRepair.Repair(Text.File(name, text), TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(result.Bytes.Span), Kinds(result));
    }
}
