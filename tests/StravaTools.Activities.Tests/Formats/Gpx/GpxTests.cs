using System.Text;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.Gpx;

/// <summary>strava-uploads.md, "GPX - GPS Exchange Format".</summary>
public sealed class GpxTests
{
    [Fact]
    public void Start_and_elapsed_time_do_not_depend_on_the_order_of_the_points()
    {
        var activity = Text.Read("a.gpx", """
            <gpx><trk><trkseg><trkpt lat="1" lon="2"><time>2025-06-14T06:30:04Z</time></trkpt><trkpt lat="1" lon="2">
            <time>2025-06-14T06:30:00Z</time></trkpt></trkseg></trk></gpx>
            """);
        Assert.Equal(new DateTimeOffset(2025, 6, 14, 6, 30, 0, TimeSpan.Zero), activity.StartTime);
        Assert.Equal(TimeSpan.FromSeconds(4), activity.ElapsedTime);
    }

    [Fact]
    public void Empty_name_or_type_of_a_track_does_not_count()
    {
        var activity = Text.Read("a.gpx", """
            <gpx><trk><name/><type> </type><trkseg><trkpt lat="1" lon="2"/></trkseg></trk>
            <trk><name>Part 2</name><type>running</type><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>
            """);
        Assert.Equal(("Part 2", "running"), (activity.Name, activity.Sport));
    }

    [Theory]
    [InlineData("<Name>Ride</Name>", "<Name> must be spelled <name>.")]
    [InlineData("<Type>cycling</Type>", "<Type> must be spelled <type>.")]
    [InlineData("<TRKSEG><trkpt lat='46' lon='6'/></TRKSEG>", "<TRKSEG> must be spelled <trkseg>.")]
    [InlineData("<name>Ride</name><type>cycling</type><extensions><Distance>1</Distance></extensions>", null)]
    public void Element_around_points_in_another_case_is_reported(string element, string? message)
    {
        var text = Track(Point("2025-01-01T00:00:00Z")).Replace("<trk>", "<trk>" + element, StringComparison.Ordinal);
        var found = Text.Validate("a.gpx", text.Replace("'/>", "'><time>2025-01-01T00:00:01Z</time></trkpt>", StringComparison.Ordinal))
            .Findings.Where(finding => finding.RuleId == "GPX0113").Select(finding => finding.What);
        Assert.Equal(message is null ? [] : [message], found);
    }

    [Fact]
    public void Name_and_sport_come_from_the_same_track()
    {
        var activity = Text.Read("a.gpx", """
            <gpx><metadata><name>file</name></metadata><trk/><trk><name>Part 1</name><type>cycling</type><trkseg>
            <trkpt lat="1" lon="2"/></trkseg></trk>
            <trk><name>Part 2</name><type>running</type><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>
            """);
        Assert.Equal(("Part 1", "cycling"), (activity.Name, activity.Sport));
    }

    [Theory]
    [InlineData("<trk><name>Plan</name><type>running</type></trk>")]
    [InlineData("<trk><name>Plan</name><type>running</type><trkseg></trkseg></trk>")]
    [InlineData("<trk><type>running</type><trkseg/></trk><trk><name>Plan</name></trk>")]
    public void Track_without_points_does_not_name_the_activity(string empty)
    {
        var activity = Text.Read(
            "a.gpx", $"<gpx>{empty}<trk><name>Ride</name><type>cycling</type><trkseg>{Point("2025-01-01T00:00:00Z")}</trkseg></trk></gpx>");
        Assert.Equal(("Ride", "cycling"), (activity.Name, activity.Sport));
    }

    [Fact]
    public void Name_of_a_truncated_track_is_read() =>
        Assert.Equal("Ride", Text.Read("a.gpx", "<gpx><trk><name>Ride</name><trkseg><trkpt lat='1' lon='2'/>").Name);

    [Theory]
    [Clause("UP-115", "UP-116", "UP-117", "UP-118", "UP-120", "UP-121", "UP-122", "UP-124")]
    [InlineData("<x:TrackPointExtension><x:hr>151</x:hr><x:cad>88</x:cad><x:atemp>21.5</x:atemp></x:TrackPointExtension>")]
    [InlineData("<gpxdata:hr>151</gpxdata:hr><gpxdata:cadence>88</gpxdata:cadence><gpxdata:temp>21.5</gpxdata:temp>")]
    [InlineData("<heartrate>151</heartrate><cadence>88</cadence><gpxdata:temp>21.5</gpxdata:temp>")]
    public void Heart_rate_cadence_and_temperature_are_read_from_each_documented_extension(string extensions)
    {
        var streams = Text.Read("a.gpx", Track(Point("2025-01-01T00:00:00Z", extensions))).Streams;

        Assert.Equal(151, Assert.Single(streams.HeartRate));
        Assert.Equal(88, Assert.Single(streams.Cadence));
        Assert.Equal(21.5, Assert.Single(streams.Temperature));
    }

    [Fact]
    [Clause("UP-123", "UP-125")]
    public void Distance_and_power_are_read_from_general_tags()
    {
        var streams = Text.Read("a.gpx", Track(Point("2025-01-01T00:00:00Z", "<distance>12.5</distance><power>210</power>"))).Streams;

        Assert.Equal(12.5, Assert.Single(streams.Distance));
        Assert.Equal(210, Assert.Single(streams.Power));
    }

    [Theory]
    [InlineData("<x:TrackPointExtension><x:HR>151</x:HR><x:Cad>88</x:Cad><x:ATemp>21.5</x:ATemp></x:TrackPointExtension><Power>210</Power>"
        + "<Distance>12.5</Distance>")]
    [InlineData("<g:Hr>151</g:Hr><g:Cadence>88</g:Cadence><g:TEMP>21.5</g:TEMP><POWER>210</POWER><g:Distance>12.5</g:Distance>")]
    [InlineData("<HeartRate>151</HeartRate><CADENCE>88</CADENCE><g:Temp>21.5</g:Temp><pOwEr>210</pOwEr><distancE>12.5</distancE>")]
    public void Extensions_are_read_in_any_case(string extensions)
    {
        var text = Track(Point("2025-01-01T00:00:00Z", extensions));
        var streams = Text.Read("a.gpx", text).Streams;

        Assert.Equal((151f, 88f, 21.5f),
            (Assert.Single(streams.HeartRate), Assert.Single(streams.Cadence), Assert.Single(streams.Temperature)));
        Assert.Equal((210f, 12.5), (Assert.Single(streams.Power), Assert.Single(streams.Distance)));
        Assert.DoesNotContain(Text.Validate("a.gpx", text).Findings, finding => finding.RuleId is "GPX0113" or "GPX0114");
    }

    [Fact]
    [Clause("UP-119")]
    public void Distance_is_read_from_the_extension_of_Cluetrust() => Assert.Equal(
        12.5,
        Assert.Single(
            Text.Read("a.gpx", Track(Point("2025-01-01T00:00:00Z", "<gpxdata:distance>12.5</gpxdata:distance>"))).Streams.Distance));

    [Fact]
    [Clause("UP-126")]
    public void Values_of_other_extensions_are_not_read()
    {
        const string Other = "<mine:breathing>14</mine:breathing><mine:sensor><mine:oxygen>98</mine:oxygen></mine:sensor>";
        var report = Text.Validate("a.gpx", Track(Point("2025-01-01T00:00:00Z", Other)));
        var streams = Text.Read("a.gpx", Track(Point("2025-01-01T00:00:00Z", Other))).Streams;

        Assert.True(report.IsValid);
        Assert.Equal(2, report.Findings.Count(finding => finding.RuleId == "GPX0114"));
        Assert.Empty(streams.HeartRate.Concat(streams.Cadence).Concat(streams.Power).Concat(streams.Temperature).Concat(streams.Speed));
    }

    [Theory]
    [Clause("UP-126")]
    [InlineData("<hr>99</hr>", "; the general tag is <heartrate>.")]
    [InlineData("<cad>99</cad>", "; the general tag is <cadence>.")]
    [InlineData("<atemp>20</atemp>", "in Garmin's extension.")]
    [InlineData("<temp>20</temp>", "in Cluetrust's extension.")]
    public void Undocumented_plain_tag_is_reported(string tag, string advice)
    {
        var finding =
            Text.Validate("a.gpx", Track(Point("2025-01-01T00:00:00Z", tag), Point("2025-01-01T00:00:01Z", tag))).Finding("GPX0113");

        Assert.Equal((Severity.Warning, 2), (finding.Severity, finding.Count));
        Assert.Contains(advice, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<x:TrackPointExtension><x:hr>99</x:hr></x:TrackPointExtension>")]
    [InlineData("<TrackPointExtension xmlns='http://www.garmin.com/xmlschemas/TrackPointExtension/v1'><hr>99</hr></TrackPointExtension>")]
    [InlineData("<gpxdata:hr>99</gpxdata:hr>")]
    [InlineData("<hr xmlns='http://www.cluetrust.com/XML/GPXDATA/1/0'>99</hr>")]
    [InlineData("<heartrate>99</heartrate>")]
    public void Documented_place_is_not_reported(string extensions) => Assert.DoesNotContain(
        Text.Validate("a.gpx", Track(Point("2025-01-01T00:00:00Z", extensions))).Findings,
        finding => finding.RuleId is "GPX0113" or "GPX0114");

    [Fact]
    public void Missing_value_is_NaN_and_a_stream_without_values_is_empty()
    {
        var streams = Text.Read("a.gpx",
            Track(Point("2025-01-01T00:00:00Z"), Point("2025-01-01T00:00:01Z", "<hr>99</hr>"), Point("2025-01-01T00:00:02Z"))).Streams;

        Assert.Equal([float.NaN, 99f, float.NaN], streams.HeartRate);
        Assert.Empty(streams.Power);
    }

    [Theory]
    [InlineData("2025-01-01T00:00:00Z", "2025-01-01T00:00:00+00:00")]
    [InlineData("2025-01-01T02:30:00+02:30", "2025-01-01T02:30:00+02:30")]
    [InlineData("2025-01-01T00:00:00.250-0130", "2025-01-01T00:00:00.25-01:30")]
    [InlineData("2025-01-01T00:00:00", "2025-01-01T00:00:00+00:00")]
    [InlineData("2025-01-01T00:00:00.12345678901234567890Z", "2025-01-01T00:00:00.1234567+00:00")]
    public void Times_keep_their_offset_and_fraction(string written, string expected)
    {
        var start = Text.Read("a.gpx", Track(Point(written))).StartTime;

        Assert.Equal(DateTimeOffset.Parse(expected, null), start);
        Assert.Equal(DateTimeOffset.Parse(expected, null).Offset, start!.Value.Offset);
    }

    [Theory]
    [InlineData("PLACEHOLDER")]
    [InlineData("2025-13-01T00:00:00Z")]
    [InlineData("01/02/2025 10:00")]
    [InlineData("2025-01-01T00:00:00+99:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2025-01-01T24:00:01Z")]
    [InlineData("2025-01-01T24:00:00.5Z")]
    [InlineData("2025-01-01T25:00:00Z")]
    [InlineData("2025-01-01T10:60:00Z")]
    [InlineData("2025-01-01T10:00:61Z")]
    public void Invalid_time_is_an_error_at_its_line(string time)
    {
        var finding = Text.Validate("a.gpx", Track(Point(time))).Finding("GPX0107");

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(4, finding.Line);
        Assert.Contains(time[..10], finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("UP-016")]
    public void Points_without_time_are_one_error_with_a_count_and_the_first_line()
    {
        var finding = Text.Validate("a.gpx", Track(Point("2025-01-01T00:00:00Z"), Point(""), Point(""))).Finding("GPX0102");

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(2, finding.Count);
        Assert.Equal(5, finding.Line);
    }

    [Theory]
    [InlineData("<wpt lat='1' lon='2'><time>2025-01-01T00:00:00Z</time></wpt>")]
    [InlineData("<rte><rtept lat='1' lon='2'><time>2025-01-01T00:00:00Z</time></rtept></rte>")]
    [InlineData("<trk><trkseg/></trk>")]
    public void Waypoints_routes_and_empty_segments_are_not_a_recording(string content) =>
        Assert.Equal("GPX0103",
            Assert.Single(Text.Validate("a.gpx", $"<gpx>{content}</gpx>").Findings, finding => finding.Severity == Severity.Error).RuleId);

    [Fact]
    public void Position_that_is_not_a_number_is_an_error_and_one_out_of_range_a_warning()
    {
        const string Body = "<gpx><trk><trkseg><trkpt lat='{0}' lon='0'><time>2025-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>";

        Assert.Equal(Severity.Error, Text.Validate("a.gpx", string.Format(null, Body, "undefined")).Finding("GPX0105").Severity);
        Assert.Equal(Severity.Warning, Text.Validate("a.gpx", string.Format(null, Body, "100")).Finding("GPX0106").Severity);
        Assert.False(Text.Read("a.gpx", string.Format(null, Body, "100")).Streams.HasPosition(0));
    }

    [Theory]
    [InlineData("cycling", "Ride")]
    [InlineData("Running", "Run")]
    [InlineData("TrailRun", "TrailRun")]
    [InlineData("something else", null)]
    public void Type_of_the_track_determines_the_sport(string type, string? sport)
    {
        var activity = Text.Read("a.gpx", Track(Point("2025-01-01T00:00:00Z"))
            .Replace("<trkseg>", $"<name>Loop</name><type>{type}</type><trkseg>", StringComparison.Ordinal));

        Assert.Equal(type, activity.Sport);
        Assert.Equal(sport, activity.SportType?.Name);
        Assert.Equal("Loop", activity.Name);
        Assert.Equal("me", activity.Creator);
    }

    [Fact]
    public void Several_tracks_and_segments_are_one_activity_from_the_first_time_to_the_last()
    {
        var second = "<trk><trkseg>" + Point("2025-01-01T00:01:00Z") + "</trkseg></trk></gpx>";
        var activity = Text.Read("a.gpx", Track(Point("2025-01-01T00:00:00Z")).Replace("</gpx>", second, StringComparison.Ordinal));

        Assert.Equal(2, activity.Streams.Count);
        Assert.Equal(TimeSpan.FromMinutes(1), activity.ElapsedTime);
    }

    [Fact]
    [Clause("UP-114")]
    public void Gpx_1_0_and_a_file_without_namespace_are_read()
    {
        Assert.Equal(1,
            Text.Validate("a.gpx",
                "<gpx version='1.0' xmlns='http://www.topografix.com/GPX/1/0'><trk><trkseg><trkpt lat='1' lon='2'>"
                    + "<time>2025-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>").PointCount);
        Assert.True(Text.Validate("a.gpx", Track(Point("2025-01-01T00:00:00Z"))).IsValid);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void The_declared_encoding_is_respected(string encoding)
    {
        var text = $"<?xml version='1.0' encoding='{encoding}'?>"
            + Track(Point("2025-01-01T00:00:00Z")).Replace("'me'", "'M\u00fcller'", StringComparison.Ordinal);
        var file = ActivityFile.FromBytes("a.gpx", Encoding.Latin1.GetBytes(text));

        Assert.Equal("M\u00fcller", Assert.Single(file.ReadContent(TestContext.Current.CancellationToken).Activities).Creator);
    }

    [Fact]
    public void White_space_before_the_declaration_counts_as_lines()
    {
        var text = "\n\n<?xml version='1.0'?>\n" + Track(Point("nonsense time"));

        Assert.Equal(7, Text.Validate("a.gpx", text).Finding("GPX0107").Line);
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx SYSTEM 'file:///etc/passwd'>")]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>")]
    public void A_dtd_is_reported_and_skipped(string dtd)
    {
        var report = Text.Validate("a.gpx", dtd + Track(Point("2025-01-01T00:00:00Z")));

        Assert.Equal((Severity.Warning, 1), (report.Finding("GPX0104").Severity, report.Finding("GPX0104").Line));
        Assert.True(report.IsValid);
        Assert.Equal(1, report.PointCount);
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")]
    [InlineData("<!DOCTYPE gpx [<!ENTITY b 'aaaaaaaaaa'><!ENTITY a '&b;&b;&b;&b;&b;&b;&b;&b;'>]>")]
    public void Entities_of_a_dtd_are_unknown(string dtd)
    {
        var report = Text.Validate("a.gpx", dtd + Track(Point("2025-01-01T00:00:00Z")).Replace("<trkseg>", "<name>&a;</name><trkseg>",
            StringComparison.Ordinal));

        Assert.Equal(["GPX0101", "GPX0104"], report.Findings.Select(finding => finding.RuleId).Order(StringComparer.Ordinal));
        Assert.Equal(Severity.Error, report.Finding("GPX0101").Severity);
    }

    [Theory]
    [InlineData("<ele>NaN</ele>")]
    [InlineData("<ele>--</ele>")]
    [InlineData("<ele>12,5</ele>")]
    [InlineData("<extensions><x:TrackPointExtension><x:hr>--</x:hr></x:TrackPointExtension></extensions>")]
    [InlineData("<extensions><x:TrackPointExtension><x:atemp>n/a</x:atemp></x:TrackPointExtension></extensions>")]
    [InlineData("<extensions><power>null</power></extensions>")]
    public void Optional_value_that_is_not_a_number_is_a_warning_and_missing(string content)
    {
        var text = Track($"<trkpt lat='1' lon='2'>{content}<time>2025-01-01T00:00:00Z</time></trkpt>");
        var streams = Text.Read("a.gpx", text).Streams;

        Assert.True(Text.Validate("a.gpx", text).IsValid);
        Assert.Equal(Severity.Warning, Text.Validate("a.gpx", text).Finding("GPX0115").Severity);
        Assert.Empty(streams.HeartRate.Concat(streams.Altitude).Concat(streams.Temperature).Concat(streams.Power));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lat='1'")]
    [InlineData("lat='' lon=''")]
    [InlineData("latitude='1' longitude='2'")]
    public void Points_without_position_are_a_warning_with_a_count(string attributes)
    {
        var finding = Text.Validate(
            "a.gpx", Track($"<trkpt {attributes}><time>2025-01-01T00:00:00Z</time></trkpt>", Point("2025-01-01T00:00:01Z")))
            .Finding("GPX0116");

        Assert.Equal((Severity.Warning, 1), (finding.Severity, finding.Count));
        Assert.Contains("1 of 2 points", finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<watts>210</watts>", "use <power> in <extensions>")]
    [InlineData("<Power>210</Power>", "not in its <extensions>")]
    [InlineData("<Ele>440</Ele>", "must be spelled <ele>")]
    [InlineData("<steps>12</steps>", "does not document <steps>")]
    public void Value_in_an_element_that_is_not_read_is_reported(string content, string message)
    {
        var report = Text.Validate("a.gpx", Track($"<trkpt lat='1' lon='2'><time>2025-01-01T00:00:00Z</time>{content}</trkpt>"));

        Assert.Contains(report.Findings, finding =>
            finding.RuleId is "GPX0113" or "GPX0114" && finding.What.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "<ele value='440'/>", "GPX0113", "in the attribute value of <ele>")]
    [InlineData("ele='440'", "", "GPX0113", "in the attribute ele of <trkpt>")]
    [InlineData("HR='140'", "<ele>4</ele>", "GPX0113", "in the attribute HR of <trkpt>")]
    [InlineData("", "<extensions hr='140'/>", "GPX0113", "in the attribute hr of <extensions>")]
    [InlineData("", "<extensions><hr value='140'></hr></extensions>", "GPX0113", "in the attribute value of <hr>")]
    [InlineData("", "<extensions><x:TrackPointExtension power='140'><x:cad>80</x:cad></x:TrackPointExtension></extensions>", "GPX0113",
        "in the attribute power of <TrackPointExtension>")]
    [InlineData("", "<extensions><watts v='140'/></extensions>", "GPX0113", "in the attribute v of <watts>")]
    [InlineData("", "<extensions><tilt x='4'/></extensions>", "GPX0114", "does not document the attribute x of <tilt>")]
    public void Value_in_an_attribute_is_reported(string attributes, string content, string ruleId, string message)
    {
        var point = $"<trkpt lat='1' lon='2' {attributes}><time>2025-01-01T00:00:00Z</time>{content}</trkpt>";
        var finding = Assert.Single(Text.Validate("a.gpx", Track(point, point)).Findings, known => known.RuleId is "GPX0113" or "GPX0114");

        Assert.Equal((ruleId, 2), (finding.RuleId, finding.Count));
        Assert.Contains(message, finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ele unit='m'>440</ele>")]
    [InlineData("<link href='http://a'/>")]
    [InlineData("<extensions><x:T xmlns:x='y' xsi:type='z'><x:hr unit='bpm'>99</x:hr></x:T></extensions>")]
    [InlineData("<extensions><x:hr xmlns='y'/></extensions>")]
    public void Attribute_beside_a_value_is_not_reported(string content) =>
        Assert.DoesNotContain(
            Text.Validate("a.gpx", Track($"<trkpt lat='1' lon='2'><time>2025-01-01T00:00:00Z</time>{content}</trkpt>")).Findings,
            finding => finding.RuleId is "GPX0113" or "GPX0114");

    [Fact]
    public void Elements_of_the_schema_are_not_reported() =>
        Assert.DoesNotContain(
            Text.Validate("a.gpx", Track("<trkpt lat='1' lon='2'><ele>4</ele><time>2025-01-01T00:00:00Z</time><geoidheight>1</geoidheight>"
                + "<name>a</name><sat>7</sat><hdop>1.1</hdop><speed>2</speed><course>90</course></trkpt>")).Findings,
            finding => finding.RuleId is "GPX0113" or "GPX0114");

    [Theory]
    [InlineData("2025-01-01T24:00:00Z", "2025-01-02T00:00:00Z", true)]
    [InlineData("2025-12-31T24:00:00+01:00", "2025-12-31T23:00:00Z", true)]
    [InlineData("2025-01-01T10:00Z", "2025-01-01T10:00:00Z", false)]
    [InlineData("20250101T100000Z", "2025-01-01T10:00:00Z", false)]
    [InlineData("2025-01-01T10:00:00+02", "2025-01-01T08:00:00Z", false)]
    [InlineData("2025-01-01T10:00:00+0200", "2025-01-01T08:00:00Z", false)]
    [InlineData("2025-01-01 10:00:00Z", "2025-01-01T10:00:00Z", false)]
    [InlineData("2025-01-01T10:00:00,5Z", "2025-01-01T10:00:00.5Z", false)]
    [InlineData("2025-06-30T23:59:60Z", "2025-07-01T00:00:00Z", false)]
    public void Every_form_of_ISO_8601_is_read_and_other_forms_than_the_schema_are_a_warning(string written, string time, bool isSchemaForm)
    {
        var report = Text.Validate("a.gpx", Track(Point(written)));

        Assert.True(report.IsValid);
        Assert.Equal(DateTimeOffset.Parse(time, null), report.StartTime);
        Assert.Equal(isSchemaForm, !report.Findings.Any(finding => finding.RuleId == "GPX0117"));
    }

    [Fact]
    public void Invalid_xml_is_an_error_at_its_place_and_content_before_it_is_read()
    {
        var report = Text.Validate("a.gpx", Track(Point("2025-01-01T00:00:00Z"), "<trkpt lat='1' lon='2'></wrong>"));
        var finding = report.Finding("GPX0101");

        Assert.Equal((Severity.Error, 5), (finding.Severity, finding.Line));
        Assert.Equal(2, report.PointCount);
    }

    [Fact]
    public void Canceled_read_throws()
    {
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => Text.File("a.gpx", Track(Point("2025-01-01T00:00:00Z"))).ReadContent(canceled.Token));
    }

    private static string Track(params string[] points) =>
        $"<gpx version='1.1' creator='me'>\n<trk>\n<trkseg>\n{string.Join('\n', points)}\n</trkseg>\n</trk>\n</gpx>";

    private static string Point(string time, string extensions = "") =>
        $"<trkpt lat='45.9' lon='6.1'>{(time.Length > 0 ? $"<time>{time}</time>" : "")}<extensions>{extensions}</extensions></trkpt>";
}
