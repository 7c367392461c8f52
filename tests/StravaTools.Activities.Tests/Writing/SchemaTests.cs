using System.Xml;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>
/// Written files match the published schemas. These may not be redistributed, so the tests run only if the environment variable
/// STRAVATOOLS_SCHEMAS names a folder with gpx.xsd (1.1), TrackPointExtensionv1.xsd, and TrainingCenterDatabasev2.xsd. StructureTests
/// checks the same without the schemas.
/// </summary>
public sealed class SchemaTests
{
    private static readonly Lazy<XmlSchemaSet?> Schemas = new(Load);

    [Fact]
    public void Written_GPX_is_valid() => Holds(ActivityFileFormat.Gpx, activity => activity);

    /// <summary>Garmin's schema contains two of the five sports that Strava maps.</summary>
    [Fact]
    public void Written_TCX_is_valid() =>
        Holds(ActivityFileFormat.Tcx, activity => activity.SportType?.Name is "Walk" or "Swim" or "Hike" ? null : activity);

    [Fact]
    public void Walking_is_the_only_sport_that_breaks_the_schema()
    {
        RequireSchemas();
        var walk = new Activity { SportType = SportType.Parse("Walk"), StartTime = DateTimeOffset.UnixEpoch };
        Assert.ThrowsAny<Exception>(() => Validate(RoundTrip.Write(ActivityFileFormat.Tcx, [walk])));
    }

    private static void RequireSchemas()
    {
        if (Schemas.Value is null)
        {
            Assert.Skip("STRAVATOOLS_SCHEMAS names no folder with the published schemas.");
        }
    }

    private static void Holds(ActivityFileFormat format, Func<Activity, Activity?> choose)
    {
        RequireSchemas();
        Prop.ForAll(Generated.Activities(format), activity =>
        {
            if (choose(activity) is { } chosen)
            {
                Validate(RoundTrip.Write(format, [chosen]));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static void Validate(ActivityFile file)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas.Value! };
        settings.ValidationEventHandler += (_, problem) => Assert.Fail($"{problem.Message} ({problem.Exception.LineNumber})");
        using var xml = XmlReader.Create(new MemoryStream(file.Bytes.ToArray()), settings);
        while (xml.Read())
        {
            // The handler receives the errors.
        }
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
