using System.Globalization;
using StravaTools.FakeStrava.Decathlon;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava;

/// <summary>The arguments of the program.</summary>
internal sealed record CommandLine
{
    private const string Line = """{"url":...,"accessToken":...,"pid":...,"decathlonApiKey":...,"decathlonAccessToken":...}""";

    public const string Help = $$"""
        A fake Strava on 127.0.0.1. When it listens, it prints one line of JSON: {{Line}}

          --port <number>               the port; 0, the default, uses any free port
          --https-port <number>         also listen with TLS; 0 uses any free port
          --certificate <file>          where to write the certificate of the run as PEM, for clients to trust
          --processing <when>           when uploads are processed: immediate (default), polls:<n>,
                                        seconds:<n>, or hold
          --duplicate-text plain|html   the form of the error of a duplicate; plain by default
          --partner                     a partner application, which gets photo_metadata
          --profile current|documented  Strava as it answers today (default), or as the documents describe it
          --api-at-root                 Strava as announced for June 2027: the API at the root instead of /api/v3,
                                        and access tokens only in the header
          --public-url <url>            the root address that clients use, if a proxy is in front of it
          --no-limits                   no rate limits that can be reached
          --upgraded-limits             the limits of an application that its owner upgraded to 10 athletes
          --inactive-application        every request of the API is 403: the application's owner has no subscription
          --seed <number>               what ids and tokens are derived from; 0 by default
          --first-id <number>           the first id; from 9007199254740993, a double cannot represent every id
          --place <name,lat,lon,meters> a place for the names of new activities; repeat it for several places
          --token <token>               the access token of the athlete
          --world <file>                the state at the start: JSON in the shape of /__admin/strava/state
          --time-zone <name>            the athlete's time zone, such as America/New_York; UTC by default
        {{DecathlonCommandLine.Help}}
          --exit-with-stdin             exit when standard input closes
          --exit-with-process <pid>     exit when the process exits
          --help                        show this help

        There is an athlete (227615), who is a member of club 1 and planned route 12345, and segment 229781, which is on the route
        of the sample ride in module/samples.

        It exits on SIGTERM and, without --exit-with-process, on Ctrl+C. Exit codes: 0 exited, 2 could not start.
        """;

    public FakeStravaOptions Options { get; private init; } = ReadyMadeWorld.Options;

    public bool ExitsWithStdin { get; private init; }

    public int? ExitsWithProcess { get; private init; }

    public bool ShowsHelp { get; private init; }

    /// <summary>Where the certificate is written; null for nowhere.</summary>
    public string? CertificateFile { get; private init; }

    /// <exception cref="FormatException">An argument is invalid; the message names it and says what is valid.</exception>
    public static CommandLine ParseArguments(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            line = line.WithOption(name, () => TakeValue(name, rest));
        }

        return line;
    }

    private static string TakeValue(string name, Queue<string> rest)
    {
        if (rest.TryDequeue(out var value))
        {
            return value;
        }

        throw new FormatException($"{name} needs a value.");
    }

    private CommandLine WithOption(string name, Func<string> value) => name switch
    {
        "--exit-with-stdin" => this with { ExitsWithStdin = true },
        "--certificate" => this with { CertificateFile = value() },
        "--exit-with-process" => this with { ExitsWithProcess = ParseNumber(name, value(), 1, int.MaxValue) },
        "--help" or "-h" or "-?" => this with { ShowsHelp = true },
        _ => this with { Options = WithOption(Options, name, value) },
    };

    private static FakeStravaOptions WithOption(FakeStravaOptions options, string name, Func<string> value) => name switch
    {
        "--port" => options with { Port = ParseNumber(name, value(), 0, 65535) },
        "--https-port" => options with { HttpsPort = ParseNumber(name, value(), 0, 65535) },
        "--processing" => options with { Processing = ParseProcessing(value()) },
        "--duplicate-text" => options with { DuplicateText = ParseDuplicateText(value()) },
        "--partner" => options with { IsPartner = true },
        "--profile" => options with { Profile = ParseProfile(value()) },
        "--upgraded-limits" => options with { RateLimits = FakeRateLimits.Upgraded },
        "--inactive-application" => options with { Applications = [options.Applications[0] with { IsInactive = true }] },
        "--api-at-root" => options with { ApiAtRoot = true },
        "--public-url" => options with { PublicUri = ParseRoot(value()) },
        "--no-limits" => options with { RateLimits = FakeRateLimits.Unlimited },
        "--seed" => options with { Seed = ParseNumber(name, value(), 0, int.MaxValue) },
        "--first-id" => options with { FirstId = ParseId(value()) },
        "--place" => options with { Places = [.. options.Places, ParsePlace(value())] },
        "--token" => options with { Athletes = [options.Athletes[0] with { AccessToken = ParseToken(value()) }] },
        "--world" => options with { State = ReadWorld(value()) },
        "--time-zone" => options with { Athletes = [options.Athletes[0] with { TimeZone = ParseTimeZone(value()) }] },
        _ when DecathlonCommandLine.WithOption(options.Decathlon, name, value) is { } decathlon => options with { Decathlon = decathlon },
        _ => throw new FormatException($"There is no option {name}."),
    };

    private static int ParseNumber(string name, string value, int min, int max)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        throw new FormatException($"{name} {value}: it must be a number from {min} to {max}.");
    }

    private static long ParseId(string value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and < long.MaxValue / 2)
        {
            return id;
        }

        throw new FormatException($"--first-id {value}: it must be a number from 1 to {long.MaxValue / 2}.");
    }

    private static FakePlace ParsePlace(string value)
    {
        if (value.Split(',') is [{ Length: > 0 } name, var north, var east, var meters]
            && ParseDecimal(north) is { } latitude && ParseDecimal(east) is { } longitude && ParseDecimal(meters) is { } radius)
        {
            return new FakePlace(name, latitude, longitude, radius);
        }

        throw new FormatException(
            $"--place {value}: it must be a name, degrees north, degrees east, and a radius in meters, separated by commas.");
    }

    private static double? ParseDecimal(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return null;
    }

    private static Uri ParseRoot(string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var root) && FakeStravaServer.IsRoot(root))
        {
            return root;
        }

        throw new FormatException($"--public-url {value}: it must be the root of a server, such as https://www.strava.com.");
    }

    private static FakeProfile ParseProfile(string value) => value switch
    {
        "current" => FakeProfile.Current,
        "documented" => FakeProfile.Documented,
        _ => throw new FormatException($"--profile {value}: it must be current or documented."),
    };

    private static TimeZoneInfo ParseTimeZone(string value)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone))
        {
            return zone;
        }

        throw new FormatException($"--time-zone {value}: it must be the name of a time zone, such as America/New_York.");
    }

    private static ProcessingPolicy ParseProcessing(string value)
    {
        if (ProcessingPolicy.TryParse(value, out var policy))
        {
            return policy;
        }

        throw new FormatException($"--processing {value}: it must be immediate, polls:<n>, seconds:<n>, or hold.");
    }

    private static DuplicateText ParseDuplicateText(string value) => value switch
    {
        "plain" => DuplicateText.PlainPattern,
        "html" => DuplicateText.Html,
        _ => throw new FormatException($"--duplicate-text {value}: it must be plain or html."),
    };

    private static string ReadWorld(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException($"--world {path}: {exception.Message}", exception);
        }
    }

    private static string ParseToken(string value)
    {
        if (value.Length > 0)
        {
            return value;
        }

        throw new FormatException("--token must not be empty.");
    }
}
