using System.Globalization;
using StravaTools.FakeStrava.Decathlon;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava;

/// <summary>What the executable was told.</summary>
internal sealed record CommandLine
{
    private const string Line = """{"url":...,"accessToken":...,"pid":...,"decathlonApiKey":...,"decathlonAccessToken":...}""";

    public const string Help = $$"""
        A fake Strava on 127.0.0.1. When it listens, it prints one line of JSON: {{Line}}

          --port <number>               the port; 0, the default, takes a free one
          --processing <when>           when uploads are processed: immediate (default), polls:<n> or seconds:<n>
          --duplicate-text plain|html   the form of the error of a duplicate; plain by default
          --no-partner                  be no partner application: no photo_metadata
          --profile current|documented  Strava as it answers today (default), or as the documents describe it
          --no-limits                   let the limits of the profile never be reached
          --seed <number>               what ids and tokens are made from; 0 by default
          --first-id <number>           the first id; 9007199254740993 and above is beyond what doubles hold
          --place <name,lat,lon,metres> a place that names of activities tell; may be given several times
          --token <token>               the access token of the athlete
        {{DecathlonCommandLine.Help}}
          --exit-with-stdin             end when standard input closes
          --exit-with-process <pid>     end when the process ends
          --help                        show this

        There is an athlete (227615), a member of the club 1, and the segment 229781, which the sample ride in module/samples passes over.

        It ends on SIGTERM and, unless it ends with a process, on Ctrl+C. Exit codes: 0 ended, 2 could not start.
        """;

    public FakeStravaOptions Options { get; private init; } = ReadyMadeWorld.Options;

    public bool ExitsWithStdin { get; private init; }

    public int? ExitsWithProcess { get; private init; }

    public bool ShowsHelp { get; private init; }

    /// <exception cref="FormatException">An argument is wrong; the message says which and what would be right.</exception>
    public static CommandLine ParseArguments(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            string Value()
            {
                if (++i < arguments.Count)
                {
                    return arguments[i];
                }

                throw new FormatException($"{name} needs a value.");
            }
            line = line.WithOption(name, Value);
        }

        return line;
    }

    private CommandLine WithOption(string name, Func<string> value) => name switch
    {
        "--port" => this with { Options = Options with { Port = Number(name, value(), 0, 65535) } },
        "--processing" => this with { Options = Options with { Processing = Policy(value()) } },
        "--duplicate-text" => this with { Options = Options with { DuplicateText = TextForm(value()) } },
        "--no-partner" => this with { Options = Options with { IsPartner = false } },
        "--profile" => this with { Options = Options with { Profile = Profile(value()) } },
        "--no-limits" => this with { Options = Options with { RateLimits = FakeRateLimits.Unlimited } },
        "--seed" => this with { Options = Options with { Seed = Number(name, value(), 0, int.MaxValue) } },
        "--first-id" => this with { Options = Options with { FirstId = ParseId(value()) } },
        "--place" => this with { Options = Options with { Places = [.. Options.Places, ParsePlace(value())] } },
        "--token" => this with { Options = Options with { Athletes = [Options.Athletes[0] with { AccessToken = ParseToken(value()) }] } },
        "--exit-with-stdin" => this with { ExitsWithStdin = true },
        "--exit-with-process" => this with { ExitsWithProcess = Number(name, value(), 1, int.MaxValue) },
        "--help" or "-h" or "-?" => this with { ShowsHelp = true },
        _ when DecathlonCommandLine.WithOption(Options.Decathlon, name, value) is { } decathlon => this with { Options = Options with { Decathlon = decathlon } },
        _ => throw new FormatException($"There is no option {name}."),
    };

    private static int Number(string name, string value, int least, int most)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        throw new FormatException($"{name} {value}: it must be a number from {least} to {most}.");
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
        if (value.Split(',') is [{ Length: > 0 } name, var north, var east, var metres]
            && Decimal(north) is { } latitude && Decimal(east) is { } longitude && Decimal(metres) is { } radius)
        {
            return new FakePlace(name, latitude, longitude, radius);
        }

        throw new FormatException($"--place {value}: it must be a name, degrees north, degrees east and the metres around, with commas in between.");
    }

    private static double? Decimal(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return null;
    }

    private static FakeProfile Profile(string value) => value switch
    {
        "current" => FakeProfile.Current,
        "documented" => FakeProfile.Documented,
        _ => throw new FormatException($"--profile {value}: it must be current or documented."),
    };

    private static ProcessingPolicy Policy(string value)
    {
        if (ProcessingPolicy.TryParse(value, out var policy))
        {
            return policy;
        }

        throw new FormatException($"--processing {value}: it must be immediate, polls:<n> or seconds:<n>.");
    }

    private static DuplicateText TextForm(string value) => value switch
    {
        "plain" => DuplicateText.PlainPattern,
        "html" => DuplicateText.Html,
        _ => throw new FormatException($"--duplicate-text {value}: it must be plain or html."),
    };

    private static string ParseToken(string value)
    {
        if (value.Length > 0)
        {
            return value;
        }

        throw new FormatException("--token must not be empty.");
    }
}
