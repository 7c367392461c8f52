using System.Xml;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>
/// Written files are valid by the published schemas. They are not ours to ship: the tests run if the environment variable
/// STRAVATOOLS_SCHEMAS names a folder with the schemas of GPX 1.1, TrackPointExtension v1, and TrainingCenterDatabase v2. WriterTests
/// check the same order of elements by hand, always.
/// </summary>
public sealed class SchemaTests
{
    private static readonly Lazy<XmlSchemaSet?> Schemas = new(Load);

    private static readonly string[] Namespaces =
    [
        "http://www.topografix.com/GPX/1/1",
        "http://www.garmin.com/xmlschemas/TrackPointExtension/v1",
        "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2",
    ];

    [Fact]
    public void Written_GPX_is_valid() => Holds(ActivityFileFormat.Gpx, activity => activity);

    /// <summary>Garmin's schema contains two of the five sports that Strava maps.</summary>
    [Fact]
    public void Written_TCX_is_valid() =>
        Holds(ActivityFileFormat.Tcx, activity => activity.SportType?.Name is "Walk" or "Swim" or "Hike" ? null : activity);

    [Theory]
    [InlineData("Ride", true)]
    [InlineData("Yoga", true)]
    [InlineData("Walk", false)]
    public void Only_sports_that_Strava_adds_break_the_schema(string sport, bool isValid)
    {
        RequireSchemas();
        var activity = new Activity
        {
            SportType = SportType.Parse(sport),
            Streams = new() { Count = 1, Origin = DateTimeOffset.UnixEpoch, Time = [0] },
        };

        Assert.Equal(isValid ? [] : ["Sport"], Validate(RoundTrip.Write(ActivityFileFormat.Tcx, [activity]))
            .Select(problem => problem.Contains("'Sport'", StringComparison.Ordinal) ? "Sport" : problem));
    }

    private static void RequireSchemas()
    {
        if (Schemas.Value is null)
        {
            Assert.Skip("STRAVATOOLS_SCHEMAS names no folder with the published schemas.");
        }

        // A reader accepts everything in a namespace that has no schema.
        Assert.All(Namespaces, space => Assert.True(Schemas.Value.Contains(space), $"The folder has no schema of {space}."));
    }

    private static void Holds(ActivityFileFormat format, Func<Activity, Activity?> choose)
    {
        RequireSchemas();
        var validated = 0;
        Prop.ForAll(Generated.Activities(format), activity =>
        {
            if (choose(activity) is { } chosen && TryWrite(format, chosen) is { } file)
            {
                Assert.Empty(Validate(file));
                validated++;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        Assert.InRange(validated, 100, 500);
    }

    /// <summary>Null for an activity that would not be a valid file, such as one without points.</summary>
    private static ActivityFile? TryWrite(ActivityFileFormat format, Activity activity)
    {
        try
        {
            return RoundTrip.Write(format, [activity]);
        }
        catch (ActivityWriteException)
        {
            return null;
        }
    }

    private static List<string> Validate(ActivityFile file)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas.Value! };
        settings.ValidationEventHandler += (_, problem) => problems.Add($"{problem.Message} ({problem.Exception.LineNumber})");
        using var xml = XmlReader.Create(new MemoryStream(file.Bytes.ToArray()), settings);
        while (xml.Read())
        {
            // The handler receives the problems.
        }

        return problems;
    }

    private static XmlSchemaSet? Load()
    {
        if (Environment.GetEnvironmentVariable("STRAVATOOLS_SCHEMAS") is not { Length: > 0 } folder || !Directory.Exists(folder))
        {
            return null;
        }

        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var path in Directory.GetFiles(folder, "*.xsd"))
        {
            using var reader = XmlReader.Create(path);
            schemas.Add(null, reader);
        }

        return schemas;
    }
}
