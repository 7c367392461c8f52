using System.Text.RegularExpressions;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.Tcx;

/// <summary>strava-uploads.md, "TCX - Training Center Database XML".</summary>
public sealed class TcxTests
{
    [Fact]
    [Clause("UP-106")]
    public void Trackpoint_is_read_with_all_its_values()
    {
        var streams = Text.Read("a.tcx", Activity("Biking", """
            <Time>2025-01-01T00:00:00Z</Time><Position><LatitudeDegrees>45.5</LatitudeDegrees>
            <LongitudeDegrees>-6.25</LongitudeDegrees></Position>
            <AltitudeMeters>500.5</AltitudeMeters><DistanceMeters>12.25</DistanceMeters><HeartRateBpm><Value>140</Value></HeartRateBpm>
            <Cadence>90</Cadence>
            <Extensions><ns3:TPX><ns3:Speed>8.5</ns3:Speed><ns3:Watts>250</ns3:Watts></ns3:TPX></Extensions>
            """)).Streams;

        Assert.Equal((45.5, -6.25), (streams.Latitude[0], streams.Longitude[0]));
        Assert.Equal((500.5f, 12.25), (streams.Altitude[0], streams.Distance[0]));
        Assert.Equal((140f, 90f, 8.5f, 250f), (streams.HeartRate[0], streams.Cadence[0], streams.Speed[0], streams.Power[0]));
    }

    [Theory]
    [Clause("UP-103", "UP-104")]
    [InlineData("runcadence", "watts")]
    [InlineData("cadence", "WATTS")]
    [InlineData("RunCadence", "Watts")]
    [InlineData("RUNCADENCE", "WATTS")]
    [InlineData("ns3:runcadence", "ns3:watts")]
    public void Run_cadence_and_power_are_read_in_the_spelling_of_the_document_and_in_any_other_case(string cadence, string power)
    {
        var text = Activity(
            "Running", $"<Time>2025-01-01T00:00:00Z</Time><Extensions><TPX><{cadence}>85</{cadence}><{power}>250</{power}></TPX>"
                + "</Extensions>");
        var streams = Text.Read("a.tcx", text).Streams;

        Assert.Equal((85f, 250f), (Assert.Single(streams.Cadence), Assert.Single(streams.Power)));
        Assert.DoesNotContain(Text.Validate("a.tcx", text).Findings, finding => finding.RuleId is "TCX0113" or "TCX0114");
    }

    [Fact]
    public void Value_that_is_not_a_number_is_reported_in_any_case() =>
        Text.Validate("a.tcx", Activity("Running",
            "<Time>2025-01-01T00:00:00Z</Time><Extensions><TPX><watts>many</watts></TPX></Extensions>")).Finding("TCX0115");

    [Theory]
    [Clause("UP-111", "UP-112")]
    [InlineData("Biking", "Ride")]
    [InlineData("Running", "Run")]
    [InlineData("hiking", "Hike")]
    [InlineData("Walking", "Walk")]
    [InlineData("Swimming", "Swim")]
    [InlineData("Other", null)]
    [InlineData("Rowing", null)]
    public void Only_the_five_documented_sports_are_mapped(string sport, string? type)
    {
        var activity = Text.Read("a.tcx", Activity(sport, "<Time>2025-01-01T00:00:00Z</Time>"));

        Assert.Equal(sport, activity.Sport);
        Assert.Equal(type, activity.SportType?.Name);
    }

    [Fact]
    [Clause("UP-107", "UP-108", "UP-109", "UP-110")]
    public void Laps_contain_distance_calories_and_times_and_points_contain_the_start()
    {
        var activity = Text.Read("a.tcx", Activity("Running", "<Time>2025-01-01T00:00:05Z</Time>"));

        Assert.Equal(new Lap(Time(0), TimeSpan.FromSeconds(60), null, 200, Calories: 15), Assert.Single(activity.Laps));
        Assert.Equal((200.0, 15.0), (activity.Distance, activity.Calories));
        Assert.Empty(activity.Streams.HeartRate);
        Assert.Equal(Time(5), activity.StartTime);
        Assert.Equal(TimeSpan.FromSeconds(60), activity.ElapsedTime);
    }

    [Fact]
    [Clause("PA-048")]
    public void Custom_scalars_of_the_activity_are_read()
    {
        // strava-partner-uploads.md, "Example TCX with dfb".
        var text = Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>")
            .Replace("<Lap", "<Extensions><dfb>8</dfb></Extensions><Lap", StringComparison.Ordinal);

        Assert.Equal("8", Text.Read("a.tcx", text).CustomFields["dfb"]);
    }

    [Fact]
    [Clause("UP-188")]
    public void The_creator_is_the_device()
    {
        var text = Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>")
            .Replace("</Activity>", "<Creator xsi:type='Device_t'><Name>My Device with barometer</Name></Creator></Activity>",
                StringComparison.Ordinal);

        Assert.Equal("My Device with barometer", Text.Read("a.tcx", text).Creator);
    }

    [Fact]
    [Clause("UP-105")]
    public void A_course_is_read()
    {
        var activity = Text.Read("a.tcx", """
            <TrainingCenterDatabase><Courses><Course><Name>Round</Name><Lap><TotalTimeSeconds>60</TotalTimeSeconds>
            <DistanceMeters>500</DistanceMeters></Lap>
            <Track><Trackpoint><Time>2025-01-01T00:00:00Z</Time></Trackpoint><Trackpoint>
            <Time>2025-01-01T00:01:00Z</Time></Trackpoint></Track></Course></Courses></TrainingCenterDatabase>
            """);

        Assert.Equal(("Round", 500.0, 2), (activity.Name, activity.Distance, activity.Streams.Count));
    }

    [Fact]
    public void Each_activity_of_a_file_is_separate()
    {
        var first = Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>");
        var second = Activity("Biking", "<Time>2025-01-02T00:00:00Z</Time>");
        var both = first.Replace("</Activities></TrainingCenterDatabase>", "", StringComparison.Ordinal)
            + second.Replace("<TrainingCenterDatabase><Activities>", "", StringComparison.Ordinal);

        Assert.Equal(["Running", "Biking"],
            Text.File("a.tcx", both).ReadContent(TestContext.Current.CancellationToken).Activities.Select(activity => activity.Sport));
    }

    [Theory]
    [Clause("UP-017")]
    [InlineData("<Position><LatitudeDegrees>no</LatitudeDegrees><LongitudeDegrees>8</LongitudeDegrees></Position>", "TCX0105")]
    [InlineData("<Time>soon</Time>", "TCX0107")]
    [InlineData("", "TCX0102")]
    [InlineData("<Time></Time>", "TCX0102")]
    public void Invalid_values_of_a_point_are_errors(string content, string ruleId)
    {
        var time = ruleId == "TCX0105" ? "<Time>2025-01-01T00:00:00Z</Time>" : "";

        Assert.Equal(Severity.Error, Text.Validate("a.tcx", Activity("Running", time + content)).Finding(ruleId).Severity);
    }

    [Theory]
    [InlineData("<HeartRateBpm><Value>fast</Value></HeartRateBpm>")]
    [InlineData("<AltitudeMeters>NaN</AltitudeMeters>")]
    [InlineData("<DistanceMeters>INF</DistanceMeters>")]
    [InlineData("<AltitudeMeters>12,5</AltitudeMeters>")]
    [InlineData("<Cadence>--</Cadence>")]
    [InlineData("<Extensions><TPX><Watts>null</Watts></TPX></Extensions>")]
    public void Optional_value_that_is_not_a_number_is_a_warning_and_missing(string content)
    {
        var text = Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>" + content);
        var streams = Text.Read("a.tcx", text).Streams;

        Assert.True(Text.Validate("a.tcx", text).IsValid);
        Assert.Equal(Severity.Warning, Text.Validate("a.tcx", text).Finding("TCX0115").Severity);
        Assert.Empty(streams.HeartRate.Concat(streams.Altitude).Concat(streams.Cadence).Concat(streams.Power));
        Assert.Empty(streams.Distance);
    }

    [Theory]
    [InlineData("<HeartRateBpm>135</HeartRateBpm>", "instead of the element <Value>")]
    [InlineData("<HeartRateBpm>\n undefined</HeartRateBpm>", "contains text that is not a number")]
    [InlineData("<heartratebpm>135</heartratebpm>", "must be spelled <HeartRateBpm>")]
    [InlineData("<heartratebpm><Value>135</Value></heartratebpm>", "must be spelled <HeartRateBpm>")]
    [InlineData("<HeartRate><Value>135</Value></HeartRate>", "Strava reads <HeartRateBpm><Value>")]
    [InlineData("<HeartRateBpm><value>135</value></HeartRateBpm>", "<value> must be spelled <Value>")]
    [InlineData("<Extensions><HeartRateBpm>135</HeartRateBpm></Extensions>", "Strava reads <HeartRateBpm><Value>")]
    [InlineData("<Cadence><Value>88</Value></Cadence>", "<Cadence> contains the element <Value> instead of text")]
    [InlineData("<Extensions><TPX><Watts><Value>210</Value></Watts></TPX></Extensions>", "<Watts> contains the element <Value>")]
    [InlineData("<Position><Latitude>46</Latitude></Position>", "<Latitude>: Strava reads <LatitudeDegrees>")]
    [InlineData("<position><LatitudeDegrees>46</LatitudeDegrees></position>", "<position>, not in <Position>")]
    [InlineData("<LatitudeDegrees>46</LatitudeDegrees><LongitudeDegrees>8</LongitudeDegrees>", "<Trackpoint>, not in <Position>")]
    [InlineData("<Position><LatitudeDegrees>46</LatitudeDegrees></Position>", "needs <LatitudeDegrees> and <LongitudeDegrees>")]
    [InlineData("<watts>135</watts>", "<watts> is directly in the trackpoint")]
    [InlineData("<Watts>135</Watts>", "<Watts> is directly in the trackpoint")]
    [InlineData("<RunCadence>80</RunCadence>", "<RunCadence> is directly in the trackpoint")]
    [InlineData("<altitudemeters>440</altitudemeters>", "must be spelled <AltitudeMeters>")]
    [InlineData("<Temperature>21</Temperature>", "TCX has no temperature")]
    [InlineData("<Power>210</Power>", "Strava reads <Watts>")]
    [InlineData("<PulseRate>135</PulseRate>", "Strava does not document <PulseRate>")]
    public void Value_in_an_element_that_is_not_read_is_reported(string content, string message)
    {
        var report = Text.Validate("a.tcx", Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>" + content));

        Assert.Contains(report.Findings, finding =>
            finding.RuleId is "TCX0113" or "TCX0114" && finding.What.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Lap", "lap")]
    [InlineData("Notes", "notes")]
    [InlineData("Creator", "CREATOR")]
    [InlineData("Name", "name")]
    public void Element_around_points_in_another_case_is_reported(string element, string written)
    {
        const string more = "<Notes>Easy</Notes><Creator><Name>Edge</Name></Creator></Activity>";
        var text = Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>").Replace("</Activity>", more, StringComparison.Ordinal);
        Assert.DoesNotContain(Text.Validate("a.tcx", text).Findings, finding => finding.RuleId == "TCX0113");

        var misspelled = text.Replace("<" + element, "<" + written, StringComparison.Ordinal)
            .Replace("</" + element, "</" + written, StringComparison.Ordinal);

        Assert.Equal($"<{written}> must be spelled <{element}>.", Text.Validate("a.tcx", misspelled).Finding("TCX0113").What);
    }

    [Theory]
    [InlineData("<HeartRateBpm Value='135'/>", "in the attribute Value of <HeartRateBpm>")]
    [InlineData("<HeartRateBpm><Value v='135'></Value></HeartRateBpm>", "in the attribute v of <Value>")]
    [InlineData("<Position LatitudeDegrees='47' LongitudeDegrees='8'/>", "in the attribute LatitudeDegrees of <Position>")]
    [InlineData("<Position Latitude='47' Longitude='8'/>", "of <Position>")]
    [InlineData("<AltitudeMeters value='440'/>", "in the attribute value of <AltitudeMeters>")]
    [InlineData("<Cadence value='88'/>", "in the attribute value of <Cadence>")]
    [InlineData("<Extensions><TPX Watts='210'/></Extensions>", "in the attribute Watts of <TPX>")]
    [InlineData("<Extensions><TPX watts='210'><Speed>3</Speed></TPX></Extensions>", "in the attribute watts of <TPX>")]
    [InlineData("<Extensions><Power value='210'/></Extensions>", "in the attribute value of <Power>")]
    public void Value_in_an_attribute_is_reported(string content, string message)
    {
        var report = Text.Validate("a.tcx", Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>" + content));

        Assert.Contains(report.Findings, finding =>
            finding.RuleId == "TCX0113" && finding.What.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<Calories value='15'/>", "in the attribute value of <Calories>")]
    [InlineData("<calories>15</calories>", "<calories> must be spelled <Calories>")]
    [InlineData("<Calories><Value>15</Value></Calories>", "<Calories> contains the element <Value>")]
    public void Total_of_a_lap_that_is_not_read_is_reported(string calories, string message)
    {
        var text = Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>")
            .Replace("<Calories>15</Calories>", calories, StringComparison.Ordinal);

        Assert.Contains(message, Text.Validate("a.tcx", text).Finding("TCX0113").What, StringComparison.Ordinal);
        Assert.Null(Text.Read("a.tcx", text).Calories);
    }

    [Theory]
    [InlineData("Calories", "-15")]
    [InlineData("TotalTimeSeconds", "-60")]
    [InlineData("TotalTimeSeconds", "1e10")]
    [InlineData("DistanceMeters", "-0.5")]
    [InlineData("DistanceMeters", "1e10")]
    [InlineData("Calories", "65536")]
    public void Impossible_total_of_a_lap_is_reported_and_not_read(string name, string value)
    {
        var text = Regex.Replace(
            Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>"), $"<{name}>[0-9]*</{name}>", $"<{name}>{value}</{name}>",
            RegexOptions.None, TimeSpan.FromSeconds(5));

        Assert.Contains($"'{name}'", Text.Validate("a.tcx", text).Finding("TCX0118").What, StringComparison.Ordinal);
        var lap = Assert.Single(Text.Read("a.tcx", text).Laps);
        Assert.Contains(null, new double?[] { lap.ElapsedTime?.TotalSeconds, lap.Distance, lap.Calories });
    }

    [Theory]
    [InlineData("<Notes>Over the hills</Notes>", "Over the hills")]
    [InlineData("<Notes>A note\nof two lines</Notes>", null)]
    [InlineData("<Notes> </Notes>", null)]
    public void Notes_of_one_line_are_the_name(string notes, string? name) =>
        Assert.Equal(name, Text.Read("a.tcx", Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>")
            .Replace("</Lap>", "</Lap>" + notes, StringComparison.Ordinal)).Name);

    [Theory]
    [InlineData("<HeartRateBpm><Value>135</Value></HeartRateBpm><SensorState>Present</SensorState>")]
    [InlineData("<Extensions><TPX xmlns='a' CadenceSensor='Footpod'><RunCadence>80</RunCadence></TPX></Extensions>")]
    [InlineData("<Extensions><TPX CadenceSensor='Bike'/></Extensions><HeartRateBpm unit='bpm'><Value>135</Value></HeartRateBpm>")]
    [InlineData("<HeartRateBpm xsi:type='HeartRateInBeatsPerMinute_t'>\n<Value>135</Value>\n</HeartRateBpm><Cadence>88</Cadence>")]
    public void Elements_of_the_schema_are_not_reported(string content) =>
        Assert.DoesNotContain(
            Text.Validate("a.tcx", Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>" + content)).Findings,
            finding => finding.RuleId is "TCX0113" or "TCX0114");

    [Fact]
    public void Start_and_elapsed_time_come_from_the_points_in_any_order()
    {
        const string Next = "</Trackpoint><Trackpoint>";
        var activity = Text.Read("a.tcx", Activity("Running",
            $"<Time>2025-01-01T00:00:09Z</Time>{Next}<Time>2025-01-01T00:00:02Z</Time>{Next}<Time>2025-01-01T00:00:05Z</Time>"));

        Assert.Equal((Time(2), TimeSpan.FromSeconds(7)), (activity.StartTime!.Value, activity.ElapsedTime!.Value));
    }

    [Fact]
    public void Elapsed_time_with_milliseconds_loses_no_tick()
    {
        var activity = Text.Read("a.tcx", Activity("Running",
            "<Time>2025-01-01T00:00:00Z</Time></Trackpoint><Trackpoint><Time>2025-01-01T00:36:03.051Z</Time>"));

        Assert.Equal(new TimeSpan(0, 0, 36, 3, 51), activity.ElapsedTime);
    }

    [Fact]
    public void Lap_in_another_time_zone_than_its_points_does_not_change_the_start()
    {
        var text = Activity("Running", "<Time>2025-01-01T02:00:00Z</Time></Trackpoint><Trackpoint><Time>2025-01-01T02:00:09Z</Time>");
        var activity = Text.Read("a.tcx", text);

        Assert.Equal((Time(0).AddHours(2), TimeSpan.FromSeconds(9)), (activity.StartTime!.Value, activity.ElapsedTime!.Value));
        Assert.Equal(Severity.Warning, Text.Validate("a.tcx", text).Finding("GEN0501").Severity);
    }

    [Fact]
    public void Laps_without_points_are_not_a_recording() =>
        Assert.False(
            Text.Validate("a.tcx",
                "<TrainingCenterDatabase><Activities><Activity Sport='Running'><Lap StartTime='2025-01-01T00:00:00Z'/></Activity>"
                    + "</Activities></TrainingCenterDatabase>").IsValid);

    [Fact]
    public void Lap_without_a_readable_start_is_only_a_warning()
    {
        var report = Text.Validate("a.tcx", Activity("Running", "<Time>2025-01-01T00:00:00Z</Time>")
            .Replace("StartTime='2025", "StartTime='+052870", StringComparison.Ordinal));

        Assert.True(report.IsValid);
        Assert.Equal(Severity.Information, report.Finding("TCX0108").Severity);
    }

    private static DateTimeOffset Time(int second) => new(2025, 1, 1, 0, 0, second, TimeSpan.Zero);

    private static string Activity(string sport, string point) => $"""
        <TrainingCenterDatabase><Activities><Activity Sport='{sport}'><Id>x</Id><Lap StartTime='2025-01-01T00:00:00Z'>
        <TotalTimeSeconds>60</TotalTimeSeconds>
        <DistanceMeters>200</DistanceMeters><Calories>15</Calories><AverageHeartRateBpm><Value>1</Value></AverageHeartRateBpm>
        <Track><Trackpoint>{point}</Trackpoint></Track></Lap></Activity></Activities></TrainingCenterDatabase>
        """;
}
